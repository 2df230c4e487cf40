"""One article's named graph: what it holds, and that it is the same every time."""

from __future__ import annotations

import os
import random
import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path

from pyoxigraph import BlankNode, Literal, Quad, RdfFormat, Store, Triple

from graph.canonical import CanonicalEntity
from graph.iris import Iris
from graph.model import EntityType, Extraction
from graph.rdf import article_quads, entity_quads
from graph.vocabulary import (
    CLAIM_CLASSES,
    EXACT,
    HAS_TARGET,
    RDF_TYPE,
    Property,
)
from tests.graph.rdf.conftest import TEXT, text_of

GOLDEN = Path(__file__).parents[2] / "golden" / "article.nq"


def lines(quads: list[Quad]) -> list[str]:
    return sorted(text_of(quads, RdfFormat.N_QUADS).splitlines())


def test_the_small_article_is_written_as_it_always_was(
    extraction: Extraction, paths: dict[str, str]
) -> None:
    """Run with SANMAEK_GOLDEN=write to keep a change that is meant."""
    written = lines(list(article_quads(extraction, paths, Iris())))
    if os.environ.get("SANMAEK_GOLDEN") == "write":
        GOLDEN.write_text("\n".join(written) + "\n", "utf-8")
    assert written == GOLDEN.read_text("utf-8").splitlines()


def test_everything_stands_in_the_articles_own_graph(
    extraction: Extraction, paths: dict[str, str]
) -> None:
    iris = Iris("http://localhost/")
    quads = list(article_quads(extraction, paths, iris))
    assert {quad.graph_name for quad in quads} == {iris.graph("sample")}
    assert all(
        quad.subject.value.startswith("http://localhost/")
        for quad in quads
        if not isinstance(quad.subject, BlankNode | Triple)
    )


def test_no_blank_nodes(triples: list[Triple]) -> None:
    assert not [
        triple
        for triple in triples
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode)
    ]


def test_every_claim_is_written_with_its_class_article_and_evidence(
    extraction: Extraction, triples: list[Triple]
) -> None:
    types = Counter(t.object for t in triples if t.predicate == RDF_TYPE)
    for kind, count in Counter(type(claim) for claim in extraction.claims).items():
        assert types[CLAIM_CLASSES[kind]] == count
    stated = [t for t in triples if t.predicate == Property.STATED_IN]
    proved = [t for t in triples if t.predicate == Property.EVIDENCE]
    assert len(stated) == len(proved) == len(extraction.claims)


def test_a_store_gives_back_what_was_written(extraction: Extraction, paths: dict[str, str]) -> None:
    quads = list(article_quads(extraction, paths, Iris()))
    store = Store()
    store.extend(quads)
    assert set(store) == set(quads)


def test_the_order_of_entities_and_claims_makes_no_difference(
    extraction: Extraction, paths: dict[str, str]
) -> None:
    order = random.Random(1)
    entities = order.sample(extraction.entities, len(extraction.entities))
    claims = order.sample(extraction.claims, len(extraction.claims))
    shuffled = replace(extraction, entities=tuple(entities), claims=tuple(claims))
    one = set(article_quads(extraction, paths, Iris()))
    assert set(article_quads(shuffled, paths, Iris())) == one


def test_korean_is_written_composed(extraction: Extraction, paths: dict[str, str]) -> None:
    article = replace(extraction.article, title=unicodedata.normalize("NFD", "실증단지 착공"))
    quads = article_quads(replace(extraction, article=article), paths, Iris())
    titles = [quad.object for quad in quads if quad.predicate == Property.HEADLINE]
    assert titles == [Literal("실증단지 착공", language="ko")]


def test_half_a_surrogate_pair_does_not_stop_the_writer(
    extraction: Extraction, paths: dict[str, str]
) -> None:
    article = replace(extraction.article, title="산\ud800맥")
    quads = article_quads(replace(extraction, article=article), paths, Iris())
    titles = [quad.object for quad in quads if quad.predicate == Property.HEADLINE]
    assert titles == [Literal("산\ufffd맥", language="ko")]


def test_foreign_money_is_never_won(triples: list[Triple]) -> None:
    foreign = {t.subject for t in triples if t.predicate == Property.FOREIGN_AMOUNT}
    won = {t.subject for t in triples if t.predicate == Property.WON}
    assert len(foreign) == 1
    assert len(won) == 2
    assert not foreign & won


def test_one_quote_that_proves_two_claims_is_one_target(triples: list[Triple]) -> None:
    quoted = [t.object for t in triples if t.predicate == EXACT]
    budget = Literal("총사업비 약 700억 원(국비 300억 원)이 2025년까지")
    start = TEXT.index(budget.value)
    targets = {
        t.object
        for t in triples
        if t.predicate == HAS_TARGET and f"#char={start}," in str(t.object)
    }
    assert quoted.count(budget) == len(targets) == 1


def test_an_entity_has_labels_code_place_and_its_nearest_parent() -> None:
    iris = Iris()
    entity = CanonicalEntity(
        path="region/48123",
        type=EntityType.REGION,
        name="성산구",
        aliases=("창원 성산구",),
        ref="region:48123",
        name_en="Seongsan-gu",
        latitude=35.1983,
        longitude=128.7027,
        parents=("region/48120", "region/48", "region/KR"),
    )
    turtle = text_of([quad.triple for quad in entity_quads(entity, iris)], RdfFormat.TURTLE)
    body = " ".join(line.strip() for line in turtle.splitlines() if not line.startswith("@"))
    assert body == (
        'region:48123 a smk:Region ; rdfs:label "성산구"@ko ; smk:englishName "Seongsan-gu"@en ; '
        'skos:altLabel "창원 성산구"@ko ; smk:code "48123" ; geo:lat 35.1983 ; '
        "geo:long 128.7027 ; smk:locatedIn region:48120 ."
    )
