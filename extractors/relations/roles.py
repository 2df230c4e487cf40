"""Offices: who holds which title of which body.

Constructions, PERSON and BODY being entities:
- `PERSON BODY title` in any spacing: `이정환 한국재료연구원장`, `조명래 창원시 제2부시장`, with a
  bracket behind the person (`허성무(왼쪽) 창원시장`) and `전`, `당시`, `현` before the body or
  the title;
- `BODY(title PERSON)`: `정선군(군수 최승준)`;
- `BODY PERSON title`: `머크 라이프사이언스 마티아스 하인젤 대표`;
- `BODY title인 PERSON`, `BODY title을 겸하는 PERSON`;
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
from extractors.relations.offices import HEAD_OF, assembly, body_of, chief, seat
from graph.model import ORGANIZATIONS, EntityType, Role

_WITHIN = (
    "국회의원|도교육감|교육감|교육장|도지사|지사|부지사|부시장|시장|부군수|군수|구청장|청장|차관보|차관|차장|장관|대통령|"
    "총리|국무총리|대사|"
    "의장|부의장|의원|위원장|부위원장|위원|총장|부총장|학장|교수|박사|연구원장|원장|부원장|병원장|의료원장|"
    "소장|부소장|센터장|단장|"
    "본부장|실장|국장|과장|팀장|처장|부장|부문장|그룹장|사업부장|담당관|보좌관|비서관|수석|"
    "이사장|이사|대표이사|대표|"
    "부사장|사장|회장|부회장|전무|상무|감사|간사|관장|지부장|지사장|지점장|공장장|총괄|조합장|"
    "협회장|총재|행장|"
    "정책관|심의관|기획관|분석관|감사관|조정관|사무관|책임연구원|선임연구원|수석연구원|"
    "연구위원|연구원|읍장|면장|동장|이장|사무총장|사무국장|"
    "사무처장|계장|서기관|이사관|대변인|은행장|대학원장|특보|CEO|CTO|CFO"
)
_OFFICE = re.compile(rf"(?:[가-힣A-Za-z0-9·]*?)(?:{_WITHIN})(?![가-힣])")
_TO_TITLE = re.compile(
    r"[’'”]?㈜?(?:\([A-Za-z가-힣]{1,12},? ?|\([A-Za-z가-힣]{1,12}\)\(| ?\( ?| )?(?:시 |도 |군 )?"
)
_STROKE = r"(?:\s?/\s?)?"
_LATER = r"전임|전|당시|현|신임|초대|前|現|역대"
_AFTER = re.compile(rf"(?:\([^()\n]{{1,40}}\))?{_STROKE}\s*(?:(?P<then>{_LATER})(?= ))?\s*")
_THEN = re.compile(rf"\s*(?P<then>{_LATER}) ")
_LISTED = re.compile(r"(?:·|∙|‧|ㆍ|・|, )")
_LEVEL = re.compile(r"\s*(?:([시도군구]) |([시도군구])(?=교육감|의장|의회))")
_ALSO = re.compile(r"\s?\((?:(?P<then>전|前|현|現) )?(?P<post>[^()\n]{3,40})\)")
"""What a bracket behind a title tells of the same person: `회장(나래연구원 원장)`."""
_TO_PERSON = re.compile(
    r"(?:\([^()\n]{1,30}\))?\s?(?:(?:신임|초대|차기|현|제?[0-9]{1,2}대)\s){0,2}"
)
"""What stands between a body and a person whose title comes behind: `나래연구원 제2대 배나래`."""
_ACTING = re.compile(r"\s*(?:권한대행|직무대행|직무대리|권한 대행|직무 대행)")
_PARTICLE = re.compile(
    r"(?:으로서는|으로서|로서|과|와|은|는|이|가|을|를|의|도|만|께서|에게|으로|로|에서|에|및|"
    r"이다|이던|이라|인)(?![가-힣])"
)
_UNKNOWN_BODY = re.compile(
    r"[가-힣A-Za-z0-9·]{3,}?(?P<head>(?:위|의료|병)?원장|협회장|조합장|센터장)"
)
_TITLE_WORD = re.compile(rf"^(?:[가-힣A-Za-z0-9·ㆍ]+ ){{0,1}}?[가-힣A-Za-z0-9·ㆍ]*?(?:{_WITHIN})$")
_PAREN_TITLE = re.compile(rf"[(,]\s*(?P<title>[가-힣]{{0,8}}(?:{_WITHIN}))\s*$")
_LEADING = re.compile(
    rf"(?P<title>[가-힣0-9]{{0,10}}(?:{_WITHIN}))(?P<acting> ?(?:권한대행|직무대행))?"
    r"(?:인|이던|을 겸하는|를 겸하는|을 맡은|를 맡은|을 지낸|를 지낸)? $"
)
_PARTY = re.compile(r"^(?:[가-힣]+당|국민의힘)\s")
"""What a member of an assembly belongs to, which is no part of the title."""
_NATIONAL = frozenset({"국회의원", "의원", "대통령", "국무총리", "총리", "박사"})


def relate(reading: Reading) -> Iterator[Role]:
    """The offices that an article tells of."""
    bare: list[tuple[Role, bool]] = []
    known: set[tuple[str, str]] = set()
    for sentence in reading.document.sentences:
        people = [o for o in reading.in_sentence(sentence, {EntityType.PERSON}) if o.named]
        for index, person in enumerate(people):
            for role in _beside(reading, sentence, person) or _shared(
                reading, sentence, people[index:]
            ):
                if role.organization is None:
                    bare.append((role, role.title in _NATIONAL))
                else:
                    known.add((role.person, role.title))
                    yield role
    for role in careers(reading):
        if (role.person, role.title) not in known:
            known.add((role.person, role.title))
            yield role
    for role, national in bare:
        if any(role.person == person and title.endswith(role.title) for person, title in known):
            continue
        known.add((role.person, role.title))
        body = assembly(reading, role) if national else body_of(reading, role)
        yield Role(
            role.person, role.title, body, role.evidence, former=role.former, acting=role.acting
        )


def _beside(reading: Reading, sentence: Sentence, person: Occurrence) -> list[Role]:
    """The roles that stand before and behind one naming of a person."""
    behind = _behind(reading, sentence, person)
    found = behind, _before(reading, sentence, person), behind and _also(reading, sentence, behind)
    return [role for role in found if role is not None]


def _also(reading: Reading, sentence: Sentence, role: Role) -> Role | None:
    """A second office in a bracket behind the first."""
    text, span = reading.document.text, role.evidence.span
    bracket = _ALSO.match(text, span.end, sentence.end) if span is not None else None
    if span is None or bracket is None:
        return None
    start, end = bracket.span("post")
    for body in reading.within(start, end, ORGANIZATIONS):
        read = _title(text, body.end, end, body) if body.start == start else None
        if read is not None and read[1] == end:
            evidence = reading.evidence(span.start, bracket.end(), "roles/bracket", 0.9)
            former = bracket["then"] in {"전", "前"}
            return Role(role.person, read[0], body.key, evidence, former=former)
    return None


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
    if body and (bracket := re.compile(r"\([^()]{1,25}\)").match(text, cursor, sentence.end)):
        cursor = bracket.end()
    then = _THEN.match(text, cursor, sentence.end)
    if then:
        former = former or then["then"] in {"전", "당시", "전임", "前"}
        cursor = then.end()
    read = _title(text, cursor, min(sentence.end, cursor + 28), body)
    if read is None:
        return None
    title, end = read
    level = _LEVEL.match(text, cursor, end) if body is None else None
    acting = _ACTING.match(text, end, sentence.end)
    confidence = 0.95 if body else 0.85
    organization: str | None = body.key if body else None
    if body is None:
        leading = _body_before(reading, text, sentence, person)
        organization = leading.key if leading else None
    if level and organization is None:
        organization = seat(reading, level[1] or level[2], person.start)
    return Role(
        person.key,
        title,
        organization,
        reading.evidence(person.start, acting.end() if acting else end, "roles/behind", confidence),
        former=former,
        acting=acting is not None,
    )


def _adjacent_bodies(reading: Reading, start: int, stop: int) -> list[Occurrence]:
    """Bodies that follow one another from `start` on, with spaces between them only."""
    text = reading.document.text
    found: list[Occurrence] = []
    cursor = start
    for occurrence in reading.within(start, stop, ORGANIZATIONS):
        gap = text[cursor : occurrence.start]
        if gap.strip() not in {"", "주한", "시"} and not re.fullmatch(r"\s*\([^()]*\)\s*", gap):
            break
        found.append(occurrence)
        cursor = occurrence.end
    return found


def _title(text: str, start: int, stop: int, body: Occurrence | None) -> tuple[str, int] | None:
    """The title that begins at `start`, and where it ends."""
    glued = body is not None and start == body.end and not text[start : start + 1].isspace()
    if glued and body is not None:
        return _glued_title(text, start, stop, body)
    while start < stop and text[start] == " ":
        start += 1
    best: tuple[str, int] | None = None
    for match in re.finditer(_WITHIN, text[start:stop]):
        end = start + match.end()
        words = text[start:end]
        if words.count(" ") > 1 or not re.fullmatch(r"[가-힣A-Za-z0-9·ㆍ ]+", words):
            break
        if _ends_word(text, end) or _ACTING.match(text, end):
            best = (words, end)
            break
    if best is None:
        return None
    words = _PARTY.sub("", best[0])
    words = words.removeprefix("시 ").removeprefix("도 ").removeprefix("군 ")
    headed = _UNKNOWN_BODY.fullmatch(words)
    return headed["head"] if headed else words, best[1]


def _glued_title(text: str, start: int, stop: int, body: Occurrence) -> tuple[str, int] | None:
    """`장` behind `한국재료연구원` is an 원장; `시장` behind `창원` is one already."""
    run = re.compile(r"[가-힣]{1,8}").match(text, start, stop)
    if run is None:
        return None
    letters = run[0]
    for length in range(len(letters), 0, -1):
        part, end = letters[:length], start + length
        if not _ends_word(text, end):
            continue
        last = text[start - 1]
        if part == "장" and last in HEAD_OF:
            return chief(text[body.start : body.end]), end
        if part == "수" and last == "군":
            return "군수", end
        if part == "지사" and last == "도":
            return "도지사", end
        if part == "청장" and last == "구":
            return "구청장", end
        if re.fullmatch(_WITHIN, part) or re.fullmatch(rf"[가-힣]{{0,6}}(?:{_WITHIN})", part):
            return part, end
    return None


def _ends_word(text: str, end: int) -> bool:
    return (
        end >= len(text)
        or not re.match(r"[가-힣A-Za-z0-9]", text[end])
        or _PARTICLE.match(text, end) is not None
    )


def _before(reading: Reading, sentence: Sentence, person: Occurrence) -> Role | None:
    """A title that stands before the person: `BODY(title PERSON`, `BODY title PERSON`."""
    text = reading.document.text
    low = max(sentence.start, person.start - 40)
    window = text[low : person.start]
    inside = _PAREN_TITLE.search(window) or re.search(
        rf"[(,]\s*(?P<title>[가-힣]{{0,8}}(?:{_WITHIN})) $", window
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
    title = leading["title"]
    body = bodies[-1] if bodies else None
    if overlapping:
        body = overlapping[-1]
        glued = _title(text, body.end, person.start, body)
        if glued is None:
            return None
        title, start = glued[0], body.start
    if body is None:
        return None
    former = "이던" in leading[0] or "지낸" in leading[0]
    return Role(
        person.key,
        title,
        body.key,
        reading.evidence(min(start, body.start), person.end, "roles/before", 0.95),
        former=former,
        acting="대행" in leading[0],
    )


def _body_before(
    reading: Reading, text: str, sentence: Sentence, person: Occurrence
) -> Occurrence | None:
    low = max(sentence.start, person.start - 40)
    for body in reversed(reading.within(low, person.start, ORGANIZATIONS)):
        gap = text[body.end : person.start]
        return body if gap and _TO_PERSON.fullmatch(gap) else None
    return None
