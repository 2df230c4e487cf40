import pytest

from extractors.folding import fold
from extractors.reading import Reading
from graph.model import Entity, EntityType
from tests.extractors.shared_names import read
from tests.extractors.shared_pages import NEEDS_SHARED, shared_pages

PROJECT = EntityType.PROJECT


def of(reading: Reading, kind: EntityType) -> list[Entity]:
    return [entity for entity in reading.entities if entity.type is kind]


def unnamed(reading: Reading) -> dict[str, str]:
    text = reading.document.text
    return {
        text[o.start : o.end]: reading.by_key[o.key].name
        for o in reading.occurrences
        if not o.named
    }


def test_keys_follow_the_order_of_the_text() -> None:
    reading = read("박도윤 밀양시장은 부산대와 협약했다. 부산대는 반겼다.")
    firsts = [entity.spans[0].start for entity in reading.entities]
    assert firsts == sorted(firsts)
    assert [e.key for e in reading.entities] == [f"e{n + 1}" for n in range(len(firsts))]


def test_spaces_and_points_do_not_make_two_projects() -> None:
    text = "‘나노 특화단지’가 지정됐다. 나노특화단지에는 300억원이 든다."
    assert len(of(read(text), PROJECT)) == 1
    assert fold("가·나 국가산업단지") == fold("가나국가산단")


def test_a_short_form_joins_the_only_longer_name() -> None:
    text = "시는 ‘밀양 나노융합 기업지원센터’를 짓는다. 기업지원센터는 2027년 문을 연다."
    (project,) = of(read(text), PROJECT)
    assert project.name == "밀양 나노융합 기업지원센터"


def test_a_short_form_of_three_letters_joins_the_only_longer_name() -> None:
    text = "시는 ‘밀양 바이오랩허브’를 짓는다. ‘랩허브’에는 300억원을 들여 2027년 문을 연다."
    (project,) = of(read(text), PROJECT)
    assert (project.name, project.aliases) == ("밀양 바이오랩허브", ("랩허브",))


def test_a_word_for_a_kind_of_thing_means_it_and_renames_nothing() -> None:
    text = "시는 ‘밀양 국가연구플랫폼’을 구축한다. ‘플랫폼’에는 300억원을 들인다."
    (project,) = of(read(text), PROJECT)
    assert (project.name, project.aliases) == ("밀양 국가연구플랫폼", ())
    assert len(project.spans) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "시는 ‘밀양 수소 시험연구단지’(가람 실증센터)를 짓는다. 가람 실증센터는 커진다.",
            {"밀양 수소 시험연구단지", "가람 실증센터"},
        ),
        (
            "도는 2단계 사업인 ‘밀양 수소 실증센터 구축사업’을 2027년 착공한다.",
            {"밀양 수소 실증센터 구축사업"},
        ),
        (
            "시는 ‘밀양 소재 기술개발’에 뛰어든다. ‘밀양 소재 기술개발사업’에는 30억원이 든다.",
            {"밀양 소재 기술개발", "밀양 소재 기술개발사업"},
        ),
    ],
)
def test_what_the_text_calls_by_two_names_is_one_project(text: str, names: set[str]) -> None:
    (project,) = of(read(text), PROJECT)
    assert names <= {project.name, *project.aliases}


def test_a_phase_in_brackets_is_no_second_name() -> None:
    text = "시는 ‘밀양 수소 실증단지’(1단계)에 30억원을 들인다. 1단계는 2027년 착공한다."
    assert all("1단계" not in project.aliases for project in of(read(text), PROJECT))


def test_a_headline_shortens_the_name_that_the_text_tells() -> None:
    text = (
        "밀양 수소특화 실증단지 내년 첫 삽\n\n"
        "밀양시는 ‘수소 모빌리티 특화 부품 실증단지’를 내년 3월 착공한다고 밝혔다. "
        "‘나노 융합센터’ 구축사업에는 30억원을 들인다."
    )
    found = {project.name: project.aliases for project in of(read(text), PROJECT)}
    assert found["수소 모빌리티 특화 부품 실증단지"] == ("밀양 수소특화 실증단지",)


def test_a_short_form_of_two_names_joins_neither() -> None:
    text = (
        "도는 ‘밀양 수소 생산기지’와 ‘진주 수소 생산기지’를 조성한다. "
        "‘밀양 수소 생산기지’에는 10억원을 쓴다."
    )
    assert len(of(read(text), PROJECT)) == 2


def test_an_acting_city_is_its_region_alone() -> None:
    reading = read("밀양시는 사업을 시작했다. 시는 300억원을 쓴다.")
    assert [e.type for e in reading.entities] == [EntityType.REGION]
    assert unnamed(reading) == {"시": "밀양시"}


def test_this_project_stands_for_the_last_one() -> None:
    reading = read("시는 ‘나노융합 소재 실증사업’을 따냈다. 이 사업에는 300억원이 든다.")
    assert unnamed(reading)["이 사업"] == "나노융합 소재 실증사업"


def test_no_alias_is_shared_by_two_entities_of_a_type() -> None:
    reading = read(
        "박도윤 밀양시장과 박하준 진주시장이 만났다. 박 시장은 웃었다. "
        "‘나노 실증센터’와 ‘수소 실증센터’를 건립한다."
    )
    for kind in EntityType:
        found = [name for entity in of(reading, kind) for name in entity.names]
        assert len(found) == len(set(found))


def test_a_body_that_is_being_founded_is_the_project() -> None:
    reading = read("시는 ‘해양플랜트 융합기술원’ 설립을 추진한다. 융합기술원은 2028년 문을 연다.")
    (project,) = of(reading, PROJECT)
    assert project.names == ("해양플랜트 융합기술원", "융합기술원")
    assert of(reading, EntityType.INSTITUTE) == []


@NEEDS_SHARED
def test_every_sample_page_is_read_and_quotes_itself() -> None:
    for page in shared_pages():
        reading = read(page.read_text(encoding="utf-8"))
        text = reading.document.text
        for entity in reading.entities:
            assert entity.spans
            for span in entity.spans:
                span.check(text)
        for kind in EntityType:
            found = [name for entity in of(reading, kind) for name in entity.names]
            assert len(found) == len(set(found)), (page.name, kind)


def test_the_last_of_cities_and_counties_stands_for_none() -> None:
    reading = read("밀양시는 창녕군과 손잡았다. 5개 시·군이 선정됐다.")
    assert unnamed(reading) == {}


def test_a_place_with_no_name_but_a_word_for_its_kind_is_none() -> None:
    text = "김해시에는 나래산업단지가 있다. 시는 농공단지에 노외주차장을 낸다. 농공단지에서 만난다."
    assert not {"농공단지", "노외주차장"} & {e.name for e in read(text).entities}


def test_a_word_for_a_body_means_the_one_that_ends_in_it_and_is_no_project() -> None:
    reading = read("시는 충남테크노파크와 협약했다. 테크노파크는 9월 센터를 짓는다.")
    (body,) = of(reading, EntityType.INSTITUTE)
    assert not of(reading, PROJECT)
    assert sum(found.key == body.key for found in reading.occurrences) == 2


def test_what_is_left_of_a_listed_body_is_the_body_again() -> None:
    text = "시는 제2재료연구원을 짓는다. 한국재료연구원이 커진다. 시는 재료연구원과 함께 나선다."
    (body,) = of(read(text), EntityType.INSTITUTE)
    assert (body.name, body.aliases) == ("한국재료연구원", ("재료연구원",))


def test_a_phase_and_what_it_is_said_to_be_are_one_project() -> None:
    text = "시는 1단계 사업을 마쳤다. 2단계 사업인 밀양 수소 실증센터 구축사업은 내년 착공한다."
    assert {"밀양 수소 실증센터 구축사업"} <= {p.name for p in of(read(text), PROJECT)}
    assert "2단계" not in {p.name for p in of(read(text), PROJECT)}
    both = text.replace("구축사업은", "구축사업과 수소 전시관은")
    assert "2단계" in {p.name for p in of(read(both), PROJECT)}


def test_the_city_left_unnamed_is_the_one_at_home() -> None:
    reading = read("밀양시와 포즈난시가 협약했다. 시는 새 센터를 짓는다.")
    unnamed = {o.key for o in reading.occurrences if not o.named}
    assert {e.name for e in reading.entities if e.key in unnamed} == {"밀양시"}


def test_a_second_name_in_brackets_is_of_the_whole_and_not_of_the_field_at_its_head() -> None:
    text = (
        "시는 ‘수소 산업 안전성 지원 센터’(이하 지원 센터)를 짓는다. 지원 센터에는 300억원이 든다."
    )
    reading = read(text)
    assert not any("지원 센터" in e.names for e in of(reading, EntityType.INDUSTRY))
    (project,) = of(reading, PROJECT)
    assert "지원 센터" in project.names
