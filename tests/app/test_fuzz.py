"""Whatever is asked, the API answers as it describes: no 5xx, no status or field that it hides.

schemathesis asks a server of its own over loopback, with the token, as `schemathesis.toml` says.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from pydantic import SecretStr

from app.connections import PatientProtocol
from app.main import create_app
from app.settings import Settings
from app.state import State
from graph.archive import Archive
from tests.app.conftest import ROOT, fill, read_slowly

HERE = Path(__file__).parent
QUICK = 3


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    settings = Settings(data=tmp_path / "data", refresh_seconds=60, token=SecretStr("secret"))
    with Archive(settings.archive_path) as archive:
        fill(archive)
    # asyncio sends without delay only where the protocol is named.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    with State(settings) as state, listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        read_slowly(state)
        app = create_app(state)
        app.openapi()  # schemathesis waits ten seconds for it; a busy machine may take longer
        config = uvicorn.Config(app, log_level="critical", http=PatientProtocol)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def test_every_operation_answers_as_described(
    address: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    asked: int = request.config.getoption("--fuzz")
    phases = "examples,coverage,fuzzing,stateful" if asked else "examples,fuzzing"
    run = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "--no-color"),
            *("--config-file", str(HERE / "schemathesis.toml"), "run", f"{address}/openapi.json"),
            *("--phases", phases, "--max-examples", str(asked or QUICK)),
            *("--report", "ndjson", "--report-dir", str(tmp_path)),
        ],
        cwd=tmp_path,
        env={
            **os.environ,
            "SCHEMATHESIS_HOOKS": str(HERE / "fuzz_media.py"),
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    told = run.stdout + run.stderr
    sys.stdout.write(told)
    assert run.returncode == 0, told
    operations = int(told.partition("Tested: ")[2].split()[0])
    assert operations > 40, told
