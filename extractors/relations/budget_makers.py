"""Who spends a sum and who makes a project: `A는 30억원을 들여 가온센터를, B는 20억원을 들여 …`.

A sum that another body spends than the one that the project was told of is seldom the project's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from extractors.reading import Reading, once
from graph.model import ORGANIZATIONS, EntityType

_MAKERS = ORGANIZATIONS - {EntityType.GOVERNMENT}
_TOLD = re.compile(r"[’'”\"]?(?:\([^()\n]{0,30}\))?(?:은|는|이|가)(?= )")
"""The particle of who is told of."""


@once
def _makers(reading: Reading) -> Mapping[int, list[tuple[int, str]]]:
    """The bodies that each sentence is told of, with where they stand, by its number."""
    found: dict[int, list[tuple[int, str]]] = {}
    text, number_at = reading.document.text, reading.document.number_at
    for place in reading.occurrences:
        body = reading.by_key[place.key].type in _MAKERS
        if body and _TOLD.match(text, place.end) is not None:
            found.setdefault(number_at(place.start), []).append((place.start, place.key))
    return found


def maker_before(reading: Reading, offset: int) -> str | None:
    """The body that a sentence is told of before an offset in it."""
    told = _makers(reading).get(reading.document.number_at(offset), [])
    at = bisect_left(told, (offset, ""))
    return told[at - 1][1] if at else None


def makers_of(reading: Reading, number: int) -> frozenset[str]:
    """The bodies that the sentence of that number is told of."""
    return frozenset(key for _, key in _makers(reading).get(number, []))
