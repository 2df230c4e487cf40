"""Tokens that find a name inside a longer word, in any script that writes no spaces between parts.

Korean glues names and particles together (`한국재료연구원의`) and puts spaces as it likes. So
letters that are not Latin become overlapping pairs, across spaces: a phrase of pairs is a
substring. Latin words and numbers stay whole.
"""

from __future__ import annotations

import re
import unicodedata

_PARTS = re.compile(r"[a-zà-ɏ]+|\d+|[^\W\d_a-zà-ɏ]+")


def grams(text: str) -> list[str]:
    """A text's tokens in order: pairs of letters, Latin words and numbers whole.

    >>> grams("한국재료연구원의 AI센터")
    ['한국', '국재', '재료', '료연', '연구', '구원', '원의', 'ai', '센터']
    >>> grams("재료 연구원") == grams("재료연구원")
    True
    """
    tokens: list[str] = []
    run = ""
    for part in [*_PARTS.findall(folded(text)), ""]:
        if part and not (part[0].isascii() or part[0] <= "ɏ" or part.isdecimal()):
            run += part
            continue
        tokens.extend(run[at : at + 2] for at in range(max(1, len(run) - 1)) if run)
        run = ""
        if part:
            tokens.append(part)
    return tokens


def folded(text: str) -> str:
    """The text in one Unicode form and in lower case; a lone surrogate becomes a space."""
    whole = text.encode("utf-8", "replace").decode("utf-8").replace("?", " ")
    return unicodedata.normalize("NFKC", whole).casefold()
