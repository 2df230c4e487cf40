"""Where a thing is at home: the city or county that tells it from namesakes, stated or supposed."""

from __future__ import annotations

import pytest

from graph.homes import Homes
from graph.model import (
    Claim,
    Entity,
    EntityType,
    Located,
    Part,
    Participates,
    PartOf,
)
from graph.reference import read_references
from graph.referral import Directory
from tests.conftest import ROOT
from tests.graph.examples import entity, project, proof, read, region

CHANGWON, SOUTH, BUSAN, GIJANG = "region:48120", "region:48", "region:26", "region:26710"


@pytest.fixture(scope="module")
def homes() -> Homes:
    return Homes(Directory(read_references(ROOT / "seeds" / "gazetteer")))


@pytest.mark.parametrize(
    ("place", "home"),
    [
        (CHANGWON, CHANGWON),
        ("region:48129", CHANGWON),
        ("region:48820", "region:48820"),
        (BUSAN, BUSAN),
        ("region:26320", BUSAN),
        (GIJANG, BUSAN),
        ("region:27720", "region:27"),
        ("region:12300", "region:29"),
        (SOUTH, SOUTH),
        ("region:36", "region:36"),
        ("region:KR", None),
        ("country:US", None),
        ("site:창원국가산업단지", CHANGWON),
        ("region:0", None),
    ],
)
def test_a_place_counts_for_its_city_or_county_or_metropolitan_city(
    homes: Homes, place: str, home: str | None
) -> None:
    assert homes.of_place(place) == home


def test_the_province_of_a_home_is_what_it_lies_in(homes: Homes) -> None:
    assert homes.province_of(CHANGWON) == SOUTH
    assert homes.province_of(SOUTH) is None
    assert homes.province_of(BUSAN) is None


@pytest.mark.parametrize(
    ("some", "others", "meet"),
    [
        ([CHANGWON], [CHANGWON], True),
        ([CHANGWON], [SOUTH], True),
        ([SOUTH], [CHANGWON], True),
        ([CHANGWON], ["region:48820"], False),
        ([CHANGWON], [BUSAN], False),
        ([CHANGWON, BUSAN], ["region:48820", BUSAN], True),
        ([], [BUSAN], True),
        ([BUSAN], [], True),
    ],
)
def test_homes_meet_where_one_holds_the_other_or_nothing_is_known(
    homes: Homes,
    some: list[str],
    others: list[str],
    meet: bool,  # noqa: FBT001
) -> None:
    assert homes.meet(some, others) is meet
    assert homes.meet(others, some) is meet


def test_the_names_of_homes_are_all_that_they_go_by(homes: Homes) -> None:
    assert {"창원", "창원시", "창원특례시"} <= homes.names_of([CHANGWON])
    assert homes.names_of([]) == frozenset()


PLACES = [
    region("changwon", "창원시"),
    region("jinhae", "진해구"),
    region("south", "경상남도"),
    region("busan", "부산광역시"),
    entity("site", EntityType.SITE, "가나산단"),
]


def _homes(
    homes: Homes, entities: list[Entity], *claims: Claim
) -> dict[str, tuple[set[str], bool]]:
    said = read("a", entities, claims)
    found = homes.of_article(said, homes._directory.refer(said))
    return {key: ({*home.regions}, home.stated) for key, home in found.items()}


def _located(key: str, place: str) -> Located:
    return Located(key, place, proof())


def test_a_place_that_is_stated_is_home_and_the_province_beside_its_city_is_not(
    homes: Homes,
) -> None:
    found = _homes(
        homes,
        [project("p", "실증단지"), *PLACES],
        _located("p", "jinhae"),
        _located("p", "south"),
    )
    assert found["p"] == ({CHANGWON}, True)
    assert found["jinhae"] == ({CHANGWON}, True)
    assert found["south"] == ({SOUTH}, True)


def test_what_lies_in_an_unlisted_site_is_at_home_where_that_lies(homes: Homes) -> None:
    found = _homes(
        homes,
        [project("p", "실증단지"), *PLACES],
        _located("p", "site"),
        _located("site", "busan"),
    )
    assert found["p"] == ({BUSAN}, True)


def test_sites_that_lie_in_each_other_end(homes: Homes) -> None:
    other = entity("other", EntityType.SITE, "다라산단")
    found = _homes(
        homes, [*PLACES[4:], other], _located("site", "other"), _located("other", "site")
    )
    assert found["site"] == (set(), False)


def test_several_places_are_several_homes(homes: Homes) -> None:
    found = _homes(
        homes, [project("p", "철도"), *PLACES], _located("p", "changwon"), _located("p", "busan")
    )
    assert found["p"] == ({CHANGWON, BUSAN}, True)


def test_without_a_place_the_whole_s_is_supposed_then_the_lead_s_then_the_article_s(
    homes: Homes,
) -> None:
    parts = [project("p", "1단계"), project("w", "실증단지"), *PLACES]
    led = Participates("changwon", "p", Part.LEAD, proof())
    more = [_located("other", "south"), _located("third", "south")]
    others = [project("other", "다른단지"), project("third", "셋째단지")]
    whole = (PartOf("p", "w", proof()), _located("w", "busan"))
    assert _homes(homes, parts, *whole, led)["p"] == ({BUSAN}, False)
    assert _homes(homes, parts, led)["p"] == ({CHANGWON}, False)
    found = _homes(homes, [project("p", "단지"), *PLACES[:1], *others, PLACES[2]], *more)
    assert found["p"] == ({CHANGWON}, False)


def test_an_article_of_two_cities_alike_has_no_home_and_one_of_a_province_has_that(
    homes: Homes,
) -> None:
    both = [project("p", "실증단지"), region("c", "창원시"), region("b", "부산광역시")]
    assert _homes(homes, both)["p"] == (set(), False)
    assert _homes(homes, [project("p", "실증단지"), region("s", "경상남도")])["p"] == (
        {SOUTH},
        False,
    )
    assert _homes(homes, [project("p", "실증단지"), region("u", "미국")])["p"] == (set(), False)
