"""How organisations are found: by the public lists, and by the last part of their name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.gazetteer import Hit
from extractors.mentions.endings import ending_in
from extractors.mentions.ground import PARTICLE, Ground
from extractors.mentions.mention import Mention
from extractors.mentions.words import Word
from graph.model import EntityType

HEAD_OF = re.compile(r"(?<=[원소단회관청처실터사국부])장$")
FULL_REGION = re.compile(r"[가-힣]{2,}(?:시|도|군|구|읍|면|동|리)$")
BRANCH = re.compile(r"(?:분소|센터|본부|분원|지부|지사|사업단|산학협력단|분관|연구소|기술연구원)$")
VAGUE_WORDS = (
    "이 그 저 각 본 해당 지역 국내 전국 정부 관련 유관 산하 출연 공공 민간 우리 같은 여러 주요 "
    "전문 대학 지방 중앙 시 도 군 구 동 "
    "기술 특별 추진 기획 운영 심의 자문 국가 도내 시내 관내 국책 정책 선정 평가 지원 연구 중소 "
    "국제 미래 종합 통합 글로벌 "
    "공동 부설 소속 현지 민관 상임 소관 심사 조사 준비 조직 대책 지속 거점 창업 교육 안전 신규 "
    "협력 전담 주관 참여 사업 산업"
)
VAGUE = frozenset(VAGUE_WORDS.split())


def listed(ground: Ground, kind: EntityType) -> Iterator[Mention]:
    """The listed organisations of one type; names that are ordinary words must be proper nouns."""
    for hit in ground.listed:
        owners = [entry for entry in hit.entries if entry.type is kind]
        if not owners or any(e.type is EntityType.REGION for e in hit.entries):
            continue
        name = ground.text[hit.start : hit.end]
        if all(name in entry.doubtful for entry in owners) or swallows(ground, hit):
            continue
        ref = owners[0].ref if len(owners) == 1 else None
        yield Mention(hit.start, hit.end, kind, name, f"{kind}.listed", 0.95, ref)


def swallows(ground: Ground, hit: Hit) -> bool:
    """Whether a short name takes a particle in, as `메카로` does in `튜닝 메카로`."""
    word = ground.words[ground.index(hit.end) - 1]
    rest = ground.text[word.end : hit.end]
    short = hit.end - hit.start < 5 and word.start == hit.start
    return short and PARTICLE.fullmatch(rest) is not None


def tailed(
    ground: Ground, kind: EntityType, tail: re.Pattern[str], confidence: float = 0.8
) -> Iterator[Mention]:
    """Words with one of some last parts that say whose they are, before it or to the left."""
    quotes = {high: low for low, high in ground.quotes}
    for position, word in ending_in(ground.flat, ground.flat_by_last, tail, also="장"):
        if not word.nominal:
            continue
        noun = HEAD_OF.sub("", word.noun)
        match = tail.search(noun)
        if match is None:
            continue
        start = word.start
        opened = quotes.get(word.end)
        if opened is not None and word.start - opened < 24:
            start = opened
        elif position and (owner := _owner(ground, position, noun)) is not None:
            start = owner
        elif not specific(word, noun[: match.start()]):
            first = _leftward(ground, position)
            if first is None:
                continue
            start = ground.flat[first].start
        elif position and not word.proper and _spaced(ground, position):
            start = ground.flat[position - 1].start
        end = word.start + len(noun)
        yield Mention(start, end, kind, ground.text[start:end], f"{kind}.tail", confidence)

    if kind is EntityType.INSTITUTE:
        return  # what is quoted is more often being built
    for low, high in ground.quotes:
        name = ground.text[low:high]
        if high - low <= 30 and " " in name and tail.search(name):
            yield Mention(low, high, kind, name, f"{kind}.quoted", 0.95)


def _owner(ground: Ground, position: int, noun: str) -> int | None:
    """Where the ministry stands whose committee it is, or the country whose association."""
    before = ground.flat[position - 1]
    if not before.bare or ground.text[before.stop : ground.flat[position].start] != " ":
        return None
    entries = ground.gazetteer.entries(before.noun)
    if noun.endswith("위원회") and any(e.type is EntityType.GOVERNMENT for e in entries):
        return before.start
    if noun.endswith(("협회", "상공회의소")) and any(e.level == "country" for e in entries):
        return before.start
    return None


def _spaced(ground: Ground, position: int) -> bool:
    """Whether a region stands before a common name that is a body's: `강원도 산업경제진흥원`."""
    before, gap = ground.flat[position - 1], ground.flat[position].gap
    return before.bare and gap == " " and before.end in ground.region_ends


def branches(ground: Ground, bodies: Iterable[Mention]) -> Iterator[Mention]:
    """Bodies with the branch that stands behind: `한국생산기술연구원 강원권본부`."""
    for body in bodies:
        position = ground.flat_index(body.end)
        if position >= len(ground.flat) or ground.text[body.end : body.end + 1] != " ":
            continue
        word = ground.flat[position]
        noun = HEAD_OF.sub("", word.noun)
        if word.gap == " " and len(noun) > 2 and BRANCH.search(noun) and word.nominal:
            end = word.start + len(noun)
            name = ground.text[body.start : end]
            kind = EntityType.INSTITUTE
            yield Mention(body.start, end, kind, name, "institute.branch", 0.95)


def specific(word: Word, before: str) -> bool:
    """Whether what stands before a name's last part tells one from another."""
    if len(before) < 2 or before in VAGUE:
        return False
    if word.proper:
        return True
    return sum(tag == "NNG" for tag in word.tags) >= 4 or len(before) >= 6


def _leftward(ground: Ground, position: int) -> int | None:
    """Where a name with a vague last word begins: at a proper noun, three words back at most."""
    words = ground.flat
    for back in range(1, 4):
        if position - back < 0:
            return None
        gap = words[position - back + 1].gap
        word = words[position - back]
        if gap not in (" ", "·") or not word.bare or not word.nominal:
            return None
        if word.noun.endswith(("부지", "일원", "자리")):
            return None
        if word.start in ground.region_starts and FULL_REGION.search(word.noun):
            return None
        if word.proper:
            return position - back
    return None
