"""Which sums of a sentence are budgets, of what kind, paid by whom; and which belong together.

`국비 170억·도비 40억 등 모두 210억원` is one bundle: shares and their total have one project.
Exports, sales, effects, values, debts, differences and prices are none. Of what is left, a cue of
spending (`사업비`, `총`, `투입`, `들여`, a payer …) or a project's name makes a sum surer, for in
this kind of news a large sum without any cue is nearly always spent on something (`81억원을 쓴다`,
`2112억원이 … 몫이다`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from extractors.document import Sentence
from extractors.money import MoneySpan, find_money
from extractors.money_context import MoneyRole, money_role
from extractors.points import POINTS
from extractors.reading import Reading, once_a_sentence
from extractors.relations.budget_else import SPENT_BEFORE, is_else
from extractors.relations.budget_payers import MIXED, PAYER, PAYER_BEHIND, PAYERS, own_payer
from graph.model import BudgetKind, EntityType, Funder
from graph.values import Money

_RAISED = re.compile(r"에서 ?(?:약 )?[0-9][^.]{0,14}?[을를] (?:더한|보탠|얹은|늘린) ")
_FROM = re.compile(r" ?원?(?:대|여|가량)?에서 (?:약 |총 )?")
"""What stands between two sums of which the first becomes the other: `1조원에서 2조원으로`."""
_RAISED_BY = re.compile(r"[을를] (?:더한|보탠|얹은|늘린) ")
"""Parts of a sum that is told whole: `240억원에서 57억원을 더한 297억원`."""
_WISHED = re.compile(
    r"^[을를이가은는의 ]{0,2}(?:규모의 [^.,]{1,20}[을를] )?(?:건의|요청|요구|신청)|"
    r"^(?:가량|여)?(?: ?이상)?[이가을를]? ?(?:[가-힣]{2,3}(?:이|가|으로|로) |더 )?"
    r"(?:필요(?:할 것으로|하다[고는며])|있어야 (?:한다|할)|바란다|바라고)"
)
_SPENT_AFTER = re.compile(
    r"^(?:가량|정도|안팎|남짓|여)?\s?(?:\([^()]*\))?(?:이상|규모|상당)?\s?(?:을|를|이|가|의|로|"
    r"으로|은|는|도)?\s?(?:더|새로|추가로|각각|함께|모두|직접)?\s?"
    r"(?:규모|투입|들여|들인|들이|들어|드는|들[인일였]|쏟|투자|투자해|지원|확보|편성|반영|책정|"
    r"배정|출자|출연|대고|댄|대는|부담|보태|짜리|담겼|따[냈낸내]|"
    r"받|마련|조성|써|쓰|넣|배분|집행|조달|확정|증설|상당의|댈|끌어|든다|든 |들었|드는|필요|"
    r"소요|[0-9]+|(?:기업|민간|추가|신규|국내외) 투자|불[었어]|커[졌지]|낮아|올라|늘[었어]|"
    r"줄[었어]|확대|증액|조정|계획|몫|건의|요[청구]|신청)"
)
_TOTAL_BEFORE = re.compile(
    r"(?:총|모두|전체|합쳐|합친|더한|더해|등|포함해|포함한|총사업비[는은이가]?|합해|합계|"
    r"아울러)\s?(?:약\s?)?$"
)
_SECURED = re.compile(r"^[가-힣 ]{0,14}?(?:확보|따[냈낸내]|유치했)")
_ANNUAL_BEFORE = re.compile(
    r"(?:(?:올해|내년|금년|지난해|\d{4}년도?|첫해)(?!까지|부터|간)"
    r"[가-힣 ]{0,8}(?<!총)(?:예산|사업비|국비|추경)|"
    r"예산안에|설계비|용역비|첫해)[가-힣 ]{0,10}$"
)
_ANNUAL_AFTER = re.compile(
    r"^[이가을를은는 ]{0,2}(?:[가-힣 ]{0,10})?(?:편성|반영|책정|배정|담겼|담긴)"
)
_SUPPORT_AFTER = re.compile(r"^(?:까지|씩|을|를|의|까지를)?\s?(?:[가-힣]{2,6} ){0,2}?(?:지원|보조)")
_SUPPORT_BEFORE = re.compile(
    r"(?:업체당|기업당|곳당|개사에|기업에|업체에|기업 한 곳|최대|최고)[가-힣0-9 ]{0,10}$"
)
_NUMBER = r"[0-9][0-9,]*(?:\.[0-9])?(?=[,·ㆍ)/ ])"
_OF = r"국비|도비|시비|군비|구비|지방비|민자|민간|자부담|자담|융자|기금|기타"
_BARE_SHARE = re.compile(rf"(?P<payer>{_OF}) ?(?P<number>{_NUMBER})")
_BARE = re.compile(
    rf"\((?:(?:{_OF}) ?{_NUMBER}[,·ㆍ/ ]*)+(?:(?:{_OF}) ?[0-9][0-9,]*(?:\.[0-9])?억 ?원?)?\)"
)
_IN_KIND = re.compile(r"\(현금 [^()]*$")
"""A share told apart again into cash and kind: `지방비 102억원(현금 63억원, 현물 39억원)`."""
_PAYER = r"(국비|도비|시비|군비|지방비|민자)"
_TWO_PAYERS = re.compile(rf"{_PAYER}(?:와|과|[·ㆍ,]) ?{_PAYER}[가이은는를을도]? (?:각각 )?$")
_LARGE = 10**8
_RANGE = re.compile(r"[~∼～〜]")
"""A sum of this sort is between two, as each of many gets: `사업당 5~16억원`."""
_CONVERTED = re.compile(
    r"(?:[억만조] ?원?|달러|유로|엔|위안|파운드)(?:, (?=우리 돈|한화|원화)|\s?\()"
    r"(?:한화 |우리 돈 |우리 돈으로 |한화로 |원화로 |원화 )?(?:로 )?"
    r"(?:약 )?$"
)
_BROKEN_DOWN = re.compile(
    r"^(?:가량|여)?\s?\((?:총 )?(?:국비|도비|시비|군비|지방비|민자|민간|국고)"
)
_LISTED = re.compile(
    r"^(?:을|를|이|가)?(?:,|과|와|[·ㆍ]) ?[^.]{0,44}?\d[^.]{0,14}?(?:투자|투입|들[여이인어]|쏟|"
    r"지원|반영|편성|담)"
)
_INVESTED = re.compile(
    r"^(?:가량|여)?의? ?(?:규모의 )?(?:기업|민간|추가|신규|국내외)? ?"
    r"투자(?:[가를액는 ]|협약|유치|계획)"
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that is a budget; `cued` where a word or a name beside it says so.

    `bodies` are those that pay it, where they are named.
    """

    start: int
    end: int
    money: Money
    kind: BudgetKind
    source: Funder | None = None
    cued: bool = True
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """Sums with one project: a total and its shares, from the first payer's name on."""

    sums: tuple[Sum, ...]
    start: int
    end: int
    sentence: Sentence

    @property
    def only_shares(self) -> bool:
        """Whether it has no total of its own."""
        return all(item.kind is BudgetKind.SHARE for item in self.sums)


@once_a_sentence
def bundles(reading: Reading, sentence: Sentence) -> list[Bundle]:
    """The bundles of a sentence in order."""
    text = reading.document.text
    spans = [
        span
        for span in find_money(text, sentence.start, sentence.end)
        if not _RANGE.search(span.money.as_written)
    ]
    if not spans:
        return []
    found: list[Bundle] = []
    previous_end = sentence.start
    left_out = False
    for index, span in enumerate(spans):
        limit = spans[index + 1].start if index + 1 < len(spans) else sentence.end
        before = text[max(previous_end, span.start - 45) : span.start]
        after = text[span.end : min(limit, span.end + 30)]
        far_after = text[span.end : min(sentence.end, span.end + 70)]
        if _is_raised(before, far_after) or (
            index
            and (
                _is_converted(text, spans[index - 1], span)
                or _IN_KIND.search(text, sentence.start, span.start)
            )
        ):
            previous_end = span.end
            continue
        beside = _is_beside_a_name(reading, text, span.start)
        spent = not is_else(before, after)
        own = own_payer(reading, sentence, span.start, span.end) if spent else None
        item = _budget(span, before, after, far_after, beside=beside)
        if item is None and _is_spent(text, sentence, span, before, after):
            item = Sum(span.start, span.end, span.money, _kind(before, after), cued=False)
        payer = None if MIXED.search(before) else PAYER.search(before)
        start = span.start - (len(before) - payer.start()) if payer else span.start
        if own is not None and payer is None:
            start = min(own.start, span.start)
            item = Sum(
                span.start, span.end, span.money, BudgetKind.SHARE, own.source, bodies=own.bodies
            )
        between = text[previous_end : span.start]
        previous_end = span.end
        if item is None and _follows(found, between, spans[index - 1].end if index else -1):
            item = replace(found[-1].sums[-1], start=span.start, end=span.end, money=span.money)
        if item is None or (left_out and _FROM.fullmatch(between)):
            left_out = True
            continue
        left_out = False
        if found and _joined(reading, found[-1], between, item, start):
            last = found[-1]
            found[-1] = replace(last, sums=(*last.sums, item), end=span.end)
        else:
            found.append(Bundle((item,), start, span.end, sentence))
        found[-1] = _with_double_payer(found[-1], item, text, before, span.end)
        if own is not None and payer is None and own.beside is not None:
            as_much = replace(item, source=own.beside, bodies=())
            found[-1] = replace(found[-1], sums=(*found[-1].sums, as_much))
        bare = tuple(_bare_shares(text, span, sentence.end))
        if bare:
            found[-1] = replace(found[-1], sums=(*found[-1].sums, *bare), end=bare[-1].end)
    found = _added_up(found)
    return _all_won(text, sentence, [_settled(bundle, text) for bundle in found])


def _added_up(found: list[Bundle]) -> list[Bundle]:
    """Bundles one of which is the sum of those before it, shares among them, are one.

    So `국비 40억원, 청양대 10억원 등 50억원` has two shares.
    """
    for last in range(1, len(found)):
        whole = found[last].sums[-1]
        for first in range(last - 1, -1, -1):
            parts = [item for bundle in found[first : last + 1] for item in bundle.sums][:-1]
            if sum(part.money.amount for part in parts) != whole.money.amount:
                continue
            if not any(part.kind is BudgetKind.SHARE for part in parts):
                continue
            shares = (replace(part, kind=BudgetKind.SHARE) for part in parts)
            joined = Bundle((*shares, whole), found[first].start, whole.end, found[last].sentence)
            return [*found[:first], joined, *_added_up(found[last + 1 :])]
    return found


def _all_won(text: str, sentence: Sentence, found: list[Bundle]) -> list[Bundle]:
    """In a bulleted list that ends in `확보했다`, every item was won."""
    if len(found) < 2 or not re.search(f"[{POINTS}]", text[sentence.start : found[-1].start]):
        return found
    if any(item.kind is not BudgetKind.SECURED for item in found[-1].sums):
        return found
    return [
        replace(bundle, sums=tuple(replace(item, kind=BudgetKind.SECURED) for item in bundle.sums))
        if len(bundle.sums) == 1
        else bundle
        for bundle in found
    ]


def _follows(found: list[Bundle], between: str, previous: int) -> bool:
    """Whether a sum is the next in a plain list, right behind one that counts."""
    return (
        bool(found)
        and found[-1].end == previous
        and found[-1].sums[-1].kind is not BudgetKind.SHARE
        and re.fullmatch(r"(?:을|를)?(?:,|과|와|[·ㆍ]) ?", between) is not None
    )


def _is_beside_a_name(reading: Reading, text: str, start: int) -> bool:
    for occurrence in reading.within(
        max(0, start - 50), start, {EntityType.PROJECT, EntityType.COMPANY}
    ):
        gap = text[occurrence.end : start]
        if re.fullmatch(
            r"[’'”\"」』]*(?: ?(?:사업|구축|조성|개발|건립))*(?:\([^()]*\))?(?:에|에는|은|는|"
            r"이|가)?\s?\(?\s?(?:총 ?)?",
            gap,
        ):
            return True
    return False


def _budget(span: MoneySpan, before: str, after: str, far: str, *, beside: bool) -> Sum | None:
    """The sum as a budget, or None where it is none; `far` looks past the next sum."""
    if is_else(before, after):
        return None
    payer = PAYER_BEHIND.search(after)
    if payer is None and not MIXED.search(before):
        payer = PAYER.search(before)
    if payer:
        index = next(i for i in range(len(PAYERS)) if payer.groupdict().get(f"p{i}"))
        return Sum(span.start, span.end, span.money, BudgetKind.SHARE, PAYERS[index][0])
    spent = any(cue.search(far) for cue in (_SPENT_AFTER, _LISTED, _BROKEN_DOWN))
    if not (spent or beside or SPENT_BEFORE.search(before[-26:])):
        return None
    return Sum(span.start, span.end, span.money, _kind(before, after))


def _is_converted(text: str, before: MoneySpan, span: MoneySpan) -> bool:
    """Whether a bracket says the sum before it in another currency: `3억유로(약 4천300억원)`."""
    return (
        before.money.currency != span.money.currency
        and _CONVERTED.search(text, before.start, span.start) is not None
    )


def _is_raised(before: str, after: str) -> bool:
    """Whether a sum was raised to another one, which counts instead, or is what that is more."""
    by = before.endswith("에서 ") and _RAISED_BY.match(after) is not None
    return by or _RAISED.match(after) is not None


def _is_spent(text: str, sentence: Sentence, span: MoneySpan, before: str, after: str) -> bool:
    """Whether a large sum without a cue of spending is nothing else either."""
    if span.money.currency == "KRW" and span.money.amount < _LARGE:
        return False
    if is_else(before, after):
        return False
    role = money_role(text, sentence.start, sentence.end, span)
    return role in {MoneyRole.BUDGET, MoneyRole.OTHER}


def _kind(before: str, after: str) -> BudgetKind:
    """What a sum without a payer is to its project."""
    if _WISHED.search(after):
        return BudgetKind.OTHER
    if _ANNUAL_BEFORE.search(before) or _ANNUAL_AFTER.search(after):
        return BudgetKind.ANNUAL
    if _SUPPORT_BEFORE.search(before) and _SUPPORT_AFTER.search(after):
        return BudgetKind.SUPPORT
    if re.search(r"투자 ?(?:규모)?[는은가액금]", before[-30:]) or _INVESTED.search(after):
        return BudgetKind.INVESTMENT
    if _SECURED.search(after) and "사업비" not in before:
        return BudgetKind.SECURED
    return BudgetKind.TOTAL


def _joined(reading: Reading, last: Bundle, between: str, item: Sum, start: int) -> bool:
    """Whether a sum goes with the bundle before it."""
    if len(between) > 32 or reading.within(last.end, item.start, {EntityType.PROJECT}):
        return False
    if re.search(rf"[.;{POINTS}]|다\. ", between):
        return False
    if item.kind is BudgetKind.SHARE:
        return bool(
            re.fullmatch(
                r"(?:가량|여)?(?:\)|규모|을|를|이|가|은|는|으로|로|과|와|에|의|등|중|가운데|"
                r"이 중|투입|포함|된다|되며|,|\(|[·ㆍ+/]|\s|인데|이며|이고|다)*",
                between[: len(between) - (item.start - start)],
            )
        )
    if any(other.kind is BudgetKind.SHARE for other in last.sums):
        return _TOTAL_BEFORE.search(between) is not None
    return re.fullmatch(r"(?:을|를)?(?:,|과|와|[·ㆍ]) ?", between) is not None


def _with_double_payer(bundle: Bundle, item: Sum, text: str, before: str, end: int) -> Bundle:
    """`국비와 시비 200억 원씩` and `국비와 시비가 200억 원씩` are two shares."""
    match = _TWO_PAYERS.search(before)
    if not match or not (text.startswith("씩", end) or "각각" in match[0]):
        return bundle
    shares = (
        replace(
            item,
            kind=BudgetKind.SHARE,
            source=next(funder for funder, words in PAYERS if re.fullmatch(words, payer)),
        )
        for payer in match.groups()
    )
    return replace(bundle, sums=(*bundle.sums[:-1], *shares))


def _bare_shares(text: str, span: MoneySpan, end: int) -> Iterator[Sum]:
    """The shares in a bracket that leave their unit to the total: `86억원(국비60, 지방비26)`.

    Or to the last of them: `86억원(국비 60, 지방비 26억원)`.
    """
    bracket = _BARE.match(text, span.end, end)
    if bracket is None or "억" not in span.money.as_written:
        return
    for match in _BARE_SHARE.finditer(text, bracket.start(), bracket.end()):
        source = next(
            (funder for funder, words in PAYERS if re.fullmatch(words, match["payer"])), None
        )
        written = match["number"]
        money = Money(
            int(Fraction(written.replace(",", "")) * 10**8), span.money.currency, None, written
        )
        yield Sum(match.start("number"), match.end("number"), money, BudgetKind.SHARE, source)


def _settled(bundle: Bundle, text: str) -> Bundle:
    """Shares that were won and have no total are secured money; so is their kind mended."""
    if not bundle.only_shares:
        return bundle
    after = text[bundle.end : min(bundle.sentence.end, bundle.end + 20)]
    before = text[max(bundle.sentence.start, bundle.start - 14) : bundle.start]
    won = _SECURED.search(after) or re.search(r"(?:따낸|확보한|확보된) $", before)
    if len(bundle.sums) == 1 and won:
        return replace(
            bundle, sums=tuple(replace(item, kind=BudgetKind.SECURED) for item in bundle.sums)
        )
    if len(bundle.sums) == 1 and _ANNUAL_AFTER.search(after):
        return replace(
            bundle, sums=tuple(replace(item, kind=BudgetKind.ANNUAL) for item in bundle.sums)
        )
    return bundle
