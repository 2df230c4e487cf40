"""The words that go on a place: how large the ground is, where on it, and what only lies near."""

from __future__ import annotations

import re

NEAR = re.compile(r"인근|주변|부근|근처")
_UNIT = (
    r"㎡|㎢|m²|평|ha|㏊|헥타르|제곱(?:킬로)?미터|필지|층|곳|개 (?:필지|지역)|"
    r"개 ?(?:층|시군|[읍면동리])"
)
AREA = (
    rf"(?:약 ?)?[0-9](?:[0-9백,.]|[만천] ?)*(?:여)? ?(?:{_UNIT})"
    r"|(?:산 ?)?[0-9]{1,4}(?![0-9])(?:(?:-|의 ?)[0-9]{1,4}(?![0-9]))?(?:번지)?"
)
"""How large ground is, or its number in the register of land."""
SPOT = (
    r"일대|일원|내|안|부지|현장|지역|소재|도심|앞바다|해역|터|땅|용지|구역|본원|본사|캠퍼스|북쪽|"
    r"남쪽|동쪽|서쪽|건물|본관|예정지|현지|행사장|청사|단계|생활권|블록|해상|"
    r"[가-힣]{2,6}(?:용지|부지|단지|지구)"
)
"""Nouns behind a place that leave it the same place."""
TO_PLACE = re.compile(
    rf"(?:[가-힣]{{1,5}} ){{0,2}}(?:(?:{SPOT}|{AREA}|[두세네] 곳|등)(?:여)? ?)*|[가-힣 ]{{0,3}}"
)
MORE = r"(?:[·ㆍ,] ?[가-힣0-9]{2,10}(?= |[·ㆍ,])){0,3}"
"""Places of a list that no list of names knows."""
LIST_AT = re.compile(
    rf"{MORE} ?(?:[두세네]|[0-9]+) ?곳, (?:약 |모두 |총 )?{AREA}에"
    rf"| (?:산 ?)?[0-9]{{1,4}}(?:(?:-|의 ?)[0-9]{{1,4}})?(?:번지)?"
    rf"(?:\([^()\n]{{1,24}}\))?(?: ?(?:{SPOT}|{AREA}))*에"
    rf"|(?=[·ㆍ,]){MORE}(?: ?(?:{SPOT}|{AREA}))+에"
    rf"| [가-힣]{{1,5}} (?:일원|일대|앞바다|해역)(?: ?(?:{SPOT}|{AREA}))*에"
    rf"|(?:의|(?: (?:{SPOT}))?) {AREA}(?: 규모)?(?:의? {SPOT})?에"
    rf"| (?:{SPOT})에? (?:[^.\n]{{0,24}}, ?)?"
    r"(?:연면적|부지 ?면적|대지 ?면적|지[상하]|약|총) ?[^.,\n]{0,24} 규모로"
    rf"|[와과] [가-힣]{{1,5}}[동리읍면구군시가](?: ?(?:{SPOT}|{AREA}))+에"
    rf"|(?: ?(?:내|안))?(?: 옛)? [가-힣0-9]{{2,12}} (?:부지|터|자리)(?: ?{AREA})?에"
)
