"""Pages in HTML: the words in their order, what the head says, and no page that breaks it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers import UnreadablePage, article_from_bytes
from extractors.readers.html import article_from_html

BODY = "창원시는 진해구에 첨단소재 실증연구단지를 짓는다고 밝혔다."
PAGE = f"""<!doctype html>
<html><head>
<meta property="og:title" content="창원시, 실증단지 짓는다">
<meta property="og:site_name" content="견본신문">
<meta property="article:published_time" content="2024-03-15T09:00:00+09:00">
<link rel="canonical" href="https://news.example/view/12#top">
<title>창원시 &amp; 진해구</title><style>p {{ color: red }}</style>
<body><nav><a href="/">메뉴</a></nav>
<article><h1>창원시, <b>실증단지</b> 짓는다</h1>
<p>{BODY}<br>사업비는 <strong>3820</strong>억&nbsp;원이다.
<script>var 광고 = 1;</script>
<div>한국재료연구원이 맡는다.</div></article>
<footer>저작권자</footer>"""


def test_words_stand_in_their_order_a_line_a_block() -> None:
    article = article_from_bytes(PAGE.encode(), "a.html")
    assert article.text == (
        f"창원시, 실증단지 짓는다\n{BODY}\n사업비는 3820억 원이다.\n한국재료연구원이 맡는다."
    )


def test_the_head_tells_what_the_article_is() -> None:
    article = article_from_bytes(PAGE.encode(), "folder/a.html")
    assert article.title == "창원시, 실증단지 짓는다"
    assert article.outlet == "견본신문"
    assert str(article.published) == "2024-03-15"
    assert article.url == "https://news.example/view/12"
    assert article.file == "a.html"


@pytest.mark.parametrize("charset", ["euc-kr", "utf-8"])
def test_a_page_is_read_in_the_character_set_that_it_names(charset: str) -> None:
    page = PAGE.replace("<head>", f'<head><meta charset="{charset}">').replace("&nbsp;", " ")
    assert (
        article_from_html(page.encode(charset), "a").text
        == article_from_html(PAGE.encode(), "a").text
    )


def test_an_address_that_is_none_is_left_out() -> None:
    for address in ("javascript:alert(1)", "/view/12", "https://news.example"):
        page = PAGE.replace("https://news.example/view/12#top", address)
        assert article_from_html(page.encode(), "a").url is None


def test_a_page_without_an_article_says_so() -> None:
    with pytest.raises(UnreadablePage, match="not Korean"):
        article_from_bytes(b"<!doctype html><p>Enable JavaScript.", "a.html")


@given(st.text(alphabet="<>/!-=\"' &;abdhimnpstv가\n", max_size=200))
def test_no_markup_makes_it_stumble(markup: str) -> None:
    article = article_from_html(f"<html><body><p>{BODY}</p>{markup}".encode(), "a")
    assert article.text is not None
    assert article.text.startswith(BODY)
