"""The way in: jobs are handed to workers that a zygote has forked, and the graph is kept fresh.

One thread gives the zygote its orders, so that nobody waits for it: a few workers stand ready, and
a job takes one of them. After a change all are replaced, before the change counts as done. When the
zygote dies it is started anew and loaded from the store on disk, and the workers that stand ready
answer meanwhile.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO
from weakref import WeakSet

import pyoxigraph
from pyoxigraph import Quad, RdfFormat

from app.endpoint.answer import Answer, AsyncFrames, read_answer
from app.endpoint.frames import ClosedError, Kind, receive, send
from app.endpoint.jobs import Failure, Job, QueryFailedError
from app.endpoint.limits import Limits
from app.endpoint.worker import STEPS_BACK_AFTER

_log = logging.getLogger(__name__)
_ROOT = Path(__file__).resolve().parents[2]
_LOOKS_EVERY = 0.2
_LOADS_WITHIN = 600.0
_BEHIND = 19
_HELD = 16
"""How many times the longest answer may be held for clients that are slow to read."""


class BusyError(Exception):
    """More is asked for at this moment than is done at once; the message says what."""


@dataclass(eq=False, slots=True)
class Worker:
    """A forked worker, as the server sees it."""

    pid: int
    socket: socket.socket
    generation: int
    version: int
    frames: AsyncFrames = field(init=False)

    def __post_init__(self) -> None:
        self.socket.settimeout(0)
        self.frames = AsyncFrames(self.socket)


@dataclass(eq=False, slots=True)
class _Order:
    """What the keeper's thread is to do; `done` is set when it has."""

    do: Callable[[], None]
    done: threading.Event = field(default_factory=threading.Event)


class Pool:
    """Workers over the graph that `load` writes out as N-Quads; a context manager.

    Entering waits until the graph is loaded.
    Its methods may be called from any thread; `answer` from any event loop.
    """

    def __init__(self, limits: Limits, load: Callable[[BinaryIO], None]) -> None:
        self.limits = limits
        self._load = load
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._answers: WeakSet[Answer] = WeakSet()
        self._most_held = _HELD * limits.result_bytes
        self._waiting: deque[tuple[asyncio.AbstractEventLoop, asyncio.Future[Worker]]] = deque()
        self._busy: set[Worker] = set()
        self._generation = self._version = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._orders: queue.SimpleQueue[_Order] = queue.SimpleQueue()
        self._stopping, self._ready = threading.Event(), threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="zygote", daemon=True)

    def __enter__(self) -> Pool:
        self._keeper.start()
        self._ready.wait(_LOADS_WITHIN)
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._orders.put(_Order(lambda: None))
        self._keeper.join()

    @property
    def zygote_pid(self) -> int | None:
        """The process that holds the graph; None where none runs."""
        return self._process.pid if self._process else None

    def change(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Bring the graph in memory to what the store on disk holds already.

        Returns when every query that begins from now on sees all of the change.
        """
        gone = _written(removed)
        payload = len(gone).to_bytes(8, "big") + gone + _written(added)
        self._order(lambda: self._tell(payload)).done.wait()

    async def answer(self, job: Job) -> Answer:
        """The answer to a job, whole: a worker is free again before it is sent to anyone.

        Raises QueryFailedError where there is none and BusyError where no worker is free in time.
        A cancelled call kills its worker.
        """
        if sum(answer.length for answer in self._answers if not answer.closed) > self._most_held:
            raise BusyError("too many long answers are being sent to slow readers")
        worker = await self._take()
        loop = asyncio.get_running_loop()
        back = loop.call_later(STEPS_BACK_AFTER, _step_back, worker.pid)
        began = time.monotonic()
        again = False
        try:
            async with asyncio.timeout(self.limits.seconds):
                await loop.sock_sendall(worker.socket, _framed(job))
                answer, again = await read_answer(worker.frames)
        except (ClosedError, ConnectionError, TimeoutError) as error:
            raise self._died(time.monotonic() - began) from error
        except QueryFailedError as error:
            raise self._told(error) from error
        finally:
            back.cancel()
            self._give_back(worker, again=again)
        self._answers.add(answer)
        return answer

    def _died(self, seconds: float) -> QueryFailedError:
        if seconds > self.limits.seconds * 0.98:
            return self._told(QueryFailedError(Failure.TIME, ""))
        return self._told(QueryFailedError(Failure.MEMORY, ""))

    def _told(self, error: QueryFailedError) -> QueryFailedError:
        match error.failure:
            case Failure.TIME:
                detail = (
                    f"The query was ended after {self.limits.seconds:g} seconds, the most that one "
                    "may take. Put the most selective pattern first, ask for less, or use LIMIT."
                )
            case Failure.MEMORY:
                detail = (
                    f"The query was ended: it needs more than the {self.limits.memory_mb} MiB of "
                    "memory that one may take, or nests too deep. Ask for less at once; sort and "
                    "group fewer rows."
                )
            case _:
                return error
        return QueryFailedError(error.failure, detail)

    async def _take(self) -> Worker:
        loop = asyncio.get_running_loop()
        with self._lock:
            if self._idle:
                worker = self._idle.pop()
                self._busy.add(worker)
                return worker
            if len(self._waiting) >= self.limits.waiting:
                raise self._busy_error()
            waiter: asyncio.Future[Worker] = loop.create_future()
            self._waiting.append((loop, waiter))
        try:
            await asyncio.wait([waiter], timeout=self.limits.wait_seconds)
        except asyncio.CancelledError:
            self._leave(loop, waiter)
            raise
        if not waiter.done():
            self._leave(loop, waiter)
            raise self._busy_error()
        return waiter.result()

    def _busy_error(self) -> BusyError:
        return BusyError(
            f"{self.limits.at_once} queries run already, the most at once, and none ended within "
            f"{self.limits.wait_seconds:g} seconds"
        )

    def _leave(self, loop: asyncio.AbstractEventLoop, waiter: asyncio.Future[Worker]) -> None:
        """Take a waiter out of the queue; a worker that is on its way to it goes to the next."""
        with self._lock, suppress(ValueError):
            self._waiting.remove((loop, waiter))
        if waiter.done():
            self._deliver_elsewhere(waiter.result())
        else:
            waiter.cancel()

    def _deliver_elsewhere(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
        self._offer(worker)

    def _offer(self, worker: Worker) -> None:
        """Hand a worker to who waits longest, or keep it ready."""
        with self._lock:
            stale = worker.version != self._version
            while not stale and self._waiting:
                loop, waiter = self._waiting.popleft()
                with suppress(RuntimeError):  # a loop that is closed waits no more
                    loop.call_soon_threadsafe(self._deliver, waiter, worker)
                    self._busy.add(worker)
                    return
            if not stale:
                self._idle.append(worker)
        if stale:
            self._dismiss(worker)

    def _deliver(self, waiter: asyncio.Future[Worker], worker: Worker) -> None:
        if waiter.done():
            self._deliver_elsewhere(worker)
        else:
            waiter.set_result(worker)

    def _give_back(self, worker: Worker, *, again: bool) -> None:
        with self._lock:
            self._busy.discard(worker)
        if again and worker.version == self._version:
            self._offer(worker)
        else:
            self._dismiss(worker)

    def _dismiss(self, worker: Worker) -> None:
        """Let a worker go, and have another one forked where it is missing."""
        worker.socket.close()
        if worker.generation == self._generation:
            with suppress(ProcessLookupError):
                os.kill(worker.pid, signal.SIGKILL)  # not reaped yet: the number is still its own
        self._order(lambda: self._replace(worker))

    def _order(self, do: Callable[[], None]) -> _Order:
        order = _Order(do)
        self._orders.put(order)
        if self._stopping.is_set():
            order.done.set()
        return order

    # What follows runs in the keeper's thread alone.

    def _keep(self) -> None:
        while not self._stopping.is_set():
            try:
                self._start()
                self._refill()
                self._let_stale_go()
                self._ready.set()
                self._follow_orders()
            except (ClosedError, OSError):
                if not self._stopping.is_set():
                    _log.warning("the process that holds the graph ended; starting it anew")
                    self._stopping.wait(_LOOKS_EVERY)
            finally:
                self._stop()

    def _follow_orders(self) -> None:
        process = self._process
        while not self._stopping.is_set():
            try:
                order = self._orders.get(timeout=_LOOKS_EVERY)
            except queue.Empty:
                if process is None or process.poll() is not None:
                    raise ClosedError from None
                continue
            try:
                order.do()
            finally:
                # A zygote that dies of an order is loaded from the store, which has the change.
                order.done.set()

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603  this very Python
                [
                    sys.executable,
                    "-m",
                    "app.endpoint.zygote",
                    str(theirs.fileno()),
                    json.dumps(asdict(self.limits)),
                ],
                cwd=_ROOT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        self._control = ours
        end, start = os.pipe()
        try:
            send(ours, Kind.LOAD, fds=(end,))
        finally:
            os.close(end)
        with suppress(BrokenPipeError), open(start, "wb") as pipe:  # noqa: PTH123  a pipe
            self._load(pipe)
        receive(ours)
        with self._lock:
            self._generation += 1
            self._version += 1

    def _stop(self) -> None:
        with self._lock:
            idle = self._idle if self._stopping.is_set() else []
            if idle:
                self._idle = []
        for worker in idle:
            worker.socket.close()
        if self._control:
            self._control.close()
            self._control = None
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None
        if self._stopping.is_set():
            with suppress(queue.Empty):
                while True:
                    self._orders.get_nowait().done.set()

    def _refill(self) -> None:
        """Fork as many workers as are missing."""
        while self._missing() > 0:
            self._offer(self._fork())

    def _missing(self) -> int:
        with self._lock:
            fresh = sum(worker.version == self._version for worker in self._idle)
            return self.limits.at_once - fresh - len(self._busy)

    def _let_stale_go(self) -> None:
        with self._lock:
            stale = [worker for worker in self._idle if worker.version != self._version]
            self._idle = [worker for worker in self._idle if worker.version == self._version]
        for worker in stale:
            self._dismiss(worker)

    def _fork(self) -> Worker:
        ours, theirs = socket.socketpair()
        with theirs:
            pid = int(self._asked(Kind.FORK, fds=(theirs.fileno(),)))
        return Worker(pid, ours, self._generation, self._version)

    def _tell(self, payload: bytes) -> None:
        self._asked(Kind.CHANGE, payload)
        with self._lock:
            self._version += 1
        self._offer(self._fork())
        self._let_stale_go()

    def _replace(self, worker: Worker) -> None:
        if worker.generation == self._generation:
            self._asked(Kind.BURY, str(worker.pid).encode())
        self._refill()

    def _asked(self, kind: Kind, payload: bytes = b"", fds: tuple[int, ...] = ()) -> bytes:
        assert self._control is not None
        send(self._control, kind, payload, fds)
        return receive(self._control)[1]


def _framed(job: Job) -> bytes:
    payload = job.to_bytes()
    return Kind.JOB.value + len(payload).to_bytes(4, "big") + payload


def _step_back(pid: int) -> None:
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, _BEHIND)


def _written(quads: Iterable[Quad] | Collection[Quad]) -> bytes:
    return pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b""
