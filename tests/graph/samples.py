"""The hand-made extractions of the sample articles."""

from __future__ import annotations

from graph.interchange import read_document
from tests.conftest import ROOT

SAMPLES = tuple(
    read_document(path.read_text(encoding="utf-8"), file=f"{path.stem}.txt")
    for path in sorted((ROOT / "tests" / "gold" / "samples").glob("*.json"))
)
"""The documents of `tests/gold/samples`, by file."""
