"""What may name a project or a site, proposed generously; `judge` decides on each.

A proposal says where it stands, who proposes it and what the hand-written rule thinks of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from extractors.document import Sentence
from extractors.mentions.ground import Ground, Word
from extractors.mentions.mention import Mention
from extractors.mentions.phrases import COUNTED, FULL_REGION, GAPS, STOPS, joins, phrase_to, phrases
from extractors.mentions.projects import COUNTED_OUT, DIVIDED, TIMED
from extractors.mentions.setting import ANSWERED
from extractors.mentions.shared_tasks import shared_tasks
from extractors.mentions.slogans import is_vain
from extractors.points import NUMBERED, POINTS
from extractors.wordlists import either
from graph.model import EntityType

MORE = re.compile(f"(?:{either('project_tails', 'named')})$")
RULED = re.compile(f"(?:{either('project_tails', 'undertaking', 'facility')})$")
DOING = re.compile(f"(?:{either('project_tails', 'doing')})$")
BODIES = frozenset((EntityType.INSTITUTE, EntityType.GOVERNMENT, EntityType.ASSOCIATION))
LINK = GAPS
SUM = re.compile(
    r"(?:\s?사업)?(?:비|비로|비용|에|에는|에도|을|를|은|는|이|가)?\s?(?:[:=]\s)?\(?"
    r"(?:총\s|모두\s|각각\s|국비\s|사업비\s|총사업비\s|첫해\s|올해\s|내년\s|우선\s)*"
    r"[0-9][0-9,.]*(?:조|억|천만|백만|만)"
)
PLACE_OF = re.compile(r"\([가-힣0-9A-Za-z~∼·, -]{2,16}\)(?=\s?[0-9])")
"""Where it is, between a name and its sum: `나래철도(다래~가온) 50억원`."""
ROW = re.compile(r"[0-9,.천백만]{0,8}\s?원?(?:\([^()\n]{1,12}\))?(?:,| 등)")
"""What follows the sum of one item of a row."""
RUN_TOGETHER = 7
"""Letters of the shortest name of one word that only its sum in a row tells."""
COST = re.compile(r"(?<=[가-힣]{2})비$")
SPENT = re.compile(r"(?<=사업|구축|조성|건립|개발|지원|육성|정비|설치|강화|양성)비$")
"""The money for an item of a list, whose name ends before it."""
PREPARED = re.compile(
    r"(?:\s(?:설립|건립|구축|조성|도입|개설|신설|지정|유치))?"
    r"\s(?:(?:사전\s?)?타당성(?:\s?(?:조사|검토|평가|분석))?|기본\s?구상|기본\s?(?:및\s)?실시\s?설계"
    r"|실시\s?설계|기본\s?설계|설계|토지\s?매입|부지\s?매입|(?:(?:마무리|잔여|착수|보상)\s?)?공사|착공)"
    r"(?:\s?(?:연구\s?)?용역)?비$"
)
"""The cost of what comes before a thing is built, whose name ends before it."""
MARK = (
    rf"(?:[{POINTS}ㅇ{NUMBERED}]|(?:^|(?<=\n))\s*[-·∙ㆍ*※](?:\s|(?=[가-힣]{{2}}))"
    r"|(?:^|(?<=\s))[1-9][.)]\s)\s*"
)
MARKED = re.compile(MARK)
ITEM = re.compile(
    MARK + rf"((?:[^{POINTS}{NUMBERED}\n‘’“”'\"=:：()…]"
    r"|(?<=[0-9A-Za-z가-힣])\([^()\n조억]{1,14}\)(?=\s?[0-9A-Za-z가-힣])){3,60})"
)
LABELLED = re.compile(MARK + r"[^\n:：=‘’“”'\"]{2,20}\s?[:：=]\s([^\n]{4,90})")
"""What stands behind who does it: `▲ 나래대 : 소재 인재 양성 / 지역 정주 지원`."""
ITEM_STOP = re.compile(
    r"\s등(?:을|은|이|의|도|과|에|에서|으로)?(?:\s|$)|,\s|\s[–—]\s|\s?[0-9][0-9,.]*(?:조|억|만|천)|(?:(?<![마가])을|[를은는]|에는|에서는?)\s|\s[0-9]+(?:개|곳|건|종|대)|다\.|\.$|\s(?:두|세|네|다섯|여섯|일곱)\s?(?:갈래|가지|곳|개|건)|$"
)
WORD = "[0-9A-Za-z가-힣·∙‧ㆍ・&~-]"
PAID = re.compile(r"\([^()\n]{0,12}[0-9](?:조|억|[백천]?만)[^()\n]{0,6}\)")
"""A sum in brackets, which no name holds: `나래하수도(4억원) 정비사업`."""
PICTURE = re.compile(
    r"\s(?:(?:조성|건립|사업)\s?)?(?:(?:조감|투시|위치|계획|배치|개념|구상|안내|평면)도|전경)$"
)
"""A word for a picture of an undertaking behind its name."""
PICTURE_ENDS = re.compile(r"\s*(?:$|[.(/\[<ⓒ©=\n])")
"""What stands behind `계획도` where it is a picture, and not `계획` with a particle."""
MEANS = re.compile(
    rf"(?:{WORD}+ ){{0,3}}{WORD}+[을를] (?:위한|통한|활용한|이용한|연계한|접목한) "
    rf"(?:{WORD}+ ){{0,6}}{WORD}*(?:{either('project_tails', 'undertaking', 'facility', 'doing')})"
    rf"(?=\s?(?:$|[{POINTS}(,]|[0-9][0-9,.]*[조억만]))"
)
"""An item that tells what for or by what means, and ends as the name of a project does."""
HEADED = re.compile(MARK + r"([^\n:：=‘’“”'\"()]{4,40}?)(?:\([^()\n]{1,20}\))?\s?[:：=]\s")
"""What a marked line begins with: `◇ 나래 마을 조성 = 20억원을 들인다.`"""
VERBAL = re.compile(
    r"(?:[다요죠]|한|할|하는|된|되는|될|위한|통한|하고|해|하며)$|\s(?:한|할|하는|된|되는|될)\s"
)
DATED = re.compile(TIMED.pattern + r"|20[0-9]{2}\.|[0-9]{2}\.\s|[0-9]{1,2}일\s")
"""What an item begins with that tells when, and no name."""
SAYING = ("E", "VV", "VA", "VX", "VCP", "JKS", "JKO", "JX", "JKB", "SP")
"""Tags of words that a sentence has and a name has not."""
OBJECTS = ("JKO", "JKS", "JX")
SHORTEST = 5
"""Letters of the shortest name that only its verb tells."""
WHERE = frozenset(("안", "내", "일원", "일대", "부지", "부근", "인근", "곳", "자리", "터", "땅"))
"""What says where the money goes, not what it is for."""
MADE = re.compile(
    r"[^.,\n]{0,14}?(?:짓|지어|지을|지은|지었|세우|세워|세운|세울|들어서|들어선|들어설|들어섰|조성|구축|건립|건설"
    r"|착공|준공|완공|개소|개관|문을 열|문 연|설립|신설|증설|유치|지정|추진|선정|첫 삽)"
)
"""What is done to a named undertaking, right behind its particle."""
CALLED = re.compile(rf"[^.,\n]{{0,20}}?(?:{ANSWERED})")
"""What becomes of one who answers a call, behind its particle."""
PLACED = re.compile(
    r"(?:(?:에서|에는|에도|에선|엔|에)(?=[\s,.])|\s(?:내|안|안에|내에|일원|일대|부지|땅|터)(?=[\s에의을를은는이가,.]))"
)
"""What stands behind a place."""
GROUNDS = re.compile(
    r"(?:[가-힣A-Z0-9]{2}(?:단지|산단|지구|공구|구역|블록|특구|밸리|파크|타운|신도시|국제도시|센터|캠퍼스|병원|공장|제련소"
    r"|발전소|기지|광산|매립지|취장|투기장|훈련장|사격장|시험장|경기장|홍보관|전시관|회관|박물관|터미널|부두|항|역|댐"
    r"|공항|호수|저수지|호기|본사|청사|사옥|연구동|[가-힣]동|대교|해변|해수욕장|온천|섬|도서관|창조관|학교|지역)"
    r"|(?<=[가-힣]{2})관)$"
)
"""What a word ends in that may be a place, though no list has it."""

LANDMARKS = frozenset("강천산만도항역교로봉령호댐섬곶포숲골")
"""The last letters of landmarks."""
PART = re.compile(
    r"(?<![0-9A-Za-z가-힣∼~-])(?<![0-9]·)(?<!총 )(?<!모두 )"
    rf"(?!\d단계{DIVIDED})"
    r"(?:제?[1-9]단계|[1-9A-C]블록)(?!\s?(?:이상|이하)|\s(?:지역|구역|부지|용지)\s?(?:내|안|에))"
)


TASKS = frozenset(("item", "project.item", "project.phrase", "tailed", "made", "funded"))
"""Who proposes tasks of a list that need not be names."""


class Proposal(NamedTuple):
    """`text[start:end]` may name something; `source` proposed it, `said` is the rule's own view."""

    start: int
    end: int
    source: str
    said: str

    @property
    def kind(self) -> str:
        """What the rule takes it for, else who proposes it."""
        return self.said.partition(".")[0] or self.source


def proposals(ground: Ground, ruled: Sequence[Mention]) -> Iterator[Proposal]:
    """All proposals of a document, several for one stretch where several sources agree."""
    shared = shared_tasks(ground.text, ground.document.sentences)
    for proposal in _generous(ground, ruled):
        if PAID.search(ground.text, proposal.start, proposal.end) is not None:
            continue
        if shared and proposal.source in TASKS and _is_shared(ground, proposal, shared):
            continue
        pictured = _pictured(ground.text, proposal)
        if pictured is not None and not is_vain(ground, pictured.start, pictured.end):
            yield pictured


def _is_shared(ground: Ground, proposal: Proposal, shared: Sequence[tuple[int, int]]) -> bool:
    """Whether it is a task without a name of its own, in a list of what signers do together."""
    at = bisect_right(shared, (proposal.start, proposal.end)) - 1
    if at < 0 or proposal.start >= shared[at][1]:
        return False
    words = ground.flat[ground.flat_index(proposal.start) : ground.flat_index(proposal.end)]
    return not any("NNP" in word.tags for word in words)


def _pictured(text: str, proposal: Proposal) -> Proposal | None:
    """A proposal without the word for a picture that it runs into; None where nothing is left."""
    start, end = proposal.start, proposal.end
    picture = PICTURE.search(text, start, end)
    if picture is None and PICTURE_ENDS.match(text, end + 1):
        picture = PICTURE.search(text, start, end + 1)
    if picture is None:
        return proposal
    if picture.start() - start < SHORTEST:
        return None
    return proposal._replace(end=picture.start(), said="")


def _generous(ground: Ground, ruled: Sequence[Mention]) -> Iterator[Proposal]:
    for mention in ruled:
        said = f"{mention.type}.{max(-1, min(9, int(mention.confidence * 10)))}"
        yield Proposal(mention.start, mention.end, mention.rule, said)
    yield from _tailed(ground, {mention.end for mention in ruled})
    yield from _funded(ground)
    yield from _items(ground)
    yield from _quoted(ground)
    yield from _made(ground)
    yield from _called(ground)
    yield from _placed(ground)
    yield from _landmarks(ground)
    for sentence in ground.document.sentences:
        for match in PART.finditer(ground.text, sentence.start, sentence.end):
            yield Proposal(*match.span(), "part", "")


def _tailed(ground: Ground, ruled: Collection[int]) -> Iterator[Proposal]:
    """Phrases with last parts that the rules do not trust by themselves, or did not take."""
    for phrase in phrases(ground, MORE):
        yield Proposal(phrase.start, phrase.end, "tailed", "")
    bodies = {hit.end for hit in ground.listed if any(e.type in BODIES for e in hit.entries)}
    for phrase in phrases(ground, RULED):
        if phrase.end not in ruled and phrase.end not in bodies and phrase.nouns:
            yield Proposal(phrase.start, phrase.end, "refused", "")


def _funded(ground: Ground) -> Iterator[Proposal]:
    """The words right before a sum: `소재부품 조기진단 및 예방 30억 원`."""
    words = ground.flat
    text = ground.text
    for position, word in enumerate(words):
        if not word.nominal:
            continue
        bracket = PLACE_OF.match(text, word.end)
        money = SUM.match(text, bracket.end() if bracket else word.end)
        if money is None:
            continue
        noun = COST.sub("", word.noun)
        tail = DOING.search(noun)
        first = position
        while first and position - first < 9:
            before = words[first - 1]
            conjoined = before.noun == "및" or before.tags == ("MAJ",)
            if words[first].gap not in LINK or not (joins(before) or conjoined):
                break
            first -= 1
        while first < position and (
            words[first].noun == "및"
            or (
                words[first].start in ground.region_starts and FULL_REGION.search(words[first].noun)
            )
        ):
            first += 1
        if noun in WHERE or COUNTED.match(noun):
            continue
        serial = len(noun) >= RUN_TOGETHER and ROW.match(text, money.end())
        if position - first >= 2 or (position > first and tail) or (serial and (tail or bracket)):
            end = word.start + len(noun)
            if noun != word.noun and (cost := PREPARED.search(text, words[first].start, word.end)):
                end = cost.start()
            yield Proposal(words[first].start, end, "funded", "doing" if tail else "plain")


def _made(ground: Ground) -> Iterator[Proposal]:
    """Whatever is built, designated or won, whatever its name ends in."""
    text = ground.text
    for position, word in enumerate(ground.flat):
        if word.particle in OBJECTS and _may_end(ground, word) and MADE.match(text, word.stop):
            phrase = phrase_to(ground, position, word.noun[-2:], limit=6)
            if phrase.end - phrase.start >= SHORTEST:
                yield Proposal(phrase.start, phrase.end, "made", word.particle)


def _called(ground: Ground) -> Iterator[Proposal]:
    """The call that is won or tried for: `나래협약 공모에 선정`."""
    for position, word in enumerate(ground.flat):
        if word.noun == "공모" and word.gap == " " and CALLED.match(ground.text, word.stop):
            phrase = phrase_to(ground, position, word.noun, limit=6)
            if phrase.end - phrase.start >= SHORTEST:
                yield Proposal(phrase.start, phrase.end, "called", word.particle)


def _placed(ground: Ground) -> Iterator[Proposal]:
    """Where something stands or happens, by what the word ends in."""
    text = ground.text
    for position, word in enumerate(ground.flat):
        if (
            PLACED.match(text, word.start + len(word.noun))
            and GROUNDS.search(word.noun)
            and _may_end(ground, word)
        ):
            phrase = phrase_to(ground, position, word.noun[-2:], limit=6)
            yield Proposal(phrase.start, phrase.end, "placed", "")


def _landmarks(ground: Ground) -> Iterator[Proposal]:
    """Rivers, hills, islands, harbours, stations and streets by their name: `금호강`, `영종도`.

    And any proper noun of no list, where something is or happens.
    """
    for word in ground.flat:
        noun, tags = word.noun, word.tags
        if len(noun) < 3 or "NNP" not in tags or not _may_end(ground, word):
            continue
        if ground.gazetteer.entries(noun):
            continue
        if noun[-1] in LANDMARKS:
            yield Proposal(word.start, word.start + len(noun), "landmark", noun[-1])
        elif tags == ("NNP",) and PLACED.match(ground.text, word.start + len(noun)):
            yield Proposal(word.start, word.start + len(noun), "landmark", "")


def _may_end(ground: Ground, word: Word) -> bool:
    """Whether a name of something built may end in a word: no region, person, count or time."""
    return (
        word.nominal
        and len(word.noun) > 1
        and word.start not in ground.region_starts
        and word.start not in ground.person_starts
        and word.noun not in STOPS
        and not COUNTED.match(word.noun)
    )


def _items(ground: Ground) -> Iterator[Proposal]:
    """The items of lists with marks, cut where the name ends."""
    text = ground.text
    for sentence in ground.document.sentences:
        low = max(0, sentence.start - 3)
        if not MARKED.search(text, low, sentence.end):
            continue
        pieces = [match.span(1) for match in ITEM.finditer(text, low, sentence.end)]
        pieces += _labelled(text, low, sentence.end)
        pieces += [match.span(1) for match in HEADED.finditer(text, low, sentence.end)]
        for begin, stop in pieces:
            item = text[begin:stop]
            end = ITEM_STOP.search(item)
            name = PREPARED.sub("", (item[: end.start()] if end else item).strip(" .,("))
            name = SPENT.sub("", name)
            if (means := MEANS.match(item)) is not None:
                name = means.group()
            elif VERBAL.search(name):
                continue
            if len(name) < 3 or DATED.match(name) or begin < sentence.start:
                continue
            start = text.index(name, begin)
            if means is None and _says(sentence, start, start + len(name)):
                continue
            yield Proposal(start, start + len(name), "item", "doing" if DOING.search(name) else "")


def _labelled(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """What stands behind the labels of items, cut at slashes."""
    for match in LABELLED.finditer(text, low, high):
        start = match.start(1)
        for piece in match.group(1).split(" / "):
            yield start, start + len(piece)
            start += len(piece) + 3


def _says(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words of a sentence stand there: particles of its parts, or endings of verbs.

    A verb made a noun is none: `나눔터`, `키움센터`.
    """
    low, high = (
        bisect_left(sentence.tokens, offset, key=lambda token: token.start)
        for offset in (start, end)
    )
    inner = sentence.tokens[low:high]
    nouns = {at - back for at, token in enumerate(inner) if token.tag == "ETN" for back in (0, 1)}
    return any(
        token.tag.startswith(SAYING) and token.form not in LINK and at not in nouns
        for at, token in enumerate(inner)
    )


def _quoted(ground: Ground) -> Iterator[Proposal]:
    """What stands between quotation marks and is no speech."""
    for low, high in ground.quotes:
        name = COUNTED_OUT.sub("", ground.text[low:high].strip())
        if 3 <= len(name) <= 45 and not VERBAL.search(name):
            start = ground.text.index(name, low)
            yield Proposal(start, start + len(name), "marked", ground.text[low - 1])
