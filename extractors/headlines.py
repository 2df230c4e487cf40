"""Names that only the headline has: it shortens what the article calls by its full name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.document import Document, Zone
from extractors.groups import Group, cores
from extractors.shortforms import LEAST, PHASE
from graph.model import EntityType

HEADS = (Zone.TITLE, Zone.SUBTITLE)
ALIKE = 0.5
"""The share of a headline name's pairs of letters that the full name has at least."""
AHEAD = 0.1
"""How much more of them it has than any other name."""


def join_headlines(document: Document, groups: Sequence[Group]) -> list[Group]:
    """Join each project that only headlines name to the one that the text names most like it."""
    heads = [(s.start, s.end) for s in document.sentences if s.zone in HEADS]
    projects = [group for group in groups if group.type is EntityType.PROJECT]
    short = [group for group in projects if _within(group, heads)]
    told = [group for group in projects if not _within(group, heads)]
    for group in short:
        own = _forms(group)
        if any(PHASE.match(name) or len(name) <= LEAST for name in own):
            continue
        ranked = sorted(
            ((max(_share(a, b) for a in own for b in _forms(o)), n) for n, o in enumerate(told)),
            reverse=True,
        )
        rival = ranked[1][0] if len(ranked) > 1 else 0.0
        if ranked and ranked[0][0] >= max(ALIKE, rival + AHEAD):
            told[ranked[0][1]].take(group)
    return [group for group in groups if group.mentions]


def _within(group: Group, heads: Iterable[tuple[int, int]]) -> bool:
    return all(any(low <= m.start < high for low, high in heads) for m in group.mentions)


def _forms(group: Group) -> set[str]:
    return set().union(*(cores(mention) for mention in group.mentions))


def _share(short: str, full: str) -> float:
    """How much of a short form a full one has, by pairs of letters."""
    one, two = (Counter(name[at : at + 2] for at in range(len(name) - 1)) for name in (short, full))
    return (one & two).total() / (one.total() or 1)
