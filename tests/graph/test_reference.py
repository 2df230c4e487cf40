"""Reference data is read whole: no code stands for two things, and every parent exists."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from graph.model import EntityType
from graph.reference import References, read_references
from graph.resolver import resolve
from tests.conftest import ROOT
from tests.graph.examples import entity, read

GAZETTEER = ROOT / "seeds" / "gazetteer"
READ = (
    *("regions", "towns", "countries", "foreign_cities", "sites", "industries"),
    *("ministries", "institutes", "universities", "companies", "associations"),
)


@pytest.fixture(scope="module")
def references() -> References:
    return read_references(GAZETTEER)


def test_every_row_of_every_list_has_a_code_of_its_own(references: References) -> None:
    rows = 0
    for name in READ:
        with (GAZETTEER / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
            rows += sum(1 for _ in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(references) == rows


def test_every_parent_past_and_present_is_there(references: References) -> None:
    missing = {
        (reference.ref, parent)
        for reference in references.values()
        for parent in (reference.parent, *reference.former_parents, *reference.also_in)
        if parent is not None and parent not in references
    }
    assert missing == set()


def test_no_two_rows_share_a_path_but_korea_the_country_and_the_region(
    references: References,
) -> None:
    paths = Counter((one.type, one.local_name) for one in references.values())
    shared = {path for path, count in paths.items() if count > 1}
    assert shared == {(EntityType.REGION, "KR")}
    assert all(one.local_name for one in references.values())


def test_no_name_is_empty_or_told_twice(references: References) -> None:
    for reference in references.values():
        names = (reference.name, *reference.aliases)
        assert all(name.strip() for name in names), reference.ref
        assert len(set(names)) == len(names), reference.ref


def test_a_city_is_known_with_its_names_its_province_and_its_place(references: References) -> None:
    changwon = references["region:48120"]
    assert {changwon.name, *changwon.aliases} >= {"창원시", "창원특례시", "창원"}
    assert changwon.parent == "region:48"
    assert changwon.latitude == pytest.approx(35.2, abs=0.3)
    assert changwon.longitude == pytest.approx(128.6, abs=0.3)


def test_a_county_that_moved_knows_where_it_was(references: References) -> None:
    assert references["region:27720"].parent == "region:27"
    assert "region:47" in references["region:27720"].former_parents


def test_a_zone_over_several_regions_lies_in_all_of_them(references: References) -> None:
    zone = entity("z", EntityType.SITE, "부진경자청", ref="site:부산진해경제자유구역")
    resolution = resolve([read("a", [zone])], references)
    parents = resolution.entities["site/부산진해경제자유구역"].parents
    assert parents[0] == "region/26440"
    assert {"region/26", "region/48129", "region/48120", "region/48", "region/KR"} <= set(parents)


def test_a_folder_that_is_missing_or_empty_is_no_fault(tmp_path: Path) -> None:
    assert read_references(tmp_path / "nowhere") == {}
    assert read_references(tmp_path) == {}


def test_a_list_that_excel_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "regions.tsv").write_text(
        "code\tname\tparent\tshort\r\n1\t가도\t\t가\r\n", encoding="utf-8-sig", newline=""
    )
    (found,) = read_references(tmp_path).values()
    assert (found.ref, found.name, found.aliases, found.parent) == (
        "region:1",
        "가도",
        ("가",),
        None,
    )


def test_a_list_without_a_wanted_column_fails(tmp_path: Path) -> None:
    (tmp_path / "regions.tsv").write_text("name\n가도\n", encoding="utf-8")
    with pytest.raises(KeyError):
        read_references(tmp_path)
