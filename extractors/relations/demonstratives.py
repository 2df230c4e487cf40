"""`이 사업`, `해당 사업`, `사업은`: words that mean whatever project the text is talking about.

Entities come to the relations with such words bound to the project named last. What they mean is
the theme that the sentence takes over: in `산업부 공모의 하나로 뽑힌 이 사업은` it is not the call.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.reading import Occurrence, Reading
from extractors.relations.descriptions import tags_at
from extractors.relations.themes import Themes
from graph.model import EntityType

_WORK = re.compile(r"(?:(?:이번|이|해당|같은|동)\s)?(?:사업|프로젝트)")

_OF_TIME = re.compile(r"(?:올해|내년|지난해|현재|당시|다음|이번|[0-9]+[년월일차]?) $")
_SEVERAL = re.compile(r"(?:이들|이런|두|세|네|[0-9]+개|다른|각|여러|관련|모든) $")


def _is_another(reading: Reading, word: Occurrence) -> bool:
    """Whether a noun before `사업` tells it from the others: `인력양성 사업`, `1단계 사업`."""
    text = reading.document.text
    if " " in text[word.start : word.end] or text[word.start - 1 : word.start] != " ":
        return False
    if _OF_TIME.search(text, max(0, word.start - 12), word.start):
        return False
    return tags_at(reading, word.start).get(word.start - 1, "").startswith(("N", "SL", "XSN"))


def unsettled(reading: Reading) -> Reading:
    """The reading without such words."""
    words = _words(reading)
    if not words:
        return reading
    others = tuple(occurrence for occurrence in reading.occurrences if occurrence not in words)
    return replace(reading, occurrences=others)


def settle(reading: Reading) -> Reading:
    """The reading with every such word bound to its sentence's theme."""
    text = reading.document.text
    words = _words(reading)
    if not words:
        return reading
    rest = unsettled(reading)
    themes = Themes(rest)
    settled: list[Occurrence] = []
    for word in sorted(words):
        if _SEVERAL.search(text[max(0, word.start - 6) : word.start]):
            continue
        if _is_another(reading, word):
            continue
        theme = themes.before(word.start)
        settled.append(word._replace(key=theme.key) if theme is not None else word)
    return replace(reading, occurrences=tuple(sorted((*rest.occurrences, *settled))))


def _words(reading: Reading) -> frozenset[Occurrence]:
    text = reading.document.text
    return frozenset(
        occurrence
        for occurrence in reading.occurrences
        if not occurrence.named
        and reading.by_key[occurrence.key].type is EntityType.PROJECT
        and _WORK.fullmatch(text[occurrence.start : occurrence.end])
    )
