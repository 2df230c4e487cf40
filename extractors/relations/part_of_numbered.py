"""Parts that are announced by number and told one by one.

`X는 세 갈래로 나뉜다. 첫째 A는 … B는 … 마지막으로 C가 …`: behind a sentence that says into how many
parts the whole falls come the parts, each at the head of a sentence, behind a bullet or in a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.numerals import NUMERALS
from extractors.relations.phrases import OPENING, Phrase, phrases
from extractors.relations.themes import Themes
from graph.model import EntityType, PartOf

_PROJECT = frozenset({EntityType.PROJECT})
_WORDS = "|".join(NUMERALS)
_THING = (
    r"(?:블록|덩어리|축|단계|프로젝트|사업|과제|시설|갈래|토막|기둥|거점|센터|단지|지구|구역|부문|"
    r"묶음|꼭지|뼈대|구상|시험|실증)"
)
_ANNOUNCED = re.compile(
    rf"(?:(?P<number>[2-9])(?:개|대|가지)?|(?P<word>{_WORDS})(?: ?(?:개|가지|곳))?) ?"
    rf"(?:[가-힣]{{2,4}} )?(?:[가-힣]{{2}})?{_THING}(?: (?P<more>{_WORDS}) 곳)?"
    r"(?:으로|로|이다|다\.|가 |이 |를 |을 |에 )"
)
_COUNTED_BEHIND = re.compile(rf"{_THING} ?(?:(?P<word>{_WORDS})|(?P<number>[2-9])) ?(?:곳|개|가지)")
_FALLS = re.compile(
    r"나뉜|나뉘|나눠|나눈|짜였|짜인|짜여|구성|이뤄|이루|담겼|담았|담긴|꾸려|뒤따|묶|추진|벌[인이]|"
    r"(?:축|뼈대|기둥|갈래|덩어리)(?:이다|다\.|다$)"
)
_BULLET = re.compile(
    rf"(?:[△▲▴▷▶◆◇■□○●∙•※·*-]|[①-⑳❶-❿]|\(?[0-9가-하]{{1,2}}[).])\s*[{re.escape(OPENING)}]*$"
)
_HEADS = frozenset({"은", "는", "이", "가", "에는", "에서는", "을", "를", "의", ""})
_AT_HEAD = 30
"""How many characters may stand before a part at the head of its sentence."""


def numbered(reading: Reading, themes: Themes) -> Iterator[PartOf]:
    """The parts behind each sentence that announces how many there are."""
    sentences = reading.document.sentences
    for number, sentence in enumerate(sentences):
        count = _announced(reading, sentence)
        if count is None:
            continue
        whole = _whole(reading, sentence, themes)
        if whole is None:
            continue
        parts = _parts(reading, sentences[number : number + 2 * count + 1], whole, count)
        if len(parts) == count:
            for part in parts:
                evidence = reading.evidence(part.start, part.end, "part_of/numbered", 0.6)
                yield PartOf(part.key, whole.key, evidence)


def _announced(reading: Reading, sentence: Sentence) -> int | None:
    words = reading.document.surface(sentence)
    said = _ANNOUNCED.search(words) or _COUNTED_BEHIND.search(words)
    if said is None or _FALLS.search(words, said.start()) is None:
        return None
    number = said["number"]
    return int(number) if number else NUMERALS[said["word"]]


def _whole(reading: Reading, sentence: Sentence, themes: Themes) -> Occurrence | None:
    """The project that the sentence is about."""
    for phrase in phrases(reading, sentence, _PROJECT):
        if len(phrase.keys) == 1 and phrase.particle in {"은", "는", "이", "가", "에는", "의"}:
            return phrase.last
    return themes.at(sentence.end - 1)


def _parts(
    reading: Reading, sentences: tuple[Sentence, ...], whole: Occurrence, count: int
) -> list[Occurrence]:
    """The first `count` projects that head a sentence, stand behind a bullet or in a list."""
    found: dict[str, Occurrence] = {}
    for place, sentence in enumerate(sentences):
        for phrase in phrases(reading, sentence, _PROJECT):
            if not place and phrase.start < whole.end and whole.start >= sentence.start:
                continue
            listed = len(phrase.keys) > 1
            if not (listed or _heads(reading, sentence, phrase, first=not place)):
                continue
            for member in phrase.members:
                if member.key != whole.key and len(found) < count:
                    found.setdefault(member.key, member)
    return list(found.values())


def _heads(reading: Reading, sentence: Sentence, phrase: Phrase, *, first: bool) -> bool:
    text = reading.document.text
    lead = text[max(0, phrase.start - 8) : phrase.start].rpartition("\n")[2]
    if _BULLET.search(lead):
        return True
    near = phrase.start - sentence.start <= _AT_HEAD
    return not first and near and phrase.particle in _HEADS
