from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.clutter import article_lines
from extractors.document import Zone
from tests.extractors.shared_pages import NEEDS_SHARED, gold_of, shared_pages

PARAGRAPHS = [
    "산맥시가 북부 산업단지에 소재 연구센터를 짓는다. 시는 내년 3월 첫 삽을 뜬다고 밝혔다.",
    "사업비는 국비 100억원과 시비 50억원을 합쳐 150억원이다.",
    "홍두루 산맥시장은 “소재 산업의 거점으로 키우겠다”고 말했다.",
]
TITLE = "산맥시, 북부 산단에 소재 연구센터 짓는다"
HEAD = """산맥신문
2031.05.06 (화)
  • 맑음산맥 22.4℃
기상청 제공
로그인  회원가입  구독신청
정치 | 경제 | 사회 | 문화
[속보] 옆 도시 다리 통제
홈 > 경제 > 산업
"""
BYLINE = "입력 2030-01-02 03:04  수정 2030-01-02\n나온누리 기자 nuri@news.example\n댓글 0\n"
TAIL = """나온누리 기자의 다른 기사 보기
저작권자 ⓒ 산맥신문 무단전재 및 재배포 금지
관련기사
· 산맥시 다른 공장 300억 유치
많이 본 뉴스
1 산맥시 축제 열린다
댓글쓰기 삭제한 댓글은 다시 복구할 수 없습니다.
"""


def kept(page: str) -> list[str]:
    """The kept lines of a page."""
    return [page[line.start : line.end] for line in article_lines(page)]


def page_of(*paragraphs: str, gap: str = "\n\n") -> str:
    """A page with every kind of clutter around those paragraphs."""
    return f"{HEAD}\n{TITLE}\n\n{BYLINE}\n{gap.join(paragraphs)}\n\n{TAIL}"


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n   \n"])
def test_title_and_paragraphs_are_kept_and_nothing_else(gap: str) -> None:
    assert kept(page_of(*PARAGRAPHS, gap=gap)) == [TITLE, *PARAGRAPHS]


def test_an_article_that_stands_twice_is_kept_once() -> None:
    page = page_of(*PARAGRAPHS, "나온누리 기자 nuri@sanmaek.example", *PARAGRAPHS)
    assert kept(page) == [TITLE, *PARAGRAPHS]


def test_a_teaser_of_the_first_paragraph_is_dropped() -> None:
    teaser = PARAGRAPHS[0][:40] + "…"
    assert kept(page_of(teaser, *PARAGRAPHS)) == [TITLE, *PARAGRAPHS]


def test_subtitles_are_kept_with_their_zone() -> None:
    page = page_of(*PARAGRAPHS).replace(TITLE, TITLE + "\n국비 100억원 확보…내년 3월 첫 삽")
    zones = [line.zone for line in article_lines(page)]
    assert zones == [Zone.TITLE, Zone.SUBTITLE, Zone.BODY, Zone.BODY, Zone.BODY]


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("▲ 소재 연구센터 조감도. [사진=산맥시]", "▲ 소재 연구센터 조감도."),
        ("소재 연구센터 조감도. 산맥시 제공", "소재 연구센터 조감도."),
        ("홍두루 시장이 설명하고 있다. /산맥시", "홍두루 시장이 설명하고 있다."),
        ("홍두루 시장이 설명하고 있다. (사진=산맥시 제공)", "홍두루 시장이 설명하고 있다."),
        (
            "홍두루 시장이 설명하고 있다.[사진=산맥시] 2030.01.02 nuri@sanmaek.example",
            "홍두루 시장이 설명하고 있다.",
        ),
        (
            "홍두루 시장이 말하고 있다. [산맥시 제공. 재판매 및 DB 금지]",
            "홍두루 시장이 말하고 있다.",
        ),
    ],
)
def test_captions_are_article_and_credits_are_not(line: str, caption: str) -> None:
    page = page_of(line, *PARAGRAPHS)
    assert kept(page) == [TITLE, caption, *PARAGRAPHS]
    assert article_lines(page)[1].zone is Zone.CAPTION


@pytest.mark.parametrize(
    "lead",
    [
        "[산맥=한빛뉴스] 나온누리 기자 = ",
        "(산맥=한빛통신) ",
        "[한빛일보] ",
        "[한빛=나온누리 기자] ",
    ],
)
def test_datelines_are_cut_from_their_sentence(lead: str) -> None:
    assert kept(page_of(lead + PARAGRAPHS[0], *PARAGRAPHS[1:])) == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize(
    "tail", [" 나온누리 기자 nuri@sanmaek.example", " nuri@sanmaek.example", " 나온누리 기자"]
)
def test_signatures_are_cut_from_the_last_sentence(tail: str) -> None:
    assert kept(page_of(*PARAGRAPHS[:2], PARAGRAPHS[2] + tail)) == [TITLE, *PARAGRAPHS]


def test_bylines_and_related_links_amid_the_body_do_not_end_it() -> None:
    page = page_of(
        PARAGRAPHS[0], "다른솔 기자", "▶ 관련기사: 산맥시 다른 소식", PARAGRAPHS[1], PARAGRAPHS[2]
    )
    assert kept(page) == [TITLE, *PARAGRAPHS]


def test_list_style_press_releases_keep_their_points() -> None:
    points = [
        "□ 산맥시는 소재 연구센터 조성사업을 추진한다고 밝혔다.",
        " ○ (사업기간) 2026년 ~ 2030년",
        " ○ (사업비) 150억원(국비 100억원, 시비 50억원)",
        "   - 1단계: 연구동 건립, 2단계: 장비 구축",
    ]
    page = f"보도자료\n배포일 2030. 1. 2.\n\n{TITLE}\n\n" + "\n".join(points)
    page += "\n\n붙임 1부. 끝.\n"
    assert kept(page) == [TITLE, *(point.strip() for point in points)]


def test_other_news_with_sentences_after_the_article_is_dropped() -> None:
    other = "사진\n휴대전화 매장 북새통 [다른=한빛뉴스] 그림솔 기자 = 손님들이 줄을 서 있다고 한다."
    page = page_of(*PARAGRAPHS) + "[한빛뉴스 베스트 기사]\n" + other
    assert kept(page) == [TITLE, *PARAGRAPHS]


def test_sentences_that_are_broken_over_lines_are_kept() -> None:
    pieces = ["산맥시가 북부 산업단지에", "소재 연구센터를", "짓기로 했습니다.", "밝혔습니다."]
    page = f"{TITLE}\n나온누리 기자 입력 2030-01-02 03:04\n{PARAGRAPHS[0]}\n" + "\n\n".join(pieces)
    assert kept(page) == [TITLE, PARAGRAPHS[0], *pieces]


def test_a_last_sentence_that_was_cut_off_is_kept_and_a_headline_is_not() -> None:
    cut = "홍두루 산맥시장은 이 자리에서 산단을 소재 산업의 거점으로 키우고 도로를 넓히는 한편 "
    cut += "시민의 뜻을 모으기 위해"
    assert kept(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n{cut}") == [TITLE, PARAGRAPHS[0], cut]
    other = "옆 도시, 다리 통제 길어진다…상인들 한숨 “언제까지 기다려야 하나” 대책 없는 시청에 "
    other += "쏟아지는 원성"
    assert kept(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n{other}") == [TITLE, PARAGRAPHS[0]]


@pytest.mark.parametrize(
    "row",
    [
        f"| 제목 | {TITLE} | ||",
        f"{TITLE}세 줄 요약이 뉴스 공유하기본문 글자 크기 조정",
        f"{TITLE}이 기사를 공유합니다",
    ],
)
def test_a_title_is_read_out_of_a_table_and_without_the_buttons_glued_to_it(row: str) -> None:
    assert kept(f"{row}\n\n{PARAGRAPHS[0]}") == [TITLE, PARAGRAPHS[0]]


def test_references_to_other_pages_of_the_paper_are_cut() -> None:
    page = page_of(*PARAGRAPHS[:2], PARAGRAPHS[2] + "<관련기사 10면> /나온누리기자")
    assert kept(page) == [TITLE, *PARAGRAPHS]


def test_a_page_without_a_sentence_has_no_lines() -> None:
    assert article_lines("") == ()
    assert article_lines("\n\n") == ()
    assert article_lines("로그인\n정치 경제 사회\n") == ()


@given(st.lists(st.sampled_from([*page_of(*PARAGRAPHS).splitlines(), "", "가" * 90 + "다."])))
def test_lines_are_ordered_apart_trimmed_and_within_the_page(rows: list[str]) -> None:
    page = "\n".join(rows)
    end = 0
    for line in article_lines(page):
        assert end <= line.start < line.end <= len(page)
        surface = page[line.start : line.end]
        assert surface == surface.strip()
        assert "\n" not in surface
        end = line.end


@pytest.mark.parametrize(
    "page",
    [
        (PARAGRAPHS[0] + " ") * 2000,
        "[사진=" * 20_000 + PARAGRAPHS[0],
        "a@" * 50_000 + PARAGRAPHS[0],
        "홍두루 기자 " * 15_000 + PARAGRAPHS[0],
        "\n".join(f"{PARAGRAPHS[0]} {number}" for number in range(3000)),
        " " * 100_000 + PARAGRAPHS[0],
    ],
)
def test_long_pages_take_no_longer_than_their_length(page: str) -> None:
    begun = time.perf_counter()
    assert article_lines(page)
    assert time.perf_counter() - begun < 5


@NEEDS_SHARED
@pytest.mark.parametrize("page", shared_pages(), ids=lambda path: path.stem)
def test_every_gold_quote_stands_in_what_is_kept(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    whole = "\n".join(kept(text))
    assert [fact["quote"] for fact in gold_of(page)["facts"] if fact["quote"] not in whole] == []


def test_points_with_a_glued_mark_inside_an_article_are_its_own() -> None:
    points = "▷산맥천 정비사업 21억원\n▷노을공원 확충사업 18억원"
    page = f"{TITLE}\n\n{PARAGRAPHS[0]}\n{points}\n\n{PARAGRAPHS[1]}\n▷ 옆 도시 다리 끊겨\n"
    lines = kept(page)
    assert points.splitlines()[0] in lines
    assert not any("옆 도시" in line for line in lines)
