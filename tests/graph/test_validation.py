"""Every graph that we write has its shapes; broken ones are found; memory is bounded by batches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph import validation
from graph.conflicts import Matter, conflicts
from graph.iris import Iris
from graph.knowledge import Snapshot, snapshot_of
from graph.model import Budget, BudgetKind, Milestone, Status
from graph.support import Told
from graph.validation import violations
from graph.values import PartialDate
from graph.view import View
from graph.vocabulary import SMK
from tests.graph.examples import (
    REFERENCES,
    budget,
    project,
    proof,
    read,
    three_that_agree,
)

EVIDENCE = NamedNode(f"{SMK}evidence")
BUDGET = NamedNode(f"{SMK}budget")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return snapshot_of(three_that_agree()[:2], REFERENCES, Iris())


@dataclass(frozen=True)
class Broken(Snapshot):
    """A snapshot whose writer loses a claim's evidence and writes a sum as text."""

    def article_quads(self, article_id: str) -> Iterator[Quad]:
        """All but the evidence of one article."""
        lost = article_id == "older"
        for quad in super().article_quads(article_id):
            if not (lost and quad.predicate == EVIDENCE):
                yield quad

    def default_quads(self) -> Iterator[Quad]:
        """All, with budgets as words."""
        for quad in super().default_quads():
            if quad.predicate == BUDGET:
                yield Quad(quad.subject, BUDGET, Literal("많다"), DefaultGraph())
            else:
                yield quad


def test_what_we_write_has_its_shapes(snapshot: Snapshot) -> None:
    steps: list[int] = []
    assert list(violations(snapshot, advance=lambda: steps.append(1))) == []
    assert len(steps) == 3


@pytest.mark.parametrize("at_once", [9, 400])
def test_a_broken_writer_is_told_with_the_article_and_the_node(
    snapshot: Snapshot, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(validation, "_SUBJECTS_AT_ONCE", at_once)
    broken = Broken(
        snapshot.view,
        snapshot.extractions,
        snapshot.iris,
        snapshot.references,
        snapshot.article_versions,
        snapshot.version,
    )
    found = list(violations(broken))
    assert all(one.is_error for one in found)
    lost = [one for one in found if one.article == "older"]
    assert {one.message for one in lost} == {"A claim needs evidence."}
    assert len(lost) == len(snapshot.extractions["older"].claims)
    assert {(one.value, one.node) for one in found if one.article is None} == {
        ("많다", snapshot.iris.entity("project/첨단소재실증단지").value)
    }
    korean = next(violations(broken, language="ko"))
    assert korean.message == "주장에는 근거가 있어야 한다."


def _conflicts(*claims: Budget | Status, second: tuple[Budget | Status, ...] = ()) -> list[str]:
    told = [
        read(f"a{number}", [project("p", "실증단지")], said, f"202{number}")
        for number, said in enumerate((claims, second))
        if said
    ]
    return [
        f"{one.matter}: {_value(one.accepted)} / {_value(one.other)}"
        for one in conflicts(View.of(told, REFERENCES))
    ]


def _value(told: Told) -> str:
    claim = told.first.claim
    return str(claim.money.amount if isinstance(claim, Budget) else getattr(claim, "date", ""))


def test_two_totals_of_one_article_conflict_and_an_older_one_does_not() -> None:
    assert _conflicts(budget("p", 3), budget("p", 4)) == [f"{Matter.SUM}: 4 / 3"]
    assert _conflicts(budget("p", 3), second=(budget("p", 4),)) == []
    assert _conflicts(budget("p", 3), budget("p", 2, BudgetKind.SHARE)) == []


def test_two_days_of_one_beginning_conflict() -> None:
    first, second = (
        Status("p", Milestone.STARTED, proof(), PartialDate(2022, month)) for month in (1, 2)
    )
    assert _conflicts(first, second) == [f"{Matter.DAY}: 2022-02 / 2022-01"]
    assert _conflicts(first, second=(second,)) == []
