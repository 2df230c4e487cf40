"""How a sum is seen: the projects of its article with their places, and the words around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from extractors.document import Sentence, Zone
from extractors.linking.buckets import bucket
from extractors.points import POINTS
from extractors.relations.budget_amounts import Bundle
from extractors.relations.budget_scene import Scene
from extractors.relations.budget_setting import Owner, firm_of, segment
from extractors.relations.budget_tally import tallies
from extractors.relations.descriptions import TOPICS, descriptions
from extractors.relations.phrases import Phrase, phrases
from graph.model import EntityType

_PROJECT = frozenset({EntityType.PROJECT})
_QUOTED = re.compile(r"[‘'“\"「『]([^‘’'“”\"「」『』\n]{3,40})[’'”\"」』]")
_WON = re.compile(
    r"[’'”\"」』]? ?(?:공모|사업|과제)?[’'”\"」』]?(?:에|으로|로) .{0,16}"
    r"(?:선정|뽑|지정|채택|올라|출발)"
    r"|[’'”\"」』]? ?(?:공모|사업|과제)?(?:의 (?:하나|일환)|(?: 중| 가운데) 하나)"
)
_ONE_OF = re.compile(
    r"[’'”\"」』]?(?: ?[가-힣]{1,4})?[을를] ?(?:비롯한|포함한|포함해|비롯해)"
    r"|[’'”\"」』]? 등 [0-9]{1,3}(?:건|개 ?(?:사업|과제))(?:, ?|에 |에는 |의 )(?:총 |모두 )?$"
)
"""What stands behind the one that is named of several."""
_ENDED = re.compile(r"[.다요]['\"”’)]*\s*$")
_LAST_WORD = re.compile(r"([가-힣A-Za-z0-9]+) ?\(?(?:총 ?)?$")
_BRACKETED = re.compile(
    rf"(?:[{POINTS},·]|[와과도] ) ?"
    rf"(?P<name>(?:[^\s(),{POINTS}]{{1,12}} ){{1,6}}[가-힣A-Za-z]{{2,}}[’'”\"」』]?) ?"
    r"\((?:총 ?)?(?:사업비|국비|도비|시비|예산)? ?$"
)
"""An item of a list whose bracket a sum opens: `△나래항 정비(`."""
_SERIAL = re.compile(
    r"(?:[조억만]|원)(?:\([^()\n]{1,12}\))?, "
    r"(?P<name>(?:[^\s(),]{1,16} ){0,5}[가-힣A-Za-z0-9]{2,24}"
    r"(?:센터|단지|사업|구축|조성|개발|육성|건립|지원|양성|설립|건설|설치|공원|파크|철도|부설|시설|정비|확충))"
    r"(?:\([^()\n]{1,16}\))? ?$"
)
"""An item of a row whose sums stand right behind them: `… 30억원, 나래항정비(다래) 20억원`."""
_NO_NAME = re.compile(
    r"(?:[0-9](?:억|조|만|천)? ?원|[0-9][건개곳년월일명%]|당|해|평균|총액)[’'”\"」』]?$"
)
_ITEM = re.compile(r"(?:센터|단지|사업|구축|조성|개발|육성|건립|지원|양성|구축비|건립비|조성비)$")
_LIGHT = frozenset({"(", "총", "약", "모두", "각각", "최대", ":", "에", "에는", "비", "사업비"})
_NOUN_REACH = 4
"""How many tokens before a sum the noun is looked for that it stands on."""
_MONEY_NOUN = re.compile(
    r"비$|예산|국비|도비|시비|군비|구비|재원|기금|자금|투자|규모|합계|총액|원|간|동안|전체|추가|올해|내년|"
    r"당초|기존|이상|포함|별도|민자|민간|국고|지원|정부"
)
_NOBODY: Mapping[int, str | None] = {}
_OPENS = re.compile(
    r"[^가-힣]{0,4}(한편|앞서|이와 별[도개]|이 밖에|이 외에|이밖에|또|아울러|당시|여기에|이어|"
    r"이 가운데|이 중|올해|내년|지난해|특히|우선|먼저|이번|그중)"
)
"""How a sentence opens that goes on about something, or leaves it."""
_THINGS = re.compile(
    r"(센터|단지|산단|특구|지구|플랫폼|클러스터|공장|연구소|테스트베드|프로젝트|밸리|캠퍼스|파크|타운|"
    r"펀드|기금|기지|[0-9]단계|용역|터미널|플랜트|발전소|랜드|혁신도시|학교|대학|연구원|과학관|박물관|"
    r"거점|계획|벨트|허브)(?:사업)?[’'”\"」』]?(?:[은는이가의을를도]|에는|에서는|에|에만)? "
)
"""Nouns that a project's name may end in, as they stand for it: `펀드의 밑천 30억원`."""
_NOUNS_BEHIND = 40
_IN_ALL = re.compile(
    r"원?[^가-힣]{0,3}(?:등|으로|을|를)?,? ?(?:총|모두|합쳐|합계|도합|전체) ?[0-9]"
)
"""What stands between the last of several sums and what they come to."""
_BROKEN = re.compile(r"(?:고|며|는데|인데|지만|으나|거나),? ")
"""Where one clause of a sentence ends and the next begins."""
_SUBJECT = re.compile(r"[’'”\"」』]?(?:\([^()]*\))?[’'”\"」』]? ?(은|는|이|가|에는|에|도|의)(?= )")
"""The particle of a name that the money is told of: `나래산단은 40억원을 들여`."""
_BOTH = re.compile(
    r"(?:두|세|네|다섯|여섯|이들|각|[0-9]+(?:여 ?)?[개곳]|[0-9]+건의?) ?(?:[가-힣]{2,4} )?"
    r"(?:사업|과제|공모|센터|시설|단지|특구|지구|분야|기관|기업|업체|회사|사(?![가-힣])|곳)"
)
_PLANT = re.compile(
    r"(?:가량|여)?[을를] (?:들여|들이|투자해|투자하|투입해|써)[^.\n]{0,60}?"
    r"(?:공장|물류센터|설비|라인|사업장|연구소|사옥|창고|생산시설)[을를] ?[^.\n]{0,16}?"
    r"(?:짓|지어|지을|지었|세우|세울|세웠|신설|증설|건립|신축|증축|늘[리린렸]|넓)"
)
"""Behind a sum that goes into a plant: `9억원을 들여 부품 공장을 짓는다`."""
_PURSE = re.compile(
    r"본예산|추가경정|추경|일반회계|특별회계|살림|국고보조|예산 규모|분야별|분야 예산|"
    r"정부 ?예산|국비 확보|투자 ?유치|누적|가운데|중에서"
)
_SUM = re.compile(r"[0-9] ?[천백십]*[억조만]")


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a project as it is seen from a sum."""

    name: str
    particle: str
    gap: int
    between: str
    joint: bool
    won: bool
    heading: bool
    apart: bool


class View:
    """A bundle of sums with what stands around it; `owners` are those chosen before, by place."""

    def __init__(
        self,
        scene: Scene,
        bundle: Bundle,
        ruled: Owner | None,
        last: str | None,
        far: int,
        *,
        owners: Mapping[int, str | None] = _NOBODY,
    ) -> None:
        self.owners = owners
        self.scene, self.bundle, self.ruled = scene, bundle, ruled
        self.last, self.far = last, far
        text, sentence = scene.text, bundle.sentence
        self.at = scene.reading.document.number_at(bundle.start)
        self.low, self.high = segment(text, bundle)
        self.kind = "share" if bundle.only_shares else bundle.sums[0].kind.value
        starts = [token.start for token in sentence.tokens]
        here, behind = bisect_left(starts, bundle.start), bisect_left(starts, bundle.end)
        tokens = sentence.tokens
        self.lead = tokens[here - 1].form if here else "^"
        self.follow = "".join(t.form for t in tokens[behind : behind + 2])
        self.verb = ""
        for number in range(behind, min(behind + 14, len(tokens))):
            token = tokens[number]
            if token.tag.startswith("VV") or token.tag in {"XSV", "VCP"}:
                stem = tokens[number - 1].form if token.tag != "VV" and number else ""
                self.verb = stem + token.form
                break
        words = text[self.low : bundle.start]
        since = max((m.end() for m in _SUM.finditer(words)), default=0)
        self.words = words[since:]
        self.topic = _topic(bundle.sentence, here)
        self.spots = dict(self._spots())
        sides = {spot.name[0] for spots in self.spots.values() for spot in spots}
        self.before = "b" in sides
        self.anyone = self.before or "a" in sides
        self.lost = self._lost()
        theme = scene.themes.before(bundle.start)
        self.theme = theme.key if theme is not None else None
        self.zone = sentence.zone.value
        opening = _OPENS.match(text, sentence.start)
        self.opens = opening[1] if opening else ""
        self.first = not self.at or scene.sentences[self.at - 1].paragraph != sentence.paragraph
        behind_it = bundle.end, min(self.high, bundle.end + _NOUNS_BEHIND)
        self.nouns = {("b", m[1]) for m in _THINGS.finditer(text, self.low, bundle.start)}
        self.nouns |= {("a", m[1]) for m in _THINGS.finditer(text, *behind_it)}

    def candidates(self) -> Iterator[str | None]:
        """Whose money it may be: nobody's, or a project's that is near or much spoken of."""
        scene, ruled = self.scene, self.ruled
        yield None
        near = {*self.spots, *scene.headline, *scene.opening, *scene.foremost}
        owned = ruled.project if ruled is not None else None
        near.update(key for key in (self.last, owned) if key is not None)
        near -= self.examples | self.parts_of_it
        yield from sorted(near & scene.order.keys(), key=lambda key: scene.order[key])

    @cached_property
    def examples(self) -> set[str]:
        """The projects that are one of several, all of which share the sum behind them.

        `X를 비롯한 사업 5건을 유치해 2016억원을 확보했다`.
        """
        text = self.scene.text
        return {
            occurrence.key
            for phrase in self.scene.by_sentence[self.at]
            if phrase.end <= self.bundle.start
            and _ONE_OF.match(text, phrase.end, self.bundle.start)
            for occurrence in phrase.members
        }

    @cached_property
    def parts_of_it(self) -> frozenset[str]:
        """The projects whose own sums add up to this one: `A 30억원, B 40억원 등 총 70억원`."""
        tally = tallies(self.scene.reading).get(self.bundle.start)
        if tally is None or tally.whole != self.bundle.start or tally.ahead:
            return frozenset()
        low = max(tally.parts, default=self.low)
        if _IN_ALL.search(self.scene.text, max(low, self.low), self.bundle.start + 1) is None:
            return frozenset()
        owners = [self.owners.get(part) for part in tally.parts]
        owned = frozenset(owner for owner in owners if owner is not None)
        return owned if len(owned) == len(owners) else frozenset()

    def _spots(self) -> Iterator[tuple[str, list[Spot]]]:
        """The places of every project near the sum."""
        scene, bundle, text = self.scene, self.bundle, self.scene.text
        found: dict[str, list[Spot]] = {}
        own = [
            p for p in scene.by_sentence[self.at] if p.start < bundle.start or p.start >= bundle.end
        ]
        before = [p for p in own if p.start < bundle.start]
        behind = [p for p in own if p.start >= bundle.end]
        for order, phrase in enumerate(reversed(before)):
            where = f"b{min(order, 2)}" if phrase.start >= self.low else "bo"
            self._add(found, phrase, where, text[phrase.end : bundle.start])
        for order, phrase in enumerate(behind):
            where = f"a{min(order, 2)}" if phrase.start < self.high else "ao"
            self._add(found, phrase, where, text[bundle.end : phrase.start])
        paragraph = bundle.sentence.paragraph
        distance = 0
        for number in range(self.at - 1, max(-1, self.at - 9), -1):
            named = scene.by_sentence[number]
            if not named:
                continue
            distance += 1
            same = scene.sentences[number].paragraph == paragraph
            earlier = scene.sentences[number]
            title = earlier.zone is not Zone.BODY
            heading = not (title or _ENDED.search(scene.reading.document.surface(earlier)))
            for phrase in reversed(named):
                where = f"p{min(distance, 3)}{'s' if same else 't' if title else 'o'}"
                self._add(found, phrase, where, "", only=len(named) == 1, heading=heading)
        yield from found.items()

    def _add(
        self,
        found: dict[str, list[Spot]],
        phrase: Phrase,
        where: str,
        gap: str,
        *,
        only: bool = False,
        heading: bool = False,
    ) -> None:
        won = _WON.match(self.scene.text, phrase.end) is not None
        joint = len(phrase.keys) > 1
        for member in phrase.members:
            spots = found.setdefault(member.key, [])
            if any(spot.name[:2] == where[:2] for spot in spots):
                continue
            last = member is phrase.last
            size = len(gap) if last else len(gap) + phrase.end - member.end
            spots.append(
                Spot(
                    where + ("1" if only else ""),
                    phrase.particle if last else "&",
                    bucket(size, 0, 3, 8, 16, 30, 60),
                    gap if last else "&",
                    joint,
                    won,
                    heading,
                    _BROKEN.search(gap) is not None,
                )
            )

    def _lost(self) -> tuple[str, ...]:
        """Signs of a name that was not read: a quoted one, or a noun that describes a project."""
        reading, text, bundle = self.scene.reading, self.scene.text, self.bundle
        low = self.low
        found: set[str] = set()
        for match in _QUOTED.finditer(text, low, bundle.sentence.end):
            if not reading.within(match.start(1) - 1, match.end(1) + 1, None):
                found.add("quote")
        for item in descriptions(reading, low, bundle.start):
            if item.key is not None:
                found.add("means:" + item.key)
            elif item.vague:
                found.add("vague")
            else:
                found.add("noun" + ("T" if item.particle in TOPICS else ""))
        tail = _LAST_WORD.search(text, low, bundle.start)
        unnamed = not reading.within(max(low, bundle.start - 30), bundle.start, _PROJECT)
        if unnamed and tail and _ITEM.search(tail[1]):
            found.add("item")
        if self._is_bare():
            found.add("bare")
        return tuple(sorted(found))

    @cached_property
    def is_unread(self) -> bool:
        """Whether the sum is that of a listed item that no name stands for."""
        text, start = self.scene.text, self.bundle.start
        low = max(self.bundle.sentence.start, start - 70)
        item = _BRACKETED.search(text, low, start) or _SERIAL.search(text, low, start)
        if item is None or _NO_NAME.search(item["name"]):
            return False
        end = item.end("name")
        named = self.scene.reading.within(max(0, end - 80), end + 1, {EntityType.PROJECT})
        return not any(name.end >= end - 1 for name in named)

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """Signs that a sum is of more than one project: several are counted, or all of a purse."""
        text, bundle = self.scene.text, self.bundle
        lead = text[max(self.low, bundle.start - 40) : bundle.start]
        around = text[max(self.low, bundle.start - 60) : min(self.high, bundle.end + 20)]
        found = [
            name
            for name, pattern, words in (("both", _BOTH, lead), ("purse", _PURSE, around))
            if pattern.search(words)
        ]
        return (*found, *(("plant",) if self._plant else ()))

    @cached_property
    def _plant(self) -> bool:
        """Whether a firm spends it on a plant without a name: `A사는 9억원으로 공장을 짓는다`."""
        reading, bundle = self.scene.reading, self.bundle
        built = _PLANT.match(self.scene.text, bundle.end, bundle.sentence.end)
        if built is None or reading.within(bundle.end, built.end(), _PROJECT):
            return False
        return firm_of(reading, bundle, phrases(reading, bundle.sentence)) is not None

    @cached_property
    def subject(self) -> str:
        """The kind and particle of the last name that the sum is told of in its clause."""
        scene, start = self.scene, self.bundle.start
        text = scene.text
        clause = max((m.end() for m in _BROKEN.finditer(text, self.low, start)), default=self.low)
        for name in reversed(scene.reading.within(clause, start)):
            particle = _SUBJECT.match(text, name.end, start)
            if particle:
                kind = scene.reading.by_key[name.key].type
                return f"{kind.value}:{particle[1]}"
        return ""

    @cached_property
    def calls(self) -> frozenset[str]:
        """The projects that something was chosen in before the sum."""
        return frozenset(
            key
            for key, spots in self.spots.items()
            if any(spot.won and spot.name[0] == "b" for spot in spots)
        )

    def _is_bare(self) -> bool:
        """Whether a sum stands right on a noun of which no project's name was read: `매입 85억`."""
        bundle, tokens = self.bundle, self.bundle.sentence.tokens
        stop = bisect_left(tokens, bundle.start, key=lambda token: token.start)
        near = tokens[max(0, stop - 2 * _NOUN_REACH) : stop]
        before = [token for token in near if token.end <= bundle.start][-_NOUN_REACH:]
        while before and before[-1].form in _LIGHT:
            before.pop()
        if not before or not before[-1].tag.startswith(("NN", "XSN", "SL")):
            return False
        last = before[-1]
        if last.tag == "NNB" or _MONEY_NOUN.search(self.scene.text, last.start, last.end):
            return False
        return not self.scene.reading.within(max(self.low, last.start - 40), last.end + 1, _PROJECT)


def _topic(sentence: Sentence, here: int) -> str:
    """The noun of the last topic or subject before the sum."""
    tokens = sentence.tokens
    for number in range(here - 1, 0, -1):
        if tokens[number].tag in {"JX", "JKS"} and tokens[number].form in {"은", "는", "이", "가"}:
            return tokens[number - 1].form
    return ""
