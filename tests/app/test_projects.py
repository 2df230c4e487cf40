"""The design card's own question: projects in 창원 by budget, each sum with its proof."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_projects_in_a_city_come_by_budget_downwards(client: TestClient) -> None:
    answer = client.get("/v1/projects", params={"city": "창원", "sort": "-budget"}).json()
    sums = [row["budget"]["krw"] for row in answer["results"] if row["budget"]]
    assert len(sums) >= 3
    assert sums == sorted(sums, reverse=True)
    assert answer["meta"]["count"] == len(answer["results"])


def test_projects_without_a_sum_come_last_either_way(client: TestClient) -> None:
    for sort in ("budget", "-budget"):
        answer = client.get("/v1/projects", params={"sort": sort, "per_page": 200}).json()
        known = [row["budget"] is not None for row in answer["results"]]
        assert known == sorted(known, reverse=True)


def test_each_sum_is_exact_won_with_article_and_quote(client: TestClient) -> None:
    answer = client.get("/v1/projects", params={"city": "창원", "sort": "-budget"}).json()
    for row in answer["results"]:
        for budget in filter(None, [row["budget"], *row["others"]]):
            assert isinstance(budget["krw"], int)
            assert budget["proof"]["quote"]
            assert budget["proof"]["article"]["id"]
            assert budget["proof"]["article"]["published"]


def test_the_newest_total_is_told_first_and_the_older_ones_beside_it(client: TestClient) -> None:
    answer = client.get("/v1/projects", params={"city": "창원", "sort": "-budget"}).json()
    complex_ = next(row for row in answer["results"] if row["name"].startswith("첨단소재 실증"))
    assert complex_["budget"]["krw"] == 434_300_000_000
    assert {462_950_000_000, 382_000_000_000} <= {b["krw"] for b in complex_["others"]}


def test_a_city_is_found_by_every_spelling_and_by_its_code(client: TestClient) -> None:
    answers = [
        client.get("/v1/projects", params={"city": name}).json()
        for name in ("창원", "창원시", " 창 원 시 ")
    ]
    assert all(answer["results"] == answers[0]["results"] for answer in answers)
    assert answers[0]["meta"]["interpreted"]["city"]["name"] == "창원시"


def test_an_unknown_city_is_a_problem_that_says_so(client: TestClient) -> None:
    answer = client.get("/v1/projects", params={"city": "없는시"})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert "없는시" in answer.json()["detail"]


def test_a_wrong_sort_names_what_would_be_right(client: TestClient) -> None:
    answer = client.get("/v1/projects", params={"sort": "size"})
    assert answer.status_code == 422
    assert "-budget" in answer.json()["detail"]


def test_pages_join_to_the_whole_list(client: TestClient) -> None:
    whole = client.get("/v1/projects", params={"per_page": 200}).json()["results"]
    pages = [
        row
        for page in range(1, len(whole) // 10 + 2)
        for row in client.get("/v1/projects", params={"per_page": 10, "page": page}).json()[
            "results"
        ]
    ]
    assert pages == whole
