from __future__ import annotations

import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names

PROJECT = EntityType.PROJECT


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "도는 국도 31호선 포항 송라~영덕 강구 구간 4차로 확장 사업이 통과됐다고 밝혔다.",
            "국도 31호선 포항 송라~영덕 강구 구간 4차로 확장 사업",
        ),
        (
            "국도 3호선 이천 장호원~여주 가남(6.3㎞) 확장공사에 420억원이 배정됐다.",
            "국도 3호선 이천 장호원~여주 가남(6.3㎞) 확장공사",
        ),
        ("시는 송라∼강구 국도 확장 사업을 건의했다고 밝혔다.", "송라∼강구 국도 확장 사업"),
        ("군은 장호원~가남 간 연결도로 개설공사를 시작했다.", "장호원~가남 간 연결도로 개설공사"),
        ("밀양~부산 고속도로가 착공된다.", "밀양~부산 고속도로"),
    ],
)
def test_a_route_is_called_by_both_its_ends(text: str, name: str) -> None:
    assert name in names(text, PROJECT)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "가온읍~다솔면 도시가스 공급 사업에 20억원을 쓴다고 시는 밝혔다.",
            "가온읍~다솔면 도시가스 공급 사업",
        ),
        ("시는 1~4단지 정비 사업을 올해 시작한다고 밝혔다.", "1~4단지 정비 사업"),
    ],
)
def test_a_name_does_not_begin_behind_the_mark_between_two_ends(text: str, name: str) -> None:
    assert name in names(text, PROJECT)


def test_years_are_no_ends_of_a_route() -> None:
    found = names("시는 2021~2025년 도로 정비 사업에 20억원을 썼다고 밝혔다.", PROJECT)
    assert not any(name.startswith("2021") for name in found)
