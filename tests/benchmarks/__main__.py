"""Print figures: `python -m tests.benchmarks [PART …] [20k 200k 2M]`; all parts, unless told.

`reading` is how well and how fast the extractors read, for every set of articles at hand;
`resolution` what who-is-who costs and how right it is; `exports` network files beside networkx's;
`kills` what 50 kills at random moments leave; `endpoint` the limits of our endpoint under load;
`sparql` our endpoint beside other servers, `rest` the REST API beside a no-op route, both at 2M
quads only where that is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tests.benchmarks import (
    endpoint,
    exports,
    interruption,
    quality,
    reliability,
    resolution,
    rest,
    sparql,
    speed,
)
from tests.benchmarks.sets import article_sets

UNREAD = ("policy-test", "check")
"""The sets that nothing was written beside and nothing learned from."""
UNASKED = ("20k", "200k")


def reading(_: Sequence[str]) -> Iterator[str]:
    """How well and how fast the extractors read."""
    sets = article_sets()
    for name, articles in sets.items():
        yield f"\n{name}: {len(articles.pages)} articles\n"
        yield quality.table(articles)
        yield speed.table(articles)
    unread = {name: sets[name] for name in UNREAD if name in sets}
    yield f"\n{' and '.join(unread)}: reliability\n"
    yield reliability.table(list(unread.values()))


def kills(_: Sequence[str]) -> Iterator[str]:
    """What kills at random moments leave."""
    yield f"\n{interruption.MOMENTS} kills\n"
    yield interruption.table()


def who_is_who(_: Sequence[str]) -> Iterator[str]:
    """What resolution costs, and how right it is."""
    yield from resolution.table()


def network_files(_: Sequence[str]) -> Iterator[str]:
    """Network files beside those of networkx."""
    yield exports.table()


def under_load(_: Sequence[str]) -> Iterator[str]:
    """The endpoint's limits under load."""
    yield from endpoint.table()


def beside_others(sizes: Sequence[str]) -> Iterator[str]:
    """Our endpoint beside other servers."""
    for size in sizes:
        yield from sparql.table(size)


def lists(sizes: Sequence[str]) -> Iterator[str]:
    """The REST API beside a no-op route of the same server."""
    yield rest.table([sparql.ARTICLES[size] for size in sizes])


PARTS: Mapping[str, Callable[[Sequence[str]], Iterable[str]]] = {
    "reading": reading,
    "resolution": who_is_who,
    "exports": network_files,
    "kills": kills,
    "endpoint": under_load,
    "sparql": beside_others,
    "rest": lists,
}


def main(asked: Sequence[str]) -> None:
    """Write the tables of the parts that are asked for to stdout."""
    unknown = set(asked) - {*PARTS, *sparql.ARTICLES}
    if unknown:
        sys.exit(f"no such part: {', '.join(sorted(unknown))}\n\n{__doc__}")
    sizes = [size for size in sparql.ARTICLES if size in asked] or list(UNASKED)
    for name in [part for part in PARTS if part in asked] or PARTS:
        for line in PARTS[name](sizes):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
