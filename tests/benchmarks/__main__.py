"""Print figures: `python -m tests.benchmarks [reading] [interruption] [sparql [20k 200k 2M]]`.

All, unless told. `reading` is how well and how fast the extractors read, for every set of articles
at hand; `interruption` what kills at random moments leave; `sparql` is our endpoint beside other
servers, at 2M quads only where that is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tests.benchmarks import interruption, quality, reliability, sparql, speed
from tests.benchmarks.sets import article_sets

UNREAD = ("policy-test", "check")
"""The sets that nothing was written beside and nothing learned from."""
PARTS = ("reading", "interruption", "sparql")
UNASKED = ("20k", "200k")


def main(asked: Sequence[str]) -> None:
    """Write the tables of the parts that are asked for to stdout."""
    unknown = set(asked) - {*PARTS, *sparql.ARTICLES}
    if unknown:
        sys.exit(f"no such part: {', '.join(sorted(unknown))}\n\n{__doc__}")
    parts = [part for part in PARTS if part in asked] or PARTS
    if "reading" in parts:
        reading()
    if "interruption" in parts:
        sys.stdout.write(f"\n{interruption.MOMENTS} kills\n\n")
        sys.stdout.write(interruption.table())
    if "sparql" in parts:
        for size in [size for size in sparql.ARTICLES if size in asked] or UNASKED:
            for line in sparql.table(size):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()


def reading() -> None:
    """How well and how fast the extractors read."""
    sets = article_sets()
    for name, articles in sets.items():
        sys.stdout.write(f"\n{name}: {len(articles.pages)} articles\n\n")
        sys.stdout.write(quality.table(articles))
        sys.stdout.write("\n" + speed.table(articles))
    unread = [sets[name] for name in UNREAD if name in sets]
    sys.stdout.write(f"\n{' and '.join(name for name in UNREAD if name in sets)}: reliability\n\n")
    sys.stdout.write(reliability.table(unread))


if __name__ == "__main__":
    main(sys.argv[1:])
