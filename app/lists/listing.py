"""What a list is: its items, orders, groupings, and how an item looks as a row and in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from app.language import Language
from app.lists.orders import Order, Value
from app.lists.shown import Viewed
from app.routers.bodies import Proof
from graph.values import PartialDate
from graph.view import View

Item = TypeVar("Item")
UNKNOWN = {Language.KO: "알 수 없음", Language.EN: "unknown"}
KEPT = 4000
"""Rows of one list and language that are kept as JSON with a view: some 15 MB of projects."""

Cell = str | int | float | bool | PartialDate | None
Key = tuple[str | None, str]
"""What a group is known by, None where that is not known, and what it is called."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `field` is the field of the row that it comes from."""

    name: str
    field: str
    cell: Callable[[Any], Cell]


@dataclass(frozen=True)
class Listing(Generic[Item]):
    """A list.

    `orders` give an item's value by the name of the order, None where it has none; `default` is one
    of them, with a minus downwards. `groupings` give the groups that an item belongs to, none or
    more. `body` makes an item's row and `columns` the cells of its line in a table.
    """

    name: str
    items: Callable[[View], Sequence[Item]]
    key: Callable[[Item], str]
    orders: Mapping[str, Callable[[View, Item], Value | None]]
    default: str
    groupings: Mapping[str, Callable[[Viewed, Item], Iterable[Key]]]
    row: type[BaseModel]
    body: Callable[[Viewed, Item], BaseModel]
    columns: Sequence[Column]

    @property
    def sorts(self) -> list[str]:
        """The orders as they are asked for."""
        return [sign + name for name in self.orders for sign in ("", "-")]

    @property
    def fields(self) -> Mapping[str, str]:
        """The fields of a row by the name that they are told under."""
        known = self.row.model_fields.items()
        return {field.serialization_alias or name: name for name, field in known}

    def in_order(self, view: View, sort: str) -> Order[Item]:
        """All items in an order, made once a view."""
        return view.once(("order", self.name, sort), lambda view: self._sorted(view, sort))

    def keys(self, viewed: Viewed, grouping: str) -> Sequence[tuple[Key, ...]]:
        """The groups of each item, in the default order; made once a view and language."""
        name = ("groups", self.name, grouping, viewed.language)
        return viewed.view.once(name, lambda view: self._keys(view, viewed, grouping))

    def _keys(self, view: View, viewed: Viewed, grouping: str) -> Sequence[tuple[Key, ...]]:
        keys_of, unknown = self.groupings[grouping], ((None, UNKNOWN[viewed.language]),)
        items = self.in_order(view, self.default).items
        return [tuple(dict.fromkeys(keys_of(viewed, item))) or unknown for item in items]

    def told(self, viewed: Viewed, item: Item) -> str:
        """An item's row as JSON; of the rows of a view the first thousands asked for are kept."""
        rows = viewed.view.once(("rows", self.name, viewed.language), lambda _: dict[str, str]())
        key = self.key(item)
        row = rows.get(key)
        if row is None:
            row = self.body(viewed, item).model_dump_json(by_alias=True)
            if len(rows) < KEPT:
                rows[key] = row
        return row

    def _sorted(self, view: View, sort: str) -> Order[Item]:
        value = self.orders[sort.removeprefix("-")]
        return Order.of(
            [(value(view, item), self.key(item), item) for item in self.items(view)],
            down=sort.startswith("-"),
        )


def named(names: Iterable[Any]) -> str:
    """Cards as the cell of a table: their names."""
    return "|".join(card.name for card in names)


def day(written: str | None) -> PartialDate | None:
    """A written date as one, for a cell that knows dates."""
    return PartialDate.parse(written) if written else None


def proof_columns(field: str, proof_of: Callable[[Any], Proof | None]) -> list[Column]:
    """The words that prove a row, and whose they are; `proof_of` finds them in the row."""

    def column(name: str, cell: Callable[[Proof], Cell]) -> Column:
        return Column(name, field, lambda row: cell(found) if (found := proof_of(row)) else None)

    return [
        column("quote", lambda proof: proof.quote),
        column("start", lambda proof: proof.start),
        column("end", lambda proof: proof.end),
        column("published", lambda proof: day(proof.article.published)),
        column("outlet", lambda proof: proof.article.outlet),
        column("article", lambda proof: proof.article.title),
        column("url", lambda proof: proof.article.url),
        column("rights", lambda proof: proof.article.rights),
    ]
