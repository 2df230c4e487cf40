"""Versions of the whole graph in a folder: dumps, what changed between them, and a manifest.

A version is a folder `YYYYMMDDTHHMMSS` (UTC) that appears when it is whole:

    sanmaek.nq.gz  sanmaek.jsonld.gz   everything
    added.nq.gz  removed.nq.gz         against the version before, where there is one
    dataset.ttl                        what this is, in DCAT and VoID
    manifest.json                      the files with their sizes and SHA-256
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from graph.exports.json_ld import json_ld
from graph.exports.options import Scope
from graph.exports.rdf_dumps import nquads
from graph.knowledge import Snapshot
from graph.vocabulary import RDF_TYPE, outside

NAME = re.compile(r"[0-9]{8}T[0-9]{6}")
_MANIFEST = "manifest.json"
_MEDIA_TYPES = {".nq": "application/n-quads", ".jsonld": "application/ld+json"}
_SPDX = "http://spdx.org/rdf/terms#"
_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#nonNegativeInteger")
_MOMENT = NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")
_HEX = NamedNode("http://www.w3.org/2001/XMLSchema#hexBinary")
_VERSION = outside("dcat", "version")


@dataclass(frozen=True, slots=True)
class Version:
    """A version and how many quads it holds, and got and lost since the one before."""

    name: str
    previous: str | None
    quads: int
    added: int
    removed: int


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    size: int
    sha256: str
    lines: int


def versions_in(folder: Path) -> list[str]:
    """The names of the whole versions in a folder, the oldest first."""
    if not folder.is_dir():
        return []
    return sorted(
        path.name
        for path in folder.iterdir()
        if NAME.fullmatch(path.name) and (path / _MANIFEST).is_file()
    )


def write_version(snapshot: Snapshot, folder: Path, now: datetime) -> Version | None:
    """Write a version; None where the last one is of the same graph.

    `now` names it, and must come after the last version's: ValueError otherwise.
    """
    name = now.astimezone(UTC).strftime("%Y%m%dT%H%M%S")
    previous = next(iter(versions_in(folder)[::-1]), None)
    if previous is not None:
        manifest = json.loads((folder / previous / _MANIFEST).read_text("utf-8"))
        if manifest["dataset_version"] == snapshot.version:
            return None
        if name <= previous:
            raise ValueError(f"version {name} would not come after {previous} in {folder}")
    unfinished = folder / f"{name}.part"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    scope = Scope(snapshot)
    whole = _packed(unfinished / "sanmaek.nq.gz", nquads(scope))
    files = [whole, _packed(unfinished / "sanmaek.jsonld.gz", json_ld(scope))]
    added = removed = 0
    if previous is not None:
        before, after = folder / previous / whole.name, unfinished / whole.name
        delta = [
            _packed(unfinished / "added.nq.gz", _only_in(after, before)),
            _packed(unfinished / "removed.nq.gz", _only_in(before, after)),
        ]
        added, removed = (file.lines for file in delta)
        files += delta
    description = unfinished / "dataset.ttl"
    triples = list(_description(snapshot, name, previous, now, files))
    serialize(triples, description, RdfFormat.TURTLE, prefixes=snapshot.iris.prefixes())
    files.append(_described(description))
    version = Version(name, previous, whole.lines, added, removed)
    (unfinished / _MANIFEST).write_text(
        json.dumps(_manifest(snapshot, version, now, files), indent=1) + "\n", "utf-8"
    )
    unfinished.rename(folder / name)
    return version


def _packed(path: Path, blocks: Iterable[bytes]) -> _File:
    """A file packed without a time or a name in it, so that the same content is the same file."""
    lines = 0
    with path.open("wb") as out, gzip.GzipFile("", "wb", fileobj=out, mtime=0) as packed:
        for block in blocks:
            lines += block.count(b"\n")
            packed.write(block)
    return _described(path, lines)


def _described(path: Path, lines: int = 0) -> _File:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return _File(path.name, path.stat().st_size, digest, lines)


def _only_in(one: Path, other: Path) -> Iterator[bytes]:
    """The lines of one sorted file that the other lacks; a line of each is held at once."""
    with gzip.open(one, "rb") as here, gzip.open(other, "rb") as there:
        beside = next(there, None)
        for line in here:
            while beside is not None and beside < line:
                beside = next(there, None)
            if beside != line:
                yield line


def _manifest(
    snapshot: Snapshot, version: Version, now: datetime, files: list[_File]
) -> dict[str, Any]:
    return {
        "version": version.name,
        "previous": version.previous,
        "created": _moment(now),
        "dataset": snapshot.iris.dataset.value,
        "dataset_version": snapshot.version,
        "quads": version.quads,
        "added": version.added,
        "removed": version.removed,
        "files": [{"name": file.name, "bytes": file.size, "sha256": file.sha256} for file in files],
    }


def _description(
    snapshot: Snapshot, name: str, previous: str | None, now: datetime, files: list[_File]
) -> Iterator[Triple]:
    """The data set as the graph describes it, and its files."""
    dataset = snapshot.iris.dataset
    own = f"{dataset.value}/{name}"
    for quad in snapshot.default_quads():
        if str(quad.subject).removeprefix("<").startswith(dataset.value):
            yield quad.triple
    yield Triple(dataset, _VERSION, Literal(name))
    yield Triple(dataset, outside("dct", "issued"), Literal(_moment(now), datatype=_MOMENT))
    if previous:
        before = NamedNode(f"{dataset.value}/{previous}")
        yield Triple(dataset, outside("dcat", "previousVersion"), before)
    for file in files:
        node, address = NamedNode(f"{own}#{file.name}"), NamedNode(f"{own}/{file.name}")
        media_type = _MEDIA_TYPES[Path(file.name.removesuffix(".gz")).suffix]
        checksum = NamedNode(f"{own}#{file.name};sha256")
        iana = "https://www.iana.org/assignments/media-types/"
        yield Triple(dataset, outside("dcat", "distribution"), node)
        yield Triple(node, RDF_TYPE, outside("dcat", "Distribution"))
        yield Triple(node, outside("dct", "title"), Literal(file.name))
        yield Triple(node, outside("dcat", "downloadURL"), address)
        yield Triple(node, outside("dcat", "mediaType"), NamedNode(iana + media_type))
        yield Triple(node, outside("dcat", "compressFormat"), NamedNode(iana + "application/gzip"))
        yield Triple(node, outside("dcat", "byteSize"), Literal(str(file.size), datatype=_INTEGER))
        yield Triple(node, NamedNode(_SPDX + "checksum"), checksum)
        yield Triple(checksum, RDF_TYPE, NamedNode(_SPDX + "Checksum"))
        yield Triple(
            checksum, NamedNode(_SPDX + "algorithm"), NamedNode(_SPDX + "checksumAlgorithm_sha256")
        )
        yield Triple(
            checksum, NamedNode(_SPDX + "checksumValue"), Literal(file.sha256, datatype=_HEX)
        )
        if file.name.startswith("sanmaek."):
            yield Triple(dataset, outside("void", "dataDump"), address)


def _moment(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
