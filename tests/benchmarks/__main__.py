"""Print how well and how fast the extractors read, for every set of articles at hand."""

from __future__ import annotations

import sys

from tests.benchmarks import quality, speed
from tests.benchmarks.sets import article_sets


def main() -> None:
    """Write both tables to stdout."""
    for name, articles in article_sets().items():
        sys.stdout.write(f"\n{name}: {len(articles.pages)} articles\n\n")
        sys.stdout.write(quality.table(articles))
        sys.stdout.write("\n" + speed.table(articles))


if __name__ == "__main__":
    main()
