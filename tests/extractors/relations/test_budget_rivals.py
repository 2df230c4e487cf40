"""How a project stands beside the others that a sum may belong to."""

from __future__ import annotations

from extractors.relations.budget_rivals import beside_others
from extractors.relations.budget_scene import scene_of
from extractors.relations.budget_view import View
from extractors.relations.budgets import ruled_sums
from extractors.relations.demonstratives import settle
from tests.extractors.relations.told import reading_of


def signs_of(name: str, text: str, **named: str) -> set[str]:
    reading = settle(reading_of(text, **named))
    bundle, owner = next(ruled_sums(reading))
    view = View(scene_of(reading), bundle, owner, None, -1)
    key = next(key for key in view.scene.projects if reading.by_key[key].name == name)
    return set(beside_others(view, key))


def test_a_name_that_holds_another_is_told_from_the_one_that_it_holds() -> None:
    text = "‘나래 물길 타당성 용역’이 끝났다. ‘나래 물길’에는 71억원을 들인다."
    named = {"project": "나래 물길, 나래 물길 타당성 용역"}
    study = signs_of("나래 물길 타당성 용역", text, **named)
    canal = signs_of("나래 물길", text, **named)
    assert {"holds:True:p", "held:False:p"} <= study
    assert {"holds:False:b", "held:True:b"} <= canal


def test_the_topic_of_a_sentence_is_told_from_other_names_in_it() -> None:
    text = "들샘 회관은 나래 물길에 기대어 71억원을 들인다."
    named = {"project": "나래 물길, 들샘 회관"}
    assert "topics:True:True:True:b" in signs_of("들샘 회관", text, **named)
    assert "topics:False:False:True:b" in signs_of("나래 물길", text, **named)
