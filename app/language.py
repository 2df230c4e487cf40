"""The language that labels are told in: `lang`, else Accept-Language, else Korean."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import Depends, Header, Query
from starlette.datastructures import Headers
from starlette.types import Scope

from app import korean_words
from app.negotiation import preferred
from graph.kinds import BudgetKind, Milestone


class Language(StrEnum):
    """A language that names and labels are known in."""

    KO = "ko"
    EN = "en"


async def _asked(
    lang: Annotated[
        Language | None,
        Query(description="이름과 금액 표기의 언어; Accept-Language보다 우선한다", examples=["ko"]),
    ] = None,
    accept_language: Annotated[str | None, Header(include_in_schema=False)] = None,
) -> Language:
    return lang or _accepted(accept_language)


def _accepted(header: str | None) -> Language:
    """The language that an Accept-Language header wants most."""
    primary = ",".join(
        part.strip().partition("-")[0] + (f";{rest}" if rest else "")
        for piece in (header or "").split(",")
        for part, _, rest in [piece.partition(";")]
    )
    return Language(preferred(primary, list(Language)) or Language.KO)


def language_of(scope: Scope) -> Language:
    """The language of a request, whatever else is wrong with it, `lang` too."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0]
    if asked in set(Language):
        return Language(asked)
    return _accepted(Headers(scope=scope).get("accept-language"))


AskedLanguage = Annotated[Language, Depends(_asked)]


def label(value: Milestone | BudgetKind, language: Language) -> str:
    """What a milestone or a kind of sum is called.

    >>> label(Milestone.UNDER_WAY, Language.KO), label(Milestone.UNDER_WAY, Language.EN)
    ('추진 중', 'under way')
    """
    if language is Language.EN:
        return value.value.replace("_", " ")
    if isinstance(value, Milestone):
        return korean_words.MILESTONES[value]
    return korean_words.KINDS[value]
