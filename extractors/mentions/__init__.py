"""Mentions: one file a kind. `find_mentions` is the way in."""

from __future__ import annotations

from extractors.document import Document
from extractors.gazetteer import Gazetteer
from extractors.mentions import (
    abbreviations,
    associations,
    companies,
    events,
    governments,
    industries,
    institutes,
    judge,
    people,
    regions,
    returning,
    universities,
)
from extractors.mentions.arbitration import arbitrate
from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.organisations import branches


def find_mentions(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """What a document names, in order; only regions and industries lie inside other names."""
    ground = Ground(document, gazetteer)
    places = list(regions.find(ground))
    ground.know_regions((place.start, place.end) for place in places)
    persons = list(people.find(ground))
    ground.person_starts = {person.start for person in persons}
    bodies = [
        *governments.find(ground),
        *institutes.find(ground),
        *universities.find(ground),
        *associations.find(ground),
    ]
    bodies += list(branches(ground, bodies))
    firms = list(companies.find(ground, persons, [*places, *bodies]))
    known = {firm.name for firm in firms}
    undertakings = [m for m in judge.find(ground) if m.name not in known]
    found = arbitrate(
        (
            *places,
            *persons,
            *bodies,
            *firms,
            *undertakings,
            *events.find(ground),
            *industries.find(ground),
        )
    )
    for more in (abbreviations.find, returning.find):
        if added := tuple(more(ground, found)):
            found = arbitrate((*found, *added))
    return found
