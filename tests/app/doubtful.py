"""Two firms of one name in two cities, which no rule can tell apart or join."""

from __future__ import annotations

from pathlib import Path

from app.settings import Settings
from graph.archive import Archive
from graph.model import EntityType, Extraction, Located
from tests.conftest import ROOT
from tests.graph.examples import entity, proof, read, region

HERE, THERE = "company/가온누리-창원시", "company/가온누리-부산광역시"
OTHER = "company/다솜누리텍"


def doubtful_articles() -> list[Extraction]:
    """Three articles: one firm here, one there, and another beside it."""

    def told(article: str, city: str, quote: str, published: str) -> Extraction:
        firm, town = entity("b", EntityType.COMPANY, "가온누리"), region("c", city)
        other = entity("o", EntityType.COMPANY, "다솜누리텍")
        return read(article, [firm, town, other], [Located("b", "c", proof(quote))], published)

    return [
        told("here", "창원시", "창원에 있는 가온누리", "2024-01-02"),
        told("there", "부산광역시", "부산에 있는 가온누리", "2024-03-04"),
        told("again", "창원시", "창원의 가온누리이 늘린다", "2024-05-06"),
    ]


def doubtful_settings(data: Path, **more: object) -> Settings:
    """Settings for that folder, with a gazetteer of the few places that the articles name."""
    folder = data / "gazetteer"
    if not folder.exists():
        folder.mkdir(parents=True)
        rows = (
            (ROOT / "seeds" / "gazetteer" / "regions.tsv").read_text(encoding="utf-8").split("\n")
        )
        kept = [row for row in rows if row.split("\t")[0] in ("code", "KR", "26", "48", "48120")]
        (folder / "regions.tsv").write_text("\n".join(kept) + "\n", encoding="utf-8")
    return Settings(data=data, gazetteer=folder).model_copy(update=more)


def fill_doubtful(data: Path) -> Settings:
    """Put them into an archive."""
    settings = doubtful_settings(data)
    with Archive(settings.archive_path) as archive:
        for extraction in doubtful_articles():
            archive.put(extraction)
    return settings
