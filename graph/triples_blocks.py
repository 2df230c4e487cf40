"""Runs of plain triples in a query, as they stand among its tokens.

Read is what most queries are made of: statements whose subjects and objects are single terms. What
is written otherwise (`[…]`, lists, quoted triples) ends a run and is left alone, and of a query
that holds a form that is not known here nothing is read. The reader says what stands where; it
judges no syntax.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.store import QueryError
from graph.tokens import Token, closing, prologue_length

_TERMS = frozenset({"var", "iri", "name"})
_GROUP_OPENERS = frozenset({"OPTIONAL", "MINUS", "UNION"})
_REPEATED = frozenset("*+?")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One triple pattern, each part as it is written.

    `verb` has the tokens of `path`; the kinds of subject and object are those of their first token.
    """

    subject: str
    verb: tuple[Token, ...]
    path: str
    object: str
    subject_kind: str
    object_kind: str

    def __str__(self) -> str:
        return f"{self.subject} {self.path} {self.object}"


@dataclass(frozen=True, slots=True)
class Run:
    """Patterns that stand behind one another in one group, and where in the query's text."""

    start: int
    end: int
    patterns: tuple[Pattern, ...]
    in_graph: bool
    ends_with_dot: bool


def runs(query: str, found: Sequence[Token]) -> list[Run]:
    """The runs of a query, of which the tokens are given, in order.

    None where something in it is not known here. Blank nodes with a label may not stand in two
    runs, so a query with one has none.
    """
    if any(token.kind == "blank" for token in found):
        return []
    try:
        return _Reader(query, found).read()
    except (QueryError, IndexError, _UnknownError):
        return []


class _UnknownError(Exception):
    """The query holds a form that is not known here."""


class _Reader:
    def __init__(self, query: str, found: Sequence[Token]) -> None:
        self._query, self._found = query, found
        self._runs: list[Run] = []
        self._graphs = 0

    def read(self) -> list[Run]:
        start = prologue_length(self._found)
        first = self._found[start]
        if first.says("CONSTRUCT"):
            if self._found[start + 1].text != "{":
                return []
            start = closing(self._found, start + 1) + 1
        elif not first.says("SELECT", "ASK", "DESCRIBE"):
            raise _UnknownError
        self._group(self._group_ahead(start))
        return self._runs

    def _group_ahead(self, index: int) -> int:
        """The next opening brace that stands in no other bracket."""
        while (text := self._found[index].text) != "{":
            index = closing(self._found, index) + 1 if text in "([" else index + 1
        return index

    def _group(self, opening: int) -> int:
        """Read a group; the index behind it."""
        index = opening + 1
        if self._found[index].says("SELECT"):
            self._group(self._group_ahead(index))
            return closing(self._found, opening) + 1
        while (token := self._found[index]).text != "}":
            if token.text == ".":
                index += 1
            elif token.text == "{":
                if self._found[index + 1].text == "|":  # what is said of the triple before it
                    raise _UnknownError
                index = self._group(index)
            elif token.kind == "word":
                index = self._clause(index)
            else:
                index = self._run(index)
        return index + 1

    def _clause(self, index: int) -> int:
        """Read what begins with a keyword; the index behind it."""
        token, after = self._found[index], index + 1
        if token.says(*_GROUP_OPENERS):
            return self._group(self._must_be("{", after))
        if token.says("GRAPH"):
            self._graphs += 1
            behind = self._group(self._must_be("{", after + 1))
            self._graphs -= 1
            return behind
        if token.says("FILTER"):
            return self._filter(after)
        if token.says("BIND"):
            return closing(self._found, self._must_be("(", after)) + 1
        if token.says("VALUES"):
            many = self._found[after].text == "("
            data = closing(self._found, after) + 1 if many else after + 1
            return closing(self._found, self._must_be("{", data)) + 1
        raise _UnknownError

    def _filter(self, index: int) -> int:
        if self._found[index].says("NOT"):
            index += 1
        if self._found[index].says("EXISTS"):
            return self._group(self._must_be("{", index + 1))
        if self._found[index].text != "(":
            index += 1
        return closing(self._found, self._must_be("(", index)) + 1

    def _must_be(self, text: str, index: int) -> int:
        if self._found[index].text != text:
            raise _UnknownError
        return index

    def _run(self, index: int) -> int:
        """Read statements for as long as they are plain; the index behind them."""
        patterns: list[Pattern] = []
        first = end = index
        while (statement := self._statement(end)) is not None:
            found, end = statement
            patterns += found
            if self._found[end].text == ".":
                end += 1
            if self._found[end].kind not in _TERMS:
                break
        if patterns:
            last = self._found[end - 1]
            self._runs.append(
                Run(
                    self._found[first].start,
                    last.end,
                    tuple(patterns),
                    in_graph=self._graphs > 0,
                    ends_with_dot=last.text == ".",
                )
            )
        return end if end > first else self._behind_other(first)

    def _statement(self, index: int) -> tuple[list[Pattern], int] | None:
        """The patterns of a plain statement and the index behind it; None where it is none."""
        if self._found[index].kind not in _TERMS:
            return None
        subject = self._found[index]
        patterns: list[Pattern] = []
        index += 1
        while True:
            first, index = index, self._behind_verb(index)
            if index < 0:
                return None
            verb, path = tuple(self._found[first:index]), self._text(first, index)
            while True:
                behind = self._behind_object(index)
                if behind < 0:
                    return None
                patterns.append(
                    Pattern(
                        subject.text,
                        verb,
                        path,
                        self._text(index, behind),
                        subject.kind,
                        self._found[index].kind,
                    )
                )
                index = behind + 1
                if self._found[behind].text != ",":
                    break
            index = behind
            while self._found[index].text == ";":
                index += 1
            if index == behind or self._ends_statement(index):
                return (patterns, index) if self._ends_statement(index) else None

    def _ends_statement(self, index: int) -> bool:
        token = self._found[index]
        return token.text in (".", "}", "{") or (token.kind == "word" and token.text != "a")

    def _text(self, first: int, behind: int) -> str:
        return self._query[self._found[first].start : self._found[behind - 1].end]

    def _behind_verb(self, index: int) -> int:
        """The index behind a predicate or a path; -1 where there is none."""
        if self._found[index].kind == "var":
            return index + 1
        index = self._behind_step(index)
        while index >= 0 and self._found[index].text in ("/", "|"):
            index = self._behind_step(index + 1)
        return index

    def _behind_step(self, index: int) -> int:
        while self._found[index].text in ("^", "!"):
            index += 1
        token = self._found[index]
        if token.text == "(":
            inner = self._behind_verb(index + 1)
            if inner < 0 or self._found[inner].text != ")":
                return -1
            index = inner + 1
        elif token.kind in ("iri", "name") or token.text == "a":
            index += 1
        else:
            return -1
        if self._found[index].text in _REPEATED:
            index += 1
            if self._found[index].kind == "number":  # a signed number is an object
                return -1
        return index

    def _behind_object(self, index: int) -> int:
        """The index behind a term; -1 where it is none that is known here."""
        token = self._found[index]
        if token.kind in _TERMS or token.kind == "number" or token.text in ("true", "false"):
            return index + 1
        if token.kind != "string":
            return -1
        after = self._found[index + 1]
        if after.kind == "lang":
            return index + 2
        return index + 3 if after.text == "^^" else index + 1

    def _behind_other(self, index: int) -> int:
        """The index behind a statement that is not plain."""
        while not self._ends_statement(index):
            text = self._found[index].text
            index = closing(self._found, index) + 1 if text in "([" else index + 1
        if self._found[index].text == "{":
            raise _UnknownError
        return index
