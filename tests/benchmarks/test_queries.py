"""The queries that servers are timed with: each finds something in the synthetic data."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat

from graph.iris import Iris
from graph.knowledge import snapshot_of
from graph.oxigraph import OxigraphStore
from tests.benchmarks.synthetic import synthetic_extractions
from tests.benchmarks.world import World

QUERIES = sorted(Path(__file__).with_name("queries").glob("*.rq"))


@pytest.fixture(scope="module")
def store() -> OxigraphStore:
    world = World()
    told = list(synthetic_extractions(60, world=world))
    made = OxigraphStore()
    made.apply([], snapshot_of(told, world.references, Iris()).quads())
    return made


def test_there_are_six_and_one_in_two_forms() -> None:
    assert len(QUERIES) == 7


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_it_finds_something(store: OxigraphStore, query: Path) -> None:
    text = query.read_text(encoding="utf-8")
    content, _ = store.query(text, QueryResultsFormat.CSV, RdfFormat.TURTLE)
    assert len(content.splitlines()) > 1


def test_both_forms_of_the_sums_by_year_give_the_same(store: OxigraphStore) -> None:
    short, long = (
        store.query(path.read_text(encoding="utf-8"), QueryResultsFormat.CSV, RdfFormat.TURTLE)
        for path in QUERIES[-2:]
    )
    assert short == long
