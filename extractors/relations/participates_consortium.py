"""Bodies that make up a consortium, told before the undertaking that it is for or of it.

- `A, B 등과 컨소시엄을 구성한 이 사업은`, `A·B와 컨소시엄을 꾸려 X에 뽑혔다`;
- `A를 중심으로 컨소시엄을 구성해`: who leads it;
- `컨소시엄에는 A, B, C가 참여한다`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.phrases import Phrase, phrases
from extractors.relations.themes import Themes
from graph.model import ORGANIZATIONS, EntityType, Part, Participates

_FORMS = re.compile(
    r"(?:컨소시엄|연합체)[을를] (?:[가-힣]{2,3} )?"
    r"(?:구성|꾸[리려린렸]|이[뤄루룬뤘]|결성|맺[어은었])"
)
_INCLUDES = re.compile(r"컨소시엄(?:에는|에|은|이) ")
_TAKES_PART = re.compile(r"참여|구성[되됐돼]|함께[하한했]|이[뤄루]|포함|합류|꾸려")
_MAKERS = frozenset({"와", "과", "이", "가", "은", "는", ""})
_AROUND = re.compile(r"[을를] (?:중심|주축)으로 ?(?:한 |해 |삼아 )?(?:[가-힣]{1,4} )?$")
"""What stands between a consortium and the body that leads it."""
_NEXT_TO = 24
"""How many characters may stand between those who form a consortium and its name."""
_REACH = 60
"""How many characters behind it an undertaking may be named that it is for."""
_NEAR = 10
"""How near behind it words stand that mean the undertaking told of before."""
_THIS = re.compile(r" ?(?:이|해당|이번|본) ?(?:사업|과제|프로젝트|연구)")


def allied(reading: Reading, sentence: Sentence, themes: Themes) -> Iterator[Participates]:
    """Who a sentence says to be in a consortium, with the undertaking that it is for."""
    text = reading.document.text
    formed = _FORMS.search(text, sentence.start, sentence.end)
    named = _INCLUDES.search(text, sentence.start, sentence.end) if formed is None else None
    bodies = phrases(reading, sentence, ORGANIZATIONS)
    part = Part.PARTNER
    if formed is not None:
        found = _before(bodies, formed.start())
        leads = [p for p in bodies if _AROUND.fullmatch(text, p.end, formed.start())]
        if leads:
            found, part = leads, Part.LEAD
        project = _target(reading, sentence, formed.end(), themes)
    elif named is not None and _TAKES_PART.search(text, named.end(), sentence.end):
        found = [phrase for phrase in bodies if phrase.start >= named.end()][:1]
        theme = themes.at(named.start())
        project = theme.key if theme is not None else None
    else:
        return
    if project is None:
        return
    for phrase in found:
        for body in phrase.members:
            evidence = reading.evidence(
                body.start, max(phrase.after, body.end), "participates/consortium", 0.75
            )
            yield Participates(body.key, project, part, evidence)


def _before(bodies: tuple[Phrase, ...], stop: int) -> list[Phrase]:
    """The group of bodies that stands right before a consortium's name."""
    near = [p for p in bodies if p.end <= stop and stop - p.end <= _NEXT_TO]
    return [p for p in near[-1:] if p.particle in _MAKERS]


def _target(reading: Reading, sentence: Sentence, end: int, themes: Themes) -> str | None:
    """The undertaking that stands behind, unless what stands there means the one before."""
    this = _THIS.search(reading.document.text, end, min(sentence.end, end + _NEAR))
    behind = reading.within(end, min(sentence.end, end + _REACH), {EntityType.PROJECT})
    if this is not None:
        return _named_before(reading, sentence)
    theme = behind[0] if behind else themes.at(end)
    return theme.key if theme is not None else None


def _named_before(reading: Reading, sentence: Sentence) -> str | None:
    """The undertaking named last before a sentence, at most two sentences back."""
    number = reading.document.number_at(sentence.start)
    for before in reversed(reading.document.sentences[max(0, number - 2) : number]):
        named = [s for s in reading.in_sentence(before, {EntityType.PROJECT}) if s.named]
        if named:
            return named[-1].key
    return None
