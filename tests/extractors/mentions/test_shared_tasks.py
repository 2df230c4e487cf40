"""Tasks that signers of a pact share, told in a list, are no undertakings."""

import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names

PROJECT = EntityType.PROJECT


@pytest.mark.parametrize(
    "text",
    [
        "나래대와 가온연구원은 △인력 교류 활성화 △공동연구 모델 구축 등에 협력하기로 했다.",
        "양 기관은 ▲선도적 산학협력 모델 구축 ▲지역 기업 활성화 등을 추진하기로 했다.",
        "두 기관은 만났다. 이를 위해 ▲교육과정 공동개발 ▲연구 플랫폼 구축 등을 추진할 계획이다.",
        "△산업체 육성과 교류 △통합 네트워크 구축 등이 협약의 주요 내용이다.",
    ],
)
def test_tasks_that_signers_share_are_no_projects(text: str) -> None:
    assert names(text, PROJECT) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("나래시는 △다온 스마트단지 구축 △도심항공 인력양성 사업을 추진한다.", "다온 스마트단지"),
        ("양 기관은 △밀양 나노융합센터 건립 △인력 교류 등에 협력하기로 했다.", "밀양 나노융합센터"),
    ],
)
def test_what_has_a_name_of_its_own_stays(text: str, name: str) -> None:
    assert any(name in found for found in names(text, PROJECT))
