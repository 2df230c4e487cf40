"""A graph that is kept up while articles come and go.

Invariant: after `settle` it is what `snapshot_of` makes of the same articles and decisions, and a
store to which every change was applied holds exactly its quads. What one article costs grows with
what it touches, not with the graph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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
    dataset_version,
    derivation,
    ontology,
    version_quad,
    versioned_article_quads,
)
from graph.ledger import Decisions
from graph.model import PLACES, UNDERTAKINGS, EntityType, Extraction, Located
from graph.quotes import Audience, shown_words
from graph.rdf import entity_quads, renamed_quads
from graph.reference import References
from graph.resolver import Change, Resolver
from graph.shown import Shown
from graph.statements import names_any
from graph.tellings import Telling, Tellings
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
        self._tellings = Tellings(self._derived_by, audience)
        self._entities: dict[str, CanonicalEntity] = {}
        self._types: Counter[EntityType] = Counter()
        self._projects: dict[str, Project] = {}
        self._accepted: dict[str, tuple[Quad, ...]] = {}
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
            gone, new = self._retell(article, touched, follow=follow)
            removed += gone
            added += new
        for article in voiced:
            for statement in self._tellings.statements.get(article, ()):
                touched |= statement.entities
        self._redescribe(change)
        self._tellings.order(touched)
        decided = self._accept_anew(touched)
        self._redescribe_dataset()
        self._shown = self._shown_after(change, voiced, touched, decided)
        return change, removed, added

    def _shown_after(
        self, change: Change, voiced: set[str], touched: set[str], decided: set[str]
    ) -> Shown:
        """What a snapshot shows, once these articles, voices, entities and projects changed."""
        shown, articles, told = self._shown, change.articles, self._tellings.told
        versions = {article: told[article].version for article in articles if article in told}
        return Shown(
            entities=shown.entities.changed(change.entities, self._resolver.entities),
            articles=shown.articles.changed(articles, self._tellings.articles),
            tellings=shown.tellings.changed(articles, self._tellings.statements),
            paths=shown.paths.changed(articles, self._resolver.paths),
            voices=shown.voices.changed(voiced, self._copies.voices()),
            about=shown.about.changed(touched, self._tellings.about),
            projects=shown.projects.changed(decided, self._projects),
            extractions=shown.extractions.changed(articles, self._extractions),
            versions=shown.versions.changed(articles, versions),
        )

    def snapshot(self, revision: int = 0) -> Snapshot:
        """All of it as it stands, as a value that no later change reaches."""
        return Snapshot(
            self._shown.view(revision),
            self._shown.extractions,
            self.iris,
            self._references,
            self._shown.versions,
            self.version,
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
        return dataset_version(len(self._tellings), self._tellings.version_total, self._derived_by)

    @property
    def resolver(self) -> Resolver:
        """Who is who, for those who ask for links and doubts."""
        return self._resolver

    def _view(self) -> View:
        """A view of what stands now: it changes with the graph, so nobody may keep it."""
        return View(
            revision=0,
            entities=self._resolver.entities,
            articles=self._tellings.articles,
            tellings={},
            paths=self._resolver.paths,
            voices=self._copies.voices(),
            kept=Kept(self._tellings.about, {}),
        )

    def _voice_of(self, article: str) -> tuple[str, ...]:
        return self._copies.group(article) if article in self._extractions else ()

    def _retell(
        self, article: str, touched: set[str], *, follow: bool
    ) -> tuple[set[Quad], set[Quad]]:
        """Take back what an article told, and tell what it tells now; the entities are `touched`.

        With `follow`, the quads of its named graph that went and those that came.
        """
        told, extraction = self._tellings.told, self._extractions.get(article)
        before = told.get(article)
        paths = self._resolver.paths.get(article, {})
        if before is not None and before.extraction is extraction:
            touched |= self._tellings.rename(article, paths)
            return self._rename(before, told[article], follow=follow)
        gone: set[Quad] = set()
        new: set[Quad] = set()
        if before is not None:
            touched |= self._tellings.untell(article)
            self._quads.subtract(plain_quads(before.extraction.claims, before.paths, self.iris))
            gone.update(self._graph_of(before) if follow else ())
        if extraction is not None:
            touched |= self._tellings.tell(extraction, paths)
            self._quads.add(plain_quads(extraction.claims, paths, self.iris))
            new.update(self._graph_of(told[article]) if follow else ())
        return gone - new, new - gone

    def _rename(
        self, before: Telling, after: Telling, *, follow: bool
    ) -> tuple[set[Quad], set[Quad]]:
        """Count anew the quads of what goes by another path; what names none of it stays."""
        extraction = before.extraction
        moved = {key for key, path in after.paths.items() if before.paths[key] != path}
        named = [claim for claim in extraction.claims if names_any(claim, moved)]
        self._quads.subtract(plain_quads(named, before.paths, self.iris))
        self._quads.add(plain_quads(named, after.paths, self.iris))
        if not follow or before.version == after.version:
            return set(), set()
        gone, came = renamed_quads(extraction, before.paths, after.paths, self.iris)
        gone.add(version_quad(extraction, self.iris, before.version))
        came.add(version_quad(extraction, self.iris, after.version))
        return gone, came

    def _graph_of(self, told: Telling) -> Iterator[Quad]:
        return versioned_article_quads(
            told.extraction, told.paths, self.iris, told.version, self._audience
        )

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
        if bool(self._tellings) != self._has_ontology:
            self._has_ontology = not self._has_ontology
            (self._quads.add if self._has_ontology else self._quads.subtract)(ontology())
        if not self._tellings:
            return
        description = dataset_triples(
            self.iris,
            triples=len(self._quads),
            entities={kind: count for kind, count in self._types.items() if count},
            modified=self._tellings.newest.published,
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
