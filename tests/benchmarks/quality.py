"""Precision and recall against the annotation, by the guideline's scorer."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extractors.pipeline import Pipeline
from extractors.readers import read_page
from graph.interchange import write_document
from tests.benchmarks.sets import ROOT, ArticleSet


def table(articles: ArticleSet) -> str:
    """The scorer's table for one set."""
    return _scored(articles)


def rows(articles: ArticleSet) -> Mapping[str, Mapping[str, Any]]:
    """The scorer's rows for one set, by name: precision, recall, f1, hits, predicted, gold."""
    scored: dict[str, dict[str, Any]] = json.loads(_scored(articles, "--json"))
    return scored


def _scored(articles: ArticleSet, *options: str) -> str:
    pipeline = Pipeline()
    with tempfile.TemporaryDirectory() as folder:
        gold, read = Path(folder) / "gold", Path(folder) / "read"
        gold.mkdir()
        read.mkdir()
        for page in articles.pages:
            annotation = articles.gold / f"{page.stem}.json"
            if annotation.exists():
                shutil.copy(annotation, gold)
            document = write_document(pipeline.extract(read_page(page)))
            (read / annotation.name).write_text(document, encoding="utf-8")
        scorer = str(ROOT / "tests" / "gold" / "score.py")
        done = subprocess.run(
            [sys.executable, scorer, str(gold), str(read), *options],
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout
