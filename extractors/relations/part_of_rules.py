"""Constructions that join a sub-project to its whole.

Constructions:
- a project inside another: `단지 안에 … 센터가 들어선다`, `1단계에는 A와 B가 들어간다`,
  `1단계에서 A를 갖췄다`;
- `X의 하나인 Y`, `X 일환으로 Y를`, `Y는 X 과제다`;
- `X는 Y와 Z로 구성된다`, `Y와 Z가 X의 두 축이다`;
- what is chosen for a whole or held by it (`part_of_chosen`);
- what the frame of a sentence tells (`part_of_frames`), and what it only counts (`part_of_groups`);
- phases: `X 2단계`, `2단계 사업`, `3단계 ‘Y’`, whose whole is the article's main project.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.clauses import Clause, clauses
from extractors.relations.part_of_chosen import chosen_parts
from extractors.relations.part_of_frames import framed
from extractors.relations.part_of_groups import grouped
from extractors.relations.part_of_numbered import numbered
from extractors.relations.phrases import CLOSING, OPENING, Phrase, outermost, phrases
from extractors.relations.themes import Themes, themes_of
from graph.model import EntityType, Evidence, PartOf

_PROJECT = frozenset({EntityType.PROJECT})
_INSIDE = re.compile(
    r"들어서|들어오|들어가|들어간|짓|지어|조성|구축|건립|준공|착공|세우|설치|포함|담|마련|갖추|"
    r"완공|만들|둥지|앉히"
)
_ONE_OF = re.compile(
    rf"[{re.escape(CLOSING)}]*(?:\([^()]*\))? ?(?:사업|공모|과제|공모사업)?"
    r"(?:의 (?:간판|대표|핵심|첫|주력|선도|역점)? ?(?:사업|과제|시설|프로젝트)인|"
    r"의 주관기관(?:으로|에)|(?:를|을) 통과해|"
    r"의 하나|의 일환|의 핵심|의 세부|의 첫|의 한 축|의 중심|의 거점|의 [1-9]단계| 일환|"
    r" 가운데| 중 하나| 과제| 세부|의 후속|의 마중물|"
    r"에 포함된|에 속[한하해]|에 담긴|의 결실|에 뽑|에 선정|에서 따|의 일부|의 한 갈래|에 들어 ?있|"
    r"에 딸린|의 몫|의 첫 단추|의 출발점|의 [두세네] ?번째|의 줄기|에서 갈라)"
)
_MADE_OF = re.compile(
    r"구성[되됐한된]|짜였|짜여|짜인|이뤄지|이뤄진|나뉜|나뉘|[두세네] (?:축|뼈대|기둥)|뼈대|묶은|"
    r"묶었|담겼|담았|결실|핵심이|핵심 사업"
)
_HOLDS = re.compile(r"보태|담|포함하|갖추|아우르|묶|모으|합치|더하")
_SPENDS = re.compile(r"들이|투입|쏟|받|확보")
_PHASE = re.compile(r"\s?[1-9]단계(?: ?(?:사업|조성|공사))?$|^[1-9]단계(?: ?사업)?$")
_DIVISIBLE = re.compile(
    r"(?:단지|산단|밸리|클러스터|벨트|지구|특구|신도시|타운|공원|항|철도|도로|댐)(?: ?(?:조성|구축|"
    r"건설|개발)?(?:사업)?)$"
)
_PHASE_WORD = re.compile(rf"[1-9]단계(?: ?사업)?(?:인|은|는)? ?[{re.escape(OPENING)}]*$")
_SUM = re.compile(
    rf"[{re.escape(CLOSING)}]*(?:에는?|은|는|이|가)?(?: 사업)?(?:에)? ?\(?"
    r"(?:국비 |약 |총 )?[0-9][0-9,.]*(?:조|억|천만|백만|만)"
)
_IN_ALL = re.compile(r"여기에|모두|합쳐|합하|합계|나눠|나뉜|나뉘|나머지")


def propose(reading: Reading) -> Iterator[PartOf]:
    """What the constructions say of the parts of an article's projects."""
    themes = themes_of(reading)
    main = _main_project(reading)
    yield from _phases(reading, main, themes)
    yield from numbered(reading, themes)
    for number, sentence in enumerate(reading.document.sentences):
        named = phrases(reading, sentence, _PROJECT)
        if not named:
            continue
        yield from grouped(reading, number, named)
        yield from _one_of(reading, sentence, named, themes)
        yield from _made_of(reading, sentence, named, themes)
        yield from _counted(reading, sentence, named, themes)
        yield from _broken_down(reading, sentence, named, themes)
        yield from framed(reading, sentence, named)
        before: Clause | None = None
        found = clauses(reading, sentence)
        yield from chosen_parts(reading, found)
        for clause in found:
            yield from _inside(reading, clause, before)
            before = clause
            yield from _holding(reading, clause)


def _claim(part: str, whole: str, evidence: Evidence) -> Iterator[PartOf]:
    if part != whole:
        yield PartOf(part, whole, evidence)


def _is_phase(reading: Reading, key: str) -> bool:
    return any(_PHASE.search(name) for name in reading.by_key[key].names)


def _main_project(reading: Reading) -> str | None:
    """What the article's phases divide: the complex or scheme named most, else what is."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for occurrence in reading.occurrences:
        key = occurrence.key
        if reading.by_key[key].type is EntityType.PROJECT and not _is_phase(reading, key):
            counts[key] += 1
            first.setdefault(key, occurrence.start)
    divisible = [
        key for key in counts if any(_DIVISIBLE.search(name) for name in reading.by_key[key].names)
    ]
    return max(divisible or counts, key=lambda key: (counts[key], -first[key]), default=None)


def _phases(reading: Reading, main: str | None, themes: Themes) -> Iterator[PartOf]:
    """Phases by their name, and projects that `N단계` stands in front of."""
    text = reading.document.text
    done: set[str] = set()
    for occurrence in outermost(reading.occurrences):
        key = occurrence.key
        if (
            key in done
            or not occurrence.named
            or reading.by_key[key].type is not EntityType.PROJECT
        ):
            continue
        lead = text[max(0, occurrence.start - 14) : occurrence.start].rpartition("\n")[2]
        if not (_is_phase(reading, key) or _PHASE_WORD.search(lead)):
            continue
        done.add(key)
        evidence = reading.evidence(occurrence.start, occurrence.end, "part_of/phase", 0.35)
        carried = themes.ruled(occurrence.start).last
        if (prefix := _prefix_project(reading, key)) is not None:
            yield from _claim(key, prefix, evidence)
        elif carried is not None and not _is_phase(reading, carried.key):
            yield from _claim(
                key, carried.key, replace(evidence, extractor="part_of/phase of theme")
            )
        elif main is not None:
            yield from _claim(key, main, evidence)


def _prefix_project(reading: Reading, key: str) -> str | None:
    """The project whose name the phase's name begins with."""
    for other in reading.entities:
        if other.type is not EntityType.PROJECT or other.key == key:
            continue
        for name in reading.by_key[key].names:
            for form in other.names:
                rest = name.removeprefix(form)
                if rest != name and _PHASE.search(rest):
                    return other.key
    return None


def _one_of(
    reading: Reading, sentence: Sentence, named: tuple[Phrase, ...], themes: Themes
) -> Iterator[PartOf]:
    """`X의 하나로 뽑힌 Y`, `Y는 X 과제다`."""
    text = reading.document.text
    for index, whole in enumerate(named):
        if len(whole.keys) != 1:
            continue
        match = _ONE_OF.match(text, whole.end, sentence.end)
        if match is None:
            continue
        behind, before = named[index + 1 : index + 2], named[:index]
        topics = [phrase for phrase in before if phrase.particle in {"은", "는", "이", "가", "도"}]
        part = next(iter((*topics[-1:], *behind, *_last_but_to(before))), None)
        if part is None:
            part = themes.ruled(whole.start).phrase
            if part is None or len(part.keys) > 1:
                continue
        for key in part.keys:
            start = min(whole.start, part.start) if part.start >= sentence.start else whole.start
            yield from _claim(
                key,
                whole.last.key,
                reading.evidence(start, max(match.end(), part.end), "part_of/one_of", 0.6),
            )


def _last_but_to(before: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The project named last, unless in 에: `A에, B에 뽑혔다` are two calls."""
    return tuple(phrase for phrase in before[-1:] if phrase.particle not in {"에", "에도"})


def _made_of(
    reading: Reading, sentence: Sentence, named: tuple[Phrase, ...], themes: Themes
) -> Iterator[PartOf]:
    """`X는 Y와 Z로 구성된다`, `Y와 Z가 X의 두 축이다`."""
    if _MADE_OF.search(reading.document.surface(sentence)) is None:
        return
    lists = [phrase for phrase in named if len(phrase.keys) > 1]
    if not lists:
        return
    for part in lists:
        before = [
            phrase
            for phrase in named
            if phrase.end <= part.start
            and len(phrase.keys) == 1
            and phrase.particle in {"은", "는", "에는", "에", "의", "이", "가"}
        ]
        carried = themes.ruled(sentence.start).phrase
        whole = before[0].last.key if before else carried.last.key if carried else None
        if whole is None or whole in part.keys:
            continue
        for key in part.keys:
            yield from _claim(
                key, whole, reading.evidence(part.start, part.end, "part_of/made_of", 0.71)
            )


def _counted(
    reading: Reading, sentence: Sentence, named: tuple[Phrase, ...], themes: Themes
) -> Iterator[PartOf]:
    """`A, B 등 7개 사업` and `A와 B가 차례로 들어서며` behind a sentence about the whole."""
    text = reading.document.text
    whole = themes.ruled(sentence.start).last
    if whole is None or any(whole.key in phrase.keys for phrase in named):
        return
    for part in named:
        if len(part.keys) < 2:
            continue
        counted = re.match(r"등 [0-9]+개 ?(?:사업|과제|시설)", part.tail)
        rises = part.particle in {"이", "가"} and re.match(
            r" (?:차례로 |함께 |나란히 |잇따라 )?들어[서선설]", text[part.after : part.after + 12]
        )
        if counted or rises:
            for key in part.keys:
                yield from _claim(
                    key,
                    whole.key,
                    reading.evidence(part.start, part.after, "part_of/counted", 0.3),
                )


def _broken_down(
    reading: Reading, sentence: Sentence, named: tuple[Phrase, ...], themes: Themes
) -> Iterator[PartOf]:
    """`A에 730억원, B에 228억원이 간다`, behind a sentence about the whole."""
    text = reading.document.text
    whole = themes.ruled(sentence.start).last
    if not _IN_ALL.search(reading.document.surface(sentence)):
        return
    parts = [
        member
        for phrase in named
        for member in phrase.members
        if _SUM.match(text, member.end, sentence.end)
    ]
    keys = {member.key for phrase in named for member in phrase.members}
    if whole is None or whole.key in keys or len({member.key for member in parts}) < 2:
        return
    for part in parts:
        yield from _claim(
            part.key,
            whole.key,
            reading.evidence(part.start, part.end + 10, "part_of/breakdown", 0.7),
        )


def _inside(reading: Reading, clause: Clause, before: Clause | None) -> Iterator[PartOf]:
    """`단지 안에 센터가 들어선다`, `1단계에는 A와 B가 들어간다`."""
    if not _INSIDE.search(clause.predicate.stem):
        return
    wholes = [
        phrase
        for phrase in clause.phrases
        if len(phrase.keys) == 1
        and reading.by_key[phrase.last.key].type is EntityType.PROJECT
        and phrase.particle in {"에", "에는", "에도", "에서", "에서는", "으로", "로", "으로는"}
        and re.fullmatch(r"|안|내|부지|일대|일원|사업|예산", phrase.tail)
    ]
    if not wholes and before is not None and _SPENDS.search(before.predicate.stem):
        wholes = [
            phrase
            for phrase in before.phrases
            if phrase.particle in {"으로", "로"}
            and len(phrase.keys) == 1
            and reading.by_key[phrase.last.key].type is EntityType.PROJECT
        ]
    if not wholes:
        return
    whole = wholes[-1]
    candidates = [clause.head] if clause.head else []
    candidates += [
        phrase
        for phrase in clause.phrases
        if phrase.start > whole.end and phrase.particle not in {"로", "으로"}
    ]
    for part in candidates:
        if any(reading.by_key[key].type is not EntityType.PROJECT for key in part.keys):
            continue
        for key in part.keys:
            yield from _claim(
                key,
                whole.last.key,
                reading.evidence(whole.start, max(clause.end, part.end), "part_of/inside", 0.55),
            )
        return


def _holding(reading: Reading, clause: Clause) -> Iterator[PartOf]:
    """`A와 B를 보태는 2단계`, `A와 B를 아우르는 X`."""
    whole = clause.head
    if whole is None or len(whole.keys) != 1 or not _HOLDS.search(clause.predicate.stem):
        return
    if reading.by_key[whole.last.key].type is not EntityType.PROJECT:
        return
    for part in clause.phrases:
        if part.particle[:1] in {"을", "를"} and _are_projects(reading, part):
            for key in part.keys:
                yield from _claim(
                    key,
                    whole.last.key,
                    reading.evidence(part.start, whole.end, "part_of/holding", 0.4),
                )


def _are_projects(reading: Reading, phrase: Phrase) -> bool:
    return all(reading.by_key[key].type is EntityType.PROJECT for key in phrase.keys)
