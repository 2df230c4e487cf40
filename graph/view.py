"""The graph as one process answers from it: canonical entities, statements, and where things are.

A view is a snapshot: it is made from extractions and reference data, never changed, and replaced as
a whole when the archive has changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.canonical import CanonicalEntity
from graph.consensus import ranked_budgets, ranked_statuses
from graph.folding import fold
from graph.model import (
    About,
    Article,
    Budget,
    EntityType,
    Extraction,
    Located,
    Part,
    Participates,
    PartOf,
)
from graph.reference import References
from graph.resolver import resolve
from graph.statements import Statement, statements_of


@dataclass(frozen=True, slots=True)
class Project:
    """A project as a list shows it.

    `budget` is the accepted sum, `other_budgets` the rest in the order of the consensus rule.
    `places` are what it is stated to lie in, and what that lies in; `run_from` the regions that
    lead it or won it, which stand in for a place that nobody states.
    """

    entity: CanonicalEntity
    budget: Statement | None
    other_budgets: tuple[Statement, ...]
    status: Statement | None
    participants: tuple[Statement, ...]
    industries: tuple[str, ...]
    wholes: tuple[str, ...]
    places: frozenset[str]
    run_from: frozenset[str]
    updated: str

    @property
    def won(self) -> int | None:
        """The accepted sum in won."""
        if self.budget is None or not isinstance(self.budget.claim, Budget):
            return None
        return self.budget.claim.money.krw

    def lies_in(self, region: str) -> bool:
        """Whether it is in a region, or run from there where no place is stated."""
        return region in (self.places or self.run_from)


@dataclass(frozen=True)
class View:
    """A snapshot of the graph at one revision of the archive.

    `paths` gives, by article and entity key, the path of the canonical entity.
    """

    revision: int
    entities: Mapping[str, CanonicalEntity]
    articles: Mapping[str, Article]
    statements: tuple[Statement, ...]
    paths: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(
        cls, extractions: Sequence[Extraction], references: References, revision: int = 0
    ) -> View:
        """The view of some extractions, in whatever order they come."""
        ordered = sorted(
            extractions, key=lambda read: (str(read.article.published or ""), read.article.id)
        )
        resolution = resolve(ordered, references)
        return cls(
            revision=revision,
            entities=resolution.entities,
            articles={read.article.id: read.article.without_text() for read in ordered},
            statements=tuple(
                statement
                for read in ordered
                for statement in statements_of(read, resolution.paths[read.article.id])
            ),
            paths=resolution.paths,
        )

    @cached_property
    def statements_by_entity(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements that have an entity in any slot, by its path."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            for path in {path for paths in statement.paths.values() for path in paths}:
                found[path].append(statement)
        return {path: tuple(statements) for path, statements in found.items()}

    def about(self, path: str) -> tuple[Statement, ...]:
        """Every statement that has an entity in any slot."""
        return self.statements_by_entity.get(path, ())

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for entity in self.entities.values():
            for name in (entity.name, *entity.aliases, entity.name_en or ""):
                found[fold(name)][entity.path] = None
        found.pop("", None)
        return {name: tuple(paths) for name, paths in found.items()}

    def named(self, name: str, types: Iterable[EntityType] = EntityType) -> list[CanonicalEntity]:
        """The entities of some types that go by a name, spelling and spaces aside."""
        wanted = frozenset(types)
        known = (self.entities[path] for path in self._by_name.get(fold(name), ()))
        return [entity for entity in known if entity.type in wanted]

    @cached_property
    def _places(self) -> Mapping[str, frozenset[str]]:
        """All that each thing lies in: what is stated of it, and on upwards."""
        stated: dict[str, set[str]] = defaultdict(set)
        for statement in self.statements:
            if isinstance(statement.claim, Located):
                stated[statement.paths["entity"][0]].update(statement.paths["place"])
        reach: dict[str, frozenset[str]] = {}
        for path in self.entities:
            found: set[str] = set()
            ahead = [*stated.get(path, ()), *self.entities[path].parents]
            while ahead:
                place = ahead.pop()
                if place in found or place == path:
                    continue
                found.add(place)
                entity = self.entities[place]
                ahead.extend(entity.parents or stated.get(place, ()))
            reach[path] = frozenset(found)
        return reach

    def places_of(self, path: str) -> frozenset[str]:
        """All that a thing is stated or publicly known to lie in."""
        return self._places.get(path, frozenset())

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """Every project, by name."""
        found = [
            self._project(entity)
            for entity in self.entities.values()
            if entity.type is EntityType.PROJECT
        ]
        return tuple(sorted(found, key=lambda project: (project.entity.name, project.entity.path)))

    def _project(self, entity: CanonicalEntity) -> Project:
        statements = self.about(entity.path)
        budgets = ranked_budgets(statements)
        taking_part = tuple(
            statement for statement in statements if isinstance(statement.claim, Participates)
        )
        return Project(
            entity=entity,
            budget=budgets[0] if budgets else None,
            other_budgets=tuple(budgets[1:]),
            status=next(iter(ranked_statuses(statements)), None),
            participants=taking_part,
            industries=_distinct(
                s.paths["industry"][0] for s in statements if isinstance(s.claim, About)
            ),
            wholes=_distinct(
                s.paths["whole"][0]
                for s in statements
                if isinstance(s.claim, PartOf) and s.path("part") == entity.path != s.path("whole")
            ),
            places=self.places_of(entity.path),
            run_from=self._run_from(taking_part),
            updated=max((str(s.article.published or "") for s in statements), default=""),
        )

    def _run_from(self, taking_part: Iterable[Statement]) -> frozenset[str]:
        regions: set[str] = set()
        for statement in taking_part:
            claim, organization = statement.claim, statement.paths["organization"][0]
            if isinstance(claim, Participates) and claim.part in (Part.LEAD, Part.SELECTED):
                body = self.entities[organization]
                if body.type is EntityType.REGION:
                    regions |= {body.path, *body.parents}
        return frozenset(regions)


def _distinct(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(paths))
