"""Every claim as a row of a table, with its source: for Excel, R and pandas.

UTF-8 with a byte order mark, for Excel in Korea garbles Korean without one.
"""

from __future__ import annotations

import csv
import io
import re
from typing import BinaryIO

from graph.interchange import values_to_json
from graph.knowledge import Snapshot

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

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes Excel calculate; a Korean one reads the wide signs as well."""

_PERIOD = re.compile("-[0-9]{4}")


def write(snapshot: Snapshot, out: BinaryIO) -> None:
    """All statements, in order of publication; entities by name, amounts in won."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    table = csv.DictWriter(text, COLUMNS, restval="", extrasaction="ignore")
    table.writeheader()
    for statement in snapshot.view.statements:
        article, evidence = statement.article, statement.claim.evidence
        names = {
            slot: "|".join(snapshot.view.entities[path].name for path in paths)
            for slot, paths in statement.paths.items()
        }
        row = {
            **values_to_json(statement.claim),
            **{slot: names.get(slot, "") for slot in (*_SLOTS, "company", "parties")},
            **({"subject": names["subject"]} if "subject" in names else {}),
            "claim": statement.id,
            "type": statement.claim.TYPE,
            "quote": evidence.quote,
            "start": evidence.span.start if evidence.span else "",
            "end": evidence.span.end if evidence.span else "",
            "confidence": evidence.confidence,
            "rule": evidence.extractor,
            "article": article.id,
            "published": article.published or "",
            "outlet": article.outlet or "",
            "article_title": article.title or "",
            "url": article.url or "",
        }
        table.writerow({name: spreadsheet_cell(value) for name, value in row.items()})
    text.detach()


def spreadsheet_cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula; an open period (`-2030`) stays as it is.

    >>> spreadsheet_cell("＝HYPERLINK(1)"), spreadsheet_cell("-2030"), spreadsheet_cell(-5)
    ("'＝HYPERLINK(1)", '-2030', -5)
    """
    if isinstance(value, str) and value.startswith(_FORMULA) and not _PERIOD.fullmatch(value):
        return "'" + value
    return value
