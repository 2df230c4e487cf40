"""Parts that a sentence on their whole only counts: `두 사업은 X의 일부다`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.numerals import NUMERALS
from extractors.relations.phrases import CLOSING, Phrase
from graph.model import EntityType, PartOf

_ANY = frozenset(
    {"곳", "건", "개", "가지", "사업", "과제", "프로젝트", "갈래", "시설", "공사", "일"}
)
_GROUP = re.compile(
    rf"(?:이들|위|앞의|이)? ?(?:(?P<word>{'|'.join(NUMERALS)})|(?P<digit>[2-9])개?) ?"
    r"(?P<noun>[가-힣]{1,6}?)(?: 모두| 다)?(?:[은는이가](?= )| 모두)|"
    r"둘 ?(?:다|은|이|모두)|두 곳 ?다"
)
_BELONGS = re.compile(
    r"일부|과제|하나|속[한하해]|포함|자리|올[라랐]|담[겼긴기]|지정|선정|뽑|묶|나온|이루|꾸리|들어|뼈대|축|"
    r"세부|갈래|딸린|일환|줄기|반영"
)
_AHEAD = 16
"""Within how many letters of a sentence's start its subject stands."""
_BACK = 12
"""How many sentences back the counted parts may stand."""


def grouped(reading: Reading, number: int, named: Sequence[Phrase]) -> Iterator[PartOf]:
    """The parts that the sentence of that number counts, where it names their whole."""
    sentences = reading.document.sentences
    sentence = sentences[number]
    text = reading.document.text
    group = _GROUP.search(text, sentence.start, min(sentence.end, sentence.start + _AHEAD))
    if group is None:
        return
    whole = next((phrase for phrase in named if phrase.start >= group.end()), None)
    if whole is None or len(whole.keys) != 1 or named[0].start < group.start():
        return
    if _BELONGS.search(text, whole.end, min(sentence.end, whole.end + 40)) is None:
        return
    count = NUMERALS.get(group["word"] or "", int(group["digit"] or 2))
    noun = group["noun"] or ""
    parts = _last(reading, sentences[max(0, number - _BACK) : number], whole, noun, count)
    if len(parts) == count:
        for part in parts:
            evidence = reading.evidence(group.start(), whole.end, "part_of/group", 0.6)
            yield PartOf(part.key, whole.last.key, evidence)


def _last(
    reading: Reading, before: Sequence[Sentence], whole: Phrase, noun: str, count: int
) -> list[Occurrence]:
    """The last so many projects named before that may be called so."""
    found: dict[str, Occurrence] = {}
    for sentence in reversed(before):
        for occurrence in reversed(reading.in_sentence(sentence, {EntityType.PROJECT})):
            key = occurrence.key
            if key == whole.last.key or key in found or not occurrence.named:
                continue
            if noun in _ANY or not noun or _is_a(reading, key, noun):
                found[key] = occurrence
                if len(found) == count:
                    return list(found.values())
    return list(found.values())


def _is_a(reading: Reading, key: str, noun: str) -> bool:
    return any(name.strip(CLOSING).endswith(noun) for name in reading.by_key[key].names)
