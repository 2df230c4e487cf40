"""The version of the extractors: another rule or another gazetteer row reads otherwise."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def version_of(gazetteer: Path) -> str:
    """`sanmaek/` and a digest of this room's code and of the name lists in a folder.

    Articles that another version read are read anew by the next ingest.
    """
    digest = hashlib.sha256()
    room = Path(__file__).parent
    for folder, pattern in ((room, "*.py"), (room, "*.tsv"), (gazetteer, "*.tsv")):
        for file in sorted(folder.rglob(pattern)):
            digest.update(file.relative_to(folder).as_posix().encode())
            digest.update(file.read_bytes())
    return f"sanmaek/{digest.hexdigest()[:12]}"
