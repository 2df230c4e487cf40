"""The constants and the ontology say the same."""

from __future__ import annotations

from pyoxigraph import NamedNode, parse

from graph import vocabulary
from graph.model import CLAIM_TYPES, EntityType
from graph.vocabulary import (
    CLAIM_CLASSES,
    CONCEPT_PREFIXES,
    ENTITY_CLASSES,
    ONTOLOGY_FILE,
    RDF_TYPE,
    SLOTS,
    SMK,
    Class,
    Property,
    concept,
)


def defined() -> dict[str, set[str]]:
    """The ontology's own terms with the last parts of their types' IRIs."""
    found: dict[str, set[str]] = {}
    for quad in parse(path=ONTOLOGY_FILE):
        if quad.predicate == RDF_TYPE and isinstance(quad.subject, NamedNode):
            assert isinstance(quad.object, NamedNode)
            kind = quad.object.value.rpartition("#")[2]
            found.setdefault(quad.subject.value, set()).add(kind)
    return {iri: kinds for iri, kinds in found.items() if iri.startswith(SMK)}


def constants(holder: type) -> set[str]:
    return {term.value for term in vars(holder).values() if isinstance(term, NamedNode)}


def test_every_class_is_a_constant_and_every_constant_a_class() -> None:
    assert constants(Class) == {iri for iri, kinds in defined().items() if "Class" in kinds}


def test_every_property_is_a_constant_and_every_constant_a_property() -> None:
    properties = {"ObjectProperty", "DatatypeProperty"}
    assert constants(Property) == {iri for iri, kinds in defined().items() if kinds & properties}


def test_every_value_of_the_enumerations_is_a_concept_and_every_concept_a_value() -> None:
    values = {concept(value).value: kind.__name__ for kind in CONCEPT_PREFIXES for value in kind}
    concepts = {iri: kinds for iri, kinds in defined().items() if "-" in iri.removeprefix(SMK)}
    assert concepts == {iri: {name} for iri, name in values.items()}


def test_constants_are_named_after_their_terms() -> None:
    for holder in (Class, Property):
        for name, term in vars(holder).items():
            if isinstance(term, NamedNode):
                assert term.value.removeprefix(SMK).lower() == name.replace("_", "").lower()


def test_the_model_is_covered() -> None:
    assert set(ENTITY_CLASSES) == set(EntityType)
    assert set(ENTITY_CLASSES.values()) <= {NamedNode(iri) for iri in constants(Class)}
    assert set(CLAIM_CLASSES) == set(CLAIM_TYPES)
    assert set(SLOTS) == {slot for claim in CLAIM_TYPES for slot in claim.SLOTS}
    assert {term.value for term in vocabulary.PART_PROPERTIES.values()} <= constants(Property)
