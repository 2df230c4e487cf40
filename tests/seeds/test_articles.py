"""The sample articles are retellings that say so, are ours, and have their gold."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "seeds" / "articles"
GOLD = ROOT / "tests" / "gold" / "samples"
SHARED = Path(os.environ.get("SANMAEK_SHARED") or ROOT.parent / "shared")

PAGES = sorted(ARTICLES.glob("*.txt"))
DISCLAIMER = "이 글은 공개된 사실을 산맥 프로젝트가 다시 쓴 견본입니다 (실제 기사 아님)."
INVENTED = re.compile("가람|두리")
"""The places of the headlines around the articles; nothing of them belongs into the gold."""
LONGEST_COMMON_RUN = 24
BOM = b"\xef\xbb\xbf"

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def text_of(page: Path) -> str:
    """The page as it stands, line ends included, without its byte order mark."""
    return page.read_bytes().decode("utf-8-sig")


def gold_of(page: Path) -> dict[str, Any]:
    """The page's gold annotation."""
    gold: dict[str, Any] = json.loads((GOLD / f"{page.stem}.json").read_text(encoding="utf-8"))
    return gold


def squeeze(text: str) -> str:
    r"""Drop all whitespace, so that a broken line hides no copy.

    >>> squeeze(" 첨단소재 실증\n연구단지 ")
    '첨단소재실증연구단지'
    """
    return re.sub(r"\s+", "", text)


def runs(text: str, length: int) -> set[str]:
    """Every stretch of a length in a text.

    >>> sorted(runs("산업맥락", 3))
    ['산업맥', '업맥락']
    """
    return {text[i : i + length] for i in range(len(text) - length + 1)}


def test_there_are_eight_pages_and_each_has_its_gold() -> None:
    assert len(PAGES) == 8
    assert {page.stem for page in PAGES} == {path.stem for path in GOLD.glob("*.json")}


def test_readme_names_every_page() -> None:
    readme = (ARTICLES / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(.+?\.txt)`", readme, re.MULTILINE)) == {p.name for p in PAGES}


@each_page
def test_page_says_on_a_line_of_its_own_that_it_is_a_retelling(page: Path) -> None:
    assert DISCLAIMER in text_of(page).splitlines()


@each_page
def test_page_is_korean_and_of_an_article_s_length(page: Path) -> None:
    text = text_of(page)
    assert len(re.findall("[가-힣]", text)) > 400
    assert 800 <= len(text) <= 2500


@each_page
def test_outlet_reporter_and_addresses_are_plainly_invented(page: Path) -> None:
    article = gold_of(page)["article"]
    assert "견본" in article["outlet"]
    assert "견본" in article["reporter"]
    addresses = re.findall(r"[\w.-]+@[\w.-]+|https?://[^\s)]+", text_of(page))
    assert all(address.endswith(".example") for address in addresses)


def test_one_page_has_a_byte_order_mark_and_one_has_crlf_line_ends() -> None:
    raw = {page.stem: page.read_bytes() for page in PAGES}
    marked = {stem for stem, data in raw.items() if data.startswith(BOM)}
    crlf = {stem for stem, data in raw.items() if b"\r" in data}
    assert marked == {"busan-manufacturing-2024"}
    assert crlf == {"changwon-review-2023"}
    assert raw["changwon-review-2023"].count(b"\r\n") == raw["changwon-review-2023"].count(b"\n")


def test_one_page_holds_its_article_twice() -> None:
    doubled = {
        page.stem
        for page in PAGES
        for line in text_of(page).splitlines()
        if len(line) > 80 and text_of(page).count(line) > 1
    }
    assert doubled == {"changwon-sobujang-2022"}


@each_page
def test_gold_quotes_stand_in_the_text(page: Path) -> None:
    text = text_of(page)
    facts = gold_of(page)["facts"]
    assert len(facts) > 10
    for fact in facts:
        assert fact["quote"] in text
        assert "\n" not in fact["quote"]
        assert len(fact["quote"]) <= 80


@each_page
def test_gold_names_stand_in_the_text(page: Path) -> None:
    gold, text = gold_of(page), squeeze(text_of(page))
    assert gold["id"] == page.stem
    assert gold["source"]["file"] == page.name
    for field in ("title", "outlet", "reporter"):
        assert squeeze(gold["article"][field]) in text
    for entity in gold["entities"]:
        for name in (entity["name"], *entity["aliases"]):
            assert squeeze(name) in text


@each_page
def test_gold_takes_nothing_from_the_headlines_around(page: Path) -> None:
    assert INVENTED.search(text_of(page))
    assert not INVENTED.search(json.dumps(gold_of(page), ensure_ascii=False))


@each_page
def test_page_shares_no_long_run_with_the_news_it_retells(page: Path) -> None:
    originals = sorted((SHARED / "seeds").glob("*.txt"))
    if not originals:
        pytest.skip(f"the news pages are not on this machine: {SHARED / 'seeds'}")
    ours = runs(squeeze(text_of(page)), LONGEST_COMMON_RUN + 1)
    for original in originals:
        text = squeeze(original.read_text(encoding="utf-8-sig"))
        common = ours & runs(text, LONGEST_COMMON_RUN + 1)
        assert not common, f"{original.name}: {sorted(common)}"
