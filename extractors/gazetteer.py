"""The public lists of names: regions, organisations, industries, and where a text has them.

A name may stand for several things (`광주`, `고성`, `동구`): all are kept, the readers choose.
Missing files count as empty, so that a part of the lists is enough to start.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph.model import EntityType

FOLDER = Path(__file__).resolve().parent.parent / "seeds" / "gazetteer"
ORGANISATION_FILES = {
    "ministries": EntityType.GOVERNMENT,
    "institutes": EntityType.INSTITUTE,
    "universities": EntityType.UNIVERSITY,
    "companies": EntityType.COMPANY,
    "associations": EntityType.ASSOCIATION,
}
SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the lists, with every name that it goes by.

    `doubtful` holds those of its names that are ordinary words as well. `level` is a region's
    (country, province, city, county, district, ward, town, place), a site's kind, or `broad` for
    an industry that has parts; `parents` are what it lies in now, then what it lay in before.
    """

    ref: str
    type: EntityType
    name: str
    names: tuple[str, ...]
    level: str = ""
    parents: tuple[str, ...] = ()
    doubtful: frozenset[str] = frozenset()


class Hit(NamedTuple):
    """`text[start:end]` is a name of each of the entries."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A title as it is written; `attached` where it joins a body's name (`창원시장`)."""

    title: str
    holder: str = ""
    of: str = ""
    attached: bool = False


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All lists, indexed by name. `at` reads a text at one offset in time that does not grow.

    >>> entry = Entry("region:KR", EntityType.REGION, "대한민국", ("대한민국", "한국"))
    >>> [hit.end for hit in Gazetteer.of([entry]).at("한국은 산맥이다", 0)]
    [2]
    """

    named: Mapping[str, tuple[Entry, ...]]
    by_ref: Mapping[str, Entry]
    offices: tuple[Office, ...] = ()
    surnames: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    _lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        entries: Iterable[Entry],
        offices: Iterable[Office] = (),
        surnames: Iterable[str] = (),
        outlets: Iterable[str] = (),
    ) -> Gazetteer:
        """A gazetteer of those entries."""
        named: dict[str, list[Entry]] = defaultdict(list)
        by_ref: dict[str, Entry] = {}
        lengths: dict[str, set[int]] = defaultdict(set)
        for entry in entries:
            by_ref.setdefault(entry.ref, entry)
            for name in entry.names:
                if entry not in named[name]:
                    named[name].append(entry)
                lengths[name[:3]].add(len(name))
        return cls(
            {name: tuple(found) for name, found in named.items()},
            by_ref,
            tuple(offices),
            frozenset(surnames),
            frozenset(outlets),
            {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()},
        )

    @classmethod
    @cache
    def load(cls, folder: Path = FOLDER) -> Gazetteer:
        """The gazetteer that a folder of TSV files holds, read once a process."""
        return cls.of(
            (*_regions(folder), *_organisations(folder), *_industries(folder), *_sites(folder)),
            _offices(folder),
            (row["surname"] for row in _rows(folder, "surnames") if row.get("surname")),
            (name for row in _rows(folder, "outlets") for name in _names(row)),
        )

    def at(self, text: str, start: int) -> list[Hit]:
        """The names that begin at that offset, the longest first."""
        head = text[start : start + 3]
        found: list[Hit] = []
        for length in self._lengths.get(head, ()):
            entries = self.named.get(text[start : start + length])
            if entries is not None:
                found.append(Hit(start, start + length, entries))
        if len(head) == 3 and (entries := self.named.get(head[:2])) is not None:
            found.append(Hit(start, start + 2, entries))
        return found

    def entries(self, name: str, *types: EntityType) -> tuple[Entry, ...]:
        """What goes by that name, of those types only where any is given."""
        found = self.named.get(name, ())
        return (
            tuple([entry for entry in found if entry.type in types]) if found and types else found
        )

    def lies_in(self, inner: Entry, outer: str) -> bool:
        """Whether a region is the region `outer` (a ref) or a part of it."""
        return outer in self.around(inner)

    def around(self, region: Entry) -> tuple[str, ...]:
        """The refs of a region and of all that it lies in or lay in, itself first."""
        found = [region.ref]
        for ref in found:
            listed = self.by_ref.get(ref)
            found += [up for up in (listed.parents if listed else ()) if up not in found]
        return tuple(found)


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    path = folder / f"{name}.tsv"
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield {column: value or "" for column, value in row.items() if column}


def _split(cell: str) -> list[str]:
    return [part.split("@")[0].strip() for part in cell.split(SEPARATOR) if part.strip()]


def _names(row: Mapping[str, str], *more: str) -> tuple[str, ...]:
    cells = [row.get("name", ""), *more, row.get("short", "")]
    cells += [*_split(row.get("aliases", "")), *_split(row.get("former", ""))]
    return tuple(dict.fromkeys(cell for cell in cells if len(cell) > 1))


def _regions(folder: Path) -> Iterator[Entry]:
    for row in _rows(folder, "regions"):
        if row.get("level") == "country":
            continue
        above = [row["parent"], *_split(row.get("former_parents", ""))]
        yield Entry(
            f"region:{row['code']}",
            EntityType.REGION,
            row["name"],
            _names(row),
            row["level"],
            tuple("country:KR" if up == "KR" else f"region:{up}" for up in above),
            frozenset(_split(row.get("words", ""))),
        )
    for row in _rows(folder, "towns"):
        yield Entry(
            f"region:{row['code']}",
            EntityType.REGION,
            row["name"],
            _names(row),
            "town",
            (f"region:{row['parent']}",),
            frozenset(_split(row.get("words", ""))),
        )
    for row in _rows(folder, "countries"):
        names = _names(row)
        words = frozenset(_split(row.get("words", "")))
        ref = f"country:{row['code']}"
        yield Entry(ref, EntityType.REGION, row["name"], names, "country", (), words)
    for row in _rows(folder, "foreign_cities"):
        country = row["country"]
        yield Entry(
            f"city:{country}/{row['name']}",
            EntityType.REGION,
            row["name"],
            (*_names(row), f"{row['name']}시"),
            "place",
            (f"country:{country}",),
            frozenset(_split(row.get("words", ""))),
        )


def _organisations(folder: Path) -> Iterator[Entry]:
    for file, default in ORGANISATION_FILES.items():
        for row in _rows(folder, file):
            names = _names(row)
            kind = EntityType(row["type"]) if row.get("type") else default
            common = frozenset(names) if row.get("common") == "yes" else frozenset[str]()
            yield Entry(f"org:{row['id']}", kind, row["name"], names, doubtful=common)


def _industries(folder: Path) -> Iterator[Entry]:
    rows = list(_rows(folder, "industries"))
    broad = {broader for row in rows for broader in _split(row.get("broader", ""))}
    for row in rows:
        names = tuple(dict.fromkeys((row["name"], *_split(row.get("synonyms", "")))))
        level = "broad" if row["id"] in broad else "narrow"
        yield Entry(f"industry:{row['id']}", EntityType.INDUSTRY, row["name"], names, level)


def _sites(folder: Path) -> Iterator[Entry]:
    for row in _rows(folder, "sites"):
        code = row.get("id") or row.get("code") or row["name"]
        above = tuple(f"region:{region}" for region in _split(row.get("region_code", "")))
        kind = row.get("kind", "")
        yield Entry(f"site:{code}", EntityType.SITE, row["name"], _names(row), kind, above)


def _offices(folder: Path) -> Iterator[Office]:
    for row in _rows(folder, "offices"):
        yield Office(
            row["title"],
            row.get("holder", ""),
            row.get("of", ""),
            row.get("attached", "") in ("yes", "true", "1"),
        )
