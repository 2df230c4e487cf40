"""What a read-only query may not do: reach another server."""

from __future__ import annotations

from collections.abc import Iterator

from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from graph.store import QueryError

MAX_QUERY = 100_000
"""The longest query, in characters."""


def refuse_remote(query: str) -> None:
    """Raise QueryError for a query with SERVICE in it, or that is not SPARQL 1.1.

    A parser decides, so that no comment, escape or prefix hides the word. Oxigraph would carry a
    SERVICE out, and nothing in it switches that off.
    """
    if len(query) > MAX_QUERY:
        raise QueryError(f"the query has {len(query)} characters; at most {MAX_QUERY} are read")
    try:
        parsed = parseQuery(query)
    except ParseException as error:
        raise QueryError(
            f"not a SPARQL query: line {error.lineno}, column {error.column}: {error.line}"
        ) from error
    except (RecursionError, ValueError, TypeError, AttributeError) as error:
        raise QueryError(f"the query cannot be read: {error}") from error
    for part in _parts(parsed):
        if part.name == "ServiceGraphPattern":
            raise QueryError("SERVICE is switched off: a query answers from this graph alone")


def _parts(parsed: object) -> Iterator[CompValue]:
    ahead = [parsed]
    while ahead:
        part = ahead.pop()
        if isinstance(part, CompValue):
            yield part
            ahead.extend(part.values())
        elif isinstance(part, ParseResults | list | tuple):
            ahead.extend(part)
