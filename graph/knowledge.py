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
from graph.dataset import dataset_triples
from graph.iris import Iris
from graph.model import Extraction
from graph.network import network_of
from graph.oxigraph import OxigraphStore
from graph.rdf import article_quads
from graph.reference import References
from graph.store import Store
from graph.view import View
from graph.vocabulary import ONTOLOGY_FILE

if TYPE_CHECKING:
    import networkx as nx

_VERSION_INFO = NamedNode("http://www.w3.org/2002/07/owl#versionInfo")


@dataclass(frozen=True)
class Snapshot:
    """Extractions, the view of them, and all that is derived from both."""

    view: View
    extractions: Mapping[str, Extraction]
    iris: Iris
    references: References

    @cached_property
    def network(self) -> nx.MultiDiGraph[str]:
        """The networkx view."""
        return network_of(self.view, self.iris)

    @property
    def version(self) -> str:
        """The archive's revision and a digest of what derives quads from it."""
        return f"{self.view.revision}-{_derivation()}-{self._reference_digest}"

    @cached_property
    def _reference_digest(self) -> str:
        return _digest(repr(sorted(self.references.items())).encode())

    def default_quads(self) -> Iterator[Quad]:
        """The quads of the default graph: accepted view, ontology, description and version.

        The ontology is there so that a query can ask for the labels of classes and milestones.
        """
        accepted = set(accepted_quads(self.extractions.values(), self.view, self.iris))
        accepted.update(_ontology())
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
        yield Quad(self.iris.dataset, _VERSION_INFO, Literal(self.version), DefaultGraph())

    def article_quads(self, article_id: str) -> Iterator[Quad]:
        """The quads of one article's named graph; none where the article is not in the graph."""
        extraction = self.extractions.get(article_id)
        if extraction is not None:
            yield from article_quads(extraction, self.view.paths[article_id], self.iris)

    def quads(self) -> Iterator[Quad]:
        """Every quad, the default graph first."""
        yield from self.default_quads()
        for article_id in self.extractions:
            yield from self.article_quads(article_id)


def read_snapshot(archive: Archive, references: References, iris: Iris) -> Snapshot:
    """The graph of all articles that are not retracted."""
    revision = archive.revision
    return snapshot_of(list(archive.extractions()), references, iris, revision)


def snapshot_of(
    extractions: Sequence[Extraction], references: References, iris: Iris, revision: int = 0
) -> Snapshot:
    """The graph of some extractions, in whatever order they come."""
    view = View.of(extractions, references, revision)
    by_id = {extraction.article.id: extraction for extraction in extractions}
    return Snapshot(view, {article: by_id[article] for article in view.articles}, iris, references)


def publish(snapshot: Snapshot, store: Store, archive: Archive) -> bool:
    """Bring a store to a snapshot in one transaction; False where it was there already."""
    held = _held_version(store, snapshot.iris)
    if held == snapshot.version:
        return False
    revision, _, derivation = (held or "").partition("-")
    if (
        held is None
        or derivation != snapshot.version.partition("-")[2]
        or int(revision) >= snapshot.view.revision
    ):
        store.apply(*_difference(set(store.quads()), set(snapshot.quads())))
        return True
    removed, added = _difference(set(store.quads(DefaultGraph())), set(snapshot.default_quads()))
    for article_id in sorted(archive.changed_since(int(revision))):
        graph = snapshot.iris.graph(article_id)
        gone, new = _difference(set(store.quads(graph)), set(snapshot.article_quads(article_id)))
        removed += gone
        added += new
    store.apply(removed, added)
    return True


def rebuild_store(snapshot: Snapshot, folder: Path, archive: Archive) -> None:
    """Make the store in a folder anew; the old one stands until the new one is whole.

    Raises StoreBusyError where another process has it open.
    """
    if folder.exists():
        OxigraphStore(folder).close()
    fresh, old = folder.with_name(folder.name + ".new"), folder.with_name(folder.name + ".old")
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)
    store = OxigraphStore(fresh)
    publish(snapshot, store, archive)
    store.close()
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _difference(old: set[Quad], new: set[Quad]) -> tuple[list[Quad], list[Quad]]:
    return list(old - new), list(new - old)


def _held_version(store: Store, iris: Iris) -> str | None:
    for quad in store.quads(DefaultGraph(), iris.dataset, _VERSION_INFO):
        assert isinstance(quad.object, Literal)
        return quad.object.value
    return None


@cache
def _ontology() -> tuple[Quad, ...]:
    return tuple(
        Quad(triple.subject, triple.predicate, triple.object)
        for triple in pyoxigraph.parse(path=str(ONTOLOGY_FILE))
    )


@cache
def _derivation() -> str:
    """A digest of the code of this room: another derivation makes other quads."""
    folder = Path(__file__).parent
    files = sorted([*folder.rglob("*.py"), *folder.rglob("*.ttl")])
    return _digest(b"".join(path.read_bytes() for path in files))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]
