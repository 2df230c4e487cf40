"""A store by its address: in memory, in a folder, or on a server."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from graph.iris import BASE
from graph.oxigraph import OxigraphStore
from graph.remote import RemoteServer, RemoteStore
from graph.store import Store
from graph.transport import Credentials

DEFAULT_GRAPH = f"{BASE}graph/default"
"""The graph that stands in for the default one, on servers whose own is the union of all."""


def open_store(
    address: str | Path | None = None,
    credentials: Credentials | None = None,
    *,
    timeout: float = 60.0,
    base: str = BASE,
) -> Store:
    """The store at an address.

    None is memory and a path a folder on disk. `http(s)://host[:port]` is an Oxigraph server;
    `virtuoso+http(s)://host[:port]` a Virtuoso, of which only graphs below `base` are looked at.
    For a server that spreads its addresses otherwise, make a `RemoteStore` of a `RemoteServer`.
    Raises ValueError for an address of another kind and StoreBusyError for a folder in use.
    """
    if address is None:
        return OxigraphStore()
    if isinstance(address, Path) or "://" not in address:
        return OxigraphStore(Path(address))
    found = re.fullmatch(r"(?:([a-z]+)\+)?(https?://[^\s?#@]+?)/*", address)
    layout = _LAYOUTS.get(found[1] or "oxigraph") if found else None
    if found is None or layout is None:
        known = ", ".join(f"{name}+http://host" for name in _LAYOUTS)
        raise ValueError(
            f"not the address of a store: {address!r}; a folder, http://host, or one of {known}, "
            "with user and password in their own settings"
        )
    return RemoteStore(layout(found[2], base), credentials, timeout=timeout)


def _oxigraph(url: str, _base: str) -> RemoteServer:
    return RemoteServer(f"{url}/query", f"{url}/update", f"{url}/store", takes_quads=True)


def _virtuoso(url: str, base: str) -> RemoteServer:
    """Writes go to the addresses that ask for a password; 7.2's compiler holds 4,900 triples."""
    return RemoteServer(
        f"{url}/sparql",
        f"{url}/sparql-auth",
        f"{url}/sparql-graph-crud-auth",
        default_graph=DEFAULT_GRAPH,
        below=base,
        max_update=4_000,
    )


_LAYOUTS: dict[str, Callable[[str, str], RemoteServer]] = {
    "oxigraph": _oxigraph,
    "virtuoso": _virtuoso,
}
