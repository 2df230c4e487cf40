"""What companies and institutes make.

Constructions: `COMPANY(자동차 부품)`, `보일러 업체 COMPANY`, `자동차 시트를 만드는 COMPANY`,
`COMPANY가 X를 생산한다`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from graph.model import EntityType, Produces

_MAKERS = frozenset({EntityType.COMPANY, EntityType.INSTITUTE})
_BRACKET = re.compile(r"\((?P<what>[가-힣A-Za-z][가-힣A-Za-z0-9·ㆍ ]{2,24})\)")
_NOT_PRODUCT = re.compile(
    r"이하|대표|회장|사장|원장|시장|네 번째|왼쪽|오른쪽|옛|현 |현$|소재|본사|코스|지분|컨소|"
    r"국비|도비|시비|투자|"
    r"[억만]|개사|기업|그룹|은행|법인|지역|경기|충[남북]|경[남북]|전[남북]|강원|제주|서울|부산|"
    r"대구|인천|광주|대전|울산"
)
_MAKER = re.compile(
    r"(?P<what>(?:[가-힣A-Za-z0-9·ㆍ]+ ){1,3})(?:제조 ?|생산 ?|전문 ?|개발 ?)?(?:업체|제조사|"
    r"제조업체|전문기업|생산업체)(?:인|이자)? ?[‘'“\"㈜]*$"
)
_MAKING = re.compile(
    r"(?P<what>(?:[가-힣A-Za-z0-9·ㆍ‘’']+ ){0,2}[가-힣A-Za-z0-9·ㆍ‘’']+?)(?:을|를) ?"
    r"(?:만드는|생산하는|제조하는|개발한|개발하는|생산해온|만들어온|공급하는|"
    r"개발해온)(?: [가-힣]+)? ?[‘'“\"㈜]*$"
)


def relate(reading: Reading) -> Iterator[Produces]:
    """The products of an article's makers."""
    for sentence in reading.document.sentences:
        for maker in reading.in_sentence(sentence, _MAKERS):
            if maker.named:
                yield from _of(reading, sentence, maker)


def _of(reading: Reading, sentence: Sentence, maker: Occurrence) -> Iterator[Produces]:
    text = reading.document.text
    company = reading.by_key[maker.key].type is EntityType.COMPANY
    bracket = _BRACKET.match(text, maker.end, sentence.end)
    if (
        bracket
        and company
        and not _NOT_PRODUCT.search(bracket["what"])
        and not reading.within(maker.end, bracket.end(), set(EntityType) - {EntityType.INDUSTRY})
    ):
        yield Produces(
            maker.key,
            bracket["what"].strip(),
            reading.evidence(maker.start, bracket.end(), "products/bracket", 0.9),
        )
        return
    low = max(sentence.start, maker.start - 60)
    for occurrence in reading.within(low, maker.start):
        if reading.by_key[occurrence.key].type is not EntityType.INDUSTRY:
            low = max(low, occurrence.end)
    window = text[low : maker.start]
    match = _MAKER.search(window) or _MAKING.search(window)
    if match and company:
        what = _trim(match["what"])
        if what:
            yield Produces(
                maker.key,
                what,
                reading.evidence(low + match.start("what"), maker.end, "products/maker", 0.85),
            )


def _trim(what: str) -> str:
    words = what.strip(" ‘’'").split()
    while words and re.search(
        r"(?:은|는|이|가|의|에|에서|한|된|고|며|국내|지역|도|와|과)$", words[0]
    ):
        words = words[1:]
    return " ".join(words)
