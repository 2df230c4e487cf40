"""Noun phrases with a telling last part: how far left a name reaches, what it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.mentions.endings import ending_in
from extractors.mentions.ground import Ground
from extractors.mentions.words import Word
from graph.model import EntityType

GAPS = frozenset((" ", "·", "∙", "‧", "ㆍ", "・", "&", "/", "-"))
POINTS = frozenset(("·", "∙", "‧", "ㆍ", "・"))
COUNTED = re.compile(
    r"(?:약|총)?[0-9][0-9,.]*(?:여|수)?(?:[조억만천백]|원|명|개|곳|건|년|월|일|%|차례|단계|㎡|㏊"
    r"|ha|배|위|주년|호기|호|번째"
    r"|사|가지|종|대|동|필지|평|조각|분기|면)"
)
STOP_WORDS = (
    "올해 지난해 내년 작년 지난달 최근 이번 오는 지난 현재 향후 앞서 이날 전날 당시 총 약 각각 "
    "모두 이미 또 또한 특히 한편 "
    "이후 우선 등 해당 관련 대상 주요 이 그 저 각 본 새 첫 신규 국내 세계 최초 최대 규모 대규모 "
    "정부 지역 인근 일원 일대 "
    "국비 도비 시비 군비 민자 사업비 총사업비 예산 가운데 중 같은 다른 여러 모든 두 세 네 다섯 "
    "한 하나 핵심 기존 옛 전 현 주변 "
    "나머지 이외 위해 따라 통해 대한 위한 관한 비롯 포함 필요 추가 최종 본격 조기 하반기 상반기 "
    "연내 연말 지자체 기초지자체 "
    "광역지자체 도내 시내 관내 기업 업체 후속 차기 그간 그동안 당초 여기 이곳 국가사업 및 또는 "
    "역점 숙원 세계적 전국 수도권 "
    "비수도권 사업 공약 민선 제안 건의 신청 요구 발표 설명 도입 오전 오후 다음 관계자 사업자 "
    "전국적 유망 성공적 안정적 체계적 "
    "예타 인허가 번째 군내 뒤 앞 옆 위 아래 분야 부문 정부부처 부처 중앙정부 지방정부 "
    "단위 기관 단체 출범 완공 "
    "준공 착공 이달 내달 이듬해 동시 별도 자체 전체 일부 이른바"
)
STOPS = frozenset(STOP_WORDS.split())
FULL_REGION = re.compile(r"[가-힣]{2,}(?:시|도|군|구|읍|면|동|리)$")
PHASE = re.compile(r"[1-9]단계")
WHOLE = re.compile(
    r"(?:센터|단지|지구|시설|발사장|장|관|공장|밸리|파크|특구|플랜트|연구소|연구원|사업|시장|학교)$"
)
HOST = re.compile(r"[가-힣0-9]{2,}(?:테크노밸리|산단|산업단지|신도시|국제도시|혁신도시|기업도시)$")
NUMBERED = re.compile(r"제[1-9]|[가-힣](?:[1-9]|[1-9]?[0-9])$|^[1-9][0-9]?(?:차|공구)")


@dataclass(frozen=True, slots=True)
class Phrase:
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
        if match is not None:
            yield phrase_to(ground, position, match.group())


def phrase_to(ground: Ground, last: int, tail: str, limit: int = 9) -> Phrase:
    """The phrase that ends in the word at `last`."""
    words = ground.flat
    first = last
    placed = words[last].start in ground.region_starts
    while first > 0 and last - first < limit and words[first].gap in GAPS:
        before = words[first - 1]
        if not joins(before) or _apart(ground, before):
            break
        if before.end in ground.site_ends or HOST.search(before.noun):
            break
        if words[first].gap in POINTS and WHOLE.search(before.noun):
            break
        if before.end in ground.region_ends:
            alone = first == last and words[last].noun == tail
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
    """Persons, ministries and associations are no part of what they run."""
    if word.start in ground.person_starts:
        return True
    return any(
        entry.type in (EntityType.GOVERNMENT, EntityType.ASSOCIATION)
        for entry in ground.gazetteer.entries(word.noun)
    )


def _listed(ground: Ground, word: Word) -> bool:
    """Whether a word is a listed body: a region before it says where that is, not its name."""
    return any(entry.ref.startswith("org:") for entry in ground.gazetteer.entries(word.noun))


def _firm(ground: Ground, word: Word) -> bool:
    """Whether a word is a listed company, which may own what stands in a region."""
    return any(e.type is EntityType.COMPANY for e in ground.gazetteer.entries(word.noun))
