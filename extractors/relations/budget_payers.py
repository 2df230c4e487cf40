"""Who pays a sum: `국비 170억`, `산업부가 292억원을 댄다`, `나머지 17억 원은 KAIST가 부담한다`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.regions import is_metropolis, level
from graph.model import ORGANIZATIONS, EntityType, Funder

PAYERS: tuple[tuple[Funder | None, str], ...] = (
    (
        Funder.LOCAL,
        "지방비|지방 ?재정|도비[·ㆍ]시비|도[·ㆍ]시비|시[·ㆍ]도비|도[·ㆍ]군비|시[·ㆍ]군비",
    ),
    (
        Funder.NATIONAL,
        "국비|국고(?:보조금)?|특별교부세|특교세|정부 ?지원금|정부 ?출연금|정부 ?예산|국가 ?예산",
    ),
    (Funder.PROVINCE, "도비|도 현물|도 예산"),
    (Funder.CITY, "시비|군비|구비|시 예산|군 예산"),
    (
        Funder.PRIVATE,
        (
            "민간 ?투자(?:금|비|액)?|민간 ?자본|민간 ?부담금?|민자|민간|자부담|자비|현물|"
            "참여 ?기관|참여 ?기업|기업 ?부담"
        ),
    ),
    (None, "기타"),
)
PAYER = re.compile(
    "(?:"
    + "|".join(f"(?P<p{index}>{words})" for index, (_, words) in enumerate(PAYERS))
    + r")(?:\s?(?:로만|로는|로|는|은|만|도|이|가|를|을|에서|의))?\s?"
    r"(?:\((?:출연금|보조금)\) ?)?(?:약|총|모두|각각|최대|연간)?\s?$"
)
PAYER_BEHIND = re.compile(
    r"^(?:가량|여)?(?:을|를|이|가|은|는) ?(?:전액 )?(?:"
    + "|".join(f"(?P<p{index}>{words})" for index, (_, words) in enumerate(PAYERS[:-1]))
    + r")(?:로 (?!확보|따)|다[. ,]|이다|였다|이고|이며|인데|를 (?:추가로 )?(?:지원|받))"
)
"""Who pays the sum before: `190억원 가운데 95억원이 국비다`."""
_GAP = re.compile(
    r"(?:가|이|는|은|도|"
    r"에서)? ?(?:[0-9]{4}년까지 )?(?:[0-9]+년간 )?(?:(?:[가-힣]{2,4} )?[가-힣]{1,3}비로 )?"
    r"(?:약 |각각 )?"
)
MIXED = re.compile(
    r"(?:국[·ㆍ]?도비|국[·ㆍ]시비|국비와 도비|국비와 지방비|국비[·ㆍ]도비|"
    r"국비[·ㆍ]지방비)(?:를|을|로)? ?(?:등 )?(?:총 |모두 |약 )?$"
)
_PAYS = re.compile(
    r"(?:씩)?(?:을|를|,)? ?[^.]{0,34}?(?:댄다|댔|대고|대기로|부담|보태|보탠|출자|분담|나눠|내고|냈|"
    r"낸다|내며|내기로|내놓)"
)
_BEARING = (
    r"(?:전액 |자체 |스스로 |모두 |직접 |각각 )?"
    r"(?:부담|지원|출연|댄다|대고|대기로|댔|낸다|내고|내기로|냈|보탠|보태)"
)
_BEARS = re.compile(
    rf"(?:\([^()]{{1,20}}\))?(?:이|가)(?: ?{_BEARING}|, ?[^.\n]{{3,60}}(?:이|가) ?{_BEARING})"
)
"""Behind who pays: `이 부담한다`, and `이, 3억원은 경남도가 지원한다`."""
_OUT_OF = re.compile(r"(?:가운데|중|중에서) ?(?:약 )?$")
"""Before a sum that is told out of a larger one."""
_STATE = re.compile(
    r"(?:을|를)? ?(?:나라|정부|국가)(?:에서|가|로부터) ?(?:[가-힣]+ )?(?:받|지원|대|댄|내)"
)
_JOINT = re.compile(r"(도|시|군)(?:와|과) $")
_OWN = re.compile(
    r"(?:이|가) ?(?:스스로|자체로|자체적으로|직접) ?(?:내는|대는|부담하는|마련하는) ?(?:약 )?$"
)


@dataclass(frozen=True, slots=True)
class Payer:
    """Whose money it is, the bodies that pay it, and where that begins to be told.

    `beside` pays as much again: `도와 시가 45억원씩 나눠 낸다`.
    """

    source: Funder | None
    start: int
    bodies: tuple[str, ...] = ()
    beside: Funder | None = None


def own_payer(reading: Reading, sentence: Sentence, start: int, end: int) -> Payer | None:
    """The payer of the sum at `text[start:end]` told in other words than `국비` or `시비`."""
    text = reading.document.text
    if _STATE.match(text, end, sentence.end):
        return Payer(Funder.NATIONAL, start)
    low = max(sentence.start, start - 36)
    if _OWN.search(text, low, start):
        return Payer(Funder.PRIVATE, start)
    return _before(reading, sentence, start, end) or _behind(reading, sentence, start, end)


def _before(reading: Reading, sentence: Sentence, start: int, end: int) -> Payer | None:
    text = reading.document.text
    low = max(sentence.start, start - 36)
    for occurrence in reversed(reading.within(low, start, ORGANIZATIONS)):
        gap = text[occurrence.end : start]
        source = payer_of(reading, occurrence.key)
        if source is None or _GAP.fullmatch(gap) is None:
            return None
        after = text[end : min(sentence.end, end + 40)]
        in_list = gap == " " and re.match(r"[·ㆍ,)]", after) is not None
        pays = _PAYS.match(after) and gap[:1] in {"가", "이", "는", "은", "도"}
        if not (pays or (in_list and source is not Funder.PRIVATE)):
            return None
        joint = _JOINT.search(text, max(low - 6, sentence.start), occurrence.start)
        if joint and text.startswith("씩", end):
            beside = Funder.PROVINCE if joint[1] == "도" else Funder.CITY
            return Payer(source, occurrence.start, (occurrence.key,), beside)
        if joint:
            return Payer(Funder.LOCAL, occurrence.start)
        return Payer(source, occurrence.start, (occurrence.key,))
    return None


def _behind(reading: Reading, sentence: Sentence, start: int, end: int) -> Payer | None:
    """`17억 원은 KAIST가 부담한다`, `30억 원 가운데 8억 원을 나래공사가 댄다`."""
    text = reading.document.text
    out_of = _OUT_OF.search(text, max(sentence.start, start - 8), start) is not None
    if text[end : end + 1] not in ({"은", "는", "을", "를"} if out_of else {"은", "는"}):
        return None
    for occurrence in reading.within(end, min(sentence.end, end + 30), ORGANIZATIONS):
        if text[end + 1 : occurrence.start].strip():
            return None
        if _BEARS.match(text, occurrence.end, sentence.end):
            return Payer(payer_of(reading, occurrence.key), start, (occurrence.key,))
        return None
    return None


def payer_of(reading: Reading, key: str) -> Funder | None:
    """Whose money a body's own is."""
    entity = reading.by_key[key]
    if entity.type is EntityType.GOVERNMENT:
        return Funder.NATIONAL
    if entity.type in {EntityType.COMPANY, EntityType.UNIVERSITY, EntityType.INSTITUTE}:
        return Funder.PRIVATE
    if entity.type is EntityType.REGION:
        return Funder.PROVINCE if level(entity) == 1 and not is_metropolis(entity) else Funder.CITY
    return None
