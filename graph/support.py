"""One value and all who tell it: independent voices, and how likely it is that they say so.

Near-copies of one text (`graph.copies`) are one *voice*, which speaks on the day of the first of
them. A value keeps all its sources; its *support* is the number of its voices and its *belief* is
1 - Π (1 - p) over them, where p is the confidence of the voice's best reading: the measured
precision of the rule that read it. INDRA computes belief so. Neither is ever stored.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from math import prod
from types import MappingProxyType

from graph.statements import Statement
from graph.values import Money, PartialDate

Voices = Mapping[str, str]
"""The voice of each article that has near-copies; any other article is a voice of its own."""

ALL_INDEPENDENT: Voices = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Told:
    """A value with all statements that tell it, the one to show first.

    `days` gives by voice the day on which it first spoke, as an ordinal, 0 where none is known;
    `sureness` the confidence of its best reading.
    """

    statements: tuple[Statement, ...]
    days: Mapping[str, int]
    sureness: Mapping[str, float]

    @property
    def first(self) -> Statement:
        """The statement to show."""
        return self.statements[0]

    @property
    def support(self) -> int:
        """How many independent voices tell it."""
        return len(self.days)

    @property
    def belief(self) -> float:
        """How likely it is that one of them says so, between 0 and 1."""
        return 1 - prod(1 - sure for sure in self.sureness.values())

    @property
    def newest(self) -> int:
        """The day on which a voice told it last, as an ordinal; 0 where none is known."""
        return max(self.days.values())


def told(
    statements: Iterable[Statement],
    voices: Voices = ALL_INDEPENDENT,
    days: Mapping[str, int] | None = None,
) -> Told:
    """What some statements tell together, in the order given; ValueError where there are none.

    `days` are those of `first_days`, where a voice told more than this.
    """
    kept = tuple(statements)
    if not kept:
        raise ValueError("a value is told by one statement or more")
    known = first_days(kept, voices) if days is None else days
    sureness: dict[str, float] = defaultdict(float)
    for statement in kept:
        voice = voice_of(statement, voices)
        sureness[voice] = max(sureness[voice], statement.claim.evidence.confidence)
    return Told(kept, {voice: known[voice] for voice in sureness}, dict(sureness))


def first_days(
    statements: Iterable[Statement], voices: Voices = ALL_INDEPENDENT
) -> Mapping[str, int]:
    """The day on which each voice spoke first, as an ordinal; 0 where none is known."""
    days: dict[str, int] = {}
    for statement in statements:
        voice, day = voice_of(statement, voices), day_of(statement)
        before = days.get(voice, 0)
        days[voice] = min(before, day) if before and day else before or day
    return days


def voice_of(statement: Statement, voices: Voices) -> str:
    """The voice that a statement's article speaks with."""
    return voices.get(statement.article.id, statement.article.id)


def day_of(statement: Statement) -> int:
    """The last day that a statement's article can have appeared on, as an ordinal; 0: unknown."""
    published = statement.article.published
    return _last_ordinal(published) if published else 0


@lru_cache(maxsize=20_000)
def _last_ordinal(day: PartialDate) -> int:
    return day.last_day.ordinal


def sayings(
    statements: Iterable[Statement], voices: Voices = ALL_INDEPENDENT
) -> Mapping[str, Told]:
    """By id of each statement, all that say the same of the same things, in whatever words."""
    same: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        same[_said(statement)].append(statement)
    return {
        one.id: value
        for value in (told(said, voices) for said in same.values())
        for one in value.statements
    }


def _said(statement: Statement) -> tuple[object, ...]:
    """A claim's slots by canonical entity, and its values; evidence and entity keys apart."""
    claim, paths = statement.claim, statement.paths
    values = tuple(
        (value.amount, value.currency) if isinstance(value, Money) else value
        for field in fields(claim)
        if field.name != "evidence" and field.name not in paths and field.name not in claim.SLOTS
        for value in (getattr(claim, field.name),)
    )
    slots = tuple((slot, tuple(sorted(found))) for slot, found in sorted(paths.items()))
    return claim.TYPE, slots, values
