"""What articles tell, as statements, kept up while articles come and go.

Invariant: it is what `View.of` makes of the same articles with the same paths. What one article
costs grows with its statements, and with those that already tell of the same entities.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.knowledge import article_version, document_version, version_number
from graph.model import Article, Extraction
from graph.ordered import Ordered
from graph.quotes import Audience, shown_words
from graph.shown import by_day
from graph.statements import Statement, statements_of


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article is told as: its entities' paths, and the versions of both."""

    extraction: Extraction
    paths: Mapping[str, str]
    document: str
    version: str


class Tellings:
    """The statements of the articles that were told, by article and by entity.

    `told` and `articles` are by article too, `version_total` is the sum of the versions' numbers.
    `about` is right once `order` was told which entities were touched.
    """

    def __init__(self, derived_by: str, audience: Audience) -> None:
        self._derived_by = derived_by
        self._audience = audience
        self._days: list[tuple[str, str]] = []
        self._sorted: dict[str, Ordered[Statement]] = defaultdict(lambda: Ordered(_order))
        self.told: dict[str, Telling] = {}
        self.articles: dict[str, Article] = {}
        self.version_total = 0
        self.statements: dict[str, tuple[Statement, ...]] = {}
        self.about: dict[str, tuple[Statement, ...]] = {}

    def __len__(self) -> int:
        return len(self.told)

    @property
    def newest(self) -> Article:
        """The article of the latest day; IndexError where none is told."""
        return self.articles[self._days[-1][1]]

    def tell(self, extraction: Extraction, paths: Mapping[str, str]) -> set[str]:
        """Take in what an article tells; the entities of it."""
        telling = self._telling(extraction, paths, document_version(extraction))
        self._note(telling)
        article = extraction.article.without_text()
        self.articles[article.id] = article
        insort(self._days, by_day("", article))
        statements = self.statements[article.id] = tuple(self._said(telling))
        return self._file(statements, Ordered.add)

    def untell(self, article_id: str) -> set[str]:
        """Take back what an article told; the entities of it."""
        self._forget(self.told[article_id])
        article = self.articles.pop(article_id)
        del self._days[bisect_left(self._days, by_day("", article))]
        return self._file(self.statements.pop(article_id), Ordered.remove)

    def rename(self, article: str, paths: Mapping[str, str]) -> set[str]:
        """Let an article's entities go by other paths; the entities of what is told otherwise."""
        before = self.told[article]
        after = self._telling(before.extraction, paths, before.document)
        self._forget(before)
        self._note(after)
        pairs = [*zip(self.statements[article], self._said(after), strict=True)]
        self.statements[article] = tuple(
            old if old.paths == new.paths else new for old, new in pairs
        )
        other = [(old, new) for old, new in pairs if old.paths != new.paths]
        gone, new = ([pair[at] for pair in other] for at in (0, 1))
        return self._file(gone, Ordered.remove) | self._file(new, Ordered.add)

    def order(self, touched: Iterable[str]) -> None:
        """Put what is told about entities in order."""
        for path in touched:
            told = self._sorted[path].items() if path in self._sorted else None
            if told:
                self.about[path] = tuple(told)
            else:
                self._sorted.pop(path, None)
                self.about.pop(path, None)

    def _telling(self, extraction: Extraction, paths: Mapping[str, str], document: str) -> Telling:
        version = article_version(document, paths, self._derived_by)
        return Telling(extraction, paths, document, version)

    def _note(self, telling: Telling) -> None:
        article = telling.extraction.article.id
        self.told[article] = telling
        self.version_total += version_number(telling.version)

    def _forget(self, telling: Telling) -> None:
        article = telling.extraction.article.id
        del self.told[article]
        self.version_total -= version_number(telling.version)

    def _said(self, telling: Telling) -> Iterator[Statement]:
        shown = shown_words(telling.extraction, self._audience)
        return statements_of(telling.extraction, telling.paths, shown)

    def _file(
        self,
        statements: Iterable[Statement],
        act: Callable[[Ordered[Statement], Statement], None],
    ) -> set[str]:
        """Add statements to what is told of their entities, or remove them; these entities."""
        touched: set[str] = set()
        for statement in statements:
            touched |= statement.entities
            for path in statement.entities:
                act(self._sorted[path], statement)
        return touched


def _order(statement: Statement) -> tuple[str, str, int]:
    return statement.order
