"""The wire between server, zygote and workers: a kind of one byte, a length of four, a payload."""

from __future__ import annotations

import socket
import struct
from enum import Enum

HEAD = struct.Struct(">cI")


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
    head = HEAD.pack(kind.value, len(payload))
    if fds:
        socket.send_fds(to, [head], fds)
        to.sendall(payload)
    else:
        to.sendall(head + payload)


def receive(source: socket.socket) -> tuple[Kind, bytes, list[int]]:
    """The next frame, with the file descriptors that came with it.

    Raises ClosedError where the other side has closed.
    """
    head, fds, _, _ = socket.recv_fds(source, HEAD.size, 1)
    if not head:
        raise ClosedError
    if len(head) < HEAD.size:
        head += _exactly(source, HEAD.size - len(head))
    kind, length = HEAD.unpack(head)
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
