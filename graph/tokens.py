"""The terminals of SPARQL 1.1: what stands where in a query or an update that is let through.

`graph.sparql` decides what is let through and refuses what could be read in two ways; this reader
comes after it, to find clauses and change them by place. It judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode, Store

from graph.store import QueryError

_NAME = r"[^\W\d_][\w\-·.]*(?<!\.)"
_LOCAL = r"(?:[\w:·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])"
_TOKEN = re.compile(
    rf"""
      (?P<space>  [ \t\r\n]+ | \#[^\r\n]* )
    | (?P<iri>    <(?:[^\x00-\x20<>\"{{}}|^`\\]|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}})*> )
    | (?P<string> \"\"\"(?:\"{{0,2}}(?:[^\"\\]|\\.))*\"\"\" | '''(?:'{{0,2}}(?:[^'\\]|\\.))*'''
                | \"(?:[^\"\\\r\n]|\\.)*\" | '(?:[^'\\\r\n]|\\.)*' )
    | (?P<blank>  _:[\w](?:[\w\-·.]*[\w\-·])? )
    | (?P<name>   (?:{_NAME})?:(?:{_LOCAL}(?:(?:{_LOCAL}|[\-.])*(?:{_LOCAL}|-))?)? )
    | (?P<var>    [?$]\w+ )
    | (?P<lang>   @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<number> (?:\d+\.?\d*|\.\d+)(?:[eE][+\-]?\d+)? )
    | (?P<word>   \w+ )
    | (?P<sign>   \^\^ | && | \|\| | != | <= | >= | . )
    """,
    re.VERBOSE | re.DOTALL,
)
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")


class Token(NamedTuple):
    """One terminal: its kind, its text and where it stands."""

    kind: str
    text: str
    start: int
    end: int

    def says(self, *words: str) -> bool:
        """Whether it is one of some keywords, in whatever case."""
        return self.kind == "word" and self.text.upper() in words


def tokens(text: str) -> list[Token]:
    """The terminals in order, without spaces and comments.

    >>> [token.text for token in tokens("SELECT * { ?s a smk:Project . } # all")]
    ['SELECT', '*', '{', '?s', 'a', 'smk:Project', '.', '}']
    """
    return [
        Token(found.lastgroup or "", found[0], *found.span())
        for found in _TOKEN.finditer(text)
        if found.lastgroup != "space"
    ]


def closing(found: Sequence[Token], opening: int) -> int:
    """The index of the bracket that closes the one at `opening`.

    Raises QueryError where none does.
    """
    depth = 0
    for index in range(opening, len(found)):
        depth += (found[index].text in OPENING) - (found[index].text in CLOSING)
        if depth == 0:
            return index
    raise QueryError("a bracket is not closed")


def prologue_length(found: Sequence[Token], at: int = 0) -> int:
    """How many tokens from `at` on are PREFIX and BASE declarations."""
    end = at
    while end < len(found) and found[end].says("PREFIX", "BASE"):
        end += 3 if found[end].says("PREFIX") else 2
    return min(end, len(found)) - at


def resolved(prologue: str, names: Iterable[str], base: str | None) -> list[NamedNode]:
    """What IRIs and prefixed names stand for, as Oxigraph reads them below a prologue.

    Raises QueryError for a prefix that is not declared.
    """
    terms = " ".join(names)
    if not terms:
        return []
    try:
        rows = Store().query(f"{prologue}\nSELECT * {{ VALUES ?iri {{ {terms} }} }}", base_iri=base)
    except (SyntaxError, ValueError) as error:
        raise QueryError(str(error)) from error
    return [row["iri"] for row in rows]  # type: ignore[union-attr]
