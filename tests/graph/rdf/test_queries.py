"""The example queries answer over the small article, and one question needs three lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

import graph
from graph.canonical import CanonicalEntity
from graph.direct import direct_triples
from graph.iris import Iris, split_path
from graph.model import Budget, Extraction
from graph.rdf import article_quads, entity_quads
from graph.values import Money

EXAMPLES = Path(graph.__file__).parent / "queries" / "examples"
PARENTS = {"region/48123": ("region/48120",), "region/48120": ("region/48",)}
TOTAL, SHARE, DOLLARS = 3, 4, 5


@pytest.fixture
def store(extraction: Extraction, paths: dict[str, str]) -> Store:
    """The article's graph, and in the default graph the entities and the accepted view."""
    iris = Iris()
    store = Store()
    store.extend(article_quads(extraction, paths, iris))
    for claim in extraction.claims:
        direct = direct_triples(claim, paths, iris)
        store.extend(Quad(t.subject, t.predicate, t.object) for t in direct)
    names = {"region/48": "경상남도", **{paths[e.key]: e.name for e in extraction.entities}}
    for path, name in names.items():
        entity = CanonicalEntity(
            path, split_path(path)[0], name, name_en="Name", parents=PARENTS.get(path, ())
        )
        store.extend(entity_quads(entity, iris))
    return store


def rows(store: Store, query: str) -> list[list[str]]:
    found = store.query(query, prefixes=Iris().prefixes())
    assert isinstance(found, QuerySolutions)
    return [[term.value for term in row if isinstance(term, Literal | NamedNode)] for row in found]


def example(store: Store, name: str) -> list[list[str]]:
    return rows(store, (EXAMPLES / f"{name}.rq").read_text("utf-8"))


@pytest.mark.parametrize(("region", "count"), [("48123", 1), ("48120", 1), ("48", 1), ("26", 0)])
def test_the_everyday_question_is_three_lines(store: Store, region: str, count: int) -> None:
    """Which projects lie in a region, however deep, and what they cost."""
    question = f"""SELECT ?p ?won {{
        ?p smk:locatedIn+ region:{region} ; smk:budget ?won .
    }}"""
    project = Iris().entity("project/실증단지").value
    assert rows(store, question) == [[project, "70000000000"]] * count


def test_evidence_of_budgets_gives_every_sum_with_its_words(store: Store) -> None:
    found = example(store, "evidence_of_budgets")
    assert {(name, won, quote[:12]) for name, won, _, _, quote in found} >= {
        ("실증단지", "70000000000", "총사업비 약 700억 "),
        ("실증단지", "30000000000", "총사업비 약 700억 "),
    }


def test_conflicting_totals_gives_what_articles_disagree_on(
    store: Store, extraction: Extraction, paths: dict[str, str]
) -> None:
    assert example(store, "conflicting_totals") == []
    total = extraction.claims[TOTAL]
    assert isinstance(total, Budget)
    other = Budget("e4", Money(95_000_000_000), total.kind, total.evidence)
    claims = (*extraction.claims, other)
    later = Extraction(extraction.article, extraction.entities, claims, extraction.extractor)
    store.extend(article_quads(later, paths, Iris()))
    assert example(store, "conflicting_totals") == [
        ["실증단지", "2", "70000000000", "95000000000"],
    ]


def test_offices_names_who_holds_them_now(store: Store) -> None:
    assert ["창원시", "시장", "홍길동"] in example(store, "offices")
    assert "대표이사" not in {title for _, title, _ in example(store, "offices")}
