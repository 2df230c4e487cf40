"""An article made ready for reading."""

from __future__ import annotations

import pytest

from extractors.korean import Analyzer
from extractors.preparation import prepare
from graph.model import Article


def test_marks_that_few_papers_have_are_read_as_quotation_marks() -> None:
    page = "나래시는 해양수산부의 `갈대 항구 공모사업'에 뽑혔다고 밝혔다."
    document = prepare(Article("x", text=page), Analyzer())
    assert "'갈대 항구 공모사업'" in document.text
    assert document.page == page
    assert len(document.text) == len(page)


def test_an_article_without_its_text_cannot_be_read() -> None:
    with pytest.raises(ValueError, match="without its text"):
        prepare(Article("x", title="나래시, 항구 고친다"), Analyzer())
