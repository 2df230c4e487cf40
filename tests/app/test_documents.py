"""Documents that somebody else made are archived by the rules that hold for pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import cli
from app.documents import documents_in, ingest_documents, texts_in
from app.settings import Settings
from graph.archive import Archive, Outcome
from graph.model import Extraction

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "gold" / "samples"
PAGES = ROOT / "seeds" / "articles"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def read(data: Path) -> list[Extraction]:
    with Archive(Settings(data=data).archive_path) as archive:
        return list(archive.extractions())


def test_documents_beside_their_pages_get_text_and_offsets(tmp_path: Path) -> None:
    answer = run("ingest", "--extractions", SAMPLES, "--texts", PAGES, "--data", tmp_path)
    assert answer.exit_code == 0, answer.output
    found = read(tmp_path)
    assert {one.article.file for one in found} == {f"{path.stem}.txt" for path in documents()}
    for extraction in found:
        assert extraction.article.text
        assert all(claim.evidence.span for claim in extraction.claims)
        assert all(entity.spans for entity in extraction.entities)


def documents() -> list[Path]:
    found = documents_in(SAMPLES)
    assert found
    return found


def test_documents_alone_have_their_name_and_no_offsets(tmp_path: Path) -> None:
    assert run("ingest", "--extractions", SAMPLES, "--data", tmp_path).exit_code == 0
    for extraction in read(tmp_path):
        assert extraction.article.text is None
        assert not any(claim.evidence.span for claim in extraction.claims)
        assert extraction.article.file is not None
        assert Path(extraction.article.file).stem in {path.stem for path in documents()}


def test_the_same_documents_again_change_nothing_and_a_retracted_one_stays_out(
    tmp_path: Path,
) -> None:
    with Archive(tmp_path / "archive.sqlite") as archive:
        for outcome in (Outcome.ADDED, Outcome.UNCHANGED):
            report = ingest_documents(documents(), archive, {}, max_page_mb=1)
            assert report.outcomes[outcome] == len(documents())
        archive.retract(next(archive.extractions()).article.id)
        report = ingest_documents(documents(), archive, {}, max_page_mb=1)
        assert report.outcomes[Outcome.RETRACTED] == 1
        report = ingest_documents(documents(), archive, texts_in(PAGES), max_page_mb=1)
        assert report.outcomes[Outcome.UPDATED] == len(documents()) - 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "not JSON"),
        ("[]", "a JSON object"),
        ('{"id": "x", "entities": []}', "facts"),
        (
            '{"id": "x", "entities": [{"key": "e", "type": "moon", "name": "m"}], "facts": []}',
            "moon",
        ),
        (b"\xff\xfe", "utf-8"),
    ],
)
def test_a_bad_document_is_one_line_and_the_rest_goes_on(
    content: str | bytes, told: str, tmp_path: Path
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "bad.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "good.json").write_bytes(documents()[0].read_bytes())
    answer = run("ingest", "--extractions", folder, "--data", tmp_path / "data")
    assert answer.exit_code == 1
    (line,) = [line for line in answer.output.splitlines() if "bad.json" in line]
    assert told in line
    assert "1 added, 1 could not be read" in answer.output


def test_offsets_that_belong_to_another_text_are_refused(tmp_path: Path) -> None:
    document = json.loads(documents()[0].read_text(encoding="utf-8"))
    fact = document["facts"][0]
    fact["start"], fact["end"] = 0, len(fact["quote"])
    (tmp_path / documents()[0].name).write_text(json.dumps(document), encoding="utf-8")
    answer = run("ingest", "--extractions", tmp_path, "--texts", PAGES, "--data", tmp_path / "data")
    assert answer.exit_code == 1
    assert "the text at 0 reads" in answer.output


def test_nothing_to_ingest_is_one_clear_line(tmp_path: Path) -> None:
    assert "no .json document" in run("ingest", "--extractions", tmp_path).output
    assert "--extractions" in run("ingest", PAGES, "--texts", PAGES, "--data", tmp_path).output
    assert run("ingest", "--data", tmp_path).exit_code == 1


def test_what_was_extracted_elsewhere_is_what_was_extracted_here(tmp_path: Path) -> None:
    page = PAGES / "changwon-completion-2025.txt"
    run("ingest", page, "--data", tmp_path / "here")
    run("extract", page, "-o", tmp_path / "read")
    given = ("--extractions", tmp_path / "read", "--texts", PAGES)
    run("ingest", *given, "--data", tmp_path / "there")
    assert read(tmp_path / "there") == read(tmp_path / "here")


def test_the_gold_documents_load(gold: list[Path], shared: Path, tmp_path: Path) -> None:
    texts = texts_in(shared / "dev") | texts_in(shared / "seeds")
    with Archive(tmp_path / "archive.sqlite") as archive:
        report = ingest_documents(gold, archive, texts, max_page_mb=1)
        assert report.failures == []
        assert report.outcomes[Outcome.ADDED] == len(gold)
        for extraction in archive.extractions():
            assert all(claim.evidence.span for claim in extraction.claims)
