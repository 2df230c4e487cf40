"""Frames that tell a firm whose name says nothing: what it makes, pays, builds and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions.ground import Ground, Word

MAKES = re.compile(
    r"[을를] (?:주로 |전문으로 )?(?:만드는|만들어 온|생산하는|생산해 온|제조하는|공급하는|개발하는|납품하는|내는|판매하는"
    r"|개발해 온|만들어 파는) $"
)
"""Before a name: `건축자재를 내는 나래파일은`."""
KEPT = frozenset(("JKS", "JX", "JKG", "JC", "JKB", "JKO"))
OLD = re.compile(r"(?<![가-힣])(?:옛|당초) $")

CALLED = re.compile(
    r"(?:\([^()\n]{1,20}\))?[은는] (?:[^.\n]{0,50} )?[가-힣]{0,8}"
    r"(?:기업|업체|회사|제조사|전문사)(?:이다|다|입니다)\."
)
"""`나래에너지는 두 회사가 함께 세운 회사다.`"""
PAYS = re.compile(
    r"(?:\([^()\n]{1,20}\))?(?:은|는|이|가|도) (?:[^.\n,]{0,50} )?[0-9][0-9.,]*(?:조|억)[^.\n,]{0,14}[을를]? "
    r"?(?:투자(?:하|해|한)|들여|들이|쏟|쓴다|쓰기로)"
)
"""`나래는 335억 원을 들여`."""
PAYS_EACH = re.compile(r"[은는] [가-힣]{2,8}[에]? [0-9][0-9.,]*(?:조|억)[^.\n,]{0,12}[을를]?,")
"""`나래는 강서구에 48억 원, …`: one of those who invest in a row."""
BUILDS = re.compile(
    r"(?:은|는|이|가|도) (?:[^.\n,]{0,30} )?(?:[0-9가-힣]{0,6}공장|본사|연구소|사옥|생산시설|생산라인|물류센터)"
    r"(?:[을를도]|까지)? ?(?:새로 )?(?:건립|짓|지어|지을|차렸|차린|세우|세운|세웠|옮|신축|증설|신설)"
)
"""`나래소재도 가람에 2공장을 건립한다`."""
HAS = re.compile(
    r"(?:\([^()\n]{1,20}\))?의 (?:[가-힣]{1,4} )?(?:제?[0-9]?공장|본사|자회사|계열사|합작법인|합작사|국내 법인|한국법인"
    r"|한국 법인|신공장|생산공장)"
)
SIGNS = re.compile(
    r"(?:\([^()\n]{1,20}\))?(?:와|과) (?:[^.\n]{0,40} )?(?:투자협약|투자유치 협약|투자양해각서|투자 양해각서|투자에 합의)"
)
HANDS = re.compile(r"(?:와|과) (?:손잡|손을 잡|합작)")
JOINED = re.compile(r" 컨소시엄|[와과의] 컨소시엄")
LED = re.compile(r" (?:대표이사|최고경영자|공동총재|공동대표이사)(?![가-힣]{2})")
BEHIND = (
    ("called", CALLED, 0.7),
    ("pays", PAYS, 0.7),
    ("pays", PAYS_EACH, 0.7),
    ("builds", BUILDS, 0.7),
    ("has", HAS, 0.7),
    ("signs", SIGNS, 0.7),
    ("consortium", JOINED, 0.75),
    ("led", LED, 0.75),
)

TRADE = r"(?:(?:실시|기본|건축|토목|전기) ?)?(?:설계|시공|감리|전기|통신|소방|건축|조경|토목|공사)"
TASKED = re.compile(
    rf"(?<![가-힣]){TRADE}[은는] (?P<firm>[가-힣A-Za-z&㈜]{{2,16}}?(?: (?!컨소시엄)[가-힣A-Za-z&]{{2,8}}?)?)"
    r"(?= ?컨소시엄|, |[이가] (?:맡|따|담당|각각|하고|수주))"
)
"""`설계는 나래건축, 시공은 다온이 맡았다`: who does one of the trades of a building."""
DOES = re.compile(r"[^.\n]{0,90}[이가] (?:각각 )?(?:맡|따[내냈]|담당|수주)")


def told(ground: Ground, position: int, word: Word) -> tuple[str, float] | None:
    """Which frame tells that a word of `ground.flat` is a firm, and how surely."""
    text = ground.text
    if word.particle in KEPT and MAKES.search(text, max(0, word.start - 12), word.start):
        return "making", 0.7
    for rule, frame, confidence in BEHIND:
        if frame.match(text, word.end):
            return rule, confidence
    before = ground.flat[position - 1] if position and word.gap == " " else None
    if before is not None and before.bare and HANDS.match(text, word.end):
        entries = ground.gazetteer.entries(before.noun)
        if any(entry.level == "country" for entry in entries):
            return "abroad", 0.7
    return None


def tasked(ground: Ground) -> Iterator[tuple[int, int]]:
    """Where firms stand that do a trade each: `설계는 A, 시공은 B가 맡는다`."""
    for sentence, _ in ground.sentences:
        for match in TASKED.finditer(ground.text, sentence.start, sentence.end):
            if DOES.match(ground.text, match.end() - 1, sentence.end):
                yield match.span("firm")
