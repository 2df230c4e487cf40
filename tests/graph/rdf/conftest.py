"""One small article with a claim of every type, and the annotated articles where they are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, Triple, serialize
from rdflib import Graph

from graph.interchange import read_document
from graph.iris import Iris
from graph.model import (
    About,
    Agreement,
    Article,
    Budget,
    BudgetKind,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Funder,
    Located,
    Milestone,
    Part,
    Participates,
    PartOf,
    Produces,
    Role,
    Span,
    Status,
)
from graph.rdf import article_quads
from graph.values import Approximation, Money, PartialDate, Period

ROOT = Path(__file__).parents[3]
TEXT = (
    "창원시는 성산구 창원국가산단에 실증단지를 짓는다. "
    "총사업비 약 700억 원(국비 300억 원)이 2025년까지 들어간다. "
    "1단계 사업은 2022년 3월 착공한다. 홍길동 창원시장과 김산 산맥중공업 대표이사가 협약했다. "
    "산맥중공업은 수소 압축기를 만든다. 1억 달러 규모의 수소 실증단지다."
)


def evidence(quote: str, rule: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(quote, rule, 0.9, Span.of(TEXT, start, start + len(quote)))


def entity(key: str, kind: EntityType, name: str, ref: str | None = None) -> Entity:
    start = TEXT.index(name)
    return Entity(key, kind, name, spans=(Span.of(TEXT, start, start + len(name)),), ref=ref)


@pytest.fixture
def extraction() -> Extraction:
    """A claim of every type; every optional value stands in one of them."""
    total = evidence("총사업비 약 700억 원(국비 300억 원)이 2025년까지", "budget")
    signed = evidence("홍길동 창원시장과 김산 산맥중공업 대표이사가 협약했다", "agreement")
    return Extraction(
        Article(
            id="sample",
            text=TEXT,
            url="https://example.org/뉴스?id=1",
            title="실증단지 착공",
            outlet="산맥일보",
            reporter="이기자",
            published=PartialDate(2022, 1, 5),
        ),
        (
            entity("e1", EntityType.REGION, "창원시", "region:48120"),
            entity("e2", EntityType.REGION, "성산구", "region:48123"),
            entity("e3", EntityType.SITE, "창원국가산단"),
            entity("e4", EntityType.PROJECT, "실증단지"),
            entity("e5", EntityType.PROJECT, "1단계 사업"),
            entity("e6", EntityType.PERSON, "홍길동"),
            entity("e7", EntityType.COMPANY, "산맥중공업"),
            entity("e8", EntityType.PERSON, "김산"),
            entity("e9", EntityType.INDUSTRY, "수소"),
        ),
        (
            Located("e4", "e3", evidence("창원국가산단에 실증단지를", "located")),
            Located("e3", "e2", evidence("성산구 창원국가산단", "located")),
            Participates("e1", "e4", Part.LEAD, evidence("창원시는", "participates")),
            Budget(
                "e4",
                Money(70_000_000_000, approximation=Approximation.ABOUT, as_written="약 700억 원"),
                BudgetKind.TOTAL,
                total,
                period=Period(None, 2025),
            ),
            Budget("e4", Money(30_000_000_000), BudgetKind.SHARE, total, source=Funder.NATIONAL),
            Budget(
                "e4",
                Money(100_000_000, currency="USD"),
                BudgetKind.TOTAL,
                evidence("1억 달러 규모의 수소 실증단지", "budget"),
            ),
            PartOf("e5", "e4", evidence("1단계 사업", "part_of")),
            Status(
                "e5",
                Milestone.STARTED,
                evidence("1단계 사업은 2022년 3월 착공한다", "status"),
                date=PartialDate(2022, 3),
                scheduled=True,
            ),
            Status("e4", Milestone.UNDER_WAY, evidence("실증단지를 짓는다", "status")),
            Role("e6", "시장", "e1", evidence("홍길동 창원시장", "role"), acting=True),
            Role("e8", "대표이사", "e7", evidence("김산 산맥중공업 대표이사", "role"), former=True),
            Role("e8", "대표", None, evidence("김산", "role")),
            Agreement(("e1", "e7"), signed, subject="e4", date=PartialDate(2022)),
            Agreement(("e6", "e8"), signed, subject="상생 협약"),
            About("e4", "e9", evidence("수소 실증단지", "about")),
            Produces("e7", "수소 압축기", evidence("수소 압축기를 만든다", "produces")),
        ),
        "sanmaek 0.1.0",
    )


@pytest.fixture
def paths() -> dict[str, str]:
    """Where the resolver might put them."""
    return {
        "e1": "region/48120",
        "e2": "region/48123",
        "e3": "site/창원국가산단",
        "e4": "project/실증단지",
        "e5": "project/실증단지-1단계 사업",
        "e6": "person/홍길동-창원시",
        "e7": "company/산맥중공업",
        "e8": "person/김산-산맥중공업",
        "e9": "industry/수소",
    }


@pytest.fixture
def triples(extraction: Extraction, paths: dict[str, str]) -> list[Triple]:
    """The triples of the small article's graph."""
    return [quad.triple for quad in article_quads(extraction, paths, Iris())]


@pytest.fixture(scope="session")
def annotated() -> list[Extraction]:
    """The annotated articles that lie beside the checkout; a test without them is skipped."""
    shared = Path(os.environ.get("SANMAEK_SHARED", ROOT.parent / "shared"))
    files = sorted(
        file for part in ("seeds", "dev") for file in (shared / "gold" / part).glob("*.json")
    )
    if not files:
        pytest.skip(f"no annotated articles in {shared / 'gold'} (set SANMAEK_SHARED)")
    return [read_document(file.read_text("utf-8")) for file in files]


def text_of(statements: Iterable[Triple] | Iterable[Quad], form: RdfFormat) -> str:
    """The statements as text."""
    written = serialize(statements, format=form, prefixes=Iris().prefixes())
    assert written is not None
    return written.decode()


def rdflib_graph(triples: Iterable[Triple]) -> Graph:
    """The triples as rdflib reads them, for what only it can do."""
    return Graph().parse(data=text_of(triples, RdfFormat.N_TRIPLES), format="nt")
