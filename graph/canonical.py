"""The canonical entity: what the article entities that were judged the same have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.model import EntityType
from graph.names import is_numbered
from graph.reference import Reference, References
from graph.sameness import Profile, Told


@dataclass(frozen=True, slots=True)
class CanonicalEntity:
    """A thing of the graph.

    `path` is its id and the end of its IRI (`region/48120`, `company/파나시아`), `parents` are the
    paths of the areas that it publicly lies in, the nearest first, `members` the article entities
    that it stands for, as (article id, key), and `identities` the other paths that lead to it.
    """

    path: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    ref: str | None = None
    name_en: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    parents: tuple[str, ...] = ()
    members: tuple[tuple[str, str], ...] = ()
    identities: tuple[str, ...] = ()


def chosen_path(profiles: Collection[Profile]) -> str:
    """The path that a thing of several identities goes by: listed, then told first."""
    if len(profiles) == 1:
        return next(iter(profiles)).path
    return min(profiles, key=lambda one: (one.ref is None, one.first_told, one.path)).path


def canonical(path: str, profiles: Sequence[Profile], references: References) -> CanonicalEntity:
    """The thing that some identities are, under one of their paths."""
    members = (
        tuple(profiles[0].order)
        if len(profiles) == 1
        else tuple(sorted(member for profile in profiles for member in profile.order))
    )
    names = {name for profile in profiles for name in profile.names}
    identities = tuple(sorted(profile.path for profile in profiles if profile.path != path))
    for profile in profiles:
        if profile.path == path and profile.ref is not None:
            known = from_reference(references[profile.ref], references)
            aliases = tuple(sorted((names | set(known.aliases)) - {known.name}))
            return replace(known, aliases=aliases, members=members, identities=identities)
    name = told_name(profiles)
    return CanonicalEntity(
        path=path,
        type=profiles[0].type,
        name=name,
        aliases=tuple(sorted(names - {name})),
        members=members,
        identities=identities,
    )


def told_name(profiles: Iterable[Profile]) -> str:
    """The name that most sightings tell; a mere number (`1단계`) only where there is no other."""
    counts: Counter[str] = Counter()
    for profile in profiles:
        counts.update(profile.told.get(Told.NAME, {}))
    return min(counts, key=lambda told: (is_numbered(told), -counts[told], -len(told), told))


def from_reference(reference: Reference, references: References) -> CanonicalEntity:
    """What is publicly known of a thing, without what articles say."""
    return CanonicalEntity(
        path=reference.path,
        type=reference.type,
        name=reference.name,
        aliases=tuple(sorted(set(reference.aliases) - {reference.name})),
        ref=reference.ref,
        name_en=reference.name_en,
        latitude=reference.latitude,
        longitude=reference.longitude,
        parents=tuple(parent.path for parent in lineage(reference, references)),
    )


def lineage(reference: Reference, references: References) -> list[Reference]:
    """What a thing publicly lies in, the nearest first, and behind it what it lay in before."""
    found: dict[str, Reference] = {}
    former: list[str] = []
    ahead: list[str | None] = [reference.ref]
    while ahead:
        place = references.get(ahead.pop(0) or "")
        if place is not None and place.ref not in found:
            found[place.ref] = place
            former.extend(place.former_parents)
            ahead[:0] = [place.parent, *place.also_in]
    before = {ref: references[ref] for ref in former if ref in references}
    return [place for place in {**found, **before}.values() if place != reference]


def ancestors(entity: CanonicalEntity, references: References) -> Iterator[Reference]:
    """The rows of reference data that an entity publicly lies in."""
    reference = references.get(entity.ref or "")
    if reference is not None:
        yield from lineage(reference, references)
