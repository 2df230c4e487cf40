"""Things of all types by what they have to do with: projects, places, industries, bodies, articles.

One index a view, each part of it made when it is first asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from graph.canonical import CanonicalEntity
from graph.folding import fold
from graph.kinds import UNDERTAKINGS, EntityType
from graph.model import About, Agreement, Participates, Role
from graph.project_index import ProjectIndex
from graph.statements import Statement
from graph.view import View

Paths = frozenset[str]
_NOTHING: Paths = frozenset()


class ThingIndex:
    """The things of one view, to look up."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._names: dict[str, tuple[str, ...]] = {}

    @cached_property
    def of_type(self) -> Mapping[EntityType, tuple[CanonicalEntity, ...]]:
        """All things by type, with what merely holds one that articles name (a province)."""
        found: dict[EntityType, list[CanonicalEntity]] = defaultdict(list)
        for entity in self._view.entities.values():
            found[entity.type].append(entity)
        return {kind: tuple(entities) for kind, entities in found.items()}

    def projects_of(self, entity: CanonicalEntity) -> Paths:
        """The projects that lie in a place, belong to an industry, or have a body or person."""
        index = self._view.once(ProjectIndex, ProjectIndex)
        match entity.type:
            case EntityType.REGION | EntityType.SITE:
                return index.in_region.get(entity.path, _NOTHING)
            case EntityType.INDUSTRY:
                return index.in_industry.get(entity.path, _NOTHING)
            case EntityType.PERSON:
                return index.of_person(entity.path)
            case EntityType.PROJECT | EntityType.EVENT:
                return frozenset(self._view.parts_of(entity.path))
            case _:
                return index.of_body.get(entity.path, _NOTHING)

    def articles_of(self, entity: CanonicalEntity) -> list[str]:
        """The articles that name a thing, as far as the view has them, each once."""
        known = self._view.articles
        return list(dict.fromkeys(article for article, _ in entity.members if article in known))

    def updated(self, entity: CanonicalEntity) -> str | None:
        """The day of the newest article that names a thing."""
        articles = self._view.articles
        days = (str(articles[one].published or "") for one in self.articles_of(entity))
        return max(days, default="") or None

    def lying_in(self, places: Iterable[str], kinds: Iterable[EntityType]) -> Paths:
        """The things of some types that lie in one of some places: people by their body's."""
        wanted = frozenset(places)
        found: set[str] = set()
        for kind in kinds:
            inside = self._inside(kind)
            found.update(*(inside.get(place, _NOTHING) for place in wanted))
        return frozenset(found)

    def with_industry(self, industry: str) -> Paths:
        """What takes part in a project of an industry or one of its parts, or is an event of it."""
        index = self._view.once(ProjectIndex, ProjectIndex)
        found: set[str] = set()
        for project in index.in_industry.get(industry, _NOTHING):
            found.update(
                one.paths["organization"][0] for one in index.by_path[project].participants
            )
        for path in self._within(industry):
            for statement in self._view.about(path):
                if isinstance(statement.claim, About):
                    found.update(statement.paths["project"])
        return frozenset(found)

    def with_body(self, body: str) -> Paths:
        """Who holds an office in a body or did, and what it takes part in or has signed for."""
        found: set[str] = set()
        for statement in self._view.about(body):
            if isinstance(statement.claim, Role):
                found.update(statement.paths["person"])
            elif isinstance(statement.claim, Participates):
                found.update(statement.paths["project"])
            elif isinstance(statement.claim, Agreement):
                found.update(statement.paths["parties"], statement.paths.get("subject", ()))
        return frozenset(found - {body})

    def is_named(self, entity: CanonicalEntity, words: Iterable[str]) -> bool:
        """Whether all folded words stand in one of a thing's names."""
        names = self._names.get(entity.path)
        if names is None:
            known = (entity.name, *entity.aliases, entity.name_en or "")
            names = self._names[entity.path] = tuple(map(fold, known))
        wanted = list(words)
        return any(all(word in name for word in wanted) for name in names)

    def _within(self, industry: str) -> Iterable[str]:
        return [
            entity.path
            for entity in self.of_type.get(EntityType.INDUSTRY, ())
            if industry in (entity.path, *entity.parents)
        ]

    def _inside(self, kind: EntityType) -> Mapping[str, Paths]:
        return self._view.once(("inside", kind), lambda _: self._find_inside(kind))

    def _find_inside(self, kind: EntityType) -> Mapping[str, Paths]:
        found: dict[str, set[str]] = defaultdict(set)
        for entity in self.of_type.get(kind, ()):
            for place in self._places(entity):
                found[place].add(entity.path)
        return {place: frozenset(paths) for place, paths in found.items()}

    def _places(self, entity: CanonicalEntity) -> Paths:
        view = self._view
        if entity.type is EntityType.PERSON:
            bodies = {
                body
                for statement in view.about(entity.path)
                if isinstance(statement.claim, Role) and (body := statement.path("organization"))
            }
            return frozenset().union(*({body, *view.places_of(body)} for body in bodies))
        places = view.places_of(entity.path)
        if places or entity.type not in UNDERTAKINGS:
            return places
        return frozenset().union(
            *(
                {body, *view.places_of(body)}
                for statement in view.about(entity.path)
                if (body := _leader(statement))
            )
        )


def _leader(statement: Statement) -> str | None:
    """The region that leads an event, which stands in for a place that nobody states."""
    claim = statement.claim
    if isinstance(claim, Participates):
        body = statement.paths["organization"][0]
        return body if body.startswith(EntityType.REGION.value) else None
    return None
