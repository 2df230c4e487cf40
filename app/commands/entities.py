"""`sanmaek entities`: the things of the graph, and which article entities each stands for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from app.commands.terminal import Data, read_graph
from graph.canonical import CanonicalEntity
from graph.view import View


def entities(
    data: Data = None,
    *,
    members: Annotated[
        bool, typer.Option("--members", help="With the article entities of each.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="File to write; else stdout.")
    ] = None,
) -> None:
    """List the things that articles tell of, as JSON."""
    view = read_graph(data).view
    told = [entity for entity in view.entities.values() if entity.members]
    document = json.dumps(
        [_listed(entity, view, members=members) for entity in told], ensure_ascii=False, indent=1
    )
    if output is None:
        typer.echo(document)
    else:
        output.write_text(document + "\n", encoding="utf-8")


def _listed(entity: CanonicalEntity, view: View, *, members: bool) -> dict[str, Any]:
    listed: dict[str, Any] = {"id": entity.path, "label": entity.name, "type": entity.type.value}
    if members:
        listed["members"] = [[_stem(view, article), key] for article, key in entity.members]
    return listed


def _stem(view: View, article: str) -> str:
    """An article's file without its ending, else its id."""
    file = view.articles[article].file
    return Path(file).stem if file else article
