"""Other programs' readers and the official schemas, where they are at hand."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).parent
PACKAGES = ("graphology@0.26.0", "graphology-gexf@0.13.2", "graphology-graphml@0.5.2")


@pytest.fixture(scope="session")
def schemas() -> Path:
    """The folder of GEXF's and GraphML's schemas: `gexf/gexf.rng`, `graphml/graphml.xsd`.

    They are not ours to pass on: from `specs/1.3` of github.com/gephi/gexf, and from
    graphml.graphdrawing.org/xmlns/1.0 with `xlink.xsd` beside them.
    """
    folder = Path(os.environ.get("SANMAEK_SCHEMAS", ROOT.parent / "shared" / "schemas"))
    if not (folder / "gexf" / "gexf.rng").exists():
        pytest.skip(f"no schemas in {folder}: SANMAEK_SCHEMAS may name another folder")
    return folder


@pytest.fixture(scope="session")
def graphology() -> Callable[[list[Path]], list[dict[str, Any]]]:
    """Reads files with graphology, where node is and npm has put it."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    folder = Path(os.environ.get("SANMAEK_NODE", ROOT / ".venv" / "node"))
    if not (folder / "node_modules" / "graphology").is_dir():
        pytest.skip(f"no graphology: npm install --prefix {folder} {' '.join(PACKAGES)}")

    def read(paths: list[Path]) -> list[dict[str, Any]]:
        done = subprocess.run(
            [node, HERE / "readers.mjs", folder, *paths],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    return read
