"""Training how far rules may be trusted (`extractors.linking.trust`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from extractors.linking.logistic import Example, Logistic
from extractors.linking.trust import RULED, signs
from extractors.training.annotated import alike, folded
from extractors.training.fitting import fit
from extractors.training.seen import Seen
from graph.model import About, Agreement, Budget, Claim, PartOf, Produces, Role, Status

PENALTY = 1.0
_SAME_PRODUCT = 0.5

Fact = Mapping[str, Any]


def train(articles: Iterable[Seen]) -> Logistic:
    """The model of articles that were read."""
    return fit([example for article in articles for example in examples(article)], penalty=PENALTY)


def examples(article: Seen) -> Iterator[Example]:
    """Each claim that rules alone make, and whether the annotation has it."""
    for claim in article.claims:
        if isinstance(claim, RULED):
            yield Example(signs(claim), is_stated(claim, article), article.weight)


def is_stated(claim: Claim, article: Seen) -> bool:
    """Whether an article's annotation has what a claim says."""
    return any(states(fact, claim, article.keys) for fact in article.gold["facts"])


def states(fact: Fact, claim: Claim, keys: Mapping[str, str]) -> bool:
    """Whether an annotated fact is what a claim says, as the benchmark's scorer compares them."""
    if fact["type"] != claim.TYPE:
        return False
    match claim:
        case Role():
            return (
                keys.get(claim.person) == fact["person"]
                and folded(claim.title) == folded(fact["title"])
                and _same(claim.organization, fact.get("organization"), keys)
            )
        case Budget():
            own = keys.get(claim.project) if claim.project is not None else None
            amounts = fact.get("amount_krw"), fact.get("amount")
            return fact.get("project") == own and claim.money.amount in amounts
        case Status():
            return (fact["project"], fact["status"]) == (keys.get(claim.project), claim.status)
        case PartOf():
            return (fact["part"], fact["whole"]) == (keys.get(claim.part), keys.get(claim.whole))
        case About():
            pair = keys.get(claim.project), keys.get(claim.industry)
            return pair == (fact["project"], fact["industry"])
        case Agreement():
            common = {keys.get(party) for party in claim.parties} & set(fact["parties"])
            return len(common) * 2 >= max(len(fact["parties"]), 2)
        case Produces():
            return (
                keys.get(claim.company) == fact["company"]
                and alike(folded(claim.product), folded(fact["product"])) >= _SAME_PRODUCT
            )
        case _:
            return False


def _same(key: str | None, gold: str | None, keys: Mapping[str, str]) -> bool:
    return gold is None if key is None else keys.get(key) == gold
