"""Real SPARQL servers on free ports of loopback; what is started is stopped."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

START = 60.0
"""Seconds that a server may take until it answers."""


STOP = 30.0
"""Seconds that it may take to end."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it answers, and its process."""

    url: str
    pid: int


def oxigraph_program() -> str | None:
    """The `oxigraph` server of the PyPI package of that name; None where it is not installed."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph")


def virtuoso_program() -> str | None:
    """The server of Debian's virtuoso-opensource-7; None where it is not installed."""
    return shutil.which("virtuoso-t")


@contextmanager
def oxigraph_server(folder: Path | None = None, *, start: float = START) -> Iterator[Server]:
    """Oxigraph's own server, in memory where no folder is given."""
    program, port = oxigraph_program(), free_port()
    assert program is not None
    place = [] if folder is None else ["--location", str(folder)]
    command = [program, "serve", *place, "--bind", f"127.0.0.1:{port}"]
    with running(command, port, limit=start) as pid:
        yield Server(f"http://127.0.0.1:{port}", pid)


@contextmanager
def virtuoso_server(
    folder: Path, *, rows: int = 10_000_000, buffers: int = 20_000, start: float = START
) -> Iterator[Server]:
    """Virtuoso over a folder, with user and password `dba`; `buffers` are 8 KiB each.

    The row limit of its default settings is lifted: it would cut answers short without a word.
    """
    program, port, sql_port = virtuoso_program(), free_port(), free_port()
    assert program is not None
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "virtuoso.ini"
    settings.write_text(
        _VIRTUOSO.format(folder=folder, port=port, sql_port=sql_port, buffers=buffers, rows=rows),
        encoding="utf-8",
    )
    command = [program, "+foreground", "+configfile", str(settings)]
    with running(command, port, limit=start) as pid:
        yield Server(f"http://127.0.0.1:{port}", pid)


_VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DisableUnixSocket = 1
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {buffers}
CheckpointInterval = 0
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 16
MaxKeepAlives = 16
MaxClientConnections = 32
[SPARQL]
ResultSetMaxRows = {rows}
"""


def free_port() -> int:
    """A port of loopback that nothing listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def running(
    command: Sequence[str], port: int, *, limit: float = START, folder: Path | None = None
) -> Iterator[int]:
    """A server from its first answer on; its process, and at the end all that it started, ends."""
    with ExitStack() as stack:
        process = stack.enter_context(
            subprocess.Popen(
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        )
        stack.callback(_stop, process)
        until_it_answers(process, port, limit)
        yield process.pid


def until_it_answers(process: subprocess.Popen[bytes], port: int, limit: float = START) -> None:
    """Wait for the first HTTP answer; TimeoutError where none comes, or the process has ended."""
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            time.sleep(0.02)
        else:
            return
        finally:
            connection.close()
    raise TimeoutError(f"{process.args!r} did not answer on port {port}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ask for an end, so that what was written is there for the next start; then insist."""
    process.terminate()
    try:
        process.wait(STOP)
    except subprocess.TimeoutExpired:
        pass
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
