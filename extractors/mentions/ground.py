"""The ground that all mention rules stand on: words, quoted stretches and brackets of a document.

A word is what stands between spaces and punctuation. Its noun part is found from the morphemes at
its end only, since those inside a name are often read wrongly (`김해의생명센터`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from extractors.document import Document, Sentence, Token
from extractors.gazetteer import Gazetteer, Hit
from extractors.mentions.word_ends import name_end
from graph.model import EntityType

WORD = re.compile(r"[0-9A-Za-z가-힣一-鿿㐀-䶿À-ÿ㎾㎿㎡㈜&+%.\-_'’㏊℃]+")
HYPHEN = re.compile(r"(?<=[가-힣])-(?=[가-힣]|[A-Z]{2})|(?<=[A-Z]{2})-(?=[가-힣]{2})")
"""What stands between two names, unlike the hyphen of `K-방산`: `나래시-부들공사 협약`."""
NO_YEAR = r"(?!\d\d(?:\s?년|\.\s?\d|[~∼]))"
"""Not before a year's last digits: the apostrophe of `'24년 11월 착공` opens and closes nothing."""
QUOTED = re.compile(
    rf"‘{NO_YEAR}([^‘’\n]{{2,70}})’{NO_YEAR}"
    r"|“([^“”\n]{2,70})”|「([^」\n]{2,70})」|『([^』\n]{2,70})』"
    r"|｢([^｣\n]{2,70})｣|《([^》\n]{2,70})》|〈([^〉\n]{2,70})〉|<([^<>\n]{2,70})>"
    rf"|(?<![0-9A-Za-z가-힣])'{NO_YEAR}([^'\n]{{2,70}})'{NO_YEAR}"
    r"|(?<![0-9A-Za-z가-힣])\"([^\"\n]{2,70})\""
)
QUOTING = re.compile("[‘“「『｢《〈<'\"]")
"""What every quoted stretch begins with."""
BRACKET = re.compile(r"[(（\[]([^()（）\[\]\n]{1,60})[)）\]]")
PARTICLE = re.compile(
    r"(?:(?:에서|서|에게|으로|로|에|와|과|부터|까지|이나|나|보다|처럼|만|마다|이며|이자|이고|께"
    r"|께서|라며)"
    r"(?:는|은|도|의|만|부터|까지)?|은|는|이|가|을|를|의|도|이란|란|이라는|라는|이라고|라고|인"
    r"|일|이다|다|이던|였던|이었던"
    r"|이라며|으로서|로서|으로서의|로서의|으로써|로써|이라|이었다|였다|입니다|뿐|들|들이|들은"
    r"|들의|들과|들을|측|측은|측이|측의)"
)
SWALLOWED = {
    "서": "JKB",
    "의": "JKB",
    "에서": "JKB",
    "이": "JKS",
    "은": "JX",
    "는": "JX",
    "을": "JKO",
}
"""Particles that the morphemes take for the end of an unknown place: `서울서`, `나래군이`."""
SHUT = re.compile(r"^(?:\([^)]*\))?['’”\")]?")
MARKED = re.compile(r"([^'’]+)['’][가-힣]+")
POINTS = ("·", "∙", "‧", "ㆍ", "・")
MADE_OF_WORDS = (
    "words",
    "words_by_last",
    "_starts",
    "flat",
    "flat_by_last",
    "_flat_starts",
    "listed",
    "site_ends",
)
NAMING = frozenset(("port", "airport", "station", "dam", "power_plant", "national_park"))
"""Kinds of sites that what is built there is called after: `나래항 여객터미널`."""
HEADED = "원소단회관청처실터사점국행"
GLUED = re.compile(
    "장관|차관|(?<!부)(?:사장|회장|총장|의장)|(?<![부위])원장"
)  # `교육부총장` is a deputy
ENDING = ("J", "E", "VC", "VX", "XSV", "XSA")
CLOSING_TAGS = ("VV", "VA", "SF", "VV-R")
PROPER = frozenset(("NNP", "SL", "SH"))
NOMINAL = frozenset(("XPN", "XSN", "XR", "MM", "UN"))


@dataclass(slots=True)
class Word:
    """`text[start:stop]` as written, its noun part `text[start:end]`; `gap` is what stands before.

    `particle` is the tag of the first morpheme behind the noun part, empty where none follows.
    """

    start: int
    end: int
    stop: int
    gap: str
    noun: str
    particle: str
    tags: tuple[str, ...]
    bare: bool = field(init=False)
    """Whether nothing follows the noun part."""
    proper: bool = field(init=False)
    """Whether the morphemes hold a proper noun or foreign letters."""
    nominal: bool = field(init=False)
    """Whether the noun part is made of nouns, prefixes and numbers alone."""

    def __post_init__(self) -> None:
        self.bare = self.end == self.stop and self.end > self.start
        self.proper, self.nominal = _kind_of(self.tags)


@lru_cache(maxsize=4096)
def _kind_of(tags: tuple[str, ...]) -> tuple[bool, bool]:
    """Whether morphemes with those tags are `proper` and `nominal`, as a word has it."""
    nominal = bool(tags)
    for tag in tags:
        if tag[0] not in "NS" and tag not in NOMINAL:
            nominal = "ETN" in tags and _made_noun(tags)
            break
    return not PROPER.isdisjoint(tags), nominal


def _made_noun(tags: tuple[str, ...]) -> bool:
    """Whether what is no noun in a word is verbs made nouns before one: `마을만들기사업`."""
    for tag, after in pairwise((*tags, "")):
        made = after == "ETN" if tag[0] == "V" else tag == "ETN" and after[:1] == "N"
        if not made and tag[0] not in "NS" and tag not in NOMINAL:
            return False
    return True


@dataclass(frozen=True, slots=True)
class Bracket:
    """`(inner)`, with the offsets of the whole and of what it holds."""

    start: int
    end: int
    inner_start: int
    inner_end: int


class Ground:
    """A document cut into words, with its quoted stretches, brackets and gazetteer hits."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self.document = document
        self.text = document.text
        self.gazetteer = gazetteer
        self.region_starts: set[int] = set()
        self.region_ends: set[int] = set()
        self.person_starts: set[int] = set()
        self._named_at: dict[int, tuple[Hit, ...]] = {}
        self.sentences: list[tuple[Sentence, list[Word]]] = [
            (sentence, list(words_of(self.text, sentence))) for sentence in document.sentences
        ]

    def know_regions(self, spans: Iterable[tuple[int, int]]) -> None:
        """Remember where regions stand; `전북도` is then a noun, whatever its morphemes say."""
        ends = dict(spans)
        self.region_starts = set(ends)
        self.region_ends = set(ends.values())
        for _, words in self.sentences:
            for position, word in enumerate(words):
                end = ends.get(word.start, -1)
                if word.end < end <= word.stop:
                    noun = self.text[word.start : end]
                    particle = word.particle if end < word.stop else ""
                    words[position] = replace(
                        word, end=end, noun=noun, particle=particle, tags=("NNP",)
                    )
                elif 0 < end < word.end and self.text[end : word.stop] in SWALLOWED:
                    words[position] = replace(
                        word,
                        end=end,
                        noun=self.text[word.start : end],
                        particle=SWALLOWED[self.text[end : word.stop]],
                        tags=("NNP",),
                    )
        for name in MADE_OF_WORDS:
            self.__dict__.pop(name, None)

    @cached_property
    def words(self) -> list[Word]:
        """Every word of the document, in order."""
        return [word for _, words in self.sentences for word in words]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def flat(self) -> list[Word]:
        """The words outside brackets; gaps skip the brackets, a sentence begins with a new line."""
        found: list[Word] = []
        brackets = iter([*self.brackets, Bracket(len(self.text) + 1, len(self.text) + 2, 0, 0)])
        bracket = next(brackets)
        for _, words in self.sentences:
            stop = -1
            for word in words:
                while word.start >= bracket.end:
                    bracket = next(brackets)
                if word.start > bracket.start:
                    continue
                gap = word.gap
                if 0 <= stop < word.start - len(gap):
                    gap = BRACKET.sub("", self.text[stop : word.start])
                elif stop < 0:
                    gap = "\n"
                if gap == "" and _dangling(word, self.text):
                    found[-1] = _with_particle(found[-1], word)
                elif gap == word.gap:
                    found.append(word)
                else:
                    found.append(
                        Word(
                            word.start,
                            word.end,
                            word.stop,
                            gap,
                            word.noun,
                            word.particle,
                            word.tags,
                        )
                    )
                stop = word.stop
        return found

    @cached_property
    def words_by_last(self) -> dict[str, list[int]]:
        """The places in `words` by the last letter of the noun part."""
        return _by_last_letter(self.words)

    @cached_property
    def flat_by_last(self) -> dict[str, list[int]]:
        """The places in `flat` by the last letter of the noun part."""
        return _by_last_letter(self.flat)

    @cached_property
    def _flat_starts(self) -> list[int]:
        return [word.start for word in self.flat]

    def flat_index(self, offset: int) -> int:
        """The index in `flat` of the first word that starts at or behind an offset."""
        return bisect_left(self._flat_starts, offset)

    def index(self, offset: int) -> int:
        """The index of the first word that starts at or behind an offset."""
        return bisect_left(self._starts, offset)

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """The stretches between quotation marks, in order; also names quoted inside a speech."""
        found: list[tuple[int, int]] = []
        for sentence, _ in self.sentences:
            if not QUOTING.search(self.text, sentence.start, sentence.end):
                continue
            for match in QUOTED.finditer(self.text, sentence.start, sentence.end):
                low, high = match.span(match.lastindex or 0)
                found.append((low, high))
                found += (
                    inner.span(inner.lastindex or 0)
                    for inner in QUOTED.finditer(self.text, low, high)
                )
        return sorted(found)

    @cached_property
    def brackets(self) -> list[Bracket]:
        """The bracketed stretches, in order."""
        return [
            Bracket(match.start(), match.end(), match.start(1), match.end(1))
            for sentence, _ in self.sentences
            for match in BRACKET.finditer(self.text, sentence.start, sentence.end)
        ]

    @cached_property
    def bracket_at(self) -> dict[int, Bracket]:
        """The brackets by where they open."""
        return {bracket.start: bracket for bracket in self.brackets}

    def hits(self, word: Word) -> Iterator[Hit]:
        """The listed names that begin a word and reach its end, particles aside; longest first.

        Names of several words count as well. A name that only begins a longer word does not.
        """
        for hit in self.named_at(word.start):
            if self.closes(hit.end):
                yield hit

    def named_at(self, offset: int) -> tuple[Hit, ...]:
        """The listed names that begin at an offset, the longest first."""
        known = self._named_at.get(offset)
        if known is None:
            known = self._named_at[offset] = tuple(self.gazetteer.at(self.text, offset))
        return known

    def begins_with_region(self, offset: int) -> bool:
        """Whether what begins at an offset begins with a listed region: `전주탄소산업`."""
        return any(
            entry.type is EntityType.REGION
            for hit in self.named_at(offset)
            for entry in hit.entries
        )

    def closes(self, end: int) -> bool:
        """Whether a name may end there: a word's noun part does, or a particle follows."""
        position = bisect_left(self._starts, end) - 1
        if position < 0:
            return False
        word = self.words[position]
        if end in (word.end, word.stop):
            return True
        if end < word.stop and (office := self._office(end)):
            end += office
        return end == word.stop or (
            end < word.stop and PARTICLE.fullmatch(self.text, end, word.stop) is not None
        )

    def _office(self, end: int) -> int:
        """How many letters of an office are glued to a name: `나래연구원장`, `국토부장관`."""
        if self.text[end] == "장" and self.text[end - 1] in HEADED:
            return 2 if self.text.startswith("장관", end) else 1
        glued = GLUED.match(self.text, end)
        return glued.end() - end if glued else 0

    def suffix(self, word: Word) -> str:
        """The particles of a word as written, without a quotation mark or bracket before them."""
        return SHUT.sub("", self.text[word.end : word.stop])

    @cached_property
    def site_ends(self) -> set[int]:
        """Where listed sites end that what stands behind is not called after."""
        return {
            hit.end
            for hit in self.listed
            if any(e.type is EntityType.SITE and e.level not in NAMING for e in hit.entries)
        }

    @cached_property
    def listed(self) -> list[Hit]:
        """For every word the longest listed name that it begins, those inside others left out."""
        found: list[Hit] = []
        reached = -1
        for word in self.words:
            if word.start < reached:
                continue
            for hit in self.hits(word):
                found.append(hit)
                reached = hit.end
                break
        return found


def _by_last_letter(words: Iterable[Word]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for position, word in enumerate(words):
        found.setdefault(word.noun[-1:], []).append(position)
    return found


def _dangling(word: Word, text: str) -> bool:
    """Whether a word is a particle cut off by a bracket, as in `재료연(KIMS)은`."""
    return PARTICLE.fullmatch(text, word.start, word.stop) is not None


def _with_particle(word: Word, particle: Word) -> Word:
    return replace(word, particle=particle.particle or "JX", stop=particle.stop)


def words_of(text: str, sentence: Sentence) -> Iterator[Word]:
    """The words of a sentence."""
    tokens = sentence.tokens
    starts = [token.start for token in tokens]
    hyphened = text.find("-", sentence.start, sentence.end) >= 0
    last = 0
    previous = sentence.start
    for match in WORD.finditer(text, sentence.start, sentence.end):
        start, stop = match.span()
        while stop > start and text[stop - 1] in ".-_'’":
            stop -= 1
        while start < stop and text[start] in ".-_'’":
            start += 1
        if start == stop:
            continue
        cuts = [cut.start() for cut in HYPHEN.finditer(text, start, stop)] if hyphened else []
        for high in (*cuts, stop):
            first = bisect_left(starts, start, last)
            last = bisect_left(starts, high, first)
            yield _word(text, start, high, text[previous:start], tokens[first:last])
            previous, start = high, high + 1


def _word(text: str, start: int, stop: int, gap: str, tokens: tuple[Token, ...]) -> Word:
    """The word `text[start:stop]`; a quotation mark inside it ends its noun part: `‘산단’을`."""
    marked = MARKED.fullmatch(text, start, stop) if _has_mark(text, start, stop) else None
    if marked and PARTICLE.fullmatch(text, marked.end(1) + 1, stop):
        end = marked.end(1)
        inner = tuple(token for token in tokens if token.start < end)
        outer = [token.tag for token in tokens if token.start > end]
        word = _word(text, start, end, gap, inner)
        return replace(word, stop=stop, particle=word.particle or (outer[0] if outer else "JX"))
    if stop - start == 1 and (text[stop : stop + 1] in POINTS or gap in POINTS) and gap:
        return Word(start, stop, stop, gap, text[start:stop], "", ("NNG",))
    tags = tuple([token.tag for token in tokens])
    cut = _noun_part(tags)
    noun_end = stop if cut == len(tags) else max(start, tokens[cut].start)
    if (early := name_end(text, start, noun_end, stop)) is not None:
        own = tags[: sum(token.start < early for token in tokens)]
        particle = "JKB" if text[early] in "내서" else "JX"
        return Word(start, early, stop, gap, text[start:early], particle, own)
    if cut == len(tags):
        return Word(start, stop, stop, gap, text[start:stop], "", tags)
    return Word(start, noun_end, stop, gap, text[start:noun_end], tags[cut], tags[:cut])


def _has_mark(text: str, start: int, stop: int) -> bool:
    return text.find("’", start, stop) >= 0 or text.find("'", start, stop) >= 0


@lru_cache(maxsize=4096)
def _noun_part(tags: tuple[str, ...]) -> int:
    """How many morphemes are left of a word without its particles and endings."""
    cut = len(tags)
    while cut and (tags[cut - 1].startswith(ENDING) or tags[cut - 1] in CLOSING_TAGS):
        cut -= 1
    return cut
