"""What the learned parts know: tables of weights, written by `extractors.training`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from extractors.linking.logistic import Logistic

FOLDER = Path(__file__).resolve().parent


_INSTEAD: dict[str, Logistic] = {}


def load(name: str) -> Logistic:
    """The weights of that name, read once.

    FileNotFoundError, which says how to make it, where the table is missing.
    """
    return _INSTEAD.get(name) or _read(name)


@contextmanager
def instead(name: str, model: Logistic) -> Iterator[None]:
    """Have other weights of a name in force: those that have not learned from an article."""
    before = _INSTEAD.get(name)
    _INSTEAD[name] = model
    try:
        yield
    finally:
        del _INSTEAD[name]
        if before is not None:
            _INSTEAD[name] = before


@cache
def _read(name: str) -> Logistic:
    path = FOLDER / f"{name}.tsv"
    if not path.exists():
        raise FileNotFoundError(f"no weights for {name!r} at {path}; `make train` learns them")
    return Logistic.load(path)
