"""What is seen of a pair of entities that may be linked: the features of a candidate.

Where both stand in one sentence: their order, distance, particles, verbs and what lies between;
of places also how the words right before and behind the later one end and begin.
Where one stands in a sentence that goes on about the other: how it stands there. Of the article:
how often and how early both are named, and how many others there are. What kind of undertaking a
project is, where else it is put, and what else is claimed of both. And which rules say it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from extractors.linking.buckets import bucket
from extractors.linking.scene import Part, Scene, Stand, Told, classes_of
from extractors.points import POINT
from extractors.reading import Occurrence
from graph.model import Entity, EntityType

_DIGITS = re.compile(r"[0-9]+")
_NEAR = 3
"""How many names may lie between two for the words between to count."""
_BEHIND = 14
"""How many characters behind the later name are seen."""
_RANKED = frozenset({EntityType.REGION, EntityType.SITE})
_BESIDE = 12
"""How many characters right behind the later name tell how it goes on."""
_KINSHIPS = ("same", "inside", "around", "elsewhere")
_start = attrgetter("start")


def features(scene: Scene, one: Entity, other: Entity, rules: tuple[str, ...]) -> frozenset[str]:
    """What is seen of `one` and `other`; `rules` are those that link them."""
    kind = one.type
    mine, its = scene.part(one), scene.part(other)
    ranked = other.type in _RANKED and kind is not EntityType.REGION
    second = (its.level or "s") if ranked else other.type  # a site has no level
    types = f"{kind}>{second}"
    ones, others = mine.numbers, its.numbers
    common = ones.keys() & others.keys()
    found = [f"t:{types}", f"common{bucket(len(common), 0, 1, 2, 4)}"]
    found += [f"r:{rule}" for rule in rules]
    if rules:
        found.append("r:")
    for mine_kind in mine.kinds:
        found += (f"k {mine_kind}>{second}", f"k {mine_kind} {bool(rules)} {bool(common)}")
        found += [f"k {mine_kind} r:{rule}" for rule in rules]
    for its_kind in its.kinds:
        found += (f"k {kind}>{its_kind}", f"k >{its_kind} {bool(rules)} {bool(common)}")
    if other.type in _RANKED:
        found += _elsewhere(scene, one, other, types, ruled=bool(rules))
        found += _levels(scene, one, other, types, together=bool(common))
        found += _called(mine, its, types, ruled=bool(rules))
    found += _of_article(mine, its, types, together=bool(common))
    found += _names(mine, its, types)
    if its.group == "P":
        found += _said(scene, one, other, mine)
    for number in common:
        pair = _nearest(ones[number], others[number])
        found += _together(scene, scene.told(number), pair, types)
    for mark, places, theme in (("B", others, one.key), ("A", ones, other.key)):
        about = scene.about.get(theme)
        if about is None:
            continue
        for number, names in places.items():
            if number in about and number not in common:
                told = scene.told(number)
                sure = mark if scene.theme.get(number) == theme else mark.lower()
                chance = scene.themes.chance_range(told.sentence.start, theme)
                for name in names:
                    found += _apart(told, name, sure, f"{sure}:{types}")
                    found += _likely(told, name, sure, chance, types)
    return frozenset(found)


def _elsewhere(
    scene: Scene, one: Entity, other: Entity, types: str, *, ruled: bool
) -> Iterator[str]:
    """Where else rules put `one`: in a place within `other`, around it, or apart from it."""
    placed = scene.placed.get(one.key, {})
    if other.key in placed:
        yield f"sure {bucket(placed[other.key], 0.55, 0.65, 0.75, 0.85)}"
    places = placed.keys() - {other.key}
    yield f"else {bool(places)} {ruled}"
    if not places:
        return
    finer = any(other.key in scene.above(place) for place in places)
    coarser = bool(places & scene.above(other.key))
    yield f"else {finer}{coarser} {ruled}"
    yield f"else {types} {finer}{coarser} {ruled}"


def _called(one: Part, other: Part, types: str, *, ruled: bool) -> Iterator[str]:
    """How a region stands to those that are in the name of what may lie there."""
    if not one.called or not other.code:
        return
    kinships = {_kinship(other.code, home) for home in one.called}
    nearest = next(kin for kin in _KINSHIPS if kin in kinships)
    yield f"called {nearest} {ruled}"
    yield f"called {types} {nearest} {ruled}"


def _levels(
    scene: Scene, one: Entity, other: Entity, types: str, *, together: bool
) -> Iterator[str]:
    """Whether rules put `one` in a smaller place than `other`, and how two regions stand."""
    mine, its = scene.part(one), scene.part(other)
    smaller = any(
        _smaller(scene.part(scene.reading.by_key[key]).level, its.level)
        for key in scene.placed.get(one.key, ())
        if key != other.key
    )
    yield f"smaller {smaller}"
    yield f"smaller {types} {smaller}"
    if not mine.level or not its.level:
        return
    within = mine.code != its.code and mine.code.startswith(its.code) if its.code else None
    levels = f"levels {mine.level}>{its.level}"
    yield from (levels, f"{levels} {within}", f"{levels} {within} {together}")


def _smaller(rank: str, other: str) -> bool:
    """Whether the first of two ranks tells of a smaller place; sites have none and are smaller."""
    return bool(other) and "None" not in {rank, other} and (not rank or rank > other)


def _of_article(one: Part, other: Part, types: str, *, together: bool) -> list[str]:
    (a_rank, a_size), (b_rank, b_size) = one.ranks, other.ranks
    found = [
        *one.counted[0],
        *other.counted[1],
        f"rank {types}[{a_rank}, {b_rank}]",
        f"size [{a_size}, {b_size}]",
        f"title [{one.titled}, {other.titled}]",
        f"first {types}[{one.first}, {other.first}]",
    ]
    ones, others = one.numbers, other.numbers
    if not ones or not others:
        found.append(f"nested {bool(ones)}{bool(others)}")
    elif not together:
        far = min([abs(a - b) for a in ones for b in others])
        found.append(f"far {types}{bucket(far, 1, 2, 4, 8)}")
    return found


def _names(one: Part, other: Part, types: str) -> list[str]:
    found = list(_kinds(one, other, types)) if other.group == "P" else []
    for mark, outer, inner in (("in", one, other), ("holds", other, one)):
        written = outer.written
        parts = [name for name in inner.names if name in written]
        if not parts:
            continue
        for name in outer.names:
            part = next((n for n in parts if n in name), None)
            if part is not None:
                where = (
                    "head" if name.startswith(part) else "tail" if name.endswith(part) else "mid"
                )
                found.append(f"{mark} {where} {types}")
                break
    a, b = one.code, other.code
    if a.isdigit() and b.isdigit():
        found.append(f"code {a.startswith(b)}{b.startswith(a)}")
    return found


def _said(scene: Scene, one: Entity, other: Entity, mine: Part) -> Iterator[str]:
    """What else is claimed of a body and of the undertaking that it may take part in."""
    body = f"{mine.level or one.type}>{other.type}"
    for mark, entity in (("a", one), ("b", other)):
        for sign in scene.sayings.of(entity.key):
            yield f"{mark} says {sign}"
            yield f"{mark} says {sign} {body}"


def _kinds(one: Part, other: Part, types: str) -> Iterator[str]:
    """What kind of undertaking it is, who would take part in it, and where it is at home."""
    kind = one.tail if one.group == "B" else one.level
    yield f"n {types} {other.tail}"
    if kind:
        yield f"na {kind}"
        yield f"na {kind}>{other.tail}"
    if one.level:
        for home in other.homes:
            yield f"home {kind}>{_kinship(one.code, home)}"


def _kinship(code: str, home: str) -> str:
    """How a region stands to one that a project is tied to: it, around it, in it or elsewhere."""
    if code == home:
        return "same"
    if home.startswith(code):
        return "around"
    return "inside" if code.startswith(home) else "elsewhere"


def _nearest(ones: list[Occurrence], others: list[Occurrence]) -> tuple[Occurrence, Occurrence]:
    if len(ones) == len(others) == 1:
        return ones[0], others[0]
    return min(
        ((one, other) for one in ones for other in others),
        key=lambda pair: max(pair[0].start, pair[1].start) - min(pair[0].end, pair[1].end),
    )


def _together(
    scene: Scene, told: Told, names: tuple[Occurrence, Occurrence], types: str
) -> list[str]:
    """How two names stand that stand in one sentence."""
    one, other = names
    first = one.start < other.start
    low, high = (one, other) if first else (other, one)
    order = "AB" if first else "BA"
    places, groups = told.places, told.groups
    a, b = places[one.start], places[other.start]
    between = groups[min(a, b) + 1 : max(a, b)]
    many = between.count(groups[a]), between.count(groups[b])
    alike = min(many[0], 3), min(many[1], 3)
    found = [
        f"{order} gap {bucket(high.start - low.end, 0, 2, 6, 15, 30, 60)}",
        f"{order} a{alike[0]}",
        f"{order} b{alike[1]}",
        f"{order} between {min(alike[0], 1)}{min(alike[1], 1)}",
    ]
    gap = _DIGITS.sub("0", scene.text[low.end : high.start])
    if len(gap) <= 8:
        found += (f"{order} {gap}", f"{types} {order} {gap}")
    found += _listed(gap, f"{types} {order}", inside=told.pointed < low.start)
    found += _standing(told, names, types, order)
    step = told.steps.get(other.start, "")
    found += (f"step {step}", f"{types} step {step}", f"{order} {types} step {step}")
    found += _of_sentence(told)
    if scene.reading.by_key[other.key].type in _RANKED:
        found += _edges(scene.text, told, (low, high), types, order)
        ground = told.ground.get(other.start, "-")
        found += (f"{order} ground {ground}", f"{types} {order} ground {ground} {many[0]}")
    if len(between) <= _NEAR:
        found += _words(told, (low, high), types, order)
    return found


def _listed(gap: str, pair: str, *, inside: bool) -> Iterator[str]:
    """How two names stand to the points of a list and to the brackets of its items.

    `gap` is what stands between them; `inside` says that a point stands before both.
    """
    points = len(POINT.findall(gap))
    if not (inside or points):
        return
    depth = gap.count("(") - gap.count(")")
    listed = f"points {min(points, 2)} {not inside} {max(-1, min(1, depth))}"
    yield f"{pair[-2:]} {listed}"
    yield f"{pair} {listed}"


def _edges(
    text: str, told: Told, names: tuple[Occurrence, Occurrence], types: str, order: str
) -> Iterator[str]:
    """How the words right before and right behind the later of two names end and begin."""
    low, high = names
    gap = text[low.end : high.start]
    before = _DIGITS.sub("0", gap).split()
    if before:
        last = before[-1][-3:] if gap[-1] == " " else f"+{before[-1][-2:]}"
        yield f"{order} before {last}"
        yield f"{types} {order} before {last}"
        yield f"{types} {order} before. {last[-1]}"
    rest = text[high.end : min(high.end + _BESIDE, told.sentence.end)]
    behind = _DIGITS.sub("0", rest).split()
    if behind:
        space = " " if rest[0] == " " else ""
        yield f"{order} after {space}{behind[0][:4]}"
        yield f"{types} {order} after {space}{behind[0][:3]}"


def _of_sentence(told: Told) -> list[str]:
    """What is seen of a sentence, whatever pair stands in it."""
    found = told.known.get(("",))
    if found is None:
        found = [f"last {told.last}", *(f"last={kind}" for kind in classes_of(told.last))]
        found.append(f"zone {told.sentence.zone.value}")
        told.known["",] = found
    return found


def _standing(
    told: Told, names: tuple[Occurrence, Occurrence], types: str, order: str
) -> list[str]:
    """The particles of two names and the verbs that govern them."""
    one, other = told.stand(names[0]), told.stand(names[1])
    particles = f"{one.particle}/{other.particle}"
    found = [f"{order} p {particles}", f"{types} {order} p {particles}"]
    for mark, name, stand in (("a", names[0], one), ("b", names[1], other)):
        found += _of_stand(told, name, stand, mark)
        found += [
            f"{types} {order} pv{mark} {stand.particle}={kind}" for kind in classes_of(stand.verb)
        ]
    if one.verb and one.verb == other.verb:
        found += (f"same {particles}", f"same {particles} {one.verb}")
        for kind in classes_of(one.verb):
            found += (f"same {particles}={kind}", f"{types} same={kind}")
    else:
        found.append("apart")
    return found


def _of_stand(told: Told, name: Occurrence, stand: Stand, mark: str) -> list[str]:
    """What is seen of how a name stands, whatever the other is."""
    key = (mark, name.start)
    found = told.known.get(key)
    if found is not None:
        return found
    found = [
        f"p{mark} {stand.particle}",
        f"tail{mark} {stand.tail[-4:]}",
        f"v{mark} {stand.verb}",
        f"pv{mark} {stand.particle} {stand.verb}",
        *(f"pv{mark} {stand.particle}={kind}" for kind in classes_of(stand.verb)),
    ]
    if stand.modified:
        found.append(f"m{mark} {stand.modified}")
        found += [f"m{mark}={kind}" for kind in classes_of(stand.modified)]
    told.known[key] = found
    return found


def _words(told: Told, names: tuple[Occurrence, Occurrence], types: str, order: str) -> list[str]:
    """The words between two names, and right behind the later one."""
    low, high = names
    found: list[str] = []
    words = told.words
    first = bisect_left(words, low.end, key=_start)
    past = bisect_left(words, high.start, first, key=_start)
    for word in words[first:past]:
        found += word.between[order]
        if word.kinds:
            found += [f"{types} {order} w={kind}" for kind in word.kinds]
    first = bisect_left(words, high.end, past, key=_start)
    past = bisect_left(words, high.end + _BEHIND, first, key=_start)
    for word in words[first:past]:
        found.append(word.behind)
        if word.kinds:
            found += [f"{types}  behind={kind}" for kind in word.kinds]
    return found


def _apart(told: Told, name: Occurrence, mark: str, types: str) -> list[str]:
    """How a name stands in a sentence that goes on about the other."""
    stand = told.stand(name)
    own = "P" in told.groups
    found = [f"theme {types} {own}", f"theme {types} {stand.particle}"]
    step = told.steps.get(name.start, "")
    found += (f"theme {types} step {step}", f"theme {types} step {step} {stand.particle}")
    ground = told.ground.get(name.start)
    if ground is not None:
        found += (f"theme {mark} ground {ground} {own}", f"theme {types} ground {ground}")
    found += [f"theme {types} {stand.particle}={kind}" for kind in classes_of(stand.verb)]
    key = (mark, name.start)
    known = told.known.get(key)
    if known is None:
        known = told.known[key] = list(_alone(told, stand, mark, own=own))
    return found + known


def _likely(told: Told, name: Occurrence, mark: str, chance: int, types: str) -> Iterator[str]:
    """How likely the sentence goes on about it, and how the name stands there."""
    stand = told.stand(name)
    yield f"theme {mark} chance {chance}"
    yield f"theme {mark} chance {chance} {stand.particle}"
    yield f"theme {mark} {types} chance {chance}"
    ground = told.ground.get(name.start)
    if ground:
        own = "P" in told.groups
        yield f"theme {mark} chance {chance} ground {own}"
    for kind in classes_of(stand.verb):
        yield f"theme {mark} chance {chance}={kind}"


def _alone(told: Told, stand: Stand, mark: str, *, own: bool) -> Iterator[str]:
    """What is seen of a name in such a sentence, whatever the other is."""
    yield f"theme {mark}"
    yield f"theme {mark} {own}"
    yield f"theme {mark} {stand.particle}"
    yield f"theme {mark} v {stand.verb}"
    yield f"theme {mark} pv {stand.particle} {stand.verb}"
    yield f"theme {mark} last {told.last}"
    for kind in classes_of(stand.verb):
        yield f"theme {mark} {stand.particle}={kind}"
    for kind in classes_of(told.last):
        yield f"theme {mark} last={kind}"
    if stand.modified:
        yield f"theme {mark} m {stand.modified}"
        for kind in classes_of(stand.modified):
            yield f"theme {mark} m={kind}"
