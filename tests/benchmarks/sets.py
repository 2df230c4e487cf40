"""The sets of annotated articles: our samples, the benchmark, and those beside the checkout."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


POLICY = ROOT / "tests" / "gold" / "policy"


@dataclass(frozen=True, slots=True)
class ArticleSet:
    """Pages, and the folder of their annotation."""

    pages: tuple[Path, ...]
    gold: Path


def article_sets() -> Mapping[str, ArticleSet]:
    """Every set at hand, by name; the shared ones only where their folders are."""
    shared = Path(os.environ.get("SANMAEK_SHARED", ROOT.parent / "shared"))
    folders = {
        "samples": (ROOT / "seeds" / "articles", ROOT / "tests" / "gold" / "samples"),
        "policy": (POLICY / "texts", POLICY / "gold"),
    }
    for name in ("seeds", "check"):
        folders[name] = (shared / name, shared / "gold" / name)
    return {
        name: ArticleSet(tuple(sorted(pages.glob("*.txt"))), gold)
        for name, (pages, gold) in folders.items()
        if pages.is_dir() and gold.is_dir()
    }
