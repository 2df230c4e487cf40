"""Associations: chambers of commerce, industry associations, councils, unions, cooperatives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.organisations import listed, tailed
from graph.model import EntityType

TAIL = re.compile(
    r"(?:협회|상공회의소|상의|협동조합|조합|협의회|연합회|총연합회|노조|노동조합|학회|연맹"
    r"|중앙회|진흥회|대책위|경영자총협회|경총|협의체|농협|수협"
    r"|번영회|동문회|연구회|시민연대|환경운동연합|연대|상인회|마을회|어촌계|번영위원회)$"
)

CHAMBER = re.compile(r"([가-힣]{2,4}?)상의(?=(?:회장)?(?:[은는이가을를와과도의]|에서|에|로)?$)")
"""A chamber of commerce by its place and short form."""
COMMITTEE = re.compile(r"(?:대책위원회|비상대책위)$")
"""Committees of those concerned, no public ones."""


def find(ground: Ground) -> Iterator[Mention]:
    """The associations of a document."""
    yield from listed(ground, EntityType.ASSOCIATION)
    yield from tailed(ground, EntityType.ASSOCIATION, TAIL)
    yield from tailed(ground, EntityType.ASSOCIATION, COMMITTEE, 0.85)
    yield from _chambers(ground)


def _chambers(ground: Ground) -> Iterator[Mention]:
    """`나래상의`, whose last letter the morphemes take for a particle."""
    for word in ground.words:
        found = CHAMBER.match(ground.text, word.start, word.stop)
        if found is not None and ground.gazetteer.entries(found[1], EntityType.REGION):
            start, end = word.start, found.end()
            name = ground.text[start:end]
            yield Mention(start, end, EntityType.ASSOCIATION, name, "association.chamber", 0.9)
