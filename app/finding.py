"""What names and quotes are found by, kept up with the graph."""

from __future__ import annotations

import threading

from graph.live import Difference
from graph.search import TextIndex
from graph.suggest import Suggestions
from graph.view import View


class Finding:
    """The text index of a view, and the suggestions of the view that was asked for last.

    The index changes with each article. Suggestions are ordered over all names, so they are made
    anew, and only when somebody types.
    """

    def __init__(self, view: View) -> None:
        self.index = TextIndex.of(view)
        self._making = threading.Lock()
        self._made: tuple[View, Suggestions] | None = None

    def follow(self, view: View, difference: Difference) -> None:
        """Bring the index up to a view that differs so from the one before."""
        self.index.follow(view, difference.entities, difference.articles)

    def suggestions(self, view: View) -> Suggestions:
        """The suggestions of a view."""
        made = self._made
        if made is None or made[0] is not view:
            with self._making:
                made = self._made
                if made is None or made[0] is not view:
                    made = self._made = view, Suggestions.of(view)
        return made[1]

    def close(self) -> None:
        """Let go of the index."""
        self.index.close()
