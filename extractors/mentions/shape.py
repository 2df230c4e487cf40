"""What can be seen of a proposed name by itself, as short words that the judge weighs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractors.mentions.ground import Ground, Word
from extractors.mentions.phrases import COUNTED
from extractors.wordlists import either, words
from graph.model import EntityType

TAIL = re.compile(f"(?:{either('project_tails')})(?=(?:\\([^)]*\\))?$)")
PLAIN = words("plain_names")
KINDS = tuple(
    (kind, words("project_tails", kind)) for kind in ("undertaking", "facility", "doing", "place")
)
EMPTY = re.compile(
    r"^(?:일반|우수|국가|첨단|신규|산업|생산|제조|연구|교육|개발|지원|조성|구축|실증|시범|공공|주요"
    r"|핵심|후속|물류|도시|국제|종합|시험|글로벌|미래|스마트|대규모|기업|혁신|기술|지역|사업|정책|관련)*$"
)
ROUND = re.compile(r"제?[0-9]{1,2}(?:[~∼-][0-9]{1,2})?차 ?(.+)")
"""What only counts rounds of what is called so: `2차 규제자유특구`."""
PRAISE = re.compile(
    r"^(?:국내|세계|세계적|아시아|동북아|동양|최대|최초|대규모|대형|소규모|실내|실외|각종|주요|핵심|여러"
    r"|다양한|새|기존|부속|부대|관련|전용|글로벌|국제적|명품|온라인|오프라인|민간|첨단)$"
)
LOOKS = (
    ("numbered", re.compile(r"제[0-9]+|[0-9]단계|[0-9]차|^20[0-9]{2}년?")),
    ("latin", re.compile("[A-Za-z]")),
    ("points", re.compile("[·,/]")),
    ("particles", re.compile("[을를은는] ")),
    ("genitive", re.compile("[의인] ")),
    ("bracket", re.compile(r"\(")),
)


def shape(ground: Ground, start: int, end: int) -> Iterator[str]:
    """The traits of the name `text[start:end]` itself."""
    name = ground.text[start:end]
    parts = name.split(" ")
    tail = last_part(name)
    yield f"tail={tail or name[-2:]}"
    yield f"last={name[-1]}"
    kinds = [kind for kind, own in KINDS if tail in own] or ["none"]
    yield from (f"kind={kind}" for kind in kinds)
    yield from _emptiness(parts, tail)
    yield f"words={min(6, len(parts))}"
    yield f"length={min(12, len(name) // 3)}"
    yield from (look for look, pattern in LOOKS if pattern.search(name))
    if PRAISE.match(parts[0]):
        yield "praise"
    if COUNTED.match(parts[0]):
        yield "counted"
    if (counted := ROUND.fullmatch(name)) is not None and counted[1] in PLAIN:
        yield "round"
    inner = ground.flat[ground.flat_index(start) : ground.flat_index(end)]
    yield from _names_inside(ground, inner, kinds[0], len(parts))


@lru_cache(maxsize=4096)
def last_part(name: str) -> str:
    """The telling last part of a name, empty where it has none."""
    tail = TAIL.search(name)
    return tail.group() if tail else ""


@lru_cache(maxsize=4096)
def kind_of(name: str) -> str:
    """What kind of last part a name has: a place before all else."""
    tail = last_part(name)
    found = {kind for kind, own in KINDS if tail in own}
    for kind in ("place", "undertaking", "facility", "doing"):
        if kind in found:
            return kind
    return "other" if tail else "none"


def _emptiness(parts: Sequence[str], tail: str) -> Iterator[str]:
    """Whether nothing, or only words that fit anything, stands before the last part."""
    many = min(3, len(parts))
    last = parts[-1]
    head = last[: len(last) - len(tail)] if tail else last
    if last in PLAIN:
        yield f"plain:{many}"
    if not head:
        yield f"headless:{many}"
    elif EMPTY.match(head):
        yield f"emptyhead:{many}"
    if all(map(_is_empty, parts)):
        yield "allempty"


@lru_cache(maxsize=4096)
def _is_empty(part: str) -> bool:
    """Whether a word fits anything, with or without its last part."""
    return (
        part in PLAIN
        or EMPTY.match(part) is not None
        or EMPTY.match(TAIL.sub("", part)) is not None
    )


def _names_inside(ground: Ground, inner: Sequence[Word], kind: str, many: int) -> Iterator[str]:
    """Which regions, firms and proper nouns a name holds."""
    regions = [word.start in ground.region_starts for word in inner]
    proper = sum(word.proper and not region for word, region in zip(inner, regions, strict=True))
    yield f"region={'first' if regions[:1] == [True] else 'inner' if any(regions) else 'none'}"
    yield f"proper={min(2, proper)}"
    if proper or any(regions):
        yield f"named:{kind}:{min(3, many)}"
    else:
        yield f"common:{kind}:{min(4, many)}"
    if regions[:1] == [True] and len(inner) > 1:
        yield "placed"
    entries = ground.gazetteer.entries
    if any(entries(word.noun, EntityType.COMPANY) for word in inner):
        yield "firm"
