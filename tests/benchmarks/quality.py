"""Precision and recall against the annotation, by the guideline's scorer."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from extractors.pipeline import Pipeline
from extractors.readers import read_page
from graph.interchange import write_document
from tests.benchmarks.sets import ROOT, ArticleSet


def table(articles: ArticleSet) -> str:
    """The scorer's table for one set."""
    pipeline = Pipeline()
    with tempfile.TemporaryDirectory() as folder:
        for page in articles.pages:
            document = write_document(pipeline.extract(read_page(page)))
            (Path(folder) / f"{page.stem}.json").write_text(document, encoding="utf-8")
        scorer = str(ROOT / "tests" / "gold" / "score.py")
        done = subprocess.run(
            [sys.executable, scorer, str(articles.gold), folder],
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout
