"""A learned judge of industries and technology fields: what is proposed, it takes or leaves.

A field is judged once for the whole article, by all that is seen of it wherever it stands: alone,
in a series, at the head of a longer word (`물류기지`) or inside the name of what is done for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Zone
from extractors.folding import fold
from extractors.linking.logistic import Logistic
from extractors.mentions import industries
from extractors.mentions.field_heads import begun
from extractors.mentions.ground import PARTICLE, Ground
from extractors.mentions.mention import Mention
from extractors.mentions.proposals import Proposal
from extractors.models import load
from graph.model import EntityType

LEAST = 0.35
"""The probability from which a field is taken."""
LONGEST = 70
"""Letters between a field and the beginning of a name that holds it, at the most."""
LETTERS = re.compile(r"[가-힣A-Za-z]+")
NEXT = re.compile(r" ?([가-힣A-Za-z]+)")
SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Field:
    """All mentions of one field that an article may name, and what was seen of them."""

    mentions: tuple[Mention, ...]
    traits: frozenset[str]


def find(
    ground: Ground, offered: Sequence[Proposal], model: Logistic | None = None
) -> Iterator[Mention]:
    """The industries of a document, by the model that comes with the code or another.

    `offered` are the names that may be projects or sites, for a field is told by what is done.
    """
    weighed = model or load(EntityType.INDUSTRY.value)
    for field in gathered(ground, offered):
        chance = weighed.probability(field.traits)
        if chance >= LEAST:
            yield from (mention._replace(confidence=chance) for mention in field.mentions)


def gathered(ground: Ground, offered: Sequence[Proposal]) -> Iterator[Field]:
    """What may be a field in a document, by the field."""
    found = industries.named(ground)
    kept = list(industries.topical(ground, found))
    mentions = {(m.start, m.end): m for m in (*found, *kept)}
    for mention in (*_heads(ground), *begun(ground, offered)):
        mentions.setdefault((mention.start, mention.end), mention)
    by_field: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions.values():
        by_field[mention.ref or fold(mention.name)].append(mention)
    observer = _Observer(ground, mentions.values(), {(m.start, m.end) for m in kept}, offered)
    for field, own in by_field.items():
        traits = {f"field={field}", f"count={min(4, len(own))}"}
        traits.update(_lettered(ground, own[0]))
        for mention in own:
            traits.update(observer.traits(mention))
        yield Field(tuple(own), frozenset(traits))


def _heads(ground: Ground) -> Iterator[Mention]:
    """Listed fields that begin a longer word: `물류기지`, `항체클러스터`."""
    for word in ground.words:
        for hit in ground.named_at(word.start):
            fields = [entry for entry in hit.entries if entry.type is EntityType.INDUSTRY]
            if (
                len(fields) == len(hit.entries)
                and len(hit.entries) > 0
                and hit.end + 1 < word.end
                and not ground.closes(hit.end)
            ):
                name = ground.text[hit.start : hit.end]
                yield Mention(
                    hit.start, hit.end, fields[0].type, name, "industry.head", 0.5, fields[0].ref
                )
                break


def _lettered(ground: Ground, mention: Mention) -> Iterator[str]:
    """How a field's name begins and ends, which fields it holds, how often its letters stand."""
    name = mention.name
    yield f"begins={name[:2]}"
    yield f"ends={name[-3:]}"
    yield f"words={name.count(' ')}"
    yield f"written={min(5, ground.text.count(name))}"
    last = len(name) - 1
    for at in range(1, last):
        if ground.gazetteer.entries(name[at:], EntityType.INDUSTRY):
            yield "ends-in-field"
        if ground.gazetteer.entries(name[:at], EntityType.INDUSTRY):
            yield "begins-with-field"


class _Observer:
    """Sees what surrounds the fields of one document."""

    def __init__(
        self,
        ground: Ground,
        mentions: Iterable[Mention],
        kept: set[tuple[int, int]],
        offered: Iterable[Proposal],
    ) -> None:
        self.ground = ground
        self.kept = kept
        spans = [(mention.start, mention.end) for mention in mentions]
        self.starts = {start for start, _ in spans}
        self.ends = {end for _, end in spans}
        self.title = industries.title_end(ground)
        body = [s for s in ground.document.sentences if s.zone is Zone.BODY]
        self.lead = body[min(1, len(body) - 1)].end if body else 0
        self.offered: Sequence[Proposal] = sorted(offered, key=lambda p: p.start)
        self.begins = [proposal.start for proposal in self.offered]

    def traits(self, mention: Mention) -> Iterator[str]:
        """The traits of one place of a field."""
        text, start, end = self.ground.text, mention.start, mention.end
        yield f"rule={mention.rule}"
        yield f"last={mention.name[-2:]}"
        yield f"length={min(8, end - start)}"
        if (start, end) in self.kept:
            yield "kept"
        if end <= self.title:
            yield "title"
        elif end <= self.lead:
            yield "lead"
        if mention.name in industries.PASSING:
            yield "passing"
        if industries.coupled(text, mention, self.starts, self.ends):
            yield "coupled"
        if industries.is_topical(text, mention):
            yield "topical"
        yield from self._names_around(start, end)
        yield from self._letters_around(start, end)

    def _names_around(self, start: int, end: int) -> Iterator[str]:
        """What is said of the names that hold a field, and where in them it stands."""
        free = True
        for at in range(bisect_right(self.begins, start) - 1, -1, -1):
            proposal = self.offered[at]
            if proposal.start < start - LONGEST:
                break
            if proposal.end < end:
                continue
            free = False
            place = "head" if proposal.start == start else "inner"
            yield f"in={proposal.source}"
            yield f"in={proposal.source}:{place}"
            if proposal.end == end:
                yield f"whole={proposal.source}"
            if proposal.said:
                yield f"said={proposal.said}"
                yield f"said={proposal.kind}:{place}"
        if free:
            yield "free"

    def _letters_around(self, start: int, end: int) -> Iterator[str]:
        """What stands right before and behind."""
        text = self.ground.text
        glued = LETTERS.match(text, end)
        if glued is not None:
            yield f"glued={glued.group()[:2]}"
            if PARTICLE.fullmatch(glued.group()):
                yield f"particle={glued.group()[:2]}"
        elif (following := NEXT.match(text, end)) is not None:
            yield f"next={following.group(1)[:2]}"
        else:
            yield f"mark={_shown(text[end : end + 1])}"
        yield f"before={_shown(text[max(0, start - 1) : start])}"
        if start > 1 and text[start - 1] == " ":
            yield f"before2={_shown(text[max(0, start - 3) : start - 1])}"


def _shown(letters: str) -> str:
    """Letters as they stand in a table of weights, which has no place for spaces at their ends."""
    return SPACE.sub("_", letters)
