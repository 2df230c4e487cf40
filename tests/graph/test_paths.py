"""Ways between things: the shortest first, none twice, none left out in silence."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import EntityType, Located, Part, Participates
from graph.paths import Ways, statements_between, ways
from graph.view import View
from tests.graph.examples import REFERENCES, entity, project, proof, read


def _view(pairs: set[tuple[int, int]]) -> View:
    """Companies and projects by number; each pair is a company that takes part in a project."""
    told = [
        read(
            f"a{company}-{undertaking}",
            [
                entity("c", EntityType.COMPANY, f"회사{company:02}"),
                project("p", f"실증단지 조성{undertaking:02}"),
            ],
            [Participates("c", "p", Part.LEAD, proof())],
            "2024-01-01",
        )
        for company, undertaking in sorted(pairs)
    ]
    return View.of(told, REFERENCES)


def _network(view: View) -> nx.Graph[str]:
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(view.entities)
    for statement in view.statements:
        first, second = statement.entities
        network.add_edge(first, second)
    return network


_PAIRS = st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=14)


@given(_PAIRS, st.data())
@settings(max_examples=60, deadline=None)
def test_all_ways_are_found_and_the_shortest_come_first(
    pairs: set[tuple[int, int]], data: st.DataObject
) -> None:
    view = _view(pairs)
    start, end = data.draw(
        st.lists(st.sampled_from(sorted(view.entities)), min_size=2, max_size=2, unique=True)
    )
    found = ways(view, start, end, longest=5, limit=10_000)
    expected = {tuple(way) for way in nx.all_simple_paths(_network(view), start, end, cutoff=5)}
    assert set(found.ways) == expected
    assert len(found.ways) == len(expected)
    lengths = [len(way) for way in found.ways]
    assert lengths == sorted(lengths)
    assert not found.more
    assert not found.unread


def test_more_ways_than_asked_for_are_told_of() -> None:
    view = _view({(0, 0), (1, 0), (0, 1), (1, 1), (0, 2), (1, 2)})
    one, other = sorted(path for path in view.entities if path.startswith("company/"))
    found = ways(view, one, other, limit=2)
    assert [len(way) - 1 for way in found.ways] == [2, 2]
    assert found.more


def test_among_equals_the_way_through_what_few_tell_of_comes_first() -> None:
    view = _view({(0, 0), (1, 0), (2, 0), (3, 0), (0, 1), (1, 1)})
    one, other = sorted(path for path in view.entities if path.startswith("company/"))[:2]
    first, second = ways(view, one, other, longest=2).ways
    assert len(view.about(first[1])) == 2
    assert len(view.about(second[1])) == 4


def test_what_was_too_much_to_read_is_named() -> None:
    view = _view({(number, 0) for number in range(5)})
    one, other = sorted(path for path in view.entities if path.startswith("company/"))[:2]
    (hub,) = (path for path in view.entities if path.startswith("project/"))
    assert ways(view, one, other, looked_at=4) == Ways(
        ((one, hub, other),), more=False, unread=(hub,)
    )
    assert ways(view, one, other, looked_at=0) == Ways((), more=False, unread=(one,))


def test_a_region_of_which_all_speak_is_not_read_where_a_shorter_way_avoids_it() -> None:
    told = [
        read(
            f"a{number}",
            [
                entity("r", EntityType.REGION, "창원시", ref="region:48120"),
                entity("c", EntityType.COMPANY, f"회사{number:02}"),
                entity("d", EntityType.COMPANY, f"회사{number + 1:02}"),
                project("p", f"실증단지 조성{number:02}"),
            ],
            [
                Located("c", "r", proof()),
                Participates("c", "p", Part.LEAD, proof()),
                Participates("d", "p", Part.PARTNER, proof()),
            ],
            "2024-01-01",
        )
        for number in range(40)
    ]
    view = View.of(told, REFERENCES)
    found = ways(view, "company/회사01", "company/회사02", longest=2, looked_at=20)
    assert [way[1] for way in found.ways] == ["project/실증단지조성01", "region/48120"]
    assert not found.unread


def test_the_claims_of_a_step_are_those_that_name_both_its_ends() -> None:
    view = _view({(0, 0), (1, 0), (0, 1)})
    first, *_ = view.statements
    one, other = first.entities
    assert [said.id for said in statements_between(view, one, other)] == [first.id]


def test_wrong_questions_are_refused() -> None:
    view = _view({(0, 0), (1, 0)})
    one, other = sorted(view.entities)[:2]
    with pytest.raises(ValueError, match="itself"):
        ways(view, one, one)
    with pytest.raises(ValueError, match="steps"):
        ways(view, one, other, longest=7)
    with pytest.raises(KeyError):
        ways(view, one, "company/없음")
