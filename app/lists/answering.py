"""The answer to a list that was asked for: a page, a table or groups, in the form asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Generic, TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Response
from pydantic import BaseModel

from app.lists.asking import Asking, Form, wrong
from app.lists.envelope import Group, Meta, Understood
from app.lists.listing import Column, Key, Listing
from app.lists.orders import Order, read_cursor, write_cursor
from app.lists.shown import Viewed
from app.lists.tables import group_columns, table
from app.problems import Problem

Item = TypeVar("Item")


@dataclass(frozen=True)
class Stretch(Generic[Item]):
    """Some of the chosen items: how many were chosen in all, and where to go on."""

    items: Sequence[Item]
    count: int
    next_cursor: str | None


def answer(
    listing: Listing[Any],
    asked: Asking,
    viewed: Viewed,
    chosen: Collection[str] | None,
    interpreted: Mapping[str, Understood],
) -> Response:
    """The response of a list; `chosen` are the keys of the items that are wanted, None is all.

    Raises Problem for a cursor of another order.
    """
    if asked.group_by:
        groups = groups_of(listing, asked, viewed, chosen)
        count = len(listing.in_order(viewed.view, listing.default).chosen(chosen))
        stretch: Stretch[Any] = Stretch((), count, None)
    else:
        groups, stretch = [], stretch_of(listing.in_order(viewed.view, asked.sort), asked, chosen)
    headers = _links(asked, stretch.next_cursor)
    if asked.form is not Form.JSON:
        rows: Iterator[BaseModel] = iter(groups)
        columns: Sequence[Column] = group_columns(asked.group_by)
        if not asked.group_by:
            rows = (listing.body(viewed, item) for item in stretch.items)
            columns = listing.columns
        if asked.select:
            columns = [column for column in columns if column.field in asked.select]
        return table(listing.name, asked, rows, columns, headers)
    meta = Meta(
        count=stretch.count,
        page=None if asked.cursor else asked.page,
        per_page=asked.size,
        next_cursor=stretch.next_cursor,
        dataset_version=viewed.snapshot.version,
        as_of=str(viewed.day),
        interpreted=dict(interpreted),
    )
    if asked.select:
        kept = set(asked.select)
        bodies = (listing.body(viewed, item) for item in stretch.items)
        results = [body.model_dump_json(include=kept, by_alias=True) for body in bodies]
    else:
        results = [listing.told(viewed, item) for item in stretch.items]
    return Response(
        _list_body(meta, results, groups), media_type="application/json", headers=headers
    )


def _list_body(meta: Meta, results: Iterable[str], groups: Iterable[Group]) -> str:
    """A `ListBody` as JSON, of rows that are JSON already."""
    told = ",".join(group.model_dump_json() for group in groups)
    return f'{{"meta":{meta.model_dump_json()},"results":[{",".join(results)}],"groups":[{told}]}}'


def stretch_of(order: Order[Item], asked: Asking, chosen: Collection[str] | None) -> Stretch[Item]:
    """The items that a page or a cursor asks for. Raises Problem for a cursor of another order."""
    places = order.chosen(chosen)
    start = (asked.page - 1) * asked.size
    if asked.cursor:
        start = bisect_left(places, _place(order, asked))
    wanted = places[start : start + asked.size]
    goes_on = start + asked.size < len(places)
    return Stretch(
        items=[order.items[place] for place in wanted],
        count=len(places),
        next_cursor=write_cursor(asked.sort, order.marks[wanted[-1]])
        if goes_on and wanted
        else None,
    )


def groups_of(
    listing: Listing[Item], asked: Asking, viewed: Viewed, chosen: Collection[str] | None
) -> Sequence[Group]:
    """How many of the chosen items are in each group, the largest group first.

    Groups of all items by one thing are made once a view and language.
    """
    if chosen is not None or len(asked.group_by) > 1:
        return _groups_of(listing, asked.group_by, viewed, chosen)
    name = ("all groups", listing.name, asked.group_by, viewed.language)
    return viewed.view.once(name, lambda _: _groups_of(listing, asked.group_by, viewed, None))


def _groups_of(
    listing: Listing[Item],
    group_by: Sequence[str],
    viewed: Viewed,
    chosen: Collection[str] | None,
) -> Sequence[Group]:
    found = grouped(listing, group_by, viewed, chosen)
    return [
        Group(
            key={name: key for name, (key, _) in zip(group_by, keys, strict=True)},
            label={name: label for name, (_, label) in zip(group_by, keys, strict=True)},
            count=len(items),
        )
        for keys, items in sorted(found.items(), key=lambda one: (-len(one[1]), str(one[0])))
    ]


def grouped(
    listing: Listing[Item],
    group_by: Sequence[str],
    viewed: Viewed,
    chosen: Collection[str] | None,
) -> dict[tuple[Key, ...], list[Item]]:
    """The chosen items by what they have in common; one may be in several groups.

    An item that has no value is in the group of the unknown.
    """
    order = listing.in_order(viewed.view, listing.default)
    by_place = [listing.keys(viewed, name) for name in group_by]
    found: dict[tuple[Key, ...], list[Item]] = {}
    for place in order.chosen(chosen):
        for keys in product(*[keys[place] for keys in by_place]):
            found.setdefault(keys, []).append(order.items[place])
    return found


def _place(order: Order[Any], asked: Asking) -> int:
    assert asked.cursor is not None
    try:
        sort, mark = read_cursor(asked.cursor)
    except ValueError as error:
        raise _no_cursor(error) from error
    if sort != asked.sort:
        why = f"it goes on in the order {sort!r}, not {asked.sort!r}"
        raise wrong("cursor", why, "cursor_order", order=sort, sort=asked.sort)
    try:
        return order.after(mark)
    except TypeError as error:
        raise _no_cursor(error) from error


def _no_cursor(error: Exception) -> Problem:
    return wrong("cursor", f"{error}; give next_cursor of the answer before", "cursor")


def _links(asked: Asking, next_cursor: str | None) -> dict[str, str]:
    """The address of what comes next, which a table cannot hold."""
    if next_cursor is None:
        return {}
    parts = urlsplit(asked.url)
    query = [pair for pair in parse_qsl(parts.query) if pair[0] not in ("page", "cursor")]
    address = f"{parts.path}?{urlencode([*query, ('cursor', next_cursor)])}"
    return {"Link": f'<{address}>; rel="next"'}
