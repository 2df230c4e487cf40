"""Regions: provinces, cities, counties, districts, towns and countries, where they stand as words.

A name with several owners (`광주`, `고성`, `동구`) goes to the one that the article speaks of:
whose province stands before it, else whose kin are named most, else the larger.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.gazetteer import Entry
from extractors.mentions.ground import BRACKET, PARTICLE, Ground, Word
from extractors.mentions.mention import Mention
from extractors.mentions.villages import (
    LIST_GAPS,
    ROUTE,
    TOGETHER,
    VILLAGE,
    is_village,
    villages_of,
)
from extractors.wordlists import words
from graph.model import EntityType

RANK = {"country": 7, "province": 6, "city": 5, "county": 4, "district": 3, "ward": 2, "place": 1}
SMALL = frozenset(("district", "town", "ward"))
SUFFIXED = re.compile(r"[가-힣]{2,}(?:시|도|군|구|읍|면|동|리|가)$")
BUILT = re.compile(
    r" [가-힣]{1,6}(?:항|역|공항|산단|지구|산업단지|터미널|해변|해수욕장)(?![가-힣]{3})"
)
"""What behind a name that is a word too says that it is a place: `양양 가온항`."""
TAIL = re.compile(
    r"(?:지역|일대|일원|관내|시내|도심|현지|청사|청|발|행|계|공장|사업장)"
    r"(?:[은는이가을를의도와과]|에서|에|으로|로|)"
)
OFFICE = re.compile(
    r"(?:특례|특별|광역)?(?:시장|군수|구청장|부시장|부군수|부구청장|도지사|지사|시의원|도의원|군의원|구의원|시의회|도의회"
    r"|군의회|구의회|의회|(?<=[시도군구])의[원장]|장|수|청장|(?:경제|행정|정무|제[12])?부(?:지사|시장)|교육감)(?:[가-힣]{0,4})"
)
DIVISION = re.compile(
    r"[가-힣]{2,8}?(?:부시장|부지사|부군수|부구청장|국장|실장|과장|담당관)"
    r"(?:[은는이가을를의도와과]|에게|께서|으로|로|)"
)
"""An office of a part of a government, glued to its full name: `나래시문화경제부시장`."""
HEADLESS = re.compile(r"[장수]")
SEATED = re.compile(r"[시구읍면동리]장|군수")
"""A kind of region with the last letter of its head's office: `나래시장`, and not `수영장`."""
DIRECTION = re.compile(r"[동서남북중][동서남북부]권")
HOME = "country:KR"
PARTNER = re.compile(r"(?:과|와) ")
"""What stands behind the country where it is one of several: else it is named in passing."""
FAMILIAR = 3
"""How often kin of a name that is a word too must be named, for it to be taken as a place."""
JOINS = (LIST_GAPS | {" "}) - {", "}
"""What stands before a word that goes on; behind all else a phrase opens."""
EVERYDAY = words("place_words", "everyday")
"""Cities and counties whose names are far oftener something else in such texts."""
CHAIN_GAPS = ("", " ", "  ", "(")
LOCATED = frozenset(("에는", "에서", "에서는", "에"))
HANJA = {
    "美": "미국",
    "日": "일본",
    "中": "중국",
    "獨": "독일",
    "英": "영국",
    "佛": "프랑스",
    "韓": "한국",
    "印": "인도",
    "臺": "대만",
}
ORDINARY = words("place_words", "foreign", "noun")
"""Names of regions abroad, and what ends as a quarter or a township does, that are other words."""
OTHERWISE = words("place_words", "town")
"""What is more often meant than the town that bears it before its suffix: `함평 학교에`."""


@dataclass(slots=True)
class Candidate:
    """A stretch that may name one of some regions; `office` where `시장` and the like follow."""

    start: int
    end: int
    name: str
    word: Word
    entries: tuple[Entry, ...]
    office: bool = False
    entry: Entry | None = None
    joined: bool = False
    listed: bool = False


class Regions:
    """The regions of one document."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.text = ground.text
        self.gazetteer = ground.gazetteer
        self.kin: Counter[str] = Counter()
        self.full: set[str] = set()

    def find(self) -> Iterator[Mention]:
        """The regions, in order."""
        candidates = list(self._candidates())
        self._count(candidates)
        settled: list[Candidate] = []
        for position, candidate in enumerate(candidates):
            before = settled[-1] if settled else None
            gap = self._gap(before, candidate) if before else "\n"
            candidate.joined = gap in CHAIN_GAPS
            candidate.listed = gap in TOGETHER
            if position + 1 < len(candidates):
                ahead = self._gap(candidate, candidates[position + 1])
                candidate.listed = candidate.listed or ahead in TOGETHER
                if ahead == " " and self._holds(candidate, candidates[position + 1]):
                    candidate.listed = True
            outer = before.entry.ref if before and before.entry and candidate.joined else None
            candidate.entry = self._choose(candidate.entries, outer)
            if self._stands(candidate) or (before and self._goes_on(before, candidate, gap)):
                settled.append(candidate)
        for candidate in settled:
            yield Mention(
                candidate.start,
                candidate.end,
                EntityType.REGION,
                HANJA.get(candidate.name, candidate.name),
                "region.office" if candidate.office else "region",
                0.8 if candidate.office else 0.95,
                candidate.entry.ref if candidate.entry else None,
            )
        named = [(c.start, c.end, c.name) for c in settled]
        villages = list(villages_of(self.ground, named))
        yield from villages
        yield from self._stems(settled, villages)
        yield from self._foreign_places(settled)

    def _goes_on(self, before: Candidate, candidate: Candidate, gap: str) -> bool:
        """Whether a town stands beside another one of its city or county: `나면과 다면`."""
        one, other = before.entry, candidate.entry
        if one is None or other is None or one.level != "town" or other.level != "town":
            return False
        return (
            gap in TOGETHER and before.name[-1] in "읍면동" and one.parents[:1] == other.parents[:1]
        )

    def _gap(self, before: Candidate, after: Candidate) -> str:
        """What stands between two candidates, brackets left out."""
        gap = self.text[before.end : after.start]
        return BRACKET.sub("", gap) if "(" in gap and len(gap) < 40 else gap

    def _candidates(self) -> Iterator[Candidate]:
        reached = -1
        for word in self.ground.words:
            if word.start < reached:
                continue
            sign = self.text[word.start : word.stop]
            if sign in HANJA:
                entries = self.gazetteer.entries(HANJA[sign])
                yield Candidate(word.start, word.stop, sign, word, entries)
                continue
            start = word.start
            while start < word.stop and (found := self._at(start, word)) is not None:
                yield found
                reached = found.end
                start = found.end if found.end < word.end and not found.office else word.stop

    def _at(self, start: int, word: Word) -> Candidate | None:
        """The longest region that begins there, unless a longer name of another kind does."""
        for hit in self.ground.named_at(start):
            regions = tuple([e for e in hit.entries if e.type is EntityType.REGION])
            if not regions:
                other = any(entry.type is not EntityType.SITE for entry in hit.entries)
                if other and self.ground.closes(hit.end):
                    return None
                continue
            closed = self._closed(word, hit.end)
            if closed is not None and not DIRECTION.match(self.text, start):
                name = self.text[start : hit.end]
                return Candidate(start, hit.end, name, word, regions, office=closed)
        return None

    def _closed(self, word: Word, end: int) -> bool | None:
        """None where a longer word goes on; else whether an office or a hall follows the region."""
        if end >= word.stop or end == word.end:
            return False
        if PARTICLE.fullmatch(self.text, end, word.stop) or TAIL.fullmatch(
            self.text, end, word.stop
        ):
            return False
        if OFFICE.fullmatch(self.text, end, word.stop) is None:
            full = self.text[end - 1] in "시도군구" and end - word.start > 2
            return True if full and DIVISION.fullmatch(self.text, end, word.stop) else None
        if HEADLESS.match(self.text, end) and not SEATED.match(self.text, end - 1):
            return None
        return True

    def _count(self, candidates: list[Candidate]) -> None:
        """Count how often each region or a part of it is named without doubt."""
        for candidate in candidates:
            first = candidate.entries[0]
            if len(candidate.entries) > 1 or candidate.name in ORDINARY or first.level == "town":
                continue
            if first.level in SMALL and not SUFFIXED.search(candidate.name):
                continue
            if SUFFIXED.search(candidate.name):
                self.full.add(first.ref)
            if candidate.name not in first.doubtful:
                self.kin.update(self.gazetteer.around(first))

    def _holds(self, outer: Candidate, inner: Candidate) -> bool:
        """Whether a region that follows may lie in the first, as in `경기 평택`."""
        refs = {entry.ref for entry in outer.entries}
        return any(refs & set(self.gazetteer.around(entry)[1:]) for entry in inner.entries)

    def _choose(self, entries: tuple[Entry, ...], outer: str | None) -> Entry | None:
        if len(entries) == 1:
            return entries[0]
        refs = {entry.ref for entry in entries}
        for entry in entries:
            if all(entry.ref in self.gazetteer.around(other) for other in entries):
                return entry
        weights = [self._weight(entry, outer, refs) for entry in entries]
        best = max(weights)
        chosen = entries[weights.index(best)]
        if weights.count(best) > 1 and chosen.level == "town" and self._kindred(entries):
            return entries[0]
        if weights.count(best) > 1 or (chosen.level in SMALL and best[:2] == (False, 0)):
            return None
        return chosen

    def _kindred(self, entries: tuple[Entry, ...]) -> bool:
        """Whether all lie in one city or county: an old and a new code of the same town."""
        shared = set.intersection(*(set(self.gazetteer.around(entry)[1:]) for entry in entries))
        return any(self.kin[ref] > 0 and self._is_local(ref) for ref in shared)

    def _weight(self, entry: Entry, outer: str | None, rivals: set[str]) -> tuple[bool, int, int]:
        around = self.gazetteer.around(entry)
        own = sum(self.kin[ref] for ref in around if ref != "country:KR" and ref not in rivals)
        if entry.level == "province":
            own = self.kin[entry.ref]
        return (outer is not None and outer in around, own, RANK.get(entry.level, 0))

    def _stands(self, candidate: Candidate) -> bool:
        name, entry = candidate.name, candidate.entry
        beside = candidate.joined or candidate.listed
        if name in HANJA:
            return True
        if entry is not None and entry.ref == HOME:
            return candidate.listed or PARTNER.match(self.text, candidate.end) is not None
        if all(e.level == "town" for e in candidate.entries):
            return self._town_stands(candidate, entry)
        if name in ORDINARY:
            return candidate.listed and candidate.word.proper
        if entry is not None and entry.ref in self.full:
            return True
        if all(name in e.doubtful for e in candidate.entries):
            return (
                beside
                or candidate.office
                or self._telling(candidate, entry)
                or self._before_built(candidate, entry)
            )
        if SUFFIXED.search(name) and len(name) > 2:
            return True
        if entry is not None and entry.level in SMALL and not candidate.joined:
            return any(self.kin[up] > 0 for up in entry.parents)
        return candidate.word.proper or beside or candidate.entries[0].level == "district"

    def _telling(self, candidate: Candidate, entry: Entry | None) -> bool:
        """Whether a name that is a word too stands as a place, among others of its province."""
        word = candidate.word
        if entry is None or word.end != candidate.end:
            return False
        if entry.level == "province":
            return word.tags == ("NNP",)
        siblings = max((self.kin[up] for up in entry.parents if up != "country:KR"), default=0)
        if siblings < FAMILIAR:
            return False
        suffix = self.ground.suffix(word)
        proper = word.tags == ("NNP",)
        if suffix in LOCATED and (proper or word.gap != " "):
            return True
        opens = word.gap not in JOINS
        return (opens or suffix == "의") and (proper or candidate.name not in EVERYDAY)

    def _before_built(self, candidate: Candidate, entry: Entry | None) -> bool:
        """Whether a port, a station or the like follows, in a province that the text names."""
        if entry is None or entry.level not in {"city", "county"}:
            return False
        if BUILT.match(self.text, candidate.end) is None:
            return False
        return any(self.kin[up] > 0 for up in entry.parents if up != HOME)

    def _town_stands(self, candidate: Candidate, entry: Entry | None) -> bool:
        name = candidate.name
        if self._before_village(candidate):
            return True
        if name in ORDINARY or any(name in e.doubtful for e in candidate.entries):
            return candidate.joined and candidate.word.tags == ("NNP",)
        if candidate.joined:
            return True
        near = self.gazetteer.around(entry)[1:] if entry is not None and len(name) > 2 else ()
        return any(self.kin[up] > 0 and self._is_local(up) for up in near)

    def _before_village(self, candidate: Candidate) -> bool:
        """Whether a town's village follows: `서면 가온리에`, where `서면` is a word as well."""
        position = self.ground.index(candidate.end)
        words = self.ground.words
        if candidate.name[-1] not in "읍면" or position >= len(words):
            return False
        word = words[position]
        village = VILLAGE.fullmatch(word.noun) is not None and is_village(self.ground, word)
        return village and self.text[candidate.end : word.start] == " "

    def _is_local(self, ref: str) -> bool:
        """Whether a region is a city, county or district, not a whole province."""
        listed = self.gazetteer.by_ref.get(ref)
        return listed is not None and (listed.level != "province" or listed.name.endswith("시"))

    def _stems(self, settled: list[Candidate], villages: list[Mention]) -> Iterator[Mention]:
        """`오창` for `오창읍`: towns and villages without their suffix, where it stood before."""
        refs: dict[str, str | None] = {}
        for candidate in settled:
            if candidate.entry is not None and candidate.entry.level == "town":
                refs.setdefault(candidate.name[:-1], candidate.entry.ref)
        refs |= {village.name[:-1]: None for village in villages if village.name[-1] in "읍면리"}
        ends = {candidate.end: candidate.entry for candidate in settled if candidate.entry}
        for word in self.ground.words:
            outer = ends.get(word.start - 1) if word.gap == " " else None
            proper = word.tags == ("NNP",) or self._on_route(word)
            if len(word.noun) < 2 or not (proper or (outer and self._inside(word))):
                continue
            if word.noun not in refs or (outer and refs[word.noun] is None):
                refs[word.noun] = self._town_near(word.noun, outer)
            ref = refs[word.noun]
            if ref is not None and not self.gazetteer.entries(word.noun):
                yield Mention(
                    word.start, word.end, EntityType.REGION, word.noun, "region.stem", 0.85, ref
                )

    def _on_route(self, word: Word) -> bool:
        """Whether a word is an end of a route: `가온~다솔 도로`."""
        ahead = self.text[word.stop : word.stop + 1]
        return word.nominal and (word.gap in ROUTE or (word.bare and ahead in ROUTE))

    def _inside(self, word: Word) -> bool:
        """Whether a word that means something else as well stands as a place of a region."""
        located = word.noun not in OTHERWISE and self.ground.suffix(word) in LOCATED
        return located and word.nominal

    def _town_near(self, stem: str, outer: Entry | None) -> str | None:
        """The town meant without its suffix, of a city of this article or the region before it."""
        found = tuple(
            entry
            for suffix in "읍면"
            for entry in self.gazetteer.entries(stem + suffix, EntityType.REGION)
            if any(
                up != HOME
                and ((self._is_local(up) and self.kin[up] > 0) or (outer and up == outer.ref))
                for up in self.gazetteer.around(entry)[1:]
            )
        )
        return found[0].ref if len(found) == 1 or (found and self._kindred(found)) else None

    def _foreign_places(self, settled: list[Candidate]) -> Iterator[Mention]:
        """A proper noun between a foreign country and `에(서)`, or with `시`, `주` at its end."""
        starts = {candidate.start for candidate in settled}
        for candidate in settled:
            entry = candidate.entry
            if entry is None or entry.level != "country" or entry.ref == "country:KR":
                continue
            position = self.ground.index(candidate.end)
            if position >= len(self.ground.words):
                continue
            word = self.ground.words[position]
            if word.start in starts or word.gap != " " or self.text[candidate.end] != " ":
                continue
            alone = word.tags in (("NNP",), ("UN",)) and re.fullmatch(r"[가-힣]{2,6}", word.noun)
            particle = self.text[word.end : word.stop]
            placed = particle in ("에", "에서", "에서는", "에는") and word.noun[-1] not in "전회사"
            if alone and (placed or re.search(r"[가-힣]{2}(?:시|주|현|성)$", word.noun)):
                yield Mention(
                    word.start, word.end, EntityType.REGION, word.noun, "region.foreign", 0.7
                )


def find(ground: Ground) -> Iterator[Mention]:
    """The regions of a document."""
    yield from Regions(ground).find()
