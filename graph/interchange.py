"""Extractions as JSON: the form of the annotation guideline, with offsets and confidence added.

Beside the guideline's fields a document carries `extractor` (its version), every entity `ref`,
`spans` (pairs of offsets), `start`/`end` (its first mention) and `confidence`, every fact `start`,
`end`, `extractor` (the rule) and `confidence`, and a budget `approximation` and `as_written`. All
of these may be missing on the way in, so that hand-made annotation reads as it is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from graph.model import (
    About,
    Agreement,
    Article,
    Budget,
    BudgetKind,
    Claim,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Funder,
    Located,
    Milestone,
    Part,
    Participates,
    PartOf,
    Produces,
    Role,
    Span,
    Status,
)
from graph.values import Approximation, Money, PartialDate, Period

_Read = TypeVar("_Read")

HAND = "hand"
"""The extractor that a document without one is read as: a person annotated it."""


class InterchangeError(ValueError):
    """A document that is not of the interchange form; the message names the place."""


def write_document(extraction: Extraction) -> str:
    """The extraction as one JSON document, keys in a fixed order, ending in a newline."""
    return json.dumps(to_json(extraction), ensure_ascii=False, indent=1) + "\n"


def read_document(document: str, text: str | None = None, file: str | None = None) -> Extraction:
    """The extraction that a JSON document holds; `text` is the article's, where it is at hand.

    Raises InterchangeError for what is not JSON or not of the form.
    """
    try:
        parsed = json.loads(document)
    except ValueError as error:
        raise InterchangeError(f"not JSON: {error}") from error
    if not isinstance(parsed, dict):
        raise InterchangeError("a document is a JSON object")
    return from_json(parsed, text, file)


def to_json(extraction: Extraction) -> dict[str, Any]:
    """The extraction as JSON values; what is unknown is left out."""
    article = extraction.article
    return {
        "id": article.id,
        "source": _known(url=article.url, file=article.file),
        "article": _known(
            title=article.title,
            published=str(article.published) if article.published else None,
            outlet=article.outlet,
            reporter=article.reporter,
        ),
        "extractor": extraction.extractor,
        "entities": [_entity_to_json(entity) for entity in extraction.entities],
        "facts": [_claim_to_json(claim) for claim in extraction.claims],
    }


def from_json(
    document: Mapping[str, Any], text: str | None = None, file: str | None = None
) -> Extraction:
    """The extraction that JSON values hold. Offsets are dropped where no text is given."""
    try:
        return _extraction(document, text, file)
    except InterchangeError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise InterchangeError(f"{document.get('id', file or 'a document')}: {reason}") from error


def _known(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _entity_to_json(entity: Entity) -> dict[str, Any]:
    first = entity.spans[0] if entity.spans else None
    return {
        "key": entity.key,
        "type": entity.type.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
        **_known(
            ref=entity.ref,
            start=first.start if first else None,
            end=first.end if first else None,
        ),
        "spans": [[span.start, span.end] for span in entity.spans],
        "confidence": entity.confidence,
    }


def _claim_to_json(claim: Claim) -> dict[str, Any]:
    evidence = claim.evidence
    return {
        "type": claim.TYPE,
        **values_to_json(claim),
        "quote": evidence.quote,
        **_known(
            start=evidence.span.start if evidence.span else None,
            end=evidence.span.end if evidence.span else None,
        ),
        "extractor": evidence.extractor,
        "confidence": evidence.confidence,
    }


def values_to_json(claim: Claim) -> dict[str, Any]:
    """What a claim says, under the names of the interchange form; what is unknown is left out."""
    match claim:
        case Budget():
            foreign = claim.money.krw is None
            return {
                "project": claim.project,
                **_known(
                    amount_krw=claim.money.krw,
                    currency=claim.money.currency if foreign else None,
                    amount=claim.money.amount if foreign else None,
                    approximation=claim.money.approximation,
                    as_written=claim.money.as_written or None,
                    kind=claim.kind.value,
                    source=claim.source,
                    period=str(claim.period) if claim.period else None,
                ),
            }
        case Role():
            return {
                "person": claim.person,
                "title": claim.title,
                "organization": claim.organization,
                **_known(former=claim.former or None, acting=claim.acting or None),
            }
        case Located():
            return {"entity": claim.entity, "place": claim.place}
        case Participates():
            return {
                "organization": claim.organization,
                "project": claim.project,
                "as": claim.part.value,
            }
        case PartOf():
            return {"part": claim.part, "whole": claim.whole}
        case Status():
            return {
                "project": claim.project,
                "status": claim.status.value,
                **_known(
                    date=str(claim.date) if claim.date else None,
                    scheduled=claim.scheduled or None,
                ),
            }
        case Agreement():
            return {
                "parties": list(claim.parties),
                **_known(subject=claim.subject, date=str(claim.date) if claim.date else None),
            }
        case About():
            return {"project": claim.project, "industry": claim.industry}
        case Produces():
            return {"company": claim.company, "product": claim.product}


_OPTIONAL = type(None)
_FIELD_TYPES: Mapping[str, tuple[type, ...]] = {
    "aliases": (list, _OPTIONAL),
    "spans": (list,),
    "parties": (list,),
    "amount_krw": (int, _OPTIONAL),
    "amount": (int, _OPTIONAL),
    "start": (int,),
    "end": (int,),
    "confidence": (int, float),
    "former": (bool, _OPTIONAL),
    "acting": (bool, _OPTIONAL),
    "scheduled": (bool, _OPTIONAL),
    "ref": (str, _OPTIONAL),
    "project": (str, _OPTIONAL),
    "organization": (str, _OPTIONAL),
    "currency": (str, _OPTIONAL),
    "approximation": (str, _OPTIONAL),
    "source": (str, _OPTIONAL),
    "period": (str, _OPTIONAL),
    "date": (str, _OPTIONAL),
    "subject": (str, _OPTIONAL),
}
"""What JSON calls a field's value, where it is not text alone."""

_ENTITY_FIELDS = frozenset(
    {"key", "type", "name", "aliases", "ref", "start", "end", "spans", "confidence"}
)
_EVIDENCE_FIELDS = frozenset({"type", "quote", "start", "end", "extractor", "confidence"})
_CLAIM_FIELDS: Mapping[str, frozenset[str]] = {
    "budget": frozenset(
        {"project", "amount_krw", "currency", "amount", "approximation", "as_written"}
        | {"kind", "source", "period"}
    ),
    "role": frozenset({"person", "title", "organization", "former", "acting"}),
    "located": frozenset({"entity", "place"}),
    "participates": frozenset({"organization", "project", "as"}),
    "part_of": frozenset({"part", "whole"}),
    "status": frozenset({"project", "status", "date", "scheduled"}),
    "agreement": frozenset({"parties", "subject", "date"}),
    "about": frozenset({"project", "industry"}),
    "produces": frozenset({"company", "product"}),
}


def _extraction(document: Mapping[str, Any], text: str | None, file: str | None) -> Extraction:
    source, metadata = document.get("source") or {}, document.get("article") or {}
    for part, name in (
        *((source, name) for name in ("url", "file")),
        *((metadata, name) for name in ("title", "published", "outlet", "reporter")),
    ):
        if not isinstance(part.get(name), str | None):
            raise TypeError(f"{name} is text, not {part[name]!r}")
    published = metadata.get("published")
    article = Article(
        id=document["id"],
        text=text,
        url=source.get("url"),
        title=metadata.get("title"),
        outlet=metadata.get("outlet"),
        reporter=metadata.get("reporter"),
        published=PartialDate.parse(published) if published else None,
        file=file or source.get("file"),
    )
    return Extraction(
        article=article,
        entities=tuple(
            _at(f"entity {index}", row, lambda row: _entity(row, text))
            for index, row in enumerate(_list(document["entities"]))
        ),
        claims=tuple(
            _at(f"fact {index}", row, lambda row: _claim(row, text))
            for index, row in enumerate(_list(document["facts"]))
        ),
        extractor=document.get("extractor", HAND),
    )


def _at(where: str, row: Any, read: Callable[[Mapping[str, Any]], _Read]) -> _Read:
    """What a row holds; an error says which row."""
    if not isinstance(row, dict):
        raise InterchangeError(f"{where}: an object is wanted, not {row!r}")
    label = f"{where} ({row.get('type')} {row.get('key', '')}".rstrip() + ")"
    try:
        return read(row)
    except (KeyError, TypeError, ValueError) as error:
        reason = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise InterchangeError(f"{label}: {reason}") from error


def _list(rows: Any) -> list[Any]:
    if not isinstance(rows, list):
        raise TypeError(f"a list is wanted, not {rows!r}")
    return rows


def _check_fields(row: Mapping[str, Any], known: frozenset[str]) -> None:
    """Raise for a field that nobody reads, which is a misspelt one, and for a value of no use."""
    for name, value in row.items():
        if name not in known:
            raise ValueError(f"{name!r} is no field of it")
        wanted = _FIELD_TYPES.get(name, (str,))
        if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
            raise TypeError(f"{name} cannot be {value!r}")
        if isinstance(value, list) and not all(
            isinstance(part, list if name == "spans" else str) for part in value
        ):
            raise TypeError(f"{name} cannot be {value!r}")


def _entity(row: Mapping[str, Any], text: str | None) -> Entity:
    _check_fields(row, _ENTITY_FIELDS)
    spans = () if text is None else tuple(Span.of(text, *pair) for pair in row.get("spans", ()))
    return Entity(
        key=row["key"],
        type=EntityType(row["type"]),
        name=row["name"],
        aliases=tuple(row.get("aliases") or ()),
        spans=spans,
        ref=row.get("ref"),
        confidence=row.get("confidence", 1.0),
    )


def _claim(row: Mapping[str, Any], text: str | None) -> Claim:
    kind = row["type"]
    if kind not in _CLAIM_FIELDS:
        raise ValueError(f"{kind!r} is no type of fact")
    _check_fields(row, _CLAIM_FIELDS[kind] | _EVIDENCE_FIELDS)
    return _READERS[kind](row, _evidence(row, text))


def _evidence(row: Mapping[str, Any], text: str | None) -> Evidence:
    span = None
    if text is not None and "start" in row:
        span = Span(row["start"], row["end"], row["quote"])
    return Evidence(
        quote=row["quote"],
        extractor=row.get("extractor", HAND),
        confidence=row.get("confidence", 1.0),
        span=span,
    )


def _budget(row: Mapping[str, Any], evidence: Evidence) -> Budget:
    hedge, period, source = row.get("approximation"), row.get("period"), row.get("source")
    won = row.get("amount_krw")
    if won is not None and (row.get("currency", "KRW") != "KRW" or "amount" in row):
        raise ValueError("a sum is in won or in foreign money, not both")
    return Budget(
        project=row["project"],
        money=Money(
            amount=row["amount"] if won is None else won,
            currency=row["currency"] if won is None else "KRW",
            approximation=Approximation(hedge) if hedge else None,
            as_written=row.get("as_written", ""),
        ),
        kind=BudgetKind(row["kind"]),
        evidence=evidence,
        source=Funder(source) if source else None,
        period=Period.parse(period) if period else None,
    )


def _role(row: Mapping[str, Any], evidence: Evidence) -> Role:
    return Role(
        person=row["person"],
        title=row["title"],
        organization=row["organization"],
        evidence=evidence,
        former=bool(row.get("former")),
        acting=bool(row.get("acting")),
    )


def _located(row: Mapping[str, Any], evidence: Evidence) -> Located:
    return Located(entity=row["entity"], place=row["place"], evidence=evidence)


def _participates(row: Mapping[str, Any], evidence: Evidence) -> Participates:
    return Participates(row["organization"], row["project"], Part(row["as"]), evidence)


def _part_of(row: Mapping[str, Any], evidence: Evidence) -> PartOf:
    return PartOf(part=row["part"], whole=row["whole"], evidence=evidence)


def _status(row: Mapping[str, Any], evidence: Evidence) -> Status:
    date = row.get("date")
    return Status(
        project=row["project"],
        status=Milestone(row["status"]),
        evidence=evidence,
        date=PartialDate.parse(date) if date else None,
        scheduled=bool(row.get("scheduled")),
    )


def _agreement(row: Mapping[str, Any], evidence: Evidence) -> Agreement:
    date = row.get("date")
    return Agreement(
        parties=tuple(row["parties"]),
        evidence=evidence,
        subject=row.get("subject"),
        date=PartialDate.parse(date) if date else None,
    )


def _about(row: Mapping[str, Any], evidence: Evidence) -> About:
    return About(project=row["project"], industry=row["industry"], evidence=evidence)


def _produces(row: Mapping[str, Any], evidence: Evidence) -> Produces:
    return Produces(company=row["company"], product=row["product"], evidence=evidence)


_READERS: dict[str, Callable[[Mapping[str, Any], Evidence], Claim]] = {
    "budget": _budget,
    "role": _role,
    "located": _located,
    "participates": _participates,
    "part_of": _part_of,
    "status": _status,
    "agreement": _agreement,
    "about": _about,
    "produces": _produces,
}
