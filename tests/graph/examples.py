"""Extractions to test with: some made by hand, some generated."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from graph.model import (
    ORGANIZATIONS,
    About,
    Agreement,
    Article,
    Budget,
    BudgetKind,
    Claim,
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
    values_of,
)
from graph.reference import Reference, References
from graph.values import Approximation, Money, PartialDate, Period

TEXT = "창원시는 첨단소재 실증단지에 총사업비 3820억 원을 들인다. 허성무 창원시장이 밝혔다."

KOREA = Reference("region:KR", EntityType.REGION, "대한민국", "KR", ("한국",))
SOUTH = Reference("region:48", EntityType.REGION, "경상남도", "48", ("경남",), parent="region:KR")
EAST = Reference("region:51", EntityType.REGION, "강원특별자치도", "51", parent="region:KR")
CHANGWON = Reference(
    "region:48120", EntityType.REGION, "창원시", "48120", ("창원특례시", "창원"), parent="region:48"
)
JINHAE = Reference("region:48129", EntityType.REGION, "진해구", "48129", parent="region:48120")
GOSEONG_SOUTH = Reference("region:48820", EntityType.REGION, "고성군", "48820", parent="region:48")
GOSEONG_EAST = Reference("region:51820", EntityType.REGION, "고성군", "51820", parent="region:51")
DAEGU = Reference("region:27", EntityType.REGION, "대구광역시", "27", parent="region:KR")
NORTH = Reference("region:47", EntityType.REGION, "경상북도", "47", parent="region:KR")
GUNWI = Reference(
    "region:27720",
    EntityType.REGION,
    "군위군",
    "27720",
    parent="region:27",
    former_parents=("region:47",),
)
MATERIALS = Reference(
    "org:kims", EntityType.INSTITUTE, "한국재료연구원", "한국재료연구원", ("KIMS",)
)

REFERENCES: References = {
    reference.ref: reference
    for reference in (
        KOREA,
        SOUTH,
        EAST,
        CHANGWON,
        JINHAE,
        GOSEONG_SOUTH,
        GOSEONG_EAST,
        DAEGU,
        NORTH,
        GUNWI,
        MATERIALS,
    )
}

_LEVELS = {
    **dict.fromkeys((SOUTH.ref, EAST.ref, DAEGU.ref, NORTH.ref), "province"),
    **dict.fromkeys((GOSEONG_SOUTH.ref, GOSEONG_EAST.ref, GUNWI.ref), "county"),
    CHANGWON.ref: "city",
    JINHAE.ref: "ward",
}
LEVELLED: References = {
    ref: replace(row, level=_LEVELS.get(ref)) for ref, row in REFERENCES.items()
}
"""The same with the levels of regions, so that things have homes."""


def proof(quote: str = "밝혔다", confidence: float = 1.0, span: Span | None = None) -> Evidence:
    """Evidence for a claim that a test makes."""
    return Evidence(span.quote if span else quote, "test", confidence, span)


def entity(
    key: str, kind: EntityType, name: str, *aliases: str, ref: Reference | str | None = None
) -> Entity:
    """An entity without spans."""
    code = ref.ref if isinstance(ref, Reference) else ref
    return Entity(key, kind, name, aliases, ref=code)


def project(key: str, name: str, *aliases: str) -> Entity:
    """A project."""
    return entity(key, EntityType.PROJECT, name, *aliases)


def region(key: str, name: str, ref: Reference | None = None) -> Entity:
    """A region, with its code where it has one."""
    return entity(key, EntityType.REGION, name, ref=ref)


def budget(
    key: str | None,
    won: int,
    kind: BudgetKind = BudgetKind.TOTAL,
    confidence: float = 1.0,
    span: Span | None = None,
) -> Budget:
    """A sum in won."""
    return Budget(key, Money(won), kind, proof("총사업비", confidence, span))


def read(
    article: str, entities: Sequence[Entity], claims: Sequence[Claim] = (), published: str = ""
) -> Extraction:
    """An extraction without a text."""
    day = PartialDate.parse(published) if published else None
    return Extraction(
        Article(article, published=day), tuple(entities), tuple(claims), "test-extractor"
    )


def three_that_agree() -> list[Extraction]:
    """Three articles that say the same of one project, and one that tells an older total."""

    def say(article: str, published: str, won: int) -> Extraction:
        return read(
            article,
            [
                project("p", "첨단소재 실증단지"),
                region("c", "창원시", CHANGWON),
                entity("i", EntityType.INDUSTRY, "첨단소재"),
                entity("k", EntityType.INSTITUTE, "재료연", ref=MATERIALS),
                entity("h", EntityType.PERSON, "허성무"),
            ],
            [
                budget("p", won),
                Located("p", "c", proof()),
                About("p", "i", proof()),
                Participates("k", "p", Part.LEAD, proof()),
                Role("h", "시장", "c", proof()),
                Agreement(("c", "k"), proof(), "p"),
                Status("p", Milestone.STARTED, proof()),
                Produces("k", "탄소섬유", proof()),
            ],
            published,
        )

    return [
        say("older", "2020-11-27", 300_000_000_000),
        *(say(f"same-{n}", f"2023-01-0{n}", 382_000_000_000) for n in (1, 2, 3)),
    ]


LETTERS = "가창원산맥힣ㄱ𠮷 A1&<>\"'\\|=+@-,;\n\t\r\x01\x0b😀👨‍👩‍👧\u200b\u00a0\u2028"
NAMES = st.one_of(
    st.text(st.sampled_from(LETTERS), min_size=1, max_size=12),
    st.sampled_from(["INF", "NaN", "-INF", "1단계", "창원시", "창원특례시", "=1+1", "null", "^^"]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8),
).filter(str.strip)
DATES = st.dates().flatmap(
    lambda day: st.sampled_from(
        [
            PartialDate(day.year),
            PartialDate(day.year, day.month),
            PartialDate(day.year, day.month, day.day),
        ]
    )
)
YEARS = st.integers(1, 9999)
PERIODS = st.one_of(
    YEARS.map(lambda year: Period(year, None)),
    YEARS.map(lambda year: Period(None, year)),
    st.tuples(YEARS, YEARS).map(lambda years: Period(min(years), max(years))),
)
MONEY = st.builds(
    Money,
    amount=st.integers(1, 10**22),
    currency=st.sampled_from(["KRW", "KRW", "USD", "EUR"]),
    approximation=st.none() | st.sampled_from(Approximation),
    as_written=st.just("") | NAMES,
)


@st.composite
def extractions(draw: st.DrawFn, article: str = "") -> Extraction:
    """An extraction with entities of every type, claims of every type, and a text."""
    text = draw(st.text(st.sampled_from(LETTERS), max_size=40)) + TEXT
    spans = st.integers(0, len(text) - 9).flatmap(
        lambda start: st.integers(start + 1, start + 8).map(lambda end: Span.of(text, start, end))
    )
    entities: list[Entity] = []
    for kind in [*EntityType, *draw(st.lists(st.sampled_from(EntityType), max_size=3))]:
        name = draw(NAMES)
        aliases = draw(st.lists(NAMES | st.just(""), max_size=2, unique=True))
        entities.append(
            Entity(
                f"e{len(entities)}",
                kind,
                name,
                tuple(alias for alias in aliases if alias != name),
                tuple(draw(st.lists(spans, max_size=2))),
                draw(st.sampled_from([None, *REFERENCES, "region:unknown"])),
                draw(st.floats(0, 1)),
            )
        )
    second = Entity("second", EntityType.PROJECT, draw(NAMES))
    entities.append(second)
    claims = draw(st.lists(_claims(entities, spans), max_size=12, unique_by=values_of))
    return Extraction(
        Article(
            article or draw(st.from_regex("[0-9a-f]{16}", fullmatch=True)),
            text,
            draw(st.none() | st.just("https://news.example/1?a=창원&b=2")),
            draw(st.none() | NAMES),
            draw(st.none() | NAMES),
            draw(st.none() | NAMES),
            draw(st.none() | DATES),
            draw(st.none() | st.just("기사 1.txt")),
        ),
        tuple(entities),
        tuple(claims),
        draw(st.sampled_from(["hand", "sanmaek-1"])),
    )


def _claims(entities: Sequence[Entity], spans: st.SearchStrategy[Span]) -> st.SearchStrategy[Claim]:
    def keys(*kinds: EntityType) -> st.SearchStrategy[str]:
        return st.sampled_from([one.key for one in entities if one.type in kinds])

    proven = spans.filter(lambda span: bool(span.quote.strip()))
    evidence = st.builds(
        lambda span, rule, sure: Evidence(span.quote, rule, sure, span),
        proven,
        NAMES,
        st.floats(0, 1),
    )
    kind = EntityType
    bodies = keys(*ORGANIZATIONS)
    undertakings = keys(kind.PROJECT, kind.EVENT)
    either = st.booleans()
    claims: list[st.SearchStrategy[Claim]] = [
        st.builds(
            Budget,
            st.none() | keys(kind.PROJECT),
            MONEY,
            st.sampled_from(BudgetKind),
            evidence,
            st.none() | st.sampled_from(Funder),
            st.none() | PERIODS,
        ),
        st.builds(Role, keys(kind.PERSON), NAMES, st.none() | bodies, evidence, either, either),
        st.builds(
            Located,
            keys(kind.PROJECT, kind.COMPANY),
            keys(kind.REGION, kind.SITE),
            evidence,
        ),
        st.builds(Participates, bodies, undertakings, st.sampled_from(Part), evidence),
        st.builds(PartOf, st.just("second"), keys(kind.PROJECT).filter("second".__ne__), evidence),
        st.builds(
            Status,
            undertakings,
            st.sampled_from(Milestone),
            evidence,
            st.none() | DATES,
            either,
        ),
        st.builds(
            Agreement,
            st.lists(bodies, min_size=2, max_size=4, unique=True).map(tuple),
            evidence,
            st.none() | keys(kind.PROJECT) | NAMES,
            st.none() | DATES,
        ),
        st.builds(About, undertakings, keys(kind.INDUSTRY), evidence),
        st.builds(Produces, keys(kind.COMPANY, kind.INSTITUTE), NAMES, evidence),
    ]
    return st.one_of(claims)


def decomposed(text: str) -> str:
    """The text as macOS would save it."""
    return unicodedata.normalize("NFD", text)
