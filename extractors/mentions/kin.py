"""How the proposed names of an article stand to each other, and what that tells the judge.

A short form is mostly of its long form's kind, and so are the names of one series and those that
end alike: the judge decides twice, the second time knowing how it decided on a name's kin.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import prod

from extractors.folding import fold
from extractors.mentions.setting import LINKS
from extractors.mentions.shape import last_part
from graph.model import EntityType

SHORTEST = 3
"""Letters of the shortest name that another one may begin or end in."""
LONGEST = 60
"""Letters of the longest name that is looked at."""
REACH = 29
"""Letters between two names of a series at the most."""
MANY = 40
"""So many names that end alike are looked at, for some pages are lists without end."""
COMMON = "ends-alike"
"""Where most of those tied tell; elsewhere the surest does."""
LEVELS = ((0.75, "sure"), (0.5, "likely"), (0.2, "doubtful"))

Span = tuple[int, int]
Ties = frozenset[tuple[str, int]]
"""In what way a name is tied to which other names, by their numbers."""


def ties(text: str, names: Sequence[str], spans: Sequence[Sequence[Span]]) -> list[Ties]:
    """How each name of a document is tied to others; `spans` are where the names stand."""
    found: list[set[tuple[str, int]]] = [set() for _ in names]
    for one, way, other in (*_forms(names), *_series(text, spans)):
        if one != other:
            found[one].add((way, other))
    return [frozenset(own) for own in found]


def told(own: Ties, chances: Sequence[Mapping[EntityType, float]]) -> Iterator[str]:
    """What a name's ties tell, when names are of each kind by those chances."""
    by_way: dict[str, list[int]] = defaultdict(list)
    for way, other in sorted(own):
        by_way[way].append(other)
    for way, others in by_way.items():
        if way == COMMON:
            verdict = Counter(_verdict(chances[other]) for other in others).most_common(1)[0][0]
        else:
            verdict = _verdict(chances[max(others, key=lambda other: worth(chances[other]))])
        yield f"{way}:{verdict}"


def worth(chances: Mapping[EntityType, float]) -> float:
    """How likely a name is of some kind."""
    return 1 - prod(1 - chance for chance in chances.values())


def _verdict(chances: Mapping[EntityType, float]) -> str:
    """The kind that a name is likely of, and how likely."""
    sure = worth(chances)
    level = next((level for least, level in LEVELS if sure >= least), "")
    if level not in ("sure", "likely"):
        return level or "none"
    return f"{max(chances, key=lambda kind: chances[kind])}-{level}"


def _forms(names: Sequence[str]) -> Iterator[tuple[int, str, int]]:
    """Names that begin or end in others, and names whose last part is the same."""
    folded = [fold(name)[-LONGEST:] for name in names]
    known: dict[str, list[int]] = defaultdict(list)
    alike: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(folded):
        known[name].append(number)
        if tail := last_part(names[number]):
            alike[tail].append(number)
    for number, name in enumerate(folded):
        for at in range(1, len(name) - SHORTEST + 1):
            for short in known.get(name[at:], ()):
                yield short, "short-of", number
                yield number, "long-of", short
            for begun in known.get(name[:-at], ()):
                yield begun, "begins", number
                yield number, "begun-by", begun
    for own in alike.values():
        for one in own[:MANY]:
            for other in own[:MANY]:
                yield one, COMMON, other


def _series(text: str, spans: Sequence[Sequence[Span]]) -> Iterator[tuple[int, str, int]]:
    """Names that stand beside each other in a series."""
    starts: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(spans):
        for start, end in own:
            starts[start].append(number)
            ends[end].append(number)
    order = sorted(ends)
    for number, own in enumerate(spans):
        for start, end in own:
            link = LINKS.match(text, end)
            for other in starts.get(link.end(), ()) if link else ():
                yield number, "before", other
            for at in range(bisect_left(order, start) - 1, -1, -1):
                if order[at] < start - REACH:
                    break
                if LINKS.fullmatch(text, order[at], start):
                    for other in ends[order[at]]:
                        yield number, "behind", other
                    break
