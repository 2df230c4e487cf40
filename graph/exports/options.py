"""What of the graph is to be exported, and in which shape."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from graph.knowledge import Snapshot
from graph.network import NetworkView, Parallel
from graph.selection import ALL_PROJECTS, Selection, around
from graph.view import View


@dataclass(frozen=True, slots=True)
class Options:
    """Which projects and what is around them, as which network, and what of parallel relations.

    Tables and RDF have no use for the latter two. `parallel` None leaves it to the format: merged
    where Gephi would lose relations, kept where it would not.
    """

    selection: Selection = ALL_PROJECTS
    view: NetworkView = NetworkView.FULL
    parallel: Parallel | None = None


EVERYTHING = Options()


@dataclass(frozen=True)
class Scope:
    """A snapshot and what is wanted of it."""

    snapshot: Snapshot
    options: Options = EVERYTHING

    @cached_property
    def view(self) -> View:
        """The part of the view that is exported."""
        return around(self.snapshot.view, self.options.selection)

    @property
    def is_whole(self) -> bool:
        """Whether all of the graph is wanted."""
        return self.view is self.snapshot.view
