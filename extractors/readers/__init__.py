"""Readers turn a page of any kind into an Article; one file a kind."""

from extractors.readers.decoding import MAX_BYTES, UnreadablePage
from extractors.readers.html import article_from_html
from extractors.readers.plain import article_from_bytes, read_page

__all__ = ["MAX_BYTES", "UnreadablePage", "article_from_bytes", "article_from_html", "read_page"]
