"""The sets of annotated articles: our samples, the benchmark, and those beside the checkout."""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
POLICY = ROOT / "tests" / "gold" / "policy"
POLICY_SETS = {"policy": "development", "policy-test": "test"}
"""The benchmark's splits, by the name of their set."""


@dataclass(frozen=True, slots=True)
class ArticleSet:
    """Pages, and the folder of their annotation, which may hold that of other pages too."""

    pages: tuple[Path, ...]
    gold: Path


def splits() -> Mapping[str, frozenset[str]]:
    """The ids of the benchmark's articles, by split."""
    ids: dict[str, set[str]] = defaultdict(set)
    with (POLICY / "splits.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            ids[row["split"]].add(row["id"])
    return {split: frozenset(members) for split, members in ids.items()}


def article_sets() -> Mapping[str, ArticleSet]:
    """Every set at hand, by name; the shared ones only where their folders are."""
    sets = {"samples": _set(ROOT / "seeds" / "articles", ROOT / "tests" / "gold" / "samples")}
    members = splits()
    for name, split in POLICY_SETS.items():
        pages = tuple(POLICY / "texts" / f"{page}.txt" for page in sorted(members[split]))
        sets[name] = ArticleSet(pages, POLICY / "gold")
    shared = Path(os.environ.get("SANMAEK_SHARED", ROOT.parent / "shared"))
    for name in ("seeds", "check"):
        pages_at, gold = shared / name, shared / "gold" / name
        if pages_at.is_dir() and gold.is_dir():
            sets[name] = _set(pages_at, gold)
    return sets


def _set(pages: Path, gold: Path) -> ArticleSet:
    return ArticleSet(tuple(sorted(pages.glob("*.txt"))), gold)
