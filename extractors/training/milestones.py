"""What the linker of milestones learns from: candidates, borne out by an annotation or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from extractors.linking.logistic import Example, Logistic
from extractors.reading import Reading
from extractors.relations.status_candidates import WORDLESS, Candidate, candidates
from extractors.relations.status_rules import ruled
from extractors.training.fitting import fit
from extractors.training.seen import Seen

Fact = Mapping[str, Any]
PENALTY = 10.0
RARE = 3
_IN_SENTENCE = 0.3
"""What a candidate counts that stands in the sentence of the proof, but outside it."""
_UNTUNED = 1.5
"""What an article counts beside which no rule was written: less than for other models."""
_SLACK = 2


def train(articles: Iterable[Seen]) -> Logistic:
    """The model of articles that were read, and of the same with the annotation's projects."""
    found: list[Example] = []
    for article in articles:
        facts = article.gold["facts"]
        count = 1.0 if article.tuned else _UNTUNED
        found += examples(article.reading, facts, article.keys, count)
        found += examples(article.stated.reading, facts, article.stated.keys, count)
    return fit(found, penalty=PENALTY, rare=RARE)


def examples(
    reading: Reading,
    stated: Sequence[Fact],
    mapping: Mapping[str, str],
    count: float,
) -> Iterator[Example]:
    """An article's candidates; those of which the annotation says nothing sure are left out.

    `mapping` is from the reading's keys to the gold's, `count` what the article counts.
    """
    text = reading.document.text
    facts = [fact for fact in stated if fact["type"] == "status"]
    told: dict[tuple[str | None, str], list[tuple[int, int]]] = {}
    anywhere: dict[str, list[tuple[int, int]]] = {}
    for fact in facts:
        start = text.find(fact["quote"])
        span = (start, start + len(fact["quote"]))
        told.setdefault((fact["project"], fact["status"]), []).append(span)
        anywhere.setdefault(fact["status"], []).append(span)
    for candidate in candidates(reading, list(ruled(reading))):
        project, milestone = mapping.get(candidate.project), candidate.milestone.value
        spans = told.get((project, milestone))
        if spans is not None:
            weight = _nearness(reading, candidate, spans)
        elif project is None and _within(candidate, anywhere.get(milestone, ())):
            # Right of a project whose name was misread: neither for nor against.
            weight = 0.0
        else:
            weight = 1.0
        if weight:
            yield Example(candidate.seen, spans is not None, weight * count)


def _within(candidate: Candidate, spans: Sequence[tuple[int, int]]) -> bool:
    word = candidate.word
    start = word.end - 1 if word.word in WORDLESS else word.start
    return any(low - _SLACK <= start < high + _SLACK for low, high in spans)


def _nearness(reading: Reading, candidate: Candidate, spans: Sequence[tuple[int, int]]) -> float:
    """1 inside a proof, less in its sentence, 0 elsewhere."""
    if _within(candidate, spans):
        return 1.0
    start = candidate.word.start
    for sentence in reading.document.sentences:
        if sentence.start <= start < sentence.end:
            near = any(sentence.start < high and low < sentence.end for low, high in spans)
            return _IN_SENTENCE if near else 0.0
    return 0.0
