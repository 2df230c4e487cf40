"""The command `sanmaek`."""

from __future__ import annotations

import typer

from app.commands import entities, export, history, reading, review, serve, upkeep, validate
from app.commands.terminal import fail
from graph.archive import ArchiveError, UnknownArticleError
from graph.ledger import LedgerError
from graph.store import RemoteStoreError, StoreBusyError

cli = typer.Typer(
    name="sanmaek",
    help="산맥: Korean news on regional industrial policy, read into a sourced knowledge graph.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (
    reading.extract,
    reading.ingest_pages,
    serve.serve,
    history.history,
    entities.entities,
    review.review,
    review.decide,
    export.export,
    export.dump,
    validate.validate,
    upkeep.retract,
    upkeep.rebuild,
    upkeep.info,
):
    cli.command(command.__name__.partition("_")[0])(command)


def main() -> None:
    """Run the command; known errors end it with one line, not a traceback."""
    try:
        cli()
    except (
        ArchiveError,
        LedgerError,
        RemoteStoreError,
        StoreBusyError,
        UnknownArticleError,
    ) as error:
        fail(str(error))
