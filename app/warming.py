"""Snapshots made ready before anybody is answered from them, so that no request waits for an index.

What was asked of the snapshot before is made of the next; of the first, what most people ask.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from app.language import Language
from app.lists import Listing, Viewed
from app.lists.articles import ARTICLES
from app.lists.budgets import BUDGETS
from app.lists.claims import CLAIMS
from app.lists.projects import PROJECTS
from app.lists.things import (
    COMPANIES,
    EVENTS,
    INDUSTRIES,
    INSTITUTES,
    ORGANIZATIONS,
    PEOPLE,
    REGIONS,
    things,
)
from app.today import today
from graph.knowledge import Snapshot
from graph.project_index import ProjectIndex
from graph.suggest import Suggestions
from graph.view import View

_LISTS: dict[str, Listing[Any]] = {
    one.name: one
    for one in (
        *(PROJECTS, BUDGETS, CLAIMS, ARTICLES, REGIONS, PEOPLE),
        *(ORGANIZATIONS, COMPANIES, INSTITUTES, INDUSTRIES, EVENTS),
    )
}
_FIRST: tuple[Hashable, ...] = (
    Suggestions,
    *(("order", one.name, one.default) for one in _LISTS.values()),
    ("order", "projects", "-budget"),
    ("groups", "projects", "region", Language.KO),
)


def warm(snapshot: Snapshot, before: View | None = None) -> None:
    """Make what answers from a snapshot need; `before` is the view that is answered from so far."""
    view = snapshot.view
    view.once(ProjectIndex, ProjectIndex).complete()
    _ = view.names, view.joined, things(view).of_type
    for name in _FIRST if before is None else before.made:
        match name:
            case ("order", str(listing), str(sort)):
                _LISTS[listing].in_order(view, sort)
            case ("groups", str(listing), str(grouping), Language() as language):
                _LISTS[listing].keys(Viewed(snapshot, view, today(), language), grouping)
            case _ if name is Suggestions:
                view.once(Suggestions, Suggestions.of)
            case _:
                pass
