"""The network has what the view has: every thing a node, every tie an edge, nothing doubled."""

from __future__ import annotations

from hypothesis import given, settings

from graph.iris import Iris
from graph.model import (
    Agreement,
    EntityType,
    Extraction,
    Located,
    Part,
    Participates,
    Role,
)
from graph.network import RELATION_LABELS, network_of
from graph.network.elements import node_id
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
    three_that_agree,
)

PROJECT, CITY = "project:첨단소재실증단지", "region:48120"


def test_every_entity_is_a_node_with_what_is_known_of_it() -> None:
    view = View.of(three_that_agree(), REFERENCES)
    network = network_of(view, Iris())
    assert set(network) == {node_id(path) for path in view.entities}
    assert network.nodes[PROJECT] == {
        "label": "첨단소재 실증단지",
        "node_type": "project",
        "uri": "https://w3id.org/sanmaek/id/project/첨단소재실증단지",
        "budget_krw": 382_000_000_000,
        "budget_kind": "total",
        "status": "started",
        "sources": 4,
    }
    assert "budget_krw" not in network.nodes[CITY]


def test_an_edge_weighs_as_many_articles_as_say_so() -> None:
    network = network_of(View.of(three_that_agree(), REFERENCES), Iris())
    assert network.edges[PROJECT, CITY, "locatedIn"] == {
        "relation": "locatedIn",
        "label": "위치",
        "weight": 4,
        "sources": 4,
        "articles": ("older", "same-1", "same-2", "same-3"),
        "first_seen": "2020-11-27",
    }


def test_what_is_publicly_known_weighs_1_and_names_no_article() -> None:
    network = network_of(View.of([read("a", [region("d", "진해구", JINHAE)])], REFERENCES), Iris())
    assert network.edges["region:48129", CITY, "locatedIn"] == {
        "relation": "locatedIn",
        "label": "위치",
        "weight": 1,
        "sources": 0,
    }
    assert set(network.edges(keys=True)) == {
        ("region:48129", CITY, "locatedIn"),
        (CITY, "region:48", "locatedIn"),
        ("region:48", "region:KR", "locatedIn"),
    }


def test_relations_of_one_pair_stand_beside_each_other() -> None:
    said = read(
        "a",
        [
            project("p", "사업"),
            region("c", "창원시", CHANGWON),
            entity("h", EntityType.PERSON, "허성무"),
            entity("k", EntityType.COMPANY, "삼현"),
            entity("x", EntityType.COMPANY, "코텍"),
        ],
        [
            Participates("c", "p", Part.LEAD, proof()),
            Participates("c", "p", Part.FUNDER, proof()),
            Role("h", "시장", "c", proof()),
            Role("h", "의원", "c", proof(), former=True),
            Role("h", "위원", None, proof()),
            Agreement(("x", "k", "c"), proof()),
            budget("p", 5),
        ],
    )
    network = network_of(View.of([said], REFERENCES), Iris())
    told = {edge for edge in network.edges(keys=True) if edge[2] != "locatedIn"}
    assert told == {
        (CITY, "project:사업", "lead"),
        (CITY, "project:사업", "funder"),
        ("person:허성무-창원시", CITY, "holdsOfficeIn"),
        ("person:허성무-창원시", CITY, "formerlyHeldOfficeIn"),
        ("company:삼현", "company:코텍", "agreedWith"),
        ("company:삼현", CITY, "agreedWith"),
        ("company:코텍", CITY, "agreedWith"),
    }


def test_two_names_of_one_thing_tie_it_to_nothing() -> None:
    said = read(
        "a",
        [region("c", "창원시", CHANGWON), region("d", "창원특례시", CHANGWON)],
        [Located("c", "d", proof())],
    )
    network = network_of(View.of([said], REFERENCES), Iris())
    assert not any(source == target for source, target in network.edges())


@settings(max_examples=10)
@given(extractions("a"), extractions("b"))
def test_whatever_is_read_makes_a_sound_network(one: Extraction, other: Extraction) -> None:
    network = network_of(View.of([one, other], REFERENCES), Iris())
    assert list(network.edges(keys=True)) == list(
        network_of(View.of([other, one], REFERENCES), Iris()).edges(keys=True)
    )
    for source, target, relation, data in network.edges(keys=True, data=True):
        assert source != target
        assert relation in RELATION_LABELS
        assert 1 <= data["weight"] <= 2
    for _, data in network.nodes(data=True):
        assert data["label"]
        assert isinstance(data["sources"], int)
