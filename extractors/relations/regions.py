"""How high a region stands: a province holds counties, a county towns, a town villages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Entity, EntityType

_METROPOLIS = re.compile(r"(?:서울|부산|대구|인천|광주|대전|울산)(?:시|광역시|특별시)?")
_PROVINCE = re.compile(
    r"(?:경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:도|특별자치도)?|.+(?:특별자치도|남도|"
    r"북도)|세종(?:시|특별자치시)?"
)
_LEVELS = (
    (re.compile(r"(?:시|군)$"), 2),
    (re.compile(r"구$"), 3),
    (re.compile(r"(?:읍|면|동)$"), 4),
)
_VILLAGE = re.compile(r"(?:리|가)$")


def is_metropolis(region: Entity) -> bool:
    """Whether it is a city that stands beside the provinces."""
    return any(_METROPOLIS.fullmatch(name) for name in region.names)


def level(region: Entity) -> int | None:
    """1 for a province or metropolitan city down to 5 for a village; None where names hide it.

    >>> from graph.model import EntityType
    >>> [level(Entity("e", EntityType.REGION, name)) for name in ("충북", "제천시", "미국")]
    [1, 2, None]
    """
    for name in region.names:
        if _METROPOLIS.fullmatch(name) or _PROVINCE.fullmatch(name):
            return 1
        if len(name) < 2:
            continue
        for pattern, number in _LEVELS:
            if pattern.search(name):
                return number
        if _VILLAGE.search(name) and len(name) == 3:
            return 5
    return None


def holds(outer: Entity, inner: Entity) -> bool:
    """Whether a place can lie in another: a county holds a town, never the reverse.

    >>> from graph.model import EntityType
    >>> county, town = (Entity(n, EntityType.REGION, n) for n in ("보은군", "삼승면"))
    >>> holds(county, town), holds(town, county)
    (True, False)
    """
    if inner.type is not EntityType.REGION:
        return True
    if outer.type is not EntityType.REGION:
        return False
    low, high = level(inner), level(outer)
    return low is None or high is None or low > high or low == high == 4


def short_forms(region: Entity) -> Iterator[str]:
    """`서초` of 서초구, which names begin with."""
    for name in region.names if region.type is EntityType.REGION else ():
        if len(name) >= 3 and name[-1] in "시군구도":
            yield name[:-1]


def coded_apart(outer: Entity, inner: Entity) -> bool:
    """Whether the official codes of two regions say that one does not lie in the other."""
    codes = [(region.ref or "").removeprefix("region:") for region in (outer, inner)]
    return all(code.isdigit() for code in codes) and not codes[1].startswith(_stem(codes[0]))


def _stem(code: str) -> str:
    """The digits that the codes of all its parts begin with: a city's districts count on from 0."""
    return code[:-1] if len(code) == 5 and code.endswith("0") else code
