"""The default graph: the accepted view of all articles, every triple once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from graph.direct import direct_triples
from graph.iris import Iris
from graph.model import UNDERTAKINGS, Budget, Claim, Extraction, Status
from graph.rdf import entity_quads
from graph.view import View


def accepted_quads(extractions: Iterable[Extraction], view: View, iris: Iris) -> Iterator[Quad]:
    """The canonical entities, and the plain triples of what is accepted of them.

    Of several totals or statuses of one project the consensus rule's first stands here alone, so
    that a SUM counts each project once; the others stand in their articles' graphs. A triple that
    several articles say may come several times: collect them in a set.
    """
    for entity in view.entities.values():
        yield from entity_quads(entity, iris)
    accepted = {project.budget.id for project in view.projects if project.budget is not None}
    for path, entity in view.entities.items():
        if entity.type in UNDERTAKINGS:
            accepted.update(status.first.id for status in view.statuses(path)[:1])
    for extraction in extractions:
        article_id = extraction.article.id
        for index, claim in enumerate(extraction.claims):
            if _is_one_of_several(claim) and f"{article_id}-{index}" not in accepted:
                continue
            for triple in direct_triples(claim, view.paths[article_id], iris):
                yield Quad(triple.subject, triple.predicate, triple.object)


def _is_one_of_several(claim: Claim) -> bool:
    return isinstance(claim, Budget) or (isinstance(claim, Status) and not claim.scheduled)
