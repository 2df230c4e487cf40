"""What a worker is asked to do and how it tells that it failed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum

from graph.dataset_clause import Dataset


class Work(StrEnum):
    """The three things that a worker does."""

    QUERY = "query"
    GRAPH = "graph"
    UPDATE = "update"


class Failure(StrEnum):
    """Why there is no answer."""

    REFUSED = "refused"
    NOT_ACCEPTABLE = "not-acceptable"
    TOO_MANY_ROWS = "too-many-rows"
    TOO_LONG = "too-long"
    TIME = "time"
    MEMORY = "memory"
    GONE = "gone"


class QueryFailedError(Exception):
    """There is no answer; which `Failure` it was, and in words."""

    def __init__(self, failure: Failure, detail: str) -> None:
        super().__init__(detail)
        self.failure, self.detail = failure, detail


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do on the store as it is.

    QUERY answers `text` in `results` (SELECT, ASK) or `graph` (CONSTRUCT, DESCRIBE), media types,
    None where none is wanted. GRAPH writes out the graph named `text`, the default one where it is
    empty. UPDATE answers with the quads to remove and to add. `default` and `named` are the
    protocol's data set and go before the text's own.
    """

    work: Work
    text: str
    base: str | None = None
    results: str | None = None
    graph: str | None = None
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    prefixes: Mapping[str, str] = field(default_factory=dict)

    @property
    def dataset(self) -> Dataset | None:
        """The protocol's data set; None where it names none."""
        return Dataset.of(self.default, self.named)

    def to_bytes(self) -> bytes:
        """The job as it goes over the wire."""
        told = {one.name: getattr(self, one.name) for one in fields(self)}
        return json.dumps(told, ensure_ascii=False, default=dict).encode("utf-8", "surrogatepass")

    @classmethod
    def from_bytes(cls, payload: bytes) -> Job:
        """The job that came over the wire."""
        found = json.loads(payload.decode("utf-8", "surrogatepass"))
        found |= {"work": Work(found["work"])}
        return cls(**found | {name: tuple(found[name]) for name in ("default", "named")})
