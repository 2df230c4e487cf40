"""Extractions of invented articles, as many as wanted, for benchmarks and resolvers to be tried on.

Several articles over the years tell of one project, in varied spellings, with sums that get
revised; some are near-copies of others, in another paper. The same seed gives the same articles,
and the first thousand are the same however many are taken.

An entity's key names the true thing: `project:17` is one project in every article, `project:17/2`
its second phase. So a resolver's outcome can be compared with what is true.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from graph.model import (
    About,
    Agreement,
    Article,
    Budget,
    BudgetKind,
    Claim,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Funder,
    Located,
    Milestone,
    Part,
    Participates,
    PartOf,
    Produces,
    Role,
    Span,
    Status,
    article_id,
)
from graph.reference import Reference
from graph.values import Approximation, Money, PartialDate, Period
from tests.benchmarks.world import WORDS, TrueCompany, TrueProject, World, skewed

EXTRACTOR = "synthetic-1"
COPIES = 0.06
"""The share of articles that are near-copies of an earlier one."""
PROJECTS_AN_ARTICLE = 0.3
"""True projects that have been told of, for each article so far."""

_MILESTONES = (
    (Milestone.PLANNED, "계획했다"),
    (Milestone.SELECTED, "공모에서 따냈다"),
    (Milestone.APPROVED, "승인했다"),
    (Milestone.STARTED, "착공했다"),
    (Milestone.UNDER_WAY, "추진하고 있다"),
    (Milestone.COMPLETED, "준공했다"),
    (Milestone.OPENED, "개소했다"),
)
_PRODUCTS = ("감속기", "수소충전기", "탄소섬유", "배터리팩", "협동로봇", "정밀금형", "항공부품")


def synthetic_extractions(
    count: int, seed: int = 1, *, text: bool = False, world: World | None = None
) -> Iterator[Extraction]:
    """The first `count` articles of a seed, lazily; with `text`, spans that quote a short text."""
    told = World(seed) if world is None else world
    for number in range(count):
        yield synthetic_extraction(told, number, text=text)


def synthetic_extraction(world: World, number: int, *, text: bool = False) -> Extraction:
    """The article of that number alone."""
    chance = Random(f"{world.seed}:article:{number}")
    if number > 10 and chance.random() < COPIES:
        return _copy(world, number, chance, text=text)
    telling = _Telling(world, number, chance)
    telling.tell()
    return telling.extraction(text=text)


def _copy(world: World, number: int, chance: Random, *, text: bool) -> Extraction:
    """An earlier article in another paper, a day or so later, a fact or two shorter."""
    original = synthetic_extraction(world, chance.randrange(number), text=text)
    source = original.article
    published = source.published
    if published is not None:
        later = date.fromordinal(published.ordinal + chance.randint(0, 2))
        published = PartialDate(later.year, later.month, later.day)
    url = _url(number)
    article = replace(
        source,
        id=article_id(url, ""),
        url=url,
        outlet=chance.choice(world.outlets),
        reporter=world.person_name(f"reporter {chance.randrange(500)}"),
        published=published,
    )
    kept = max(1, len(original.claims) - chance.randint(0, 2))
    return replace(original, article=article, claims=original.claims[:kept])


class _Telling:
    """One article while it is put together: entities by key, claims, and a sentence a quote."""

    def __init__(self, world: World, number: int, chance: Random) -> None:
        self._world = world
        self._number = number
        self._chance = chance
        self._entities: dict[str, Entity] = {}
        self._claims: list[Claim] = []
        self._sentences: dict[str, None] = {}
        pool = 10 + int(number * PROJECTS_AN_ARTICLE)
        wanted = chance.choices((1, 2, 3), (60, 30, 10))[0]
        self._told = list(dict.fromkeys(int(pool * chance.random() ** 1.5) for _ in range(wanted)))
        first = world.project(self._told[0])
        day = date(first.start, 1, 1) + timedelta(int(365 * 8 * chance.random() ** 1.6))
        self._day = PartialDate(day.year, day.month, day.day)
        self._title = ""

    def tell(self) -> None:
        """All that the article says."""
        for number in self._told:
            self._project(self._world.project(number))

    def extraction(self, *, text: bool) -> Extraction:
        """What was put together; its spans are None without a text."""
        chance, url = self._chance, _url(self._number)
        article = Article(
            article_id(url, ""),
            url=url,
            title=self._title,
            outlet=chance.choice(self._world.outlets),
            reporter=self._world.person_name(f"reporter {chance.randrange(500)}"),
            published=self._day,
        )
        if not text:
            found = (tuple(self._entities.values()), tuple(self._claims))
            return Extraction(article, *found, EXTRACTOR)
        whole = " ".join(self._sentences)
        return Extraction(
            replace(article, text=whole),
            tuple(replace(one, spans=_mentions(one, whole)) for one in self._entities.values()),
            tuple(_proven(claim, whole) for claim in self._claims),
            EXTRACTOR,
        )

    def _project(self, project: TrueProject) -> None:
        chance, world = self._chance, self._world
        key = f"project:{project.number}"
        name, *others = dict.fromkeys(
            _spelling(project, world.town(project.city), chance) for _ in range(2)
        )
        self._entities[key] = Entity(key, EntityType.PROJECT, name, tuple(others))
        city = self._known(project.city)
        proof = self._proof(f"{name}, {self._world.town(project.city)}에서 본격화됐다.")
        self._claims.append(Located(key, self._known(project.place), proof))
        self._title = self._title or f"{self._world.town(project.city)}, {name}"
        self._sums(project, key, name)
        self._status(project, key, name)
        if chance.random() < 0.5:
            industry = self._known(project.industry)
            self._claims.append(
                About(key, industry, self._proof(f"{_with(name, '은는')} 미래 먹거리다."))
            )
        if project.phases and chance.random() < 0.5:
            self._phase(project, key, name)
        self._takes_part(city, key, name, Part.LEAD)
        if chance.random() < 0.5:
            self._takes_part(self._known(project.ministry), key, name, Part.FUNDER)
        if chance.random() < 0.4:
            self._takes_part(self._known(project.institute), key, name, Part.PARTNER)
        if chance.random() < 0.2:
            self._takes_part(self._known(project.university), key, name, Part.PARTNER)
        for number in project.companies:
            if chance.random() < 0.5:
                self._company(world.company(number), key, name)
        if chance.random() < 0.5:
            self._mayor(project.city, city)
        if project.companies and chance.random() < 0.15:
            company = self._company_entity(world.company(project.companies[0]))
            proof = self._proof(f"{name} 업무협약을 맺었다.")
            self._claims.append(Agreement((city, company), proof, key, self._day))

    def _sums(self, project: TrueProject, key: str, name: str) -> None:
        chance = self._chance
        told = chance.random()
        won = project.won
        if self._day.year >= project.start + project.revised_after:
            won = project.revised
        if told < 0.6:
            about = Approximation.ABOUT if chance.random() < 0.2 else None
            period = Period(project.start, project.start + project.years)
            kind = BudgetKind.TOTAL if chance.random() < 0.85 else BudgetKind.INVESTMENT
            when = period if chance.random() < 0.5 else None
            self._budget(key, name, won, kind, period=when, about=about)
        if told < 0.2 and won >= 200_000_000:
            share = won * chance.randint(3, 7) // 1_000_000_000 * 100_000_000
            self._budget(key, name, share, BudgetKind.SHARE, source=Funder.NATIONAL)
        if told > 0.8:
            year = Period(self._day.year, self._day.year)
            yearly = won // (project.years * 100_000_000) * 100_000_000
            self._budget(key, name, yearly, BudgetKind.ANNUAL, period=year)

    def _budget(
        self,
        key: str,
        name: str,
        won: int,
        kind: BudgetKind,
        *,
        source: Funder | None = None,
        period: Period | None = None,
        about: Approximation | None = None,
    ) -> None:
        if won <= 0:
            return
        written = f"{won // 100_000_000}억 원"
        proof = self._proof(f"{name}에 {'약 ' if about else ''}{written}을 들인다.")
        money = Money(won, approximation=about, as_written=written)
        self._claims.append(Budget(key, money, kind, proof, source, period))

    def _status(self, project: TrueProject, key: str, name: str) -> None:
        gone = (self._day.year - project.start) / project.years
        step = min(len(_MILESTONES) - 1, int(max(0, gone) * (len(_MILESTONES) - 1)))
        milestone, verb = _MILESTONES[step]
        day = self._day if self._chance.random() < 0.4 else None
        proof = self._proof(f"{_with(name, '을를')} {verb}.")
        self._claims.append(Status(key, milestone, proof, day))
        if step < 5 and self._chance.random() < 0.2:
            end = PartialDate(project.start + project.years)
            proof = self._proof(f"{_with(name, '은는')} {end}년 준공 예정이다.")
            self._claims.append(Status(key, Milestone.COMPLETED, proof, end, scheduled=True))

    def _phase(self, project: TrueProject, key: str, name: str) -> None:
        number = self._chance.randint(1, project.phases)
        phase = f"{number}단계" if self._chance.random() < 0.6 else f"{name} {number}단계"
        part = f"{key}/{number}"
        self._entities[part] = Entity(part, EntityType.PROJECT, phase)
        self._claims.append(PartOf(part, key, self._proof(f"{name} {number}단계가 시작됐다.")))
        if self._chance.random() < 0.5:
            share = project.won // (project.phases * 100_000_000) * 100_000_000
            self._budget(part, phase, share, BudgetKind.TOTAL)

    def _takes_part(self, organization: str, key: str, name: str, part: Part) -> None:
        proof = self._proof(f"{self._entities[organization].name}의 {name} 참여가 확정됐다.")
        self._claims.append(Participates(organization, key, part, proof))

    def _company(self, company: TrueCompany, project: str, name: str) -> None:
        chance = self._chance
        known = self._entities.get(f"company:{company.number}")
        key = self._company_entity(company)
        if any(
            isinstance(claim, Participates)
            and (claim.organization, claim.project) == (key, project)
            for claim in self._claims
        ):
            return
        self._takes_part(key, project, name, chance.choice((Part.PARTNER, Part.TENANT)))
        if known is not None:
            return
        called = self._entities[key].name
        if chance.random() < 0.4:
            proof = self._proof(f"{self._world.town(company.city)}에 있는 {called}도 함께한다.")
            self._claims.append(Located(key, self._known(company.city), proof))
        if chance.random() < 0.2:
            product = chance.choice(_PRODUCTS)
            proof = self._proof(f"{_with(called, '은는')} {_with(product, '을를')} 만든다.")
            self._claims.append(Produces(key, product, proof))
        if chance.random() < 0.15:
            self._role(f"head of company {company.number}", "대표", key, called)

    def _company_entity(self, company: TrueCompany) -> str:
        key = f"company:{company.number}"
        if key not in self._entities:
            ref = company.listed.ref if company.listed else None
            legal = self._chance.random() < 0.15 and not ref
            name = f"㈜{company.name}" if legal else company.name
            aliases = (company.name,) if legal else ()
            self._entities[key] = Entity(key, EntityType.COMPANY, name, aliases, ref=ref)
        return key

    def _mayor(self, city: Reference, key: str) -> None:
        title = {"시": "시장", "군": "군수", "구": "구청장"}.get(city.name[-1], "시장")
        term = (self._day.year - 2010) // 4
        office = f"{city.ref}, term {term}"
        if office not in self._entities:
            self._role(office, title, key, self._world.town(city))

    def _role(self, office: str, title: str, body: str, called: str) -> None:
        key = f"person:{office}"
        if key in self._entities:
            return
        name = self._world.person_name(office)
        self._entities[key] = Entity(key, EntityType.PERSON, name)
        stated = body if self._chance.random() < 0.95 else None
        proof = self._proof(f"{name} {called} {_with(title, '이가')} 밝혔다.")
        self._claims.append(Role(key, title, stated, proof))

    def _known(self, reference: Reference) -> str:
        """The entity of something listed, by its ref, under one of its names."""
        key = reference.ref
        if key not in self._entities:
            names = (reference.name, *reference.aliases)
            name = names[0] if self._chance.random() < 0.6 else skewed(self._chance, names)
            self._entities[key] = Entity(key, reference.type, name, ref=reference.ref)
        return key

    def _proof(self, sentence: str) -> Evidence:
        self._sentences[sentence] = None
        sure = round(0.5 + self._chance.random() / 2, 2)
        return Evidence(sentence, f"rule-{len(self._claims) % 7}", sure)


def _url(number: int) -> str:
    return f"https://news.example/{number}"


def _spelling(project: TrueProject, city: str, chance: Random) -> str:
    """The project's name as one writer writes it: spaces, a tail, the city before it or not."""
    name, how = project.name, chance.random()
    if how < 0.15:
        name = name.replace(" ", "")
    elif how < 0.25:
        name = "".join(name.rsplit(" ", 1))
    elif how < 0.35 and not name.startswith(city):
        name = f"{city} {name}"
    elif how < 0.42:
        name = name.removeprefix(f"{city} ")
    return f"{name} {chance.choice(WORDS['tail'])}" if chance.random() < 0.35 else name


def _with(name: str, particles: str) -> str:
    """A name with the first particle behind a consonant, the second behind a vowel."""
    ends = "가" <= name[-1] <= "힣" and (ord(name[-1]) - ord("가")) % 28 == 0
    return f"{name}{particles[ends]}"


def _mentions(entity: Entity, text: str) -> tuple[Span, ...]:
    at = text.find(entity.name)
    return () if at < 0 else (Span(at, at + len(entity.name), entity.name),)


def _proven(claim: Claim, text: str) -> Claim:
    quote = claim.evidence.quote
    at = text.index(quote)
    return replace(claim, evidence=replace(claim.evidence, span=Span(at, at + len(quote), quote)))
