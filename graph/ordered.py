"""A list that stays in order while things come and go."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable
from typing import Any, Generic, TypeVar

_Item = TypeVar("_Item")
_FEW = 16


class Ordered(Generic[_Item]):
    """Things in the order of a key that is different for each.

    A few that come are put in their places; many are sorted once, when somebody looks: to put each
    in its place would move all that stand behind it every time.
    """

    __slots__ = ("_items", "_key", "_new")

    def __init__(self, key: Callable[[_Item], Any]) -> None:
        self._key = key
        self._items: list[_Item] = []
        self._new: list[_Item] = []

    def add(self, item: _Item) -> None:
        """Take a thing in."""
        self._new.append(item)

    def remove(self, item: _Item) -> None:
        """Take out the thing of the same key, which must be in."""
        items = self.items()
        del items[bisect_left(items, self._key(item), key=self._key)]

    def items(self) -> list[_Item]:
        """All of them in order; not to be changed."""
        if len(self._new) > _FEW:
            self._items.extend(self._new)
            self._items.sort(key=self._key)
        else:
            for item in self._new:
                insort(self._items, item, key=self._key)
        self._new.clear()
        return self._items
