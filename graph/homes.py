"""Where a thing of an article is at home: the city or county that tells it from its namesakes.

A home is a city or county, or a metropolitan city as a whole; a province where nothing smaller is
known. It is *stated* where the article locates the thing, and *supposed* where only its lead, its
whole or the article's own city speaks for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from graph.folding import fold
from graph.model import (
    EntityType,
    Extraction,
    Located,
    Part,
    Participates,
    PartOf,
    slots_of,
)
from graph.reference import Reference
from graph.referral import Directory

_PROVINCE = "province"
_CITY = "city"
_DISTRICT = "district"
_WARDS = frozenset({"ward", _DISTRICT})
_WITHIN_PROVINCES = frozenset({_CITY, "county", _DISTRICT})


@dataclass(frozen=True, slots=True)
class Home:
    """The refs of the regions that something is at home in; none where nothing tells."""

    regions: frozenset[str] = frozenset()
    stated: bool = False


class Homes:
    """What home every place of the reference data counts for."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._with_cities = {
            row.parent for row in directory.references.values() if row.level == _CITY
        }
        self._wards: dict[str, list[Reference]] = defaultdict(list)
        for row in directory.references.values():
            if row.level in _WARDS and row.parent is not None:
                self._wards[row.parent].append(row)
        self._known: dict[str, str | None] = {}
        self._provinces: dict[str, str | None] = {}
        self._names: dict[str, frozenset[str]] = {}

    def of_place(self, ref: str) -> str | None:
        """The home that a place counts for; None for a country and what is abroad.

        A district counts for its metropolitan city, and so does a county of one.
        """
        if ref not in self._known:
            self._known[ref] = self._find(ref)
        return self._known[ref]

    def _find(self, ref: str) -> str | None:
        smaller: Reference | None = None
        for row in self._directory.lineage(ref):
            if row.level in _WITHIN_PROVINCES and smaller is None:
                smaller = row
            if row.level == _PROVINCE:
                return self._within(row, smaller)
        return smaller.ref if smaller is not None else None

    def _within(self, province: Reference, smaller: Reference | None) -> str:
        if smaller is None:
            return province.ref
        if smaller.level == _DISTRICT:
            return next(iter(smaller.former_parents), province.ref)
        return smaller.ref if province.ref in self._with_cities else province.ref

    def province_of(self, home: str) -> str | None:
        """The province that a home lies in; None for one that is a province itself."""
        if home not in self._provinces:
            above = self._directory.lineage(home)[1:]
            self._provinces[home] = next((row.ref for row in above if row.level == _PROVINCE), None)
        return self._provinces[home]

    def names_of(self, regions: Iterable[str]) -> frozenset[str]:
        """The folded names that some regions and their wards and districts go by."""
        return frozenset().union(*(self._names_in(region) for region in regions))

    def _names_in(self, region: str) -> frozenset[str]:
        if region not in self._names:
            rows = [self._directory.references[region], *self._wards.get(region, ())]
            self._names[region] = frozenset(
                fold(name) for row in rows for name in (row.name, *row.aliases)
            )
        return self._names[region]

    def meet(self, some: Collection[str], others: Collection[str]) -> bool:
        """Whether one of some regions is, holds or lies in one of others, or nothing is known."""
        if not some or not others or not set(some).isdisjoint(others):
            return True
        above, reach = ({*map(self.province_of, homes)} for homes in (others, some))
        return not (above.isdisjoint(some) and reach.isdisjoint(others))

    def of_article(self, extraction: Extraction, found: Mapping[str, Reference]) -> dict[str, Home]:
        """The homes of an article's entities, by key."""
        places: dict[str, list[str]] = defaultdict(list)
        wholes: dict[str, str] = {}
        leads: dict[str, list[str]] = defaultdict(list)
        for claim in extraction.claims:
            if isinstance(claim, Located):
                places[claim.entity].append(claim.place)
            elif isinstance(claim, PartOf):
                wholes.setdefault(claim.part, claim.whole)
            elif isinstance(claim, Participates) and claim.part in (Part.LEAD, Part.SELECTED):
                leads[claim.project].append(claim.organization)
        own = self._of_whole_article(extraction, found)
        stated = {
            entity.key: self._reached(entity.key, places, found) for entity in extraction.entities
        }
        return {
            key: Home(regions, stated=True)
            if regions
            else self._supposed(key, stated, wholes, leads, found) or own
            for key, regions in stated.items()
        }

    def _reached(
        self, key: str, places: Mapping[str, list[str]], found: Mapping[str, Reference]
    ) -> frozenset[str]:
        """The homes of all that a thing is stated to lie in, and of its own row."""
        homes: set[str] = set()
        seen: set[str] = set()
        ahead = [key]
        while ahead:
            place = ahead.pop()
            if place in seen:
                continue
            seen.add(place)
            row = found.get(place)
            home = self.of_place(row.ref) if row is not None else None
            if home is not None:
                homes.add(home)
            else:
                ahead += places.get(place, ())
        return self._smallest(homes)

    def _smallest(self, homes: Iterable[str]) -> frozenset[str]:
        """Homes without the provinces that others of them lie in."""
        homes = set(homes)
        return frozenset(homes - {self.province_of(home) for home in homes})

    def _supposed(
        self,
        key: str,
        stated: Mapping[str, frozenset[str]],
        wholes: Mapping[str, str],
        leads: Mapping[str, list[str]],
        found: Mapping[str, Reference],
    ) -> Home | None:
        whole = wholes.get(key)
        if whole is not None and stated[whole]:
            return Home(stated[whole])
        led_from = {
            home
            for body in leads.get(key, ())
            if body in found
            and found[body].type is EntityType.REGION
            and (home := self.of_place(found[body].ref))
        }
        return Home(self._smallest(led_from)) if led_from else None

    def _of_whole_article(self, extraction: Extraction, found: Mapping[str, Reference]) -> Home:
        """The one home that the article speaks of most, by mentions and claims."""
        told: Counter[str] = Counter()
        for entity in extraction.entities:
            row = found.get(entity.key)
            if row is not None and (home := self.of_place(row.ref)):
                told[home] += max(1, len(entity.spans))
        for claim in extraction.claims:
            for _, key in slots_of(claim):
                if key in found and (home := self.of_place(found[key].ref)):
                    told[home] += 1
        for home in list(told):
            province = self.province_of(home)
            if province is not None:
                told.pop(province, None)
        first = told.most_common(2)
        if not first or (len(first) > 1 and first[0][1] == first[1][1]):
            return Home()
        return Home(frozenset({first[0][0]}))
