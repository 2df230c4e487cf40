"""The default graph: the accepted view of all articles, every triple once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from graph.direct import direct_triples
from graph.iris import Iris
from graph.literals import year
from graph.model import UNDERTAKINGS, Budget, Claim, EntityType, Extraction, Status
from graph.rdf import Paths, entity_quads
from graph.statements import Statement
from graph.view import View
from graph.vocabulary import Property


def accepted_quads(extractions: Iterable[Extraction], view: View, iris: Iris) -> Iterator[Quad]:
    """The canonical entities, and the plain triples of what is accepted of them.

    Of several totals or statuses of one project the consensus rule's first stands here alone, so
    that a SUM counts each project once; the others stand in their articles' graphs. A triple that
    several articles say may come several times: collect them in a set.
    """
    for path, entity in view.entities.items():
        yield from entity_quads(entity, iris)
        if entity.type in UNDERTAKINGS:
            yield from undertaking_quads(path, view, iris)
    for extraction in extractions:
        yield from plain_quads(extraction.claims, view.paths[extraction.article.id], iris)


def plain_quads(claims: Iterable[Claim], paths: Paths, iris: Iris) -> Iterator[Quad]:
    """The plain triples of an article's claims, or some of them, that stand whatever is said."""
    for claim in claims:
        if not _is_one_of_several(claim):
            yield from _direct(claim, paths, iris)


def undertaking_quads(path: str, view: View, iris: Iris) -> Iterator[Quad]:
    """The plain triples of the accepted sum and status of a project or event, and its first year.

    That is the first that a sum of it is for, whichever sum is accepted.
    """
    if (first := min(_years(path, view), default=None)) is not None:
        yield Quad(iris.entity(path), Property.FUNDED_FROM, year(first))
    for statement in _accepted(path, view):
        if statement is not None:
            yield from _direct(statement.claim, view.paths[statement.article.id], iris)


def _years(path: str, view: View) -> Iterator[int]:
    for statement in view.about(path):
        claim = statement.claim
        if isinstance(claim, Budget) and claim.period and statement.path("project") == path:
            yield from () if claim.period.start is None else (claim.period.start,)


def _accepted(path: str, view: View) -> tuple[Statement | None, ...]:
    if view.entities[path].type is EntityType.PROJECT:
        project = view.project(path)
        return project.budget, project.status
    return tuple(
        value.first for values in (view.budgets(path), view.statuses(path)) for value in values[:1]
    )


def _direct(claim: Claim, paths: Paths, iris: Iris) -> Iterator[Quad]:
    for triple in direct_triples(claim, paths, iris):
        yield Quad(triple.subject, triple.predicate, triple.object)


def _is_one_of_several(claim: Claim) -> bool:
    return isinstance(claim, Budget) or (isinstance(claim, Status) and not claim.scheduled)
