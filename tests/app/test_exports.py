"""Exports over HTTP and from the command line: the same files, with a report of what is in them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import networkx as nx
import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner, Result

from app.cli import cli
from app.routers.exports import REPORT
from app.settings import Settings
from graph.archive import Archive
from graph.exports import EXPORTS
from graph.exports.versions import versions_in
from tests.app.conftest import fill


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    with Archive(Settings(data=folder).archive_path) as archive:
        fill(archive)
    return folder


@pytest.mark.parametrize("ending", EXPORTS)
def test_every_format_is_served_with_its_report(client: TestClient, ending: str) -> None:
    answer = client.get(f"/v1/export.{ending}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(EXPORTS[ending].media_type)
    assert answer.headers["content-disposition"].endswith(f'"sanmaek.{ending}"')
    report = json.loads(answer.headers[REPORT])
    assert report["in"]["claims"] > 0
    assert report["out"]
    assert len(answer.content) > 100


def test_a_web_page_of_another_host_may_read_file_and_report(client: TestClient) -> None:
    answer = client.get("/v1/export.json", headers={"Origin": "https://lite.gephi.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert REPORT.lower() in answer.headers["access-control-expose-headers"].lower()
    assert answer.json()["options"]["multi"] is True


def test_criteria_and_views_make_it_smaller(client: TestClient) -> None:
    def size(**parameters: str) -> tuple[int, int]:
        answer = client.get("/v1/export.graphml", params=parameters)
        assert answer.status_code == 200, answer.text
        network = nx.read_graphml(io.BytesIO(answer.content))
        return len(network), network.number_of_edges()

    whole = size()
    city = size(city="창원")
    rich = size(city="창원", budget_min="1,000억")
    assert whole > city > rich > (1, 1)
    assert size(view="organizations") < whole
    assert size(parallel="keep")[1] > whole[1]


@pytest.mark.parametrize(
    ("parameters", "status", "kind"),
    [
        ({"city": "없는시"}, 404, "unknown-city"),
        ({"budget_min": "많이"}, 422, "unreadable-budget_min"),
        ({"view": "all"}, 422, "invalid-parameter"),
        ({"status": "done"}, 422, "invalid-parameter"),
    ],
)
def test_a_wrong_parameter_is_a_problem_that_says_so(
    client: TestClient, parameters: dict[str, str], status: int, kind: str
) -> None:
    answer = client.get("/v1/export.gexf", params=parameters)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == f"/problems/{kind}"


@pytest.mark.parametrize("ending", ["gexf", "xlsx", "nodes.csv", "neo4j.zip", "jsonld"])
def test_the_command_writes_what_the_server_sends(
    client: TestClient, data: Path, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"창원.{ending}"
    answer = run("export", file, "--data", data, "--city", "창원", "--budget-min", "100억")
    assert answer.exit_code == 0, answer.output
    assert "left out:" in answer.output
    sent = client.get(f"/v1/export.{ending}", params={"city": "창원", "budget_min": "100억"})
    if ending != "xlsx":  # which holds the time of writing
        assert file.read_bytes() == sent.content
    assert not list(tmp_path.glob("*.part"))


def test_the_command_says_what_it_cannot_find(data: Path, tmp_path: Path) -> None:
    answer = run("export", tmp_path / "a.gexf", "--data", data, "--city", "없는시")
    assert answer.exit_code == 1
    assert "없는시" in answer.output
    assert not list(tmp_path.iterdir())


def test_a_dump_is_added_once_for_the_same_graph(data: Path, tmp_path: Path) -> None:
    first = run("dump", tmp_path, "--data", data)
    assert first.exit_code == 0, first.output
    again = run("dump", tmp_path, "--data", data)
    assert "nothing written" in again.output
    assert len(versions_in(tmp_path)) == 1
