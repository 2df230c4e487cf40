"""The model's values as RDF literals, in the one form that a store gives back unchanged."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from pyoxigraph import Literal

from graph.values import PartialDate
from graph.vocabulary import BOOLEAN, DATE, DECIMAL, G_YEAR, G_YEAR_MONTH, INTEGER

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(text: str) -> Literal:
    """Text without a language, in NFC; half a surrogate pair, which no file can hold, as U+FFFD."""
    return Literal(_nfc(text))


def korean(text: str) -> Literal:
    """Text as a Korean article writes it.

    >>> korean("창원시")
    <Literal value=창원시 language=ko>
    """
    return Literal(_nfc(text), language="ko")


def english(text: str) -> Literal:
    """An English name."""
    return Literal(_nfc(text), language="en")


def integer(number: int) -> Literal:
    """A whole number, however large."""
    return Literal(str(number), datatype=INTEGER)


def decimal(number: float) -> Literal:
    """A number to six places, without zeros that say nothing.

    >>> decimal(0.95).value, decimal(1.0).value, decimal(127.69).value
    ('0.95', '1', '127.69')
    """
    exact = (Decimal(repr(round(number, 6))) + 0).normalize()
    return Literal(format(exact, "f"), datatype=DECIMAL)


def boolean(*, holds: bool) -> Literal:
    """Whether something holds."""
    return Literal("true" if holds else "false", datatype=BOOLEAN)


def year(number: int) -> Literal:
    """A year."""
    return Literal(f"{number:04}", datatype=G_YEAR)


def date(when: PartialDate) -> Literal:
    """A date with the datatype of its precision.

    >>> date(PartialDate(2022, 3)).datatype
    <NamedNode value=http://www.w3.org/2001/XMLSchema#gYearMonth>
    """
    datatype = DATE if when.day else G_YEAR_MONTH if when.month else G_YEAR
    return Literal(str(when), datatype=datatype)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", _LONE_SURROGATE.sub("\ufffd", text))
