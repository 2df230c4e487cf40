"""What project the text is talking about at any point.

News names a project once and then says `사업비는 400억원이 투입된다`: the project is the last one
that was a sentence's topic, failing that its object, failing that its last name.
"""

from __future__ import annotations

import re

from extractors.document import Sentence, Zone
from extractors.reading import Occurrence, Reading, once
from extractors.relations.outline import outline_of
from extractors.relations.phrases import CLOSING, Phrase, phrases
from graph.model import EntityType

_WON = re.compile(r"선정|뽑[혔히혀힌]|따[냈낸내]")
NEAR = 12
"""How many sentences of a paragraph are looked back over."""
_PROJECTS = frozenset({EntityType.PROJECT})


class Themes:
    """The project that each sentence takes over from those before it, and hands on."""

    def __init__(self, reading: Reading) -> None:
        self._document = reading.document
        self._sentences = reading.document.sentences
        self._before: list[Phrase | None] = []
        self._single: list[Phrase | None] = []
        self._of: list[tuple[Phrase, ...]] = []
        theme: Phrase | None = None
        strong: Phrase | None = None
        single: Phrase | None = None
        paragraph = -1
        outline = outline_of(reading)
        for number, sentence in enumerate(reading.document.sentences):
            if sentence.paragraph != paragraph and strong is not None:
                theme = strong
            paragraph = sentence.paragraph
            if self._of and self._of[-1] and _goes_on(sentence):
                theme = self._of[-1][-1]
            named = phrases(reading, sentence, _PROJECTS)
            heading = outline.headings.get(number) or outline.holders.get(number)
            if heading is not None:
                theme = strong = single = heading
                self._before.append(theme)
                self._single.append(single)
                self._of.append(named)
                continue
            self._before.append(theme)
            if theme is not None and len(theme.keys) == 1:
                single = theme
            self._single.append(single)
            self._of.append(named)
            handed = _handed_on(
                sentence, reading.document.surface(sentence), named, first=theme is None
            )
            if handed is not None and theme is not None and not _has_weight(reading, handed):
                handed = None
            if handed is not None:
                theme = handed
                if sentence.zone is Zone.TITLE or handed.particle[:1] in {"은", "는", "이", "가"}:
                    strong = handed

    def phrase_before(self, offset: int) -> Phrase | None:
        """The theme that the sentence at `offset` takes over, with whatever it is coordinated."""
        return self._before[self._document.number_at(offset)] if self._before else None

    def before(self, offset: int) -> Occurrence | None:
        """The theme that the sentence at `offset` takes over."""
        if not self._before:
            return None
        phrase = self._single[self._document.number_at(offset)] or self.phrase_before(offset)
        return phrase.last if phrase else None

    def paragraph_before(self, offset: int) -> list[Sentence]:
        """The sentences before the one at `offset` in its paragraph, the nearest first."""
        index = self._document.number_at(offset)
        found: list[Sentence] = []
        for sentence in reversed(self._sentences[max(0, index - NEAR) : index]):
            if sentence.paragraph != self._sentences[index].paragraph:
                break
            found.append(sentence)
        return found

    def topic(self, offset: int) -> Phrase | None:
        """The last project phrase before `offset`, in its sentence, that is a topic or subject."""
        for phrase in reversed(self._of[self._document.number_at(offset)]):
            if phrase.end <= offset and phrase.particle[:1] in {"은", "는", "이", "가"}:
                return phrase
        return None

    def at(self, offset: int) -> Occurrence | None:
        """The project talked about at `offset`: the sentence's own topic, else the theme before."""
        topic = self.topic(offset)
        return topic.last if topic else self.before(offset)


@once
def themes_of(reading: Reading) -> Themes:
    """The themes of an article."""
    return Themes(reading)


def _has_weight(reading: Reading, phrase: Phrase) -> bool:
    """Whether a project can become what the text talks about.

    One that is named in passing, once and without quotes (`주택과 커뮤니티센터를 세우고`), does
    not take the place of what was talked about.
    """
    if phrase.particle[:1] in {"은", "는", "이", "가"} or len(phrase.keys) > 1:
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
