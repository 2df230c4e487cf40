"""What is proposed as an undertaking's name and is a slogan, a theme or a piece of a sentence."""

from __future__ import annotations

import re

from extractors.mentions.ground import Ground
from extractors.wordlists import either
from graph.model import ORGANIZATIONS

QUOTES = frozenset("‘'“\"「『")
CITY_OF = re.compile(r"도시,? $")
"""What stands before the town that a slogan ends in: `소재 중심도시 나래`."""
HELD_UP = re.compile(
    r"[’'”\"」』]?(?:[을를]\s(?:(?:새|새로운|핵심|도시|[시군구도]정)\s)?"
    r"(?:주제|슬로건|구호|기치|표어|캐치프레이즈|비전|모토)(?:으)?로"
    r"|(?:이?라는|이?란)\s(?:[가-힣]{1,8}의\s)?(?:주제|슬로건|구호|기치|표어|비전|목표|포부)"
    r"|(?:의|을 향한)\s꿈[’'”\"」』]?|(?:으로|로)도?\s(?:불리는|불린|꼽히는|꼽힌|일컬어지는|통하는)"
    r"|(?:로서)?의\s(?:입지|위상|명성|이미지|위용)[를을가이])"
)
"""What follows what a town or a meeting writes on its flag."""
EPITHET = re.compile(
    r"(?:(?<!경제)중심지|컨트롤타워|(?:선도|중심|대표|선진|으뜸) ?도시|(?:전초|전진) ?기지|메카"
    r"|1번지|본고장|교두보|요람|견인차|마중물|구심점|버팀목|먹거리|유치 ?활동)$"
)
"""What something is praised as or shall become, and is not called."""
FRAGMENT = re.compile(
    r"[0-9]+ ?(?:여 ?)?(?:개|곳|건)|(?:[이그저연낸쓴딴]|이번|여러|모든|각종|마지막)\s"
    r"|.*\s(?:가운데|때|몫|중|곳곳|전체|일부|때문|사이|것|도약)$|.*[가-힣)]\s?="
    r"|.*(?:사업|과제|시설|센터|단지)들$|[가-힣]+[리읍면동]\s(?:부지|터|일원|일대)$"
    r"|.*[가-힣]{2}(?:청|공사|공단|연구원|진흥원|재단|협회|대학교|광역시|특별시)[이가은는]\s"
    r"|.*(?:일대|일원|지역)의\s|.*(?:주도|중심|위주|차원)으?로\s"
    r"|.*(?:업체|제조사|운영사|개발사|건설사|시공사)\s[가-힣A-Z]{2,6}$"
    r"|.*\((?:시장|군수|구청장|도지사|지사|원장|대표|대표이사|회장|청장|이사장|총장|사장|단장"
    r"|센터장)\s[가-힣]{2,4}\)|[가-힣]{2,4}\s[가-힣]{1,8}/|(?:[시도군구]|정부|국회)[와과가]\s"
)
"""A piece of a sentence: it begins with a word that points, or ends in one that counts out."""

INSIDE = re.compile(r"[㎏㎎㎿㎾㎞㎡㎥㎢㎜㎝㏊℃%]$")
"""A sign of measure, behind which a word goes on and no name begins: `500㎏급 위성`."""
AIM = re.compile(
    r"\s(?:제고|선점|실현|달성|극대화|다변화|내실화|가속화|창출|발굴|홍보|대응|계승|혁신|최우선\s관리|주도권(?:\s확보)?)$"
)
"""What a town wants to come to, told in nouns: `항만 기능 제고`."""
VENUE = re.compile(r"\s(?:지하\s?)?[0-9]{1,2}층\s[가-힣A-Za-z0-9 ]{0,10}(?:실|홀|장|룸|당)에")
"""What stands behind a house that people met in: `가온캠퍼스 본관 3층 접견실에서`."""
CLASS = re.compile(
    r"(?:(?:국가|정부|지역|(?:국[·ㆍ]?)?[국도시군]비|20[0-9]{2}년도?)\s)*"
    rf"(?:{either('plain_names', 'class').replace('사업', ' ?사업')}"
    r"|(?:예비타당성\s?조사|예타)\s?(?:대상|면제)\s?사업)"
    r"|(?:지역|지방|골목|민생)\s?경제\s?(?:활성화|회복|살리기)"
)
"""What many undertakings are called together: `현안사업`, `국비 공모사업`."""

PACT = re.compile(r" ?(?:(?:업무|투자|상생)? ?협약|MOU|맞손|손 ?잡)")
"""What stands behind those who sign in a headline."""


def is_vain(ground: Ground, start: int, end: int) -> bool:
    """Whether what stands there is no name wherever it stands.

    A town at its end makes it a slogan (`소재 중심도시 나래`), as what follows may.
    """
    text = ground.text
    if HELD_UP.match(text, end) is not None or EPITHET.search(text, start, end):
        return True
    if VENUE.match(text, end) is not None:
        return True
    if FRAGMENT.match(text[start:end]) or INSIDE.search(text, max(0, start - 1), start):
        return True
    if PACT.match(text, end) is not None and _lists_parties(ground, start, end):
        return True
    if AIM.search(text, start, end) is not None and text[start - 1 : start] not in QUOTES:
        return True
    if CLASS.fullmatch(text, _behind_region(ground, start), end) is not None:
        return True
    town = text.rfind(" ", start, end) + 1
    return (
        town > start
        and town in ground.region_starts
        and end in ground.region_ends
        and CITY_OF.search(text, start, town) is not None
    )


def _lists_parties(ground: Ground, start: int, end: int) -> bool:
    """Whether a headline's signers stand there: `나래TP-다래추진단 협약`."""
    hits = (hit for hit in ground.named_at(start) if hit.end < end and ground.text[hit.end] in "-–")
    return any(entry.type in ORGANIZATIONS for hit in hits for entry in hit.entries)


def _behind_region(ground: Ground, start: int) -> int:
    """Where the words behind the region begin that stands there, if one does."""
    if start not in ground.region_starts:
        return start
    gap = ground.text.find(" ", start)
    return gap + 1 if gap in ground.region_ends else start
