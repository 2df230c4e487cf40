"""Articles about few things under few names: whatever can collide, join or conflict does.

All are made from fixed seeds, so that a property that fails for some of them shrinks to those.
"""

from __future__ import annotations

from random import Random

from graph.ledger import Decision, Judgement
from graph.model import (
    Article,
    Budget,
    BudgetKind,
    Claim,
    Entity,
    EntityType,
    Extraction,
    Located,
    Milestone,
    Part,
    Participates,
    PartOf,
    Role,
    Status,
)
from graph.resolver import identify
from graph.values import Money, PartialDate
from tests.graph.examples import (
    CHANGWON,
    DAEGU,
    GUNWI,
    JINHAE,
    KOREA,
    LEVELLED,
    MATERIALS,
    SOUTH,
    proof,
)

_PROJECTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("첨단소재 실증단지", ()),
    ("첨단소재 실증단지 조성사업", ("실증단지",)),
    ("실증단지 첨단소재", ()),
    ("진해 첨단소재 실증단지", ("미래소재 실증단지",)),
    ("미래소재 실증단지", ("첨단소재 실증단지",)),
    ("첨단소재 실증단지 1단계", ("1단계",)),
    ("스마트시티 조성사업", ()),
    ("창원 스마트시티", ()),
    ("1단계", ()),
    ("2단계", ("2단계 조성사업",)),
)
_BODIES: tuple[tuple[EntityType, str, tuple[str, ...], str | None], ...] = (
    (EntityType.COMPANY, "삼현", (), None),
    (EntityType.COMPANY, "주식회사 삼현", ("삼현정밀",), None),
    (EntityType.COMPANY, "삼현정밀", ("주식회사 삼현",), None),
    (EntityType.COMPANY, "코텍(삼현)", (), None),
    (EntityType.INSTITUTE, "한국재료연구원", ("KIMS",), None),
    (EntityType.INSTITUTE, "재료연구소", ("한국재료연구원",), MATERIALS.ref),
    (EntityType.INSTITUTE, "한국재료연구원", (), "org:unknown"),
)
_REGIONS: tuple[tuple[str, str | None], ...] = (
    ("창원시", CHANGWON.ref),
    ("창원특례시", None),
    ("진해구", JINHAE.ref),
    ("고성군", None),
    ("경남", SOUTH.ref),
    ("군위군", GUNWI.ref),
    ("대구광역시", DAEGU.ref),
    ("한국", KOREA.ref),
    ("어디", None),
)
_SITES = ("창원국가산단", "창원국가산업단지", "소재 일반산단", "소재 산단")
_PEOPLE = (("허성무", "시장"), ("김철수", "대표"), ("허성무", "대통령"))
_DAYS = (None, "2020", "2021-03", "2021-03-04", "2022-01-01")


def colliding(seed: int, article: str = "") -> Extraction:
    """The article of that seed, under an id of its own unless another is given."""
    chance = Random(seed)
    entities: dict[str, Entity] = {}
    for number, (name, ref) in enumerate(chance.sample(_REGIONS, chance.randint(1, 2))):
        _add(entities, Entity(f"r{number}", EntityType.REGION, name, ref=ref))
    for number, (name, aliases) in enumerate(chance.sample(_PROJECTS, chance.randint(1, 3))):
        _add(entities, Entity(f"p{number}", EntityType.PROJECT, name, aliases))
    for number, (kind, name, aliases, ref) in enumerate(
        chance.sample(_BODIES, chance.randint(0, 2))
    ):
        _add(entities, Entity(f"b{number}", kind, name, aliases, ref=ref))
    if chance.random() < 0.4:
        _add(entities, Entity("s0", EntityType.SITE, chance.choice(_SITES)))
    title = ""
    if chance.random() < 0.5:
        name, title = chance.choice(_PEOPLE)
        _add(entities, Entity("h0", EntityType.PERSON, name))
    day = chance.choice(_DAYS)
    return Extraction(
        Article(
            article or f"a{seed}",
            text=chance.choice(_TEXTS) if chance.random() < 0.5 else None,
            published=PartialDate.parse(day) if day else None,
        ),
        tuple(entities.values()),
        tuple(dict.fromkeys(_claims(entities, title, chance))),
        "colliding-1",
    )


_FIRST, _SECOND = (
    "".join(f"{town}시는 {number}번째 {thing}을 내년에 연다고 밝혔다.\n" for number in range(12))
    for town, thing in (("창원", "첨단소재 시설"), ("포항", "배터리 재활용 공장"))
)
_TEXTS = (_FIRST, _SECOND, _FIRST + _SECOND)
"""Two that have nothing in common, and a near-copy of both."""


def _add(entities: dict[str, Entity], entity: Entity) -> None:
    entities[entity.key] = entity


def _claims(entities: dict[str, Entity], title: str, chance: Random) -> list[Claim]:
    of_kind = {kind: [key for key in entities if key[0] == kind] for kind in "rpbsh"}
    regions, projects = of_kind["r"], of_kind["p"]
    bodies = [*regions, *of_kind["b"]]
    found: list[Claim] = []
    for key in [*projects, *of_kind["b"], *of_kind["s"]]:
        if chance.random() < 0.6:
            places = [place for place in (*regions, *of_kind["s"]) if place != key]
            found.append(Located(key, chance.choice(places), proof()))
    if len(projects) > 1 and chance.random() < 0.8:
        part, whole = chance.sample(projects, 2)
        found.append(PartOf(part, whole, proof()))
    for key in projects:
        if chance.random() < 0.4:
            found.append(Participates(chance.choice(bodies), key, Part.LEAD, proof()))
        if chance.random() < 0.5:
            won = chance.choice((100, 200)) * 10**8
            found.append(Budget(key, Money(won), BudgetKind.TOTAL, proof()))
        if chance.random() < 0.3:
            found.append(Status(key, chance.choice((*Milestone,)), proof()))
    if title:
        body = chance.choice(bodies) if chance.random() < 0.7 else None
        found.append(Role("h0", title, body, proof()))
    return found


POOL = tuple(colliding(seed) for seed in range(40))
"""Articles to put and drop."""

AGAIN = tuple(colliding(seed + 1000, article=f"a{seed}") for seed in range(40))
"""Other extractions of the same articles."""


def _pairs() -> tuple[tuple[str, str], ...]:
    """Pairs of identities of one type, and of an identity with one article's part of it."""
    paths: dict[str, set[str]] = {}
    articles: dict[str, str] = {}
    for extraction in POOL:
        for path in identify(extraction, LEVELLED).values():
            paths.setdefault(path.partition("/")[0], set()).add(path)
            articles.setdefault(path, extraction.article.id)
    chance = Random(1)
    found: list[tuple[str, str]] = []
    for kind in sorted(paths):
        known = sorted(paths[kind])
        for one in known:
            found.append((one, f"{one}~{articles[one]}"))
            found += [(one, other) for other in chance.sample(known, min(3, len(known)))]
    return tuple(pair for pair in found if pair[0] != pair[1])


PAIRS = _pairs()
"""What people may be asked to judge."""

DECISIONS = tuple(
    Decision(*pair, judgement) for pair in PAIRS for judgement in (*Judgement, Judgement.DIFFERENT)
)
"""What people may say, some of it contradictory."""
