"""How a part and its whole stand to the lists of an article.

What the sentence before a list speaks of is likely the whole of all its items: where it names it,
calls it by a bare noun, or goes on about it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from extractors.points import POINT
from extractors.reading import Reading
from extractors.relations.phrases import CLOSING
from extractors.relations.themes import themes_of
from extractors.relations.wholes_heads import bare_heads
from extractors.relations.wholes_lists import Item, counted, lists_of
from extractors.relations.wholes_sites import Site
from extractors.relations.wholes_words import cues_in

EARLY = 30
"""Within how many letters of an item's start what it is about is named."""
SUM = re.compile(rf"[{re.escape(CLOSING)}]*[^.,\n]{{0,8}}?\(?[0-9][0-9,.]*(?:조|억|천만|백만|만)")
_NONE = frozenset({"none", "part"})


class Rows:
    """The lists of an article and the projects that they name; `named` are those by sentence."""

    def __init__(self, reading: Reading, named: Mapping[int, Sequence[Site]]) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._sentences = reading.document.sentences
        self._named = named
        self._themes = themes_of(reading)
        self._lists, self._items = lists_of(self._text, self._sentences)
        self._counts = [
            frozenset(counted(self._words(one.lead))) if one.lead >= 0 else frozenset()
            for one in self._lists
        ]
        self._known: dict[tuple[int, bool], tuple[str, ...]] = {}
        self._held: dict[int, set[str]] = defaultdict(set)
        heads: dict[int, set[str]] = defaultdict(set)
        for number, items in self._items.items():
            for item in items:
                for site in named.get(number, ()):
                    self._held[item.number].add(site.spot.key)
                    if self._place(site, item) == "head":
                        heads[item.number].add(site.spot.key)
        self.fellows = [frozenset(keys) for keys in heads.values()]
        """The projects at the heads of each list's items."""

    def _words(self, number: int) -> str:
        return self._reading.document.surface(self._sentences[number])

    def _cues(self, number: int, *, ahead: bool = False) -> tuple[str, ...]:
        """What a sentence tells of parts, or only its words ahead of the first point."""
        known = self._known.get((number, ahead))
        if known is None:
            words = self._words(number)
            first = POINT.search(words) if ahead else None
            end = first.start() if first is not None else 0 if ahead else len(words)
            known = self._known[number, ahead] = cues_in(words, 0, end)
        return known

    def _place(self, site: Site, item: Item) -> str:
        """Where in an item a project is named: at its head, later in that sentence, behind it."""
        if self._lists[item.number].inline:
            return "head" if site.bullet else "later"
        early = site.spot.start - self._sentences[site.number].start <= EARLY
        return "head" if item.first and early else "first" if item.first else "later"

    def _how(self, number: int, part: str, whole: str) -> str:
        """How what stands before a list speaks of a project."""
        lead = self._lists[number].lead
        named = {site.spot.key: site for site in self._named.get(lead, ())}
        if part in named:
            return "part"
        if whole in named:
            return "in lead"
        if whole in bare_heads(self._reading).get(lead, ()):
            return "head in lead"
        theme = self._themes.ruled(self._sentences[lead].start).last
        return "theme" if theme is not None and theme.key == whole else "none"

    def signs(self, site: Site, whole: str) -> Iterator[str]:
        """What the lists that a part is named in tell of it and a whole."""
        for item in self._items.get(site.number, ()):
            one = self._lists[item.number]
            if one.lead < 0 or one.size < 2:
                continue
            mark = "I" if one.inline else f"L{min(item.depth, 1)}"
            place = self._place(site, item)
            how = self._how(item.number, site.spot.key, whole)
            within = " within" if whole in self._held[item.number] else ""
            yield f"{mark} {place} {how}{within}"
            start = self._sentences[one.lead].start
            yield f"{mark} chance {self._themes.chance_range(start, whole)}"
            if how not in _NONE and not within:
                yield from self._held_signs(site, item, f"{place} {how}", mark)

    def _held_signs(self, site: Site, item: Item, how: str, mark: str) -> Iterator[str]:
        """What is seen of a list whose whole the words before it speak of."""
        one, place = self._lists[item.number], how.partition(" ")[0]
        counts = self._counts[item.number]
        fits = "counted" if one.size in counts else f"{bool(counts)}"
        yield f"L {place} held"
        yield f"L {how}"
        yield f"L {place} held {fits}"
        yield f"{mark} {how} {fits}"
        yield f"L {how} of {min(len(self._named.get(one.lead, ())), 3)}"
        yield f"{mark} {one.mark} held"
        yield f"{mark} size {bisect_left((2, 3, 5), one.size)}"
        for cue in self._cues(one.lead):
            yield f"L {place} held {cue}"
        named = [s for s in self._named.get(one.lead, ()) if how.endswith("in lead")]
        if named:
            yield f"{mark} {how} {named[-1].phrase.particle}"
        if one.inline:
            for cue in self._cues(site.number, ahead=True):
                yield f"I {how} pre {cue}"
                yield f"I {place} pre {cue}"
            if SUM.match(self._text, site.spot.end):
                yield f"I {how} sum"
