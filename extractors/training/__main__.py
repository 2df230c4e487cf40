"""`make train`: learn the judges and linkers from annotated articles, and say how well.

    python -m extractors.training TEXTS=GOLD[=UNTUNED] ...

Folders of texts with the folder of their annotation. UNTUNED are the beginnings, with commas, of
the names of articles beside which no rules were written. Every article that links are learned from
is read by judges that have not learned from it, so that the links are learned from names as they
are found in unread articles. The same articles give the same models.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from extractors.coreference import gather
from extractors.document import Document
from extractors.gazetteer import FOLDER, Gazetteer
from extractors.korean import Analyzer
from extractors.linking.candidates import LEARNED
from extractors.mentions import find_mentions
from extractors.mentions.judge import Models
from extractors.models import FOLDER as MODELS
from extractors.preparation import prepare
from extractors.relations.themes import MODEL as THEMES
from extractors.training import (
    budget_owner,
    links,
    milestones,
    temper,
    themes,
    trust,
    undertakings,
    wholes,
)
from extractors.training.annotated import Annotated, articles
from extractors.training.themes import Named
from extractors.training.told import FOLDS, told_unlearned


class Prepared(NamedTuple):
    """An annotated article, ready for reading, and the names that may be proposed in it."""

    article: Annotated
    document: Document
    names: list[undertakings.Seen]


def main(arguments: Sequence[str]) -> None:
    """Read the articles, learn, write the models and print how well they link."""
    if not arguments:
        raise SystemExit(__doc__)
    gazetteer = Gazetteer.load(FOLDER)
    prepared = prepare_all(arguments, gazetteer)
    _say(f"{len(prepared)} articles")
    named = read_unlearned(prepared, gazetteer)
    seen = told_unlearned([row.article for row in prepared], named)
    MODELS.mkdir(exist_ok=True)
    themes.train(named).save(MODELS / f"{THEMES}.tsv")
    for kind, judge in _judges(prepared).items():
        judge.save(MODELS / f"{kind}.tsv")
    budget_owner.train(seen).save(MODELS / "budget_owner.tsv")
    milestones.train(seen).save(MODELS / "milestones.tsv")
    wholes.train(seen).save(MODELS / "part_of.tsv")
    trust.train(seen).save(MODELS / "trust.tsv")
    rated: dict[str, temper.Rated] = {}
    for name in LEARNED:
        models, measure, rated[name] = links.train(seen, name)
        for file, model in models.items():
            model.save(MODELS / f"{file}.tsv")
        _say(
            f"{name:<13} threshold {measure.threshold:.3f}   held out: P {measure.precision:.3f}"
            f"  R {measure.recall:.3f}  F1 {measure.f1:.3f}"
        )
    temper.train(seen, rated).save(MODELS / "temper.tsv")


def prepare_all(arguments: Sequence[str], gazetteer: Gazetteer) -> list[Prepared]:
    """The articles of all folders."""
    analyzer = Analyzer()
    found: list[Prepared] = []
    for argument in arguments:
        texts, gold, *untuned = argument.split("=")
        for article in articles(
            Path(texts), Path(gold), untuned=tuple(untuned[0].split(",")) if untuned else ()
        ):
            document = prepare(article.article, analyzer, gazetteer.outlets)
            labelled = undertakings.labelled(document, article.gold, gazetteer, tuned=article.tuned)
            names = list(labelled)
            found.append(Prepared(article, document, names))
    return found


def read_unlearned(prepared: Sequence[Prepared], gazetteer: Gazetteer) -> list[Named]:
    """The names of every article, read by judges that have not learned from it."""
    found: dict[int, Named] = {}
    for fold in range(FOLDS):
        rest = [row for number, row in enumerate(prepared) if number % FOLDS != fold]
        judges = _judges(rest)
        for number in range(fold, len(prepared), FOLDS):
            article, document, _ = prepared[number]
            mentions = find_mentions(document, gazetteer, judges)
            found[number] = Named(gather(document, mentions, gazetteer), article.gold)
    return [found[number] for number in sorted(found)]


def _judges(prepared: Sequence[Prepared]) -> Models:
    return undertakings.train([row.names for row in prepared])


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
