"""Print how well and how fast the extractors read, for every set of articles at hand."""

from __future__ import annotations

import sys

from tests.benchmarks import quality, reliability, speed
from tests.benchmarks.sets import article_sets

UNREAD = ("policy-test", "check")
"""The sets that nothing was written beside and nothing learned from."""


def main() -> None:
    """Write all tables to stdout."""
    sets = article_sets()
    for name, articles in sets.items():
        sys.stdout.write(f"\n{name}: {len(articles.pages)} articles\n\n")
        sys.stdout.write(quality.table(articles))
        sys.stdout.write("\n" + speed.table(articles))
    unread = [name for name in UNREAD if name in sets]
    sys.stdout.write(f"\n{' and '.join(unread)}: reliability\n\n")
    sys.stdout.write(reliability.table(sets[name] for name in unread))


if __name__ == "__main__":
    main()
