"""Mentions: one file a kind. `find_mentions` is the way in."""

from __future__ import annotations

from extractors.document import Document
from extractors.gazetteer import Gazetteer
from extractors.mentions import (
    abbreviations,
    associations,
    companies,
    events,
    fields,
    governments,
    headed,
    held_places,
    institutes,
    judge,
    returning,
    universities,
)
from extractors.mentions.arbitration import arbitrate
from extractors.mentions.mention import Mention
from extractors.mentions.organisations import branches
from extractors.mentions.survey import survey
from graph.model import EntityType


def find_mentions(
    document: Document, gazetteer: Gazetteer, judges: judge.Models | None = None
) -> list[Mention]:
    """What a document names, in order; only regions and industries lie inside other names.

    `judges` take the place of those of projects, sites and industries that come with the code.
    """
    ground, places, persons = survey(document, gazetteer)
    bodies = [
        *governments.find(ground),
        *institutes.find(ground),
        *universities.find(ground),
        *associations.find(ground),
        *headed.find(ground),
        *headed.bracketed(ground),
    ]
    bodies += list(branches(ground, bodies))
    firms = list(companies.find(ground, persons, [*places, *bodies]))
    known = {firm.name for firm in firms}
    offered = judge.offer(ground)
    undertakings = [m for m in judge.find(ground, offered, judges) if m.name not in known]
    told = judges[EntityType.INDUSTRY] if judges else None
    found = arbitrate(
        (
            *places,
            *persons,
            *bodies,
            *firms,
            *undertakings,
            *events.find(ground),
            *fields.find(ground, offered.proposals, told),
        )
    )
    for more in (abbreviations.find, returning.find, held_places.held):
        if added := tuple(more(ground, found)):
            found = arbitrate((*found, *added))
    return found
