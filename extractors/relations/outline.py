"""Lines of an outline: headings that are a project's name alone, and what stands under them.

`□ 「A 구축사업」` and under it `ㅇ 총사업비: 299억 원` or `위치 : 나래시 들샘동`: what such lines
tell is told of the heading's project, until the next heading of the same rank or a higher one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Sentence, Zone
from extractors.reading import Reading, once
from extractors.relations.phrases import Phrase, phrases
from graph.model import EntityType

_PROJECTS = frozenset({EntityType.PROJECT})
_MARK = re.compile(
    r"\s*(?P<mark>[□■◇◆▢❏○●◎ㅇ❍△▲▷▶▴▪◦∙•·ㆍ☞※*∘-]|[①-⑳❶-❿]|\(?(?:[0-9]{1,2}|[가-하]|[Ⅰ-Ⅹ])[.)](?=\s)|<|\[)?"
    r"\s*(?:[‘'“\"「『｢〈《<\[(]\s*)*"
)
"""What a line begins with; marks of one series (`①`, `②`) have one rank."""
LONGEST = 70
"""How long a heading may be."""
_HIGH = frozenset("□■◇◆▢❏○●◎①1가<[")
"""The marks that may stand over prose; under the others only lines with marks or labels count."""
_REST = re.compile(
    r"[’'”\"」』｣〉》>\])]*\s*(?:\([^()\n]{1,40}\))?\s*(?:사업|조성|구축|건립|건설|추진|설립|운영|개발){0,2}"
    r"(?:\s?사업)?[’'”\"」』｣〉》>\])]*\s*[:：]?\s*"
)
"""What may stand behind the name of a heading."""
_LABELLED = re.compile(
    r"\s*(?:[^\s0-9가-힣A-Za-z]|ㅇ|[0-9가-하]{1,2}[.)])?\s*"
    r"[(<\[]?[가-힣][가-힣·ㆍ/ ]{1,13}(?:\([^()\n]{1,12}\))?[)>\]]?\s?[:：]"
)
"""`총사업비:`, `- (사업 기간) :`."""


class Outline:
    """The headings of an article, and the sentences that their outlines hold."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.document.text
        self.headings: dict[int, Phrase] = {}
        self.holders: dict[int, Phrase] = {}
        self._marks: dict[int, str] = {}
        sentences = reading.document.sentences
        if not any(_may_head(self._text, sentence) for sentence in sentences):
            return
        self._read(sentences)
        for number in [n for n in self.headings if not self._is_over(n, sentences)]:
            del self.headings[number]

    def _read(self, sentences: Sequence[Sentence]) -> None:
        """Find headings and what they hold; `ranks` are the marks in force, the highest first."""
        ranks: list[str] = []
        over: Phrase | None = None
        depth = 0
        for number, sentence in enumerate(sentences):
            if not self._begins_line(sentence):
                if over is not None and number - 1 in self.holders:
                    self.holders[number] = over
                continue
            mark = self._marks[number] = self._mark(sentence)
            label = _LABELLED.match(self._text, sentence.start, sentence.end)
            if mark in ranks:
                del ranks[ranks.index(mark) + 1 :]
            elif mark:
                ranks.append(mark)
            heading = None if label else self._heading(number, mark)
            if heading is not None:
                self.headings[number] = heading
                over, depth = heading, len(ranks) if mark else 0
            elif (mark and len(ranks) <= depth) or not (mark or label or depth):
                over = None
            elif over is not None and (mark or label) and not self._is_own(sentence, label):
                self.holders[number] = over

    def _is_own(self, sentence: Sentence, label: re.Match[str] | None) -> bool:
        """Whether a line's label is a project's name: the line is of that one."""
        if label is None:
            return False
        named = phrases(self._reading, sentence, _PROJECTS)
        return bool(named) and named[0].end <= label.end()

    def _is_over(self, number: int, sentences: Sequence[Sentence]) -> bool:
        """Whether anything stands under a heading; else it is an item of a list."""
        if number + 1 in self.holders:
            return True
        mark = self._marks[number]
        if mark not in _HIGH or number + 1 >= len(sentences):
            return False
        return self._marks.get(number + 1, "") != mark and self._marks.get(number - 1, "") != mark

    def _begins_line(self, sentence: Sentence) -> bool:
        line = self._text.rfind("\n", 0, sentence.start) + 1
        return not self._text[line : sentence.start].strip(" \t\u3000□■◇◆○●△▲▷▶-·*")

    def _mark(self, sentence: Sentence) -> str:
        """The mark that a line begins with, one for all of a series."""
        line = self._text.rfind("\n", 0, sentence.start) + 1
        match = _MARK.match(self._text, line, sentence.end)
        mark = (match and match["mark"]) or ""
        if "①" <= mark <= "⑳" or "❶" <= mark <= "❿":
            return "①"
        if mark[:1] == "(" or mark[-1:] in {".", ")"}:
            return ("(" if mark[0] == "(" else "") + (
                "1" if "0" <= mark.strip("(")[0] <= "9" else "가"
            )
        return mark

    def _heading(self, number: int, mark: str) -> Phrase | None:
        """The project whose name is all that a line says."""
        sentence = self._reading.document.sentences[number]
        text = self._text
        if sentence.zone is not Zone.BODY or not _may_head(text, sentence):
            return None
        named = phrases(self._reading, sentence, _PROJECTS)
        if len(named) != 1 or len(named[0].keys) != 1:
            return None
        start = _MARK.match(text, sentence.start, sentence.end)
        if start is None or named[0].start > start.end() or named[0].end < start.end():
            return None
        if _REST.fullmatch(text, named[0].end, sentence.end) is None:
            return None
        return named[0] if mark or self._goes_on(number) else None

    def _goes_on(self, number: int) -> bool:
        """Whether a line with a label follows: an unmarked name alone may be a caption."""
        sentences = self._reading.document.sentences
        if number + 1 >= len(sentences):
            return False
        following = sentences[number + 1]
        return _LABELLED.match(self._text, following.start, following.end) is not None


def _may_head(text: str, sentence: Sentence) -> bool:
    """Whether a sentence is a short line of its own."""
    return (
        sentence.end - sentence.start <= LONGEST and text[sentence.end : sentence.end + 1] in "\n"
    )


@once
def outline_of(reading: Reading) -> Outline:
    """The outline of an article."""
    return Outline(reading)
