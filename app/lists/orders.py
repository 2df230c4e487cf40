"""All items of a list in one order, and how to go on in it after new data has come.

A cursor names the last row by its value and key and not by its place: what comes in between moves
nothing. Items without a value stand last, upwards and downwards.
"""

from __future__ import annotations

import base64
import binascii
import json
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, TypeVar

Item = TypeVar("Item")
Value = int | str
Mark = tuple[Value | None, str]
"""An item's value and key."""


@dataclass(frozen=True)
class Order(Generic[Item]):
    """Items in order, with their marks, and each one's place by key."""

    items: Sequence[Item]
    marks: Sequence[Mark]
    places: Mapping[str, int]
    down: bool

    @classmethod
    def of(cls, marked: Collection[tuple[Value | None, str, Item]], *, down: bool) -> Order[Item]:
        """The order of some items, given with their values and keys."""
        known = sorted(
            (one for one in marked if one[0] is not None),
            key=itemgetter(0, 1),
            reverse=down,
        )
        ordered = known + sorted((one for one in marked if one[0] is None), key=itemgetter(1))
        return cls(
            items=[item for _, _, item in ordered],
            marks=[(value, key) for value, key, _ in ordered],
            places={key: place for place, (_, key, _) in enumerate(ordered)},
            down=down,
        )

    def chosen(self, keys: Collection[str] | None) -> Sequence[int]:
        """The places of the chosen items, in order; None chooses all."""
        if keys is None:
            return range(len(self.items))
        return sorted(self.places[key] for key in keys if key in self.places)

    def after(self, mark: Mark) -> int:
        """The first place behind a mark, whether or not its item is still there.

        Raises TypeError for a mark of another order.
        """
        return bisect_left(
            range(len(self.marks)), 1, key=lambda place: self._follows(self.marks[place], mark)
        )

    def _follows(self, one: Mark, other: Mark) -> bool:
        if one[0] is None or other[0] is None:
            if (one[0] is None) != (other[0] is None):
                return one[0] is None
            return one[1] > other[1]
        if isinstance(one[0], str) != isinstance(other[0], str):
            raise TypeError("the values are of different kinds")
        smaller, greater = (one, other) if self.down else (other, one)
        return (smaller[0], smaller[1]) < (greater[0], greater[1])


def write_cursor(sort: str, mark: Mark) -> str:
    """A cursor behind a mark.

    >>> read_cursor(write_cursor("-budget", (49_000_000_000, "project/가")))
    ('-budget', (49000000000, 'project/가'))
    """
    written = json.dumps([sort, *mark], ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(written).decode().rstrip("=")


def read_cursor(cursor: str) -> tuple[str, Mark]:
    """The order and the mark that a cursor names; ValueError for what is none."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        read = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, UnicodeError, RecursionError) as error:
        raise ValueError("it is not one") from error
    match read:
        case [str(sort), int() | str() | None as value, str(key)] if not isinstance(value, bool):
            return sort, (value, key)
        case _:
            raise ValueError("it is not one")
