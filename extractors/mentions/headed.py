"""Bodies that only the office of who heads them tells: `배나래 두루풍력얼라이언스 사무국장`.

What stands between a person and an office, is glued to the office or stands before a bracket
with both (`가온글로벌허브(센터장 배나래)`) is a body, whatever its name ends in, if the name tells
it from others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions.ground import Ground, Word
from extractors.mentions.mention import Mention
from graph.model import ORGANIZATIONS, EntityType

OF_MEMBERS = frozenset(
    ("회장", "부회장", "사무국장", "사무총장", "공동대표", "상임대표", "사무처장")
)
"""Offices of those who are many: associations have them, and some firms the first two."""
OF_STAFF = frozenset(("단장", "센터장", "소장", "이사장", "관장", "원장", "부원장"))
MANY = re.compile(r"(?:얼라이언스|포럼|연합|연대|회|YMCA|YWCA|네트워크|클럽|협의체|총연맹)$")
STAFF = re.compile(
    r"(?:추진단|기획단|지원단|사업단|센터|연구소|재단|문화원|기념관"
    r"|연구원|기술원|진흥원|개발원|정보원|과학원|의료원)$"
)
GLUED = (
    (re.compile(r"(?:은행)(?=장$)"), EntityType.COMPANY),
    (re.compile(r"(?:추진단|기획단|지원단|연수원|인재원|정보원)(?=장$)"), EntityType.INSTITUTE),
    (re.compile(r"(?:사회|총회|연합회|문인회|의사회|향우회)(?=장$)"), EntityType.ASSOCIATION),
)
PLACED = re.compile(r"(?<!위)(?<!의)(?:원|센터|소|관)(?=장$)")
"""Bodies with a head that where they are tells from others: `나래인재원장`."""
PARK = re.compile(r"(?:테크노파크|테크노밸리|TP)(?=원장$)")
"""Bodies whose head is no part of their name: `나래테크노파크원장`."""
BRACKETED = re.compile(
    r"(?:[A-Za-z]{2,10}[,·ㆍ] ?)?(?:(?P<staff>센터장|원장|이사장|소장|단장|관장)"
    r"|(?P<firm>대표이사|대표|사장)|(?P<members>회장)) (?=[가-힣])"
)
SHORTEST = 4
"""Letters of the shortest name that its head alone tells."""


def find(ground: Ground) -> Iterator[Mention]:
    """The bodies of a document that stand behind a person with their office."""
    words = ground.flat
    for position, word in enumerate(words):
        if position == 0 or word.gap != " " or not word.nominal:
            continue
        if words[position - 1].start not in ground.person_starts or not _unknown(ground, word):
            continue
        following = words[position + 1] if position + 1 < len(words) else None
        name = word.noun
        if word.bare and following is not None and following.gap == " ":
            if following.noun in OF_MEMBERS and MANY.search(name):
                yield _named(word, name, EntityType.ASSOCIATION)
            elif following.noun in OF_STAFF and STAFF.search(name):
                yield _named(word, name, EntityType.INSTITUTE)
            continue
        if name.endswith("장"):
            park = PARK.search(name)
            kind = EntityType.INSTITUTE if park is not None else _led(ground, name)
            if kind is not None:
                yield _named(word, name[: park.end()] if park is not None else name[:-1], kind)


def bracketed(ground: Ground) -> Iterator[Mention]:
    """The bodies of a document before a bracket that holds their head and nothing else."""
    words = ground.flat
    for bracket in ground.brackets:
        head = BRACKETED.match(ground.text, bracket.inner_start, bracket.inner_end)
        if head is None or head.end() not in ground.person_starts:
            continue
        position = ground.flat_index(bracket.start) - 1
        word = words[position] if position >= 0 else None
        if word is None or word.end != bracket.start or not word.nominal:
            continue
        if not _unknown(ground, word) or (head["members"] and not MANY.search(word.noun)):
            continue
        kind = EntityType.INSTITUTE
        if not head["staff"]:
            kind = EntityType.COMPANY if head["firm"] else EntityType.ASSOCIATION
        start = _owned(ground, position) if head["staff"] else word.start
        name = ground.text[start : word.end]
        yield Mention(start, word.end, kind, name, f"{kind}.headed", 0.8)


def _owned(ground: Ground, position: int) -> int:
    """Where a name begins that stands behind the body whose part it is: `나래대 사업화센터`."""
    before, word = ground.flat[position - 1], ground.flat[position]
    if position and word.gap == " " and before.bare:
        owners = ground.gazetteer.entries(before.noun)
        if any(entry.type in ORGANIZATIONS - {EntityType.REGION} for entry in owners):
            return before.start
    return word.start


def _led(ground: Ground, name: str) -> EntityType | None:
    """What kind of body one leads whose office is glued to its name."""
    for tail, kind in GLUED:
        if tail.search(name):
            return kind
    if not PLACED.search(name):
        return None
    placed = any(
        entry.type is EntityType.REGION and hit.end < len(name) - 1
        for hit in ground.gazetteer.at(name[:-1], 0)
        for entry in hit.entries
    )
    return EntityType.INSTITUTE if placed else None


def _unknown(ground: Ground, word: Word) -> bool:
    """Whether a word may be the name of a body that no list has."""
    return (
        len(word.noun) >= SHORTEST
        and word.start not in ground.region_starts
        and word.start not in ground.person_starts
        and not ground.gazetteer.entries(word.noun)
        and not ground.gazetteer.entries(word.noun.removesuffix("장"))
        and not ground.gazetteer.entries(word.noun.removesuffix("원장"))
    )


def _named(word: Word, name: str, kind: EntityType) -> Mention:
    return Mention(word.start, word.start + len(name), kind, name, f"{kind}.headed", 0.8)
