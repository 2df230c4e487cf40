"""What is seen of a project as the owner of a sum: where it stands, and the words around the sum."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Sentence, Zone
from extractors.reading import Reading, once
from extractors.relations.budget_amounts import Bundle
from extractors.relations.budget_setting import Owner, firm_of, segment
from extractors.relations.descriptions import TOPICS, descriptions
from extractors.relations.phrases import CLOSING, OPENING, Phrase, phrases
from extractors.relations.themes import themes_of
from graph.model import BudgetKind, EntityType

_PROJECT = frozenset({EntityType.PROJECT})
_SUBJECT = frozenset({"은", "는", "이", "가", "에는", "에", "도", "에도"})
_SEVERAL = re.compile(
    r"[0-9]+(?:여)?(?:개|건|곳)(?: ?(?:사|기업|업체|사업|과제|프로젝트|분야|기관|시설))?|등에|이들|두 "
)
_FIRMS = re.compile(r"[0-9]+개 ?(?:사|기업|업체)|기업|공장|투자|업체|협약")
_QUOTED = re.compile(r"[‘'“\"「『]([^‘’'“”\"「」『』\n]{3,40})[’'”\"」』]")
_DIGITS = re.compile(r"[0-9][0-9,.]*")
_BLANK = re.compile(r"\s+")
_WORD = re.compile(r"[가-힣A-Za-z]{2,}")
_COST = re.compile(r"총?사업비|예산|국비|도비|시비|지방비|공사비|재원|투자액|투자비|돈")
_WON = re.compile(
    r"[’'”\"」』]? ?(?:공모|사업|과제)?[’'”\"」』]?(?:에|으로|로) .{0,16}(?:선정|뽑|지정|채택|올라)"
)
_ENDED = re.compile(r"[.다요]['\"”’)]*\s*$")
_COMMON = frozenset(
    {"사업", "조성", "구축", "개발", "지원", "센터", "단지", "산업", "국가", "기술"}
)


def bucket(number: int, *cuts: int) -> int:
    """How many of the rising bounds a number is above."""
    return bisect_left(cuts, number)


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


class Scene:
    """An article's projects with their places, read once for all its sums."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text
        self.sentences = reading.document.sentences
        self._starts = [sentence.start for sentence in self.sentences]
        self.themes = themes_of(reading)
        self.projects = [e.key for e in reading.entities if e.type is EntityType.PROJECT]
        self.times = Counter(o.key for o in reading.occurrences if o.named)
        order = sorted(self.projects, key=lambda key: -self.times[key])
        self.rank = {key: number for number, key in enumerate(order)}
        self.by_sentence: list[tuple[Phrase, ...]] = [
            phrases(reading, sentence, _PROJECT) for sentence in self.sentences
        ]
        self.headline = {
            member.key
            for sentence, named in zip(self.sentences, self.by_sentence, strict=True)
            if sentence.zone is Zone.TITLE
            for phrase in named
            for member in phrase.members
        }
        opening = next(
            (
                named
                for sentence, named in zip(self.sentences, self.by_sentence, strict=True)
                if sentence.zone is Zone.BODY and named
            ),
            (),
        )
        self.opening = {member.key for phrase in opening for member in phrase.members}

        self.quality = {key: tuple(self._quality(key)) for key in self.projects}

    def _quality(self, key: str) -> Iterator[str]:
        """Signs of how well a name was read: its length, its quotes and what stands before it."""
        entity = self.reading.by_key[key]
        yield f"name:spaces:{min(4, entity.name.count(' '))}"
        yield f"name:length:{bucket(len(entity.name), 4, 7, 11, 16, 24)}"
        spans = entity.spans
        before = [self.text[span.start - 1 : span.start] for span in spans]
        behind = [self.text[span.end : span.end + 1] for span in spans]
        marks = {
            b + a for b, a in zip(before, behind, strict=True) if b in OPENING and a in CLOSING
        }
        yield f"name:quoted:{any(len(pair) == 2 for pair in marks)}"
        yield f"name:inside:{any(b.isalnum() for b in before)}:{all(a.isalnum() for a in behind)}"

    def index(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)


@once
def scene_of(reading: Reading) -> Scene:
    """The scene of an article."""
    return Scene(reading)


class View:
    """A bundle of sums with what stands around it."""

    def __init__(
        self, scene: Scene, bundle: Bundle, ruled: Owner | None, last: str | None, far: int
    ) -> None:
        self.scene, self.bundle, self.ruled = scene, bundle, ruled
        self.last, self.far = last, far
        text, sentence = scene.text, bundle.sentence
        self.at = scene.index(bundle.start)
        self.low, self.high = segment(text, bundle)
        self.kind = "share" if bundle.only_shares else bundle.sums[0].kind.value
        starts = [token.start for token in sentence.tokens]
        here, behind = bisect_left(starts, bundle.start), bisect_left(starts, bundle.end)
        tokens = sentence.tokens
        self.lead = "".join(t.form for t in tokens[max(0, here - 2) : here])
        self.lead1 = tokens[here - 1].form if here else "^"
        self.follow = "".join(t.form for t in tokens[behind : behind + 2])
        self.verb = ""
        for number in range(behind, min(behind + 14, len(tokens))):
            token = tokens[number]
            if token.tag.startswith("VV") or token.tag in {"XSV", "VCP"}:
                stem = tokens[number - 1].form if token.tag != "VV" and number else ""
                self.verb = stem + token.form
                break
        words = text[self.low : bundle.start]
        since = max((m.end() for m in re.finditer(r"[0-9] ?[천백십]*[억조만]", words)), default=0)
        self.words = words[since:]
        self.topic = _topic(bundle.sentence, here)
        self.spots = dict(self._spots())
        self.lost = self._lost()

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
        tail = re.search(r"([가-힣A-Za-z0-9]+) ?\(?(?:총 ?)?$", text[low : bundle.start])
        if tail and not reading.within(max(low, bundle.start - 30), bundle.start, _PROJECT):
            word = tail[1]
            if re.search(
                r"(?:센터|단지|사업|구축|조성|개발|육성|건립|지원|양성|구축비|건립비|조성비)$", word
            ):
                found.add("item")
        return tuple(sorted(found))


def _topic(sentence: Sentence, here: int) -> str:
    """The noun of the last topic or subject before the sum."""
    tokens = sentence.tokens
    for number in range(here - 1, 0, -1):
        if tokens[number].tag in {"JX", "JKS"} and tokens[number].form in {"은", "는", "이", "가"}:
            return tokens[number - 1].form
    return ""


def owner_features(view: View, key: str | None, prefix: str = "") -> frozenset[str]:
    """The features of a project, or of none, as the owner of a bundle."""
    found = set(_shared(view, key, prefix))
    if key is None:
        found.update(_null(view))
    else:
        found.update(_project(view, key))
    return frozenset(found)


def _shared(view: View, key: str | None, prefix: str) -> Iterator[str]:
    kind = "N" if key is None else "P"
    ruled = view.ruled
    if ruled is None:
        yield f"{prefix}rule:none:{kind}"
    else:
        same = "same" if ruled.project == key else "other"
        yield f"{prefix}rule:{same}:{kind}"
        yield f"{prefix}rule:{ruled.rule}:{same}:{kind}"
    if view.far >= 0:
        same = "same" if view.last == key else "other"
        yield f"last:{same}:{kind}:{bucket(view.far, 0, 1, 3)}"
        yield f"last:{same}:{kind}:{view.kind}:{bucket(view.far, 0, 1)}"
    else:
        yield f"nolast:{kind}"


def _null(view: View) -> Iterator[str]:
    scene, bundle = view.scene, view.bundle
    text = scene.text
    yield "null"
    yield f"null:kind:{view.kind}"
    yield f"null:lead:{view.lead1}"
    yield f"null:follow:{view.follow}"
    yield f"null:verb:{view.verb}"
    yield f"null:topic:{view.topic}"
    slots = {spot.name for spots in view.spots.values() for spot in spots}
    here = sorted({name for name in slots if name[0] in "ba"})
    yield f"null:here:{''.join(here)}"
    yield f"null:before:{min(2, sum(n[0] == 'b' for n in here))}"
    yield f"null:projects:{bucket(len(scene.projects), 0, 1, 3, 6)}"
    for sign in view.lost:
        yield "null:lost:" + sign.split(":")[0]
    lead = text[max(view.low, bundle.start - 40) : bundle.start]
    if _SEVERAL.search(lead):
        yield "null:several"
    if _FIRMS.search(text, bundle.sentence.start, bundle.sentence.end):
        yield "null:firms"
    firm = firm_of(scene.reading, bundle, phrases(scene.reading, bundle.sentence))
    if firm is not None:
        yield "null:firm"
        yield f"null:firm:{view.kind}"
    if _COST.search(view.words):
        yield "null:cost"
    if any(s.joint for spots in view.spots.values() for s in spots if s.name in {"b0", "a0"}):
        yield "null:joint"
    theme = scene.themes.before(bundle.start)
    yield f"null:theme:{theme is not None}"


def _project(view: View, key: str) -> Iterator[str]:
    scene, bundle = view.scene, view.bundle
    spots = view.spots.get(key, [])
    entity = scene.reading.by_key[key]
    anyone = any(s.name[0] in "ba" for other in view.spots.values() for s in other)
    before = any(s.name[0] == "b" for other in view.spots.values() for s in other)
    group = spots[0].name if spots else "far"
    where = group[0] if group != "far" else "f"
    yield f"spot:{group}"
    yield f"spot:{where}:kind:{view.kind}"
    yield f"tail:{where}:{entity.name[-2:]}"
    yield f"tail:{entity.name[-2:]}"
    yield f"rank:{bucket(scene.rank[key], 0, 1, 3)}:{bucket(len(scene.projects), 1, 3, 6)}"
    yield f"times:{bucket(scene.times[key], 1, 2, 4)}"
    yield f"title:{key in scene.headline}:{where}"
    yield f"open:{key in scene.opening}:{where}"
    yield f"only:{len(scene.projects) == 1}:{where}"
    yield from scene.quality[key]
    theme = scene.themes.before(bundle.start)
    is_theme = theme is not None and theme.key == key
    yield f"theme:{is_theme}:{anyone}:{before}"
    yield f"theme:{is_theme}:{group}"
    if is_theme and not anyone:
        yield f"theme:lead:{view.lead1}"
        yield f"theme:topic:{view.topic}"
        yield f"theme:verb:{view.verb}"
        yield f"theme:kind:{view.kind}"
        for sign in view.lost:
            yield "theme:lost:" + sign.split(":")[0]
        yield f"theme:cost:{_COST.search(view.words) is not None}"
        yield f"theme:firms:{_FIRMS.search(scene.text, bundle.sentence.start, bundle.sentence.end) is not None}"
    for sign in view.lost:
        if sign.startswith("means:"):
            yield f"means:{sign[6:] == key}"
        else:
            yield f"lost:{where}:{sign}"
    for spot in spots:
        name = spot.name
        yield f"at:{name}"
        yield f"at:{name}:p:{spot.particle}"
        if spot.won:
            yield f"won:{name[0]}"
        if spot.heading:
            yield f"heading:{name[:2]}:{anyone}"
        if name[0] not in "ba":
            continue
        side = name[:2]
        yield f"at:{side}:gap:{spot.gap}"
        yield f"at:{side}:gap:{spot.gap}:p:{spot.particle}"
        yield f"at:{side}:lead:{view.lead1}"
        yield f"at:{side}:follow:{view.follow}"
        yield f"at:{side}:verb:{view.verb}"
        yield f"at:{side}:p:{spot.particle}:verb:{view.verb}"
        if spot.joint:
            yield f"at:{side}:joint"
        gap = _DIGITS.sub("0", _BLANK.sub(" ", spot.between))
        if len(gap) <= 10:
            yield f"at:{side}:text:{gap}"
        yield f"at:{side}:comma:{min(2, gap.count(','))}"
        yield f"at:{side}:sums:{min(2, len(re.findall('0 ?[천백십]*[억조만]', gap)))}"
        if name[0] == "a":
            yield f"at:{side}:start:{gap.strip()[:3]}"
    words = [w for w in _WORD.findall(view.words) if w[:2] not in _COMMON]
    names = " ".join(entity.names)
    shared = sum(1 for word in words if word[:2] in names)
    if shared and not any(s.name[0] == "b" for s in spots):
        yield f"shared:{min(3, shared)}:{where}"
        best = max(
            sum(1 for word in words if word[:2] in " ".join(scene.reading.by_key[k].names))
            for k in scene.projects
        )
        yield f"shared:best:{shared == best}:{where}"
