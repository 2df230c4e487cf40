import pytest

from extractors.gazetteer import Gazetteer
from graph.model import EntityType
from tests.extractors.shared_names import names, read

REGION = EntityType.REGION


def refs(text: str) -> dict[str, str | None]:
    return {e.name: e.ref for e in read(text).entities if e.type is REGION}


def test_a_city_is_one_region_under_all_its_names() -> None:
    (city,) = read("밀양시가 나섰다. 밀양에서 열린 행사에 밀양시장이 참석했다.").entities
    assert city.name == "밀양시"
    assert set(city.aliases) == {"밀양"}


def test_a_chain_of_places_is_read_step_by_step() -> None:
    found = names("경남 김해시 진영읍 여래리 일원에 들어선다.", REGION)
    assert {"경남", "김해시", "진영읍", "여래리"} <= found


def test_a_shared_name_goes_to_the_province_before_it() -> None:
    assert refs("강원 고성군이 해양심층수를 판다.")["고성군"] == "region:51820"
    assert refs("경남 고성군이 조선업을 살린다.")["고성군"] == "region:48820"


def test_a_district_goes_to_the_city_that_the_article_speaks_of() -> None:
    ref = refs("울산시는 울산 북구에 공장을 짓는다. 북구는 환영했다.")["북구"]
    assert ref is not None
    assert Gazetteer.load().lies_in(Gazetteer.load().by_ref[ref], "region:31")


def test_an_ordinary_word_is_no_region() -> None:
    assert names("내년 예산 규모와 장수 기업의 구리 가격, 공주 역할을 말했다.", REGION) == set()


def test_a_region_inside_a_bodys_name_is_none() -> None:
    assert "부산" not in names("부산테크노파크와 부산은행이 손을 잡았다.", REGION)


def test_the_region_of_a_mayor_is_named_by_the_office() -> None:
    assert "밀양시" in names("김가람 밀양시장은 말했다.", REGION)


def test_a_towns_short_form_follows_its_full_one() -> None:
    assert {"삼랑진읍", "삼랑진"} <= names(
        "밀양시 삼랑진읍에 짓는다. 삼랑진 주민은 웃었다.", REGION
    )


def test_a_foreign_town_behind_its_country_is_a_region() -> None:
    assert "에센" in names("시는 독일 에센에서 설명회를 열었다.", REGION)


def test_a_county_that_is_a_word_counts_among_its_neighbours() -> None:
    text = "충남 서천군, 홍성군, 청양군에 공장을 짓는다. 예산에는 퓨처팜이 투자한다."
    assert "예산" in names(text, REGION)


def test_villages_are_listed_behind_their_town() -> None:
    found = names("밀양시 상동면 가온리와 누리리, 다솜리 일원에 들어선다.", REGION)
    assert {"가온리", "누리리", "다솜리"} <= found


def test_a_village_behind_a_county_and_its_seat_is_one() -> None:
    assert "가온리" in names("예천군·읍 가온리에 들어선다.", REGION)


def test_a_county_whose_name_is_a_word_stands_before_what_is_built_there() -> None:
    assert "양양" in names("강원도는 양양 가온항을 고친다. 사업은 이어진다.", REGION)
    assert "양양" not in names("강원도의 앞날이 양양 하다고 도는 내다봤다.", REGION)


def test_a_region_with_a_last_letter_of_an_office_is_none_unless_its_kind_stands_between() -> None:
    text = "부산시는 수영장과 경기장을 고쳤고 상당수는 웃었다."
    assert names(text, REGION) == {"부산시"}
    assert {"함안군", "김해시"} <= names("함안군수와 김해시장이 함께 왔다.", REGION)


def test_where_goods_come_from_and_what_lies_round_a_district_are_no_regions() -> None:
    assert names("값싼 중국산 갈대가 늘었다. 서울시는 강남권을 잇는다.", REGION) == {"서울시"}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("충북 청주 오창에서 수소센터가 첫 삽을 떴다.", "오창"),
        ("울산 온산에 수소센터가 들어선다.", "온산"),
        ("경기 용인 남사에 수소센터가 들어선다.", "남사"),
        ("시는 대전(유성)을 특구로 지정했다.", "유성"),
    ],
)
def test_a_town_behind_its_city_needs_no_suffix(text: str, town: str) -> None:
    assert town in names(text, REGION)


def test_a_word_that_is_a_town_elsewhere_is_none_here() -> None:
    assert not names("인천 송도와 청라에 공장이 선다. 무안 해제에 따라 늦어졌다.", REGION) & {
        "청라",
        "해제",
    }


@pytest.mark.parametrize("mark", ["~", "∼", "·"])
def test_the_ends_of_a_route_are_places_though_they_are_words_too(mark: str) -> None:
    stops = ("합천", "진주", "고성", "통영")
    assert set(stops) <= names(f"남해안 철도는 {mark.join(stops)}을 잇는다.", REGION)


def test_the_towns_of_a_route_need_no_suffix() -> None:
    found = names("전남 신안군이 놓는 비금~암태 연도교는 2030년에 끝난다.", REGION)
    assert {"비금", "암태"} <= found


def test_a_town_goes_on_from_the_one_before_it() -> None:
    assert {"동읍", "북면"} <= names("창원시 의창구 동읍과 북면 일원에 들어선다.", REGION)


def test_a_town_without_its_suffix_is_known_behind_its_province() -> None:
    assert "오송" in names("군은 충북 오송과 함께 바이오 산업을 키운다.", REGION)


def test_a_county_that_is_a_word_too_opens_a_phrase_among_its_kin() -> None:
    assert "보은" in names("충북 청주시와 충북 제천시가 만났다. △보은 속리산 길 2억 원", REGION)
    assert "진주" in names("경남 김해시와 경남 거제시가 만났다. 진주의 시설도 들어간다.", REGION)


def test_the_everyday_meaning_of_a_county_wins() -> None:
    text = "충남 홍성군과 충남 서산시, 충남 당진시가 만났다. ▲예산 확보 ▲부지 확보. 예산의 절반."
    assert "예산" not in names(text, REGION)
