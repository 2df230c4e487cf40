"""Places in headlines, which leave out the verb: `가람시 나래읍에 10조 원 ‘X’…2030년 준공`.

Firms that a headline puts at a place (`A사, 가람시에 공장`) are told of more exactly below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Zone
from extractors.relations.located_scene import THINGS, Scene
from graph.model import EntityType, Located

_TITLES = frozenset({Zone.TITLE, Zone.SUBTITLE})
_INTO = re.compile(r"[’'”\"]?(?: ?(?:일대|일원|안|내|부지))?에 ")
_UP_TO = re.compile(r"[^…,.\n]{0,22}")


def headlined(scene: Scene) -> Iterator[Located]:
    """What a headline puts at a place."""
    if scene.sentence.zone not in _TITLES:
        return
    reading, end = scene.reading, scene.sentence.end
    text = reading.document.text
    for places in scene.lists:
        into = _INTO.match(text, places.end, end)
        if into is None:
            continue
        reach = _UP_TO.match(text, into.end(), end)
        past = reach.end() if reach else into.end()
        for thing in reading.within(into.end(), end, THINGS - {EntityType.SITE})[:1]:
            if thing.named and thing.start <= past:
                span = places.start, thing.end
                yield from scene.claims((thing.key,), places.smallest, span, "headline 0.7")
