"""What surrounds a thing: each neighbour once, the nearest first, with what ties it."""

from __future__ import annotations

import pytest

from graph.model import EntityType, Extraction, Part, Participates, PartOf
from graph.neighbors import neighborhood
from graph.view import View
from tests.graph.examples import REFERENCES, entity, project, proof, read


def _view() -> View:
    def say(article: str, *claims: Participates | PartOf) -> Extraction:
        return read(
            article,
            [
                entity("a", EntityType.COMPANY, "가람"),
                entity("b", EntityType.COMPANY, "나래"),
                project("p", "첨단소재 실증단지"),
                project("q", "수소 집적단지"),
            ],
            claims,
            "2024-01-01",
        )

    return View.of(
        [
            say(
                "1",
                Participates("a", "p", Part.LEAD, proof()),
                Participates("b", "p", Part.PARTNER, proof()),
                PartOf("p", "q", proof()),
            ),
            say("2", Participates("a", "p", Part.BUILDER, proof())),
        ],
        REFERENCES,
    )


def test_neighbours_come_by_distance_then_by_how_much_ties_them() -> None:
    found = neighborhood(_view(), "company/나래", depth=2)
    assert [(one.path.split("/")[0], one.distance) for one in found.neighbors] == [
        ("project", 1),
        ("company", 2),
        ("project", 2),
    ]
    nearest, second, _ = found.neighbors
    assert second.through == nearest.path
    assert second.kinds == {"participates": 2}
    assert not found.unread


def test_depth_one_holds_only_what_is_tied_directly() -> None:
    found = neighborhood(_view(), "company/가람")
    assert [one.distance for one in found.neighbors] == [1]


def test_neighbours_of_too_many_claims_are_named_and_not_gone_through() -> None:
    found = neighborhood(_view(), "company/나래", depth=2, looked_at=1)
    assert found.unread == (found.neighbors[0].path,)
    assert len(found.neighbors) == 1


def test_wrong_questions_are_refused() -> None:
    with pytest.raises(KeyError):
        neighborhood(_view(), "company/없음")
    with pytest.raises(ValueError, match="steps"):
        neighborhood(_view(), "company/가람", depth=3)
