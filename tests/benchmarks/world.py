"""An invented world for benchmarks: true projects, companies and people, by number.

Regions, institutes, ministries, universities, sites and industries are the real ones of
`seeds/gazetteer`. Everything else is invented, with the collisions that real names have: one
programme runs in many cities, companies share a name, a mayor has namesakes elsewhere. A thing is
a pure function of the seed and its number, whatever was asked for before.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TypeVar

from graph.folding import fold
from graph.model import EntityType
from graph.reference import Reference, References, read_references

GAZETTEER = Path(__file__).parents[2] / "seeds" / "gazetteer"
_FOCUSED = 0.55
"""The share of projects whose name has a focus between its theme and its head."""

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class TrueProject:
    """A project; `won` is its total, `revised` what it became `revised_after` years later."""

    number: int
    name: str
    city: Reference
    place: Reference
    start: int
    years: int
    won: int
    revised: int
    revised_after: int
    phases: int
    industry: Reference
    ministry: Reference
    institute: Reference
    university: Reference
    companies: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TrueCompany:
    """A company; `listed` where the gazetteer has it, else its name may be another's too."""

    number: int
    name: str
    city: Reference
    listed: Reference | None


def _read_words() -> Mapping[str, Sequence[str]]:
    words: dict[str, list[str]] = defaultdict(list)
    with Path(__file__).with_name("words.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            words[row["kind"]].append(row["word"])
    return words


WORDS = _read_words()
"""By kind, what the names of invented things are made of; of some kinds the first are commonest."""


class World:
    """All true things of one seed; what was asked for once is kept."""

    def __init__(self, seed: int = 1, references: References | None = None) -> None:
        self.seed = seed
        self.references = read_references(GAZETTEER) if references is None else references
        self._kept: dict[tuple[str, int], object] = {}
        self._names: dict[str, str] = {}
        self._towns: dict[str, str] = {}

    def _of(self, kind: str, number: int, make: Callable[[Random, int], _Thing]) -> _Thing:
        key = (kind, number)
        if key not in self._kept:
            self._kept[key] = make(Random(f"{self.seed}:{kind}:{number}"), number)
        thing: _Thing = self._kept[key]  # type: ignore[assignment]
        return thing

    def _references(self, kind: EntityType, prefix: str) -> tuple[Reference, ...]:
        found = [one for one in self.references.values() if one.type is kind]
        return tuple(one for one in found if one.ref.startswith(prefix))

    @cached_property
    def cities(self) -> tuple[Reference, ...]:
        """Cities, counties and districts below a province: 창원 first, cities before the others."""
        found = [one for one in self._regions if one.parent and len(one.parent) == len("region:48")]
        Random(self.seed).shuffle(found)
        return tuple(
            sorted(found, key=lambda one: (one.ref != "region:48120", one.name[-1] != "시"))
        )

    @cached_property
    def _regions(self) -> tuple[Reference, ...]:
        found = self._references(EntityType.REGION, "region:")
        return tuple(one for one in found if len(one.ref) == len("region:48120"))

    @cached_property
    def wards(self) -> Mapping[str, tuple[Reference, ...]]:
        """The wards of the cities that have them, by the city's ref."""
        found: dict[str, list[Reference]] = defaultdict(list)
        for ward in self._regions:
            found[ward.parent or ""].append(ward)
        return {ref: tuple(wards) for ref, wards in found.items()}

    @cached_property
    def sites(self) -> tuple[Reference, ...]:
        """Industrial complexes and the like."""
        return self._references(EntityType.SITE, "site:")

    @cached_property
    def institutes(self) -> tuple[Reference, ...]:
        """Public and private institutes."""
        return self._references(EntityType.INSTITUTE, "org:")

    @cached_property
    def ministries(self) -> tuple[Reference, ...]:
        """Ministries and agencies, ministries first."""
        found = self._references(EntityType.GOVERNMENT, "org:")
        return tuple(sorted(found, key=lambda one: (one.name_en is None, one.name[-1] != "부")))

    @cached_property
    def universities(self) -> tuple[Reference, ...]:
        """Universities that have a name in English, which are the larger ones of Korea."""
        found = self._references(EntityType.UNIVERSITY, "org:")
        return tuple(one for one in found if one.name_en)

    @cached_property
    def industries(self) -> tuple[Reference, ...]:
        """The industries of the gazetteer."""
        return self._references(EntityType.INDUSTRY, "industry:")

    @cached_property
    def listed_companies(self) -> tuple[Reference, ...]:
        """Companies that the gazetteer knows."""
        return self._references(EntityType.COMPANY, "org:krx-")

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Names of newspapers."""
        with (GAZETTEER / "outlets.tsv").open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            return tuple(row["name"] for row in rows)

    def project(self, number: int) -> TrueProject:
        """The project of that number; low numbers are told most."""
        return self._of("project", number, self._project)

    def company(self, number: int) -> TrueCompany:
        """The company of that number."""
        return self._of("company", number, self._company)

    def person_name(self, office: str) -> str:
        """Who holds an office: a full name, which others may bear as well."""
        if office not in self._names:
            chance = Random(f"{self.seed}:person:{office}")
            parts = (("surname", 2.0), ("first", 1.5), ("second", 1.5))
            self._names[office] = "".join(skewed(chance, WORDS[part], by) for part, by in parts)
        return self._names[office]

    def town(self, region: Reference) -> str:
        """`창원` for `창원시`: the shortest of its names that has two letters."""
        if region.ref not in self._towns:
            names = (name for name in (region.name, *region.aliases) if len(fold(name)) >= 2)
            self._towns[region.ref] = min(names, key=len)
        return self._towns[region.ref]

    def _project(self, chance: Random, number: int) -> TrueProject:
        city = skewed(chance, self.cities)
        if chance.random() < 0.3:
            name = skewed(chance, WORDS["programme"])
        else:
            focus = chance.choice(WORDS["focus"]) if chance.random() < _FOCUSED else ""
            words = (chance.choice(WORDS["theme"]), focus, chance.choice(WORDS["head"]))
            name = " ".join(word for word in words if word)
        if chance.random() < 0.35:
            name = f"{self.town(city)} {name}"
        places = self.wards.get(city.ref, (city,)) if chance.random() < 0.4 else (city,)
        won = max(1, round(chance.lognormvariate(5.5, 1.4))) * 100_000_000
        return TrueProject(
            number=number,
            name=name,
            city=city,
            place=chance.choice(places if chance.random() < 0.8 else self.sites),
            start=chance.randint(2012, 2024),
            years=chance.randint(2, 8),
            won=won,
            revised=max(1, won * chance.randint(85, 140) // 10_000_000_000) * 100_000_000,
            revised_after=chance.randint(2, 6),
            phases=chance.choice((0, 0, 0, 0, 2, 2, 3)),
            industry=chance.choice(self.industries),
            ministry=skewed(chance, self.ministries, 3.0),
            institute=skewed(chance, self.institutes),
            university=skewed(chance, self.universities),
            companies=tuple(chance.randrange(200 + number) for _ in range(chance.randint(0, 3))),
        )

    def _company(self, chance: Random, number: int) -> TrueCompany:
        city = skewed(chance, self.cities)
        if self.listed_companies and chance.random() < 0.25:
            listed = skewed(chance, self.listed_companies)
            return TrueCompany(number, listed.name, city, listed)
        name = f"{skewed(chance, WORDS['stem'])}{skewed(chance, WORDS['trade'])}"
        return TrueCompany(number, name, city, None)


def skewed(chance: Random, things: Sequence[_Thing], power: float = 1.5) -> _Thing:
    """One of some things, the first ones more often."""
    return things[int(len(things) * chance.random() ** power)]
