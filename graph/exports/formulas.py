"""Cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes Excel calculate; a Korean one reads the wide signs as well."""

_PERIOD = re.compile("-[0-9]{4}")


def spreadsheet_cell(value: object) -> object:
    """A cell that no spreadsheet takes for a formula; an open period (`-2030`) stays as it is.

    >>> spreadsheet_cell("＝HYPERLINK(1)"), spreadsheet_cell("-2030"), spreadsheet_cell(-5)
    ("'＝HYPERLINK(1)", '-2030', -5)
    """
    if isinstance(value, str) and value.startswith(_FORMULA) and not _PERIOD.fullmatch(value):
        return "'" + value
    return value
