"""Articles over HTTP: read in the background, one bad one harms no other, retracted again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from app.jobs import Jobs, Page
from app.main import create_app
from app.reader import Reader
from app.settings import Settings
from app.state import State
from tests.app.conftest import read_slowly
from tests.app.slow_extract import BEGINNING, load

TOKEN = {"Authorization": "Bearer secret"}
LIMIT = 30.0


@pytest.fixture(scope="module")
def writer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a server whose extractor is the one of tests; articles pile up in it."""
    settings = Settings(
        data=tmp_path_factory.mktemp("jobs"), refresh_seconds=60, token=SecretStr("secret")
    )
    with State(settings) as state:
        read_slowly(state)
        with TestClient(create_app(state)) as client:
            yield client


def _done(client: TestClient, location: str) -> dict[str, Any]:
    deadline = time.monotonic() + LIMIT
    while True:
        job: dict[str, Any] = client.get(location).json()
        if job["state"] == "done":
            return job
        assert time.monotonic() < deadline, job
        time.sleep(0.02)


def _send(client: TestClient, *texts: str) -> dict[str, Any]:
    articles = [{"text": text} for text in texts]
    answer = client.post("/v1/articles", json={"articles": articles}, headers=TOKEN)
    assert answer.status_code == 202, answer.text
    assert answer.json()["total"] == len(texts)
    return _done(client, answer.headers["location"])


def test_what_is_sent_is_read_archived_and_found(writer: TestClient) -> None:
    job = _send(writer, f"{BEGINNING}하나", f"{BEGINNING}둘")
    assert [one["outcome"] for one in job["articles"]] == ["added", "added"]
    assert job["failed"] == 0
    ids = [one["article"] for one in job["articles"]]
    for article in ids:
        assert writer.get(f"/v1/articles/{article}").status_code == 200
    assert writer.get("/v1/search", params={"q": "창원"}).json()["results"]
    again = _send(writer, f"{BEGINNING}하나")
    assert [one["outcome"] for one in again["articles"]] == ["unchanged"]


def test_a_page_of_text_is_one_article(writer: TestClient) -> None:
    headers = TOKEN | {"Content-Type": "text/plain"}
    body = f"{BEGINNING}한 장".encode("cp949")
    answer = writer.post("/v1/articles", content=body, headers=headers)
    assert _done(writer, answer.headers["location"])["articles"][0]["outcome"] == "added"


def test_a_page_of_html_is_read_as_such_whatever_it_begins_with(writer: TestClient) -> None:
    page = f"<p>{BEGINNING}<b>하이퍼</b>텍스트<script>고장</script>"
    headers = TOKEN | {"Content-Type": "text/html; charset=utf-8"}
    posted = writer.post("/v1/articles", content=page.encode(), headers=headers)
    assert _done(writer, posted.headers["location"])["articles"][0]["outcome"] == "added"
    sent = writer.post("/v1/articles", json={"html": page}, headers=TOKEN)
    assert _done(writer, sent.headers["location"])["articles"][0]["outcome"] == "unchanged"


def test_what_the_sender_says_of_an_article_is_kept(writer: TestClient) -> None:
    sent = {
        "text": f"{BEGINNING}이름",
        "url": "https://news.example/1",
        "title": "새 사업",
        "outlet": "견본신문",
        "published": "2024-03-15",
        "name": "셋.txt",
    }
    answer = writer.post("/v1/articles", json=sent, headers=TOKEN)
    (one,) = _done(writer, answer.headers["location"])["articles"]
    assert one["name"] == "셋.txt"
    article = writer.get(f"/v1/articles/{one['article']}").json()
    assert {name: article[name] for name in sent if name not in ("text", "name")} == {
        name: value for name, value in sent.items() if name not in ("text", "name")
    }


def test_one_bad_article_stops_no_other(writer: TestClient) -> None:
    job = _send(
        writer,
        f"{BEGINNING}고장",
        f"{BEGINNING}죽음",
        "no Korean",
        f"{BEGINNING}끝없음",
        f"{BEGINNING}끝으로 좋은 것",
    )
    assert [one["outcome"] for one in job["articles"]] == [None, None, None, None, "added"]
    failing, dead, foreign, endless, _ = (one["reason"] for one in job["articles"])
    assert "고장" in failing
    assert "SIGKILL" in dead
    assert "not Korean" in foreign
    assert "3 seconds" in endless
    assert job["failed"] == 4


def test_a_retracted_article_is_gone_and_stays_so(writer: TestClient) -> None:
    text = f"{BEGINNING}물릴 것"
    (one,) = _send(writer, text)["articles"]
    path = f"/v1/articles/{one['article']}"
    before = writer.get("/v1/changes").json()["meta"]["revision"]
    assert writer.delete(path).status_code == 401
    assert writer.delete(path, headers=TOKEN).status_code == 204
    assert writer.get(path).status_code == 404
    assert writer.delete(path, headers=TOKEN).status_code == 204
    assert [one["outcome"] for one in _send(writer, text)["articles"]] == ["retracted"]
    changes = writer.get("/v1/changes", params={"since": before}).json()
    assert [(row["kind"], row["article"]["id"]) for row in changes["results"]] == [
        ("retracted", one["article"])
    ]
    assert writer.delete("/v1/articles/none", headers=TOKEN).status_code == 404


def test_changes_can_be_read_page_by_page(writer: TestClient) -> None:
    whole = writer.get("/v1/changes").json()
    since, pages = 0, []
    while True:
        page = writer.get("/v1/changes", params={"since": since, "limit": 2}).json()
        pages += page["results"]
        since = page["meta"]["next_since"]
        if not page["meta"]["more"]:
            break
    assert pages == whole["results"]
    assert since == whole["meta"]["revision"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("{", "JSON"),
        ("[" * 100_000, "JSON"),
        ("[]", "articles.0"),
        ('{"articles": []}', "articles"),
        ('{"text": 1}', "articles.0.text"),
        ('{"texts": "가"}', "articles.0.texts"),
        ('{"title": "가"}', "`text` or `html`"),
        ('{"text": "가", "html": "나"}', "one of both"),
        ('{"text": "가", "published": "어제"}', "published"),
        ('{"text": "가", "url": "file:///etc/passwd"}', "url"),
    ],
)
def test_a_body_that_cannot_be_read_is_a_problem(writer: TestClient, body: str, told: str) -> None:
    headers = TOKEN | {"Content-Type": "application/json"}
    answer = writer.post("/v1/articles", content=body, headers=headers)
    assert answer.status_code == 422
    assert told in answer.json()["detail"]


def test_writes_need_the_token_and_a_known_type(writer: TestClient, client: TestClient) -> None:
    sent = {"text": BEGINNING}
    assert writer.post("/v1/articles", json=sent).status_code == 401
    wrong = {"Authorization": "Bearer other"}
    assert writer.post("/v1/articles", json=sent, headers=wrong).status_code == 401
    assert client.post("/v1/articles", json=sent, headers=TOKEN).status_code == 403
    headers = TOKEN | {"Content-Type": "application/pdf"}
    assert writer.post("/v1/articles", content=b"%PDF", headers=headers).status_code == 415


def test_an_unknown_job_is_a_problem(client: TestClient) -> None:
    assert client.get("/v1/jobs/none").status_code == 404


def test_a_server_that_stops_does_not_wait_for_what_is_read(settings: Settings) -> None:
    with State(settings) as state:
        state.jobs.close()
        reader = Reader(load, seconds=600.0)
        jobs = Jobs(settings.archive_path, lambda: "test", reader, state.catch_up, max_page_mb=1)
        state.jobs = jobs
        job = jobs.submit([Page("a.txt", f"{BEGINNING}끝없음".encode())])
        deadline = time.monotonic() + LIMIT
        while (now := jobs.job(job.id)) is not None and now.state != "running":
            assert time.monotonic() < deadline
            time.sleep(0.01)
        started = time.monotonic()
    assert time.monotonic() - started < LIMIT
