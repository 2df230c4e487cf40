"""Bodies that only the office of who heads them tells: `배나래 두루풍력얼라이언스 사무국장`.

What stands between a person and an office, or is glued to the office, is a body, whatever its name
ends in, if the name tells it from others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions.ground import Ground, Word
from extractors.mentions.mention import Mention
from graph.model import EntityType

OF_MEMBERS = frozenset(
    ("회장", "부회장", "사무국장", "사무총장", "공동대표", "상임대표", "사무처장")
)
"""Offices of those who are many: associations have them, and some firms the first two."""
OF_STAFF = frozenset(("단장", "센터장", "소장", "이사장", "관장"))
MANY = re.compile(r"(?:얼라이언스|포럼|연합|연대|회|YMCA|YWCA|네트워크|클럽|협의체|총연맹)$")
STAFF = re.compile(r"(?:추진단|기획단|지원단|사업단|센터|연구소|재단|문화원|기념관)$")
GLUED = (
    (re.compile(r"(?:은행)(?=장$)"), EntityType.COMPANY),
    (re.compile(r"(?:추진단|기획단|지원단|연수원|인재원|정보원)(?=장$)"), EntityType.INSTITUTE),
    (re.compile(r"(?:사회|총회|연합회|문인회|의사회|향우회)(?=장$)"), EntityType.ASSOCIATION),
)
PLACED = re.compile(r"(?<!위)(?<!의)(?:원|센터|소|관)(?=장$)")
"""Bodies with a head that where they are tells from others: `나래인재원장`."""
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
            kind = _led(ground, name)
            if kind is not None:
                yield _named(word, name[:-1], kind)


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
    )


def _named(word: Word, name: str, kind: EntityType) -> Mention:
    return Mention(word.start, word.start + len(name), kind, name, f"{kind}.headed", 0.8)
