"""What schemathesis does not know how to send: SPARQL and RDF are text. `test_fuzz.py` loads it."""

from __future__ import annotations

import schemathesis

from app.endpoint.media_types import GRAPHS

schemathesis.serializer.alias(
    ["application/sparql-query", "application/sparql-update", *GRAPHS], "text/plain"
)
