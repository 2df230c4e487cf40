"""Over REST a day in the past answers from what had been published by then."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

PROJECT = "project/제2재료연구원-창원시"


def get(client: TestClient, path: str, **query: str) -> Any:
    answer = client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_projects_are_told_with_the_sums_of_that_day(client: TestClient) -> None:
    totals = {}
    for day in ("2021-12-31", "2025-12-31"):
        body = get(client, "/v1/projects", as_of=day)
        assert body["meta"]["as_of"] == day
        (found,) = [row for row in body["results"] if row["id"] == PROJECT]
        totals[day] = found["budget"]["krw"]
        for row in body["results"]:
            assert row["updated"] <= day
            for told in filter(None, [row["budget"], *row["others"]]):
                assert all(source["published"] <= day for source in told["sources"])
                assert 1 <= told["support"] <= len(told["sources"])
                assert 0 <= told["belief"] <= 1
    assert len(set(totals.values())) == 2
    assert get(client, "/v1/projects", as_of="1999")["meta"]["count"] == 0


def test_other_sums_say_what_they_are_to_the_accepted_one(client: TestClient) -> None:
    body = get(client, "/v1/projects")
    (found,) = [row for row in body["results"] if row["id"] == PROJECT]
    assert found["budget"]["standing"] is None
    standings = {told["standing"] for told in found["others"]}
    assert "superseded" in standings
    assert all(
        told["standing"] == "part"
        for told in found["others"]
        if told["project"]["id"] != PROJECT or told["kind"] == "share"
    )


def test_an_entity_has_the_claims_and_articles_of_that_day(client: TestClient) -> None:
    now, before = (
        get(client, f"/v1/entities/{PROJECT}", **query) for query in ({}, {"as_of": "2021-12-31"})
    )
    assert len(before["claims"]) < len(now["claims"])
    assert {card["published"] for card in before["articles"]} == {"2020-07-03", "2020-11-27"}
    assert all(claim["support"] >= 1 for claim in now["claims"])
    assert client.get(f"/v1/entities/{PROJECT}", params={"as_of": "1999"}).status_code == 404


def test_a_timeline_tells_sums_milestones_parts_leads_and_offices(client: TestClient) -> None:
    body = get(client, f"/v1/entities/{PROJECT}/timeline", as_of="2025-12-31")
    assert body["as_of"] == "2025-12-31"
    assert [told["standing"] for told in body["sums"]].count(None) == 1
    days = [min(source["published"] for source in told["sources"]) for told in body["sums"]]
    assert days == sorted(days)
    assert body["milestones"]
    assert body["parts"]
    assert body["leads"]
    for milestone in body["milestones"]:
        assert milestone["proof"]["quote"]
        assert milestone["scheduled"] == (
            milestone["state"] in {"ahead", "overdue", "moved", "confirmed", "cancelled"}
        )


def test_the_mayor_is_the_one_of_that_day(client: TestClient) -> None:
    def mayors(day: str) -> list[str]:
        body = get(client, "/v1/entities/region/48120/timeline", as_of=day)
        return [
            office["person"]["name"]
            for office in body["offices"]
            if office["title"] == "시장" and office["holds"]
        ]

    assert mayors("2021-12-31") == ["허성무"]
    assert mayors("2025-12-31") == ["홍남표"]


@pytest.mark.parametrize("path", ["/v1/projects", f"/v1/entities/{PROJECT}/timeline"])
def test_a_day_that_is_none_is_a_problem_that_says_so(client: TestClient, path: str) -> None:
    answer = client.get(path, params={"as_of": "2022-02-30"})
    assert answer.status_code == 422
    assert "as_of" in answer.json()["detail"]


def test_an_unknown_thing_has_no_timeline(client: TestClient) -> None:
    assert client.get("/v1/entities/project/없음/timeline").status_code == 404
