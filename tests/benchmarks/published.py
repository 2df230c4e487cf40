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
from tests.benchmarks.sets import POLICY, POLICY_SETS, article_sets, splits

SPLITS = tuple(POLICY_SETS.values())
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
    """Articles, entities and facts of each split, by type."""
    tallies = {split: _tally(members) for split, members in splits().items()}
    left = [(kind.value, *(tallies[split][kind.value] for split in SPLITS)) for kind in EntityType]
    right: list[tuple[str | int, ...]] = [
        (kind, *(tallies[split][kind] for split in SPLITS)) for kind in FACTS
    ]
    right += [("",) * len(right[0])] * (len(left) - len(right))
    return "".join(
        f"- **{split}**: {tallies[split]['articles']} articles, "
        f"{tallies[split]['characters']:,} characters, {tallies[split]['entities']:,} entities, "
        f"{tallies[split]['facts']:,} facts\n"
        for split in SPLITS
    ) + (
        "\n"
        + _table(
            ("entities", *SPLITS, "facts", *SPLITS),
            ((*one, *two) for one, two in zip(left, right, strict=True)),
        )
    )


def baseline(split: str) -> str:
    """Precision, recall and F1 of the extractors on a split, by type; strict F1 for facts."""
    names = {split: name for name, split in POLICY_SETS.items()}
    scored = quality.rows(article_sets()[names[split]])
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
    """Write all tables to stdout."""
    sys.stdout.write(counts())
    for split in SPLITS:
        sys.stdout.write(f"\n{split}\n\n{baseline(split)}")


def _tally(members: Iterable[str]) -> Counter[str]:
    tally: Counter[str] = Counter()
    for member in members:
        text = (POLICY / "texts" / f"{member}.txt").read_text(encoding="utf-8")
        gold = json.loads((POLICY / "gold" / f"{member}.json").read_text(encoding="utf-8"))
        entities, facts = gold["entities"], gold["facts"]
        tally.update(articles=1, characters=len(text), entities=len(entities), facts=len(facts))
        tally.update(entity["type"] for entity in entities)
        tally.update(fact["type"] for fact in facts)
    return tally


def _row(label: str, scored: Mapping[str, Mapping[str, Any]], name: str) -> tuple[str, ...]:
    row, strict = scored[name], scored.get(f"{name} (strict)")
    figures = (f"{row[figure]:.3f}" for figure in ("precision", "recall", "f1"))
    return (label, *figures, f"{strict['f1']:.3f}" if strict else "")


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    ruler = ("---", *("---" if name == "facts" else "---:" for name in head[1:]))
    return "".join(f"| {' | '.join(map(str, row))} |\n" for row in (head, ruler, *rows))


if __name__ == "__main__":
    main()
