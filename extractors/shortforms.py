"""Short forms of names: `특화단지` for `소부장 특화단지`, where only one longer name ends so.

Names are looked up by how they end, so that a page with thousands of names takes no longer a name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from extractors.groups import EITHER, Group, cores
from extractors.mentions.held_places import HELD
from graph.model import EntityType

OTHER = re.compile(r"^(?:임시|제[0-9]+|신|[0-9]차|[1-9]단계|차세대|글로벌)|제[0-9]+$|[0-9]차$")
BUILDABLE = EITHER | {EntityType.INSTITUTE}
SHORTENED = (
    EITHER,
    frozenset((EntityType.INSTITUTE,)),
    frozenset((EntityType.EVENT,)),
    BUILDABLE,
)
PHASE = re.compile(r"[1-9]단계")
PRAISE = ("글로벌", "차세대")
"""Words that tell `혁신특구` from another kind of it, but only adorn a longer name."""
LEAST = 3
"""Letters of the shortest form that is joined; those of two are words for kinds of things."""
TELLING = 6
PROVINCE_WORDS = (
    "서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주"
)
PROVINCES = frozenset(PROVINCE_WORDS.split())
COMPLEX = re.compile(r"(?:일반|도시첨단)?산단|농공단지")
"""What is left of `부여일반산단` without its place names no complex: any other ends in it too."""


def absorb(groups: Sequence[Group], places: Iterable[str]) -> list[Group]:
    """Join each short form to the only longer name that it shortens; `places` are folded names."""
    for kinds in SHORTENED:
        alike = [group for group in groups if group.mentions and group.type in kinds]
        if len(alike) < 2:
            continue
        names = _Forms(alike, places)
        for shortens in PASSES:
            for group in sorted(alike, key=lambda g: max(map(len, names.of(g)))):
                for short in names.own(group) if shortens is _ends else names.own(group)[:1]:
                    host = _host(names, group, short, shortens, kinds)
                    if host is not None:
                        host.take(group)
                        names.join(host, group)
                        break
    return [group for group in groups if group.mentions]


def _host(
    names: _Forms,
    group: Group,
    short: str,
    shortens: Callable[[str, str], bool],
    kinds: frozenset[EntityType],
) -> Group | None:
    """The only group that a form of another shortens, if there is one."""
    if len(short) < LEAST or not group.mentions or PHASE.match(short):
        return None
    hosts = [
        other
        for other in names.hosts(short, shortens)
        if other is not group
        and other.mentions
        and (kinds is not BUILDABLE or _becomes(group, other))
        and not _is_held(group, other)
    ]
    if len(hosts) > 1:
        _, plain = names.split(short)
        same = [
            host for host in hosts if any(names.split(full)[1] == plain for full in names.of(host))
        ]
        hosts = same or (_latest(hosts, group) if shortens is _ends else [])
    return hosts[0] if len(hosts) == 1 else None


def _is_held(group: Group, host: Group) -> bool:
    """Whether the host's name holds the other's as a place: `다온산단 전환 실증산단`."""
    held = [mention for mention in group.mentions if mention.rule == HELD]
    if not held:
        return False
    ends = {mention.start: mention.end for mention in host.mentions}
    starts = sorted(ends)
    around = ((bisect_right(starts, mention.start), mention) for mention in held)
    return any(at and ends[starts[at - 1]] > mention.end for at, mention in around)


def _latest(hosts: Sequence[Group], group: Group) -> list[Group]:
    """Of several hosts the one named last before a short form first stands, if any is."""
    named = [
        (mention.start, number)
        for number, host in enumerate(hosts)
        for mention in host.mentions
        if mention.start < group.start
    ]
    return [hosts[max(named)[1]]] if named else []


class _Forms:
    """The forms of some groups, filed by what a short form of them ends in or holds."""

    def __init__(self, groups: Iterable[Group], places: Iterable[str]) -> None:
        self._places: dict[str, list[str]] = {}
        for place in sorted(places, key=len, reverse=True):
            self._places.setdefault(place[:1], []).append(place)
        self._split: dict[str, tuple[str, str]] = {}
        self._of = {id(g): set().union(*(cores(m) for m in g.mentions)) for g in groups}
        self._own = {
            key: sorted(forms, key=lambda form: (-len(form), form))
            for key, forms in self._of.items()
        }
        self._ending: dict[str, dict[str, dict[int, Group]]] = {}
        self._holding: dict[tuple[str, str], dict[str, dict[int, Group]]] = {}
        self._kin: dict[str, set[str]] = {}
        for group in groups:
            self._file(group, self.of(group))

    def of(self, group: Group) -> set[str]:
        """The forms of a group."""
        return self._of[id(group)]

    def own(self, group: Group) -> list[str]:
        """The forms of a group's own names, without those of what it took, the longest first."""
        return self._own[id(group)]

    def split(self, name: str) -> tuple[str, str]:
        """The region before a name, where enough is left without it, and the rest."""
        known = self._split.get(name)
        if known is None:
            known = "", name
            for place in self._places.get(name[:1], ()):
                if name.startswith(place) and len(name) - len(place) >= 4:
                    known = place, name[len(place) :]
                    break
            self._split[name] = known
        return known

    def hosts(self, short: str, shortens: Callable[[str, str], bool]) -> list[Group]:
        """The groups with a form that `short` is or shortens, in the same region if both tell."""
        place, plain = self.split(short)
        filed = dict(self._ending.get(plain, {}))
        if shortens is _skips:
            filed |= self._holding.get((plain[:2], plain[-2:]), {})
        found: dict[int, Group] = {}
        several = len(self._kin.get(plain, ())) > 1
        for full, groups in filed.items():
            other, rest = self.split(full)
            if several and place and not other:
                continue  # `나래 상생사업` and `다래 상생사업` are two, whatever they are part of
            if rest == short or _alike(place, plain, other, rest, shortens):
                found |= groups
        return list(found.values())

    def join(self, host: Group, group: Group) -> None:
        """Give a group's forms to its host."""
        self._of[id(host)] |= self.of(group)
        self._file(host, self.of(group))

    def _file(self, group: Group, forms: Iterable[str]) -> None:
        for form in forms:
            place, rest = self.split(form)
            if place:
                self._kin.setdefault(rest, set()).add(place)
            for at in range(len(rest) - 1):
                ending = self._ending.setdefault(rest[at:], {})
                ending.setdefault(form, {})[id(group)] = group
                held = self._holding.setdefault((rest[at : at + 2], rest[-2:]), {})
                held.setdefault(form, {})[id(group)] = group


def _becomes(body: Group, built: Group) -> bool:
    """Whether an unlisted body may be what a project builds: `융합기술원` of a named institute."""
    return body.type is EntityType.INSTITUTE and body.ref is None and built.type in EITHER


def _alike(
    place: str, plain: str, other: str, rest: str, shortens: Callable[[str, str], bool]
) -> bool:
    """Whether a short form and a full one, each split, agree on the region and on the rest."""
    if place and other and not place.startswith(other) and not other.startswith(place):
        return False
    if place and not other and COMPLEX.fullmatch(plain):
        return False
    if place and not other and rest.endswith(plain) and rest[: -len(plain)] in PROVINCES:
        return False  # `경기테크노파크` is not `서울테크노파크`, though no one speaks of Seoul
    return plain == rest or shortens(plain, rest)


def _ends(short: str, full: str) -> bool:
    """Whether a full name ends in the short one, and what it says more does not tell them apart."""
    if len(short) >= len(full) or not full.endswith(short):
        return False
    more = full[: -len(short)]
    told = OTHER.sub("", more) if OTHER.match(more) else ""
    if len(told) >= LEAST and not OTHER.search(told):
        return True  # `제1차 도심융합특구 종합발전계획` is one thing's name, `제1차 계획` a kind's
    return not OTHER.search(more) or (more in PRAISE and len(short) >= TELLING)


def _skips(short: str, full: str) -> bool:
    """Whether the short form leaves out letters of the full one only: `배터리특구`."""
    if len(short) < (4 if short[:2] == full[:2] else 5) or short[-2:] != full[-2:]:
        return False
    if len(short) >= len(full) or (OTHER.match(full) and not OTHER.match(short)):
        return False
    letters = iter(full)
    return short[:2] in full and all(letter in letters for letter in short)


PASSES = (_ends, _ends, _skips)
"""Short forms of what ends in them come first, twice: `연구단지` has one host only once `진해
실증연구단지` is known to be the `첨단소재 실증연구단지`."""
