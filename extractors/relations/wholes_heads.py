"""Bare nouns that stand for a project: `단지를 이룰 시설은 넷이다`, where its name ends so.

Any last letters of a name may stand for it so, not only the nouns that `standins` knows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from extractors.reading import Reading, once
from graph.model import EntityType

_SHORTEST, _LONGEST = 2, 8
"""How many letters such a noun has."""
_MOST = 60
"""Of an article with more projects, only the first so many."""
_WORD = re.compile(
    r"(?<![0-9A-Za-z가-힣])(?P<noun>[가-힣]{2,8}?)"
    r"(?:에는|에서는|에선|에도|에서|에|엔|은|는|이|가|의|을|를|으로|로|)(?![0-9A-Za-z가-힣])"
)
_WORKS = re.compile(r" ?(?:조성|구축|건립|건설|설립|개발|육성|지정|유치)? ?(?:사업|공사)?$")


@once
def bare_heads(reading: Reading) -> Mapping[int, frozenset[str]]:
    """By the number of a sentence the projects that a noun may stand for there."""
    owners = _owners(reading)
    found: dict[int, set[str]] = defaultdict(set)
    if owners:
        text = reading.document.text
        for number, sentence in enumerate(reading.document.sentences):
            for match in _WORD.finditer(text, sentence.start, sentence.end):
                if (keys := owners.get(match["noun"])) is not None:
                    found[number].update(keys)
    return {number: frozenset(keys) for number, keys in found.items()}


def _owners(reading: Reading) -> dict[str, set[str]]:
    """The projects by every ending of their names."""
    found: dict[str, set[str]] = defaultdict(set)
    projects = (entity for entity in reading.entities if entity.type is EntityType.PROJECT)
    for project in islice(projects, _MOST):
        for ending in _endings(project.names):
            found[ending].add(project.key)
    return found


def _endings(names: tuple[str, ...]) -> Iterator[str]:
    for form in names:
        for name in (form, _WORKS.sub("", form)):
            last = name.rpartition(" ")[2]
            for size in range(_SHORTEST, min(_LONGEST, len(last)) + 1):
                if size < len(name):
                    yield last[-size:]
