"""Who is chosen for what: `경남을 위성특구로, 전남을 발사체특구로 지정했다`.

Each that is chosen belongs to the zone or programme that follows it; where none follows, to the
one before (`사업 대상지로 A시와 B시를 뽑았다`). Those chosen together with it share it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extractors.reading import Reading
from extractors.relations.clauses import OBJECT, Clause
from extractors.relations.phrases import Phrase
from graph.model import ORGANIZATIONS, EntityType, Part, Participates

_CHOOSES = re.compile(r"지정|선정|뽑|고르|골랐|낙점")
_FOR = frozenset({"로", "으로", "로도", "으로도"})
_BESIDE = frozenset({"와", "과", ""})


def chosen(
    reading: Reading, clause: Clause, is_project: Callable[[Reading, Phrase], bool]
) -> Iterator[Participates]:
    """What a clause says of who is chosen for which project."""
    words = reading.document.text[max(clause.start, clause.predicate.start - 4) : clause.end]
    if _CHOOSES.search(words) is None:
        return
    designates = "지정" in words
    waiting: list[Phrase] = []
    zone: Phrase | None = None
    for phrase in clause.phrases:
        if _is_chosen(reading, phrase, designates=designates) or (
            waiting and phrase.particle in _BESIDE and _is_together(reading, phrase)
        ):
            waiting.append(phrase)
        elif (phrase.particle in _FOR or (waiting and not phrase.particle)) and is_project(
            reading, phrase
        ):
            zone = phrase
            yield from _claims(reading, clause, waiting, zone)
            waiting = []
    if zone is not None:
        yield from _claims(reading, clause, waiting, zone)


def _is_chosen(reading: Reading, phrase: Phrase, *, designates: bool) -> bool:
    """Whether a phrase is the object of choosing; a zone is designated in a region only."""
    wanted = {EntityType.REGION} if designates else ORGANIZATIONS
    return phrase.particle in OBJECT and all(
        reading.by_key[key].type in wanted for key in phrase.keys
    )


def _is_together(reading: Reading, phrase: Phrase) -> bool:
    """Whether regions are chosen together with others: `B시, C시와 함께`."""
    behind = reading.document.text[phrase.end : phrase.end + 16]
    return "함께" in behind and all(
        reading.by_key[key].type is EntityType.REGION for key in phrase.keys
    )


def _claims(
    reading: Reading, clause: Clause, taken: list[Phrase], zone: Phrase
) -> Iterator[Participates]:
    for phrase in taken:
        for body in phrase.keys:
            for key in zone.keys:
                yield Participates(
                    body,
                    key,
                    Part.SELECTED,
                    reading.evidence(
                        min(phrase.start, zone.start), clause.end, "participates/chosen", 0.5
                    ),
                )
