"""What a page says of its article: title, day of publication, newspaper, reporter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.clutter import Line
from extractors.credits import BYLINE
from extractors.document import Zone
from graph.values import PartialDate


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the text gives of its article; None where it gives nothing."""

    title: str | None = None
    published: PartialDate | None = None
    outlet: str | None = None
    reporter: str | None = None


def read_metadata(text: str, lines: Sequence[Line], outlets: Iterable[str] = ()) -> Metadata:
    """The metadata of a page whose article stands in `lines`; `outlets` are known names."""
    return Metadata(
        title=_title(text, lines),
        published=_published(text),
        outlet=_outlet(text, outlets),
        reporter=_reporter(text),
    )


def _title(text: str, lines: Sequence[Line]) -> str | None:
    for line in lines:
        if line.zone is Zone.TITLE:
            return re.sub(r"^\[보도 ?자료\]\s*", "", text[line.start : line.end])
    return None


_LABELLED = re.compile(
    r"(?:입력|승인|등록|송고(?:시간)?|작성일|발행일|배포일?|업로드|제공일)\s?[:：]?\s*"
    r"((?:19|20)?\d\d)\s?[.\-/년]\s?(\d{1,2})\s?[.\-/월]\s?(\d{1,2})"
)


def _published(text: str) -> PartialDate | None:
    match = _LABELLED.search(text)
    if not match:
        return None
    year = int(match[1])
    try:
        return PartialDate(year if year > 99 else 2000 + year, int(match[2]), int(match[3]))
    except ValueError:
        return None


def _outlet(text: str, outlets: Iterable[str]) -> str | None:
    match = re.search(r"(?:저작권자|ⓒ|©|Copyright)[\s(c)ⓒ©@<]*([가-힣A-Za-z]{2,20})", text)
    if match:
        return match[1]
    return next((name for name in outlets if name in text[:2000]), None)


def _reporter(text: str) -> str | None:
    match = BYLINE.search(text)
    return (match["titled"] or match["name"]) if match else None
