"""The ontology is bilingual, complete in itself, and parses for both libraries."""

from __future__ import annotations

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from graph.vocabulary import ONTOLOGY_FILE, SMK

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ONTOLOGY_FILE)


def own_terms(ontology: Graph) -> set[Node]:
    return {term for term in ontology.subjects(unique=True) if str(term).startswith(SMK)}


def languages(ontology: Graph, term: Node, predicate: URIRef) -> list[str]:
    texts = list(ontology.objects(term, predicate))
    assert all(isinstance(text, Literal) and str(text).strip() for text in texts)
    return sorted(text.language or "" for text in texts if isinstance(text, Literal))


def test_every_term_has_one_label_and_one_definition_in_korean_and_english(
    ontology: Graph,
) -> None:
    terms = own_terms(ontology)
    assert len(terms) > 100
    for term in terms:
        assert languages(ontology, term, RDFS.label) == ["en", "ko"], term
        assert languages(ontology, term, SKOS.definition) == ["en", "ko"], term


def test_every_property_has_a_domain_and_a_range_that_exist(ontology: Graph) -> None:
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for prop in ontology.subjects(RDF.type, kind):
            domains = list(ontology.objects(prop, RDFS.domain))
            ranges = list(ontology.objects(prop, RDFS.range))
            assert len(domains) == len(ranges) == 1, prop
            for end in domains + ranges:
                if str(end).startswith(SMK):
                    assert end in classes, (prop, end)
            literal = str(ranges[0]).startswith(XSD) or ranges[0] in (RDF.langString, RDFS.Literal)
            assert literal == (kind == OWL.DatatypeProperty), prop


def test_our_terms_are_used_only_where_they_are_defined(ontology: Graph) -> None:
    terms = own_terms(ontology)
    for triple in ontology:
        for node in triple:
            assert not isinstance(node, URIRef) or not node.startswith(SMK) or node in terms, node


def test_every_class_of_things_named_leads_up_to_entity_and_of_things_said_to_claim(
    ontology: Graph,
) -> None:
    for name in ("Region", "Site", "Person", "Government", "Company", "Project", "Industry"):
        supers = set(ontology.transitive_objects(URIRef(SMK + name), RDFS.subClassOf))
        assert URIRef(SMK + "Entity") in supers
    for claim in (term for term in own_terms(ontology) if str(term).endswith("Claim")):
        supers = set(ontology.transitive_objects(claim, RDFS.subClassOf))
        assert URIRef(SMK + "Claim") in supers


def test_the_header_names_version_licence_and_titles(ontology: Graph) -> None:
    header = URIRef(SMK.removesuffix("#"))
    assert (header, RDF.type, OWL.Ontology) in ontology
    assert ontology.value(header, OWL.versionInfo)
    titles = ontology.objects(header, URIRef("http://purl.org/dc/terms/title"))
    assert sorted(str(title.language) for title in titles if isinstance(title, Literal)) == [
        "en",
        "ko",
    ]
    assert ontology.value(header, URIRef("http://purl.org/dc/terms/license"))
