"""What companies and institutes make.

Constructions: `COMPANY(자동차 부품)`, `보일러 업체 COMPANY`, `자동차 시트를 만드는 COMPANY`;
with the maker as subject `COMPANY는 X를 개발했다`, `COMPANY는 X를, OTHER는 Y를 생산한다`,
`COMPANY가 X 공장을 짓는다`; turned round, `X도 COMPANY가 개발했다`; and in praise
`COMPANY의 국내 최초 X`.
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
_WORD = r"[가-힣A-Za-z0-9·ㆍ‘’'-]+(?:\([가-힣A-Za-z]{2,8}\))?"
_WHAT = rf"(?P<what>(?:{_WORD} ){{0,4}}?{_WORD}?)"
_MAKER = re.compile(
    rf"(?P<what>(?:{_WORD} ){{0,2}}{_WORD}?) ?(?:제조 ?|생산 ?|전문 ?|개발 ?)?"
    r"(?:업체|제조사|제작사|개발사|전문|전문회사|제조업체|전문기업|생산업체|제조기업|메이커"
    r"|국내 [1-9]위(?:인| 업체(?:인)?)|(?<=[품료비재])사)(?:인|이자)? ?[‘'“\"㈜]*$"
)
_IS_MAKER = re.compile(
    rf"(?:은|는) (?:[^.\n]{{0,30}}?(?:와|과) )?{_WHAT} ?(?:제조|생산|전문|개발) ?"
    r"(?:업체|회사|기업|제조사|제작사)(?:다|이다|로|입니다)"
)
_MAKING = re.compile(
    rf"(?P<what>(?:{_WORD} ){{0,3}}{_WORD}?)(?:을|를) ?(?:[가-힣]{{2}}·)?(?:만드는|뽑는|"
    r"제작하는|생산하는|제조하는|개발한|개발하는|"
    r"생산해온|만들어온|공급하는|개발해온|국산화한|생산하려는|만들)(?: [가-힣]+)? ?[‘'“\"㈜]*$"
)
_MAKES = (
    r"(?:국산화|개발|생산|제조|양산|출시|상용화)(?:했|한 |하는 |하고|해 |할 |에 성공)|만드는 |"
    r"만들어|만든다|내놓을|생산한다|제조한다"
)
_OBJECT = re.compile(rf"{_WHAT}(?:을|를)(?: (?:{_MAKES})|(?P<listed>, ))")
_LATER = re.compile(_MAKES)
_PLANT = re.compile(
    rf"{_WHAT} ?(?:생산)?(?:공장|생산라인|생산시설|생산 라인|양산 공장)(?:을|를) ?(?:[가-힣0-9]+ )?"
    r"(?:세우|세운|짓|지어|지을|신설|증설|늘[려리]|새로|갖추|넓)"
)
_BY = re.compile(
    r"(?P<what>(?:[가-힣A-Za-z0-9·ㆍ-]+ ){0,4}[가-힣A-Za-z0-9·ㆍ-]+?)(?:도|은|는|을|를) $"
)
_MADE = re.compile(r"(?:이|가) (?:[가-힣]+ )?(?:국산화|개발|생산|제조|양산)(?:했|한 |하|해)")
_PRAISED = re.compile(
    r"의 (?:[가-힣]+ )?(?:국내 최초|세계 최초|국내 유일|세계 최고 수준의|최첨단|국내 첫|세계 첫)"
    r"(?:의|로 개발한)? "
    r"(?P<what>(?:[가-힣A-Za-z0-9·ㆍ-]+ ){0,2}?[가-힣A-Za-z0-9·ㆍ-]+?)"
    r"(?:,|을|를|이|가|은|는|와|과| 등)"
)
_NO_THING = re.compile(
    r"(?:사업|센터|단지|계획|일자리|인력|과제|매출|공장|시설|부지|산단|조례|프로그램|방안|정책|기업|"
    r"업체|전문가|인재|생태계|거점|체계|모델|수요|시장|성과|제품|기술|라인|물량|전력|연구|공정|조직|"
    r"예산|대기업|중견|협력|앵커|글로벌|스타트업|운영|참여|시공|건설|벤처|입주|계열|용역|컨설팅|"
    r"유통|전문|관련|용지|땅|(?<![가-힣])터|놀이터|지역|이를|것)$"
)
_NUMBERED = re.compile(r"^(?:제? ?[0-9]{1,2}|신|본|새|현)$")
"""What tells one plant of a firm from another, and no product: `제2공장`."""
_TRADE = re.compile(r"(?:^| )(?:전문|제조|생산|개발)$")
_GOES_ON = frozenset({"JC", "SL", "SN", "SSC"})
_SUM = re.compile(r"[0-9]+(?:억|만|원|년)")
_CUT = re.compile(
    r"(?:에서|으로|위해|통해|처음|되던|국내|지역|[0-9]+억|[억만]?원을?|짜리|"
    r"올해|내년|현지|각각|직접|세계|년|월|(?<![가-힣])말|[연년월]말|최초로)$"
)


def relate(reading: Reading) -> Iterator[Produces]:
    """The products of an article's makers."""
    for sentence in reading.document.sentences:
        for maker in reading.in_sentence(sentence, _MAKERS):
            if maker.named:
                yield from _of(reading, sentence, maker)
                yield from _making(reading, sentence, maker)


def _of(reading: Reading, sentence: Sentence, maker: Occurrence) -> Iterator[Produces]:
    """What stands beside a maker: in a bracket behind it or as its description before it."""
    text = reading.document.text
    company = reading.by_key[maker.key].type is EntityType.COMPANY
    bracket = _BRACKET.match(text, maker.end, sentence.end)
    if (
        bracket
        and company
        and not _NOT_PRODUCT.search(bracket["what"])
        and not bracket["what"].isascii()
        and not reading.within(maker.end, bracket.end(), set(EntityType) - {EntityType.INDUSTRY})
    ):
        yield Produces(
            maker.key,
            bracket["what"].strip(),
            reading.evidence(maker.start, bracket.end(), "products/bracket", 0.8),
        )
        return
    low = _clear_of_names(reading, max(sentence.start, maker.start - 60), maker.start)
    window = text[low : maker.start]
    match = _MAKER.search(window) or _MAKING.search(window)
    if match is None or not company:
        return
    if what := _trim(reading, sentence, low + match.start("what"), low + match.end("what")):
        yield Produces(
            maker.key,
            what,
            reading.evidence(low + match.start("what"), maker.end, "products/maker", 0.9),
        )


def _making(reading: Reading, sentence: Sentence, maker: Occurrence) -> Iterator[Produces]:
    """What a maker makes as the subject of its clause."""
    text = reading.document.text
    company = reading.by_key[maker.key].type is EntityType.COMPANY
    others = reading.within(maker.end, sentence.end, _MAKERS)
    stop = others[0].start if others else sentence.end
    found: list[tuple[re.Match[str], str, float]] = []
    if praised := _PRAISED.match(text, maker.end, sentence.end):
        found.append((praised, "praised", 0.8))
    if company and (described := _IS_MAKER.match(text, maker.end, sentence.end)):
        found.append((described, "described", 0.85))
    if re.compile(r"(?:은|는|이|가|도)(?![가-힣])").match(text, maker.end):
        made = _OBJECT.search(text, maker.end + 1, stop)
        if made and (made["listed"] is None or _LATER.search(text, stop, sentence.end)):
            found.append((made, "makes", 0.85))
        plant = _PLANT.search(text, maker.end + 1, stop)
        if plant and company:
            found.append((plant, "plant", 0.65))
    if _MADE.match(text, maker.end, sentence.end):
        low = _clear_of_names(reading, max(sentence.start, maker.start - 50), maker.start)
        if by := _BY.search(text, low, maker.start):
            found.append((by, "made_by", 0.75))
    for match, rule, confidence in found:
        at = _clear_of_names(reading, match.start("what"), match.end("what"))
        if what := _trim(reading, sentence, at, match.end("what")):
            start, end = min(maker.start, at), max(maker.end, match.end())
            yield Produces(
                maker.key,
                what,
                reading.evidence(start, end, f"products/{rule}", confidence, match.start("what")),
            )


def _clear_of_names(reading: Reading, low: int, high: int) -> int:
    """Where in `text[low:high]` the last name ends that is none of an industry."""
    for occurrence in reading.within(max(0, low - 20), high):
        if reading.by_key[occurrence.key].type is not EntityType.INDUSTRY:
            low = max(low, occurrence.end)
    return low


def _trim(reading: Reading, sentence: Sentence, start: int, end: int) -> str:
    """The product that ends at `end`, without the words before it that belong to the sentence.

    "" where none is left.
    """
    text = reading.document.text
    tags = {token.end: token.tag for token in sentence.tokens}
    if not tags.get(end, "NNG").startswith(("N", "S", "X")):
        return ""
    begin = start
    for word in list(re.finditer(r"\S+", text[start:end]))[:-1]:
        tag = tags.get(start + word.end(), "")
        if (
            tag.startswith(("J", "E", "MA", "S")) and tag not in {"JC", "SL", "SN", "SSC"}
        ) or _CUT.search(word[0]):
            begin = start + word.end()
    what = _TRADE.sub("", text[begin:end].strip(" ‘’'"))
    if len(what) < 2 or _NO_THING.search(what) or _SUM.search(what) or _NUMBERED.match(what):
        return ""
    return what
