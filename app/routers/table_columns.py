"""The columns by which OpenRefine can extend a table of matched things."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from app.korean_words import MILESTONES
from app.routers.bodies import proof
from graph.canonical import CanonicalEntity
from graph.kinds import EntityType
from graph.knowledge import Snapshot
from graph.view import Project

Value = dict[str, Any]
"""A cell as the API writes it: `{"str": …}`, `{"int": …}`, `{"id": …, "name": …}`."""
_ALL = frozenset(EntityType)
_PROJECTS = frozenset({EntityType.PROJECT})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its Korean name, the cells of a thing, and of which types it is."""

    name: str
    cells: Callable[[CanonicalEntity, Snapshot], Iterable[Value]]
    types: frozenset[EntityType] = _ALL


def values_of(column: str, path: str, snapshot: Snapshot) -> list[Value]:
    """A column's cells for the thing of a path; none for an unknown thing."""
    view = snapshot.view
    entity = view.entities.get(view.joined.get(path, path))
    if entity is None or entity.type not in PROPERTIES[column].types:
        return []
    return list(PROPERTIES[column].cells(entity, snapshot))


def _texts(*texts: str | None) -> list[Value]:
    return [{"str": text} for text in texts if text]


def _things(paths: Iterable[str], snapshot: Snapshot) -> list[Value]:
    return [{"id": path, "name": snapshot.view.entities[path].name} for path in paths]


def _of_project(
    cells: Callable[[Project, Snapshot], Iterable[Value]],
) -> Callable[[CanonicalEntity, Snapshot], Iterable[Value]]:
    return lambda entity, snapshot: cells(snapshot.view.project(entity.path), snapshot)


def _budget(project: Project, _: Snapshot) -> list[Value]:
    return [{"int": project.won}] if project.won is not None else []


def _quote(project: Project, _: Snapshot) -> list[Value]:
    return _texts(proof(project.budget).quote) if project.budget else []


def _status(project: Project, snapshot: Snapshot) -> list[Value]:
    step = snapshot.view.step_of(project.entity.path)
    return _texts(MILESTONES[step]) if step else []


PROPERTIES: dict[str, Column] = {
    "lies_in": Column(
        "위치", lambda entity, of: _things(sorted(of.view.places_of(entity.path)), of)
    ),
    "aliases": Column("다른 이름", lambda entity, _: _texts(*entity.aliases)),
    "name_en": Column("영어 이름", lambda entity, _: _texts(entity.name_en)),
    "iri": Column("IRI", lambda entity, of: _texts(of.iris.entity(entity.path).value)),
    "code": Column("코드", lambda entity, _: _texts((entity.ref or "").rpartition(":")[2])),
    "latitude": Column(
        "위도", lambda entity, _: [{"float": entity.latitude}] if entity.latitude else []
    ),
    "longitude": Column(
        "경도", lambda entity, _: [{"float": entity.longitude}] if entity.longitude else []
    ),
    "articles": Column(
        "기사 수", lambda entity, _: [{"int": len({article for article, _ in entity.members})}]
    ),
    "budget": Column("사업비(원)", _of_project(_budget), _PROJECTS),
    "budget_quote": Column("사업비 근거", _of_project(_quote), _PROJECTS),
    "status": Column("진행 상황", _of_project(_status), _PROJECTS),
    "part_of": Column(
        "상위 사업", _of_project(lambda project, of: _things(project.wholes, of)), _PROJECTS
    ),
    "industry": Column(
        "산업", _of_project(lambda project, of: _things(project.industries, of)), _PROJECTS
    ),
}
"""The columns by their id."""
