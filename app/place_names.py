"""What a place's name means: 창원, 창원특례시 and Changwon are one city, 마산 two of its wards.

The public lists decide, not what articles happen to tell of: a name that several cities bear
(광주, 고성) stays ambiguous however little is known of the others. Towns and villages, of which
many share a name, count as far as articles tell of them.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graph.canonical import CanonicalEntity, from_reference
from graph.folding import fold
from graph.model import EntityType
from graph.reference import Reference, References
from graph.view import View

_LEVELS = frozenset({"country", "province", "city", "county", "district", "ward"})
_ENGLISH = ("-si", "-gun", "-gu", "-do")
_CITY = "시"


def places_named(name: str, view: View, references: References) -> list[list[CanonicalEntity]]:
    """All that a place's name can mean; a meaning is a place, or the wards of a former city.

    A site (산단) is meant where no region goes by the name.

    A name may stand behind what it lies in: `경남 고성`, `부산 강서구`.

    >>> from graph.reference import read_references
    >>> from app.settings import Settings
    >>> references = read_references(Settings().gazetteer)
    >>> def meant(name):
    ...     found = places_named(name, View(0, {}, {}, {}, {}), references)
    ...     return [[place.name for place in meaning] for meaning in found]
    >>> meant("Changwon"), meant("마산"), meant("경남 고성"), len(meant("고성"))
    ([['창원시']], [['마산합포구', '마산회원구']], [['고성군']], 2)
    """
    whole = _meanings(name, view, references)
    if whole or not name.split()[1:]:
        return whole
    *over, last = name.split()
    wholes = {
        place.path for meaning in _meanings(" ".join(over), view, references) for place in meaning
    }
    return [
        meaning
        for meaning in _meanings(last, view, references)
        if all(
            wholes.intersection((*place.parents, *view.places_of(place.path))) for place in meaning
        )
    ]


@dataclass(frozen=True, slots=True)
class _Listed:
    """The listed regions above towns by folded name, and the wards by the city that has them."""

    named: dict[str, list[Reference]]
    wards: dict[str, list[Reference]]

    @classmethod
    def of(cls, references: References) -> _Listed:
        named: dict[str, list[Reference]] = defaultdict(list)
        wards: dict[str, list[Reference]] = defaultdict(list)
        for one in references.values():
            if one.type is EntityType.REGION and one.level in _LEVELS:
                names = (one.name, *one.aliases, one.name_en or "")
                for name in dict.fromkeys(map(fold, names)):
                    named[name].append(one)
                if one.level == "ward" and one.parent:
                    wards[one.parent].append(one)
        return cls(dict(named), dict(wards))


def _meanings(name: str, view: View, references: References) -> list[list[CanonicalEntity]]:
    listed = view.once("listed regions", lambda _: _Listed.of(references))
    stem = unicodedata.normalize("NFC", name).strip().removesuffix(_CITY)
    former = [
        [_known(ward, view, references) for ward in wards]
        for city in listed.named.get(fold(stem + _CITY), ())
        if (wards := list(_wards(city, stem, listed)))
    ]
    if former:
        return former
    found = {
        entity.path: entity
        for folded in filter(None, _spellings(name))
        for entity in (
            *(_known(one, view, references) for one in listed.named.get(folded, ())),
            *view.named(folded, [EntityType.REGION]),
        )
    }
    sites = view.named(name, [EntityType.SITE]) if not found else []
    return [[entity] for entity in (*found.values(), *sites)]


def _wards(city: Reference, stem: str, listed: _Listed) -> Iterator[Reference]:
    """The wards of a city that bear the name of one which became part of it: 마산, 진해."""
    if city.name != stem + _CITY and len(stem) > 1:
        for ward in listed.wards.get(city.ref, ()):
            if ward.name.startswith(stem):
                yield ward


def _spellings(name: str) -> Iterator[str]:
    yield fold(name)
    if name.strip().isascii():
        yield from (fold(f"{name}{ending}") for ending in _ENGLISH)


def _known(reference: Reference, view: View, references: References) -> CanonicalEntity:
    """The region as the graph knows it, else as the public lists do."""
    listed = from_reference(reference, references)
    return view.entities.get(listed.path, listed)
