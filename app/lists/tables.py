"""Rows as CSV, as an Excel sheet, or as lines of JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from fastapi import Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from app.lists.asking import Asking, Form
from app.lists.listing import Column
from graph.exports.chunks import csv_rows, in_blocks
from graph.exports.formulas import spreadsheet_cell
from graph.exports.workbook import write_table

MEDIA_TYPES = {
    Form.CSV: "text/csv; charset=utf-8",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.JSONL: "application/jsonl",
}


def table(
    name: str,
    asked: Asking,
    rows: Iterator[BaseModel],
    columns: Sequence[Column],
    headers: Mapping[str, str],
) -> Response:
    """Rows in the form asked for, written while they are sent; not for JSON."""
    match asked.form:
        case Form.JSONL:
            kept = set(asked.select) or None
            blocks = in_blocks(
                f"{row.model_dump_json(include=kept, by_alias=True)}\n" for row in rows
            )
        case Form.XLSX:
            cells = ({one.name: one.cell(row) for one in columns} for row in rows)
            blocks = write_table(name, [column.name for column in columns], cells)
        case _:
            blocks = in_blocks(csv_rows(_lines(rows, columns), bom=asked.bom))
    return StreamingResponse(
        blocks,
        media_type=MEDIA_TYPES[asked.form],
        headers={
            **headers,
            "Content-Disposition": f'attachment; filename="sanmaek-{name}.{asked.form}"',
        },
    )


def group_columns(group_by: Sequence[str]) -> list[Column]:
    """The columns of a table of groups."""
    columns: list[Column] = []
    for name in group_by:
        columns.append(Column(name, "key", partial(_of_group, "key", name)))
        columns.append(Column(f"{name}_label", "label", partial(_of_group, "label", name)))
    return [*columns, Column("count", "count", lambda group: group.count)]


def _of_group(field: str, name: str, group: BaseModel) -> str | None:
    found: str | None = getattr(group, field)[name]
    return found


def _lines(rows: Iterable[BaseModel], columns: Sequence[Column]) -> Iterator[Iterable[object]]:
    yield [column.name for column in columns]
    for row in rows:
        cells = [column.cell(row) for column in columns]
        yield ["" if cell is None else spreadsheet_cell(_written(cell)) for cell in cells]


def _written(cell: object) -> object:
    return cell if isinstance(cell, str | int | float) else str(cell)
