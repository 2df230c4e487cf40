"""An Excel workbook: a sheet a type of entity, then every claim, columns typed.

Sums are numbers, whole days are dates, text is never a formula.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from graph.canonical import CanonicalEntity
from graph.exports.claims_csv import COLUMNS, claim_cells
from graph.iris import Iris
from graph.model import PLACES, UNDERTAKINGS, EntityType
from graph.network.ties import entity_nodes
from graph.values import PartialDate
from graph.view import Project, View

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

SHEETS: Mapping[EntityType, str] = {
    EntityType.PROJECT: "사업",
    EntityType.REGION: "지역",
    EntityType.SITE: "단지",
    EntityType.PERSON: "인물",
    EntityType.GOVERNMENT: "정부기관",
    EntityType.INSTITUTE: "연구기관",
    EntityType.COMPANY: "기업",
    EntityType.UNIVERSITY: "대학",
    EntityType.ASSOCIATION: "협회",
    EntityType.INDUSTRY: "산업",
    EntityType.EVENT: "행사",
}
"""The title of each type's sheet, in the order of the sheets."""
CLAIMS_SHEET = "출처"

EXACT = 2**53
"""Excel counts in floats: a larger number is written as text."""
_LONGEST = 32_767
_READ_AS_MORE = ("=", "#")
"""What openpyxl takes for a formula or an error."""
_BLOCK = 64 * 1024
_BARE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDE = frozenset({"name", "aliases", "iri", "quote", "article_title", "url"})
_DATES = frozenset({"published", "date"})

_UNDERTAKING = (
    "budget_krw",
    "budget_eok",
    "budget_kind",
    "other_sums",
    "status",
    "start_date",
    "end_date",
    "places",
    "industries",
    "part_of",
)


def write_workbook(view: View, iris: Iris) -> Iterator[bytes]:
    """The workbook as XLSX; it is kept in a file on disk while it is made."""
    book = Workbook(write_only=True)
    for kind, title in SHEETS.items():
        entities = [entity for entity in view.entities.values() if entity.type is kind]
        _sheet(book, title, _header(kind), _rows(view, iris, entities))
    _sheet(book, CLAIMS_SHEET, COLUMNS, _claims(view))
    yield from _saved(book)


def write_table(
    title: str, header: Sequence[str], rows: Iterable[Mapping[str, object]]
) -> Iterator[bytes]:
    """A workbook of one sheet; a `PartialDate` that is a whole day becomes a date."""
    book = Workbook(write_only=True)
    _sheet(book, title, header, rows)
    yield from _saved(book)


def _saved(book: Workbook) -> Iterator[bytes]:
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while block := file.read(_BLOCK):
            yield block


def _header(kind: EntityType) -> tuple[str, ...]:
    header: tuple[str, ...] = ("id", "name", "aliases", "name_en", "sources")
    if kind in UNDERTAKINGS:
        header += _UNDERTAKING
    if kind in PLACES:
        header += ("latitude", "longitude", "lies_in")
    return (*header, "iri")


def _rows(
    view: View, iris: Iris, entities: list[CanonicalEntity]
) -> Iterator[Mapping[str, object]]:
    projects = {project.entity.path: project for project in view.projects}
    for entity, node in zip(entities, entity_nodes(view, iris, entities), strict=True):
        project = projects.get(entity.path)
        yield {
            "id": entity.path,
            "name": entity.name,
            "aliases": "|".join(entity.aliases),
            "name_en": entity.name_en,
            "sources": node.sources,
            "budget_krw": node.budget_krw,
            "budget_eok": None if node.budget_krw is None else node.budget_krw / 100_000_000,
            "budget_kind": node.budget_kind,
            "status": node.status,
            "start_date": node.start_date,
            "end_date": node.end_date,
            "latitude": entity.latitude,
            "longitude": entity.longitude,
            "lies_in": _names(view, entity.parents),
            "iri": node.uri,
            **(_of_project(view, project) if project else {}),
        }


def _of_project(view: View, project: Project) -> dict[str, object]:
    return {
        "other_sums": len(project.other_budgets),
        "places": _names(view, sorted(project.places)),
        "industries": _names(view, project.industries),
        "part_of": _names(view, project.wholes),
    }


def _names(view: View, paths: Iterable[str]) -> str:
    return "|".join(view.entities[path].name for path in paths)


def _claims(view: View) -> Iterator[Mapping[str, object]]:
    for statement in view.statements:
        cells = dict(claim_cells(statement, view))
        for name in _DATES:
            if cells.get(name):
                cells[name] = PartialDate.parse(str(cells[name]))
        yield cells


def _sheet(
    book: Workbook,
    title: str,
    header: Sequence[str],
    rows: Iterable[Mapping[str, object]],
) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, name in enumerate(header, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = 40 if name in _WIDE else 16
    sheet.append([_bold(sheet, name) for name in header])
    for row in rows:
        sheet.append([_cell(sheet, row.get(name)) for name in header])


def _bold(sheet: WriteOnlyWorksheet, name: str) -> Any:
    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: object) -> Any:
    """A value as Excel knows it: number, date or text, an unknown one an empty cell."""
    if value is None or value == "":
        return None
    if isinstance(value, PartialDate):
        value = date(value.year, value.month, value.day) if _is_day(value) else str(value)
    if isinstance(value, int) and abs(value) > EXACT:
        value = str(value)
    if not isinstance(value, str):
        return value
    text = _BARE.sub("", value)[:_LONGEST]
    if not text.startswith(_READ_AS_MORE):
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell


def _is_day(value: PartialDate) -> bool:
    """Whether Excel, whose first day is in 1900, can hold it as a date."""
    return bool(value.day) and value.year >= 1900
