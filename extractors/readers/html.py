"""A page in HTML, as an Article: its words in reading order, and what its head says of it.

What stands in menus, scripts and forms is left out; whatever else is not the article, the rules for
pages saved as text leave out later. Tags that are not closed, and what is no HTML, are read as
browsers do: as far as they go.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import PurePath

from extractors.readers.decoding import (
    MAX_BYTES,
    UnreadablePage,
    decoded,
    refuse_other_language,
    refuse_size,
)
from graph.model import Article, article_id
from graph.values import PartialDate

_SKIPPED = frozenset(
    {
        *("script", "style", "noscript", "template", "svg", "nav", "footer", "aside", "form"),
        *("select", "button", "iframe", "object", "head"),
    }
)
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"})
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "kbd"),
        *("ins", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u"),
        *("var", "wbr"),
    }
)
_NAMES = {
    "og:title": "title",
    "og:site_name": "outlet",
    "article:published_time": "published",
    "og:url": "url",
}
_DAY = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_ADDRESS = re.compile(r"https?://[^\s/<>\"']+/[^\s<>\"']+")


@dataclass
class _Page(HTMLParser):
    """What has been read of a page so far."""

    lines: list[str] = field(default_factory=lambda: [""])
    about: dict[str, str] = field(default_factory=dict)
    skipping: list[str] = field(default_factory=list)
    in_title: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a tag of the head says; begin a line, or what is left out."""
        named = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = _NAMES.get(named.get("property") or named.get("name", ""))
            if name:
                self.about.setdefault(name, named.get("content", "").strip())
        elif tag == "link" and "canonical" in named.get("rel", "").lower().split():
            self.about["url"] = named.get("href", "").strip()
        self.in_title = tag == "title" or (self.in_title and tag in _INLINE)
        if tag == "body":
            self.skipping.clear()
        elif tag in _SKIPPED:
            self.skipping.append(tag)
        if tag not in _INLINE:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        """End a line, or what is left out."""
        self.in_title = self.in_title and tag != "title"
        if tag in self.skipping:
            while self.skipping.pop() != tag:
                pass
        if tag not in _INLINE | _VOID:
            self._break()

    def handle_data(self, data: str) -> None:
        """Take words in."""
        if self.in_title:
            self.about["head"] = self.about.get("head", "") + data
        elif not self.skipping:
            self.lines[-1] += data

    def _break(self) -> None:
        if self.lines[-1]:
            self.lines.append("")


def article_from_html(data: bytes, file: str, max_bytes: int = MAX_BYTES) -> Article:
    """The article of a page in HTML; raises UnreadablePage where it holds no Korean text."""
    refuse_size(len(data), file, max_bytes)
    page = _Page()
    page.feed(_markup(data, file))
    page.close()
    words = (" ".join(line.split()) for line in page.lines)
    text = unicodedata.normalize("NFC", "\n".join(line for line in words if line))
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise UnreadablePage(file, "it holds half a character", "save it as UTF-8")
    refuse_other_language(text, file)
    about = {name: _clean(value) for name, value in page.about.items()}
    url = about.get("url", "")
    url = url.split("#")[0] if _ADDRESS.fullmatch(url) else ""
    return Article(
        id=article_id(url or None, text),
        text=text,
        url=url or None,
        title=about.get("title") or None,
        outlet=about.get("outlet") or None,
        published=_day(about.get("published", "")),
        file=PurePath(file).name,
    )


def _markup(data: bytes, file: str) -> str:
    """The markup, by the character set that it names where it names one of Korea's."""
    named = _CHARSET.search(data[:4096])
    korean = {b"euc-kr", b"ks_c_5601-1987", b"cp949", b"ms949"}
    if named and named[1].lower() in korean:
        try:
            return data.decode("cp949")
        except UnicodeDecodeError:
            return decoded(data, file)
    return decoded(data, file)


def _clean(value: str) -> str:
    return unicodedata.normalize("NFC", " ".join(value.split()))


def _day(written: str) -> PartialDate | None:
    found = _DAY.match(written)
    if found is None:
        return None
    try:
        return PartialDate(*map(int, found.groups()))
    except ValueError:
        return None
