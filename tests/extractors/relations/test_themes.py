"""What a sentence goes on about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.linking.logistic import Logistic
from extractors.models import instead, load
from extractors.relations.theme_features import COMPARED, candidates, common_length
from extractors.relations.theme_rules import carried
from extractors.relations.themes import MODEL, Themes
from tests.extractors.relations.told import reading_of

TITLE = "나래시, 해양로봇 시험센터 짓는다\n\n"


def theme(text: str, words: str, **named: str) -> str | None:
    found = Themes(reading_of(text, **named)).before(text.index(words))
    return found.key if found else None


def test_the_project_of_the_sentence_before_is_carried_on() -> None:
    text = TITLE + "나래시는 ‘파력발전 단지’를 꾸민다. 사업비는 40억원이다."
    assert theme(text, "사업비는", project="해양로봇 시험센터, 파력발전 단지") == "파력발전 단지"


def test_words_of_a_name_speak_for_it() -> None:
    before = "나래시는 ‘해양로봇 시험센터 구축사업’과 ‘보금자리 주택 조성사업’을 벌인다.\n\n"
    chances: list[float] = []
    for words in ("사업비로는", "보금자리 주택에는"):
        text = before + f"{words} 110억원이 들어간다."
        reading = reading_of(text, project="해양로봇 시험센터 구축사업, 보금자리 주택 조성사업")
        found = Themes(reading).chances(text.index(words))
        chances.append(found["보금자리 주택 조성사업"])
    assert chances[0] < chances[1]


def test_a_sentence_does_not_go_on_about_what_it_names_itself_if_there_is_another() -> None:
    text = TITLE + "‘해양로봇 시험센터’ 옆에는 ‘파력발전 단지’가 생긴다. ‘파력발전 단지’도 크다."
    names = "해양로봇 시험센터, 파력발전 단지"
    assert theme(text, "‘파력발전 단지’도", project=names) == "해양로봇 시험센터"


def test_nothing_is_carried_into_the_first_sentence() -> None:
    assert (
        theme("사업비는 40억원이다. ‘파력발전 단지’다.", "사업비는", project="파력발전 단지")
        is None
    )
    assert theme("", "", project="파력발전 단지") is None


def test_chances_are_given_for_every_project_named_before() -> None:
    text = TITLE + "‘해양로봇 시험센터’ 옆에 ‘파력발전 단지’도 있다. 사업비는 40억원이다."
    themes = Themes(reading_of(text, project="해양로봇 시험센터, 파력발전 단지"))
    chances = themes.chances(text.index("사업비는"))
    assert set(chances) == {"해양로봇 시험센터", "파력발전 단지"}
    assert all(0 < chance < 1 for chance in chances.values())


def test_of_many_projects_only_those_named_last_are_compared() -> None:
    names = [f"갈대{number}단지" for number in range(10, 40)]
    text = " ".join(f"‘{name}’도 있다." for name in names) + " 사업비는 40억원이다."
    reading = reading_of(text, project=", ".join(names))
    assert all(len(found) <= COMPARED for _, found in candidates(reading, carried(reading)))


def test_other_weights_are_in_force_only_for_a_while() -> None:
    trained, other = load(MODEL), Logistic({})
    with instead(MODEL, other):
        assert load(MODEL) is other
    assert load(MODEL) is trained


@given(st.text("가나다라", max_size=12), st.text("가나다라", max_size=12))
def test_the_longest_stretch_is_one_that_both_have(one: str, other: str) -> None:
    length = common_length(one, other)
    stretches = {one[start : start + length] for start in range(len(one) - length + 1)}
    assert any(stretch in other for stretch in stretches)
    assert length == common_length(other, one)
