"""The zygote: one thread, the whole graph in memory, and a fork of itself for every worker.

It is started by exec, so that no thread and no lock of the server is forked with it, and speaks
with the server alone. Forks share its memory until the one or the other writes: a worker keeps the
graph as it was when it was forked, and a change is never seen by halves.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys

from app.endpoint.frames import ClosedError, Kind, receive, send
from app.endpoint.limits import Limits
from app.endpoint.resident import ResidentGraph
from app.endpoint.worker import work


class Zygote:
    """The graph in memory, at the orders that come through a socket."""

    def __init__(self, control: socket.socket, limits: Limits) -> None:
        self._control, self._limits = control, limits
        self._graph = ResidentGraph()
        self._leaving: set[int] = set()

    def serve(self) -> None:
        """Follow orders until the server hangs up."""
        while True:
            try:
                kind, payload, fds = receive(self._control)
            except ClosedError:
                return
            send(self._control, Kind.DONE, self._followed(kind, payload, fds))

    def _followed(self, kind: Kind, payload: bytes, fds: list[int]) -> bytes:
        match kind:
            case Kind.LOAD:
                with open(fds[0], "rb") as quads:  # noqa: PTH123  a pipe
                    self._graph.load(quads)
            case Kind.CHANGE:
                length = int.from_bytes(payload[:8], "big")
                self._graph.change(payload[8 : 8 + length], payload[8 + length :])
            case Kind.FORK:
                return str(self._fork(fds[0])).encode()
            case Kind.BURY:
                self._leaving.add(int(payload))
                self._leaving -= {pid for pid in self._leaving if os.waitpid(pid, os.WNOHANG)[0]}
            case _:
                raise AssertionError(kind)
        return b""

    def _fork(self, end: int) -> int:
        pid = os.fork()
        if pid == 0:
            work(socket.socket(fileno=end), self._graph, self._limits)
        os.close(end)
        return pid


def main() -> None:
    """Take the socket's number and the limits from the command line."""
    number, limits = sys.argv[1:]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=int(number)) as control:
        Zygote(control, Limits(**json.loads(limits))).serve()


if __name__ == "__main__":
    main()
