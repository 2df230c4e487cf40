"""Every list takes the same words: sort, page, cursor, select, group_by, format, lang."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

LISTS = (
    "projects",
    "regions",
    "people",
    "organizations",
    "companies",
    "institutes",
    "industries",
    "events",
    "budgets",
    "claims",
    "articles",
)


def get(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(f"/v1/{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def followed(client: TestClient, name: str, per_page: int) -> list[str]:
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        page = get(client, name, per_page=per_page, cursor=cursor)
        found += [row["id"] for row in page["results"]]
        assert page["meta"]["count"] > 0
        cursor = page["meta"]["next_cursor"]
    assert len(found) == page["meta"]["count"]
    return found


def ids(client: TestClient, name: str) -> list[str]:
    lines = client.get(f"/v1/{name}?format=jsonl").text.splitlines()
    return [json.loads(line)["id"] for line in lines]


@pytest.mark.parametrize("name", LISTS)
def test_following_the_cursor_gives_each_row_once_in_order(client: TestClient, name: str) -> None:
    assert followed(client, name, 7) == followed(client, name, 200) == ids(client, name)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_what_would_be_right(client: TestClient, name: str) -> None:
    for parameter in ("sort", "select", "group_by"):
        answer = client.get(f"/v1/{name}", params={parameter: "nothing"})
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"
        assert f"{parameter}: 'nothing' is none of " in answer.json()["detail_en"]
    assert client.get(f"/v1/{name}", params={"cursor": "x"}).status_code == 422
    assert client.get(f"/v1/{name}", params={"per_page": 201}).status_code == 422


@pytest.mark.parametrize("name", LISTS)
def test_the_groups_of_a_list_count_its_rows(client: TestClient, name: str) -> None:
    answer = client.get(f"/v1/{name}", params={"group_by": "nothing"}).json()["detail_en"]
    for grouping in answer.partition("none of ")[2].rstrip(".").split(", "):
        found = get(client, name, group_by=grouping)
        assert found["results"] == []
        assert found["groups"]
        counts = [group["count"] for group in found["groups"]]
        assert sum(counts) >= found["meta"]["count"]
        assert counts == sorted(counts, reverse=True)
        assert all(set(group["key"]) == {grouping} for group in found["groups"])


@pytest.mark.parametrize("name", LISTS)
def test_every_form_has_the_same_rows(client: TestClient, name: str) -> None:
    wanted = ids(client, name)
    table = client.get(f"/v1/{name}?format=csv")
    assert table.content.startswith(b"\xef\xbb\xbf")
    assert [row["id"] for row in csv.DictReader(io.StringIO(table.text.lstrip("\ufeff")))] == wanted
    bare = client.get(f"/v1/{name}?format=csv&bom=0").content
    assert table.content == b"\xef\xbb\xbf" + bare
    sheet = load_workbook(io.BytesIO(client.get(f"/v1/{name}?format=xlsx").content)).worksheets[0]
    header, *rows = sheet.iter_rows(values_only=True)
    assert [row[header.index("id")] for row in rows] == wanted


def test_sums_and_days_are_typed_in_excel(client: TestClient) -> None:
    book = load_workbook(io.BytesIO(client.get("/v1/projects?format=xlsx&city=창원").content))
    header, *rows = book.worksheets[0].iter_rows(values_only=True)
    sums = [row[header.index("budget_krw")] for row in rows]
    assert any(isinstance(won, int) for won in sums)
    assert all(won is None or isinstance(won, int) for won in sums)
    days = {type(row[header.index("updated")]).__name__ for row in rows}
    assert days == {"datetime"}


def test_a_table_in_part_says_where_the_rest_is(client: TestClient) -> None:
    first = client.get("/v1/projects?format=csv&per_page=20&bom=0")
    rest = client.get(first.links["next"]["url"])
    lines = client.get("/v1/projects?format=csv&bom=0").text.splitlines()
    assert first.text.splitlines() + rest.text.splitlines()[1:] == lines
    assert "next" not in rest.links


def test_a_selection_has_those_fields_alone(client: TestClient) -> None:
    found = get(client, "projects", select="id,from,budget")
    assert {tuple(row) for row in found["results"]} == {("id", "budget", "from")}
    table = client.get("/v1/projects?format=csv&select=name&bom=0").text
    assert table.splitlines()[0] == "project"


def test_a_group_of_two_is_known_by_both(client: TestClient) -> None:
    groups = get(client, "projects", group_by="region,year")["groups"]
    assert {"region", "year"} == set(groups[0]["key"]) == set(groups[0]["label"])
    table = client.get("/v1/projects?group_by=region,year&format=csv&bom=0").text
    assert table.splitlines()[0] == "region,region_label,year,year_label,count"
    assert len(table.splitlines()) == len(groups) + 1


def test_names_and_sums_are_told_in_the_language_asked_for(client: TestClient) -> None:
    english = {"Accept-Language": "en-GB,en;q=0.9,ko;q=0.1"}
    query: dict[str, Any] = {"city": "창원", "sort": "-budget", "per_page": 1}

    def told(headers: dict[str, str], **more: str) -> tuple[str, str]:
        answer = client.get("/v1/projects", params=query | more, headers=headers).json()
        (row,) = answer["results"]
        return answer["meta"]["interpreted"]["city"]["name"], row["budget"]["text"]

    assert told({}) == told(english, lang="ko") == ("창원시", "4,343억원")
    assert told(english) == told({}, lang="en") == ("Changwon-si", "434.3 billion won")


def test_a_question_is_told_as_it_was_understood(client: TestClient) -> None:
    query = {
        "city": "진해",
        "budget_min": "100억",
        "budget_max": "1조 4,000억원",
        "budget_kind": "total",
        "from": "2023-05",
        "q": "실증",
    }
    found = get(client, "projects", **query)
    told = found["meta"]["interpreted"]
    assert told["budget_min"] == {"krw": 10_000_000_000, "text": "100억원"}
    assert told["budget_max"] == {"krw": 1_400_000_000_000, "text": "1조 4,000억원"}
    assert (told["from"], told["q"], told["budget_kind"]) == ("2023-05", "실증", "total")
    for row in found["results"]:
        assert 10_000_000_000 <= row["budget"]["krw"] <= 1_400_000_000_000


@pytest.mark.parametrize("written", ["많이", "-5", "100억 달러", ""])
def test_what_is_no_amount_is_a_problem(client: TestClient, written: str) -> None:
    answer = client.get("/v1/projects", params={"budget_min": written})
    assert answer.status_code == 422
    assert "100억" in answer.json()["detail"]
