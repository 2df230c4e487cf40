from __future__ import annotations

import pytest

from graph.model import Role
from tests.extractors.relations.told import claims_of


def offices(text: str, **named: str) -> set[tuple[str, str, str | None, bool, bool]]:
    return {
        (role.person, role.title, role.organization, role.former, role.acting)
        for role in claims_of(Role, text, **named)
    }


@pytest.mark.parametrize(
    ("text", "title", "former", "acting"),
    [
        ("문해솔 청양군수가 회의를 열고 대책을 논의했다.", "군수", False, False),
        ("문해솔(가운데) 청양군수가 회의를 열고 대책을 논의했다.", "군수", False, False),
        ("문해솔 전 청양군수가 회의를 열고 대책을 논의했다.", "군수", True, False),
        ("문해솔 청양군수 권한대행이 회의를 열고 대책을 논의했다.", "군수", False, True),
        ("청양군(군수 문해솔)이 회의를 열고 대책을 논의했다.", "군수", False, False),
        ("문해솔 청양군 미래전략과장은 대책을 논의했다고 말했다.", "미래전략과장", False, False),
    ],
)
def test_a_title_is_written_without_its_body(
    text: str,
    title: str,
    former: bool,  # noqa: FBT001
    acting: bool,  # noqa: FBT001
) -> None:
    assert offices(text, person="문해솔", region="청양군") == {
        ("문해솔", title, "청양군", former, acting)
    }


def test_the_head_of_an_institute_has_the_title_of_its_kind() -> None:
    found = offices(
        "서도담 한국해조연구원장은 “완도가 거점이 될 것”이라고 말했다.",
        person="서도담",
        institute="한국해조연구원",
    )
    assert found == {("서도담", "원장", "한국해조연구원", False, False)}


def test_a_body_may_stand_before_the_person() -> None:
    found = offices(
        "한빛정밀 서도담 대표는 공장을 늘리겠다고 말했다.", person="서도담", company="한빛정밀"
    )
    assert found == {("서도담", "대표", "한빛정밀", False, False)}


def test_a_bare_office_belongs_to_the_articles_county() -> None:
    found = offices(
        "청양군이 연구동을 짓는다고 밝혔다. 문해솔 군수는 “서두르겠다”고 말했다.",
        person="문해솔",
        region="청양군",
    )
    assert found == {("문해솔", "군수", "청양군", False, False)}


def test_a_member_of_parliament_has_no_body() -> None:
    found = offices("서도담 국회의원도 자리를 함께했다고 한다.", person="서도담", region="청양군")
    assert found == {("서도담", "국회의원", None, False, False)}


def test_a_list_of_persons_shares_the_title() -> None:
    found = offices(
        "문해솔·서도담 의원이 힘을 보탰다.",
        person="문해솔, 서도담",
    )
    assert found == {
        ("문해솔", "의원", None, False, False),
        ("서도담", "의원", None, False, False),
    }


def test_an_office_of_the_county_at_hand() -> None:
    text = "청양군은 사업을 시작했다. 문해솔 군 미래전략과장은 계획을 설명했다."
    assert offices(text, person="문해솔", region="청양군") == {
        ("문해솔", "미래전략과장", "청양군", False, False)
    }


def test_a_bracket_behind_an_office_tells_a_second_one() -> None:
    found = offices(
        "서도담 완도상의 회장(한빛정밀 대표)은 협력이 필요하다고 말했다.",
        person="서도담",
        association="완도상의",
        company="한빛정밀",
    )
    assert found == {
        ("서도담", "회장", "완도상의", False, False),
        ("서도담", "대표", "한빛정밀", False, False),
    }


@pytest.mark.parametrize("lead", ["한빛정밀(주) ", "한빛정밀 신임 ", "한빛정밀(이하 한빛) 제3대 "])
def test_a_bracket_or_an_ordinal_may_stand_between_a_body_and_its_head(lead: str) -> None:
    found = offices(f"{lead}서도담 사장이 말했다.", person="서도담", company="한빛정밀")
    assert found == {("서도담", "사장", "한빛정밀", False, False)}


def test_a_part_of_a_body_may_stand_before_its_head() -> None:
    found = offices("완도군 해양산업국 서도담 국장이 말했다.", person="서도담", region="완도군")
    assert found == {("서도담", "국장", "완도군", False, False)}


def test_an_assembly_is_that_of_the_province_at_hand() -> None:
    text = "갈대도는 사업을 시작했다. 문해솔 도의장과 서도담 도교육감이 함께했다."
    assert offices(text, person="문해솔, 서도담", region="갈대도") == {
        ("문해솔", "도의장", "갈대도", False, False),
        ("서도담", "도교육감", "갈대도", False, False),
    }


def test_one_of_many_places_named_later_is_nobodys_seat() -> None:
    text = "문해솔 지사는 구상을 밝혔다. 정부는 갈대도와 부들도에 단지를 짓는다."
    assert offices(text, person="문해솔", region="갈대도, 부들도") == {
        ("문해솔", "지사", None, False, False)
    }


def test_a_member_belongs_to_the_only_assembly_unless_parliament_is_spoken_of() -> None:
    text = "나래시의회가 조례를 고쳤다. 문해솔 의원이 낸 안이다."
    assert ("문해솔", "의원", "나래시의회", False, False) in offices(
        text, person="문해솔", government="나래시의회"
    )
    text = f"{text} 국회도 돕는다."
    assert ("문해솔", "의원", None, False, False) in offices(
        text, person="문해솔", government="나래시의회, 국회"
    )


def test_a_party_is_no_part_of_a_title() -> None:
    found = offices("문해솔 갈대민주당 의원이 찾았다.", person="문해솔")
    assert {title for _, title, *_ in found} == {"의원"}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "문해솔 갈대연구원 교수 겸 두루센터장이 발표했다.",
            {("교수", "갈대연구원"), ("두루센터장", "갈대연구원")},
        ),
        (
            "갈대연구원 교수이자 마루산업 이사장인 문해솔 씨가 발표했다.",
            {("교수", "갈대연구원"), ("이사장", "마루산업")},
        ),
        ("문해솔 회장(마루산업)이 인사했다.", {("회장", "마루산업")}),
        ("마루산업의 문해솔 대표가 인사했다.", {("대표", "마루산업")}),
        ("문해솔 마루산업 대표이사 사장이 인사했다.", {("대표이사 사장", "마루산업")}),
        ("문해솔 마루산업 제9대 회장이 인사했다.", {("회장", "마루산업")}),
        (
            "문해솔 회장(전 갈대연구원 원장, 마루산업 감사)이 인사했다.",
            {("원장", "갈대연구원"), ("감사", "마루산업")},
        ),
    ],
)
def test_one_person_may_hold_several_offices_and_the_body_may_stand_apart(
    text: str, titles: set[tuple[str, str]]
) -> None:
    found = offices(text, person="문해솔", institute="갈대연구원", company="마루산업")
    assert {(title, body) for _, title, body, _, _ in found} >= titles


def test_one_who_runs_for_an_office_does_not_hold_it() -> None:
    found = offices("문해솔 청양군수 후보가 공약을 냈다.", person="문해솔", region="청양군")
    assert found == {("문해솔", "군수 후보", "청양군", False, False)}


def test_one_who_acts_for_another_has_an_office_of_their_own() -> None:
    text = "문해솔 청양군수 권한대행 부군수가 회의를 열었다."
    assert offices(text, person="문해솔", region="청양군") == {
        ("문해솔", "군수", "청양군", False, True),
        ("문해솔", "부군수", "청양군", False, False),
    }


def test_a_member_belongs_to_the_assembly_of_that_level() -> None:
    text = "갈대도의회와 청양군의회가 뜻을 모았다. 문해솔 도의원은 찬성했다."
    found = offices(text, person="문해솔", government="갈대도의회, 청양군의회")
    assert found == {("문해솔", "도의원", "갈대도의회", False, False)}


def test_an_ordinal_may_stand_between_a_person_and_the_body() -> None:
    found = offices("서도담 제6대 한빛정밀 사장이 말했다.", person="서도담", company="한빛정밀")
    assert found == {("서도담", "사장", "한빛정밀", False, False)}


def test_a_short_form_may_stand_before_the_head_in_a_bracket() -> None:
    found = offices("한빛정밀(HBJ·대표 서도담)이 참여했다.", person="서도담", company="한빛정밀")
    assert found == {("서도담", "대표", "한빛정밀", False, False)}


def test_a_speaker_is_of_the_council_at_hand() -> None:
    text = "완도군의회는 특위를 꾸렸다. 완도군의회 회의는 서도담 의장이 이끌었다."
    found = offices(text, person="서도담", government="완도군의회")
    assert found == {("서도담", "의장", "완도군의회", False, False)}


def test_who_leads_a_part_of_a_body_is_called_by_the_whole_name() -> None:
    found = offices(
        "서도담 한국해조연구원 서해안본부장은 “완도가 거점이 될 것”이라고 말했다.",
        person="서도담",
        institute="한국해조연구원",
    )
    assert found == {("서도담", "서해안본부장", "한국해조연구원", False, False)}


def test_a_body_that_only_its_kind_names_is_the_one_told_before() -> None:
    found = offices(
        "한국해조공단은 공장을 세운다. 서도담 공단 이사장은 “완도가 거점”이라고 말했다.",
        person="서도담",
        institute="한국해조공단",
    )
    assert found == {("서도담", "이사장", "한국해조공단", False, False)}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("완도군의회에서 서도담 부의장은 예산을 물었다.", "부의장"),
        ("완도군의회 소속 서도담 의원은 예산을 물었다.", "의원"),
    ],
)
def test_members_and_deputies_are_of_the_assembly(text: str, title: str) -> None:
    found = offices(text, person="서도담", government="완도군의회")
    assert found == {("서도담", title, "완도군의회", False, False)}


def test_who_leads_the_union_of_a_firm_is_no_head_of_an_institute() -> None:
    found = offices("서도담 바다생명 노조위원장은 말했다.", person="서도담", company="바다생명")
    assert found == {("서도담", "노조위원장", "바다생명", False, False)}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("서도담 바다생명 H&A사업본부장은 말했다.", "H&A사업본부장"),
        ("서도담 바다생명 링크3.0사업단장은 말했다.", "링크3.0사업단장"),
        ("서도담 주식회사 바다생명 대표는 말했다.", "대표"),
        ("서도담 민주당 완도군 지역위원장은 말했다.", "지역위원장"),
    ],
)
def test_an_office_may_hold_signs_and_a_body_its_kind(text: str, title: str) -> None:
    found = offices(text, person="서도담", company="바다생명", region="완도군")
    assert {(who, what) for who, what, *_ in found} == {("서도담", title)}


def test_guests_listed_behind_the_head_of_a_body_are_of_it() -> None:
    found = offices(
        "갈대대 문해솔 총장을 비롯해 서도담 교육부총장, 배나래 기획처장과 "
        "한빛진흥원 이다온 원장이 참석했다.",
        person="문해솔, 서도담, 배나래, 이다온",
        university="갈대대",
        institute="한빛진흥원",
    )
    assert {(who, title, body) for who, title, body, *_ in found} == {
        ("문해솔", "총장", "갈대대"),
        ("서도담", "교육부총장", "갈대대"),
        ("배나래", "기획처장", "갈대대"),
        ("이다온", "원장", "한빛진흥원"),
    }


def test_a_guest_with_an_office_of_another_body_is_not_of_the_one_before() -> None:
    found = offices(
        "문해솔 청양군수, 서도담 회장이 참석했다.", person="문해솔, 서도담", region="청양군"
    )
    assert ("서도담", "회장", None, False, False) in found


def test_a_firm_that_ends_as_parties_do_is_a_body() -> None:
    found = offices("서도담 가온당 대표는 말했다.", person="서도담", company="가온당")
    assert found == {("서도담", "대표", "가온당", False, False)}


@pytest.mark.parametrize(
    "text",
    [
        "당시 시장이던 김나래가 꺼낸 일이다. 두루시는 산단을 짓는다.",
        "김나래 시장은 웃었다. 두루시는 산단을 짓는다.",
    ],
)
def test_the_only_city_of_an_article_is_its_mayors(text: str) -> None:
    (role,) = claims_of(Role, text, person="김나래", region="두루시")
    assert (role.title, role.organization) == ("시장", "두루시")


def test_a_new_head_may_stand_behind_the_title() -> None:
    text = "갈대연구원 신임 원장 김나래 박사가 왔다."
    found = {
        role.title: role.organization
        for role in claims_of(Role, text, person="김나래", institute="갈대연구원")
    }
    assert found["원장"] == "갈대연구원"


def test_a_former_office_may_be_written_as_one_word() -> None:
    found = offices("문해솔 전군수가 청양군청을 찾았다.", person="문해솔", region="청양군")
    assert {(title, former) for _, title, _, former, _ in found} == {("군수", True)}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("문해솔 청양군청 산업단지 과장이 답했다고 군은 전했다.", "산업단지 과장"),
        ("청양군 4차산업과 문해솔 팀장이 답했다고 군은 전했다.", "팀장"),
        ("문해솔 청양군수로부터 상을 받은 기업이 공장을 짓는다.", "군수"),
        ("문해솔 청양군 수소 경제 정책 과장이 답했다고 군은 전했다.", "수소 경제 정책 과장"),
    ],
)
def test_an_office_may_have_its_division_and_any_particle(text: str, title: str) -> None:
    assert offices(text, person="문해솔", region="청양군") == {
        ("문해솔", title, "청양군", False, False)
    }


def test_where_somebody_teaches_is_no_part_of_the_office() -> None:
    found = offices(
        "문해솔 가람대 물리학과 교수가 강연을 맡았다고 한다.", person="문해솔", university="가람대"
    )
    assert found == {("문해솔", "교수", "가람대", False, False)}


def test_the_only_firm_is_that_of_a_head_without_one() -> None:
    found = offices(
        "한빛정밀은 공장을 짓는다. 문해솔 대표는 “서두르겠다”고 했다.",
        person="문해솔",
        company="한빛정밀",
    )
    assert ("문해솔", "대표", "한빛정밀", False, False) in found


def test_a_list_shares_its_body_with_all_its_persons() -> None:
    found = claims_of(
        Role,
        "행사에는 문해솔 다온협회 회장, 서도담·이다래 이사가 왔다고 한다.",
        person="문해솔, 서도담, 이다래",
        association="다온협회",
    )
    assert {(r.person, r.title, r.organization) for r in found} == {
        ("문해솔", "회장", "다온협회"),
        ("서도담", "이사", "다온협회"),
        ("이다래", "이사", "다온협회"),
    }


def test_the_head_of_a_chamber_is_told_by_its_short_form() -> None:
    found = offices(
        "청양상공회의소가 나섰다. 문해솔 상의회장은 “돕겠다”고 했다.",
        person="문해솔",
        association="청양상공회의소",
    )
    assert found == {("문해솔", "회장", "청양상공회의소", False, False)}


def test_who_heads_a_body_in_a_bracket_shares_no_title_with_the_next() -> None:
    found = claims_of(
        Role,
        "서도담(다온학원 이사장), 문해솔 국회의원이 왔다고 한다.",
        person="서도담, 문해솔",
    )
    assert {(r.person, r.title) for r in found} == {("문해솔", "국회의원")}


def test_a_member_told_by_the_party_is_of_no_council_named_beside() -> None:
    found = claims_of(
        Role,
        "문해솔 다온당 의원과 서도담 청양군의회 의장이 왔다고 한다.",
        person="문해솔, 서도담",
        government="청양군의회",
    )
    assert ("문해솔", "의원", None) in {(r.person, r.title, r.organization) for r in found}


def test_who_leads_a_body_or_is_its_topic_is_its_head() -> None:
    found = claims_of(
        Role,
        "가람TP는 3월 문해솔 원장이 물러났다고 밝혔다. 두루TP를 이끄는 서도담 원장은 남는다.",
        person="문해솔, 서도담",
        institute="가람TP, 두루TP",
    )
    assert {(r.person, r.organization) for r in found} == {
        ("문해솔", "가람TP"),
        ("서도담", "두루TP"),
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("문해솔 청양군의원이 지적했다고 한다.", "군의원"),
        ("문해솔 청양군의장이 지적했다고 한다.", "군의장"),
        ("청양군(문해솔 단장)이 참여했다고 한다.", "단장"),
    ],
)
def test_a_member_of_a_council_is_called_by_its_kind(text: str, title: str) -> None:
    assert offices(text, person="문해솔", region="청양군") == {
        ("문해솔", title, "청양군", False, False)
    }


def test_where_somebody_is_seen_is_no_body_of_the_office() -> None:
    found = offices(
        "청양면에서 문해솔 경제부지사가 현장을 살폈다고 한다.", person="문해솔", region="청양면"
    )
    assert found == {("문해솔", "경제부지사", None, False, False)}
