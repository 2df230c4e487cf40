"""What an endpoint says of itself: SPARQL 1.1 Service Description, and VoID with DCAT."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode, Triple

from graph.iris import Iris
from graph.literals import english, integer, korean
from graph.vocabulary import RDF_TYPE, SMK, outside

SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULT_FORMATS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads"),
)
_INPUT_FORMATS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the store holds.

    Triples of the default graph, named graphs and their triples, and of the default graph: subjects
    by class, triples by property.
    """

    triples: int
    graphs: int
    graph_triples: int
    classes: Mapping[NamedNode, int]
    properties: Mapping[NamedNode, int]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a server answers; `update` is None where it takes no changes."""

    query: str
    update: str | None
    graph_store: str
    dump: str


def service_triples(addresses: Addresses, counts: Counts) -> Iterator[Triple]:
    """The service at an address: languages, formats, what it holds."""
    service, dataset, graph = BlankNode("service"), BlankNode("dataset"), BlankNode("graph")
    yield Triple(service, RDF_TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), NamedNode(addresses.query))
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Triple(service, _sd("propertyFeature"), NamedNode(f"{SMK}search"))
    for name in _RESULT_FORMATS:
        yield Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + name))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, RDF_TYPE, _sd("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), graph)
    yield Triple(graph, RDF_TYPE, _sd("Graph"))
    yield Triple(graph, outside("void", "triples"), integer(counts.triples))
    if addresses.update:
        update = BlankNode("update")
        yield Triple(update, RDF_TYPE, _sd("Service"))
        yield Triple(update, _sd("endpoint"), NamedNode(addresses.update))
        yield Triple(update, _sd("supportedLanguage"), _sd("SPARQL11Update"))
        yield Triple(update, _sd("defaultDataset"), dataset)
        for name in _INPUT_FORMATS:
            yield Triple(update, _sd("inputFormat"), NamedNode(_FORMATS + name))


def void_triples(iris: Iris, addresses: Addresses, counts: Counts) -> Iterator[Triple]:
    """The data set and how it is to be had."""
    node = iris.dataset
    for kind in (outside("void", "Dataset"), outside("dcat", "Dataset")):
        yield Triple(node, RDF_TYPE, kind)
    title = outside("dct", "title")
    yield Triple(node, title, korean("산맥: 지역 산업정책 지식그래프"))
    yield Triple(
        node, title, english("Sanmaek: a knowledge graph of Korean regional industrial policy")
    )
    yield Triple(node, outside("void", "sparqlEndpoint"), NamedNode(addresses.query))
    yield Triple(node, outside("void", "dataDump"), NamedNode(addresses.dump))
    yield Triple(node, outside("void", "vocabulary"), NamedNode(SMK))
    yield Triple(node, outside("void", "triples"), integer(counts.triples))
    yield Triple(node, outside("void", "classes"), integer(len(counts.classes)))
    yield Triple(node, outside("void", "properties"), integer(len(counts.properties)))
    for term, number in sorted(counts.classes.items(), key=str):
        yield from _partition(node, "class", term, "entities", number)
    for term, number in sorted(counts.properties.items(), key=str):
        yield from _partition(node, "property", term, "triples", number)
    service, dump = BlankNode("service"), BlankNode("dump")
    yield Triple(service, RDF_TYPE, outside("dcat", "DataService"))
    yield Triple(service, outside("dcat", "endpointURL"), NamedNode(addresses.query))
    yield Triple(service, outside("dcat", "servesDataset"), node)
    yield Triple(node, outside("dcat", "distribution"), dump)
    yield Triple(dump, RDF_TYPE, outside("dcat", "Distribution"))
    yield Triple(dump, outside("dcat", "downloadURL"), NamedNode(addresses.dump))
    yield Triple(
        dump,
        outside("dcat", "mediaType"),
        NamedNode("https://www.iana.org/assignments/media-types/application/n-quads"),
    )


def _partition(
    node: NamedNode, by: str, term: NamedNode, counted: str, number: int
) -> Iterator[Triple]:
    part = BlankNode()
    yield Triple(node, outside("void", f"{by}Partition"), part)
    yield Triple(part, outside("void", by), term)
    yield Triple(part, outside("void", counted), integer(number))


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
