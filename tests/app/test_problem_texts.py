"""Problems are told in Korean unless English is asked for, and each type has a name in both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.endpoint.jobs import Failure
from app.problem_texts import Case, title_of
from tests.app.conftest import ROOT

WRONG = [
    ("/v1/projects?city=광주", "region/29"),
    ("/v1/projects?city=없는시", "없는시"),
    ("/v1/projects?budget_min=여럿", "100억"),
    ("/v1/projects?from=2023-02-30", "2024-05-13"),
    ("/v1/projects?as_of=2023-02-30", "as_of"),
    ("/v1/projects?sort=nothing", "-budget"),
    ("/v1/projects?cursor=x", "next_cursor"),
    ("/v1/projects?per_page=900", "200 이하"),
    ("/v1/projects?per_page=many&page=0", "1 이상"),
    ("/v1/projects?status=nothing", "under_way"),
    ("/v1/suggest", "꼭"),
    ("/v1/resolve?name=창원&near=없는곳", "없는곳"),
    ("/v1/paths?from=창원시&to=창원시", "region/48"),
    ("/v1/entities/region/없는곳", "region/없는곳"),
    ("/v1/articles/없음", "없음"),
    ("/v1/nothing", "/v1/nothing"),
]
HANGUL = re.compile("[가-힣]")


@pytest.mark.parametrize(("address", "told"), WRONG)
def test_it_is_told_in_korean_with_the_english_beside_it(
    client: TestClient, address: str, told: str
) -> None:
    korean = client.get(address)
    english = client.get(address, headers={"Accept-Language": "en-GB, ko;q=0.5"})
    assert korean.status_code == english.status_code >= 400
    korean_body, english_body = korean.json(), english.json()
    assert told in korean_body["detail"]
    assert HANGUL.search(korean_body["title"])
    assert korean_body["detail_en"] == english_body["detail"] != korean_body["detail"]
    assert not HANGUL.search(english_body["title"])
    assert "detail_en" not in english_body
    assert "Accept-Language" in korean.headers["vary"]
    for name in ("type", "status", "candidates"):
        assert korean_body.get(name) == english_body.get(name)


def test_lang_beats_the_header_and_a_wrong_one_is_told_of(client: TestClient) -> None:
    address = "/v1/projects?city=없는시&lang="
    english = {"Accept-Language": "en"}
    assert "detail_en" in client.get(address + "ko", headers=english).json()
    assert "detail_en" not in client.get(address + "en").json()
    assert "lang" in client.get(address + "fr").json()["detail"]


def test_every_type_has_a_korean_title() -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8") for path in Path(ROOT / "app").rglob("*.py")
    )
    kinds = set(re.findall(r'Problem\(\s*[0-9]{3},\s*"([a-z-]+)"', sources))
    assert len(kinds) > 10
    kinds |= {one.value for one in Failure} - {"refused"}
    assert not {kind for kind in kinds if title_of(kind) is None}


def test_a_sentence_that_lacks_a_value_is_not_told() -> None:
    assert Case("not-found").korean is None
    assert Case("nothing").korean is None
    assert Case("not-found", {"name": "{name}"}).korean == "그런 것이 없다: {name}"
