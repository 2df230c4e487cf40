from __future__ import annotations

import pytest

from extractors.clutter import article_lines
from extractors.metadata import Metadata, read_metadata
from graph.values import PartialDate
from tests.extractors.shared_pages import NEEDS_SHARED, gold_of, shared_pages

TITLE = "산맥시, 북부 산단에 소재 연구센터 짓는다"
BODY = "산맥시가 북부 산업단지에 소재 연구센터를 짓는다. 시는 2031년 1월 5일 첫 삽을 뜬다고 밝혔다."


def metadata_of(page: str, *outlets: str) -> Metadata:
    """What a page gives."""
    return read_metadata(page, article_lines(page), outlets)


@pytest.mark.parametrize(
    ("row", "day"),
    [
        ("입력 2030-01-02 03:04   수정 2030-01-03 05:06", "2030-01-02"),
        ("기사입력 : 2030년01월02일 12:28", "2030-01-02"),
        ("작성자 관리자 댓글 0건 작성일 30-01-02 17:41", "2030-01-02"),
        ("승인 2030.01.02 09:14 | 12면", "2030-01-02"),
        ("(산맥=한빛통신) 나온누리 기자 | 송고시간 2030-01-02 14:31", "2030-01-02"),
        ("수정 2030.01.03 10:00 등록 2030.01.02 09:00", "2030-01-02"),
        ("한빛경제 / 2030-01-02", "2030-01-02"),
        ("30.01.02", "2030-01-02"),
        ("2 1월 2030", "2030-01-02"),
        ("나루방송 뉴스 | 2030년 1월 2일 20:05 | 나온누리 기자", "2030-01-02"),
        ("방송일 2030년 1월 2일 | 다시보기", "2030-01-02"),
        ("보도시점 2030. 1. 2.(월) / 산맥시 기업과 담당", "2030-01-02"),
        ("수정 2030-01-02 05:06", "2030-01-02"),
    ],
)
def test_the_day_of_publication_is_read(row: str, day: str) -> None:
    assert str(metadata_of(f"{TITLE}\n{row}\n{BODY}\n").published) == day


@pytest.mark.parametrize(
    "row",
    [
        "<2030.01.02 18:20>",
        "(끝) 2030/01/02 09:10 송고",
        "2030-01-02 15:20:11 게재",
        "- 나루뉴스 2030년 1월 2일자 4면 / 나온누리 기자",
    ],
)
def test_the_day_below_an_article_is_read(row: str) -> None:
    assert str(metadata_of(f"{TITLE}\n{BODY}\n{row}\n").published) == "2030-01-02"


def test_the_day_on_a_page_without_menus_is_the_articles_own() -> None:
    page = f"나루신문      2030. 1. 2. (수)\n{TITLE}\n{BODY}\n"
    assert str(metadata_of(page).published) == "2030-01-02"
    page = f"산맥시 보도자료\n2030. 1. 2.(수) 배포\n{TITLE}\n{BODY}\n"
    assert str(metadata_of(page).published) == "2030-01-02"


@pytest.mark.parametrize(
    "row",
    [
        f"제목 : {TITLE}",
        f"◆ {TITLE}",
        f"[뉴스데스크] {TITLE}",
        f"산맥방송\n{TITLE}",
        f"산맥시\n\n{TITLE}\n- 사업비 150억원, 내년 착공",
    ],
)
def test_a_title_is_told_from_what_stands_before_and_around_it(row: str) -> None:
    assert metadata_of(f"{row}\n\n{BODY}\n").title == TITLE


@pytest.mark.parametrize(
    "page",
    [
        f"2024.10.03 (목)\n• 맑음서울 24.0℃\n{TITLE}\n{BODY}\n",
        f"최종편집일 2024-10-03 10:20 로그인\n{TITLE}\n{BODY}\n",
        f"{TITLE}\n{BODY}\n많이 본 뉴스\n1 다른 소식 2024-10-03 10:20\n",
        f"{TITLE}\n{BODY}\n",
    ],
)
def test_no_other_day_is_taken_for_it(page: str) -> None:
    assert metadata_of(page).published is None


@pytest.mark.parametrize(
    "page",
    [
        f"{TITLE}\n{BODY}\n저작권자 © 한빛일보 무단전재 및 재배포 금지\n",
        f"{TITLE}\n{BODY}\n<저작권자(c) 한빛일보, 무단 전재-재배포 금지>\n",
        f"{TITLE}\n{BODY}\nⓒ 한빛일보, 무단 전재 및 재배포 금지\n",
        f"{TITLE}\n{BODY}\nⓒ내일을 여는 창, 한빛일보(www.example.kr) 무단전재 배포금지\n",
        f"{TITLE}\n{BODY}\n출처 : 한빛일보 - 신문(http://www.example.kr)\n",
        f"{TITLE}\n[산맥=한빛일보] 나온누리 기자 = {BODY}\n",
        f"{TITLE}\n[한빛일보=나온누리 기자] {BODY}\n",
        f"{TITLE}\n한빛일보 | 2030-01-02 07:30 | 나온누리 기자\n{BODY}\n",
        f"한빛일보\n정치 | 경제 | 사회\n{TITLE}\n{BODY}\n",
    ],
)
def test_the_newspaper_is_read(page: str) -> None:
    assert metadata_of(page).outlet == "한빛일보"


def test_a_list_of_newspapers_helps_where_a_name_tells_nothing() -> None:
    page = f"달빛마당\n로그인 회원가입\n{TITLE}\n{BODY}\n"
    assert metadata_of(page).outlet is None
    assert metadata_of(page, "달빛마당").outlet == "달빛마당"


@pytest.mark.parametrize(
    "page",
    [
        f"{TITLE}\n나온누 기자 nuri@example.kr\n{BODY}\n",
        f"{TITLE}\n기자명 나온누   입력 2030.01.02\n{BODY}\n",
        f"{TITLE}\n[산맥=한빛뉴스] 나온누 기자 = {BODY}\n",
        f"{TITLE}\n\n• 나온누\n• 승인 2030.01.02 10:38\n{BODY}\n",
        f"{TITLE}\n{BODY}\n나온누기자 nuri@example.kr\n",
        f"{TITLE}\n{BODY}\n산맥=나온누 기자 nuri@example.kr\n",
    ],
)
def test_the_reporter_is_read(page: str) -> None:
    assert metadata_of(page).reporter == "나온누"


def test_nobody_is_made_up() -> None:
    page = f"{TITLE}\n{BODY}\n그는 홍두루 기자협회장을 만났다고 덧붙였다.\n"
    assert metadata_of(page) == Metadata(title=TITLE)
    assert metadata_of("") == Metadata()


@NEEDS_SHARED
def test_the_gold_is_met_and_no_day_is_wrong() -> None:
    right = dict.fromkeys(("title", "published", "outlet", "reporter"), 0)
    pages = shared_pages()
    for page in pages:
        found = metadata_of(page.read_text(encoding="utf-8"))
        gold = gold_of(page)["article"]
        wanted = gold.get("published")
        assert found.published in (None, wanted and PartialDate.parse(wanted)), page
        for field in right:
            value = getattr(found, field)
            right[field] += (str(value) if value else None) == gold.get(field)
    assert min(right.values()) >= 0.95 * len(pages), right


@pytest.mark.parametrize(
    ("lead", "outlet"),
    [
        ("[나루헤럴드 산맥=나온누리 기자] ", "나루헤럴드"),
        ("[나루프리존,산맥=나온누리 선임기자] ", "나루프리존"),
        ("[산맥=한빛뉴스통신 나온누리 기자] ", "한빛뉴스통신"),
        ("[나루일보=나온누리 기자] ", "나루일보"),
    ],
)
def test_the_town_beside_a_newspaper_is_none_of_its_name(lead: str, outlet: str) -> None:
    assert metadata_of(f"{TITLE}\n\n{lead}{BODY}\n").outlet == outlet
