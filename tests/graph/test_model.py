"""What breaks an invariant of the data cannot be made."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import (
    MAX_QUOTE,
    About,
    Agreement,
    Article,
    Claim,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Located,
    Milestone,
    Part,
    Participates,
    PartOf,
    Produces,
    Role,
    Span,
    Status,
    article_id,
    slots_of,
)
from tests.graph.examples import TEXT, budget, entity, extractions, project, proof, read, region

EVERY_TYPE = [Entity(kind.value, kind, kind.value) for kind in EntityType]


@given(st.text(min_size=1), st.data())
def test_a_span_quotes_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    Span.of(text, start, end).check(text)


@pytest.mark.parametrize(("start", "end", "quote"), [(3, 3, ""), (-1, 2, "창원시"), (0, 2, "창")])
def test_a_span_of_the_wrong_length_is_refused(start: int, end: int, quote: str) -> None:
    with pytest.raises(ValueError, match=r"span|characters long"):
        Span(start, end, quote)


@pytest.mark.parametrize(("start", "end"), [(0, 99), (-3, 2), (4, 2)])
def test_a_span_beyond_its_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span.of("창원시", start, end)


def test_a_span_that_does_not_quote_the_article_is_refused() -> None:
    article, wrong = Article("a", TEXT), Span(1, 4, "창원시")
    with pytest.raises(ValueError, match="the text at 1 reads '원시는'"):
        Extraction(article, (Entity("e", EntityType.REGION, "창원시", spans=(wrong,)),), (), "x")
    claim = Produces("company", "탄소섬유", proof(span=wrong))
    with pytest.raises(ValueError, match="the text at 1 reads"):
        Extraction(article, tuple(EVERY_TYPE), (claim,), "x")


def test_a_span_without_a_text_is_refused() -> None:
    spanned = Entity("e", EntityType.REGION, "창원시", spans=(Span.of(TEXT, 0, 3),))
    with pytest.raises(ValueError, match="needs the article's text"):
        Extraction(Article("a"), (spanned,), (), "x")


@pytest.mark.parametrize(
    ("claim", "allowed"),
    [
        (lambda key: budget(key, 1), {"project"}),
        (lambda key: Role(key, "시장", None, proof()), {"person"}),
        (
            lambda key: Role("person", "장", key, proof()),
            {"region", "government", "institute", "company", "university", "association"},
        ),
        (lambda key: Located("other", key, proof()), {"region", "site"}),
        (
            lambda key: Participates(key, "project", Part.LEAD, proof()),
            {"region", "government", "institute", "company", "university", "association"},
        ),
        (
            lambda key: Participates("company", key, Part.LEAD, proof()),
            {"project", "event"},
        ),
        (lambda key: PartOf(key, "other", proof()), {"project"}),
        (lambda key: PartOf("other", key, proof()), {"project"}),
        (lambda key: Status(key, Milestone.OPENED, proof()), {"project", "event"}),
        (lambda key: About(key, "industry", proof()), {"project", "event"}),
        (lambda key: About("project", key, proof()), {"industry"}),
        (lambda key: Produces(key, "탄소섬유", proof()), {"company", "institute"}),
    ],
)
def test_a_slot_takes_the_guideline_s_types_and_no_other(
    claim: Callable[[str], Claim], allowed: set[str]
) -> None:
    entities = [*EVERY_TYPE, project("other", "다른 사업")]
    for kind in EntityType:
        if kind.value in allowed:
            read("a", entities, [claim(kind.value)])
        else:
            with pytest.raises(ValueError, match=f"'{kind.value}' is {kind.value}"):
                read("a", entities, [claim(kind.value)])
    with pytest.raises(ValueError, match="is missing"):
        read("a", entities, [claim("nobody")])


def test_parties_are_bodies_or_persons() -> None:
    read("a", EVERY_TYPE, [Agreement(("region", "person"), proof())])
    with pytest.raises(ValueError, match=r"agreement\.parties 'project' is project"):
        read("a", EVERY_TYPE, [Agreement(("region", "project"), proof())])


def test_a_fact_twice_is_refused_even_where_other_words_prove_it() -> None:
    twice = [budget("p", 5), dataclasses.replace(budget("p", 5), evidence=proof("다른 말"))]
    with pytest.raises(ValueError, match="a fact stands twice"):
        read("a", [project("p", "사업")], twice)
    read("a", [project("p", "사업")], [budget("p", 5), budget("p", 6)])


def test_a_key_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="'p' stands twice"):
        read("a", [project("p", "사업"), region("p", "창원시")])


@pytest.mark.parametrize(
    "make",
    [
        lambda: Located("a", "a", proof()),
        lambda: PartOf("a", "a", proof()),
        lambda: Agreement(("a",), proof()),
        lambda: Agreement(("a", "b", "a"), proof()),
        lambda: Role("a", " ", None, proof()),
        lambda: Produces("a", "", proof()),
        lambda: Evidence(" ", "x"),
        lambda: Evidence("가" * (MAX_QUOTE + 1), "x"),
        lambda: Evidence("가", "x", 1.1),
        lambda: Evidence("가", "x", float("nan")),
        lambda: Evidence("나", "x", 1.0, Span(0, 1, "가")),
        lambda: entity("", EntityType.SITE, "터"),
        lambda: entity("a", EntityType.SITE, " "),
        lambda: entity("a", EntityType.SITE, "터", "터"),
        lambda: entity("a", EntityType.SITE, "터", "곳", "곳"),
        lambda: Article("../a"),
        lambda: Article(""),
        lambda: Article("a" * 101),
    ],
)
def test_what_means_nothing_cannot_be_made(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        make()


@given(st.text(st.sampled_from("창원시 \n\t\u00a0é"), min_size=1).filter(str.strip))
def test_an_article_s_id_ignores_white_space_and_unicode_form(text: str) -> None:
    same = article_id(None, text)
    assert article_id(None, f"  {unicodedata.normalize('NFD', text)}\r\n") == same
    assert article_id(None, " \n ".join(text.split())) == same
    assert article_id(None, text + "!") != same


def test_an_article_s_address_is_its_identity_where_it_has_one() -> None:
    assert article_id("https://a/1", "가") == article_id("https://a/1", "나")
    assert article_id("https://a/1", "가") != article_id("https://a/2", "가")
    assert Article(article_id("https://a/1", "")).id


@given(extractions())
def test_slots_name_the_entities_of_the_article(extraction: Extraction) -> None:
    for claim in extraction.claims:
        for slot, key in slots_of(claim):
            assert extraction.entity(key).type in claim.SLOTS[slot]
    with pytest.raises(KeyError):
        extraction.entity("nobody")
