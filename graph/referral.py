"""Which row of reference data an article's entity is, where its document names none.

Documents of the interchange form need no codes: a name that one row alone has is that row. Where
several have it (`광주`, `고성군`, `북구`), the article's other places decide: what it is stated to
lie in first, then what the article names that it lies in or that lies in it; where nothing does, a
province or metropolitan city before a smaller place of its name, else the one whose neighbours the
article names. A name that still could be several things stays without a code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from graph.folding import fold
from graph.model import ORGANIZATIONS, Entity, EntityType, Extraction, Located
from graph.names import without_tail
from graph.reference import Reference, References

_SHORTEST_ALIAS = 3


class Directory:
    """Reference data by type and name."""

    def __init__(self, references: References) -> None:
        self.references = references
        self._named: dict[tuple[EntityType, str], dict[str, Reference]] = defaultdict(dict)
        self._lineages: dict[str, tuple[Reference, ...]] = {}
        self._at: dict[str, Reference] = {}
        for reference in references.values():
            self._at.setdefault(reference.path, reference)
            for name in (reference.name, *reference.aliases):
                self._named[reference.type, fold(name)][reference.ref] = reference

    def named(self, kind: EntityType, name: str) -> Sequence[Reference]:
        """The rows of one type that go by a name; a body's short alias is no name."""
        folded = fold(name)
        if kind is EntityType.INDUSTRY and (kind, folded) not in self._named:
            folded = without_tail(folded, "industry_tail")
        found = list(self._named.get((kind, folded), {}).values())
        if kind in ORGANIZATIONS - {EntityType.REGION} and len(folded) < _SHORTEST_ALIAS:
            return [row for row in found if fold(row.name) == folded]
        exact = [row for row in found if fold(row.name) == folded]
        return found if kind is EntityType.REGION or not exact else exact

    def at(self, path: str) -> Reference | None:
        """The row that an identity's path is that of, whoever named it; the first of several."""
        return self._at.get(path)

    def lineage(self, ref: str) -> tuple[Reference, ...]:
        """A row and all that it publicly lies in, the nearest first."""
        if ref not in self._lineages:
            found: dict[str, Reference] = {}
            ahead = [ref]
            while ahead:
                row = self.references.get(ahead.pop(0))
                if row is not None and row.ref not in found:
                    found[row.ref] = row
                    ahead += [*filter(None, [row.parent]), *row.also_in]
            self._lineages[ref] = tuple(found.values())
        return self._lineages[ref]

    def refer(self, extraction: Extraction) -> dict[str, Reference]:
        """The row of each of an article's entities, by key; those that have none are left out."""
        found: dict[str, Reference] = {}
        open_: dict[str, Sequence[Reference]] = {}
        for entity in extraction.entities:
            rows = self._candidates(entity)
            if len(rows) == 1:
                found[entity.key] = rows[0]
            elif rows:
                open_[entity.key] = rows
        around = _places_around(extraction)
        settled = True
        while open_ and settled:
            settled = False
            for key, rows in list(open_.items()):
                row = self._nearest(rows, key, found, around)
                if row is not None:
                    found[key] = row
                    del open_[key]
                    settled = True
        return found

    def _candidates(self, entity: Entity) -> Sequence[Reference]:
        if entity.ref is not None:
            row = self.references.get(entity.ref)
            return [row] if row is not None and row.type == entity.type else []
        if entity.type is EntityType.PERSON or entity.type is EntityType.PROJECT:
            return []
        return self.named(entity.type, entity.name)

    def _nearest(
        self,
        rows: Sequence[Reference],
        key: str,
        found: Mapping[str, Reference],
        around: Mapping[str, Sequence[str]],
    ) -> Reference | None:
        """The one candidate that the article's other places speak for most."""
        stated = {row.ref for place in around.get(key, ()) if (row := found.get(place))}
        others = {row.ref for row in found.values() if row.type is EntityType.REGION}
        votes: dict[str, tuple[int, int]] = {}
        for candidate in rows:
            above = {row.ref for row in self.lineage(candidate.ref) if row.parent is not None}
            below = sum(self._lay_in(ref, candidate.ref) for ref in others)
            votes[candidate.ref] = (len(above & stated), below + len(above & others))
        best = max(votes.values())
        first = [row for row in rows if votes[row.ref] == best]
        if best == (0, 0):
            provinces = [row for row in first if row.level == "province"]
            first = provinces or self._most_neighboured(first, others)
        return first[0] if len(first) == 1 else None

    def _most_neighboured(
        self, rows: Sequence[Reference], others: Collection[str]
    ) -> list[Reference]:
        """The candidates in whose city or province the most other places lie."""
        votes = {
            row.ref: sum(row.parent is not None and self._lay_in(ref, row.parent) for ref in others)
            for row in rows
        }
        best = max(votes.values())
        return [row for row in rows if votes[row.ref] == best] if best else []

    def _lay_in(self, ref: str, larger: str) -> bool:
        """Whether a place lies in a larger one, or lay in it before."""
        return any(
            larger in (row.ref, *row.former_parents) and ref != larger for row in self.lineage(ref)
        )


def _places_around(extraction: Extraction) -> dict[str, list[str]]:
    """By entity, the keys of the places that it is stated to lie in."""
    places: dict[str, list[str]] = defaultdict(list)
    for claim in extraction.claims:
        if isinstance(claim, Located):
            places[claim.entity].append(claim.place)
    return places
