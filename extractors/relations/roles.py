"""Offices: who holds which title of which body.

Constructions, PERSON and BODY being entities:
- `PERSON BODY title` in any spacing: `이정환 한국재료연구원장`, `조명래 창원시 제2부시장`, with a
  bracket behind the person (`허성무(왼쪽) 창원시장`) and `전`, `당시`, `현` before the body or
  the title;
- `BODY(title PERSON)`: `정선군(군수 최승준)`;
- `BODY PERSON title`: `머크 라이프사이언스 마티아스 하인젤 대표`;
- `BODY title인 PERSON`, `BODY title을 겸하는 PERSON`;
- further offices of one person: `title 겸 BODY title`, `title이자 BODY title인 PERSON`,
  `title(전 BODY title)`, `BODY장 권한대행 title`; and a body alone in a bracket, `title(BODY)`;
- `PERSON·PERSON title`: one role for each of a list;
- `PERSON / BODY title`, as broadcasts caption who speaks;
- `PERSON 도 title`, `PERSON 도교육감`: the body is the province that the article names most;
- what a verb tells: posts that somebody held or took up (`careers`);
- `PERSON title` without a body: the body is the one that this office goes with in the article
  (`김주수 군수` in an article on one county), else unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.careers import careers
from extractors.relations.office_titles import ACTING, WITHIN, title_at, unnumbered
from extractors.relations.offices import assembly, body_of, is_seat, member_of, of_kind, seat
from extractors.relations.posts import SEAT, told
from graph.model import ORGANIZATIONS, EntityType, Role

_BEFORE_BODY = frozenset(
    {"", "주한", "시", "사단법인", "재단법인", "주식회사", "㈔", "㈜", "(사)", "(재)", "(주)"}
)
"""What may stand between a person and the body, besides spaces."""
_TO_TITLE = re.compile(
    r"[’'”]?㈜?"
    r"(?:\([A-Za-z가-힣]{1,12}[,·ㆍ]? ?|\([A-Za-z가-힣]{1,12}\)\(| ?\( ?| )?(?:시 |도 |군 )?"
    r"(?:(?:신임|초대|현|제?[0-9]{1,2}대) )?"
)
_STROKE = r"(?:\s?/\s?)?"
_LATER = r"전임|전|당시|현|신임|초대|前|現|역대|제?[0-9]{1,2}대"
_OF_PARTY = (
    r"(?:(?:[가-힣]{0,6}(?:민주|진보|정의|혁신|개혁|통합|한국|노동|소득|녹색|나라|누리|미래|민생|국민의)당"
    r"|국민의힘) )?"
)
_GLUED = (
    r"(?:부?시장|부?지사|도지사|부?군수|구청장|장관|차관|국회의원|의원|의장|부?총장|부?원장|부?회장|부?사장|이사장"
    r"|위원장|대통령|총리|대표|교수)"
)
"""Offices that `전` is written together with: `배나래 전시장`."""
_AFTER = re.compile(
    rf"(?:\([^()\n]{{1,40}}\))?{_STROKE}\s*"
    rf"(?:(?P<then>(?:{_LATER})(?= )|전(?={_GLUED}(?![가-힣]{{2}}))))?\s*{_OF_PARTY}"
)
_THEN = re.compile(rf"\s*(?P<then>{_LATER}) ")
_LISTED = re.compile(
    r"(?:\((?![^()\n]*(?:장|대표|교수|의원|위원|이사)\))[^()\n]{1,20}\))?(?:·|∙|‧|ㆍ|・|, )"
)
_LEVEL = re.compile(r"\s*(?:([시도군구]) |([시도군구])(?=교육감|의장|의회))")
_KIND = re.compile(
    r"((?:시|도|군|구)?의회|공단|공사|재단|협회|조합|학회|센터|진흥원|연구원|연구소|대학|병원|위원회)"
    r" (?=[가-힣]+$)|(?P<chamber>상의)(?=[부명예]{0,2}회장$)"
)
"""A body that only its kind names, as one does that was named before: `배나래 공단 이사장`."""
_ALSO = re.compile(r"\s?\((?P<post>[^()\n]{3,60}(?:\([^()\n]{1,12}\)[^()\n]{0,40})?)\)")
"""What a bracket behind a title tells of the same person: `회장(나래연구원 원장)`."""
_FORMER = re.compile(r"(?:전|前|옛) ?(?:\S+ )?$")
_BOTH = re.compile(r" ?(?:겸|이자) ?")
_BOTH_BEFORE = re.compile(r"(?: 겸|이자|이며) ")
_ACTED = re.compile(r" ")
_TO_PERSON = re.compile(
    r"청?(?:(?:의|에서는|에선|에서|측| 소속|\)|[을를] 이끄는|[을를] 이끌어 ?온)(?= ))?"
    r"(?:\([^()\n]{1,30}\))?\s?"
    r"(?:[가-힣A-Z0-9·ㆍ]{2,14}(?:국|과|실|본부|단|팀|처|센터|사무소|학부|대학|대학원)\s)?"
    r"(?:(?:신임|초대|차기|현|제?[0-9]{1,2}대)\s){0,2}"
)
"""Between a body and a person whose title comes behind: `나래연구원 제2대 배나래 원장`.

Also a part of the body: `나래군 미래산업국 배나래 국장`, or `나래도의회 소속 배나래 의원`.
"""
_PAREN_TITLE = re.compile(rf"[(,·ㆍ]\s*(?P<title>[가-힣]{{0,8}}(?:{WITHIN}))\s*$")
_LEADING = re.compile(
    rf"(?P<title>[가-힣0-9]{{0,10}}(?:{WITHIN}))(?P<acting> ?(?:권한대행|직무대행))?"
    r"(?:인|이던|을 겸하는|를 겸하는|을 맡은|를 맡은|을 지낸|를 지낸)? $"
)
_SUBORDINATE = re.compile(
    r"부(?:총장|원장|이사장|회장|사장|소장|행장|지사|시장|군수|구청장)$"
    r"|^[가-힣A-Z&·]{2,6}(?:본부장|실장|국장|과장|처장|부장|부문장|단장|팀장|센터장)$"
    r"|^(?:전무|상무|이사|공장장|교수|[가-힣]{2,6}학장)$"
)
"""Who serves under the head of a body; longer offices name a body of their own."""
_FACULTY = re.compile(
    r"^[가-힣A-Za-z·]{1,14}(?:학과|학부|전공|대학|대학원|캠퍼스) "
    r"(?=[가-힣]*(?:교수|총장|학장|학과장|학부장)$)"
)
"""Where in a university somebody teaches or leads, which is no part of the office."""
_NEXT_GUEST = re.compile(
    r"(?:\([^()\n]{1,30}\))?"
    r"(?:[을를]? ?(?:비롯한|비롯해|비롯하여|포함한|포함해)|[,·과와]|(?: 및))\s?"
)
"""Between one guest's office and the next guest: `, `, `과 `, ` 및 `, `을 비롯해 `."""
_NATIONAL = frozenset(
    {
        "국회의원",
        "의원",
        "대통령",
        "국무총리",
        "총리",
        "박사",
        "도의원",
        "시의원",
        "군의원",
        "구의원",
    }
)


def relate(reading: Reading) -> Iterator[Role]:
    """The offices that an article tells of."""
    bare: list[tuple[Role, bool]] = []
    known: set[tuple[str, str]] = set()
    held: set[tuple[str, str, str | None]] = set()
    for sentence in reading.document.sentences:
        people = [o for o in reading.in_sentence(sentence, {EntityType.PERSON}) if o.named]
        guest: Role | None = None
        for index, person in enumerate(people):
            for read in _beside(reading, sentence, person) or _shared(
                reading, sentence, people[index:]
            ):
                role = guest = _of_same_body(reading, guest, person, read)
                if role.organization is None:
                    bare.append((role, role.title in _NATIONAL))
                else:
                    known.add((role.person, role.title))
                    held.add((role.person, role.title, role.organization))
                    yield role
    seats: set[tuple[str, str, str | None]] = set()
    for role in careers(reading):
        seat = (role.person, role.title, role.organization)
        several = SEAT.search(role.title) is not None and seat not in seats
        another = role.organization is not None and seat not in held
        if (role.person, role.title) not in known or (several and seats) or another:
            known.add((role.person, role.title))
            seats.add(seat)
            held.add(seat)
            yield role
    for role, national in bare:
        if any(role.person == person and title.endswith(role.title) for person, title in known):
            continue
        known.add((role.person, role.title))
        body = assembly(reading, role) if national else body_of(reading, role)
        yield Role(
            role.person, role.title, body, role.evidence, former=role.former, acting=role.acting
        )


def _of_same_body(reading: Reading, guest: Role | None, person: Occurrence, role: Role) -> Role:
    """The role of one who is listed behind a head of the same body, with that body.

    `두루대 김나래 총장과 이다래 산학부총장`: both are of the university.
    """
    if guest is None or guest.organization is None or role.organization is not None:
        return role
    start, end, key = _place(guest)
    if start < person.start < end and role.title == guest.title:
        return replace(role, organization=guest.organization)  # of one list: `김나래·이다래 이사`
    if _SUBORDINATE.search(role.title) is None:
        return role
    taught = role.title.endswith(("교수", "학장"))
    if taught and reading.by_key[guest.organization].type is not EntityType.UNIVERSITY:
        return role
    if key == role.person or not _NEXT_GUEST.fullmatch(reading.document.text, end, person.start):
        return role
    return replace(role, organization=guest.organization)


def _beside(reading: Reading, sentence: Sentence, person: Occurrence) -> list[Role]:
    """The roles that stand before and behind one naming of a person."""
    behind = _behind(reading, sentence, person)
    before = _before(reading, sentence, person)
    found = [role for role in (behind, before) if role is not None]
    if behind is not None:
        found += _bracketed(reading, sentence, behind)
        found += _joined(reading, sentence, behind)
    else:
        found += _bracketed(reading, sentence, person)
    if before is not None:
        found += _led(reading, sentence, before)
    return found


def _bracketed(reading: Reading, sentence: Sentence, after: Role | Occurrence) -> Iterator[Role]:
    """Further offices in a bracket behind an office or a name: `회장(전 나래연구원 원장)`."""
    text = reading.document.text
    start, end, key = _place(after)
    bracket = _ALSO.match(text, end, sentence.end)
    if bracket is None:
        return
    for post in told(reading, *bracket.span("post")):
        lead = text[bracket.start("post") : post.start]
        evidence = reading.evidence(start, bracket.end(), "roles/bracket", 0.9, post.start)
        former = post.former or _FORMER.search(lead) is not None
        yield Role(key, post.title, post.body, evidence, former=former)


def _place(after: Role | Occurrence) -> tuple[int, int, str]:
    """Where an office or a name stands, and whose it is."""
    if isinstance(after, Occurrence):
        return after.start, after.end, after.key
    span = after.evidence.span
    assert span is not None
    return span.start, span.end, after.person


def _joined(reading: Reading, sentence: Sentence, role: Role) -> Iterator[Role]:
    """A second office that `겸` joins to one, or that stands behind one that is held for another.

    `경제부총리 겸 나래부 장관`, `나래시장 권한대행 제1부시장`.
    """
    text = reading.document.text
    start, end, key = _place(role)
    link = (_ACTED if role.acting else _BOTH).match(text, end, sentence.end)
    if link is None:
        return
    post = next(told(reading, link.end(), sentence.end, role.organization), None)
    if post is not None and post.start == link.end():
        evidence = reading.evidence(start, post.end, "roles/joined", 0.85, post.start)
        yield Role(key, post.title, post.body, evidence, former=role.former)


def _led(reading: Reading, sentence: Sentence, role: Role) -> Iterator[Role]:
    """The office before one that leads to a name: `나래대 교수이자 두루원 이사장인 김나래`."""
    text = reading.document.text
    start, end, key = _place(role)
    link = _BOTH_BEFORE.search(text, max(sentence.start, start - 40), start)
    if link is None or link.end() != start:
        return
    for post in told(reading, max(sentence.start, start - 40), start):
        if post.end == link.start():
            evidence = reading.evidence(post.start, end, "roles/joined", 0.85, post.start)
            yield Role(key, post.title, post.body, evidence)


def _shared(reading: Reading, sentence: Sentence, people: list[Occurrence]) -> list[Role]:
    """The role that a list of persons shares: `김나래·이다래 의원`."""
    text = reading.document.text
    if " " in text[people[0].start : people[0].end]:
        return []
    for person, following in pairwise(people):
        if not _LISTED.fullmatch(text, person.end, following.start):
            return []
        role = _behind(reading, sentence, following)
        if role is not None:
            end = role.evidence.span.end if role.evidence.span else following.end
            span = reading.evidence(people[0].start, end, "roles/shared", 0.85, following.start)
            return [replace(role, person=people[0].key, evidence=span)]
    return []


def _behind(reading: Reading, sentence: Sentence, person: Occurrence) -> Role | None:
    text = reading.document.text
    opening = _AFTER.match(text, person.end, sentence.end)
    start = opening.end() if opening else person.end
    former = bool(opening and opening["then"] in {"전", "당시", "전임", "前", "역대"})
    if start == person.end:
        return None
    stop = min(sentence.end, start + 45)
    bodies = _adjacent_bodies(reading, start, stop)
    body = bodies[-1] if bodies else None
    cursor = body.end if body else start
    if body and _is_place(reading, body) and text.startswith("청 ", cursor):
        cursor += 1  # `나래시청 산업과장`
    if body and (bracket := re.compile(r"\([^()]{1,25}\)").match(text, cursor, sentence.end)):
        cursor = bracket.end()
    then = _THEN.match(text, cursor, sentence.end)
    if then:
        former = former or then["then"] in {"전", "당시", "전임", "前"}
        cursor = then.end()
    read = title_at(text, cursor, min(sentence.end, cursor + 28), body)
    if read is None:
        return None
    title, end = read
    level = _LEVEL.match(text, cursor, end) if body is None else None
    kind = _KIND.match(title) if body is None else None
    if kind is not None:
        title = title[kind.end() :]
    if body is not None and reading.by_key[body.key].type is EntityType.UNIVERSITY:
        title = _FACULTY.sub("", title)
    acting = ACTING.match(text, end, sentence.end)
    confidence = 0.95 if body else 0.85
    if body is not None and title == "국회의원" and _is_place(reading, body):
        body = None  # whom one stands for
    organization: str | None = body.key if body else None
    if body is not None:
        organization = member_of(reading, body.key, title)
    else:
        leading = _body_before(reading, text, sentence, person) or _body_behind(
            reading, sentence, end
        )
        organization = leading.key if leading else None
    if level and organization is None:
        organization = seat(reading, level[1] or level[2], person.start)
    if kind is not None and organization is None:
        named = "상공회의소" if kind["chamber"] else kind[1]
        organization = of_kind(reading, named, person.start)
    return Role(
        person.key,
        title,
        organization,
        reading.evidence(person.start, acting.end() if acting else end, "roles/behind", confidence),
        former=former,
        acting=acting is not None,
    )


def _is_place(reading: Reading, body: Occurrence) -> bool:
    return reading.by_key[body.key].type is EntityType.REGION


def _adjacent_bodies(reading: Reading, start: int, stop: int) -> list[Occurrence]:
    """Bodies that follow one another from `start` on, with spaces between them only."""
    text = reading.document.text
    found: list[Occurrence] = []
    cursor = start
    for occurrence in reading.within(start, stop, ORGANIZATIONS):
        gap = text[cursor : occurrence.start]
        if gap.strip() not in _BEFORE_BODY and not re.fullmatch(r"\s*\([^()]*\)\s*", gap):
            break
        found.append(occurrence)
        cursor = occurrence.end
    return found


def _before(reading: Reading, sentence: Sentence, person: Occurrence) -> Role | None:
    """A title that stands before the person: `BODY(title PERSON`, `BODY title PERSON`."""
    text = reading.document.text
    low = max(sentence.start, person.start - 40)
    window = text[low : person.start]
    inside = _PAREN_TITLE.search(window) or re.search(
        rf"[(,]\s*(?P<title>[가-힣]{{0,8}}(?:{WITHIN})) $", window
    )
    leading = inside or _LEADING.search(window)
    if leading is None:
        return None
    start = low + leading.start()
    word = low + leading.start("title")
    bodies = [
        body
        for body in reading.within(low, person.start, ORGANIZATIONS)
        if body.start <= word and _TO_TITLE.fullmatch(text[body.end : word])
    ]
    overlapping = [
        body
        for body in reading.within(max(sentence.start, low - 30), person.start, ORGANIZATIONS)
        if body.start >= word or body.start < word < body.end
    ]
    title = unnumbered(leading["title"])
    body = bodies[-1] if bodies else None
    if overlapping:
        body = overlapping[-1]
        glued = title_at(text, body.end, person.start, body)
        if glued is None:
            return None
        title, start = glued[0], body.start
    former = "이던" in leading[0] or "지낸" in leading[0]
    if body is None and not (former and is_seat(title)):
        return None
    low = min(start, body.start) if body is not None else start
    return Role(
        person.key,
        title,
        body.key if body is not None else None,
        reading.evidence(low, person.end, "roles/before", 0.95),
        former=former,
        acting="대행" in leading[0],
    )


def _body_before(
    reading: Reading, text: str, sentence: Sentence, person: Occurrence
) -> Occurrence | None:
    low = max(sentence.start, person.start - 40)
    for body in reversed(reading.within(low, person.start, ORGANIZATIONS)):
        gap = text[body.end : person.start]
        if gap.startswith("에서 ") and _is_place(reading, body):
            return None  # where it was: `나래면에서 배나래 부지사가`
        return body if gap and (gap == "(" or _TO_PERSON.fullmatch(gap)) else None
    return None


def _body_behind(reading: Reading, sentence: Sentence, end: int) -> Occurrence | None:
    """A body that stands alone in a bracket behind a title: `구나래 회장(두루테크)`."""
    bracket = _ALSO.match(reading.document.text, end, sentence.end)
    if bracket is None:
        return None
    inside = reading.within(*bracket.span("post"), ORGANIZATIONS)
    return next((body for body in inside if (body.start, body.end) == bracket.span("post")), None)
