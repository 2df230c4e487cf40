"""Annotated articles to learn from: a page, its annotation and how far its rules may be trusted."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.readers import read_page
from graph.model import Article, Entity

LETTERS = re.compile(r"[^0-9a-z가-힣㐀-鿿]")
GENERIC = re.compile(
    r"(조성사업|구축사업|건립사업|지원사업|육성사업|개발사업|사업|조성|구축|건립|건설|설립|프로젝트)$"
)
NEAR = 0.75
"""How alike two names are that the benchmark's scorer takes for one."""
SPLITS = "splits.tsv"
HELD = "test"
"""The split that is never learned from."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article and its annotation; `tuned` where rules were written beside it."""

    name: str
    article: Article
    gold: Mapping[str, Any]
    tuned: bool


def articles(texts: Path, gold: Path, *, untuned: Sequence[str] = ()) -> Iterator[Annotated]:
    """The articles of a folder that have an annotation in another, in order of their names.

    `untuned` are the beginnings of the names of those beside which no rules were written. Where a
    `splits.tsv` lies beside the annotation's folder, its test articles are left out.
    """
    held = _held(gold.parent / SPLITS)
    for page in sorted(texts.glob("*.txt")):
        annotation = gold / f"{page.stem}.json"
        if annotation.exists() and page.stem not in held:
            yield Annotated(
                page.stem,
                read_page(page),
                json.loads(annotation.read_text(encoding="utf-8")),
                not page.stem.startswith(tuple(untuned)),
            )


def _held(splits: Path) -> frozenset[str]:
    if not splits.exists():
        return frozenset()
    with splits.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return frozenset(row["id"] for row in rows if row["split"] == HELD)


def align(gold: Mapping[str, Any], entities: Sequence[Entity]) -> dict[str, str]:
    """Extracted keys to annotated ones, one to one, as the benchmark's scorer pairs them."""
    pairs = sorted(
        (
            (_likeness(one, other), one["key"], other.key)
            for one in gold["entities"]
            for other in entities
        ),
        key=lambda row: -row[0],
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for likeness, gold_key, key in pairs:
        if likeness > 0 and gold_key not in taken and key not in found:
            found[key] = gold_key
            taken.add(gold_key)
    return found


def _likeness(gold: Mapping[str, Any], entity: Entity) -> float:
    if gold["type"] != entity.type.value:
        return 0.0
    ones = {folded(name) for name in (gold["name"], *gold.get("aliases", ()))}
    others = {folded(name) for name in entity.names}
    if ones & others:
        return 1.0
    if gold["type"] not in {"project", "site"}:
        return 0.0
    best = max(alike(one, other) for one in ones for other in others)
    return best if best >= NEAR else 0.0


def folded(name: str) -> str:
    """A name as the scorer compares it: letters and digits, in lower case."""
    return LETTERS.sub("", unicodedata.normalize("NFKC", name).lower())


def alike(name: str, other: str) -> float:
    """Dice overlap of the pairs of letters of two folded names without their generic ends."""
    one, two = (
        Counter(short[at : at + 2] for at in range(len(short) - 1))
        for short in (GENERIC.sub("", name), GENERIC.sub("", other))
    )
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else float(name == other)
