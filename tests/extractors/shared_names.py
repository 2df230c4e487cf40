"""Made-up sentences read to the end, for the tests of names."""

from functools import cache

from extractors.coreference import gather
from extractors.document import Document
from extractors.gazetteer import Gazetteer
from extractors.korean import Analyzer
from extractors.mentions import find_mentions
from extractors.preparation import prepare
from extractors.reading import Reading
from graph.model import Article, EntityType


@cache
def analyzer() -> Analyzer:
    """One Kiwi for all tests of names."""
    return Analyzer()


def document_of(text: str) -> Document:
    return prepare(Article(id="made-up", text=text), analyzer())


def read(text: str) -> Reading:
    document = document_of(text)
    gazetteer = Gazetteer.load()
    return gather(document, find_mentions(document, gazetteer), gazetteer)


def names(text: str, kind: EntityType) -> set[str]:
    """All names, aliases too, that a text has of one type."""
    return {name for e in read(text).entities if e.type is kind for name in e.names}
