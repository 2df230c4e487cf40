"""What the place and office gazetteers promise to whoever reads them."""

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

GAZETTEER = Path(__file__).resolve().parents[2] / "seeds" / "gazetteer"

Row = dict[str, str]

COLUMNS = {
    "regions": (
        "code name level parent short aliases former name_en lat lon "
        "since until successor former_codes former_parents words source"
    ),
    "towns": "code name parent kind state until words source",
    "countries": "code name aliases name_en words source",
    "foreign_cities": "name country name_en words source",
    "offices": "title gloss_en holder of attached source",
    "surnames": "surname hanja count source",
    "sites": "name aliases region_code kind source",
}
KEYS = {
    "regions": "code",
    "towns": "code",
    "countries": "code",
    "foreign_cities": "name",
    "offices": "title",
    "surnames": "surname",
    "sites": "name",
}
LEVEL_OF_PARENT = {
    "province": {"country"},
    "city": {"province"},
    "county": {"province"},
    "district": {"province"},
    "ward": {"city"},
}
HANGUL = re.compile(r"[가-힣]+")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
DATED = re.compile(r"[^@|]+@\d{4}-\d{2}")
FAR_ISLANDS = {"울릉군"}


def read(name: str) -> list[Row]:
    """The rows of one file as they stand, without any unquoting."""
    text = (GAZETTEER / f"{name}.tsv").read_text(encoding="utf-8")
    header, *lines = text.removesuffix("\n").split("\n")
    columns = header.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def values(cell: str) -> list[str]:
    """The values of a multi-valued cell."""
    return cell.split("|") if cell else []


def in_force(rows: list[Row]) -> list[Row]:
    """The units that exist today."""
    return [row for row in rows if not row["until"]]


@pytest.fixture(scope="module")
def regions() -> list[Row]:
    return read("regions")


@pytest.fixture(scope="module")
def by_code(regions: list[Row]) -> dict[str, Row]:
    return {row["code"]: row for row in regions}


@pytest.mark.parametrize("name", COLUMNS)
def test_a_file_is_plain_tab_separated_text(name: str) -> None:
    """UTF-8 in NFC, LF, one header, the same number of cells in each line."""
    raw = (GAZETTEER / f"{name}.tsv").read_bytes()
    text = raw.decode("utf-8")
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert "\r" not in text
    assert '"' not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert unicodedata.is_normalized("NFC", text)
    lines = text.removesuffix("\n").split("\n")
    assert lines[0].split("\t") == COLUMNS[name].split()
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}


@pytest.mark.parametrize("name", COLUMNS)
def test_no_cell_hides_a_blank_or_an_address(name: str) -> None:
    """Cells and their parts carry no blanks around them, and no web address."""
    for row in read(name):
        for cell in row.values():
            assert cell == cell.strip(), row
            assert "  " not in cell, row
            assert "://" not in cell, row
            parts = values(cell)
            assert all(part and part == part.strip() for part in parts), row
            assert len(parts) == len(set(parts)), row


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_names_its_source(name: str) -> None:
    """No fact without a public source."""
    assert [row for row in read(name) if not row["source"]] == []


@pytest.mark.parametrize(("name", "key"), KEYS.items())
def test_a_key_is_there_once(name: str, key: str) -> None:
    """A key stands in one row only, and is never empty."""
    keys = Counter(row[key] for row in read(name))
    assert "" not in keys
    assert [value for value, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("name", ["towns", "countries", "offices", "surnames", "sites"])
def test_rows_are_sorted_by_their_key(name: str) -> None:
    """A change shows as one line in a diff."""
    keys = [row[KEYS[name]] for row in read(name)]
    assert keys == sorted(keys)


def test_regions_are_sorted_by_code_under_the_country(regions: list[Row]) -> None:
    """The country first, then provinces and their units in code order."""
    codes = [row["code"] for row in regions]
    assert codes[0] == "KR"
    assert codes[1:] == sorted(codes[1:])


def test_the_parent_of_a_region_exists_and_is_a_level_above(
    regions: list[Row], by_code: dict[str, Row]
) -> None:
    """The tree has one root and no holes; what exists has a parent that exists."""
    assert [row["name"] for row in regions if not row["parent"]] == ["대한민국"]
    for row in regions[1:]:
        parent = by_code[row["parent"]]
        assert parent["level"] in LEVEL_OF_PARENT[row["level"]], row
        assert row["until"] or not parent["until"], row


def test_a_code_begins_with_the_code_of_its_province(by_code: dict[str, Row]) -> None:
    """Two digits for a province, five for what lies in it."""
    for code, row in by_code.items():
        if row["level"] == "province":
            assert re.fullmatch(r"\d{2}", code)
        elif row["level"] != "country":
            assert re.fullmatch(r"\d{5}", code)
            assert by_code[code[:2]]["level"] == "province"
            assert row["parent"][:2] == code[:2]


def test_there_are_sixteen_provinces_since_the_merger_of_2026(regions: list[Row]) -> None:
    """17 until 2026-06; then Gwangju and South Jeolla became one."""
    provinces = [row for row in regions if row["level"] == "province"]
    assert len(in_force(provinces)) == 16
    merged = {row["name"]: row["successor"] for row in provinces if row["until"]}
    assert merged == {"광주광역시": "12", "전라남도": "12"}
    before = [row for row in provinces if not row["since"] or row["since"] < "2026-07-01"]
    assert len(before) == 17


def test_there_are_227_basic_local_governments(regions: list[Row]) -> None:
    """75 cities, 82 counties and 70 districts: 226 until Incheon had three for four in 2026-07."""
    basic = [
        row
        for row in in_force(regions)
        if row["level"] in {"city", "county", "district"} and row["parent"] != "50"
    ]
    assert Counter(row["level"] for row in basic) == {"city": 75, "county": 82, "district": 70}
    new = [row for row in basic if row["since"] == "2026-07-01"]
    old = [row for row in regions if row["until"] and row["level"] == "district"]
    assert len(basic) - len(new) + len(old) == 226


def test_jeju_has_two_administrative_cities(regions: list[Row]) -> None:
    """They are no local governments, yet places all the same."""
    assert [row["name"] for row in regions if row["parent"] == "50"] == ["제주시", "서귀포시"]


def test_wards_are_told_from_districts(regions: list[Row], by_code: dict[str, Row]) -> None:
    """A ward belongs to a city and governs nothing itself."""
    cities = {
        by_code[row["parent"]]["name"]: 0 for row in regions if row["level"] == "ward"
    } | Counter(by_code[row["parent"]]["name"] for row in regions if row["level"] == "ward")
    assert len(cities) == 13
    assert sum(cities.values()) == 39
    assert cities["창원시"] == 5
    assert cities["화성시"] == 4


def test_goseong_is_two_counties(regions: list[Row]) -> None:
    """Names are no identity: that is what codes are for."""
    parents = {row["parent"] for row in regions if row["name"] == "고성군"}
    assert parents == {"48", "51"}


def test_a_region_keeps_the_codes_it_had(by_code: dict[str, Row]) -> None:
    """Records made under an older code still find their place."""
    assert by_code["27720"]["former_codes"] == "47720@2023-07"
    assert by_code["27720"]["former_parents"] == "47@2023-07"
    assert by_code["12130"]["former_codes"] == "46130@2026-07"
    assert by_code["51110"]["former_codes"] == "42110@2023-06"
    assert by_code["52"]["former_codes"] == "45@2024-01"


def test_a_former_code_is_no_code_of_today(regions: list[Row], by_code: dict[str, Row]) -> None:
    """One code means one unit, except a province that still stands as a row of its past."""
    former = [code.split("@")[0] for row in regions for code in values(row["former_codes"])]
    assert len(former) == len(set(former))
    assert [code for code in former if code in by_code] == []


def test_a_unit_that_ended_names_what_followed(regions: list[Row], by_code: dict[str, Row]) -> None:
    """Whoever reads an old article can go on to the unit of today."""
    for row in regions:
        assert bool(row["until"]) == bool(row["successor"]), row
        for code in values(row["successor"]):
            assert by_code[code]["since"] in {"", row["until"]}, row
            assert not by_code[code]["until"], row


def test_dates_are_written_one_way(regions: list[Row]) -> None:
    """Days in full, former values as value@YYYY-MM."""
    for row in regions:
        for column in ("since", "until"):
            assert not row[column] or DATE.fullmatch(row[column]), row
        for column in ("former", "former_codes", "former_parents"):
            assert all(DATED.fullmatch(value) for value in values(row[column])), row


def test_merged_cities_are_former_names_of_their_successor(by_code: dict[str, Row]) -> None:
    """Masan and Jinhae lead to Changwon, Gangwon-do to what it is called now."""
    assert {"마산시@2010-07", "진해시@2010-07"} <= set(values(by_code["48120"]["former"]))
    assert by_code["43110"]["former"] == "청원군@2014-07"
    assert by_code["51"]["former"] == "강원도@2023-06"
    assert by_code["52"]["former"] == "전라북도@2024-01"


def test_special_cities_are_aliases(regions: list[Row]) -> None:
    """특례시 is a standing, not a name."""
    special = {row["name"] for row in regions if row["aliases"].endswith("특례시")}
    assert special == {"수원시", "고양시", "용인시", "화성시", "창원시"}


def test_korean_names_are_hangul_and_english_names_are_ascii(regions: list[Row]) -> None:
    """No blanks or digits in a name, so that it can be searched for as it is."""
    for row in regions:
        korean = [row["name"], row["short"], row["words"], *values(row["aliases"])]
        korean += [value.split("@")[0] for value in values(row["former"])]
        assert all(HANGUL.fullmatch(name) for name in korean if name), row
        assert row["name_en"].isascii()
        assert row["name_en"][0].isupper()


def test_a_short_name_begins_the_name(regions: list[Row]) -> None:
    """창원 of 창원시; abbreviations such as 경남 take their letters in order."""
    for row in regions:
        letters = iter(row["name"])
        if row["level"] != "country":
            assert all(letter in letters for letter in row["short"]), row
        assert len(row["short"]) != 1, row
        assert row["words"] in {"", row["short"]}, row


def test_coordinates_lie_in_korea_and_near_the_parent(
    regions: list[Row], by_code: dict[str, Row]
) -> None:
    """Latitude and longitude are not swapped and belong to the right unit."""
    for row in regions:
        assert re.fullmatch(r"\d{2}\.\d{4}", row["lat"]), row
        assert re.fullmatch(r"\d{3}\.\d{4}", row["lon"]), row
        lat, lon = float(row["lat"]), float(row["lon"])
        assert 33 <= lat <= 39.5, row
        assert 124 <= lon <= 132, row
        if row["level"] not in {"country", "province"} and row["name"] not in FAR_ISLANDS:
            parent = by_code[row["parent"]]
            assert abs(lat - float(parent["lat"])) < 1.5, row
            assert abs(lon - float(parent["lon"])) < 1.5, row


def test_towns_lie_in_a_known_region(by_code: dict[str, Row]) -> None:
    """읍, 면 and 동 lie in the smallest region that has a code."""
    towns = read("towns")
    wards = {row["parent"] for row in by_code.values() if row["level"] == "ward"}
    for town in towns:
        parent = by_code[town["parent"]]
        assert re.fullmatch(r"\d{8}", town["code"]), town
        assert town["code"].startswith("36110" if parent["code"] == "36" else parent["code"])
        assert town["kind"] in {"legal", "administrative"}, town
        assert town["words"] in {"", town["name"]}, town
        assert town["state"] in {"current", "former"}, town
        assert not town["until"] or DATE.fullmatch(town["until"]), town
        assert re.fullmatch(r"[가-힣0-9·]+[읍면동가로]", town["name"]), town
        if town["state"] == "current":
            assert not town["until"], town
            assert not parent["until"], town
            assert town["kind"] == "administrative" or parent["code"] not in wards, town
    assert len([town for town in towns if town["kind"] == "legal"]) >= 5026


def test_every_basic_local_government_has_towns(by_code: dict[str, Row]) -> None:
    """The list of towns leaves no region out."""
    parents = {town["parent"] for town in read("towns") if town["state"] == "current"}
    cities_with_wards = {row["parent"] for row in by_code.values() if row["level"] == "ward"}
    expected = {
        row["code"]
        for row in in_force(list(by_code.values()))
        if row["level"] not in {"country", "province"} and row["code"] not in cities_with_wards
    }
    assert expected - parents == set()


def test_countries_are_all_of_iso_3166(by_code: dict[str, Row]) -> None:
    """249 codes of two letters, names in Hangul alone."""
    countries = read("countries")
    assert len(countries) == 249
    for row in countries:
        assert re.fullmatch(r"[A-Z]{2}", row["code"]), row
        assert re.fullmatch(r"[가-힣 ]+", row["name"]), row
    names = {row["name"]: row["code"] for row in countries}
    assert (names["미국"], names["폴란드"], names["호주"]) == ("US", "PL", "AU")
    assert names[by_code["KR"]["name"]] == "KR"


def test_a_foreign_name_means_one_country() -> None:
    """No name or alias is shared by two countries, or by a country and a city."""
    countries = read("countries")
    names = Counter(name for row in countries for name in [row["name"], *values(row["aliases"])])
    names.update(row["name"] for row in read("foreign_cities"))
    assert [name for name, count in names.items() if count > 1] == []
    codes = {row["code"] for row in countries} - {"KR"}
    assert {row["country"] for row in read("foreign_cities")} <= codes


def test_offices_say_where_they_are_held() -> None:
    """Each title belongs to one or more known kinds of body."""
    kinds = {"region", "government", "institute", "company", "university", "association"}
    offices = read("offices")
    for row in offices:
        assert row["holder"] == "person"
        assert row["attached"] in {"yes", "no"}
        assert set(values(row["of"])) <= kinds, row
        assert row["of"], row
        assert row["gloss_en"].isascii(), row
    titles = {row["title"]: row for row in offices}
    assert titles["시장"]["attached"] == "yes"
    assert titles["제2부시장"]["of"] == "region"
    assert set(values(titles["총장"]["of"])) >= {"university", "government"}


def test_surnames_include_those_of_two_syllables() -> None:
    """남궁민수 is 남궁 + 민수."""
    surnames = read("surnames")
    assert len(surnames) >= 180
    for row in surnames:
        assert HANGUL.fullmatch(row["surname"]), row
        assert row["hanja"], row
        assert row["count"] == "" or row["count"].isdecimal(), row
    names = {row["surname"] for row in surnames}
    assert {"남궁", "황보", "선우", "제갈", "사공", "독고", "서문"} <= names
    assert names >= {"김", "이", "박", "최", "정", "류", "유", "라", "나"}


def test_sites_lie_in_known_regions(by_code: dict[str, Row]) -> None:
    """A complex stands in one region or in several, by their codes of today."""
    for row in read("sites"):
        for code in values(row["region_code"]):
            assert not by_code[code]["until"], row
        assert row["region_code"], row
