"""SPARQL, carried out by processes that can be killed: see `pool` for the way in."""
