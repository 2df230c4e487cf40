"""A worker: a fork of the zygote that answers one job after another and can be killed at any time.

It has one socket to the server, and no more can be opened: no file, no connection, no process. The
kernel ends it when its time is over; the memory that it may add to the graph's is bounded too.
"""

from __future__ import annotations

import os
import resource
import signal
import socket
import sys
import time
from pathlib import Path
from typing import NoReturn

from app.endpoint.evaluation import carry_out
from app.endpoint.frames import ClosedError, Kind, receive, send
from app.endpoint.jobs import Job, QueryFailedError
from app.endpoint.limits import Limits
from app.endpoint.output import Output
from app.endpoint.resident import ResidentGraph

_SOCKET = 3
AGAIN, LAST = b"+", b"-"
"""First byte of what ends an answer: whether the worker takes another job."""

STEPS_BACK_AFTER = 0.1
"""Seconds after which a query lets shorter ones go first, and its worker answers no other."""


def work(connection: socket.socket, graph: ResidentGraph, limits: Limits) -> NoReturn:
    """Answer jobs until the server hangs up. Leaves the process, whatever happens."""
    try:
        own = _alone_with(connection, limits)
        start = _memory()
        while _answer_next(own, graph, limits):
            if _memory() - start > limits.memory_bytes // 4:
                break
    except (ClosedError, OSError):
        pass
    except BaseException:  # noqa: BLE001  a fork must not run on in the zygote's loop
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(0)


def _answer_next(own: socket.socket, graph: ResidentGraph, limits: Limits) -> bool:
    """Answer a job; False where another worker should take the next.

    That is where the store may no longer be what it was, or the job was long and stepped back.
    """
    _, payload, _ = receive(own)
    began = time.monotonic()
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    output = Output(own, limits)
    again = False
    try:
        written = carry_out(Job.from_bytes(payload), graph, output)
        output.flush()
        again = not written.store_changed and time.monotonic() - began < STEPS_BACK_AFTER
        ending, told = Kind.END, written.media_type
    except QueryFailedError as error:
        ending, told = Kind.FAILED, f"{error.failure.value}\n{error.detail}"
    signal.setitimer(signal.ITIMER_REAL, 0)
    send(own, ending, (AGAIN if again else LAST) + told.encode("utf-8", "replace"))
    return again


def _alone_with(connection: socket.socket, limits: Limits) -> socket.socket:
    """Give up everything but one socket, for good."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if connection.fileno() != _SOCKET:
        os.dup2(connection.fileno(), _SOCKET, inheritable=False)
        connection.close()
    os.closerange(_SOCKET + 1, _open_files())
    room = _address_space() + limits.memory_bytes
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    for limit in (resource.RLIMIT_CORE, resource.RLIMIT_NPROC, resource.RLIMIT_NOFILE):
        resource.setrlimit(limit, (0, 0))
    return socket.socket(fileno=_SOCKET)


def _open_files() -> int:
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return 4096 if soft == resource.RLIM_INFINITY else min(soft, 4096)


def _address_space() -> int:
    """The size of the process, the graph included, in bytes."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except OSError:
        return _memory()


def _memory() -> int:
    """The most memory that the process has held, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
