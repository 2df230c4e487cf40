"""The published benchmark: sound, free of direct speech, plain about what is invented."""

import ipaddress
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from extractors.gazetteer import Gazetteer
from graph.interchange import read_document
from tests.benchmarks import published
from tests.benchmarks.sets import POLICY, POLICY_SETS, ROOT, article_sets, splits

README = POLICY / "README.md"
SIZES = {"development": 489, "test": 65}
FAMILIES = (range(13, 16), range(16, 19), range(19, 22), range(22, 25))
"""Texts `dev-N` that follow one undertaking over the years."""
TEXTS = sorted((POLICY / "texts").glob("*.txt"))
GOLD = sorted((POLICY / "gold").glob("*.json"))
NOTICE = "이 글은 공개된 사실을 산맥 프로젝트가 다시 쓴 견본입니다 (실제 기사 아님)."
INVENTED = {
    ("outlet", "reporter"): "매체와 기자 이름은 지어냈습니다.",
    ("outlet",): "매체 이름은 지어냈습니다.",
    ("reporter",): "기자 이름은 지어냈습니다.",
    (): "",
}
REAL_BODIES = {"강릉시", "경상북도", "울진군", "횡성군"}
"""What stands as outlet of a press release and exists."""
DIRECT_SPEECH = re.compile(
    r"""[“”„‟"«»]"""  # quotation marks of speech; names stand in ‘ ’, ｢ ｣ and 『 』
    r"|[’'」』｣](?:이?라(?:고|며|면서)|고\s?(?:말|했|밝|강조|덧|전|설명|주장)|며\s)"
    r"|◀\s*(?:INT|SYN|인터뷰|녹취)|^\[[^\[\]/]+/[^\[\]]+ : ",
    re.MULTILINE,
)
ADDRESS = re.compile(r"[\w.-]+@[\w.-]+|(?:https?://|www\.)[^\s)]+")

each_text = pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
each_gold = pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)


def document_of(path: Path) -> dict[str, Any]:
    """A gold document as JSON."""
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


def block(name: str) -> re.Pattern[str]:
    """The place in the README that a table is written to."""
    return re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end -->)", re.DOTALL)


def test_every_text_has_its_gold_and_every_gold_its_text() -> None:
    assert [path.stem for path in TEXTS] == [path.stem for path in GOLD]
    assert {path.suffix for path in (POLICY / "texts").iterdir()} == {".txt"}
    assert {path.suffix for path in (POLICY / "gold").iterdir()} == {".json"}


def test_every_article_is_in_one_split() -> None:
    members = splits()
    assert {split: len(ids) for split, ids in members.items()} == SIZES
    assert sorted(member for ids in members.values() for member in ids) == [
        path.stem for path in TEXTS
    ]
    for name, split in POLICY_SETS.items():
        pages = article_sets()[name].pages
        assert {page.stem for page in pages} == members[split]
        assert set(pages) <= set(TEXTS)


def test_what_follows_one_undertaking_stays_in_one_split() -> None:
    for ids in splits().values():
        for family in FAMILIES:
            assert len({f"dev-{number}" in ids for number in family}) == 1


@pytest.mark.parametrize("name", ["samples", "policy"])
def test_the_checker_finds_no_fault(name: str) -> None:
    articles = article_sets()[name]
    checker = ROOT / "tests" / "gold" / "check.py"
    texts = articles.pages[0].parent
    done = subprocess.run(
        [sys.executable, checker, texts, articles.gold], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@each_gold
def test_gold_reads_against_its_text(path: Path) -> None:
    text = (POLICY / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
    extraction = read_document(path.read_text(encoding="utf-8"), text)
    assert extraction.article.file == f"{path.stem}.txt"
    assert len(extraction.claims) == len(document_of(path)["facts"])


@pytest.mark.parametrize(
    "speech",
    [
        "시장은 “꼭 짓겠다”고 말했다",
        '관계자는 "꼭 짓겠다"며 웃었다',
        "시장은 ‘꼭 짓겠다’고 밝혔다",
        "시장은 ‘꼭 짓는다’라며 웃었다",
        "◀ INT ▶ 관계자",
        "앞줄\n[김견본/견본시장 : 꼭 짓겠습니다.]",
    ],
)
def test_direct_speech_is_seen(speech: str) -> None:
    assert DIRECT_SPEECH.search(speech)


@pytest.mark.parametrize(
    "name",
    ["‘AI 실증밸리 확산사업’이라는 이름", "‘특구’로 지정됐다", "[앵커]", "[사진=견본시 제공]"],
)
def test_a_quoted_name_is_no_speech(name: str) -> None:
    assert not DIRECT_SPEECH.search(name)


@each_text
def test_no_text_holds_direct_speech(path: Path) -> None:
    assert not DIRECT_SPEECH.findall(path.read_text(encoding="utf-8"))


@each_gold
def test_no_gold_holds_direct_speech(path: Path) -> None:
    document = document_of(path)
    shown = [*document["article"].values(), *(fact["quote"] for fact in document["facts"])]
    assert not [text for text in shown if DIRECT_SPEECH.search(text)]


@each_gold
def test_the_text_says_what_is_invented(path: Path) -> None:
    document = document_of(path)
    invented = document["source"]["invented"]
    lines = (POLICY / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8").splitlines()
    assert invented == [
        field
        for field in ("outlet", "reporter")
        if document["article"].get(field, "경상북도") not in REAL_BODIES
    ]
    assert lines.count(NOTICE) == 1
    assert (*lines, "")[lines.index(NOTICE) + 1] == INVENTED[tuple(invented)]


@each_gold
def test_an_invented_outlet_bears_no_real_one_s_name(path: Path) -> None:
    document = document_of(path)
    if "outlet" in document["source"]["invented"]:
        assert document["article"]["outlet"] not in Gazetteer.load().outlets


@each_text
def test_addresses_in_texts_lead_nowhere(path: Path) -> None:
    for address in ADDRESS.findall(path.read_text(encoding="utf-8")):
        assert address.rstrip("/").endswith(".example")


@each_gold
def test_sources_are_public_pages(path: Path) -> None:
    source = document_of(path)["source"]
    assert source["file"] == f"{path.stem}.txt"
    assert source["facts_from"]
    assert "url" not in source
    for url in source["facts_from"]:
        parts = urlsplit(url)
        assert parts.scheme in {"http", "https"}
        assert parts.hostname
        assert "." in parts.hostname
        with pytest.raises(ValueError, match="IPv4 or IPv6"):
            ipaddress.ip_address(parts.hostname)


def test_the_readme_counts_what_is_there(pytestconfig: pytest.Config) -> None:
    text = README.read_text(encoding="utf-8")
    if pytestconfig.getoption("renew"):
        text = block("counts").sub(published.counts(), text, count=1)
        for split in SIZES:
            table = published.baseline(split)
            text = block(f"baseline {split}").sub(table, text, count=1)
        README.write_text(text, encoding="utf-8")
    counted = block("counts").search(text)
    assert counted
    assert counted[0] == published.counts()


def test_the_readme_s_baseline_is_of_this_gold() -> None:
    """The scores may lag behind the rules until `--renew`; the rows may not."""
    rows = re.compile(r"^\| (.*?) \|", re.MULTILINE)
    expected = rows.findall(published.baseline("test"))
    for split in SIZES:
        shown = block(f"baseline {split}").search(README.read_text(encoding="utf-8"))
        assert shown
        assert rows.findall(shown[0]) == expected


def test_the_readme_s_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8")):
        assert (POLICY / target).exists(), target
