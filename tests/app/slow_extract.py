"""An extractor for tests of jobs: by words of the text it reads, fails, dies or never ends."""

from __future__ import annotations

import os
import signal
import threading

from app.workers import Extract
from graph.model import Article, Entity, EntityType, Extraction, Span

BEGINNING = "창원시는 소재 산업을 키우는 사업을 새로 시작한다고 밝혔다. "
"""Enough Hangul to be read as an article."""


def load() -> Extract:
    """The extractor, as a process of its own loads it."""
    return extract


def extract(article: Article) -> Extraction:
    """One region; whatever else the text asks for."""
    text = article.text or ""
    if "고장" in text:
        raise RuntimeError("고장")
    if "죽음" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "끝없음" in text:
        threading.Event().wait()
    region = Entity("r", EntityType.REGION, "창원시", (), (Span.of(text, 0, 3),), "region:48120")
    return Extraction(article, (region,), (), "test")
