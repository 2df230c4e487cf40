"""Whatever is asked, the API answers as it describes: no 5xx, no status or field that it hides.

schemathesis asks a server of its own over loopback, with the token, as `schemathesis.toml` says.
"""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from socket import create_server

import pytest
import uvicorn
from pydantic import SecretStr

from app.connections import PatientProtocol
from app.jobs import Jobs
from app.main import create_app
from app.reader import Reader
from app.settings import Settings
from app.state import State
from graph.archive import Archive
from tests.app.conftest import fill
from tests.app.slow_extract import load

HERE = Path(__file__).parent
QUICK = 3


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    settings = Settings(data=tmp_path / "data", refresh_seconds=60, token=SecretStr("secret"))
    with Archive(settings.archive_path) as archive:
        fill(archive)
    with State(settings) as state, create_server(("127.0.0.1", 0)) as listener:
        state.jobs.close()
        state.jobs = Jobs(
            settings.archive_path,
            lambda: "test",
            Reader(load, seconds=3.0),
            state.catch_up,
            max_page_mb=1,
        )
        config = uvicorn.Config(create_app(state), log_level="critical", http=PatientProtocol)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield "http://127.0.0.1:{}".format(listener.getsockname()[1])
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
        capture_output=True,
        text=True,
        check=False,
    )
    told = run.stdout + run.stderr
    sys.stdout.write(told)
    assert run.returncode == 0, told
    assert re.search(r"Operations:\s+47 selected", told) or "Tested: " in told
