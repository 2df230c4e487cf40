"""Print how well and how fast the extractors read, and what kills at random moments leave."""

from __future__ import annotations

import sys

from tests.benchmarks import interruption, quality, reliability, speed
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
    unread = [sets[name] for name in UNREAD if name in sets]
    sys.stdout.write(f"\n{' and '.join(name for name in UNREAD if name in sets)}: reliability\n\n")
    sys.stdout.write(reliability.table(unread))
    sys.stdout.write(f"\n{interruption.MOMENTS} kills\n\n")
    sys.stdout.write(interruption.table())


if __name__ == "__main__":
    main()
