"""Sums over projects count no money twice, and say what stands against them."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient


def stats(client: TestClient, **query: str) -> Any:
    answer = client.get("/v1/stats/projects", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_total_counts_each_project_once(client: TestClient) -> None:
    found = stats(client, city="창원")
    listed = client.get("/v1/projects", params={"city": "창원", "per_page": 200}).json()
    total = found["meta"]["total"]
    assert total["count"] == listed["meta"]["count"]
    assert total["count"] == total["counted"] + total["within"] + total["without"]
    every = sum(row["budget"]["krw"] for row in listed["results"] if row["budget"])
    assert 0 < total["budget"]["krw"] < every
    assert found["groups"] == []


def test_groups_are_sorted_by_their_sums_and_each_counts_once_within(client: TestClient) -> None:
    found = stats(client, group_by="region,year")
    sums = [group["budget"]["krw"] for group in found["groups"]]
    assert sums == sorted(sums, reverse=True)
    for group in found["groups"]:
        assert set(group["key"]) == {"region", "year"}
        assert group["count"] == group["counted"] + group["within"] + group["without"]
    assert max(sums) <= found["meta"]["total"]["budget"]["krw"]


def test_a_group_says_how_many_of_its_projects_conflict(client: TestClient) -> None:
    rows = client.get("/v1/projects", params={"per_page": 200}).json()["results"]
    conflicting = sum(
        any(other["standing"] == "conflicting" for other in row["others"]) for row in rows
    )
    assert stats(client)["meta"]["total"]["conflicting"] == conflicting


def test_counts_alone_have_no_sum(client: TestClient) -> None:
    found = stats(client, group_by="status", metric="count")
    counts = [group["count"] for group in found["groups"]]
    assert counts == sorted(counts, reverse=True)
    assert {group["budget"] for group in found["groups"]} == {None}
    answer = client.get("/v1/stats/projects", params={"metric": "mean:budget"})
    assert answer.status_code == 422
    assert "sum:budget" in answer.json()["detail"]


def test_labels_are_in_the_language_asked_for(client: TestClient) -> None:
    korean, english = (stats(client, group_by="region", lang=lang) for lang in ("ko", "en"))
    assert [one["key"] for one in korean["groups"]] == [one["key"] for one in english["groups"]]
    assert "창원시" in [one["label"]["region"] for one in korean["groups"]]
    assert "Changwon-si" in [one["label"]["region"] for one in english["groups"]]
