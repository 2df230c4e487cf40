"""A scheduled day that passes unconfirmed is overdue; what was known later is not known before."""

from __future__ import annotations

import pytest

from graph.consensus import Standing
from graph.history import State, history_of
from graph.model import (
    BudgetKind,
    Claim,
    Entity,
    EntityType,
    Extraction,
    Milestone,
    Part,
    Participates,
    PartOf,
    Role,
    Status,
)
from graph.offices import Office, office_holders, offices
from graph.values import PartialDate
from graph.view import View
from tests.graph.examples import (
    CHANGWON,
    REFERENCES,
    budget,
    entity,
    project,
    proof,
    read,
    region,
)

PATH = "project/실증단지"
CITY = "region/48120"


def status(step: Milestone, date: str = "", *, scheduled: bool = False) -> Status:
    day = PartialDate.parse(date) if date else None
    return Status("p", step, proof(), day, scheduled)


def says(published: str, *claims: Claim, more: tuple[Entity, ...] = ()) -> Extraction:
    known = [project("p", "실증단지"), region("c", "창원시", CHANGWON), *more]
    return read(f"on-{published or 'no-day'}", known, claims, published)


def steps(day: str, *extractions: Extraction) -> dict[str, State]:
    date = PartialDate.parse(day)
    view = View.of(extractions, REFERENCES).as_of(date)
    return {
        f"{step.status.status} {step.status.date or ''}".strip(): step.state
        for step in history_of(view, PATH, date).steps
    }


DUE = says("2020-11-27", status(Milestone.COMPLETED, "2023", scheduled=True))


@pytest.mark.parametrize(
    ("day", "state"),
    [("2020-11-27", State.AHEAD), ("2023-12-31", State.AHEAD), ("2024-01-01", State.OVERDUE)],
)
def test_a_scheduled_year_is_overdue_when_it_is_over(day: str, state: State) -> None:
    assert steps(day, DUE) == {"completed 2023": state}


def test_what_has_no_day_is_never_overdue() -> None:
    undated = says("2020-11-27", status(Milestone.COMPLETED, scheduled=True))
    assert steps("2099-01-01", undated) == {"completed": State.AHEAD}


@pytest.mark.parametrize("step", [Milestone.COMPLETED, Milestone.OPENED])
def test_the_milestone_itself_and_later_ones_confirm_it_from_the_day_they_are_told(
    step: Milestone,
) -> None:
    done = says("2025-03-19", status(step, "2025-03-18"))
    assert steps("2025-03-18", DUE, done)["completed 2023"] is State.OVERDUE
    assert steps("2025-03-19", DUE, done)["completed 2023"] is State.CONFIRMED


def test_an_earlier_milestone_does_not_confirm_it() -> None:
    begun = says("2023-11-10", status(Milestone.STARTED, "2023-11-09"))
    assert steps("2024-01-01", DUE, begun)["completed 2023"] is State.OVERDUE


def test_what_came_about_before_or_is_told_beside_it_does_not_confirm_it() -> None:
    application = status(Milestone.APPLIED, "2019-05", scheduled=True)
    first_round = says("2019-05-08", status(Milestone.SELECTED, "2019-04-17"), application)
    assert steps("2019-06-30", first_round)["applied 2019-05"] is State.OVERDUE
    again = says("2019-06-20", status(Milestone.SELECTED, "2019-04-17"))
    assert steps("2019-06-30", first_round, again)["applied 2019-05"] is State.OVERDUE
    under_way = says("2022-02-23", DUE.claims[0], status(Milestone.OPENED))
    assert steps("2024-06-30", under_way)["completed 2023"] is State.OVERDUE


def test_a_day_that_was_put_off_is_moved_and_the_new_one_counts() -> None:
    later = says("2023-11-10", status(Milestone.COMPLETED, "2024-10", scheduled=True))
    assert steps("2024-06-30", DUE, later) == {
        "completed 2023": State.MOVED,
        "completed 2024-10": State.AHEAD,
    }
    assert steps("2024-11-01", DUE, later)["completed 2024-10"] is State.OVERDUE
    assert steps("2023-06-30", DUE, later) == {"completed 2023": State.AHEAD}


def test_what_is_cancelled_is_not_confirmed() -> None:
    off = says("2022-05-01", status(Milestone.CANCELLED))
    assert steps("2024-01-01", DUE, off)["completed 2023"] is State.CANCELLED


def test_an_older_day_of_what_happens_once_is_told_as_superseded() -> None:
    first, second = (says(f"202{n}-01-01", status(Milestone.STARTED, f"202{n}")) for n in (2, 3))
    assert steps("2024-01-01", first, second) == {
        "started 2022": State.SUPERSEDED,
        "started 2023": State.REACHED,
    }


def test_sums_come_in_the_order_in_which_they_became_known() -> None:
    told = [
        says("2020-11-27", budget("p", 3820)),
        says("2023-11-10", budget("p", 4629), budget("p", 3703, BudgetKind.SHARE)),
        says("2025-03-19", budget("p", 4343)),
    ]
    view = View.of(told, REFERENCES)
    history = history_of(view, PATH, PartialDate(2025, 12, 31))
    assert [one.standing for one in history.sums] == [
        Standing.SUPERSEDED,
        Standing.SUPERSEDED,
        Standing.PART,
        None,
    ]
    assert history.accepted is not None
    assert history.accepted.first.article.id == "on-2025-03-19"
    with pytest.raises(KeyError):
        history_of(view, "project/없음", PartialDate(2025))


def test_a_view_as_of_a_day_holds_what_was_published_by_then_and_nothing_else() -> None:
    extractions = [
        says("2020-11-27", budget("p", 3820)),
        says("2023", budget("p", 4629), more=(entity("k", EntityType.COMPANY, "삼현"),)),
        says("", budget("p", 1)),
    ]
    view = View.of(extractions, REFERENCES)
    before = view.as_of(PartialDate(2023, 12, 30))
    assert list(before.articles) == list(before.paths) == ["on-2020-11-27"]
    assert {one.article.id for one in before.statements} == {"on-2020-11-27"}
    assert set(before.entities) == {PATH, CITY, "region/48", "region/KR"}
    (known,) = before.projects
    assert known.won == 3820
    assert before.named("삼현") == []
    assert set(view.as_of(PartialDate(2023)).articles) == {"on-2020-11-27", "on-2023"}
    assert view.as_of(PartialDate(2020, 11, 26)).entities == {}


def test_a_project_s_history_has_its_parts_leads_and_their_offices() -> None:
    extractions = [
        says("2020-11-27", Participates("c", "p", Part.LEAD, proof())),
        says(
            "2023-11-10",
            PartOf("q", "p", proof()),
            Role("m", "시장", "c", proof()),
            Participates("c", "p", Part.FUNDER, proof()),
            more=(project("q", "시험 생산동"), entity("m", EntityType.PERSON, "홍남표")),
        ),
    ]
    history = history_of(View.of(extractions, REFERENCES), PATH, PartialDate(2024))
    assert history.parts == ("project/시험생산동",)
    assert [lead.first.article.id for lead in history.leads] == ["on-2020-11-27"]
    assert [office.person for office in history.offices] == ["person/홍남표-창원시"]
    part = history_of(View.of(extractions, REFERENCES), history.parts[0], PartialDate(2024))
    assert part.wholes == (PATH,)


def _mayors(*told: tuple[str, str] | tuple[str, str, bool]) -> dict[str, bool]:
    """Who is said, when, to be mayor (or no more), and who of them holds the office."""
    return {
        office.person.split("/")[1].split("-")[0]: office.holds
        for office in office_holders(View.of(_said(*told), REFERENCES), CITY)
    }


def _said(*told: tuple[str, str] | tuple[str, str, bool]) -> list[Extraction]:
    return [
        read(
            f"a{number}",
            [region("c", "창원시", CHANGWON), entity("m", EntityType.PERSON, name)],
            [Role("m", "시장", "c", proof(), former=bool(former))],
            day,
        )
        for number, (name, day, *former) in enumerate(told)
    ]


def test_the_one_named_last_holds_an_office() -> None:
    told = (("허성무", "2020-07"), ("허성무", "2020-11"), ("홍남표", "2023-11"))
    assert _mayors(*told) == {"홍남표": True, "허성무": False}
    assert _mayors(*told[:2]) == {"허성무": True}


def test_a_former_holder_holds_it_no_more_even_without_a_successor() -> None:
    assert _mayors(("박기선", "2022-03"), ("박기선", "2025-08", True)) == {"박기선": False}
    assert _mayors(("이정환", "2020-11", True)) == {"이정환": False}
    assert _mayors(("이정환", "2020-11", True), ("이정환", "2021-11")) == {"이정환": True}


def test_those_named_at_the_same_time_hold_it_side_by_side() -> None:
    told = (("가", "2020"), ("나", "2020"), ("가", "2021"))
    assert _mayors(*told) == {"가": True, "나": True}
    assert _mayors(*told, ("나", "2022", True)) == {"가": True, "나": False}


def test_an_office_tells_since_when_and_until_when_its_holder_is_known() -> None:
    view = View.of(_said(("가", "2020-01"), ("가", "2022-05"), ("가", "2023", True)), REFERENCES)
    (office,) = offices(view, CITY)
    assert isinstance(office, Office)
    assert [str(day) for day in office.known] == ["2020-01", "2022-05"]
    assert offices(view, office.person) == (office,)
    assert office.told.support == 3
