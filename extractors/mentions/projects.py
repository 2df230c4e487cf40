"""Projects and sites by their quotation marks, in lists, and by their phrases' last part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions import project_phrases, routes
from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.project_phrases import (
    DOING,
    DONE,
    EMPTY,
    FACILITY,
    TAILS,
    UNDERTAKING,
    VAGUE,
    standing,
    stands,
)
from extractors.points import NUMBERED, POINTS
from graph.model import EntityType

QUOTED_TAILS = re.compile(f"(?:{UNDERTAKING}|{FACILITY}|{DOING})(?:\\([^)]*\\))?$")
FACILITIES = re.compile(f"(?:{FACILITY})$")
FOUNDED = re.compile(r"(?:연구원|연구소|기술원|진흥원|교육원|개발원|재단|공사|센터|본부|과학원)$")
MERE = re.compile(f"(?:{DOING})$")
EVENT = re.compile(
    r"(?:포럼|전시회|박람회|엑스포|세미나|콘퍼런스|컨퍼런스|콘서트|축제|식|보고회|간담회|설명회"
    r"|심포지엄|워크숍"
    r"|주간|WEEK|페어|회의|대회|공청회|로드쇼|해커톤|어워드|협약|행사|토론회)$"
)
SPOKEN = re.compile(r"[다요까죠]$|[.!?…]|[을를는은] ")
TITLED = re.compile(rf"(?:{UNDERTAKING}|{FACILITY})인\s$")
TIMED = re.compile(
    r"(?:지난|당시|오는|올해|내년|이번|최근|현재|앞서|이어|이후|그동안|한편)(?=\s|해\s|달\s)"
)
"""What a sentence begins with, and no name."""
BULLET = re.compile(rf"[{POINTS}{NUMBERED}][ ]?([^{POINTS}{NUMBERED}\n‘’“”]{{3,90}})")
ITEM_END = re.compile(
    r"\s등(?:\s|$)|,|\(|\s?[:：]|\s[0-9][0-9,.]*(?:조|억|만|천)|\s총?\s?사업비|(?:[을를](?!\s?(?:위한|통한|활용한))|[은는이가에])\s|[’”]"
    r"|\s국비|\s?=|$"
    r"|\s[0-9]+(?:건|개)|이다|다\.|\."
)
TASK = re.compile(
    r"(?:^|[.,] |·)((?:[0-9A-Za-z가-힣·&-]+ ){1,5}[0-9A-Za-z가-힣]*"
    r"(?:구축|조성|건립|개발|육성|양성|실증|확충|플랫폼|센터|사업))"
    r"(?=\((?:총 |국비 )?[0-9][0-9,.조억만천 ]*원\)|, [^.,]{4,40} 등 [0-9]+개 (?:사업|과제)| 등 "
    r"[0-9]+개 (?:사업|과제))",
    re.MULTILINE,
)
TASKED = re.compile(r"\((?:총 |국비 )?[0-9]|등 [0-9]+개 (?:사업|과제)")
"""What stands behind every task: few sentences need a search for its name."""
BROKEN = re.compile(r"[은는을를](?: |$)|[에의](?: |$)|서 |고 |한 |할 |하는 ")
DIVIDED = r"로\s(?:나눠|나눈|나누|나뉘|나뉜|구분)"
"""What follows phases that are only counted: `3단계로 나눠`."""
PHASE = re.compile(
    r"(?<!총 )(?<!모두 )[1-9]단계(?:\s?(?:사업|조성사업|구축사업)(?!비))?"
    rf"(?!{DIVIDED})"
    r"(?!\s?(?:부지|산단|산업단지|용지|건물)|\s(?:지역|구역)\s?(?:내|안|에))"
)
COUNTED_PHASES = re.compile(r"\((?:[1-9][·,~∼] ?)+[1-9]단계\)$")
"""Phases that a bracket behind a name counts: `나래특구(1·2단계)`."""
DRAWN = re.compile(r"\s?\((?:조감도|사진|투시도|위치도|조감도·사진)\)$")
COUNTED_OUT = re.compile(r"\s?\((?:[^()]*[0-9][조억만]\s?원?|[^()]*이하\s[^()]*)\)$")
"""A sum or a renaming behind a quoted name, inside the quotation marks."""
STEP = re.compile(r"억|착공|준공|완공|완료|예타|예비타당성|마무리")


def find(ground: Ground) -> Iterator[Mention]:
    """The projects and sites of a document that quotation marks, lists and phrases tell."""
    yield from _quoted(ground)
    yield from _items(ground)
    yield from _tasks(ground)
    yield from _phases(ground)
    yield from routes.find(ground)
    yield from project_phrases.find(ground)


def _quoted(ground: Ground) -> Iterator[Mention]:
    """Names between quotation marks."""
    text = ground.text
    for low, high in ground.quotes:
        name = COUNTED_OUT.sub("", DRAWN.sub("", text[low:high].strip()))
        start = text.index(name, low)
        end = start + len(name)
        marks = text[low - 1]
        if not 4 <= len(name) <= 60 or EVENT.search(name):
            continue
        if marks in '“"' and (len(name) > 30 or SPOKEN.search(name)):
            continue
        if name.endswith("특구") and EMPTY.match(TAILS.sub("", name)):
            continue
        confidence = _quoted_worth(text, name, start, text[end + 1 : end + 30])
        if confidence:
            kind = EntityType.PROJECT
            if FACILITIES.search(name) and stands(text, end + 1):
                kind = standing(name)
            yield Mention(start, end, kind, name, f"{kind}.quoted", confidence)


def _quoted_worth(text: str, name: str, start: int, after: str) -> float:
    if FOUNDED.search(name) and re.match(rf"\s?(?:{DONE})", after):
        return 0.97
    tail = QUOTED_TAILS.search(name)
    if tail and text[start - 1] in '“"' and MERE.search(name):
        return 0 if not re.match(r"\s?(?:사업|공모|프로젝트)", after) else 0.75
    if TITLED.search(text, max(0, start - 12), start - 1):
        return 0.9
    followed = re.match(
        r"\s?(?:사업|공모|특구|프로젝트|펀드|계획|조례|단지|산단|지구|클러스터)", after
    )
    if not tail and not followed:
        returns = " " not in name and len(name) >= 5 and text.count(name) > 2
        return 0.6 if returns and re.search(DONE, after) else 0
    short = " " not in name and len(name) < 6
    if short and not re.search(r"특구|특별법|펀드|산단|밸리|단지|센터", name):
        return 0
    return 0.9 if tail else 0.75


def _items(ground: Ground) -> Iterator[Mention]:
    """The items of a list with bullets."""
    text = ground.text
    for sentence in ground.document.sentences:
        for match in BULLET.finditer(text, sentence.start, sentence.end):
            item = match.group(1)
            stop = ITEM_END.search(item)
            name = item[: stop.start()] if stop else item
            name = name.strip(" .,")
            if name.endswith(VAGUE) or re.search(r"(?:을|를) (?:위한|통한|활용한) ", name):
                continue
            if TIMED.match(name) or len(name) < 5 or not QUOTED_TAILS.search(name) or "의 " in name:
                continue
            start = text.index(name, match.start(1))
            end = start + len(name)
            yield Mention(start, end, EntityType.PROJECT, name, "project.item", 0.75)


def _tasks(ground: Ground) -> Iterator[Mention]:
    """`전자파 평가시스템 구축(25억원)`, and what stands in `A, B 구축 등 7개 사업`."""
    kind = EntityType.PROJECT
    for sentence in ground.document.sentences:
        if not TASKED.search(ground.text, sentence.start, sentence.end):
            continue
        for match in TASK.finditer(ground.text, sentence.start, sentence.end):
            breaks = [broken.end() for broken in BROKEN.finditer(match.group(1))]
            start = match.start(1) + (breaks[-1] if breaks else 0)
            name = ground.text[start : match.end(1)]
            if len(name) > 7 and " " in name:
                yield Mention(start, match.end(1), kind, name, "project.task", 0.75)


def _phases(ground: Ground) -> Iterator[Mention]:
    """`1단계`, `2단계 사업`, where the sentence tells a sum or a step of it."""
    text = ground.text
    kind = EntityType.PROJECT
    for sentence in ground.document.sentences:
        low, high = sentence.start, sentence.end
        for match in PHASE.finditer(text, low, high):
            inside = match.start() and text[match.start() - 1].isalnum()
            if COUNTED_PHASES.search(text, max(low, match.start() - 6), match.end() + 1):
                continue
            if not inside and STEP.search(text, low, high):
                yield Mention(*match.span(), kind, match.group(), "project.phase", 0.6)
