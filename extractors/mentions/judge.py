"""A learned judge of projects and sites: what is proposed generously, it takes or leaves.

A name is judged for the whole article, by all that is seen of it wherever it stands; and once more
knowing how its kin were judged: its short and long forms, its series, the names that end alike.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from extractors.folding import fold
from extractors.linking.logistic import Logistic, panel
from extractors.mentions import projects, sites
from extractors.mentions.ground import Ground
from extractors.mentions.kin import Ties, ties, told, worth
from extractors.mentions.mention import Mention
from extractors.mentions.proposals import Proposal, proposals
from extractors.mentions.traits import Observer
from extractors.models import load
from extractors.spans import apart
from graph.model import EntityType

KINDS = (EntityType.PROJECT, EntityType.SITE)
LEAST = {EntityType.PROJECT: 0.40, EntityType.SITE: 0.36}
"""The probability from which a name is taken."""
AGAIN = {kind: f"{kind}-kin" for kind in KINDS}
"""What the models are called that know how a name's kin were judged."""
CERTAIN = frozenset(("site.former", "site.grounds", "project.route"))
"""Rules that need no judge: what they find is nothing else."""
SHORTEST = 4
"""Letters of the shortest name that is taken for the end of a longer one alone."""
SAID_AGAIN = 0.45
PER_LETTER = 0.01
"""What each letter of a longer reading adds, for names are read whole."""
OF_REGION = re.compile(r"(?:[가-힣]{2,7} )?[가-힣]{1,6}[시군구도읍면]의 (?=[0-9A-Za-z가-힣])")
"""Whose a thing is, which is no part of its name."""
WHOLE = 0.5
"""How likely an undertaking must be for a place within its name to belong to it."""
SURE = 0.5
"""The rules' own least confidence for bodies, which are not judged here."""


Models = Mapping[str, Logistic]
"""What weighs the names of each kind by themselves, and (`AGAIN`) with their kin."""
Chances = dict[EntityType, float]
"""How likely a name is of each kind."""


@dataclass(frozen=True, slots=True)
class Judged:
    """All proposals under one name in an article, and what was seen of them."""

    name: str
    proposals: tuple[Proposal, ...]
    mentions: tuple[Mention, ...]
    traits: frozenset[str]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where the name stands, in order."""
        return _spans(self.proposals)


class Offer(NamedTuple):
    """What may name a project or a site in a document, and what the rules alone found."""

    proposals: list[Proposal]
    ruled: list[Mention]


def offer(ground: Ground) -> Offer:
    """All proposals of a document."""
    ruled = list(projects.find(ground))
    ruled += list(sites.find(ground, ruled))
    return Offer(list(proposals(ground, ruled)), ruled)


def gathered(ground: Ground, offered: Offer) -> Iterator[Judged]:
    """What is proposed in a document, by name."""
    observer = Observer(ground, offered.proposals)
    by_name: dict[str, list[Proposal]] = defaultdict(list)
    for proposal in offered.proposals:
        name = ground.text[proposal.start : proposal.end]
        by_name[fold(name) or name].append(proposal)
    by_span: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in offered.ruled:
        by_span[mention.start, mention.end].append(mention)
    for name, own in by_name.items():
        traits = frozenset(observer.traits(own))
        mentions = tuple(m for span in _spans(own) for m in by_span.get(span, ()))
        yield Judged(name, tuple(own), mentions, traits)


def _spans(proposed: Iterable[Proposal]) -> list[tuple[int, int]]:
    return sorted({(proposal.start, proposal.end) for proposal in proposed})


def find(ground: Ground, offered: Offer, models: Models | None = None) -> Iterator[Mention]:
    """The projects and sites of a document, by the models that come with the code or others."""
    weighed = models or {name: load(name) for name in (*KINDS, *AGAIN.values())}
    taken: list[Mention] = []
    refused: list[Judged] = []
    for judged, chances in _weighed(ground, offered, weighed):
        kind = max(KINDS, key=lambda k: chances[k])
        if "round" in judged.traits:
            continue  # too rare to weigh: `2차 규제자유특구` only counts what is called so
        known = [m for m in judged.mentions if m.rule in CERTAIN]
        if known:
            taken += (m._replace(confidence=0.97) for m in known)
            continue
        sure = worth(chances)
        bodies = [m for m in judged.mentions if m.type not in KINDS and m.confidence >= SURE]
        if sure < LEAST[kind]:
            refused += [] if bodies else [judged]
            yield from bodies
            continue
        said = {(m.start, m.end): m for m in judged.mentions}
        for first, end in judged.spans:
            start = _behind_owner(ground, first, end)
            mention = said.get((start, end))
            name = mention.name if mention else ground.text[start:end]
            rule = mention.rule.partition(".")[2] if mention else "proposed"
            ref = mention.ref if mention else None
            taken.append(Mention(start, end, kind, name, f"{kind}.{rule}", sure, ref))
    yield from settled([*taken, *_short_forms(ground, refused, taken)])


def _behind_owner(ground: Ground, start: int, end: int) -> int:
    """Where the name begins of what is called a region's: `강원 나래시의 가온길 정비`."""
    owner = OF_REGION.match(ground.text, start, end)
    return owner.end() if owner is not None and start in ground.region_starts else start


def _weighed(ground: Ground, offered: Offer, models: Models) -> Iterator[tuple[Judged, Chances]]:
    """The names of a document, with how likely they are what, their kin considered."""
    names = list(gathered(ground, offered))
    judges = panel(*(models[name] for name in (*KINDS, *AGAIN.values())))
    seen = [judges.rows(judged.traits) for judged in names]
    first, again = slice(len(KINDS)), slice(len(KINDS), None)
    alone = [dict(zip(KINDS, judges.chances(rows, first), strict=True)) for rows in seen]
    for judged, rows, own in zip(names, seen, tied(ground, names), strict=True):
        more = judges.rows(frozenset(told(own, alone)) - judged.traits)
        yield judged, dict(zip(KINDS, judges.chances([*rows, *more], again), strict=True))


def tied(ground: Ground, names: Sequence[Judged]) -> list[Ties]:
    """How each name of a document is tied to the others."""
    surfaces = [ground.text[j.proposals[0].start : j.proposals[0].end] for j in names]
    return ties(ground.text, surfaces, [judged.spans for judged in names])


def _short_forms(
    ground: Ground, refused: Sequence[Judged], taken: Sequence[Mention]
) -> Iterator[Mention]:
    """Refused names that the names of one thing end in, where they stand behind one of these."""
    names = [(mention, fold(mention.name)) for mention in taken]
    bodies = {
        fold(ground.text[hit.start : hit.end])
        for hit in ground.listed
        if hit.entries[0].type is EntityType.INSTITUTE
    }
    for judged in refused:
        short = fold(judged.name)
        if len(short) < SHORTEST or " " in judged.name:
            continue
        if any(body != short and body.endswith(short) for body in bodies):
            yield from _bodies_again(judged)
            continue
        hosts = [(mention, name) for mention, name in names if name.endswith(short)]
        least = min((name for _, name in hosts), key=len, default=short)
        if least == short or not all(name.endswith(least) for _, name in hosts):
            continue  # `국가산단` beside `구미국가산단` and `창원국가산단`
        for start, end in judged.spans:
            host = next((mention for mention, _ in hosts if mention.end <= start), None)
            if host is not None and not _is_new(ground, start, end):
                yield Mention(start, end, host.type, judged.name, f"{host.type}.short", SAID_AGAIN)


def _is_new(ground: Ground, start: int, end: int) -> bool:
    """Whether a short form brings up another thing: `산단 5곳을 묶은 클러스터를 추진한다`."""
    document = ground.document
    sentence = document.sentences[document.number_at(start)]
    return ground.text[end : end + 1] in {"을", "를"} and sentence.is_modified(start)


def _bodies_again(judged: Judged) -> Iterator[Mention]:
    """What is left of a listed body's name where it is named again: `재료연구원`."""
    for start, end in judged.spans:
        kind = EntityType.INSTITUTE
        yield Mention(start, end, kind, judged.name, f"{kind}.short", SAID_AGAIN)


def settled(taken: Sequence[Mention]) -> list[Mention]:
    """Of mentions that overlap the likelier; a little for each letter, for names are read whole.

    A place within the name of a likely undertaking is only a part of that name.
    """
    spans = {(m.start, m.end) for m in taken if _whole(m)}
    starts = sorted(start for start, _ in spans)
    reach = list(accumulate((end for _, end in sorted(spans)), max))
    whole = [
        m
        for m in taken
        if m.type is not EntityType.SITE
        or (m.start, m.end) in spans
        or not (at := bisect_right(starts, m.start))
        or reach[at - 1] < m.end
    ]
    return apart(
        sorted(whole, key=lambda m: (-(m.confidence + PER_LETTER * (m.end - m.start)), m.start))
    )


def _whole(mention: Mention) -> bool:
    return mention.type is EntityType.PROJECT and mention.confidence >= WHOLE
