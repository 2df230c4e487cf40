"""The plain triples of the accepted view, as Wikidata's truthy ones: no claim node in between.

Which claims are accepted is decided elsewhere; here is only what one accepted claim comes to.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from pyoxigraph import Literal, NamedNode, Triple

from graph.iris import Iris
from graph.literals import integer, korean
from graph.model import (
    About,
    Agreement,
    Budget,
    BudgetKind,
    Claim,
    Located,
    Participates,
    PartOf,
    Produces,
    Role,
    Status,
    slots_of,
)
from graph.rdf import Paths
from graph.vocabulary import LABEL, PART_PROPERTIES, RDF_TYPE, Class, Property, concept

_JOINS: dict[type[Claim], NamedNode] = {
    Located: Property.LOCATED_IN,
    PartOf: Property.PART_OF,
    About: Property.ABOUT,
}
_REACHED = {False: Property.STATUS, True: Property.EXPECTED}


def direct_triples(claim: Claim, paths: Paths, iris: Iris) -> Iterator[Triple]:
    """The plain triples of one accepted claim.

    Of budgets only a total in won has one: a share, a year's money or dollars beside it would be
    summed with it. What two names of one thing would join to itself is left out.
    """
    for subject, prop, value in _direct(claim, paths, iris):
        if subject != value:
            yield Triple(subject, prop, value)


def _direct(
    claim: Claim, paths: Paths, iris: Iris
) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    def node(key: str) -> NamedNode:
        return iris.entity(paths[key])

    match claim:
        case Budget():
            yield from _total(claim, paths, iris)
        case Role():
            yield from _office(claim, paths, iris)
        case Located() | PartOf() | About():
            (_, one), (_, other) = slots_of(claim)
            yield node(one), _JOINS[type(claim)], node(other)
        case Participates():
            for prop in (PART_PROPERTIES[claim.part], Property.PARTICIPANT):
                yield node(claim.project), prop, node(claim.organization)
        case Status():
            yield node(claim.project), _REACHED[claim.scheduled], concept(claim.status)
        case Agreement():
            for one, other in permutations(claim.parties, 2):
                yield node(one), Property.AGREED_WITH, node(other)
        case Produces():
            yield node(claim.company), Property.PRODUCES, korean(claim.product)


def _total(
    claim: Budget, paths: Paths, iris: Iris
) -> Iterator[tuple[NamedNode, NamedNode, Literal]]:
    won = claim.money.krw
    if claim.project is not None and claim.kind is BudgetKind.TOTAL and won is not None:
        yield iris.entity(paths[claim.project]), Property.BUDGET, integer(won)


def _office(
    claim: Role, paths: Paths, iris: Iris
) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    """Who holds an office; without its body an office is only a word, and has no triple."""
    if claim.organization is None:
        return
    person, organization = iris.entity(paths[claim.person]), iris.entity(paths[claim.organization])
    post = iris.post(paths[claim.organization], claim.title)
    yield person, Property.FORMER_MEMBER_OF if claim.former else Property.MEMBER_OF, organization
    yield person, Property.HELD if claim.former else Property.HOLDS, post
    yield post, RDF_TYPE, Class.POST
    yield post, LABEL, korean(claim.title)
    yield post, Property.POST_IN, organization
