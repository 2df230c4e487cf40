"""What the learned parts know: tables of weights, written by `extractors.training`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from extractors.linking.logistic import Logistic

FOLDER = Path(__file__).resolve().parent


@cache
def load(name: str) -> Logistic:
    """The weights of that name, read once.

    FileNotFoundError, which says how to make it, where the table is missing.
    """
    path = FOLDER / f"{name}.tsv"
    if not path.exists():
        raise FileNotFoundError(f"no weights for {name!r} at {path}; `make train` learns them")
    return Logistic.load(path)
