"""What project the text is talking about at any point.

News names a project once and then says `사업비는 400억원이 투입된다`: the project is the last one that was
a sentence's topic, failing that its object, failing that its last name.
"""

from __future__ import annotations

from bisect import bisect_left

from extractors.document import Sentence, Zone
from extractors.reading import Occurrence, Reading
from extractors.relations.phrases import Phrase, phrases
from graph.model import UNDERTAKINGS, EntityType


class Themes:
    """The project that each sentence takes over from those before it, and hands on."""

    def __init__(self, reading: Reading) -> None:
        self._starts: list[int] = []
        self._before: list[Occurrence | None] = []
        self._of: list[tuple[Phrase, ...]] = []
        theme: Occurrence | None = None
        for sentence in reading.document.sentences:
            named = phrases(reading, sentence, UNDERTAKINGS)
            self._starts.append(sentence.start)
            self._before.append(theme)
            self._of.append(named)
            theme = _handed_on(reading, sentence, named) or theme

    def before(self, offset: int) -> Occurrence | None:
        """The theme that the sentence at `offset` takes over."""
        return self._before[self._index(offset)] if self._starts else None

    def topic(self, offset: int) -> Phrase | None:
        """The last project phrase before `offset`, in its sentence, that is a topic or subject."""
        for phrase in reversed(self._of[self._index(offset)]):
            if phrase.end <= offset and phrase.particle[:1] in {"은", "는", "이", "가"}:
                return phrase
        return None

    def at(self, offset: int) -> Occurrence | None:
        """The project talked about at `offset`: the sentence's own topic, else the theme before."""
        topic = self.topic(offset)
        return topic.last if topic else self.before(offset)

    def _index(self, offset: int) -> int:
        return max(0, bisect_left(self._starts, offset + 1) - 1)


def _handed_on(
    reading: Reading, sentence: Sentence, named: tuple[Phrase, ...]
) -> Occurrence | None:
    projects = [
        phrase for phrase in named if reading.by_key[phrase.last.key].type is EntityType.PROJECT
    ]
    if not projects:
        return None
    if sentence.zone is Zone.TITLE:
        return projects[0].last
    for wanted in (("은", "는", "에는", "에"), ("이", "가"), ("을", "를"), ("이", "인")):
        for phrase in reversed(projects):
            if phrase.particle in wanted:
                return phrase.last
    return projects[-1].last
