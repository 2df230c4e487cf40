"""Firms, institutes and governments that no list and no last part tells, in made-up sentences."""

import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names

COMPANY, INSTITUTE = EntityType.COMPANY, EntityType.INSTITUTE
GOVERNMENT = EntityType.GOVERNMENT


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("건축자재를 내는 두온파일은 이 터를 골랐다.", "두온파일"),
        ("미래차 부품사 라온제이티가 들어온다.", "라온제이티"),
        ("직산면의 유람텔은 335억 원을 들여 자리를 옮긴다.", "유람텔"),
        ("두람켐스는 강서구에 48억5000만 원, 다올넥트는 연제구에 2억 원을 낸다.", "두람켐스"),
        ("시는 다올넥트와 80억 원 규모의 투자협약을 맺었다.", "다올넥트"),
        ("도는 중국 두람코발트와 손잡고 공장을 짓는다.", "두람코발트"),
        ("가구를 만드는 라온우드의 공장이 들어선다.", "라온우드"),
        ("옛 두람그룹이 세운 곳이다.", "두람그룹"),
        ("두람텔(보일러, 200억 원), 다올넥트(물티슈, 50억 원)가 온다.", "다올넥트"),
        ("㈜두람켐 ESM은 새 공장을 짓는다.", "두람켐 ESM"),
        ("(유)두람팜은 문을 열었다.", "두람팜"),
        ("군은 농업회사법인 두람팜, 영농조합법인 라온다와 협약했다.", "두람팜"),
        ("㈜라온다항공과 ㈜두람켐은 착공을 준비한다.", "라온다항공"),
        ("군은 영농조합법인 라온다와 협약했다.", "라온다"),
        ("제3산단에 공장을 신설한 두람파일은 8월 준공을 마쳤다.", "두람파일"),
        ("제2산단에 입주한 라온이브는 공장을 늘린다.", "라온이브"),
        ("행사에는 두람플랫폼 배재우 대표가 왔다.", "두람플랫폼"),
        ("포토마스크 제조업체 일본 두람전자가 온다.", "두람전자"),
        ("반도체 장비 업체 미국의 라온보가 온다.", "라온보"),
        ("에코프로, 두람, 심텍, 한국전력이 나선다.", "두람"),
        ("도는 30일 두람산업과 투자협약을 체결했다.", "두람산업"),
        ("구미시와 두람식품, 경북대는 3자 협약을 맺었다.", "두람식품"),
        ("도는 라온텍(Raontech) 사와 협약을 맺었다.", "라온텍"),
        ("도는 Duramtec社와도 협약을 맺었다.", "Duramtec"),
        ("두람에너지는 지난달 부지매입을 마쳤다.", "두람에너지"),
        ("유람텔과 두 기업은 수소 생산에 협력한다.", "유람텔"),
        ("시는 두람엔지니어링, 다올테크 라온에너지, 유람텔㈜과 손잡았다.", "다올테크 라온에너지"),
    ],
)
def test_frames_tell_firms(text: str, name: str) -> None:
    assert name in names(text, COMPANY)


def test_who_does_a_trade_of_a_building_is_a_firm() -> None:
    text = "설계는 다올건축사사무소 이음, 시공은 두람텍, 소방은 라온방재가 맡았다."
    assert names(text, COMPANY) == {"다올건축사사무소 이음", "두람텍", "라온방재"}


def test_points_list_firms_that_a_count_closes() -> None:
    text = "실증에는 △두람엑스 △GQ커넥트 △라온이브 등 무선충전 기업 8개사가 나선다."
    assert names(text, COMPANY) == {"두람엑스", "GQ커넥트", "라온이브"}


@pytest.mark.parametrize(
    "text",
    [
        "보잉 747 같은 큰 비행기가 뜬다.",
        "시민 체험 시설과 연구개발의 터를 잇는다.",
        "율촌 제1산단에 터를 잡았다.",
        "센터장에 윤두람씨, 단장에 이가온씨를 앉혔다.",
        "도는 300억 원을 들여 센터를 짓는다.",
        "도는 수소산업과 관련해 협약을 체결했다.",
        "이날 배재우 대표는 웃었다.",
        "흑연 및 난연케미칼 전문기업 가운데 하나다.",
    ],
)
def test_makes_places_and_persons_are_no_firms(text: str) -> None:
    assert not names(text, COMPANY)


def test_works_at_a_place_are_no_corporation() -> None:
    assert not names("가온일반산단 4단계 공사 착수", INSTITUTE)


def test_a_centre_that_acts_is_a_body_and_one_that_is_built_is_none() -> None:
    assert names("군은 두람로봇기술센터와 손잡았다.", INSTITUTE) == {"두람로봇기술센터"}
    assert not names("군은 두람로봇기술센터와 다온관을 짓는다.", INSTITUTE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("안건은 도의회를 거쳤다.", {"도의회"}),
        ("지난 9일 산업건설위원회 심사를 거쳤다.", {"산업건설위원회"}),
        ("도는 산업단지계획심의회를 열었다.", {"산업단지계획심의회"}),
        ("정부는 터를 골랐다.", {"정부"}),
    ],
)
def test_bodies_that_decide_are_governments(text: str, expected: set[str]) -> None:
    assert names(text, GOVERNMENT) == expected


def test_what_the_morphemes_read_as_a_sentence_is_a_firm_among_firms() -> None:
    text = "시는 ㈜들꽃소재, ㈜갈대테크, 도와서, ㈜이음전자 등 4개 기업과 협약했다."
    assert "도와서" in names(text, EntityType.COMPANY)


def test_who_stands_for_a_number_of_firms_is_one() -> None:
    assert "에이들꽃코어" in names("에이들꽃코어 등 12개 업체는 입주했다.", EntityType.COMPANY)


def test_an_unknown_name_among_undertakings_with_sums_is_no_firm() -> None:
    text = "시는 갈대 창업단지(193억원), 들꽃연구지원센터(105억원), 누리엔진(183억원) 등을 따냈다."
    assert "누리엔진" not in names(text, EntityType.COMPANY)


def test_what_stands_before_a_kind_of_complex_is_no_firm() -> None:
    text = "시는 대주전자재료㈜와 새만금 국가산업단지에 투자하는 협약을 맺었다."
    assert "새만금" not in names(text, EntityType.COMPANY)


def test_who_works_at_an_institute_is_no_institute() -> None:
    text = "가람연구원 연구원 30여 명이 찾았다."
    assert names(text, INSTITUTE) == {"가람연구원"}


def test_two_institutes_joined_by_a_point_are_two() -> None:
    text = "토지주택연구원·창업진흥원이 함께한다."
    assert names(text, INSTITUTE) == {"토지주택연구원", "창업진흥원"}


def test_a_learned_society_of_several_words_is_no_firm() -> None:
    text = "강사윤 한국두람전자 및 다올학회 회장이 왔다."
    assert names(text, EntityType.ASSOCIATION)
    assert not names(text, COMPANY)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("전주상의는 행사를 열었다.", "전주상의", EntityType.ASSOCIATION),
        ("소도현 익산시의회의장이 왔다.", "익산시의회", GOVERNMENT),
        ("김도현 익산소방서장이 왔다.", "익산소방서", GOVERNMENT),
    ],
)
def test_a_body_is_told_under_what_is_glued_to_it(text: str, name: str, kind: EntityType) -> None:
    assert name in names(text, kind)


def test_a_short_form_introduced_in_a_bracket_is_no_firm() -> None:
    text = "전북상공인협의회(이하 전북상협)는 웃었다. 이도현 전북상협 회장이 왔다."
    assert not names(text, COMPANY)


def test_a_public_body_with_the_mark_of_a_firm_stays_one() -> None:
    text = "주식회사 한국동서발전은 협약을 맺었다."
    assert not names(text, COMPANY)
    assert "한국동서발전" in names(text, INSTITUTE)


def test_a_particle_read_as_part_of_a_firm_is_left_out() -> None:
    text = "지사는 독일 파이버베큠과의 투자협약을 끝으로 돌아왔다."
    assert names(text, COMPANY) == {"파이버베큠"}
