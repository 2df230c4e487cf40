"""What speaks for a project as the owner of a sum beside the others that are near it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from extractors.relations.budget_view import View

COMPARED = 60
"""How many projects one is compared with."""
_TOPICS = frozenset("은는")


def beside_others(view: View, key: str) -> Iterator[str]:
    """How a project stands among those around the sum, and what its name says with the words."""
    name = view.scene.reading.by_key[key].name
    spots = view.spots.get(key, [])
    where = spots[0].name[0] if spots else "f"
    is_theme = key == view.theme
    tail = name[-2:]
    yield f"tail:{tail}:kind:{view.kind}"
    yield f"tail:{tail}:verb:{view.verb}"
    yield f"tail:{tail}:lead:{view.lead}"
    yield f"tail:{tail}:theme:{is_theme}"
    group = spots[0].name[:2] if spots else "f"
    yield f"theme:{is_theme}:last:{key == view.last}:{group}"
    yield from _nested(view, key, name, where, is_theme=is_theme)
    for spot in spots[:3]:
        yield f"kind:{spot.name[:2]}:{spot.particle}:{view.kind}"
        yield f"lead:{spot.name[:2]}:{spot.particle}:{view.lead}"
    if not spots:
        return
    first = {other: near[0] for other, near in islice(view.spots.items(), COMPARED)}
    topics = [other for other, spot in first.items() if spot.particle[:1] in _TOPICS]
    mine = spots[0].particle[:1] in _TOPICS
    yield f"topics:{mine}:{topics[:1] == [key]}:{bool(topics)}:{where}"
    before = min(3, sum(spot.name[0] == "b" for spot in first.values()))
    yield f"before:{before}:{spots[0].name[:2]}"
    yield f"before:{before}:{spots[0].name[:2]}:{spots[0].particle}"


def _nested(view: View, key: str, name: str, where: str, *, is_theme: bool) -> Iterator[str]:
    """Whether a name holds another's, or another's holds it: `나래산단 기본계획 용역`."""
    by_key = view.scene.reading.by_key
    others = [by_key[other].name for other in view.scene.projects[:COMPARED] if other != key]
    near = [by_key[other].name for other in islice(view.spots, COMPARED) if other != key]
    holds = any(other in name for other in others)
    held = any(name in other for other in others)
    yield f"holds:{holds}:{where}"
    yield f"held:{held}:{where}"
    yield f"holds:{holds}:theme:{is_theme}"
    yield f"held:{held}:theme:{is_theme}"
    yield f"holds:near:{any(other in name for other in near)}:{where}"
    yield f"held:near:{any(name in other for other in near)}:{where}"
