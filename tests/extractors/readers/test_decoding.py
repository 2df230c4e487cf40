from __future__ import annotations

import pickle
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers import UnreadablePage, article_from_bytes, read_page
from extractors.readers.decoding import decode_page

PAGE = "산맥시가 새 공장을 짓기로 했다고 밝혔다.\r\n시는 내년에 첫 삽을 뜬다.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "euc-kr", "utf-16"])
def test_the_same_text_comes_from_every_korean_encoding(encoding: str) -> None:
    assert decode_page(PAGE.encode(encoding), "page.txt") == PAGE


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=20))
def test_any_hangul_survives_utf8_and_cp949(text: str) -> None:
    assert decode_page(text.encode("utf-8"), "a") == text
    assert decode_page(text.encode("cp949"), "a") == text


@given(st.text(alphabet="가나다\r\n\t 。😀漢字abc", min_size=1))
def test_line_ends_and_offsets_stay_as_they_are(text: str) -> None:
    page = PAGE + text
    assert decode_page(page.encode(), "a") == unicodedata.normalize("NFC", page)


def test_decomposed_hangul_is_composed() -> None:
    assert decode_page(unicodedata.normalize("NFD", PAGE).encode(), "a") == PAGE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"HWP Document File V3.00", "HWP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "HWP"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n", "PNG"),
        (PAGE.encode() + b"\x00", "NUL"),
        (b"Just some English text that is long enough to be read. " * 9, "not Korean"),
        ("짧은 글".encode(), "not Korean"),
        (PAGE.encode() + b"\xed\xa0\x80", "lone surrogate"),
        (PAGE.encode() + b"\xff\xfe\xfa\xff", "neither UTF-8"),
        (b"\xff\xfe\x00\xd8\x00", "UTF-16 is broken"),
    ],
)
def test_an_unreadable_page_is_refused_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePage) as caught:
        article_from_bytes(data, "기사.txt")
    assert caught.value.file == "기사.txt"
    assert reason in caught.value.reason
    message = str(caught.value)
    assert message.startswith("기사.txt: ")
    assert "\n" not in message
    assert str(pickle.loads(pickle.dumps(caught.value))) == message


@given(st.binary(max_size=300))
def test_no_bytes_do_worse_than_be_refused(data: bytes) -> None:
    try:
        text = decode_page(data, "a")
    except UnreadablePage:
        return
    text.encode()


def test_a_page_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.txt"
    path.write_text(PAGE, encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("the page was read"))
    with pytest.raises(UnreadablePage, match="bytes"):
        read_page(path, max_bytes=10)


def test_a_page_saved_twice_is_one_article(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(PAGE.encode("cp949"))
    (tmp_path / "two.txt").write_bytes(b"\xef\xbb\xbf" + PAGE.encode() + b"\n\n")
    one, two = read_page(tmp_path / "one.txt"), read_page(tmp_path / "two.txt")
    assert one.id == two.id
    assert one.file != two.file
    assert one.url is None


def test_only_a_stated_address_of_the_article_counts() -> None:
    stated = article_from_bytes(f"{PAGE}원문: https://news.example/view/7?a=1\n".encode(), "a")
    site = article_from_bytes(f"{PAGE}출처 : 산맥신문(http://news.example)\n".encode(), "a")
    assert stated.url == "https://news.example/view/7?a=1"
    assert site.url is None
    assert stated.id != site.id
