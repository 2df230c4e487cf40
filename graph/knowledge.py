"""The whole graph at one moment, and how a store is brought up to it.

`read_snapshot` makes a snapshot of an archive; `publish` changes a store so that it holds exactly
the snapshot's quads, in one transaction, touching only the graphs that changed.
"""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.accepted import accepted_quads
from graph.archive import Archive
from graph.collector import collector_paused
from graph.dataset import dataset_triples
from graph.interchange import write_document
from graph.iris import Iris
from graph.ledger import Decisions
from graph.model import Extraction
from graph.own import open_store
from graph.oxigraph import OxigraphStore
from graph.quotes import Audience
from graph.rdf import article_quads
from graph.reference import References
from graph.store import Store
from graph.view import View
from graph.vocabulary import ONTOLOGY_FILE

if TYPE_CHECKING:
    import networkx as nx

VERSION_INFO = NamedNode("http://www.w3.org/2002/07/owl#versionInfo")


@dataclass(frozen=True)
class Snapshot:
    """Extractions, the view of them, and all that is derived from both.

    `article_versions` gives by article a digest of what its named graph is made of.
    """

    view: View
    extractions: Mapping[str, Extraction]
    iris: Iris
    references: References
    article_versions: Mapping[str, str]
    audience: Audience = Audience.OWN

    @cached_property
    def network(self) -> nx.MultiDiGraph[str]:
        """The networkx view."""
        from graph.network import network_of  # noqa: PLC0415  only exports pay for networkx

        return network_of(self.view, self.iris)

    @cached_property
    def version(self) -> str:
        """A digest of all of it: the same articles give the same, in whatever order they came."""
        versions = self.article_versions.values()
        total = sum(map(version_number, versions))
        return dataset_version(len(versions), total, derivation(self.references, self.audience))

    def default_quads(self) -> Iterator[Quad]:
        """The quads of the default graph: accepted view, ontology, description and version.

        The ontology is there so that a query can ask for the labels of classes and milestones.
        """
        if not self.extractions:
            return  # of nothing, nothing is derived: the store is people's own
        accepted = set(accepted_quads(self.extractions.values(), self.view, self.iris))
        accepted.update(ontology())
        yield from accepted
        published = [
            article.published for article in self.view.articles.values() if article.published
        ]
        for triple in dataset_triples(
            self.iris,
            triples=len(accepted),
            entities=Counter(entity.type for entity in self.view.entities.values()),
            modified=max(published, default=None),
        ):
            yield Quad(triple.subject, triple.predicate, triple.object)
        yield Quad(self.iris.dataset, VERSION_INFO, Literal(self.version), DefaultGraph())

    def article_quads(self, article_id: str) -> Iterator[Quad]:
        """The quads of one article's named graph; none where the article is not in the graph."""
        extraction = self.extractions.get(article_id)
        if extraction is not None:
            yield from versioned_article_quads(
                extraction,
                self.view.paths[article_id],
                self.iris,
                self.article_versions[article_id],
                self.audience,
            )

    def quads(self) -> Iterator[Quad]:
        """Every quad, the default graph first."""
        yield from self.default_quads()
        for article_id in self.extractions:
            yield from self.article_quads(article_id)


def read_snapshot(
    archive: Archive,
    references: References,
    iris: Iris,
    decisions: Decisions | None = None,
    *,
    audience: Audience = Audience.OWN,
) -> Snapshot:
    """The graph of all articles that are not retracted."""
    revision = archive.revision
    with collector_paused():
        extractions = list(archive.extractions())
        return snapshot_of(extractions, references, iris, revision, decisions, audience=audience)


def snapshot_of(
    extractions: Sequence[Extraction],
    references: References,
    iris: Iris,
    revision: int = 0,
    decisions: Decisions | None = None,
    *,
    audience: Audience = Audience.OWN,
) -> Snapshot:
    """The graph of some extractions, in whatever order they come."""
    view = View.of(extractions, references, revision, decisions, audience=audience)
    by_id = {extraction.article.id: extraction for extraction in extractions}
    derived_by = derivation(references, audience)
    return Snapshot(
        view,
        {article: by_id[article] for article in view.articles},
        iris,
        references,
        {
            article: article_version(
                document_version(by_id[article]), view.paths[article], derived_by
            )
            for article in view.articles
        },
        audience,
    )


def versioned_article_quads(
    extraction: Extraction,
    paths: Mapping[str, str],
    iris: Iris,
    version: str,
    audience: Audience = Audience.OWN,
) -> Iterator[Quad]:
    """One article's named graph, with the version of what it was made of."""
    yield from article_quads(extraction, paths, iris, audience)
    yield version_quad(extraction, iris, version)


def version_quad(extraction: Extraction, iris: Iris, version: str) -> Quad:
    """The quad of an article's named graph that tells its version."""
    graph = iris.graph(extraction.article.id)
    return Quad(graph, VERSION_INFO, Literal(version), graph)


def document_version(extraction: Extraction) -> str:
    """A digest of an extraction."""
    return _digest(write_document(extraction))


def article_version(document: str, paths: Mapping[str, str], derived_by: str) -> str:
    """A digest of an extraction's version, of what its entities are called, and of the code."""
    return _digest(f"{derived_by}{sorted(paths.items())}{document}")


def dataset_version(articles: int, total: int, derived_by: str) -> str:
    """A digest of all articles' versions: of how many there are, and of the sum of their numbers.

    A sum is the same in whatever order, and one article more or less changes it without the rest.
    """
    return _digest(f"{derived_by}{articles}-{total}")


def version_number(article_version: str) -> int:
    """What an article's version adds to the sum."""
    return int(article_version, 16)


def publish(snapshot: Snapshot, store: Store) -> bool:
    """Bring a store to a snapshot in one transaction; False where it was there already.

    The versions that the store holds tell which graphs differ; what holds none is made anew.
    """
    dataset = snapshot.iris.dataset
    held = _held_versions(store, dataset)
    if held.get(dataset) == snapshot.version:
        return False
    if dataset not in held:
        return republish(snapshot, store)
    wanted = {
        snapshot.iris.graph(article_id): (article_id, version)
        for article_id, version in snapshot.article_versions.items()
    }
    removed, added = _difference(set(store.quads(DefaultGraph())), set(snapshot.default_quads()))
    for graph in sorted((held.keys() | wanted.keys()) - {dataset}, key=str):
        article_id, version = wanted.get(graph, ("", ""))
        if held.get(graph) != version:
            gone, new = _difference(
                set(store.quads(graph)), set(snapshot.article_quads(article_id))
            )
            removed += gone
            added += new
    store.apply(removed, added)
    return True


def republish(snapshot: Snapshot, store: Store) -> bool:
    """Bring a store to a snapshot by all its quads, whatever versions it says that it holds.

    False where it held exactly these already.
    """
    removed, added = _difference(set(store.quads()), set(snapshot.quads()))
    if not removed and not added:
        return False
    store.apply(removed, added)
    return True


def rebuild_store(snapshot: Snapshot, folder: Path) -> None:
    """Make the store in a folder anew; the old one stands until the new one is whole.

    Raises StoreBusyError where another process has it open.
    """
    if folder.exists():
        OxigraphStore(folder).close()
    fresh, old = folder.with_name(folder.name + ".new"), folder.with_name(folder.name + ".old")
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    store = open_store(fresh)
    publish(snapshot, store)
    store.close()
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _difference(old: set[Quad], new: set[Quad]) -> tuple[list[Quad], list[Quad]]:
    return list(old - new), list(new - old)


def _held_versions(store: Store, dataset: NamedNode) -> dict[NamedNode, str]:
    """The versions that a store says it holds: of the data set, and of each article's graph."""
    held: dict[NamedNode, str] = {}
    for quad in store.quads(predicate=VERSION_INFO):
        subject, version = quad.subject, quad.object
        if subject in (dataset, quad.graph_name):
            assert isinstance(subject, NamedNode)
            assert isinstance(version, Literal)
            held[subject] = version.value
    return held


@cache
def ontology() -> tuple[Quad, ...]:
    """The ontology's triples, as quads of the default graph."""
    return tuple(
        Quad(triple.subject, triple.predicate, triple.object)
        for triple in pyoxigraph.parse(path=str(ONTOLOGY_FILE))
    )


def derivation(references: References, audience: Audience = Audience.OWN) -> str:
    """A digest of this room's code, of reference data and audience: others make other quads."""
    return _digest(f"{_code()}{audience}{sorted(references.items())}")


@cache
def _code() -> str:
    """A digest of the code of this room."""
    folder = Path(__file__).parent
    files = sorted([*folder.rglob("*.py"), *folder.rglob("*.ttl"), *folder.glob("*.tsv")])
    return _digest("".join(path.read_text(encoding="utf-8") for path in files))


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
