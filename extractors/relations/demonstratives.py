"""`이 사업`, `해당 사업`, `사업은`: words that mean whatever project the text is talking about.

Entities come to the relations with such words bound to the project named last. What they mean is
the theme that the sentence takes over: in `산업부 공모의 하나로 뽑힌 이 사업은` it is not the call.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.reading import Occurrence, Reading
from extractors.relations.themes import Themes
from graph.model import EntityType

_WORK = re.compile(r"(?:(?:이번|이|해당|같은|동)\s)?(?:사업|프로젝트)")

_OWN_WORD = re.compile(r"(?:^|[ \n])(?P<word>[가-힣A-Za-z0-9·ㆍ-]*[가-힣A-Za-z0-9]) $")
_ENDED = re.compile(
    r"(?:[은는을를의에로며고도만과와한된할될던인해진온간난린운낸든선쓴큰]|이|가|에서|까지|부터|위해|[년월일원]|다음|현재|당시|올해|내년|이번|본)$"
)
_SEVERAL = re.compile(r"(?:이들|이런|두|세|네|[0-9]+개|다른|각|여러|관련|모든) $")


def _is_another(text: str, word: Occurrence) -> bool:
    """Whether a noun before `사업` tells it from the others: `인력양성 사업`, `1단계 사업`."""
    if " " in text[word.start : word.end]:
        return False
    own = _OWN_WORD.search(text, max(0, word.start - 16), word.start)
    return own is not None and not _ENDED.search(own["word"])


def settle(reading: Reading) -> Reading:
    """The reading with every such word bound to its sentence's theme."""
    text = reading.document.text
    words = [
        occurrence
        for occurrence in reading.occurrences
        if not occurrence.named
        and reading.by_key[occurrence.key].type is EntityType.PROJECT
        and _WORK.fullmatch(text[occurrence.start : occurrence.end])
    ]
    if not words:
        return reading
    others = tuple(occurrence for occurrence in reading.occurrences if occurrence not in set(words))
    themes = Themes(replace(reading, occurrences=others))
    settled: list[Occurrence] = []
    for word in words:
        if _SEVERAL.search(text[max(0, word.start - 6) : word.start]):
            continue
        if _is_another(text, word):
            continue
        theme = themes.before(word.start)
        settled.append(replace(word, key=theme.key) if theme is not None else word)
    return replace(reading, occurrences=tuple(sorted((*others, *settled))))
