import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names

PROJECT, SITE = EntityType.PROJECT, EntityType.SITE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("시는 ‘나노융합 소재 실증사업’을 따냈다.", "나노융합 소재 실증사업"),
        ("시는 2028년까지 밀양 나노융합센터를 건립한다.", "밀양 나노융합센터"),
        ("도는 ‘수소 안전 조례’를 제정했다.", "수소 안전 조례"),
        ("밀양~부산 고속도로가 착공된다.", "밀양~부산 고속도로"),
        ("사업은 △드론 비행시험센터 구축 △도심항공 인력양성 등이다.", "드론 비행시험센터 구축"),
        ("밀양나노 2단계 조성사업에 300억원이 든다.", "밀양나노 2단계 조성사업"),
    ],
)
def test_a_named_undertaking_is_a_project(text: str, name: str) -> None:
    assert name in names(text, PROJECT)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("이 회사는 사포일반산업단지에 입주했다.", "사포일반산업단지"),
        ("박도윤 밀양시장은 가온지구에서 설명했다.", "가온지구"),
        ("행사는 하남농공단지 내에서 열렸다.", "하남농공단지"),
    ],
)
def test_what_something_stands_in_is_a_site(text: str, name: str) -> None:
    assert name in names(text, SITE)


def test_a_general_wish_is_no_project() -> None:
    text = "시는 산업 육성과 신규사업 발굴, 생산시설 확충에 힘쓴다."
    assert names(text, PROJECT) | names(text, SITE) == set()


def test_an_utterance_is_no_project() -> None:
    assert names("그는 “이 사업을 꼭 해내겠다”고 했다.", PROJECT) == set()


def test_a_quoted_ceremony_is_an_event() -> None:
    text = "밀양시는 ‘나노산단 기업지원센터 개소식’을 열었다."
    assert names(text, EntityType.EVENT) == {"나노산단 기업지원센터 개소식"}


def test_sums_in_brackets_make_tasks_of_a_list() -> None:
    text = "시는 나노소재 평가시스템 구축(25억원), 수소 안전기술 개발(12억원)을 맡았다."
    assert {"나노소재 평가시스템 구축", "수소 안전기술 개발"} <= names(text, PROJECT)


def test_two_places_in_a_row_stay_two() -> None:
    text = "행사는 가람테크노밸리 나래융합센터에서 열렸다."
    assert names(text, SITE) == {"가람테크노밸리", "나래융합센터"}
