"""The settings, read once from `SANMAEK_*` in the environment."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.endpoint.limits import Limits
from graph.quotes import Audience

CHECKOUT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Everything that can be set; frozen. Each field is `SANMAEK_` and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="SANMAEK_", frozen=True)

    data: Path = Field(
        default=Path("data/default"), description="folder of the archive and the graph"
    )
    host: str = Field(default="127.0.0.1", description="address that the server listens on")
    port: int = Field(default=8000, ge=0, le=65535, description="port; 0 takes a free one")
    token: SecretStr | None = Field(
        default=None, description="bearer token for writes over HTTP; none: no writes"
    )
    base_iri: str = Field(
        default="https://w3id.org/sanmaek/", description="what the IRIs of entities begin with"
    )
    gazetteer: Path = Field(
        default=CHECKOUT / "seeds" / "gazetteer", description="folder of the name lists"
    )
    ledger: Path | None = Field(
        default=None, description="file of people's decisions; none: in the data folder"
    )
    store_url: str | None = Field(
        default=None,
        description="server that holds the graph: http://host (Oxigraph), virtuoso+http://host; "
        "none: the data folder",
    )
    store_user: str | None = Field(default=None, description="user at that server")
    store_password: SecretStr | None = Field(default=None, description="password at that server")
    store_token: SecretStr | None = Field(default=None, description="bearer token at that server")
    max_page_mb: int = Field(default=32, ge=1, description="pages larger than this are refused")
    public: bool = Field(
        default=False,
        description="open to others: all quotes of an article together have at most 300 characters "
        "and 10 % of its text",
    )
    workers: int = Field(default=1, ge=1, description="processes that read pages at once")
    read_seconds: float = Field(
        default=120.0, gt=0, description="the longest that reading an article sent over HTTP takes"
    )
    upload_mb: int = Field(
        default=32, ge=1, description="the longest request with articles, in MiB"
    )
    requests_a_minute: int = Field(
        default=0, ge=0, description="the most requests of a client in a minute; 0: no limit"
    )
    url_kb: int = Field(default=32, ge=1, description="the longest address of a request, in KiB")
    refresh_seconds: float = Field(
        default=1.0, gt=0, description="how often the server looks for newly ingested articles"
    )
    query_seconds: float = Field(default=10.0, gt=0, description="the longest that a query runs")
    query_rows: int = Field(default=1_000_000, ge=1, description="the most rows of an answer")
    query_result_mb: int = Field(default=64, ge=1, description="the longest answer, in MiB")
    query_memory_mb: int = Field(
        default=512, ge=16, description="memory a query may take beside the graph, in MiB"
    )
    query_at_once: int = Field(default=8, ge=1, description="queries that run at once")
    query_waiting: int = Field(default=32, ge=0, description="queries that wait for their turn")
    query_wait_seconds: float = Field(
        default=2.0, gt=0, description="how long a query waits for its turn"
    )
    query_characters: int = Field(default=100_000, ge=1, description="the longest query")
    update_mb: int = Field(
        default=16, ge=1, description="the longest update or graph that is sent, in MiB"
    )

    @property
    def query_limits(self) -> Limits:
        """The limits of the SPARQL endpoint."""
        return Limits(
            **{name: getattr(self, f"query_{name}") for name in Limits.__dataclass_fields__}
        )

    @property
    def audience(self) -> Audience:
        """Whom quotes are shown to."""
        return Audience.PUBLIC if self.public else Audience.OWN

    @property
    def archive_path(self) -> Path:
        """The archive's file."""
        return self.data / "archive.sqlite"

    @property
    def own_path(self) -> Path:
        """The file of people's own quads."""
        return self.data / "own.sqlite"

    @property
    def ledger_path(self) -> Path:
        """The file of people's decisions on who is who."""
        return self.ledger or self.data / "ledger.jsonl"

    @property
    def store_path(self) -> Path:
        """The RDF store's folder."""
        return self.data / "graph"

    def described(self) -> list[tuple[str, str, str]]:
        """Every setting as (variable, value, what it is); a token's value is not told."""
        rows = []
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            secret = "SecretStr" in str(field.annotation)
            shown = ("set" if value else "not set") if secret else str(value)
            rows.append((f"SANMAEK_{name.upper()}", shown, field.description or ""))
        return rows
