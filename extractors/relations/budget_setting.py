"""What is asked when the project of a bundle is looked for, and what is answered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.points import POINT
from extractors.reading import Reading
from extractors.relations.budget_amounts import Bundle
from extractors.relations.phrases import Phrase
from extractors.relations.themes import Themes
from graph.model import BudgetKind, EntityType

SPENDING_TOPIC = re.compile(r"(?:총사업비|사업비|예산|공사비|총예산|투자 규모|들어가는 돈)")
SHARE_OF = re.compile(r"[’'”]* ?(?:사업 ?)?몫")


@dataclass(frozen=True, slots=True)
class Owner:
    """The project of a bundle (None: something unnamed) and how it was told.

    `each` are the projects that a list of equal length shares out (`각각`); `firm` says that a
    company spends the money.
    """

    project: str | None
    rule: str
    confidence: float
    start: int
    end: int
    each: tuple[str, ...] = ()
    firm: bool = False


_TO_EACH = re.compile(r"각각 ?(?:총 |약 )?$")


def shares_out(text: str, bundle: Bundle, owner: Owner) -> bool:
    """Whether a list's names share a bundle out: a sum for each, or as much for all.

    `A와 B에 각각 20억원, 30억원`, `A와 B에 50억원씩`.
    """
    if not owner.each:
        return False
    if len(owner.each) == len(bundle.sums):
        return True
    return len(bundle.sums) == 1 and (
        text.startswith("씩", bundle.end)
        or _TO_EACH.search(text, bundle.sentence.start, bundle.start) is not None
    )


UNKNOWN = Owner(None, "unknown", 0.0, 0, 0)
"""Of something that has a name, but none that was read: better no claim than a wrong one."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A bundle with the project phrases before and behind it, in its own part of the sentence."""

    reading: Reading
    bundle: Bundle
    themes: Themes
    before: tuple[Phrase, ...]
    behind: tuple[Phrase, ...]
    lead: str
    low: int
    firm: tuple[int, int] | None

    @property
    def text(self) -> str:
        """The article's text."""
        return self.reading.document.text


def is_a(reading: Reading, phrase: Phrase, kind: EntityType) -> bool:
    """Whether all members of a phrase are of one type."""
    return all(reading.by_key[key].type is kind for key in phrase.keys)


def segment(text: str, bundle: Bundle) -> tuple[int, int]:
    """The item of a bulleted line that a bundle stands in, or the whole sentence."""
    sentence = bundle.sentence
    low = max(
        (point.end() for point in POINT.finditer(text, sentence.start, bundle.start)),
        default=sentence.start,
    )
    behind = POINT.search(text, bundle.end, sentence.end)
    return low, behind.start() if behind else sentence.end


def firm_of(reading: Reading, bundle: Bundle, found: tuple[Phrase, ...]) -> tuple[int, int] | None:
    """The firm that spends the bundle itself: its subject, right before it, or modified by it."""
    if any(item.kind is BudgetKind.SHARE for item in bundle.sums):
        return None
    text = reading.document.text
    firms = [phrase for phrase in found if is_a(reading, phrase, EntityType.COMPANY)]
    for phrase in reversed(firms):
        if phrase.start > bundle.start:
            continue
        gap = text[phrase.end : bundle.start]
        subject = phrase.particle[:1] in {"은", "는", "이", "가", "도"}
        if subject or len(gap) < 3 or re.fullmatch(r"\([^()]*\) ?", gap):
            return phrase.start, phrase.end
    for phrase in firms:
        gap = text[bundle.end : phrase.start]
        if phrase.start < bundle.end:
            continue
        if re.fullmatch(r"(?:을|를) [가-힣 ]{1,10}[한는] ", gap):
            return bundle.start, phrase.end
        if gap[:1] in {"은", "는"} and SHARE_OF.match(text, phrase.end, bundle.sentence.end):
            return bundle.start, phrase.end
    return None
