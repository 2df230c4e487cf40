"""Regions: provinces, cities, counties, districts, towns and countries, where they stand as words.

A name with several owners (`광주`, `고성`, `동구`) goes to the one that the article speaks of:
whose province stands before it, else whose kin are named most, else the larger.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.gazetteer import Entry
from extractors.mentions.ground import PARTICLE, Ground, Word
from extractors.mentions.mention import Mention
from graph.model import EntityType

RANK = {"country": 7, "province": 6, "city": 5, "county": 4, "district": 3, "ward": 2, "place": 1}
SUFFIXED = re.compile(r"[가-힣]{2,}(?:시|도|군|구|읍|면|동|리|가)$")
TAIL = re.compile(
    r"(?:지역|일대|일원|관내|시내|도심|현지|청사|청|산|발|행)(?:[은는이가을를의도와과]|에서|에"
    r"|으로|로|)"
)
OFFICE = re.compile(
    r"(?:특례|특별|광역)?(?:시장|군수|구청장|도지사|지사|시의원|도의원|군의원|구의원|시의회"
    r"|도의회|군의회|구의회|의회"
    r"|장|수|청장)(?:[가-힣]{0,4})"
)
CHAIN_GAPS = ("", " ", "  ")
LIST_GAPS = ("·", ", ", "∙", "‧", "ㆍ", "~", "/", "-", "・")
HANJA = {"美": "미국", "日": "일본", "中": "중국", "獨": "독일", "英": "영국", "佛": "프랑스"}
ORDINARY_WORDS = (
    "이란 오만 수단 가나 말리 차드 통가 기니 나라 파리 조지아 도미니카 칠레 리마 하이 본 빈 리즈 "
    "사가 고아 피사 모리 나우루 "
    "니스 그레나다 리옹 마카오 코르크 마리 트루아 바스 바리 제다 도하 다낭 후에 키이 미에 시가 "
    "이바라 고베 카디프 성남동 "
    "인천동 자동 이동 가동 운동 활동 공동 수동 연동 행동 작동 노동 감동 변동 출동 진동 충동 선동 "
    "시동 협동 합동 부동 "
    "지면 서면 정면 전면 측면 화면 이면 대면 내면 외면 국면 장면 단면 표면 반면 평면 방면 양면 "
    "삼면 일면 도면 "
    "구면 수면 지리 관리 처리 정리 수리 원리 윤리 심리 논리 유리 분리 승리 권리 거리 자리 우리 "
    "신도시 정읍동"
)
ORDINARY = frozenset(ORDINARY_WORDS.split())


@dataclass(slots=True)
class Candidate:
    """A stretch that may name one of some regions, and whether it stands under an office."""

    start: int
    end: int
    word: Word
    entries: tuple[Entry, ...]
    office: bool = False


def find(ground: Ground) -> Iterator[Mention]:
    """The regions of a document."""
    candidates = list(_candidates(ground))
    kin = _kin(candidates, ground)
    full = {
        entry.ref
        for candidate in candidates
        if SUFFIXED.search(ground.text[candidate.start : candidate.end])
        for entry in candidate.entries
        if len(candidate.entries) == 1
    }
    settled: list[tuple[Candidate, Entry | None]] = []
    for position, candidate in enumerate(candidates):
        before = settled[-1] if settled else None
        after = candidates[position + 1] if position + 1 < len(candidates) else None
        name = ground.text[candidate.start : candidate.end]
        joined = _joined(ground, before, candidate)
        entry = _choose(candidate.entries, kin, before if joined else None, ground)
        if _stands(
            name, candidate, entry, joined, _listed(ground, candidate, before, after), full, kin
        ):
            settled.append((candidate, entry))
    for candidate, entry in settled:
        name = ground.text[candidate.start : candidate.end]
        yield Mention(
            candidate.start,
            candidate.end,
            EntityType.REGION,
            HANJA.get(name, name),
            "region.office" if candidate.office else "region",
            0.8 if candidate.office else 0.95,
            entry.ref if entry else None,
        )
    yield from _villages(ground, [candidate for candidate, _ in settled])
    yield from _foreign_places(ground, settled)


def _candidates(ground: Ground) -> Iterator[Candidate]:
    text = ground.text
    reached = -1
    for word in ground.words:
        if word.start < reached:
            continue
        if (country := HANJA.get(text[word.start : word.stop])) is not None:
            yield Candidate(word.start, word.stop, word, ground.gazetteer.entries(country))
            continue
        start = word.start
        while start < word.stop:
            found = None
            for hit in ground.gazetteer.at(text, start):
                regions = tuple(e for e in hit.entries if e.type is EntityType.REGION)
                closed = _closed(ground, word, hit.end)
                if closed is None and len(hit.entries) > len(regions) and ground.closes(hit.end):
                    break
                if closed is not None and not regions:
                    break
                if regions and closed is not None:
                    found = Candidate(start, hit.end, word, regions, office=closed)
                    break
            if found is None:
                break
            yield found
            reached = found.end
            start = word.stop
            if (follower := _glued(found, word)) is not None:
                start = follower


def _closed(ground: Ground, word: Word, end: int) -> bool | None:
    """None where a longer word goes on; else whether an office or a hall follows the region."""
    if end >= word.stop or end == word.end:
        return False
    if PARTICLE.fullmatch(ground.text, end, word.stop):
        return False
    if TAIL.fullmatch(ground.text, end, word.stop):
        return False
    if OFFICE.fullmatch(ground.text, end, word.stop):
        return True
    return None


def _glued(found: Candidate, word: Word) -> int | None:
    """Where a second region begins in the same word, as in `경남창원시`."""
    return found.end if found.end < word.end and not found.office else None


def _kin(candidates: list[Candidate], ground: Ground) -> Counter[str]:
    """How often each region or a part of it is named without doubt."""
    kin: Counter[str] = Counter()
    by_ref = ground.gazetteer.by_ref
    for candidate in candidates:
        name = ground.text[candidate.start : candidate.end]
        towns = all(entry.level == "town" for entry in candidate.entries)
        if len(candidate.entries) > 1 or name in ORDINARY or towns:
            continue
        seen: Entry | None = candidate.entries[0]
        if name in candidate.entries[0].doubtful:
            continue
        while seen is not None:
            kin[seen.ref] += 1
            seen = by_ref.get(seen.parent)
    return kin


def _choose(
    entries: tuple[Entry, ...],
    kin: Counter[str],
    before: tuple[Candidate, Entry | None] | None,
    ground: Ground,
) -> Entry | None:
    if len(entries) == 1:
        return entries[0]
    outer = before[1].ref if before and before[1] else None

    def weight(entry: Entry) -> tuple[bool, int, int, int]:
        under = outer is not None and ground.gazetteer.lies_in(entry, outer)
        up = ground.gazetteer.by_ref.get(entry.parent)
        grand = kin[up.parent] if up is not None and up.parent != "country:KR" else 0
        nation = entry.parent == "country:KR"
        own = kin[entry.ref] if nation else kin[entry.parent] * 2 + grand
        return (under, own, RANK.get(entry.level, 0), 0)

    best = max(entries, key=weight)
    scored = [weight(entry) for entry in entries]
    if scored.count(weight(best)) > 1:
        return None
    if best.level in ("district", "town", "ward") and weight(best)[:2] == (False, 0):
        return None
    return best


def _joined(
    ground: Ground, before: tuple[Candidate, Entry | None] | None, candidate: Candidate
) -> bool:
    return before is not None and ground.text[before[0].end : candidate.start] in CHAIN_GAPS


def _listed(
    ground: Ground,
    candidate: Candidate,
    before: tuple[Candidate, Entry | None] | None,
    after: Candidate | None,
) -> bool:
    text = ground.text
    return (before is not None and text[before[0].end : candidate.start] in LIST_GAPS) or (
        after is not None and text[candidate.end : after.start] in LIST_GAPS
    )


def _stands(
    name: str,
    candidate: Candidate,
    entry: Entry | None,
    joined: bool,
    listed: bool,
    full: set[str],
    kin: Counter[str],
) -> bool:
    first = entry or candidate.entries[0]
    if all(e.level == "town" for e in candidate.entries):
        known = joined or (entry is not None and kin[entry.parent] > 0)
        return known and (joined or (name not in ORDINARY and len(name) > 2))
    if name in HANJA:
        return True
    if name in ORDINARY:
        return listed and candidate.word.proper
    if entry is not None and entry.ref in full:
        return True
    doubtful = all(name in e.doubtful for e in candidate.entries)
    if doubtful:
        return joined or listed or candidate.office
    if SUFFIXED.search(name) and len(name) > 2:
        return True
    return candidate.word.proper or joined or listed or (first.level == "district")


def _villages(ground: Ground, settled: list[Candidate]) -> Iterator[Mention]:
    """`X리` behind its town, which no list holds, and any `X읍`, `X면`, `X동` behind its county."""
    ends = {candidate.end for candidate in settled}
    starts = {candidate.start for candidate in settled}
    for position in range(1, len(ground.words)):
        word, last = ground.words[position], ground.words[position - 1]
        if last.end not in ends or last.end != last.stop or word.gap != " ":
            continue
        noun = word.noun.rstrip("0123456789")
        if word.start in starts or not re.fullmatch(r"[가-힣]{1,4}[1-9]?(?:리|읍|면|동)", noun):
            continue
        outer = ground.text[last.end - 1]
        if outer in "읍면" if noun.endswith("리") else outer in "시군구":
            ends.add(word.start + len(noun))
            yield Mention(
                word.start, word.start + len(noun), EntityType.REGION, noun, "region.village", 0.85
            )


def _foreign_places(
    ground: Ground, settled: list[tuple[Candidate, Entry | None]]
) -> Iterator[Mention]:
    """A proper noun between a foreign country and `에(서)`, or with `시`, `주` at its end."""
    starts = {candidate.start for candidate, _ in settled}
    for candidate, entry in settled:
        if entry is None or not entry.ref.startswith("country:") or entry.ref == "country:KR":
            continue
        position = ground.index(candidate.end)
        if position >= len(ground.words):
            continue
        word = ground.words[position]
        if word.start in starts or word.gap != " " or ground.text[candidate.end] != " ":
            continue
        alone = word.tags in (("NNP",), ("UN",)) and re.fullmatch(r"[가-힣]{2,6}", word.noun)
        placed = ground.text[word.end : word.stop] in ("에", "에서", "에서는", "에는")
        if alone and (placed or re.search(r"[가-힣]{2}(?:시|주|현|성)$", word.noun)):
            yield Mention(word.start, word.end, EntityType.REGION, word.noun, "region.foreign", 0.7)
