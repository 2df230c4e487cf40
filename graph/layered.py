"""A mapping of which each version shares nearly all with the one before."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from typing import Any, TypeVar

_Value = TypeVar("_Value")

_GONE = object()
_FEW = 64
_SHARE = 16
"""One in so many entries may lie over the base before both are laid together."""


class Layered(Mapping[str, _Value]):
    """A mapping that never changes; `changed` gives the next version at the cost of what changed.

    Its entries come in the order of `order`, a function of key and value. They are put in order
    when somebody first goes through all of them, so that versions that nobody goes through cost
    nothing.

    >>> first = Layered({"b": 1, "a": 2})
    >>> second = first.changed(["b", "c"], {"c": 3})
    >>> dict(first), dict(second)
    ({'a': 2, 'b': 1}, {'a': 2, 'c': 3})
    """

    __slots__ = ("_base", "_length", "_ordered", "_over", "order")

    def __init__(
        self,
        entries: Mapping[str, _Value],
        order: Callable[[str, _Value], Any] = lambda key, _: key,
    ) -> None:
        self.order = order
        self._base: dict[str, _Value] = dict(entries)
        self._over: dict[str, Any] = {}
        self._length = len(self._base)
        self._ordered: dict[str, _Value] | None = None

    def changed(self, keys: Iterable[str], source: Mapping[str, _Value]) -> Layered[_Value]:
        """The version in which some keys have the values of `source`; what lacks there is gone."""
        base, over = self._base, {**self._over, **{key: source.get(key, _GONE) for key in keys}}
        if len(over) > max(_FEW, len(base) // _SHARE):
            base, over = _laid_together(base, over), {}
        after: Layered[_Value] = Layered({}, self.order)
        after._base, after._over = base, over
        after._length = len(base) + sum(
            (value is not _GONE) - (key in base) for key, value in over.items()
        )
        return after

    def __getitem__(self, key: str) -> _Value:
        if key not in self._over:
            return self._base[key]
        value: _Value = self._over[key]
        if value is _GONE:
            raise KeyError(key)
        return value

    def __contains__(self, key: object) -> bool:
        return self._over[key] is not _GONE if key in self._over else key in self._base

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[str]:
        return iter(self._in_order())

    def items(self) -> ItemsView[str, _Value]:
        """Keys and values in order."""
        return self._in_order().items()

    def values(self) -> ValuesView[_Value]:
        """The values in the order of their keys."""
        return self._in_order().values()

    def _in_order(self) -> dict[str, _Value]:
        if self._ordered is None:
            whole = _laid_together(self._base, self._over)
            self._ordered = dict(sorted(whole.items(), key=lambda entry: self.order(*entry)))
        return self._ordered


def _laid_together(base: dict[str, _Value], over: dict[str, Any]) -> dict[str, _Value]:
    whole = {**base, **over}
    for key, value in over.items():
        if value is _GONE:
            del whole[key]
    return whole
