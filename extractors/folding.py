"""The form under which names are compared."""

from __future__ import annotations

import re
from functools import lru_cache

FOLDED = re.compile(r"[^0-9a-z가-힣一-鿿]")
CONTRACTED = (("산업단지", "산단"), ("대학교산학협력단", "대산학협력단"))


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name for comparison: lower case, letters and digits only, the same word in one form.

    >>> fold("소부장 특화단지") == fold("소부장특화단지")
    True
    >>> fold("나래대학교 산학협력단"), fold("나래국가산업단지")
    ('나래대산학협력단', '나래국가산단')
    """
    folded = FOLDED.sub("", name.lower())
    for long, short in CONTRACTED:
        folded = folded.replace(long, short)
    return folded
