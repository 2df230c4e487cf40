"""From an article to its extraction: the one public way in to this room."""

from __future__ import annotations

import gc
from functools import cached_property
from pathlib import Path

from extractors.coreference import gather
from extractors.gazetteer import FOLDER, Gazetteer
from extractors.korean import Analyzer
from extractors.linking.links import link
from extractors.linking.trust import trusted
from extractors.mentions import find_mentions
from extractors.preparation import prepare
from extractors.relations import find_claims
from extractors.relations.demonstratives import settle
from extractors.version import version_of
from graph.model import Article, Extraction


class Pipeline:
    """The extractors with one folder of name lists.

    Morphology and lists are loaded by the first article, so that a run that has nothing to read
    does not wait for them.
    """

    def __init__(self, gazetteer: Path = FOLDER) -> None:
        self._folder = gazetteer

    @cached_property
    def version(self) -> str:
        """What to tell one set of rules and lists from another by."""
        return version_of(self._folder)

    @cached_property
    def _loaded(self) -> tuple[Analyzer, Gazetteer]:
        analyzer, gazetteer = Analyzer(), Gazetteer.load(self._folder)
        analyzer.load()
        # The lists stay for good: walking them at every collection takes a seventh of all time.
        gc.collect()
        gc.freeze()
        return analyzer, gazetteer

    def load(self) -> None:
        """Load morphology and lists now (seconds, 540 MB), as before a process forks.

        All that lives in the process by then is exempt from garbage collection (`gc.freeze`).
        """
        self._loaded  # noqa: B018  read to be cached

    def extract(self, article: Article) -> Extraction:
        """What an article states. ValueError for an article that came without its text."""
        analyzer, gazetteer = self._loaded
        document = prepare(article, analyzer, gazetteer.outlets)
        mentions = find_mentions(document, gazetteer)
        reading = settle(gather(document, mentions, gazetteer))
        return Extraction(
            article=document.article,
            entities=reading.entities,
            claims=tuple(trusted(link(reading, find_claims(reading)))),
            extractor=self.version,
        )
