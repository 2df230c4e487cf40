"""Phases and sub-projects.

Constructions: a project inside another (`단지 안에 … 센터가 들어선다`), `X의 하나인 Y`, `X 일환으로 Y를`, `X는 Y와 Z로
구성된다`, `Y와 Z가 X의 두 축이다`, a list of projects right behind the sentence on the whole, and names that say
it themselves (`X 2단계`, `2단계 사업`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.clauses import Clause, clauses
from extractors.relations.phrases import OPENING, Phrase, phrases
from extractors.relations.themes import Themes
from graph.model import EntityType, PartOf

_PROJECT = frozenset({EntityType.PROJECT})
_INSIDE = re.compile(
    r"들어서|들어오|짓|지어|조성|구축|건립|준공|착공|세우|설치|포함|담|마련|갖추|완공|문을|만들"
)
_ONE_OF = re.compile(
    r"(?:사업|공모|과제|공모사업)?(?:의 하나|의 일환|의 핵심|의 세부|의 첫|의 한 축|의 중심|의 거점| 일환| 가운데| 중 하나| 과제| 세부|의 후속|의 마중물|에 포함된|에 속한|에 담긴|의 결실|에 뽑|에 선정|에서 따)"
)
_MADE_OF = re.compile(
    r"구성|짜였|짜여|이뤄지|이뤄진|나뉜|나뉘|포함|세 축|두 축|뼈대|묶|담겼|담았|꾸려|핵심이|추진된다|결실"
)
_PHASE = re.compile(r"\s?[1-9]단계(?: ?사업)?$|^[1-9]단계")


def relate(reading: Reading) -> Iterator[PartOf]:
    """The parts of an article's projects."""
    themes = Themes(reading)
    yield from _named_phases(reading, themes)
    for sentence in reading.document.sentences:
        named = phrases(reading, sentence, _PROJECT)
        yield from _one_of(reading, sentence, named)
        yield from _made_of(reading, sentence, named)
        for clause in clauses(reading, sentence):
            yield from _inside(reading, clause)


def _claim(
    reading: Reading, part: str, whole: str, start: int, end: int, rule: str, confidence: float
) -> Iterator[PartOf]:
    if part != whole:
        yield PartOf(part, whole, reading.evidence(start, end, f"part_of/{rule}", confidence))


def _named_phases(reading: Reading, themes: Themes) -> Iterator[PartOf]:
    projects = [entity for entity in reading.entities if entity.type is EntityType.PROJECT]
    first: dict[str, Occurrence] = {}
    for occurrence in reversed(reading.occurrences):
        if occurrence.named:
            first[occurrence.key] = occurrence
    for part in projects:
        if part.key not in first or not any(_PHASE.search(name) for name in part.names):
            continue
        spot = first[part.key]
        whole = next(
            (
                other.key
                for other in projects
                if other.key != part.key
                and any(
                    name.startswith(form) and _PHASE.search(name)
                    for name in part.names
                    for form in other.names
                )
            ),
            None,
        )
        if whole is None:
            theme = themes.before(spot.start)
            whole = theme.key if theme is not None else None
        if whole is not None and not any(
            _PHASE.search(name) for name in reading.by_key[whole].names
        ):
            yield from _claim(reading, part.key, whole, spot.start, spot.end, "phase", 0.7)


def _one_of(reading: Reading, sentence: Sentence, named: tuple[Phrase, ...]) -> Iterator[PartOf]:
    """`X의 하나로 뽑힌 Y`, `Y는 X 과제다`."""
    text = reading.document.text
    for index, whole in enumerate(named):
        if len(whole.keys) != 1:
            continue
        match = re.compile(rf"[’'”\"」』｣〉》]*(?:\([^()]*\))?{_ONE_OF.pattern}").match(
            text, whole.end, sentence.end
        )
        if match is None:
            continue
        others = [*named[index + 1 : index + 2], *reversed(named[:index])]
        for part in others[:1] if others else ():
            for key in part.keys:
                yield from _claim(
                    reading,
                    key,
                    whole.last.key,
                    min(whole.start, part.start),
                    max(match.end(), part.end),
                    "one_of",
                    0.7,
                )


def _made_of(reading: Reading, sentence: Sentence, named: tuple[Phrase, ...]) -> Iterator[PartOf]:
    """`X는 Y와 Z로 구성된다`, `X에는 Y, Z가 담겼다`."""
    if len(named) < 2 or not _MADE_OF.search(reading.document.surface(sentence)):
        return
    whole = named[0]
    if len(whole.keys) != 1 or whole.particle not in {"은", "는", "에는", "에", "이", "가"}:
        return
    for part in named[1:]:
        if len(part.keys) < 2 and part.particle not in {"로", "으로"}:
            continue
        for key in part.keys:
            yield from _claim(reading, key, whole.last.key, whole.start, part.end, "made_of", 0.6)


def _inside(reading: Reading, clause: Clause) -> Iterator[PartOf]:
    """`단지 안에 센터가 들어선다`."""
    if not _INSIDE.search(clause.predicate.stem):
        return
    wholes = [
        phrase
        for phrase in clause.phrases
        if len(phrase.keys) == 1
        and reading.by_key[phrase.last.key].type is EntityType.PROJECT
        and phrase.particle in {"에", "에는", "에도", "내에", "안에"}
        and re.fullmatch(r"|안|내|부지|일대|일원", phrase.tail)
    ]
    if not wholes:
        return
    whole = wholes[-1]
    candidates = [clause.head] if clause.head else []
    candidates += [p for p in clause.phrases if p.start > whole.end]
    for part in candidates:
        if part is None or any(
            reading.by_key[key].type is not EntityType.PROJECT for key in part.keys
        ):
            continue
        for key in part.keys:
            yield from _claim(
                reading, key, whole.last.key, whole.start, max(clause.end, part.end), "inside", 0.7
            )
        return


__all__ = ["OPENING", "relate"]
