"""An article made into a Document: clutter left out, metadata filled in, sentences split."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from extractors.clutter import article_lines
from extractors.document import Document
from extractors.korean import Analyzer
from extractors.metadata import read_metadata
from extractors.wrapped import flowing, unwrapped
from graph.model import Article

_MARKS = str.maketrans("`´＇＂", "'''\"")
"""Quotation marks that some papers have, as the marks that all rules know."""


def prepare(article: Article, analyzer: Analyzer, outlets: Iterable[str] = ()) -> Document:
    """The document of an article; what the article already knows of itself is kept.

    `outlets` are names of newspapers that help to read the outlet; none are needed.
    """
    if article.text is None:
        raise ValueError(f"{article.id}: an article without its text cannot be read")
    lines = unwrapped(article.text, article_lines(article.text))
    text = flowing(article.text, lines).translate(_MARKS)
    metadata = read_metadata(article.text, lines, outlets)
    filled = replace(
        article,
        title=article.title or metadata.title,
        published=article.published or metadata.published,
        outlet=article.outlet or metadata.outlet,
        reporter=article.reporter or metadata.reporter,
    )
    return Document(filled, text, analyzer.sentences(text, lines))
