"""Every article, entity and claim as a line of JSON, each of them once, joined by ids."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from graph.canonical import CanonicalEntity
from graph.exports.chunks import in_blocks
from graph.interchange import values_to_json
from graph.iris import Iris
from graph.model import Article
from graph.quotes import shown_quote
from graph.statements import Statement
from graph.view import View


def write_lines(view: View, iris: Iris) -> Iterator[bytes]:
    """JSON Lines; `record` says whether a line is an article, an entity or a claim."""
    return in_blocks(_line(record) for record in _records(view, iris))


def _records(view: View, iris: Iris) -> Iterator[dict[str, object]]:
    for article in view.articles.values():
        yield {"record": "article", **_article(article)}
    for entity in view.entities.values():
        yield {"record": "entity", **_entity(entity, iris)}
    for statement in view.statements:
        yield {"record": "claim", **_claim(statement)}


def _article(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "outlet": article.outlet,
        "reporter": article.reporter,
        "published": str(article.published) if article.published else None,
    }


def _entity(entity: CanonicalEntity, iris: Iris) -> dict[str, object]:
    return {
        "id": entity.path,
        "type": entity.type.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "name_en": entity.name_en,
        "iri": iris.entity(entity.path).value,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "lies_in": list(entity.parents),
        "articles": sorted({article for article, _ in entity.members}),
    }


def _claim(statement: Statement) -> dict[str, object]:
    """A claim whose slots hold entity ids; a slot for several holds a list."""
    evidence = statement.claim.evidence
    slots: Mapping[str, object] = {
        slot: list(paths) if slot == "parties" else paths[0]
        for slot, paths in statement.paths.items()
    }
    return {
        "id": statement.id,
        "type": statement.claim.TYPE,
        **values_to_json(statement.claim),
        **slots,
        "quote": shown_quote(statement),
        "start": evidence.span.start if evidence.span else None,
        "end": evidence.span.end if evidence.span else None,
        "confidence": evidence.confidence,
        "rule": evidence.extractor,
        "article": statement.article.id,
    }


def _line(record: dict[str, object]) -> str:
    known = {name: value for name, value in record.items() if value is not None}
    return json.dumps(known, ensure_ascii=False, separators=(",", ":")) + "\n"
