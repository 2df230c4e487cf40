"""`smk:search` in a query: `?e smk:search "재료연구원"` becomes the entities that an index finds.

Written too: `?e smk:search ("재료연구원" 20)` for at most so many, and `(?e ?score) smk:search …`
for how well each fits. The pattern is taken out and a VALUES block put first in its group, so that
the rest of the group is looked up from the few entities that were found.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from pyoxigraph import NamedNode, Store

from graph.iris import Iris
from graph.store import QueryError
from graph.tokens import CLOSING, OPENING, Token, closing, prologue_length, resolved, tokens
from graph.vocabulary import SMK

SEARCH = NamedNode(f"{SMK}search")
USUAL_HITS, MOST_HITS = 100, 1000
_MOST_PATTERNS = 8
_HOW = (
    'write ?entity smk:search "text", ?entity smk:search ("text" 20), '
    'or (?entity ?score) smk:search "text"'
)


class Found(Protocol):
    """An entity that an index finds: its path, `<type>/<name or code>`, and how well it fits."""

    @property
    def path(self) -> str:
        """The entity's path."""

    @property
    def score(self) -> float:
        """How well it fits; more is better."""


class TextIndex(Protocol):
    """What `smk:search` looks in."""

    def search(self, text: str, limit: int) -> Iterable[Found]:
        """The entities that a text finds, best first, at most `limit`."""


Find = Callable[[str, int], Iterable[Found]]


def may_search(query: str) -> bool:
    """Whether there may be an `smk:search` in a query; where not, an index need not be asked."""
    return "search" in query


def with_hits(query: str, find: Find, iris: Iris) -> str:
    """The query with each `smk:search` replaced by what `find(text, limit)` gives, best first.

    Raises QueryError for a pattern that cannot be read.
    """
    for _ in range(_MOST_PATTERNS):
        if not may_search(query):
            return query
        found = tokens(query)
        at = _first_pattern(query, found)
        if at is None:
            return query
        query = _Pattern(query, found, at).replaced(find, iris)
    raise QueryError(f"a query has at most {_MOST_PATTERNS} smk:search patterns")


def _first_pattern(query: str, found: Sequence[Token]) -> int | None:
    start = prologue_length(found)
    if start == len(found):
        return None
    prologue = query[: found[start].start]
    for index in range(start, len(found)):
        token = found[index]
        named = token.kind == "name" and token.text.endswith(":search")
        if not named and token.text != str(SEARCH):
            continue
        if named and resolved(prologue, [token.text], None) != [SEARCH]:
            continue
        if not _in_template(found, index):
            return index
    return None


def _in_template(found: Sequence[Token], at: int) -> bool:
    """Whether it stands in a CONSTRUCT's template, which states and does not ask."""
    outermost, depth = 0, 0
    for index in range(at):
        if depth == 0 and found[index].text == "{":
            outermost = index
        depth += (found[index].text in OPENING) - (found[index].text in CLOSING)
    return found[outermost - 1].says("CONSTRUCT")


class _Pattern:
    """One pattern and where its parts stand: group, subject, predicate, object, end."""

    def __init__(self, query: str, found: Sequence[Token], at: int) -> None:
        self._query, self._found, self._at = query, found, at
        self._group = self._opening(at)
        self._start = self._statement_start()
        self._variables, self._list = self._subject()
        self._text, self._limit, self._end = self._object()

    def replaced(self, find: Find, iris: Iris) -> str:
        """The query with VALUES in the pattern's place."""
        rows = []
        for hit in find(self._text, self._limit):
            entity = iris.entity(hit.path)
            rows.append(f"({entity})" if len(self._variables) == 1 else f"({entity} {hit.score:e})")
        values = f" VALUES ({' '.join(self._variables)}) {{ {' '.join(rows)} }} "
        first, last = self._cut()
        opening = self._found[self._group].end
        return self._query[:opening] + values + self._query[opening:first] + self._query[last:]

    def _opening(self, at: int) -> int:
        depth = 0
        for index in range(at - 1, -1, -1):
            depth += (self._found[index].text in CLOSING) - (self._found[index].text in OPENING)
            if depth < 0:
                if self._found[index].text != "{":
                    break
                return index
        raise QueryError(f"smk:search stands in a group of triples: {_HOW}")

    def _statement_start(self) -> int:
        """Where the triples begin that the pattern is part of."""
        index = start = self._group + 1
        while index < self._at:
            token = self._found[index]
            if token.text in OPENING:
                end = closing(self._found, index)
                if token.text == "{" or self._found[start].kind == "word":
                    start = end + 1
                index = end + 1
            elif token.text == ".":
                index = start = index + 1
            elif token.kind == "word" and token.text not in ("a", "true", "false"):
                start = index
                index += 1
            else:
                index += 1
        return start

    def _subject(self) -> tuple[list[str], bool]:
        first = self._found[self._start]
        if first.kind == "var":
            return [first.text], False
        if first.text == "(":
            inner = self._found[self._start + 1 : closing(self._found, self._start)]
            if len(inner) == 2 and all(token.kind == "var" for token in inner):
                return [token.text for token in inner], True
        raise QueryError(f"what smk:search finds is a variable: {_HOW}")

    def _object(self) -> tuple[str, int, int]:
        index, limit = self._at + 1, USUAL_HITS
        rest = self._found[index:]
        in_list = bool(rest) and rest[0].text == "("
        if in_list:
            end = closing(self._found, index)
            inner = self._found[index + 1 : end]
            if len(inner) > 2 or not inner or (len(inner) == 2 and not inner[1].text.isdecimal()):
                raise QueryError(f"smk:search is given a text and a number: {_HOW}")
            limit = min(int(inner[1].text), MOST_HITS) if len(inner) == 2 else limit
            text, index = inner[0], end + 1
        else:
            text, index = rest[0], index + 1
            if index < len(self._found) and self._found[index].kind == "lang":
                index += 1
        if text.kind != "string" or index >= len(self._found):
            raise QueryError(f"the text that smk:search looks for stands in the query: {_HOW}")
        if self._found[index].text not in (";", ".", "}") and not self._begins_another(index):
            raise QueryError(f"smk:search is given one text: {_HOW}")
        return _value(text.text), limit, index

    def _begins_another(self, index: int) -> bool:
        return self._found[index].kind == "word" or self._found[index].text == "{"

    def _cut(self) -> tuple[int, int]:
        """From where to where the query is left out."""
        found, last = self._found, self._end
        before = self._at - 1
        if found[before].text == ";" and not self._list:
            return found[before].start, found[last].start
        subject_end = closing(found, self._start) if self._list else self._start
        if subject_end + 1 != self._at:
            raise QueryError(f"smk:search stands right behind its variable: {_HOW}")
        ends = last
        while found[ends].text == ";":
            ends += 1
        if found[ends].text in (".", "}") or self._begins_another(ends):
            stop = found[ends]
            return found[self._start].start, stop.end if stop.text == "." else stop.start
        if self._list:
            raise QueryError(f"a list with a score has no other property: {_HOW}")
        return found[self._at].start, found[ends].start


def _value(literal: str) -> str:
    rows = Store().query(f"SELECT * {{ VALUES ?text {{ {literal} }} }}")
    text: str = next(iter(rows))["text"].value  # type: ignore[arg-type]
    return unicodedata.normalize("NFC", text)
