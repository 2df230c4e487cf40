"""An answer, held until it is whole: what fails half-way must not have begun as a success."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile

from app.endpoint.frames import HEAD, ClosedError, Kind
from app.endpoint.jobs import Failure, QueryFailedError
from app.endpoint.limits import MEBIBYTE
from app.endpoint.worker import AGAIN

_CHUNK = 1 << 16


@dataclass(frozen=True, eq=False)
class Answer:
    """What was written and its media type; close it when it is sent.

    A large one lies in a temporary file, so that a slow reader costs no memory.
    """

    media_type: str
    length: int
    _file: SpooledTemporaryFile[bytes]

    @property
    def closed(self) -> bool:
        """Whether nothing is held any more."""
        return self._file.closed

    def chunks(self) -> Iterator[bytes]:
        """The bytes, in pieces; the file is closed behind the last one."""
        with self._file as file:
            while chunk := file.read(_CHUNK):
                yield chunk

    def content(self) -> bytes:
        """All bytes at once."""
        return b"".join(self.chunks())

    def close(self) -> None:
        """Let go of what is held."""
        self._file.close()


class AsyncFrames:
    """Frames read from a non-blocking socket in an event loop."""

    def __init__(self, source: socket.socket) -> None:
        self._source = source
        self._held = bytearray()

    async def next(self) -> tuple[Kind, bytes]:
        """The next frame. Raises ClosedError where the other side has closed."""
        head = await self._take(HEAD.size)
        kind, length = HEAD.unpack(head)
        return Kind(kind), await self._take(length)

    async def _take(self, length: int) -> bytes:
        loop = asyncio.get_running_loop()
        while len(self._held) < length:
            try:
                got = await loop.sock_recv(self._source, 1 << 18)
            except ConnectionError as error:
                raise ClosedError from error
            if not got:
                raise ClosedError
            self._held += got
        taken = bytes(self._held[:length])
        del self._held[:length]
        return taken


async def read_answer(frames: AsyncFrames) -> tuple[Answer, bool]:
    """The answer, and whether its worker takes another job. Raises QueryFailedError."""
    file: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(MEBIBYTE)  # noqa: SIM115  handed on
    length = 0
    try:
        while True:
            kind, payload = await frames.next()
            if kind is Kind.CHUNK:
                length += file.write(payload)
                continue
            told = payload[1:].decode()
            if kind is Kind.END:
                file.seek(0)
                return Answer(told, length, file), payload[:1] == AGAIN
            name, _, detail = told.partition("\n")
            raise QueryFailedError(Failure(name), detail)
    except BaseException:
        file.close()
        raise
