"""`sanmaek serve`: REST, SPARQL and exports over HTTP."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.terminal import Data, console, require_data, settings_with


def serve(
    data: Data = None,
    host: Annotated[str | None, typer.Option(help="Address.  [SANMAEK_HOST]")] = None,
    port: Annotated[int | None, typer.Option(help="Port, 0: a free one.  [SANMAEK_PORT]")] = None,
) -> None:
    """Serve REST, SPARQL and exports."""
    from app.serving import serve_forever  # noqa: PLC0415  only this command pays for the web

    settings = settings_with(data, host=host, port=port)
    require_data(settings)
    serve_forever(settings, console)
