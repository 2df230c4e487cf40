"""A graph that is kept up while articles come and go.

Invariant: after `settle` it is what `snapshot_of` makes of the same articles and decisions, and a
store to which every change was applied holds exactly its quads. What one article costs grows with
what it touches, not with the graph.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pyoxigraph import DefaultGraph, Literal, Quad

from graph.accepted import plain_quads, undertaking_quads
from graph.canonical import CanonicalEntity
from graph.copies import Copies, sketch_of
from graph.counted import CountedQuads
from graph.dataset import dataset_triples
from graph.iris import Iris
from graph.knowledge import (
    VERSION_INFO,
    Snapshot,
    article_version,
    dataset_version,
    derivation,
    document_version,
    ontology,
    renamed_article_quads,
    version_number,
    versioned_article_quads,
)
from graph.ledger import Decisions
from graph.model import PLACES, UNDERTAKINGS, Article, EntityType, Extraction, Located
from graph.ordered import Ordered
from graph.quotes import Audience, shown_words
from graph.rdf import entity_quads
from graph.reference import References
from graph.resolver import Change, Resolver
from graph.shown import Shown, by_day
from graph.statements import Statement, statements_of
from graph.view import Kept, Project, View


@dataclass(frozen=True, slots=True)
class Difference:
    """The quads that went and those that came, each once.

    `entities` and `articles` are the paths and ids of what is told otherwise than before, came or
    went.
    """

    removed: tuple[Quad, ...]
    added: tuple[Quad, ...]
    entities: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.removed or self.added)


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article was last told as: its entities' paths, and the versions of both."""

    extraction: Extraction
    paths: Mapping[str, str]
    document: str
    version: str


class LiveGraph:
    """The graph of the articles that were put and not dropped."""

    def __init__(
        self,
        references: References,
        iris: Iris,
        decisions: Decisions | None = None,
        audience: Audience = Audience.OWN,
    ) -> None:
        self.iris = iris
        self._audience = audience
        self._references = references
        self._derived_by = derivation(references, audience)
        self._resolver = Resolver(references, decisions or Decisions())
        self._copies = Copies()
        self._extractions: dict[str, Extraction] = {}
        self._waiting: set[str] = set()
        self._articles: dict[str, Article] = {}
        self._order: list[tuple[str, str]] = []
        self._told: dict[str, _Told] = {}
        self._statements: dict[str, tuple[Statement, ...]] = {}
        self._sorted: dict[str, Ordered[Statement]] = defaultdict(lambda: Ordered(_order))
        self._about: dict[str, tuple[Statement, ...]] = {}
        self._entities: dict[str, CanonicalEntity] = {}
        self._types: Counter[EntityType] = Counter()
        self._projects: dict[str, Project] = {}
        self._accepted: dict[str, tuple[Quad, ...]] = {}
        self._version_total = 0
        self._versions: dict[str, str] = {}
        self._shown = Shown()
        self._quads = CountedQuads()
        self._has_ontology = False
        self._description: tuple[Quad, ...] = ()

    def put(self, extraction: Extraction) -> None:
        """Take an article in; another extraction of it takes the place of the former."""
        article = extraction.article.id
        self._waiting.update(self._voice_of(article))
        self._extractions[article] = extraction
        self._resolver.put(extraction)
        self._copies.add(article, sketch_of(extraction))
        self._waiting.update(self._voice_of(article), [article])

    def drop(self, article: str) -> None:
        """Take an article out; nothing happens where it is not in."""
        if article in self._extractions:
            self._waiting.update(self._voice_of(article))
            del self._extractions[article]
            self._resolver.drop(article)
            self._copies.remove(article)

    def decide(self, decisions: Decisions) -> None:
        """Let other decisions of people's count."""
        for article in self._resolver.decide(decisions):
            if article in self._extractions:
                self._resolver.put(self._extractions[article])
                self._waiting.add(article)

    def settle(self) -> Difference:
        """Bring everything up to what was put, dropped and decided since the last time."""
        change, removed, added = self._settle(follow=True)
        went, came = self._quads.turned()
        return Difference(
            (*removed, *went),
            (*added, *came),
            frozenset(change.entities),
            frozenset(change.articles),
        )

    def take_over(self) -> None:
        """Settle where no store follows yet: many articles take half the time and memory so."""
        self._settle(follow=False)
        self._quads.turned()

    def _settle(self, *, follow: bool) -> tuple[Change, list[Quad], list[Quad]]:
        """Settle, and tell what changed; with `follow`, the quads of articles' graphs too."""
        change = self._resolver.settle()
        voiced, self._waiting = self._waiting, set()
        removed: list[Quad] = []
        added: list[Quad] = []
        touched = set(change.entities)
        for article in sorted(change.articles):
            before, after = self._retell(article, touched)
            if follow:
                gone, new = self._graphs(before, after)
                removed += gone - new
                added += new - gone
        for article in voiced:
            for statement in self._statements.get(article, ()):
                touched |= statement.entities
        self._redescribe(change)
        for path in touched:
            self._about_anew(path)
        decided = self._accept_anew(touched)
        self._redescribe_dataset()
        self._shown = self._shown_after(change, voiced, touched, decided)
        return change, removed, added

    def _shown_after(
        self, change: Change, voiced: set[str], touched: set[str], decided: set[str]
    ) -> Shown:
        """What a snapshot shows, once these articles, voices, entities and projects changed."""
        shown, articles = self._shown, change.articles
        return Shown(
            entities=shown.entities.changed(change.entities, self._resolver.entities),
            articles=shown.articles.changed(articles, self._articles),
            tellings=shown.tellings.changed(articles, self._statements),
            paths=shown.paths.changed(articles, self._resolver.paths),
            voices=shown.voices.changed(voiced, self._copies.voices()),
            about=shown.about.changed(touched, self._about),
            projects=shown.projects.changed(decided, self._projects),
            extractions=shown.extractions.changed(articles, self._extractions),
            versions=shown.versions.changed(articles, self._versions),
        )

    def snapshot(self, revision: int = 0) -> Snapshot:
        """All of it as it stands, as a value that no later change reaches."""
        return Snapshot(
            self._shown.view(revision),
            self._shown.extractions,
            self.iris,
            self._references,
            self._shown.versions,
            self._audience,
        )

    def shown_words(self, article: str) -> frozenset[str]:
        """The quotes of an article that may be shown; KeyError where it is not in."""
        return shown_words(self._extractions[article], self._audience)

    def extraction(self, article: str) -> Extraction:
        """The extraction of an article; KeyError where it is not in."""
        return self._extractions[article]

    @property
    def version(self) -> str:
        """The snapshot's version."""
        return dataset_version(len(self._told), self._version_total, self._derived_by)

    @property
    def resolver(self) -> Resolver:
        """Who is who, for those who ask for links and doubts."""
        return self._resolver

    def _view(self) -> View:
        """A view of what stands now: it changes with the graph, so nobody may keep it."""
        return View(
            revision=0,
            entities=self._resolver.entities,
            articles=self._articles,
            tellings={},
            paths=self._resolver.paths,
            voices=self._copies.voices(),
            kept=Kept(self._about, {}),
        )

    def _voice_of(self, article: str) -> tuple[str, ...]:
        return self._copies.group(article) if article in self._extractions else ()

    def _retell(self, article: str, touched: set[str]) -> tuple[_Told | None, _Told | None]:
        """Take back what an article told, and tell what it tells now: both as they were told.

        The entities of both are `touched`.
        """
        before, after = self._told.pop(article, None), None
        self._versions.pop(article, None)
        if before is not None:
            self._version_total -= version_number(before.version)
            self._quads.subtract(plain_quads(before.extraction, before.paths, self.iris))
            touched |= self._untell(article)
        extraction = self._extractions.get(article)
        if extraction is not None:
            paths = self._resolver.paths[article]
            same = before is not None and before.extraction is extraction
            document = before.document if before and same else document_version(extraction)
            version = article_version(document, paths, self._derived_by)
            after = self._told[article] = _Told(extraction, paths, document, version)
            self._versions[article] = version
            self._version_total += version_number(version)
            self._quads.add(plain_quads(extraction, paths, self.iris))
            touched |= self._tell(extraction, paths)
        return before, after

    def _graphs(self, before: _Told | None, after: _Told | None) -> tuple[set[Quad], set[Quad]]:
        """An article's named graph then and now, without what is in both anyway."""
        same = before and after and before.extraction is after.extraction
        quads_of = (
            renamed_article_quads
            if same
            else partial(versioned_article_quads, audience=self._audience)
        )
        gone, new = (
            set(quads_of(told.extraction, told.paths, self.iris, told.version)) if told else set()
            for told in (before, after)
        )
        return gone, new

    def _tell(self, extraction: Extraction, paths: Mapping[str, str]) -> set[str]:
        article = extraction.article.without_text()
        self._articles[article.id] = article
        insort(self._order, by_day("", article))
        self._statements[article.id] = tuple(
            statements_of(extraction, paths, shown_words(extraction, self._audience))
        )
        touched: set[str] = set()
        for statement in self._statements[article.id]:
            touched |= statement.entities
            for path in statement.entities:
                self._sorted[path].add(statement)
        return touched

    def _untell(self, article_id: str) -> set[str]:
        article = self._articles.pop(article_id)
        place = bisect_left(self._order, by_day("", article))
        del self._order[place]
        touched: set[str] = set()
        for statement in self._statements.pop(article_id):
            touched |= statement.entities
            for path in statement.entities:
                self._sorted[path].remove(statement)
        return touched

    def _about_anew(self, path: str) -> None:
        told = self._sorted[path].items() if path in self._sorted else None
        if told:
            self._about[path] = tuple(told)
        else:
            self._sorted.pop(path, None)
            self._about.pop(path, None)

    def _redescribe(self, change: Change) -> None:
        """Count the quads of entities that changed anew."""
        for path in change.entities:
            before = self._entities.pop(path, None)
            if before is not None:
                self._quads.subtract(entity_quads(before, self.iris))
                self._types[before.type] -= 1
            entity = self._resolver.entities.get(path)
            if entity is not None:
                self._entities[path] = entity
                self._quads.add(entity_quads(entity, self.iris))
                self._types[entity.type] += 1

    def _accept_anew(self, touched: set[str]) -> set[str]:
        """Decide anew what is accepted of what a change touches; the paths of all that is."""
        view = self._view()
        reached = self._reached(touched, view)
        for path in reached:
            self._quads.subtract(self._accepted.pop(path, ()))
            self._projects.pop(path, None)
            entity = view.entities.get(path)
            if entity is None or entity.type not in UNDERTAKINGS:
                continue
            if entity.type is EntityType.PROJECT:
                self._projects[path] = view.project(path)
            if quads := tuple(undertaking_quads(path, view, self.iris)):
                self._accepted[path] = quads
                self._quads.add(quads)
        return reached

    def _reached(self, touched: Iterable[str], view: View) -> set[str]:
        """What was touched, the wholes of it, and what lies in places that were."""
        reached: set[str] = set()
        wholes: set[str] = set()
        ahead = list(touched)
        while ahead:
            path = ahead.pop()
            if path in reached:
                continue
            reached.add(path)
            entity = view.entities.get(path)
            if entity is None:
                continue
            if entity.type is EntityType.PROJECT:
                wholes.update(view.wholes_of(path))
            elif entity.type in PLACES and not entity.parents:
                ahead += _lying_in(path, view)
        return reached | wholes

    def _redescribe_dataset(self) -> None:
        """Tell what the whole is; of nothing, nothing is told."""
        self._quads.subtract(self._description)
        self._description = ()
        if bool(self._articles) != self._has_ontology:
            self._has_ontology = not self._has_ontology
            (self._quads.add if self._has_ontology else self._quads.subtract)(ontology())
        if not self._articles:
            return
        newest = self._order[-1][1]
        description = dataset_triples(
            self.iris,
            triples=len(self._quads),
            entities={kind: count for kind, count in self._types.items() if count},
            modified=self._articles[newest].published,
        )
        self._description = (
            *(Quad(triple.subject, triple.predicate, triple.object) for triple in description),
            Quad(self.iris.dataset, VERSION_INFO, Literal(self.version), DefaultGraph()),
        )
        self._quads.add(self._description)


def _lying_in(place: str, view: View) -> Iterator[str]:
    for statement in view.about(place):
        if isinstance(statement.claim, Located) and statement.path("place") == place:
            yield statement.paths["entity"][0]


def _order(statement: Statement) -> tuple[str, str, int]:
    return statement.order
