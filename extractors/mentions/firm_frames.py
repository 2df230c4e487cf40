"""Frames that tell a firm whose name says nothing: what it makes, pays, builds and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions.firm_words import PAID, SHARE, SUM, TASKS
from extractors.mentions.ground import Ground, Word

MAKER = re.compile(
    r"[을를] (?:주로 |전문으로 )?(?:만드는|만들어 온|만들어 파는|생산하는|생산해 온|제조하는"
    r"|공급하는|개발하는|개발해 온|납품하는|내는|판매하는) $"
)
"""Before a name: `건축자재를 내는 나래파일은`."""
BUILDER = re.compile(
    r"(?:(?:공장|본사|연구소|생산시설|생산라인|물류센터)[을를] (?:새로 )?"
    r"(?:신설|증설|건립|준공|착공|이전)(?:한|하는|할)"
    r"|(?:산업단지|산단|지구|단지|밸리)에 (?:입주|투자)(?:한|하는|할)) $"
)
"""Before a name: `제2공장을 신설한 나래파일은`, `산단에 입주한 나래파일은`."""
KEPT = frozenset(("JKS", "JX", "JKG", "JC", "JKB", "JKO"))

AMOUNT = r"[0-9][0-9.,천백만]*(?:조|억)[^.\n,]{0,14}"
MAKES = r"(?:개발|생산|제조|납품|양산)(?:하고 있|해 왔|한다)"
RAISED = r"(?:건립|짓|지어|지을|차렸|차린|세우|세운|세웠|옮|신축|증설|신설|이전|확충)"
PREMISES = r"(?:[0-9가-힣]{0,6}공장|본사|연구소|사옥|생산시설|생산라인|물류센터)"
OWNED = r"(?:제?[0-9]?공장|생산공장|신공장|본사|자회사|계열사|합작법인|합작사|국내 법인|한국 ?법인)"
PACT = r"(?:투자(?:유치)? ?협약|투자 ?양해각서|투자에 합의)"

TOPIC = (
    (
        "called",  # `나래에너지는 두 회사가 함께 세운 회사다.`
        re.compile(
            r"[은는] (?:[^.\n]{0,50} )?[가-힣]{0,8}(?:기업|업체|회사|제조사)"
            r"(?:(?:이다|다|입니다)\.|(?:으로|로),)"
        ),
    ),
    (
        "pays",  # `나래는 335억 원을 들여`
        re.compile(
            rf"[은는이가도] (?:[^.\n,]{{0,50}} )?{AMOUNT}[을를]? ?"
            r"(?:투자(?:하|해|한)|들여|들이|쏟|쓴다|쓰기로)"
        ),
    ),
    (
        "pays",  # one of those who invest in a row: `나래는 강서구에 48억 원, …`
        re.compile(rf"[은는] [가-힣]{{2,8}}에? {AMOUNT},"),
    ),
    (
        "builds",  # `나래소재도 가람에 2공장을 건립한다`
        re.compile(
            rf"[은는이가도] (?:[^.\n,]{{0,30}} )?{PREMISES}(?:[을를도]|까지)? ?(?:새로 )?{RAISED}"
        ),
    ),
    (
        "buys",  # `나래에너지는 부지 매입을 마쳤다`
        re.compile(
            r"[은는이가도] (?:[^.\n,]{0,40} )?(?:부지|용지|공장용지) ?(?:매입|확보)"
            r"(?:을|를| 절차를)? ?(?:마[쳤치친]|끝|완료)"
        ),
    ),
    (
        "makes",  # `나래생활은 신약을 개발하고 있다`
        re.compile(rf"[은는] (?:[^.\n]{{0,60}} )?[가-힣]+[을를] {MAKES}"),
    ),
)
OWNER = (
    ("has", re.compile(rf"의 (?:[가-힣]{{1,6}} ){{0,3}}{OWNED}")),
    ("pays", re.compile(rf"의 (?:[^.\n,]{{0,30}} )?{AMOUNT}투자 ?(?:MOU|협약|양해각서)")),
)
PARTY = (
    ("signs", re.compile(rf"[와과] (?:[^.\n]{{0,40}} )?{PACT}")),
    (
        "fellow",  # `나래와 두 기업은`
        re.compile(r"[와과] (?:두|세|네|다른|[0-9]개) ?(?:기업|업체|회사|사)[은는이가] "),
    ),
)
HEAD = (
    ("consortium", re.compile(r"(?:[와과의])? 컨소시엄")),
    ("led", re.compile(r" (?:대표이사|최고경영자|공동총재|공동대표이사)(?![가-힣]{2})")),
    (
        "counted",
        re.compile(
            r" 등 (?:국내외 |국내 |해외 )?[0-9]+(?:여)?개 ?(?:업체|기업|회사|사)(?![가-힣]{2})"
        ),
    ),
)
BEHIND = {
    **dict.fromkeys("은는이가도", TOPIC),
    **dict.fromkeys("와과", PARTY + HEAD[:1]),
    "의": OWNER + HEAD[:1],
    " ": HEAD,
}
"""The frames behind a name by the letter that follows it, and the rule of each."""
HANDS = re.compile(r"[와과] (?:손잡|손을 잡|합작)")

TRADES = re.compile(r"[가-힣·\s,]{3,}")
PAYING = re.compile(r"[가-힣A-Za-z·\s]{2,}, ?[0-9][0-9.,천백만]*(?:조|억) ?원")
"""A trade and a sum in a bracket: `나래(보일러, 200억 원)`."""
NO_TRADE = re.compile(
    r"(?:왼쪽|오른쪽|가운데|사진|이하|대표|원장|회장|시장|연구원|공단|공사|제외|포함)"
)
"""What a bracket behind a name tells other than a trade."""

ITEM_BEFORE = re.compile(
    r"(?P<name>[가-힣A-Za-z0-9]{2,})\s?\([^()\n]*[0-9][^()\n]*원[^()\n]*\)\s?, $"
)
"""The item before of a list that tells the sum of each."""

TRADE = r"(?:설계|시공|감리|전기|통신|소방|건축|조경|토목|공사)[은는] "
TRADED = re.compile(TRADE)
"""What every firm that does a trade stands behind."""
TASKED = re.compile(
    rf"(?<![가-힣])(?:(?:실시|기본|건축|토목|전기) ?)?{TRADE}"
    r"(?P<firm>[가-힣A-Za-z&㈜]{2,16}?(?: (?!컨소시엄)[가-힣A-Za-z&]{2,8}?)?)"
    r"(?= ?컨소시엄|, |[이가] (?:맡|따|담당|각각|하고|수주))"
)
"""`설계는 나래건축, 시공은 다온이 맡았다`: who does one of the trades of a building."""
DOES = re.compile(r"[^.\n]{0,90}[이가] (?:각각 )?(?:맡|따[내냈]|담당|수주)")


def told(ground: Ground, position: int, word: Word) -> tuple[str, float] | None:
    """Which frame tells that a word of `ground.flat` is a firm, and how surely."""
    text = ground.text
    relative = text[max(0, word.start - 2) : word.start] in ("는 ", "온 ")
    if (
        relative
        and word.particle in KEPT
        and MAKER.search(text, max(0, word.start - 16), word.start)
    ):
        return "making", 0.7
    if word.particle in KEPT and BUILDER.search(text, max(0, word.start - 24), word.start):
        return "building", 0.7
    bracket = ground.bracket_at.get(word.end)
    end = bracket.end if bracket else word.end
    for rule, frame in BEHIND.get(text[end : end + 1], ()):
        if frame.match(text, end):
            return rule, 0.7
    if not position or word.gap != " " or not ground.flat[position - 1].bare:
        return None
    if HANDS.match(text, end) or SHARE.match(text, end):
        entries = ground.gazetteer.entries(ground.flat[position - 1].noun)
        if any(entry.level == "country" for entry in entries):
            return "abroad", 0.7
    return None


def glossed(ground: Ground, word: Word) -> tuple[str, float] | None:
    """`나래플로우(전고체 이차전지)는 160억원을 …`: a name with its trade, country or sum."""
    bracket = ground.bracket_at.get(word.end)
    if bracket is None:
        return None
    inner = ground.text[bracket.inner_start : bracket.inner_end]
    if any(entry.level == "country" for entry in ground.gazetteer.entries(inner)):
        return "abroad", 0.7
    tasked = TASKS.search(word.noun) is not None or _among_tasks(ground, word)
    if (PAID.fullmatch(inner) or PAYING.fullmatch(inner)) and not tasked:
        return "paid", 0.65
    if tasked or not TRADES.fullmatch(inner) or NO_TRADE.search(inner):
        return None
    tail = ground.text[bracket.end : bracket.end + 90].split("\n")[0]
    return ("glossed", 0.7) if word.particle.startswith("J") and SUM.search(tail) else None


def _among_tasks(ground: Ground, word: Word) -> bool:
    """Whether the item before in a list of names with sums is an undertaking's."""
    before = ITEM_BEFORE.search(ground.text, max(0, word.start - 60), word.start)
    return before is not None and TASKS.search(before["name"]) is not None


def tasked(ground: Ground) -> Iterator[tuple[int, int]]:
    """Where firms stand that do a trade each: `설계는 A, 시공은 B가 맡는다`."""
    for sentence, _ in ground.sentences:
        if not TRADED.search(ground.text, sentence.start, sentence.end):
            continue
        for match in TASKED.finditer(ground.text, sentence.start, sentence.end):
            if DOES.match(ground.text, match.end() - 1, sentence.end):
                yield match.span("firm")
