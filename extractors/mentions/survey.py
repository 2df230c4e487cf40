"""A document's ground with its regions and persons known: what all other names are read on."""

from __future__ import annotations

from typing import NamedTuple

from extractors.document import Document
from extractors.gazetteer import Gazetteer
from extractors.mentions import people, regions
from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention


class Survey(NamedTuple):
    """The ground, and the regions and persons that it knows."""

    ground: Ground
    regions: tuple[Mention, ...]
    persons: tuple[Mention, ...]


def survey(document: Document, gazetteer: Gazetteer) -> Survey:
    """The ground of a document. Regions come first: offices are read beside them."""
    ground = Ground(document, gazetteer)
    places = tuple(regions.find(ground))
    ground.know_regions((place.start, place.end) for place in places)
    persons = tuple(people.find(ground))
    ground.person_starts = {person.start for person in persons}
    return Survey(ground, places, persons)
