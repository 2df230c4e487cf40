"""Networks to export, and what is left of a name in XML."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.exports import EXPORTS, Opened, Options
from graph.exports.options import EVERYTHING
from graph.iris import Iris
from graph.kinds import Milestone
from graph.knowledge import Snapshot, snapshot_of
from graph.model import (
    About,
    Agreement,
    Budget,
    BudgetKind,
    Claim,
    EntityType,
    Extraction,
    Funder,
    Located,
    Part,
    Participates,
    PartOf,
    Status,
)
from graph.values import Money, PartialDate, Period
from tests.graph.examples import (
    CHANGWON,
    JINHAE,
    MATERIALS,
    REFERENCES,
    budget,
    entity,
    project,
    proof,
    read,
    region,
)

LARGE = 9_007_199_254_740_993
"""More won than a float can count."""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def snapshot(extractions: Sequence[Extraction]) -> Snapshot:
    return snapshot_of(extractions, REFERENCES, Iris())


def opened(extractions: Sequence[Extraction], ending: str, options: Options = EVERYTHING) -> Opened:
    return EXPORTS[ending].open(snapshot(extractions), options)


def written(extractions: Sequence[Extraction], ending: str, options: Options = EVERYTHING) -> bytes:
    return b"".join(opened(extractions, ending, options).blocks)


def in_xml(name: str) -> str:
    """What XML can hold of a name."""
    return _NOT_XML.sub("", name)


def a_year_of_news() -> list[Extraction]:
    """Projects with parts, sums, shares, dates, places and bodies; two relations of one pair."""
    things = [
        project("p", "첨단소재 실증단지"),
        project("w", "소재 산업 육성"),
        project("q", "방산 부품 국산화"),
        region("c", "창원시", CHANGWON),
        region("j", "진해구", JINHAE),
        entity("k", EntityType.INSTITUTE, "재료연", ref=MATERIALS),
        entity("x", EntityType.COMPANY, "삼현"),
        entity("i", EntityType.INDUSTRY, "첨단소재"),
        entity("n", EntityType.GOVERNMENT, "산업통상자원부"),
    ]
    share = Budget(
        "p",
        Money(90_000_000_000),
        BudgetKind.SHARE,
        proof("국비 900억"),
        Funder.NATIONAL,
        Period(2021, 2024),
    )
    first: list[Claim] = [
        budget("p", LARGE),
        share,
        budget("w", 500_000_000_000),
        budget("q", 10_000_000_000),
        PartOf("p", "w", proof()),
        Participates("c", "p", Part.LEAD, proof()),
        Participates("c", "p", Part.FUNDER, proof()),
        Participates("k", "p", Part.PARTNER, proof()),
        Participates("n", "q", Part.FUNDER, proof()),
        Participates("x", "q", Part.LEAD, proof()),
        Agreement(("x", "k"), proof(), "q", PartialDate(2022, 5)),
        Located("p", "j", proof()),
        Located("q", "c", proof()),
        About("p", "i", proof()),
        About("w", "i", proof()),
        Located("w", "c", proof()),
        Status("p", Milestone.STARTED, proof(), PartialDate(2021, 3, 2)),
        Status("p", Milestone.COMPLETED, proof(), PartialDate(2024)),
    ]
    again = [
        Participates("c", "p", Part.LEAD, proof()),
        Participates("k", "p", Part.PARTNER, proof()),
    ]
    return [read("a", things, first, "2022-06-01"), read("b", things, again, "2023")]
