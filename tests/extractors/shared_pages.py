"""The pages and the gold beside the checkout, which are not part of it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(
    os.environ.get("SANMAEK_SHARED") or Path(__file__).resolve().parents[2].parent / "shared"
)
NEEDS_SHARED = pytest.mark.skipif(
    not (SHARED / "dev").is_dir(), reason=f"the sample pages are not at {SHARED}"
)


def shared_pages() -> list[Path]:
    """The seed and development pages; none where they are absent."""
    return [*sorted(SHARED.glob("seeds/*.txt")), *sorted(SHARED.glob("dev/*.txt"))]


def gold_of(page: Path) -> dict[str, Any]:
    """The annotation of a page."""
    path = SHARED / "gold" / page.parent.name / f"{page.stem}.json"
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold
