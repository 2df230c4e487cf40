"""Phases and sub-projects: which of an article's projects is part of which.

Every two projects are weighed by what is seen of them (`extractors.relations.wholes`), the
constructions of `part_of_rules` and what else is claimed of them among it. A pair is claimed where
it is likely enough, likelier than the other way round, and its whole the likeliest one of the part,
or nearly sure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.models import load
from extractors.reading import Reading
from extractors.relations import part_of_rules
from extractors.relations.proofs import joint
from extractors.relations.wholes import Wholes, features
from extractors.relations.wholes_fellows import Fellows, Pair
from graph.model import Claim, Entity, Evidence, PartOf

LIKELY = 0.24
SURE = 0.75
"""A construction that is right at least as often is believed without weighing."""
SECOND = 0.55
"""How likely a whole must be beside a likelier one of the same part."""
_REACH = 60
"""How many characters from a part's name on are quoted where no sentence names the whole too."""


def relate(reading: Reading, claims: Iterable[Claim]) -> Iterator[PartOf]:
    """The parts of an article's projects, each with how likely it is; `claims` are all others."""
    wholes = Wholes(reading, claims)
    if len(wholes.projects) < 2:
        return
    said = proposed(reading)
    weigh = load("part_of").probability
    chances = {pair: weigh(signs) for pair, signs in seen(wholes, said)}
    best: dict[str, float] = defaultdict(float)
    for (part_key, _), chance in chances.items():
        best[part_key] = max(best[part_key], chance)
    for (part_key, whole_key), chance in chances.items():
        known = said.get((part_key, whole_key))
        rule = max((evidence.confidence for evidence in known or ()), default=0.0)
        needed = 0.0 if rule >= SURE else LIKELY if chance == best[part_key] else SECOND
        if chance >= needed and (rule >= SURE or chance >= chances[whole_key, part_key]):
            sure = round(max(chance, LIKELY), 2)
            if known:
                surest = max(known, key=lambda evidence: evidence.confidence)
                evidence = Evidence(surest.quote, surest.extractor, sure, surest.span)
            else:
                evidence = _evidence(reading, wholes, part_key, whole_key, sure)
            yield PartOf(part_key, whole_key, evidence)


def proposed(reading: Reading) -> dict[Pair, list[Evidence]]:
    """What the constructions say, by part and whole."""
    found: dict[Pair, list[Evidence]] = defaultdict(list)
    for claim in part_of_rules.propose(reading):
        found[claim.part, claim.whole].append(claim.evidence)
    return found


def seen(
    wholes: Wholes, said: Mapping[Pair, Sequence[Evidence]]
) -> Iterator[tuple[Pair, frozenset[str]]]:
    """Every part with every whole that it may belong to, and what is seen of the two."""
    fellows = Fellows(wholes.sites, said, wholes.rows.fellows)
    for part, whole in _pairs(wholes):
        pair = part.key, whole.key
        rules = [evidence.extractor for evidence in said.get(pair, ())]
        yield pair, features(wholes, part, whole, rules, fellows)


def _pairs(wholes: Wholes) -> Iterator[tuple[Entity, Entity]]:
    for part in wholes.projects:
        for whole in wholes.projects:
            if part is not whole:
                yield part, whole


def _evidence(reading: Reading, wholes: Wholes, part: str, whole: str, sure: float) -> Evidence:
    """The stretch that names both where one does, else the part in its sentence."""
    rule = "part_of/learned"
    ones, others = (
        [(site.number, site.spot) for site in wholes.sites[key]] for key in (part, whole)
    )
    if (both := joint(reading, ones, others, rule, sure)) is not None:
        return both
    number, spot = min(ones, key=lambda one: min(abs(one[1].start - o.start) for _, o in others))
    end = max(spot.end, min(spot.start + _REACH, wholes.sentences[number].end))
    return reading.evidence(spot.start, end, rule, sure, spot.start)
