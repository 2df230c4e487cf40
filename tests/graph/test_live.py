"""Kept up step by step, the graph is what is made of the same articles and decisions at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad

from graph.iris import Iris
from graph.knowledge import Snapshot, snapshot_of
from graph.ledger import Decision, Decisions, Judgement
from graph.live import Difference, LiveGraph
from graph.model import EntityType, Extraction, Located, PartOf
from graph.oxigraph import OxigraphStore
from graph.search import TextIndex
from tests.graph.colliding import AGAIN, DECISIONS, POOL
from tests.graph.examples import (
    CHANGWON,
    LEVELLED,
    budget,
    entity,
    extractions,
    project,
    proof,
    read,
    region,
    three_that_agree,
)
from tests.graph.samples import SAMPLES

SAME, DIFFERENT, UNDO = Judgement.SAME, Judgement.DIFFERENT, Judgement.UNDO


class Followed:
    """A live graph, whoever has taken over every difference, and what was put and said."""

    def __init__(self) -> None:
        self.graph = LiveGraph(LEVELLED, Iris())
        self.held: set[Quad] = set()
        self.put_in: dict[str, Extraction] = {}
        self.said: list[Decision] = []

    def put(self, *articles: Extraction) -> None:
        """Take articles in."""
        for extraction in articles:
            self.graph.put(extraction)
            self.put_in[extraction.article.id] = extraction

    def drop(self, article: str) -> None:
        """Take one out."""
        self.graph.drop(article)
        self.put_in.pop(article, None)

    def say(self, *decisions: Decision) -> None:
        """Write more lines into the ledger."""
        self.said += decisions
        self.graph.decide(Decisions.of(self.said))

    def settle(self) -> Difference:
        """Take the difference over; what went was there, and what came was not."""
        difference = self.graph.settle()
        removed, added = set(difference.removed), set(difference.added)
        assert len(removed) + len(added) == len(difference.removed) + len(difference.added)
        assert removed <= self.held
        assert not added & self.held
        self.held = (self.held - removed) | added
        return difference

    def at_once(self) -> Snapshot:
        """The graph of what was put and said, without its history."""
        decisions = Decisions.of(self.said)
        return snapshot_of([*self.put_in.values()], LEVELLED, Iris(), decisions=decisions)

    def check(self) -> None:
        """Settled, it is the graph that is made at once of the same."""
        self.settle()
        wanted, live = self.at_once(), self.graph.snapshot()
        assert live.view == wanted.view
        assert live.view.projects == wanted.view.projects
        assert live.view.statements_by_entity == wanted.view.statements_by_entity
        assert live.article_versions == wanted.article_versions
        assert live.version == wanted.version == self.graph.version
        quads = set(wanted.quads())
        assert self.held == quads
        assert set(live.quads()) == quads


ARTICLES = (*POOL, *AGAIN, *SAMPLES)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(0, len(ARTICLES) - 1)),
        st.tuples(st.just("drop"), st.integers(0, len(ARTICLES) - 1)),
        st.tuples(st.just("say"), st.integers(0, len(DECISIONS) - 1)),
        st.tuples(st.just("settle"), st.just(0)),
    ),
    min_size=10,
    max_size=40,
)
"""What is done, and to which of `ARTICLES` or with which of `DECISIONS`."""


@settings(max_examples=40)
@given(STEPS)
def test_whatever_is_put_dropped_and_said_it_is_what_is_made_at_once(
    steps: list[tuple[str, int]],
) -> None:
    followed = Followed()
    for step, number in steps:
        match step:
            case "put":
                followed.put(ARTICLES[number])
            case "drop":
                followed.drop(ARTICLES[number].article.id)
            case "say":
                followed.say(DECISIONS[number])
            case _:
                followed.settle()
    followed.check()


@settings(max_examples=6)
@given(st.lists(extractions() | extractions("a"), min_size=2, max_size=4))
def test_it_is_so_whatever_the_names(articles: list[Extraction]) -> None:
    followed = Followed()
    for extraction in articles:
        followed.put(extraction)
        followed.settle()
    followed.drop(articles[0].article.id)
    followed.check()


@settings(max_examples=15)
@given(STEPS)
def test_a_text_index_that_got_every_difference_finds_what_one_made_at_once_finds(
    steps: list[tuple[str, int]],
) -> None:
    followed, index = Followed(), TextIndex()
    for step, number in [*steps, ("settle", 0)]:
        match step:
            case "put":
                followed.put(ARTICLES[number])
            case "drop":
                followed.drop(ARTICLES[number].article.id)
            case "say":
                followed.say(DECISIONS[number])
            case _:
                difference = followed.settle()
                view = followed.graph.snapshot().view
                index.follow(view, difference.entities, difference.articles)
    at_once = TextIndex.of(view)
    for words in ("창원", "실증", "재료연", "지구", "억 원", "사업"):
        assert index.search(words, 200) == at_once.search(words, 200)
    index.close()
    at_once.close()


def test_a_store_that_got_every_difference_holds_the_graph() -> None:
    followed, store = Followed(), OxigraphStore()
    for extraction in [*SAMPLES[:3], *three_that_agree()[:2]]:
        followed.put(extraction)
        difference = followed.settle()
        store.apply(difference.removed, difference.added)
        assert set(store.quads()) == set(followed.at_once().quads())
    for extraction in [*SAMPLES[:3], *three_that_agree()[:2]]:
        followed.drop(extraction.article.id)
        difference = followed.settle()
        store.apply(difference.removed, difference.added)
        assert set(store.quads()) == set(followed.at_once().quads())
    assert set(store.quads()) == set()


def test_nothing_is_said_of_nothing_and_all_is_said_again_after_it() -> None:
    followed = Followed()
    assert not followed.settle()
    followed.put(SAMPLES[0])
    whole = set(followed.settle().added)
    followed.drop(SAMPLES[0].article.id)
    assert set(followed.settle().removed) == whole
    followed.put(SAMPLES[0])
    assert set(followed.settle().added) == whole


def test_what_was_put_again_unchanged_changes_nothing() -> None:
    followed = Followed()
    followed.put(*SAMPLES)
    followed.settle()
    followed.put(*SAMPLES)
    assert not followed.settle()


def test_dropping_an_unknown_article_changes_nothing() -> None:
    followed = Followed()
    followed.put(SAMPLES[0])
    followed.settle()
    followed.drop("unknown")
    assert not followed.settle()


def test_a_difference_touches_no_graph_of_an_article_that_tells_the_same() -> None:
    followed = Followed()
    followed.put(*SAMPLES)
    followed.settle()
    own = Iris().graph("same-1")
    followed.put(three_that_agree()[1])
    difference = followed.settle()
    graphs = {quad.graph_name for quad in (*difference.removed, *difference.added)}
    default = {graph for graph in graphs if "graph/article" not in str(graph)}
    assert graphs - default == {own}


def test_a_snapshot_that_was_taken_before_is_reached_by_no_later_change() -> None:
    followed = Followed()
    followed.put(*SAMPLES)
    followed.settle()
    before = followed.graph.snapshot()
    quads, projects, version = set(before.quads()), before.view.projects, before.version
    entities, told = dict(before.view.entities), dict(before.view.statements_by_entity)
    voices, paths = dict(before.view.voices), dict(before.view.paths)
    followed.put(*three_that_agree(), replace(SAMPLES[0], claims=SAMPLES[0].claims[1:]))
    followed.drop(SAMPLES[1].article.id)
    followed.say(*DECISIONS[:30])
    followed.check()
    assert (before.view.projects, before.version) == (projects, version)
    assert (before.view.entities, before.view.statements_by_entity) == (entities, told)
    assert (before.view.voices, before.view.paths) == (voices, paths)
    assert set(before.quads()) == quads


TEXT = "\n".join(
    f"창원시는 첨단소재 실증단지의 {number}번째 시설을 {number + 3}월에 착공한다고 밝혔다."
    for number in range(9)
)


def _printed(article: str, published: str, text: str = TEXT) -> Extraction:
    said = read(article, [project("p", "실증단지")], [budget("p", 10**10)], published)
    return replace(said, article=replace(said.article, text=text))


def test_near_copies_are_one_voice_while_they_stand() -> None:
    followed = Followed()

    def support() -> int:
        followed.check()
        (found,) = followed.graph.snapshot().view.projects
        assert found.told is not None
        return len(found.told.days)

    followed.put(_printed("a", "2024-01-02"))
    assert support() == 1
    followed.put(_printed("b", "2024-01-03"))
    assert support() == 1
    followed.put(_printed("c", "2024-01-03", "다른 글"))
    assert support() == 2
    followed.drop("a")
    assert support() == 2
    followed.drop("c")
    assert support() == 1


def test_two_voices_are_one_once_a_copy_of_both_comes_that_tells_nothing_of_it() -> None:
    followed = Followed()
    first, second = (
        "\n".join(
            f"{town}시는 {number}번째 {thing}을 내년에 연다고 밝혔다." for number in range(20)
        )
        for town, thing in (("창원", "첨단소재 시설"), ("포항", "배터리 재활용 공장"))
    )

    def support() -> int:
        followed.check()
        (found,) = followed.graph.snapshot().view.projects
        assert found.told is not None
        return len(found.told.days)

    followed.put(_printed("a", "2024-01-02", first), _printed("b", "2024-01-03", second))
    assert support() == 2
    both = read("c", [region("r", "창원시", CHANGWON)])
    followed.put(replace(both, article=replace(both.article, text=f"{first}\n{second}")))
    assert support() == 1
    followed.drop("c")
    assert support() == 2


def test_a_phase_s_sum_counts_as_a_part_through_all_that_it_is_part_of() -> None:
    """A phase of a phase that was told anew reaches the middle, and the middle the whole."""
    followed = Followed()
    names = [project("a", "가산단"), project("b", "나산단"), project("c", "다산단")]
    followed.put(
        read(
            "one",
            names,
            [PartOf("a", "b", proof()), PartOf("b", "c", proof()), budget("b", 10**10)],
        )
    )
    followed.check()
    followed.put(read("two", names, [budget("a", 10**9), budget("b", 2 * 10**10)]))
    followed.check()


def test_what_lies_in_a_place_that_was_moved_lies_where_that_does() -> None:
    followed = Followed()
    site = entity("s", EntityType.SITE, "소재단지")
    town = region("t", "여좌동")
    followed.put(
        read(
            "a",
            [project("p", "실증센터"), site, town],
            [Located("p", "s", proof()), Located("s", "t", proof())],
        )
    )
    followed.check()
    followed.put(read("b", [town, region("c", "창원시", CHANGWON)], [Located("t", "c", proof())]))
    followed.check()
    (found,) = followed.graph.snapshot().view.projects
    assert "region/48120" in found.places


def _names() -> list[str]:
    return ["company/삼현", "company/삼현정밀", "company/코텍"]


def _of_companies() -> list[Extraction]:
    return [
        read(
            f"a{number}",
            [project("p", "실증단지"), entity("c", EntityType.COMPANY, path.partition("/")[2])],
        )
        for number, path in enumerate(_names())
    ]


def test_what_a_person_says_joins_parts_and_is_undone() -> None:
    followed = Followed()
    one, two, three = _names()
    followed.put(*_of_companies())
    followed.check()
    apart = set(followed.held)
    for said, things in (
        (Decision(one, two, SAME), {one, three}),
        (Decision(two, three, SAME), {one}),
        (Decision(one, three, DIFFERENT), {one, two}),
        (Decision(one, three, UNDO), {one}),
        (Decision(one, two, UNDO), {one, two}),
        (Decision(two, three, UNDO), {one, two, three}),
    ):
        followed.say(said)
        followed.check()
        view = followed.graph.snapshot().view
        assert {path for path in view.entities if path.startswith("company/")} == things
    assert followed.held == apart


def test_a_decision_on_what_comes_later_counts_when_it_comes() -> None:
    followed = Followed()
    one, two, _ = _names()
    followed.say(Decision(one, two, SAME))
    followed.check()
    for extraction in _of_companies():
        followed.put(extraction)
        followed.check()
    assert followed.graph.resolver.thing(two) == one


def test_one_article_s_part_is_taken_out_of_a_name_and_put_back() -> None:
    followed = Followed()
    path = "company/삼현"
    articles = [read(name, [entity("c", EntityType.COMPANY, "삼현")]) for name in ("a", "b")]
    followed.put(*articles)
    followed.check()
    followed.say(Decision(path, f"{path}~b", DIFFERENT))
    followed.check()
    view = followed.graph.snapshot().view
    assert view.entities[path].members == (("a", "c"),)
    assert view.entities[f"{path}~b"].members == (("b", "c"),)
    followed.put(articles[1])
    followed.check()
    assert f"{path}~b" in followed.graph.snapshot().view.entities
    followed.say(Decision(path, f"{path}~b", UNDO))
    followed.check()
    assert followed.graph.snapshot().view.entities[path].members == (("a", "c"), ("b", "c"))


def test_an_extraction_is_there_while_its_article_is() -> None:
    followed = Followed()
    followed.put(SAMPLES[0])
    article = SAMPLES[0].article.id
    assert followed.graph.extraction(article) == SAMPLES[0]
    followed.drop(article)
    with pytest.raises(KeyError):
        followed.graph.extraction(article)
