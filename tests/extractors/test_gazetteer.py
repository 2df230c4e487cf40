from pathlib import Path

import pytest

from extractors.gazetteer import Entry, Gazetteer
from graph.model import EntityType

REGION, COMPANY = EntityType.REGION, EntityType.COMPANY


def entry(ref: str, *names: str, kind: EntityType = REGION, parents: tuple[str, ...] = ()) -> Entry:
    return Entry(ref, kind, names[0], names, parents=parents)


def test_the_longest_name_comes_first() -> None:
    gazetteer = Gazetteer.of([entry("r1", "밀양"), entry("r2", "밀양시"), entry("r3", "양산")])
    assert [(hit.start, hit.end) for hit in gazetteer.at("경남 밀양시는", 3)] == [(3, 6), (3, 5)]


def test_a_name_with_two_owners_keeps_both() -> None:
    gazetteer = Gazetteer.of([entry("r1", "고성"), entry("r2", "고성")])
    (hit,) = gazetteer.at("고성", 0)
    assert {owner.ref for owner in hit.entries} == {"r1", "r2"}


def test_entries_can_be_asked_for_by_type() -> None:
    gazetteer = Gazetteer.of([entry("r1", "효성"), entry("c1", "효성", kind=COMPANY)])
    assert [found.ref for found in gazetteer.entries("효성", COMPANY)] == ["c1"]


def test_a_region_lies_in_its_parents_parent_and_in_the_one_before() -> None:
    ward = entry("r3", "가구", parents=("r2",))
    gazetteer = Gazetteer.of(
        [entry("r1", "나도"), entry("r0", "다도"), entry("r2", "라시", parents=("r1", "r0")), ward]
    )
    assert gazetteer.around(ward) == ("r3", "r2", "r1", "r0")
    assert gazetteer.lies_in(ward, "r0")
    assert not gazetteer.lies_in(ward, "r9")


def test_missing_lists_count_as_empty(tmp_path: Path) -> None:
    assert Gazetteer.load(tmp_path).named == {}


def test_lists_are_read_by_their_column_names(tmp_path: Path) -> None:
    (tmp_path / "companies.tsv").write_text(
        "id\tname\ttype\taliases\tformer\tname_en\tseat\tcommon\tsource\n"
        "ga\t가나정밀\tcompany\t가나\t다라정밀@2019-03\t\t\tyes\t손으로\n",
        encoding="utf-8",
    )
    (found,) = Gazetteer.load(tmp_path).entries("다라정밀")
    assert found.ref == "org:ga"
    assert found.names == ("가나정밀", "가나", "다라정밀")
    assert "가나" in found.doubtful


@pytest.mark.parametrize(("name", "ref"), [("밀양시", "region:48270"), ("독일", "country:DE")])
def test_the_shipped_lists_carry_public_codes(name: str, ref: str) -> None:
    assert ref in {found.ref for found in Gazetteer.load().entries(name)}
