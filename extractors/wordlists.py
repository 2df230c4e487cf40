"""The word lists that the rules read names with: `lexicon/*.tsv`, one row a word.

A list holds words of Korean, not names: what a project's name ends in, what never stands in one.
Names belong to `seeds/gazetteer`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "lexicon"


@cache
def kinds_of(name: str) -> Mapping[str, frozenset[str]]:
    """Every word of a list with the kinds that its row gives."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["word"]: frozenset(row["kind"].split("|")) for row in rows}


def words(name: str, *kinds: str) -> frozenset[str]:
    """The words of a list, of those kinds only where any is given.

    >>> "댐" in words("project_tails", "place")
    True
    """
    wanted = frozenset(kinds)
    return frozenset(word for word, own in kinds_of(name).items() if not wanted or own & wanted)


def either(name: str, *kinds: str) -> str:
    """A regular expression that matches any of the words, the longest first."""
    found = sorted(words(name, *kinds), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in found)
