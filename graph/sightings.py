"""What one article tells of who its entities are: their identity, and what speaks for sameness.

An entity's *identity* is found from the one article and the reference data alone, by its type and

1. the row of reference data that it is: all names of one region or institute meet there;
2. for a person, the name with the office's body (`허성무-창원시`), or with an office that one
   person in the country holds; without either it stays the article's own, for a name alone tells
   nobody;
3. for a name that is little more than a number (a phase, a lot), the name within the whole that it
   is stated to be part of, else within the article;
4. for a project, site or event the name with its home (`스마트시티 조성사업` of two cities is two),
   unless the name holds its place already (`창원국가산단`); for a firm that is not listed so too,
   where an article states its place;
5. for everything else its name, folded.

The path of an identity never changes because another article came. Which identities are the same
thing is the resolver's.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.folding import fold
from graph.homes import Home, Homes
from graph.model import (
    Budget,
    BudgetKind,
    Entity,
    EntityType,
    Extraction,
    Located,
    Part,
    Participates,
    PartOf,
    Role,
)
from graph.names import is_numbered, words
from graph.reference import Reference, References
from graph.referral import Directory

_MAX_LOCAL_NAME = 80
_AT_HOME = frozenset({EntityType.PROJECT, EntityType.SITE, EntityType.EVENT})
_SEATED = frozenset({EntityType.COMPANY})


_NO_HOME = Home()


@dataclass(frozen=True, slots=True)
class Sighting:
    """One entity of one article: its identity's path, and the article's evidence of who it is.

    `published` is the article's day, `ref` the entity's row of reference data. `bodies` are the
    paths of listed bodies and the folded names of others where a person holds or held `offices`;
    `wholes` the identities that a project is part of; `ties` what else it is tied to (`lead`,
    `place`, `won`).
    """

    article: str
    published: str
    entity: Entity
    path: str
    ref: str | None = None
    home: Home = _NO_HOME
    bodies: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    ties: frozenset[tuple[str, str]] = frozenset()


class Observer:
    """Looks at articles one by one, against reference data."""

    def __init__(self, references: References) -> None:
        self.directory = Directory(references)
        self.homes = Homes(self.directory)

    def sightings(
        self, extraction: Extraction, apart: frozenset[str] = frozenset()
    ) -> tuple[Sighting, ...]:
        """An article's entities in their order; identities in `apart` are the article's own."""
        found = self.directory.refer(extraction)
        homes = self.homes.of_article(extraction, found)
        facts = _Facts.of(extraction)
        entities = {entity.key: entity for entity in extraction.entities}
        paths = self._paths(extraction, found, homes, facts)
        for key, path in paths.items():
            if path in apart:
                paths[key] = f"{path}~{extraction.article.id}"
        return tuple(
            Sighting(
                article=extraction.article.id,
                published=str(extraction.article.published or ""),
                entity=entity,
                path=paths[entity.key],
                ref=found[entity.key].ref if entity.key in found else None,
                home=homes[entity.key],
                bodies=tuple(_called(facts.bodies[entity.key], paths, found, entities)),
                offices=tuple(facts.offices[entity.key]),
                wholes=tuple(paths[whole] for whole in facts.wholes[entity.key]),
                ties=frozenset(
                    (kind, paths.get(other, other)) for kind, other in facts.ties[entity.key]
                ),
            )
            for entity in extraction.entities
        )

    def _paths(
        self,
        extraction: Extraction,
        found: Mapping[str, Reference],
        homes: Mapping[str, Home],
        facts: _Facts,
    ) -> dict[str, str]:
        entities = {entity.key: entity for entity in extraction.entities}
        article = extraction.article.id
        local: dict[str, str] = {}
        for key, entity in entities.items():
            if key in found:
                local[key] = found[key].local_name
            elif entity.type is EntityType.PERSON:
                bodies, offices = facts.bodies[key], facts.offices[key]
                unique = [office for office in offices if office in words("unique_office")]
                scope = unique[0] if unique else article
                if bodies and not unique:
                    body = bodies[0]
                    scope = fold(found[body].name if body in found else entities[body].name)
                local[key] = f"{fold(entity.name)}-{scope}"
            else:
                local[key] = self._named(entity, homes[key]) or f"{article}-{_digest(entity.name)}"
        for key, entity in entities.items():
            if key not in found and _is_numbered(entity):
                whole = next(iter(facts.wholes[key]), None)
                scope = article
                if whole is not None and not _is_numbered(entities[whole]):
                    scope = local[whole]
                local[key] = f"{scope}-{fold(entity.name)}"
        return {key: f"{entities[key].type.value}/{_cut(name)}" for key, name in local.items()}

    def _named(self, entity: Entity, home: Home) -> str:
        """A folded name, with its home behind it where the name itself does not hold it."""
        name = fold(entity.name)
        told_apart = entity.type in _AT_HOME or (entity.type in _SEATED and home.stated)
        if not name or not told_apart or len(home.regions) != 1:
            return name
        (region,) = home.regions
        row = self.directory.references[region]
        known = [fold(known) for known in (row.name, *row.aliases)]
        return name if any(place in name for place in known) else f"{name}-{fold(row.name)}"


@dataclass(frozen=True, slots=True)
class _Facts:
    """What an article's claims say of who an entity is, by key; a present body stands first."""

    bodies: Mapping[str, list[str]]
    offices: Mapping[str, list[str]]
    wholes: Mapping[str, list[str]]
    ties: Mapping[str, set[tuple[str, str]]]

    @classmethod
    def of(cls, extraction: Extraction) -> _Facts:
        bodies: dict[str, list[str]] = defaultdict(list)
        offices: dict[str, list[str]] = defaultdict(list)
        wholes: dict[str, list[str]] = defaultdict(list)
        ties: dict[str, set[tuple[str, str]]] = defaultdict(set)
        roles = [claim for claim in extraction.claims if isinstance(claim, Role)]
        for role in sorted(roles, key=lambda role: role.former):
            offices[role.person].append(role.title)
            if role.organization is not None and role.organization not in bodies[role.person]:
                bodies[role.person].append(role.organization)
        for claim in extraction.claims:
            match claim:
                case PartOf():
                    wholes[claim.part].append(claim.whole)
                case Located():
                    ties[claim.entity].add(("place", claim.place))
                case Participates(part=Part.LEAD | Part.SELECTED):
                    ties[claim.project].add(("lead", claim.organization))
                case Budget(project=str(project), kind=BudgetKind.TOTAL) if claim.money.krw:
                    ties[project].add(("won", str(claim.money.krw)))
                case _:
                    pass
        return cls(bodies, offices, wholes, ties)


def _called(
    bodies: Iterable[str],
    paths: Mapping[str, str],
    found: Mapping[str, Reference],
    entities: Mapping[str, Entity],
) -> Iterator[str]:
    """What tells bodies from others: a listed one's path, every longer name of another."""
    for body in bodies:
        if body in found:
            yield paths[body]
        else:
            named = entities[body]
            yield from {fold(named.name), *(fold(a) for a in named.aliases if len(fold(a)) > 3)}


def _is_numbered(entity: Entity) -> bool:
    return entity.type is EntityType.PROJECT and is_numbered(entity.name)


def _cut(name: str) -> str:
    """A name of a bearable length; what is cut off still tells it from others."""
    if len(name) <= _MAX_LOCAL_NAME:
        return name
    digest = _digest(name)
    return f"{name[: _MAX_LOCAL_NAME - len(digest) - 1]}-{digest}"


def _digest(name: str) -> str:
    normal = unicodedata.normalize("NFC", name)
    return hashlib.sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()[:12]
