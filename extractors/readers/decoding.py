"""The text of a page's bytes: UTF-8, UTF-16 with a BOM, or CP949, in NFC, or a reason why not.

Line ends and control characters stay as they are, so that offsets are those of the file.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

MAX_BYTES = 32 * 1024 * 1024
"""How large a page may be: far above any article, below what would trouble a machine."""

MIN_HANGUL = 20
MIN_HANGUL_SHARE = 0.1
"""Of the letters: pages about Korean policy that quote much English stay well above."""

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"HWP Document File", "an HWP 3 document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an HWP, DOC or XLS document"),
    (b"PK\x03\x04", "a zip archive (HWPX, DOCX and XLSX are such)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image or a recording"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_ENCODED_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_HANGUL = re.compile("[가-힣]")
_LETTER = re.compile(r"[^\W\d_]")


class UnreadablePage(ValueError):  # noqa: N818  the name says what, not that it is an error
    """A page that cannot be read: `file`, `reason`, and a message of one line for the user."""

    def __init__(self, file: str, reason: str, advice: str) -> None:
        self.file = file
        self.reason = reason
        self.advice = advice
        super().__init__(f"{file}: {reason}; {advice}")

    def __reduce__(self) -> tuple[type[UnreadablePage], tuple[str, str, str]]:
        return type(self), (self.file, self.reason, self.advice)


def decode_page(data: bytes, file: str, max_bytes: int = MAX_BYTES) -> str:
    """The text of `data`; raises UnreadablePage, naming `file`, where there is none.

    >>> decode_page("산맥은 지역 산업 정책의 기록을 읽고 출처를 남긴다.".encode("cp949"), "a")[:3]
    '산맥은'
    """
    refuse_size(len(data), file, max_bytes)
    _refuse_binary(data, file)
    text = unicodedata.normalize("NFC", decoded(data, file))
    refuse_other_language(text, file)
    return text


def refuse_size(size: int, file: str, max_bytes: int = MAX_BYTES) -> None:
    """Raise UnreadablePage for a page that is larger than `max_bytes`."""
    if size > max_bytes:
        reason = f"it has {size:,} bytes, and a page may have {max_bytes:,}"
        raise UnreadablePage(file, reason, "split it into one file an article")


def is_html(data: bytes) -> bool:
    """Whether a page's bytes begin as HTML does."""
    return _HTML.match(data[:4096].removeprefix(codecs.BOM_UTF8)) is not None


def _refuse_binary(data: bytes, file: str) -> None:
    if not data.strip(b"\xef\xbb\xbf \t\r\n\f\v\x00"):
        raise UnreadablePage(file, "it is empty", "save the page again")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise UnreadablePage(file, f"it is {name}, not text", "save it as plain text")
    if b"\x00" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadablePage(file, "it holds NUL bytes, so it is not text", "save it as UTF-8 text")


def decoded(data: bytes, file: str) -> str:
    """The text of bytes in UTF-16 with a BOM, UTF-8 or CP949; UnreadablePage for any other."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise UnreadablePage(file, "its UTF-16 is broken", "save it as UTF-8 text") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = error.start
    if _ENCODED_SURROGATE.match(data, where):
        reason = f"half a character (a lone surrogate) stands at byte {where}"
        raise UnreadablePage(file, reason, "save it as UTF-8 text")
    try:
        return data.decode("cp949")
    except UnicodeDecodeError:
        reason = f"it is neither UTF-8 (byte {where}) nor CP949"
        raise UnreadablePage(file, reason, "save it as UTF-8 text") from None


def refuse_other_language(text: str, file: str) -> None:
    """Raise UnreadablePage for a text that is not Korean."""
    hangul = len(_HANGUL.findall(text))
    if hangul < MIN_HANGUL or hangul < MIN_HANGUL_SHARE * len(_LETTER.findall(text)):
        reason = f"it is not Korean: {hangul} Hangul syllables in {len(text):,} characters"
        raise UnreadablePage(file, reason, "check that it is the article, and its encoding")
