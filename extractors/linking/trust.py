"""How far a rule may be trusted: its confidence, as annotated articles bear it out.

Rules write down a confidence by hand. What is claimed with it is weighed anew by how often that
rule, and that confidence, was right in annotated articles, so that of claims at 0.9 nine in ten
are right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractors.linking.temper import WEIGHED, tempered
from extractors.models import load
from graph.model import About, Agreement, Claim, Produces, Role

RULED = (Role, Agreement, About, Produces)
"""The claims that rules alone make; what is learned has its own probability (`temper`)."""
_STEPS = (0.5, 0.6, 0.7, 0.8, 0.9)


def trusted(claims: Iterable[Claim]) -> list[Claim]:
    """The claims with the confidence that articles bear out."""
    return [
        replace(claim, evidence=replace(claim.evidence, confidence=sure))
        if (sure := round(_sureness(claim), 2)) != claim.evidence.confidence
        else claim
        for claim in claims
    ]


def _sureness(claim: Claim) -> float:
    if isinstance(claim, RULED):
        return load("trust").probability(signs(claim))
    return tempered(claim) if isinstance(claim, WEIGHED) else claim.evidence.confidence


def signs(claim: Claim) -> frozenset[str]:
    """What tells how far a claim may be trusted: its type, its rule, the rule's own confidence."""
    evidence = claim.evidence
    steps = [f"{claim.TYPE} {step}" for step in _STEPS if evidence.confidence >= step]
    return frozenset({claim.TYPE, evidence.extractor, *steps})
