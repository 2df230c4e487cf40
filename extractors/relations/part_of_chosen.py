"""Parts that are chosen for their whole, or that it holds.

- `X에 ‘Y’로 이름을 올려`, `A, B 등 3곳을 X로 지정했다`: members of a scheme;
- `Y는 X에 담겼다`, `X에 반영된 Y`: what a plan holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.reading import Reading
from extractors.relations.clauses import OBJECT, Clause, Form
from extractors.relations.phrases import Phrase
from graph.model import EntityType, PartOf

_NAMED_AS = re.compile(r"이름을 올|뽑|선정|지정|따내|채택|신청한")
_HELD = re.compile(r"^(?:담기|포함되|반영되|오르|실리|속하|들어가|들어 ?있|해당)")
_INTO = frozenset({"에", "에는", "에도", "에서"})
_AS = frozenset({"로", "으로"})
_WHO = frozenset({"이", "가", "은", "는", "도"})


def chosen_parts(reading: Reading, found: tuple[Clause, ...]) -> Iterator[PartOf]:
    """What the clauses of a sentence say of parts that are chosen or held."""
    text = reading.document.text
    for clause in found:
        own = [phrase for phrase in clause.phrases if _are_projects(reading, phrase)]
        if _NAMED_AS.search(text[clause.start : clause.end][-16:]):
            yield from _named_as(reading, clause, own)
        if _HELD.search(clause.predicate.stem):
            yield from _held(reading, clause, own)


def _are_projects(reading: Reading, phrase: Phrase) -> bool:
    return all(reading.by_key[key].type is EntityType.PROJECT for key in phrase.keys)


def _named_as(reading: Reading, clause: Clause, own: list[Phrase]) -> Iterator[PartOf]:
    """`X에 ‘Y’로 이름을 올려`, `A, B 등 3곳을 X로 지정했다`."""
    into = [phrase for phrase in own if phrase.particle in {"에", "에는"}]
    as_what = [phrase for phrase in own if phrase.particle in _AS]
    what = [phrase for phrase in own if phrase.particle in OBJECT and len(phrase.keys) > 1]
    won = [phrase for phrase in own if phrase.particle in {"이", "가"}]
    calls = [phrase for phrase in own if phrase.particle in {"에서", "에"}]
    pairs: list[tuple[Phrase, Phrase]] = []
    if clause.head is not None and _are_projects(reading, clause.head) and calls:
        pairs.append((clause.head, calls[-1]))
    elif won and calls and calls[-1].end < won[-1].start:
        pairs.append((won[-1], calls[-1]))
    if into and as_what:
        pairs.append((as_what[-1], into[-1]))
    elif what and as_what:
        pairs.append((what[-1], as_what[-1]))
    for part, whole in pairs:
        yield from _claims(reading, part, whole, "named_as", 0.85)


def _held(reading: Reading, clause: Clause, own: list[Phrase]) -> Iterator[PartOf]:
    """`Y는 X에 담겼다`, `X에 반영된 Y`."""
    wholes = [phrase for phrase in own if phrase.particle in _INTO and len(phrase.keys) == 1]
    if not wholes:
        return
    whole = wholes[-1]
    head = clause.head
    if clause.predicate.form is Form.MODIFIER:
        parts = [head] if head is not None and _are_projects(reading, head) else []
    else:
        parts = [p for p in own if p.particle in _WHO and p.end <= whole.start]
        parts += [p for p in clause.topics if _are_projects(reading, p) and p.end <= whole.start]
    for part in parts[:1]:
        yield from _claims(reading, part, whole, "held", 0.6)


def _claims(
    reading: Reading, part: Phrase, whole: Phrase, rule: str, sure: float
) -> Iterator[PartOf]:
    start, end = min(part.start, whole.start), max(part.end, whole.end)
    for key in part.keys:
        if key != whole.last.key:
            evidence = reading.evidence(start, end, f"part_of/{rule}", sure)
            yield PartOf(key, whole.last.key, evidence)
