"""What a worker writes: chunks to the server, until a limit is reached."""

from __future__ import annotations

import socket

from pyoxigraph import QueryResultsFormat

from app.endpoint.frames import Kind, send
from app.endpoint.jobs import Failure, QueryFailedError
from app.endpoint.limits import Limits

_CHUNK = 1 << 16


class Output:
    """A file that Oxigraph writes to; a write past a limit raises, which stops the query."""

    def __init__(self, to: socket.socket, limits: Limits) -> None:
        self._to, self._limits = to, limits
        self._held = bytearray()
        self._sent = self.rows = 0
        self._counter: RowCounter | None = None
        self._longest: float = limits.result_bytes
        self.failed: QueryFailedError | None = None

    def count_rows(self, form: QueryResultsFormat) -> None:
        """Count the rows of a format in what is written from now on."""
        self._counter = RowCounter(form)

    def lift_length(self) -> None:
        """Let what is written from now on have any length: it goes no further than the server."""
        self._longest = float("inf")

    def write(self, written: bytes) -> int:
        """Take what is written. Raises QueryFailedError past the limits."""
        self._held += written
        if len(self._held) >= _CHUNK:
            self.flush()
        return len(written)

    def count(self, rows: int = 1) -> None:
        """Say that a row was written. Raises QueryFailedError past the limit."""
        self.rows += rows
        if self.rows > self._limits.rows:
            self._fail(
                Failure.TOO_MANY_ROWS,
                f"the answer has more than {self._limits.rows:,} rows; ask for a part with LIMIT "
                "and OFFSET, or take the whole graph from /v1/export.nq",
            )

    def flush(self) -> None:
        """Send what is held."""
        if not self._held:
            return
        chunk = bytes(self._held)
        self._held.clear()
        if self._counter:
            self.count(self._counter.rows(chunk))
        self._sent += len(chunk)
        if self._sent > self._longest:
            self._fail(
                Failure.TOO_LONG,
                f"the answer has more than {self._limits.result_mb} MiB; ask for a part with "
                "LIMIT, or for fewer variables",
            )
        send(self._to, Kind.CHUNK, chunk)

    def _fail(self, failure: Failure, detail: str) -> None:
        self.failed = QueryFailedError(failure, detail)
        raise self.failed


class RowCounter:
    r"""Counts the rows in written results, whatever stands in their values.

    >>> RowCounter(QueryResultsFormat.CSV).rows(b'x\r\n"a\nb"\r\n')
    1
    """

    def __init__(self, form: QueryResultsFormat) -> None:
        self._form = form
        self._rest = b""
        self._quoted = False
        self._before = -1 if form in (QueryResultsFormat.CSV, QueryResultsFormat.TSV) else 0

    def rows(self, chunk: bytes) -> int:
        """How many rows end, or in JSON begin, in the next chunk."""
        if self._form == QueryResultsFormat.XML:
            found = self._elements(chunk)
        elif self._form == QueryResultsFormat.TSV:
            found = chunk.count(b"\n")
        elif self._form == QueryResultsFormat.CSV:
            found = self._outside(chunk).count(b"\n")
        else:
            found = self._objects(chunk)
        heading, self._before = (self._before, 0) if found else (0, self._before)
        return found + heading

    def _elements(self, chunk: bytes) -> int:
        tag = b"<result>"
        text = self._rest + chunk
        self._rest = text[-len(tag) + 1 :]
        return text.count(tag)

    def _objects(self, chunk: bytes) -> int:
        text = self._rest + chunk
        odd = (len(text) - len(text.rstrip(b"\\"))) % 2
        text, self._rest = (text[:-1], text[-1:]) if odd else (text, b"")
        outside = self._outside(text.replace(b"\\\\", b"").replace(b'\\"', b""))
        end = outside[-1:]
        if end in (b",", b"["):
            outside = outside[:-1]
            self._rest = end + self._rest if not self._quoted else self._rest
        return outside.count(b",{") + outside.count(b"[{")

    def _outside(self, text: bytes) -> bytes:
        pieces = text.split(b'"')
        kept = pieces[1 if self._quoted else 0 :: 2]
        self._quoted ^= len(pieces) % 2 == 0
        return b'"'.join(kept)
