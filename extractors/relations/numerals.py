"""The native numerals that things are counted by: `두 기관`, `세 갈래`."""

from __future__ import annotations

NUMERALS = {
    "두": 2,
    "세": 3,
    "네": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
}
