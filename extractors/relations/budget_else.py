"""Sums that are no budgets by what stands beside them: sales, effects, differences, marks."""

from __future__ import annotations

import re

_REPEATED = re.compile(
    r"(?:보다|연|매년|연간|해마다|(?<![0-9])월|하루|목표인|목표였던|목표액인?)\s?$"
)
_NOT_SPENT = re.compile(
    r"과징금|취득세|재산세|법인세|지방세|매출|수출|효과|유발|수주|생산액|부가가치|영업이익|순이익|"
    r"시장 ?규모|시가총액|절감|손실|적자|흑자|이자|"
    r"수익|이익금|상금|과태료|벌금|연봉|소득|거래액|체납|배당|자산|지분|채권|임대료|보증금|"
    r"세수|예치|판매액|빚|부채|낮[추은아]|기업가치|[치]른 값|값[은이을]|가격|인수 ?대금|시세|단가"
)
_TASK = re.compile(
    r"[가-힣 ·]{0,8}(?:사업|단지|센터|거래소|플랫폼|시설|지구|특구|공장)"
    r"[’'”\"」』]?(?:에는?|은|는|이|가|을|를|의|도|,|\()? ?$"
)
"""What goes on from such a word where it is part of a name: `자동차 수출복합단지에는 1천억원`."""
_SPENDS = re.compile(
    r"^(?:여|가량|정도|쯤)?(?:의 (?:예산|사업비|자금))?[을를] (?:더 |새로 |추가로 )?"
    r"(?:들[여이인일]|투입|투자|쏟|써[서 ]|지원)"
)
"""Behind a sum that is spent, whatever on: `1천억원을 들여 수출단지를 짓는다`."""
_DIFFERENCE = re.compile(
    r"^(?:을|를|이|가|원|만|정도|가량|여|남짓|쯤| |, ?[0-9.]+%|\([0-9.]+%\))*"
    r"(?:늘[고어었]|줄[고어었]|증액|감액|증가|감소|불[어었]|커[졌진지]|더 얹|앞[지질]|"
    r"많[은아다]|적[은어다]|깎|삭감|초과|웃[도돌]|넘[는긴어겼기]|[↑↓]|[▲▼] ?[0-9]|"
    r"(?:규모의? )?시장|시대)"
)
_MARK = re.compile(
    r"^(?:가량|여)?(?:원)?(?:을 (?:향해|채[우운웠])|에 (?:못 미|다가)|(?:의|을)? ?고지|"
    r"(?:이)?라는 (?:[가-힣]{2,6} ){0,2}목표| ?규모로 (?:키[우운울]|성장)|대(?:는|를|에) |"
    r"(?:을|를)? ?(?:[가-힣]{2,4} )?갚|의 생산(?:이|을|과|[ ,·])|"
    r"어치 [가-힣 ]{0,6}(?:계약|수출|주문))"
)
"""What is a mark to be reached, an effect or a debt: `1조원을 채운다`, `4000억원 규모로 키운다`."""
_DRAWN = re.compile(r"투자 ?유치(?:액| 실적)?(?:은|는|이|가)? ?$")
_RESULT = re.compile(r"^(?:,|의|을|이|와|과|[·ㆍ]).{0,24}(?:성과|실적|고용|효과)")
_COST = re.compile(r"(?:사업비|공사비|예산) ?(?:총 |약 )?$")
SPENT_BEFORE = re.compile(
    r"사업비|공사비|구축비|건립비|예산|자금|기금|투자금|투자액|투자비|총액|총|모두|전체|합계|"
    r"합쳐|더한|등|(?<!시장)(?<!매출)(?<!수출)(?<!시장 )(?<!매출 )(?<!수출 )규모|"
    r"포함해|포함한|투자[는은가액]|투자 규모|국비|들어가는 돈|재원|비용|"
    r"용역비|설계비|펀드|지원금|연구비|출연금"
)


_CAP = re.compile(r"^(?:원)?(?:을|를)? ?(?:이내|이하|한도)(?:의|에서|로|까지|[ ,.])")
"""The most that one of many may get: `3억원 이내의 보조금`."""
_AIM = re.compile(
    r"^(?:원)?(?:을|를|의)? ?(?:달성|돌파|시대|고지)(?:[을를이가]? ?(?:위|목표|도전|눈앞|열|향)|$)"
)
"""How much shall be reached one day: `국비 10조 원 달성 목표`."""


_BROUGHT = re.compile(
    r"^(?:가량|여)?(?:의 (?:[가-힣]{2,4} )?투자)?[이가] (?:날 것|생길|뒤따르|뒤따를|일어날|발생할)"
)
"""What shall come of a project: `직접투자 3천억원이 생길 것으로 본다`."""
_DRAWN_IN = re.compile(
    r"(?:받은|유치한|이끌어 ?낸|끌어 ?낸) 투자(?:금|액)?[는은가이]? ?(?:모두 |총 )?$"
)
"""What others put into tenants: `입주기업이 받은 투자는 300억원`."""
_GRADE = re.compile(r"(?:[A-Z]|최우수|우수|상위|하위) ?등급(?:에|은|에는)? ?$")
"""What every one of a grade gets: `S등급 88억원`."""
_SOLD = re.compile(r"^(?:가량|여)?(?:어치)?(?:\([^()]*\))?[을를]? ?(?:사 간|사들인|수주)")
_NEARLY = re.compile(r"^(?:원)?에 (?:가까운|육박하는|이르는) (?:총|모두) [0-9]")
"""A round sum that the exact one follows: `100억원에 가까운 총 97억원`."""
_ELSE_AFTER = (_BROUGHT, _SOLD, _NEARLY)
_ELSE_BEFORE = (_DRAWN_IN, _GRADE)


def is_else(before: str, after: str) -> bool:
    """Whether the words beside a sum say that it is sales, an effect or a difference."""
    if _is_not_spent(before[-22:]) and not SPENT_BEFORE.search(before[-8:]):
        return True
    if any(cue.match(after) for cue in _ELSE_AFTER):
        return True
    if any(cue.search(before) for cue in _ELSE_BEFORE):
        return True
    if _DRAWN.search(before) and _RESULT.search(after):
        return True
    return bool(
        (_NOT_SPENT.search(after[:12]) and not _SPENDS.match(after))
        or _DIFFERENCE.search(after)
        or _CAP.match(after)
        or _AIM.match(after)
        or (_MARK.search(after) and not _COST.search(before))
        or _REPEATED.search(before)
    )


def _is_not_spent(before: str) -> bool:
    """Whether a word before a sum, and not one of a task's name, says that nobody spends it."""
    return any(_TASK.match(before, word.end()) is None for word in _NOT_SPENT.finditer(before))
