from graph.model import EntityType
from tests.extractors.shared_names import names

INDUSTRY = EntityType.INDUSTRY
TITLE = "밀양시 소식\n\n"


def test_a_field_called_one_is_a_topic() -> None:
    assert "로봇" in names(TITLE + "시는 로봇 산업을 키운다.", INDUSTRY)


def test_a_word_in_passing_is_no_topic() -> None:
    text = "공장은 올해 기계를 돌린다. 금속은 에너지 밀도가 높다."
    assert names(TITLE + text, INDUSTRY) == set()


def test_a_list_of_fields_names_unlisted_ones_too() -> None:
    text = "로봇, 가온메카닉, 드론 등 3대 전략산업을 돕는다."
    assert {"로봇", "가온메카닉", "드론"} <= names(TITLE + text, INDUSTRY)


def test_what_stands_before_a_field_in_general_is_no_part_of_it() -> None:
    assert "국가 나래소재 산업" not in names(TITLE + "국가 나래소재 산업을 키운다.", INDUSTRY)
