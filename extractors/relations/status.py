"""What stage a project has reached, and when.

Candidates are a project and a word that may tell a milestone, in its sentence or in one that goes
on about it. A logistic regression says how likely the word tells that milestone of that project,
from the word's form, how the two stand to each other and what the constructions of `status_rules`
find there. Of what one word may tell of a project, the likeliest is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from extractors.linking.logistic import Logistic
from extractors.models import load
from extractors.reading import Reading
from extractors.relations.status_candidates import WORDLESS, Candidate, candidates
from extractors.relations.status_rules import ruled
from graph.model import Milestone, Status
from graph.values import PartialDate

LEAST = 0.36
"""How likely a milestone must be; chosen for articles that the training had not seen."""
RIVAL = 0.6
"""How likely, against the likeliest project of a word, another project of it must be."""
AHEAD = 0.8
"""What a step that is still to come is worth beside one that is done and as likely."""
_TWO_ENDS = WORDLESS | {"기간"}
"""What tells two milestones at once: `사업 기간은 2024년부터 2027년까지`."""
_SUREST = 0.99
"""What is told many times over is still read by a machine."""
_FAR = 70
_UNDATED = frozenset({Milestone.PLANNED, Milestone.UNDER_WAY})
_MODEL = "milestones"
_NO_WEIGHTS: Mapping[str, float] = {}


class _Scales:
    """Weighs an article's candidates: as the model weighs what is `seen`, but no text is made."""

    def __init__(self, model: Logistic) -> None:
        self._model = model
        self._told = model.by_head
        self._words: dict[tuple[Milestone, tuple[str, ...]], list[float]] = {}
        self._shared: dict[tuple[Milestone, tuple[str, ...]], list[float]] = {}
        self._pair: tuple[tuple[str, ...], list[float]] = (), []
        """The last pair's cues, and what these weigh whatever the milestone."""

    def probability(self, candidate: Candidate) -> float:
        """How likely a candidate is right."""
        milestone, plain = candidate.milestone, self._model.weights.get
        told = self._told.get(milestone, _NO_WEIGHTS).get
        key = milestone, candidate.cues
        of_word = self._words.get(key)
        if of_word is None:
            of_word = [plain(f"m={milestone}", 0.0), *filter(None, map(told, candidate.cues))]
            self._words[key] = of_word
        if self._pair[0] is not candidate.pair:
            self._pair = candidate.pair, list(filter(None, map(plain, candidate.pair)))
        found = [*of_word, *self._pair[1]]
        found += filter(None, map(told, candidate.pair))
        for shared in candidate.shared:
            key = milestone, shared
            weights = self._shared.get(key)
            if weights is None:
                weights = [*filter(None, map(plain, shared)), *filter(None, map(told, shared))]
                self._shared[key] = weights
            found += weights
        if candidate.rules:
            found += filter(None, map(plain, candidate.rules))
        return self._model.chance(found)


def relate(reading: Reading) -> Iterator[Status]:
    """The milestones of the article's projects and events."""
    rules = list(ruled(reading))
    weigh = _Scales(load(_MODEL)).probability
    found = [(weigh(candidate), candidate) for candidate in candidates(reading, rules)]
    likely = [(chance, each) for chance, each in together(found) if chance > LEAST]
    best = chosen(likely)
    moved = {
        candidate.project for _, candidate in best if candidate.milestone is not Milestone.PLANNED
    }
    for chance, candidate in best:
        if candidate.milestone is not Milestone.PLANNED or candidate.project not in moved:
            yield dated(_claim(reading, chance, candidate, rules), candidate, likely)


def together(rated: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """The candidates, the likeliest of each fact as likely as that any word tells the fact.

    A milestone told in the title, in the lead and again further down is seldom wrong, though no
    one of the words may be sure.
    """
    first: dict[tuple[str, Milestone], int] = {}
    for number, (chance, candidate) in enumerate(rated):
        fact = candidate.project, candidate.milestone
        if fact not in first or _worth(chance, candidate) > _worth(*rated[first[fact]]):
            first[fact] = number
    doubts = dict.fromkeys(first, 1.0)
    for chance, candidate in rated:
        fact = candidate.project, candidate.milestone
        best = rated[first[fact]][1]
        if candidate is best or candidate.word.start != best.word.start:
            doubts[fact] *= 1.0 - chance
    found = list(rated)
    for fact, number in first.items():
        found[number] = 1.0 - doubts[fact], rated[number][1]
    return found


def chosen(rated: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Of each word the likeliest reading, of each milestone of a project the likeliest word."""
    of_project: dict[tuple[int, str], float] = {}
    of_milestone: dict[tuple[int, Milestone], float] = {}
    for chance, candidate in rated:
        place = candidate.word.start
        mine, told = (place, candidate.project), (place, candidate.milestone)
        of_project[mine] = max(of_project.get(mine, 0.0), chance)
        of_milestone[told] = max(of_milestone.get(told, 0.0), chance)
    best: dict[tuple[str, Milestone], tuple[float, Candidate]] = {}
    for chance, candidate in rated:
        place = candidate.word.start
        if (
            candidate.word.word not in _TWO_ENDS and chance < of_project[place, candidate.project]
        ) or chance < RIVAL * of_milestone[place, candidate.milestone]:
            continue
        fact = candidate.project, candidate.milestone
        if fact not in best or _worth(chance, candidate) > _worth(*best[fact]):
            best[fact] = chance, candidate
    return list(best.values())


def _worth(chance: float, candidate: Candidate) -> float:
    """What a reading of a milestone is worth beside another: a step that is done counts more."""
    return chance * AHEAD if candidate.scheduled else chance


def dated(claim: Status, told: Candidate, rated: list[tuple[float, Candidate]]) -> Status:
    """The claim with the day that the likeliest other word for the same fact tells.

    The lead says that a plant was opened, a line further down when.
    """
    if claim.status in _UNDATED:
        return claim
    for _, other in sorted(rated, key=lambda pair: -pair[0]):
        if (other.project, other.milestone) != (told.project, told.milestone):
            continue
        if other.date is None or other.word.start == told.word.start:
            continue
        if other.scheduled and told.word.past:
            continue
        if any(cue.startswith("untilTrue") for cue in other.cues):
            continue
        if claim.date is None or _is_finer(other.date, claim.date):
            return replace(claim, date=other.date, scheduled=other.scheduled)
    return claim


def _is_finer(date: PartialDate | None, other: PartialDate) -> bool:
    """Whether a date tells the month or day of another."""
    return date is not None and date != other and str(date).startswith(str(other))


def _claim(reading: Reading, chance: float, candidate: Candidate, rules: list[Status]) -> Status:
    """The claim, with a rule's date where one says the same at the same place."""
    word, spot = candidate.word, candidate.occurrence
    start, end = word.start, word.end
    date, scheduled, how = candidate.date, candidate.scheduled, "status/link"
    for rule in rules:
        span = rule.evidence.span
        if (
            (rule.project, rule.status) == (candidate.project, candidate.milestone)
            and span is not None
            and span.start <= end
            and start <= span.end
        ):
            if rule.date is None or not _is_finer(date, rule.date):
                scheduled = rule.scheduled or (scheduled and date == rule.date)
                date = rule.date
            how = rule.evidence.extractor
            break
    if spot is not None and abs(spot.start - start) <= _FAR:
        start, end = min(start, spot.start), max(end, spot.end)
    else:
        sentence = next(s for s in reading.document.sentences if s.start <= start < s.end)
        start = max(sentence.start, start - 40)
    if candidate.milestone in _UNDATED:
        date = None
    return Status(
        candidate.project,
        candidate.milestone,
        reading.evidence(start, end, how, min(round(chance, 2), _SUREST), word.start),
        date=date,
        scheduled=scheduled,
    )
