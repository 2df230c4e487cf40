"""Numbers as features: in which of a few ranges one lies."""

from __future__ import annotations

from bisect import bisect_left


def bucket(number: float, *limits: float) -> int:
    """The place of the first of rising limits that a number does not exceed.

    >>> [bucket(n, 1, 2, 4) for n in (0, 2, 3, 9)]
    [0, 1, 2, 3]
    """
    return bisect_left(limits, number)
