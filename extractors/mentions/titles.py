"""The titles that persons are named with, as the last part of a word."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.gazetteer import Gazetteer
from graph.model import EntityType

TITLES_WORDS = (
    "시장 군수 구청장 도지사 지사 부지사 부시장 부군수 원장 부원장 단장 대표 대표이사 회장 부회장 "
    "사장 부사장 총장 부총장 "
    "교수 의원 국회의원 장관 차관 국장 과장 실장 본부장 센터장 이사장 의장 위원장 청장 소장 팀장 "
    "부장 처장 관장 총리 "
    "대통령 대사 연구원 박사 이사 상무 전무 위원 조합장 연구소장 사업단장 학장 협회장 CEO CTO "
    "CFO 지점장 지부장 지사장 "
    "공장장 총재 행장 은행장 정책관 심의관 기획관 담당관 비서관 변호사 이사관 사무총장 추진단장 "
    "감사 고문 주무관 군의원 "
    "시의원 도의원 연구위원 명예교수 그룹장 부문장 법인장 병원장 청년 작가 감독 씨 유튜버 "
    "직무대행 권한대행 장군 총괄 "
    "부의장 부위원장 정책실장 대변인 보좌관 특보 후보 당선인 석좌교수 부대표 공동대표 수석 차장 "
    "계장 읍장 면장 동장 이장 "
    "부본부장 부단장 부센터장 부소장 차관보 실무관 사무관 서기관 선임연구원 책임연구원 "
    "기획조정실장 대표원장 교육감 교육장 책임자 경영자 행정관 사령관 총영사 학과장 학부장 "
    "부학장 부행장 부국장 파트장 직무대리 혁신관 협력관 조정관 지원관 대응관 총괄관 전문위원 "
    "COO CSO CIO CDO CMO"
)
TITLES = frozenset(TITLES_WORDS.split())
NOT_TITLES = frozenset(
    ("성장", "통장", "간사", "서기", "대리", "판사", "검사", "주석", "기자", "PD", "PM", "영사")
)
NO_OFFICE = re.compile(r"(?:소부장|발사장|공사장|행사장|주차장|박람회장|전시회장|집회장|연회장)$")
"""Places and goods that end as an office does."""
CITY = re.compile(r"(?:특례|광역|특별)$|^제[0-9]$")


class Titles:
    """The titles of this file and of a gazetteer.

    >>> Titles(Gazetteer.of([])).ending("부원장"), Titles(Gazetteer.of([])).ending("식품시장")
    ('부원장', '')
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        listed = {office.title for office in gazetteer.offices}
        self.known = (TITLES | listed) - NOT_TITLES
        self._ends = {title[-1:] for title in self.known}
        self._gazetteer = gazetteer

    def ending(self, noun: str) -> str:
        """The longest title that a noun ends in; empty where it ends in none."""
        if noun[-1:] not in self._ends:
            return ""
        if NO_OFFICE.search(noun) and not self._gazetteer.entries(noun[:-1], EntityType.INSTITUTE):
            return ""
        if noun in self.known:
            return noun
        for length in range(min(8, len(noun)), 1, -1):
            if noun[-length:] in self.known:
                return noun[-length:] if self._office(noun, noun[-length:]) else ""
        return ""

    def _office(self, noun: str, title: str) -> bool:
        """Whether `시장` is an office, as in `나래시장`, and no market, as in `식품시장`."""
        lead = CITY.sub("", noun.removesuffix(title))
        return title != "시장" or not lead or bool(self._gazetteer.entries(lead, EntityType.REGION))


@lru_cache(maxsize=1)
def titles_of(gazetteer: Gazetteer) -> Titles:
    """The titles with those of a gazetteer, made once for all articles that are read with it."""
    return Titles(gazetteer)
