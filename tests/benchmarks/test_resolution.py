"""The figures of resolution are those of pairs, and every table is told."""

from __future__ import annotations

import pytest

from graph.canonical import CanonicalEntity
from graph.model import EntityType
from tests.benchmarks import resolution
from tests.benchmarks.resolution import Pairs, pairs_by_type


def _thing(path: str, *keys: str) -> CanonicalEntity:
    members = tuple((f"a{number}", key) for number, key in enumerate(keys))
    return CanonicalEntity(path, EntityType.PROJECT, path, members=members)


def test_pairs_are_counted_by_what_their_keys_say() -> None:
    things = [_thing("one", "p1", "p1", "p1", "p2"), _thing("two", "p1", "p3")]
    (found,) = pairs_by_type(things).values()
    assert found == Pairs(joined=6 + 1, true=6, right=3)
    assert (round(found.precision, 3), found.recall) == (0.429, 0.5)


def test_what_was_joined_rightly_is_all_and_nothing_told_is_nothing_missed() -> None:
    assert pairs_by_type([_thing("one", "p1", "p1")])["project"].precision == 1
    assert (Pairs(0, 0, 0).precision, Pairs(0, 0, 0).recall) == (1, 1)


def test_the_table_tells_sizes_types_and_the_cost_of_one_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(resolution, "MORE", 3)
    monkeypatch.setattr(resolution, "_RUNS_OF", 40)
    told = "\n".join(resolution.table([40, 20])).splitlines()
    assert [line.split()[0] for line in told[1:3]] == ["20", "40"]
    for row in ("project", "region", "one article more, at 40", "together", "snapshot"):
        assert any(line.startswith(row) for line in told), row
