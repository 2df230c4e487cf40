"""What the organisation, industry and outlet lists under seeds/gazetteer promise."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest

GAZETTEER = Path(__file__).resolve().parents[2] / "seeds" / "gazetteer"

ORGANISATION_COLUMNS = (
    "id",
    "name",
    "type",
    "aliases",
    "former",
    "name_en",
    "seat",
    "common",
    "source",
)
COLUMNS: dict[str, tuple[str, ...]] = {
    "ministries": ORGANISATION_COLUMNS,
    "institutes": ORGANISATION_COLUMNS,
    "universities": ORGANISATION_COLUMNS,
    "companies": ORGANISATION_COLUMNS,
    "associations": ORGANISATION_COLUMNS,
    "industries": ("id", "name", "synonyms", "broader", "name_en", "source"),
    "outlets": ("name", "aliases", "kind", "region", "source"),
}
TYPE_OF_FILE = {
    "ministries": "government",
    "institutes": "institute",
    "universities": "university",
    "companies": "company",
    "associations": "association",
}
ORGANISATION_FILES = tuple(TYPE_OF_FILE)
FORMER = re.compile(r"[^@|]+@(\d{4}-(0[1-9]|1[0-2]))?")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PROVINCES = (
    *("서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "경기"),
    *("강원", "충북", "충남", "전북", "전남", "경북", "경남", "제주"),
)
OUTLET_KINDS = {"agency", "daily", "economic", "trade", "online", "broadcast"}
LIST_COLUMNS = {"aliases", "former", "synonyms"}

Row = dict[str, str]


def rows(file: str) -> list[Row]:
    lines = (GAZETTEER / f"{file}.tsv").read_text(encoding="utf-8").split("\n")
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:] if line]


def organisations() -> list[Row]:
    return [row for file in ORGANISATION_FILES for row in rows(file)]


def values(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def names(file: str) -> set[str]:
    return {row["name"] for row in rows(file)}


def known(file: str) -> set[str]:
    """Every name that the file answers to today."""
    return {name for row in rows(file) for name in (row["name"], *values(row["aliases"]))}


@pytest.mark.parametrize("file", COLUMNS)
def test_a_file_is_nfc_text_with_one_header_and_unix_line_ends(file: str) -> None:
    raw = (GAZETTEER / f"{file}.tsv").read_bytes()
    text = raw.decode("utf-8")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert not raw.endswith(b"\n\n")
    assert unicodedata.is_normalized("NFC", text)
    assert text.split("\n", 1)[0].split("\t") == list(COLUMNS[file])


@pytest.mark.parametrize("file", COLUMNS)
def test_every_cell_is_trimmed_and_every_list_is_clean(file: str) -> None:
    for row in rows(file):
        for column, cell in row.items():
            assert cell == " ".join(cell.split()), row
            if column in LIST_COLUMNS:
                items = values(cell)
                assert all(item == item.strip() and item for item in items), row
                assert len(set(items)) == len(items), row
                assert row["name"] not in items, row
            else:
                assert "|" not in cell, row


@pytest.mark.parametrize("file", COLUMNS)
def test_every_row_has_a_name_and_says_where_it_comes_from(file: str) -> None:
    for row in rows(file):
        assert row["name"], row
        assert row["source"], row
        assert not re.search(r"https?:|www\.|/(tmp|work|home|root)/", row["source"]), row


@pytest.mark.parametrize("file", COLUMNS)
def test_rows_are_sorted_by_name_so_that_a_diff_reads_well(file: str) -> None:
    order = [(row["name"], row.get("id", "")) for row in rows(file)]
    assert order == sorted(order)


def test_an_organisation_id_is_a_slug_and_is_used_once_over_all_files() -> None:
    count = Counter(row["id"] for row in organisations())
    assert [key for key in count if not SLUG.fullmatch(key)] == []
    assert [key for key, uses in count.items() if uses > 1] == []


@pytest.mark.parametrize("file", ORGANISATION_FILES)
def test_a_file_holds_the_one_type_that_the_guideline_gives_it(file: str) -> None:
    assert {row["type"] for row in rows(file)} == {TYPE_OF_FILE[file]}


@pytest.mark.parametrize("file", ORGANISATION_FILES)
def test_common_is_yes_or_empty(file: str) -> None:
    assert {row["common"] for row in rows(file)} <= {"", "yes"}


@pytest.mark.parametrize("file", ORGANISATION_FILES)
def test_a_name_in_use_belongs_to_one_row_of_its_type(file: str) -> None:
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows(file):
        for name in (row["name"], *values(row["aliases"])):
            owners[name].append(row["id"])
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("file", ORGANISATION_FILES)
def test_a_former_name_tells_the_month_it_ended_or_leaves_it_open(file: str) -> None:
    for row in rows(file):
        for former in values(row["former"]):
            assert FORMER.fullmatch(former), row


@pytest.mark.parametrize("file", ORGANISATION_FILES)
def test_a_seat_starts_with_a_province_or_is_a_foreign_country(file: str) -> None:
    foreign = {
        row["seat"]
        for row in rows(file)
        if row["seat"] and row["seat"].split(" ")[0] not in PROVINCES
    }
    assert file == "companies" or foreign == set()
    assert all(" " not in country for country in foreign)


def test_a_broader_industry_exists_and_no_industry_contains_itself() -> None:
    broader = {row["id"]: row["broader"] for row in rows("industries")}
    for start, parent in broader.items():
        seen = {start}
        here = parent
        while here:
            assert here in broader, start
            assert here not in seen, start
            seen.add(here)
            here = broader[here]
        assert len(seen) <= 3, start


def test_an_industry_has_a_slug_of_its_own_and_shares_no_word() -> None:
    table = rows("industries")
    assert all(SLUG.fullmatch(row["id"]) for row in table)
    assert len({row["id"] for row in table}) == len(table)
    count = Counter(word for row in table for word in (row["name"], *values(row["synonyms"])))
    assert [word for word, uses in count.items() if uses > 1] == []


def test_a_generic_word_is_no_industry() -> None:
    words = {word for row in rows("industries") for word in (row["name"], *values(row["synonyms"]))}
    assert not words & {"산업", "기술", "경제", "사업", "혁신", "연구개발", "전략산업"}


def test_an_outlet_is_of_a_known_kind_and_its_region_is_a_province_or_the_nation() -> None:
    table = rows("outlets")
    assert {row["kind"] for row in table} == OUTLET_KINDS
    assert {row["region"] for row in table} == {"", *PROVINCES}
    count = Counter(word for row in table for word in (row["name"], *values(row["aliases"])))
    assert [word for word, uses in count.items() if uses > 1] == []


@pytest.mark.parametrize("province", PROVINCES)
def test_every_province_has_its_agencies(province: str) -> None:
    institutes = known("institutes")
    for body in ("테크노파크", "신용보증재단", "창조경제혁신센터"):
        assert f"{province}{body}" in institutes
    research = f"{province}정책연구원" if province == "대구" else f"{province}연구원"
    assert research in institutes
    assert {f"{province}교육청", f"{province}경찰청"} <= known("ministries") | {"경기경찰청"}


def test_all_nineteen_technoparks_and_innovation_centres_are_listed_with_their_short_form() -> None:
    table = rows("institutes")
    parks = [row for row in table if row["name"].endswith("테크노파크")]
    assert len(parks) == 19
    assert all(
        row["name"].removesuffix("테크노파크") + "TP" in values(row["aliases"]) for row in parks
    )
    assert len([row for row in table if row["name"].endswith("창조경제혁신센터")]) == 19


def test_all_free_economic_zone_authorities_are_government() -> None:
    assert len([name for name in names("ministries") if name.endswith("경제자유구역청")]) == 9


def test_the_institutes_of_both_research_councils_are_listed() -> None:
    science = [
        row for row in rows("institutes") if row["source"].startswith("과학기술분야 정부출연")
    ]
    society = [row for row in rows("institutes") if row["source"].startswith("정부출연연구기관 등")]
    assert len(science) >= 23
    assert len(society) >= 23
    assert {
        "KIST", "KBSI", "KASI", "KRIBB", "KISTI", "KIOM", "KITECH", "ETRI", "NSR", "KICT", "KRRI",
        "KRISS", "KFRI", "WiKim", "KIGAM", "KIMM", "KIMS", "KARI", "KIER", "KERI", "KRICT", "KAERI",
        "KFE",
    } <= known("institutes")  # fmt: skip


def test_the_lists_are_as_long_as_the_complete_lists_are() -> None:
    floor = {
        "ministries": 350,
        "institutes": 700,
        "universities": 350,
        "companies": 2800,
        "associations": 400,
        "industries": 200,
        "outlets": 600,
    }
    assert {file: len(rows(file)) for file in floor if len(rows(file)) < floor[file]} == {}
    assert len([name for name in names("associations") if name.endswith("상공회의소")]) >= 65


@pytest.mark.parametrize(
    ("file", "name", "former"),
    [
        ("ministries", "산업통상부", "산업통상자원부@2025-10"),
        ("ministries", "기후에너지환경부", "환경부@2025-10"),
        ("ministries", "재정경제부", "기획재정부@2026-01"),
        ("ministries", "기획예산처", "기획재정부@2026-01"),
        ("ministries", "국가유산청", "문화재청@2024-05"),
        ("institutes", "한국재료연구원", "재료연구소@2020-11"),
        ("companies", "두산에너빌리티", "두산중공업@2022-03"),
        ("companies", "한화오션", "대우조선해양@2023-05"),
        ("associations", "한국경제인협회", "전국경제인연합회@2023-09"),
    ],
)
def test_a_renamed_body_is_found_by_the_name_that_old_articles_use(
    file: str, name: str, former: str
) -> None:
    (row,) = [row for row in rows(file) if row["name"] == name]
    assert former in values(row["former"])


@pytest.mark.parametrize(
    ("file", "short"),
    [
        ("institutes", "재료연"),
        ("institutes", "경남TP"),
        ("institutes", "한수원"),
        ("institutes", "산단공"),
        ("universities", "창원대"),
        ("universities", "UNIST"),
        ("companies", "경남은행"),
        ("companies", "AWS"),
        ("associations", "창원상의"),
        ("associations", "민주노총"),
    ],
)
def test_a_short_form_that_news_uses_is_known(file: str, short: str) -> None:
    assert short in known(file)


@pytest.mark.parametrize(
    "name", ["대상", "동방", "세방", "신세계", "미래산업", "동서", "자연과환경", "풍산"]
)
def test_a_firm_named_like_an_everyday_word_demands_more_evidence(name: str) -> None:
    (row,) = [row for row in rows("companies") if row["name"] == name]
    assert row["common"] == "yes"
