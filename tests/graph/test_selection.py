"""Criteria hold together, and what is around the projects comes with them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from graph.model import (
    Agreement,
    BudgetKind,
    EntityType,
    Extraction,
    Milestone,
    Part,
    Participates,
    Role,
)
from graph.selection import Selection, around, run_of, select
from graph.values import PartialDate
from graph.view import View
from tests.graph.examples import (
    CHANGWON,
    REFERENCES,
    entity,
    extractions,
    project,
    proof,
    read,
    region,
)
from tests.graph.exports.networks import LARGE, a_year_of_news

VIEW = View.of(a_year_of_news(), REFERENCES)


def _names(selection: Selection, view: View = VIEW) -> list[str]:
    return [project.entity.name for project in select(view, selection)]


PLANT, WHOLE, PARTS = "첨단소재 실증단지", "소재 산업 육성", "방산 부품 국산화"


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (Selection(), [PARTS, WHOLE, PLANT]),
        (Selection(regions=("region/48120",)), [PARTS, WHOLE, PLANT]),
        (Selection(regions=("region/48129",)), [PLANT]),
        (Selection(regions=("region/27",)), []),
        (Selection(organizations=("company/삼현",)), [PARTS]),
        (Selection(organizations=("company/삼현", "institute/한국재료연구원")), [PARTS]),
        (Selection(organizations=("company/삼현", "region/48120")), []),
        (Selection(industry="industry/첨단소재"), [WHOLE, PLANT]),
        (Selection(status=Milestone.COMPLETED), [PLANT]),
        (Selection(least=500_000_000_000), [WHOLE, PLANT]),
        (Selection(most=10_000_000_000), [PARTS]),
        (Selection(least=LARGE, most=LARGE), [PLANT]),
        (Selection(kind=BudgetKind.SHARE), [PLANT]),
        (Selection(kind=BudgetKind.SHARE, least=90_000_000_001), []),
        (Selection(since=PartialDate(2025), regions=("region/48129",)), []),
        (Selection(since=PartialDate(2024, 6), until=PartialDate(2025)), [PLANT]),
        (Selection(until=PartialDate(2022, 5)), [PLANT]),
        (Selection(words="소재 실증"), [PLANT]),
        (Selection(words="소재", least=600_000_000_000), [PLANT]),
    ],
)
def test_all_criteria_hold_together(selection: Selection, found: list[str]) -> None:
    assert _names(selection) == found


def test_a_person_is_found_by_signature_and_by_office_in_the_same_article() -> None:
    people = [entity("h", EntityType.PERSON, "허성무"), entity("g", EntityType.PERSON, "김경수")]
    things = [project("p", "사업"), project("q", "협약 사업"), region("c", "창원시", CHANGWON)]
    said = [
        read(
            "a",
            [*things, *people],
            [
                Participates("c", "p", Part.LEAD, proof()),
                Role("h", "시장", "c", proof()),
                Agreement(("g", "c"), proof(), "q"),
            ],
        ),
        read(
            "b", [*things, project("r", "뒤의 사업")], [Participates("c", "r", Part.LEAD, proof())]
        ),
    ]
    view = View.of(said, REFERENCES)
    mayor, governor = (
        next(path for path in view.entities if path.startswith(f"person/{name}"))
        for name in ("허성무", "김경수")
    )
    assert _names(Selection(person=mayor), view) == ["사업"]
    assert _names(Selection(person=governor), view) == ["협약 사업"]


def test_a_run_is_from_its_first_beginning_to_its_last_ending() -> None:
    start, end = run_of(VIEW.about("project/첨단소재실증단지"))
    assert (str(start), str(end)) == ("2021-03-02", "2024")


def test_around_are_partners_places_and_people_but_no_strangers() -> None:
    part = around(VIEW, Selection(regions=("region/48129",)))
    assert "project/첨단소재실증단지" in part.entities
    assert {"region/48129", "region/48120", "region/48", "region/KR"} <= part.entities.keys()
    assert "institute/한국재료연구원" in part.entities
    assert "company/삼현" not in part.entities
    (plant,) = (one for one in part.projects if one.entity.name == PLANT)
    assert plant.won == LARGE
    assert plant.places == select(VIEW, Selection(regions=("region/48129",)))[0].places


def test_no_criteria_are_the_whole_view() -> None:
    assert around(VIEW, Selection()) is VIEW


@settings(max_examples=10)
@given(extractions("a"), extractions("b"))
def test_whatever_is_read_a_part_of_it_is_sound(one: Extraction, other: Extraction) -> None:
    view = View.of([one, other], REFERENCES)
    part = around(view, Selection(least=1))
    assert part.entities.items() <= view.entities.items()
    ids = {statement.id for statement in view.statements}
    assert {statement.id for statement in part.statements} <= ids
    for statement in part.statements:
        assert {
            path for paths in statement.paths.values() for path in paths
        } <= part.entities.keys()
        assert statement.article.id in part.articles
    chosen = {project.entity.path: project for project in select(view, Selection(least=1))}
    within = {project.entity.path: project for project in part.projects}
    for path, project_ in chosen.items():
        assert within[path].won == project_.won
        assert within[path].places == project_.places
