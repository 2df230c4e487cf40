"""A mention: a stretch of text that names a thing of some type."""

from __future__ import annotations

from typing import NamedTuple

from graph.model import EntityType


class Mention(NamedTuple):
    """`text[start:end]` names a thing of `type`; `rule` says who found it, with what confidence.

    `name` is the surface, cleaned of what is no part of the name (quotes, `㈜`). `ref` is the
    gazetteer's code for it. `same_as` is the start of an earlier mention that this one is stated to
    rename (`한국재료연구원(KIMS·이하 재료연)`: the two in brackets point to the first).
    """

    start: int
    end: int
    type: EntityType
    name: str
    rule: str
    confidence: float
    ref: str | None = None
    same_as: int | None = None
