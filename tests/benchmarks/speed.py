"""Time of the whole extraction and of its stages beside bare Kiwi, and what two workers make of it.

Articles are timed one by one, each by its best run, with every stage in every run: on a machine
that others use as well, times differ by a half and these ratios by a twentieth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from math import inf
from time import perf_counter
from typing import TypeVar

from kiwipiepy import Kiwi

from app.workers import Crew, extract_all
from extractors.coreference import gather
from extractors.gazetteer import Gazetteer
from extractors.korean import Analyzer
from extractors.linking.links import link
from extractors.mentions import find_mentions
from extractors.pipeline import Pipeline
from extractors.preparation import prepare
from extractors.readers import read_page
from extractors.relations import find_claims
from extractors.relations.demonstratives import settle
from graph.model import Article
from tests.benchmarks.sets import ArticleSet

_Done = TypeVar("_Done")
RUNS = 3
TIMED = 24
"""How many articles of a set are timed, the first ones."""
REPEATED = 120
"""Articles that each number of workers reads, the set as often as that takes."""


def table(articles: ArticleSet) -> str:
    """Each stage ÷ bare Kiwi, and articles and characters a second with one and two workers.

    Bare Kiwi tokenizes each article's whole text at once, clutter included, in this process.
    """
    read = [read_page(page) for page in articles.pages[:TIMED]]
    pipeline, analyzer, gazetteer, kiwi = Pipeline(), Analyzer(), Gazetteer.load(), Kiwi()
    times: Counter[str] = Counter()
    for article in read:
        best: dict[str, float] = {}

        def timed(stage: str, work: Callable[[], _Done], best: dict[str, float] = best) -> _Done:
            start = perf_counter()
            done = work()
            best[stage] = min(best.get(stage, inf), perf_counter() - start)
            return done

        for _ in range(RUNS):
            timed("bare Kiwi", partial(kiwi.tokenize, article.text))
            document = timed("prepare", partial(prepare, article, analyzer, gazetteer.outlets))
            kept = [document.surface(sentence) for sentence in document.sentences]
            timed("kept alone", partial(_tokenize, kiwi, kept))
            mentions = timed("mentions", partial(find_mentions, document, gazetteer))
            gathered = timed("entities", partial(gather, document, mentions, gazetteer))
            reading = settle(gathered)
            claims = timed("relations", partial(find_claims, reading))
            timed("links", partial(link, reading, claims))
            timed("whole", partial(pipeline.extract, article))
        times.update(best)
    bare = times["bare Kiwi"]
    rows = [f"{stage:12}{time:8.3f} s   {time / bare:.2f}" for stage, time in times.items()]
    return "\n".join([*rows, *_rates(read, pipeline)]) + "\n"


def _tokenize(kiwi: Kiwi, texts: list[str]) -> None:
    """What Kiwi needs for the sentences alone that the extractors keep."""
    for text in texts:
        kiwi.tokenize(text)


def _rates(read: list[Article], pipeline: Pipeline) -> Iterator[str]:
    """One line for each number of workers: the speed of a long batch, forking included."""
    batch = [(article.id, article) for article in read] * max(1, REPEATED // len(read))
    characters = sum(len(article.text or "") for _, article in batch)
    for workers in (1, 2):
        start = perf_counter()
        for _ in extract_all(pipeline.extract, batch, Crew(workers, pipeline.load)):
            pass
        took = perf_counter() - start
        yield (
            f"{workers} worker{'s' if workers > 1 else ''}: "
            f"{len(batch) / took:.0f} articles/s, {characters / took:,.0f} characters/s"
        )
