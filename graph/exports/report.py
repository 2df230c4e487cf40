"""What an export holds of the graph, and what it left out and why."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.view import View


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of what was there and of what is in the file, by kind of thing.

    `left_out` counts by reason what is not in the file though it was there; `notes` say what a
    reader of the file should know.
    """

    format: str
    before: Mapping[str, int]
    after: Mapping[str, int]
    left_out: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def as_json(self) -> str:
        """One line in ASCII, as an HTTP header takes it."""
        told = {
            "format": self.format,
            "in": dict(self.before),
            "out": dict(self.after),
            "left_out": dict(self.left_out),
            "notes": list(self.notes),
        }
        return json.dumps(told, separators=(",", ":"))

    def lines(self) -> list[str]:
        """The report for a person, a line a fact."""
        told = [f"of {_counted(self.before)}: {_counted(self.after)}"]
        told += [f"left out: {count:,} {reason}" for reason, count in self.left_out.items()]
        return [*told, *(f"note: {note}" for note in self.notes)]


def counts_of(view: View) -> dict[str, int]:
    """How much a view holds."""
    return {
        "articles": len(view.articles),
        "entities": len(view.entities),
        "claims": len(view.statements),
    }


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.items())
