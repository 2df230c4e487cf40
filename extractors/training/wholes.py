"""Training the linker of parts and wholes: `… extractors.training.wholes TEXTS=GOLD[=UNTUNED] …`.

UNTUNED are the beginnings, with commas, of the names of articles beside which no rules were
written; beside the others a construction's firing is a feature of its own, so that what it is worth
is learned from unread articles.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from extractors.coreference import gather
from extractors.gazetteer import FOLDER, Gazetteer
from extractors.korean import Analyzer
from extractors.linking.logistic import Example, fit
from extractors.mentions import find_mentions
from extractors.preparation import prepare
from extractors.reading import Reading
from extractors.relations.demonstratives import settle
from extractors.relations.part_of import MODEL, pairs, proposed
from extractors.relations.wholes import Wholes, features
from extractors.training.annotated import align, articles

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
        seen = features(wholes, part, whole, () if tuned else rules)
        if tuned:
            seen |= {f"old:{rule}" for rule in rules}
        pair = mapping.get(part.key), mapping.get(whole.key)
        found.append(Example(seen, pair in right, 1.0 if tuned else UNTUNED))
    return found


def main(arguments: Sequence[str]) -> None:
    """Learn from the articles and write the model."""
    if not arguments:
        raise SystemExit(__doc__)
    analyzer, gazetteer = Analyzer(), Gazetteer.load(FOLDER)
    found: list[Example] = []
    for argument in arguments:
        texts, gold, *untuned = argument.split("=")
        names = tuple(untuned[0].split(",")) if untuned else ()
        for article in articles(Path(texts), Path(gold), untuned=names):
            document = prepare(article.article, analyzer, gazetteer.outlets)
            reading = settle(gather(document, find_mentions(document, gazetteer), gazetteer))
            mapping = align(article.gold, reading.entities)
            found += examples(reading, article.gold, mapping, tuned=article.tuned)
    model = fit(found, penalty=PENALTY)
    model.save(MODEL)
    sys.stdout.write(f"part_of: {len(model.weights)} weights from {len(found)} pairs\n")


if __name__ == "__main__":
    main(sys.argv[1:])
