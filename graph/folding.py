"""The comparison form of a name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """A name's letters and digits only, in lower case and one Unicode form.

    >>> fold("첨단소재 실증 연구단지") == fold("첨단소재 실증연구단지")
    True
    >>> fold("K-Pop Ｅxpo")
    'kpopexpo'
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in folded if letter.isalnum())
