"""Sites: listed ones; those that only their clause tells from projects are found in `projects`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial

from extractors.gazetteer import Entry, Hit
from extractors.mentions.endings import ending_in
from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.phrases import FULL_REGION
from graph.model import EntityType

WISHED = ("candidate", "special_zone")
"""Kinds of listed sites that are projects unless something stands in them."""
SURE = 0.74
SHORT = 2
"""Letters of a quarter's short name, which quarters of other cities may bear: `송도`."""
LONGEST = 64
"""Letters before it in which the word is looked for that may be another city."""


PORT = re.compile(r"[가-힣]{2,5}(?:국제공항|공항|신항|항)$")
FORMER = re.compile(
    r"옛 ([0-9A-Za-z가-힣]{2,14}) (?:터|부지|자리|청사)(?=[에를을이가은는의로서\s,.]|$)"
)
ON = re.compile(r" 부지(?=[에를와의가]|로 | )")
SCHOOL = re.compile(r"(?:대학교|대학|학교|공장|청사|병원|역사)$")
LOT = re.compile(r"제?[0-9]+(?:-[0-9]+)?(?:공구|생활권|블록)|[가-힣]{2,6}[0-9]+-[0-9]+용지")
LOT_ENDS = re.compile(r"(?:공구|생활권|블록|용지)$")
HOST = re.compile(r"(?:산단|산업단지|지구|신도시|[가-힣]{2}도시|단지)$")
MADE = re.compile(r"\s(?:신설|건설|건립|개발|개항|착공|이전|사업|확장|유치)")


def find(ground: Ground, judged: Iterable[Mention]) -> Iterator[Mention]:
    """The listed sites of a document; what a clause surely builds or designates is a project."""
    yield from _ports(ground)
    yield from _lots(ground)
    yield from _grounds(ground)
    for match in FORMER.finditer(ground.text):
        if ground.gazetteer.entries(match.group(1)) or SCHOOL.search(match.group(1)):
            yield Mention(*match.span(), EntityType.SITE, match.group(), "site.former", 0.9)
    by_end = {mention.end: mention for mention in judged if mention.rule.endswith(".phrase")}
    speaks_of = cache(partial(_speaks_of, ground))
    for hit in ground.listed:
        owners = [entry for entry in hit.entries if entry.type is EntityType.SITE]
        if not owners:
            continue
        if hit.end - hit.start <= SHORT and (
            not speaks_of(owners[0]) or _is_elsewhere(ground, hit, owners[0])
        ):
            continue
        name = ground.text[hit.start : hit.end]
        mention = Mention(
            hit.start, hit.end, EntityType.SITE, name, "site.listed", 0.85, owners[0].ref
        )
        seen = by_end.get(hit.end)
        wished = any(word in owners[0].level for word in WISHED)
        if seen is not None and seen.type is EntityType.PROJECT:
            if seen.confidence >= SURE or wished:
                mention = mention._replace(type=EntityType.PROJECT)
        elif wished and (seen is None or seen.confidence < SURE):
            mention = mention._replace(type=EntityType.PROJECT)
        yield mention


def _speaks_of(ground: Ground, site: Entry) -> bool:
    """Whether a text names the city of a quarter."""
    homes = map(ground.gazetteer.by_ref.get, ground.gazetteer.around(site)[1:])
    return any(name in ground.text for home in homes if home for name in home.names)


def _is_elsewhere(ground: Ground, hit: Hit, site: Entry) -> bool:
    """Whether the word before a quarter's short name is another city."""
    low = max(0, hit.start - LONGEST)
    gap = ground.text.rfind(" ", low, max(low, hit.start - 1))
    if gap < low and low:
        return False
    before = ground.text[gap + 1 : hit.start].strip()
    regions = ground.gazetteer.entries(before, EntityType.REGION)
    around = ground.gazetteer.around(site)[1:]
    return bool(regions) and not any(region.ref in around for region in regions)


def _grounds(ground: Ground) -> Iterator[Mention]:
    """The grounds of listed bodies: `한국재료연구원 부지`."""
    for hit in ground.listed:
        if any(e.ref.startswith("org:") for e in hit.entries) and ON.match(ground.text, hit.end):
            end = hit.end + 3
            name = ground.text[hit.start : end]
            yield Mention(hit.start, end, EntityType.SITE, name, "site.grounds", 0.97)


def _ports(ground: Ground) -> Iterator[Mention]:
    """Airports by their name, harbours by that of a region: `누리공항`, `당진항`."""
    for _, word in ending_in(ground.flat, ground.flat_by_last, PORT):
        if not PORT.fullmatch(word.noun) or MADE.match(ground.text, word.stop):
            continue
        stem = word.noun.removesuffix("항")
        regions = ground.gazetteer.entries(stem, EntityType.REGION)
        airport = stem.endswith("공") and len(stem) > 3 and word.noun != "국제공항"
        if airport or regions:
            yield Mention(word.start, word.end, EntityType.SITE, word.noun, "site.port", 0.75)


def _lots(ground: Ground) -> Iterator[Mention]:
    """Numbered lots with the complex that they are part of: `송도 11공구`, `5-1생활권`."""
    words = ground.flat
    for position, word in ending_in(words, ground.flat_by_last, LOT_ENDS):
        if not LOT.fullmatch(word.noun):
            continue
        first = position
        while first and position - first < 2 and words[first].gap == " " and words[first - 1].bare:
            before = words[first - 1]
            named = before.start in ground.region_starts or before.tags == ("NNP",)
            host = HOST.search(before.noun)
            if not named and not host:
                break
            if FULL_REGION.search(before.noun) and not host:
                break  # `나래시 두루면 5-1생활권` lies there, `송도 11공구` is called so
            first -= 1
        if first < position or "-" in word.noun:
            name = ground.text[words[first].start : word.end]
            yield Mention(words[first].start, word.end, EntityType.SITE, name, "site.lot", 0.85)
