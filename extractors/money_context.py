"""What a sum of money is in its sentence: a budget, an effect, sales, a value, a debt."""

from __future__ import annotations

import re
from enum import StrEnum

from extractors.money import MoneySpan


class MoneyRole(StrEnum):
    """What a sum stands for; OTHER where its clause does not tell."""

    BUDGET = "budget"
    EFFECT = "effect"
    SALES = "sales"
    VALUE = "value"
    DEBT = "debt"
    OTHER = "other"


_CUES = re.compile(
    r"(?P<effect>(?:생산|부가가치|고용|소득|경제(?:적)?|파급|세수|취업)\s?(?:유발|파급|창출|증대)|유발\s?효과|파급\s?효과"
    r"|경제\s?(?:적\s)?효과|부가가치|경제\s?유발|생산\s?효과|비용\s?절감|절감\s?효과|편익)"
    r"|(?P<sales>수출(?!\s?(?:지원|상담|용|기업|규제|산업|바우처|통제|단지|신용|입))|매출|판매(?:액|고)|생산액|수주|영업\s?이익|순이익"
    r"|이익(?:금)?|수익|거래액|수입액|시장\s?규모|실적|무역\s?흑자|계약고|소득)"
    r"|(?P<value>기업\s?가치|시가\s?총액|시총|자산|몸값|공시지가|감정가|분양가|보상가|매각가|평가액|가치(?:가|를|는|로))"
    r"|(?P<debt>부채|빚|대출|이자|채무|차입|융자|적자|손실|피해(?:액)?|체납|과징금|벌금|손해|관세|추징|배상|보상금)"
    r"|(?P<budget>사업비|예산|국비|도비|시비|군비|구비|지방비|민자|국고|재정|투입|투자|들여|들인|들이|들어|든다|드는|쏟|쏜다|붓"
    r"|확보|출자|펀드|기금|공사비|건립비|설계비|용역비|개발비|구축비|지원|배정|편성|반영|투자비|조성|건립|구축|사업|보조금"
    r"|교부세|출연|자부담|부담|증설|신설|넣어|넣는|써서|쓴다|풀어|푼다|대\s?준|보탠|보태|받는다|받아|따내|따냈|자본금)"
)
_CLAUSE = re.compile(r"[.!?]\s|[,;]\s|(?:고|며|지만|으나|는데|면서)\s|[◇○□■▲△▷▶]")

LEFT = 40
RIGHT = 24
LIST = 160
"""How many characters beside the sum are asked; LIST where it stands in a list of sums."""


def money_role(text: str, sentence_start: int, sentence_end: int, span: MoneySpan) -> MoneyRole:
    """What `span` stands for in its sentence, by the nearest word that tells.

    What follows decides first where the sum leans on it (`2조원대 생산유발효과`), then what stands
    before in the same clause (`수출 173억 달러`), then what the list that it stands in ends in.
    OTHER does not say that it is no budget: callers leave out what another role claims.

    >>> from extractors.money import find_money
    >>> text = "생산유발 6천억원의 효과를 내는 이 사업에는 국비 20억원이 들어간다."
    >>> [money_role(text, 0, len(text), span).value for span in find_money(text)]
    ['effect', 'budget']
    """
    left = text[max(sentence_start, span.start - LEFT) : span.start]
    right = text[span.end : min(sentence_end, span.end + RIGHT)]
    clause_starts = [match.end() for match in _CLAUSE.finditer(left)]
    near = left[clause_starts[-1] :] if clause_starts else left
    before = list(_CUES.finditer(near))
    after = _CUES.search(right)
    stop = _CLAUSE.search(right)
    if after and stop and stop.start() < after.start():
        after = None
    if before and after:
        distance = len(near) - before[-1].end()
        leaning = re.match(
            r"\s?(?:원)?\s?(?:대|여|규모|가량|이상)?의?\s", right[: after.start() + 1]
        )
        if leaning and after.start() <= 12 and after.lastgroup != "budget":
            return MoneyRole(after.lastgroup or "other")
        return _role(before[-1] if distance <= after.start() + 4 else after)
    if before or after:
        return _role(before[-1] if before else after)
    farther = list(_CUES.finditer(left))
    if farther:
        return _role(farther[-1])
    return _role(_CUES.search(text, span.end, min(sentence_end, span.end + LIST)))


def _role(cue: re.Match[str] | None) -> MoneyRole:
    return MoneyRole(cue.lastgroup) if cue and cue.lastgroup else MoneyRole.OTHER
