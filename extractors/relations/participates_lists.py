"""Bodies each behind a mark, and those whom a project's role names.

- `△나래원 △다래대 △㈜두루항공 등 9곳이 참여한다`;
- `나래산단의 사업시행자는 두루공사다`, `나래센터 주관기관인 다래원`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.points import POINTS
from extractors.reading import Occurrence, Reading
from extractors.relations.phrases import CLOSING, Phrase, outermost, phrases
from extractors.relations.themes import Themes
from graph.model import ORGANIZATIONS, EntityType, Part, Participates

_MARK = re.compile(rf"[{POINTS}•]\s?(?:㈜|\((?:주|재|사)\))?$")
_JOIN = re.compile(r"참여|함께[하한했]|힘을 (?:모|보|합)|동참|뭉[쳤친치]|손을 잡")
_FEWEST = 3
"""How many bodies behind marks make a list of those who take part."""
_CALLED = re.compile(
    rf"[{re.escape(CLOSING)}]*(?:\([^()\n]{{1,20}}\))?"
    r"(?: ?(?:조성|건립|개발|구축|운영|민자|민간)?사업)?의? (?:(?:사업|공동|민간|우선) ?)?"
    r"(?P<who>(?:시행|주관|운영|전담|수행)기관|시행자|시행사|운영사|주관사|주관|시공사|시공)"
    r"(?:은|는|인|으로는|을 맡은|를 맡은) ?(?:㈜|\((?:주|재|사)\))?"
)


def in_lists(reading: Reading, themes: Themes) -> Iterator[Participates]:
    """The bodies of lists, and those whom a project's role names."""
    for sentence in reading.document.sentences:
        words = reading.document.surface(sentence)
        if _JOIN.search(words):
            yield from _marked(reading, sentence, themes)
        if "시행" in words or "주관" in words or "시공" in words or "기관" in words:
            yield from _called(reading, sentence)


def _marked(reading: Reading, sentence: Sentence, themes: Themes) -> Iterator[Participates]:
    """`△나래원 △다래대 △㈜두루항공 등 9곳이 참여한다`."""
    text = reading.document.text
    bodies: list[Occurrence] = [
        body
        for body in outermost(reading.in_sentence(sentence))
        if reading.by_key[body.key].type in ORGANIZATIONS
        and _MARK.search(text, max(sentence.start, body.start - 6), body.start)
    ]
    theme = themes.at(bodies[0].start) if bodies else None
    if theme is None or len(bodies) < _FEWEST:
        return
    for body in bodies:
        evidence = reading.evidence(body.start, body.end, "participates/marked", 0.7)
        yield Participates(body.key, theme.key, Part.PARTNER, evidence)


def _called(reading: Reading, sentence: Sentence) -> Iterator[Participates]:
    """`나래산단의 사업시행자는 두루공사다`."""
    text = reading.document.text
    named: list[Phrase] = list(phrases(reading, sentence))
    for project in named:
        if reading.by_key[project.last.key].type is not EntityType.PROJECT:
            continue
        role = _CALLED.match(text, project.end, sentence.end)
        if role is None:
            continue
        body = next((p for p in named if p.start == role.end()), None)
        if body is None or reading.by_key[body.last.key].type not in ORGANIZATIONS:
            continue
        part = Part.BUILDER if role["who"].startswith("시공") else Part.LEAD
        for key in body.keys:
            evidence = reading.evidence(project.start, body.end, "participates/called", 0.85)
            yield Participates(key, project.last.key, part, evidence)
