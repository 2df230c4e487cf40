"""Mentions gathered into the entities of one article, with the words that stand for them.

Two mentions are one thing where they share a code, a name (spaces and points aside) or a stated
renaming, and where a project's or institute's short form is the end of one longer name only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.document import Document
from extractors.gazetteer import Gazetteer
from extractors.mentions.mention import Mention
from extractors.reading import Occurrence, Reading
from extractors.standins import stand_ins
from graph.model import Entity, EntityType, Span

FOLDED = re.compile(r"[^0-9a-z가-힣一-鿿]")
GENERIC = re.compile(
    r"(?:조성사업|구축사업|건립사업|지원사업|육성사업|개발사업|사업|조성|구축|건립|건설|설립|프로젝트|추진)$"
)
CONTRACTED = (("산업단지", "산단"), ("국가산업단지", "국가산단"))
SHORTENED = frozenset((EntityType.PROJECT, EntityType.SITE, EntityType.INSTITUTE, EntityType.EVENT))
EITHER = frozenset((EntityType.PROJECT, EntityType.SITE))


class Group:
    """The mentions of one thing."""

    def __init__(self, mention: Mention) -> None:
        self.mentions = [mention]
        self.type = mention.type

    @property
    def start(self) -> int:
        """Where it is first mentioned."""
        return min(mention.start for mention in self.mentions)

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


def core(name: str) -> str:
    """A project's name for comparison, without `사업`, `조성사업` and such at its end."""
    folded = fold(name)
    cut = GENERIC.sub("", folded)
    return cut if len(cut) >= 3 else folded


def gather(document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Reading:
    """The entities and occurrences of a document."""
    groups = _groups(mentions)
    groups = _absorb(groups)
    groups.sort(key=lambda group: group.start)
    entities: list[Entity] = []
    occurrences: list[Occurrence] = []
    owned: dict[EntityType, set[str]] = {}
    for number, group in enumerate(groups, 1):
        key = f"e{number}"
        names = group.names
        taken = owned.setdefault(group.type, set())
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


def _groups(mentions: Sequence[Mention]) -> list[Group]:
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
        keys = [(kind.value, _identity(mention))]
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
        other = by_name.get((group.type.value, _identity(mention)))
        if other is not None and other is not group and mention.type is not EntityType.PERSON:
            group.mentions += other.mentions
            other.mentions = []
            by_start.update({m.start: group for m in group.mentions})
        group.mentions.append(mention)
        by_name[(group.type.value, _identity(mention))] = group
        by_start[mention.start] = group
    return [group for group in groups if group.mentions]


def _identity(mention: Mention) -> str:
    if mention.type is EntityType.REGION:
        return mention.ref or fold(mention.name)
    if mention.type is EntityType.PROJECT:
        return core(mention.name)
    return fold(mention.name) or mention.name


def _kinds(mentions: Iterable[Mention]) -> dict[str, EntityType]:
    """Whether a name that is read both ways is a project or a site: the surer readings win."""
    votes: dict[str, Counter[EntityType]] = {}
    for mention in mentions:
        if mention.type in EITHER:
            weight = round(100 * mention.confidence**2)
            votes.setdefault(fold(mention.name), Counter())[mention.type] += weight
    return {name: count.most_common(1)[0][0] for name, count in votes.items()}


def _absorb(groups: list[Group]) -> list[Group]:
    """Join each short form to the only longer name that ends in it."""
    for kind in SHORTENED:
        alike = [group for group in groups if group.type is kind]
        cores = {id(g): {core(m.name) for m in g.mentions} for g in alike}
        for group in sorted(alike, key=lambda g: max(map(len, cores[id(g)]))):
            longest = max(cores[id(group)], key=len)
            if len(longest) < 4 or re.match(r"[1-9]단계", longest):
                continue
            hosts = [
                other
                for other in alike
                if other is not group
                and other.mentions
                and any(_shortens(longest, full) for full in cores[id(other)])
            ]
            if len(hosts) == 1:
                hosts[0].mentions += group.mentions
                cores[id(hosts[0])] |= cores[id(group)]
                group.mentions = []
    return [group for group in groups if group.mentions]


def _shortens(short: str, full: str) -> bool:
    return len(short) < len(full) and full.endswith(short)
