"""What speaks for a project, or for none, as the owner of a sum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from extractors.linking.buckets import bucket
from extractors.relations.budget_rivals import COMPARED, beside_others
from extractors.relations.budget_setting import firm_of
from extractors.relations.budget_tally import tallies
from extractors.relations.budget_view import Spot, View
from extractors.relations.phrases import phrases

_SEVERAL = re.compile(
    r"[0-9]+(?:여)?(?:개|건|곳)(?: ?(?:사|기업|업체|사업|과제|프로젝트|분야|기관|시설))?|"
    r"등에|이들|두 "
)
_FIRMS = re.compile(r"[0-9]+개 ?(?:사|기업|업체)|기업|공장|투자|업체|협약")
_DIGITS = re.compile(r"[0-9][0-9,.]*")
_BLANK = re.compile(r"\s+")
_WORD = re.compile(r"[가-힣A-Za-z]{2,}")
_COST = re.compile(r"총?사업비|예산|국비|도비|시비|지방비|공사비|재원|투자액|투자비|돈")
_SUM = re.compile(r"0 ?[천백십]*[억조만]")
_COMMON = frozenset(
    {"사업", "조성", "구축", "개발", "지원", "센터", "단지", "산업", "국가", "기술"}
)
"""How words begin that most names hold."""


def owner_features(view: View, key: str | None) -> frozenset[str]:
    """The features of a project, or of none, as the owner of a bundle."""
    found = set(_shared(view, key))
    if key is None:
        found.update(_null(view))
    else:
        found.update(_project(view, key))
    return frozenset(found)


def _shared(view: View, key: str | None) -> Iterator[str]:
    kind = "N" if key is None else "P"
    ruled = view.ruled
    if ruled is None:
        yield f"rule:none:{kind}"
    else:
        same = "same" if ruled.project == key else "other"
        yield f"rule:{same}:{kind}"
        yield f"rule:{ruled.rule}:{same}:{kind}"
    if view.far >= 0:
        same = "same" if view.last == key else "other"
        yield f"last:{same}:{kind}:{bucket(view.far, 0, 1, 3)}"
        yield f"last:{same}:{kind}:{view.kind}:{bucket(view.far, 0, 1)}"
    else:
        yield f"nolast:{kind}"
    yield from _tallied(view, key, kind)


def _tallied(view: View, key: str | None, kind: str) -> Iterator[str]:
    """Whether a sum is told apart in others, or they in it, and if those were this project's."""
    here = view.bundle.start
    tally = tallies(view.scene.reading).get(here)
    if tally is None:
        return
    if tally.whole == here:
        owners = {view.owners.get(part, "") for part in tally.parts}
        own = not tally.ahead and key in owners
        yield f"tally:whole:{tally.ahead}:{own}:{kind}"
        if not tally.ahead:
            yield f"tally:whole:owners:{len(owners) > 1}:{own}:{kind}"
    elif not tally.ahead:
        yield f"tally:part:first:{kind}"
    else:
        own = view.owners.get(tally.whole, "") == key
        yield f"tally:part:{own}:{kind}"
        yield f"tally:part:{own}:{kind}:{view.kind}:{view.before}"


def _null(view: View) -> Iterator[str]:
    scene, bundle = view.scene, view.bundle
    text = scene.text
    yield "null"
    yield f"null:kind:{view.kind}"
    yield f"null:lead:{view.lead}"
    yield f"null:follow:{view.follow}"
    yield f"null:verb:{view.verb}"
    yield f"null:topic:{view.topic}"
    slots = {spot.name for spots in view.spots.values() for spot in spots}
    here = sorted({name for name in slots if name[0] in "ba"})
    yield f"null:here:{''.join(here)}"
    yield f"null:before:{min(2, sum(n[0] == 'b' for n in here))}"
    yield f"null:projects:{bucket(len(scene.projects), 0, 1, 3, 6)}"
    for sign in view.lost:
        yield "null:lost:" + sign.split(":")[0]
    lead = text[max(view.low, bundle.start - 40) : bundle.start]
    if _SEVERAL.search(lead):
        yield "null:several"
    if _FIRMS.search(text, bundle.sentence.start, bundle.sentence.end):
        yield "null:firms"
    for sign in view.signs:
        yield f"null:{sign}"
    firm = firm_of(scene.reading, bundle, phrases(scene.reading, bundle.sentence))
    if firm is not None:
        yield "null:firm"
        yield f"null:firm:{view.kind}"
    if _COST.search(view.words):
        yield "null:cost"
    if any(s.joint for spots in view.spots.values() for s in spots if s.name in {"b0", "a0"}):
        yield "null:joint"
    yield f"null:theme:{view.theme is not None}"
    yield f"null:subject:{view.subject}"
    yield f"null:zone:{view.zone}:{''.join(here)}"
    yield f"null:opens:{view.opens}:{view.anyone}"
    yield f"null:first:{view.first}:{view.anyone}"


def _project(view: View, key: str) -> Iterator[str]:
    scene = view.scene
    spots = view.spots.get(key, [])
    name = scene.reading.by_key[key].name
    group = spots[0].name if spots else "far"
    where = group[0]
    yield f"spot:{group}"
    yield f"spot:{where}:kind:{view.kind}"
    yield f"tail:{where}:{name[-2:]}"
    yield f"tail:{name[-2:]}"
    yield f"rank:{bucket(scene.rank[key], 0, 1, 3)}:{bucket(len(scene.projects), 1, 3, 6)}"
    yield f"times:{bucket(scene.reading.times[key], 1, 2, 4)}"
    yield f"title:{key in scene.headline}:{where}"
    yield f"open:{key in scene.opening}:{where}"
    yield f"only:{len(scene.projects) == 1}:{where}"
    yield from scene.quality[key]
    yield from _themed(view, key, group)
    for sign in view.lost:
        if sign.startswith("means:"):
            yield f"means:{sign[6:] == key}"
        else:
            yield f"lost:{where}:{sign}"
    for sign in view.signs:
        yield f"{sign}:{where}"
    yield f"subject:{view.subject}:{group}"
    yield from _called(view, key, where)
    yield from _nouned(view, key, where)
    yield f"zone:{view.zone}:{group}"
    yield f"opens:{view.opens}:{where}"
    yield f"first:{view.first}:{group}"
    for spot in spots:
        yield from _spotted(view, spot)
    if not any(spot.name[0] == "b" for spot in spots):
        yield from _worded(view, key, where)
    yield from beside_others(view, key)


def _themed(view: View, key: str, group: str) -> Iterator[str]:
    """Whether the text is talking about a project, and of what the sum's sentence speaks."""
    bundle = view.bundle
    is_theme = key == view.theme
    yield f"opens:{view.opens}:{is_theme}:{view.anyone}"
    yield f"theme:{is_theme}:{view.anyone}:{view.before}"
    yield f"theme:{is_theme}:{group}"
    chance = view.scene.themes.chance_range(bundle.start, key)
    yield f"chance:{chance}:{group[0]}"
    yield f"chance:{chance}:{view.anyone}:{view.before}"
    if not is_theme or view.anyone:
        return
    yield f"theme:lead:{view.lead}"
    yield f"theme:topic:{view.topic}"
    yield f"theme:verb:{view.verb}"
    yield f"theme:kind:{view.kind}"
    for sign in view.lost:
        yield "theme:lost:" + sign.split(":")[0]
    firms = _FIRMS.search(view.scene.text, bundle.sentence.start, bundle.sentence.end)
    yield f"theme:cost:{_COST.search(view.words) is not None}"
    yield f"theme:firms:{firms is not None}"


def _called(view: View, key: str, where: str) -> Iterator[str]:
    """Whether a project is a call that something was chosen in before the sum, or what was."""
    calls = view.calls
    if not calls:
        return
    others = bool(view.scene.headline - calls)
    topic = any(
        spot.name[0] == "b" and spot.particle[:1] in {"은", "는", "이", "가"}
        for other, spots in islice(view.spots.items(), COMPARED)
        if other not in calls
        for spot in spots
    )
    if key in calls:
        yield f"call:topic:{topic}:{where}"
        yield f"call:topic:{topic}:{view.kind}:{view.verb}"
        yield f"call:theme:{view.theme is not None and view.theme not in calls}:{view.kind}"
        yield f"call:headline:{others}"
        return
    for spot in view.spots.get(key, [])[:1]:
        yield f"chosen:at:{spot.name[:2]}:{spot.particle}"
    yield f"chosen:topic:{topic}:{where}"
    yield f"chosen:theme:{key == view.theme}:{where}"
    yield f"chosen:headline:{key in view.scene.headline}:{where}"


def _spotted(view: View, spot: Spot) -> Iterator[str]:
    """One place of a project, and what stands between it and the sum."""
    name = spot.name
    yield f"at:{name}"
    yield f"at:{name}:p:{spot.particle}"
    if spot.won:
        yield f"won:{name[0]}"
    if spot.heading:
        yield f"heading:{name[:2]}:{view.anyone}"
    if name[0] not in "ba":
        return
    side = name[:2]
    yield f"at:{side}:gap:{spot.gap}"
    yield f"at:{side}:gap:{spot.gap}:p:{spot.particle}"
    yield f"at:{side}:lead:{view.lead}"
    yield f"at:{side}:follow:{view.follow}"
    yield f"at:{side}:verb:{view.verb}"
    yield f"at:{side}:p:{spot.particle}:verb:{view.verb}"
    if spot.joint:
        yield f"at:{side}:joint"
    if spot.apart:
        yield f"at:{side}:apart:{spot.particle}"
        yield f"at:{side}:apart:verb:{view.verb}"
    gap = _DIGITS.sub("0", _BLANK.sub(" ", spot.between))
    if len(gap) <= 10:
        yield f"at:{side}:text:{gap}"
    yield f"at:{side}:comma:{min(2, gap.count(','))}"
    yield f"at:{side}:sums:{min(2, len(_SUM.findall(gap)))}"
    if name[0] == "a":
        yield f"at:{side}:start:{gap.strip()[:3]}"


def _nouned(view: View, key: str, where: str) -> Iterator[str]:
    """Whether a noun before the sum, or behind it, is what a name ends in: `펀드의 밑천 30억`."""
    name = view.scene.reading.by_key[key].name
    for side, noun in view.nouns:
        rivals = view.scene.ending_in(noun)
        if name.endswith(noun):
            yield f"noun:{side}:this:{where}"
            yield f"noun:{side}:this:{where}:{min(2, rivals)}"
        elif rivals:
            yield f"noun:{side}:other:{where}"


def _worded(view: View, key: str, where: str) -> Iterator[str]:
    """Whether words before the sum are those of a name: `경주시 감포읍에 30억원`."""
    beginnings = [word[:2] for word in _WORD.findall(view.words)]
    words = [word for word in beginnings if word not in _COMMON]
    shared = _in_name(view, key, words)
    if shared:
        best = max(_in_name(view, other, words) for other in view.scene.projects[:COMPARED])
        yield f"shared:{min(3, shared)}:{where}"
        yield f"shared:best:{shared == best}:{where}"


def _in_name(view: View, key: str, words: list[str]) -> int:
    names = view.scene.written[key]
    return sum([word in names for word in words])
