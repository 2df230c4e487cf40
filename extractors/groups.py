"""Groups of mentions that are one thing, and the forms under which their names are compared."""

from __future__ import annotations

import re
from collections import Counter

from extractors.folding import fold
from extractors.mentions.mention import Mention
from graph.model import EntityType

GENERIC = re.compile(
    r"(?:조성사업|구축사업|건립사업|설립사업|건설사업|지원사업|육성사업|개발사업|사업|조성|구축|건립|건설|설립"
    r"|개발|프로젝트|추진)$"
)
DRAFT = re.compile(r"(?<=조례)안$|(?<=[가-힣]{2}법)안$")
"""What makes a draft of an act: it is spoken of as the act."""
INNER = re.compile(r"\(([^)]*)\)")
LIST = re.compile(r"[·,/]")
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

    def take(self, other: Group) -> None:
        """Take over the mentions of another group; the type is what most sure mentions say."""
        self.mentions += other.mentions
        other.mentions = []
        votes: Counter[EntityType] = Counter()
        for mention in self.mentions:
            if mention.type in EITHER:
                votes[mention.type] += round(10 * mention.confidence**2 * len(mention.name))
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


def cores(mention: Mention) -> set[str]:
    """The forms under which a mention's name is compared.

    They lack `사업` and such at the end. Where a bracket stands in the name (`AX(인공지능 전환)
    실증밸리`), the name without it counts, and the name with its content alone.
    """
    names = {mention.name}
    match = INNER.search(mention.name)
    if match:
        before, after = mention.name[: match.start()], mention.name[match.end() :]
        names.add(before + after)
    if match and not LIST.search(match.group(1)):
        words = before.split(" ")
        names.add(" ".join((*words[:-1], match.group(1))) + after)
    return {core for name in names for core in _cores(name)}


def _cores(name: str) -> tuple[str, str]:
    folded = DRAFT.sub("", fold(name))
    cut = GENERIC.sub("", folded)
    return (cut if len(cut) >= 3 else folded), folded
