"""The data set as a whole, in DCAT and VoID: what a catalogue or a crawler asks first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode, Triple

from graph.iris import Iris
from graph.literals import date, english, integer, korean, plain
from graph.model import EntityType
from graph.values import PartialDate
from graph.vocabulary import ENTITY_CLASSES, RDF_TYPE, SMK, outside


def dataset_triples(
    iris: Iris,
    *,
    triples: int,
    entities: Mapping[EntityType, int],
    modified: PartialDate | None = None,
    endpoint: str | None = None,
) -> Iterator[Triple]:
    """What the data set is and how much it holds; `modified` is the newest article's day.

    The time of writing is no part of it: the same data must come out the same, byte for byte.
    """
    node = iris.dataset
    yield Triple(node, RDF_TYPE, outside("dcat", "Dataset"))
    yield Triple(node, RDF_TYPE, outside("void", "Dataset"))
    yield Triple(node, outside("dct", "title"), korean("산맥: 지역 산업정책 지식그래프"))
    yield Triple(
        node,
        outside("dct", "title"),
        english("Sanmaek: a knowledge graph of Korean regional industrial policy"),
    )
    yield Triple(node, outside("dct", "conformsTo"), NamedNode(SMK.removesuffix("#")))
    yield Triple(node, outside("void", "vocabulary"), NamedNode(SMK))
    yield Triple(node, outside("void", "uriSpace"), plain(f"{iris.base}id/"))
    yield Triple(node, outside("void", "triples"), integer(triples))
    yield Triple(node, outside("void", "entities"), integer(sum(entities.values())))
    if modified:
        yield Triple(node, outside("dct", "modified"), date(modified))
    if endpoint:
        yield Triple(node, outside("void", "sparqlEndpoint"), NamedNode(endpoint))
    for kind, count in sorted(entities.items()):
        partition = NamedNode(f"{node.value}#{kind.value}")
        yield Triple(node, outside("void", "classPartition"), partition)
        yield Triple(partition, outside("void", "class"), ENTITY_CLASSES[kind])
        yield Triple(partition, outside("void", "entities"), integer(count))
