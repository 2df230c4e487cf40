from extractors.gazetteer import FOLDER, Gazetteer
from extractors.linking.logistic import Logistic
from extractors.mentions.fields import find, gathered
from extractors.mentions.industries import named
from extractors.mentions.judge import offer
from extractors.mentions.survey import survey
from graph.model import EntityType
from tests.extractors.shared_names import document_of, names

INDUSTRY = EntityType.INDUSTRY
TITLE = "밀양시 소식\n\n"


def _places(text: str, name: str) -> list[int]:
    ground = survey(document_of(text), Gazetteer.load(FOLDER)).ground
    return sorted({m.start for m in named(ground) if m.name == name})


def test_a_field_called_one_is_a_topic() -> None:
    assert "로봇" in names(TITLE + "시는 로봇 산업을 키운다.", INDUSTRY)


def test_a_word_in_passing_is_no_topic() -> None:
    text = "공장은 올해 기계를 돌린다. 직원들은 금속 의자에 앉아 에너지를 아낀다."
    assert names(TITLE + text, INDUSTRY) == set()


def test_households_are_no_furniture() -> None:
    text = "가구 산업을 키운다. 80만 가구가 하루 쓸 전기를 만든다."
    assert [text.index("가구")] == _places(text, "가구")


def test_a_list_of_fields_names_unlisted_ones_too() -> None:
    text = "로봇, 가온메카닉, 드론 등 3대 전략산업을 돕는다."
    assert {"로봇", "가온메카닉", "드론"} <= names(TITLE + text, INDUSTRY)


def test_what_stands_before_a_field_in_general_is_no_part_of_it() -> None:
    assert "국가 나래소재 산업" not in names(TITLE + "국가 나래소재 산업을 키운다.", INDUSTRY)


def test_a_field_at_the_head_of_a_longer_word_may_be_one() -> None:
    ground = survey(document_of("시는 물류기지를 짓는다."), Gazetteer.load(FOLDER)).ground
    found = {m.name: field for field in gathered(ground, ()) for m in field.mentions}
    assert {"rule=industry.head", "glued=기지"} <= found["물류"].traits


def test_a_field_is_told_by_the_name_that_holds_it() -> None:
    text = "시는 '로봇 실증사업'을 벌인다."
    ground = survey(document_of(text), Gazetteer.load(FOLDER)).ground
    (field,) = gathered(ground, offer(ground).proposals)
    assert "in=marked:head" in field.traits


def test_a_field_is_taken_where_the_model_says_so() -> None:
    ground = survey(document_of("시는 드론을 키운다."), Gazetteer.load(FOLDER)).ground
    assert list(find(ground, (), Logistic({"(bias)": -5.0}))) == []
    assert {m.name for m in find(ground, (), Logistic({"(bias)": 5.0}))} == {"드론"}


def test_stages_of_a_field_listed_beside_fields_are_none() -> None:
    text = TITLE + "시는 생산·저장·운송·연료전지·모빌리티 등 수소경제 분야를 키운다."
    found = names(text, INDUSTRY)
    assert {"연료전지", "모빌리티"} <= found
    assert not found & {"생산", "저장", "운송"}
