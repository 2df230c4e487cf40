"""How high a region stands: a province holds counties, a county towns, a town villages."""

from __future__ import annotations

import re

from graph.model import Entity

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
