"""Where an entity stands in its sentence: coordinated names, the nouns behind them, the particle.

`고흥군과 전남개발공사는`, `‘민간발사장’ 등 3개 사업에` and `시험평가센터 구축비는` are one phrase
each: its members share the particle that follows the last of them, and what stands between that
member and the particle (`구축비`) is the phrase's tail.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from extractors.document import Sentence, Token
from extractors.reading import Occurrence, Reading, once_a_sentence
from graph.model import EntityType

OPENING = "‘'“\"「『｢〈《<[△▲◇■▷▶∙•"
CLOSING = "’'”\"」』｣〉》>]"

_AND = re.compile(
    rf"[{re.escape(CLOSING)}]*(?:\([^()\n]{{0,60}}\))?[{re.escape(CLOSING)}]*"
    r"(?: ?(?:조성|건립|구축|건설|사업|조성사업|개발|지정|유치|설립|확장|확대|운영|선정|제정|"
    r"공모)){0,2}"
    r"(?: 등(?: [가-힣]{1,4})?)?"
    r"(?:와|과|하고|,| ?및|[·ㆍ/∙•])?"
    rf"\s*(?:및 )?[{re.escape(OPENING)}]*"
)
_DESCRIBED = re.compile(
    rf"[{re.escape(CLOSING)}]*(?:\([^()\n]{{0,60}}\))?(?:,|와|과| 및) "
    r"(?:[0-9A-Za-z가-힣·-]{1,12} ){0,4}[0-9A-Za-z가-힣·-]{0,10}"
    rf"(?:기업|업체|회사|제조사|스타트업)인? [{re.escape(OPENING)}]*(?:㈜|\(주\))?"
)
"""What stands between two firms of a list that says what the second one does."""
_GROUP = re.compile(r"(?:그룹|홀딩스|지주)$")
"""What a firm that only stands before one of its own is called: `나래그룹 나래정밀`."""
_JOINED = re.compile(r"와|과|하고|,|및|[·ㆍ/△▲∙•▷]")
_BRACKET = re.compile(r"[’'”\"」』｣〉》]*\([^()\n]{0,60}\)")
_BEFORE_BRACKET = frozenset(f"{CLOSING}(")
_SURFACE = re.compile(
    r"(에서는|에서|에는|에게|으로|로|은|는|이|가|을|를|에|의|와|과|도)(?![가-힣])"
)

_COUNTERS = frozenset({"두", "세", "네", "약", "총"})
"""Words before a number, which no noun is."""

_CLASSES = {
    EntityType.PROJECT: "project",
    EntityType.EVENT: "project",
    EntityType.PERSON: "person",
    EntityType.INDUSTRY: "industry",
    EntityType.SITE: "site",
}


class Phrase(NamedTuple):
    """Coordinated occurrences with the nouns (`tail`) and particle that follow the last of them.

    `mark` is the particle's offset and `after` the one behind it; `particle` is "" where none
    follows, and where the phrase is only the first part of a longer noun phrase.
    """

    members: tuple[Occurrence, ...]
    start: int
    end: int
    tail: str
    particle: str
    mark: int
    after: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The members' keys, each once."""
        if len(self.members) == 1:
            return (self.members[0].key,)
        return tuple(dict.fromkeys(member.key for member in self.members))

    @property
    def last(self) -> Occurrence:
        """The member that the particle stands on."""
        return self.members[-1]


class _Stand:
    """The outermost occurrences of a sentence, and the phrases made of them so far."""

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.text = reading.document.text
        self.sentence = sentence
        self.occurrences = outermost(reading.in_sentence(sentence))
        self.phrases: dict[frozenset[EntityType] | None, tuple[Phrase, ...]] = {}
        self._spots = [occurrence.start for occurrence in self.occurrences]
        self._starts = [token.start for token in sentence.tokens] if self.occurrences else []
        self._particles: dict[int, tuple[str, str, int, int]] = {}

    def phrase(self, members: tuple[Occurrence, ...]) -> Phrase:
        """The phrase of some of its occurrences, coordinated."""
        start, end = members[0].start, members[-1].end
        read = self._particles.get(end)
        if read is None:
            read = self._particles[end] = self._particle(end)
        return Phrase(members, start, end, *read)

    def _particle(self, end: int) -> tuple[str, str, int, int]:
        """The tail, the particle and its offsets; none where another occurrence comes before."""
        read = _particle(self.text, self.sentence, self._starts, end)
        spots = self._spots
        following = bisect_left(spots, end)
        if (
            following < len(spots)
            and spots[following] < read[2]
            and not _in_bracket(self.text, end, spots[following])
        ):
            return "", "", end, end
        return read


_stand = once_a_sentence(_Stand)


def phrases(
    reading: Reading, sentence: Sentence, types: Iterable[EntityType] | None = None
) -> tuple[Phrase, ...]:
    """The phrases of a sentence in order, of those types only where given."""
    stand = _stand(reading, sentence)
    wanted = None if types is None else frozenset(types)
    found = stand.phrases.get(wanted)
    if found is None:
        found = stand.phrases[wanted] = _coordinate(reading, stand, wanted)
    return found


def _coordinate(
    reading: Reading, stand: _Stand, wanted: frozenset[EntityType] | None
) -> tuple[Phrase, ...]:
    text, end = stand.text, stand.sentence.end
    found: list[Phrase] = []
    group: list[Occurrence] = []
    bracket_end = 0
    for position, occurrence in enumerate(stand.occurrences):
        if wanted is not None and reading.by_key[occurrence.key].type not in wanted:
            continue
        if occurrence.start < bracket_end:
            if occurrence.key != group[-1].key:
                found.append(stand.phrase((occurrence,)))
            continue
        if group and _only_describes(reading, text, group[-1], stand.occurrences, position):
            found.append(stand.phrase((occurrence,)))
            continue
        if group and not _coordinated(reading, text, group[-1], occurrence):
            found.append(stand.phrase(tuple(group)))
            group.clear()
        group.append(occurrence)
        may_open = text[occurrence.end : occurrence.end + 1] in _BEFORE_BRACKET
        bracket = _BRACKET.match(text, occurrence.end, end) if may_open else None
        bracket_end = bracket.end() if bracket else 0
    if group:
        found.append(stand.phrase(tuple(group)))
    return tuple(sorted(found, key=lambda phrase: phrase.start))


def outermost(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """The occurrences that lie in no longer one: a region in a project's name is left out.

    >>> short, long = Occurrence(0, 2, "e1"), Occurrence(0, 9, "e2")
    >>> [kept.key for kept in outermost([short, long])]
    ['e2']
    """
    found: list[Occurrence] = []
    for occurrence in occurrences:
        while found and occurrence.start <= found[-1].start and occurrence.end > found[-1].end:
            found.pop()
        if not found or occurrence.start >= found[-1].end:
            found.append(occurrence)
    return found


def class_of(reading: Reading, occurrence: Occurrence) -> str:
    """The kind that coordinates with itself: organisations, undertakings, persons, sites."""
    return _CLASSES.get(reading.by_key[occurrence.key].type, "organization")


def _coordinated(reading: Reading, text: str, one: Occurrence, other: Occurrence) -> bool:
    between = text[one.end : other.start]
    if between == " " and _are_firms(reading, one, other):  # `나래식품 다래사료 마루정밀은`
        kin = text.startswith(text[one.start : one.start + 2], other.start)
        return not kin and _GROUP.search(text, one.start, one.end) is None
    return (
        len(between) <= 70
        and one.key != other.key
        and class_of(reading, one) == class_of(reading, other)
        and _JOINED.search(between) is not None
        and (
            _AND.fullmatch(between) is not None
            or (_are_firms(reading, one, other) and _DESCRIBED.fullmatch(between) is not None)
        )
    )


def _only_describes(
    reading: Reading, text: str, firm: Occurrence, spots: list[Occurrence], position: int
) -> bool:
    """Whether a field only says what the next firm of a list makes: `A와 화장품 업체인 B는`."""
    if reading.by_key[spots[position].key].type is not EntityType.INDUSTRY:
        return False
    if position + 1 == len(spots):
        return False
    other = spots[position + 1]
    return _are_firms(reading, firm, other) and _coordinated(reading, text, firm, other)


def _are_firms(reading: Reading, *occurrences: Occurrence) -> bool:
    return all(reading.by_key[o.key].type is EntityType.COMPANY for o in occurrences)


def _in_bracket(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return between.count("(") > between.count(")")


def _particle(
    text: str, sentence: Sentence, starts: list[int], end: int
) -> tuple[str, str, int, int]:
    """The tail, the particle, its offset and the offset behind it."""
    tokens = sentence.tokens
    index = bisect_left(starts, end)
    if text[end - 1] == "㈜":  # whose particle the morphemes often take for a verb
        match = _SURFACE.match(text, end, sentence.end)
        if match:
            return "", match[1], match.start(), match.end()
    if index and tokens[index - 1].end > end:
        match = _SURFACE.match(text, end, tokens[index - 1].end)
        if match:
            return "", match[1], match.start(), match.end()
        return text[end : tokens[index - 1].end], "", end, end
    depth = 0
    tail: list[Token] = []
    for position in range(index, min(index + 24, len(tokens))):
        token = tokens[position]
        if token.tag == "SSO" or text[token.start] == "(":
            if text[token.start] != "(":
                return _words(text, tail), "", token.start, token.start
            depth += 1
        elif token.tag == "SSC" or text[token.start] == ")":
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif token.tag.startswith("J") or _is_mistagged(tokens, position):
            particle, after = _joined_particle(text, tokens, position)
            return _words(text, tail), particle, token.start, after
        elif not (_is_tail(token) or token.form in _COUNTERS):
            return _words(text, tail), "", token.start, token.start
        else:
            tail.append(token)
    return "", "", end, end


def _is_mistagged(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether Kiwi took the 에 behind a unit such as ㎡ for a noun."""
    token, before = tokens[position], tokens[position - 1]
    return token.form == "에" and before.tag in {"SW", "SL"} and before.end == token.start


def _words(text: str, tokens: list[Token]) -> str:
    """The surface of tokens, with one space where the text has any gap."""
    words = ""
    for index, token in enumerate(tokens):
        if index and token.start > tokens[index - 1].end:
            words += " "
        words += text[token.start : token.end]
    return words


def _joined_particle(text: str, tokens: tuple[Token, ...], position: int) -> tuple[str, int]:
    start = stop = tokens[position].start
    while position < len(tokens):
        token = tokens[position]
        if token.start > stop or not (token.tag.startswith("J") or token.start == start):
            break
        stop = tokens[position].end
        position += 1
    return text[start:stop], stop


def _is_tail(token: Token) -> bool:
    return token.tag[:2] in {"NN", "NR", "XS", "SL", "SN", "SW", "SH"} and token.tag[:3] not in {
        "XSV",
        "XSA",
    }
