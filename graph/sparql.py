r"""What a query or an update may not do: reach another server, or bring the process down.

Oxigraph carries SERVICE and LOAD out and nothing in it switches that off, and a query nested
thousands deep overflows its stack. So the query's tokens are read first. A full parser of another
make is no judge of this: where the two disagree (on what ends a comment, on when `\u0022` becomes
a quote), what one takes for a comment or a string the other executes. What could be read in two
ways is therefore refused, and a query is read both as it stands and with its escapes expanded
first, as SPARQL 1.1 has it and Oxigraph has not.
"""

from __future__ import annotations

import re

from graph.store import QueryError

MAX_QUERY = 100_000
"""The longest query, in characters, unless a setting says otherwise."""

MAX_TOKENS = 5_000
"""The most words, names, strings and signs of a query: Oxigraph's stack held three times as many.

An update may have more, for its data do not nest.
"""

MAX_DEPTH = 64
"""The deepest nesting of brackets, and the most negations."""

_UCHAR = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_ESCAPE = rf"\\[tbnrf\"'\\]|{_UCHAR}"
_IRI_PART = rf"(?:[^\x00-\x20<>\"{{}}|^`\\]|{_UCHAR})*"
_TOKEN = re.compile(
    rf"""
      (?P<space>   [ \t\r\n]+ | \#[^\r\n]* )
    | (?P<text>    \"\"\"(?:\"{{0,2}}(?:[^\"\\]|{_ESCAPE}))*\"\"\"
                 | '''(?:'{{0,2}}(?:[^'\\]|{_ESCAPE}))*'''
                 | \"\"(?!\") | \"(?:[^\"\\\r\n]|{_ESCAPE})+\"
                 | ''(?!')    | '(?:[^'\\\r\n]|{_ESCAPE})+'
                 | <[A-Za-z][A-Za-z0-9+.\-]*://{_IRI_PART}> )
    | (?P<unclear> <(?=[^<>]*['\#]){_IRI_PART}> )
    | (?P<name>    (?: [?$]\w* | [\w\-]*:[\w\-:]* ) (?: \\[_~.\-!$&'()*+,;=/?\#@%][\w\-:]* )* )
    | (?P<word>    \w+ )
    | (?P<sign>    [^\"'\#\\\w] )
    """,
    re.VERBOSE,
)
_CALL = re.compile("service", re.IGNORECASE)
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")


def refuse_remote(text: str, *, longest: int = MAX_QUERY, update: bool = False) -> None:
    """Raise QueryError for SERVICE, in an update LOAD too, and for what is too long or too deep.

    >>> refuse_remote('SELECT ("SERVICE" AS ?service) {}  # SERVICE')
    >>> refuse_remote("SELECT * { service silent ?s {} }")
    Traceback (most recent call last):
    graph.store.QueryError: SERVICE is switched off: a query answers from this graph alone
    """
    if not update and len(text) > longest:
        raise QueryError(f"the query has {len(text)} characters; at most {longest} are read")
    for reading in dict.fromkeys((text, _expanded(text))):
        _check(reading, update=update)


def _check(query: str, *, update: bool) -> None:
    at = tokens = depth = negations = 0
    while at < len(query):
        token = _TOKEN.match(query, at)
        if token is None or token.lastgroup == "unclear":
            line = query.count("\n", 0, at) + 1
            raise QueryError(f"not a SPARQL query: line {line}: {query[at : at + 40]!r}")
        found, kind = token[0], token.lastgroup
        at = token.end()
        if kind == "space":
            continue
        if _is_call(found, kind):
            raise QueryError("SERVICE is switched off: a query answers from this graph alone")
        if update and _is_load(found, kind):
            raise QueryError(
                "LOAD is switched off: nothing is fetched; send the data to /rdf-graph-store"
            )
        tokens += 1
        depth += (found in _OPEN) - (found in _CLOSE)
        negations += found == "!" and query[at : at + 1] != "="
        if (tokens > MAX_TOKENS and not update) or depth > MAX_DEPTH or negations > MAX_DEPTH:
            raise QueryError(
                f"the query is too large: at most {MAX_TOKENS} words and signs, "
                f"{MAX_DEPTH} levels and {MAX_DEPTH} negations are read"
            )


def _is_call(found: str, kind: str | None) -> bool:
    """Whether the word stands where a parser may take it for the keyword, a space or none."""
    if kind == "name":
        before, colon, _ = found.partition(":")
        return bool(colon) and found[0] not in "?$" and bool(_CALL.search(before))
    return kind == "word" and bool(_CALL.search(found))


def _is_load(found: str, kind: str | None) -> bool:
    """Whether the word begins as the keyword does, which stands first in its operation."""
    return kind in ("name", "word") and found[:4].lower() == "load"


def _expanded(query: str) -> str:
    return re.sub(_UCHAR, lambda escape: _letter(escape[0]), query)


def _letter(escape: str) -> str:
    code = int(escape[2:], 16)
    return chr(code) if code < 0x110000 else escape
