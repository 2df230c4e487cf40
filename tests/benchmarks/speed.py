"""Time of the whole extraction and of its stages, beside bare Kiwi on the same text."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

from kiwipiepy import Kiwi

from extractors.coreference import gather
from extractors.gazetteer import Gazetteer
from extractors.korean import Analyzer
from extractors.mentions import find_mentions
from extractors.pipeline import Pipeline
from extractors.preparation import prepare
from extractors.readers import read_page
from extractors.relations import find_claims
from tests.benchmarks.sets import ArticleSet

RUNS = 5


def table(articles: ArticleSet) -> str:
    """Medians of five runs: articles and characters a second, and each stage ÷ bare Kiwi.

    Bare Kiwi tokenizes the sentences that the extractors keep, in this process and this run.
    """
    read = [read_page(page) for page in articles.pages]
    pipeline, analyzer, gazetteer, kiwi = Pipeline(), Analyzer(), Gazetteer.load(), Kiwi()
    documents = [prepare(article, analyzer, gazetteer.outlets) for article in read]
    mentions = [find_mentions(document, gazetteer) for document in documents]
    readings = [
        gather(document, found, gazetteer)
        for document, found in zip(documents, mentions, strict=True)
    ]
    texts = [document.surface(s) for document in documents for s in document.sentences]
    characters = sum(map(len, texts))
    bare = _time(lambda: [kiwi.tokenize(text) for text in texts])
    whole = _time(lambda: [pipeline.extract(article) for article in read])
    stages = {
        "prepare": _time(lambda: [prepare(a, analyzer, gazetteer.outlets) for a in read]),
        "mentions": _time(lambda: [find_mentions(d, gazetteer) for d in documents]),
        "entities": _time(
            lambda: [gather(d, m, gazetteer) for d, m in zip(documents, mentions, strict=True)]
        ),
        "relations": _time(lambda: [find_claims(reading) for reading in readings]),
    }
    rows = [
        f"{'bare Kiwi':12}{bare:8.3f} s   1.00",
        *(f"{name:12}{time:8.3f} s   {time / bare:.2f}" for name, time in stages.items()),
        f"{'whole':12}{whole:8.3f} s   {whole / bare:.2f} × bare Kiwi",
        f"{len(read) / whole:.0f} articles/s, {characters / whole:,.0f} characters/s of their text",
    ]
    return "\n".join(rows) + "\n"


def _time(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)
