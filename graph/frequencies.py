"""How often properties are used in a graph: what a query starts with where it may choose.

Only which of two is rarer matters, so a part of a large graph will do to begin with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import isqrt

from pyoxigraph import NamedNode, Quad

from graph.vocabulary import RDF_TYPE


class Frequencies:
    """Triples by property, and by class those that say what something is."""

    def __init__(self) -> None:
        self._properties: Counter[NamedNode] = Counter()
        self._classes: Counter[NamedNode] = Counter()

    def count(self, quads: Iterable[Quad], by: int = 1) -> None:
        """Count quads that came, or with -1 quads that went."""
        for quad in quads:
            self._properties[quad.predicate] += by
            if quad.predicate == RDF_TYPE and isinstance(quad.object, NamedNode):
                self._classes[quad.object] += by

    def of_property(self, name: NamedNode) -> int:
        """How many triples have a property."""
        return self._properties[name]

    def of_class(self, name: NamedNode) -> int:
        """How many things are of a class."""
        return self._classes[name]

    def of_value(self, name: NamedNode) -> int:
        """About how many triples have a property with one value: as many as it has values."""
        return isqrt(max(0, self._properties[name]))
