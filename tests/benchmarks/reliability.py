"""How far a confidence can be trusted: of claims at 0.9, how many does the annotation bear out."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import Any

from tests.benchmarks.quality import SCORER, documents
from tests.benchmarks.sets import ArticleSet

STEPS = (0.0, 0.4, 0.6, 0.8, 0.9)
"""Where a band of confidences begins."""


def table(sets: Iterable[ArticleSet]) -> str:
    """Claims, their mean confidence and the share that is right, for each band."""
    claims: Counter[float] = Counter()
    right: Counter[float] = Counter()
    sums: defaultdict[float, float] = defaultdict(float)
    for articles in sets:
        for confidence, is_right in judged(articles):
            band = max(step for step in STEPS if step <= confidence)
            claims[band] += 1
            right[band] += is_right
            sums[band] += confidence
    lines = ["confidence     claims   mean   right\n"]
    for low, high in zip(STEPS, (*STEPS[1:], 1.0), strict=True):
        if claims[low]:
            mean, share = sums[low] / claims[low], right[low] / claims[low]
            lines.append(f"{low:.1f} to {high:.1f}  {claims[low]:>8}   {mean:.2f}    {share:.2f}\n")
    return "".join(lines)


def judged(articles: ArticleSet) -> Iterator[tuple[float, bool]]:
    """Every claim's confidence, and whether the annotation has it as the scorer compares them."""
    scorer = _scorer()
    for name, document in documents(articles).items():
        gold: dict[str, Any] = json.loads((articles.gold / f"{name}.json").read_text("utf-8"))
        read: dict[str, Any] = json.loads(document)
        keys = scorer.align(gold["entities"], read["entities"])
        _, right = scorer.pair_facts(gold["facts"], read["facts"], keys, strict=False)
        for number, fact in enumerate(read["facts"]):
            yield fact["confidence"], number in right


@cache
def _scorer() -> ModuleType:
    """The benchmark's scorer, which is a script and no module of ours."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
