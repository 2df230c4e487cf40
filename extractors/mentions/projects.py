"""Projects: quoted names, items of lists, phrases that end in a project's head, phases.

A phrase that could as well be a place (`…단지`, `…센터`) is judged by what its clause does with it:
what is built, designated or won is a project, what something stands in is a site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.phrases import Phrase, phrases
from graph.model import EntityType

UNDERTAKING = (
    "사업|프로젝트|특구|클러스터|밸리|펀드|조례|계획|특화단지|로드맵|특별법|시범도시|테스트베드"
    "|생산기지|부트캠프|벨트|플랫폼"
    "|특화지구|산업지구|마스터플랜|집적화단지|진흥법|촉진법|육성법|지원법|기본법|보전법|프로그램"
    "|챌린지|특성화대학|선도지구|혁신지구|실증도시|집적단지|연구단지|실증단지"
    "|기본구상|종합대책|뉴딜|연구용역|기획용역|컴플렉스|콤플렉스|규제샌드박스|공모사업|아카데미"
    "|이니셔티브|도시재생"
)
FACILITY = (
    "센터|시설|공장|단지|산단|산업단지|기지|타운|파크|캠퍼스|허브|팹|플랜트|충전소|발전소|철도"
    "|고속도로|공항|대교|터미널|스테이션|타워"
    "|지구|연구소|연구원|도시|산업단지|박물관|기념관|체험관|전시관|과학관|미술관|병원|거점"
    "|스퀘어|빌리지|랩|실증센터|농공단지|신도시|혁신파크|터널|도로|항만|부두"
    "|신항|댐|교육원|훈련원|분원|캠프|스튜디오|지원센터"
)
DOING = "구축|조성|건립|개발|육성|양성|지원|실증|확장|건설|확충|고도화|전환|확산|생태계|체계|정책|전략|정비|유치|기술개발|상용화|국산화|시스템|인프라|기반|서비스|용역|공모|법|협의체|설립|이전|증설|제도|비전|운동|캠페인|대전환|운영|보급"
TAILS = re.compile(f"(?:{UNDERTAKING}|{FACILITY})$")
QUOTED_TAILS = re.compile(f"(?:{UNDERTAKING}|{FACILITY}|{DOING})(?:\\([^)]*\\))?$")
ALWAYS = re.compile(f"(?:{UNDERTAKING})$")
EVENT = re.compile(
    r"(?:포럼|전시회|박람회|엑스포|세미나|콘퍼런스|컨퍼런스|콘서트|축제|식|보고회|간담회|설명회"
    r"|심포지엄|워크숍|주간|WEEK|페어|회의|대회|공청회|로드쇼"
    r"|해커톤|어워드|협약|행사|토론회)$"
)
BUILT = re.compile(
    r"조성|구축|건립|건설|착공|준공|개소|설립|지정|선정|유치|추진|신설|짓|지어|세우|세워|들어선"
    r"|들어설|들어서|완공|개관|개원|개장|문을 열|국비|사업비|투입|확보"
    r"|첫 삽|기공|공모|통과|가동|증설|설치|조감도|출범|시행|제정|마련|발표|신청|도전|예타|최종"
    r"|본격|승인|고시|탈락|무산|시작|운영|참여|주관|수행|들인|들여|투자"
)
AT = re.compile(r"(?:에서|에|에는|에서는|으로|로|내|안|의)(?:는|도)?$")
BUILDING = re.compile(
    r"^\s?(?:의\s)?(?:신규\s)?(?:조성|구축|건립|건설|착공|준공|개소|설립|지정|선정|유치|추진"
    r"|신설|완공|공모|사업|개관|예타|계획)"
)
INSIDE = re.compile(r"^\s(?:내|안|일원|일대|입주|인근|부지|옆|주변|현장)")
BULLET = re.compile(r"[△▲▷▶◆◇■□●○①②③④⑤⑥⑦⑧⑨⑩▪◦]\s?([^△▲▷▶◆◇■□●○①②③④⑤⑥⑦⑧⑨⑩▪◦\n]{3,90})")
ITEM_END = re.compile(
    r"\s등(?:\s|$)|,|\(|\s[0-9][0-9,.]*(?:조|억|만|천)|\s총?\s?사업비|[을를은는이가에]\s|[’”]"
    r"|\s국비|$"
    r"|\s[0-9]+(?:건|개)|이다|다\.|\."
)
PHASE = re.compile(r"[1-9]단계(?:\s?(?:사업|조성사업|구축사업))?")
PLACE_TAIL = re.compile(
    r"(?:산단|산업단지|농공단지|지구|공항|신항|항만|부두|터미널|공장|타워|도로|신도시|박물관"
    r"|미술관|병원)$"
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one document's phrases as projects or sites."""

    ground: Ground

    def judged(self) -> Iterator[tuple[Phrase, EntityType, float]]:
        """The phrases that name a project or a site, with the confidence."""
        ground = self.ground
        for phrase in phrases(ground, TAILS):
            if phrase.nouns < 1 or phrase.end - phrase.start < 4:
                continue
            named = phrase.proper or phrase.placed
            if not named and phrase.nouns < 3:
                continue
            kind, confidence = self._kind(phrase)
            if not named:
                confidence -= 0.2
            if phrase.placed and not phrase.proper and phrase.nouns < 2:
                confidence -= 0.2
            yield phrase, kind, confidence

    def _kind(self, phrase: Phrase) -> tuple[EntityType, float]:
        text = self.ground.text
        word = self.ground.flat[phrase.last]
        particle = text[phrase.end : word.stop]
        ahead = text[word.stop : word.stop + 45].split("\n")[0]
        built = BUILT.search(ahead.split(". ")[0]) is not None
        if ALWAYS.search(phrase.tail):
            return EntityType.PROJECT, 0.8
        if BUILDING.match(ahead) and not particle:
            return EntityType.PROJECT, 0.75
        if INSIDE.match(ahead) or AT.fullmatch(particle):
            return EntityType.SITE, 0.65
        if PLACE_TAIL.search(phrase.tail):
            built = built and particle[:1] in ("을", "를")
            return (EntityType.PROJECT if built else EntityType.SITE), 0.65
        if particle and built:
            return EntityType.PROJECT, 0.7
        return (EntityType.PROJECT, 0.55)

    def quoted(self) -> Iterator[Mention]:
        """Names between quotation marks."""
        text = self.ground.text
        for low, high in self.ground.quotes:
            name = text[low:high].strip()
            start = text.index(name, low)
            end = start + len(name)
            marks = text[start - 1]
            after = text[end + 1 : end + 14]
            if not 4 <= len(name) <= 60 or EVENT.search(name):
                continue
            if marks in '“"' and (len(name) > 30 or re.search(r"[다요까]$|[.!?…]", name)):
                continue
            tail = QUOTED_TAILS.search(name)
            followed = re.match(
                r"\s?(?:사업|공모|특구|프로젝트|펀드|계획|조례|단지|산단|지구|클러스터)", after
            )
            if not tail and not followed:
                continue
            if (
                " " not in name
                and len(name) < 6
                and not re.search(r"특구|특별법|펀드|산단|밸리", name)
            ):
                continue
            yield Mention(
                start, end, EntityType.PROJECT, name, "project.quoted", 0.9 if tail else 0.75
            )

    def items(self) -> Iterator[Mention]:
        """The items of a list with bullets."""
        text = self.ground.text
        for sentence in self.ground.document.sentences:
            for match in BULLET.finditer(text, sentence.start, sentence.end):
                item = match.group(1)
                stop = ITEM_END.search(item)
                name = item[: stop.start()] if stop else item
                name = name.strip(" ‘'“\"’”.,")
                if len(name) < 5 or not QUOTED_TAILS.search(name):
                    continue
                start = text.index(name, match.start(1))
                yield Mention(
                    start, start + len(name), EntityType.PROJECT, name, "project.item", 0.75
                )

    def phases(self) -> Iterator[Mention]:
        """`1단계`, `2단계 사업`, where the sentence tells a sum, a date or a step of it."""
        text = self.ground.text
        for sentence in self.ground.document.sentences:
            for match in PHASE.finditer(text, sentence.start, sentence.end):
                said = text[sentence.start : sentence.end]
                if match.start() and text[match.start() - 1].isalnum():
                    continue
                if not re.search(r"억|20[0-9]{2}년|착공|준공|[0-9]년", said):
                    continue
                yield Mention(
                    match.start(),
                    match.end(),
                    EntityType.PROJECT,
                    match.group(),
                    "project.phase",
                    0.6,
                )


def find(ground: Ground) -> Iterator[Mention]:
    """The projects and sites of a document that phrases and quotation marks tell."""
    reader = Reader(ground)
    text = ground.text
    yield from reader.quoted()
    yield from reader.items()
    yield from reader.phases()
    for phrase, kind, confidence in reader.judged():
        name = text[phrase.start : phrase.end]
        yield Mention(phrase.start, phrase.end, kind, name, f"{kind}.phrase", confidence)
