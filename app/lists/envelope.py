"""The one envelope of every list: how the question was understood, the rows, the groups."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from app.routers.bodies import EntityCard

Row = TypeVar("Row", bound=BaseModel)


class AskedSum(BaseModel):
    """A sum as it was understood."""

    krw: int = Field(examples=[10_000_000_000])
    text: str = Field(examples=["100억원"])


Understood = EntityCard | list[EntityCard] | AskedSum | str


class Meta(BaseModel):
    """How many there are in all, how to go on, and how the question was understood.

    `page` is null where a cursor was followed, `next_cursor` where nothing is left.
    """

    count: int = Field(examples=[37])
    page: int | None = Field(examples=[1])
    per_page: int = Field(examples=[50])
    next_cursor: str | None = Field(examples=["WyItYnVkZ2V0Iiw0OTAwMDAwMDAwMCwicHJvamVjdC_qsIAiXQ"])
    dataset_version: str = Field(examples=["3f1c9a0b7d2e4c58"])
    as_of: str = Field(examples=["2025-12-31"])
    interpreted: dict[str, Understood] = Field(
        examples=[
            {
                "city": {
                    "id": "region/48120",
                    "type": "region",
                    "name": "창원시",
                    "iri": "https://w3id.org/sanmaek/id/region/48120",
                }
            }
        ]
    )


class Group(BaseModel):
    """Rows that are alike in what `group_by` asks for; a null key is: not known."""

    key: dict[str, str | None] = Field(examples=[{"region": "region/48120"}])
    label: dict[str, str] = Field(examples=[{"region": "창원시"}])
    count: int = Field(examples=[12])


class ListBody(BaseModel, Generic[Row]):
    """A page of rows, or with `group_by` the groups of all of them and no rows."""

    meta: Meta
    results: list[Row]
    groups: list[Group]


def _nothing_required(schema: dict[str, Any]) -> None:
    schema.pop("required", None)


class ListRow(BaseModel):
    """A row of a list; with `select` it has the fields asked for alone."""

    model_config = ConfigDict(json_schema_extra=_nothing_required)
