"""What is written has the shapes; what is broken is reported; what conflicts is only warned of."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pyshacl
import pytest
from pyoxigraph import Triple
from rdflib import RDF, RDFS, SH, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from graph.direct import direct_triples
from graph.iris import Iris
from graph.model import Extraction
from graph.rdf import article_quads
from graph.vocabulary import CONCEPT_PREFIXES, ONTOLOGY_FILE, SHAPES_FILE, SMK, concept
from tests.graph.rdf.conftest import rdflib_graph

NS = Namespace(SMK)
OA = Namespace("http://www.w3.org/ns/oa#")
ID = Namespace(Iris().base + "id/")
PROJECT = ID["project/실증단지"]


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ONTOLOGY_FILE)


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(SHAPES_FILE)


@pytest.fixture
def graph(extraction: Extraction, paths: dict[str, str], triples: list[Triple]) -> Graph:
    direct = [t for claim in extraction.claims for t in direct_triples(claim, paths, Iris())]
    return rdflib_graph([*triples, *direct])


def results(graph: Graph, shapes: Graph, ontology: Graph) -> dict[str, set[str]]:
    """The English messages of a validation, by severity."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, ont_graph=ontology)
    found: dict[str, set[str]] = {}
    for result, severity in report.subject_objects(SH.resultSeverity):
        messages = report.objects(result, SH.resultMessage)
        name = str(severity).rpartition("#")[2]
        found.setdefault(name, set()).update(
            str(text) for text in messages if isinstance(text, Literal) and text.language != "ko"
        )
    return found


def test_the_small_article_has_the_shapes(graph: Graph, shapes: Graph, ontology: Graph) -> None:
    assert results(graph, shapes, ontology) == {}


def test_an_article_is_valid_by_itself(
    triples: list[Triple], shapes: Graph, ontology: Graph
) -> None:
    assert results(rdflib_graph(triples), shapes, ontology) == {}


def first(graph: Graph, kind: URIRef) -> Node:
    return min(graph.subjects(RDF.type, kind), key=str)


def swap(graph: Graph, kind: URIRef, prop: URIRef, value: Node) -> None:
    graph.set((first(graph, kind), prop, value))


def end_before_start(graph: Graph) -> None:
    for claim, end in list(graph.subject_objects(NS.periodEnd)):
        graph.add((claim, NS.periodStart, Literal("2099", datatype=XSD.gYear)))
        assert str(end) < "2099"


BROKEN: Iterable[tuple[Callable[[Graph], object], str]] = [
    (lambda g: g.remove((None, NS.evidence, None)), "A claim needs evidence."),
    (lambda g: g.remove((None, NS.statedIn, None)), "A claim is stated in one article."),
    (
        lambda g: swap(g, NS.BudgetClaim, NS.won, Literal("700억 원")),
        "A sum is a positive whole number of won.",
    ),
    (
        lambda g: swap(g, NS.BudgetClaim, NS.budgetKind, NS["budgetKind-gift"]),
        "A budget has one kind.",
    ),
    (lambda g: g.remove((None, NS.won, None)), "There is one sum, in won or in foreign money."),
    (
        lambda g: swap(g, NS.BudgetClaim, NS.periodEnd, Literal("2025")),
        "The end of a period is an xsd:gYear.",
    ),
    (end_before_start, "The period ends before it starts."),
    (
        lambda g: swap(g, NS.RoleClaim, NS.person, ID["company/산맥중공업"]),
        "A role is of one person.",
    ),
    (
        lambda g: swap(g, NS.StatusClaim, NS.date, Literal("오는 3월")),
        "A date is an xsd:date, xsd:gYearMonth or xsd:gYear.",
    ),
    (
        lambda g: swap(g, NS.LocationClaim, NS.place, PROJECT),
        "It is in one place.",
    ),
    (
        lambda g: swap(g, OA.TextQuoteSelector, OA.exact, Literal("가" * 121)),
        "A quote has 1 to 120 characters.",
    ),
    (
        lambda g: swap(g, OA.TextPositionSelector, OA.start, Literal(9999)),
        "A start is 0 or more and comes before the end.",
    ),
    (
        lambda g: swap(g, NS.Evidence, NS.confidence, Literal("높음")),
        "A confidence is one decimal from 0 to 1.",
    ),
    (
        lambda g: g.set((PROJECT, NS.budget, Literal("700억 원"))),
        "A budget is a positive whole number of won.",
    ),
    (
        lambda g: g.add((PROJECT, NS.lead, ID["site/창원국가산단"])),
        "What takes part is an organisation.",
    ),
    (lambda g: g.remove((PROJECT, NS.statedName, None)), "It has no name."),
    (lambda g: g.remove((None, NS.milestone, None)), "The milestone is one of the list."),
    (lambda g: g.remove((None, NS.party, None)), "A party is a person or an organisation."),
    (lambda g: g.remove((None, NS.producer, None)), "A product has one producer."),
    (lambda g: g.remove((None, NS.industry, None)), "It belongs to one industry."),
    (lambda g: g.remove((None, NS.whole, None)), "One project is the whole."),
    (lambda g: g.remove((None, NS.participatesAs, None)), "The part is one of the list."),
    (lambda g: g.remove((None, NS.extractedBy, None)), "An extraction has one extractor."),
]


@pytest.mark.parametrize(("damage", "message"), BROKEN)
def test_what_is_broken_is_reported(
    graph: Graph,
    shapes: Graph,
    ontology: Graph,
    damage: Callable[[Graph], object],
    message: str,
) -> None:
    damage(graph)
    assert message in results(graph, shapes, ontology)["Violation"]


def test_two_totals_and_two_statuses_are_a_warning_only(
    graph: Graph, shapes: Graph, ontology: Graph
) -> None:
    graph.add((PROJECT, NS.budget, Literal(95_000_000_000)))
    graph.add((PROJECT, NS.status, NS["milestone-completed"]))
    graph.add((PROJECT, RDFS.label, Literal("실증단지", lang="ko")))
    graph.add((PROJECT, RDFS.label, Literal("실증연구단지", lang="ko")))
    assert results(graph, shapes, ontology) == {
        "Warning": {
            "It has two budgets: articles disagree.",
            "It has two statuses.",
            "It has two labels.",
        }
    }


def test_every_shape_speaks_korean_and_english(shapes: Graph) -> None:
    constraints = set(shapes.objects(None, SH.property))
    assert len(constraints) > 60
    for constraint in constraints:
        texts = shapes.objects(constraint, SH.message)
        spoken = sorted(str(text.language) for text in texts if isinstance(text, Literal))
        assert spoken == ["en", "ko"], list(shapes.objects(constraint, SH.path))


def test_every_class_that_is_written_has_a_shape(shapes: Graph, ontology: Graph) -> None:
    targets = set(shapes.objects(None, SH.targetClass))
    lists = {NS[kind.__name__] for kind in CONCEPT_PREFIXES}
    for term in set(ontology.subjects(RDF.type, None)) - lists:
        if str(term).startswith(SMK) and str(term).removeprefix(SMK)[0].isupper():
            supers = set(ontology.transitive_objects(term, RDFS.subClassOf))
            assert supers & targets, term


def test_the_lists_of_the_shapes_are_the_enumerations(shapes: Graph) -> None:
    listed = {
        frozenset(str(item) for item in shapes.items(head))
        for head in shapes.objects(None, SH["in"])
    }
    assert listed == {
        frozenset(concept(value).value for value in kind) for kind in CONCEPT_PREFIXES
    }


def test_annotated_articles_have_the_shapes(
    annotated: list[Extraction], shapes: Graph, ontology: Graph
) -> None:
    iris = Iris()
    found: set[Triple] = set()
    for extraction in annotated[::3]:  # a third of them has every shape, and takes seconds
        paths = {one.key: f"{one.type.value}/{one.name}" for one in extraction.entities}
        found.update(quad.triple for quad in article_quads(extraction, paths, iris))
        for claim in extraction.claims:
            found.update(direct_triples(claim, paths, iris))
    report = results(rdflib_graph(found), shapes, ontology)
    assert "Violation" not in report
    assert report["Warning"] >= {"It has two budgets: articles disagree."}
