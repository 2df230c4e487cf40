"""What is seen of two projects of which one may be part of the other.

Their names (what kind of thing each is, whether one begins or ends as the other), how early and how
often the article names them, what else is claimed of them, how they stand to each other where one
sentence or block of lines names both, and how the part stands where the text goes on about the
whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from extractors.document import Sentence, Zone
from extractors.reading import Reading
from extractors.relations.clauses import governed
from extractors.relations.phrases import CLOSING, OPENING, phrases
from extractors.relations.sayings import sayings_of
from extractors.relations.themes import themes_of
from extractors.relations.wholes_fellows import Fellows, Pair
from extractors.relations.wholes_rows import SUM, Rows
from extractors.relations.wholes_sites import Site
from extractors.relations.wholes_words import cues_in, kinds_of
from graph.model import Claim, Entity, EntityType

MOST = 30
"""Of an article with more projects, only the first so many are paired."""
_FEW = 3
"""So many projects between two sentences are as good as more."""
_PROJECTS = frozenset({EntityType.PROJECT})
_BULLET = re.compile(
    rf"(?:[△▲▴▷▶◆◇■□○●∙•※·-]|[①-⑳❶-❿]|\(?[0-9가-하]{{1,2}}[).])\s*[{re.escape(OPENING)}]*$"
)
_COUNTED = re.compile(rf"[{re.escape(CLOSING)}]*(?:\([^()]*\))? ?등 ?(?:[가-힣]+ )?[0-9]+ ?[개곳]")
_SPACE = re.compile(r"\s+")
_DIGITS = re.compile(r"[0-9]+")


class Wholes:
    """An article's projects, ready to be paired."""

    def __init__(self, reading: Reading, claims: Iterable[Claim] = ()) -> None:
        self.sayings = sayings_of(claims)
        self.reading = reading
        self.text = reading.document.text
        self.sentences = reading.document.sentences
        self.sites: dict[str, list[Site]] = defaultdict(list)
        """Where each project is named, in order."""
        self.named: dict[int, list[Site]] = defaultdict(list)
        """What each sentence names."""
        self.themes = themes_of(reading)
        self.cues: dict[int, tuple[str, ...]] = {}
        self.listed: Counter[int] = Counter()
        """How many projects stand behind bullets or in coordination, by sentence."""
        self.order: dict[str, int] = {}
        for number, sentence in enumerate(self.sentences):
            self._read(number, sentence)
        self.projects = [
            entity
            for entity in reading.entities
            if entity.type is EntityType.PROJECT and entity.key in self.sites
        ]
        self.projects.sort(key=lambda entity: self.order[entity.key])
        del self.projects[MOST:]
        self.numbers = {key: [site.number for site in sites] for key, sites in self.sites.items()}
        """The sentences that name each project, in order."""
        self.counts = {key: len(sites) for key, sites in self.sites.items()}
        ranked = sorted(self.counts, key=lambda key: (-self.counts[key], self.order[key]))
        self.rank = {key: place for place, key in enumerate(ranked)}
        titles = {n for n, sentence in enumerate(self.sentences) if sentence.zone is Zone.TITLE}
        self.titled = {key: not titles.isdisjoint(own) for key, own in self.numbers.items()}
        self.kinds = {entity.key: kinds_of(entity) for entity in self.projects}
        self.rows = Rows(reading, self.named)
        self.words = {
            entity.key: {word for name in entity.names for word in name.split()}
            for entity in self.projects
        }

    def _read(self, number: int, sentence: Sentence) -> None:
        named = phrases(self.reading, sentence, _PROJECTS)
        if not named:
            return
        stems = governed(self.reading, sentence)
        for phrase in named:
            for member in phrase.members:
                lead = self.text[max(0, member.start - 8) : member.start]
                lead = lead.rpartition("\n")[2]
                bullet = _BULLET.search(lead) is not None
                stem, headed = stems.get(member.start, ("", ""))
                site = Site(member, number, phrase, stem, bullet=bullet, headed=headed)
                self.sites[member.key].append(site)
                self.named[number].append(site)
                self.order.setdefault(member.key, member.start)
                self.listed[number] += bullet or len(phrase.keys) > 1

    def cues_of(self, number: int) -> tuple[str, ...]:
        """What the words of a sentence tell of parts and wholes."""
        found = self.cues.get(number)
        if found is None:
            words = self.reading.document.surface(self.sentences[number])
            found = self.cues[number] = cues_in(words)
        return found

    def others_between(self, first: int, last: int, key: str) -> int:
        """How many projects but that one sentences between those two name, up to three."""
        found = 0
        for other, numbers in self.numbers.items():
            at = bisect_left(numbers, last)
            if at and numbers[at - 1] > first and other != key:
                found += 1
                if found == _FEW:
                    break
        return found


def features(
    wholes: Wholes, part: Entity, whole: Entity, rules: Sequence[str], fellows: Fellows
) -> frozenset[str]:
    """What is seen of two projects; `rules` are the constructions that join them."""
    found = {
        *_names(wholes, part, whole),
        *_article(wholes, part, whole),
        *_said(wholes, part, whole),
        *fellows.signs(part.key, whole.key),
        *(f"r:{rule}" for rule in rules),
    }
    if rules:
        found.add("r:")
    parts, others = wholes.sites[part.key], wholes.sites[whole.key]
    by_number: dict[int, list[Site]] = defaultdict(list)
    for other in others:
        by_number[other.number].append(other)
    together = False
    for site in parts:
        if site.number in by_number:
            together = True
            start = site.spot.start
            near = min(by_number[site.number], key=lambda other: abs(other.spot.start - start))
            found.update(_together(wholes, site, near))
    for site in parts:
        found.update(_under(wholes, site, others, (part.key, whole.key), together=together))
        found.update(wholes.rows.signs(site, whole.key))
    own = set(wholes.numbers[part.key])
    for other in others:
        if other.number not in own:
            found.update(_over(wholes, other, part.key))
    found.add(f"together {together}")
    return frozenset(found)


def _said(wholes: Wholes, part: Entity, whole: Entity) -> Iterator[str]:
    """What is claimed of each, of both, and which of the two costs more."""
    ones, others = (wholes.sayings.of(entity.key) for entity in (part, whole))
    yield from (f"p says {sign}" for sign in ones)
    yield from (f"w says {sign}" for sign in others)
    yield from (f"both say {sign}" for sign in ones & others)
    yield f"costs {wholes.sayings.compared(part.key, whole.key)}"


def _names(wholes: Wholes, part: Entity, whole: Entity) -> Iterator[str]:
    for kind in wholes.kinds[part.key]:
        yield f"p {kind}"
        for other in wholes.kinds[whole.key]:
            yield f"{kind}<{other}"
    for kind in wholes.kinds[whole.key]:
        yield f"w {kind}"
    for mark, outer, inner in (("in", part, whole), ("holds", whole, part)):
        yield from {
            f"{mark} {_where(long, name)}"
            for long in outer.names
            for name in inner.names
            if name in long
        }
    yield f"words {min(len(wholes.words[part.key] & wholes.words[whole.key]), 3)}"
    if part.name.split()[-1] == whole.name.split()[-1]:
        yield "same head"


def _where(outer: str, inner: str) -> str:
    return "head" if outer.startswith(inner) else "tail" if outer.endswith(inner) else "mid"


def _article(wholes: Wholes, part: Entity, whole: Entity) -> Iterator[str]:
    keys = part.key, whole.key
    ranks = [bisect_left((0, 1, 3), wholes.rank[key]) for key in keys]
    for mark, entity in (("p", part), ("w", whole)):
        yield f"{mark} sure {bisect_left((0.6, 0.75, 0.9), entity.confidence)}"
    yield f"part rank {ranks[0]}"
    yield f"whole rank {ranks[1]}"
    yield f"whole first {wholes.order[keys[1]] < wholes.order[keys[0]]}"
    yield f"titled {[wholes.titled[key] for key in keys]}"
    ones, others = (wholes.numbers[key] for key in keys)
    near = min([(abs(one - other), one < other) for one in ones for other in others])
    yield f"apart {bisect_left((0, 1, 2, 4, 8), near[0])}{near[1]}"


def _together(wholes: Wholes, part: Site, whole: Site) -> Iterator[str]:
    text = wholes.text
    first = part.spot.start < whole.spot.start
    low, high = (part, whole) if first else (whole, part)
    order = "PW" if first else "WP"
    gap = _DIGITS.sub("0", _SPACE.sub(" ", text[low.spot.end : high.spot.start]))
    yield f"{order} gap {bisect_left((0, 2, 6, 15, 30, 60), len(gap))}"
    if part.phrase is whole.phrase:
        yield "coordinated"
    if len(gap) <= 12:
        yield f"{order} gap {gap}"
    yield f"{order} begins {gap.strip(CLOSING)[:4]}"
    yield f"{order} begins {gap.strip(CLOSING)[:2]}"
    yield f"{order} ends {gap[-6:].strip(OPENING)}"
    yield f"{order} {part.phrase.particle}/{whole.phrase.particle}"
    yield f"{order} p {part.phrase.particle}"
    yield f"{order} w {whole.phrase.particle}"
    yield f"w tail {whole.phrase.tail[:4]}"
    yield f"{order} v {whole.phrase.particle} {whole.stem}"
    yield f"{order} pv {part.phrase.particle} {part.stem}"
    if part.headed:
        yield f"{order} headed {part.headed}"
        yield f"{order} headed by {whole.phrase.particle} {whole.stem == part.headed}"
    between = sum(
        low.spot.end <= site.spot.start < high.spot.start and site.phrase is not part.phrase
        for site in wholes.named[part.number]
    )
    yield f"{order} between {min(between, 3)}"
    own, its = (SUM.match(text, site.spot.end) is not None for site in (part, whole))
    if own or its:
        yield f"{order} sums {own}{its}"
    yield from _listed(wholes, part, order)
    behind = min(high.spot.end + 16, wholes.sentences[high.number].end)
    yield from (f"{order} mid {cue}" for cue in cues_in(text, low.spot.end, high.spot.start))
    yield from (f"{order} behind {cue}" for cue in cues_in(text, high.spot.end, behind))
    for cue in wholes.cues_of(part.number):
        yield f"{order} in {cue}"
        yield f"{order} {whole.phrase.particle} in {cue}"
        yield f"{order} {part.phrase.particle} in {cue}"


def _under(
    wholes: Wholes, part: Site, others: Sequence[Site], pair: Pair, *, together: bool
) -> Iterator[str]:
    """How a part stands where the text goes on about the whole, or after a line on it."""
    own, key = pair
    sentence = wholes.sentences[part.number]
    theme = wholes.themes.ruled(sentence.start).last
    earlier = bisect_left(wholes.numbers[key], part.number)
    before = others[earlier - 1] if earlier else None
    mark = "T" if theme is not None and theme.key == key else "U"
    if mark == "U" and before is None:
        return
    if together:
        mark += "t"
    yield f"{mark}"
    yield f"{mark} chance {wholes.themes.chance_range(sentence.start, key)}"
    for kind in wholes.kinds[key]:
        yield f"{mark} {kind}"
        if mark[0] == "T":
            yield from (f"{mark} {small}<{kind}" for small in wholes.kinds[own])
    away = part.number - before.number if before is not None else 0
    yield f"{mark} away {bisect_left((1, 2, 4, 7), away)}"
    yield f"{mark} {part.phrase.particle}"
    yield f"{mark} v {part.phrase.particle} {part.stem}"
    if part.headed:
        yield f"{mark} headed {part.headed}"
    yield from _listed(wholes, part, mark)
    if SUM.match(wholes.text, part.spot.end):
        yield f"{mark} sum"
    for cue in wholes.cues_of(part.number):
        yield f"{mark} in {cue}"
        if part.bullet or part.size > 1:
            yield f"{mark} list in {cue}"
    if before is not None and away <= 8:
        for cue in wholes.cues_of(before.number):
            yield f"{mark} said {cue}"
            if part.bullet:
                yield f"{mark} bullet said {cue}"
        yield f"{mark} said {before.phrase.particle}"
        yield f"{mark} said v {before.phrase.particle} {before.stem}"
    last = -1 if before is None else before.number
    same = last >= 0 and wholes.sentences[last].paragraph == sentence.paragraph
    yield f"{mark} paragraph {same}"
    yield f"{mark} others {wholes.others_between(last, part.number, key)}"


def _over(wholes: Wholes, whole: Site, part: str) -> Iterator[str]:
    """How a whole stands where the text goes on about the part: `이번 일은 X의 한 갈래다`."""
    start = wholes.sentences[whole.number].start
    theme = wholes.themes.ruled(start).last
    if theme is None or theme.key != part:
        return
    yield "V"
    yield f"V chance {wholes.themes.chance_range(start, part)}"
    yield f"V {whole.phrase.particle}"
    yield f"V v {whole.phrase.particle} {whole.stem}"
    if whole.headed:
        yield "V headed"
    yield from (f"V in {cue}" for cue in wholes.cues_of(whole.number))
    behind = min(whole.spot.end + 16, wholes.sentences[whole.number].end)
    yield from (f"V behind {cue}" for cue in cues_in(wholes.text, whole.spot.end, behind))


def _listed(wholes: Wholes, part: Site, mark: str) -> Iterator[str]:
    if part.bullet:
        yield f"{mark} bullet"
    yield f"{mark} size {bisect_left((1, 2, 4), part.size)}"
    yield f"{mark} listed {bisect_left((0, 1, 2, 4), wholes.listed[part.number])}"
    if _COUNTED.match(wholes.text, part.phrase.end):
        yield f"{mark} counted"
