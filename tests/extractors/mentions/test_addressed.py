"""Names that the morphemes cut up or take for nouns, known by the office they stand before."""

import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names

PERSON = EntityType.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("공영주 군수는 “사업을 챙기겠다”고 말했다.", "공영주"),
        ("김재욱 시장은 “사업을 챙기겠다”고 강조했다.", "김재욱"),
        ("고흥군 이재준 군수는 답했다.", "이재준"),
        ("이날 서동욱 광주 동구청장은 말했다.", "서동욱"),
        ("협약식에는 박도윤 밀양시장, 이상익 대표 등이 참석했다.", "이상익"),
        ("정영철 다온정밀 대표는 “공장을 늘리겠다”고 말했다.", "정영철"),
        ("임택 고흥군수는 답했다.", "임택"),
        ("박도윤 밀양시장, 김원이 국회의원, 최하은 사천시장 등이 찾았다.", "김원이"),
    ],
)
def test_what_is_spelt_as_a_name_is_a_person_before_an_office(text: str, name: str) -> None:
    assert name in names(text, PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "충남 서해안 대표 도시인 보령시는 3일 밝혔다.",
        "시가 임명한 원장이 나섰다.",
        "관내 문화원 원장과 유치원 원장이 모였다.",
        "무대는 영덕읍 남석리(1만㎡) 영덕시장이다.",
        "지난 전임 고흥군수와 민선 군수가 참석했다.",
    ],
)
def test_a_noun_a_verb_or_a_body_before_an_office_is_nobody(text: str) -> None:
    assert names(text, PERSON) == set()
