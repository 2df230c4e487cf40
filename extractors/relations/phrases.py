"""Where an entity stands in its sentence: coordinated names, the nouns behind them, the particle.

`고흥군과 전남개발공사는`, `‘민간발사장’ 등 3개 사업에` and `시험평가센터 구축비는` are one phrase each: its
members share the particle that follows the last of them, and what stands between that member and
the particle (`구축비`) is the phrase's tail.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.document import Sentence, Token
from extractors.reading import Occurrence, Reading
from graph.model import EntityType

OPENING = "‘'“\"「『｢〈《<[△▲◇■▷▶∙•"
CLOSING = "’'”\"」』｣〉》>]"

_AND = re.compile(
    rf"[{re.escape(CLOSING)}]*(?:\([^()\n]{{0,60}}\))?[{re.escape(CLOSING)}]*"
    r"(?: ?(?:조성|건립|구축|건설|사업|조성사업|개발)){0,2}(?: 등(?: [가-힣]{1,4})?)?"
    r"(?:와|과|하고|,| ?및|[·ㆍ/∙•])?"
    rf"\s*(?:및 )?[{re.escape(OPENING)}]*"
)
_JOINED = re.compile(r"와|과|하고|,|및|[·ㆍ/△▲∙•▷]")
_SURFACE = re.compile(
    r"(에서는|에서|에는|에게|으로|로|은|는|이|가|을|를|에|의|와|과|도)(?![가-힣])"
)

_CLASSES = {
    EntityType.PROJECT: "project",
    EntityType.EVENT: "project",
    EntityType.PERSON: "person",
    EntityType.INDUSTRY: "industry",
    EntityType.SITE: "site",
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Coordinated occurrences with the nouns (`tail`) and particle that follow the last of them.

    `after` is the offset behind the particle; `particle` is "" where none follows.
    """

    members: tuple[Occurrence, ...]
    start: int
    end: int
    tail: str
    particle: str
    after: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The members' keys, each once."""
        return tuple(dict.fromkeys(member.key for member in self.members))

    @property
    def last(self) -> Occurrence:
        """The member that the particle stands on."""
        return self.members[-1]


def phrases(
    reading: Reading, sentence: Sentence, types: Iterable[EntityType] | None = None
) -> tuple[Phrase, ...]:
    """The phrases of a sentence in order, of those types only where given."""
    text = reading.document.text
    starts = [token.start for token in sentence.tokens]
    found: list[Phrase] = []
    group: list[Occurrence] = []
    for occurrence in reading.in_sentence(sentence, types):
        if group and occurrence.start < group[-1].end:
            continue
        if group and not _coordinated(reading, text, group[-1], occurrence):
            found.append(_phrase(text, sentence, starts, tuple(group)))
            group = []
        group.append(occurrence)
    if group:
        found.append(_phrase(text, sentence, starts, tuple(group)))
    return tuple(found)


def class_of(reading: Reading, occurrence: Occurrence) -> str:
    """The kind that coordinates with itself: organisations, undertakings, persons, sites …"""
    return _CLASSES.get(reading.by_key[occurrence.key].type, "organization")


def _coordinated(reading: Reading, text: str, one: Occurrence, other: Occurrence) -> bool:
    between = text[one.end : other.start]
    return (
        len(between) <= 70
        and class_of(reading, one) == class_of(reading, other)
        and _JOINED.search(between) is not None
        and _AND.fullmatch(between) is not None
    )


def _phrase(
    text: str, sentence: Sentence, starts: list[int], members: tuple[Occurrence, ...]
) -> Phrase:
    end = members[-1].end
    tail_end, particle, after = _particle(text, sentence, starts, end)
    return Phrase(members, members[0].start, end, text[end:tail_end].strip(), particle, after)


def _particle(text: str, sentence: Sentence, starts: list[int], end: int) -> tuple[int, str, int]:
    """Where the tail ends, the particle and the offset behind it."""
    tokens = sentence.tokens
    index = bisect_left(starts, end)
    if index and tokens[index - 1].end > end:
        match = _SURFACE.match(text, end, tokens[index - 1].end)
        return (end, match[1], match.end()) if match else (end, "", end)
    depth = 0
    for position in range(index, min(index + 24, len(tokens))):
        token = tokens[position]
        if token.tag == "SSO" or text[token.start] == "(":
            depth += 1
        elif token.tag == "SSC" or text[token.start] == ")":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif token.tag.startswith("J"):
            return token.start, *_joined_particle(text, tokens, position)
        elif not _is_tail(token):
            return token.start, "", token.start
    return end, "", end


def _joined_particle(text: str, tokens: tuple[Token, ...], position: int) -> tuple[str, int]:
    start = stop = tokens[position].start
    while position < len(tokens) and tokens[position].tag.startswith("J"):
        if tokens[position].start > stop:
            break
        stop = tokens[position].end
        position += 1
    return text[start:stop], stop


def _is_tail(token: Token) -> bool:
    return token.tag[:2] in {"NN", "XS", "SL", "SN", "SW", "SH"} and token.tag[:3] not in {
        "XSV",
        "XSA",
    }
