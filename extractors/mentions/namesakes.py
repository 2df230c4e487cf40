"""Persons beside persons, and persons before a stroke.

In `김나래·이다래 의원` and `김나래, 이다래, 박고래 의원` one title is for all; broadcasts name who
speaks by `[김나래 / 나래군수 :`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from extractors.mentions.ground import Ground, Word
from extractors.mentions.mention import Mention
from graph.model import EntityType

POINTS = frozenset(("·", "∙", "‧", "ㆍ", "・"))
COMMA = ", "
COMMON = frozenset(("NNG", "NNB", "XSN", "XPN"))
NAME = re.compile(r"[가-힣]{3}")
SPEAKER = re.compile(
    r"(?:^|[\[(▶■]|인터뷰\]?(?:\s?[:：])?)\s?([가-힣]{2,4})\s?/\s?"
    r"(?=([가-힣A-Za-z0-9· ]{2,30}?)\s?(?:[:\])\-–]|$))"
)


def beside(
    ground: Ground, people: Iterable[Mention], surnamed: Callable[[str], bool]
) -> Iterator[tuple[Mention, Mention]]:
    """The names before one in its list, each with the person whose title it shares."""
    words = ground.flat
    for person in people:
        position = ground.flat_index(person.start)
        while 0 < position < len(words) and (gap := words[position].gap) in (*POINTS, COMMA):
            word = words[position - 1]
            if not _name(ground, word, comma=gap == COMMA) or not surnamed(word.noun):
                break
            name = word.noun
            found = Mention(word.start, word.end, EntityType.PERSON, name, "person.beside", 0.8)
            yield found, person
            position -= 1


def _name(ground: Ground, word: Word, *, comma: bool) -> bool:
    """Whether a word may be a name in a list: before a comma no word of common nouns alone."""
    return (
        word.bare
        and NAME.fullmatch(word.noun) is not None
        and (not comma or not COMMON.issuperset(word.tags))
        and not ground.gazetteer.entries(word.noun)
    )


def speaking(
    ground: Ground, title_of: Callable[[str], str], surnamed: Callable[[str], bool]
) -> Iterator[tuple[Mention, str]]:
    """Who speaks by a caption of the broadcast, with the title."""
    text = ground.text
    for sentence, _ in ground.sentences:
        if text.find("/", sentence.start, sentence.end) < 0:
            continue
        for match in SPEAKER.finditer(text[sentence.start : sentence.end]):
            name, title = match[1], title_of(match[2].rsplit(" ", 1)[-1])
            if title and surnamed(name):
                start = sentence.start + match.start(1)
                mention = Mention(
                    start, start + len(name), EntityType.PERSON, name, "person.speaking", 0.9
                )
                yield mention, title
