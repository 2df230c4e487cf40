"""Versions can be checked, compared and put together from what changed between them."""

from __future__ import annotations

import gzip
import hashlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import rdflib

from graph.exports.versions import versions_in, write_version
from tests.graph.examples import three_that_agree
from tests.graph.exports.networks import a_year_of_news, snapshot

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")


def _lines(path: Path) -> set[bytes]:
    return set(gzip.decompress(path.read_bytes()).splitlines())


def test_a_version_is_a_folder_with_files_that_its_manifest_tells(tmp_path: Path) -> None:
    version = write_version(snapshot(a_year_of_news()), tmp_path, NOW)
    assert version is not None
    assert version.name == "20261122T093000"
    folder = tmp_path / version.name
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    names = {file["name"] for file in manifest["files"]}
    assert names == {"sanmaek.nq.gz", "sanmaek.jsonld.gz", "dataset.ttl"}
    assert {path.name for path in folder.iterdir()} == {*names, "manifest.json"}
    for file in manifest["files"]:
        content = (folder / file["name"]).read_bytes()
        assert file["bytes"] == len(content)
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
    assert manifest["quads"] == len(_lines(folder / "sanmaek.nq.gz"))
    assert manifest["dataset_version"] == snapshot(a_year_of_news()).version


def test_the_deltas_make_one_version_of_the_other(tmp_path: Path) -> None:
    write_version(snapshot(three_that_agree()), tmp_path, NOW)
    changed = [*three_that_agree()[1:], *a_year_of_news()]
    version = write_version(snapshot(changed), tmp_path, NOW + timedelta(hours=1))
    assert version is not None
    old, new = versions_in(tmp_path)
    assert (version.previous, version.name) == (old, new)
    added, removed = (_lines(tmp_path / new / f"{name}.nq.gz") for name in ("added", "removed"))
    before, after = (_lines(tmp_path / name / "sanmaek.nq.gz") for name in (old, new))
    assert added
    assert removed
    assert (before - removed) | added == after
    assert not added & before
    assert not removed & after
    assert (version.added, version.removed) == (len(added), len(removed))


def test_the_same_graph_again_is_no_version(tmp_path: Path) -> None:
    write_version(snapshot(three_that_agree()), tmp_path, NOW)
    again = write_version(snapshot(three_that_agree()[::-1]), tmp_path, NOW + timedelta(days=1))
    assert again is None
    assert len(versions_in(tmp_path)) == 1


def test_the_same_graph_is_the_same_files_wherever_it_is_written(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_version(snapshot(a_year_of_news()), tmp_path / name, NOW)
    one, other = (
        {path.name: path.read_bytes() for path in (tmp_path / name / "20261122T093000").iterdir()}
        for name in ("one", "other")
    )
    assert one == other


def test_a_version_does_not_come_before_the_last(tmp_path: Path) -> None:
    write_version(snapshot(three_that_agree()), tmp_path, NOW)
    with pytest.raises(ValueError, match="would not come after 20261122T093000"):
        write_version(snapshot(a_year_of_news()), tmp_path, NOW - timedelta(seconds=1))


def test_an_unfinished_version_is_none(tmp_path: Path) -> None:
    (tmp_path / "20261122T093000.part").mkdir()
    (tmp_path / "20261122T083000").mkdir()
    assert versions_in(tmp_path) == []
    assert write_version(snapshot(a_year_of_news()), tmp_path, NOW) is not None


def test_the_description_names_files_checksums_and_the_version_before(tmp_path: Path) -> None:
    write_version(snapshot(three_that_agree()), tmp_path, NOW)
    write_version(snapshot(a_year_of_news()), tmp_path, NOW + timedelta(hours=1))
    folder = tmp_path / "20261122T103000"
    graph = rdflib.Graph().parse(folder / "dataset.ttl")
    (dataset,) = graph.subjects(rdflib.RDF.type, DCAT.Dataset)
    assert graph.value(dataset, DCAT.version) == rdflib.Literal("20261122T103000")
    assert str(graph.value(dataset, DCAT.previousVersion)).endswith("/20261122T093000")
    assert len(list(graph.objects(dataset, VOID.dataDump))) == 2
    assert graph.value(dataset, VOID.triples) is not None
    sums = {
        str(value)
        for value in graph.objects(None, rdflib.URIRef("http://spdx.org/rdf/terms#checksumValue"))
    }
    content = (folder / "added.nq.gz").read_bytes()
    assert hashlib.sha256(content).hexdigest() in sums
    assert len(list(graph.objects(dataset, DCAT.distribution))) == 4
