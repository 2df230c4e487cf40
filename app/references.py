"""The name lists as the graph's reference data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extractors.gazetteer import Gazetteer
from graph.model import EntityType
from graph.reference import Reference, References
