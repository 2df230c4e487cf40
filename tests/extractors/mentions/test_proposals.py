import pytest

from extractors.gazetteer import FOLDER, Gazetteer
from extractors.mentions.proposals import proposals
from extractors.mentions.survey import survey
from tests.extractors.shared_names import document_of


def proposed(text: str) -> dict[str, set[str]]:
    """What is proposed in a text though no rule finds it, with who proposes it."""
    found: dict[str, set[str]] = {}
    for proposal in proposals(survey(document_of(text), GAZETTEER).ground, ()):
        name = text[proposal.start : proposal.end]
        found.setdefault(name, set()).add(proposal.source)
    return found


GAZETTEER = Gazetteer.load(FOLDER)


def test_what_is_built_is_proposed_whatever_its_name_ends_in() -> None:
    assert "made" in proposed("시는 갈대 수소주유기를 세운다.")["갈대 수소주유기"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("행사는 갈대사격장에서 열렸다.", "갈대사격장"),
        ("갈대매립지 일원에 공장이 들어선다.", "갈대매립지"),
    ],
)
def test_where_something_happens_is_proposed(text: str, name: str) -> None:
    assert "placed" in proposed(text)[name]


def test_where_money_goes_is_not_what_it_is_for() -> None:
    found = proposed("밀양시 삼랑진읍 갈대골 일원에 270억원을 들인다.")
    assert not any(name.endswith("일원") for name in found)
    assert not any(name.startswith("밀양시") for name in found)


def test_an_area_before_a_sum_is_no_name() -> None:
    assert not any(
        "㎡" in name for name in proposed("갈대 외국인투자지역 1만8828㎡에 313억원을 들인다.")
    )


def test_a_sentence_behind_a_mark_is_no_item() -> None:
    assert "지난 4월 갈대 실증사업 공모" not in proposed("▲지난 4월 갈대 실증사업 공모에 뽑혔다.")
