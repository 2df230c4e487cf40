"""Mentions gathered into the entities of one article, with the words that stand for them.

Two mentions are one thing where they share a code, a name (spaces and points aside) or a stated
renaming, and where a project's or institute's short form is the end of one longer name only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from extractors.document import Document
from extractors.folding import fold
from extractors.gazetteer import Gazetteer
from extractors.groups import EITHER, Group, cores
from extractors.headlines import join_headlines
from extractors.mentions.mention import Mention
from extractors.mentions.project_phrases import TAILS
from extractors.mentions.shape import PLAIN
from extractors.reading import Occurrence, Reading
from extractors.shortforms import LEAST, absorb
from extractors.standins import stand_ins
from graph.model import Entity, EntityType, Span

ESTATE = re.compile(r"[가-힣]{4,}(?:산단|산업단지|농공단지|공단|캠퍼스)$")
"""Complexes, whose names begin with the region in one word: `여수국가산단`."""

RENAMED = re.compile(
    r"[’”'\"」』｣]?(\()(?:(?:이하|가칭|일명|옛|현)[\s,]\s?)?[‘“'\"「『｢]?"
    r"|(?:(?: ?사업)?인|은)? ?[‘“'\"「『｢]|(?: ?사업)?인 "
)
"""What stands between two names of one thing: a bracket opens, or what is so called is quoted."""
MORE = re.compile(r"[’”'\"」』｣]?(?:[와과] |, |[·∙ㆍ])")
"""What says that a phase is more than one thing: `1단계인 나래센터와 다래센터`."""
SHUT = re.compile(r"[’”'\"」』｣]?\)")
PHASE = re.compile(r"[1-9]단계(?:\s?사업)?$")

_QUARTER = re.compile(r"(.+(?:폴리스|밸리|파크|시티|콤플렉스))(?:국가|일반|도시첨단|첨단)?산단")
"""`진천테크노폴리스 산업단지` is what is called `진천테크노폴리스` for short."""


def gather(document: Document, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Reading:
    """The entities and occurrences of a document."""
    groups = _renamed(document, _groups(mentions, gazetteer))
    places = _places(mentions, gazetteer)
    groups = [
        group
        for group in absorb(groups, places)
        if not _is_left_over(group) and not _is_plain(group)
    ]
    groups = join_headlines(document, groups)
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
        if group.type is EntityType.COMPANY:
            written = (document.text[m.start : m.end] for m in group.mentions)
            names += [form for form in dict.fromkeys(written) if form not in names]
        aliases = [name for name in names[1:] if name not in taken and not _is_kind(name)]
        taken.update((names[0], *aliases))
        ordered = sorted({(m.start, m.end) for m in group.mentions})
        spans = tuple(Span.of(document.page, start, end) for start, end in ordered)
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


def _renamed(document: Document, groups: Sequence[Group]) -> list[Group]:
    """Join projects of which the text says at once that one is called the other.

    `나래단지(가람원)`, `2단계 사업인 ‘나래단지’`.
    """
    by_start = {m.start: group for group in groups for m in group.mentions if group.type in EITHER}
    for group in groups:
        if group.type is not EntityType.PROJECT:
            continue
        for mention in tuple(group.mentions):
            behind = RENAMED.match(document.text, mention.end)
            other = by_start.get(behind.end()) if behind else None
            if behind is None or other is None or other is group or not other.mentions:
                continue
            renaming = next(m for m in other.mentions if m.start == behind.end())
            bracket = behind[1] is not None
            closed = SHUT.match(document.text, renaming.end) and not PHASE.search(renaming.name)
            alone = MORE.match(document.text, renaming.end) is None
            if closed if bracket else alone and PHASE.search(mention.name):
                group.take(other)
                by_start.update({m.start: group for m in group.mentions})
    return [group for group in groups if group.mentions]


def _is_left_over(group: Group) -> bool:
    """Whether all there is of a thing is a short form of another, which did not take it."""
    return all(mention.rule.endswith(".short") for mention in group.mentions)


def _is_plain(group: Group) -> bool:
    """Whether a site or project has no name but a word for a kind of thing: `농공단지 5곳`."""
    return group.type in EITHER and all(mention.name in PLAIN for mention in group.mentions)


def _is_kind(name: str) -> bool:
    """Whether a short form is a word for a kind of thing, which renames nothing: `교육원`."""
    return len(name) <= LEAST and TAILS.fullmatch(name) is not None


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
            elif ESTATE.search(first):
                found |= {
                    first[:length]
                    for length in (2, 3)
                    if gazetteer.entries(first[:length], EntityType.REGION)
                }
    return found


def _groups(mentions: Sequence[Mention], gazetteer: Gazetteer) -> list[Group]:
    by_name: dict[tuple[str, str], Group] = {}
    by_start: dict[tuple[int, EntityType], Group] = {}
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
        by_start[mention.start, kind] = group
    for mention in pending:
        group = _behind(mention, by_start)
        if group is None:
            continue
        identity = _identities(mention)[0]
        other = by_name.get((group.type.value, identity))
        if other is not None and other is not group and mention.type is not EntityType.PERSON:
            group.mentions += other.mentions
            other.mentions = []
            by_start.update({(m.start, group.type): group for m in group.mentions})
        group.mentions.append(mention)
        by_name[(group.type.value, identity)] = group
        by_start[mention.start, group.type] = group
    return [group for group in groups if group.mentions]


def _behind(mention: Mention, by_start: Mapping[tuple[int, EntityType], Group]) -> Group | None:
    """What a second name renames: of what begins there the one of its type, else the longest.

    `수소산업 안전성 지원센터(이하 지원센터)` renames the centre and not the field before it.
    """
    start = mention.same_as or 0
    same = by_start.get((start, mention.type))
    found = [group for kind in EntityType if (group := by_start.get((start, kind))) is not None]
    return same or max(found, key=lambda group: _reach(group, start), default=None)


def _reach(group: Group, start: int) -> int:
    return max((m.end for m in group.mentions if m.start == start), default=0)


def _owned(name: str, gazetteer: Gazetteer) -> str | None:
    """A name that begins with a listed body, under the body's code: `카이스트`, `KAIST 캠퍼스`."""
    first, _, rest = name.partition(" ")
    owners = [entry for entry in gazetteer.entries(first) if entry.ref.startswith("org:")]
    return f"{owners[0].ref} {fold(rest)}" if rest and len(owners) == 1 else None


def _identities(mention: Mention) -> list[str]:
    if mention.type is EntityType.REGION:
        return [mention.ref or fold(mention.name)]
    folded = fold(mention.name) or mention.name
    if mention.type is EntityType.PROJECT:
        found = sorted(cores(mention), key=len, reverse=True)
        quarter = _QUARTER.fullmatch(folded)
        return [*found, quarter[1]] if quarter else found
    if mention.type is EntityType.INDUSTRY:
        bare = folded.removesuffix("산업")
        return [folded, *([bare] if len(bare) > 1 and bare != folded else [])]
    if mention.type is EntityType.SITE and (quarter := _QUARTER.fullmatch(folded)):
        return [folded, quarter[1]]
    return [folded]


def _kinds(mentions: Iterable[Mention]) -> dict[str, EntityType]:
    """Whether a name that is read both ways is a project or a site: the surer readings win."""
    votes: dict[str, Counter[EntityType]] = {}
    for mention in mentions:
        if mention.type in EITHER:
            weight = round(100 * mention.confidence**2)
            votes.setdefault(fold(mention.name), Counter())[mention.type] += weight
    return {name: count.most_common(1)[0][0] for name, count in votes.items()}
