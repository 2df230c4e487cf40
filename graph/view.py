"""The graph as one process answers from it: canonical entities, statements, and where things are.

A view is a snapshot: it is made from extractions and reference data, never changed, and replaced as
a whole when the archive has changed. `as_of` gives the one of a day in the past.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import TypeVar, cast

from graph.canonical import CanonicalEntity
from graph.consensus import (
    Other,
    Standing,
    others_beside,
    told_budgets,
    told_schedules,
    told_statuses,
)
from graph.copies import voices_of
from graph.folding import fold
from graph.ledger import Decisions
from graph.model import (
    About,
    Article,
    Budget,
    EntityType,
    Extraction,
    Located,
    Milestone,
    Part,
    Participates,
    PartOf,
    Status,
)
from graph.quotes import Audience, shown_words
from graph.reference import References
from graph.resolver import resolve
from graph.statements import Statement, statements_of
from graph.support import Told, Voices, sayings
from graph.values import PartialDate

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Project:
    """A project as a list shows it.

    `budget` is the accepted sum, `other_budgets` the statements of all sums behind it in the order
    of the consensus rule. `told` is the accepted sum with all who tell it, `others` every other
    value with what it is to it, the sums of the project's parts last. `places` are what it is
    stated to lie in, and what that lies in; `run_from` the regions that lead it or won it, which
    stand in for a place that nobody states.
    """

    entity: CanonicalEntity
    budget: Statement | None
    other_budgets: tuple[Statement, ...]
    told: Told | None
    others: tuple[Other, ...]
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


@dataclass(frozen=True, slots=True)
class Kept:
    """What somebody who keeps a graph up has found already: statements by entity, and projects."""

    about: Mapping[str, tuple[Statement, ...]]
    projects: Mapping[str, Project]


@dataclass(frozen=True)
class View:
    """A snapshot of the graph at one revision of the archive.

    `articles` are in the order of their days, `tellings` are the statements of each. `paths` gives,
    by article and entity key, the path of the canonical entity, and `voices` by article the name of
    its group of near-copies. What is not `kept` is found when it is asked for.
    """

    revision: int
    entities: Mapping[str, CanonicalEntity]
    articles: Mapping[str, Article]
    tellings: Mapping[str, tuple[Statement, ...]]
    paths: Mapping[str, Mapping[str, str]]
    voices: Voices = field(default_factory=dict)
    kept: Kept | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(
        cls,
        extractions: Sequence[Extraction],
        references: References,
        revision: int = 0,
        decisions: Decisions | None = None,
        *,
        audience: Audience = Audience.OWN,
    ) -> View:
        """The view of some extractions, in whatever order they come."""
        ordered = sorted(
            extractions, key=lambda read: (str(read.article.published or ""), read.article.id)
        )
        resolution = resolve(ordered, references, decisions)
        return cls(
            revision=revision,
            entities=resolution.entities,
            articles={read.article.id: read.article.without_text() for read in ordered},
            tellings={
                read.article.id: tuple(
                    statements_of(
                        read, resolution.paths[read.article.id], shown_words(read, audience)
                    )
                )
                for read in ordered
            },
            paths=resolution.paths,
            voices=voices_of(ordered),
        )

    def as_of(self, day: PartialDate) -> View:
        """The view of what had been published by a day; an article without a day had not.

        Which things are the same stays as it is known now, and so do their names.
        """
        return self._past(day)

    @cached_property
    def _past(self) -> Callable[[PartialDate], View]:
        return lru_cache(maxsize=4)(self._known_by)

    def _known_by(self, day: PartialDate) -> View:
        articles = {
            article.id: article
            for article in self.articles.values()
            if article.published is not None and article.published.last_day <= day.last_day
        }
        known = [
            entity
            for entity in self.entities.values()
            if any(article in articles for article, _ in entity.members)
        ]
        wanted = {path for entity in known for path in (entity.path, *entity.parents)}
        return View(
            revision=self.revision,
            entities={path: self.entities[path] for path in self.entities if path in wanted},
            articles=articles,
            tellings={article: self.tellings[article] for article in articles},
            paths={article: self.paths[article] for article in articles},
            voices=self.voices,
        )

    def once(self, name: Hashable, make: Callable[[View], _Made]) -> _Made:
        """What is made of this view, under a name: made when first asked for and kept with it.

        For indexes and orders, which no change of the graph reaches.
        """
        if name not in self._made:
            self._made[name] = make(self)
        return cast(_Made, self._made[name])

    @property
    def made(self) -> Sequence[Hashable]:
        """The names of what was made of this view so far."""
        return list(self._made)

    @cached_property
    def _made(self) -> dict[Hashable, object]:
        return {}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement, by the day and id of its article and its place in that."""
        return tuple(chain.from_iterable(self.tellings[article] for article in self.articles))

    @cached_property
    def statements_by_entity(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements that have an entity in any slot, by its path."""
        if self.kept is not None:
            return self.kept.about
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            for path in statement.entities:
                found[path].append(statement)
        return {path: tuple(statements) for path, statements in found.items()}

    @cached_property
    def joined(self) -> Mapping[str, str]:
        """By every other path that leads to a thing, the thing's own."""
        return {
            identity: entity.path
            for entity in self.entities.values()
            for identity in entity.identities
        }

    def about(self, path: str) -> tuple[Statement, ...]:
        """Every statement that has an entity in any slot."""
        return self.statements_by_entity.get(path, ())

    def told_by(self, article: str) -> tuple[Statement, ...]:
        """The statements of one article, in the order of its text; KeyError for an unknown one."""
        return self.tellings[article]

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for entity in self.entities.values():
            for name in (entity.name, *entity.aliases, entity.name_en or ""):
                found[fold(name)][entity.path] = None
        found.pop("", None)
        return {name: tuple(paths) for name, paths in found.items()}

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The paths that go by each folded name."""
        return self._by_name

    def named(self, name: str, types: Iterable[EntityType] = EntityType) -> list[CanonicalEntity]:
        """The entities of some types that go by a name, spelling and spaces aside."""
        wanted = frozenset(types)
        known = (self.entities[path] for path in self._by_name.get(fold(name), ()))
        return [entity for entity in known if entity.type in wanted]

    def places_of(self, path: str) -> frozenset[str]:
        """All that a thing is stated or publicly known to lie in, and what that lies in."""
        entity = self.entities.get(path)
        if entity is None:
            return frozenset()
        found: set[str] = set()
        ahead = [*self._stated_places(path), *entity.parents]
        while ahead:
            place = ahead.pop()
            if place in found or place == path:
                continue
            found.add(place)
            ahead.extend(self.entities[place].parents or self._stated_places(place))
        return frozenset(found)

    @cached_property
    def _stated_places(self) -> Callable[[str], tuple[str, ...]]:
        return cache(self._find_stated_places)

    def _find_stated_places(self, path: str) -> tuple[str, ...]:
        return _distinct(
            place
            for statement in self.about(path)
            if isinstance(statement.claim, Located) and statement.path("entity") == path
            for place in statement.paths["place"]
        )

    def sayings(self, statement: Statement) -> Told:
        """A statement with all others that say the same, and how many voices that is."""
        slots = [path for paths in statement.paths.values() for path in paths]
        rarest = min(map(self.about, slots), key=len, default=(statement,))
        return sayings(rarest, self.voices)[statement.id]

    def sayings_about(self, path: str) -> Mapping[str, Told]:
        """By id of each statement that has an entity in a slot, it and all that say the same."""
        return sayings(self.about(path), self.voices)

    def parts_of(self, path: str) -> tuple[str, ...]:
        """The phases and sub-projects that a project is stated to have."""
        return _distinct(
            statement.paths["part"][0]
            for statement in self.about(path)
            if isinstance(statement.claim, PartOf)
            and statement.path("whole") == path != statement.path("part")
        )

    def wholes_of(self, path: str) -> tuple[str, ...]:
        """The projects that a project is stated to be part of."""
        return _distinct(
            statement.paths["whole"][0]
            for statement in self.about(path)
            if isinstance(statement.claim, PartOf)
            and statement.path("part") == path != statement.path("whole")
        )

    def budgets(self, path: str) -> list[Told]:
        """A project's sums by the consensus rule, the accepted one first."""
        of_it = (one for one in self.about(path) if one.path("project") == path)
        return told_budgets(of_it, self.voices)

    def statuses(self, path: str) -> list[Told]:
        """What a project or event has come to by the consensus rule, the accepted first."""
        of_it = (one for one in self.about(path) if one.path("project") == path)
        return told_statuses(of_it, self.voices)

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """Every project, by name."""
        found = [
            self.project(entity.path)
            for entity in self.entities.values()
            if entity.type is EntityType.PROJECT
        ]
        return tuple(sorted(found, key=lambda project: (project.entity.name, project.entity.path)))

    def step_of(self, path: str) -> Milestone | None:
        """The milestone that a project or event has come to, by the consensus rule."""
        for value in self.statuses(path):
            if isinstance(value.first.claim, Status):
                return value.first.claim.status
        return None

    def schedules(self, path: str) -> list[list[Told]]:
        """What was announced of a project or event, by milestone; the day that holds first."""
        of_it = (one for one in self.about(path) if one.path("project") == path)
        return told_schedules(of_it, self.voices)

    def project(self, path: str) -> Project:
        """The project of that path; KeyError where there is none."""
        known = self.kept.projects.get(path) if self.kept is not None else None
        return known or self._found_project(path)

    @cached_property
    def _found_project(self) -> Callable[[str], Project]:
        return cache(self._find_project)

    def _find_project(self, path: str) -> Project:
        entity = self.entities[path]
        statements = self.about(entity.path)
        budgets = self.budgets(entity.path)
        ranked = [statement for value in budgets for statement in value.statements]
        statuses = self.statuses(entity.path)
        taking_part = tuple(
            statement for statement in statements if isinstance(statement.claim, Participates)
        )
        return Project(
            entity=entity,
            budget=ranked[0] if ranked else None,
            other_budgets=tuple(ranked[1:]),
            told=budgets[0] if budgets else None,
            others=(
                *others_beside(budgets),
                *(Other(part, Standing.PART) for part in self._sums_of_parts(entity.path)),
            ),
            status=statuses[0].first if statuses else None,
            participants=taking_part,
            industries=_distinct(
                s.paths["industry"][0] for s in statements if isinstance(s.claim, About)
            ),
            wholes=self.wholes_of(entity.path),
            places=self.places_of(entity.path),
            run_from=self._run_from(taking_part),
            updated=max((str(s.article.published or "") for s in statements), default=""),
        )

    def _sums_of_parts(self, path: str) -> Iterator[Told]:
        for part in self.parts_of(path):
            yield from self.budgets(part)[:1]

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
