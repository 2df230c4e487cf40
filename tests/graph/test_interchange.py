"""An extraction comes back from JSON as it was; a document that is wrong is told where."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from graph.interchange import (
    InterchangeError,
    from_json,
    read_document,
    to_json,
    write_document,
)
from graph.model import CLAIM_TYPES, Extraction
from tests.conftest import ROOT
from tests.graph.examples import extractions

SAMPLES = sorted((ROOT / "tests" / "gold" / "samples").glob("*.json"))


@given(extractions())
def test_an_extraction_is_read_back_as_it_was_written(extraction: Extraction) -> None:
    document = write_document(extraction)
    assert read_document(document, extraction.article.text) == extraction
    assert write_document(read_document(document, extraction.article.text)) == document


@given(extractions())
def test_without_its_text_a_document_loses_its_spans_alone(extraction: Extraction) -> None:
    bare = read_document(write_document(extraction))
    assert bare.article == extraction.article.without_text()
    assert [claim.evidence.quote for claim in bare.claims] == [
        claim.evidence.quote for claim in extraction.claims
    ]
    assert not any(entity.spans for entity in bare.entities)
    assert read_document(write_document(bare)) == bare


def _gold_comes_back(path: Path) -> set[str]:
    hand_made: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    extraction = read_document(path.read_text(encoding="utf-8"))
    assert read_document(write_document(extraction)) == extraction
    written = to_json(extraction)
    assert len(written["facts"]) == len(hand_made["facts"])
    for ours, theirs in zip(written["facts"], hand_made["facts"], strict=True):
        said = {name: value for name, value in theirs.items() if value is not False}
        assert {name: ours[name] for name in said} == said
    for ours, theirs in zip(written["entities"], hand_made["entities"], strict=True):
        assert {name: ours[name] for name in theirs} == theirs
    return {claim.TYPE for claim in extraction.claims}


def test_our_own_gold_documents_read_and_write_back_equal() -> None:
    seen = set().union(*(_gold_comes_back(path) for path in SAMPLES))
    assert len(SAMPLES) == 8
    assert seen <= {kind.TYPE for kind in CLAIM_TYPES}


def test_shared_gold_documents_read_and_write_back_equal(gold: list[Path]) -> None:
    seen = set().union(*(_gold_comes_back(path) for path in gold))
    assert seen == {kind.TYPE for kind in CLAIM_TYPES}


def _document() -> dict[str, Any]:
    return {
        "id": "cw-001",
        "source": {},
        "article": {"title": "제목", "published": "2023-11-09"},
        "entities": [
            {"key": "e1", "type": "project", "name": "실증단지", "aliases": ["단지"]},
            {"key": "e2", "type": "region", "name": "창원시"},
        ],
        "facts": [
            {"type": "budget", "project": "e1", "amount_krw": 5, "kind": "total", "quote": "5원"},
            {"type": "status", "project": "e1", "status": "opened", "quote": "열었다"},
            {"type": "agreement", "parties": ["e2", "e1"], "quote": "협약"},
        ],
    }


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda d: d["facts"][0].update(type="budgets"), r"fact 0 .*'budgets' is no type"),
        (lambda d: d["facts"][0].update(type=["budget"]), r"fact 0 .*"),
        (lambda d: d["facts"][0].pop("type"), r"fact 0 .*'type' is missing"),
        (lambda d: d["facts"][0].update(amount_kwr=5), r"fact 0 \(budget\): 'amount_kwr' is no"),
        (lambda d: d["facts"][1].update(schedule=True), r"fact 1 \(status\): 'schedule' is no"),
        (lambda d: d["facts"][1].update(scheduled="false"), r"fact 1 .*scheduled cannot be"),
        (lambda d: d["facts"][0].update(amount_krw=5.0), r"fact 0 .*amount_krw cannot be 5\.0"),
        (lambda d: d["facts"][0].update(amount_krw=True), r"fact 0 .*amount_krw cannot be True"),
        (lambda d: d["facts"][0].update(amount_krw=-5), r"fact 0 .*positive"),
        (lambda d: d["facts"][0].update(amount=5, currency="USD"), r"fact 0 .*not both"),
        (lambda d: d["facts"][0].pop("amount_krw"), r"fact 0 .*'amount' is missing"),
        (lambda d: d["facts"][0].update(kind="sum"), r"fact 0 .*'sum'"),
        (lambda d: d["facts"][0].update(period="2024~2026"), r"fact 0 .*a period is"),
        (lambda d: d["facts"][0].update(quote=""), r"fact 0 .*a quote has"),
        (lambda d: d["facts"][0].update(confidence=2), r"fact 0 .*confidence"),
        (lambda d: d["facts"][1].update(date="지난달"), r"fact 1 .*a date is"),
        (lambda d: d["facts"][2].update(parties="e1e2"), r"fact 2 .*parties cannot be"),
        (lambda d: d["facts"][2].update(parties=[1, 2]), r"fact 2 .*parties cannot be"),
        (lambda d: d["facts"].append("budget"), r"fact 3: an object is wanted"),
        (lambda d: d.update(facts={}), r"cw-001: a list is wanted"),
        (lambda d: d.pop("facts"), r"cw-001: 'facts' is missing"),
        (lambda d: d.pop("id"), r"'id' is missing"),
        (lambda d: d.update(id="a b"), r"a b: an article id"),
        (lambda d: d["entities"][1].update(type="city"), r"entity 1 \(city e2\): 'city'"),
        (lambda d: d["entities"][1].update(alias="창원"), r"entity 1 .*'alias' is no field"),
        (lambda d: d["entities"][1].update(aliases="창원"), r"entity 1 .*aliases cannot be"),
        (lambda d: d["entities"][1].update(name=["창원"]), r"entity 1 .*name cannot be"),
        (lambda d: d["entities"][1].pop("name"), r"entity 1 .*'name' is missing"),
        (lambda d: d["entities"][1].update(key="e1"), r"cw-001: entity key 'e1' stands twice"),
        (lambda d: d["article"].update(title=5), r"cw-001: title is text"),
        (lambda d: d["article"].update(published="2023-02-30"), r"cw-001: .*no day 30"),
        (lambda d: d.update(source="네이버"), r"cw-001: "),
    ],
)
def test_a_wrong_document_is_told_where(
    spoil: Callable[[dict[str, Any]], object], told: str
) -> None:
    document = _document()
    document["facts"][2]["parties"] = ["e2", "e3"]
    document["entities"].append({"key": "e3", "type": "company", "name": "삼현"})
    from_json(document)
    spoil(document)
    with pytest.raises(InterchangeError, match=told):
        from_json(document)


@pytest.mark.parametrize("document", ["", "[]", '"a"', "{", "nul", '{"id": "a"}'])
def test_what_is_no_document_is_refused(document: str) -> None:
    with pytest.raises(InterchangeError):
        read_document(document)


def test_offsets_that_do_not_quote_the_text_are_refused() -> None:
    document = _document()
    document["facts"] = [{**document["facts"][0], "start": 1, "end": 3}]
    assert from_json(document, "가5원").claims[0].evidence.span is not None
    with pytest.raises(InterchangeError, match=r"cw-001: the text at 1 reads"):
        from_json(document, "가나다")
    document["entities"][0]["spans"] = [[0, 99]]
    with pytest.raises(InterchangeError, match=r"entity 0 .*cannot end at 99"):
        from_json(document, "가5원")
