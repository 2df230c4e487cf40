"""The description of the data set."""

from __future__ import annotations

from pyoxigraph import BlankNode, RdfFormat

from graph.dataset import dataset_triples
from graph.iris import Iris
from graph.model import EntityType
from graph.values import PartialDate
from tests.graph.rdf.conftest import text_of


def test_it_counts_what_there_is_and_says_the_same_every_time() -> None:
    counts = {EntityType.REGION: 2, EntityType.PROJECT: 3}
    triples = list(
        dataset_triples(
            Iris(),
            triples=10,
            entities=counts,
            modified=PartialDate(2024, 5, 1),
            endpoint="https://example.org/sparql",
        )
    )
    text = text_of(triples, RdfFormat.N_TRIPLES)
    assert '<http://rdfs.org/ns/void#entities> "5"' in text
    assert (
        '<https://w3id.org/sanmaek/dataset#region> <http://rdfs.org/ns/void#entities> "2"' in text
    )
    assert '"2024-05-01"^^<http://www.w3.org/2001/XMLSchema#date>' in text
    assert "<http://rdfs.org/ns/void#sparqlEndpoint> <https://example.org/sparql>" in text
    assert not [triple for triple in triples if isinstance(triple.subject, BlankNode)]


def test_what_is_unknown_is_left_out() -> None:
    text = text_of(dataset_triples(Iris(), triples=0, entities={}), RdfFormat.N_TRIPLES)
    assert "modified" not in text
    assert "sparqlEndpoint" not in text
