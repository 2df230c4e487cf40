"""What names and quotes are found by, kept up with the graph."""

from __future__ import annotations

from graph.live import Difference
from graph.search import TextIndex
from graph.suggest import Suggestions
from graph.view import View


class Finding:
    """The text index, which changes with each article, and the suggestions of a view.

    Suggestions are ordered over all names, so they are made anew for each view.
    """

    def __init__(self, view: View) -> None:
        self.index = TextIndex.of(view)

    def follow(self, view: View, difference: Difference) -> None:
        """Bring the index up to a view that differs so from the one before."""
        self.index.follow(view, difference.entities, difference.articles)

    @staticmethod
    def suggestions(view: View) -> Suggestions:
        """The suggestions of a view."""
        return view.once(Suggestions, Suggestions.of)

    def close(self) -> None:
        """Let go of the index."""
        self.index.close()
