"""What tests of all rooms share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import Phase, settings

ROOT = Path(__file__).parent.parent

settings.register_profile(
    "sanmaek",
    deadline=None,
    max_examples=60,
    database=None,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
)
settings.load_profile("sanmaek")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--renew` and `--fuzz`."""
    parser.addoption("--renew", action="store_true", help="write golden files and READMEs anew")
    parser.addoption("--fuzz", type=int, default=0, help="requests made up for each operation")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold annotation beside the checkout, or where SANMAEK_SHARED points to."""
    folder = Path(os.environ.get("SANMAEK_SHARED", ROOT.parent / "shared"))
    if not (folder / "gold").is_dir():
        pytest.skip(f"no gold annotation in {folder}")
    return folder


@pytest.fixture(scope="session")
def gold(shared: Path) -> list[Path]:
    """The gold documents that may be looked at; those of `check` are for scoring alone."""
    folders = (shared / "gold" / name for name in ("seeds", "dev"))
    return sorted(path for folder in folders for path in folder.glob("*.json"))
