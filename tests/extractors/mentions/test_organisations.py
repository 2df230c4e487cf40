import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names, read

COMPANY, INSTITUTE = EntityType.COMPANY, EntityType.INSTITUTE


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("㈜가온소재가 공장을 짓는다.", COMPANY, "가온소재"),
        ("나래팜(주)은 입주했다.", COMPANY, "나래팜"),
        ("송지호 다올웍스 대표는 말했다.", COMPANY, "다올웍스"),
        ("군은 누리코퍼레이션과 손잡았다.", COMPANY, "누리코퍼레이션"),
        ("보일러 업체 라온텍이 들어온다.", COMPANY, "라온텍"),
        ("한국세라믹기술원 강원분소가 문을 연다.", INSTITUTE, "한국세라믹기술원 강원분소"),
        ("밀양시의회는 의결했다.", EntityType.GOVERNMENT, "밀양시의회"),
        ("마루대학교가 참여한다.", EntityType.UNIVERSITY, "마루대학교"),
        ("부산대학은 협약을 맺었다.", EntityType.UNIVERSITY, "부산대학"),
        ("마루대산학협력단이 참여한다.", EntityType.UNIVERSITY, "마루대산학협력단"),
        ("한국마루산업협회는 반겼다.", EntityType.ASSOCIATION, "한국마루산업협회"),
    ],
)
def test_bodies_are_known_by_mark_frame_or_last_part(
    text: str, kind: EntityType, name: str
) -> None:
    assert name in names(text, kind)


@pytest.mark.parametrize("name", ["스탠퍼드대", "드레스덴공대", "아헨공과대학"])
def test_universities_abroad_need_no_list(name: str) -> None:
    assert names(f"도는 {name}와 손잡았다.", EntityType.UNIVERSITY) == {name}


@pytest.mark.parametrize("word", ["군부대", "해안지대", "임시무대", "증권거래소 후보지대"])
def test_what_only_ends_like_a_university_is_none(word: str) -> None:
    assert not names(f"도는 {word}와 맞닿은 터를 골랐다.", EntityType.UNIVERSITY)


def test_a_list_that_closes_with_firms_holds_firms() -> None:
    text = "현대자동차, 다올아이에스, 비에이치온 등 18개 수소 전문기업이 참여한다."
    assert names(text, COMPANY) == {"현대자동차", "다올아이에스", "비에이치온"}


def test_a_field_with_firm_behind_it_is_no_firm() -> None:
    assert names("방산기업과 반도체기업, 바이오산업이 큰다.", COMPANY) == set()


def test_names_in_brackets_are_the_same_body() -> None:
    text = "한국세라믹기술원(KICET·이하 세라믹원)은 바쁘다. KICET와 세라믹원은 하나다."
    (body,) = (e for e in read(text).entities if e.type is INSTITUTE)
    assert {"KICET", "세라믹원"} <= set(body.names)


def test_a_bracket_with_something_else_renames_nothing() -> None:
    text = "한국세라믹기술원(진주)은 바쁘다."
    (body,) = (e for e in read(text).entities if e.type is INSTITUTE)
    assert body.aliases == ()


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("가온나래백신연구소(GNI)가 함께한다.", INSTITUTE, "가온나래백신연구소"),
        ("승마안전기술원이 시험을 맡는다.", INSTITUTE, "승마안전기술원"),
        ("주관은 밀양의생명·산업진흥원이다.", INSTITUTE, "밀양의생명·산업진흥원"),
        ("시는 '㈜밀양 나래시티'를 지정했다.", COMPANY, "㈜밀양 나래시티"),
        ("펌프를 만드는 나래소프트가 공장을 옮긴다.", COMPANY, "나래소프트"),
        (
            "축산업사업어민대책위원회가 반대했다.",
            EntityType.ASSOCIATION,
            "축산업사업어민대책위원회",
        ),
    ],
)
def test_bodies_of_common_nouns_and_quoted_firms(text: str, kind: EntityType, name: str) -> None:
    assert name in names(text, kind)


def test_a_person_is_no_part_of_the_body_he_leads() -> None:
    text = "정하늘 반도체공학회장이 서명했다."
    assert names(text, EntityType.PERSON) == {"정하늘"}
    assert "반도체공학회" in names(text, EntityType.ASSOCIATION)


def test_owners_in_a_row_are_firms() -> None:
    text = "사례로는 가온홀딩의 변속기, 나래로보의 집게, 다솜아이엔티의 소재 등이 나왔다."
    assert {"가온홀딩", "나래로보", "다솜아이엔티"} <= names(text, COMPANY)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("정부의 지원과 국회 심의를 거쳤다.", EntityType.GOVERNMENT, set()),
        ("정부는 다음 달 단지를 지정한다.", EntityType.GOVERNMENT, {"정부"}),
        ("문해솔 교육부총장이 말했다.", EntityType.GOVERNMENT, set()),
        (
            "초고속열차시험선구축사업단장이던 문해솔 원장이 말했다.",
            EntityType.INSTITUTE,
            {"초고속열차시험선구축사업단"},
        ),
        ("문해솔 전북갈대특구본부장이 말했다.", EntityType.INSTITUTE, {"전북갈대특구본부"}),
        ("대한민국 대표 도시로 키운다.", EntityType.REGION, set()),
        ("가온렉스(미국)와 투자계약을 맺었다.", COMPANY, {"가온렉스"}),
        ("다올안테나 등이 1447억 원을 들여 공장을 짓는다.", COMPANY, {"다올안테나"}),
        ("물엿과 올리고당 등 제품 업체가 있다.", COMPANY, set()),
        ("송지호 순천인재원장은 말했다.", INSTITUTE, {"순천인재원"}),
        ("한림대 가온성심병원이 참여한다.", INSTITUTE, {"한림대 가온성심병원"}),
        ("시는 2027년까지 미래방산개발연구소를 짓는다.", INSTITUTE, set()),
    ],
)
def test_bodies_are_named_where_they_act(text: str, kind: EntityType, expected: set[str]) -> None:
    assert names(text, kind) == expected


def test_a_mark_is_part_of_the_written_name_only() -> None:
    (firm,) = (e for e in read("㈜가온소재가 공장을 짓는다.").entities if e.type is COMPANY)
    assert (firm.name, firm.aliases) == ("가온소재", ("㈜가온소재",))


def test_the_rank_of_a_researcher_is_no_part_of_an_institutes_name() -> None:
    text = "그는 한국재료연구원 책임연구원과 한국전기연구원 수석 연구원을 지냈다."
    assert names(text, EntityType.INSTITUTE) == {"한국재료연구원", "한국전기연구원"}


def test_an_office_glued_to_a_bodys_name_leaves_the_name() -> None:
    text = "최하은 국토부장관과 이서준 LH사장이 만났다."
    assert names(text, EntityType.GOVERNMENT) == {"국토부"}
    assert names(text, EntityType.INSTITUTE) == {"LH"}


def test_a_hyphen_between_parties_is_no_part_of_a_name() -> None:
    text = "밀양시-한국세라믹기술원 협약식에서 밀양시는 LH-한국재료연구원 협약을 알렸다."
    assert names(text, INSTITUTE) == {"한국세라믹기술원", "LH", "한국재료연구원"}


def test_what_a_list_ends_in_is_no_part_of_a_name() -> None:
    text = "KOTRA·경제자유구역청 세 곳과 황해경제자유구역청 등 경제자유구역청이 협약했다."
    assert names(text, EntityType.GOVERNMENT) == {"황해경제자유구역청"}


def test_a_firms_name_in_letters_has_all_its_words() -> None:
    assert names("협약에는 KMC KOREA(주)와 나래팜(주)이 함께했다.", COMPANY) == {
        "KMC KOREA",
        "KMC KOREA(주)",
        "나래팜",
        "나래팜(주)",
    }


def test_works_are_no_public_corporation() -> None:
    text = "한국세라믹기술원 건립공사는 순조롭다. 시공은 밀양개발공사가 맡았다."
    assert names(text, INSTITUTE) == {"한국세라믹기술원", "밀양개발공사"}


def test_a_word_without_a_noun_may_stand_before_a_list_of_firms() -> None:
    text = "이 가운데 판을 짠 KV다름스·KV건설·KV라온개발·KV농어촌산업에 과징금을 매겼다."
    assert "KV건설" in names(text, COMPANY)


def test_a_firm_of_two_letters_is_known_by_its_head() -> None:
    assert names("송지호 LF 대표가 왔다.", COMPANY) == {"LF"}
    assert names("송지호 다올그룹 공동총재가 왔다.", COMPANY) == {"다올그룹"}


def test_the_deputy_of_a_mayor_tells_the_city() -> None:
    assert names("송지호 통영부시장이 왔다.", EntityType.REGION) == {"통영"}


def test_a_programme_for_universities_is_none() -> None:
    text = "마루대학교가 글로컬대학에 선정됐다."
    assert names(text, EntityType.UNIVERSITY) == {"마루대학교"}


def test_a_listed_university_is_no_institute_by_its_last_part() -> None:
    text = "광주과학기술원(GIST) 부설 갈대 과학영재학교를 짓는다."
    assert "광주과학기술원" not in names(text, EntityType.INSTITUTE)


def test_a_universitys_centre_of_several_words_bears_its_name_unless_it_is_being_built() -> None:
    name = "전북대 들꽃 로봇 연구센터"
    assert name in names(f"시는 {name}와 업무협약을 맺었다.", INSTITUTE)
    assert name not in names(f"시는 {name}를 건립한다.", INSTITUTE)


def test_a_listed_university_is_one_whether_its_last_letter_is_written_or_not() -> None:
    told = read("부산대학은 협약을 맺었다. 부산대학교는 장비를 댄다.")
    assert [e.names for e in told.entities if e.type is EntityType.UNIVERSITY] == [
        ("부산대학교", "부산대학")
    ]


def test_who_is_chosen_to_build_is_no_public_corporation() -> None:
    text = "한국도로공사는 가온~다솔 고속도로 2공구 시공사로 다솔건설 컨소시엄을 골랐다."
    assert not any("시공사" in name for name in names(text, EntityType.INSTITUTE))


def test_a_citys_corporation_is_no_contractor() -> None:
    text = "다솔도시공사는 12일 가온산단 착공식을 열었다. 다솔도시공사가 시행을 맡는다."
    assert "다솔도시공사" in names(text, EntityType.INSTITUTE)
