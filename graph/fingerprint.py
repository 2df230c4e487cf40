"""What a claim says, as a short hash: the same after re-extraction, in whatever order.

As INDRA keeps the hash of a statement's content apart from that of its evidence, the words, the
offsets, the rule and the confidence have no part in it, nor has the way that a sum was written. An
entity counts by its public code, else by its type and name, because its key is only a number.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields

from graph.model import Claim, Entity, Evidence, Extraction, slots_of
from graph.values import Money

_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SORTED = json.JSONEncoder(ensure_ascii=False)


def fingerprints(extraction: Extraction) -> tuple[str, ...]:
    """One fingerprint a claim, in the claims' order and all different.

    Claims that say the same in other words (`약 700억`, `700억 원`) are numbered as they stand in
    the text.
    """
    tokens = _tokens(extraction.entities)
    contents = [_digest(_content(claim, tokens)) for claim in extraction.claims]
    order = sorted(range(len(contents)), key=lambda i: _position(extraction.claims[i].evidence))
    seen: Counter[str] = Counter()
    found = list(contents)
    for index in order:
        content = contents[index]
        seen[content] += 1
        if seen[content] > 1:
            found[index] = f"{content}-{seen[content]}"
    return tuple(found)


def evidence_fingerprint(evidence: Evidence) -> str:
    """A fingerprint of where words stand and who read them; not of how sure they were."""
    span = evidence.span
    return _digest([_nfc(evidence.quote), span and span.start, evidence.extractor])


def _tokens(entities: tuple[Entity, ...]) -> dict[str, list[object]]:
    """What an entity counts as; namesakes of one article are told apart by their order."""
    seen: Counter[tuple[str, str]] = Counter()
    tokens: dict[str, list[object]] = {}
    for entity in sorted(entities, key=lambda one: one.spans[:1]):
        name = entity.ref or _nfc(entity.name)
        seen[entity.type, name] += 1
        tokens[entity.key] = [entity.type.value, name, seen[entity.type, name]]
    return tokens


def _content(claim: Claim, tokens: Mapping[str, object]) -> list[object]:
    """Type, slots and values. A new optional field changes nothing: what is unsaid is left out."""
    slots = [[slot, tokens[key]] for slot, key in slots_of(claim)]
    slots.sort(key=_SORTED.encode)
    values: dict[str, object] = {}
    for field in fields(claim):
        value = getattr(claim, field.name)
        if field.name in claim.SLOTS or field.name == "evidence" or value in (None, False):
            continue
        if isinstance(value, Money):
            values[field.name] = [value.amount, value.currency]
        elif field.name == "subject":
            values[field.name] = tokens.get(value, _nfc(value))
        else:
            values[field.name] = _nfc(str(value))
    return [claim.TYPE, slots, sorted(values.items())]


def _position(evidence: Evidence) -> tuple[int, str, str]:
    start = evidence.span.start if evidence.span else -1
    return (start, evidence.quote, evidence.extractor)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _digest(content: object) -> str:
    canonical = _CANONICAL.encode(content)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]
