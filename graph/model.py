"""What one article states, as plain data: Article, Span, Entity, Claim, Evidence, Extraction.

The fields and their meaning are those of the annotation guideline; `graph.interchange` writes and
reads them as JSON. Everything here is frozen, and whatever breaks an invariant fails when it is
made: a span that does not quote its text, a claim about an entity that does not exist, a role held
by a company. Text offsets are code points of the article's text as stored.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import ClassVar

from graph.kinds import (
    ORGANIZATIONS,
    PLACES,
    UNDERTAKINGS,
    BudgetKind,
    EntityType,
    Funder,
    Milestone,
    Part,
)
from graph.values import Money, PartialDate, Period

__all__ = [
    "CLAIM_TYPES",
    "MAX_QUOTE",
    "ORGANIZATIONS",
    "PLACES",
    "UNDERTAKINGS",
    "About",
    "Agreement",
    "Article",
    "Budget",
    "BudgetKind",
    "Claim",
    "Entity",
    "EntityType",
    "Evidence",
    "Extraction",
    "Funder",
    "Located",
    "Milestone",
    "Part",
    "PartOf",
    "Participates",
    "Produces",
    "Role",
    "Span",
    "Status",
    "article_id",
    "slots_of",
    "values_of",
]

MAX_QUOTE = 120


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text; `Span.of` cuts it, `check` proves it."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start} and {self.end}")
        if len(self.quote) != self.end - self.start:
            raise ValueError(f"{self.quote!r} is not {self.end - self.start} characters long")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text[start:end]`.

        >>> Span.of("창원시는 산맥이다", 0, 3).quote
        '창원시'
        """
        if end > len(text):
            raise ValueError(f"a span cannot end at {end} in a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def check(self, text: str) -> None:
        """Raise ValueError unless `text[start:end] == quote`."""
        if text[self.start : self.end] != self.quote:
            found = text[self.start : self.end]
            raise ValueError(f"the text at {self.start} reads {found!r}, not {self.quote!r}")


def article_id(url: str | None, text: str) -> str:
    r"""The id of an article: 16 hex digits over its canonical URL, else over its text.

    White space and Unicode form don't count, so a page saved twice is one article.

    >>> article_id(None, "창원시  산업") == article_id(None, "창원시 산업\n")
    True
    """
    identity = url or " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Article:
    """A page as it was read. `text` is None for an extraction that came without its text."""

    id: str
    text: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    reporter: str | None = None
    published: PartialDate | None = None
    file: str | None = None

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9A-Za-z가-힣][0-9A-Za-z가-힣._-]{0,99}", self.id):
            raise ValueError(f"an article id is letters, digits, '.', '_' and '-', not {self.id!r}")

    def without_text(self) -> Article:
        """The article's metadata alone."""
        return replace(self, text=None)


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that one article names. `ref` is its public code, where a gazetteer knows it.

    `name` is the fullest form in the text, `aliases` the other names; `spans` are its mentions.
    """

    key: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    ref: str | None = None
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not self.key or not self.name.strip():
            raise ValueError(
                f"an entity needs a key and a name, not {self.key!r} and {self.name!r}"
            )
        if self.name in self.aliases or len(set(self.aliases)) != len(self.aliases):
            raise ValueError(f"{self.name}: an alias stands twice or equals the name")
        _check_confidence(self.confidence)

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, then its aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove a claim, and who read them.

    `extractor` names the rule or model. `span` is None only where the text was not at hand.
    """

    quote: str
    extractor: str
    confidence: float = 1.0
    span: Span | None = None

    def __post_init__(self) -> None:
        if not self.quote.strip() or len(self.quote) > MAX_QUOTE:
            raise ValueError(f"a quote has 1 to {MAX_QUOTE} characters, not {len(self.quote)}")
        if self.span is not None and self.span.quote != self.quote:
            raise ValueError(f"the span quotes {self.span.quote!r}, not {self.quote!r}")
        _check_confidence(self.confidence)


def _check_confidence(confidence: float) -> None:
    if not 0 <= confidence <= 1:
        raise ValueError(f"a confidence lies between 0 and 1, not {confidence}")


@dataclass(frozen=True, slots=True)
class Budget:
    """Money for a project; `project` is None where the money is for something unnamed."""

    TYPE: ClassVar[str] = "budget"
    SLOTS: ClassVar[Mapping[str, frozenset[EntityType]]] = {
        "project": frozenset({EntityType.PROJECT})
    }
    project: str | None
    money: Money
    kind: BudgetKind
    evidence: Evidence
    source: Funder | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """An office that a person holds, held (`former`) or stands in for (`acting`)."""

    TYPE: ClassVar[str] = "role"
    SLOTS: ClassVar[Mapping[str, frozenset[EntityType]]] = {
        "person": frozenset({EntityType.PERSON}),
        "organization": ORGANIZATIONS,
    }
    person: str
    title: str
    organization: str | None
    evidence: Evidence
    former: bool = False
    acting: bool = False

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a role needs a title")


@dataclass(frozen=True, slots=True)
class Located:
    """Where something is: the smallest place that the text states."""

    TYPE: ClassVar[str] = "located"
    SLOTS: ClassVar[Mapping[str, frozenset[EntityType]]] = {
        "entity": frozenset(EntityType),
        "place": PLACES,
    }
    entity: str
    place: str
    evidence: Evidence

    def __post_init__(self) -> None:
        _check_two_things(self.entity, self.place)


@dataclass(frozen=True, slots=True)
class Participates:
    """An organisation's part in a project or event."""

    TYPE: ClassVar[str] = "participates"
    SLOTS: ClassVar[Mapping[str, frozenset[EntityType]]] = {
        "organization": ORGANIZATIONS,
        "project": UNDERTAKINGS,
    }
    organization: str
    project: str
    part: Part
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PartOf:
    """A phase or sub-project of a project."""

    TYPE: ClassVar[str] = "part_of"
    SLOTS: ClassVar[Mapping[str, frozenset[EntityType]]] = {
        "part": frozenset({EntityType.PROJECT}),
        "whole": frozenset({EntityType.PROJECT}),
    }
    part: str
    whole: str
    evidence: Evidence

    def __post_init__(self) -> None:
        _check_two_things(self.part, self.whole)


@dataclass(frozen=True, slots=True)
class Status:
    """A milestone of a project or event; `scheduled` where it was still ahead."""

    TYPE: ClassVar[str] = "status"
    SLOTS: ClassVar[Mapping[str, frozenset[EntityType]]] = {"project": UNDERTAKINGS}
    project: str
    status: Milestone
    evidence: Evidence
    date: PartialDate | None = None
    scheduled: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two or more parties that signed something. `subject` is a project's key or a short text."""

    TYPE: ClassVar[str] = "agreement"
    SLOTS: ClassVar[Mapping[str, frozenset[EntityType]]] = {
        "parties": ORGANIZATIONS | {EntityType.PERSON}
    }
    parties: tuple[str, ...]
    evidence: Evidence
    subject: str | None = None
    date: PartialDate | None = None

    def __post_init__(self) -> None:
        if len(set(self.parties)) < 2 or len(set(self.parties)) != len(self.parties):
            raise ValueError(f"an agreement has two or more different parties, not {self.parties}")


@dataclass(frozen=True, slots=True)
class About:
    """The industry that a project or event belongs to."""

    TYPE: ClassVar[str] = "about"
    SLOTS: ClassVar[Mapping[str, frozenset[EntityType]]] = {
        "project": UNDERTAKINGS,
        "industry": frozenset({EntityType.INDUSTRY}),
    }
    project: str
    industry: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Produces:
    """A product, technology or achievement that the text ascribes to a company or institute."""

    TYPE: ClassVar[str] = "produces"
    SLOTS: ClassVar[Mapping[str, frozenset[EntityType]]] = {
        "company": frozenset({EntityType.COMPANY, EntityType.INSTITUTE})
    }
    company: str
    product: str
    evidence: Evidence

    def __post_init__(self) -> None:
        if not self.product.strip():
            raise ValueError("a product needs a name")


def _check_two_things(one: str, other: str) -> None:
    if one == other:
        raise ValueError(f"{one!r} cannot be joined to itself")


Claim = Budget | Role | Located | Participates | PartOf | Status | Agreement | About | Produces
"""What an article says about its entities, with the words that say it."""

CLAIM_TYPES: tuple[type[Claim], ...] = (
    Budget,
    Role,
    Located,
    Participates,
    PartOf,
    Status,
    Agreement,
    About,
    Produces,
)


def slots_of(claim: Claim) -> Iterator[tuple[str, str]]:
    """The claim's entity keys, each with the name of its slot; empty slots are left out."""
    for slot in claim.SLOTS:
        value = getattr(claim, slot)
        if isinstance(value, tuple):
            for key in value:
                yield slot, key
        elif value is not None:
            yield slot, value


def values_of(claim: Claim) -> tuple[object, ...]:
    """What a claim says, without its evidence: two claims with equal values say the same."""
    return (claim.TYPE, *[getattr(claim, name) for name in _said_by(claim.TYPE)])


@cache
def _said_by(kind: str) -> tuple[str, ...]:
    (claim,) = (claim for claim in CLAIM_TYPES if kind == claim.TYPE)
    return tuple(field.name for field in fields(claim) if field.name != "evidence")


@dataclass(frozen=True, slots=True)
class Extraction:
    """One article's entities and claims, as one version of the extractors read them.

    Raises ValueError where two entities share a key, a slot names an entity that is missing or of a
    wrong type, a fact stands twice, or a span does not quote the article's text.
    """

    article: Article
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    extractor: str

    def __post_init__(self) -> None:
        types: dict[str, EntityType] = {}
        for entity in self.entities:
            if entity.key in types:
                raise ValueError(f"{self.article.id}: entity key {entity.key!r} stands twice")
            types[entity.key] = entity.type
            for span in entity.spans:
                self._check_span(span)
        said: set[tuple[object, ...]] = set()
        for claim in self.claims:
            for slot, key in slots_of(claim):
                if types.get(key) not in claim.SLOTS[slot]:
                    found = types.get(key) or "missing"
                    raise ValueError(f"{self.article.id}: {claim.TYPE}.{slot} {key!r} is {found}")
            values = values_of(claim)
            if values in said:
                raise ValueError(f"{self.article.id}: a fact stands twice: {values}")
            said.add(values)
            if claim.evidence.span is not None:
                self._check_span(claim.evidence.span)

    def _check_span(self, span: Span) -> None:
        if self.article.text is None:
            raise ValueError(f"{self.article.id}: a span needs the article's text")
        span.check(self.article.text)

    def entity(self, key: str) -> Entity:
        """The entity of that key; KeyError where there is none."""
        for entity in self.entities:
            if entity.key == key:
                return entity
        raise KeyError(key)
