"""The wire between server, zygote and workers: a kind of one byte, a length of four, a payload."""

from __future__ import annotations

import asyncio
import socket
import struct
from enum import Enum

_HEAD = struct.Struct(">cI")


class Kind(Enum):
    """What a frame is."""

    FORK = b"F"
    CHANGE = b"C"
    BURY = b"B"
    LOAD = b"L"
    DONE = b"D"
    JOB = b"J"
    CHUNK = b"P"
    END = b"E"
    FAILED = b"X"


class ClosedError(EOFError):
    """The other side is gone."""


def send(to: socket.socket, kind: Kind, payload: bytes = b"", fds: tuple[int, ...] = ()) -> None:
    """Send a frame, and file descriptors with its first byte."""
    head = _HEAD.pack(kind.value, len(payload))
    if fds:
        socket.send_fds(to, [head], fds)
        to.sendall(payload)
    else:
        to.sendall(head + payload)


def receive(source: socket.socket) -> tuple[Kind, bytes, list[int]]:
    """The next frame, with the file descriptors that came with it.

    Raises ClosedError where the other side has closed.
    """
    head, fds, _, _ = socket.recv_fds(source, _HEAD.size, 1)
    if not head:
        raise ClosedError
    if len(head) < _HEAD.size:
        head += _exactly(source, _HEAD.size - len(head))
    kind, length = _HEAD.unpack(head)
    return Kind(kind), _exactly(source, length), fds


def _exactly(source: socket.socket, length: int) -> bytes:
    found = bytearray(length)
    view, at = memoryview(found), 0
    while at < length:
        got = source.recv_into(view[at:])
        if not got:
            raise ClosedError
        at += got
    return bytes(found)


class AsyncFrames:
    """Frames read from a non-blocking socket in an event loop."""

    def __init__(self, source: socket.socket) -> None:
        self._source = source
        self._held = bytearray()

    async def next(self) -> tuple[Kind, bytes]:
        """The next frame. Raises ClosedError where the other side has closed."""
        head = await self._take(_HEAD.size)
        kind, length = _HEAD.unpack(head)
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
