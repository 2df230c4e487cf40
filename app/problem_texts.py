"""Problems in Korean: what each type is called, and what a case of it says (`problem_texts.tsv`).

A case is a type, or `type/what` where a type says several things; its sentence has the values that
the problem tells in braces.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_suffix(".tsv")


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a problem, with the values that its sentence tells."""

    name: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def korean(self) -> str | None:
        """What it says; None where no Korean is known.

        >>> Case("not-found", {"name": "region/없는곳"}).korean
        '그런 것이 없다: region/없는곳'
        """
        text = _texts().get(self.name, ("", ""))[1]
        try:
            return text.format_map(self.values) or None
        except KeyError:
            return None


def title_of(kind: str) -> str | None:
    """The Korean title of a type, the one of `ambiguous` also for `ambiguous-city`."""
    known = _texts()
    return known.get(kind, known.get(kind.partition("-")[0], ("", "")))[0] or None


@cache
def _texts() -> Mapping[str, tuple[str, str]]:
    """Title and sentence by case."""
    rows = (line.split("\t") for line in _FILE.read_text(encoding="utf-8").splitlines()[1:])
    return {case: (title, sentence) for case, title, sentence in rows}
