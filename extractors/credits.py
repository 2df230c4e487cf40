"""The parts of an article's lines that are not article: bylines, credits, datelines, addresses."""

from __future__ import annotations

import re

_NAME = r"[가-힣]{2,4}"
_DUTY = (
    r"(?:선임|수석|전문|객원|인턴|시민|사진|취재|편집|대학생|본지)?\s?"
    r"(?:기자|특파원|논설위원|통신원|리포터|PD|앵커)"
)
_DOMAIN = r"[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,40}){1,4}"
MAIL = rf"[A-Za-z0-9][A-Za-z0-9._%+-]{{0,40}}@{_DOMAIN}"
DAY = r"(?:19|20)\d\d\s?[.\-/]\s?\d{1,2}\s?[.\-/]\s?\d{1,2}\.?"

DATELINE = re.compile(
    r"^\s*[\[(【<](?P<place>[^\]\[()=\n]{1,30})=(?P<rest>[^\]\[()\n]{1,40})[\])】>]\s?"
    rf"(?:(?P<names>{_NAME}(?:[·,]\s?{_NAME}){{0,3}})\s?{_DUTY}\s?(?:=|-|–)?\s?)?=?\s?"
)
"""`[창원=뉴스핌] 홍길동 기자 = `, `(광주=연합) …`, `[뉴스=홍길동 기자]` at a line's start."""

PRESS = "신문|일보|뉴스|경제|방송|타임스|저널|투데이|연합|매일|통신|데일리"
_PUBLISHER = re.compile(
    rf"^\s*\[[^\]\n]{{1,20}}(?:{PRESS})[^\]\n]{{0,6}}(?:\s?{DAY})?\]\s?"
    rf"|^\s*[\[(【][^\]\[()=\n]{{2,20}}\s{_NAME}\s?{_DUTY}[\])】]\s?"
)
"""`[한빛뉴스]`, `(한빛뉴스 홍길동 기자)` at a line's start."""

_BYLINE_PART = (
    rf"{MAIL}|{_DUTY}(?![가-힣])|기자명|글·사진|글|사진|입력|수정|승인|등록|송고(?:시간)?"
    r"|기사입력|최종수정|발행일|배포"
)
BYLINE = re.compile(
    rf"(?:기자명\s+(?P<titled>{_NAME})(?!\S)|(?<![가-힣])(?P<name>{_NAME})\s?{_DUTY})(?![가-힣])"
)
_SIGNATURE = re.compile(
    r"(?:(?<=[.!?”\"'’>)\]])|(?<=^))\s*/?\s?(?:[\[(]?[가-힣]{2,10}\s?=\s?)?"
    rf"(?:{_NAME}\s?{_DUTY}\s*[·,]?\s*){{1,3}}[\])]?\s*(?:{MAIL})?\s*$"
)
_SIGN_OFF = re.compile(
    rf"(?:(?<=[.!?”\"])|(?<=^))\s*(?:[가-힣A-Za-z]{{2,10}}\s)?{_NAME}\s?"
    r"(?:기자입니다|기자가 (?:취재|보도)(?:했|합)습니다|기자의 (?:보도|취재)입니다)\.?"
    rf"|(?:(?<=[.!?”\"])|(?<=^))\s*[가-힣A-Za-z]{{0,8}}(?:{PRESS})\s{_NAME}입니다\."
)
_WRITERS = re.compile("기자|특파원|논설위원|통신원|리포터|PD|앵커|입니다")
"""What every signature and sign-off holds."""
_CREW = re.compile(r"\s*[\[(]\s?(?:영상\s?(?:취재|편집)|촬영|취재|편집)[^\])\n]{0,60}[\])]\s*$")

_SAID = r"(?:(?<=[.!?”’)])|(?<=조감도|투시도|위치도)|(?<=전경|모습))"
_OWNER = r"[^\[\]()<>/=.…\n]{1,30}"
_CREDITS = (
    r"[\[(<【]\s?(?:(?:\S{1,10}\s?)?(?:사진|자료|그래픽|이미지|영상|출처|도표)\s?(?:제공|출처)?"
    rf"\s?[=:：ㅣ|/]?\s?{_OWNER}|{_OWNER}\s?제공|제공\s?[=:：]\s?{_OWNER})"
    rf"(?:\.\s?재판매[^\])>\n]{{0,30}})?\s?[\])>】](?:\s?{DAY})?(?:\s?{MAIL})?"
    rf"|(?:사진|자료|그래픽|이미지)\s?(?:제공|출처)?\s?[=:：/]\s?{_OWNER}\s*$"
    rf"|(?:사진|자료)\s?제공\s{_OWNER}\s*$"
    rf"|{_SAID}\s*[/ⓒ©]\s?[^\s/.…][^/.…\n]{{0,20}}\s*$"
    rf"|{_SAID}\s+[가-힣A-Za-z·]{{2,20}}(?:\s[가-힣A-Za-z·]{{2,10}})?\s제공\s*$"
)
CREDIT = re.compile(_CREDITS)
_CREDIT_MARKS = re.compile("[\\[(<【/ⓒ©=:：]|제공")
_CROSS_REFERENCE = re.compile(r"\s*[<(\[【]\s?관련\s?(?:기사|뉴스)[^>)\]】\n]{0,40}[>)\]】]")
_ADDRESS = re.compile(rf"\s*(?:{MAIL})")
_MARKUP = re.compile(
    r"^\s*◀\s?(?:앵\s?커|리\s?포\s?트|기\s?자|INT|인터뷰|VCR|SYNC)\s?▶\s*$"
    r"|^\s*\[(?:앵커|기자|리포트|인터뷰|VCR)(?: ?멘트)?\]\s*$"
)

MOST_BESIDE = 7
"""Words that may stand beside a day of publication."""

_GAP = r"[\s|/·:=\[\]()<>•,.\-]*"
_ONLY_BYLINE = re.compile(
    rf"{_GAP}(?:(?:{_BYLINE_PART}|{_NAME}(?=\s?{_DUTY})|기자명\s+{_NAME}|{DAY}"
    rf"|\d{{1,2}}:\d\d(?::\d\d)?){_GAP})+"
)


_WRITTEN_DAY = (
    r"(?:19|20)\d\d\s?[.\-/년]\s?(?:1[0-2]|0?[1-9])\s?[.\-/월]\s?(?:3[01]|[12]\d|0?[1-9])"
    r"(?!\d)일?\.?"
)
_STAMPED = re.compile(
    rf"(?P<before>[^.!?。\n]{{0,40}}?){_WRITTEN_DAY}(?P<behind>[^!?。\n]{{0,60}})$"
)
_STAMP_WORDS = re.compile(
    rf"{_DUTY}(?![가-힣])|\d{{1,2}}:\d\d|\([월화수목금토일]\)|[월화수목금토일]요일|송고|게재|배포|방송일?"
    r"|보도자료|자 ?\d+면|^\W*$"
)
"""What stands beside the day of a publication, and seldom beside another."""
_WORD = re.compile(r"[가-힣A-Za-z]{2,}")
_DAY_AND_CLOCK = re.compile(rf"{DAY}\s?(?:\([월화수목금토일]\)\s?)?\d{{1,2}}:\d\d")
_DAY_AND_WRITER = re.compile(rf"^[^.!?]{{0,40}}{_DUTY}[\s|/]{{1,5}}{DAY}\s*$")
_STAMP = re.compile(
    r"^\W*(?:(?:기사|최종|최초)?\s?(?:입력|수정|승인|등록|송고|발행|게재|작성|업로드)"
    r"(?:\s?(?:시간|일시|일자|일))?|배포일?)\s?[:：]?\s*(?:19|20)?\d\d\s?[.\-/년]"
)


def may_be_credited(line: str) -> bool:
    """Whether a line holds what every credit has: most lines need no search for one."""
    return _CREDIT_MARKS.search(line) is not None


def is_byline(line: str) -> bool:
    """Whether a line names who wrote and when, and nothing else.

    >>> is_byline("홍길동 기자 hong@news.example"), is_byline("홍길동 기자협회장은 말했다.")
    (True, False)
    """
    if len(line) >= 120:
        return False
    if _ONLY_BYLINE.fullmatch(line) or _STAMP.search(line) or _is_stamped(line):
        return True
    return _DAY_AND_CLOCK.search(line) is not None or _DAY_AND_WRITER.search(line) is not None


def _is_stamped(line: str) -> bool:
    """Whether a line is a day of publication, with the outlet, the writer or the hour beside it.

    >>> _is_stamped("나루방송 | 2019년 7월 12일 20:05 | 홍길동 기자")
    True
    >>> _is_stamped("2023년 3월 15일(수) 후보지로 선정됐다.")
    False
    """
    match = _STAMPED.match(line)
    if match is None or line.rstrip(" )]>」").endswith(("다.", "요.", "음.", "정")):
        return False
    before, behind = match["before"], match["behind"]
    if not _STAMP_WORDS.search(behind) and not _STAMP_WORDS.search(before):
        return False
    return len(_WORD.findall(f"{before} {behind}")) <= MOST_BESIDE


def is_label(line: str) -> bool:
    """Whether a line is a broadcaster's mark such as `[앵커]`."""
    return len(line) < 20 and _MARKUP.match(line) is not None


def article_parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """`text[start:end]` without its bylines, credits, datelines and addresses, trimmed.

    >>> line = "[창원=한빛통신] 홍길동 기자 = 시가 나섰다. hong@news.example"
    >>> [line[a:b] for a, b in article_parts(line, 0, len(line))]
    ['시가 나섰다.']
    """
    line = text[start:end]
    cuts: list[tuple[int, int]] = []
    for lead in (DATELINE, _PUBLISHER):
        if match := lead.match(line):
            cuts.append(match.span())
            break
    if any(mark in line for mark in "[(<【/ⓒ©=:") or "제공" in line[-40:]:
        cuts.extend(match.span() for match in CREDIT.finditer(line))
    tail = max(0, len(line) - 120)
    if line.rstrip().endswith((")", "]")):
        cuts.extend(match.span() for match in _CREW.finditer(line, tail))
    if _WRITERS.search(line, tail):
        for mark in (_SIGNATURE, _SIGN_OFF):
            cuts.extend(match.span() for match in mark.finditer(line, tail))
    if "관련" in line:
        cuts.extend(match.span() for match in _CROSS_REFERENCE.finditer(line))
    if "@" in line:
        cuts.extend(match.span() for match in _ADDRESS.finditer(line))
    parts: list[tuple[int, int]] = []
    position = 0
    for cut_start, cut_end in [*sorted(cuts), (len(line), len(line))]:
        if cut_start > position:
            part = line[position:cut_start]
            lead_space = len(part) - len(part.lstrip())
            part_end = position + len(part.rstrip())
            if part_end > position + lead_space and any(map(str.isalnum, part)):
                parts.append((start + position + lead_space, start + part_end))
        position = max(position, cut_end)
    return parts
