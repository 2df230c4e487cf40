"""Sums in won as people read and write them."""

from __future__ import annotations

from app.language import Language

_KOREAN = ((10**12, "조"), (10**8, "억"), (10**4, "만"), (1, ""))
_ENGLISH = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def amount_text(krw: int, language: Language = Language.KO) -> str:
    """A sum as Korean writes it, exactly; in English rounded to a thousandth of its unit.

    >>> amount_text(49_000_000_000), amount_text(1_400_000_000_000), amount_text(30_005)
    ('490억원', '1조 4,000억원', '3만 5원')
    >>> amount_text(462_950_000_000, Language.EN), amount_text(0)
    ('462.95 billion won', '0원')
    """
    if language is Language.EN:
        for unit, name in _ENGLISH:
            if krw >= unit:
                thousandths = (krw * 1000 + unit // 2) // unit
                whole, rest = divmod(thousandths, 1000)
                fraction = f".{rest:03}".rstrip("0").rstrip(".")
                return f"{whole:,}{fraction} {name} won"
        return f"{krw:,} won"
    rest, parts = krw, list[str]()
    for unit, name in _KOREAN:
        if rest >= unit:
            parts.append(f"{rest // unit:,}{name}")
        rest %= unit
    return f"{' '.join(parts) or 0}원"
