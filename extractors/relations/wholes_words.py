"""The words by which names tell what kind of undertaking they are, and sentences tell of parts."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.model import Entity

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words))
    for kind, words in (
        (
            "phase",
            r"(?:[0-9]+ ?(?:단계|블록|공구|구역|차|지구)|[A-Z]블록)(?: ?(?:사업|조성|공사))?$",
        ),
        ("phased", r"[1-9] ?(?:단계|블록|공구)|^[0-9][A-Z] "),
        ("call", r"(?:공모|공모사업|지원사업|기반구축사업)$|^20[0-9]{2}년도? "),
        ("fund", r"(?:기금|펀드|예산)"),
        ("plan", r"(?:계획|전략|로드맵|비전|구상|대책|프로젝트|패키지|르네상스)"),
        (
            "zone",
            r"(?:특구|지구|경제자유구역|특화단지|선도지구|혁신지구)(?: ?(?:조성|지정)?(?:사업)?)$",
        ),
        (
            "estate",
            (
                r"(?:단지|산단|클러스터|밸리|벨트|시티|도시|타운|파크|랜드|신도시|캠퍼스)"
                r"(?: ?(?:조성|구축|개발|건설)?(?: ?사업)?)$"
            ),
        ),
        (
            "house",
            (
                r"(?:센터|플랜트|시설|관|장|연구소|학교|스튜디오|테스트베드|연구원|분원|본부|"
                r"플랫폼|허브|팩토리|공장|주택|병원|발전소|충전소|기지|거점)"
                r"(?: ?(?:조성|구축|건립|건설|설치)?(?: ?사업)?)$"
            ),
        ),
        ("research", r"(?:기술 ?개발|연구개발|R&D|실증|고도화|상용화|국산화)(?: ?사업)?$"),
        ("aid", r"(?:지원|양성|육성|운영|활성화|보급|확대|교육|체계)(?: ?사업)?$"),
        ("works", r"(?:조성|구축|건립|건설|설립|설치|정비|개발|유치)(?: ?사업)?$"),
        ("programme", r"사업$"),
        ("road", r"(?:철도|도로|고속도로|노선|항|공항|댐|교|선|역)(?: ?건설(?:사업)?)?$"),
        ("rule", r"(?:조례|법|제도)$"),
    )
)
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (cue, re.compile(words))
    for cue, words in (
        ("inside", r"들어서|들어선|들어설|들어오|들어가|들어간|들어섰|자리 ?잡|놓인|둥지|입주"),
        ("build", r"조성|구축|건립|짓|지어|지을|세우|세운|설립|설치|갖춘|갖추|마련"),
        ("made", r"구성|짜였|짜여|이뤄|이루어|나뉜|나뉘|나눠|나눈|묶|엮|쪼개"),
        (
            "content",
            r"(?:내용|시설|과제|분야|대상|사업|세부|골자|뼈대)(?:은|는|으로는|로는)|다음과 같",
        ),
        ("contains", r"포함|담|들어 있|들어있|아우르|반영|올라|올랐"),
        ("one", r"하나|일환|가운데|중 하나|축|출발점|마중물|연계|세부"),
        ("core", r"핵심|중심|거점|뼈대|알맹이|골자"),
        ("won", r"선정|뽑|따냈|따내|공모|확정|낙점"),
        ("named", r"지정|고시|승격"),
        ("money", r"억|조 ?원"),
        ("funds", r"예산|기금|국비|투입|들여|확보|반영"),
        ("counted", r"등 ?(?:[가-힣]+ )?[0-9]+ ?[개곳]|[두세네] (?:갈래|축|곳|가지|블록|토막)"),
        ("link", r"연계|연결|이어|협력|시너지|발판|바탕|함께"),
        ("apart", r"별도|이 밖에|이밖에|한편|아울러|앞서"),
        ("phase", r"단계|블록|공구|토막"),
    )
)


def kinds_of(project: Entity) -> tuple[str, ...]:
    """What kinds of undertaking its names tell."""
    return _kinds(project.names)


@lru_cache(maxsize=1024)
def _kinds(names: tuple[str, ...]) -> tuple[str, ...]:
    found = {kind for kind, rule in _KINDS if any(map(rule.search, names))}
    return tuple(sorted(found)) or ("other",)


def cues_in(words: str, start: int = 0, end: int | None = None) -> tuple[str, ...]:
    """What words tell of parts and wholes, or a stretch of them."""
    stop = len(words) if end is None else end
    return tuple(cue for cue, rule in _CUES if rule.search(words, start, stop))
