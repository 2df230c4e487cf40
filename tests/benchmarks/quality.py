"""Precision and recall against the annotation, by the guideline's scorer."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from extractors.pipeline import Pipeline
from extractors.readers import read_page
from graph.interchange import write_document
from tests.benchmarks.sets import ROOT, ArticleSet

SCORER = ROOT / "tests" / "gold" / "score.py"


def table(articles: ArticleSet) -> str:
    """The scorer's table for one set."""
    return _scored(articles)


def rows(articles: ArticleSet) -> Mapping[str, Mapping[str, Any]]:
    """The scorer's rows for one set, by name: precision, recall, f1, hits, predicted, gold."""
    scored: dict[str, dict[str, Any]] = json.loads(_scored(articles, "--json"))
    return scored


@cache
def documents(articles: ArticleSet) -> Mapping[str, str]:
    """What is read of each page of a set that has an annotation, as JSON by the page's name."""
    pipeline = Pipeline()
    return {
        page.stem: write_document(pipeline.extract(read_page(page)))
        for page in articles.pages
        if (articles.gold / f"{page.stem}.json").exists()
    }


def _scored(articles: ArticleSet, *options: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        gold, read = Path(folder) / "gold", Path(folder) / "read"
        gold.mkdir()
        read.mkdir()
        for name, document in documents(articles).items():
            shutil.copy(articles.gold / f"{name}.json", gold)
            (read / f"{name}.json").write_text(document, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(SCORER), str(gold), str(read), *options],
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout
