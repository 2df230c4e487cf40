"""The templates of pages. What is put into them is escaped."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

_FOLDER = Path(__file__).resolve().parent.parent / "templates"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'"


def address(iri: str, base: str) -> str:
    """Where this server answers for an IRI below a base.

    >>> address("https://w3id.org/sanmaek/id/region/48120", "https://w3id.org/sanmaek/")
    '/id/region/48120'
    """
    return "/" + quote(iri.removeprefix(base), safe="/%~")


_TEMPLATES = Environment(
    loader=FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(template: str, **values: object) -> HTMLResponse:
    """A template filled in; the browser is told to load nothing for it."""
    text = _TEMPLATES.get_template(template).render(values)
    return HTMLResponse(text, headers={"Content-Security-Policy": _POLICY})
