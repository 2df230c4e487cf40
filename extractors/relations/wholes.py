"""What is seen of two projects of which one may be part of the other.

Their names (what kind of thing each is, whether one begins or ends as the other), how early and how
often the article names them, what else is claimed of them, how they stand to each other where one
sentence or block of lines names both, and how the part stands where the text goes on about the
whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from extractors.document import Sentence, Zone
from extractors.reading import Reading
from extractors.relations.clauses import governed
from extractors.relations.phrases import CLOSING, OPENING, phrases
from extractors.relations.sayings import sayings_of
from extractors.relations.themes import themes_of
from extractors.relations.wholes_fellows import Fellows, Pair
from extractors.relations.wholes_sites import Site
from graph.model import Claim, Entity, EntityType

MOST = 30
"""Of an article with more projects, only the first so many are paired."""
_FEW = 3
"""So many projects between two sentences are as good as more."""
_PROJECTS = frozenset({EntityType.PROJECT})
_BULLET = re.compile(
    rf"(?:[△▲▴▷▶◆◇■□○●∙•※·-]|[①-⑳❶-❿]|\(?[0-9가-하]{{1,2}}[).])\s*[{re.escape(OPENING)}]*$"
)
_COUNTED = re.compile(rf"[{re.escape(CLOSING)}]*(?:\([^()]*\))? ?등 ?(?:[가-힣]+ )?[0-9]+ ?[개곳]")
_SUM = re.compile(rf"[{re.escape(CLOSING)}]*[^.,\n]{{0,8}}?\(?[0-9][0-9,.]*(?:조|억|천만|백만|만)")
_SPACE = re.compile(r"\s+")
_DIGITS = re.compile(r"[0-9]+")
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words))
    for kind, words in (
        (
            "phase",
            r"(?:[0-9]+ ?(?:단계|블록|공구|구역|차|지구)|[A-Z]블록)(?: ?(?:사업|조성|공사))?$",
        ),
        ("phased", r"[1-9] ?(?:단계|블록|공구)|^[0-9][A-Z] "),
        ("call", r"(?:공모|공모사업|지원사업|기반구축사업)$|^20[0-9]{2}년도? "),
        ("fund", r"(?:기금|펀드|예산)"),
        ("plan", r"(?:계획|전략|로드맵|비전|구상|대책|프로젝트|패키지|르네상스)"),
        (
            "zone",
            r"(?:특구|지구|경제자유구역|특화단지|선도지구|혁신지구)(?: ?(?:조성|지정)?(?:사업)?)$",
        ),
        (
            "estate",
            (
                r"(?:단지|산단|클러스터|밸리|벨트|시티|도시|타운|파크|랜드|신도시|캠퍼스)"
                r"(?: ?(?:조성|구축|개발|건설)?(?: ?사업)?)$"
            ),
        ),
        (
            "house",
            (
                r"(?:센터|플랜트|시설|관|장|연구소|학교|스튜디오|테스트베드|연구원|분원|본부|"
                r"플랫폼|허브|팩토리|공장|주택|병원|발전소|충전소|기지|거점)"
                r"(?: ?(?:조성|구축|건립|건설|설치)?(?: ?사업)?)$"
            ),
        ),
        ("research", r"(?:기술 ?개발|연구개발|R&D|실증|고도화|상용화|국산화)(?: ?사업)?$"),
        ("aid", r"(?:지원|양성|육성|운영|활성화|보급|확대|교육|체계)(?: ?사업)?$"),
        ("works", r"(?:조성|구축|건립|건설|설립|설치|정비|개발|유치)(?: ?사업)?$"),
        ("programme", r"사업$"),
        ("road", r"(?:철도|도로|고속도로|노선|항|공항|댐|교|선|역)(?: ?건설(?:사업)?)?$"),
        ("rule", r"(?:조례|법|제도)$"),
    )
)
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (cue, re.compile(words))
    for cue, words in (
        ("inside", r"들어서|들어선|들어설|들어오|들어가|들어간|들어섰|자리 ?잡|놓인|둥지|입주"),
        ("build", r"조성|구축|건립|짓|지어|지을|세우|세운|설립|설치|갖춘|갖추|마련"),
        ("made", r"구성|짜였|짜여|이뤄|이루어|나뉜|나뉘|나눠|나눈|묶|엮|쪼개"),
        (
            "content",
            r"(?:내용|시설|과제|분야|대상|사업|세부|골자|뼈대)(?:은|는|으로는|로는)|다음과 같",
        ),
        ("contains", r"포함|담|들어 있|들어있|아우르|반영|올라|올랐"),
        ("one", r"하나|일환|가운데|중 하나|축|출발점|마중물|연계|세부"),
        ("core", r"핵심|중심|거점|뼈대|알맹이|골자"),
        ("won", r"선정|뽑|따냈|따내|공모|확정|낙점"),
        ("named", r"지정|고시|승격"),
        ("money", r"억|조 ?원"),
        ("funds", r"예산|기금|국비|투입|들여|확보|반영"),
        ("counted", r"등 ?(?:[가-힣]+ )?[0-9]+ ?[개곳]|[두세네] (?:갈래|축|곳|가지|블록|토막)"),
        ("link", r"연계|연결|이어|협력|시너지|발판|바탕|함께"),
        ("apart", r"별도|이 밖에|이밖에|한편|아울러|앞서"),
        ("phase", r"단계|블록|공구|토막"),
    )
)


class Wholes:
    """An article's projects, ready to be paired."""

    def __init__(self, reading: Reading, claims: Iterable[Claim] = ()) -> None:
        self.sayings = sayings_of(claims)
        self.reading = reading
        self.text = reading.document.text
        self.sentences = reading.document.sentences
        self.sites: dict[str, list[Site]] = defaultdict(list)
        """Where each project is named, in order."""
        self.named: dict[int, list[Site]] = defaultdict(list)
        """What each sentence names."""
        self.themes = themes_of(reading)
        self.cues: dict[int, tuple[str, ...]] = {}
        self.listed: Counter[int] = Counter()
        """How many projects stand behind bullets or in coordination, by sentence."""
        self.order: dict[str, int] = {}
        for number, sentence in enumerate(self.sentences):
            self._read(number, sentence)
        self.projects = [
            entity
            for entity in reading.entities
            if entity.type is EntityType.PROJECT and entity.key in self.sites
        ]
        self.projects.sort(key=lambda entity: self.order[entity.key])
        del self.projects[MOST:]
        self.numbers = {key: [site.number for site in sites] for key, sites in self.sites.items()}
        """The sentences that name each project, in order."""
        self.counts = {key: len(sites) for key, sites in self.sites.items()}
        ranked = sorted(self.counts, key=lambda key: (-self.counts[key], self.order[key]))
        self.rank = {key: place for place, key in enumerate(ranked)}
        titles = {n for n, sentence in enumerate(self.sentences) if sentence.zone is Zone.TITLE}
        self.titled = {key: not titles.isdisjoint(own) for key, own in self.numbers.items()}
        self.kinds = {entity.key: kinds_of(entity) for entity in self.projects}
        self.words = {
            entity.key: {word for name in entity.names for word in name.split()}
            for entity in self.projects
        }

    def _read(self, number: int, sentence: Sentence) -> None:
        named = phrases(self.reading, sentence, _PROJECTS)
        if not named:
            return
        stems = governed(self.reading, sentence)
        for phrase in named:
            for member in phrase.members:
                lead = self.text[max(0, member.start - 8) : member.start]
                lead = lead.rpartition("\n")[2]
                bullet = _BULLET.search(lead) is not None
                stem, headed = stems.get(member.start, ("", ""))
                site = Site(member, number, phrase, stem, bullet=bullet, headed=headed)
                self.sites[member.key].append(site)
                self.named[number].append(site)
                self.order.setdefault(member.key, member.start)
                self.listed[number] += bullet or len(phrase.keys) > 1

    def cues_of(self, number: int) -> tuple[str, ...]:
        """What the words of a sentence tell of parts and wholes."""
        found = self.cues.get(number)
        if found is None:
            words = self.reading.document.surface(self.sentences[number])
            found = self.cues[number] = tuple(cue for cue, rule in _CUES if rule.search(words))
        return found

    def others_between(self, first: int, last: int, key: str) -> int:
        """How many projects but that one sentences between those two name, up to three."""
        found = 0
        for other, numbers in self.numbers.items():
            at = bisect_left(numbers, last)
            if at and numbers[at - 1] > first and other != key:
                found += 1
                if found == _FEW:
                    break
        return found


def kinds_of(project: Entity) -> tuple[str, ...]:
    """What kinds of undertaking its names tell."""
    return _kinds(project.names)


@lru_cache(maxsize=1024)
def _kinds(names: tuple[str, ...]) -> tuple[str, ...]:
    found = {kind for kind, rule in _KINDS if any(map(rule.search, names))}
    return tuple(sorted(found)) or ("other",)


def features(
    wholes: Wholes, part: Entity, whole: Entity, rules: Sequence[str], fellows: Fellows
) -> frozenset[str]:
    """What is seen of two projects; `rules` are the constructions that join them."""
    found = {
        *_names(wholes, part, whole),
        *_article(wholes, part, whole),
        *_said(wholes, part, whole),
        *fellows.signs(part.key, whole.key),
        *(f"r:{rule}" for rule in rules),
    }
    if rules:
        found.add("r:")
    parts, others = wholes.sites[part.key], wholes.sites[whole.key]
    by_number: dict[int, list[Site]] = defaultdict(list)
    for other in others:
        by_number[other.number].append(other)
    together = False
    for site in parts:
        if site.number in by_number:
            together = True
            start = site.spot.start
            near = min(by_number[site.number], key=lambda other: abs(other.spot.start - start))
            found.update(_together(wholes, site, near))
    for site in parts:
        found.update(_under(wholes, site, others, (part.key, whole.key), together=together))
    found.add(f"together {together}")
    return frozenset(found)


def _said(wholes: Wholes, part: Entity, whole: Entity) -> Iterator[str]:
    """What is claimed of each, of both, and which of the two costs more."""
    ones, others = (wholes.sayings.of(entity.key) for entity in (part, whole))
    yield from (f"p says {sign}" for sign in ones)
    yield from (f"w says {sign}" for sign in others)
    yield from (f"both say {sign}" for sign in ones & others)
    yield f"costs {wholes.sayings.compared(part.key, whole.key)}"


def _names(wholes: Wholes, part: Entity, whole: Entity) -> Iterator[str]:
    for kind in wholes.kinds[part.key]:
        yield f"p {kind}"
        for other in wholes.kinds[whole.key]:
            yield f"{kind}<{other}"
    for kind in wholes.kinds[whole.key]:
        yield f"w {kind}"
    for mark, outer, inner in (("in", part, whole), ("holds", whole, part)):
        yield from {
            f"{mark} {_where(long, name)}"
            for long in outer.names
            for name in inner.names
            if name in long
        }
    yield f"words {min(len(wholes.words[part.key] & wholes.words[whole.key]), 3)}"
    if part.name.split()[-1] == whole.name.split()[-1]:
        yield "same head"


def _where(outer: str, inner: str) -> str:
    return "head" if outer.startswith(inner) else "tail" if outer.endswith(inner) else "mid"


def _article(wholes: Wholes, part: Entity, whole: Entity) -> Iterator[str]:
    keys = part.key, whole.key
    ranks = [bisect_left((0, 1, 3), wholes.rank[key]) for key in keys]
    counts = [bisect_left((1, 2, 4), wholes.counts[key]) for key in keys]
    yield f"ranks {ranks}"
    yield f"part rank {ranks[0]}"
    yield f"whole rank {ranks[1]}"
    yield f"counts {counts}"
    yield f"projects {bisect_left((2, 3, 5, 8, 12), len(wholes.projects))}"
    yield f"whole first {wholes.order[keys[1]] < wholes.order[keys[0]]}"
    yield f"titled {[wholes.titled[key] for key in keys]}"
    ones, others = (wholes.numbers[key] for key in keys)
    near = min([(abs(one - other), one < other) for one in ones for other in others])
    yield f"apart {bisect_left((0, 1, 2, 4, 8), near[0])}{near[1]}"


def _together(wholes: Wholes, part: Site, whole: Site) -> Iterator[str]:
    text = wholes.text
    first = part.spot.start < whole.spot.start
    low, high = (part, whole) if first else (whole, part)
    order = "PW" if first else "WP"
    gap = _DIGITS.sub("0", _SPACE.sub(" ", text[low.spot.end : high.spot.start]))
    yield f"{order} gap {bisect_left((0, 2, 6, 15, 30, 60), len(gap))}"
    if part.phrase is whole.phrase:
        yield "coordinated"
    if len(gap) <= 12:
        yield f"{order} gap {gap}"
    yield f"{order} begins {gap.strip(CLOSING)[:4]}"
    yield f"{order} begins {gap.strip(CLOSING)[:2]}"
    yield f"{order} ends {gap[-6:].strip(OPENING)}"
    yield f"{order} {part.phrase.particle}/{whole.phrase.particle}"
    yield f"{order} p {part.phrase.particle}"
    yield f"{order} w {whole.phrase.particle}"
    yield f"w tail {whole.phrase.tail[:4]}"
    yield f"{order} v {whole.phrase.particle} {whole.stem}"
    yield f"{order} pv {part.phrase.particle} {part.stem}"
    if part.headed:
        yield f"{order} headed {part.headed}"
        yield f"{order} headed by {whole.phrase.particle} {whole.stem == part.headed}"
    between = sum(
        low.spot.end <= site.spot.start < high.spot.start and site.phrase is not part.phrase
        for site in wholes.named[part.number]
    )
    yield f"{order} between {min(between, 3)}"
    yield from _listed(wholes, part, order)
    behind = min(high.spot.end + 16, wholes.sentences[high.number].end)
    for cue, rule in _CUES:
        if rule.search(text, low.spot.end, high.spot.start):
            yield f"{order} mid {cue}"
        if rule.search(text, high.spot.end, behind):
            yield f"{order} behind {cue}"
    for cue in wholes.cues_of(part.number):
        yield f"{order} in {cue}"
        yield f"{order} {whole.phrase.particle} in {cue}"
        yield f"{order} {part.phrase.particle} in {cue}"


def _under(
    wholes: Wholes, part: Site, others: Sequence[Site], pair: Pair, *, together: bool
) -> Iterator[str]:
    """How a part stands where the text goes on about the whole, or after a line on it."""
    own, key = pair
    sentence = wholes.sentences[part.number]
    theme = wholes.themes.ruled(sentence.start).last
    earlier = bisect_left(wholes.numbers[key], part.number)
    before = others[earlier - 1] if earlier else None
    mark = "T" if theme is not None and theme.key == key else "U"
    if mark == "U" and before is None:
        return
    if together:
        mark += "t"
    yield f"{mark}"
    yield f"{mark} chance {wholes.themes.chance_range(sentence.start, key)}"
    for kind in wholes.kinds[key]:
        yield f"{mark} {kind}"
        if mark[0] == "T":
            yield from (f"{mark} {small}<{kind}" for small in wholes.kinds[own])
    away = part.number - before.number if before is not None else 0
    yield f"{mark} away {bisect_left((1, 2, 4, 7), away)}"
    yield f"{mark} {part.phrase.particle}"
    yield f"{mark} v {part.phrase.particle} {part.stem}"
    if part.headed:
        yield f"{mark} headed {part.headed}"
    yield from _listed(wholes, part, mark)
    if _SUM.match(wholes.text, part.spot.end):
        yield f"{mark} sum"
    for cue in wholes.cues_of(part.number):
        yield f"{mark} in {cue}"
        if part.bullet or part.size > 1:
            yield f"{mark} list in {cue}"
    if before is not None and away <= 8:
        for cue in wholes.cues_of(before.number):
            yield f"{mark} said {cue}"
            if part.bullet:
                yield f"{mark} bullet said {cue}"
        yield f"{mark} said {before.phrase.particle}"
        yield f"{mark} said v {before.phrase.particle} {before.stem}"
    last = -1 if before is None else before.number
    same = last >= 0 and wholes.sentences[last].paragraph == sentence.paragraph
    yield f"{mark} paragraph {same}"
    yield f"{mark} others {wholes.others_between(last, part.number, key)}"


def _listed(wholes: Wholes, part: Site, mark: str) -> Iterator[str]:
    if part.bullet:
        yield f"{mark} bullet"
    yield f"{mark} size {bisect_left((1, 2, 4), part.size)}"
    yield f"{mark} listed {bisect_left((0, 1, 2, 4), wholes.listed[part.number])}"
    if _COUNTED.match(wholes.text, part.phrase.end):
        yield f"{mark} counted"
