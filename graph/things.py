"""The things that identities were grouped to, and what those publicly lie in, described.

Invariant: `entities` is a pure function of the groups and the reference data, whatever the order
of the updates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from graph.canonical import CanonicalEntity, ancestors, canonical, from_reference, told_name
from graph.model import EntityType
from graph.names import is_numbered
from graph.reference import References
from graph.referral import Directory
from graph.sameness import Profile


class Groups(Protocol):
    """What identities were grouped to things, by the things' paths."""

    def group(self, thing: str) -> Sequence[Profile]:
        """The identities of a thing; none for what is none."""

    def wholes(self, thing: str) -> Iterable[str]:
        """The things that a project is stated to be part of."""

    def parts(self, thing: str) -> Iterable[str]:
        """The things that are stated to be part of a project."""


class Things:
    """`entities` by path: what articles tell of, and of their areas what they do not."""

    def __init__(self, directory: Directory, groups: Groups) -> None:
        self.entities: dict[str, CanonicalEntity] = {}
        self._directory = directory
        self._references: References = directory.references
        self._groups = groups
        self._told: dict[str, CanonicalEntity] = {}
        self._above: Counter[str] = Counter()

    def update(self, things: Iterable[str]) -> set[str]:
        """Describe things anew, and the numbered parts that go by their names; what changed."""
        changed: set[str] = set()
        ahead = sorted(things)
        while ahead:
            thing = ahead.pop()
            before = self._told.pop(thing, None)
            after = self._described(thing)
            if after is not None:
                self._told[thing] = self.entities[thing] = after
            if after == before:
                continue
            changed.add(thing)
            for entity, by in ((after, 1), (before, -1)):
                if entity is not None:
                    changed |= self._count_ancestors(entity, by)
            if after is None:
                self._leave_reference(thing)
            else:
                ahead += self._renamed_parts(thing)
        return changed

    def _leave_reference(self, thing: str) -> None:
        """Leave what is publicly known of a thing that no article tells of, if others lie in it."""
        del self.entities[thing]
        row = self._directory.at(thing)
        if row is not None and self._above[thing]:
            self.entities[thing] = from_reference(row, self._references)

    def _described(self, thing: str) -> CanonicalEntity | None:
        group = self._groups.group(thing)
        if not group:
            return None
        entity = canonical(thing, group, self._references)
        if entity.type is not EntityType.PROJECT or not is_numbered(entity.name):
            return entity
        aliases = tuple(sorted({*entity.aliases, entity.name}))
        name = self._numbered_name(thing, entity.name)
        return entity if name == entity.name else replace(entity, name=name, aliases=aliases)

    def _numbered_name(self, thing: str, number: str) -> str:
        """The name of what a thing is part of, where that has one of its own, and its number."""
        for whole in self._groups.wholes(thing):
            name = told_name(self._groups.group(whole))
            if whole != thing and not is_numbered(name):
                return f"{name} {number}"
        return number

    def _renamed_parts(self, thing: str) -> list[str]:
        """The numbered parts of a thing that no longer go by the name that they had."""
        found = []
        for part in sorted({*self._groups.parts(thing)} - {thing}):
            told = self._told.get(part)
            number = told_name(self._groups.group(part))
            if told and is_numbered(number) and told.name != self._numbered_name(part, number):
                found.append(part)
        return found

    def _count_ancestors(self, entity: CanonicalEntity, by: int) -> set[str]:
        """Note what a told thing lies in, or no longer does; which entities came or went by it."""
        changed: set[str] = set()
        for row in ancestors(entity, self._references):
            path = row.path
            self._above[path] += by
            if path in self._told:
                continue
            if not self._above[path]:
                del self._above[path], self.entities[path]
                changed.add(path)
            elif path not in self.entities:
                self.entities[path] = from_reference(
                    self._directory.at(path) or row, self._references
                )
                changed.add(path)
        return changed
