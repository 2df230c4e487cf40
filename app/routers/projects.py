"""Projects: which there are in a place, for how much, and who says so."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Response

from app.lists import Asking, ListBody, Shown, answer, asking
from app.lists.criteria import ProjectCriteria, understood
from app.lists.documentation import list_responses
from app.lists.projects import PROJECTS, ProjectRow
from graph.selection import ALL_PROJECTS, selected

router = APIRouter(prefix="/v1", tags=["projects"])


class ProjectsBody(ListBody[ProjectRow]):
    """A page of projects."""


@router.get(
    "/projects",
    operation_id="list_projects",
    response_model=ProjectsBody,
    responses=list_responses(),
)
def projects(
    viewed: Shown,
    criteria: ProjectCriteria,
    asked: Annotated[Asking, Depends(asking(PROJECTS))],
) -> Response:
    """Projects that fulfil all criteria, each with its sum in exact won, the article and the quote.

    A project is in a region where an article locates it there; where none does, it counts for the
    region that leads it or won it. `from` and `to` bound the days on which it runs.
    """
    selection, interpreted = understood(criteria, viewed)
    chosen = None if selection == ALL_PROJECTS else selected(viewed.view, selection)
    return answer(PROJECTS, asked, viewed, chosen, interpreted)
