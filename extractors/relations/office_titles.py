"""The words of an office, and where one that begins at an offset ends."""

from __future__ import annotations

import re

from extractors.reading import Occurrence
from extractors.relations.offices import HEAD_OF, chief

WITHIN = (
    "국회의원|도교육감|교육감|교육장|도지사|지사|부지사|부시장|시장|부군수|군수|구청장|청장|차관보|차관|차장|장관|대통령|"
    "총리|국무총리|대사|"
    "의장|부의장|의원|위원장|부위원장|위원|총장|부총장|학장|교수|박사|연구원장|원장|부원장|병원장|의료원장|"
    "소장|부소장|서장|센터장|단장|"
    "본부장|실장|국장|과장|팀장|처장|부장|부문장|그룹장|사업부장|담당관|보좌관|비서관|수석|"
    "이사장|이사|대표이사|대표|"
    "부사장|사장|회장|부회장|전무|상무|감사|간사|관장|지부장|지사장|지점장|공장장|총괄|조합장|"
    "협회장|총재|행장|"
    "정책관|심의관|기획관|분석관|감사관|조정관|사무관|책임연구원|선임연구원|수석연구원|"
    "연구위원|연구원|읍장|면장|동장|이장|사무총장|사무국장|"
    "사무처장|계장|서기관|이사관|대변인|은행장|대학원장|특보|CEO|CTO|CFO|COO|CSO|CIO|CDO|CMO|"
    "책임자|경영자|법인장|행정관|사령관|총영사|학과장|학부장|교장|편집인|발행인|파트장|주무관|변호사"
)
ACTING = re.compile(r"\s*(?:권한대행|직무대행|직무대리|권한 대행|직무 대행)")
_PARTICLE = re.compile(
    r"(?:으로부터|로부터|에게서|에게는|에게도|에겐|한테|께서는|께서도|께|과는|와는|과도|와도|마저|조차|처럼|보다"
    r"|이라고|이라는|이라며|라고|라는|라며|으로서는|으로서|로서|으로도|로도|에도|과의|와의|과|와|은|는|이|가|을|를|의|도|만|께서|에게|으로|로|에서|에|및|"
    r"이다|이던|이라|인|이자|이며|이고|이기도|이었던?|였던?|까지|부터|에서부터|다|며|이어)(?![가-힣])"
)
_UNKNOWN_BODY = re.compile(
    r"[가-힣A-Za-z0-9·]{3,}?(?P<head>(?<![당역협조])위원장|의료원장|병원장|(?<![위부])원장|협회장|조합장|센터장)"
)
_WORDS = re.compile(r"(?:[가-힣A-Za-z0-9·ㆍ& ]|(?<=[0-9])\.(?=[0-9]))+")
"""What an office is written with: `H&A사업본부장`, `링크3.0사업단장`."""
_DIVISION = re.compile(
    r"(?:[가-힣A-Za-z0-9·]{1,7}(?<![은는을를의]) ){2,3}"
    r"(?:과장|팀장|국장|실장|단장|담당관|정책관)"
)
"""A division of several words before who leads it: `수소 경제 정책 과장`."""
_NO_TITLE = re.compile(r"(?:으로|에서|에게|에는|까지|부터) ")
_ONE_OF = re.compile(
    r"([가-힣A-Za-z0-9]+(?:[가-힣]{2}관|국장|과장|실장|단장|부장|처장|원장|센터장|소장|팀장))·"
)
"""The first of several offices that points join: `재정심의관·예산국장`."""
_GRADE = re.compile(
    r"수석 (?:연구원|연구위원|전문위원|부회장|비서관)|통령 [가-힣]{2,8}(?:실장|수석|비서관|특보)"
)
"""A first word that is no office of its own: `수석 연구원`, `대통령 비서실장`."""
_SEAT = re.compile(r"^[가-힣·]{1,8}[갑을병정]? (?=국회의원$)")
"""Whom a member of parliament stands for, which is no part of the title."""
_TWICE = re.compile(r" (?:사장|부사장|회장|부회장|전무|상무|원장)(?![가-힣]{2})")
"""What goes on behind `대표이사`: `대표이사 사장`."""
_AHEAD = re.compile(r" ?(?P<ahead>예비후보|후보자?|당선[인자]|내정자)")
_ORDINAL = re.compile(rf"^(?:(?:제?[0-9]{{1,2}}대|신임|초대|차기) |(?:신임|초대)(?=(?:{WITHIN})$))")
_RUN = re.compile(r"[가-힣]{1,12}")
_MISTER = re.compile("씨[가는의도를]? ")
_BUREAU = re.compile(r"[가-힣]{2,12}관")
"""A post in a ministry: `국제협력관`."""
_PARTY = re.compile(r"^(?:(?:[가-힣]+(?<![도시])당|국민의힘)\s|국회 (?=[가-힣]{2,}위원장))")
"""What a member of an assembly belongs to, which is no part of the title."""


def title_at(text: str, start: int, stop: int, body: Occurrence | None) -> tuple[str, int] | None:
    """The title that begins at `start`, and where it ends.

    One who only runs for an office, or is named for it, is a `시장 후보`.
    """
    read = _held(text, start, stop, body)
    if read is None:
        return None
    title, end = read
    twice = _TWICE.match(text, end, end + 5) if title.endswith(("대표이사", "대표")) else None
    if twice is not None and ends_word(text, twice.end()):
        title, end = title + twice[0], twice.end()
    ahead = _AHEAD.match(text, end, end + 8)
    return (f"{title} {ahead['ahead']}", ahead.end()) if ahead is not None else (title, end)


def _held(text: str, start: int, stop: int, body: Occurrence | None) -> tuple[str, int] | None:
    glued = body is not None and start == body.end and not text[start : start + 1].isspace()
    if glued and body is not None:
        return _glued_title(text, start, stop, body)
    while start < stop and text[start] == " ":
        start += 1
    if _MISTER.match(text, start, stop):
        return None
    best: tuple[str, int] | None = None
    for match in re.finditer(WITHIN, text[start:stop]):
        end = start + match.end()
        words = text[start:end]
        apart = words.count(" ")
        if apart > 1 and not (body is not None and _DIVISION.fullmatch(words)):
            break
        if not _WORDS.fullmatch(words) or _NO_TITLE.search(words):
            break
        if _GRADE.match(text, end - 2):
            continue
        if ends_word(text, end) or ACTING.match(text, end):
            best = (words, end)
            break
    if best is None:
        bureau = _BUREAU.match(text, start, stop) if body is not None else None
        if bureau is None or not ends_word(text, bureau.end()):
            return None
        best = (bureau[0], bureau.end())
    first = _ONE_OF.match(best[0])
    if first is not None:
        best = (first[1], start + first.end(1))
    words = _SEAT.sub("", unnumbered(_PARTY.sub("", best[0])))
    words = words.removeprefix("시 ").removeprefix("도 ").removeprefix("군 ")
    headed = _UNKNOWN_BODY.fullmatch(words) if body is None else None
    return headed["head"] if headed else words, best[1]


def unnumbered(title: str) -> str:
    """A title without what says how new or which of several its holder is.

    >>> unnumbered("초대원장"), unnumbered("3대 회장")
    ('원장', '회장')
    """
    return _ORDINAL.sub("", title)


def _glued_title(text: str, start: int, stop: int, body: Occurrence) -> tuple[str, int] | None:
    """`장` behind `한국재료연구원` is an 원장; `시장` behind `창원` is one already."""
    run = _RUN.match(text, start, stop)
    if run is None:
        return None
    letters = run[0]
    for length in range(len(letters), 0, -1):
        part, end = letters[:length], start + length
        if not ends_word(text, end):
            continue
        last = text[start - 1]
        if part == "장" and last in HEAD_OF:
            return chief(text[body.start : body.end]), end
        if part == "수" and last == "군":
            return "군수", end
        if part in {"의원", "의장"} and last in "시도군구":
            return last + part, end
        if part == "지사" and last == "도":
            return "도지사", end
        if part == "청장" and last == "구":
            return "구청장", end
        if re.fullmatch(WITHIN, part) or re.fullmatch(rf"[가-힣]{{0,6}}(?:{WITHIN})", part):
            return part, end
    return None


def ends_word(text: str, end: int) -> bool:
    """Whether a title may end there: at the end of a word, or before a particle."""
    return (
        end >= len(text)
        or not re.match(r"[가-힣A-Za-z0-9]", text[end])
        or _PARTICLE.match(text, end) is not None
    )
