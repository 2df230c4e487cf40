"""Extractions and canonical entities as RDF: pure functions, no store.

Every node has an IRI made of what it stands for, so the same data gives the same quads and dumps
can be compared byte by byte. One article's statements stand in a named graph of their own; what is
known of an entity beside the articles stands in the default graph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph.canonical import CanonicalEntity
from graph.fingerprint import evidence_fingerprint, fingerprints
from graph.interchange import HAND
from graph.iris import Iris, split_path
from graph.literals import boolean, date, decimal, english, integer, korean, plain, year
from graph.model import (
    ORGANIZATIONS,
    PLACES,
    UNDERTAKINGS,
    About,
    Agreement,
    Article,
    Budget,
    Claim,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Located,
    Participates,
    PartOf,
    Produces,
    Role,
    Status,
    slots_of,
)
from graph.quotes import Audience, shown_words
from graph.statements import names_any
from graph.vocabulary import (
    ALT_LABEL,
    ANY_URI,
    BROADER,
    CLAIM_CLASSES,
    END,
    ENTITY_CLASSES,
    EXACT,
    HAS_BODY,
    HAS_SELECTOR,
    HAS_SOURCE,
    HAS_TARGET,
    LABEL,
    LATITUDE,
    LONGITUDE,
    POSITION_SELECTOR,
    PROV_PERSON,
    QUOTE_SELECTOR,
    RDF_TYPE,
    SAME_AS,
    SLOTS,
    SOFTWARE_AGENT,
    SPECIFIC_RESOURCE,
    START,
    SUB_ORGANIZATION_OF,
    Class,
    Property,
    concept,
)

Paths = Mapping[str, str]
"""The canonical path (`region/48120`) of each of an article's entities, by the entity's key."""


def article_quads(
    extraction: Extraction, paths: Paths, iris: Iris, audience: Audience = Audience.OWN
) -> Iterator[Quad]:
    """The named graph of one article: the article, its entities as it names them, its claims.

    No quad comes twice. Of quotes that the audience may not see the place is told alone.
    """
    graph = iris.graph(extraction.article.id)
    shown = shown_words(extraction, audience)
    for triple in dict.fromkeys(_article_triples(extraction, paths, iris, shown)):
        yield Quad(triple.subject, triple.predicate, triple.object, graph)


def renamed_quads(
    extraction: Extraction, before: Paths, after: Paths, iris: Iris
) -> tuple[set[Quad], set[Quad]]:
    """What goes from an article's named graph, and what comes, where paths alone are others."""
    moved = {key for key, path in after.items() if before[key] != path}
    ends = {paths[key] for key in moved for paths in (before, after)}
    # What has one of these paths too says some of the same: it must be counted on both sides.
    keys = {key for key, path in after.items() if path in ends or before[key] in ends}
    named = [
        (claim, fingerprint)
        for claim, fingerprint in zip(extraction.claims, fingerprints(extraction), strict=True)
        if names_any(claim, keys)
    ]
    entities = [entity for entity in extraction.entities if entity.key in keys]
    graph = iris.graph(extraction.article.id)
    then, now = (
        {
            Quad(triple.subject, triple.predicate, triple.object, graph)
            for triple in _naming(extraction.article, entities, named, paths, iris)
        }
        for paths in (before, after)
    )
    return then - now, now - then


def _naming(
    article: Article,
    entities: Iterable[Entity],
    claims: Iterable[tuple[Claim, str]],
    paths: Paths,
    iris: Iris,
) -> Iterator[Triple]:
    """What says who is who: with the paths, nothing else of an article's graph changes."""
    yield from _entities(article, entities, paths, iris)
    for claim, fingerprint in claims:
        yield from _slots(claim, iris.claim(article.id, fingerprint), paths, iris)


def entity_quads(entity: CanonicalEntity, iris: Iris) -> Iterator[Quad]:
    """What the default graph says of an entity by itself; of its parents only the nearest."""
    node = iris.entity(entity.path)
    yield Quad(node, RDF_TYPE, ENTITY_CLASSES[entity.type])
    yield Quad(node, LABEL, korean(entity.name))
    if entity.name_en:
        yield Quad(node, Property.ENGLISH_NAME, english(entity.name_en))
    for alias in entity.aliases:
        yield Quad(node, ALT_LABEL, korean(alias))
    if entity.ref:
        yield Quad(node, Property.CODE, plain(entity.ref.rpartition(":")[2]))
    if entity.latitude is not None and entity.longitude is not None:
        yield Quad(node, LATITUDE, decimal(entity.latitude))
        yield Quad(node, LONGITUDE, decimal(entity.longitude))
    for parent in entity.parents[:1]:
        yield Quad(node, _parent_property(parent), iris.entity(parent))
    for identity in entity.identities:
        yield Quad(iris.entity(identity), SAME_AS, node)


def _parent_property(parent: str) -> NamedNode:
    kind, _ = split_path(parent)
    if kind in PLACES:
        return Property.LOCATED_IN
    if kind in UNDERTAKINGS:
        return Property.PART_OF
    if kind in ORGANIZATIONS:
        return SUB_ORGANIZATION_OF
    if kind is EntityType.INDUSTRY:
        return BROADER
    raise ValueError(f"nothing is part of a person: {parent}")


def _article_triples(
    extraction: Extraction, paths: Paths, iris: Iris, shown: Collection[str]
) -> Iterator[Triple]:
    article = extraction.article
    node, graph = iris.article(article.id), iris.graph(article.id)
    extractor = iris.extractor(extraction.extractor)
    agent = PROV_PERSON if extraction.extractor == HAND else SOFTWARE_AGENT
    yield from _metadata(article, node)
    yield Triple(graph, RDF_TYPE, Class.EXTRACTION)
    yield Triple(graph, Property.EXTRACTION_OF, node)
    yield Triple(graph, Property.EXTRACTED_BY, extractor)
    yield Triple(extractor, RDF_TYPE, Class.EXTRACTOR)
    yield Triple(extractor, RDF_TYPE, agent)
    yield Triple(extractor, LABEL, plain(extraction.extractor))
    yield from _entities(article, extraction.entities, paths, iris)
    for claim, fingerprint in zip(extraction.claims, fingerprints(extraction), strict=True):
        said = iris.claim(article.id, fingerprint)
        yield Triple(said, RDF_TYPE, CLAIM_CLASSES[type(claim)])
        yield Triple(said, Property.STATED_IN, node)
        yield from _slots(claim, said, paths, iris)
        for prop, value in _values(claim, paths):
            yield Triple(said, prop, value)
        proof = evidence_fingerprint(claim.evidence)
        evidence = iris.evidence(article.id, fingerprint, proof)
        yield Triple(said, Property.EVIDENCE, evidence)
        yield Triple(evidence, HAS_BODY, said)
        yield Triple(evidence, Property.EXTRACTED_BY, extractor)
        yield from _proof(claim.evidence, evidence, article.id, iris, shown)


def _entities(
    article: Article, entities: Iterable[Entity], paths: Paths, iris: Iris
) -> Iterator[Triple]:
    node = iris.article(article.id)
    for entity in entities:
        named = iris.entity(paths[entity.key])
        yield Triple(node, Property.MENTIONS, named)
        yield Triple(named, RDF_TYPE, ENTITY_CLASSES[split_path(paths[entity.key])[0]])
        for name in entity.names:
            yield Triple(named, Property.STATED_NAME, korean(name))


def _slots(claim: Claim, said: NamedNode, paths: Paths, iris: Iris) -> Iterator[Triple]:
    for slot, key in slots_of(claim):
        yield Triple(said, SLOTS[slot], iris.entity(paths[key]))
    if isinstance(claim, Agreement) and claim.subject and claim.subject in paths:
        yield Triple(said, Property.SUBJECT, iris.entity(paths[claim.subject]))


def _metadata(article: Article, node: NamedNode) -> Iterator[Triple]:
    yield Triple(node, RDF_TYPE, Class.ARTICLE)
    for prop, text in (
        (Property.HEADLINE, article.title),
        (Property.OUTLET, article.outlet),
        (Property.REPORTER, article.reporter),
    ):
        if text:
            yield Triple(node, prop, korean(text))
    if article.published:
        yield Triple(node, Property.PUBLISHED, date(article.published))
    if article.url:
        yield Triple(node, Property.URL, Literal(plain(article.url).value, datatype=ANY_URI))


def _proof(
    evidence: Evidence, node: NamedNode, article_id: str, iris: Iris, shown: Collection[str]
) -> Iterator[Triple]:
    """The evidence as a Web Annotation; a quote that proves two claims is one target of both."""
    span = evidence.span
    fragment = (
        f"char={span.start},{span.end}" if span else f"quote={evidence_fingerprint(evidence)}"
    )
    target = iris.quote(article_id, fragment)
    quote = iris.quote(article_id, f"{fragment};exact")
    yield Triple(node, RDF_TYPE, Class.EVIDENCE)
    yield Triple(node, Property.RULE, plain(evidence.extractor))
    yield Triple(node, Property.CONFIDENCE, decimal(evidence.confidence))
    yield Triple(node, HAS_TARGET, target)
    yield Triple(target, RDF_TYPE, SPECIFIC_RESOURCE)
    yield Triple(target, HAS_SOURCE, iris.article(article_id))
    if evidence.quote in shown:
        yield Triple(target, HAS_SELECTOR, quote)
        yield Triple(quote, RDF_TYPE, QUOTE_SELECTOR)
        yield Triple(quote, EXACT, plain(evidence.quote))
    if span:
        position = iris.quote(article_id, f"{fragment};position")
        yield Triple(target, HAS_SELECTOR, position)
        yield Triple(position, RDF_TYPE, POSITION_SELECTOR)
        yield Triple(position, START, integer(span.start))
        yield Triple(position, END, integer(span.end))


def _values(claim: Claim, paths: Paths) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    """What a claim says beside its slots."""
    match claim:
        case Budget():
            yield from _budget_values(claim)
        case Role():
            yield Property.TITLE, korean(claim.title)
            yield Property.FORMER, boolean(holds=claim.former)
            yield Property.ACTING, boolean(holds=claim.acting)
        case Participates():
            yield Property.PARTICIPATES_AS, concept(claim.part)
        case Status():
            yield Property.MILESTONE, concept(claim.status)
            yield Property.SCHEDULED, boolean(holds=claim.scheduled)
            if claim.date:
                yield Property.DATE, date(claim.date)
        case Agreement():
            if claim.subject and claim.subject not in paths:
                yield Property.SUBJECT_TEXT, korean(claim.subject)
            if claim.date:
                yield Property.DATE, date(claim.date)
        case Produces():
            yield Property.PRODUCT, korean(claim.product)
        case Located() | PartOf() | About():
            pass


def _budget_values(claim: Budget) -> Iterator[tuple[NamedNode, NamedNode | Literal]]:
    money, period = claim.money, claim.period
    if money.krw is not None:
        yield Property.WON, integer(money.krw)
    else:
        yield Property.FOREIGN_AMOUNT, integer(money.amount)
    yield Property.CURRENCY, plain(money.currency)
    if money.approximation:
        yield Property.APPROXIMATION, concept(money.approximation)
    if money.as_written:
        yield Property.AS_WRITTEN, korean(money.as_written)
    yield Property.BUDGET_KIND, concept(claim.kind)
    if claim.source:
        yield Property.SOURCE, concept(claim.source)
    if period and period.start is not None:
        yield Property.PERIOD_START, year(period.start)
    if period and period.end is not None:
        yield Property.PERIOD_END, year(period.end)
