"""The JSON-LD context names every term, and the way through it loses nothing."""

from __future__ import annotations

import json

from pyoxigraph import RdfFormat, Triple, parse
from rdflib import OWL, RDF, RDFS, XSD, Graph

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
    written = rdflib_graph(triples).serialize(format="json-ld", context=CONTEXT)
    keys = {key for node in json.loads(written)["graph"] for key in node}
    assert {key for key in keys if ":" in key} == {"rdfs:label"}, "an extractor has no language"
    assert {quad.triple for quad in parse(written, RdfFormat.JSON_LD)} == set(triples)


def test_every_value_is_read_with_the_datatype_that_the_ontology_gives() -> None:
    ontology = Graph().parse(ONTOLOGY_FILE)
    for prop in ontology.subjects(RDF.type, OWL.DatatypeProperty):
        name = str(prop).removeprefix(SMK)
        kind = ontology.value(prop, RDFS.range)
        if kind == RDF.langString:
            assert CONTEXT[name]["@language"] == ("en" if name == "englishName" else "ko")
        elif kind in (XSD.string, RDFS.Literal):
            assert CONTEXT[name] == f"smk:{name}"
        else:
            assert CONTEXT[name]["@type"] == f"xsd:{str(kind).removeprefix(str(XSD))}"
