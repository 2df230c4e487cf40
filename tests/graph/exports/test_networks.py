"""Network files are valid whatever the names, and every reader finds the same network in them."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import igraph
import networkx as nx
import pytest
from hypothesis import example, given, settings
from lxml import etree

from graph.exports import Options
from graph.exports.columns import EDGE_COLUMNS, NODE_COLUMNS
from graph.exports.xml_text import xml
from graph.model import Extraction
from graph.network import NetworkView, Parallel, edge_id, network
from graph.network.elements import MAX_ID
from tests.graph.examples import (
    NAMES,
    budget,
    extractions,
    project,
    read,
    three_that_agree,
)
from tests.graph.exports.networks import LARGE, a_year_of_news, in_xml, opened, snapshot, written

GEXF = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
PROJECT, CITY = "project:첨단소재실증단지", "region:48120"
VIEWS = list(NetworkView)
KEEP = Options(parallel=Parallel.KEEP)
HARD = [
    "\"AI·SW\" <융합> & '😀'",
    "INF",
    "null",
    "-INF",
    "\x01끝",
    "가" * 10_000,
    "=1+1",
    "a\tb\r\nc",
]


def _of_one_project(name: str) -> list[Extraction]:
    return [read("a", [project("p", name)], [budget("p", 10**15)])]


def _edge_data(found: nx.Graph[str]) -> list[dict[str, Any]]:
    """What is known of each edge and its id, which of GraphML is the edge's key in networkx."""
    if isinstance(found, nx.MultiGraph):
        keyed = found.edges(keys=True, data=True)
        return [{"id": key, **data} for _, _, key, data in keyed]
    return [data for _, _, data in found.edges(data=True)]


@pytest.mark.parametrize("view", VIEWS)
def test_networkx_reads_the_same_network_from_gexf_and_graphml(view: NetworkView) -> None:
    made = network(snapshot(a_year_of_news()).view, snapshot([]).iris, view)
    nodes = {node.id: node for node in made.nodes()}
    edges = {edge_id(edge): edge for edge in made.edges()}
    assert nodes
    assert edges
    options = Options(view=view, parallel=Parallel.KEEP)
    gexf = nx.read_gexf(io.BytesIO(written(a_year_of_news(), "gexf", options)), version="1.3")
    graphml = nx.read_graphml(
        io.BytesIO(written(a_year_of_news(), "graphml", options)), force_multigraph=True
    )
    for found in (gexf, graphml):
        assert found.is_directed() == made.directed
        assert set(found) == set(nodes)
        assert found.number_of_edges() == len(edges)
        for key, node in nodes.items():
            data = found.nodes[key]
            assert data["label"] == node.label
            assert data["node_type"] == node.node_type
            assert data.get("budget_krw") == node.budget_krw
            assert data.get("start_date") == (str(node.start_date) if node.start_date else None)
        told = {
            data["id"]: (data["relation"], data["weight"], data["sources"], data.get("articles"))
            for data in _edge_data(found)
        }
        assert told == {
            key: (edge.relation, float(edge.weight), edge.sources, "|".join(edge.articles) or None)
            for key, edge in edges.items()
        }


@pytest.mark.parametrize("view", VIEWS)
def test_igraph_reads_the_same_network(view: NetworkView, tmp_path: Path) -> None:
    file = tmp_path / "network.graphml"
    export = opened(a_year_of_news(), "graphml", Options(view=view))
    file.write_bytes(b"".join(export.blocks))
    found = igraph.Graph.Read_GraphML(str(file))
    assert found.vcount() == export.report.after["nodes"]
    assert found.ecount() == export.report.after["edges"]
    labels = dict(zip(found.vs["id"], found.vs["label"], strict=True))
    made = network(snapshot(a_year_of_news()).view, snapshot([]).iris, view)
    assert labels == {node.id: node.label for node in made.nodes()}
    assert min(found.es["weight"]) >= 1


def test_graphology_reads_the_same_network(
    graphology: Callable[[list[Path]], list[dict[str, Any]]], tmp_path: Path
) -> None:
    cases = [(view, ending) for view in VIEWS for ending in ("gexf", "graphml", "json")]
    files, reports = [], []
    for view, ending in cases:
        kind = "undirected" if view is NetworkView.ORGANIZATIONS else "directed"
        files.append(tmp_path / f"{view}.{kind}.{ending}")
        export = opened(a_year_of_news(), ending, Options(view=view))
        files[-1].write_bytes(b"".join(export.blocks))
        reports.append(export.report)
    for (view, _), report, found in zip(cases, reports, graphology(files), strict=True):
        assert len(found["nodes"]) == report.after["nodes"]
        assert len(found["edges"]) == report.after["edges"]
        there = {node["key"]: node["attributes"] for node in found["nodes"]}
        for node in network(snapshot(a_year_of_news()).view, snapshot([]).iris, view).nodes():
            data = there[node.id]
            assert data["label"] == node.label
            assert data.get("budget_eok") == (node.budget_krw and node.budget_krw / 100_000_000)
            assert {"x", "y", "size", "color"} <= data.keys()


@pytest.mark.parametrize("view", VIEWS)
def test_gexf_and_graphml_are_valid_by_their_schemas(schemas: Path, view: NetworkView) -> None:
    relax = etree.RelaxNG(etree.parse(schemas / "gexf" / "gexf.rng"))
    xsd = etree.XMLSchema(etree.parse(schemas / "graphml" / "graphml.xsd"))
    hard = [_of_one_project(name)[0] for name in HARD]
    said = [
        *a_year_of_news(),
        *(read(f"h{n}", one.entities, one.claims) for n, one in enumerate(hard)),
    ]
    options = Options(view=view, parallel=Parallel.KEEP)
    parser = etree.XMLParser(huge_tree=True)
    for schema, ending in ((relax, "gexf"), (xsd, "graphml")):
        document = etree.fromstring(written(said, ending, options), parser)
        assert schema.validate(document), schema.error_log


@settings(max_examples=5)
@given(extractions("a"), extractions("b"))
@pytest.mark.parametrize("ending", ["gexf", "graphml"])
def test_whatever_is_read_makes_a_valid_file(
    ending: str, one: Extraction, other: Extraction
) -> None:
    content = written([one, other], ending, KEEP)
    assert content == written([other, one], ending, KEEP)
    name = GEXF if ending == "gexf" else GRAPHML
    root = ElementTree.fromstring(content)
    made = snapshot([one, other])
    view = made.view
    nodes = list(root.iter(f"{name}node"))
    edges = list(root.iter(f"{name}edge"))
    assert [node.get("id") for node in nodes] == list(made.network)
    assert len({node.get("id") for node in nodes}) == len(view.entities)
    assert len(edges) == made.network.number_of_edges()
    assert len({edge.get("id") for edge in edges}) == len(edges)
    ids = {node.get("id") for node in nodes}
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= ids
    for key in ids:
        assert key is not None
        assert len(key) <= MAX_ID + 20
    read_back = (
        nx.read_gexf(io.BytesIO(content), version="1.3")
        if ending == "gexf"
        else nx.read_graphml(io.BytesIO(content))
    )
    assert len(read_back) == len(nodes)
    assert all(data["weight"] >= 1 for _, _, data in read_back.edges(data=True))


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("ending", ["gexf", "graphml", "json"])
def test_hard_names_and_a_thousand_trillion_won_come_back_as_they_were(
    ending: str, name: str, tmp_path: Path
) -> None:
    content = written(_of_one_project(name), ending)
    if ending == "json":
        (node,) = json.loads(content)["nodes"]
        assert node["attributes"]["label"] == name
        assert node["attributes"]["budget_krw"] == 10**15
        return
    buffer = io.BytesIO(content)
    found: Any = (
        nx.read_gexf(buffer, version="1.3") if ending == "gexf" else nx.read_graphml(buffer)
    )
    ((_, data),) = found.nodes(data=True)
    assert data["label"] == in_xml(name)
    assert data["budget_krw"] == 10**15
    if ending == "graphml":
        file = tmp_path / "one.graphml"
        file.write_bytes(content)
        (vertex,) = igraph.Graph.Read_GraphML(str(file)).vs
        assert vertex["label"] == in_xml(name)
        assert vertex["budget_krw"] == 10**15


def test_gephi_reads_every_key_for_what_it_is() -> None:
    """By key id and case, as its importer does: places, colours, sizes, labels, long won."""
    text = written(a_year_of_news(), "graphml").decode()
    root = ElementTree.fromstring(text)
    keys = {key.get("id"): key for key in root.iter(f"{GRAPHML}key")}
    assert len(keys) == len(NODE_COLUMNS) + len(EDGE_COLUMNS)
    assert len({str(key).lower() for key in keys}) == len(keys)
    swallowed = {"x", "y", "z", "size", "r", "g", "b", "color", "label", "weight"}
    assert swallowed & keys.keys() == {"x", "y", "size", "r", "g", "b", "label", "weight"}
    assert keys["budget_krw"].get("attr.type") == "long"
    assert keys["weight"].get("for") == "edge"
    assert keys["edgelabel"].get("for") == "edge"
    assert keys["edge_sources"].get("attr.name") == "sources"
    known = {"boolean", "int", "long", "float", "double", "string"}
    assert {key.get("attr.type") for key in keys.values()} <= known


def test_unknown_values_are_left_out_and_not_written_as_nothing() -> None:
    for ending, name, tag in (("gexf", GEXF, "attvalue"), ("graphml", GRAPHML, "data")):
        root = ElementTree.fromstring(written(a_year_of_news(), ending))
        city = next(node for node in root.iter(f"{name}node") if node.get("id") == CITY)
        columns = {data.get("for") or data.get("key") for data in city.iter(f"{name}{tag}")}
        assert "uri" in columns
        assert not columns & {"budget_krw", "budget_eok", "start_date", "end_date", "name_en"}
        for value in root.iter(f"{name}{tag}"):
            assert (value.get("value") or value.text or "").strip()


def test_gexf_has_dates_kinds_colours_and_places() -> None:
    root = ElementTree.fromstring(written(a_year_of_news(), "gexf"))
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert (graph.get("timeformat"), graph.get("defaultedgetype")) == ("date", "directed")
    node = next(one for one in root.iter(f"{GEXF}node") if one.get("id") == PROJECT)
    assert (node.get("start"), node.get("end")) == ("2021-03-02", "2024-12-31")
    colours = {
        tuple(color.attrib.values())
        for node in root.iter(f"{GEXF}node")
        if (color := node.find(f"{VIZ}color")) is not None
    }
    assert len(colours) == len(
        {"project", "region", "institute", "company", "industry", "government"}
    )
    kinds = {
        (edge.get("kind"), edge.get("label"))
        for edge in root.iter(f"{GEXF}edge")
        if (edge.get("source"), edge.get("target")) == (CITY, PROJECT)
    }
    assert kinds == {("lead", "주관"), ("funder", "재원")}
    signed = next(edge for edge in root.iter(f"{GEXF}edge") if edge.get("kind") == "agreedWith")
    assert signed.get("start") == "2022-05-01"


def test_graphml_joins_the_relations_of_a_pair_unless_told_to_keep_them() -> None:
    joined = nx.read_graphml(io.BytesIO(written(a_year_of_news(), "graphml")))
    assert not joined.is_multigraph()
    edge = joined.edges[CITY, PROJECT]
    assert edge["relation"] == "funder|lead"
    assert edge["edgelabel"] == "재원|주관"
    assert edge["articles"] == "a|b"
    assert (edge["weight"], edge["sources"]) == (2.0, 2)
    assert edge["first_seen"] == "2022-06-01"
    kept = nx.read_graphml(io.BytesIO(written(a_year_of_news(), "graphml", KEEP)))
    assert kept.number_of_edges(CITY, PROJECT) == 2
    report = opened(a_year_of_news(), "graphml").report
    assert report.after["edges"] == joined.number_of_edges() == kept.number_of_edges() - 1
    assert report.left_out["parallel edges, joined with others of their pair"] == 1


def test_won_are_exact_to_the_last_digit() -> None:
    for ending in ("gexf", "graphml", "json"):
        assert str(LARGE) in written(a_year_of_news(), ending).decode()


def test_a_sum_that_no_long_holds_is_told_in_the_report() -> None:
    huge = [read("a", [project("p", "사업")], [budget("p", 2**63)])]
    data = nx.read_graphml(io.BytesIO(written(huge, "graphml"))).nodes["project:사업"]
    assert "budget_krw" not in data
    assert data["budget_eok"] == 2**63 / 10**8
    assert any("2^63" in note for note in opened(huge, "graphml").report.notes)


@pytest.mark.parametrize("ending", ["gexf", "graphml", "json"])
def test_an_empty_graph_is_a_valid_file_too(ending: str) -> None:
    content = written([], ending)
    if ending == "json":
        assert json.loads(content)["nodes"] == []
    else:
        assert len(ElementTree.fromstring(content)) > 0
        assert b"<edge " not in content


@pytest.mark.parametrize("ending", ["gexf", "graphml", "json", "neo4j.zip", "csv.zip"])
def test_the_same_graph_is_the_same_file(ending: str) -> None:
    assert written(three_that_agree(), ending) == written(three_that_agree()[::-1], ending)


@example("\ufffe\uffff")
@given(NAMES)
def test_text_comes_through_an_attribute_and_an_element(name: str) -> None:
    element = ElementTree.fromstring(f'<a b="{xml(name)}">{xml(name)}</a>')
    assert element.get("b") == in_xml(name)
    assert (element.text or "") == in_xml(name)
