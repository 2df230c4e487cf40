"""Places are found as Koreans name them, and what several bear is not guessed at."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from fastapi.testclient import TestClient


def asked(client: TestClient, city: str) -> Any:
    return client.get("/v1/projects", params={"city": city, "per_page": 200}).json()


@pytest.mark.parametrize(
    "name",
    [
        "창원시",
        "창원특례시",
        "Changwon",
        "changwon-si",
        " 창 원 시 ",
        "48120",
        "region/48120",
        "경남 창원",
        unicodedata.normalize("NFD", "창원시"),
    ],
)
def test_one_city_goes_by_many_names(client: TestClient, name: str) -> None:
    found = asked(client, name)
    assert found["results"] == asked(client, "창원")["results"] != []
    assert found["meta"]["interpreted"]["city"]["id"] == "region/48120"


def test_a_former_city_is_its_wards_inside_the_city(client: TestClient) -> None:
    masan = asked(client, "마산")["meta"]["interpreted"]["city"]
    assert [ward["name"] for ward in masan] == ["마산합포구", "마산회원구"]
    for name in ("진해", "진해시", "진해구"):
        assert asked(client, name)["meta"]["interpreted"]["city"]["name"] == "진해구"
    jinhae = {row["id"] for row in asked(client, "진해")["results"]}
    changwon = {row["id"] for row in asked(client, "창원")["results"]}
    assert jinhae
    assert jinhae < changwon


def test_a_province_has_the_projects_of_its_cities(client: TestClient) -> None:
    changwon = {row["id"] for row in asked(client, "창원")["results"]}
    assert changwon <= {row["id"] for row in asked(client, "경남")["results"]}


def test_a_site_is_a_place_too(client: TestClient) -> None:
    site = asked(client, "창원")["results"]
    (name, *_) = [
        place["name"] for row in site for place in row["places"] if place["type"] == "site"
    ]
    assert asked(client, name)["results"]


@pytest.mark.parametrize("name", ["광주", "고성", "강서구", "Goseong"])
def test_a_name_that_several_bear_is_no_guess(client: TestClient, name: str) -> None:
    answer = client.get("/v1/projects", params={"city": name})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    candidates = answer.json()["candidates"]
    assert len(candidates) == 2
    for candidate in candidates:
        assert candidate["id"] in answer.json()["detail"]
        assert client.get("/v1/projects", params={"city": candidate["id"]}).status_code == 200


def test_what_is_over_it_tells_namesakes_apart(client: TestClient) -> None:
    found = asked(client, "경남 고성")
    assert found["meta"]["interpreted"]["city"]["id"] == "region/48820"
    assert found["meta"]["count"] == 0


def test_a_local_government_is_an_organisation_by_its_regions_names(client: TestClient) -> None:
    answers = [
        client.get("/v1/projects", params={"org": name}).json() for name in ("창원시", "Changwon")
    ]
    assert answers[0]["results"] == answers[1]["results"] != []
    assert client.get("/v1/projects", params={"org": "광주"}).status_code == 422
