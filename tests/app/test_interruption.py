"""Killed at any moment, a command is finished by the next run, and nothing is lost or doubled.

`make bench` does the same at 50 moments.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.app.killing import OPERATIONS, Expected, expected, kill_once


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Expected]:
    return expected(tmp_path_factory.mktemp("wholes"))


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_killed_command_is_finished_by_the_next_run(
    operation: str, wholes: dict[str, Expected], tmp_path: Path
) -> None:
    moment = Random(operation).uniform(0, 1)
    kill_once(operation, wholes[operation], moment, tmp_path / "killed")
