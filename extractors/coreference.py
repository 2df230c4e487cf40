"""Mentions gathered into the entities of one article, with the words that stand for them.

Two mentions are one thing where they share a code, a name (spaces and points aside) or a stated
renaming, and where a project's or institute's short form is the end of one longer name only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from extractors.document import Document
from extractors.gazetteer import Gazetteer
from extractors.mentions.mention import Mention
from extractors.reading import Occurrence, Reading
from extractors.standins import stand_ins
from graph.model import Entity, EntityType, Span

FOLDED = re.compile(r"[^0-9a-z가-힣一-鿿]")
GENERIC = re.compile(
    r"(?:조성사업|구축사업|건립사업|지원사업|육성사업|개발사업|사업|조성|구축|건립|건설|설립"
    r"|프로젝트|추진)$"
)
CONTRACTED = (("산업단지", "산단"), ("국가산업단지", "국가산단"))
INNER = re.compile(r"\(([^)]*)\)")
LIST = re.compile(r"[·,/]")
OTHER = re.compile(r"^(?:임시|제[0-9]+|신|[0-9]차|[1-9]단계|차세대|글로벌)|제[0-9]+$|[0-9]차$")
EITHER = frozenset((EntityType.PROJECT, EntityType.SITE))
BUILDABLE = EITHER | {EntityType.INSTITUTE}
SHORTENED = (
    EITHER,
    frozenset((EntityType.INSTITUTE,)),
    frozenset((EntityType.EVENT,)),
    BUILDABLE,
)
PHASE = re.compile(r"[1-9]단계")


class Group:
    """The mentions of one thing."""

    def __init__(self, mention: Mention) -> None:
        self.mentions = [mention]
        self.type = mention.type

    @property
    def start(self) -> int:
        """Where it is first mentioned."""
        return min(mention.start for mention in self.mentions)

    def take(self, other: Group) -> None:
        """Take over the mentions of another group; the type is what most sure mentions say."""
        self.mentions += other.mentions
        other.mentions = []
        votes: Counter[EntityType] = Counter()
        for mention in self.mentions:
            if mention.type in EITHER:
                votes[mention.type] += round(100 * mention.confidence**2)
        if self.type in EITHER:
            self.type = votes.most_common(1)[0][0]

    @property
    def names(self) -> list[str]:
        """Its names, the fullest first, then in order of the text."""
        ranked = sorted(self.mentions, key=lambda m: m.start)
        sure = [m for m in ranked if m.rule != "region.office"] or ranked
        own = [m for m in sure if m.rule not in ("person.short",)] or sure
        fullest = max(own, key=lambda m: (len(m.name), -m.start)).name
        return list(dict.fromkeys((fullest, *(m.name for m in sure))))

    @property
    def ref(self) -> str | None:
        """The code that most of its mentions carry."""
        refs = Counter(m.ref for m in self.mentions if m.ref)
        return refs.most_common(1)[0][0] if refs else None


def fold(name: str) -> str:
    """A name for comparison: lower case, letters and digits only, `산업단지` as `산단`.

    >>> fold("소부장 특화단지") == fold("소부장특화단지")
    True
    """
    folded = FOLDED.sub("", name.lower())
    for long, short in CONTRACTED:
        folded = folded.replace(long, short)
    return folded


def cores(mention: Mention) -> set[str]:
    """The forms under which a mention's name is compared.

    They lack `사업` and such at the end. Where a bracket stands in the name (`AX(인공지능 전환)
    실증밸리`), the name without it counts, and the name with its content alone.
    """
    names = {mention.name}
    match = INNER.search(mention.name)
    if match and not LIST.search(match.group(1)):
        before, after = mention.name[: match.start()], mention.name[match.end() :]
        words = before.split(" ")
        names = {before + after, " ".join((*words[:-1], match.group(1))) + after}
    return {_core(name) for name in names}


def _core(name: str) -> str:
    folded = fold(name)
    cut = GENERIC.sub("", folded)
    return cut if len(cut) >= 3 else folded


def gather(document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Reading:
    """The entities and occurrences of a document."""
    groups = _groups(mentions, gazetteer)
    places = _places(mentions, gazetteer)
    groups = _absorb(groups, tuple(sorted(places, key=len, reverse=True)))
    groups.sort(key=lambda group: group.start)
    entities: list[Entity] = []
    occurrences: list[Occurrence] = []
    owned: dict[EntityType, set[str]] = {}
    for number, group in enumerate(groups, 1):
        key = f"e{number}"
        names = group.names
        taken = owned.setdefault(group.type, set())
        if group.type is EntityType.INDUSTRY:
            names += [bare for name in names if (bare := name.removesuffix(" 산업")) not in names]
        aliases = [name for name in names[1:] if name not in taken]
        taken.update((names[0], *aliases))
        ordered = sorted({(m.start, m.end) for m in group.mentions})
        spans = tuple(Span.of(document.text, start, end) for start, end in ordered)
        entities.append(
            Entity(
                key,
                group.type,
                names[0],
                tuple(aliases),
                spans,
                group.ref,
                max(m.confidence for m in group.mentions),
            )
        )
        occurrences += [Occurrence(start, end, key) for start, end in ordered]
    occurrences.sort()
    unnamed = stand_ins(document, entities, occurrences, gazetteer)
    return Reading(document, tuple(entities), tuple(sorted((*occurrences, *unnamed))))


def _places(mentions: Iterable[Mention], gazetteer: Gazetteer) -> set[str]:
    """The regions of the text, and those that the names of projects and sites begin with."""
    found = set()
    for mention in mentions:
        if mention.type is EntityType.REGION:
            found.add(fold(mention.name))
        elif mention.type in EITHER:
            first = mention.name.split(" ")[0]
            if gazetteer.entries(first, EntityType.REGION):
                found.add(fold(first))
    return found


def _groups(mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Group]:
    by_name: dict[tuple[str, str], Group] = {}
    by_start: dict[int, Group] = {}
    groups: list[Group] = []
    pending: list[Mention] = []
    kinds = _kinds(mentions)
    for mention in mentions:
        if mention.same_as is not None:
            pending.append(mention)
            continue
        kind = (
            kinds.get(fold(mention.name), mention.type) if mention.type in EITHER else mention.type
        )
        keys = [(kind.value, identity) for identity in _identities(mention)]
        if kind in EITHER and (owned := _owned(mention.name, gazetteer)):
            keys.append((kind.value, owned))
        if mention.ref:
            keys.append((kind.value, mention.ref))
        group = next((by_name[key] for key in keys if key in by_name), None)
        if group is None:
            group = Group(mention)
            group.type = kind
            groups.append(group)
        else:
            group.mentions.append(mention)
        for key in keys:
            by_name.setdefault(key, group)
        by_start[mention.start] = group
    for mention in pending:
        group = by_start.get(mention.same_as or 0)
        if group is None:
            continue
        identity = _identities(mention)[0]
        other = by_name.get((group.type.value, identity))
        if other is not None and other is not group and mention.type is not EntityType.PERSON:
            group.mentions += other.mentions
            other.mentions = []
            by_start.update({m.start: group for m in group.mentions})
        group.mentions.append(mention)
        by_name[(group.type.value, identity)] = group
        by_start[mention.start] = group
    return [group for group in groups if group.mentions]


def _owned(name: str, gazetteer: Gazetteer) -> str | None:
    """A name that begins with a listed body, under the body's code: `카이스트`, `KAIST 캠퍼스`."""
    first, _, rest = name.partition(" ")
    owners = [entry for entry in gazetteer.entries(first) if entry.ref.startswith("org:")]
    return f"{owners[0].ref} {fold(rest)}" if rest and len(owners) == 1 else None


def _identities(mention: Mention) -> list[str]:
    if mention.type is EntityType.REGION:
        return [mention.ref or fold(mention.name)]
    if mention.type is EntityType.PROJECT:
        return sorted(cores(mention), key=len, reverse=True)
    folded = fold(mention.name) or mention.name
    if mention.type is EntityType.INDUSTRY:
        bare = folded.removesuffix("산업")
        return [folded, *([bare] if len(bare) > 1 and bare != folded else [])]
    return [folded]


def _kinds(mentions: Iterable[Mention]) -> dict[str, EntityType]:
    """Whether a name that is read both ways is a project or a site: the surer readings win."""
    votes: dict[str, Counter[EntityType]] = {}
    for mention in mentions:
        if mention.type in EITHER:
            weight = round(100 * mention.confidence**2)
            votes.setdefault(fold(mention.name), Counter())[mention.type] += weight
    return {name: count.most_common(1)[0][0] for name, count in votes.items()}


def _absorb(groups: list[Group], places: tuple[str, ...]) -> list[Group]:
    """Join each short form to the only longer name that it shortens."""
    for kinds in SHORTENED:
        alike = [group for group in groups if group.mentions and group.type in kinds]
        forms = {id(g): set().union(*(cores(m) for m in g.mentions)) for g in alike}
        for shortens in (_ends, _skips):
            for group in sorted(alike, key=lambda g: max(map(len, forms[id(g)]))):
                short = max(forms[id(group)], key=len)
                if len(short) < 4 or not group.mentions or PHASE.match(short):
                    continue
                place, plain = _split(short, places)
                hosts = [
                    other
                    for other in alike
                    if other is not group
                    and other.mentions
                    and (kinds is not BUILDABLE or _becomes(group, other))
                    and any(
                        _alike(place, plain, full, places, shortens) for full in forms[id(other)]
                    )
                ]
                if len(hosts) > 1:
                    hosts = [
                        host
                        for host in hosts
                        if any(_split(full, places)[1] == plain for full in forms[id(host)])
                    ]
                if len(hosts) == 1:
                    hosts[0].take(group)
                    forms[id(hosts[0])] |= forms[id(group)]
    return [group for group in groups if group.mentions]


def _becomes(body: Group, built: Group) -> bool:
    """Whether an unlisted body may be what a project builds: `융합기술원` of a named institute."""
    return body.type is EntityType.INSTITUTE and body.ref is None and built.type in EITHER


def _split(name: str, places: tuple[str, ...]) -> tuple[str, str]:
    """The region before a name, where enough is left without it, and the rest."""
    for place in places:
        if name.startswith(place) and len(name) - len(place) >= 4:
            return place, name[len(place) :]
    return "", name


def _alike(
    place: str,
    plain: str,
    full: str,
    places: tuple[str, ...],
    shortens: Callable[[str, str], bool],
) -> bool:
    """Whether a short form and a full one agree on the region and on the rest."""
    other, rest = _split(full, places)
    if place and other and not place.startswith(other) and not other.startswith(place):
        return False
    return plain == rest or shortens(plain, rest)


def _ends(short: str, full: str) -> bool:
    """Whether a full name ends in the short one, and what it says more does not tell them apart."""
    return len(short) < len(full) and full.endswith(short) and not OTHER.search(full[: -len(short)])


def _skips(short: str, full: str) -> bool:
    """Whether the short form leaves out letters of the full one only: `배터리특구`."""
    if len(short) < (4 if short[:2] == full[:2] else 5) or short[-2:] != full[-2:]:
        return False
    if len(short) >= len(full) or (OTHER.match(full) and not OTHER.match(short)):
        return False
    letters = iter(full)
    return short[:2] in full and all(letter in letters for letter in short)
