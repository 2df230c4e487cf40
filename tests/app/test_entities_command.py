"""`sanmaek entities` lists the things and their members, and who is who agrees with people."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from app.cli import cli
from tests.conftest import ROOT
from tests.graph.samples import SAMPLES

DOCUMENTS = ROOT / "tests" / "gold" / "samples"


def run(*arguments: object) -> Result:
    answer = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    assert answer.exit_code == 0, answer.output
    return answer


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("entities")
    run("ingest", "--extractions", DOCUMENTS, "--data", folder)
    return folder


def test_every_thing_is_listed_with_the_entities_of_the_files_that_it_stands_for(
    data: Path,
) -> None:
    listed: list[dict[str, Any]] = json.loads(run("entities", "--members", "--data", data).stdout)
    stems = {path.stem for path in DOCUMENTS.glob("*.json")}
    members = [tuple(member) for thing in listed for member in thing["members"]]
    assert len(members) == len(set(members)) == sum(len(read.entities) for read in SAMPLES)
    assert {stem for stem, _ in members} == stems
    for thing in listed:
        assert thing["id"].startswith(f"{thing['type']}/")
        assert thing["label"]
        assert thing["members"]
    changwon = next(thing for thing in listed if thing["id"] == "region/48120")
    assert len(changwon["members"]) > 2


def test_a_file_gets_what_the_screen_gets(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "things.json"
    assert run("entities", "--data", data, "-o", file).stdout == ""
    told = json.loads(file.read_text(encoding="utf-8"))
    assert told == json.loads(run("entities", "--data", data).stdout)
    assert not any("members" in thing for thing in told)


def test_without_an_archive_it_says_what_to_do(tmp_path: Path) -> None:
    answer = CliRunner().invoke(cli, ["entities", "--data", str(tmp_path / "none")])
    assert answer.exit_code == 1
    assert "sanmaek ingest" in answer.output


def test_people_s_clusters_come_out_and_no_look_alikes_are_merged(
    shared: Path, gold: list[Path], tmp_path: Path
) -> None:
    documents, members = tmp_path / "documents", tmp_path / "members.json"
    documents.mkdir()
    for path in gold:
        (documents / path.name).write_bytes(path.read_bytes())
    run("ingest", "--extractions", documents, "--data", tmp_path / "data")
    run("entities", "--members", "-o", members, "--data", tmp_path / "data")
    scorer = shared / "gold" / "score_clusters.py"
    done = subprocess.run(
        [sys.executable, scorer, documents, members, "--json"],
        check=True,
        capture_output=True,
        text=True,
    )
    score = json.loads(done.stdout)
    assert score["f1"] >= 0.95, score
    assert score["look_alikes_merged"] == 0, score
    assert score["look_alikes"] == 49, score
