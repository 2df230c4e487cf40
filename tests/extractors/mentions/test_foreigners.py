import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names

PERSON = EntityType.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("요하네스 브란트 ASML 최고경영자가 밀양을 찾았다.", "요하네스 브란트"),
        ("페이터 반 더 훌스트 주한 네덜란드대사 등이 왔다.", "페이터 반 더 훌스트"),
        ("야마다 켄지 가람정밀소재 사장은 웃었다.", "야마다 켄지"),
        ("마르코 로시 주한이탈리아대사는 공장을 둘러봤다.", "마르코 로시"),
    ],
)
def test_transcribed_words_before_an_office_are_one_person(text: str, name: str) -> None:
    assert names(text, PERSON) == {name}


def test_a_university_before_a_guest_is_no_part_of_the_name() -> None:
    assert names("스탠퍼드대 토마스 헬만 교수가 강연한다.", PERSON) == {"토마스 헬만"}


@pytest.mark.parametrize(
    "text", ["머크 라이프사이언스 대표가 왔다.", "두산 에너빌리티 코리아 대표가 왔다."]
)
def test_a_firm_of_two_words_is_no_person(text: str) -> None:
    assert names(text, PERSON) == set()
