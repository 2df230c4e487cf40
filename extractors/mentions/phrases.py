"""Noun phrases with a telling last part: how far left a name reaches, what it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.mentions.endings import ending_in
from extractors.mentions.ground import Ground, Word
from extractors.wordlists import words
from graph.model import EntityType

TILDES = frozenset(("~", "∼", "〜"))
"""What stands between the two ends of a route."""
GAPS = frozenset((" ", "·", "∙", "‧", "ㆍ", "・", "&", "/", "-"))
POINTS = frozenset(("·", "∙", "‧", "ㆍ", "・"))
PAIRS = POINTS | TILDES
COUNTED = re.compile(
    r"(?:약|총)?[0-9][0-9,.]*(?:여|수)?(?:[조억만천백]|원|명|개|곳|건|년|차?[년연]도|월|일|%|차례|단계|㎡|㏊"
    r"|ha|배|위|주년|호기|호|번째"
    r"|사|가지|종|대|동|필지|평|조각|분기|면|층|톤|t|m|㎞|km|MW|㎿|GW|kW)"
)
STOPS = words("function_words", "apart")
FULL_REGION = re.compile(r"(?:[가-힣]{2,}(?:시|도|군|구|읍|면|동|리)|[가-힣]{3,}주)$")
VILLAGE = re.compile(r"[가-힣]{2,}(?:시|군|구|읍|면|동|리)$")
PHASE = re.compile(r"[1-9]단계")
WHOLE = re.compile(
    r"(?:센터|단지|지구|시설|(?<![저성확포])장|관|공장|밸리|파크|특구|플랜트|연구소|연구원|사업|시장|학교"
    r"|고속도로|고속철도|대교|터널|산단|클러스터|플랫폼|박람회|축제)$"
)
DONE_TO = re.compile(r"(?:구축|조성|건립|건설|설립|확충|개설|설치|신설|증설)$")
"""What is done to one thing of a row that is told with what is done to each."""
DONE_NEXT = re.compile(
    r"(?:운[영용]|분양|관리|확[산대충]|보급|활[용성]|육성|지원|생산|양성|고도화|실증|활성화|정비|유지|개[선량]"
    r"|홍보|이전|연계|리모델링|보[수강]|[증신개]설|공급|임대|상용화|사업화|인증|평가|시험|조성|구축|건[립설])"
)
"""What is done to the same thing next: `나래단지 조성·분양 사업`."""
ESTATE = re.compile(r"(?:제?[0-9])?(?:일반|국가|도시첨단|농공)?(?:산업단지|산단|단지)")
"""What kind of complex a name that needs none has: `브레인시티 일반산업단지`."""
ON_ROUTE = re.compile(r"(?:사업|공사|구축|조성|정비|개설|확장|건설|신설|설치|개량|공급)$")
"""What is done from one end to another: `가온읍~다솔면 상수도 공급 사업`."""
WORKS = ("사업", "프로젝트")
"""What is done in a complex bears its name, unlike a house in it."""
HOST = re.compile(r"[가-힣0-9]{2,}(?:테크노밸리|산단|산업단지|신도시|국제도시|혁신도시|기업도시)$")
OWNERS = frozenset((EntityType.COMPANY, EntityType.UNIVERSITY))
OFFICE = re.compile(r"(?:[가-힣]{2}(?:시장|군수|구청장|도지사|장관|교육감)|지사)[도은는이가]?$")
"""An office, with a particle that the morphemes took for a part of it: `나래군수도`."""
NUMBERED = re.compile(r"제[1-9]|[가-힣](?:[1-9]|[1-9]?[0-9])$|^[1-9][0-9]?(?:차|공구)")


class Phrase(NamedTuple):
    """The words `first` to `last` of a ground's flat words; the last ends in `tail`.

    `proper` where a proper noun, letters or a number tell it from others, `placed` where a region
    does; `nouns` weighs what stands before the tail.
    """

    start: int
    end: int
    first: int
    last: int
    tail: str
    proper: bool
    placed: bool
    nouns: int


def phrases(ground: Ground, tails: re.Pattern[str]) -> Iterator[Phrase]:
    """The phrases whose last word ends in one of the tails, each as far left as it may reach."""
    for position, word in ending_in(ground.flat, ground.flat_by_last, tails):
        if not (word.nominal or word.proper):
            continue
        match = tails.search(word.noun)
        if match is not None and not _is_mayor(ground, word):
            yield phrase_to(ground, position, match.group())


def _is_mayor(ground: Ground, word: Word) -> bool:
    """Whether `나래시장` is an office: a region with `시장`."""
    return word.start in ground.region_starts and word.noun.endswith("시장")


def phrase_to(ground: Ground, last: int, tail: str, limit: int = 9) -> Phrase:
    """The phrase that ends in the word at `last`."""
    words = ground.flat
    first = last
    placed = words[last].start in ground.region_starts
    gaps = GAPS | TILDES if ON_ROUTE.search(tail) else GAPS
    while first > 0 and last - first < limit and words[first].gap in gaps:
        before = words[first - 1]
        if not joins(before) or _apart(ground, before):
            break
        if before.noun == "소재" and VILLAGE.search(words[first - 2].noun) and first > 1:
            break  # `나래면 가람리 소재 다온단지`
        hosted = before.end in ground.site_ends or HOST.search(before.noun)
        lot = first == last and (
            tail == "지구"
            or words[last].noun.startswith("제")
            or ESTATE.fullmatch(words[last].noun) is not None
        )
        if hosted and not ((tail in WORKS or lot) and words[first].gap == " "):
            break
        if words[first].gap in POINTS and (
            WHOLE.search(before.noun) or _is_other(before, words[first])
        ):
            break
        if before.end in ground.region_ends:
            alone = first == last and words[last].noun == tail
            paired = (
                words[first].gap in PAIRS
                and first < last
                and words[first].end in ground.region_ends
            )
            if paired:
                first -= 1
                continue
            if (
                _listed(ground, words[first])
                or placed
                or (FULL_REGION.search(before.noun) and not alone)
            ):
                break
            placed = True
        elif placed and not _firm(ground, before):
            break
        first -= 1
    while first < last and words[first].noun in STOPS:
        first += 1
    inner = words[first : last + 1]
    head = words[last].noun[: len(words[last].noun) - len(tail)]
    nouns = sum(max(1, len(word.noun) // 3) for word in inner[:-1]) + (len(head) + 1) // 2
    placed = any(word.start in ground.region_starts for word in inner)
    proper = any(
        word.proper and word.start not in ground.region_starts
        for word in (*inner[:-1], *(inner[-1:] if len(head) > 1 else []))
    )
    proper = proper or any(NUMBERED.search(word.noun) for word in inner[:-1])
    proper = proper or NUMBERED.search(head) is not None
    end = words[last].start + len(words[last].noun)
    return Phrase(words[first].start, end, first, last, tail, proper, placed, nouns)


def _is_other(before: Word, word: Word) -> bool:
    """Whether another thing begins at a point: `다온발사장 구축·나래 국가산단 조성`."""
    return DONE_TO.fullmatch(before.noun) is not None and DONE_NEXT.match(word.noun) is None


def joins(word: Word) -> bool:
    """Whether a word may stand inside a name: bare, nouns only, no count, no word like `올해`."""
    return (
        word.bare
        and (word.nominal or word.tags == ("XR",))
        and word.noun not in STOPS
        and (not COUNTED.match(word.noun) or PHASE.fullmatch(word.noun) is not None)
        and not (len(word.noun) == 1 and word.tags[0] in ("NNB", "MM", "NP"))
    )


def _apart(ground: Ground, word: Word) -> bool:
    """Persons, their offices, ministries and associations are no part of what they run."""
    if word.start in ground.person_starts or OFFICE.search(word.noun):
        return True
    return any(
        entry.type in (EntityType.GOVERNMENT, EntityType.ASSOCIATION)
        for entry in ground.gazetteer.entries(word.noun)
    )


def _listed(ground: Ground, word: Word) -> bool:
    """Whether a word is a listed body: a region before it says where that is, not its name."""
    return any(entry.ref.startswith("org:") for entry in ground.gazetteer.entries(word.noun))


def _firm(ground: Ground, word: Word) -> bool:
    """Whether a word is a listed company or university, which may own what stands in a region."""
    return any(e.type in OWNERS for e in ground.gazetteer.entries(word.noun))
