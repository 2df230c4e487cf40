"""The main job on the sample pages: page text in, a sourced and valid graph out."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph

from extractors.pipeline import Pipeline
from extractors.readers import read_page
from graph.iris import Iris
from graph.knowledge import Snapshot, snapshot_of
from graph.model import CLAIM_TYPES, EntityType, Extraction
from graph.reference import read_references
from graph.vocabulary import ONTOLOGY_FILE, SHAPES_FILE

ROOT = Path(__file__).resolve().parents[1]
INVENTED_FOR_CLUTTER = ("가람군", "두리시")


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    pipeline = Pipeline()
    return [
        pipeline.extract(read_page(page))
        for page in sorted((ROOT / "seeds" / "articles").glob("*.txt"))
    ]


@pytest.fixture(scope="module")
def snapshot(extractions: list[Extraction]) -> Snapshot:
    return snapshot_of(extractions, read_references(ROOT / "seeds" / "gazetteer"), Iris())


def test_every_type_of_entity_and_claim_is_read(extractions: list[Extraction]) -> None:
    entity_types = {entity.type for read in extractions for entity in read.entities}
    claim_types = {type(claim) for read in extractions for claim in read.claims}
    assert entity_types == set(EntityType)
    assert claim_types == set(CLAIM_TYPES)


def test_clutter_yields_no_entity_and_no_claim(snapshot: Snapshot) -> None:
    for entity in snapshot.view.entities.values():
        for name in (entity.name, *entity.aliases):
            assert not any(invented in name for invented in INVENTED_FOR_CLUTTER), name
    for statement in snapshot.view.statements:
        quote = statement.claim.evidence.quote
        assert not any(invented in quote for invented in INVENTED_FOR_CLUTTER), quote


def test_every_claim_carries_the_words_that_prove_it(extractions: list[Extraction]) -> None:
    for read in extractions:
        assert read.article.text is not None
        for claim in read.claims:
            span = claim.evidence.span
            assert span is not None
            assert read.article.text[span.start : span.end] == claim.evidence.quote
            assert "\n" not in claim.evidence.quote


def test_the_same_page_is_always_read_the_same(extractions: list[Extraction]) -> None:
    pipeline = Pipeline()
    pages = sorted((ROOT / "seeds" / "articles").glob("*.txt"))
    again = [pipeline.extract(read_page(page)) for page in reversed(pages)]
    assert again[::-1] == extractions


def test_the_sample_graph_conforms_to_the_shapes(snapshot: Snapshot) -> None:
    union = "".join(sorted({f"{quad.triple} .\n" for quad in snapshot.quads()}))
    conforms, _, report = validate(
        Graph().parse(data=union, format="nt"),
        shacl_graph=Graph().parse(SHAPES_FILE.read_bytes()),
        ont_graph=Graph().parse(ONTOLOGY_FILE.read_bytes()),
        allow_warnings=True,
    )
    assert conforms, report


def test_extractors_import_of_the_graph_only_its_model_and_values() -> None:
    for path in (ROOT / "extractors").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                if name.split(".")[0] == "graph":
                    assert name in ("graph.model", "graph.values"), path
