"""GraphML and GEXF are valid XML whatever the names, and read back as the same network."""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings

from graph.exports import EXPORTS
from graph.exports.xml_text import xml
from graph.iris import Iris
from graph.knowledge import snapshot_of
from graph.model import Extraction, Part, Participates, PartOf
from tests.graph.examples import (
    CHANGWON,
    NAMES,
    REFERENCES,
    budget,
    extractions,
    project,
    proof,
    read,
    region,
    three_that_agree,
)

GEXF = "{http://gexf.net/1.3}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
LARGE = 9_007_199_254_740_993
"""More won than a float can count."""


def _written(extractions: Sequence[Extraction], ending: str) -> bytes:
    out = io.BytesIO()
    EXPORTS[ending].write(snapshot_of(extractions, REFERENCES, Iris()), out)
    return out.getvalue()


def _network(extractions: Sequence[Extraction]) -> nx.MultiDiGraph[str]:
    return snapshot_of(extractions, REFERENCES, Iris()).network


def _two_relations() -> list[Extraction]:
    entities = [project("p", "사업"), project("w", "전체 사업"), region("c", "창원시", CHANGWON)]
    return [
        read(
            "a",
            entities,
            [
                budget("p", LARGE),
                PartOf("p", "w", proof()),
                Participates("c", "p", Part.LEAD, proof()),
                Participates("c", "p", Part.FUNDER, proof()),
            ],
            "2024-01-02",
        ),
        read("b", entities, [Participates("c", "p", Part.LEAD, proof())], "2023"),
    ]


def test_gexf_reads_back_with_every_node_edge_label_and_won() -> None:
    network = _network(_two_relations())
    found = nx.read_gexf(io.BytesIO(_written(_two_relations(), "gexf")), version="1.3")
    assert set(found) == set(network)
    assert found.number_of_edges() == network.number_of_edges()
    assert found.nodes["project/사업"]["label"] == "사업"
    assert found.nodes["project/사업"]["budget_krw"] == LARGE
    assert sorted(
        (source, target, data["relation"], data["weight"])
        for source, target, data in found.edges(data=True)
    ) == sorted(
        (source, target, data["relation"], float(data["weight"]))
        for source, target, data in network.edges(data=True)
    )


def test_graphml_reads_back_with_every_pair_as_one_edge() -> None:
    network = _network(_two_relations())
    found = nx.read_graphml(io.BytesIO(_written(_two_relations(), "graphml")))
    assert not found.is_multigraph()
    assert set(found) == set(network)
    assert set(found.edges()) == set(network.edges())
    assert found.nodes["project/사업"]["label"] == "사업"
    assert found.nodes["project/사업"]["budget_krw"] == LARGE
    joined = found.edges["region/48120", "project/사업"]
    assert joined["relation"] == "funder|lead"
    assert joined["edgelabel"] == "재원|주관"
    assert joined["articles"] == "a|b"
    assert joined["weight"] == 2.0
    assert joined["first_seen"] == "2023"


def test_won_are_declared_as_whole_numbers() -> None:
    graphml = _written(_two_relations(), "graphml").decode()
    assert '<key id="budget_krw" for="node" attr.name="budget_krw" attr.type="long"/>' in graphml
    gexf = _written(_two_relations(), "gexf").decode()
    assert '<attribute id="budget_krw" title="budget_krw" type="long"/>' in gexf
    for text in (graphml, gexf):
        assert str(LARGE) in text


@settings(max_examples=25)
@given(extractions("a"), extractions("b"))
@pytest.mark.parametrize(("ending", "name"), [("gexf", GEXF), ("graphml", GRAPHML)])
def test_whatever_is_read_makes_a_valid_file(
    ending: str, name: str, one: Extraction, other: Extraction
) -> None:
    content = _written([one, other], ending)
    assert content == _written([other, one], ending)
    root = ElementTree.fromstring(content)
    network = _network([one, other])
    nodes = [node.get("id") for node in root.iter(f"{name}node")]
    edges = list(root.iter(f"{name}edge"))
    assert nodes == list(network)
    pairs = set(network.edges()) if ending == "graphml" else list(network.edges(keys=True))
    assert len(edges) == len(pairs)
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= set(nodes)
    if ending == "gexf":
        weights = [edge.get("weight", "") for edge in edges]
    else:
        weights = [
            data.text or "" for edge in edges for data in edge if data.get("key") == "weight"
        ]
        assert len(nx.read_graphml(io.BytesIO(content))) == len(nodes)
    assert all(float(weight) >= 1 for weight in weights)
    assert len(weights) == len(edges)


@pytest.mark.parametrize("ending", ["gexf", "graphml"])
def test_names_keep_their_quotes_signs_and_emoji(ending: str) -> None:
    name = "\"AI·SW\" <융합> & '😀'\tINF\r\n\x01끝"
    content = _written([read("a", [project("p", name)])], ending)
    root = ElementTree.fromstring(content)
    label = next(
        (node.get("label") for node in root.iter(f"{GEXF}node")),
        None,
    ) or next(data.text for data in root.iter(f"{GRAPHML}data") if data.get("key") == "label")
    assert label == name.replace("\x01", "")


@pytest.mark.parametrize("ending", ["gexf", "graphml"])
def test_an_empty_graph_is_a_valid_file_too(ending: str) -> None:
    assert len(ElementTree.fromstring(_written([], ending))) > 0
    assert b"<edge " not in _written([], ending)


@pytest.mark.parametrize("ending", ["gexf", "graphml"])
def test_the_same_graph_is_the_same_file(ending: str) -> None:
    assert _written(three_that_agree(), ending) == _written(three_that_agree()[::-1], ending)


@given(NAMES)
def test_text_comes_through_an_attribute_and_an_element(name: str) -> None:
    kept = "".join(letter for letter in name if letter >= " " or letter in "\t\n\r")
    kept = kept.replace("\ufffe", "").replace("\uffff", "")
    element = ElementTree.fromstring(f'<a b="{xml(name)}">{xml(name)}</a>')
    assert element.get("b") == kept
    assert (element.text or "") == kept
