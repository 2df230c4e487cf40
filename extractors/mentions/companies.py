"""Companies: listed ones, marked ones (㈜), telling last parts, frames that firms stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.mentions import firm_fellows, firm_frames, firm_marks, misread
from extractors.mentions.firm_words import (
    CLOSE,
    COMMA,
    COMMON,
    ELSE,
    ESTATE,
    GENERAL,
    GENERIC,
    HEADS,
    KIND,
    LOANS,
    MADE_BY,
    MARK,
    MODEL,
    NO_NAME,
    OWNED,
    SPENT,
    STRONG,
    TAIL,
    TAIL_LETTERS,
)
from extractors.mentions.ground import Ground, Word
from extractors.mentions.industries import MADE_OF
from extractors.mentions.mention import Mention
from extractors.mentions.organisations import listed
from graph.model import EntityType

SHORTEST, LONGEST = 2, 16
"""Letters of a name that no list has."""
MARKS = frozenset("△▲▷▶◇○")
"""What opens each item of a list, of one word or of several."""
INTRODUCED = re.compile(r"이하 ‘?'?([가-힣A-Za-z0-9&]{2,16})’?'?\)")
"""A short form that a bracket introduces: `(이하 나래협)`."""
SURELY = 3
"""Known firms in a closed list from which on all its members are firms."""


class Companies:
    """The companies of one document; the persons are given, as firms stand beside their heads."""

    def __init__(self, ground: Ground, people: Iterable[Mention], others: set[int]) -> None:
        self.ground = ground
        self.words = ground.flat
        self.people = {mention.start: mention for mention in people}
        self.others = others
        self.found: dict[int, Mention] = {}
        self._free: dict[int, bool] = {}
        self.introduced = set(INTRODUCED.findall(ground.text))

    def find(self) -> list[Mention]:
        """The companies, in no order."""
        for mention in listed(self.ground, EntityType.COMPANY):
            if not self._spelt_out(mention.end) and not self._place_or_make(mention.end):
                self.found[mention.start] = mention
        for start, end, confidence in firm_marks.find(self.ground):
            self._add(start, end, "mark", confidence)
        for start, end in firm_fellows.housed(self.ground):
            self._add(start, end, "housed", 0.85)
        self._tasked()
        for position, word in enumerate(self.words):
            if word.start not in self.found and word.start not in self.others:
                self._loaned(position, word)
                if word.nominal and SHORTEST <= len(word.noun) <= LONGEST:
                    self._tail(position, word)
                    self._beside(firm_fellows.signing(self.ground, position, word, self._field))
                    self._kind(position, word)
                    self._spending(position, word)
                    self._framed(position, word)
        self._headed()
        self._beside(firm_fellows.heads(self.ground, self.people))
        self._beside(firm_fellows.abroad(self.ground))
        self._series()
        self._beside(firm_fellows.between(self.ground, self.found.keys()))
        self._beside(firm_fellows.owners(self.ground, self._unlisted))
        self._kindred()
        self._joined()
        return list(self.found.values())

    def _add(self, start: int, end: int, rule: str, confidence: float) -> None:
        text = self.ground.text
        if end - start > 3 and text[end - 1] in "와과" and text.startswith("의", end):
            end -= 1  # `나래사와의`, read as one noun
        name = MARK.sub("", text[start:end]).strip()
        if rule == "mark" and self._body(name):
            return
        if start not in self.found and start not in self.others and name not in GENERIC:
            self.found[start] = Mention(
                start, end, EntityType.COMPANY, name, f"company.{rule}", confidence
            )

    def _body(self, name: str) -> bool:
        """Whether a marked name is a listed public body's: `주식회사 나래공사`."""
        entries = self.ground.gazetteer.entries(name)
        return bool(entries) and all(entry.type is EntityType.INSTITUTE for entry in entries)

    def _place_or_make(self, end: int) -> bool:
        """Whether what follows tells a place (`율촌 제1산단`) or what was made (`보잉 747`)."""
        text = self.ground.text
        return MODEL.match(text, end) is not None or ESTATE.match(text, end) is not None

    def _spelt_out(self, end: int) -> bool:
        """Whether a bracket spells letters out as fields: `ABB(인공지능·빅데이터·블록체인)`."""
        bracket = self.ground.bracket_at.get(end)
        if bracket is None:
            return False
        parts = re.split(r"[·,]\s?", self.ground.text[bracket.inner_start : bracket.inner_end])
        return len(parts) > 1 and all(self._field(part) for part in parts)

    def _field(self, noun: str) -> bool:
        """Whether a word is a field of industry, as the first part of `방산기업` is."""
        return noun in GENERIC or bool(self.ground.gazetteer.entries(noun, EntityType.INDUSTRY))

    def _quoted(self, word: Word) -> bool:
        """Whether a word stands in quotation marks alone, as names of undertakings do."""
        return (word.start, word.end) in self.ground.quotes

    def _placed(self, word: Word) -> bool:
        """Whether a word begins with a region: then it is more often a complex than a firm."""
        return self.ground.begins_with_region(word.start)

    def free(self, word: Word) -> bool:
        """Whether a word can be a firm's name that no list knows."""
        return word.proper and self._unlisted(word)

    def _unlisted(self, word: Word) -> bool:
        known = self._free.get(word.start)
        if known is None:
            known = self._free[word.start] = self._is_unlisted(word)
        return known

    def _is_unlisted(self, word: Word) -> bool:
        return (
            word.nominal
            and SHORTEST <= len(word.noun) <= LONGEST
            and word.start not in self.others
            and word.start not in self.people
            and not self._listed_else(word.noun)
            and not ELSE.search(word.noun)
            and not MADE_OF.fullmatch(word.noun)
            and not NO_NAME.fullmatch(word.noun)
            and ESTATE.match(self.ground.text, word.end) is None
        )

    def _listed_else(self, noun: str) -> bool:
        """Whether a list has a name, but for firms whose name is also an ordinary word."""
        return any(
            entry.type is not EntityType.COMPANY or noun not in entry.doubtful
            for entry in self.ground.gazetteer.entries(noun)
        )

    def _tail(self, position: int, word: Word) -> None:
        if TAIL_LETTERS is not None and word.noun[-1:] not in TAIL_LETTERS:
            return
        match = TAIL.search(word.noun)
        if GENERAL.match(word.noun):
            return
        if match is None or match.start() < 2 or not self._unlisted(word):
            return
        if self._field(word.noun[: match.start()]) or self._field(word.noun):
            return
        if MADE_BY.match(self.ground.text, word.end):
            return
        before = self.words[position - 1] if position else None
        house = self.found.get(before.start) if before and word.gap == " " and before.bare else None
        if house is not None and before is not None and house.end == before.end and word.proper:
            name = self.ground.text[house.start : word.end]
            self.found[house.start] = house._replace(end=word.end, name=name, ref=None)
            return
        if STRONG.search(word.noun) or (word.proper and match.group() == "그룹"):
            self._add(word.start, word.end, "tail", 0.75)
            return
        if self._rides(position) or self._placed(word) or self._quoted(word):
            return
        if before is not None and word.gap == " " and before.end in self.ground.region_ends:
            return
        whole = word.tags == ("NNP",) or word.tags[0] == "SL" or self._housed(word)
        if whole and word.tags[0] in ("NNP", "SL") and len(word.noun) >= 4:
            self._add(word.start, word.end, "tail", 0.75)

    def _housed(self, word: Word) -> bool:
        """Whether a name begins with a listed firm's: `한빛화학건설` where `한빛화학` is listed."""
        return any(
            entry.type is EntityType.COMPANY and entry.name not in entry.doubtful
            for hit in self.ground.named_at(word.start)
            if hit.end < word.end
            for entry in hit.entries
        )

    def _loaned(self, position: int, word: Word) -> None:
        """`나래 인더스트리`: a name whose last part stands apart."""
        before = self.words[position - 1] if position else None
        if before is None or not before.bare or not LOANS.fullmatch(word.noun):
            return
        if word.gap == " " and before.tags == ("NNP",) and self._unlisted(before):
            self._add(before.start, word.end, "loaned", 0.7)

    def _kind(self, position: int, word: Word) -> None:
        """`보일러 업체 귀뚜라미`, `과학기술기업 머크`."""
        if position == 0 or word.gap not in (" ", " ‘"):
            return
        if not self.free(word) and not self._stranger(position, word):
            return
        before = self.words[position - 1]
        named = self.ground.text[before.start : before.stop]
        single = word.tags[0] in ("NNP", "SL", "NNG") and len(set(word.tags)) <= 2
        if KIND.search(named) and single and not self._rides(position):
            self._add(word.start, word.end, "kind", 0.75)

    def _stranger(self, position: int, word: Word) -> bool:
        """Whether a word behind `단열재 제조사`, `유통업체` is one noun that may be a name."""
        before = self.words[position - 1]
        told = len(before.noun) > 2 or (
            position > 1 and before.gap == " " and self.words[position - 2].bare
        )
        return (
            told
            and word.tags == ("NNG",)
            and len(word.noun) >= 3
            and word.particle[:2] in ("JK", "JX", "JC")
            and self._unlisted(word)
            and not COMMON.search(word.noun)
        )

    def _rides(self, position: int) -> bool:
        """Whether a bare word is followed by another noun, so that it is no name by itself."""
        word = self.words[position]
        if not word.bare or position + 1 >= len(self.words):
            return False
        after = self.words[position + 1]
        return (
            after.gap == " "
            and after.nominal
            and not after.proper
            and after.noun not in (*HEADS, *OWNED)
            and not KIND.search(after.noun)
        )

    def _spending(self, position: int, word: Word) -> None:
        """`나래안테나 등이 1447억 원을 들여`: who spends and stands for others is a firm."""
        if not word.bare or position + 1 >= len(self.words) or not word.proper:
            return
        after = self.words[position + 1]
        if self._spends(after) and self.free(word):
            self._add(word.start, word.end, "spending", 0.7)

    def _spends(self, word: Word) -> bool:
        """Whether a word is an `등` that is the subject of a clause which spends money."""
        return (
            word.noun == "등"
            and word.gap == " "
            and word.particle in ("JKS", "JX")
            and SPENT.match(self.ground.text, word.end) is not None
        )

    def _framed(self, position: int, word: Word) -> None:
        """A name that no part of it tells, in a frame that firms stand in."""
        if not (word.proper or self._doubtful(word.noun)) or not self._unlisted(word):
            return
        frame: tuple[str, float] | None
        if word.tags[0] in ("NNP", "SL") and (frame := firm_frames.glossed(self.ground, word)):
            self._add(word.start, word.end, *frame)
        if COMMON.search(word.noun) or self._placed(word):
            return
        if (frame := firm_frames.told(self.ground, position, word)) is not None:
            self._add(word.start, word.end, *frame)

    def _beside(self, told: Iterable[firm_fellows.Told]) -> None:
        """Add what stands beside a head, a firm or a country, where it may be a firm."""
        for word, rule, confidence in list(told):
            if self._unlisted(word) and not self._placed(word):
                self._add(word.start, word.end, rule, confidence)

    def _doubtful(self, noun: str) -> bool:
        """Whether a word is a listed firm's name and an ordinary word."""
        return 1 < len(noun) < 6 and any(
            noun in entry.doubtful for entry in self.ground.gazetteer.entries(noun)
        )

    def _tasked(self) -> None:
        """`설계는 나래건축, 시공은 다온이 맡았다`."""
        for start, end in firm_frames.tasked(self.ground):
            word = self.words[self.ground.flat_index(start)]
            if word.start == start and self._unlisted(word) and not self._placed(word):
                self._add(start, end, "tasked", 0.75)

    def _headed(self) -> None:
        """`박윤수 제이디테크 대표이사`: what stands between a person and `대표` is a firm."""
        positions = {word.start: place for place, word in enumerate(self.words)}
        for start, person in self.people.items():
            place = positions.get(start)
            if place is None or self.words[place].end != person.end:
                continue
            between: list[Word] = []
            for word in self.words[place + 1 : place + 5]:
                if word.gap != " ":
                    break
                if word.noun in HEADS:
                    self._firm(between)
                    break
                if not word.bare:
                    break
                between.append(word)

    def _firm(self, between: list[Word]) -> None:
        while between and between[0].noun in ("전", "현", "신임"):
            between = between[1:]
        if not between or any(w.start in self.others or w.start in self.found for w in between):
            return
        name = self.ground.text[between[0].start : between[-1].end]
        if name in self.introduced:
            return  # a short form of what stands before that bracket
        if between[-1].noun in HEADS or not any(word.proper for word in between):
            return
        listed = self.ground.gazetteer.entries(between[0].noun) if len(between) == 1 else ()
        if listed and all(entry.type is not EntityType.COMPANY for entry in listed):
            return
        start, end = between[0].start, between[-1].end
        if firm_fellows.OF_MEMBERS.search(between[-1].noun):
            kind, name = EntityType.ASSOCIATION, self.ground.text[start:end]
            self.found[start] = Mention(start, end, kind, name, f"{kind}.headed", 0.8)
        else:
            self._add(start, end, "headed", 0.8)

    def _series(self) -> None:
        """In `A, B, C 등 기업`, and where one of a list is a firm, so are the unlisted others."""
        position = 0
        words = self.words
        while position < len(words):
            last = position
            while last + 1 < len(words) and self._links(words[last], words[last + 1]):
                last += 1
            if last > position:
                self._spread(position, last)
            position = last + 1

    def _kindred(self) -> None:
        """`한국머크`, `머크코리아`: a known firm's national house."""
        names = {mention.name for mention in self.found.values()}
        for word in self.words:
            if word.start not in self.found and self.free(word):
                house = word.noun.removeprefix("한국").removesuffix("코리아")
                if house != word.noun and house in names:
                    self._add(word.start, word.end, "kindred", 0.8)

    def _joined(self) -> None:
        """One firm of two words in a list: `나래엔지니어링, 다온 워터앤에너지, 누리테크`."""
        for first, second in firm_fellows.joined(self.ground, self.found):
            del self.found[second.start]
            name = self.ground.text[first.start : second.end]
            self.found[first.start] = first._replace(end=second.end, name=name, ref=None)

    def _links(self, word: Word, after: Word) -> bool:
        if after.gap.strip() in MARKS and word.gap.strip()[-1:] not in MARKS:
            return False  # an item of several words: `△나래사는 기둥 △다온사는`
        if after.gap in COMMA:
            alone = word.gap in COMMA and misread.alone(self.ground, word)
            return word.bare or alone or bool(self.ground.bracket_at.get(word.end))
        return (
            word.particle in ("JC", "JKB")
            and after.gap == " "
            and self.ground.suffix(word) in ("와", "과")
        )

    def _spread(self, first: int, last: int) -> None:
        series = [w for w in self.words[first : last + 1] if w.start not in self.others]
        firms = sum(word.start in self.found for word in series)
        after = self.words[last + 1 : last + 6]
        closed = len(after) > 1 and (
            (after[0].noun == "등" and any(CLOSE.search(word.noun) for word in after[1:]))
            or self._spends(after[0])
        )
        named = [
            word
            for word in series
            if self._unlisted(word)
            and (word.proper or (closed and firms > 1 and self._common(word)))
            and word.tags[0] in ("NNP", "SL", "NNG")
            and len(set(word.tags)) <= 2
            and not self.ground.suffix(word).startswith(("에", "으로", "로"))
        ]
        rides = self.words[last].gap == " " and self._rides(last)
        if named and rides and named[-1] is self.words[last]:
            named.pop()  # `나래사와 다온 관광지를`
        if closed and firms + len(named) >= SURELY:
            named += [word for word in series if misread.alone(self.ground, word)]
        if not (closed and len(series) > 1) and not (
            firms and firms + len(named) >= len(series) * 0.6
        ):
            return
        for word in named:
            start = self._spelt_apart(word)
            end = word.end if word.nominal else word.stop
            self._add(start, end, "series", 0.7 if closed else 0.65)

    def _common(self, word: Word) -> bool:
        """Whether an ordinary word may be a name among firms: `나래소재, 대양, 부들전자 등`."""
        return word.tags == ("NNG",) and 2 <= len(word.noun) <= 4 and not COMMON.search(word.noun)

    def _spelt_apart(self, word: Word) -> int:
        """Where a name of several words in Latin letters begins: `HN Power`."""
        position = self.ground.flat_index(word.start)
        before = self.words[position - 1] if position else word
        latin = word.gap == " " and before.bare and word.tags[0] == "SL" == before.tags[-1]
        return before.start if latin else word.start


def find(ground: Ground, people: Iterable[Mention], others: Iterable[Mention]) -> Iterator[Mention]:
    """The companies of a document; `others` are the names that are of other kinds already."""
    starts = {mention.start for mention in others}
    yield from Companies(ground, people, starts).find()
