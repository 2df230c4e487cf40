"""What the data set is: its version, how much it holds, who read it, and under which terms."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.lists import Shown
from graph.kinds import EntityType

router = APIRouter(prefix="/v1", tags=["meta"])

LICENCE = "Apache-2.0"
RIGHTS = (
    "인용문의 저작권은 각 언론사에 있으며, 저작권법 제28조에 따라 출처와 함께 짧게 인용한다. "
    "기사 본문은 제공하지 않는다."
)


class MetaBody(BaseModel):
    """The data set's version and what it holds.

    `entities` by type, `claims` by type and `extractors` by version (of articles) are counts.
    `published` are the days of the first and the last article.
    """

    dataset_version: str = Field(examples=["3f1c9a0b7d2e4c58"])
    as_of: str = Field(examples=["2025-12-31"])
    articles: int = Field(examples=[8])
    entities: dict[EntityType, int] = Field(examples=[{"project": 41, "region": 17}])
    claims: dict[str, int] = Field(examples=[{"budget": 52, "status": 61}])
    extractors: dict[str, int] = Field(examples=[{"rules-1": 8}])
    published: list[str] = Field(examples=[["2019-10-23", "2025-03-11"]])
    quotes: str = Field(examples=["own"], description="누구에게 인용을 보이는 서버인지")
    licence: str = Field(examples=[LICENCE], description="소프트웨어와 추출한 자료의 이용 조건")
    rights: str = Field(examples=[RIGHTS])


@router.get("/meta", operation_id="get_meta")
def meta(viewed: Shown) -> MetaBody:
    """자료의 판, 수량, 추출기의 판, 이용 조건."""
    view, snapshot = viewed.view, viewed.snapshot
    days = sorted(str(one.published) for one in view.articles.values() if one.published)
    return MetaBody(
        dataset_version=snapshot.version,
        as_of=str(viewed.day),
        articles=len(view.articles),
        entities=Counter(entity.type for entity in view.entities.values()),
        claims=Counter(statement.claim.TYPE for statement in view.statements),
        extractors=Counter(snapshot.extractions[one].extractor for one in view.articles),
        published=[days[0], days[-1]] if days else [],
        quotes=snapshot.audience,
        licence=LICENCE,
        rights=RIGHTS,
    )
