"""A name that several places have is the one that its article speaks of, or none of them."""

from __future__ import annotations

import pytest

from graph.model import Claim, Entity, EntityType, Located
from graph.reference import References, read_references
from graph.referral import Directory
from tests.conftest import ROOT
from tests.graph.examples import GUNWI, REFERENCES, entity, proof, read, region

GWANGJU, GWANGJU_OF_GYEONGGI = "region:29", "region:41610"
GOSEONG_SOUTH, GOSEONG_EAST = "region:48820", "region:51820"


@pytest.fixture(scope="module")
def references() -> References:
    return read_references(ROOT / "seeds" / "gazetteer")


@pytest.fixture(scope="module")
def directory(references: References) -> Directory:
    return Directory(references)


def _refs(directory: Directory, entities: list[Entity], *claims: Claim) -> dict[str, str]:
    found = directory.refer(read("a", entities, claims))
    return {key: row.ref for key, row in found.items()}


def _refer(directory: Directory, *names: str) -> list[str | None]:
    """The rows of the regions of those names, in their order."""
    found = _refs(directory, [region(name, name) for name in dict.fromkeys(names)])
    return [found.get(name) for name in names]


def test_all_names_of_one_place_are_its_row(directory: Directory) -> None:
    for name in ("창원시", "창원특례시", "창원", "창 원 시"):
        assert _refer(directory, name) == ["region:48120"]


@pytest.mark.parametrize(
    ("others", "ref"),
    [
        ((), GWANGJU),
        (("경기도",), GWANGJU_OF_GYEONGGI),
        (("성남시", "하남시"), GWANGJU),
        (("남구", "광산구"), GWANGJU),
        (("초월읍",), GWANGJU_OF_GYEONGGI),
        (("대구광역시",), GWANGJU),
    ],
)
def test_gwangju_is_the_metropolis_unless_the_article_is_about_gyeonggi(
    directory: Directory, others: tuple[str, ...], ref: str
) -> None:
    assert _refer(directory, "광주", *others)[0] == ref


@pytest.mark.parametrize(
    ("others", "ref"),
    [
        (("경상남도",), GOSEONG_SOUTH),
        (("강원특별자치도",), GOSEONG_EAST),
        (("강원",), GOSEONG_EAST),
        (("통영시",), GOSEONG_SOUTH),
        (("통영시", "속초시", "사천시"), GOSEONG_SOUTH),
        (("통영시", "속초시"), None),
        ((), None),
        (("경상남도", "강원특별자치도"), None),
    ],
)
def test_goseong_is_the_one_of_the_article_s_province_or_has_no_code(
    directory: Directory, others: tuple[str, ...], ref: str | None
) -> None:
    assert _refer(directory, "고성군", *others)[0] == ref


def test_a_province_that_a_thing_is_stated_to_lie_in_goes_before_what_else_is_named(
    directory: Directory,
) -> None:
    entities = [region(key, key) for key in ("고성군", "경상남도", "강원특별자치도")]
    stated = Located("고성군", "강원특별자치도", proof())
    assert _refs(directory, entities, stated)["고성군"] == GOSEONG_EAST


def test_a_district_is_the_one_of_the_city_or_neighbours_that_the_article_names(
    directory: Directory,
) -> None:
    assert _refer(directory, "북구", "부산광역시")[0] == "region:26320"
    assert _refer(directory, "북구", "울산")[0] == "region:31200"
    assert _refer(directory, "북구", "해운대구")[0] == "region:26320"
    assert _refer(directory, "북구", "포항시")[0] == "region:47113"
    assert _refer(directory, "북구") == [None]


def test_a_district_that_changed_its_province_is_found_by_either(directory: Directory) -> None:
    assert _refer(directory, "광주", "전라남도", "북구")[0] == GWANGJU
    small = Directory(REFERENCES)
    assert _refer(small, "군위군", "대구광역시") == [GUNWI.ref, "region:27"]


def test_a_code_that_the_document_gives_goes_before_its_name(directory: Directory) -> None:
    coded = entity("g", EntityType.REGION, "고성군", ref=GOSEONG_EAST)
    found = _refs(directory, [coded, region("s", "경상남도")])
    assert found["g"] == GOSEONG_EAST


def test_a_code_of_another_type_or_of_nobody_is_no_row_and_the_name_does_not_help(
    directory: Directory,
) -> None:
    entities = [
        entity("s", EntityType.SITE, "창원", ref="region:48120"),
        entity("r", EntityType.REGION, "창원시", ref="region:0"),
    ]
    assert _refs(directory, entities) == {}


@pytest.mark.parametrize("kind", [EntityType.PERSON, EntityType.PROJECT])
def test_people_and_projects_are_in_no_list(directory: Directory, kind: EntityType) -> None:
    assert _refs(directory, [entity("e", kind, "창원시")]) == {}


def test_an_institute_is_its_row_under_its_former_name_and_a_body_s_short_alias_is_no_name(
    directory: Directory,
) -> None:
    entities = [
        entity("k", EntityType.INSTITUTE, "재료연구소"),
        entity("s", EntityType.COMPANY, "LG"),
    ]
    found = _refs(directory, entities)
    assert found["k"] == "org:kims"
    assert "s" not in found or directory.references[found["s"]].name == "LG"


def test_an_industry_is_its_row_with_or_without_its_tail(directory: Directory) -> None:
    def found(name: str) -> dict[str, str]:
        return _refs(directory, [entity("i", EntityType.INDUSTRY, name)])

    assert found("반도체 산업") == found("반도체") != {}


def test_a_row_is_found_by_its_path_and_what_it_lies_in_the_nearest_first(
    directory: Directory,
) -> None:
    row = directory.at("region/48129")
    assert row is not None
    assert row.name == "진해구"
    assert [one.ref for one in directory.lineage(row.ref)] == [
        *("region:48129", "region:48120"),
        *("region:48", "region:KR"),
    ]
    assert directory.at("region/0") is None
    assert directory.lineage("region:0") == ()
