"""Commands killed at a random moment, and whether the data are whole afterwards."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from typer.testing import CliRunner

from app.cli import cli
from app.settings import Settings
from graph.archive import Archive
from graph.interchange import write_document
from graph.iris import Iris
from graph.knowledge import Snapshot, publish, read_snapshot
from graph.oxigraph import OxigraphStore
from graph.reference import read_references

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "changwon-completion-2025"

_COMMAND = """
import sys
from app.cli import main
print("ready", flush=True)
main()
"""
INGEST = (
    "ingest",
    *("--extractions", str(ROOT / "tests" / "gold" / "samples")),
    *("--texts", str(ROOT / "seeds" / "articles")),
)
OPERATIONS: dict[str, tuple[str, ...]] = {
    "ingest": INGEST,
    "retract": ("retract", ARTICLE),
    "forget": ("retract", ARTICLE, "--forget"),
    "rebuild": ("rebuild",),
}


@dataclass(frozen=True, slots=True)
class Expected:
    """The data that an operation begins with, what it ends with, and how long that takes."""

    before: Path
    quads: frozenset[str]
    documents: dict[str, str]
    seconds: float


def expected(folder: Path) -> dict[str, Expected]:
    """By operation, what an undisturbed run of it comes to: each is run once, beside the others."""
    nothing, whole = folder / "nothing", folder / "whole"
    nothing.mkdir(parents=True)
    shutil.copytree(nothing, whole)
    found = {"ingest": _run(INGEST, nothing, whole)}
    for operation, arguments in OPERATIONS.items():
        if operation not in found:
            data = Path(shutil.copytree(whole, folder / operation))
            found[operation] = _run(arguments, whole, data)
    return found


def _run(arguments: Sequence[str], before: Path, data: Path) -> Expected:
    begun = time.monotonic()
    _finish(arguments, data)
    seconds = time.monotonic() - begun
    return Expected(before, _quads(data), _documents(data), seconds)


def kill_once(operation: str, whole: Expected, moment: float, data: Path) -> None:
    """Kill an operation at a moment, from 0 (it begins) to 1 (it ends), and check the data.

    AssertionError where anything is lost, doubled or half there, or where running it again does not
    come to what an undisturbed run comes to.
    """
    shutil.copytree(whole.before, data)
    documents = _documents(data)
    with _started(OPERATIONS[operation], data) as process:
        time.sleep(moment * whole.seconds)
        process.kill()
    kept = _documents(data)
    allowed = documents | whole.documents
    assert kept.items() <= allowed.items()
    assert kept.keys() >= documents.keys() & whole.documents.keys()
    snapshot = _snapshot(data)
    store = OxigraphStore(Settings(data=data).store_path)
    publish(snapshot, store)
    assert sorted(map(str, store.quads())) == sorted({str(quad) for quad in snapshot.quads()})
    store.close()
    _finish(OPERATIONS[operation], data)
    assert _documents(data) == whole.documents
    assert _quads(data) == whole.quads


def kills(count: int, folder: Path, seed: int = 0) -> dict[str, list[float]]:
    """Kill the operations in turn, at `count` random moments; the moments by operation."""
    random = Random(seed)
    wholes = expected(folder)
    moments: dict[str, list[float]] = {name: [] for name in OPERATIONS}
    for number in range(count):
        operation = list(OPERATIONS)[number % len(OPERATIONS)]
        moment = random.uniform(0, 1)
        kill_once(operation, wholes[operation], moment, folder / f"killed-{number}")
        shutil.rmtree(folder / f"killed-{number}")
        moments[operation].append(moment)
    return moments


def _started(arguments: Sequence[str], data: Path) -> subprocess.Popen[bytes]:
    """A command in a process of its own that has been loaded and is about to do something."""
    process = subprocess.Popen(
        [sys.executable, "-c", _COMMAND, *arguments, "--data", str(data)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def _finish(arguments: Sequence[str], data: Path) -> None:
    """Run a command to its end in this process, which is loaded already."""
    answer = CliRunner().invoke(cli, [*arguments, "--data", str(data)])
    assert answer.exit_code == 0, answer.output


def _snapshot(data: Path) -> Snapshot:
    settings = Settings(data=data)
    with Archive(settings.archive_path) as archive:
        return read_snapshot(archive, read_references(settings.gazetteer), Iris())


def _documents(data: Path) -> dict[str, str]:
    with Archive(Settings(data=data).archive_path) as archive:
        return {read.article.id: write_document(read) for read in archive.extractions()}


def _quads(data: Path) -> frozenset[str]:
    store = OxigraphStore(Settings(data=data).store_path)
    found = frozenset(map(str, store.quads()))
    store.close()
    return found
