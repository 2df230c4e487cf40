"""Parties of a pact that the sentence behind it lists.

`협약식에는 13개 기관이 참여했다. 나래도와 다래시, 두루발전, 가온케미칼 등이다.`
"""

from __future__ import annotations

import re

from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.phrases import phrases
from graph.model import ORGANIZATIONS

_PACT = re.compile(
    r"(?:협약|양해각서|합의서|의향서|MOU|MOA)[^.\n]{0,90}"
    r"(?:참여|참석|참가|함께|동참|체결|맺|서명|이름을 올)[^.\n]{0,12}\.?$"
)
"""The end of a sentence that tells of a pact, and of its parties no names."""
_ENDS = re.compile(r"(?: 등)? ?(?:[0-9]+(?:곳|개 ?[가-힣]{1,2}|개))?(?:이다|입니다|다)\.?\s*$")
_OPENS = re.compile(r"(?:이들(?: [가-힣]{2})?은 |참여 ?(?:기관|기업)은 |[△▲◇○·\s]*)?")
_LEAST = 3
"""Parties of the shortest list that needs no words of its own."""


def parties_listed(reading: Reading, sentence: Sentence, before: Sentence) -> tuple[str, ...]:
    """The parties that a sentence lists, if it is a list and nothing else; else none."""
    text = reading.document.text
    ends = _ENDS.search(text, max(sentence.start, sentence.end - 24), sentence.end)
    if ends is None or not _PACT.search(text, before.start, before.end):
        return ()
    opens = _OPENS.match(text, sentence.start, sentence.end)
    start = opens.end() if opens is not None else sentence.start
    for phrase in phrases(reading, sentence, ORGANIZATIONS):
        whole = phrase.start == start and phrase.end == ends.start()
        if whole and len(phrase.keys) >= _LEAST:
            return phrase.keys
    return ()
