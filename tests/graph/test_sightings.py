"""Who an entity is of its own accord: found from its article alone, and what that tells of it."""

from __future__ import annotations

import pytest

from graph.model import (
    BudgetKind,
    Entity,
    EntityType,
    Located,
    Part,
    Participates,
    PartOf,
    Role,
)
from graph.sightings import Observer, Sighting
from tests.graph.examples import (
    CHANGWON,
    JINHAE,
    LEVELLED,
    MATERIALS,
    budget,
    entity,
    project,
    proof,
    read,
    region,
)

OBSERVER = Observer(LEVELLED)
COMPANY, PERSON, SITE = EntityType.COMPANY, EntityType.PERSON, EntityType.SITE
CITY = region("c", "창원시")
PROVINCE = region("g", "강원특별자치도")


def _seen(
    entities: list[Entity], *claims: object, apart: frozenset[str] = frozenset()
) -> dict[str, Sighting]:
    said = read("a", entities, claims, "2024-01-02")  # type: ignore[arg-type]
    return {one.entity.key: one for one in OBSERVER.sightings(said, apart)}


def test_every_name_of_a_listed_thing_is_its_row_s_path() -> None:
    seen = _seen([CITY, entity("k", EntityType.INSTITUTE, "KIMS", ref=MATERIALS)])
    assert (seen["c"].path, seen["c"].ref) == ("region/48120", CHANGWON.ref)
    assert (seen["k"].path, seen["k"].ref) == ("institute/한국재료연구원", MATERIALS.ref)
    assert {one.published for one in seen.values()} == {"2024-01-02"}


@pytest.mark.parametrize(
    ("roles", "path"),
    [
        ([("시장", "c")], "person/허성무-창원시"),
        ([("대표", "b")], "person/허성무-삼현"),
        ([("대표", "b"), ("시장", "c")], "person/허성무-삼현"),
        ([("대통령", None)], "person/허성무-대통령"),
        ([("대통령", "c")], "person/허성무-대통령"),
        ([("대표", None)], "person/허성무-a"),
        ([], "person/허성무-a"),
    ],
)
def test_a_person_is_the_name_and_body_or_an_office_that_one_alone_holds(
    roles: list[tuple[str, str | None]], path: str
) -> None:
    people = [entity("h", PERSON, "허성무"), CITY, entity("b", COMPANY, "삼현")]
    seen = _seen(people, *(Role("h", title, body, proof()) for title, body in roles))
    assert seen["h"].path == path
    assert set(seen["h"].offices) == {title for title, _ in roles}


def test_what_tells_a_person_s_bodies_is_their_path_or_their_longer_names() -> None:
    people = [
        entity("h", PERSON, "허성무"),
        CITY,
        entity("b", COMPANY, "삼현정밀", "삼현", "삼현정밀공업"),
    ]
    seen = _seen(people, Role("h", "시장", "c", proof()), Role("h", "대표", "b", proof()))
    assert set(seen["h"].bodies) == {"region/48120", "삼현정밀", "삼현정밀공업"}


def test_a_present_body_tells_before_a_former_one() -> None:
    people = [entity("h", PERSON, "허성무"), CITY, entity("b", COMPANY, "삼현")]
    former = Role("h", "대표", "b", proof(), former=True)
    assert (
        _seen(people, former, Role("h", "시장", "c", proof()))["h"].path == "person/허성무-창원시"
    )


def test_a_number_is_told_within_its_whole_else_within_its_article() -> None:
    parts = [project("n", "1단계"), project("w", "실증단지"), project("m", "2단계"), CITY]
    alone = _seen(parts)
    assert (alone["n"].path, alone["m"].path) == ("project/a-1단계", "project/a-2단계")
    stated = _seen(parts, PartOf("n", "w", proof()), PartOf("m", "n", proof()))
    assert stated["n"].path == "project/실증단지-창원시-1단계"
    assert stated["n"].wholes == ("project/실증단지-창원시",)
    assert stated["m"].path == "project/a-2단계"


@pytest.mark.parametrize("kind", [EntityType.PROJECT, SITE, EntityType.EVENT])
def test_one_name_in_two_cities_is_two_unless_it_holds_its_place(kind: EntityType) -> None:
    def path(place: Entity, name: str) -> str:
        return _seen([entity("e", kind, name), place], Located("e", place.key, proof()))["e"].path

    assert path(CITY, "스마트시티") == f"{kind.value}/스마트시티-창원시"
    assert path(region("j", "진해구", JINHAE), "스마트시티") == f"{kind.value}/스마트시티-창원시"
    assert path(PROVINCE, "스마트시티") == f"{kind.value}/스마트시티-강원특별자치도"
    assert path(CITY, "창원 스마트시티") == f"{kind.value}/창원스마트시티"
    assert _seen([entity("e", kind, "스마트시티")])["e"].path == f"{kind.value}/스마트시티"


def test_a_thing_of_two_homes_goes_by_its_name_alone() -> None:
    seen = _seen(
        [project("p", "철도"), CITY, PROVINCE],
        Located("p", "c", proof()),
        Located("p", "g", proof()),
    )
    assert seen["p"].path == "project/철도"
    assert seen["p"].home.regions == {"region:48120", "region:51"}


def test_a_firm_s_place_counts_where_it_is_stated() -> None:
    firm = entity("b", COMPANY, "삼현")
    assert _seen([firm, CITY])["b"].path == "company/삼현"
    assert _seen([firm, CITY], Located("b", "c", proof()))["b"].path == "company/삼현-창원시"


def test_what_a_person_took_out_is_the_article_s_own_and_its_parts_follow() -> None:
    parts = [project("n", "1단계"), project("w", "실증단지")]
    said = PartOf("n", "w", proof())
    seen = _seen(parts, said, apart=frozenset({"project/실증단지"}))
    assert seen["w"].path == "project/실증단지~a"
    assert seen["n"].wholes == ("project/실증단지~a",)
    assert _seen(parts, said, apart=frozenset({"project/다른단지"})) == _seen(parts, said)


def test_a_project_is_tied_to_its_lead_place_and_total() -> None:
    seen = _seen(
        [project("p", "실증단지"), CITY, entity("k", EntityType.INSTITUTE, "KIMS", ref=MATERIALS)],
        Located("p", "c", proof()),
        Participates("k", "p", Part.LEAD, proof()),
        Participates("c", "p", Part.FUNDER, proof()),
        budget("p", 100),
        budget("p", 7, BudgetKind.SHARE),
    )
    assert seen["p"].ties == {
        ("place", "region/48120"),
        ("lead", "institute/한국재료연구원"),
        ("won", "100"),
    }


def test_a_name_without_letters_or_of_great_length_has_a_path_of_its_own() -> None:
    long = "가나다라마바사아자차" * 20
    seen = _seen(
        [
            entity("1", SITE, "★"),
            entity("2", SITE, "♥"),
            entity("3", SITE, f"{long}동"),
            entity("4", SITE, f"{long}서"),
        ]
    )
    paths = [one.path for one in seen.values()]
    assert len(set(paths)) == 4
    assert all(len(path) < 100 for path in paths)
    assert seen["1"].path.startswith("site/a-")


def test_the_path_is_the_same_in_whatever_order_an_article_tells() -> None:
    entities = [
        project("n", "1단계"),
        project("w", "실증단지"),
        CITY,
        entity("h", PERSON, "허성무"),
    ]
    claims = [
        PartOf("n", "w", proof()),
        Role("h", "시장", "c", proof()),
        Located("w", "c", proof()),
    ]
    there, back = _seen(entities, *claims), _seen(entities[::-1], *claims[::-1])
    assert {key: one.path for key, one in there.items()} == {
        key: one.path for key, one in back.items()
    }
