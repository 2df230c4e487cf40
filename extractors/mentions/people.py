"""Persons: a name beside an office, the names' later returns, and short forms such as `박 시장`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from extractors.mentions import firm_marks, guests, misread, namesakes
from extractors.mentions.addressed import Addressed
from extractors.mentions.foreigners import LINK, Foreigners
from extractors.mentions.ground import PARTICLE, Ground, Word
from extractors.mentions.mention import Mention
from extractors.mentions.misread import COMMON_SURNAMES
from extractors.mentions.person_words import (
    ACTING,
    AGED,
    ALSO,
    DIRECTION,
    DOUBLE,
    DOUBTFUL,
    HANGUL,
    HELD,
    HOUSE,
    LAND,
    LEVELS,
    MARKS,
    NO_NAMES,
    PLACES,
    REACH,
    REPORTERS,
    REPRESENTED,
    SURNAMES,
    TOPIC,
)
from extractors.mentions.phrases import STOPS
from extractors.mentions.titles import titles_of
from graph.model import EntityType


@dataclass(slots=True)
class Person:
    """A person met so far: the name, where it stood first, and the titles it stood beside."""

    name: str
    start: int
    titles: set[str] = field(default_factory=set)


class People:
    """The persons of one document."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.words = ground.flat
        self.titles = titles_of(ground.gazetteer)
        self.surnames = (ground.gazetteer.surnames or SURNAMES) | SURNAMES
        self.met: dict[str, Person] = {}
        self.reporters: set[str] = set()
        self.addressed = Addressed(ground, self.title_of, self._firm, self.surnames)

    @cached_property
    def marked(self) -> frozenset[str]:
        """What the marked firms of the text may be called for short."""
        return firm_marks.beginnings(self.ground.text)

    def find(self) -> list[Mention]:
        """The persons of the document, in no order."""
        found: dict[int, Mention] = {}
        used: set[int] = set()
        within: set[int] = set()
        for mention in self._foreigners(within):
            found[mention.start] = mention
        for position in self._within_reach():
            if position in within:
                continue
            if (m := self._before_title(position, self.words[position], used)) is not None:
                found[m.start] = m
        for position, word in enumerate(self.words):
            if word.start in found or position in within:
                continue
            if (m := self._after_title(position, word, used)) is not None:
                found[m.start] = m
        for word, title in guests.in_brackets(
            self.ground, self.title_of, self._korean, self._surnamed
        ):
            found.setdefault(word.start, self._meet(word, title, "person.bracket", 0.9))
        self._listed(found)
        for mention in self._returning({*found, *(self.words[n].start for n in within)}):
            found.setdefault(mention.start, mention)
        return [m for m in found.values() if m.name not in self.reporters]

    def _listed(self, found: dict[int, Mention]) -> None:
        """Add the persons of lists that share a title, and those named before a stroke."""
        for mention, title in namesakes.speaking(self.ground, self.titles.ending, self._surnamed):
            found.setdefault(mention.start, mention)
            self._know(mention, title)
        people = list(found.values())
        for mention, person in namesakes.beside(self.ground, people, self._surnamed):
            found.setdefault(mention.start, mention)
            for title in tuple(self.met[person.name].titles):
                self._know(mention, title)

    def _know(self, mention: Mention, title: str) -> None:
        self.met.setdefault(mention.name, Person(mention.name, mention.start)).titles.add(title)

    def title_of(self, word: Word) -> str:
        """The title that a word ends in, the longest; empty where it ends in none."""
        noun = word.noun
        title = self.titles.ending(noun)
        if not title and noun[-1:] in ALSO and len(noun) > 3:
            return self.titles.ending(noun[:-1])  # `나래군수도`, read as one noun
        return title

    def _within_reach(self) -> list[int]:
        """The places of the words that a title or a reporter's office stands close behind."""
        found: set[int] = set()
        for position, word in enumerate(self.words):
            if self.title_of(word) or word.noun.startswith(REPORTERS):
                found.update(range(max(0, position - REACH), position))
        return sorted(found)

    def _korean(self, word: Word) -> bool:
        noun = word.noun
        if not HANGUL.fullmatch(noun):
            return False
        if noun[0] not in self.surnames and not noun.startswith(DOUBLE):
            return False
        if len(noun) == 4 and not noun.startswith(DOUBLE):
            return False
        if self.ground.gazetteer.entries(noun):
            return False
        if (
            self.title_of(word)
            or noun in NO_NAMES
            or noun in MARKS
            or noun in DOUBLE
            or DIRECTION.fullmatch(noun)
        ):
            return False
        if noun[-1] in "권점" and self.ground.gazetteer.entries(noun[:-1], EntityType.REGION):
            return False
        return word.tags == ("NNP",) or (len(noun) == 3 and not _ordinary(word))

    def _surnamed(self, noun: str) -> bool:
        return noun[0] in self.surnames and HANGUL.fullmatch(noun) is not None

    def _placed(self, position: int, word: Word) -> bool:
        """Whether a name-like word opens a phrase and a region or listed body follows it."""
        if word.stop - word.start != 3:
            return False
        name = self.ground.text[word.start : word.stop]
        after = self._beside(position)
        before = self.words[position - 1] if position else None
        spelt = misread.name(word, name) and not self.ground.gazetteer.entries(word.noun)
        inside = False
        if before is not None and word.gap in LINK and before.bare and before.noun not in STOPS:
            inside = not spelt or HOUSE.search(before.noun) is None
        if after is None or after.gap not in LINK or inside or name in STOPS:
            return False
        if not self._surnamed(name):
            return False
        rest = self.ground.text[word.end : word.stop]
        if rest and not spelt and (PARTICLE.fullmatch(rest) or word.particle[:1] in "XVE"):
            return False
        title = self.title_of(after)
        entries = self.ground.gazetteer.entries
        known = after.start in self.ground.region_starts or bool(
            entries(after.noun) or entries(after.noun.removesuffix("장"))
        )
        if after.noun in ("시", "도", "군", "구") and after.bare:
            known = True
        if word.tags == ("NNG",) and not known:
            return False
        cut = spelt or any(tag[0] == "J" for tag in word.tags)
        titled = cut and bool(title) and title != after.noun
        housed = spelt and HOUSE.search(after.noun) is not None
        return (known or titled or housed) and not self.ground.gazetteer.entries(name)

    def _beside(self, position: int) -> Word | None:
        """The word behind one, or behind `신임` and the like that stands between."""
        for word in self.words[position + 1 : position + 3]:
            if word.gap not in LINK or word.noun not in MARKS:
                return word
        return None

    def _firm(self, word: Word) -> bool:
        """Whether a word is a listed firm, or begins a marked one: `㈜나래 이다래 대표`."""
        entries = self.ground.gazetteer.entries(word.noun.removeprefix("㈜"))
        listed = any(e.type is EntityType.COMPANY for e in entries)
        return listed or "㈜" in word.noun or word.noun in self.marked

    def _meet(self, word: Word, title: str, rule: str, confidence: float) -> Mention:
        cut = word.end < word.stop and rule == "person.office"
        end = word.stop if cut else word.end
        name = self.ground.text[word.start : end]
        person = self.met.setdefault(name, Person(name, word.start))
        person.titles.add(title)
        return Mention(word.start, end, EntityType.PERSON, name, rule, confidence)

    def _before_title(self, position: int, word: Word, used: set[int]) -> Mention | None:
        known = (word.bare and self._korean(word)) or self._placed(position, word)
        known = known or self.addressed.stands_before_office(position, self._beside(position))
        known = known or guests.heads_firm(self.ground.text, self.words, position, self.title_of)
        known = known or guests.before_body(self.ground.text, self.words, position, self.title_of)
        if not known:
            return None
        for ahead in range(1, REACH + 1):
            if position + ahead >= len(self.words):
                return None
            other = self.words[position + ahead]
            if other.gap not in LINK and not (ahead > 1 and other.gap in ("·", " ‘", "’ ")):
                return None
            title = self.title_of(other)
            if not title and other.noun.startswith(REPORTERS):
                self.reporters.add(word.noun)
                return None
            if title and (title != "씨" or ahead == 1) and not self._goes_on(position + ahead):
                sure = word.tags == ("NNP",)
                if (not sure and ahead > self._reach(position)) or position + ahead in used:
                    return None
                if len(word.noun) == 2 and ahead > 2:
                    return None
                used.add(position + ahead)
                return self._meet(word, title, "person.office", 0.95 if sure else 0.8)
            if self.ground.text[other.start : other.stop] in LEVELS:
                continue
            if not (title or other.bare) or not self._connects(other):
                return None
            place = word.noun[-1] in PLACES and misread.spelt(other.noun)
            named = (ahead > 1 or place) and self._korean(other) and other.tags == ("NNP",)
            if named or (ahead == 1 and self._names_firm(word, other)):
                return None
        return None

    def _names_firm(self, word: Word, person: Word) -> bool:
        """Whether what is spelt as a name is a firm's before a surer one: `마루턴 김다래 대표`."""
        rare = word.noun[0] not in COMMON_SURNAMES
        return misread.spelt(person.noun) and (rare or self._firm(word))

    def _reach(self, position: int) -> int:
        """How many words behind an unsure name its title may stand: more behind a ministry."""
        entries = self.ground.gazetteer.entries(self.words[position + 1].noun)
        return 5 if any(e.type is EntityType.GOVERNMENT for e in entries) else 3

    def _connects(self, word: Word) -> bool:
        """Whether a word may stand between a name and its title."""
        if word.noun in LAND:
            return False
        marked = word.noun.endswith("㈜") or self.ground.text.startswith(guests.MARKS, word.stop)
        return word.nominal or word.noun in MARKS or marked

    def _goes_on(self, position: int) -> bool:
        """Whether a title-like word only opens what follows: `원장 직무대행`, `대표 도시`."""
        word = self.words[position]
        if not word.bare or position + 1 >= len(self.words):
            return False
        after = self.words[position + 1]
        goals = ACTING | REPRESENTED if word.noun == "대표" else ACTING
        return after.gap in LINK and after.noun in goals

    def _after_title(self, position: int, word: Word, used: set[int]) -> Mention | None:
        if position == 0 or word.gap not in LINK or position - 1 in used:
            return None
        before = self.words[position - 1]
        title = self.title_of(before)
        doubtful = not title or (title in DOUBTFUL and self.ground.suffix(before) not in TOPIC)
        if title == "시장" and before.noun != title:
            doubtful = before.start not in self.ground.region_starts
        if doubtful and not (title and before.particle.startswith("VC")):
            return None
        if not before.bare and not before.particle.startswith("VC"):
            text, suffix = self.ground.text, self.ground.suffix(before)
            told = suffix in TOPIC and (
                word.particle.startswith("VC") or text[word.stop : word.stop + 1] == ","
            )
            if not told and not (suffix in ("에", "에는") and AGED.match(text, word.stop)):
                return None
        if word.tags != ("NNP",) or not self._korean(word):
            return None
        return self._meet(word, title, "person.title", 0.8)

    def _foreigners(self, within: set[int]) -> Iterator[Mention]:
        """The persons from abroad; `within` takes the places of the words of their names."""
        foreigners = Foreigners(self.ground, self.titles)
        for position in range(len(self.words)):
            read = None if position in within else foreigners.at(position)
            if read is not None:
                first, last, rule = read
                within.update(range(first, last + 1))
                yield self._name(first, last, rule, 0.9 if rule == "person.foreign" else 0.75)

    def _name(self, first: int, last: int, rule: str, confidence: float) -> Mention:
        start, end = self.words[first].start, self.words[last].stop
        name = self.ground.text[start:end]
        self.met.setdefault(name, Person(name, start)).titles.add("대표")
        return Mention(start, end, EntityType.PERSON, name, rule, confidence)

    def _returning(self, taken: set[int]) -> Iterator[Mention]:
        """Names met before, and their short forms: surname and title, a foreign last name."""
        if not self.met:
            return
        text = self.ground.text
        heads = {name[:2] for name in self.met}
        last = {p.name.split()[-1]: p for p in self.met.values() if " " in p.name}
        for position, word in enumerate(self.ground.words):
            if word.start in taken:
                continue
            short = text[word.start : word.start + 2]
            for length in (3, 2, 4) if short in heads else ():
                name = text[word.start : word.start + length]
                if name in self.met and self._reaches(word, word.start + length):
                    yield Mention(
                        word.start,
                        word.start + length,
                        EntityType.PERSON,
                        name,
                        "person.again",
                        0.9,
                    )
                    break
            else:
                if word.noun in last and word.noun:
                    yield from self._short(word, None, last[word.noun])
                elif word.noun in DOUBLE or (short[1:] == " " and short[0] in self.surnames):
                    after = self._next(position)
                    if after is not None and after.gap in LINK and after.noun in MARKS:
                        after = self._next(position + 1)
                    title = after.noun if after is not None and after.gap in LINK else ""
                    person = (
                        self._holder(short.strip(), title, word.start) if after and title else None
                    )
                    if person is not None:
                        yield from self._short(word, after, person)

    def _reaches(self, word: Word, end: int) -> bool:
        return end in (word.end, word.stop) or (
            end < word.stop and PARTICLE.fullmatch(self.ground.text, end, word.stop) is not None
        )

    def _next(self, position: int) -> Word | None:
        words = self.ground.words
        return words[position + 1] if position + 1 < len(words) else None

    def _holder(self, surname: str, title: str, start: int) -> Person | None:
        """Who of that surname holds the title, else the only one named before."""
        if title not in self.titles.known:
            return None
        named = [person for person in self.met.values() if person.name.startswith(surname)]
        for person in reversed(named):
            if any(held.endswith(title) for held in person.titles):
                return person
        alone = named[0] if len(named) == 1 and title in HELD else None
        return alone if alone is not None and alone.start < start else None

    def _short(self, word: Word, after: Word | None, person: Person) -> Iterator[Mention]:
        end = after.end if after is not None else word.end
        name = self.ground.text[word.start : end]
        yield Mention(
            word.start, end, EntityType.PERSON, name, "person.short", 0.9, same_as=person.start
        )


def _ordinary(word: Word) -> bool:
    """Whether the morphemes read a word as a common noun, or as words of the sentence."""
    return all(tag in ("NNG", "XSN", "XPN") for tag in word.tags) or any(
        tag[0] in "VEJ" or tag in ("MAG", "NNB", "NR", "NP", "SN", "SL") for tag in word.tags
    )


def find(ground: Ground) -> Iterator[Mention]:
    """The persons of a document."""
    yield from People(ground).find()
