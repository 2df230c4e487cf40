"""What money an article is about: one year's state budget, or state money that was won.

In such an article a bare `X 31억원` is no whole cost: it is what X got out of that purse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.document import Sentence, Zone
from extractors.points import POINTS
from extractors.reading import Reading, once
from extractors.relations.budget_amounts import Bundle, Sum
from extractors.relations.timeline import timeline_of
from graph.model import BudgetKind, EntityType, Funder
from graph.values import Period

_VOTED = re.compile(
    r"(?:정부|국가|국회|내년도?|[0-9]{4}년도?) ?(?:본|수정 ?)?예산안?|국회.{0,12}예산|정부안|"
    r"예산안?.{0,14}국회|국회 ?본회의"
)
_SUPPLEMENTED = re.compile(r"(?:제?[0-9]회 |[0-9]차 )?(?:추가경정 ?예산|추경(?: ?예산)?안)")
_OF_STATE = re.compile(r"정부|국회|국가")
_BY_STATE = re.compile(r"정부|국회|국가|국비|국고")
_WON = re.compile(
    r"국비.{0,24}?(?:확보|챙[기겨겼]|따[내낸냈]|끌어)|(?:확보|챙긴|따낸)[가-힣 ]{0,6} ?국비"
)
_ALLOTTED = re.compile(
    r"(?:올해|내년|지난해|금년|[0-9]{4}년도?) ?(?:배정|지원|사업|투입)[가-힣]{0,3}(?:액|예산|비)"
)
_YEARLY = re.compile(
    r"(?:올해|내년|[0-9]{4}년도?)(?!까지|부터)[가-힣A-Za-z·, ]{0,16}(?<!총)예산(?:으로|은|을|이)"
)
_ONE_YEAR = re.compile(
    r"(?:올해|올 한 해|내년|금년|지난해)(?:만|에만|에는|에)? (?!착공|준공|시작|하반기|상반기)"
    r"(?:[가-힣A-Za-z0-9·’'‘]+(?:[에의]|에는|보다|늘어난|많은|어난|억|원|데|군데)? ){0,6}"
    r"(?:총 |모두 |약 )?$"
)
_NOT_ONE = re.compile(
    r"까지|부터|년간|동안|사업비|[0-9]년|선정|뽑|지정|확정|통과|[가-힣]{2}[고며해돼] "
)
_IS_SPENT = re.compile(
    r"(?:가량|여)?(?:을|를|이|가) ?(?:더 |새로 |우선 )?(?:투입|투자|들여|들인|쏟|쓴|쓰|지원한|"
    r"들어간)"
)
_STATE = re.compile(r"(?:정부|국가|국회)(?: ?본)? ?예산안?(?:에|에서|에는) ")
_PUT_IN = re.compile(r"(?:가량|여)?[을를] (?:[가-힣]{1,4} )?(?:투자|들여|들이|쏟|넣)")
_PUBLIC = frozenset({EntityType.REGION, EntityType.GOVERNMENT, EntityType.INSTITUTE})
_SUBJECT = frozenset("은는이가도")
_OPENING = 4
"""How many sentences of the body tell what it is about."""
_WHOLE = re.compile(
    r"총 ?사업비|총 ?예산|총액|전체 사업|사업비[는은가로]|총[ 0-9]|모두 [0-9]|[0-9]년간|"
    r"[0-9년해]까지|[0-9]년부터|[0-9]{4}년, "
)
_SPENT = re.compile(
    r"(?:가량|여)?(?:을|를|이|가|의)? ?(?:[가-힣]{1,4} )?(?:들여|들인|규모|투입|투자|든다|드는)|"
    r"짜리| (?:가운데|중) [^.,]{0,20}[0-9]"
)


@dataclass(frozen=True, slots=True)
class Purse:
    """The kind and payer of the money that an article is about, and the year, if told."""

    kind: BudgetKind
    source: Funder | None
    year: Period | None


@once
def purse_of(reading: Reading) -> Purse | None:
    """The purse that an article is about; None where it is about none."""
    document = reading.document
    headlines = [s for s in document.sentences if s.zone in {Zone.TITLE, Zone.SUBTITLE}]
    body = [s for s in document.sentences if s.zone is Zone.BODY][:_OPENING]
    title = " ".join(map(document.surface, headlines))
    opening = " ".join(map(document.surface, body))
    timeline = timeline_of(reading)
    year = timeline.budget_year
    if year is not None and (_VOTED.search(title) or _VOTED.search(opening)):
        # A city's own budget is voted too: the state is the payer only where it is named.
        state = _BY_STATE.search(title) or _BY_STATE.search(opening)
        return Purse(BudgetKind.ANNUAL, Funder.NATIONAL if state else None, year)
    if _WON.search(title) or _WON.search(opening):
        return Purse(BudgetKind.SECURED, Funder.NATIONAL, year)
    if year is not None and (_SUPPLEMENTED.search(title) or _SUPPLEMENTED.search(opening)):
        state = _OF_STATE.search(title) or _OF_STATE.search(opening)
        return Purse(BudgetKind.ANNUAL, Funder.NATIONAL if state else None, year)
    for sentence in (*headlines, *body):
        yearly = _YEARLY.search(document.text, sentence.start, sentence.end)
        if yearly is None:
            continue
        for span in timeline.within(yearly.start(), yearly.end()):
            if span.date is not None:
                return Purse(BudgetKind.ANNUAL, None, Period(span.date.year, span.date.year))
    return None


def is_out_of(reading: Reading, bundle: Bundle, item: Sum) -> bool:
    """Whether a sum says nothing of its own: no whole cost, no period and no other payer."""
    if len(bundle.sums) > 1 and not (
        bundle.only_shares or all(one.kind is item.kind for one in bundle.sums)
    ):
        return False
    text = reading.document.text
    words = text[max(bundle.sentence.start, item.start - 30) : item.start]
    return _WHOLE.search(words) is None and _SPENT.match(text, item.end) is None


def is_put_in(reading: Reading, bundle: Bundle, item: Sum) -> bool:
    """Whether firms put a sum in and no public body does: `A와 B 등이 300억원을 투자한다`."""
    text, sentence = reading.document.text, bundle.sentence
    if _PUT_IN.match(text, item.end) is None:
        return False
    named = reading.within(sentence.start, item.start, _PUBLIC)
    if any(text[body.end : body.end + 1] in _SUBJECT for body in named):
        return False
    return bool(reading.within(sentence.start, item.start, {EntityType.COMPANY}))


def is_one_years(reading: Reading, bundle: Bundle, item: Sum) -> bool:
    """Whether the clause says that a sum is spent in one year: `올해 항만에 300억원을 투입한다`."""
    text, sentence = reading.document.text, bundle.sentence
    words = text[max(sentence.start, item.start - 50) : item.start]
    year = _ONE_YEAR.search(words)
    return (
        year is not None
        and _NOT_ONE.search(words, year.start()) is None
        and _IS_SPENT.match(text, item.end) is not None
    )


def is_of_state(reading: Reading, bundle: Bundle, item: Sum) -> bool:
    """Whether the sentence says that a sum stands in the state's budget."""
    words = reading.document.text[bundle.sentence.start : item.start]
    return _STATE.search(words) is not None


def allotted(reading: Reading, sentence: Sentence, item: Sum) -> bool:
    """Whether a list says that its sums are one year's: `올해 배정액은 △A 5억 △B 3억`."""
    text = reading.document.text
    opening = re.search(f"[{POINTS}]", text[sentence.start : item.start])
    if opening is None:
        return False
    return _ALLOTTED.search(text, sentence.start, sentence.start + opening.start()) is not None
