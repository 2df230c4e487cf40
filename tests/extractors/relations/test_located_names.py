from __future__ import annotations

import pytest

from tests.extractors.relations.test_located import places


def test_a_later_word_of_a_name_tells_a_smaller_place() -> None:
    found = places(
        "시는 ‘경남 우주산단 사천지구’를 넓힌다고 밝혔다.",
        region="경남, 사천시|사천",
        site="경남 우주산단 사천지구",
    )
    assert found >= {("경남 우주산단 사천지구", "경남"), ("경남 우주산단 사천지구", "사천시")}


@pytest.mark.parametrize("name", ["사천시 항공산업 육성 조례", "사천시 항공산업 육성 계획"])
def test_a_paper_is_made_for_the_region_that_it_is_named_after(name: str) -> None:
    assert places(f"시의회는 ‘{name}’을 다뤘다.", region="사천시", project=name) == {
        (name, "사천시")
    }


def test_a_named_branch_lies_where_its_name_says() -> None:
    told = "한누리공단 경남본부는 3일 설명회를 열었다."
    assert ("한누리공단 경남본부", "경남") in places(
        told, region="경남", institute="한누리공단 경남본부"
    )


def test_a_site_behind_the_region_in_a_name_lies_there_and_holds_what_is_named() -> None:
    found = places(
        "군은 ‘완도 가온항 방파제 연장’에 나섰다. 가온항은 완도에서 가장 크다.",
        project="완도 가온항 방파제 연장",
        site="가온항",
        region="완도",
    )
    assert {("완도 가온항 방파제 연장", "가온항"), ("가온항", "완도")} <= found


@pytest.mark.parametrize("name", ["경북대학교 나래캠퍼스", "경북대 소재 실증센터"])
def test_a_universitys_name_tells_no_place(name: str) -> None:
    told = f"‘{name}’가 문을 열었다. 경북은 환영했다."
    assert places(told, region="경북", project=name) == set()
