from __future__ import annotations

import pytest

from graph.model import Part
from tests.extractors.relations.test_participates import parts


@pytest.mark.parametrize(
    "text",
    [
        "시는 환경부 공모로 따낸 ‘다래 물길 사업’을 서두른다.",
        "‘다래 물길 사업’은 지난해 환경부 공모에 뽑혔다.",
        "나린캠프와 함께 ▲다래 물길 사업(환경부)을 하나로 엮었다.",
        "‘다래 물길 사업’이 환경부 주관으로 열린다.",
        "▶환경부 = 다래 물길 사업을 내년에 시작한다.",
    ],
)
def test_a_ministry_beside_a_project_leads_it(text: str) -> None:
    found = parts(text, government="환경부", project="다래 물길 사업")
    assert ("환경부", "다래 물길 사업", Part.LEAD) in found


def test_each_of_a_line_has_the_body_at_its_head() -> None:
    found = parts(
        "▲ 나래대 : 다래 인재 양성 사업 / 마루 창업 거점 사업",
        university="나래대",
        project="다래 인재 양성 사업, 마루 창업 거점 사업",
    )
    assert {project for _, project, _ in found} == {"다래 인재 양성 사업", "마루 창업 거점 사업"}


def test_who_joins_in_a_clause_of_its_own_is_a_partner() -> None:
    found = parts(
        "시는 나래연구원과 손잡고 ‘다래 물길 사업’을 시작했다.",
        institute="나래연구원",
        project="다래 물길 사업",
    )
    assert found == {("나래연구원", "다래 물길 사업", Part.PARTNER)}


def test_each_body_has_its_own_project() -> None:
    found = parts(
        "가온시는 ‘다래 물길 사업’을, 나린시는 ‘마루 숲 사업’을 각각 맡는다.",
        region="가온시, 나린시",
        project="다래 물길 사업, 마루 숲 사업",
    )
    assert ("가온시", "다래 물길 사업", Part.LEAD) in found
    assert ("나린시", "마루 숲 사업", Part.LEAD) in found
