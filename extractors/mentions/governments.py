"""Governments: ministries, offices, assemblies, bureaus and public committees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions.endings import ending_in
from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.organisations import listed, tailed
from graph.model import EntityType

TAIL = re.compile(
    r"(?:위원회|시의회|도의회|군의회|구의회|특별시의회|경제자유구역청|교육청|교육지원청|세무서"
    r"|관세청|경찰청|경찰서|소방서|소방본부|보건소"
    r"|검찰청|지방법원|대통령실|국무조정실|(?:산업|전략|정책|경제|투자|미래|혁신)국|해양수산청"
    r"|환경청|국토관리청|조달청|산림청|노동청|특별위원회|심의회|사령부)$"
)
MINISTRY = re.compile(
    r"^[가-힣]{2,8}(?:통상부|자원부|기업부|기술부|관광부|교통부|수산부|식품부|안전부|노동부"
    r"|재정부|예산처|경제부|정통부|벤처부|에너지부|환경부)$|^농림부$"
)
NATION = re.compile(r"^정부$")
ASSEMBLY = re.compile(r"^(?:[시도군구]의회|국무회의)$")
"""Bodies of the place or nation that the article is of."""
PASSING = frozenset(("정부", "국회"))
ACTS = re.compile(r"[’'”]?(?:은|는|이|가|와|과|도)(?![가-힣])")
"""What the nation's government is named with where it does something itself."""
SITS = re.compile(r"(?:은|는|가|에|에서|를|의)(?![가-힣])")


def find(ground: Ground) -> Iterator[Mention]:
    """The governments of a document."""
    kind = EntityType.GOVERNMENT
    for mention in listed(ground, kind):
        if mention.name not in PASSING or ACTS.match(ground.text, mention.end):
            yield mention
    for mention in tailed(ground, kind, TAIL):
        station = mention.name.endswith("소방서")  # more often a place than one who acts
        if not station or ground.text.startswith("장", mention.end):
            yield mention
    for _, word in ending_in(ground.words, ground.words_by_last, MINISTRY):
        if MINISTRY.match(word.noun):
            yield Mention(word.start, word.end, kind, word.noun, "government.ministry", 0.8)
    for _, word in ending_in(ground.words, ground.words_by_last, ASSEMBLY):
        if ASSEMBLY.match(word.noun) and SITS.match(ground.text, word.end):
            yield Mention(word.start, word.end, kind, word.noun, "government.assembly", 0.7)
    for _, word in ending_in(ground.words, ground.words_by_last, NATION):
        if NATION.match(word.noun) and ACTS.match(ground.text, word.end):
            yield Mention(word.start, word.end, kind, word.noun, "government.nation", 0.6)
