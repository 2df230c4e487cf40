"""People's decisions on who is who: a file of lines that are only ever added.

One JSON object a line, to be read, put under version control and merged by hand. Each is about two
paths: `same`, `different`, `later` (look at it again another time) or `undo`, which takes the pair
back to what the rules say. The last line on a pair counts. `path~article` on one side of a
`different` takes one article's entity out of an identity that its name put it into.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from graph.iris import split_path


class Judgement(StrEnum):
    """What a person says of two paths."""

    SAME = "same"
    DIFFERENT = "different"
    LATER = "later"
    UNDO = "undo"


class LedgerError(Exception):
    """A line of the ledger that cannot be read; the message names file, line and remedy."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line: who judged which pair how, when and why. `left` sorts before `right`.

    Raises ValueError where a path is none, both are one, or their types differ.
    """

    left: str
    right: str
    judgement: Judgement
    by: str = ""
    reason: str = ""
    at: str = ""

    def __post_init__(self) -> None:
        types = {split_path(path)[0] for path in self.pair}
        if self.left == self.right or len(types) > 1:
            raise ValueError(f"a decision is about two things of one type, not {self.pair}")
        if self.left > self.right:
            left, right = self.right, self.left
            object.__setattr__(self, "left", left)
            object.__setattr__(self, "right", right)

    @property
    def pair(self) -> tuple[str, str]:
        """Both paths, in order."""
        return self.left, self.right


@dataclass(frozen=True)
class Decisions:
    """The decisions that count, the oldest first.

    >>> one = Decision("person/가-나", "person/가-다", Judgement.SAME)
    >>> undone = Decision("person/가-다", "person/가-나", Judgement.UNDO)
    >>> Decisions.of([one]).judged("person/가-다", "person/가-나").value
    'same'
    >>> Decisions.of([one, undone]).judged("person/가-다", "person/가-나") is None
    True
    """

    by_pair: Mapping[tuple[str, str], Decision] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Decisions:
        """What remains of some lines, in the order in which they were written."""
        by_pair: dict[tuple[str, str], Decision] = {}
        for decision in decisions:
            by_pair.pop(decision.pair, None)
            if decision.judgement is not Judgement.UNDO:
                by_pair[decision.pair] = decision
        return cls(by_pair)

    def judged(self, one: str, other: str) -> Judgement | None:
        """What a person said of two paths; None where nobody did."""
        decision = self.by_pair.get((min(one, other), max(one, other)))
        return decision.judgement if decision else None

    @cached_property
    def by_path(self) -> Mapping[str, tuple[Decision, ...]]:
        """The decisions about each path, the oldest first."""
        found: dict[str, tuple[Decision, ...]] = {}
        for decision in self.by_pair.values():
            for path in decision.pair:
                found[path] = (*found.get(path, ()), decision)
        return found

    @cached_property
    def apart(self) -> Mapping[str, frozenset[str]]:
        """By article, the identities that a person took its entities out of."""
        found: dict[str, frozenset[str]] = {}
        for decision in self.by_pair.values():
            if decision.judgement is not Judgement.DIFFERENT:
                continue
            for path, other in (decision.pair, decision.pair[::-1]):
                whole, mark, article = path.rpartition("~")
                if mark and whole == other:
                    found[article] = found.get(article, frozenset()) | {whole}
        return found


class Ledger:
    """The file of decisions. A missing file is an empty ledger."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, decision: Decision) -> Decision:
        """Write one line and see it on the disk; the decision comes back with its time."""
        dated = Decision(
            decision.left,
            decision.right,
            decision.judgement,
            decision.by,
            decision.reason,
            decision.at or datetime.now(UTC).isoformat(timespec="seconds"),
        )
        self.path.parent.mkdir(parents=True, exist_ok=True)
        line = json.dumps(
            {
                "left": dated.left,
                "right": dated.right,
                "judgement": dated.judgement.value,
                "by": dated.by,
                "reason": dated.reason,
                "at": dated.at,
            },
            ensure_ascii=False,
        )
        with self.path.open("a+b") as out:
            _end_last_line(out)
            out.write(line.encode() + b"\n")
            out.flush()
            os.fsync(out.fileno())
        return dated

    def lines(self) -> Iterator[Decision]:
        """Every line as it was written; empty lines are skipped.

        A last line that a crash cut short is left out; any other that cannot be read raises
        LedgerError.
        """
        if not self.path.exists():
            return
        content = self.path.read_bytes()
        rows = content.split(b"\n")
        for number, row in enumerate(rows, 1):
            if not row.strip():
                continue
            try:
                yield _decision(row)
            except ValueError as error:
                if number == len(rows):
                    return
                raise LedgerError(
                    f"{self.path}, line {number}: {error}; mend the line or take it out"
                ) from error

    @property
    def version(self) -> tuple[int, int]:
        """Changes whenever the file does: its size and time of change."""
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return 0, 0
        return stat.st_size, stat.st_mtime_ns

    def decisions(self) -> Decisions:
        """What counts now."""
        return Decisions.of(self.lines())


def _end_last_line(out: BinaryIO) -> None:
    """End a line that an editor left open, and drop one that a crash cut short."""
    out.seek(0)
    last = out.read().rpartition(b"\n")[2]
    if not last:
        return
    try:
        _decision(last)
    except ValueError:
        out.truncate(out.seek(0, os.SEEK_END) - len(last))
    else:
        out.write(b"\n")


def _decision(row: bytes) -> Decision:
    said = json.loads(row)
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        raise ValueError("a decision is a JSON object of texts")
    missing = {"left", "right", "judgement"} - said.keys()
    if missing:
        raise ValueError(f"it lacks {', '.join(sorted(missing))}")
    return Decision(
        left=said["left"],
        right=said["right"],
        judgement=Judgement(said["judgement"]),
        by=said.get("by", ""),
        reason=said.get("reason", ""),
        at=said.get("at", ""),
    )
