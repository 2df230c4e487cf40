"""The projections say who works with whom, what is where and where money flows, nothing twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from graph.iris import Iris
from graph.model import About, Claim, EntityType, Extraction, Located, Part, Participates, PartOf
from graph.network import Edge, NetworkView, merged, network
from graph.view import View
from tests.graph.examples import (
    CHANGWON,
    JINHAE,
    REFERENCES,
    budget,
    entity,
    extractions,
    project,
    proof,
    read,
    region,
)
from tests.graph.exports.networks import a_year_of_news


def _edges(said: list[Extraction], view: NetworkView) -> dict[tuple[str, str, str], Edge]:
    made = network(View.of(said, REFERENCES), Iris(), view)
    return {edge[:3]: edge for edge in made.edges()}


def test_bodies_of_one_project_work_together_as_often_as_articles_name_both() -> None:
    edges = _edges(a_year_of_news(), NetworkView.ORGANIZATIONS)
    together = edges["institute:한국재료연구원", "region:48120", "worksWith"]
    assert (together.projects, together.weight, together.articles) == (1, 2, ("a", "b"))
    assert ("company:삼현", "institute:한국재료연구원", "agreedWith") in edges
    assert not [edge for edge in edges if "project" in edge[0] + edge[1]]
    assert all(source < target for source, target, _ in edges)


def test_two_articles_that_name_one_body_each_are_no_source_of_their_tie() -> None:
    things = [project("p", "사업"), *(entity(k, EntityType.COMPANY, k) for k in ("가나", "다라"))]
    said = [
        read("a", things, [Participates("가나", "p", Part.LEAD, proof())]),
        read("b", things, [Participates("다라", "p", Part.PARTNER, proof())]),
    ]
    (edge,) = _edges(said, NetworkView.ORGANIZATIONS).values()
    assert (edge.weight, edge.sources, edge.projects) == (1, 0, 1)


def test_a_citys_industries_count_projects_and_sum_wholes_without_their_parts() -> None:
    things = [
        region("c", "창원시", CHANGWON),
        region("j", "진해구", JINHAE),
        entity("i", EntityType.INDUSTRY, "첨단소재"),
        *(project(key, f"{key} 사업") for key in ("전체", "일부", "다른")),
    ]
    claims: list[Claim] = [
        budget("전체", 100),
        budget("일부", 40),
        budget("다른", 7),
        PartOf("일부", "전체", proof()),
        *(About(key, "i", proof()) for key in ("전체", "일부", "다른")),
        Located("전체", "c", proof()),
        Located("일부", "j", proof()),
        Located("다른", "j", proof()),
    ]
    (edge,) = _edges([read("a", things, claims)], NetworkView.CITY_INDUSTRY).values()
    assert edge[:3] == ("region:48120", "industry:첨단소재", "hasIndustry")
    assert (edge.projects, edge.budget_krw) == (3, 107)


def test_money_flows_from_bodies_and_purses_through_projects_to_places() -> None:
    edges = _edges(a_year_of_news(), NetworkView.MONEY)
    share = edges["funder:national", "project:첨단소재실증단지", "funder"]
    assert share.budget_krw == 90_000_000_000
    assert (str(share.since), str(share.until)) == ("2021", "2024")
    assert ("government:산업통상자원부", "project:방산부품국산화", "funder") in edges
    placed = edges["project:방산부품국산화", "region:48120", "locatedIn"]
    assert placed.budget_krw == 10_000_000_000
    assert ("project:첨단소재실증단지", "region:48129", "locatedIn") in edges


@settings(max_examples=5)
@given(extractions("a"), extractions("b"))
@pytest.mark.parametrize("view", list(NetworkView))
def test_whatever_is_read_every_view_is_sound(
    view: NetworkView, one: Extraction, other: Extraction
) -> None:
    made = network(View.of([one, other], REFERENCES), Iris(), view)
    nodes, edges = list(made.nodes()), list(made.edges())
    ids = {node.id for node in nodes}
    assert len(ids) == len(nodes)
    assert all({edge.source, edge.target} <= ids for edge in edges)
    assert all(edge.source != edge.target and edge.weight >= 1 for edge in edges)
    assert len({edge[:3] for edge in edges}) == len(edges)
    joined = list(merged(edges, made.support))
    assert len({edge[:2] for edge in joined}) == len(joined) == len({edge[:2] for edge in edges})
    again = network(View.of([other, one], REFERENCES), Iris(), view)
    assert list(again.edges()) == edges
