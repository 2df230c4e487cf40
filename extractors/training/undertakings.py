"""Training the judge of projects and sites: `… -m extractors.training.undertakings TEXTS GOLD …`.

Arguments come in pairs: a folder of pages and one of their annotations, under the same names.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from extractors.document import Document
from extractors.gazetteer import FOLDER, Gazetteer
from extractors.korean import Analyzer
from extractors.linking.logistic import Example, Logistic, fit
from extractors.mentions import people, regions
from extractors.mentions.ground import Ground
from extractors.mentions.judge import KINDS, MODELS, Judged, gathered
from extractors.preparation import prepare
from extractors.readers import read_page
from graph.model import EntityType

PENALTY = 2.0
NEAR = 0.75
"""How alike two names are that the benchmark's scorer takes for one."""
LETTERS = re.compile(r"[^0-9a-z가-힣㐀-鿿]")
GENERIC = re.compile(
    r"(조성사업|구축사업|건립사업|지원사업|육성사업|개발사업|사업|조성|구축|건립|건설|설립|프로젝트)$"
)
Seen = tuple[str, frozenset[str]]
"""What a name is by the annotation (empty for no name), and its traits."""


def main(folders: Sequence[str]) -> None:
    """Train on the folders and write the models."""
    if not folders or len(folders) % 2:
        raise SystemExit(__doc__)
    analyzer, gazetteer = Analyzer(), Gazetteer.load(FOLDER)
    seen: list[Seen] = []
    for texts, gold in zip(folders[::2], folders[1::2], strict=True):
        for page in sorted(Path(texts).glob("*.txt")):
            annotation = Path(gold) / f"{page.stem}.json"
            if annotation.exists():
                document = prepare(read_page(page), analyzer, gazetteer.outlets)
                annotated = json.loads(annotation.read_text(encoding="utf-8"))
                seen += labelled(document, annotated, gazetteer)
    MODELS.mkdir(exist_ok=True)
    for kind, model in train(seen).items():
        model.save(MODELS / f"{kind}.tsv")
        sys.stdout.write(f"{kind}: {len(model.weights)} weights from {len(seen)} names\n")


def train(seen: Sequence[Seen]) -> dict[EntityType, Logistic]:
    """A model for each kind. ValueError where the names are of one kind only."""
    return {
        kind: fit([Example(traits, kind.value == own) for own, traits in seen], penalty=PENALTY)
        for kind in KINDS
    }


def labelled(document: Document, gold: Mapping[str, Any], gazetteer: Gazetteer) -> Iterator[Seen]:
    """What is proposed in an annotated article, with what it really is."""
    ground = Ground(document, gazetteer)
    ground.know_regions((place.start, place.end) for place in regions.find(ground))
    ground.person_starts = {person.start for person in people.find(ground)}
    known = [
        (str(entity["type"]), {_fold(name) for name in (entity["name"], *entity["aliases"])})
        for entity in gold["entities"]
    ]
    for judged in gathered(ground):
        yield _kind(judged, ground.text, known), judged.traits


def _kind(judged: Judged, text: str, known: Sequence[tuple[str, set[str]]]) -> str:
    first = judged.proposals[0]
    name = _fold(text[first.start : first.end])
    for kind, names in known:
        if name in names:
            return kind
    best, likest = NEAR, ""
    for kind, names in known:
        if kind in ("project", "site"):
            alike = max(_alike(name, other) for other in names)
            if alike > best or (alike == best and not likest):
                best, likest = alike, kind
    return likest


def _fold(name: str) -> str:
    return LETTERS.sub("", unicodedata.normalize("NFKC", name).lower())


def _alike(name: str, other: str) -> float:
    """Dice overlap of the pairs of letters of two folded names without their generic ends."""
    one, two = (
        Counter(short[at : at + 2] for at in range(len(short) - 1))
        for short in (GENERIC.sub("", name), GENERIC.sub("", other))
    )
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else float(name == other)


if __name__ == "__main__":
    main(sys.argv[1:])
