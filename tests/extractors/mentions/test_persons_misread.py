import pytest

from extractors.mentions.misread import spelt
from graph.model import EntityType
from tests.extractors.shared_names import names

PERSON = EntityType.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("박범인 청양군수는 웃었다.", "박범인"),
        ("강이든 밀양시장은 “돕겠다”고 했다.", "강이든"),
        ("문재도 나래수소얼라이언스(NH2) 회장이 답했다.", "문재도"),
        ("농림축산식품부(농식품부) 권재한 농업정책실장이 왔다.", "권재한"),
        ("이창윤 과학기술정보통신부 지역혁신관이 왔다.", "이창윤"),
    ],
)
def test_a_name_that_the_morphemes_cut_up_is_a_person(text: str, name: str) -> None:
    assert name in names(text, PERSON)


@pytest.mark.parametrize("text", ["주요한 도지사 공약이 담겼다.", "우려해 밀양시장이 나섰다."])
def test_a_word_of_the_sentence_names_nobody(text: str) -> None:
    assert names(text, PERSON) == set()


def test_a_name_is_spelt_with_letters_of_given_names() -> None:
    assert [spelt(name) for name in ("박다온", "하인젤", "우려해")] == [True, False, False]


def test_a_name_before_a_marked_firm_and_a_title_is_a_persons() -> None:
    text = "협약식에는 김보람 ㈜들꽃솔루션즈 부대표가 왔다."
    assert "김보람" in names(text, EntityType.PERSON)
