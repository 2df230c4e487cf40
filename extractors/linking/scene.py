"""What a linker sees of an article: where its entities stand, and what the rules said of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from extractors.document import Sentence, Zone
from extractors.linking.buckets import bucket
from extractors.points import POINT
from extractors.reading import Occurrence, Reading
from extractors.relations.clauses import clauses, governed
from extractors.relations.located_rows import places_of
from extractors.relations.phrases import outermost, phrases
from extractors.relations.regions import level, short_forms
from extractors.relations.sayings import sayings_of
from extractors.relations.themes import Themes, themes_of
from extractors.relations.wholes_words import kinds_of as undertaken
from extractors.wordlists import kinds_of
from graph.model import ORGANIZATIONS, UNDERTAKINGS, Claim, Entity, EntityType, Located

_TELLING = frozenset({"NNG", "VV", "VA", "XSV", "NNB"})
_CLASSES = "policy_verbs"
_CLOSED = re.compile(r"\([^()]*\)|[^0-9A-Za-z가-힣]")
"""What says nothing at the end of a name."""
_GROUND = re.compile(
    r"[’'”\"]?(?:\([^()\n]{1,20}\))?(?: (?:산 ?)?[0-9-]{1,9}(?:번지)?)?"
    r"(?: ?(?:일대|일원|부지|내|안|땅|터)(?:의|에)?)*"
    r"(?: ?(?:약 )?(?P<area>[0-9][0-9만천백,.]*여? ?(?:㎡|㎢|평|ha|㏊|제곱미터))"
    r"|(?<=[일대원지내안땅터])(?P<spot>))"
)
"""Words behind a place that say how large the ground is, or only that it is ground."""
_BETWEEN = "\0"
"""What stands in no name."""


class Stand(NamedTuple):
    """How a name stands in its sentence.

    `particle` and `tail` are what follows it, `verb` the stem that governs it, `modified` the
    stem of a clause that modifies it.
    """

    particle: str = "?"
    tail: str = ""
    verb: str = ""
    modified: str = ""


_NOWHERE = Stand()


class Word(NamedTuple):
    """A word that tells something: what is seen of it between two names, in each order, or behind.

    `kinds` are what kinds of verb it is, if any. A tuple, as `Token` is.
    """

    start: int
    between: Mapping[str, tuple[str, str]]
    behind: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence: its outermost names with their groups, how each stands, and its last verb."""

    sentence: Sentence
    names: tuple[Occurrence, ...]
    groups: tuple[str, ...]
    stands: Mapping[int, Stand]
    last: str
    words: tuple[Word, ...]
    places: Mapping[int, int]
    """Where in `names` the name is that starts at an offset."""
    steps: Mapping[int, str]
    """Places by their start: `o` before a smaller one, `i` behind a larger one, `l` in a list."""
    ground: Mapping[int, str]
    """What the words behind places say of the ground, by the places' start: `spot`, `area`."""
    pointed: int
    """Where its first mark of a list stands; its end where none does."""
    known: dict[tuple[str, ...] | tuple[str, int], list[str]]
    """What was seen of it for one pair and is the same for the next."""

    def stand(self, name: Occurrence) -> Stand:
        """How a name stands in it."""
        return self.stands.get(name.start, _NOWHERE)


@dataclass(frozen=True, slots=True)
class Part:
    """An entity as all its pairs see it: where it is named, and how it ranks in its group."""

    names: tuple[str, ...]
    written: str
    """The names in one string."""
    group: str
    numbers: Mapping[int, list[Occurrence]]
    """Its names by the number of their sentence."""
    rank: int
    """Its place among those of its group, the one named most first."""
    ranks: tuple[int, int]
    """In which range of ranks it is, and in which of sizes its group."""
    counted: tuple[tuple[str, ...], tuple[str, ...]]
    """How often it is named, how it ranks and how large its group is, as the one and the other."""
    titled: bool
    first: bool
    code: str
    kinds: tuple[str, ...]
    """What kinds of undertaking a project's names tell."""
    tail: str
    """The last letters of its name, which often say what it is: `공사`, `사업`, `특구`."""
    level: str
    """How high a region stands, `1` a province to `5` a village; empty for others."""
    homes: frozenset[str]
    """The codes of the regions that an undertaking is named after or lies in, by the rules."""
    called: frozenset[str]
    """The codes of the regions that the name of an undertaking or site holds."""


class Scene:
    """An article's entities, sentence by sentence, with the claims that rules made."""

    def __init__(self, reading: Reading, claims: Iterable[Claim]) -> None:
        self.reading = reading
        self.text = reading.document.text
        self.themes: Themes = themes_of(reading)
        self.sentences = reading.document.sentences
        self.claims = tuple(claims)
        self.sayings = sayings_of(self.claims)
        self.places: dict[str, list[tuple[int, Occurrence]]] = defaultdict(list)
        self._names = [tuple(outermost(reading.in_sentence(s))) for s in self.sentences]
        for number, names in enumerate(self._names):
            for name in names:
                self.places[name.key].append((number, name))
        groups: dict[str, list[Entity]] = defaultdict(list)
        for entity in reading.entities:
            groups[group_of(entity)].append(entity)
        self.sizes = {group: len(members) for group, members in groups.items()}
        self.ranks = {
            entity.key: rank
            for members in groups.values()
            for rank, entity in enumerate(sorted(members, key=lambda e: -reading.times[e.key]))
        }
        self.first = next((n for n, s in enumerate(self.sentences) if s.zone is Zone.BODY), 0)
        self.about: dict[str, set[int]] = defaultdict(set)
        """The sentences that may go on about a project which the text was talking about."""
        self.theme: dict[int, str] = {}
        """What each sentence likeliest goes on about."""
        for number, sentence in enumerate(self.sentences):
            theme = self.themes.before(sentence.start)
            if theme is not None:
                self.theme[number] = theme.key
                self.about[theme.key].add(number)
            for key in self.themes.likely(sentence.start):
                self.about[key].add(number)
        self._regions = groups["reg"]
        self.placed: dict[str, dict[str, float]] = defaultdict(dict)
        """Where rules say that an entity is, and how sure the surest of them is."""
        for claim in self.claims:
            if isinstance(claim, Located):
                sure = self.placed[claim.entity].get(claim.place, 0.0)
                self.placed[claim.entity][claim.place] = max(sure, claim.evidence.confidence)
        self._told: dict[int, Told] = {}
        self._parts: dict[str, Part] = {}
        self._above: dict[str, frozenset[str]] = {}

    def above(self, key: str) -> frozenset[str]:
        """Every place that holds one, step by step, as the rules say."""
        known = self._above.get(key)
        if known is None:
            found: set[str] = set()
            waiting = [key]
            while waiting:
                for place in self.placed.get(waiting.pop(), ()):
                    if place not in found:
                        found.add(place)
                        waiting.append(place)
            known = self._above[key] = frozenset(found - {key})
        return known

    def part(self, entity: Entity) -> Part:
        """An entity as its pairs see it."""
        part = self._parts.get(entity.key)
        if part is None:
            part = self._parts[entity.key] = self._part(entity)
        return part

    def _part(self, entity: Entity) -> Part:
        numbers: dict[int, list[Occurrence]] = {}
        for number, name in self.places.get(entity.key, ()):
            numbers.setdefault(number, []).append(name)
        group, rank = group_of(entity), self.ranks[entity.key]
        ranks = bucket(rank, 0, 1, 3), bucket(self.sizes[group], 1, 2, 4, 8)
        count = bucket(self.reading.times[entity.key], 1, 2, 4)
        return Part(
            entity.names,
            _BETWEEN.join(entity.names),
            group,
            numbers,
            rank,
            ranks,
            (_counted("a", count, *ranks), _counted("b", count, *ranks)),
            any(self.sentences[number].zone is Zone.TITLE for number in numbers),
            self.first in numbers,
            _code(entity),
            undertaken(entity) if entity.type is EntityType.PROJECT else (),
            _CLOSED.sub("", entity.name)[-2:],
            str(level(entity)) if group == "reg" else "",
            self._homes(entity) if group == "P" else frozenset(),
            self._called(entity) if group in {"P", "sit"} else frozenset(),
        )

    def _called(self, entity: Entity) -> frozenset[str]:
        written = _BETWEEN.join(entity.names)
        return frozenset(
            _code(region)
            for region in self._regions
            if any(name in written for name in (*region.names, *short_forms(region)))
        ) - {""}

    def _homes(self, entity: Entity) -> frozenset[str]:
        written = _BETWEEN.join(entity.names)
        return frozenset(
            _code(region)
            for region in self._regions
            if region.key in self.placed[entity.key] or any(n in written for n in region.names)
        ) - {""}

    def told(self, number: int) -> Told:
        """The sentence of that number."""
        if number not in self._told:
            self._told[number] = self._tell(number)
        return self._told[number]

    def _tell(self, number: int) -> Told:
        sentence = self.sentences[number]
        verbs = governed(self.reading, sentence)
        stands = {
            member.start: Stand(phrase.particle, phrase.tail, *verbs.get(member.start, ("", "")))
            for phrase in phrases(self.reading, sentence)
            for member in phrase.members
        }
        found = clauses(self.reading, sentence)
        names = self._names[number]
        point = POINT.search(self.text, sentence.start, sentence.end)
        return Told(
            sentence,
            names,
            tuple(group_of(self.reading.by_key[name.key]) for name in names),
            stands,
            found[-1].predicate.stem if found else "",
            tuple(
                Word(token.start, *_seen(token.form))
                for token in sentence.tokens
                if token.tag.partition("-")[0] in _TELLING
            ),
            {name.start: place for place, name in enumerate(names)},
            *_rows(self.reading, sentence),
            point.start() if point else sentence.end,
            {},
        )


@cache
def _counted(mark: str, count: int, rank: int, size: int) -> tuple[str, ...]:
    """What is seen of how often an entity is named, and how many others there are."""
    return f"count {mark}{count}", f"rank {mark}{rank}", f"size {mark}{size}"


def _rows(reading: Reading, sentence: Sentence) -> tuple[dict[int, str], dict[int, str]]:
    """The places of a sentence by their start, marked as `Told.steps` and `Told.ground` have it."""
    steps: dict[int, str] = {}
    ground: dict[int, str] = {}
    text = reading.document.text
    for row in places_of(reading, sentence):
        outer = {place.start for _, place in row.links}
        inner = {place.start for place, _ in row.links}
        listed = "l" if len(row.smallest) > 1 else ""
        behind = _GROUND.match(text, row.end, sentence.end)
        told = (behind.lastgroup or "") if behind else ""
        for spot in reading.within(row.start, row.end):
            if spot.start in outer:
                steps[spot.start] = "oi" if spot.start in inner else "o"
            elif spot.key in row.smallest:
                steps[spot.start] = ("i" if spot.start in inner else "") + listed
                ground[spot.start] = told
    return steps, ground


@lru_cache(maxsize=8192)
def _seen(form: str) -> tuple[Mapping[str, tuple[str, str]], str, tuple[str, ...]]:
    """What is seen of a word of that form, wherever it stands."""
    between = {order: (f"w {form}", f"{order} w {form}") for order in ("AB", "BA")}
    return between, f"behind {form}", tuple(k for k in classes_of(form) if k != "-")


def _code(entity: Entity) -> str:
    """The digits that say where a region is."""
    return (entity.ref or "").removeprefix("region:").rstrip("0")


def group_of(entity: Entity) -> str:
    """`P` for projects and events, `B` for bodies, else the type's first three letters."""
    if entity.type in UNDERTAKINGS:
        return "P"
    if entity.type in ORGANIZATIONS and entity.type is not EntityType.REGION:
        return "B"
    return entity.type[:3]


@cache
def classes_of(stem: str) -> tuple[str, ...]:
    """What kinds of verb a stem is, by `lexicon/policy_verbs.tsv`; `-` where it is none.

    >>> classes_of("주관하")
    ('lead',)
    """
    known = kinds_of(_CLASSES)
    for word in (stem, stem[:3], stem[:2]):
        if word in known:
            return tuple(sorted(known[word]))
    return ("-",)
