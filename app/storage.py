"""The store that the settings name: a folder of data, or a server, with people's own quads."""

from __future__ import annotations

from app.settings import Settings
from graph.opening import open_store
from graph.own import OwnQuads, WithOwn
from graph.transport import Credentials


def open_graph(settings: Settings) -> WithOwn:
    """The graph's store, with people's own quads from the file in the data folder.

    Raises StoreBusyError where another process holds the folder, and ValueError for an address that
    is none.
    """
    credentials = Credentials(
        user=settings.store_user,
        password=settings.store_password.get_secret_value() if settings.store_password else None,
        token=settings.store_token.get_secret_value() if settings.store_token else None,
    )
    base = open_store(
        settings.store_url or settings.store_path, credentials, base=settings.base_iri
    )
    try:
        return WithOwn(base, OwnQuads(settings.own_path))
    except BaseException:
        base.close()
        raise
