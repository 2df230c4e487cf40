"""Which office goes with which body: `원장` with an 연구원, `군수` with an article's county."""

from __future__ import annotations

import re

from extractors.reading import Reading
from graph.model import ORGANIZATIONS, Entity, EntityType, Role

HEAD_OF = {
    "시": "시장",
    "군": "군수",
    "도": "도지사",
    "구": "구청장",
    "원": "원장",
    "소": "소장",
    "단": "단장",
    "회": "회장",
    "청": "청장",
    "처": "처장",
    "관": "관장",
    "부": "본부장",
    "국": "국장",
    "과": "과장",
    "터": "센터장",
    "실": "실장",
    "읍": "읍장",
    "면": "면장",
    "크": "원장",
    "사": "사장",
    "합": "조합장",
    "행": "행장",
    "서": "서장",
}
_CHIEFS = {
    "위원회": "위원장",
    "협의회": "회장",
    "의회": "의장",
    "센터": "센터장",
    "본부": "본부장",
    "병원": "병원장",
    "공사": "사장",
    "조합": "조합장",
    "노조": "위원장",
    "지부": "지부장",
    "지사": "지사장",
}
"""Heads that are called by more than the last letter of the body."""

_BUREAU = re.compile(
    r"[가-힣]{3,}(?:실장|국장|과장|단장)$|^(?:경제|행정|제[12])?부(?:시장|지사|군수)$"
)
_TAIL_OFFICE = {"시장": "시", "군수": "군", "도지사": "도", "지사": "도", "구청장": "구"}
_KINDS = (
    (
        re.compile(r"^(?:공동|각자|부)?대표(?:이사)?(?: 사장)?$|^부?사장$|^[전상]무$"),
        {EntityType.COMPANY},
    ),
    (re.compile(r"^(?:제?[12])?차관$|^장관$"), {EntityType.GOVERNMENT}),
    (re.compile(r"(?:^|부)총장$|교수$"), {EntityType.UNIVERSITY}),
)
"""What kinds of body have an office whose holder is named without one."""
_TOPIC = re.compile(r"(?:\([^()\n]{1,20}\))?[은는](?![가-힣])")
_PROVINCE = re.compile(r"region:(?:4[1-9]|5[0-9])")
"""The codes of provinces that are no cities."""
_HEADED = ("위원회", "협회", "의회")
_PRESIDES = (("사장", ("공사",)), ("이사장", ("공단", "재단")), ("원장", ("TP",)))
"""Who heads public corporations and foundations, which no letter of their names tells."""
_DEPUTY = re.compile(r"^[가-힣]{0,4}부(?=위원장|의장|원장|회장|단장|소장|관장|사장|본부장|센터장)")
"""What makes a head's office that of a deputy: `연구부원장`."""
_OF_PARTY = re.compile(r"(?:당|국민의힘) (?:[가-힣]+ )?의원$")
"""A member told by the party alone, who is of no council that the article names."""
_MEMBERS = {
    "의원": ("의회",),
    "도의원": ("도의회", "도 의회"),
    "시의원": ("시의회", "시 의회"),
    "군의원": ("군의회", "군 의회"),
    "구의원": ("구의회", "구 의회"),
}
"""What assemblies a member may be of."""


def chief(name: str) -> str:
    """The head of a body, by the last part of its name.

    >>> chief("나래연구원"), chief("나래병원"), chief("나래위원회")
    ('원장', '병원장', '위원장')
    """
    tail = next((tail for tail in _CHIEFS if name.endswith(tail)), None)
    return _CHIEFS[tail] if tail else HEAD_OF[name[-1]]


def body_of(reading: Reading, role: Role) -> str | None:
    """The body that a title without one goes with: the county of `군수`, by its unit and weight."""
    unit = next((unit for title, unit in _TAIL_OFFICE.items() if role.title.endswith(title)), None)
    start = role.evidence.span.start if role.evidence.span is not None else 0
    if unit is not None:
        return seat(reading, unit, start)
    fitting = [entity for entity in reading.entities if _has_office(entity, role.title)]
    if not fitting and _BUREAU.search(role.title):
        fitting = [entity for entity in reading.entities if _is_local(entity)]
    return _topic(reading, fitting, start) or (
        _weightiest(reading, fitting, start) if fitting else _only(reading, role.title)
    )


def _topic(reading: Reading, fitting: list[Entity], start: int) -> str | None:
    """Of several bodies the one that is the topic of the sentence: `나래원은 배나래 원장이`."""
    if len(fitting) < 2:
        return None
    sentences, text = reading.document.sentences, reading.document.text
    low = sentences[reading.document.number_at(start)].start
    keys = {entity.key for entity in fitting}
    topics = [
        body.key
        for body in reading.within(low, start)
        if body.key in keys and _TOPIC.match(text, body.end)
    ]
    return topics[-1] if topics else None


def _only(reading: Reading, title: str) -> str | None:
    """The only body of an article that has such an office: the firm of `사장`, a ministry."""
    kinds = next((kinds for office, kinds in _KINDS if office.search(title)), None)
    if kinds is None:
        return None
    fitting = [
        e
        for e in reading.entities
        if e.type in kinds
        and (e.type is not EntityType.GOVERNMENT or e.name.endswith(("부", "처")))
    ]
    return fitting[0].key if len(fitting) == 1 else None


def is_seat(title: str) -> bool:
    """Whether an office is that of a region's head, whose region need not be told."""
    return title in _TAIL_OFFICE


def seat(reading: Reading, unit: str, start: int) -> str | None:
    """The region of that unit (`시`, `도`, `군`, `구`) that an article names most.

    Also one that is called so without a name, as `시는` calls one named `나래` only. It is named
    before the offset `start`, or more than once: one of many places is nobody's seat.
    """
    text = reading.document.text
    meant = {o.key for o in reading.occurrences if not o.named and text[o.start : o.end] == unit}
    fitting = [
        entity
        for entity in reading.entities
        if entity.type is EntityType.REGION
        and (
            entity.key in meant
            or any(name.endswith(unit) or f"{name}{unit}" in text for name in entity.names)
        )
    ]
    if not fitting and unit == "도":
        fitting = [entity for entity in reading.entities if _PROVINCE.fullmatch(entity.ref or "")]
    if len(fitting) == 1:
        return fitting[0].key
    return _weightiest(reading, fitting, start)


def of_kind(reading: Reading, kind: str, start: int) -> str | None:
    """The body of a kind that an article names most: `공단` of one 공단."""
    fitting = [
        entity
        for entity in reading.entities
        if entity.type in ORGANIZATIONS and any(name.endswith(kind) for name in entity.names)
    ]
    return _weightiest(reading, fitting, start)


def member_of(reading: Reading, key: str, title: str) -> str:
    """The assembly that a `나래도의원` is of, where the article names it; else the body itself."""
    councils = _MEMBERS.get(title)
    body = reading.by_key[key]
    if councils is None or body.type is not EntityType.REGION:
        return key
    for entity in reading.entities:
        if (
            entity.type is EntityType.GOVERNMENT
            and entity.name.endswith(councils)
            and any(entity.name.startswith(name[:2]) for name in body.names)
        ):
            return entity.key
    return key


def _weightiest(reading: Reading, fitting: list[Entity], start: int) -> str | None:
    """The one that is named most, first those that are named before an offset."""
    before = {occurrence.key for occurrence in reading.within(0, start)}
    times = reading.times
    rated = [
        (entity.key in before, times[entity.key], -place, entity.key)
        for place, entity in enumerate(fitting)
        if entity.key in before or times[entity.key] > 1
    ]
    return max(rated)[-1] if rated else None


def _is_local(entity: Entity) -> bool:
    """Whether it is a region with a government of its own, by its full name."""
    return entity.type is EntityType.REGION and any(
        len(name) > 2 and name.endswith(("시", "군", "도")) for name in entity.names
    )


def _has_office(entity: Entity, title: str) -> bool:
    """Whether a body's name says that it has such a head."""
    if entity.type not in ORGANIZATIONS or entity.type is EntityType.REGION:
        return False
    head = _DEPUTY.sub("", title)
    if any(entity.name.endswith(tails) for office, tails in _PRESIDES if office == head):
        return True
    return any(
        chief(name) in {title, head} or (title == "협회장" and name.endswith("협회"))
        for name in entity.names
        if name[-1] in "원소단청터크" or name.endswith(_HEADED)
    )


def assembly(reading: Reading, role: Role) -> str | None:
    """The assembly of a member: the only one of an article that does not speak of parliament."""
    if role.title not in _MEMBERS or _OF_PARTY.search(role.evidence.quote):
        return None
    governments = [e for e in reading.entities if e.type is EntityType.GOVERNMENT]
    councils = _MEMBERS[role.title]
    found = [entity.key for entity in governments if entity.name.endswith(councils)]
    national = any(entity.name.startswith("국회") for entity in governments)
    return found[0] if len(found) == 1 and not national else None
