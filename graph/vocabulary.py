"""The terms of the graph: ours, as `ontology.ttl` defines them, and those of other vocabularies.

Terms are pyoxigraph's, the library that writes; rdflib stays at the edges (SHACL, odd formats). One
prefix is enough to query what is written: everything is `smk:` but labels, coordinates and the
parts of a quote.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from pyoxigraph import NamedNode

from graph.model import (
    About,
    Agreement,
    Budget,
    BudgetKind,
    Claim,
    EntityType,
    Funder,
    Located,
    Milestone,
    Part,
    Participates,
    PartOf,
    Produces,
    Role,
    Status,
)
from graph.values import Approximation

SMK = "https://w3id.org/sanmaek/ontology#"
ONTOLOGY_FILE = Path(__file__).with_name("ontology.ttl")
SHAPES_FILE = Path(__file__).with_name("shapes.ttl")
CONTEXT_FILE = Path(__file__).with_name("context.jsonld")

PREFIXES: Mapping[str, str] = {
    "smk": SMK,
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes that queries and dumps share; `Iris.prefixes` adds those of the entities."""


def outside(prefix: str, name: str) -> NamedNode:
    """A term of another vocabulary.

    >>> outside("rdfs", "label")
    <NamedNode value=http://www.w3.org/2000/01/rdf-schema#label>
    """
    return NamedNode(PREFIXES[prefix] + name)


class Class:
    """Our classes."""

    ENTITY = NamedNode(SMK + "Entity")
    AGENT = NamedNode(SMK + "Agent")
    ORGANIZATION = NamedNode(SMK + "Organization")
    PLACE = NamedNode(SMK + "Place")
    UNDERTAKING = NamedNode(SMK + "Undertaking")
    REGION = NamedNode(SMK + "Region")
    SITE = NamedNode(SMK + "Site")
    PERSON = NamedNode(SMK + "Person")
    GOVERNMENT = NamedNode(SMK + "Government")
    INSTITUTE = NamedNode(SMK + "Institute")
    COMPANY = NamedNode(SMK + "Company")
    UNIVERSITY = NamedNode(SMK + "University")
    ASSOCIATION = NamedNode(SMK + "Association")
    PROJECT = NamedNode(SMK + "Project")
    INDUSTRY = NamedNode(SMK + "Industry")
    EVENT = NamedNode(SMK + "Event")
    POST = NamedNode(SMK + "Post")
    ARTICLE = NamedNode(SMK + "Article")
    EXTRACTION = NamedNode(SMK + "Extraction")
    EXTRACTOR = NamedNode(SMK + "Extractor")
    EVIDENCE = NamedNode(SMK + "Evidence")
    CLAIM = NamedNode(SMK + "Claim")
    BUDGET_CLAIM = NamedNode(SMK + "BudgetClaim")
    ROLE_CLAIM = NamedNode(SMK + "RoleClaim")
    LOCATION_CLAIM = NamedNode(SMK + "LocationClaim")
    PARTICIPATION_CLAIM = NamedNode(SMK + "ParticipationClaim")
    PART_CLAIM = NamedNode(SMK + "PartClaim")
    STATUS_CLAIM = NamedNode(SMK + "StatusClaim")
    AGREEMENT_CLAIM = NamedNode(SMK + "AgreementClaim")
    TOPIC_CLAIM = NamedNode(SMK + "TopicClaim")
    PRODUCT_CLAIM = NamedNode(SMK + "ProductClaim")
    BUDGET_KIND = NamedNode(SMK + "BudgetKind")
    FUNDER = NamedNode(SMK + "Funder")
    PART = NamedNode(SMK + "Part")
    MILESTONE = NamedNode(SMK + "Milestone")
    APPROXIMATION = NamedNode(SMK + "Approximation")


class Property:
    """Our properties: those of the accepted view, then those of articles, evidence and claims."""

    BUDGET = NamedNode(SMK + "budget")
    FUNDED_FROM = NamedNode(SMK + "fundedFrom")
    LOCATED_IN = NamedNode(SMK + "locatedIn")
    PART_OF = NamedNode(SMK + "partOf")
    PARTICIPANT = NamedNode(SMK + "participant")
    LEAD = NamedNode(SMK + "lead")
    FUNDER = NamedNode(SMK + "funder")
    PARTNER = NamedNode(SMK + "partner")
    BUILDER = NamedNode(SMK + "builder")
    TENANT = NamedNode(SMK + "tenant")
    SELECTED = NamedNode(SMK + "selected")
    ABOUT = NamedNode(SMK + "about")
    STATUS = NamedNode(SMK + "status")
    EXPECTED = NamedNode(SMK + "expected")
    MEMBER_OF = NamedNode(SMK + "memberOf")
    FORMER_MEMBER_OF = NamedNode(SMK + "formerMemberOf")
    HOLDS = NamedNode(SMK + "holds")
    HELD = NamedNode(SMK + "held")
    POST_IN = NamedNode(SMK + "postIn")
    AGREED_WITH = NamedNode(SMK + "agreedWith")
    PRODUCES = NamedNode(SMK + "produces")
    CODE = NamedNode(SMK + "code")
    ENGLISH_NAME = NamedNode(SMK + "englishName")
    STATED_NAME = NamedNode(SMK + "statedName")
    HEADLINE = NamedNode(SMK + "headline")
    OUTLET = NamedNode(SMK + "outlet")
    REPORTER = NamedNode(SMK + "reporter")
    PUBLISHED = NamedNode(SMK + "published")
    URL = NamedNode(SMK + "url")
    MENTIONS = NamedNode(SMK + "mentions")
    EXTRACTION_OF = NamedNode(SMK + "extractionOf")
    EXTRACTED_BY = NamedNode(SMK + "extractedBy")
    STATED_IN = NamedNode(SMK + "statedIn")
    EVIDENCE = NamedNode(SMK + "evidence")
    RULE = NamedNode(SMK + "rule")
    CONFIDENCE = NamedNode(SMK + "confidence")
    PROJECT = NamedNode(SMK + "project")
    PERSON = NamedNode(SMK + "person")
    ORGANIZATION = NamedNode(SMK + "organization")
    ENTITY = NamedNode(SMK + "entity")
    PLACE = NamedNode(SMK + "place")
    PART = NamedNode(SMK + "part")
    WHOLE = NamedNode(SMK + "whole")
    PARTY = NamedNode(SMK + "party")
    SUBJECT = NamedNode(SMK + "subject")
    INDUSTRY = NamedNode(SMK + "industry")
    PRODUCER = NamedNode(SMK + "producer")
    WON = NamedNode(SMK + "won")
    FOREIGN_AMOUNT = NamedNode(SMK + "foreignAmount")
    CURRENCY = NamedNode(SMK + "currency")
    APPROXIMATION = NamedNode(SMK + "approximation")
    AS_WRITTEN = NamedNode(SMK + "asWritten")
    BUDGET_KIND = NamedNode(SMK + "budgetKind")
    SOURCE = NamedNode(SMK + "source")
    PERIOD_START = NamedNode(SMK + "periodStart")
    PERIOD_END = NamedNode(SMK + "periodEnd")
    TITLE = NamedNode(SMK + "title")
    FORMER = NamedNode(SMK + "former")
    ACTING = NamedNode(SMK + "acting")
    PARTICIPATES_AS = NamedNode(SMK + "participatesAs")
    MILESTONE = NamedNode(SMK + "milestone")
    DATE = NamedNode(SMK + "date")
    SCHEDULED = NamedNode(SMK + "scheduled")
    SUBJECT_TEXT = NamedNode(SMK + "subjectText")
    PRODUCT = NamedNode(SMK + "product")


RDF_TYPE = outside("rdf", "type")
LABEL = outside("rdfs", "label")
ALT_LABEL = outside("skos", "altLabel")
BROADER = outside("skos", "broader")
SUB_ORGANIZATION_OF = outside("org", "subOrganizationOf")
SAME_AS = outside("owl", "sameAs")
LATITUDE = outside("geo", "lat")
LONGITUDE = outside("geo", "long")
SOFTWARE_AGENT = outside("prov", "SoftwareAgent")
PROV_PERSON = outside("prov", "Person")
HAS_BODY = outside("oa", "hasBody")
HAS_TARGET = outside("oa", "hasTarget")
HAS_SOURCE = outside("oa", "hasSource")
HAS_SELECTOR = outside("oa", "hasSelector")
EXACT = outside("oa", "exact")
START = outside("oa", "start")
END = outside("oa", "end")
SPECIFIC_RESOURCE = outside("oa", "SpecificResource")
QUOTE_SELECTOR = outside("oa", "TextQuoteSelector")
POSITION_SELECTOR = outside("oa", "TextPositionSelector")
INTEGER = outside("xsd", "integer")
DECIMAL = outside("xsd", "decimal")
BOOLEAN = outside("xsd", "boolean")
ANY_URI = outside("xsd", "anyURI")
G_YEAR = outside("xsd", "gYear")
G_YEAR_MONTH = outside("xsd", "gYearMonth")
DATE = outside("xsd", "date")

ENTITY_CLASSES: Mapping[EntityType, NamedNode] = {
    kind: NamedNode(SMK + kind.value.capitalize()) for kind in EntityType
}

CLAIM_CLASSES: Mapping[type[Claim], NamedNode] = {
    Budget: Class.BUDGET_CLAIM,
    Role: Class.ROLE_CLAIM,
    Located: Class.LOCATION_CLAIM,
    Participates: Class.PARTICIPATION_CLAIM,
    PartOf: Class.PART_CLAIM,
    Status: Class.STATUS_CLAIM,
    Agreement: Class.AGREEMENT_CLAIM,
    About: Class.TOPIC_CLAIM,
    Produces: Class.PRODUCT_CLAIM,
}

SLOTS: Mapping[str, NamedNode] = {
    "project": Property.PROJECT,
    "person": Property.PERSON,
    "organization": Property.ORGANIZATION,
    "entity": Property.ENTITY,
    "place": Property.PLACE,
    "part": Property.PART,
    "whole": Property.WHOLE,
    "parties": Property.PARTY,
    "industry": Property.INDUSTRY,
    "company": Property.PRODUCER,
}
"""The property of each slot of the model's claims."""

PART_PROPERTIES: Mapping[Part, NamedNode] = {part: NamedNode(SMK + part.value) for part in Part}
"""The plain property of each part that an organisation can take."""

CONCEPT_PREFIXES: Mapping[type[StrEnum], str] = {
    BudgetKind: "budgetKind",
    Funder: "funder",
    Part: "part",
    Milestone: "milestone",
    Approximation: "approximation",
}


def concept(value: StrEnum) -> NamedNode:
    """The SKOS concept of an enumeration's value.

    >>> concept(Milestone.UNDER_WAY)
    <NamedNode value=https://w3id.org/sanmaek/ontology#milestone-under_way>
    """
    return NamedNode(f"{SMK}{CONCEPT_PREFIXES[type(value)]}-{value.value}")
