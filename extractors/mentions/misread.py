"""Names that the morphemes cut up: `박범인` as 박범 that is, `권재한` as a verb; firms' too."""

from __future__ import annotations

import re
from collections.abc import Set

from extractors.mentions.ground import Ground, Word
from extractors.wordlists import words

COMMON_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차구우민나엄채"
)
_GIVEN = re.compile(
    f"[{''.join(sorted(words('given_names', 'second')))}]"
    f"[{''.join(sorted(words('given_names', 'last')))}]"
)
_ALONE = re.compile("[가-힣]{3,8}")
_SURNAME = frozenset(("NNP", "NNG", "NNB", "XPN"))


def name(word: Word, written: str) -> bool:
    """Whether a word of three letters, as written, is spelt as a name and no word of its own.

    The morphemes have taken its letters one by one, or its first two for an unknown name.
    """
    if not spelt(written) or not word.tags:
        return False
    apart = len(word.tags) == len(word.noun) and word.tags[0] in _SURNAME
    return apart or (word.tags == ("NNP",) and len(word.noun) == 2)


def spelt(written: str, surnames: Set[str] = COMMON_SURNAMES) -> bool:
    """Whether three letters are spelt as a Korean name: a surname, letters of given names.

    >>> spelt("권재한"), spelt("하인젤"), spelt("공영민"), spelt("공영민", {"공"})
    (True, False, False, True)
    """
    return written[:1] in surnames and _GIVEN.fullmatch(written, 1) is not None


def alone(ground: Ground, word: Word) -> bool:
    """Whether a word alone between commas is read as words of a sentence: `나래, 도와서, 다온`."""
    written = ground.text[word.start : word.stop]
    return (
        not word.nominal
        and _ALONE.fullmatch(written) is not None
        and ground.text.startswith((", ", "·", " 등"), word.stop)
        and word.start not in ground.person_starts
        and not ground.gazetteer.entries(written)
    )
