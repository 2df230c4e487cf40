"""How organisations are found: by the public lists, and by the last part of their name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.gazetteer import Hit
from extractors.mentions.endings import ending_in
from extractors.mentions.ground import PARTICLE, Ground, Word
from extractors.mentions.mention import Mention
from extractors.wordlists import either, words
from graph.model import EntityType

GRANTED = re.compile(r"에\s(?:총\s|약\s)?[0-9][0-9,.]*(?:조|억)")
TAUGHT = re.compile(r" [가-힣]{0,6}(?:총장|학장|교수|처장|단장|실장|원장)(?![가-힣]{3})")
"""Who teaches or leads at a campus is of the university."""
POINTS = frozenset(("·", "∙", "‧", "ㆍ", "・"))
HEAD_OF = re.compile(r"(?<=[원소단회관청처실터사국부])장$|(?<=의회)의장$|(?<=[찰무방]서)장$")
FULL_REGION = re.compile(r"[가-힣]{2,}(?:시|도|군|구|읍|면|동|리)$")
APART = frozenset(("등", "및", "외", "시와", "도와"))
UNITS = ("국", "본부", "사업단", "지부", "지사", "지점", "지회")
"""What a body has whose head is called by its whole name: `나래공사 다래지역본부장`."""
LONG = 10
"""Letters of a name that tells by itself whose it is: `초고속열차시험선구축사업단`."""
BRANCH = re.compile(
    r"(?:분소|센터|본부|분원|지부|지사|사업단|산학협력단|분관|연구소|기술연구원|캠퍼스)$"
)
SCHOOLED = re.compile(BRANCH.pattern[:-2] + r"|^(?!한국|국립)[가-힣]{2,}(?:연구원|병원|박물관))$")
"""What a university has besides: its hospitals and institutes bear its name."""

FOUNDED = re.compile(
    r"[’'”]?(?:\([^()\n]{1,30}\))?[’'”]?[을를이가은는의]? ?(?:[가-힣0-9]{1,6} )?"
    r"(?:구축|건립|조성|설립|유치|착공|신축|준공|개소|짓|지어|세우|세운|세워|들어서|들어선|들어설)"
)
LABORATORY = re.compile(r"(?:연구|교육|사업화|실험|기술)센터$|연구소$")
"""What the name of a university's part of several words ends in."""

VAGUE = words("function_words", "vague")
ALL_VAGUE = re.compile(f"(?:{either('function_words', 'vague')})*")
STRONG = re.compile(
    r"(?:연구원|연구소|기술원|진흥원|정보원|개발원|평가원|시험원|인증원|융합원|학회|협회|연합회)$"
)
COMMITTEE = re.compile(r"(?!.*(?:추진|유치|평가|심사|선정|대책|조직|준비)위)[가-힣]{4,8}위원회")
"""Standing committees, as those of councils are: their names are common nouns."""
RANK = re.compile(r"(?<![가-힣])(?:책임|선임|수석|전임|주임|위촉|객원|초빙) ?연구원$")
STAFF = re.compile(r"연구원(?:들|(?: 등)? (?:약 )?[0-9]+(?:여)? ?명)")
"""Those who work at an institute, told by the head: `나래원 연구원 11명`."""
"""What ends as an institute's name does and is the rank of one who works there."""
INTRODUCED = re.compile(r"^(?:이하|약칭|[A-Z][A-Za-z&-]+$)")


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
        noun = HEAD_OF.sub("", word.noun) if word.noun.endswith("장") else word.noun
        match = tail.search(noun)
        if match is None or (noun != word.noun and _is_part(ground, position, noun)):
            continue
        if noun.endswith("연구원") and RANK.search(
            ground.text, max(0, word.start - 3), word.start + len(noun)
        ):
            continue
        if noun.endswith("연구원") and STAFF.match(ground.text, word.start + len(noun) - 3):
            continue
        start = _beginning(ground, position, noun, match, quotes.get(word.end))
        if start is None:
            continue
        end = word.start + len(noun)
        entries = ground.gazetteer.entries(ground.text[start:end])
        if entries and all(entry.type not in (kind, EntityType.COMPANY) for entry in entries):
            continue
        yield Mention(start, end, kind, ground.text[start:end], f"{kind}.tail", confidence)

    if kind is EntityType.INSTITUTE:
        return  # what is quoted is more often being built
    for low, high in ground.quotes:
        name = ground.text[low:high]
        if high - low <= 30 and " " in name and tail.search(name):
            yield Mention(low, high, kind, name, f"{kind}.quoted", 0.95)


def _is_part(ground: Ground, position: int, noun: str) -> bool:
    """Whether a head is that of a part of a body, not of a body of its own.

    `배나래 전북연구개발특구본부장` heads a body: its name has a place and stands behind a person.
    """
    if not noun.endswith(UNITS) or len(noun) >= LONG:
        return False
    if noun.endswith("국") or position == 0:
        return True
    if ground.flat[position - 1].start not in ground.person_starts:
        return True
    return not ground.begins_with_region(ground.flat[position].start)


def _beginning(
    ground: Ground, position: int, noun: str, tail: re.Match[str], opened: int | None
) -> int | None:
    """Where the body's name begins that ends in that word; None where nothing says whose it is.

    `opened` is where the quotation mark stands that closes behind the word.
    """
    word, lead = ground.flat[position], noun[: tail.start()]
    if opened is not None and word.start - opened < 24:
        return opened
    if position and (owner := _owner(ground, position, noun)) is not None:
        return owner
    if (joined := _joined(ground, position)) is not None:
        return joined
    if not specific(word, lead) and not _known_body(ground, word, lead, tail.group()):
        first = _leftward(ground, position)
        return None if first is None else ground.flat[first].start
    if position and not word.proper and noun[-1] != "국" and _spaced(ground, position):
        return ground.flat[position - 1].start
    return word.start


def _owner(ground: Ground, position: int, noun: str) -> int | None:
    """Where the ministry or the work stands whose committee it is, or an association's country."""
    before = ground.flat[position - 1]
    if not before.bare or ground.text[before.stop : ground.flat[position].start] != " ":
        return None
    entries = ground.gazetteer.entries(before.noun)
    if noun.endswith("위원회"):
        ministry = any(e.type is EntityType.GOVERNMENT for e in entries)
        if len(noun) < 8 and (ministry or len(before.noun) > 7):
            return before.start
    if noun.endswith(("협회", "상공회의소")) and any(e.level == "country" for e in entries):
        return before.start
    return None


def _joined(ground: Ground, position: int) -> int | None:
    """Where a name begins whose first part stands before a point: `나래의생명·산업진흥원`."""
    word = ground.flat[position]
    before = ground.flat[position - 1] if position else None
    if before is None or word.gap not in POINTS or not before.bare or word.proper:
        return None
    if STRONG.search(before.noun):
        return None  # a body of its own: `토지연구원·창업진흥원`
    hits = ground.gazetteer.at(ground.text, before.start)
    placed = any(
        entry.type is EntityType.REGION and hit.end < before.end
        for hit in hits
        for entry in hit.entries
    )
    return before.start if placed and not ground.gazetteer.entries(before.noun) else None


def _known_body(ground: Ground, word: Word, before: str, tail: str) -> bool:
    """Whether a name of common nouns is a body's: by its last part, or by a short form behind."""
    if COMMITTEE.fullmatch(word.noun):
        return True
    if len(before) < 3 or ALL_VAGUE.fullmatch(before) or before.startswith("제"):
        return False
    bracket = ground.bracket_at.get(word.end)
    if bracket is not None:
        inner = ground.text[bracket.inner_start : bracket.inner_end]
        if INTRODUCED.match(inner):
            return True
    return len(before) >= 4 and STRONG.search(tail) is not None and len(word.tags) >= 2


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
        if body.type is EntityType.UNIVERSITY:
            position = _laboratory(ground, position)
        word = ground.flat[position]
        noun = HEAD_OF.sub("", word.noun)
        tails = SCHOOLED if body.type is EntityType.UNIVERSITY else BRANCH
        if word.gap == " " and len(noun) > 2 and tails.search(noun) and word.nominal:
            end = word.start + len(noun)
            name = ground.text[body.start : end]
            campus = noun.endswith("캠퍼스") and body.type is EntityType.UNIVERSITY
            kind = EntityType.SITE if campus else EntityType.INSTITUTE
            if campus and (GRANTED.match(ground.text, end) or TAUGHT.match(ground.text, end)):
                continue
            if noun != word.noun and noun.endswith(UNITS):
                continue  # who leads a part of it, as in `나래부 통상교섭본부장`
            if noun.endswith("산학협력단") or body.type is EntityType.ASSOCIATION:
                kind = body.type
            yield Mention(body.start, end, kind, name, f"{kind}.branch", 0.95)


def _laboratory(ground: Ground, position: int) -> int:
    """Where the last word of a university's centre stands: `나래대 지능형 로봇 연구센터`."""
    words = ground.flat
    for ahead in range(position, min(position + 3, len(words))):
        word = words[ahead]
        if word.gap != " " or not word.nominal:
            break
        if LABORATORY.search(word.noun):
            return position if FOUNDED.match(ground.text, word.end) else ahead
        if not word.bare:
            break
    return position


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
        if gap not in (" ", "·") or not word.bare or not word.nominal or word.noun in APART:
            return None
        if gap == "·" and (ground.gazetteer.entries(word.noun) or STRONG.search(word.noun)):
            return None
        if word.noun.endswith(("부지", "일원", "자리")) or word.start in ground.person_starts:
            return None
        if word.start in ground.region_starts and FULL_REGION.search(word.noun):
            return None
        if word.proper:
            return position - back
    return None
