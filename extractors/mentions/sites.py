"""Sites: listed ones; those that only their clause tells from projects are found in `projects`."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.organisations import listed
from graph.model import EntityType


def find(ground: Ground) -> Iterator[Mention]:
    """The listed sites of a document."""
    yield from listed(ground, EntityType.SITE)
