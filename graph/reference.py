"""What is publicly known of things beside what articles say: official names, codes, coordinates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import EntityType


@dataclass(frozen=True, slots=True)
class Reference:
    """One row of public reference data.

    `ref` is its code (`region:48120`), `parent` the ref of what it lies in. `local_name` is the
    last part of its IRI: the code of a region, the name of an organisation.
    """

    ref: str
    type: EntityType
    name: str
    local_name: str
    aliases: tuple[str, ...] = ()
    name_en: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    parent: str | None = None


References = Mapping[str, Reference]
"""Reference data by ref."""
