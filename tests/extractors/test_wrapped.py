"""Sentences that a page breaks over lines."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from extractors.clutter import Line, article_lines
from extractors.document import Zone
from extractors.korean import Analyzer
from extractors.pipeline import Pipeline
from extractors.preparation import prepare
from extractors.wrapped import flowing, unwrapped
from graph.model import Article

SCRIPT = """창원시, 갈대 산단 다시 짓는다

◀ 앵 커 ▶
오래된 산업단지를 새로 꾸미는
사업이 시작됐습니다.

◀ 리포트 ▶
창원시 성산구의 창원
국가산업단지입니다.

창원시는 올해 말까지
이곳에 300억 원을 들여,

갈대 실증센터를
짓기로 했습니다.

내년에는 도로와 주차장도
손볼 계획입니다.
"""


def _lines(page: str) -> list[str]:
    return [page[line.start : line.end] for line in unwrapped(page, article_lines(page))]


def test_a_script_that_is_broken_over_lines_is_read_as_sentences() -> None:
    text = prepare(Article("x", text=SCRIPT), Analyzer()).text
    assert "오래된 산업단지를 새로 꾸미는 사업이 시작됐습니다." in text
    assert "창원시 성산구의 창원 국가산업단지입니다." in text
    assert "이곳에 300억 원을 들여,  갈대 실증센터를 짓기로 했습니다." in text
    assert len(text) == len(SCRIPT)


def test_a_page_of_whole_paragraphs_stays_as_it_is() -> None:
    page = (
        "창원시, 갈대 산단 짓는다\n창원시가 산단을 짓는다고 밝혔다.\n사업비는 300억원이다.\n"
        "- 부지 정리\n- 도로 개설\n내년에 문을 연다."
    )
    assert _lines(page) == [page[line.start : line.end] for line in article_lines(page)]


def test_what_is_quoted_stands_in_the_page() -> None:
    found = Pipeline().extract(Article("x", text=SCRIPT))
    assert any("\n" in span.quote for entity in found.entities for span in entity.spans)
    for entity in found.entities:
        for span in entity.spans:
            span.check(SCRIPT)
    for claim in found.claims:
        assert claim.evidence.quote in SCRIPT


@given(st.lists(st.sampled_from(["가나다라", "마바사.", "", "- 아자", "차카,"]), max_size=30))
def test_joining_moves_nothing(rows: list[str]) -> None:
    page = "\n".join(rows)
    ends = [0]
    for row in rows:
        ends.append(ends[-1] + len(row) + 1)
    lines = [
        Line(start, start + len(row), Zone.BODY)
        for start, row in zip(ends, rows, strict=False)
        if row
    ]
    joined = unwrapped(page, lines)
    text = flowing(page, joined)
    assert len(text) == len(page)
    assert [c for c in text if not c.isspace()] == [c for c in page if not c.isspace()]
    assert all(a.end <= b.start for a, b in pairwise(joined))
