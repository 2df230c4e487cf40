"""The words by which persons are told: surnames, offices, what stands about a name."""

from __future__ import annotations

import re

from extractors.wordlists import words

SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소"
    "석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간상시갈단견당화창"
)
DOUBLE = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방")
REPORTERS = ("기자", "특파원", "논설위원", "앵커", "리포터", "편집국장")
MARKS = frozenset(("전", "현", "신임", "초대", "당시", "등", "및"))
DIRECTION = re.compile(r"(?:동|서|남|북|중|호|영|충|수)[가-힣]권|[동서남]해안")
REPRESENTED = frozenset(
    [
        "도시",
        "기업",
        "축제",
        "산업",
        "관광지",
        "명소",
        "브랜드",
        "사업",
        "특산물",
        "특산품",
        "농산물",
        "품목",
        "기관",
        "단체",
        "사례",
        "작물",
        "음식",
        "상품",
        "제품",
        "항만",
        "산단",
        "대학",
        "업종",
        "유적",
        "문화",
        "공약",
        "과제",
        "관광",
        "휴양지",
        "항구",
        "시장",
        "거리",
        "마을",
        "캐릭터",
        "콘텐츠",
        "정책",
        "시설",
        "공원",
        "주자",
        "선수",
        "모델",
    ]
)
"""What `대표` says of, where it is no office: `서해안 대표 도시`."""
NO_NAME_ENDS = frozenset("회당단측계부실국과청군시도구층팀처협관업들장자대사가인소점")
NO_NAMES = frozenset(
    ("아시아", "동남아", "유라시아", "아태", "시와", "도와", "구성원", "조합원", "유치원", "한국인")
)
"""What stands before the office of a part of the world or a place, and begins like a name."""
HELD = words("titles", "held")
DOUBTFUL = words("titles", "doubtful")
"""Titles that are other words too: no name need stand beside them."""
PLACES = "시군구도"
ACTING = frozenset(("권한대행", "직무대행", "직무대리", "대행"))
LEVELS = frozenset(("시", "도", "군", "구"))
HEADING = re.compile(
    r"(?:학회|협회|조합|진흥원|연구원|기술원|재단|공사|공단|센터|의회)(?:장|의장|원장|회장)$"
)
HOUSE = re.compile(
    r"(?:연구원|연구소|기술원|진흥원|재단|공사|공단|협회|학회|협의회|센터|조합|위원회|얼라이언스|은행|대학교|"
    r"테크노파크|상공회의소|의회|교육청|[가-힣]부|[가-힣]청)$"
)
"""The last part of a body, before which a name that the morphemes cut up may stand."""
LAND = frozenset(("부지", "터", "일대", "일원", "현장", "자리"))
"""What stands behind the name of a place: `육대 부지 제2연구원`."""
TOPIC = frozenset("은는")
ALSO = frozenset("도만")
HANGUL = re.compile(r"[가-힣]{2,4}")
LETTERS = 3
"""How many letters most names have."""
GUEST = re.compile(r", |[와과] | 등(?:이|은|과|을|도)?(?![가-힣])")
"""What follows the office of one of many guests."""
AGED = re.compile(r"\([0-9]{2}[,·세)]")
"""What follows the name of one who is put into an office: `원장에 배나래(57·전 국장)씨를`."""
REACH = 7
