"""Firms told by those who stand beside them: their heads, the firms of their list, who signs.

- `다온플랫폼 배나래 대표`: what opens a phrase before a person and the office of a firm's head;
- `제조업체 일본 다온기공`, `업체 미국의 다온`: what a kind of firm and its country lead to;
- `나래소재, 다온, 두루제약`: a word that stands between two firms of a list;
- `다온산업과 투자협약을 체결`: a name with a firm's last part among those who sign;
- `다온(Daon) 사와`, `Daon社의`: a name with the word for a firm behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import pairwise

from extractors.mentions.firm_words import COMMON, ITEM_ENDS, KIND, TAIL, TAIL_LETTERS
from extractors.mentions.ground import Ground, Word
from extractors.mentions.mention import Mention

Told = tuple[Word, str, float]
"""A word that is a firm's name, by which rule and how surely."""

_LED = frozenset(("대표", "대표이사", "공동대표", "부사장", "전무", "상무", "CEO", "CTO"))
"""Offices that firms alone have."""
_PARTY = re.compile(r"(?:당|국민의힘|후보|의원|협회|학회|연합|조합|재단|센터|위원회|모임)$")
_BUSY = frozenset(("전", "현", "신임", "당시", "공동", "각자", "이날", "특히", "또", "이어"))
_MAKES = re.compile(r"(?:생산|제조|개발|공급|납품)(?:하는|한|해온|해 온) $")
_PACT = r"(?:협약서?|양해각서|합의각서|의향서|MOU|MOA)(?:\([A-Z]{2,4}\))?[’'”]?"
_SIGNS = re.compile(
    rf"(?:[와과은는이가]|, [^.\n]{{0,70}}?[와과은는이가]) [^.\n]{{0,70}}?"
    rf"(?:{_PACT}(?:을|를) ?(?:체결|맺|교환|했|한다|하고)|협약(?:했|한다)|손을 ?맞?잡)"
)
_LEADS = re.compile(rf"{KIND.pattern}|[0-9]일|^(?:최근|이날|오늘|전날|현지)$")
"""What may stand bare before the name of one who signs."""
_OWNERS, _IN_LIST, _LONG = 3, 2, 400
"""How many names own something, how many of them in a list, in how long a sentence at most."""
OF_MEMBERS = re.compile(r"(?:학회|협회|연합회|협의회|상공회의소|상의|진흥회|중앙회|총연맹)$")
"""What the name of an association ends in."""
_GIVEN = re.compile(r"(?:개발|산업|통신|환경|정보|전기|기계|금속|생명|유통|위성|기업|은행)$")
"""Last parts that are words for fields, too: the rest must be a name."""
_HOUSE = re.compile(
    r"(?P<name>[0-9A-Za-z가-힣&.\-]{2,20})"
    r"(?: ?社|\([A-Z][A-Za-z0-9 .&\-]{1,30}\) ?(?:社|사(?=[가는와의를도에 ])))"
)


def heads(ground: Ground, people: Mapping[int, Mention]) -> Iterator[Told]:
    """What opens a phrase before a person with the office of a firm's head."""
    words = ground.flat
    for position in range(1, len(words) - 1):
        person = people.get(words[position].start)
        if person is None or person.end != words[position].end:
            continue
        firm, office = words[position - 1], words[position + 1]
        if not (words[position].gap == office.gap == " " and office.noun in _LED):
            continue
        before = words[position - 2] if position > 1 else None
        inside = before is not None and firm.gap == " " and before.bare
        named = firm.bare and firm.proper and len(firm.noun) > 2 and firm.noun not in _BUSY
        if named and not inside and _PARTY.search(firm.noun) is None:
            yield firm, "led", 0.75


def abroad(ground: Ground) -> Iterator[Told]:
    """What stands behind a kind of firm, or what one makes, and its country."""
    words = ground.flat
    for position in range(1, len(words)):
        word, country = words[position], words[position - 1]
        if word.gap != " " or word.tags[:1] not in (("NNP",), ("SL",)) or len(word.noun) < 2:
            continue
        if not any(e.level == "country" for e in ground.gazetteer.entries(country.noun)):
            continue
        if not country.bare and ground.suffix(country) != "의":
            continue
        before = words[position - 2] if position > 1 else None
        kind = before is not None and before.bare and KIND.search(before.noun) is not None
        makes = _MAKES.search(ground.text, max(0, country.start - 8), country.start) is not None
        if (kind and country.gap == " ") or makes:
            yield word, "abroad", 0.7


def between(ground: Ground, firms: Collection[int]) -> Iterator[Told]:
    """The words of a list that stand between two firms."""
    words = ground.flat
    for position in range(1, len(words) - 1):
        word, after = words[position], words[position + 1]
        if word.start in firms or word.gap != ", " or after.gap != ", " or not word.bare:
            continue
        if words[position - 1].start not in firms or after.start not in firms:
            continue
        if word.nominal and 2 <= len(word.noun) <= 6 and COMMON.search(word.noun) is None:
            yield word, "between", 0.7


def signing(
    ground: Ground, position: int, word: Word, is_field: Callable[[str], bool]
) -> Iterator[Told]:
    """A name with a firm's last part, if it is among those who sign."""
    if TAIL_LETTERS is not None and word.noun[-1:] not in TAIL_LETTERS:
        return
    tail = TAIL.search(word.noun)
    if tail is None or tail.start() < 2 or not word.nominal:
        return
    if is_field(word.noun) or is_field(word.noun[: tail.start()]):
        return
    if _GIVEN.search(word.noun) and word.tags[0] != "NNP":
        return
    before = ground.flat[position - 1] if position else None
    inside = before is not None and word.gap == " " and before.bare
    if inside and before is not None and not _LEADS.search(before.noun):
        return
    listed = word.bare and ITEM_ENDS.match(ground.text, word.end) is not None
    if (listed or not word.bare) and _SIGNS.match(ground.text, word.end):
        yield word, "signing", 0.75


def owners(ground: Ground, unlisted: Callable[[Word], bool]) -> Iterator[Told]:
    """`A의 …, B의 …, C의 … 등`: three unknown names in one sentence that own something."""
    for sentence, words in ground.sentences:
        owning = [
            word
            for word in words
            if word.particle == "JKG"
            and word.gap in (" ", ", ")
            and word.tags == ("NNP",)
            and unlisted(word)
        ]
        listed = sum(word.gap == ", " for word in owning)
        if len(owning) >= _OWNERS and listed >= _IN_LIST and sentence.end - sentence.start < _LONG:
            for word in owning:
                yield word, "owner", 0.65


def joined(ground: Ground, found: Mapping[int, Mention]) -> list[tuple[Mention, Mention]]:
    """The firms of lists that only a space parts from the next: one name of two words."""
    pairs: list[tuple[Mention, Mention]] = []
    gone: set[int] = set()
    entries = ground.gazetteer.entries
    for word, after in pairwise(ground.flat):
        first, second = found.get(word.start), found.get(after.start)
        if first is None or second is None or first.end != word.stop or after.gap != " ":
            continue
        if word.start in gone or not word.gap.endswith(", "):
            continue
        if not ITEM_ENDS.match(ground.text, second.end):
            continue
        if not (entries(first.name) and entries(second.name)):
            pairs.append((first, second))
            gone.add(after.start)
    return pairs


def housed(ground: Ground) -> Iterator[tuple[int, int]]:
    """Where names stand with the word for a firm behind them: `Daon社`, `다온(Daon) 사와`."""
    for sentence, _ in ground.sentences:
        for match in _HOUSE.finditer(ground.text, sentence.start, sentence.end):
            yield match.span("name")
