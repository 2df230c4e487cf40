"""Sums of money in Korean text, exact to the won, by one regular expression on the text.

`4629억5000만 원`, `1조 4,000억원`, `4천300억`, `1억6천만 달러`, `490,000,000원`, `1.5조`. A sum
without `원` counts where it reaches `억` or `조` and no counted thing follows: `3820억` is money,
`1000억 개` is not. Where the text gives no number (`수백억`), there is no sum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from graph.values import Approximation, Money


@dataclass(frozen=True, slots=True)
class MoneySpan:
    """A sum and where it stands: from its first digit to its currency, hedges left out.

    Of a range (`50억~60억원`) `money` is the lower end, `upper` the upper one, and the span covers
    both. `text[start:end]` is what `money.as_written` says.
    """

    start: int
    end: int
    money: Money
    upper: Money | None = None


_PLAIN_FORMS = str.maketrans("０１２３４５６７８９，．～〜∼", "0123456789,.~~~")

_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,16})(?:\.\d{1,8})?"
_BELOW = rf"(?:{_NUMBER}|[일이삼사오육칠팔구])"
_COEFFICIENT = (
    rf"(?:{_BELOW}?천(?:\s?{_BELOW}?백)?(?:\s?{_BELOW}?십)?(?:\s?{_BELOW})?"
    rf"|{_BELOW}?백(?:\s?{_BELOW}?십)?(?:\s?{_BELOW})?"
    rf"|{_BELOW}?십(?:\s?{_BELOW})?"
    rf"|{_NUMBER}|[일이삼사오육칠팔구](?=[억조]\s?여?\s?원))"
)
_MYRIADS = {"조": 10**12, "억": 10**8, "만": 10**4}
_INNER_WON = r"원(?=\d[\d,]{0,8}천?만\s?원)"
"""`798억원4,500만원` is one sum: nothing stands between its parts."""
_LARGE = (
    rf"(?:{_COEFFICIENT}\s?여?\s?조(?:\s?{_COEFFICIENT}여?억)?(?:\s?{_COEFFICIENT}여?만)?"
    rf"|{_COEFFICIENT}\s?여?\s?억(?:(?:\s?|{_INNER_WON}){_COEFFICIENT}여?만)?)"
)
_ANY = (
    rf"(?:{_LARGE}(?:\s?{_COEFFICIENT})?|{_COEFFICIENT}여?만(?:\s?{_COEFFICIENT})?"
    rf"|(?=\d){_COEFFICIENT})"
)

_CURRENCIES = {
    "원": "KRW",
    "달러": "USD",
    "불": "USD",
    "유로": "EUR",
    "엔": "JPY",
    "위안": "CNY",
    "파운드": "GBP",
    "루피": "INR",
    "루블": "RUB",
    "즈워티": "PLN",
    "디르함": "AED",
    "링깃": "MYR",
    "호주달러": "AUD",
    "캐나다달러": "CAD",
    "싱가포르달러": "SGD",
    "홍콩달러": "HKD",
    "미국달러": "USD",
    "미달러": "USD",
    "스위스프랑": "CHF",
}
_SYMBOLS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "₩": "KRW", "￦": "KRW"}
_NAMES = "|".join(sorted((name for name in _CURRENCIES if name not in ("원", "불")), key=len)[::-1])

_LONGEST_FIRST = sorted(_CURRENCIES, key=len, reverse=True)

_PARTICLE = r"[을를은는이가의에도과와로]"
_WON = r"원(?!칙|소|인(?:으로|을|은|이|에)|형|자(?:력|재)|심|료|천|점|년|문|본|전)"
_CURRENCY = rf"(?:{_WON}|(?:{_NAMES})(?!지니어|진|드|터|트|본드|화\s?값)|불(?=[,.)\s]|$))"
_COUNTED = (
    r"(?:(?:여|개)?\s?(?:개|명|톤|평|가구|세대|건|배|주|장|병|마리|그루|권|편|회|번|년|살|뷰|리터"
    r"|송이|사람|인구|배럴|셀|바이트|비트|화소|픽셀|토큰|매개변수|파라미터|도스|회분|인분|페이지|곳"
    rf"|면|필지|좌|주식|교대|항|호|표)(?:{_PARTICLE}|[^가-힣]|$)|\s대(?:{_PARTICLE}|[^가-힣]|$)"
    r"|여?\s?(?:㎡|㎥|㎏|㎾|㎿|㎞|ℓ|%|％|[A-Za-z]{1,4}(?![A-Za-z])))"
)
_BARE = rf"{_LARGE}여?(?!\s?{_COUNTED})(?![제울새압류측]|\d|\s\d+교대|\s?{_COEFFICIENT}여?만)"
_WITH_CURRENCY = rf"{_ANY}여?\s?(?:여\s?)?{_CURRENCY}"
_UNIT = rf"(?:[조억원불]|{_NAMES})"
_HAS_UNIT = re.compile(_UNIT + r"|[$€£₩￦]")
_SUM = re.compile(
    r"(?<![\d.,제])(?:(?=\d)|(?<![가-힣])(?=[일이삼사오육칠팔구]?[십백천]"
    r"|[일이삼사오육칠팔구][억조]))"
    rf"(?=[\d,.\s만천백십일이삼사오육칠팔구여대~\-–]{{0,400}}{_UNIT})"
    rf"(?:(?P<lower>{_LARGE}|{_COEFFICIENT}만|{_COEFFICIENT})(?:여|대)?\s?(?:원)?\s?[~\-–]\s?)?"
    rf"(?P<sum>(?:{_WITH_CURRENCY}|{_BARE}))"
)
"""Its third line follows from the rest, and refuses years and counts at once."""
_SYMBOL_SUM = re.compile(
    rf"(?P<symbol>US\$|[$€£₩￦])\s?(?P<sum>(?:{_LARGE}|{_COEFFICIENT}만|{_NUMBER}))"
    r"(?![\d가-힣A-Za-z])"
)

_BEFORE = re.compile(r"(약|대략|어림잡아|줄잡아|최소|적어도|최대|최고|많게는|적게는)\s?$")
_AFTER = re.compile(
    r"\s?(?:(?P<about>여|가량|안팎|규모|정도|내외|남짓|쯤|선(?=[을에의이])|수준|상당)"
    r"|(?P<from>대(?![가-힣])|대[의를에로가인]|대\s|이상)"
    r"|(?P<most>이하|이내|한도)|[이을를가]?\s?(?P<more>넘|초과|웃도|웃돌|상회|훌쩍)"
    r"|[에을를]?\s?(?:(?P<less>미만|못\s?미치|못미치|밑도|밑돌|하회|육박)))"
)
_HEDGES = {
    "약": Approximation.ABOUT,
    "대략": Approximation.ABOUT,
    "어림잡아": Approximation.ABOUT,
    "줄잡아": Approximation.ABOUT,
    "최소": Approximation.AT_LEAST,
    "적어도": Approximation.AT_LEAST,
    "적게는": Approximation.AT_LEAST,
    "최대": Approximation.AT_MOST,
    "최고": Approximation.AT_MOST,
    "많게는": Approximation.AT_MOST,
}
_HEDGE_GROUPS = {
    "about": Approximation.ABOUT,
    "from": Approximation.AT_LEAST,
    "most": Approximation.AT_MOST,
    "more": Approximation.MORE_THAN,
    "less": Approximation.LESS_THAN,
}
"""`12조원대` lies at or above 12조, so `대` is AT_LEAST; `육박` and `못 미치는` are LESS_THAN."""


_ARTICLE = re.compile(r"\d{1,3}\s?조")
_OF_LAW = re.compile(r"(?:(?<!방)법|법률|령|조례|규칙|협정|헌법|약관|규정)(?:[’'」』>]| 제)?\s?$")
_OF_ARTICLE = re.compile(r"\s?(?:제?\d{1,2}항|의\d|에 (?:따[라른]|근거|의[하해거]|규정|명시))")
"""What tells the article of an act, `국가재정법 38조`, from a sum."""


def find_money(text: str, start: int = 0, end: int | None = None) -> list[MoneySpan]:
    """The sums in `text[start:end]`, in order.

    >>> [span.money.amount for span in find_money("국비 292억·도비 1조 4,000억원, 1000억 개")]
    [29200000000, 1400000000000]
    """
    stop = len(text) if end is None else end
    plain = text[start:stop]
    if _HAS_UNIT.search(plain) is None:
        return []
    plain = plain.translate(_PLAIN_FORMS)
    found = [span for match in _SUM.finditer(plain) if (span := _read(text, plain, match, start))]
    if any(symbol in plain for symbol in "$€£₩￦"):
        found.extend(
            span
            for match in _SYMBOL_SUM.finditer(plain)
            if (span := _read(text, plain, match, start))
        )
        found.sort(key=lambda span: span.start)
        found = [
            span
            for before, span in zip([None, *found], found, strict=False)
            if before is None or span.start >= before.end
        ]
    return found


def _read(text: str, plain: str, match: re.Match[str], offset: int) -> MoneySpan | None:
    written = match["sum"]
    groups = match.groupdict()
    symbol = groups.get("symbol")
    currency = _SYMBOLS[symbol] if symbol else _currency_of(written)
    amount = amount_of(written)
    if amount is None or _is_article(plain, match, written):
        return None
    start = offset + match.start()
    end = offset + match.end()
    hedge = _hedge(plain, match.start(), match.end(), written)
    lower_text = groups.get("lower")
    if lower_text is not None:
        lower = _lower_amount(lower_text, written)
        if lower is None or lower >= amount:
            start = offset + match.start("sum")
        else:
            as_written = text[start:end]
            return MoneySpan(
                start,
                end,
                Money(lower, currency, hedge, as_written),
                Money(amount, currency, hedge, as_written),
            )
    return MoneySpan(start, end, Money(amount, currency, hedge, text[start:end]))


def _is_article(plain: str, match: re.Match[str], written: str) -> bool:
    """Whether `38조` is an article of an act."""
    if not _ARTICLE.fullmatch(written):
        return False
    before = plain[max(0, match.start() - 8) : match.start()]
    return _OF_LAW.search(before) is not None or _OF_ARTICLE.match(plain, match.end()) is not None


def _currency_of(written: str) -> str:
    for name in _LONGEST_FIRST:
        if written.endswith(name):
            return _CURRENCIES[name]
    return "KRW"


_PART = re.compile(rf"({_COEFFICIENT})\s?여?\s?([조억만]?)")
_DIGIT = re.compile(rf"({_BELOW})?\s?([천백십]?)")
_TENS = {"천": 1000, "백": 100, "십": 10, "": 1}
_WORDS = {word: value for value, word in enumerate("일이삼사오육칠팔구", 1)}


def amount_of(written: str) -> int | None:
    """The whole number that Korean digits and units write; None where there is none above zero.

    >>> amount_of("4629억5000만 원"), amount_of("1.5조"), amount_of("천만원"), amount_of("0원")
    (462950000000, 1500000000000, 10000000, None)
    """
    plain = written.translate(_PLAIN_FORMS)
    total: int | Fraction = 0
    for part in _PART.finditer(plain):
        total += _coefficient(part[1]) * _MYRIADS.get(part[2], 1)
    return int(total) if total > 0 and total.denominator == 1 else None


def _coefficient(written: str) -> int | Fraction:
    total: int | Fraction = 0
    for part in _DIGIT.finditer(written):
        if not part[0].strip():
            continue
        digits = part[1]
        value: int | Fraction = 1
        if digits is not None:
            plain = digits.replace(",", "")
            value = _WORDS.get(digits) or (Fraction(plain) if "." in plain else int(plain))
        total += value * _TENS[part[2]]
    return total


_FIRST_NUMBER = re.compile(_NUMBER)


def _lower_amount(lower: str, upper: str) -> int | None:
    """The lower end of a range; a bare number takes the unit of the upper end: `50~60억`."""
    if any(unit in lower for unit in "조억만"):
        return amount_of(lower)
    if _FIRST_NUMBER.fullmatch(lower):
        return amount_of(_FIRST_NUMBER.sub(lower, upper, count=1))
    unit = next((unit for unit in "조억만" if unit in upper), "")
    return amount_of(lower + unit)


def _hedge(plain: str, start: int, end: int, written: str) -> Approximation | None:
    before = _BEFORE.search(plain, max(0, start - 6), start)
    said = _HEDGES[before[1]] if before else None
    after = _AFTER.match(plain, end)
    if after:
        group = after.lastgroup or "about"
        said_after = _HEDGE_GROUPS[group]
        if said is None or (said is Approximation.ABOUT and group != "about"):
            said = said_after
    if said is None and "여" in written:
        said = Approximation.ABOUT
    return said
