"""A store holds exactly what its snapshot says, whichever way it got there."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat

from graph.archive import Archive
from graph.exports.rdf_dumps import write_nquads
from graph.iris import Iris
from graph.knowledge import Snapshot, publish, read_snapshot, rebuild_store, snapshot_of
from graph.model import BudgetKind, Extraction
from graph.oxigraph import OxigraphStore
from graph.store import StoreBusyError
from graph.values import Period
from tests.graph.examples import (
    CHANGWON,
    REFERENCES,
    budget,
    extractions,
    project,
    read,
    three_that_agree,
)

PREFIX = "PREFIX : <https://w3id.org/sanmaek/ontology#> "


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive") as opened:
        for extraction in three_that_agree():
            opened.put(extraction)
        yield opened


def _snapshot(archive: Archive, iris: Iris | None = None) -> Snapshot:
    return read_snapshot(archive, REFERENCES, iris or Iris())


def _fresh(archive: Archive, iris: Iris | None = None) -> set[Quad]:
    store = OxigraphStore()
    publish(_snapshot(archive, iris), store)
    return set(store.quads())


def _rows(store: OxigraphStore, query: str) -> list[dict[str, str]]:
    answer, _ = store.query(PREFIX + query, QueryResultsFormat.JSON, RdfFormat.TURTLE)
    rows: list[dict[str, dict[str, str]]] = json.loads(answer)["results"]["bindings"]
    return [{name: cell["value"] for name, cell in row.items()} for row in rows]


def test_an_empty_store_comes_to_hold_the_snapshot_s_quads(archive: Archive) -> None:
    store, snapshot = OxigraphStore(), _snapshot(archive)
    assert publish(snapshot, store)
    assert set(store.quads()) == set(snapshot.quads())


def test_a_snapshot_again_changes_nothing(archive: Archive) -> None:
    store = OxigraphStore()
    publish(_snapshot(archive), store)
    before = set(store.quads())
    assert not publish(_snapshot(archive), store)
    assert set(store.quads()) == before


def test_a_retracted_article_s_quads_are_gone_and_no_others(archive: Archive) -> None:
    store = OxigraphStore()
    publish(_snapshot(archive), store)
    archive.retract("same-2")
    assert publish(_snapshot(archive), store)
    assert list(store.quads(Iris().graph("same-2"))) == []
    assert not any("same-2" in str(quad) for quad in store.quads())
    assert set(store.quads()) == _fresh(archive)
    archive.restore("same-2")
    assert publish(_snapshot(archive), store)
    assert set(store.quads()) == _fresh(archive)


def test_the_last_article_s_retraction_leaves_an_empty_view(archive: Archive) -> None:
    store = OxigraphStore()
    publish(_snapshot(archive), store)
    for extraction in three_that_agree():
        archive.retract(extraction.article.id)
    publish(_snapshot(archive), store)
    assert set(store.quads()) == set()
    assert _rows(store, "SELECT * { ?p :budget ?won }") == []
    assert set(store.quads()) == _fresh(archive)


def test_another_base_moves_every_iri(archive: Archive) -> None:
    store, other = OxigraphStore(), Iris("http://localhost:8000/")
    publish(_snapshot(archive), store)
    assert publish(_snapshot(archive, other), store)
    assert set(store.quads()) == _fresh(archive, other)
    assert not any("sanmaek/id/" in str(quad) for quad in store.quads())


def test_other_reference_data_makes_all_anew(archive: Archive) -> None:
    store = OxigraphStore()
    publish(_snapshot(archive), store)
    renamed = {**REFERENCES, CHANGWON.ref: replace(CHANGWON, name="창원특례시")}
    snapshot = read_snapshot(archive, renamed, Iris())
    assert publish(snapshot, store)
    assert set(store.quads()) == set(snapshot.quads())


def test_what_others_wrote_into_an_unversioned_store_goes(archive: Archive) -> None:
    store, stray = OxigraphStore(), NamedNode("http://x/stray")
    store.apply([], [Quad(stray, stray, stray, stray)])
    publish(_snapshot(archive), store)
    assert set(store.quads()) == _fresh(archive)


def test_a_store_that_is_ahead_of_its_archive_is_brought_back(
    archive: Archive, tmp_path: Path
) -> None:
    store = OxigraphStore()
    publish(_snapshot(archive), store)
    with Archive(tmp_path / "backup") as backup:
        for extraction in three_that_agree()[:2]:
            backup.put(extraction)
        assert publish(_snapshot(backup), store)
        assert set(store.quads()) == _fresh(backup)


@settings(max_examples=12)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["put", "retract", "restore", "publish"]),
            st.sampled_from("abc").flatmap(extractions),
        ),
        min_size=1,
        max_size=7,
    )
)
def test_step_by_step_comes_to_the_same_as_from_scratch(
    steps: list[tuple[str, Extraction]],
) -> None:
    with Archive(Path(":memory:")) as archive:
        store = OxigraphStore()
        for step, extraction in steps:
            known = archive.describe(extraction.article.id) is not None
            if step == "put":
                archive.put(extraction)
            elif step == "publish":
                publish(_snapshot(archive), store)
            elif known:
                getattr(archive, step)(extraction.article.id)
        publish(_snapshot(archive), store)
        assert set(store.quads()) == _fresh(archive)


def test_what_three_articles_say_is_counted_once(archive: Archive) -> None:
    store = OxigraphStore()
    publish(_snapshot(archive), store)
    (total,) = _rows(store, "SELECT (SUM(?won) AS ?sum) (COUNT(*) AS ?n) { ?p :budget ?won }")
    assert total == {"sum": "382000000000", "n": "1"}
    for pattern in (
        "?s :locatedIn <https://w3id.org/sanmaek/id/region/48120>",
        "?s :lead ?o",
        "?s :participant ?o",
        "?s :about ?o",
        "?s :status ?o",
        "?s :holds ?o",
        "?s :produces ?o",
    ):
        assert _rows(store, f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}") == [{"n": "1"}], pattern
    assert _rows(store, "SELECT (COUNT(*) AS ?n) { ?s :agreedWith ?o }") == [{"n": "2"}]


def test_a_project_is_funded_from_the_first_year_that_any_article_tells(archive: Archive) -> None:
    for year, kind in (
        (2024, BudgetKind.TOTAL),
        (2022, BudgetKind.SHARE),
        (None, BudgetKind.TOTAL),
    ):
        told = replace(budget("p", year or 7, kind), period=Period(year, 2029))
        archive.put(read(f"of-{year}", [project("p", "수소항만")], [told], "2025-01-01"))
    store = OxigraphStore()
    publish(_snapshot(archive), store)
    (found,) = _rows(store, "SELECT ?project ?year { ?project :fundedFrom ?year }")
    assert found["year"] == "2022"
    claims = "GRAPH ?g { ?claim :project ?project ; :periodStart ?start }"
    least = f"SELECT ?project (MIN(?start) AS ?year) {{ {claims} }} GROUP BY ?project"
    assert _rows(store, least) == [found]


def test_every_article_s_own_words_stand_in_its_graph(archive: Archive) -> None:
    store = OxigraphStore()
    publish(_snapshot(archive), store)
    rows = _rows(
        store,
        "SELECT ?g (SUM(?won) AS ?sum) { GRAPH ?g { ?claim :won ?won } } GROUP BY ?g ORDER BY ?g",
    )
    assert [row["sum"] for row in rows] == ["300000000000", *["382000000000"] * 3]


def test_a_rebuilt_store_is_the_same_byte_for_byte(archive: Archive, tmp_path: Path) -> None:
    def dump() -> bytes:
        store = OxigraphStore(tmp_path / "store")
        lines = sorted(f"{quad} .\n" for quad in store.quads())
        store.close()
        return "".join(lines).encode()

    snapshot = _snapshot(archive)
    rebuild_store(snapshot, tmp_path / "store")
    first, out = dump(), io.BytesIO()
    write_nquads(snapshot, out)
    assert first == out.getvalue()
    rebuild_store(_snapshot(archive), tmp_path / "store")
    assert dump() == first
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["store"]


def test_what_a_broken_rebuild_left_behind_does_no_harm(archive: Archive, tmp_path: Path) -> None:
    for name in ("store.new", "store.old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "CURRENT").write_text("rubbish", encoding="utf-8")
    rebuild_store(_snapshot(archive), tmp_path / "store")
    store = OxigraphStore(tmp_path / "store")
    assert set(store.quads()) == _fresh(archive)
    store.close()
    assert not (tmp_path / "store.new").exists()
    assert not (tmp_path / "store.old").exists()


def test_a_store_in_use_is_not_rebuilt(archive: Archive, tmp_path: Path) -> None:
    store = OxigraphStore(tmp_path / "store")
    publish(_snapshot(archive), store)
    with pytest.raises(StoreBusyError):
        rebuild_store(_snapshot(archive), tmp_path / "store")
    assert set(store.quads()) == _fresh(archive)
    store.close()


def test_the_version_stands_once_and_changes_with_the_articles(archive: Archive) -> None:
    store, snapshot = OxigraphStore(), _snapshot(archive)
    publish(snapshot, store)
    archive.retract("older")
    publish(_snapshot(archive), store)
    version = NamedNode("http://www.w3.org/2002/07/owl#versionInfo")
    (quad,) = store.quads(DefaultGraph(), Iris().dataset, version)
    assert isinstance(quad.object, Literal)
    assert quad.object.value == _snapshot(archive).version != snapshot.version


def test_another_archive_at_the_same_revision_is_not_taken_for_this_one(
    archive: Archive, tmp_path: Path
) -> None:
    store = OxigraphStore()
    publish(_snapshot(archive), store)
    with Archive(tmp_path / "other") as other:
        for number in range(archive.revision):
            other.put(replace(three_that_agree()[0], extractor=f"version {number}"))
        assert other.revision == archive.revision
        assert publish(_snapshot(other), store)
        assert set(store.quads()) == _fresh(other)


def test_a_snapshot_of_shuffled_articles_has_the_same_quads() -> None:
    one = snapshot_of(three_that_agree(), REFERENCES, Iris())
    other = snapshot_of(three_that_agree()[::-1], REFERENCES, Iris())
    assert set(one.quads()) == set(other.quads())
