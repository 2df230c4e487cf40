"""What one query may take, and how many may run."""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of the endpoint; each is a setting of the same name with `query_` before it."""

    seconds: float = 10.0
    rows: int = 1_000_000
    result_mb: int = 64
    memory_mb: int = 512
    at_once: int = 8
    waiting: int = 32
    wait_seconds: float = 2.0
    characters: int = 100_000

    @property
    def result_bytes(self) -> int:
        """The longest answer."""
        return self.result_mb * MEBIBYTE

    @property
    def memory_bytes(self) -> int:
        """What a query may take on top of the graph itself, which all share."""
        return self.memory_mb * MEBIBYTE
