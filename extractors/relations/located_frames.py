"""Places that a sentence opens and the next ones fill.

`PLACE에는 시설이 빼곡하다. A는 가동 중이고 B도 짓고 있다`: where a sentence says only that much
stands at a place, what the next ones of its paragraph name stands there, until one of them names
another place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.clauses import OBJECT, SUBJECT, TOPIC
from extractors.relations.located_rows import Places, places_of
from extractors.relations.phrases import Phrase, phrases
from graph.model import PLACES, EntityType, Located

_THINGS = frozenset(
    {EntityType.PROJECT, EntityType.COMPANY, EntityType.INSTITUTE, EntityType.UNIVERSITY}
)
_AT = frozenset({"에는", "에선", "에서는", "엔", "에도"})
_MUCH = re.compile(
    r"(?:시설|기업|기관|업체|공장|연구소|센터|단지|이름|인프라|기반|회사|사업|곳)(?:들)?"
    r"[이가도은는] "
    r"(?:[^.\n]{0,24}? )?"
    r"(?:즐비|빼곡|줄[을이]? |모여|모인|몰려|몰렸|밀집|자리|들어서|들어섰|둥지|굵직|많|포진|집적|"
    r"준비|잇따|차례로|뭉쳐|한데|가득|터를|터 )"
)
_READS = SUBJECT | OBJECT | TOPIC | {"과", "와", ""}
_BULLET = re.compile(r"[△▲▴▷▶◆◇■□○●∙•※·*-] ?")
_SIGNED = re.compile(
    r"[’'”\"]?(?: ?(?:내|안|일원|부지))*(?:에|로|으로)? (?:[^.,\n]{0,60} )?"
    r"(?:투자 ?협약|투자 ?양해각서|입주 ?협약|투자 ?유치 ?협약|투자협약\(MOU\))"
)
_SIGNED_WORDS = 120
_SIGNED_REACH = 6
"""How many sentences a pact's place holds for."""
_PLANT = re.compile(r"공장|사업장|생산 ?시설|생산 ?라인|설비|창고|물류센터|연구소")
_AWAY = re.compile(r"[’'”\"]?(?: ?(?:내|안|일원|부지|[0-9,]+㎡))*(?:에|로|으로|에서)(?![가-힣])")
_REACH = 6
"""How many sentences a place holds for."""


def signed(reading: Reading) -> Iterator[Located]:
    """`B산단에 4개 기업이 투자협약을 맺었다. A사는 70억 원으로 공장을 짓는다`: A lies in B."""
    sentences = reading.document.sentences
    text = reading.document.text
    place: str | None = None
    since = 0
    for number, sentence in enumerate(sentences):
        lists = list(places_of(reading, sentence))
        found = _signed_at(reading, sentence, lists)
        if found is not None:
            place, since = found, number
            continue
        if place is None or number - since > _SIGNED_REACH:
            continue
        if any(_AWAY.match(text, places.end) for places in lists):
            continue
        plant = _PLANT.search(text, sentence.start, sentence.end)
        if plant is None:
            continue
        for phrase in phrases(reading, sentence, {EntityType.COMPANY}):
            if phrase.particle in SUBJECT | TOPIC:
                for firm in phrase.keys:
                    yield Located(
                        firm,
                        place,
                        reading.evidence(
                            min(phrase.start, plant.start()),
                            max(phrase.after, plant.end()),
                            "located/signed",
                            0.6,
                            phrase.start,
                        ),
                    )


def _signed_at(reading: Reading, sentence: Sentence, lists: list[Places]) -> str | None:
    """The one place where a sentence has firms agree to invest."""
    text = reading.document.text
    for places in lists:
        if [reading.by_key[key].type for key in places.smallest] != [EntityType.SITE]:
            continue
        words = text[places.end : min(sentence.end, places.end + _SIGNED_WORDS)]
        if _SIGNED.match(words):
            return places.smallest[0]
    return None


def framed(reading: Reading) -> Iterator[Located]:
    """What stands at a place that the sentence before opened."""
    sentences = reading.document.sentences
    for number, sentence in enumerate(sentences):
        place = _opened(reading, sentence)
        if place is None:
            continue
        (key,) = place.keys
        for after in sentences[number + 1 : number + 1 + _REACH]:
            listed = _BULLET.match(reading.document.text, after.start) is not None
            if not (listed or after.paragraph == sentence.paragraph) or _names_place(
                reading, after
            ):
                break
            for phrase in phrases(reading, after, _THINGS):
                if phrase.particle in _READS:
                    for thing in phrase.keys:
                        evidence = reading.evidence(
                            phrase.start, phrase.after, "located/frame", 0.5, phrase.start
                        )
                        yield Located(thing, key, evidence)


def _names_place(reading: Reading, sentence: Sentence) -> bool:
    return any(spot.named for spot in reading.in_sentence(sentence, PLACES))


def _opened(reading: Reading, sentence: Sentence) -> Phrase | None:
    """The place that a sentence begins with and says no more of than that much stands there."""
    words = reading.document.surface(sentence)
    if _MUCH.search(words) is None:
        return None
    named = phrases(reading, sentence, PLACES)
    last = next((phrase for phrase in reversed(named) if phrase.particle in _AT), None)
    if last is None or len(last.keys) > 1 or last.tail or last.start - sentence.start > 24:
        return None
    return last
