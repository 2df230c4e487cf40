"""Which article entities are the same thing.

Invariant: the outcome is a pure function of the extractions and the reference data, whatever their
order, and no article's entity changes its path because another article came.

So each entity is identified on its own, by its type and

1. its public code, where the extractors found one: all names of one region or institute meet there;
2. for a person, the name with the office's body (never the name alone: without a body it stays the
   article's own);
3. for a short name that is little more than a number (a phase, a lot), the name within the whole
   that it is stated to be part of, else within the article;
4. otherwise its name, folded.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.canonical import CanonicalEntity
from graph.folding import fold
from graph.model import Entity, EntityType, Extraction, PartOf, Role
from graph.reference import Reference, References

_LONGEST_NUMBERED_NAME = 8
_LONGEST_NAME_WITH_NUMBER = 4
_MAX_LOCAL_NAME = 80


@dataclass(frozen=True, slots=True)
class Resolution:
    """The canonical entities by path, and by article and key the path of every entity."""

    entities: Mapping[str, CanonicalEntity]
    paths: Mapping[str, Mapping[str, str]]


def identify(extraction: Extraction, references: References) -> dict[str, str]:
    """The path of each of one article's entities, by key."""
    wholes = {claim.part: claim.whole for claim in extraction.claims if isinstance(claim, PartOf)}
    bodies = _bodies(extraction)
    entities = {entity.key: entity for entity in extraction.entities}
    local: dict[str, str] = {}
    for key, entity in entities.items():
        reference = references.get(entity.ref or "")
        if reference is not None and reference.type == entity.type:
            local[key] = reference.local_name
        elif entity.type is EntityType.PERSON:
            body = bodies.get(key)
            scope = _folded(entities[body], references) if body else extraction.article.id
            local[key] = f"{fold(entity.name)}-{scope}"
        elif _is_numbered(entity):
            whole = wholes.get(key)
            scope = extraction.article.id
            if whole is not None and not _is_numbered(entities[whole]):
                scope = fold(entities[whole].name)
            local[key] = f"{scope}-{fold(entity.name)}"
        else:
            local[key] = fold(entity.name) or f"{extraction.article.id}-{_digest(entity.name)}"
    return {key: f"{entities[key].type.value}/{_cut(name)}" for key, name in local.items()}


def resolve(extractions: Iterable[Extraction], references: References) -> Resolution:
    """All extractions' entities, gathered by path."""
    members: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    paths: dict[str, dict[str, str]] = {}
    for extraction in extractions:
        found = paths[extraction.article.id] = identify(extraction, references)
        for entity in extraction.entities:
            members[found[entity.key]].append((extraction.article.id, entity))
    entities = {path: _canonical(path, these, references) for path, these in members.items()}
    for ancestor in list(_ancestors(entities.values(), references)):
        entities.setdefault(path_of(ancestor), _from_reference(ancestor, references))
    return Resolution(dict(sorted(entities.items())), paths)


def path_of(reference: Reference) -> str:
    """The path of what a row of reference data describes."""
    return f"{reference.type.value}/{reference.local_name}"


def _bodies(extraction: Extraction) -> dict[str, str]:
    """The body that tells a person from namesakes: of a present office before a former one."""
    roles = [claim for claim in extraction.claims if isinstance(claim, Role)]
    bodies: dict[str, str] = {}
    for role in sorted(roles, key=lambda role: role.former):
        if role.organization is not None:
            bodies.setdefault(role.person, role.organization)
    return bodies


def _folded(entity: Entity, references: References) -> str:
    reference = references.get(entity.ref or "")
    return fold(reference.name if reference else entity.name)


def _cut(name: str) -> str:
    """A name of a bearable length; what is cut off still tells it from others."""
    if len(name) <= _MAX_LOCAL_NAME:
        return name
    digest = _digest(name)
    return f"{name[: _MAX_LOCAL_NAME - len(digest) - 1]}-{digest}"


def _digest(name: str) -> str:
    normal = unicodedata.normalize("NFC", name)
    return hashlib.sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _is_numbered(entity: Entity) -> bool:
    """Whether a name is no more than a number in a row: `1단계`, `2단계 조성사업`, `제3지구`."""
    name = fold(entity.name)
    if entity.type is not EntityType.PROJECT:
        return False
    longest = _LONGEST_NUMBERED_NAME if name[:1].isdigit() else _LONGEST_NAME_WITH_NUMBER
    return len(name) <= longest and any(letter.isdigit() for letter in name)


def _canonical(
    path: str, found: list[tuple[str, Entity]], references: References
) -> CanonicalEntity:
    counts = Counter(entity.name for _, entity in found)
    names = {known for _, entity in found for known in entity.names}
    members = tuple(sorted((article, entity.key) for article, entity in found))
    for ref in sorted({entity.ref for _, entity in found if entity.ref}):
        reference = references.get(ref)
        if reference is not None and path_of(reference) == path:
            known = _from_reference(reference, references)
            aliases = tuple(sorted((names | set(known.aliases)) - {known.name}))
            return replace(known, aliases=aliases, members=members)
    name = min(counts, key=lambda known: (-counts[known], -len(known), known))
    return CanonicalEntity(
        path=path,
        type=found[0][1].type,
        name=name,
        aliases=tuple(sorted(names - {name})),
        members=members,
    )


def _from_reference(reference: Reference, references: References) -> CanonicalEntity:
    return CanonicalEntity(
        path=path_of(reference),
        type=reference.type,
        name=reference.name,
        aliases=tuple(sorted(set(reference.aliases) - {reference.name})),
        ref=reference.ref,
        name_en=reference.name_en,
        latitude=reference.latitude,
        longitude=reference.longitude,
        parents=tuple(path_of(parent) for parent in _lineage(reference, references)),
    )


def _lineage(reference: Reference, references: References) -> list[Reference]:
    """What a thing publicly lies in, the nearest first, and behind it what it lay in before."""
    lineage: dict[str, Reference] = {}
    former: list[str] = []
    ahead: list[str | None] = [reference.ref]
    while ahead:
        place = references.get(ahead.pop(0) or "")
        if place is not None and place.ref not in lineage:
            lineage[place.ref] = place
            former.extend(place.former_parents)
            ahead[:0] = [place.parent, *place.also_in]
    before = {ref: references[ref] for ref in former if ref in references}
    return [place for place in {**lineage, **before}.values() if place != reference]


def _ancestors(entities: Iterable[CanonicalEntity], references: References) -> Iterator[Reference]:
    for entity in entities:
        reference = references.get(entity.ref or "")
        if reference is not None:
            yield from _lineage(reference, references)
