"""What the snapshots of a graph show, shared among them as far as nothing changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from graph.canonical import CanonicalEntity
from graph.layered import Layered
from graph.model import Article, Extraction
from graph.statements import Statement
from graph.view import Kept, Project, View


def by_day(_: str, article: Article) -> tuple[str, str]:
    """The order of articles: by day, one without a day first; then by id."""
    return str(article.published or ""), article.id


def _by_day_of_article(_: str, extraction: Extraction) -> tuple[str, str]:
    return by_day("", extraction.article)


@dataclass(frozen=True, slots=True)
class Shown:
    """The parts of a view and of a snapshot, by path or by article."""

    entities: Layered[CanonicalEntity] = field(default_factory=partial(Layered, {}))
    articles: Layered[Article] = field(default_factory=partial(Layered, {}, by_day))
    tellings: Layered[tuple[Statement, ...]] = field(default_factory=partial(Layered, {}))
    paths: Layered[Mapping[str, str]] = field(default_factory=partial(Layered, {}))
    voices: Layered[str] = field(default_factory=partial(Layered, {}))
    about: Layered[tuple[Statement, ...]] = field(default_factory=partial(Layered, {}))
    projects: Layered[Project] = field(default_factory=partial(Layered, {}))
    extractions: Layered[Extraction] = field(
        default_factory=partial(Layered, {}, _by_day_of_article)
    )
    versions: Layered[str] = field(default_factory=partial(Layered, {}))

    def view(self, revision: int) -> View:
        """The view of a revision."""
        return View(
            revision=revision,
            entities=self.entities,
            articles=self.articles,
            tellings=self.tellings,
            paths=self.paths,
            voices=self.voices,
            kept=Kept(self.about, self.projects),
        )
