import pytest

from extractors.gazetteer import FOLDER, Gazetteer
from extractors.mentions.proposals import proposals
from extractors.mentions.survey import survey
from graph.model import EntityType
from tests.extractors.shared_names import document_of, names


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


def test_what_the_rules_refuse_is_still_proposed() -> None:
    assert "refused" in proposed("이곳에는 갈대기연구소와 들꽃단지가 자리한다.")["갈대기연구소"]


def test_an_item_ends_at_a_dash() -> None:
    text = "시설은 둘이다.\n① 갈대 보급센터 – 먹이 생산\n② 들꽃 지원센터 – 교육과 창업 지원"
    assert {"갈대 보급센터", "들꽃 지원센터"} <= set(proposed(text))


def test_what_a_marked_line_begins_with_is_proposed() -> None:
    text = "◇나래 야시장 골목 = 137억원을 들인다.\n◇갈대 시험동(495㎡) : 새로 짓는다."
    assert {"나래 야시장 골목", "갈대 시험동"} <= set(proposed(text))


def test_verbs_made_nouns_are_part_of_a_name() -> None:
    assert "갈대형 마을만들기사업" in proposed("갈대형 마을만들기사업에 30억원을 쓴다.")


def test_a_verb_made_a_noun_does_not_make_an_item_a_sentence() -> None:
    assert "들꽃동 공동육아나눔터" in proposed("△들꽃동 공동육아나눔터(국비 1억원)가 뽑혔다.")


def test_the_money_for_a_listed_item_is_no_part_of_its_name() -> None:
    found = proposed("나눠 보면 ▦갈대 벨트 구축비 369억원 ▦들꽃 특성화사업비 240억원이다.")
    assert {"갈대 벨트 구축", "들꽃 특성화사업"} <= set(found)


def test_phases_counted_behind_a_name_are_no_names() -> None:
    assert "2단계" not in proposed("시는 갈대연구특구(1·2단계)에 140억원을 들인다.")


def test_a_call_that_is_won_is_proposed() -> None:
    assert "called" in proposed("군은 이번 갈대협약 공모에 최종 선정됐다.")["갈대협약 공모"]
    assert "갈대협약 공모" not in proposed("군은 갈대협약 공모를 기다린다.")


def test_names_run_together_are_proposed_in_a_row_of_sums() -> None:
    found = proposed(
        "사업은 갈대복선전철화(나래~다래) 91억원, 국가들꽃연구소설립 10억원, 강변정비 5억원 등이다."
    )
    assert {"갈대복선전철화", "국가들꽃연구소설립"} <= set(found)
    assert "강변정비" not in found


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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("▶갈대㈜ = 들꽃을 활용한 마을 소득 실증사업", "들꽃을 활용한 마을 소득 실증사업"),
        ("-갈대 정착마을 돌담 매입 85억 원", "갈대 정착마을 돌담 매입"),
        ("▲ 갈대대 : 들꽃 의약품 실무 인재 양성", "들꽃 의약품 실무 인재 양성"),
        ("▲ 갈대대 : 들꽃 인재 양성 / 마을 돌봄 활성화", "마을 돌봄 활성화"),
        (
            "군은 ▷갈대산단(2·3) 빗물저류시설 설치 ▷도랑 정비를 한다.",
            "갈대산단(2·3) 빗물저류시설 설치",
        ),
    ],
    ids=[
        "what it is for",
        "a dash glued to it",
        "behind a label",
        "behind a slash",
        "a bracket inside",
    ],
)
def test_items_are_proposed_whole(text: str, name: str) -> None:
    assert "item" in proposed("밀양시 소식\n\n시는 28일 밝혔다.\n" + text)[name]


@pytest.mark.parametrize("text", ["▲2024.06. 갈대항공 설립", "'24년 11월 착공 → '25년 준공"])
def test_dates_begin_no_name(text: str) -> None:
    assert not any(name[:3] in ("202", "24년") for name in proposed(text))


def test_the_cost_of_preparing_a_thing_is_no_part_of_its_name() -> None:
    found = proposed("국립갈대음식진흥원 설립 타당성 용역비 2억 원이 반영됐다.")
    assert "국립갈대음식진흥원 설립 타당성 용역" not in found
    assert "국립갈대음식진흥원" in found


def test_an_office_is_no_part_of_a_name() -> None:
    found = proposed("신나래 밀양시장도 들꽃클러스터를 조성하겠다고 했다.")
    assert "들꽃클러스터" in found
    assert not any("시장도" in name for name in found)


@pytest.mark.parametrize(
    "text",
    [
        "갈대 수변공원 조성사업 조성 계획도. 나래시가 만들었다.",
        "갈대 수변공원 조성사업 조감도(나래시 제공)를 보였다.",
        "갈대 수변공원 조성사업 전경 사진을 보였다.",
    ],
)
def test_a_word_for_a_picture_is_no_part_of_a_name(text: str) -> None:
    found = proposed(text)
    assert any(name.endswith("조성사업") for name in found)
    ends = ("계획", "계획도", "조감도", "전경")
    assert not any("갈대" in name and name.endswith(ends) for name in found)


def test_a_plan_with_a_particle_is_no_picture() -> None:
    assert "갈대 수변공원 조성 계획" in proposed("시는 갈대 수변공원 조성 계획도 발표했다.")


def test_a_phase_of_the_ground_is_no_project() -> None:
    assert "2단계" not in proposed("군은 도청신도시 2단계 지역 내에 들꽃센터를 짓는다.")
    assert "2단계" in proposed("들꽃단지 2단계에 30억원을 들인다.")


def test_an_item_ends_before_the_word_for_others_whatever_its_particle() -> None:
    found = proposed("시는 △갈대 전시관 구축 △들꽃 보관함 기술개발 등을 추진한다.")
    assert "들꽃 보관함 기술개발" in found
    assert not any(name.endswith("등") for name in found)


def test_where_a_thing_lies_is_no_part_of_its_name() -> None:
    found = proposed("김해시 진영읍 여래리 소재 들꽃단지를 넓힌다.")
    assert "들꽃단지" in found
    assert not any("소재" in name for name in found)


def test_a_name_ends_before_its_sum_in_brackets() -> None:
    found = set(proposed("신규사업은 ▲갈대 농어촌하수도(4억원) 정비사업 ▲들꽃 둑(3억원)이다."))
    assert "갈대 농어촌하수도" in found
    assert not any("억" in name for name in found)


def test_a_name_ends_before_its_area_in_brackets() -> None:
    found = set(
        proposed("공단은 ▲갈대면 일대 갈대공단(4만1천평) ▲들꽃면 들꽃공단(3만9천평) 등이다.")
    )
    assert not any(name.endswith("(") for name in found)


@pytest.mark.parametrize("cost", ["마무리 공사비", "공사비", "착공비"])
def test_what_a_listed_cost_is_of_ends_before_the_word_for_the_cost(cost: str) -> None:
    text = f"예산에는 ▲제3가온대교 {cost}(210억 원) ▲나래 철도 건설(56억 원)이 담겼다."
    found = names(text, EntityType.PROJECT)
    assert not any(name.endswith("비") for name in found)
