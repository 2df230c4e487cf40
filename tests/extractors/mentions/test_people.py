import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names, read

PERSON = EntityType.PERSON


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("박도윤 밀양시장은 말했다.", "박도윤"),
        ("이서준 한국세라믹기술원장이 설명했다.", "이서준"),
        ("최하은(왼쪽) 사천시장이 서명했다.", "최하은"),
        ("정민서 미래산업과장은 답했다.", "정민서"),
        ("가람정밀(대표 송지호)이 투자한다.", "송지호"),
        ("나래연구소 소장이던 한유진 씨가 맡았다.", "한유진"),
        ("최철진 신임 나래연구원장은 답했다.", "최철진"),
        ("연구원은 새 원장으로 최철진 박사를 뽑았다.", "최철진"),
        ("밀양시장 박도윤은 답했다.", "박도윤"),
        ("현재 밀양시장은 박도윤이다.", "박도윤"),
        ("헬무트 바이어(Helmut Bayer) 대표가 찾았다.", "헬무트 바이어"),
    ],
)
def test_a_name_beside_an_office_is_a_person(text: str, name: str) -> None:
    assert name in names(text, PERSON)


def test_a_surname_with_the_title_is_the_person_met_before() -> None:
    (mayor,) = (
        e
        for e in read("박도윤 밀양시장은 웃었다. 박 시장은 “좋다”고 했다.").entities
        if e.type is PERSON
    )
    assert (mayor.name, mayor.aliases) == ("박도윤", ("박 시장",))


def test_the_only_one_of_a_surname_is_meant_by_a_new_title() -> None:
    text = "박도윤 전 밀양시장이 새 원장에 올랐다. 박 원장은 웃었다. 김 원장은 갔다."
    (person,) = (e for e in read(text).entities if e.type is PERSON)
    assert set(person.names) == {"박도윤", "박 원장"}


def test_a_surname_of_two_letters_is_short_for_a_person_too() -> None:
    text = "남궁해솔 미래산업국장이 브리핑을 열었다. 남궁 국장은 돕겠다고 했다."
    assert names(text, PERSON) == {"남궁해솔", "남궁 국장"}


@pytest.mark.parametrize("text", ["예타 면제 발사장을 짓는다.", "박물관 옆 공사장이 붐빈다."])
def test_a_place_that_ends_as_an_office_does_names_nobody(text: str) -> None:
    assert not names(text, PERSON)


def test_two_mayors_of_one_surname_keep_their_titles() -> None:
    text = "박도윤 밀양시장과 박하준 경남도지사가 만났다. 박 지사는 돕겠다고 했다."
    people = {e.name: e.aliases for e in read(text).entities if e.type is PERSON}
    assert people == {"박도윤": (), "박하준": ("박 지사",)}


def test_guests_of_a_list_are_all_found() -> None:
    text = "행사에는 박도윤 밀양시장, 이서준 밀양시의회 의장, 최하은 부산대 총장 등이 참석했다."
    assert names(text, PERSON) == {"박도윤", "이서준", "최하은"}


def test_a_market_is_no_mayor() -> None:
    assert names("전기차 시장과 조선업 시장, 이차전지 시장이 커졌다.", PERSON) == set()


def test_a_reporter_is_no_person() -> None:
    assert "홍가온" not in names("밀양시는 웃었다.\n밀양=홍가온 기자 hong@example.com", PERSON)


def test_a_name_that_reads_as_a_noun_is_known_before_a_title() -> None:
    assert names("배나리 군수는 공장을 찾았다.", EntityType.PERSON) == {"배나리"}


def test_a_quarter_of_the_compass_is_no_person() -> None:
    text = "시는 밀양군 동남권 방사선 단지에서 회장과 만났다."
    assert names(text, EntityType.PERSON) == set()


def test_a_firm_with_its_mark_or_a_bare_level_may_stand_before_the_title() -> None:
    text = "행사에는 정하늘 나래발전㈜ 대표이사, 고은찬 도 전략산업과장이 왔다."
    assert names(text, EntityType.PERSON) == {"정하늘", "고은찬"}


def test_a_name_whose_syllables_are_read_one_by_one_is_known_before_a_title() -> None:
    assert names("이날 행사에는 박두겸 시장과 박하준 의장이 참석했다.", PERSON) == {
        "박두겸",
        "박하준",
    }


def test_the_area_around_a_city_is_no_person() -> None:
    assert names("최하은 부산대 총장 등 대전권 총장과 기업 임원이 모였다.", PERSON) == {"최하은"}


def test_a_new_head_is_the_person_met_before() -> None:
    text = "나래연구원 최하은 원장이 취임했다. 최 신임 원장은 준비를 마쳤다."
    (head,) = (e for e in read(text).entities if e.type is PERSON)
    assert (head.name, head.aliases) == ("최하은", ("최 신임 원장",))


@pytest.mark.parametrize(
    "text",
    [
        "[인터뷰] 배성준 / 진주시 우주사업단장 : “내년에 쏩니다.”",
        "▶ 인터뷰 : 배성준 / 나주시 신산업과장 - “더 모으겠습니다.”",
    ],
)
def test_a_caption_of_an_interview_names_who_speaks(text: str) -> None:
    assert "배성준" in names(text, PERSON)


def test_a_guest_whose_name_ends_as_a_particle_does_is_found_in_a_list() -> None:
    text = "박도윤 밀양시장, 김원이 국회의원, 최하은 사천시장 등이 찾았다."
    assert "김원이" in names(text, PERSON)


def test_land_with_a_name_like_a_surname_is_nobody() -> None:
    assert not names("진해 육대 부지 제2재료연구원 첫 사업이 3월 착공한다.", PERSON)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("군은 ㈜마루턴투자와 손잡았다. 마루턴 이상도 대표가 참석했다.", "이상도"),
        ("군은 7일 가온텍 김상도 대표를 만났다.", "김상도"),
    ],
)
def test_a_firm_that_looks_like_a_name_is_nobody_before_its_head(text: str, head: str) -> None:
    assert names(text, PERSON) == {head}
