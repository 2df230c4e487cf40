"""Whatever a page holds: an extraction comes, its offsets hold, its time grows with its length.

Times are CPU times of one process, compared within one run, and one good run of three is enough:
a busy machine fails nothing.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path
from time import process_time

import pytest

from extractors.pipeline import Pipeline
from extractors.readers import article_from_bytes
from graph.interchange import write_document
from graph.model import Article, Extraction

ROOT = Path(__file__).resolve().parents[2]
SAID = "창원시는 스마트공장을 조성한다고 밝혔다."
SLOWER = 1.5
"""How much more time a character of a long article may take than one of a short article."""

ODD = {
    "5,000 amounts": "창원시는 "
    + "".join(f"국비 {n}억 원, " for n in range(5000))
    + "을 들여 공장을 조성한다고 밝혔다.",
    "5,000 names in one list": "창원시, 부산시, 김해시, " * 1667 + "가 함께 협약을 맺었다.",
    "a line of one sentence after another": f"{SAID} " * 1000,
    "a line of spaces": "창원시는" + " " * 100_000 + "공장을 짓는다고 밝혔다.",
    "a line of digits": "1" * 100_000 + f"원, {SAID}",
    "a line of full stops": SAID + "." * 100_000,
    "a line of brackets": "[" * 100_000 + SAID,
    "a line of quotation marks": "‘" * 100_000 + SAID,
    "a line of syllables": "가나다라마바사" * 1000 + SAID,
    "a line of addresses": "a." * 50_000 + "@" + SAID,
    "datelines": "[창원=" * 1000 + SAID,
    "empty lines": f"{SAID}\n" + "\n" * 300_000 + SAID,
    "short lines": f"{SAID}\n" + "".join(f"가{n}\n" for n in range(20_000)) + SAID,
    "emoji": "창원시는 😀👍🏽 스마트공장을 조성한다고 밝혔다. 🏭👨‍👩‍👧‍👦\n" * 100,
    "Hanja": "昌原市는 産業團地에 100億원을 投入한다고 밝혔다.\n" * 100,
    "lone surrogates": "창원시는 \ud800 스마트공장을 \udfff조성한다고 밝혔다.\n" * 20,
    "control characters": "창원시는\x00 스마트\x07공장을\u202e 조성한다고\u200b 밝혔다.\n" * 20,
    "nothing": "",
    "white space": " \n\t\u3000\n" * 1000,
}


@cache
def pipeline() -> Pipeline:
    loaded = Pipeline()
    loaded.load()
    return loaded


def extract(text: str) -> Extraction:
    return pipeline().extract(Article("a", text))


@cache
def sentences() -> tuple[str, ...]:
    pages = sorted((ROOT / "seeds" / "articles").glob("*.txt"))
    lines = (line for page in pages for line in page.read_text(encoding="utf-8-sig").splitlines())
    return tuple(line.strip() for line in lines if re.search(r"다\.\s*$", line))


def article(length: int, first: int = 0) -> str:
    """An article of that many characters; its sentences are numbered, or they would be doubles."""
    lines: list[str] = []
    size = 0
    while size < length:
        number = first + len(lines)
        lines.append(f"{number}번째로 {sentences()[number % len(sentences())]}")
        size += len(lines[-1]) + 1
    return "\n".join(lines)


def seconds(*texts: str) -> float:
    """CPU seconds for all texts together."""
    started = process_time()
    for text in texts:
        extract(text)
    return process_time() - started


def check(text: str, extraction: Extraction) -> None:
    for entity in extraction.entities:
        for span in entity.spans:
            assert text[span.start : span.end] == span.quote
    for claim in extraction.claims:
        place = claim.evidence.span
        assert place is not None
        assert text[place.start : place.end] == claim.evidence.quote


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_any_text_is_read_and_its_offsets_hold(text: str) -> None:
    check(text, extract(text))


def test_decomposed_hangul_is_read_as_composed() -> None:
    composed = article(2000)
    one, other = (
        pipeline().extract(article_from_bytes(text.encode(), "page.txt"))
        for text in (composed, unicodedata.normalize("NFD", composed))
    )
    assert one == other
    assert one.claims


def test_a_character_of_a_long_article_takes_no_longer() -> None:
    short = [article(2000, first) for first in range(0, 160, 16)]
    long = article(40_000)
    seconds(*short)
    assert any(
        seconds(long) / len(long) <= SLOWER * seconds(*short) / sum(map(len, short))
        for _ in range(3)
    )


@pytest.mark.parametrize("kind", ["one line", "sums of many projects", "amounts"])
def test_no_kind_of_text_grows_faster_than_its_length(kind: str) -> None:
    def made(length: int) -> str:
        if kind == "one line":
            return article(length).replace("\n", " ")
        if kind == "amounts":
            return ODD["5,000 amounts"][:length] + "을 들여 공장을 조성한다고 밝혔다."
        return "\n".join(
            f"창원시는 {n}번 스마트공장 조성사업에 국비 {n}억 원을 투입한다고 밝혔다."
            for n in range(100, 100 + length // 46)
        )

    short, long = made(4000), made(24_000)
    seconds(short)
    assert any(
        seconds(long) / len(long) <= 2 * SLOWER * seconds(short, short) / 2 / len(short)
        for _ in range(3)
    )


def test_another_order_of_hashing_changes_nothing() -> None:
    asked = (
        "from tests.extractors.test_robustness import article, extract;"
        "from graph.interchange import write_document;"
        "print(ascii(write_document(extract(article(4000)))))"
    )
    told = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert told.stdout.strip() == ascii(write_document(extract(article(4000))))
