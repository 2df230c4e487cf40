"""Which part in a project the closing words of a clause tell: who leads, pays, builds or joins."""

from __future__ import annotations

import re

from extractors.openings import joined
from extractors.relations.clauses import Clause
from graph.model import Part

_VERBS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (
        Part.BUILDER,
        re.compile(
            r"시공|설계[·ㆍ]시공|(?<![가-힣])(?:공사|시공|설계)[을를은는]? ?.{0,8}(?:맡|수주)"
        ),
    ),
    (Part.TENANT, re.compile(r"입주|둥지|자리[를 ]{0,2}잡|(?<!컨소시엄에 )들어[오온와왔]")),
    (
        Part.SELECTED,
        re.compile(
            r"선정[되돼됐]|뽑[혔히혀힌]|따[냈낸내]|거머쥐|낙점|(?:지정|당선)[되돼됐]|지정받|"
            r"(?:사업자|대상지|후보지)로 (?:최종 )?(?:선정|뽑|지정|확정)"
        ),
    ),
    (
        Part.FUNDER,
        re.compile(
            r"출자|출연|부담|지원[한하했해]|보태[^고]|"
            r"(?:억|조|만) ?원(?:가량|여|정도)?[을를] ?(?:투입|들|투자|쏟|댄|대)"
        ),
    ),
    (
        Part.PARTNER,
        re.compile(
            r"참여|참가|참석|함께|힘을 보|손을 보|동참|협력|손잡|공동|합류|이름을 올|컨소시엄에|"
            r"가세|돕|힘을 (?:모|합)|컨소시엄에는"
        ),
    ),
    (
        Part.LEAD,
        re.compile(
            r"추진|주관|운영|맡[는은아았겼긴기]|조성|구축|건립|이끌|이끄|주도|꾸리|꾸린|"
            r"벌[이인여]|총괄|시행|"
            r"주최|개최|연다|열었|열고|여는|지정|공모|마련|내놓|발표|수립|세우|세운|세워|유치|"
            r"나선|나섰|"
            r"진행|제정|만들|만든|펼[치친]|펴|확보|설립|짓|지어|지을|추진|신설|도입|뛰어들|"
            r"시작|착수|(?:착공|준공|기공|개소)식을 (?:했|한|가)|전담|책임|발주|접고|접었|공들|"
            r"맡기|건의|벌여|벌이|제안|밟|힘을 쏟|계획|"
            r"편성|확정|착공|준공|확정|선정|선보|건의|관리|담당|개발|확대|신청|가졌|갖는|갖고|"
            r"밀고|공들"
        ),
    ),
)


_ANY = joined(pattern for _, pattern in _VERBS)


def part_of_words(words: str, clause: Clause) -> Part | None:
    """The part that a clause's closing words tell; the verb itself first."""
    stem = clause.predicate.stem
    asked = (stem, words[-14:], words[-26:])
    if not any(pattern.search(words) for pattern in _ANY for words in asked):
        return None
    for part, pattern in _VERBS:
        reach = 26 if part is Part.FUNDER else 14
        if pattern.search(words[-reach:]) or pattern.search(stem):
            return part
    return None
