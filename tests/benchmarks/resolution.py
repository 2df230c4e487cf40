"""How resolution grows: its cost an article, its quality, and what one article more costs.

The articles are invented (`tests.benchmarks.synthetic`), with names that collide as real ones do;
an entity's key names the true thing, so that every pair that was joined can be judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter

from graph.ledger import Decisions
from graph.model import Extraction
from graph.reference import References, read_references
from graph.resolver import Resolver
from tests.benchmarks.synthetic import synthetic_extractions
from tests.benchmarks.world import GAZETTEER, World

SIZES = (1_000, 10_000)
LARGE = 100_000
"""Takes some ten minutes and ten gigabytes; only when it is asked for."""
MORE = 200
"""Articles that come to the whole graph one by one."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of article entities of one type: joined, truly one thing, and both."""

    joined: int
    true: int
    right: int

    @property
    def precision(self) -> float:
        """How many of the joined pairs are one thing."""
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        """How many of the true pairs were joined."""
        return self.right / self.true if self.true else 1.0


def table(sizes: Sequence[int] = SIZES) -> str:
    """Time an article by number of articles; quality by type; one article more."""
    world = World(references=read_references(GAZETTEER))
    largest = max(sizes)
    articles = list(synthetic_extractions(largest + MORE, world=world))
    rows, quality = list(_costs(articles, sizes, world.references)), ""
    lines = ["articles  ms an article  × the least  identities   things"]
    for size, seconds, identities, things in rows:
        cost, least = seconds / size, rows[0][1] / rows[0][0]
        lines.append(
            f"{size:8,}  {cost * 1000:13.2f}  {cost / least:11.2f}  {identities:10,}  {things:7,}"
        )
    return "\n".join(lines) + "\n" + quality


def _costs(
    articles: Sequence[Extraction], sizes: Iterable[int], references: References
) -> Iterator[tuple[int, float, int, int]]:
    for size in sorted(sizes):
        resolver = Resolver(references, Decisions())
        start = perf_counter()
        for extraction in articles[:size]:
            resolver.put(extraction)
        resolver.settle()
        took = perf_counter() - start
        identities = sum(1 + len(one.identities) for one in resolver.entities.values())
        yield size, took, identities, len(resolver.entities)
