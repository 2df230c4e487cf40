"""People's own quads stay, whatever is derived beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from graph.archive import Archive
from graph.iris import Iris
from graph.knowledge import publish, rebuild_store, snapshot_of
from graph.own import DerivedError, OwnQuads, WithOwn, open_store
from graph.oxigraph import OxigraphStore
from tests.graph.examples import three_that_agree

P, G = NamedNode("http://x/p"), NamedNode("http://x/g")
Q = [
    Quad(NamedNode(f"http://x/{n}"), P, Literal(f"값 {n}\n"), G if n % 2 else None)
    for n in range(4)
]
BLANK = Quad(BlankNode("b"), P, BlankNode("c"), G)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[WithOwn]:
    found = open_store(tmp_path / "graph")
    yield found
    found.close()


def test_no_file_is_made_before_there_is_something_to_keep(store: WithOwn, tmp_path: Path) -> None:
    store.apply([], Q)
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_own_quads_are_seen_by_queries_and_not_by_who_publishes(store: WithOwn) -> None:
    store.apply([], Q[:2])
    store.change_own([], [Q[2], BLANK])
    assert set(store.quads()) == set(Q[:2])
    assert set(store.everything()) == {*Q[:3], BLANK}
    assert set(store.everything(G)) == {Q[1], BLANK}


def test_what_is_derived_is_not_removed_by_hand(store: WithOwn) -> None:
    store.apply([], Q[:2])
    store.change_own([], [Q[2]])
    with pytest.raises(DerivedError, match="retract the article"):
        store.change_own([Q[2], Q[0]], [Q[3]])
    assert set(store.everything()) == set(Q[:3])


def test_what_a_person_said_stays_when_an_article_says_it_and_is_retracted(store: WithOwn) -> None:
    store.change_own([], [Q[0]])
    store.apply([], [Q[0]])
    with pytest.raises(DerivedError):
        store.change_own([Q[0]], [])
    store.apply([Q[0]], [])
    assert set(store.everything()) == {Q[0]}
    store.change_own([Q[0]], [])
    assert set(store.everything()) == set()


def test_own_quads_are_there_again_when_the_store_is_opened_or_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    snapshot = snapshot_of(three_that_agree(), {}, Iris())
    store = open_store(folder)
    publish(snapshot, store)
    store.change_own([], [Q[0], Q[1], BLANK])
    store.change_own([Q[1]], [])
    wanted = set(store.everything())
    store.close()
    rebuild_store(snapshot, folder)
    store = open_store(folder)
    assert set(store.everything()) == wanted
    assert {Q[0], BLANK} <= wanted
    assert set(store.quads()) == set(snapshot.quads())
    assert not publish(snapshot, store)
    store.close()


class Torn(OxigraphStore):
    """A store whose machine loses power before the next change."""

    torn = False

    def apply(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Fail once it is torn."""
        if self.torn:
            raise OSError("no power")
        super().apply(removed, added)


def test_a_change_that_was_torn_is_finished_when_the_store_is_opened_next(tmp_path: Path) -> None:
    base, file = Torn(), tmp_path / "own.sqlite"
    own = OwnQuads(file)
    store = WithOwn(base, own)
    store.change_own([], [Q[0]])
    base.torn = True
    with pytest.raises(OSError, match="no power"):
        store.change_own([Q[0]], [Q[1]])
    own.close()
    base.torn = False
    again = WithOwn(base, OwnQuads(file))
    assert set(again.everything()) == {Q[1]}
    again.close()


_QUADS = st.sets(st.sampled_from([*Q, BLANK]))


@given(st.lists(st.tuples(st.booleans(), _QUADS, _QUADS), max_size=8))
def test_the_store_holds_what_is_derived_and_what_is_own(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[bool, set[Quad], set[Quad]]]
) -> None:
    file = tmp_path_factory.mktemp("own") / "own.sqlite"
    store = WithOwn(OxigraphStore(), OwnQuads(file))
    told: set[Quad] = set()

    def listen(removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        told.difference_update(removed)
        told.update(added)

    store.listen(listen)
    derived: set[Quad] = set()
    own: set[Quad] = set()
    for is_own, some, others in steps:
        removed, added = some - others, others - some - (set() if is_own else {BLANK})
        if not is_own:
            removed &= derived
            store.apply(removed, added)
            derived = (derived - removed) | added
        elif removed & derived:
            with pytest.raises(DerivedError):
                store.change_own(removed & (own | derived), added - derived)
        else:
            store.change_own(removed & own, added - derived - own)
            own = (own - removed) | (added - derived)
        assert set(store.everything()) == derived | own == told
    store.close()


def test_the_archive_and_own_quads_are_two_files(tmp_path: Path) -> None:
    with Archive(tmp_path / "archive.sqlite"):
        store = open_store(tmp_path / "graph")
        store.change_own([], [Q[0]])
        store.close()
    assert {"archive.sqlite", "graph", "own.sqlite"} <= {path.name for path in tmp_path.iterdir()}
