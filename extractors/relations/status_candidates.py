"""What is seen of a project and a word that may tell its milestone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from extractors.dates import DateKind, DateSpan
from extractors.document import Sentence
from extractors.linking.buckets import bucket
from extractors.reading import Occurrence, Reading
from extractors.relations.clauses import Clause, clauses
from extractors.relations.descriptions import Description, descriptions
from extractors.relations.phrases import outermost
from extractors.relations.status_article import Article
from extractors.relations.status_dates import IS_WHEN, REPORTED, is_its_own, moved_to
from extractors.relations.status_standing import Standing, from_afar
from extractors.relations.status_words import HELD, Told, words_that_tell
from extractors.relations.timeline import end_of
from graph.model import EntityType, Milestone, Status
from graph.values import PartialDate

_SUBJECT = frozenset({"이", "가", "은", "는", "도"})
WORDLESS = frozenset({"status/lasting", "status/ending", "status/ceremony"})
"""The rules that read a milestone where no word tells it: `2단계는 2027년까지다`."""
_NO_RULES: frozenset[str] = frozenset()
_REACH = 14
"""How far behind a word its date may stand."""


def _by_noun(noun: Description, key: str, where: str) -> list[str]:
    """Whether the noun that stands for a project means this one, or something unnamed."""
    if noun.vague:
        return ["noun=vague", f"noun=vague/{where}"]
    means = "this" if noun.key == key else "none" if noun.key is None else "other"
    how = f"{means}/{noun.thing}"
    return [f"noun={means}", f"noun={how}/{noun.particle}", f"noun={how}/{where}"]


def _date_of(
    milestone: Milestone, span: DateSpan | None, date: PartialDate | None
) -> PartialDate | None:
    """The date of a milestone: of a period its end, but what is started starts with it."""
    if milestone is Milestone.STARTED and span is not None and span.period is not None:
        begins = span.period.start
        return PartialDate(begins) if begins is not None else date
    return date


@dataclass(slots=True)
class Candidate:
    """A project, a milestone, the word that may tell it and where; `seen` is what speaks of it.

    `cues` are of the word, whatever the project; `shared` and `pair` of both, whatever the
    milestone, those first that come again with other words; `rules` of what the rules say. No cue
    stands twice among them.
    """

    project: str
    milestone: Milestone
    word: Told
    occurrence: Occurrence | None
    date: PartialDate | None
    scheduled: bool
    cues: tuple[str, ...]
    shared: tuple[tuple[str, ...], ...]
    pair: tuple[str, ...]
    rules: frozenset[str]

    @property
    def seen(self) -> frozenset[str]:
        """The features: cues by themselves and with the milestone, those with `~` by themselves."""
        milestone = self.milestone
        pair = (*chain.from_iterable(self.shared), *self.pair)
        told = (*self.cues, *(cue for cue in pair if cue[0] != "~"))
        return self.rules.union((f"m={milestone}", *pair), [f"{milestone}|{cue}" for cue in told])


def candidates(reading: Reading, ruled: list[Status]) -> Iterator[Candidate]:
    """Every project with every word near it, and each milestone that the word may tell."""
    article = Article(reading, ruled)
    for claim in ruled:
        if claim.evidence.extractor in WORDLESS:
            yield _wordless(article, claim)
    lately: list[Occurrence] = []
    for sentence in article.sentences:
        named = [
            o for o in outermost(reading.in_sentence(sentence)) if article.is_undertaking(o.key)
        ]
        scene = _Scene(article, sentence, named, lately)
        for word in scene.words():
            yield from scene.told(word)
        if named:
            lately = named


def _wordless(article: Article, claim: Status) -> Candidate:
    """What a construction tells without a word for it, and how much the project is talked about."""
    span, key, milestone = claim.evidence.span, claim.project, claim.status
    assert span is not None
    rule = claim.evidence.extractor
    word = Told(rule, (milestone,), span.start, span.end, ())
    cues = (f"tail={article.reading.by_key[key].name[-2:]}",)
    pair = (f"~c={bucket(article.count[key], 0, 1, 2, 4, 8)}",)
    rules = frozenset(
        (
            f"rule={rule}",
            f"rule={rule}/{milestone}",
            f"also={len(article.rules[key, milestone]) > 1}",
        )
    )
    return Candidate(key, milestone, word, None, claim.date, claim.scheduled, cues, (), pair, rules)


class _Scene:
    """A sentence with its projects and those that it may go on about."""

    def __init__(
        self,
        article: Article,
        sentence: Sentence,
        named: list[Occurrence],
        lately: list[Occurrence],
    ) -> None:
        self.article, self.sentence, self.named, self.lately = article, sentence, named, lately
        self.reading = article.reading
        self.parts = parts = clauses(self.reading, sentence)
        self.reported = bool(parts) and REPORTED.match(parts[-1].predicate.stem) is not None
        self.own = len(named)
        self.standing = Standing(self.reading, sentence, named)
        self._far: dict[str, str] = {}

    def words(self) -> Iterator[Told]:
        named = self.named
        for word in words_that_tell(self.reading, self.sentence):
            inside = next((o for o in named if o.start <= word.start < o.end), None)
            if inside is None or self._is_event(inside.key):
                yield word
        for event in named:
            if self._is_event(event.key) and event.named:
                cues = ("w=" + HELD,)
                yield Told(HELD, (Milestone.OPENED,), event.start, event.end, cues)

    def _is_event(self, key: str) -> bool:
        return self.reading.by_key[key].type is EntityType.EVENT

    def told(self, word: Told) -> Iterator[Candidate]:
        article = self.article
        span, gap = self._date(word)
        date = end_of(span) if span is not None else None
        when = self._when(date)
        cues = [*word.cues, f"d={when}", f"dw={when}/{word.word}", f"dc={when}/{word.kin}"]
        if len(word.cues) > 1:
            cues += [f"d={when}/{word.cues[1]}"]
        if span is not None:
            after = article.text[span.end : span.end + 2]
            until = span.kind is DateKind.PERIOD or article.text.startswith("까지", span.end)
            cues += [f"da={when}/{after}", f"dg={gap}", f"until{until}/{when}"]
            if until:
                cues += [
                    f"until/{word.word}",
                    f"until/{word.cues[1] if len(word.cues) > 1 else ''}",
                ]
            if span.period is not None and span.period.start is not None:
                cues.append("period")
        clause = self._clause(word)
        spots = self._projects(word)
        others = f"~o={bucket(len(spots), 1, 2, 3, 5)}"
        meant = self._meant(word)
        subject = self._foreign_subject(clause) if None in spots.values() else ""
        known = tuple(cues)
        rules = self._rules_near(word)
        dates = {milestone: _date_of(milestone, span, date) for milestone in word.tells}
        ahead = {
            milestone: self._is_ahead(word, dates[milestone], milestone) for milestone in dates
        }
        for key, spot in spots.items():
            tells: Iterable[Milestone] = word.tells
            if self._is_event(key):
                tells = [milestone for milestone in tells if milestone is Milestone.OPENED]
                if not tells:
                    continue
            kept = article.seen(key)
            tail = self.reading.by_key[key].name[-2:]
            pair = [others, f"tw={tail}/{word.word}", f"tc={tail}/{word.kin}"]
            shared: tuple[tuple[str, ...], ...]
            if spot is None:
                where = self._where(key)
                shared = kept, from_afar(where, self.own, subject)
                if meant is not None:
                    pair += _by_noun(meant, key, where)
                pair += (f"atw={where}/{word.word}", f"atc={where}/{word.kin}")
                chance = article.themes.chance_range(self.sentence.start, key)
                pair += (
                    f"~th={chance}",
                    f"~tho={chance}/{min(self.own, 2)}",
                    f"th={chance}/{word.kin}",
                )
                if clause is not None:
                    pair.append(f"far/head={clause.head_noun}")
            else:
                shared = (kept,)
                pair += self.standing.cues(word, clause, key, spot)
            both = tuple(pair)
            for milestone in tells:
                ruled = self._ruled(key, milestone, word, rules)
                told, later = dates[milestone], ahead[milestone]
                yield Candidate(key, milestone, word, spot, told, later, known, shared, both, ruled)

    def _projects(self, word: Told) -> dict[str, Occurrence | None]:
        """The projects that a word may be told of, each with its place in the sentence."""
        if word.word == HELD:
            return {o.key: o for o in self.named if o.start == word.start}
        found: dict[str, Occurrence | None] = {}
        meant = self._meant(word)
        for o in self.named:
            known = found.get(o.key)
            if known is None or o.end <= word.start or known.start > word.start:
                found[o.key] = o
        for key in self._elsewhere:
            found.setdefault(key, None)
        if meant is not None and meant.key is not None:
            found.setdefault(meant.key, None)
        return found

    def _meant(self, word: Told) -> Description | None:
        """The last noun before a word that tells a project without its name: `센터는`."""
        found = None
        for noun in self._nouns:
            if noun.end > word.start:
                break
            found = noun
        return found

    @cached_property
    def _nouns(self) -> list[Description]:
        found = descriptions(self.reading, self.sentence.start, self.sentence.end)
        return [noun for noun in found if noun.particle[:1] in _SUBJECT or noun.particle == "에는"]

    @cached_property
    def _elsewhere(self) -> list[str]:
        """The projects that the sentence may go on about, the nearest first."""
        found: dict[str, None] = {}
        theme = self.article.themes.phrase_before(self.sentence.start)
        if theme is not None:
            for key in theme.keys:
                found.setdefault(key, None)
        single = self.article.themes.before(self.sentence.start)
        if single is not None:
            found.setdefault(single.key, None)
        for key in self.article.themes.likely(self.sentence.start):
            found.setdefault(key, None)
        for o in self.lately[-3:]:
            found.setdefault(o.key, None)
        for key in sorted(self.article.in_title):
            found.setdefault(key, None)
        for key, place in self.article.rank.items():
            if place < 1:
                found.setdefault(key, None)
        return list(found)

    def _clause(self, word: Told) -> Clause | None:
        found = None
        for clause in self.parts:
            found = clause
            if clause.end > word.start:
                break
        return found

    def _date(self, word: Told) -> tuple[DateSpan | None, int]:
        """The date nearest before a word, else the one that it is said to be: `준공은 2027년`."""
        text = self.article.text
        moved = moved_to(text, word.start + 2, self.sentence.end, self.article.published)
        if moved is not None:
            return moved, 9
        before = None
        for span in self.article.timeline.told(self.sentence.start, word.end + _REACH):
            if end_of(span) is None or span.end > self.sentence.end:
                continue
            if span.start < word.start:
                if is_its_own(text, span, word.start, reported=self.reported):
                    before = span
            elif before is None and IS_WHEN.fullmatch(text[word.start + 2 : span.start]):
                return span, 9
        if before is None:
            return None, 0
        return before, bucket(word.start - before.end, 2, 6, 12, 24, 48)

    def _when(self, date: PartialDate | None) -> str:
        published = self.article.published
        if date is None:
            return "none"
        if published is None:
            return "some"
        if date.first_day > published:
            return "ahead"
        return "past" if date.last_day < published else "now"

    def _is_ahead(self, word: Told, date: PartialDate | None, milestone: Milestone) -> bool:
        if milestone in {Milestone.PLANNED, Milestone.UNDER_WAY}:
            return False
        when = self._when(date)
        if when == "ahead":
            return True
        return when not in {"past"} and word.ahead

    def _where(self, key: str) -> str:
        """Why a sentence may go on about a project: it is the theme, single, or named lately."""
        where = self._far.get(key)
        if where is None:
            theme = self.article.themes.phrase_before(self.sentence.start)
            single = self.article.themes.before(self.sentence.start)
            is_theme = theme is not None and key in theme.keys
            is_single = single is not None and single.key == key
            is_late = any(o.key == key for o in self.lately)
            where = "T" * is_theme + "S" * is_single + "L" * is_late or "far"
            self._far[key] = where
        return where

    def _foreign_subject(self, clause: Clause | None) -> str:
        """What kind of thing a clause has for a subject, if it is no project."""
        if clause is None:
            return ""
        for phrase in (*clause.phrases, *clause.subjects, *clause.topics):
            if phrase.particle in _SUBJECT:
                return self.reading.by_key[phrase.last.key].type.value[:4]
        text = self.article.text[clause.start : clause.predicate.start]
        for piece in text.split():
            if piece[-1] in "이가은는" and len(piece) > 2:
                return "noun"
        return ""

    def _rules_near(self, word: Told) -> list[Status]:
        """What the rules say at a word, of whatever project."""
        return [
            claim
            for claims in self.article.rules.values()
            for claim in claims
            if (span := claim.evidence.span) is not None
            and span.start <= word.end + 2
            and word.start <= span.end + 2
        ]

    def _ruled(
        self, key: str, milestone: Milestone, word: Told, near: list[Status]
    ) -> frozenset[str]:
        """Which rules say the same, here or elsewhere, and whether they say something else here."""
        same = self.article.rules.get((key, milestone), ())
        if not same and not near:
            return _NO_RULES
        found: set[str] = set()
        for claim in same:
            rule = claim.evidence.extractor
            span = claim.evidence.span
            here = span is not None and span.start <= word.end + 4 and word.start <= span.end + 4
            found.update(("rule", f"rule={rule}/{here}", f"rule={rule}/{milestone}"))
            found.add(f"rule/{here}/{word.word}")
        for claim in near:
            if claim.project != key and claim.status is milestone:
                found.add(f"other/{claim.evidence.extractor}")
            elif claim.project == key and claim.status is not milestone:
                found.add(f"instead/{claim.status}/{milestone}")
        return frozenset(found)
