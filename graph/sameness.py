"""What speaks for two identities being one thing, and what against.

Every identity has *keys*; two that share one are compared, so the cost grows with the articles and
not with their pairs. A comparison gives a score and its reason. From `SURE` on two are one; from
`DOUBTFUL` on a person is asked; below that they are different.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from graph.folding import fold
from graph.homes import Homes
from graph.model import ORGANIZATIONS, EntityType
from graph.names import bare, digits, is_numbered, phases, variants, without_place, words
from graph.ordered import Ordered
from graph.sightings import Sighting

SURE = 0.8
DOUBTFUL = 0.5

_AT_HOME = frozenset({EntityType.PROJECT, EntityType.SITE, EntityType.EVENT})
_BODIES = ORGANIZATIONS - {EntityType.REGION}
_SHORTEST_OWN_ALIAS = 4
_TELLING_LENGTH = 8
_ALIKE = 85.0
_SUREST_BY_SPELLING = 0.94
_WEAK_TIES = ("lead", "place region")
"""A body leads many projects of a city, and the city is why they were compared."""


class Told(StrEnum):
    """What sightings tell of an identity."""

    NAME = "name"
    ALIAS = "alias"
    STATED_HOME = "stated home"
    SUPPOSED_HOME = "supposed home"
    BODY = "body"
    OFFICE = "office"
    WHOLE = "whole"
    TIE = "tie"


_HOMES = (Told.STATED_HOME, Told.SUPPOSED_HOME)


@dataclass(slots=True)
class Profile:
    """An identity with all that its sightings tell of it, each with how many sightings do.

    `ref` is the row of reference data whose path it has. All the rest changes with the sightings
    alone.
    """

    path: str
    type: EntityType
    ref: str | None
    members: dict[tuple[str, str], Sighting] = field(default_factory=dict)
    _order: Ordered[tuple[str, str]] = field(
        default_factory=lambda: Ordered(_itself), compare=False, repr=False
    )
    told: dict[Told, Counter[str]] = field(default_factory=dict)
    articles: Counter[str] = field(default_factory=Counter)

    def add(self, sighting: Sighting) -> None:
        """Count a sighting in."""
        member = sighting.article, sighting.entity.key
        self.members[member] = sighting
        self._order.add(member)
        self.articles[sighting.article] += 1
        for kind, value in _told(sighting):
            self.told.setdefault(kind, Counter())[value] += 1

    def remove(self, sighting: Sighting) -> None:
        """Count a sighting out."""
        member = sighting.article, sighting.entity.key
        del self.members[member]
        self._order.remove(member)
        self.articles[sighting.article] -= 1
        if not self.articles[sighting.article]:
            del self.articles[sighting.article]
        for kind, value in _told(sighting):
            counts = self.told[kind]
            counts[value] -= 1
            if not counts[value]:
                del counts[value]
            if not counts:
                del self.told[kind]

    def all(self, kind: Told) -> list[str]:
        """What is told of one kind, the most told first."""
        counts = self.told.get(kind, _NOTHING)
        if len(counts) < 2:
            return [*counts]
        return sorted(counts, key=lambda value: (-counts[value], value))

    def any_of(self, *kinds: Told) -> set[str]:
        """What is told of some kinds, in no order."""
        return {value for kind in kinds for value in self.told.get(kind, ())}

    @property
    def order(self) -> list[tuple[str, str]]:
        """The members in order: article ids and keys."""
        return self._order.items()

    @property
    def names(self) -> set[str]:
        """Every name and alias that it is told by."""
        return self.any_of(Told.NAME, Told.ALIAS)

    @property
    def first_told(self) -> str:
        """The day of the first article that names it; an undated one counts as last."""
        return min(sighting.published or "9999" for sighting in self.members.values())


_NOTHING: Mapping[str, int] = {}


def _itself(member: tuple[str, str]) -> tuple[str, str]:
    return member


def _told(sighting: Sighting) -> Iterator[tuple[Told, str]]:
    yield Told.NAME, sighting.entity.name
    for alias in sighting.entity.aliases:
        yield Told.ALIAS, alias
    home = Told.STATED_HOME if sighting.home.stated else Told.SUPPOSED_HOME
    for region in sighting.home.regions:
        yield home, region
    for kind, values in (
        (Told.BODY, sighting.bodies),
        (Told.OFFICE, sighting.offices),
        (Told.WHOLE, sighting.wholes),
    ):
        for value in dict.fromkeys(values):
            yield kind, value
    for kind_of_tie, other in sighting.ties:
        yield Told.TIE, f"{kind_of_tie} {other}"


@dataclass(frozen=True, slots=True)
class Key:
    """One reason to compare: how sure it makes, and in words.

    `alias` counts the sightings that give it by another name than their own; `alike` asks for a
    comparison of spellings first.
    """

    weight: float
    reason: str
    alias: int = 0
    alike: bool = False


Keys = dict[str, Key]


def keys_of(profile: Profile, homes: Homes) -> Keys:
    """The keys of an identity, by what is shared."""
    if profile.type is EntityType.PERSON:
        return dict(_person_keys(profile))
    if profile.type in _AT_HOME:
        return dict(_keys_at_home(profile, homes))
    if profile.type in _BODIES:
        return dict(_body_keys(profile))
    return {}


def phase_keys(profile: Profile, wholes: Mapping[str, Iterable[str]]) -> Keys:
    """The keys of an identity that is a phase of something.

    `wholes` gives the names of all that it is part of, by what tells each whole from others.
    """
    if profile.type is not EntityType.PROJECT:
        return {}
    names = [*profile.all(Told.NAME), *profile.all(Told.ALIAS)]
    return {
        f"{whole}|{phase}": Key(0.97, f"{phase} of the same whole")
        for whole, known in wholes.items()
        for phase in phases(names, list(known))
    }


def _person_keys(profile: Profile) -> Iterator[tuple[str, Key]]:
    bodies, offices = profile.all(Told.BODY), profile.all(Told.OFFICE)
    homes = profile.any_of(*_HOMES)
    for name in {fold(name) for name in profile.all(Told.NAME)}:
        for body in bodies:
            yield f"person|{name}|{body}", Key(0.95, "same name and body")
        for office in offices:
            if office in words("unique_office"):
                yield f"person|{name}|{office}", Key(0.95, "same name and office")
            elif not bodies:
                for home in homes:
                    yield (
                        f"person|{name}|{fold(office)}|{home}",
                        Key(0.85, "same name, office and place"),
                    )


def _body_keys(profile: Profile) -> Iterator[tuple[str, Key]]:
    names = {variant for name in profile.all(Told.NAME) for variant in variants(name)}
    kind = profile.type.value
    for name, count in sorted(_own_aliases(profile, names).items()):
        if bare(name) not in names:
            yield f"{kind}|{bare(name)}", Key(0.88, f"also called {name}", alias=count)
    for name in names:
        yield f"{kind}|{bare(name)}", Key(0.95, "same name")


def _keys_at_home(profile: Profile, homes: Homes) -> Iterator[tuple[str, Key]]:
    regions = profile.any_of(*_HOMES)
    around = {*regions, *filter(None, map(homes.province_of, regions))}
    places = homes.names_of(around)
    spelled = profile.all(Told.NAME)
    names = {variant for name in spelled for variant in variants(name) if not is_numbered(variant)}
    kind = profile.type.value
    found: dict[str, Key] = {}
    for name, count in sorted(_own_aliases(profile, names).items()):
        found[without_place(bare(name), places)] = Key(0.9, f"also called {name}", alias=count)
    for name in names:
        found[without_place(bare(name), places)] = Key(0.95, "same name")
    for name, key in found.items():
        for region in around:
            yield f"{kind}|{name}|{region}", Key(key.weight, f"{key.reason}, same place", key.alias)
        if len(name) >= _TELLING_LENGTH or not regions:
            yield f"{kind}|{name}|", Key(0.82, key.reason, key.alias)
        if len(name) >= _SHORTEST_OWN_ALIAS:
            for region in regions:
                yield f"{kind}|{name[:2]}…{name[-2:]}|{region}", Key(0.0, "", alike=True)
    for name in spelled:
        if " " in name:
            tokens = "+".join(sorted({fold(token) for token in name.split()} - {""}))
            for region in regions:
                yield f"{kind}||{tokens}|{region}", Key(0.9, "same words, same place")


def _own_aliases(profile: Profile, names: set[str]) -> Counter[str]:
    """The folded aliases that tell a thing outside its article, with how many sightings have them.

    A short form of the name itself (`테스트베드`, `재료연`) is understood in its article alone.
    """
    found: Counter[str] = Counter()
    for alias, count in profile.told.get(Told.ALIAS, _NOTHING).items():
        if is_numbered(alias):
            continue
        folded = fold(alias)
        long_enough = len(folded) >= (_SHORTEST_OWN_ALIAS - folded.isascii())
        if long_enough and not any(folded in name for name in names):
            found[folded] += count
    return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """How sure two identities are one, why, and how many sightings call one by the other's name."""

    score: float
    reason: str
    equated: int = 0


_DIFFERENT = Comparison(0.0, "")


def compare(
    one: Profile, other: Profile, shared: Iterable[tuple[Key, Key]], homes: Homes
) -> Comparison:
    """The score of two identities of one type, from the keys that they share."""
    if one.type in _AT_HOME and homes_conflict(one, other, homes):
        return _DIFFERENT
    best = _DIFFERENT
    equated = 0
    for mine, yours in shared:
        if mine.alike:
            if best.score >= _SUREST_BY_SPELLING:
                continue
            found = _spelled_alike(one, other, homes)
        else:
            equated = max(equated, mine.alias, yours.alias)
            weight = min(mine.weight, yours.weight)
            if mine.alias and yours.alias and one.type in _BODIES:
                weight = DOUBTFUL + 0.1
            found = Comparison(weight, min(mine, yours, key=lambda key: key.weight).reason)
        if found.score > best.score:
            best = found
    if best.score and one.type in _AT_HOME:
        best = _weighed_by_home(one, other, best, homes)
    elif best.score and one.type is EntityType.COMPANY:
        best = _weighed_by_seat(one, other, best, homes)
    return Comparison(best.score, best.reason, equated) if best.score else _DIFFERENT


def homes_conflict(one: Profile, other: Profile, homes: Homes) -> bool:
    """Whether two are stated to lie in places of which neither holds the other."""
    return not homes.meet(one.any_of(Told.STATED_HOME), other.any_of(Told.STATED_HOME))


def _weighed_by_home(one: Profile, other: Profile, found: Comparison, homes: Homes) -> Comparison:
    if homes.meet(one.any_of(*_HOMES), other.any_of(*_HOMES)):
        return found
    return Comparison(min(found.score, DOUBTFUL + 0.1), f"{found.reason}, other places")


def _weighed_by_seat(one: Profile, other: Profile, found: Comparison, homes: Homes) -> Comparison:
    """Firms of one name: two where they are stated to sit in two cities, unless a person knows."""
    if homes_conflict(one, other, homes):
        return Comparison(min(found.score, DOUBTFUL + 0.1), f"{found.reason}, other places")
    mine, yours = (firm.any_of(*_HOMES) for firm in (one, other))
    if mine and yours and homes.meet(mine, yours):
        return found
    return Comparison(min(found.score, 0.85), found.reason)


def _spelled_alike(one: Profile, other: Profile, homes: Homes) -> Comparison:
    """Names of one place that differ by a syllable or a word, weighed by what both are tied to."""
    best = _DIFFERENT
    ties = one.any_of(Told.TIE) & other.any_of(Told.TIE)
    wholes = one.any_of(Told.WHOLE) & other.any_of(Told.WHOLE)
    strong = bool(wholes) or any(not tie.startswith(_WEAK_TIES) for tie in ties)
    support = 0.1 if strong else 0.04 if ties else 0.0
    places = homes.names_of(one.any_of(*_HOMES))
    for name in one.all(Told.NAME):
        for another in other.all(Told.NAME):
            found = _spelling(
                without_place(bare(fold(name)), places), without_place(bare(fold(another)), places)
            )
            if found and found + support > best.score:
                reason = f"{name} / {another}: spelled alike" + (", same ties" if support else "")
                best = Comparison(min(found + support, _SUREST_BY_SPELLING), reason)
    return best


def _spelling(one: str, other: str) -> float:
    """How far two names may be one: letters put in are likelier than letters exchanged."""
    short, long = sorted((one, other), key=len)
    if digits(one) != digits(other) or is_numbered(short):
        return 0.0
    longer_by = len(long) - len(short)
    if Indel.distance(short, long) == longer_by:
        if _put_in(short, long) in words("site_class"):
            return 0.82
        if longer_by == 1 and len(long) >= _TELLING_LENGTH:
            return 0.82
        return 0.72 if longer_by * 3 <= len(long) else 0.0
    return 0.55 if ratio(one, other) >= _ALIKE else 0.0


def _put_in(short: str, long: str) -> str:
    """What stands in the longer of two names where both begin and end alike."""
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    return long[start : start + len(long) - len(short)]
