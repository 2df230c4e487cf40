"""Phrases whose last part is that of a project's or a site's name, judged by their clause.

A phrase that could as well be a place (`…단지`, `…센터`) is judged by what its clause does with it:
what is built, designated or won is a project, what something stands in is a site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.phrases import HOST, Phrase, phrases
from extractors.mentions.shape import PLAIN
from extractors.wordlists import either
from graph.model import EntityType

UNDERTAKING = either("project_tails", "undertaking") + "|(?<=형 )일자리"
FACILITY = either("project_tails", "facility")
DOING = either("project_tails", "doing")
TAILS = re.compile(f"(?:{UNDERTAKING}|{FACILITY})$")
ALWAYS = re.compile(f"(?:{UNDERTAKING})$")
DONE = (
    r"조성|구축|건립|건설|착공|준공|개소|설립|지정|선정|유치|추진|신설|완공|개관|공모|예타|제정"
    r"|확보|통과|가동"
    r"|증설|기공|시행|승인|고시|도전"
)
BUILT = re.compile(
    DONE + r"|짓|지어|세우|세워|들어선|들어설|들어서|개원|개장|문을 열|국비|사업비|투입|첫 삽"
    r"|설치|조감도|출범|마련|발표|신청|최종|본격|탈락|무산|시작|운영|참여|주관|수행|들인|들여|투자|세운|세울|짓는"
)
AT = re.compile(r"(?:에서|에|에는|에서는|으로|로|의)(?:는|도)?")
BUILDING = re.compile(rf"^\s(?:의\s)?(?:신규\s|후속\s)?(?:{DONE}|사업|개발|계획|육성)")
MAKING = re.compile(
    r"(?:짓는|지을|지은|들어설|들어서는|세울|세우는|조성하는|조성되는|조성할|조성될|건립하는"
    r"|건립되는|구축하는|구축되는"
    r"|추진하는|추진되는|추진 중인|건설하는|건설 중인|건설되는|공모한|공모하는|시행하는"
    r"|주관하는)\s[‘'\"“]?$"
)
INSIDE = re.compile(
    r"^\s(?:내|안|안에|내에|일원|일대|입주|인근|부지|옆|주변|현장|앞|[0-9]+층|지하|옥상|로비"
    r"|[가-힣]{0,2}강당|[가-힣]{0,2}회의실|세미나실|콘퍼런스홀|컨퍼런스홀)(?:[\s에의]|$)"
)
RISING = re.compile(r"조성되|조성된|조성될|착공|준공|들어선|들어설|지정됐|지정된|승인|선정|첫 삽")
STANDING = re.compile(
    r"(?:[이가도]|\s등이|\s등|(?:[,·]|과|와|\s및)\s?[^.\n]{0,60}?[이가])?"
    r"\s(?:이미\s|함께\s|나란히\s|대거\s|[가-힣]{1,8}에\s)?"
    r"(?:있[다어는었으고]|자리\s?잡|자리해|자리한|위치|모여|들어와|들어서\s?있|몰려|포진)"
)
BODY = re.compile(r"(?:연구원|연구소|기술원|(?:기술|시험|평가|인증|연구|지원|진흥|MRO|검증)센터)$")
SUMMED = re.compile(r"\s?(?:에\s)?(?:총\s|약\s)?[0-9][0-9,.]*(?:조|억|만|천)")
HOUSE = re.compile(r"(?:센터|캠퍼스|공장|타워|연구소|사옥|본사|병원|전시장|회관|관)$")
PUT_UP = re.compile(r"^\s(?:새로\s|추가로\s)?(?:짓|지어|지을|세우|세워|닦|늘리|증설|확장)")
GROWING = re.compile(
    r"\n|\s(?:개발|키우|키운|키울|거듭|탈바꿈|육성|만들|만든|바꾸|바뀌|도약|성장|발전|큰)"
)
FUNDED = re.compile(r"(?:국비|도비|사업비|예산)[^.\n]{0,20}[0-9]억")
ROUND = re.compile(r"[0-9](?:[~∼-][0-9])?차")
SO_CALLED = re.compile(r"인\s[‘'\"“「『]")
SUPERLATIVE = re.compile(r"(?:최대|최초|유일)\s$")
GRANTED = ("캠퍼스", "병원", "박물관", "미술관", "도서관", "공항")
"""Houses that a sum goes to when they are built; a sum goes into a complex to build in it."""
RESEARCH = ("연구원", "연구소")
HOUSED = re.compile(r"에(?:서|는)?\s(?:입주|위치|자리|둥지|본사|있는|있다|있던)")
PHYSICAL = re.compile(r"(?:단지|지구|밸리|클러스터|벨트|컴플렉스|콤플렉스)$")
VAGUE = ("거점", "허브", "기지", "도로", "부지", "마을")
INNER_PHASE = re.compile(r"\s[1-9]단계(?:\s|$)")
"""A phase behind a plain word for its whole: it is named by the phases' rule."""
PLACE = re.compile(rf"(?:{either('project_tails', 'place')})$")
PLANT = re.compile(r"(?:생산|제조|신규|가공|조립|부품|소재)공장$")
COSTING = re.compile(
    r"[’”」』'\"]?(?:의\s(?:총\s?)?사업비|\((?:총\s?)?(?:사업비\s?)?[0-9][0-9,.]*(?:조|억)"
    r"|에는?\s(?:총\s|모두\s)?[0-9][0-9,.]*(?:조|억)[0-9,.억만천\s]*원)"
)
"""What follows a name that money is for: nothing else has a cost."""
EMPTY = re.compile(
    r"^(?:일반|우수|국가|첨단|신규|산업|생산|제조|연구|교육|개발|지원|조성|구축|실증|시범|공공|주요"
    r"|핵심|후속|물류|도시|국제|종합|시험)*$"
)
LEAST = 0.5
BODIES = frozenset((EntityType.INSTITUTE, EntityType.GOVERNMENT, EntityType.ASSOCIATION))


def find(ground: Ground) -> Iterator[Mention]:
    """The projects and sites of a document that the last parts of phrases tell."""
    yield from _Reader(ground).judged()


def stands(text: str, end: int) -> bool:
    """Whether the clause says of what ends there that it is where it is, not what it cost."""
    paid = FUNDED.search(text, end, end + 60) is not None
    return STANDING.match(text, end) is not None and not paid


def standing(name: str) -> EntityType:
    """What a house is that stands somewhere: a body that works in it, or just a place."""
    return EntityType.INSTITUTE if BODY.search(name) else EntityType.SITE


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one document's phrases as projects or sites."""

    ground: Ground

    def judged(self) -> Iterator[Mention]:
        """The phrases that name a project or a site, and no listed body."""
        text = self.ground.text
        previous = -9
        bodies = {
            hit.end
            for hit in self.ground.listed
            if any(entry.type in BODIES for entry in hit.entries)
        }
        for phrase in phrases(self.ground, TAILS):
            if phrase.end in bodies or self._works(phrase):
                continue
            named = phrase.proper or phrase.placed
            if not named and INNER_PHASE.search(text, phrase.start, phrase.end):
                continue
            series = text[previous : phrase.start] in (", ", "·", "과 ", "와 ")
            if COSTING.match(text, phrase.end):
                kind, confidence = EntityType.PROJECT, 0.8
                confidence += max(-0.2, self._worth(phrase, series=series))
                confidence -= self._is_vain(phrase)
            else:
                kind, confidence = self._kind(phrase)
                confidence += self._worth(phrase, series=series)
            if self._likened(phrase):
                confidence -= 0.3
            if confidence >= LEAST:
                previous = phrase.end
            name = text[phrase.start : phrase.end]
            rule = f"{kind}.phrase"
            yield Mention(phrase.start, phrase.end, kind, name, rule, confidence)

    def _worth(self, phrase: Phrase, *, series: bool) -> float:
        """What the words before the tail add to the trust in a name, or take from it."""
        word = self.ground.flat[phrase.last].noun
        head = word[: len(word) - len(phrase.tail)]
        if self._vain(phrase, word, head):
            return -1
        if phrase.proper:
            return 0.05
        plain = word in PLAIN or not head
        if phrase.placed:
            if phrase.tail == "계획" and word in PLAIN:
                return -1
            return 0 if phrase.nouns >= 2 and not plain else -0.1
        if PLACE.search(phrase.tail) and len(head) >= 2 and not EMPTY.match(head) and not plain:
            return -0.05
        if phrase.nouns >= 3:
            return -0.1 if not plain or phrase.last - phrase.first > 1 else -0.2
        if phrase.tail.endswith("법") and phrase.first < phrase.last:
            return -0.1
        if len(phrase.tail) > 3 and not head and self._of_field(phrase):
            return -0.1
        if phrase.nouns == 2 and (series or not plain):
            return -0.05 if series else -0.15
        return -1

    def _is_vain(self, phrase: Phrase) -> bool:
        word = self.ground.flat[phrase.last].noun
        return self._vain(phrase, word, word[: len(word) - len(phrase.tail)])

    def _works(self, phrase: Phrase) -> bool:
        """Whether it is a research body at work: nothing builds, founds or wins it."""
        last = self.ground.flat[phrase.last]
        if phrase.tail not in RESEARCH or last.noun.startswith("제"):
            return False
        if MAKING.search(self.ground.text, max(0, phrase.start - 12), phrase.start):
            return False
        ahead = self.ground.text[last.stop : last.stop + 45].partition("\n")[0].partition(". ")[0]
        return re.search(DONE, ahead) is None and BUILT.search(ahead[:12]) is None

    def _of_field(self, phrase: Phrase) -> bool:
        """Whether a field names what is built: `드론 실증센터를 세운다`."""
        last = self.ground.flat[phrase.last]
        before = self.ground.flat[phrase.last - 1]
        ahead = self.ground.text[last.stop : last.stop + 45].partition("\n")[0].partition(". ")[0]
        entries = self.ground.gazetteer.entries(before.noun, EntityType.INDUSTRY)
        return bool(entries) and BUILT.search(ahead) is not None

    def _likened(self, phrase: Phrase) -> bool:
        """Whether it tells what something is to become: `소재 클러스터로 키운다`."""
        word = self.ground.flat[phrase.last]
        towards = self.ground.suffix(word) in ("로", "으로") and GROWING.match(
            self.ground.text, word.stop
        )
        return bool(towards) and not phrase.proper and PHYSICAL.search(phrase.tail) is not None

    def _hosts(self, phrase: Phrase) -> bool:
        """Whether another place follows at once, which then stands in this one."""
        words = self.ground.flat
        after = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
        return (
            after is not None
            and after.gap == " "
            and HOUSE.search(after.noun) is not None
            and len(after.noun) > 4
        )

    def _vain(self, phrase: Phrase, word: str, head: str) -> bool:
        """Whether a phrase describes a thing instead of naming it."""
        if phrase.end - phrase.start < 4 or phrase.nouns < 1:
            return True
        if phrase.first == phrase.last and (
            len(head) < 2 or word in PLAIN or EMPTY.match(head) is not None
        ):
            return True
        inner = [w.noun for w in self.ground.flat[phrase.first : phrase.last]]
        if inner and all(ROUND.fullmatch(noun) for noun in inner) and (not head or word in PLAIN):
            return True
        if SO_CALLED.match(self.ground.text, phrase.end):
            return True
        if SUPERLATIVE.search(self.ground.text, max(0, phrase.start - 5), phrase.start):
            return not phrase.placed
        if phrase.tail == "공장" and not self._named_plant(phrase):
            return True
        if phrase.tail in VAGUE and not (phrase.proper and phrase.placed):
            return True
        based = "기반" in inner and not (phrase.placed or phrase.proper)
        return based or any(noun.endswith("용") for noun in inner)

    def _named_plant(self, phrase: Phrase) -> bool:
        """Whether a plant has a name: a firm's, a number or a region in one word with it."""
        word = self.ground.flat[phrase.last]
        if PLANT.search(word.noun):
            return False
        inner = self.ground.flat[phrase.first : phrase.last]
        entries = self.ground.gazetteer.entries
        firms = any(entries(w.noun, EntityType.COMPANY) for w in inner)
        glued = any(
            entry.type is EntityType.REGION and hit.end < word.end
            for hit in self.ground.named_at(word.start)
            for entry in hit.entries
        )
        return firms or glued or re.search(r"제[1-9]", word.noun) is not None

    def _kind(self, phrase: Phrase) -> tuple[EntityType, float]:
        text = self.ground.text
        word = self.ground.flat[phrase.last]
        particle = self.ground.suffix(word)
        ahead = text[word.stop : word.stop + 45].partition("\n")[0].partition(". ")[0]
        if houses := self._houses(phrase, particle, ahead):
            return EntityType.SITE, houses
        if (PHYSICAL.search(phrase.tail) or not ALWAYS.search(phrase.tail)) and stands(
            text, phrase.end
        ):
            return standing(text[phrase.start : phrase.end]), 0.75
        if ALWAYS.search(phrase.tail):
            return EntityType.PROJECT, 0.78
        if BUILDING.match(ahead) and not particle:
            return EntityType.PROJECT, 0.85
        if INSIDE.match(ahead):
            return EntityType.SITE, 0.7
        if MAKING.search(text, max(0, phrase.start - 12), phrase.start):
            return EntityType.PROJECT, 0.8
        if phrase.tail in GRANTED and particle == "에" and SUMMED.match(text, phrase.end):
            return EntityType.PROJECT, 0.8
        if AT.fullmatch(particle):
            return EntityType.SITE, 0.65
        if PLACE.search(phrase.tail):
            return self._place(phrase, particle, ahead)
        built = particle and BUILT.search(ahead)
        return EntityType.PROJECT, 0.7 if built else 0.6

    def _place(self, phrase: Phrase, particle: str, ahead: str) -> tuple[EntityType, float]:
        """What a name of a kind of place is: a project where the clause makes it."""
        if particle[:1] in ("을", "를") and (re.search(DONE, ahead) or PUT_UP.match(ahead)):
            return EntityType.PROJECT, 0.65
        if phrase.tail == "지구" and not particle and SUMMED.match(self.ground.text, phrase.end):
            return EntityType.PROJECT, 0.75
        if particle in ("이", "가", "은", "는", "도") and RISING.search(ahead):
            return EntityType.PROJECT, 0.65
        return EntityType.SITE, 0.6

    def _houses(self, phrase: Phrase, particle: str, ahead: str) -> float:
        """How surely a complex is where something stands or happens, not what is being made."""
        if PHYSICAL.search(phrase.tail):
            if INSIDE.match(ahead) or HOUSED.match(self.ground.text, phrase.end):
                return 0.9
            if particle in ("에서", "에서는"):
                return 0.8
        host = HOST.search(self.ground.flat[phrase.last].noun)
        return 0.8 if host and not particle and self._hosts(phrase) else 0
