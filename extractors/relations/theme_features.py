"""What is seen of a sentence and a project that was named before it and that it may go on about.

How long ago, how often, where and as what the project was named; whether the rules say that it is
carried on; what the sentence itself names; and whether its first words are those of the name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from extractors.document import Sentence, Token, Zone
from extractors.linking.buckets import bucket
from extractors.reading import Occurrence, Reading
from extractors.relations.phrases import CLOSING, Phrase, outermost, phrases
from extractors.relations.theme_rules import Carried
from graph.model import UNDERTAKINGS

COMPARED = 12
"""How many of the projects named last a sentence may go on about, beside those of the title."""
_TITLED = 4
_LEAD = 16
"""How many letters of what a sentence is about are compared with names."""
_FIRST = 14
"""How many morphemes are looked through for the particle behind them."""
_SUBJECT = frozenset({"은", "는", "이", "가", "에는", "ᆫ"})
_TOPIC = re.compile(r"[’'”」]?[은는]")
_ROLES = {
    "은": "T",
    "는": "T",
    "에는": "T",
    "에도": "T",
    "이": "S",
    "가": "S",
    "을": "O",
    "를": "O",
}
_NOUNS = ("NN", "SL", "XR")


@dataclass(slots=True)
class _Named:
    """Where a project was named last, and what is known of it."""

    number: int
    order: int
    role: str
    times: int
    words: frozenset[str]
    phrase: Phrase | None


class Candidate(NamedTuple):
    """A project that a sentence may go on about, with what is seen of it.

    `phrase` is where it was named last; `here` whether the sentence itself names it.
    """

    key: str
    phrase: Phrase | None
    here: bool
    signs: frozenset[str]


def candidates(reading: Reading, carried: list[Carried]) -> Iterator[tuple[int, list[Candidate]]]:
    """The candidates of each sentence that follows a named project, by its number."""
    talk = _Talk(reading)
    for number, sentence in enumerate(reading.document.sentences):
        named = outermost(reading.in_sentence(sentence))
        if talk.last:
            yield number, talk.weigh(number, named, carried[number])
        talk.hear(number, sentence, named)


class _Talk:
    """What has been named up to a sentence."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text
        self.sentences = reading.document.sentences
        self.projects = {e.key: e for e in reading.entities if e.type in UNDERTAKINGS}
        self.last: dict[str, _Named] = {}
        """The projects by key, the one named last at the end."""
        self.titled: dict[str, None] = {}
        self.opening: frozenset[str] = frozenset()
        self.folded = {
            key: tuple(name.replace(" ", "") for name in entity.names)
            for key, entity in self.projects.items()
        }

    def hear(self, number: int, sentence: Sentence, named: list[Occurrence]) -> None:
        """Take in what a sentence names."""
        told = {
            member.start: phrase
            for phrase in phrases(self.reading, sentence, UNDERTAKINGS)
            for member in phrase.members
        }
        here = [name for name in named if name.key in self.projects]
        for order, name in enumerate(here):
            phrase = told.get(name.start)
            known = self.last.pop(name.key, None)
            if known is None:
                words = frozenset(_nouns(sentence, name.start, name.end))
                known = _Named(number, order, "?", 0, words, None)
            known.number, known.order, known.times = number, order, known.times + 1
            if phrase is not None:
                known.phrase, known.role = phrase, self._role(name, phrase)
            self.last[name.key] = known
            if sentence.zone is Zone.TITLE:
                self.titled.setdefault(name.key)
        if here and not self.opening and sentence.zone is Zone.BODY:
            self.opening = frozenset(name.key for name in here)

    def _role(self, name: Occurrence, phrase: Phrase) -> str:
        """As what a project was named: its particle, quoted or not, alone or with others."""
        quoted = "q" if self.text[name.end : name.end + 1] in CLOSING else ""
        several = "m" if len(phrase.keys) > 1 else ""
        return _ROLES.get(phrase.particle, phrase.particle[:1] or "-") + quoted + several

    def weigh(self, number: int, named: list[Occurrence], rules: Carried) -> list[Candidate]:
        """What is seen of every project that the sentence may go on about."""
        keys = list(islice(reversed(self.last), COMPARED))
        keys += [key for key in islice(self.titled, _TITLED) if key not in keys]
        view = _View(self, number, named, rules, keys)
        found: list[Candidate] = []
        for place, key in enumerate(keys):
            here = key in view.here
            signs = frozenset(chain.from_iterable(view.signs(place, key, here=here)))
            found.append(Candidate(key, self.last[key].phrase, here, signs))
        return found


class _View:
    """A sentence that goes on about something."""

    def __init__(
        self, talk: _Talk, number: int, named: list[Occurrence], rules: Carried, keys: list[str]
    ) -> None:
        self.talk = talk
        self.number = number
        self.sentence = sentence = talk.sentences[number]
        self.here = frozenset(name.key for name in named if name.key in talk.projects)
        before = talk.sentences[number - 1].paragraph if number else None
        self.fresh = str(sentence.paragraph != before)
        self.carried = rules.phrase.keys if rules.phrase else ()
        self.single = rules.single.last.key if rules.single else None
        self.many = bucket(len(keys), 1, 2, 3, 5, 8)
        self.most = max(talk.last[key].times for key in keys)
        self.latest = max(talk.last[key].number for key in keys)
        self.own = min(len(self.here), 3)
        self.topic = self._topic(named)
        self.words = frozenset(_nouns(sentence, sentence.start, sentence.end))
        self.shared = Counter(word for key in keys for word in talk.last[key].words)
        self.lead = _lead(talk.text, sentence)
        self.likest = {
            key: max(common_length(self.lead, n) for n in talk.folded[key]) for key in keys
        }
        self.best = max(self.likest.values())

    def _topic(self, named: list[Occurrence]) -> str:
        """What kind of thing the sentence is about, if that is named."""
        for name in named:
            if _TOPIC.match(self.talk.text, name.end):
                kind = self.talk.reading.by_key[name.key].type.value
                return kind if name.named else f"{kind}*"
        return "-"

    def signs(self, place: int, key: str, *, here: bool) -> Iterator[tuple[str, ...]]:
        """What is seen of the project at a place in the row of those named last."""
        talk, fresh, named = self.talk, self.fresh, str(here)
        known = talk.last[key]
        gap = self.number - known.number
        apart = self.sentence.paragraph - talk.sentences[known.number].paragraph
        ruled = (key in self.carried) + (key == self.single)
        yield _ruled(ruled, fresh, self.topic, named, self.own)
        yield _recent(bucket(place, 0, 1, 2, 4), bucket(apart, 0, 1, 2, 4), fresh, self.topic)
        lasting = min(gap, 3) if known.number == self.latest else 0
        yield _gaps(bucket(gap, 1, 2, 3, 5, 8), known.role, fresh, lasting)
        most = str(known.times == self.most)
        yield _times(bucket(known.times, 1, 2, 3), fresh, most, self.many)
        kind = talk.projects[key].type
        titled, opening = str(key in talk.titled), str(key in talk.opening)
        yield _kinds(kind, self.sentence.zone, fresh, titled, opening)
        # Whether the sentence has words of the name: `센터는`, `보금자리 주택에는`.
        shared = known.words & self.words
        own = sum([self.shared[word] == 1 for word in shared])
        yield _words(min(len(shared), 3), min(own, 2), named)
        length = self.likest[key]
        share = 3 * length // max(1, len(self.lead))
        best = str(length == self.best) if length > 1 else ""
        yield _likened(bucket(length, 1, 2, 3, 5), share, named, best)


# Signs are those of many sentences before: each is written once. Truths come as they are written.


@cache
def _ruled(ruled: int, fresh: str, topic: str, here: str, own: int) -> tuple[str, ...]:
    """Whether the rules carry a project on."""
    told = f"rule {ruled} {fresh}", f"rule {ruled} {topic}", f"rule {ruled} {here} {own}"
    return (*told, f"here {here} {own}")


@cache
def _recent(recent: int, apart: int, fresh: str, topic: str) -> tuple[str, ...]:
    """How recently it was named, and how many paragraphs ago."""
    told = f"recent {recent} {fresh}", f"recent {recent} {topic}"
    return (*told, f"paragraphs {apart} {fresh}", f"topic {topic} {min(apart, 1)}")


@cache
def _gaps(gap: int, role: str, fresh: str, lasting: int) -> tuple[str, ...]:
    """How many sentences ago and as what; `lasting` where none was named later, else 0."""
    told = f"gap {gap}", f"gap {min(gap, 3)} {role}", f"role {role} {fresh}"
    return (*told, f"latest {lasting} {fresh}") if lasting else told


@cache
def _times(times: int, fresh: str, most: str, many: int) -> tuple[str, ...]:
    """How often, and beside how many others."""
    return f"times {times} {fresh}", f"most {most} {many}"


@cache
def _kinds(kind: str, zone: str, fresh: str, titled: str, opening: str) -> tuple[str, ...]:
    """What it is, and where it and the sentence stand."""
    return f"kind {kind}", f"zone {zone}", f"titled {titled} {fresh}", f"opening {opening}"


@cache
def _words(shared: int, own: int, here: str) -> tuple[str, ...]:
    """How many words of its name the sentence has, and how many of no other's name."""
    return f"words {shared} {here}", f"own words {own} {here}"


@cache
def _likened(likeness: int, share: int, here: str, best: str) -> tuple[str, ...]:
    """How much the sentence's beginning is like its name; `best` if more than by a letter."""
    told = f"lead {likeness} {here}", f"lead {share} {min(likeness, 3)}"
    return (*told, f"likest {best}") if best else told


def _lead(text: str, sentence: Sentence) -> str:
    """What a sentence begins with: the letters before its first subject's particle."""
    end = min(sentence.end, sentence.start + _LEAD)
    for token in sentence.tokens[:_FIRST]:
        if token.tag in {"JX", "JKS"} and token.form in _SUBJECT:
            end = token.start
            break
    return text[sentence.start : end].replace(" ", "")[-_LEAD:]


def common_length(text: str, name: str) -> int:
    """The length of the longest stretch of `text` that stands in `name`.

    >>> common_length("시험센터", "수소 시험평가센터")
    2
    """
    most = 0
    for start in range(len(text)):
        while start + most < len(text) and text[start : start + most + 1] in name:
            most += 1
    return most


def _nouns(sentence: Sentence, start: int, end: int) -> Iterator[str]:
    for token in sentence.tokens:
        if start <= token.start < end and _tells(token):
            yield token.form


def _tells(token: Token) -> bool:
    return token.tag.startswith(_NOUNS) and len(token.form) > 1
