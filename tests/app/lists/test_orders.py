"""An order is total, values that are not known come last, and a cursor outlives what changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.lists.orders import Order, read_cursor, write_cursor

KEYS = st.text("가나다abc", min_size=1, max_size=3)
MARKED = st.dictionaries(KEYS, st.none() | st.integers(0, 3), max_size=12)


def order(marked: dict[str, int | None], *, down: bool) -> Order[str]:
    return Order.of([(value, key, key) for key, value in marked.items()], down=down)


@given(marked=MARKED, down=st.booleans())
def test_values_are_sorted_and_the_unknown_come_last(
    marked: dict[str, int | None], *, down: bool
) -> None:
    values = [marked[key] for key in order(marked, down=down).items]
    known = [value for value in values if value is not None]
    assert known == sorted(known, reverse=down)
    assert values == known + [None] * (len(values) - len(known))


@given(before=MARKED, after=MARKED, data=st.data(), down=st.booleans())
def test_a_cursor_goes_on_behind_its_row_whatever_comes_and_goes(
    before: dict[str, int | None], after: dict[str, int | None], data: st.DataObject, *, down: bool
) -> None:
    kept = {key: after.get(key, value) for key, value in before.items() if len(key) > 1}
    after = after | {key: before[key] for key in kept}
    old, new = order(before, down=down), order(after, down=down)
    if not old.items:
        return
    last = data.draw(st.integers(0, len(old.items) - 1))
    sort, mark = read_cursor(write_cursor("-x", old.marks[last]))
    assert sort == "-x"
    rest = new.items[new.after(mark) :]
    for place, key in enumerate(old.items):
        if key in kept:
            assert (key in rest) == (place > last)


@given(marked=MARKED, keys=st.sets(KEYS), down=st.booleans())
def test_the_chosen_come_in_the_order_of_all(
    marked: dict[str, int | None], keys: set[str], *, down: bool
) -> None:
    found = order(marked, down=down)
    chosen = [found.items[place] for place in found.chosen(keys)]
    assert chosen == [key for key in found.items if key in keys]
