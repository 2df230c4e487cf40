"""What resolution costs as the graph grows, how right it is, and what one article more costs.

The articles are invented (`tests.benchmarks.synthetic`), with names that collide as real ones do;
an entity's key names the true thing, so every pair that was joined can be judged. Times are those
of the processor for this thread, which other programs disturb least.

    python -m tests.benchmarks.resolution 1000 10000 100000
"""

from __future__ import annotations

import gc
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from time import thread_time

from graph.canonical import CanonicalEntity
from graph.collector import collector_paused
from graph.iris import Iris
from graph.ledger import Decisions
from graph.live import LiveGraph
from graph.model import Extraction
from graph.oxigraph import OxigraphStore
from graph.reference import References, read_references
from graph.resolver import Resolver
from tests.benchmarks.synthetic import synthetic_extractions
from tests.benchmarks.world import GAZETTEER, World

SIZES = (1_000, 10_000)
"""What is measured unless told otherwise; 100,000 takes half an hour and 8 GB of memory."""
MORE = 200
"""Articles that come to the whole graph one by one."""
_IN_MEMORY = 20_000
"""Up to so many articles the store is in memory, beyond in a folder."""
_RUNS_OF = 20_000
"""Smaller sizes are resolved as often as comes to so many articles; the best time counts."""


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


def table(sizes: Sequence[int] = SIZES) -> Iterator[str]:
    """Cost an article by size, quality by type, and the cost of one article more at the largest."""
    world = World(references=read_references(GAZETTEER))
    articles = list(synthetic_extractions(max(sizes) + MORE, world=world))
    gc.freeze()  # or the collector would look at all articles for the smallest size too
    yield "articles   identities     things   ms an article   × the smallest"
    least = 0.0
    for size in sorted(sizes):
        cost, resolver = _resolved(articles[:size], world.references)
        least = least or cost
        things = [one for one in resolver.entities.values() if one.members]
        identities = len(things) + sum(len(one.identities) for one in things)
        yield f"{size:8,}{identities:13,}{len(things):11,}{cost * 1000:16.2f}{cost / least:17.2f}"
    yield "\ntype          precision   recall   pairs that are one"
    for kind, pairs in sorted(pairs_by_type(resolver.entities.values()).items()):
        yield f"{kind:<14}{pairs.precision:9.3f}{pairs.recall:9.3f}{pairs.true:21,}"
    del resolver
    yield ""
    yield from _one_more(articles[:-MORE], articles[-MORE:], world.references)
    gc.unfreeze()


def _resolved(articles: Sequence[Extraction], references: References) -> tuple[float, Resolver]:
    """Seconds an article, and the outcome."""
    best = float("inf")
    for _ in range(max(1, min(5, _RUNS_OF // len(articles)))):
        resolver = Resolver(references, Decisions())
        start = thread_time()
        with collector_paused():
            for extraction in articles:
                resolver.put(extraction)
            resolver.settle()
        best = min(best, thread_time() - start)
    return best / len(articles), resolver


def pairs_by_type(things: Iterable[CanonicalEntity]) -> Mapping[str, Pairs]:
    """Each type's pairs, where an entity's key names the true thing."""
    joined: Counter[str] = Counter()
    right: Counter[str] = Counter()
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for thing in things:
        kind = thing.type.value
        keys = Counter(key for _, key in thing.members)
        joined[kind] += _pairs(keys.total())
        right[kind] += sum(map(_pairs, keys.values()))
        told[kind].update(keys)
    return {
        kind: Pairs(joined[kind], sum(map(_pairs, keys.values())), right[kind])
        for kind, keys in told.items()
    }


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _one_more(
    articles: Sequence[Extraction], more: Sequence[Extraction], references: References
) -> list[str]:
    """Milliseconds to take one article more into graph and store, whatever its day, by step."""
    graph = LiveGraph(references, Iris())
    with collector_paused():
        for extraction in articles:
            graph.put(extraction)
        graph.take_over()
    with tempfile.TemporaryDirectory() as folder:
        store = OxigraphStore(Path(folder) / "store" if len(articles) > _IN_MEMORY else None)
        _fill(store, graph)
        gc.freeze()  # as a server does: the whole graph is looked at by no collection again
        steps = _steps(graph, store, more)
        store.close()
    lines = [f"one article more, at {len(articles):<12,} ms   median      p95      max"]
    for step, taken in steps.items():
        ordered = sorted(taken)
        shown = (ordered[len(ordered) // 2], ordered[len(ordered) * 95 // 100], ordered[-1])
        lines.append(f"{step:<36}" + "".join(f"{second * 1000:9.1f}" for second in shown))
    return lines


def _fill(store: OxigraphStore, graph: LiveGraph) -> None:
    """Put the graph into an empty store, no more of it at a time than memory bears."""
    snapshot = graph.snapshot()
    store.apply((), snapshot.default_quads())
    left = iter(snapshot.extractions)
    while articles := list(islice(left, 2_000)):
        store.apply((), chain.from_iterable(map(snapshot.article_quads, articles)))


def _steps(
    graph: LiveGraph, store: OxigraphStore, more: Iterable[Extraction]
) -> Mapping[str, list[float]]:
    steps: dict[str, list[float]] = defaultdict(list)
    for extraction in more:
        times = [thread_time()]
        graph.put(extraction)
        times.append(thread_time())
        difference = graph.settle()
        times.append(thread_time())
        graph.snapshot()
        times.append(thread_time())
        store.apply(difference.removed, difference.added)
        times.append(thread_time())
        names = ("put", "settle", "snapshot for readers", "store")
        for step, start, end in zip(names, times, times[1:], strict=False):
            steps[step].append(end - start)
        steps["together"].append(times[-1] - times[0])
    return steps


if __name__ == "__main__":
    for line in table([int(size) for size in sys.argv[1:]] or SIZES):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
