"""The articles that benchmarks are made of: the same for a seed, and with the collisions wanted."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice

import pytest

from graph.folding import fold
from graph.model import CLAIM_TYPES, EntityType, Extraction, PartOf
from graph.reference import read_references
from tests.benchmarks.synthetic import synthetic_extraction, synthetic_extractions
from tests.benchmarks.world import GAZETTEER, World

SOME = 400


@pytest.fixture(scope="module")
def world() -> World:
    return World(references=read_references(GAZETTEER))


@pytest.fixture(scope="module")
def some(world: World) -> list[Extraction]:
    return list(synthetic_extractions(SOME, world=world))


def test_a_seed_gives_the_same_articles_however_many_are_taken(
    world: World, some: list[Extraction]
) -> None:
    again = World(references=world.references)
    assert list(islice(synthetic_extractions(10 * SOME, world=again), SOME)) == some
    assert synthetic_extraction(World(references=world.references), SOME - 1) == some[-1]
    other = World(2, world.references)
    assert list(synthetic_extractions(SOME, world=other)) != some


def test_no_article_comes_twice_and_every_type_of_claim_comes(some: list[Extraction]) -> None:
    assert len({read.article.id for read in some}) == SOME
    assert {type(claim) for read in some for claim in read.claims} == set(CLAIM_TYPES)


def test_a_text_holds_every_claims_quote(world: World, some: list[Extraction]) -> None:
    read = list(synthetic_extractions(SOME, world=world, text=True))
    assert all(claim.evidence.span for one in read for claim in one.claims)
    assert [len(one.claims) for one in read] == [len(one.claims) for one in some]


@pytest.mark.parametrize("kind", [EntityType.PROJECT, EntityType.COMPANY, EntityType.PERSON])
def test_different_things_share_a_name(some: list[Extraction], kind: EntityType) -> None:
    things: dict[str, set[str]] = defaultdict(set)
    for read in some:
        for entity in read.entities:
            if entity.type is kind:
                things[fold(entity.name)].add(entity.key)
    assert sum(len(keys) > 1 for keys in things.values()) > 2


def test_one_project_is_told_over_years_in_several_spellings(some: list[Extraction]) -> None:
    names: dict[str, set[str]] = defaultdict(set)
    years: dict[str, set[int]] = defaultdict(set)
    for read in some:
        assert read.article.published is not None
        for entity in read.entities:
            if entity.type is EntityType.PROJECT:
                names[entity.key].add(entity.name)
                years[entity.key].add(read.article.published.year)
    assert sum(len(spelt) > 2 for spelt in names.values()) > 20
    assert sum(len(told) > 2 for told in years.values()) > 20
    assert any(isinstance(claim, PartOf) for read in some for claim in read.claims)
