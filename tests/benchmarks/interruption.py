"""What 50 kills at random moments of ingest, retract, forget and rebuild leave: whole data."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.app.killing import kills

MOMENTS = 50


def table() -> str:
    """Kills by command and the moments of its run at which they came; fails where data are not."""
    with tempfile.TemporaryDirectory() as folder:
        moments = kills(MOMENTS, Path(folder))
    lines = ["command    kills   at, of its run   lost or doubled\n"]
    for operation, found in moments.items():
        between = f"{min(found):.2f} to {max(found):.2f}"
        lines.append(f"{operation:<10} {len(found):>5}   {between:<14}   0\n")
    return "".join(lines)
