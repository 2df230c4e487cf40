"""The command as a user types it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import cli
from app.settings import Settings
from graph.archive import Archive

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "seeds" / "articles"
PAGE = PAGES / "changwon-completion-2025.txt"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of data with all sample pages in it."""
    data = tmp_path_factory.mktemp("ingested")
    answer = run("ingest", PAGES, "--data", data)
    assert answer.exit_code == 0, answer.output
    return data


@pytest.fixture
def data(ingested: Path, tmp_path: Path) -> Path:
    """A copy of that folder, to change."""
    return Path(shutil.copytree(ingested, tmp_path / "data"))


def test_extract_writes_one_document_a_page_under_its_name(tmp_path: Path) -> None:
    answer = run("extract", PAGES, "-o", tmp_path)
    assert answer.exit_code == 0, answer.output
    assert {path.stem for path in tmp_path.iterdir()} == {path.stem for path in PAGES.glob("*.txt")}


def test_extracted_offsets_are_those_of_the_page(tmp_path: Path) -> None:
    run("extract", PAGES, "-o", tmp_path)
    for path in tmp_path.glob("*.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        page = (PAGES / f"{path.stem}.txt").read_bytes().decode("utf-8-sig")
        for fact in document["facts"]:
            assert page[fact["start"] : fact["end"]] == fact["quote"]
            assert 0 <= fact["confidence"] <= 1
            assert len(fact["quote"]) <= 80
        for entity in document["entities"]:
            assert all(0 <= start < end <= len(page) for start, end in entity["spans"])


def test_extract_of_one_page_goes_to_stdout() -> None:
    answer = run("extract", PAGE)
    document = json.loads(answer.stdout)
    assert document["article"]["title"]
    assert document["entities"]
    assert document["facts"]


def test_the_same_pages_again_change_nothing_and_it_says_so(data: Path) -> None:
    with Archive(Settings(data=data).archive_path) as archive:
        before = archive.revision
    answer = run("ingest", PAGES, "--data", data)
    assert answer.exit_code == 0
    assert "8 unchanged" in answer.output
    with Archive(Settings(data=data).archive_path) as archive:
        assert archive.revision == before


def test_a_bad_page_is_one_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    good = PAGE.read_text(encoding="utf-8-sig")
    (pages / "utf8-bom.txt").write_text(good + "\n첫째 판", encoding="utf-8-sig")
    (pages / "cp949.txt").write_text(good + "\n둘째 판", encoding="cp949", errors="ignore")
    (pages / "empty.txt").write_bytes(b"")
    (pages / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (pages / "latin.txt").write_text("The mayor opened the plant. " * 50, encoding="utf-8")
    (pages / "broken.txt").write_bytes("창원시".encode() * 100 + b"\xff\xfe\x80")
    with (pages / "huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    answer = run("ingest", pages, "--data", tmp_path / "data")
    assert answer.exit_code == 1
    lines = answer.output.splitlines()
    for bad in ("empty", "binary", "latin", "broken", "huge"):
        told = [line for line in lines if f"{bad}.txt" in line]
        assert len(told) == 1, (bad, answer.output)
    assert "2 added, 5 could not be read" in answer.output


def test_what_is_no_page_at_all_is_one_clear_line(tmp_path: Path) -> None:
    answer = run("ingest", tmp_path, "--data", tmp_path / "data")
    assert answer.exit_code == 1
    assert "no .txt page" in answer.output


@pytest.mark.parametrize("ending", ["graphml", "gexf", "ttl", "nq", "csv"])
def test_every_export_is_written_and_the_same_again(
    data: Path, tmp_path: Path, ending: str
) -> None:
    files = [tmp_path / f"{name}.{ending}" for name in ("one", "two")]
    for file in files:
        answer = run("export", file, "--data", data)
        assert answer.exit_code == 0, answer.output
    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[0].stat().st_size > 1000


def test_an_unknown_ending_names_the_known_ones(data: Path, tmp_path: Path) -> None:
    answer = run("export", tmp_path / "graph.docx", "--data", data)
    assert answer.exit_code == 1
    assert ".graphml" in answer.output


def test_rebuild_gives_the_same_graph_byte_for_byte(data: Path, tmp_path: Path) -> None:
    before, after = tmp_path / "before.nq", tmp_path / "after.nq"
    run("export", before, "--data", data)
    answer = run("rebuild", "--data", data)
    assert answer.exit_code == 0, answer.output
    run("export", after, "--data", data)
    assert before.read_bytes() == after.read_bytes()


def test_a_retracted_article_is_gone_and_stays_out(data: Path, tmp_path: Path) -> None:
    before, without, back = (tmp_path / f"{name}.csv" for name in ("before", "without", "back"))
    run("export", before, "--data", data)
    assert "retracted" in run("retract", PAGE.name, "--data", data).output
    assert "1 retracted" in run("ingest", PAGES, "--data", data).output
    run("export", without, "--data", data)
    assert "4343억" in before.read_text(encoding="utf-8-sig")
    assert "4343억" not in without.read_text(encoding="utf-8-sig")
    assert "restored" in run("retract", "--undo", PAGE.name, "--data", data).output
    run("export", back, "--data", data)
    assert back.read_bytes() == before.read_bytes()


def test_of_a_forgotten_article_no_word_stays_on_disk(data: Path, tmp_path: Path) -> None:
    quote = "4343억"
    held = [path for path in data.rglob("*") if path.is_file()]
    assert any(quote.encode() in path.read_bytes() for path in held)
    answer = run("retract", PAGE.name, "--forget", "--data", data)
    assert answer.exit_code == 0, answer.output
    assert "forgotten" in answer.output
    for path in [path for path in data.rglob("*") if path.is_file()]:
        assert quote.encode() not in path.read_bytes(), path
    assert "1 retracted" in run("ingest", PAGES, "--data", data).output
    article = answer.output.split()[0]
    assert "ingest it again" in run("retract", article, "--undo", "--data", data).output
    assert "1 updated" in run("ingest", PAGES, "--data", data).output
    export = tmp_path / "back.csv"
    run("export", export, "--data", data)
    assert quote in export.read_text(encoding="utf-8-sig")


def test_forgetting_and_taking_back_at_once_is_refused(data: Path) -> None:
    answer = run("retract", PAGE.name, "--forget", "--undo", "--data", data)
    assert answer.exit_code == 1
    assert "--undo or --forget" in answer.output


def test_info_tells_every_setting_and_what_is_there(data: Path) -> None:
    answer = run("info", "--data", data)
    for variable, _, _ in Settings().described():
        assert variable in answer.output
    assert "revision" in answer.output


def test_a_token_is_not_told(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    monkeypatch.setenv("SANMAEK_TOKEN", "secret-of-mine")
    assert "secret-of-mine" not in run("info", "--data", data).output
