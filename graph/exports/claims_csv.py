"""Every claim as a row of a table, with its source: for Excel, R and pandas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.exports.chunks import csv_rows, in_blocks
from graph.exports.formulas import spreadsheet_cell
from graph.interchange import values_to_json
from graph.quotes import shown_quote
from graph.statements import Statement
from graph.view import View

__all__ = ["COLUMNS", "claim_cells", "spreadsheet_cell", "write_claims"]

_SLOTS = ("project", "person", "organization", "entity", "place", "part", "whole", "industry")
_VALUES = (
    "amount_krw",
    "currency",
    "amount",
    "kind",
    "source",
    "period",
    "title",
    "former",
    "acting",
    "as",
    "status",
    "date",
    "scheduled",
    "subject",
    "product",
)
COLUMNS = (
    "claim",
    "type",
    *_SLOTS,
    "company",
    "parties",
    *_VALUES,
    "quote",
    "start",
    "end",
    "confidence",
    "rule",
    "article",
    "published",
    "outlet",
    "article_title",
    "url",
)


def write_claims(view: View) -> Iterator[bytes]:
    """All statements, in order of publication; entities by name, amounts in won.

    UTF-8 with a byte order mark, for Excel in Korea garbles Korean without one.
    """
    return in_blocks(csv_rows(_rows(view), bom=True))


def _rows(view: View) -> Iterator[tuple[object, ...]]:
    yield COLUMNS
    for statement in view.statements:
        cells = claim_cells(statement, view)
        yield tuple(spreadsheet_cell(cells.get(name, "")) for name in COLUMNS)


def claim_cells(statement: Statement, view: View) -> Mapping[str, object]:
    """A statement's values by column; what it does not say is left out or empty."""
    article, evidence = statement.article, statement.claim.evidence
    names = {
        slot: "|".join(view.entities[path].name for path in paths)
        for slot, paths in statement.paths.items()
    }
    return {
        **values_to_json(statement.claim),
        **{slot: names.get(slot, "") for slot in (*_SLOTS, "company", "parties")},
        **({"subject": names["subject"]} if "subject" in names else {}),
        "claim": statement.id,
        "type": statement.claim.TYPE,
        "quote": shown_quote(statement) or "",
        "start": evidence.span.start if evidence.span else "",
        "end": evidence.span.end if evidence.span else "",
        "confidence": evidence.confidence,
        "rule": evidence.extractor,
        "article": article.id,
        "published": str(article.published or ""),
        "outlet": article.outlet or "",
        "article_title": article.title or "",
        "url": article.url or "",
    }
