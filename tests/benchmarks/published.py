"""The tables in the benchmark's README: what it holds, and how the rules of this project do on it.

`python -m tests.benchmarks.published` prints them, `pytest tests/gold --renew` writes them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from graph.model import EntityType
from tests.benchmarks import quality
from tests.benchmarks.sets import POLICY, article_sets

FACTS = (
    "role",
    "budget",
    "located",
    "participates",
    "part_of",
    "status",
    "agreement",
    "about",
    "produces",
)


def counts() -> str:
    """Articles, entities and facts, by type."""
    documents = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((POLICY / "gold").glob("*.json"))
    ]
    characters = sum(
        len(path.read_text(encoding="utf-8")) for path in (POLICY / "texts").glob("*.txt")
    )
    entities = Counter(entity["type"] for document in documents for entity in document["entities"])
    facts = Counter(fact["type"] for document in documents for fact in document["facts"])
    left = [(kind.value, entities[kind.value]) for kind in EntityType]
    right: list[tuple[str, int | str]] = [(kind, facts[kind]) for kind in FACTS]
    right += [("", "")] * (len(left) - len(right))
    return (
        f"{len(documents)} articles, {characters:,} characters, "
        f"{entities.total():,} entities and {facts.total():,} facts:\n\n"
        + _table(
            ("entities", "", "facts", ""),
            ((*one, *two) for one, two in zip(left, right, strict=True)),
        )
    )


def baseline() -> str:
    """Precision, recall and F1 of the extractors, by type; for facts also the strict F1."""
    scored = quality.rows(article_sets()["policy"])
    return _table(
        ("", "P", "R", "F1", "strict F1"),
        (
            _row("**all entities**", scored, "ENTITIES"),
            *(_row(kind.value, scored, f"entity {kind.value}") for kind in EntityType),
            _row("**all facts**", scored, "FACTS"),
            _row("**core facts** (all but `about`, `produces`)", scored, "CORE FACTS"),
            *(_row(f"`{kind}`", scored, f"fact {kind}") for kind in FACTS),
            _row("amounts of budgets alone", scored, "budget amounts alone"),
        ),
    )


def main() -> None:
    """Write both tables to stdout."""
    sys.stdout.write(f"{counts()}\n{baseline()}")


def _row(label: str, scored: Mapping[str, Mapping[str, Any]], name: str) -> tuple[str, ...]:
    row, strict = scored[name], scored.get(f"{name} (strict)")
    figures = (f"{row[figure]:.3f}" for figure in ("precision", "recall", "f1"))
    return (label, *figures, f"{strict['f1']:.3f}" if strict else "")


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    ruler = ("---", *("---" if name == "facts" else "---:" for name in head[1:]))
    return "".join(f"| {' | '.join(map(str, row))} |\n" for row in (head, ruler, *rows))


if __name__ == "__main__":
    main()
