"""Training the linker of parts and wholes (`extractors.relations.part_of`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractors.linking.logistic import Example
from extractors.reading import Reading
from extractors.relations.part_of import pairs, proposed
from extractors.relations.wholes import Wholes, features

PENALTY = 20.0
UNTUNED = 2.0
"""How much an example counts from an article beside which no rules were written."""


def examples(
    reading: Reading, gold: Mapping[str, Any], mapping: Mapping[str, str], *, tuned: bool
) -> list[Example]:
    """Every two projects of an article; `mapping` has the annotated key of each extracted one."""
    right = {(f["part"], f["whole"]) for f in gold["facts"] if f["type"] == "part_of"}
    wholes = Wholes(reading)
    said = proposed(reading)
    found: list[Example] = []
    for part, whole in pairs(wholes):
        rules = [evidence.extractor for evidence in said.get((part.key, whole.key), ())]
        seen = features(wholes, part, whole, rules)
        pair = mapping.get(part.key), mapping.get(whole.key)
        found.append(Example(seen, pair in right, 1.0 if tuned else UNTUNED))
    return found
