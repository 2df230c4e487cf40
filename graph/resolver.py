"""Which identities are the same thing.

Invariant: the outcome is a pure function of the extractions, the reference data and people's
decisions, whatever their order and however they came: one by one or at once.

Every entity of an article has an identity of its own accord (`graph.sightings`). Identities that
share a key are compared (`graph.sameness`); from sure to less sure they are joined
(`graph.joining`), unless something forbids it: one article tells them apart (and no two others call
one by the other's name), they are stated to lie in different places, or a person said so. A
person's decision comes before everything. Phases are joined last, by the whole that they are part
of.

The thing that identities were joined to keeps the path of one of them: a row of reference data
before a name, the name that was told first before later ones. The others lead to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.canonical import CanonicalEntity, chosen_path
from graph.collector import collector_paused
from graph.comparisons import Comparisons
from graph.joining import Link, components, join, link_of
from graph.ledger import Decisions, Judgement
from graph.model import Extraction
from graph.reference import References
from graph.sameness import SURE, Comparison, Key, Keys, Profile, Told, compare, keys_of, phase_keys
from graph.sightings import Observer, Sighting
from graph.things import Things


@dataclass(frozen=True, slots=True)
class Resolution:
    """The canonical entities by path, and by article and key the path of every entity."""

    entities: Mapping[str, CanonicalEntity]
    paths: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Change:
    """What settling changed: things (new, other or gone) and articles that tell of them."""

    entities: frozenset[str]
    articles: frozenset[str]


def identify(extraction: Extraction, references: References) -> dict[str, str]:
    """The path of the identity of each of one article's entities, by key."""
    found = Observer(references).sightings(extraction)
    return {sighting.entity.key: sighting.path for sighting in found}


def resolve(
    extractions: Iterable[Extraction],
    references: References,
    decisions: Decisions | None = None,
) -> Resolution:
    """All extractions' entities, as the things that they are."""
    resolver = Resolver(references, decisions or Decisions())
    with collector_paused():
        for extraction in extractions:
            resolver.put(extraction)
        resolver.settle()
    return Resolution(dict(sorted(resolver.entities.items())), dict(sorted(resolver.paths.items())))


class Resolver:
    """The state that resolution keeps while articles come and go.

    `put` and `drop` take articles in and out; `settle` then decides anew about what they touch, at
    a cost that grows with that and not with the whole. `entities` and `paths` are as in Resolution.
    """

    def __init__(self, references: References, decisions: Decisions) -> None:
        self._observer = Observer(references)
        self._decisions = decisions
        self._sightings: dict[str, tuple[Sighting, ...]] = {}
        self._profiles: dict[str, Profile] = {}
        self._touched: set[str] = set()
        self._changed_articles: set[str] = set()
        self._names = Comparisons()
        self._phases = Comparisons()
        self._phase_keys: dict[str, Keys] = {}
        self._parts: dict[str, set[str]] = defaultdict(set)
        self._wholes: dict[str, tuple[str, ...]] = {}
        self._named_alike: dict[str, tuple[str, ...]] = {}
        self._identities: dict[str, tuple[str, ...]] = {}
        self._path: dict[str, str] = {}
        self._things = Things(self._observer.directory, self)
        self.paths: dict[str, Mapping[str, str]] = {}

    @property
    def entities(self) -> Mapping[str, CanonicalEntity]:
        """The things by path, as they were when last settled."""
        return self._things.entities

    def put(self, extraction: Extraction) -> None:
        """Take an article in; another extraction of it takes the place of the former."""
        article = extraction.article.id
        self.drop(article)
        apart = self._decisions.apart.get(article, frozenset())
        found = self._observer.sightings(extraction, apart)
        self._sightings[article] = found
        self._changed_articles.add(article)
        for sighting in found:
            profile = self._profiles.get(sighting.path)
            if profile is None:
                row = self._observer.directory.at(sighting.path)
                profile = Profile(sighting.path, sighting.entity.type, row.ref if row else None)
                self._profiles[sighting.path] = profile
            profile.add(sighting)
            self._touched.add(sighting.path)

    def drop(self, article: str) -> None:
        """Take an article out; nothing happens where it is not in."""
        for sighting in self._sightings.pop(article, ()):
            self._profiles[sighting.path].remove(sighting)
            self._touched.add(sighting.path)
            self._changed_articles.add(article)

    def decide(self, decisions: Decisions) -> frozenset[str]:
        """Let other decisions of people's count; the articles in the answer must be put again."""
        before, self._decisions = self._decisions, decisions
        reordered = _common(before, decisions) != _common(decisions, before)
        for pair in before.by_pair.keys() | decisions.by_pair.keys():
            if reordered or before.by_pair.get(pair) != decisions.by_pair.get(pair):
                self._touched.update(path for path in pair if path in self._profiles)
        return frozenset(
            article
            for article in before.apart.keys() | decisions.apart.keys()
            if before.apart.get(article) != decisions.apart.get(article)
        )

    def settle(self) -> Change:
        """Decide anew about all that was touched since the last time."""
        touched, self._touched = self._touched, set()
        articles, self._changed_articles = self._changed_articles, set()
        for article in articles:
            if article not in self._sightings:
                self.paths.pop(article, None)
        gone = {path for path in touched if not self._profiles[path].members}
        area = self._compare_names(touched, gone)
        area |= self._compare_phases(area, touched, gone)
        for path in gone:
            del self._profiles[path]
        renamed, things = self._regroup(area, gone)
        articles |= {
            article
            for path in renamed
            if path in self._profiles
            for article in self._profiles[path].articles
        }
        for article in articles:
            if article in self._sightings:
                self.paths[article] = {
                    sighting.entity.key: self._path[sighting.path]
                    for sighting in self._sightings[article]
                }
        return Change(frozenset(self._things.update(things)), frozenset(articles))

    def links(self) -> Iterator[Link]:
        """Every pair of identities that stands for a joining, with what spoke for it."""
        for link in self._compared():
            if link.score >= SURE and self._path[link.left] == self._path[link.right]:
                yield link
        for decision in self._decisions.by_pair.values():
            if decision.judgement is Judgement.SAME and self._together(*decision.pair):
                reason = decision.reason or "a person said so"
                yield Link(*decision.pair, 1.0, reason, by=decision.by or "a person")

    def doubts(self, *, postponed: bool = False) -> Iterator[Link]:
        """The pairs that may be one thing and that nobody has judged, or put off alone.

        What a person said of two identities is said of the things that they are.
        """
        judged = {
            self._both(*pair): decision.judgement
            for pair, decision in self._decisions.by_pair.items()
            if self._path.keys() >= {*pair}
        }
        for link in self._compared():
            things = self._both(link.left, link.right)
            if len(things) == 1 or judged.get(things) is not (
                Judgement.LATER if postponed else None
            ):
                continue
            articles = self._profiles[link.left].articles, self._profiles[link.right].articles
            few, many = sorted(articles, key=len)
            if link.equated or not any(article in many for article in few):
                yield link

    def profile(self, path: str) -> Profile:
        """All that is told of an identity; KeyError where no article tells of it."""
        return self._profiles[path]

    def thing(self, path: str) -> str:
        """The path of the thing that an identity is; KeyError where no article tells of it."""
        return self._path[path]

    def _both(self, one: str, other: str) -> frozenset[str]:
        return frozenset((self._path[one], self._path[other]))

    def _together(self, one: str, other: str) -> bool:
        return one in self._path and self._path[one] == self._path.get(other)

    def _compared(self) -> Iterator[Link]:
        for left, right, comparison in self._names.all():
            yield link_of(left, right, comparison)
        for left, right, comparison in self._phases.all():
            if right not in self._names.of(left):
                yield link_of(left, right, comparison, phase=True)

    def _compare_names(self, touched: set[str], gone: set[str]) -> set[str]:
        """Group anew by names what touched identities are or were connected to; what that is."""
        homes = self._observer.homes
        keys = {
            path: None if path in gone else keys_of(self._profiles[path], homes) for path in touched
        }
        stale = self._names.stale(keys)
        before = self._reached(stale)
        self._names.update(keys, stale, self._compare)
        for path in touched:
            self._note_wholes(path, gone)
        area = self._reached((stale | before) - gone) - gone
        for component in components(area, self._near_by_name):
            for group in self._joined(component, self._name_links(component)):
                for path in group:
                    self._named_alike[path] = group
        for path in gone:
            self._named_alike.pop(path, None)
        return area

    def _compare_phases(self, area: set[str], touched: set[str], gone: set[str]) -> set[str]:
        """Compare the phases of what was grouped anew; what they are connected to."""
        parts = {part for path in area for part in self._parts.get(path, ())}
        keys = {
            path: None if path in gone else self._keys_of_phase(path)
            for path in parts | {path for path in touched if path in self._wholes or path in gone}
        }
        keys |= {path: {} for path in touched - gone if path not in keys}
        changed = {
            path: new
            for path, new in keys.items()
            if path in touched or new != self._phase_keys.get(path, {})
        }
        stale = self._phases.stale(changed)
        before = self._reached(stale)
        self._phases.update(changed, stale, self._compare)
        for path, new in changed.items():
            if new:
                self._phase_keys[path] = new
            else:
                self._phase_keys.pop(path, None)
        return self._reached((stale | before) - gone)

    def _note_wholes(self, path: str, gone: Collection[str]) -> None:
        for whole in self._wholes.pop(path, ()):
            self._parts[whole].discard(path)
            if not self._parts[whole]:
                del self._parts[whole]
        if path not in gone and (wholes := self._profiles[path].all(Told.WHOLE)):
            self._wholes[path] = tuple(wholes)
            for whole in wholes:
                self._parts[whole].add(path)

    def _keys_of_phase(self, path: str) -> Keys:
        wholes: dict[str, list[str]] = {}
        for whole in self._wholes.get(path, ()):
            group = self._named_alike.get(whole, ())
            wholes[group[0] if group else whole] = [
                name
                for one in group
                for kind in (Told.NAME, Told.ALIAS)
                for name in self._profiles[one].all(kind)
            ]
        return phase_keys(self._profiles[path], wholes)

    def _compare(self, left: str, right: str, shared: list[tuple[Key, Key]]) -> Comparison:
        one, other = self._profiles[left], self._profiles[right]
        return compare(one, other, shared, self._observer.homes)

    def _reached(self, start: Iterable[str]) -> set[str]:
        return {path for component in components(start, self._near) for path in component}

    def _near(self, path: str) -> Iterator[str]:
        yield from self._near_by_name(path)
        yield from _sure(self._phases.of(path))

    def _near_by_name(self, path: str) -> Iterator[str]:
        yield from _sure(self._names.of(path))
        for decision in self._decisions.by_path.get(path, ()):
            if decision.judgement is Judgement.SAME:
                yield from filter(self._is_told, decision.pair)

    def _is_told(self, path: str) -> bool:
        return path in self._profiles and bool(self._profiles[path].members)

    def _name_links(self, component: Collection[str]) -> Iterator[Link]:
        for path in component:
            for other, comparison in self._names.of(path).items():
                if path < other and comparison.score >= SURE:
                    yield link_of(path, other, comparison)

    def _phase_links(self, component: Collection[str]) -> Iterator[Link]:
        for path in component:
            for other, comparison in self._phases.of(path).items():
                if path < other:
                    yield link_of(path, other, comparison, phase=True)

    def _joined(self, component: Collection[str], links: Iterable[Link]) -> list[tuple[str, ...]]:
        return join(
            [self._profiles[path] for path in component],
            links,
            self._decisions,
            self._observer.homes,
            lambda path: self._phase_keys.get(path, ()),
        )

    def _regroup(self, area: set[str], gone: set[str]) -> tuple[set[str], set[str]]:
        """Make things of the area's identities: which identities moved, which things it touches."""
        before = {path: self._path.get(path) for path in area | gone}
        things = {path for path in before.values() if path is not None}
        for path in things:
            self._identities.pop(path, None)
        for path in gone:
            self._path.pop(path, None)
        for component in components(area, self._near):
            links = [*self._name_links(component), *self._phase_links(component)]
            for group in self._joined(component, links):
                thing = chosen_path([self._profiles[path] for path in group])
                self._identities[thing] = group
                things.add(thing)
                for path in group:
                    self._path[path] = thing
        return {path for path, thing in before.items() if self._path.get(path) != thing}, things

    def group(self, thing: str) -> list[Profile]:
        """The identities of a thing; none for what is none."""
        return [self._profiles[path] for path in self._identities.get(thing, ())]

    def wholes(self, thing: str) -> list[str]:
        """The things that a project is stated to be part of."""
        paths = self._identities.get(thing, ())
        return [self._path[whole] for path in paths for whole in self._wholes.get(path, ())]

    def parts(self, thing: str) -> set[str]:
        """The things that are stated to be part of a project."""
        paths = self._identities.get(thing, ())
        return {self._path[part] for path in paths for part in self._parts.get(path, ())}


def _sure(comparisons: Mapping[str, Comparison]) -> Iterator[str]:
    for other, comparison in comparisons.items():
        if comparison.score >= SURE:
            yield other


def _common(some: Decisions, others: Decisions) -> list[tuple[str, str]]:
    return [pair for pair in some.by_pair if pair in others.by_pair]
