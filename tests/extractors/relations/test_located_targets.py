from __future__ import annotations

import pytest

from tests.extractors.relations.test_located import places


@pytest.mark.parametrize(
    "text",
    [
        "군은 ‘다래 농공단지’ 후보지를 누리면 일원으로 확정했다고 밝혔다.",
        "군은 ‘다래 농공단지’의 입지를 누리면 일대 3만㎡로 최종 결정했다고 밝혔다.",
    ],
)
def test_a_project_lies_on_the_site_that_is_set_for_it(text: str) -> None:
    assert places(text, project="다래 농공단지", region="누리면") == {("다래 농공단지", "누리면")}


@pytest.mark.parametrize(
    "box",
    ["○ 위 치 : 누리면 일원", "▶ 위치 누리면 100번지 일원", "ㅇ (위치) 누리면 일원"],
)
def test_a_box_of_facts_says_where_its_project_lies(box: str) -> None:
    text = f"‘다래 농공단지’가 첫 삽을 뜬다고 군은 밝혔다.\n\n{box}\n○ 규모 : 3만㎡"
    assert ("다래 농공단지", "누리면") in places(text, project="다래 농공단지", region="누리면")


@pytest.mark.parametrize(
    ("target", "its"),
    [("대상지는", True), ("사업 대상지는", True), ("지역특화 대상지는", False)],
)
def test_the_target_of_something_else_is_not_where_the_project_lies(
    target: str, *, its: bool
) -> None:
    text = f"군은 ‘다래 혁신지구’를 꾸린다고 밝혔다.\n\n{target} △누리면 △가온면 등 2곳이다."
    found = places(text, project="다래 혁신지구", region="누리면, 가온면")
    assert bool(found) is its
