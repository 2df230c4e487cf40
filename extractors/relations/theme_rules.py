"""What project the text goes on about, by rule: what each sentence takes over from those before.

News names a project once and then says `사업비는 400억원이 투입된다`: the project is the last one
that was a sentence's topic, failing that its object, failing that its last name.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.document import Sentence, Zone
from extractors.reading import Occurrence, Reading
from extractors.relations.outline import outline_of
from extractors.relations.phrases import CLOSING, Phrase, phrases
from graph.model import EntityType

_WON = re.compile(r"선정|뽑[혔히혀힌]|따[냈낸내]")
SUBJECTS = frozenset("은는이가")
"""What the particles of topics and subjects begin with."""
_PROJECTS = frozenset({EntityType.PROJECT})


class Carried(NamedTuple):
    """What a sentence takes over: the last phrase that was handed on, and the last of one project.

    `heading` where it is the line above that says so.
    """

    phrase: Phrase | None
    single: Phrase | None
    heading: bool = False

    @property
    def last(self) -> Occurrence | None:
        """The project of the phrase, the last of those that it coordinates."""
        phrase = self.single or self.phrase
        return phrase.last if phrase else None


def carried(reading: Reading) -> list[Carried]:
    """What each sentence takes over from those before it."""
    found: list[Carried] = []
    of: list[tuple[Phrase, ...]] = []
    theme: Phrase | None = None
    strong: Phrase | None = None
    single: Phrase | None = None
    paragraph = -1
    outline = outline_of(reading)
    for number, sentence in enumerate(reading.document.sentences):
        if sentence.paragraph != paragraph and strong is not None:
            theme = strong
        paragraph = sentence.paragraph
        if of and of[-1] and _goes_on(sentence):
            theme = of[-1][-1]
        named = phrases(reading, sentence, _PROJECTS)
        of.append(named)
        heading = outline.headings.get(number) or outline.holders.get(number)
        if heading is not None:
            theme = strong = single = heading
            found.append(Carried(theme, single, heading=True))
            continue
        if theme is not None and len(theme.keys) == 1:
            single = theme
        found.append(Carried(theme, single))
        words = reading.document.surface(sentence)
        handed = _handed_on(sentence, words, named, first=theme is None)
        if handed is not None and theme is not None and not _has_weight(reading, handed):
            handed = None
        if handed is not None:
            theme = handed
            if sentence.zone is Zone.TITLE or handed.particle[:1] in SUBJECTS:
                strong = handed
    return found


def _has_weight(reading: Reading, phrase: Phrase) -> bool:
    """Whether a project can become what the text talks about.

    One that is named in passing, once and without quotes (`주택과 커뮤니티센터를 세우고`), does
    not take the place of what was talked about.
    """
    if phrase.particle[:1] in SUBJECTS or len(phrase.keys) > 1:
        return True
    text = reading.document.text
    return any(
        text[member.end : member.end + 1] in CLOSING or reading.times[member.key] > 1
        for member in phrase.members
    )


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence begins with a particle: it was cut behind a quoted name."""
    return bool(sentence.tokens) and sentence.tokens[0].tag.startswith("J")


def _handed_on(
    sentence: Sentence, words: str, named: tuple[Phrase, ...], *, first: bool
) -> Phrase | None:
    own = tuple(
        phrase
        for phrase in named
        if "공모" not in phrase.tail or (len(named) == 1 and _WON.search(words) is not None)
    )
    named = own or (named if first else ())
    if not named:
        return None
    if sentence.zone is Zone.TITLE:
        return named[0]
    for wanted in (("은", "는", "에는", "에도"), ("이", "가"), ("을", "를"), ("에", "인", "이")):
        for phrase in named:
            if phrase.particle in wanted:
                return phrase
    return named[0] if len(named) == 1 else named[-1]
