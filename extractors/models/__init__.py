"""What the learned parts know: tables of weights, written by `extractors.training`."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent
