"""The stored queries answer over the small article."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store, Triple, Variable

import graph
from graph.canonical import CanonicalEntity
from graph.direct import direct_triples
from graph.iris import Iris, split_path
from graph.model import Extraction
from graph.rdf import entity_quads

QUERIES = Path(graph.__file__).parent / "queries"
PARENTS = {"region/48123": ("region/48120",), "region/48120": ("region/48",)}
WON = NamedNode("http://www.w3.org/2001/XMLSchema#integer")


@pytest.fixture
def store(extraction: Extraction, paths: dict[str, str], triples: list[Triple]) -> Store:
    """The default graph as the union: the articles' triples, the entities, the accepted view."""
    iris = Iris()
    store = Store()
    direct = [t for claim in extraction.claims for t in direct_triples(claim, paths, iris)]
    store.extend(Quad(t.subject, t.predicate, t.object) for t in [*triples, *direct])
    names = {"region/48": "경상남도", **{paths[e.key]: e.name for e in extraction.entities}}
    for path, name in names.items():
        kind, _ = split_path(path)
        entity = CanonicalEntity(path, kind, name, parents=PARENTS.get(path, ()))
        store.extend(entity_quads(entity, iris))
    return store


def rows(store: Store, query: str, **bound: NamedNode) -> list[list[str]]:
    substitutions = {Variable(name): term for name, term in bound.items()}
    found = store.query(
        (QUERIES / f"{query}.rq").read_text("utf-8"), substitutions=dict(substitutions)
    )
    assert isinstance(found, QuerySolutions)
    return [
        [term.value if isinstance(term, Literal | NamedNode) else "" for term in row]
        for row in found
    ]


@pytest.mark.parametrize("region", ["48123", "48120", "48"])
def test_projects_in_region_finds_what_lies_further_in(store: Store, region: str) -> None:
    iris = Iris()
    place, project = iris.entity(f"region/{region}"), iris.entity("project/실증단지")
    assert rows(store, "projects_in_region", region=place) == [
        [place.value, project.value, "실증단지", "70000000000"]
    ]


def test_projects_in_region_leaves_other_regions_out(store: Store) -> None:
    assert rows(store, "projects_in_region", region=Iris().entity("region/26")) == []


def test_evidence_of_budgets_gives_every_sum_with_its_words(store: Store) -> None:
    found = rows(store, "evidence_of_budgets", project=Iris().entity("project/실증단지"))
    assert [(won, quote[:12]) for _, won, _, _, _, quote in found] == [
        ("70000000000", "총사업비 약 700억 "),
        ("30000000000", "총사업비 약 700억 "),
    ]


def test_the_everyday_question_is_three_lines(store: Store) -> None:
    """Which projects lie in Changwon, and what they cost."""
    question = """SELECT ?p ?won {
        ?p smk:locatedIn+ region:48120 ; smk:budget ?won .
    }"""
    found = store.query(question, prefixes=Iris().prefixes())
    assert isinstance(found, QuerySolutions)
    assert [row["won"] for row in found] == [Literal("70000000000", datatype=WON)]
