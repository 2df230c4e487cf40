"""A page saved as plain text, or as HTML, as an Article."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

from extractors.readers.decoding import MAX_BYTES, UnreadablePage, decode_page, is_html, refuse_size
from extractors.readers.html import article_from_html
from graph.model import Article, article_id

_STATED_URL = re.compile(
    r"^[ \t\ufeff<\[(]*"
    r"(?:원문(?: ?(?:링크|주소|보기|url))?|기사 ?(?:url|주소|링크|원문)|(?:canonical )?url|source)"
    r"[\])]?[ \t]*[:：=][ \t]*(https?://[^\s/<>\"']+/[^\s<>\"']+)",
    re.IGNORECASE | re.MULTILINE,
)


def read_page(path: Path, max_bytes: int = MAX_BYTES) -> Article:
    """The article of a page's file; raises UnreadablePage, and OSError where there is no file."""
    refuse_size(path.stat().st_size, str(path), max_bytes)
    return article_from_bytes(path.read_bytes(), str(path), max_bytes)


def article_from_bytes(data: bytes, file: str, max_bytes: int = MAX_BYTES) -> Article:
    """The article of a page's bytes; `file` is what errors and the article call it."""
    if is_html(data):
        return article_from_html(data, file, max_bytes)
    text = decode_page(data, file, max_bytes)
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise UnreadablePage(file, "it holds half a character", "save it as UTF-8 text")
    url = stated_url(text)
    return Article(id=article_id(url, text), text=text, url=url, file=PurePath(file).name)


def stated_url(text: str) -> str | None:
    """The address that the text itself gives as the article's own; a site's address is none.

    >>> stated_url("기사 URL : https://news.example/view/12#top")
    'https://news.example/view/12'
    >>> stated_url("출처 : 신문(http://news.example)") is None
    True
    """
    match = _STATED_URL.search(text)
    return match[1].split("#")[0].rstrip(".,;)]") if match else None
