"""The archive's changes after a revision: what came, what is told otherwise, what went."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.archive import Archive, Kind
from tests.graph.examples import budget, project, read


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive.sqlite") as archive:
        for number, name in enumerate(("a", "b", "c")):
            archive.put(read(name, [project("p", "실증단지")], [budget("p", number + 1)]))
        yield archive


def _told(archive: Archive, since: int, limit: int = 10) -> list[tuple[int, str, Kind]]:
    return [
        (one.archived.revision, one.archived.article.id, one.kind)
        for one in archive.changed_since(since, limit)
    ]


def test_each_article_is_told_with_its_last_change(archive: Archive) -> None:
    archive.put(read("a", [project("p", "실증단지")], [budget("p", 9)]))
    archive.retract("b")
    assert _told(archive, 3) == [(4, "a", Kind.CHANGED), (5, "b", Kind.RETRACTED)]
    assert _told(archive, 5) == []


def test_what_came_after_the_revision_is_added_however_often_it_was_read(archive: Archive) -> None:
    archive.put(read("a", [project("p", "실증단지")], [budget("p", 9)]))
    assert _told(archive, 0) == [
        (2, "b", Kind.ADDED),
        (3, "c", Kind.ADDED),
        (4, "a", Kind.ADDED),
    ]


def test_a_restored_article_is_a_change_to_who_knew_it(archive: Archive) -> None:
    archive.retract("a")
    archive.restore("a")
    assert _told(archive, 3) == [(5, "a", Kind.CHANGED)]


def test_pages_of_changes_join_to_all_of_them(archive: Archive) -> None:
    first = _told(archive, 0, 2)
    assert first + _told(archive, first[-1][0], 2) == _told(archive, 0)


def test_of_a_forgotten_article_only_the_id_is_told(archive: Archive) -> None:
    archive.forget("a")
    (told,) = archive.changed_since(3, 10)
    assert (told.kind, told.archived.article.id) == (Kind.RETRACTED, "a")
    assert told.archived.article.title is None


def test_an_archive_from_before_revisions_of_arrival_tells_changes_too(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    with Archive(path) as archive:
        archive.put(read("a", [project("p", "실증단지")]))
        archive._db.execute("DROP TABLE arrival")  # as an older sanmaek left it
    with Archive(path) as archive:
        archive.put(read("b", [project("p", "실증단지")]))
        assert _told(archive, 1) == [(2, "b", Kind.ADDED)]
        assert _told(archive, 0)[0] == (1, "a", Kind.ADDED)
