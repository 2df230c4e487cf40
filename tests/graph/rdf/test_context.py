"""The JSON-LD context names every term, and the way through it loses nothing."""

from __future__ import annotations

import json

from pyoxigraph import Triple
from rdflib import OWL, RDF, RDFS, XSD, Graph
from rdflib.compare import isomorphic

from graph.vocabulary import CONTEXT_FILE, ONTOLOGY_FILE, SMK
from tests.graph.rdf.conftest import rdflib_graph

CONTEXT = json.loads(CONTEXT_FILE.read_text("utf-8"))["@context"]


def target(name: str) -> str:
    value = CONTEXT[name]
    return str(value if isinstance(value, str) else value["@id"])


def test_every_class_and_property_stands_under_its_own_name() -> None:
    ontology = Graph().parse(ONTOLOGY_FILE)
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            name = str(term).removeprefix(SMK)
            assert target(name) == f"smk:{name}"
            assert (kind == OWL.ObjectProperty) == (
                isinstance(CONTEXT[name], dict) and CONTEXT[name].get("@type") == "@id"
            ), name


def test_nothing_stands_in_it_that_the_ontology_lacks() -> None:
    ontology = Graph().parse(ONTOLOGY_FILE)
    own = {str(term) for term in ontology.subjects() if str(term).startswith(SMK)}
    named = {target(name) for name in CONTEXT if not name.startswith("@")}
    assert {SMK + name.removeprefix("smk:") for name in named if name.startswith("smk:")} <= own


def test_an_article_goes_through_json_ld_unchanged(triples: list[Triple]) -> None:
    graph = rdflib_graph(triples)
    written = graph.serialize(format="json-ld", context=CONTEXT)
    assert isomorphic(Graph().parse(data=written, format="json-ld"), graph)


def test_every_value_is_read_with_the_datatype_that_the_ontology_gives() -> None:
    ontology = Graph().parse(ONTOLOGY_FILE)
    for prop in ontology.subjects(RDF.type, OWL.DatatypeProperty):
        name = str(prop).removeprefix(SMK)
        kind = ontology.value(prop, RDFS.range)
        if kind == RDF.langString:
            assert CONTEXT[name]["@language"] == "ko"
        elif kind in (XSD.string, RDFS.Literal):
            assert CONTEXT[name] == f"smk:{name}"
        else:
            assert CONTEXT[name]["@type"] == f"xsd:{str(kind).removeprefix(str(XSD))}"
