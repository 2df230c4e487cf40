from __future__ import annotations

from extractors.relations.descriptions import descriptions
from tests.extractors.relations.told import reading_of

TEXT = (
    "군은 ‘해조류 가공단지’를 짓는다고 밝혔다. 디스플레이 실증센터는 다음에 짓는다. "
    "이 단지에는 기업이 들어온다. 사업은 순조롭다."
)


def found(text: str, **named: str) -> dict[str, tuple[str | None, bool]]:
    reading = reading_of(text, **named)
    return {
        text[item.start : item.end]: (item.key, item.vague)
        for sentence in reading.document.sentences
        for item in descriptions(reading, sentence.start, sentence.end)
    }


def test_a_word_that_ends_like_a_particle_belongs_to_the_phrase() -> None:
    assert found(TEXT, project="해조류 가공단지")["디스플레이 실증센터"] == (None, False)


def test_a_definite_noun_means_the_project_of_that_kind() -> None:
    assert found(TEXT, project="해조류 가공단지")["이 단지"] == ("해조류 가공단지", False)


def test_a_bare_noun_may_mean_anything() -> None:
    assert found(TEXT, project="해조류 가공단지")["사업"] == (None, True)


def test_a_noun_does_not_mean_the_class_that_something_was_put_in() -> None:
    text = "‘나래 인증 특구’가 지역특화발전특구로 지정됐다. 특구는 735억원으로 조성된다."
    named = "나래 인증 특구, 지역특화발전특구"
    assert found(text, project=named)["특구"] == ("나래 인증 특구", False)
