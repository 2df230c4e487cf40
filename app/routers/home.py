"""The page for a person who opens the address in a browser."""

from __future__ import annotations

from pathlib import Path
from string import Template

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.routers.current import CurrentSnapshot

router = APIRouter()

_PAGE = Template(
    (Path(__file__).parent.parent / "templates" / "home.html").read_text(encoding="utf-8")
)


@router.get("/", include_in_schema=False)
def home(snapshot: CurrentSnapshot) -> HTMLResponse:
    """What this is, how much it holds, and where to go."""
    view = snapshot.view
    return HTMLResponse(
        _PAGE.substitute(
            articles=f"{len(view.articles):,}",
            entities=f"{len(view.entities):,}",
            claims=f"{len(view.statements):,}",
        )
    )
