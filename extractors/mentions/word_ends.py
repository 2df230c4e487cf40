"""Where a name ends in a word whose end the morphemes misread."""

from __future__ import annotations

import re

_INSIDE = re.compile(
    r"[0-9A-Za-z가-힣]{2,}(?:단지|산단|공단|농공|밸리|특구|지구|구역|파크|클러스터|캠퍼스|도시)내"
)
"""A place to which `내` is written on: `솔빛산업단지내 3만㎡ 부지에`."""
_AREA = re.compile(r"[가-힣]{0,8}(?:일원|일대|인근|등지|곳곳|전역|현장)서")
"""Around a place, with a particle cut short: `장성광업소 일원서`."""
_FIRM = re.compile(r"[^㈜]{2,}㈜(?=(?:은|는|이|가|을|를|의|과|와|도|에|에서|에는)$)")
"""A firm with its mark behind and a particle, which the morphemes take for something else."""


def name_end(text: str, start: int, noun_end: int, stop: int) -> int | None:
    """Where the name ends in a word `text[start:stop]` with that noun part, if earlier.

    >>> name_end("나래강관㈜은", 0, 6, 6), name_end("솔빛산단내에", 0, 5, 6)
    (5, 4)
    >>> name_end("가온리일원서", 0, 6, 6)
    5
    """
    if text[noun_end - 1] == "내" and _INSIDE.fullmatch(text, start, noun_end):
        return noun_end - 1
    if text[noun_end - 1] == "서" and _AREA.fullmatch(text, start, noun_end):
        return noun_end - 1
    if text.find("㈜", start + 1, stop) >= 0:
        found = _FIRM.match(text[start:stop])
        return start + found.end() if found and start + found.end() < noun_end else None
    return None
