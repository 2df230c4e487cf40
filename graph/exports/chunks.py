"""Files as streams: rows joined to blocks, archives and tables written while they are sent."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

_ROWS = 256
_BOM = "\ufeff"


def in_blocks(rows: Iterable[str]) -> Iterator[bytes]:
    """Rows in UTF-8, many in one block; half a surrogate pair becomes a question mark."""
    ahead = iter(rows)
    while block := "".join(islice(ahead, _ROWS)):
        yield block.encode("utf-8", "replace")


def csv_rows(rows: Iterable[Iterable[object]], *, bom: bool) -> Iterator[str]:
    """Rows as lines of CSV, with a byte order mark where Excel is to read it."""
    line = io.StringIO()
    writer = csv.writer(line)
    if bom:
        line.write(_BOM)
    for row in rows:
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def zipped(files: Mapping[str, Iterable[bytes]]) -> Iterator[bytes]:
    """A ZIP archive of some files, made while it is read; the same files give the same bytes."""
    out = _Outlet()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blocks in files.items():
            about = zipfile.ZipInfo(name)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            with archive.open(about, "w", force_zip64=True) as entry:
                for block in blocks:
                    entry.write(block)
                    yield out.taken()
    yield out.taken()


class _Outlet(io.RawIOBase):
    """A file that cannot be sought in and gives away what was written to it."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, block: object) -> int:
        data = bytes(block)  # type: ignore[call-overload]
        self._held += data
        return len(data)

    def taken(self) -> bytes:
        """What was written since the last call."""
        data = bytes(self._held)
        self._held.clear()
        return data
