"""Text that is safe to stand in an XML file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape

from graph.exports.columns import Cell

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}


def xml(value: str | int | float) -> str:
    """A value as XML character data or a double-quoted attribute; what XML forbids is dropped.

    >>> xml('AT&T "x"' + chr(1))
    'AT&amp;T &quot;x&quot;'
    """
    if type(value) is not str:
        return str(value)
    if _is_safe(value):
        return value
    return escape(_NOT_XML.sub("", value), _REFERENCES)


def filled(beginnings: Iterable[str], cells: Iterable[Cell], ending: str) -> str:
    """The known values, each between the beginning of its column and the ending; no others.

    >>> filled(['<x v="', '<y v="'], [None, 5], '"/>')
    '<y v="5"/>'
    """
    return "".join(
        [
            f"{beginning}{cell if type(cell) is not str or _is_safe(cell) else xml(cell)}{ending}"
            for beginning, cell in zip(beginnings, cells, strict=True)
            if cell is not None and beginning
        ]
    )


def _is_safe(text: str) -> bool:
    """Whether it can stand as it is, found faster than by a regular expression."""
    return (
        text.isprintable()
        and "&" not in text
        and "<" not in text
        and ">" not in text
        and '"' not in text
    )
