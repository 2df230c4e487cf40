"""What is seen of a pair of entities that may be linked: the features of a candidate.

Where both stand in one sentence: their order, distance, particles, verbs and what lies between.
Where one stands in a sentence that goes on about the other: how it stands there. Of the article:
how often and how early both are named, and how many others there are. And which rules say it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractors.document import Zone
from extractors.linking.scene import Scene, Stand, Told, classes_of, group_of, rank_of
from extractors.reading import Occurrence
from graph.model import Entity, EntityType

_DIGITS = re.compile(r"[0-9]+")
_NEAR = 3
"""How many names may lie between two for the words between to count."""
_BEHIND = 14
"""How many characters behind the later name are seen."""
_TELLING = frozenset({"NNG", "VV", "VA", "XSV", "NNB"})


def bucket(number: int, *limits: int) -> int:
    """The place of the first limit that a number does not exceed.

    >>> [bucket(n, 1, 2, 4) for n in (0, 2, 3, 9)]
    [0, 1, 2, 3]
    """
    return bisect_left(limits, number)


def features(scene: Scene, one: Entity, other: Entity, rules: tuple[str, ...]) -> frozenset[str]:
    """What is seen of `one` and `other`; `rules` are those that link them."""
    kind = one.type.value
    second = (
        rank_of(other)
        if other.type in {EntityType.REGION, EntityType.SITE} and kind != "region"
        else other.type.value
    )
    types = f"{kind}>{second}"
    found = {f"t:{types}", *_of_article(scene, one, other, types), *_names(one, other, types)}
    for rule in rules:
        found.add(f"r:{rule}")
    if rules:
        found.add("r:")
    ones, others = scene.places.get(one.key, ()), scene.places.get(other.key, ())
    numbers = {number for number, _ in ones}
    common = numbers & {number for number, _ in others}
    found.add(f"common{bucket(len(common), 0, 1, 2, 4)}")
    for number in common:
        pair = _nearest(
            [name for n, name in ones if n == number], [name for n, name in others if n == number]
        )
        found.update(_together(scene, scene.told(number), pair, types))
    for mark, places, theme in (("B", others, one.key), ("A", ones, other.key)):
        for number, name in places:
            if number not in common and number in scene.about.get(theme, ()):
                found.update(_apart(scene, number, name, (mark, f"{mark}:{types}")))
    return frozenset(found)


def _of_article(scene: Scene, one: Entity, other: Entity, types: str) -> Iterator[str]:
    ranks = [bucket(scene.ranks[entity.key], 0, 1, 3) for entity in (one, other)]
    sizes = [bucket(scene.sizes[group_of(entity)], 1, 2, 4, 8) for entity in (one, other)]
    for mark, entity, rank, size in zip("ab", (one, other), ranks, sizes, strict=True):
        yield f"count {mark}{bucket(scene.counts[entity.key], 1, 2, 4)}"
        yield f"rank {mark}{rank}"
        yield f"size {mark}{size}"
    yield f"rank {types}{ranks}"
    yield f"size {sizes}"
    ones, others = (
        {number for number, _ in scene.places.get(entity.key, ())} for entity in (one, other)
    )
    titled = [
        any(scene.sentences[number].zone is Zone.TITLE for number in numbers)
        for numbers in (ones, others)
    ]
    yield f"title {titled}"
    yield f"first {types}{[scene.first in numbers for numbers in (ones, others)]}"
    if not ones or not others:
        yield f"nested {bool(ones)}{bool(others)}"
    elif not ones & others:
        yield f"far {types}{bucket(min(abs(a - b) for a in ones for b in others), 1, 2, 4, 8)}"


def _names(one: Entity, other: Entity, types: str) -> Iterator[str]:
    for mark, outer, inner in (("in", one, other), ("holds", other, one)):
        for name in outer.names:
            part = next((n for n in inner.names if n in name), None)
            if part is not None:
                where = (
                    "head" if name.startswith(part) else "tail" if name.endswith(part) else "mid"
                )
                yield f"{mark} {where} {types}"
                break
    codes = [(entity.ref or "").removeprefix("region:").rstrip("0") for entity in (one, other)]
    if all(code.isdigit() for code in codes):
        yield f"code {codes[0].startswith(codes[1])}{codes[1].startswith(codes[0])}"


def _nearest(ones: list[Occurrence], others: list[Occurrence]) -> tuple[Occurrence, Occurrence]:
    return min(
        ((one, other) for one in ones for other in others),
        key=lambda pair: max(pair[0].start, pair[1].start) - min(pair[0].end, pair[1].end),
    )


def _together(
    scene: Scene, told: Told, names: tuple[Occurrence, Occurrence], types: str
) -> Iterator[str]:
    """How two names stand that stand in one sentence."""
    one, other = names
    first = one.start < other.start
    low, high = (one, other) if first else (other, one)
    order = "AB" if first else "BA"
    by_key = scene.reading.by_key
    between = [name for name in told.names if low.end <= name.start and name.end <= high.start]
    groups = [group_of(by_key[name.key]) for name in between]
    alike = [min(groups.count(group_of(by_key[name.key])), 3) for name in names]
    yield f"{order} gap {bucket(high.start - low.end, 0, 2, 6, 15, 30, 60)}"
    yield f"{order} a{alike[0]}"
    yield f"{order} b{alike[1]}"
    yield f"{order} between {min(alike[0], 1)}{min(alike[1], 1)}"
    gap = _DIGITS.sub("0", scene.text[low.end : high.start])
    if len(gap) <= 8:
        yield f"{order} {gap}"
        yield f"{types} {order} {gap}"
    stands = told.stand(one), told.stand(other)
    yield from _standing(*stands, types, order)
    yield f"last {told.last}"
    for kind in classes_of(told.last):
        yield f"last={kind}"
    yield f"zone {told.sentence.zone.value}"
    if len(between) <= _NEAR:
        yield from _words(told, (low, high), types, order)


def _standing(one: Stand, other: Stand, types: str, order: str) -> Iterator[str]:
    """The particles of two names and the verbs that govern them."""
    yield f"{order} p {one.particle}/{other.particle}"
    yield f"{types} {order} p {one.particle}/{other.particle}"
    for mark, stand in (("a", one), ("b", other)):
        yield f"p{mark} {stand.particle}"
        yield f"tail{mark} {stand.tail[-4:]}"
        yield f"v{mark} {stand.verb}"
        yield f"pv{mark} {stand.particle} {stand.verb}"
        for kind in classes_of(stand.verb):
            yield f"pv{mark} {stand.particle}={kind}"
            yield f"{types} {order} pv{mark} {stand.particle}={kind}"
        if stand.modified:
            yield f"m{mark} {stand.modified}"
            for kind in classes_of(stand.modified):
                yield f"m{mark}={kind}"
    if one.verb and one.verb == other.verb:
        yield f"same {one.particle}/{other.particle}"
        yield f"same {one.particle}/{other.particle} {one.verb}"
        for kind in classes_of(one.verb):
            yield f"same {one.particle}/{other.particle}={kind}"
            yield f"{types} same={kind}"
    else:
        yield "apart"


def _words(
    told: Told, names: tuple[Occurrence, Occurrence], types: str, order: str
) -> Iterator[str]:
    """The words between two names, and right behind the later one."""
    low, high = names
    for token in told.sentence.tokens:
        if token.tag.split("-")[0] not in _TELLING:
            continue
        if low.end <= token.start < high.start:
            yield f"w {token.form}"
            yield f"{order} w {token.form}"
            mark = "w"
        elif high.end <= token.start < high.end + _BEHIND:
            yield f"behind {token.form}"
            mark = "behind"
        else:
            continue
        for kind in classes_of(token.form):
            if kind != "-":
                yield f"{types} {order if mark == 'w' else ''} {mark}={kind}"


def _apart(scene: Scene, number: int, name: Occurrence, marks: tuple[str, str]) -> Iterator[str]:
    """How a name stands in a sentence that goes on about the other."""
    mark, types = marks
    told = scene.told(number)
    stand = told.stand(name)
    own = any(group_of(scene.reading.by_key[other.key]) == "P" for other in told.names)
    yield f"theme {mark}"
    yield f"theme {mark} {own}"
    yield f"theme {types} {own}"
    yield f"theme {mark} {stand.particle}"
    yield f"theme {types} {stand.particle}"
    yield f"theme {mark} v {stand.verb}"
    yield f"theme {mark} pv {stand.particle} {stand.verb}"
    yield f"theme {mark} last {told.last}"
    for kind in classes_of(stand.verb):
        yield f"theme {mark} {stand.particle}={kind}"
        yield f"theme {types} {stand.particle}={kind}"
    for kind in classes_of(told.last):
        yield f"theme {mark} last={kind}"
    if stand.modified:
        yield f"theme {mark} m {stand.modified}"
        for kind in classes_of(stand.modified):
            yield f"theme {mark} m={kind}"
