"""The view answers by any name, knows what lies in what, and never counts a sum twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.consensus import Standing
from graph.model import (
    Agreement,
    BudgetKind,
    Claim,
    Entity,
    EntityType,
    Extraction,
    Located,
    Milestone,
    Part,
    Participates,
    PartOf,
    Status,
)
from graph.view import Project, View
from tests.graph.examples import (
    CHANGWON,
    GUNWI,
    JINHAE,
    REFERENCES,
    SOUTH,
    budget,
    decomposed,
    entity,
    project,
    proof,
    read,
    region,
    three_that_agree,
)


def _one(entities: Sequence[Entity], claims: Sequence[Claim]) -> Project:
    view = View.of([read("a", [project("p", "실증단지"), *entities], claims)], REFERENCES)
    return next(found for found in view.projects if found.entity.name == "실증단지")


SITE = entity("s", EntityType.SITE, "여좌지구")
CITY = region("c", "창원시", CHANGWON)
DISTRICT = region("d", "진해구", JINHAE)


@settings(max_examples=15)
@given(st.permutations(three_that_agree()))
def test_a_view_is_the_same_whatever_order_the_articles_come_in(shuffled: list[Extraction]) -> None:
    assert View.of(shuffled, REFERENCES) == View.of(three_that_agree(), REFERENCES)


def test_statements_come_by_day_article_and_place_in_it() -> None:
    ids = [statement.id for statement in View.of(three_that_agree()[::-1], REFERENCES).statements]
    articles = ["older", "same-1", "same-2", "same-3"]
    assert ids == [f"{article}-{index}" for article in articles for index in range(8)]


def test_a_view_keeps_no_text() -> None:
    view = View.of(three_that_agree(), REFERENCES)
    assert all(article.text is None for article in view.articles.values())
    assert all(statement.article.text is None for statement in view.statements)


@pytest.mark.parametrize(
    "name", ["창원시", "창원특례시", "창원 특례시", "창원", decomposed("창원시"), "‘창원시’"]
)
def test_a_thing_is_found_by_all_its_names_spelling_aside(name: str) -> None:
    view = View.of(three_that_agree(), REFERENCES)
    assert [found.path for found in view.named(name)] == ["region/48120"]
    assert view.named(name, [EntityType.PROJECT]) == []


@pytest.mark.parametrize("name", ["", " ", "★", "없는 곳"])
def test_a_name_of_nothing_finds_nothing(name: str) -> None:
    said = read("a", [project("p", "사업", ""), entity("x", EntityType.SITE, "★")])
    assert View.of([said], REFERENCES).named(name) == []


def test_a_project_lies_in_its_site_s_district_its_city_and_its_province() -> None:
    found = _one([SITE, DISTRICT], [Located("p", "s", proof()), Located("s", "d", proof())])
    assert found.places == {
        "site/여좌지구",
        "region/48129",
        "region/48120",
        "region/48",
        "region/KR",
    }
    assert all(found.lies_in(place) for place in found.places)
    assert not found.lies_in("region/51")


def test_a_stated_place_goes_before_who_runs_it() -> None:
    claims: list[Claim] = [
        Located("p", "d", proof()),
        Participates("o", "p", Part.LEAD, proof()),
    ]
    found = _one([DISTRICT, region("o", "군위군", GUNWI)], claims)
    assert found.lies_in("region/48120")
    assert not found.lies_in("region/27720")
    assert "region/27720" in found.run_from


@pytest.mark.parametrize(
    ("part", "runs"),
    [(Part.LEAD, True), (Part.SELECTED, True), (Part.PARTNER, False), (Part.FUNDER, False)],
)
def test_without_a_place_it_lies_where_the_region_that_runs_it_does(
    part: Part,
    runs: bool,  # noqa: FBT001
) -> None:
    found = _one([CITY], [Participates("c", "p", part, proof())])
    assert found.places == frozenset()
    assert found.lies_in("region/48120") is runs
    assert found.lies_in("region/48") is runs


def test_a_body_that_is_no_region_gives_no_place() -> None:
    company = entity("k", EntityType.COMPANY, "삼현")
    found = _one([company], [Participates("k", "p", Part.LEAD, proof())])
    assert found.run_from == frozenset()


def test_a_county_lies_in_its_province_of_today_and_of_before() -> None:
    found = _one([region("g", "군위군", GUNWI)], [Located("p", "g", proof())])
    assert found.lies_in("region/27")
    assert found.lies_in("region/47")


def test_places_that_are_said_to_lie_in_each_other_end() -> None:
    other = entity("t", EntityType.SITE, "다른 지구")
    claims = [
        Located("p", "s", proof()),
        Located("s", "t", proof()),
        Located("t", "s", proof()),
    ]
    assert _one([SITE, other], claims).places == {"site/여좌지구", "site/다른지구"}


def test_money_for_something_unnamed_is_no_project_s() -> None:
    found = _one([], [budget(None, 10**12)])
    assert found.won is None
    assert found.budget is None
    assert found.other_budgets == ()


def test_one_sum_is_accepted_and_the_others_are_shown_in_order() -> None:
    claims = [
        budget("p", 7, BudgetKind.SHARE),
        budget("p", 5),
        budget("p", 6, BudgetKind.ANNUAL),
        budget("p", 9, BudgetKind.OTHER),
    ]
    found = _one([], claims)
    assert found.won == 5
    assert [s.index for s in found.other_budgets] == [2, 0]


def test_a_project_has_what_is_said_of_it_and_no_more() -> None:
    view = View.of(three_that_agree(), REFERENCES)
    (found,) = view.projects
    assert found.won == 382_000_000_000
    assert len(found.other_budgets) == 3
    assert found.status is not None
    assert len(found.participants) == 4
    assert found.industries == ("industry/첨단소재",)
    assert found.updated == "2023-01-03"
    assert {statement.claim.TYPE for statement in view.about("person/허성무-창원시")} == {"role"}


def test_an_agreement_s_subject_leads_to_its_project() -> None:
    view = View.of(three_that_agree(), REFERENCES)
    agreements = [s for s in view.about("project/첨단소재실증단지") if s.claim.TYPE == "agreement"]
    assert len(agreements) == 4
    said = read("a", [CITY, DISTRICT], [Agreement(("c", "d"), proof(), "우주항공 협력")])
    (statement,) = View.of([said], REFERENCES).statements
    assert "subject" not in statement.paths


def test_two_names_of_one_thing_make_it_no_part_and_no_place_of_itself() -> None:
    said = read(
        "a",
        [
            project("p", "실증단지"),
            project("q", "실증 단지"),
            region("c", "창원시", CHANGWON),
            region("d", "창원특례시", CHANGWON),
        ],
        [PartOf("p", "q", proof()), Located("c", "d", proof())],
    )
    view = View.of([said], REFERENCES)
    assert view.projects[0].wholes == ()
    assert view.places_of("region/48120") == {"region/48", "region/KR"}


def test_a_part_knows_its_whole_and_a_whole_is_no_part() -> None:
    said = read(
        "a",
        [project("p", "실증단지"), project("w", "국가산단")],
        [PartOf("p", "w", proof()), Status("w", Milestone.STARTED, proof())],
    )
    part, whole = sorted(View.of([said], REFERENCES).projects, key=lambda p: p.entity.name)[::-1]
    assert part.wholes == ("project/국가산단",)
    assert whole.wholes == ()
    assert whole.status is not None
    assert whole.status.id == "a-1"


def test_regions_that_nobody_names_are_there_as_ancestors() -> None:
    view = View.of([read("a", [CITY])], REFERENCES)
    assert view.entities["region/48"].name == SOUTH.name
    assert view.places_of("region/48120") == {"region/48", "region/KR"}
    assert view.places_of("region/unknown") == frozenset()


def test_every_other_sum_says_what_it_is_and_the_parts_sums_come_last() -> None:
    told = [
        read("old", [project("p", "실증단지")], [budget("p", 90)], "2020"),
        read(
            "new",
            [project("p", "실증단지"), project("q", "시험 생산동")],
            [
                budget("p", 100),
                budget("p", 60, BudgetKind.SHARE),
                budget("p", 7, BudgetKind.SUPPORT),
                budget("q", 40),
                PartOf("q", "p", proof()),
            ],
            "2023",
        ),
    ]
    view = View.of(told, REFERENCES)
    (part,) = view.parts_of("project/실증단지")
    (found,) = [one for one in view.projects if one.entity.path != part]
    assert found.told is not None
    assert (found.won, found.told.support) == (100, 1)
    assert [
        (other.standing, other.told.first.path("project") == part) for other in found.others
    ] == [
        (Standing.SUPERSEDED, False),
        (Standing.OTHER, False),
        (Standing.PART, False),
        (Standing.PART, True),
    ]
    assert len(found.other_budgets) == 3


def test_copies_add_sources_and_no_support() -> None:
    text = " ".join(f"{number}번째 문장에서 창원시는 실증단지 일을 밝혔다." for number in range(20))
    claims: list[Claim] = [budget("p", 5), Participates("c", "p", Part.LEAD, proof())]
    entities = [project("p", "실증단지"), CITY]
    articles = [
        replace(said, article=replace(said.article, text=words))
        for said, words in (
            (read("a", entities, claims, "2023-01-01"), text),
            (read("b", entities, claims, "2023-01-02"), f"다른 제목\n{text}"),
            (read("c", entities, claims, "2023-01-03"), "다른 글이다. " * 20),
        )
    ]
    view = View.of(articles, REFERENCES)
    assert view.voices == {"a": "a", "b": "a", "c": "c"}
    for statement in view.statements:
        said = view.sayings(statement)
        assert len(said.statements) == 3
        assert said.support == 2
        assert view.sayings_about("project/실증단지")[statement.id] == said
    assert view.budgets("project/실증단지")[0].support == 2


def test_what_is_said_of_nothing_that_has_a_name_stands_alone() -> None:
    view = View.of([read("a", [], [budget(None, 5)])], REFERENCES)
    (statement,) = view.statements
    assert view.sayings(statement).statements == (statement,)
