"""What is publicly known of things beside what articles say: official names, codes, coordinates.

`read_references` reads the name lists of `seeds/gazetteer` (tables with a header line, values
separated by tabs, several in a cell by `|`). Other lists in the same form may take their place.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.folding import fold
from graph.model import EntityType

_Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reference:
    """One row of public reference data.

    `ref` is its code (`region:48120`), `parent` the ref of what it lies in (`former_parents`
    before that, `also_in` where it stretches over several). `local_name` is the last part of its
    IRI: the code of a region, the folded name of an organisation. `level` is that of a region
    (`province`, `city`, `county`, `district`, `ward`).
    """

    ref: str
    type: EntityType
    name: str
    local_name: str
    aliases: tuple[str, ...] = ()
    name_en: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    parent: str | None = None
    former_parents: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()
    level: str | None = None

    @property
    def path(self) -> str:
        """The path of what the row describes: the end of its IRI."""
        return f"{self.type.value}/{self.local_name}"


References = Mapping[str, Reference]
"""Reference data by ref."""

_ORGANIZATION_FILES = ("ministries", "institutes", "universities", "companies", "associations")


def read_references(folder: Path) -> References:
    """The reference data in a folder, by ref; a list that is missing counts as empty."""
    rows = (*_regions(folder), *_sites(folder), *_organizations(folder), *_industries(folder))
    return {reference.ref: reference for reference in rows}


def _rows(folder: Path, name: str) -> Iterator[_Row]:
    path = folder / f"{name}.tsv"
    if path.exists():
        with path.open(encoding="utf-8-sig", newline="") as lines:
            yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _regions(folder: Path) -> Iterator[Reference]:
    for row in _rows(folder, "regions"):
        yield _region(row, f"region:{row['code']}", row["code"], _parent(row))
    for row in _rows(folder, "towns"):
        yield _region(row, f"region:{row['code']}", row["code"], _parent(row))
    for row in _rows(folder, "countries"):
        yield _region(row, f"country:{row['code']}", row["code"], None)
    for row in _rows(folder, "foreign_cities"):
        ref = f"city:{row['country']}/{row['name']}"
        yield _region(row, ref, fold(row["name"]), f"country:{row['country']}")


def _parent(row: _Row) -> str | None:
    return f"region:{row['parent']}" if row["parent"] else None


def _region(row: _Row, ref: str, local_name: str, parent: str | None) -> Reference:
    return Reference(
        ref=ref,
        type=EntityType.REGION,
        name=row["name"],
        local_name=local_name,
        aliases=_names(row, "short", "aliases", "former"),
        name_en=row.get("name_en") or None,
        latitude=_coordinate(row.get("lat")),
        longitude=_coordinate(row.get("lon")),
        parent=parent,
        level=row.get("level") or None,
        former_parents=tuple(
            f"region:{code.partition('@')[0]}" for code in _split(row.get("former_parents")) if code
        ),
    )


def _sites(folder: Path) -> Iterator[Reference]:
    for row in _rows(folder, "sites"):
        regions = [f"region:{code}" for code in _split(row.get("region_code")) if code]
        yield Reference(
            ref=f"site:{row['name']}",
            type=EntityType.SITE,
            name=row["name"],
            local_name=fold(row["name"]),
            aliases=_names(row, "aliases"),
            parent=regions[0] if regions else None,
            also_in=tuple(regions[1:]),
        )


def _organizations(folder: Path) -> Iterator[Reference]:
    for file in _ORGANIZATION_FILES:
        for row in _rows(folder, file):
            yield Reference(
                ref=f"org:{row['id']}",
                type=EntityType(row["type"]),
                name=row["name"],
                local_name=fold(row["name"]),
                aliases=_names(row, "aliases", "former"),
                name_en=row.get("name_en") or None,
            )


def _industries(folder: Path) -> Iterator[Reference]:
    for row in _rows(folder, "industries"):
        yield Reference(
            ref=f"industry:{row['id']}",
            type=EntityType.INDUSTRY,
            name=row["name"],
            local_name=fold(row["name"]),
            aliases=_names(row, "synonyms"),
            name_en=row.get("name_en") or None,
        )


def _names(row: _Row, *columns: str) -> tuple[str, ...]:
    """The names in some cells; a former one says until when behind an `@`."""
    cells = [name.partition("@")[0] for column in columns for name in _split(row.get(column))]
    return tuple(dict.fromkeys(name for name in cells if name and name != row["name"]))


def _split(cell: str | None) -> list[str]:
    return (cell or "").split("|")


def _coordinate(cell: str | None) -> float | None:
    return float(cell) if cell else None
