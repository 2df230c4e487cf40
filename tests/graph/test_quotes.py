"""On a server open to others no file and no graph shows more of an article than may be quoted."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pyoxigraph import Literal

from graph.exports import EXPORTS
from graph.iris import Iris
from graph.knowledge import Snapshot, snapshot_of
from graph.live import LiveGraph
from graph.model import Article, Budget, BudgetKind, Entity, EntityType, Evidence, Extraction, Span
from graph.quotes import Audience, shown_quote, shown_words
from graph.validation import violations
from graph.values import Money, PartialDate
from graph.vocabulary import EXACT
from tests.graph.examples import REFERENCES

LETTERS = "가나다라마바사아자차카타파하"


def article(lengths: list[int], sure: list[float], padding: int = 0) -> Extraction:
    """An article of one sum a sentence, each as long and as sure as asked for."""
    told = [
        f"{number:03}{LETTERS[number % 14] * (length - 3)}" for number, length in enumerate(lengths)
    ]
    text = "\n".join(told) + "-" * padding
    claims = []
    for number, (words, confidence) in enumerate(zip(told, sure, strict=False)):
        span = Span.of(text, text.index(words), text.index(words) + len(words))
        proof = Evidence(words, "test", confidence, span)
        claims.append(Budget("p", Money((number + 1) * 10**8), BudgetKind.TOTAL, proof))
    return Extraction(
        Article("one", text=text, outlet="산맥일보", published=PartialDate(2024, 1, 2)),
        (Entity("p", EntityType.PROJECT, "실증단지 조성"),),
        tuple(claims),
        "test-1",
    )


ARTICLES = st.lists(
    st.tuples(st.integers(4, 120), st.floats(0, 1)), min_size=1, max_size=20
).flatmap(
    lambda rows: st.integers(0, 4000).map(
        lambda padding: article([one for one, _ in rows], [sure for _, sure in rows], padding)
    )
)
LONG = article([40] * 30, [number / 30 for number in range(30)], 3000)


@given(ARTICLES)
def test_all_quotes_together_stay_within_the_limit(read: Extraction) -> None:
    text = read.article.text or ""
    shown = shown_words(read, Audience.PUBLIC)
    assert sum(map(len, shown)) <= min(300, len(text) // 10)
    assert shown <= shown_words(read) == {claim.evidence.quote for claim in read.claims}


def test_the_surest_keep_theirs() -> None:
    shown = shown_words(LONG, Audience.PUBLIC)
    assert shown == {claim.evidence.quote for claim in LONG.claims[-7:]}


def test_without_a_text_nothing_is_shown_to_all() -> None:
    claims = tuple(
        replace(claim, evidence=replace(claim.evidence, span=None)) for claim in LONG.claims
    )
    bare = replace(LONG, article=LONG.article.without_text(), claims=claims)
    assert shown_words(bare, Audience.PUBLIC) == frozenset()
    assert len(shown_words(bare)) == 30


@pytest.fixture(scope="module")
def public() -> Snapshot:
    return snapshot_of([LONG], REFERENCES, Iris(), audience=Audience.PUBLIC)


def test_what_is_not_shown_tells_its_place(public: Snapshot) -> None:
    shown = shown_words(LONG, Audience.PUBLIC)
    for statement in public.view.statements:
        words = statement.claim.evidence.quote
        assert shown_quote(statement) == (words if words in shown else None)
        assert statement.claim.evidence.span is not None
    quads = list(public.article_quads("one"))
    assert {str(quad.object) for quad in quads if quad.predicate == EXACT} == {
        str(Literal(words)) for words in shown
    }
    assert sum(quad.predicate.value.endswith("#start") for quad in quads) == 30


@pytest.mark.parametrize("ending", EXPORTS)
def test_no_file_holds_what_is_not_shown(public: Snapshot, ending: str) -> None:
    content = b"".join(EXPORTS[ending].open(public).blocks)
    if ending == "xlsx":
        book = load_workbook(io.BytesIO(content))
        cells = [str(cell) for sheet in book for row in sheet.values for cell in row]
        content = "\n".join(cells).encode()
    hidden = {claim.evidence.quote for claim in LONG.claims} - shown_words(LONG, Audience.PUBLIC)
    assert len(hidden) == 23
    assert not [words for words in hidden if words.encode() in content]


def test_the_graph_that_is_kept_up_shows_the_same(public: Snapshot) -> None:
    live = LiveGraph(REFERENCES, Iris(), audience=Audience.PUBLIC)
    live.put(LONG)
    live.settle()
    found = live.snapshot()
    assert found.version == public.version
    assert set(found.quads()) == set(public.quads())


def test_a_graph_with_fewer_quotes_has_its_shapes(public: Snapshot) -> None:
    assert not list(violations(public))


def test_who_it_is_shown_to_makes_another_version(public: Snapshot) -> None:
    own = snapshot_of([LONG], REFERENCES, Iris())
    assert own.version != public.version
    assert own.article_versions != public.article_versions
