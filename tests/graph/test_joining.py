"""Identities are joined from sure to less sure, as far as nothing forbids it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.homes import Home, Homes
from graph.joining import Link, components, join
from graph.ledger import Decision, Decisions, Judgement
from graph.model import EntityType
from graph.referral import Directory
from graph.sameness import Profile
from graph.sightings import Sighting
from tests.graph.examples import LEVELLED, project

HOMES = Homes(Directory(LEVELLED))
SAME, DIFFERENT, LATER = Judgement.SAME, Judgement.DIFFERENT, Judgement.LATER
CHANGWON, GUNWI, SOUTH = "region:48120", "region:27720", "region:48"
A, B, C, D = (f"project/{name}" for name in "abcd")


def _profile(
    path: str, *articles: str, home: str | None = None, wholes: tuple[str, ...] = ()
) -> Profile:
    """An identity that each of some articles tells of once."""
    found = Profile(path, EntityType.PROJECT, None)
    for article in articles or (f"of {path}",):
        found.add(
            Sighting(
                article,
                "2024",
                project(path, path),
                path,
                home=Home(frozenset({home}), stated=True) if home else Home(),
                wholes=wholes,
            )
        )
    return found


def _joined(
    profiles: list[Profile],
    *links: Link,
    said: tuple[Decision, ...] = (),
    phases: Mapping[str, tuple[str, ...]] | None = None,
) -> set[tuple[str, ...]]:
    known = phases or {}
    found = {
        tuple(join([*some], links, Decisions.of(said), HOMES, lambda path: known.get(path, ())))
        for some in permutations(profiles)
    }
    assert len(found) == 1
    return set(next(iter(found)))


def _sure(one: str, other: str, score: float = 0.9, **more: object) -> Link:
    return Link(min(one, other), max(one, other), score, "because", **more)  # type: ignore[arg-type]


def test_what_is_sure_is_joined_through_others_too_and_what_is_not_stands_alone() -> None:
    profiles = [_profile(path) for path in (A, B, C, D)]
    found = _joined(profiles, _sure(A, B), _sure(B, C), _sure(C, D, 0.79))
    assert found == {(A, B, C), (D,)}
    assert _joined(profiles[:1]) == {(A,)}


def test_what_one_article_tells_apart_is_two() -> None:
    profiles = [_profile(A, "x"), _profile(B, "x"), _profile(C, "y")]
    assert _joined(profiles, _sure(A, B)) == {(A,), (B,), (C,)}
    assert _joined(profiles, _sure(A, C, 0.95), _sure(B, C)) == {(A, C), (B,)}
    assert _joined(profiles, _sure(A, C), _sure(B, C, 0.95)) == {(A,), (B, C)}


@pytest.mark.parametrize(
    ("equated", "apart", "one"),
    [(1, ("x",), False), (2, ("x",), True), (2, ("x", "y"), False), (3, ("x", "y"), True)],
)
def test_it_is_one_where_more_articles_equate_it_than_tell_it_apart(
    equated: int,
    apart: tuple[str, ...],
    one: bool,  # noqa: FBT001
) -> None:
    profiles = [_profile(A, *apart), _profile(B, *apart)]
    found = _joined(profiles, _sure(A, B, equated=equated))
    assert found == ({(A, B)} if one else {(A,), (B,)})


def test_homes_that_do_not_meet_forbid_it_for_whole_groups() -> None:
    here, there = _profile(A, home=CHANGWON), _profile(B, home=GUNWI)
    around, nowhere = _profile(C, home=SOUTH), _profile(D)
    assert _joined([here, there], _sure(A, B)) == {(A,), (B,)}
    assert _joined([here, around], _sure(A, C)) == {(A, C)}
    assert _joined([here, there, nowhere], _sure(A, D, 0.95), _sure(B, D)) == {(A, D), (B,)}
    assert _joined([here, there], _sure(A, B, equated=2)) == {(A, B)}
    assert _joined([here, there], _sure(A, B, phase=True)) == {(A, B)}


def test_other_phases_of_one_whole_are_two() -> None:
    profiles = [_profile(path) for path in (A, B, C)]
    phases = {A: ("w|1단계",), B: ("w|2단계",), C: ("w|1단계", "v|3단계")}
    assert _joined(profiles, _sure(A, B), _sure(A, C), phases=phases) == {(A, C), (B,)}
    assert _joined(profiles, _sure(A, B), phases={A: ("w|1단계",), B: ("v|2단계",)}) == {
        (A, B),
        (C,),
    }


def test_a_part_is_not_its_whole() -> None:
    part, whole, other = _profile(A, wholes=(B,)), _profile(B), _profile(C)
    assert _joined([part, whole], _sure(A, B)) == {(A,), (B,)}
    assert _joined([part, whole, other], _sure(B, C, 0.95), _sure(A, C)) == {(A,), (B, C)}
    assert _joined([part, whole], _sure(A, B, equated=2)) == {(A, B)}


def _said(one: str, other: str, judgement: Judgement) -> Decision:
    return Decision(one, other, judgement)


def test_a_person_goes_before_all_rules() -> None:
    apart = [_profile(A, "x", home=CHANGWON, wholes=(B,)), _profile(B, "x", home=GUNWI)]
    phases = {A: ("w|1단계",), B: ("w|2단계",)}
    assert _joined(apart, said=(_said(A, B, SAME),), phases=phases) == {(A, B)}
    alike = [_profile(A), _profile(B)]
    assert _joined(alike, _sure(A, B, 1.0), said=(_said(A, B, DIFFERENT),)) == {(A,), (B,)}
    assert _joined(alike, _sure(A, B), said=(_said(A, B, LATER),)) == {(A, B)}


def test_what_a_person_told_apart_is_not_joined_through_others() -> None:
    profiles = [_profile(path) for path in (A, B, C)]
    links = _sure(A, C, 0.95), _sure(B, C)
    assert _joined(profiles, *links) == {(A, B, C)}
    assert _joined(profiles, *links, said=(_said(A, B, DIFFERENT),)) == {(A, C), (B,)}


def test_of_contradictory_decisions_the_newest_goes_first() -> None:
    profiles = [_profile(path) for path in (A, B, C)]
    apart = _said(A, B, DIFFERENT)
    ac, bc = _said(A, C, SAME), _said(B, C, SAME)
    assert _joined(profiles, said=(apart, ac, bc)) == {(A,), (B, C)}
    assert _joined(profiles, said=(apart, bc, ac)) == {(A, C), (B,)}


def test_a_decision_on_what_nobody_tells_of_changes_nothing() -> None:
    profiles = [_profile(A), _profile(B)]
    assert _joined(profiles, _sure(A, B), said=(_said(A, D, SAME), _said(C, D, DIFFERENT))) == {
        (A, B)
    }


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=30))
def test_components_are_all_that_hangs_together_and_each_once(
    edges: list[tuple[int, int]],
) -> None:
    near: dict[str, set[str]] = {str(number): set() for number in range(21)}
    for one, other in edges:
        near[str(one)].add(str(other))
        near[str(other)].add(str(one))
    found = list(components(near, near.__getitem__))
    assert sorted(path for component in found for path in component) == sorted(near)
    where = {path: number for number, component in enumerate(found) for path in component}
    assert all(where[str(one)] == where[str(other)] for one, other in edges)
    assert all(component == sorted(component) for component in found)
    for component in found:
        assert sorted(next(components(component[:1], near.__getitem__))) == component
