import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names

PROJECT, SITE = EntityType.PROJECT, EntityType.SITE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("시는 ‘나노융합 소재 실증사업’을 따냈다.", "나노융합 소재 실증사업"),
        ("시는 2028년까지 밀양 나노융합센터를 건립한다.", "밀양 나노융합센터"),
        ("도는 ‘수소 안전 조례’를 제정했다.", "수소 안전 조례"),
        ("밀양~부산 고속도로가 착공된다.", "밀양~부산 고속도로"),
        ("사업은 △드론 비행시험센터 구축 △도심항공 인력양성 등이다.", "드론 비행시험센터 구축"),
        ("▲나노 분말 실증장비 구축 30억원 ▲도심항공 인력양성 12억원을 쓴다.", "도심항공 인력양성"),
        ("밀양나노 2단계 조성사업에 300억원이 든다.", "밀양나노 2단계 조성사업"),
        ("이 가운데 지능형 구동장치 제조센터의 총사업비는 30억원이다.", "지능형 구동장치 제조센터"),
        ("두 곳은 세라믹 분말 실증센터(20억원)과 본관이다.", "세라믹 분말 실증센터"),
    ],
)
def test_a_named_undertaking_is_a_project(text: str, name: str) -> None:
    assert name in names(text, PROJECT)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("이 회사는 사포일반산업단지에 입주했다.", "사포일반산업단지"),
        ("박도윤 밀양시장은 가온지구에서 설명했다.", "가온지구"),
        ("행사는 하남농공단지 내에서 열렸다.", "하남농공단지"),
    ],
)
def test_what_something_stands_in_is_a_site(text: str, name: str) -> None:
    assert name in names(text, SITE)


@pytest.mark.parametrize(
    "text",
    [
        "금년도 드론 전문인력 양성사업에 50억원이 든다.",
        "4차연도 드론 전문인력 양성사업에 50억원이 든다.",
        "2024년도 드론 전문인력 양성사업에 50억원이 든다.",
    ],
)
def test_the_year_of_a_round_is_no_part_of_the_name(text: str) -> None:
    assert "드론 전문인력 양성사업" in names(text, PROJECT)


def test_phases_counted_in_a_bracket_are_no_projects() -> None:
    assert not names("시는 드론특구(1·2단계)를 2027년까지 준공한다.", PROJECT) & {"2단계", "1단계"}


def test_how_many_phases_there_are_is_no_phase() -> None:
    text = "드론특구는 총 3단계로 조성된다. 사업은 2단계로 나눠 착공한다. 1단계는 내년 착공한다."
    assert names(text, PROJECT) & {"1단계", "2단계", "3단계"} <= {"1단계"}


def test_any_mark_of_a_list_begins_an_item() -> None:
    text = "사업은 ▦드론 비행시험센터 구축 ▦도심항공 인력양성 등이다."
    assert "드론 비행시험센터 구축" in names(text, PROJECT)


def test_a_general_wish_is_no_project() -> None:
    text = "시는 산업 육성과 신규사업 발굴, 생산시설 확충에 힘쓴다."
    assert names(text, PROJECT) | names(text, SITE) == set()


def test_an_utterance_is_no_project() -> None:
    assert names("그는 “이 사업을 꼭 해내겠다”고 했다.", PROJECT) == set()


def test_a_quoted_ceremony_is_an_event() -> None:
    text = "밀양시는 ‘나노산단 기업지원센터 개소식’을 열었다."
    assert names(text, EntityType.EVENT) == {"나노산단 기업지원센터 개소식"}


def test_sums_in_brackets_make_tasks_of_a_list() -> None:
    text = "시는 나노소재 평가시스템 구축(25억원), 수소 안전기술 개발(12억원)을 맡았다."
    assert {"나노소재 평가시스템 구축", "수소 안전기술 개발"} <= names(text, PROJECT)


def test_a_complex_keeps_the_kind_that_stands_behind_its_name() -> None:
    text = "시는 가온테크노밸리 일반산업단지에 입주할 기업을 찾는다."
    assert names(text, SITE) == {"가온테크노밸리 일반산업단지"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("시는 누리·가람 실증단지 착공식을 열었다.", "누리·가람 실증단지 착공식"),
        ("영동의 2031세계국악엑스포 개최비도 담겼다.", "2031세계국악엑스포"),
    ],
)
def test_ceremonies_have_the_name_of_what_they_are_for(text: str, name: str) -> None:
    assert names(text, EntityType.EVENT) == {name}


def test_two_places_in_a_row_stay_two() -> None:
    text = "행사는 가람테크노밸리 나래융합센터에서 열렸다."
    assert names(text, SITE) == {"가람테크노밸리", "나래융합센터"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("그는 \"'가온 소재 클러스터'를 키우겠다\"고 말했다.", "가온 소재 클러스터"),
        ("시는 드론 실증센터를 세운다.", "드론 실증센터"),
        ("기업은 밀양4공장을 짓는 데 300억원을 쓴다.", "밀양4공장"),
        ("사업비는 가온지구 120억원, 나래지구 90억원이다.", "가온지구"),
        ("○ 가온 콘텐츠 지원센터 : 2021년, 53억원", "가온 콘텐츠 지원센터"),
        ("시는 원·부자재 국산화 지원센터, 가온 시험센터를 끌어온다.", "원·부자재 국산화 지원센터"),
    ],
)
def test_what_is_made_or_paid_for_is_a_project(text: str, name: str) -> None:
    assert name in names(text, PROJECT)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("도는 밀양공항에서 행사를 열었다.", "밀양공항"),
        ("터는 송도 15공구 북쪽이다.", "송도 15공구"),
        ("행정도시의 6-1생활권에 학교가 선다.", "6-1생활권"),
        ("옛 밀양대학교 터가 바뀐다.", "옛 밀양대학교 터"),
        ("부산대학교 밀양캠퍼스에서 행사가 열렸다.", "부산대학교 밀양캠퍼스"),
        ("가온 산학협력연구단지 안에 있는 건물이다.", "가온 산학협력연구단지"),
    ],
)
def test_lots_ports_campuses_and_what_stands_are_sites(text: str, name: str) -> None:
    assert name in names(text, SITE)
    assert name not in names(text, PROJECT)


def test_a_named_centre_that_is_there_already_is_a_body() -> None:
    text = "지구에는 나래소재연구원이 이미 들어와 있다."
    assert names(text, EntityType.INSTITUTE) == {"나래소재연구원"}


def test_what_a_town_is_to_become_is_no_project() -> None:
    text = "군은 이곳을 갈대 부품 클러스터로 키운다."
    assert names(text, PROJECT) == set()


def test_a_round_of_designation_is_no_project() -> None:
    assert names("시는 2차 규제자유특구 심의를 받는다.", PROJECT) == set()


def test_a_quoted_name_counts_and_not_what_explains_it() -> None:
    assert names("핵융합 실증시설인 ‘가온 별빛’을 끌어온다.", PROJECT) == {"가온 별빛"}


def test_a_mayor_is_no_project() -> None:
    text = "박도윤 밀양시장은 밀양시청에서 나노 실증사업을 위한 협약을 맺었다. 밀양시장이 말했다."
    assert "밀양시장" not in names(text, EntityType.PROJECT)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("나래시는 산업부 주관 소재부품 실증센터를 짓는다.", "소재부품 실증센터"),
        ("다래군은 해수부 주최 어촌 활력 증진 사업에 뽑혔다.", "어촌 활력 증진 사업"),
    ],
)
def test_the_word_for_who_leads_begins_no_name(text: str, name: str) -> None:
    assert name in names(text, PROJECT)


@pytest.mark.parametrize(
    "name", ["동해항 국제여객터미널", "오송역 환승센터", "김해공항 화물터미널"]
)
def test_what_is_built_at_a_port_a_station_or_an_airport_is_called_after_it(name: str) -> None:
    assert name in names(
        f"{name}에는 120억원을 들여 새로 짓는다. {name} 건설은 2027년 끝난다.", EntityType.PROJECT
    )


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "나래군은 다온발사장 구축·가람 국가산단 조성을 추진한다.",
            {"다온발사장", "가람 국가산단"},
        ),
        (
            "나래시는 2024년 서부내륙고속도로·서해선고속철도가 각각 개통한다고 밝혔다.",
            {"서부내륙고속도로", "서해선고속철도"},
        ),
        ("나래시는 다온복지센터 조성·운영 사업을 추진한다.", {"다온복지센터 조성·운영 사업"}),
    ],
)
def test_what_is_made_beside_something_else_has_a_name_of_its_own(
    text: str, made: set[str]
) -> None:
    assert names(text, EntityType.PROJECT) == made


def test_a_name_ends_before_what_is_told_of_it_behind_a_mark() -> None:
    text = "■다온지구 진흥사업 예타 통과=지난 20일 통과된 나래시 다온 개발 사업은 총 3540억원이다."
    assert not any("=" in name for name in names(text, EntityType.PROJECT))


def test_what_every_town_wants_is_no_project() -> None:
    text = "나래시는 가온센터를 지어 지역경제 활성화 효과를 거둔다고 밝혔다."
    assert "지역경제 활성화" not in names(text, EntityType.PROJECT)


def test_how_high_a_thing_is_begins_no_name() -> None:
    text = "나래시는 125m 높이 시험타워를 2022년 준공한다."
    assert names(text, PROJECT) <= {"시험타워"}


def test_whose_a_thing_is_is_no_part_of_its_name() -> None:
    text = "사업에는 △강원 동해시의 다온길 관광자원화 △양구군의 가람 행정복합타운 등이 선정됐다."
    assert names(text, PROJECT) == {"다온길 관광자원화", "가람 행정복합타운"}
