"""Pages of a list that one request asks for."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import BaseModel

Page = Annotated[int, Query(ge=1, le=10_000, description="which page", examples=[1])]
PerPage = Annotated[int, Query(ge=1, le=200, description="how many on a page", examples=[50])]


class PageMeta(BaseModel):
    """How many there are in all, which page this is, and of which data."""

    count: int
    page: int
    per_page: int
    dataset_version: str
