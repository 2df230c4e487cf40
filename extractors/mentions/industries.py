"""Industries and technology fields by their names: listed ones, and `…산업`; `fields` judges them.

To the rules a field that a text names once, in passing, is no topic of it: it must return, stand in
the title or in a list of fields, or be called an industry, a field or a market.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.gazetteer import Hit
from extractors.mentions.ground import Ground, Word
from extractors.mentions.mention import Mention
from extractors.mentions.phrases import COUNTED, POINTS, STOPS, Phrase, phrases
from graph.model import EntityType

FIELD = re.compile(r"산업$")
MADE_OF = re.compile(
    r"(?:국가|지역|전략|첨단|미래|신|주력|기간|성장|동력|주요|관련|연관|전후방|특화|일반|전통"
    r"|중소|국내|국제|핵심|기존|유망"
    r"|향토|대표|전방|후방|기반|부품|차세대|고부가|지식|세계|글로벌|도내|경제|융합|융복합|혁신"
    r"|제조|K-?|뿌리기술|스마트|디지털)*산업"
)
GENERIC_FIELD = re.compile(rf"(\S+) (?!산업){MADE_OF.pattern}")
NUMBERED = re.compile(r"^(?:[0-9]차|[0-9]D)\s?")
QUARTER = re.compile(r"^[동서남북중][동서남북부]?권")
PASSING_WORDS = "관광 농업 어업 임업 해운업 건설업 유통 항만 철도 공항 교통 물류"
PASSING = frozenset(PASSING_WORDS.split())
"""Sectors that every region has: topics only where they are called so."""
STAGES = re.compile(
    r"(?:생산|제조|가공|저장|운송|운반|활용|이용|소비|유통|판매|수출|보급|설계|개발|연구|실증|시험|인증|평가"
    r"|교육|훈련|고용|창업|홍보|마케팅|주거|복지|안전|운영|관리|정비|투자|지원|[ ·])+"
)
"""Stages and tasks of any field, listed as if they were fields."""
CALLED = re.compile(
    r"\s?(?:[가-힣]?산업|규제자유특구|특화단지|국가산단|집적단지|분야|업계|부문|생태계|시장|클러스터|밸리|업종|벨트|도시|강국|기업|소재|부품"
    r"|기술(?:을|의|이|과|\s개발))"
)
SECTOR = re.compile(r"\s?(?:산업|분야|업계)")
BESIDE = re.compile(r"[,/]|\s?(?:과|와|및)\s|\([A-Z]")
SEPARATORS = frozenset((", ", "·", "∙", "‧", "ㆍ", "・", "/"))
CLOSERS = re.compile(r"^(?:등|분야|업종|부문|관련|[0-9]+대|같은)$")
FIELDS_FOLLOW = re.compile(
    r"\s(?:(?:등|같은|관련)(?:의)?\s)?(?:[가-힣]{2,4}\s){0,2}(?:[0-9]+대\s)?(?:[가-힣]{2}\s?)?"
    r"(?:분야|업종|산업|신산업|부문|첨단기술|핵심기술)"
)
CLOSED = re.compile(r"\s등(?:의|을|에)?(?![가-힣])")
LEADING = re.compile(
    r"^(?:국가|우리나라|국내|지역|미래|차세대|첨단|글로벌|세계|도내|관련|신|새|신규|기존|주력|핵심)\s"
)
OPENING = "‘'“\"「『△▲○"
UNITS = frozenset(("가구",))
NUMBER = re.compile(r"[0-9십백천만] ?$")
COUNT_OF_PASSING = 1


def named(ground: Ground) -> list[Mention]:
    """Whatever may be an industry by its name."""
    return [*_known(ground), *_named(ground)]


def topical(ground: Ground, found: list[Mention]) -> Iterator[Mention]:
    """Of what may be an industry those that the text treats as one, by rules alone.

    And what stands beside them in a series that is called a series of fields.
    """
    counts = Counter(mention.ref or mention.name for mention in found)
    listed = list(_series(ground, found))
    near = {start for series in listed for start, _ in series.members}
    title = title_end(ground)
    starts, ends = {m.start for m in found}, {m.end for m in found}
    for mention in found:
        if (
            counts[mention.ref or mention.name] > COUNT_OF_PASSING
            or mention.end <= title
            or mention.start in near
            or coupled(ground.text, mention, starts, ends)
            or is_topical(ground.text, mention)
        ):
            yield mention
    taken = {at for mention in found for at in (mention.start, mention.end)}
    for series in listed:
        for start, end in series.members if series.fields else ():
            name = ground.text[start:end]
            if start not in taken and end not in taken and STAGES.fullmatch(name) is None:
                yield Mention(start, end, EntityType.INDUSTRY, name, "industry.series", 0.65)


def _known(ground: Ground) -> Iterator[Mention]:
    for hit in ground.listed:
        owners = [entry for entry in hit.entries if entry.type is EntityType.INDUSTRY]
        if owners and len(owners) == len(hit.entries) and not _counts(ground.text, hit):
            name = ground.text[hit.start : hit.end]
            yield Mention(
                hit.start, hit.end, EntityType.INDUSTRY, name, "industry.listed", 0.7, owners[0].ref
            )


def _counts(text: str, hit: Hit) -> bool:
    """Whether a field's name is a unit behind its number: `80만 가구` are no furniture."""
    unit = text[hit.start : hit.end] in UNITS
    return unit and NUMBER.search(text, max(0, hit.start - 2), hit.start) is not None


def _named(ground: Ground) -> Iterator[Mention]:
    """Names that end in `산업` and that no list has."""
    kind = EntityType.INDUSTRY
    for phrase in phrases(ground, FIELD):
        start = phrase.start
        name = ground.text[start : phrase.end]
        known = ground.gazetteer.entries(name, kind)
        if (
            phrase.placed
            or ground.begins_with_region(start)
            or phrase.last - phrase.first > 2
            or known
        ):
            continue
        if _no_field(ground, phrase):
            continue
        if lead := GENERIC_FIELD.fullmatch(name):
            if ground.gazetteer.entries(lead[1], kind):
                yield Mention(start, start + len(lead[1]), kind, lead[1], "industry.field", 0.7)
            continue
        if phrase.first < phrase.last and not _fields(ground, phrase):
            start = ground.flat[phrase.last].start
            name = ground.text[start : phrase.end]
        if "(" in name:
            name = name[: name.index("(")]
            yield Mention(start, start + len(name), kind, name, "industry.field", 0.7)
            continue
        while lead := LEADING.match(name):
            start, name = start + lead.end(), name[lead.end() :]
        if MADE_OF.fullmatch(name.replace(" ", "")) or ground.gazetteer.entries(name, kind):
            continue
        yield Mention(start, phrase.end, kind, name, "industry.field", 0.75)


def _no_field(ground: Ground, phrase: Phrase) -> bool:
    """Whether `산업` is one of a list (`교통·산업`), or of a place or a generation (`4차산업`)."""
    last = ground.flat[phrase.last]
    first = ground.flat[phrase.first]
    listed = phrase.first < phrase.last and last.noun == "산업" and last.gap in SEPARATORS
    hits = ground.gazetteer.at(ground.text, first.start)
    placed = any(e.type is EntityType.SITE for hit in hits for e in hit.entries)
    told = NUMBERED.match(first.noun) or QUARTER.match(first.noun)
    return listed or told is not None or (placed and phrase.first < phrase.last)


def coupled(text: str, mention: Mention, starts: set[int], ends: set[int]) -> bool:
    """Whether a point ties a field to another one, as in `(가상현실·메타버스)`."""
    start, end = mention.start, mention.end
    return (text[end : end + 1] in POINTS and end + 1 in starts) or (
        text[start - 1] in POINTS and start - 1 in ends
    )


def title_end(ground: Ground) -> int:
    """Where the first lines end that hold the title."""
    end = ground.document.sentences[0].start if ground.document.sentences else 0
    line = ground.text.find("\n", end)
    return line if line >= 0 else end


@dataclass(frozen=True, slots=True)
class Series:
    """Names that stand one beside the other; `fields` where what follows calls them fields."""

    members: tuple[tuple[int, int], ...]
    fields: bool


def _series(ground: Ground, found: list[Mention]) -> Iterator[Series]:
    """The series that hold fields: three and `등`, or two that are called fields."""
    known = {mention.end for mention in found}
    for run in _runs(ground.flat):
        last = run[-1][-1]
        fields = FIELDS_FOLLOW.match(ground.text, last.stop) is not None
        closed = fields or CLOSED.match(ground.text, last.stop) is not None
        members = tuple((element[0].start, element[-1].end) for element in run)
        sure = sum(end in known for _, end in members)
        if len(run) < 2 or not sure or sure * 3 < len(run):
            continue
        if sure > 2 or sure == len(run) or (closed and len(run) > 1 and (fields or sure > 1)):
            yield Series(members, fields)


def _runs(words: list[Word]) -> Iterator[list[list[Word]]]:
    """Words in a series, as elements of one or two words."""
    run: list[list[Word]] = []
    for position, word in enumerate(words):
        if not _plain(word) or CLOSERS.match(word.noun):
            if len(run) > 1:
                yield [element[-2:] for element in run]
            run = []
            continue
        before = words[position - 1] if position else word
        coupled = before.particle in ("JC", "JKB") and before.stop - before.end == 1
        if run and (word.gap in SEPARATORS if before.bare else coupled and word.gap == " "):
            run.append([word])
        elif run and before.bare and word.gap == " ":
            run[-1].append(word)
        else:
            if len(run) > 1:
                yield [element[-2:] for element in run]
            run = [[word]]
    if len(run) > 1:
        yield [element[-2:] for element in run]


def _plain(word: Word) -> bool:
    """Whether a word may be part of a field's name."""
    return (
        word.nominal
        and 2 <= len(word.noun) <= 10
        and word.noun not in STOPS
        and not COUNTED.match(word.noun)
    )


def _fields(ground: Ground, phrase: Phrase) -> bool:
    """Whether the words before `산업` belong to it: fields themselves, or all that names it."""
    inner = ground.flat[phrase.first : phrase.last]
    if ground.flat[phrase.last].noun == "산업":
        return len(inner) < 3
    return all(ground.gazetteer.entries(word.noun, EntityType.INDUSTRY) for word in inner)


def is_topical(text: str, mention: Mention) -> bool:
    """Whether the words around a field's only mention treat it as a field."""
    if mention.name in PASSING:
        return SECTOR.match(text, mention.end) is not None
    if mention.rule == "industry.field" or mention.name.endswith(("산업", "제조업")):
        return True
    if text[mention.start - 1] in OPENING and text[mention.end : mention.end + 1] == " ":
        return True
    if text[mention.start - 1] in "\n◇◆■□▲△" and text[mention.end : mention.end + 1] == "\n":
        return True
    if CALLED.match(text, mention.end) or BESIDE.match(text, mention.end):
        return True
    return text[mention.start - 2 : mention.start] == ", "
