"""The parameters that every list takes."""

# No `from __future__ import annotations`: FastAPI reads the annotations of a function that is made
# anew for each list, and could not look up what they name.

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from fastapi import Query, Request

from app.lists.listing import Listing
from app.lists.orders import write_cursor
from app.problem_texts import Case
from app.problems import Problem

DEFAULT_PAGE, LONGEST_PAGE, LONGEST_TABLE = 50, 200, 10_000


class Form(StrEnum):
    """How an answer is written."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class Asking:
    """How a list is asked for: order, stretch, fields, groups and form.

    `select` are fields of the row's class. `per_page` None is the usual page,
    and of a table everything.
    """

    sort: str
    page: int
    cursor: str | None
    per_page: int | None
    select: tuple[str, ...]
    group_by: tuple[str, ...]
    form: Form
    bom: bool
    url: str

    @property
    def size(self) -> int:
        """How many rows at most."""
        if self.per_page is not None:
            return self.per_page
        return DEFAULT_PAGE if self.form is Form.JSON else LONGEST_TABLE


def asking(listing: Listing[Any]) -> Callable[..., Awaitable[Asking]]:
    """The dependency that reads how a list is asked for."""
    sorts, fields, groupings = listing.sorts, listing.fields, list(listing.groupings)
    shown = list(fields)

    async def ask(  # noqa: PLR0917  FastAPI passes query parameters by name
        request: Request,
        sort: Annotated[
            str,
            Query(
                description="정렬 기준. `-`는 내림차순이며 값이 없는 것은 항상 뒤에 온다",
                examples=[listing.default],
                json_schema_extra={"enum": list(sorts)},
            ),
        ] = listing.default,
        page: Annotated[int, Query(ge=1, le=10_000, description="쪽", examples=[1])] = 1,
        cursor: Annotated[
            str | None,
            Query(
                max_length=2000,
                description="앞 답의 `next_cursor`; `page`보다 우선한다. 그 사이 새 자료가 "
                "들어와도 빠지거나 겹치지 않는다",
                examples=[write_cursor(listing.default, (None, "가"))],
            ),
        ] = None,
        per_page: Annotated[
            int | None,
            Query(
                ge=1,
                le=LONGEST_PAGE,
                description=f"한 쪽의 행 수. 없으면 {DEFAULT_PAGE}, 표(csv, xlsx, jsonl)는 전부 "
                f"({LONGEST_TABLE:,}행까지)",
                examples=[50],
            ),
        ] = None,
        select: Annotated[
            str | None,
            Query(
                description="보일 필드를 쉼표로",
                examples=[",".join(shown[:2])],
                json_schema_extra=several(shown),
            ),
        ] = None,
        group_by: Annotated[
            str | None,
            Query(
                description="행 대신 묶음별 개수. 쉼표로 여럿",
                examples=groupings[:1],
                json_schema_extra=several(groupings),
            ),
        ] = None,
        form: Annotated[
            Form, Query(alias="format", description="답의 형식", examples=["json"])
        ] = Form.JSON,
        *,
        bom: Annotated[
            bool,
            Query(description="CSV 맨 앞의 BOM. 없으면 한국어 엑셀에서 한글이 깨진다"),
        ] = True,
    ) -> Asking:
        return Asking(
            sort=one_of("sort", sort, sorts),
            page=page,
            cursor=cursor or None,
            per_page=per_page,
            select=tuple(fields[name] for name in several_of("select", select, shown)),
            group_by=several_of("group_by", group_by, groupings),
            form=form,
            bom=bom,
            url=str(request.url),
        )

    return ask


def one_of(parameter: str, value: str, allowed: list[str]) -> str:
    """A value that is among those allowed; raises Problem 422 that names them."""
    if value not in allowed:
        names = ", ".join(allowed)
        raise wrong(
            parameter, f"{value!r} is none of {names}", "none_of", value=value, allowed=names
        )
    return value


def several_of(parameter: str, values: str | None, allowed: list[str]) -> tuple[str, ...]:
    """Values behind each other with commas, each once; raises Problem 422 for another."""
    if values is None:
        return ()
    return tuple(
        dict.fromkeys(one_of(parameter, one.strip(), allowed) for one in values.split(","))
    )


def wrong(parameter: str, why: str, case: str = "", **told: str) -> Problem:
    """422: a parameter is wrong, and why; `case` and what it tells say so in Korean."""
    message = f"{parameter}: {why}."
    return Problem(
        422,
        "invalid-parameter",
        "A parameter is wrong",
        message,
        case=Case(f"invalid-parameter/{case}", {"parameter": parameter, **told}),
        errors=[{"parameter": parameter, "message": why}],
    )


def several(names: list[str]) -> dict[str, Any]:
    """The JSON schema of some names behind each other with commas."""
    one = f"({'|'.join(names)})"
    return {"pattern": f"^{one}(,{one})*$"}
