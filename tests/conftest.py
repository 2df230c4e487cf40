"""Options that all tests share."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--renew`."""
    parser.addoption("--renew", action="store_true", help="write golden files and READMEs anew")
