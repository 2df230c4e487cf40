"""The archive keeps what it was given, tells what changed, and is never left half written."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from graph.archive import Archive, ArchiveError, Outcome, UnknownArticleError
from graph.model import Article, Extraction
from graph.values import PartialDate
from tests.conftest import ROOT
from tests.graph.examples import budget, extractions, project, read


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "data" / "archive.sqlite") as opened:
        yield opened


def _say(article: str, won: int, published: str = "", file: str | None = None) -> Extraction:
    said = read(article, [project("p", "사업")], [budget("p", won)], published)
    return replace(said, article=replace(said.article, file=file))


def test_an_archive_starts_empty_at_revision_0(archive: Archive) -> None:
    assert archive.revision == 0
    assert list(archive.articles()) == []
    assert list(archive.extractions()) == []
    assert archive.describe("a") is None


def test_the_same_extraction_again_changes_nothing(archive: Archive) -> None:
    assert archive.put(_say("a", 5)) is Outcome.ADDED
    before = list(archive.articles())
    assert archive.put(_say("a", 5)) is Outcome.UNCHANGED
    assert list(archive.articles()) == before
    assert archive.revision == 1


def test_another_extraction_of_an_article_replaces_the_former(archive: Archive) -> None:
    archive.put(_say("a", 5))
    assert archive.put(_say("a", 6)) is Outcome.UPDATED
    assert list(archive.extractions()) == [_say("a", 6)]
    assert archive.revision == 2


def test_another_text_with_the_same_extraction_is_a_change(archive: Archive) -> None:
    said = Extraction(Article("a", "하나"), (), (), "x")
    archive.put(said)
    other = replace(said, article=Article("a", "둘"))
    assert archive.put(other) is Outcome.UPDATED
    assert list(archive.extractions()) == [other]


def test_a_retracted_article_stays_retracted_until_it_is_restored(archive: Archive) -> None:
    archive.put(_say("a", 5))
    assert archive.retract("a")
    assert not archive.retract("a")
    assert archive.put(_say("a", 6)) is Outcome.RETRACTED
    assert list(archive.extractions()) == []
    tombstone = archive.describe("a")
    assert tombstone is not None
    assert tombstone.retracted_at is not None
    assert [row.article.id for row in archive.articles()] == ["a"]
    assert archive.restore("a")
    assert not archive.restore("a")
    assert list(archive.extractions()) == [_say("a", 5)]


def test_the_revision_grows_by_one_a_change_and_not_otherwise(archive: Archive) -> None:
    steps: list[tuple[Callable[[], object], int]] = [
        (lambda: archive.put(_say("a", 5)), 1),
        (lambda: archive.put(_say("b", 5)), 2),
        (lambda: archive.put(_say("a", 5)), 2),
        (lambda: archive.put(_say("a", 6)), 3),
        (lambda: archive.retract("b"), 4),
        (lambda: archive.retract("b"), 4),
        (lambda: archive.put(_say("b", 7)), 4),
        (lambda: archive.restore("b"), 5),
        (lambda: archive.restore("b"), 5),
    ]
    for number, (step, revision) in enumerate(steps):
        step()
        assert archive.revision == revision, number


@pytest.mark.parametrize("step", ["retract", "restore"])
def test_an_unknown_article_cannot_be_marked(archive: Archive, step: str) -> None:
    with pytest.raises(UnknownArticleError, match="no article 'x'"):
        getattr(archive, step)("x")
    assert archive.revision == 0


def test_an_article_is_found_by_id_by_the_beginning_of_it_and_by_file(archive: Archive) -> None:
    archive.put(_say("abcd", 1, file="하나.txt"))
    archive.put(_say("abxy", 2, file="둘.txt"))
    archive.put(_say("ab", 3))
    assert archive.find("abcd").article.id == "abcd"
    assert archive.find("abc").article.id == "abcd"
    assert archive.find("둘.txt").article.id == "abxy"
    assert archive.find("ab").article.id == "ab"


@pytest.mark.parametrize(("name", "told"), [("a", "could be"), ("", "no art"), ("%", "no art")])
def test_a_name_of_several_or_no_articles_is_refused(
    archive: Archive, name: str, told: str
) -> None:
    for article in ("ab", "ac", "ad"):
        archive.put(_say(article, 1))
    with pytest.raises(UnknownArticleError, match=told):
        archive.find(name)


def test_a_whole_file_name_goes_before_ids_that_begin_so(archive: Archive) -> None:
    for number in range(6):
        archive.put(_say(f"cw-{number}", 1))
    archive.put(_say("zz", 1, file="cw"))
    assert archive.find("cw").article.id == "zz"
    archive.put(_say("zzz", 1, file="cw"))
    with pytest.raises(UnknownArticleError, match="zz, zzz"):
        archive.find("cw")


def test_extractions_come_by_day_and_id_whatever_order_they_were_put_in(archive: Archive) -> None:
    for article, day in (("b", "2024"), ("c", ""), ("a", "2024"), ("d", "2023-05-01")):
        archive.put(_say(article, 1, day))
    wanted = ["c", "d", "a", "b"]
    assert [said.article.id for said in archive.extractions()] == wanted
    assert [row.article.id for row in archive.articles()] == wanted


@settings(max_examples=30)
@given(extractions("a"))
def test_what_was_put_comes_back_as_it_was(extraction: Extraction) -> None:
    with Archive(Path(":memory:")) as archive:
        assert archive.put(extraction) is Outcome.ADDED
        assert list(archive.extractions()) == [extraction]
        described = archive.find("a")
        assert described.article == extraction.article.without_text()
        assert described.extractor == extraction.extractor


def test_a_closed_archive_opens_again_with_all_in_it(tmp_path: Path) -> None:
    with Archive(tmp_path / "a") as archive:
        archive.put(_say("a", 5, "2024-02"))
    with Archive(tmp_path / "a") as archive:
        assert archive.revision == 1
        assert archive.find("a").article.published == PartialDate(2024, 2)


def test_an_archive_of_a_newer_sanmaek_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a"
    Archive(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match=r"newer sanmaek \(form 99\)"):
        Archive(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("창원시는 " * 500, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="not an archive"):
        Archive(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [0, 1, 7])
def test_another_program_s_database_is_refused_and_left_as_it_is(
    tmp_path: Path, version: int
) -> None:
    path = tmp_path / "places.sqlite"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE bookmark (id)")
    db.execute(f"PRAGMA user_version = {version}")
    db.commit()
    db.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError, match="another program's"):
        Archive(path)
    assert path.read_bytes() == before


def test_a_path_that_cannot_hold_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be opened"):
        Archive(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="cannot be opened"):
        Archive(tmp_path / "file" / "archive")


def test_two_connections_see_each_other_s_changes(tmp_path: Path) -> None:
    with Archive(tmp_path / "a") as one, Archive(tmp_path / "a") as other:
        one.put(_say("a", 1))
        assert other.put(_say("a", 1)) is Outcome.UNCHANGED
        assert other.put(_say("b", 1)) is Outcome.ADDED
        assert one.revision == 2
        other.retract("a")
        assert [said.article.id for said in one.extractions()] == ["b"]


def test_many_openers_of_a_new_archive_all_get_in(tmp_path: Path) -> None:
    def put(number: int) -> Outcome:
        with Archive(tmp_path / "a") as archive:
            return archive.put(_say(f"a{number}", 1))

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(put, range(24))) == {Outcome.ADDED}
    with Archive(tmp_path / "a") as archive:
        assert archive.revision == 24


def test_a_change_that_fails_midway_leaves_no_trace(archive: Archive) -> None:
    archive.put(_say("a", 1))
    half = replace(_say("a", 2), article=Article("a", title="\ud800"))
    with pytest.raises(UnicodeEncodeError):
        archive.put(half)
    assert list(archive.extractions()) == [_say("a", 1)]
    assert archive.put(_say("b", 1)) is Outcome.ADDED
    assert archive.revision == 2


_KILLED = """
import os, signal, sys
from pathlib import Path
from graph.archive import Archive
from tests.graph.test_archive import big
archive = Archive(Path(sys.argv[1]))
left = int(sys.argv[2])
def tick():
    global left
    left -= 1
    if left <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
archive._db.set_trace_callback(lambda statement: tick())
archive.put(big(2))
"""


def big(version: int) -> Extraction:
    """An extraction of many pages, so that a kill finds it half written."""
    said = _say("a", version)
    return replace(said, article=replace(said.article, text=str(version) * 2_000_000))


@pytest.mark.parametrize("statement", range(1, 6))
def test_a_kill_amid_a_put_leaves_all_or_nothing(tmp_path: Path, statement: int) -> None:
    path = tmp_path / "a"
    with Archive(path) as archive:
        archive.put(big(1))
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, str(path), str(statement)],
        cwd=ROOT,
        check=False,
        capture_output=True,
    )
    assert killed.returncode == -9, killed.stderr.decode()
    with Archive(path) as archive:
        found = list(archive.extractions())
        assert found in ([big(1)], [big(2)])
        assert archive.revision == (1 if found == [big(1)] else 2)
        assert archive.put(big(3)) is Outcome.UPDATED


SECRET = "아무도 다시 읽어서는 안 되는 문장"


def _secret(article: str = "secret") -> Extraction:
    """An article whose every field holds words that must be forgotten."""
    said = Extraction(
        Article(
            article,
            f"{SECRET}. " * 2000,
            f"https://news.example/{SECRET}",
            SECRET,
            SECRET,
            SECRET,
            PartialDate(2024),
            f"{SECRET}.txt",
        ),
        (),
        (),
        SECRET,
    )
    claims = read(article, [project("p", SECRET)], [budget("p", 5)])
    return replace(said, entities=claims.entities, claims=claims.claims)


def _held(archive: Archive) -> str:
    """All that the archive's files hold, as far as it is UTF-8."""
    files = sorted(archive.path.parent.glob(f"{archive.path.name}*"))
    return b"".join(path.read_bytes() for path in files).decode("utf-8", "ignore")


def test_of_a_forgotten_article_no_word_is_left_in_any_file(archive: Archive) -> None:
    for number in range(5):
        archive.put(_say(f"a{number}", 5))
    archive.put(_secret())
    archive.put(replace(_secret(), extractor="newer"))
    assert SECRET in _held(archive)
    archive.retract("secret")
    assert SECRET in _held(archive)
    revision = archive.revision
    assert archive.forget("secret")
    assert SECRET not in _held(archive)
    assert archive.revision == revision + 1
    assert len(list(archive.extractions())) == 5
    (tombstone,) = [row for row in archive.articles() if row.retracted_at]
    assert tombstone.forgotten
    assert tombstone.article == Article("secret")


def test_words_that_an_earlier_change_left_in_free_pages_are_overwritten_too(
    tmp_path: Path,
) -> None:
    path = tmp_path / "archive.sqlite"
    with Archive(path) as archive:
        archive.put(_secret())
        archive.put(_secret("other"))
    with sqlite3.connect(path) as careless:
        careless.execute("PRAGMA secure_delete = OFF")
        careless.execute("DELETE FROM article WHERE id = 'other'")
    careless.close()
    with Archive(path) as archive:
        archive.forget("secret")
        assert SECRET not in _held(archive)


def test_a_forgotten_article_is_refused_until_it_is_restored_and_then_put_anew(
    archive: Archive,
) -> None:
    archive.put(_say("a", 5))
    assert archive.forget("a")
    assert not archive.forget("a")
    assert archive.put(_say("a", 5)) is Outcome.RETRACTED
    assert archive.restore("a")
    assert list(archive.extractions()) == []
    assert archive.put(_say("a", 5)) is Outcome.UPDATED
    assert list(archive.extractions()) == [_say("a", 5)]


def test_a_reader_that_holds_the_log_is_told_of_and_forgetting_again_empties_it(
    archive: Archive,
) -> None:
    archive.put(_secret())
    reader = sqlite3.connect(archive.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM article").fetchone()
    archive._db.execute("PRAGMA busy_timeout = 1")
    with pytest.raises(ArchiveError, match="again"):
        archive.forget("secret")
    assert list(archive.extractions()) == []
    reader.close()
    assert not archive.forget("secret")
    assert SECRET not in _held(archive)


def test_an_unknown_article_cannot_be_forgotten(archive: Archive) -> None:
    with pytest.raises(UnknownArticleError):
        archive.forget("nothing")
