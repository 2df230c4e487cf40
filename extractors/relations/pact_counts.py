"""Parties of a pact that its sentence only counts: `5개 기업과`, `두 기관은`, `이들과`."""

from __future__ import annotations

import re
from collections.abc import Set

from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.numerals import NUMERALS
from extractors.relations.phrases import phrases
from graph.model import ORGANIZATIONS, EntityType

MANY = re.compile(
    r"(?:(?P<count>[0-9]{1,2})개(?:사| ?(?:전문|참여|협력|입주)? ?(?:기업|업체|회사)(?:·기관)?)|"
    r"(?:기업|업체|회사) ?(?P<after>[0-9]{1,2})(?:곳|개사|개)|"
    r"(?P<these>이들(?: (?:기업|업체|기관))?)|기업 ?(?:인|대표)들|"
    rf"(?P<native>{'|'.join(NUMERALS)}) ?(?:기업|업체|회사|기관|대학))"
    r"(?: ?(?:대표|대표자|관계자)들?)?(?:(?:과|와) |[이가] 참석한 가운데 )"
)
"""Parties that a signing sentence only counts: `5개 기업과`, `기업 5곳과`, `기업인들과`."""
_ALL_OF = re.compile(
    r"(?<![가-힣])(?P<count>두|세|네|다섯|여섯|양|[2-9]개) ?"
    r"(?:기관|곳|회사|기업|업체|지자체|도시|시군|시·군|단체|대학|측)(?:은|는|이|가)(?![가-힣])"
)
"""Parties of whom the sentence before tells: `두 기관은`, `세 곳이`."""
_THESE = re.compile(
    r"(?<![가-힣])이들 ?(?P<kind>기업|업체|회사|기관|대학|단체)(?:들)?(?:은|는|이|가)(?![가-힣])"
)
_OF_KIND = {
    **dict.fromkeys(("기업", "업체", "회사"), frozenset({EntityType.COMPANY})),
    "대학": frozenset({EntityType.UNIVERSITY}),
}
_BEHIND = 12
"""How far behind a pact its signers may stand: `협약을 체결한 이들 기업은`."""
_LOOKED_BACK = 3
"""How many sentences back such parties are looked for."""
WITH = frozenset({"와", "과", "와의", "과의", "와는", "과는", "와도", "과도", "하고"})
SIGNER = frozenset({"은", "는", "이", "가", "도", "에서는"})
BODIES = ORGANIZATIONS - {EntityType.REGION}
"""What signs by a name of its own."""


def counted(reading: Reading, sentence: Sentence, many: re.Match[str]) -> list[str]:
    """The firms of an article whose sentence counts them: nearly as many as it says.

    For `이들 기관`, the bodies of the sentence before.
    """
    if many["these"]:
        return _told_before(reading, sentence, BODIES)
    if many["native"]:
        return _named_last(reading, sentence, NUMERALS[many["native"]])
    firms = [entity.key for entity in reading.entities if entity.type is EntityType.COMPANY]
    said = many["count"] or many["after"]
    if said is None:
        return firms if len(firms) > 1 else []
    return firms if int(said) * 0.6 <= len(firms) <= int(said) + 1 else []


def these(reading: Reading, sentence: Sentence, begin: int, end: int) -> list[str] | None:
    """The bodies of the sentence before that `이들 기업은` means; None where nobody is meant so."""
    told = _THESE.search(reading.document.text, begin, min(sentence.end, end + _BEHIND))
    if told is None:
        return None
    kinds = _OF_KIND.get(told["kind"], BODIES)
    return list(dict.fromkeys(_told_before(reading, sentence, kinds)))


def _told_before(reading: Reading, sentence: Sentence, kinds: Set[EntityType]) -> list[str]:
    """The bodies of those kinds that the sentence before names."""
    sentences = reading.document.sentences
    before = sentences[max(0, reading.document.number_at(sentence.start) - 1)]
    return [o.key for o in reading.in_sentence(before, kinds)]


def all_of(reading: Reading, sentence: Sentence, begin: int, end: int) -> list[str]:
    """The bodies that `두 기관` means: as many as it says, named last before it."""
    told = _ALL_OF.search(reading.document.text, begin, end)
    if told is None:
        return []
    said = told["count"]
    many = {"양": 2, **NUMERALS}.get(said) or int(said.removesuffix("개"))
    return _named_last(reading, sentence, many)


def _named_last(reading: Reading, sentence: Sentence, many: int) -> list[str]:
    """As many bodies as are said that act or are listed in the sentences before."""
    sentences = reading.document.sentences
    number = reading.document.number_at(sentence.start)
    found: list[str] = []
    for before in reversed(sentences[max(0, number - _LOOKED_BACK) : number]):
        acting = [
            key
            for phrase in phrases(reading, before, ORGANIZATIONS)
            if phrase.particle in WITH | SIGNER or len(phrase.keys) > 1
            for key in phrase.keys
            if not (reading.by_key[key].ref or "").startswith("country:")
        ]
        nearer, found = found, list(dict.fromkeys((*acting, *found)))
        if len(found) >= many:
            return found[-many:] if nearer or len(found) == many else []
    return []
