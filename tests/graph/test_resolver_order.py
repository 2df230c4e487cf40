"""The order in which articles come, or one by one, changes nothing of what is resolved."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.interchange import read_document
from graph.ledger import Decision, Decisions
from graph.model import Extraction
from graph.resolver import Change, Resolver, identify, resolve
from tests.graph.colliding import AGAIN, DECISIONS, POOL
from tests.graph.examples import (
    LEVELLED,
    REFERENCES,
    extractions,
    project,
    read,
    three_that_agree,
)
from tests.graph.samples import SAMPLES

ARTICLES = (*POOL, *AGAIN, *SAMPLES)


@settings(max_examples=20)
@given(st.permutations([*SAMPLES, *three_that_agree()]))
def test_no_order_of_the_articles_matters(shuffled: list[Extraction]) -> None:
    found = resolve(shuffled, REFERENCES)
    same = resolve([*SAMPLES, *three_that_agree()], REFERENCES)
    assert found == same
    assert list(found.entities) == list(same.entities)


@settings(max_examples=20)
@given(st.permutations(POOL), st.sets(st.integers(0, len(DECISIONS) - 1), max_size=6))
def test_no_order_matters_where_all_collides(shuffled: list[Extraction], said: set[int]) -> None:
    decisions = Decisions.of(DECISIONS[number] for number in sorted(said))
    found = resolve(shuffled, LEVELLED, decisions)
    assert found == resolve(POOL, LEVELLED, decisions)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["put", "put", "drop", "say", "settle"]),
        st.integers(0, max(len(ARTICLES), len(DECISIONS)) - 1),
    ),
    max_size=60,
)


@settings(max_examples=60)
@given(STEPS)
def test_step_by_step_comes_to_the_same_as_at_once(steps: list[tuple[str, int]]) -> None:
    resolver = Resolver(LEVELLED, Decisions())
    put_in: dict[str, Extraction] = {}
    said: list[Decision] = []
    for step, number in steps:
        extraction = ARTICLES[number % len(ARTICLES)]
        if step == "put":
            resolver.put(extraction)
            put_in[extraction.article.id] = extraction
        elif step == "drop":
            resolver.drop(extraction.article.id)
            put_in.pop(extraction.article.id, None)
        elif step == "say":
            said.append(DECISIONS[number % len(DECISIONS)])
            for article in resolver.decide(Decisions.of(said)) & put_in.keys():
                resolver.put(put_in[article])
        else:
            resolver.settle()
    resolver.settle()
    at_once = resolve(put_in.values(), LEVELLED, Decisions.of(said))
    assert dict(sorted(resolver.entities.items())) == at_once.entities
    assert dict(sorted(resolver.paths.items())) == at_once.paths


def test_settling_tells_what_changed_and_no_more() -> None:
    resolver = Resolver(LEVELLED, Decisions())
    for extraction in SAMPLES:
        resolver.put(extraction)
    resolver.settle()
    assert resolver.settle() == Change(frozenset(), frozenset())
    resolver.put(read("new", [project("p", "처음 듣는 단지")]))
    assert resolver.settle() == Change(frozenset({"project/처음듣는단지"}), frozenset({"new"}))
    resolver.drop("new")
    assert resolver.settle() == Change(frozenset({"project/처음듣는단지"}), frozenset({"new"}))


@settings(max_examples=6)
@given(extractions("a"), extractions("b"), extractions("c"))
def test_no_order_matters_whatever_the_names(
    one: Extraction, two: Extraction, three: Extraction
) -> None:
    assert resolve([one, two, three], REFERENCES) == resolve([three, one, two], REFERENCES)


@settings(max_examples=6)
@given(extractions("a"), extractions("b"))
def test_another_article_moves_no_identity(one: Extraction, other: Extraction) -> None:
    alone = identify(one, REFERENCES)
    resolution = resolve([one, other], REFERENCES)
    for key, path in resolution.paths["a"].items():
        thing = resolution.entities[path]
        assert alone[key] in {thing.path, *thing.identities}


@settings(max_examples=6)
@given(extractions("a"), extractions("b"))
def test_every_entity_of_an_article_is_one_member_of_one_thing(
    one: Extraction, other: Extraction
) -> None:
    resolution = resolve([one, other], REFERENCES)
    members = [member for thing in resolution.entities.values() for member in thing.members]
    named = [(read.article.id, thing.key) for read in (one, other) for thing in read.entities]
    assert sorted(members) == sorted(named)
    for path, thing in resolution.entities.items():
        assert path == thing.path
        assert path.startswith(f"{thing.type.value}/")
        assert thing.name not in thing.aliases


def test_shared_gold_resolves_alike_in_both_directions(gold: list[Path]) -> None:
    articles = [read_document(path.read_text(encoding="utf-8")) for path in gold]
    assert resolve(articles, {}) == resolve(articles[::-1], {})
