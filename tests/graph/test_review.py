"""A person is asked about what may be one, in the articles' words, while nobody has judged it."""

from __future__ import annotations

import pytest

from graph.iris import Iris
from graph.ledger import Decision, Decisions, Judgement
from graph.live import LiveGraph
from graph.model import Claim, Entity, EntityType, Extraction, Located, Part, Participates
from graph.review import doubts, side
from tests.graph.examples import GOSEONG_EAST, LEVELLED, entity, project, proof, read, region

CITY, COUNTY = region("c", "창원시"), region("c", "고성군", GOSEONG_EAST)
HERE, THERE = "company/삼현-창원시", "company/삼현-강원특별자치도"
NAMES = "첨단소재 실증단지", "첨단소재 융합 실증단지"


def _firm(article: str, place: Entity, quote: str, name: str = "삼현") -> Extraction:
    firm = entity("b", EntityType.COMPANY, name)
    return read(article, [firm, place], [Located("b", "c", proof(quote))], "2024-01-02")


def _graph(*extractions: Extraction, said: tuple[Decision, ...] = ()) -> LiveGraph:
    graph = LiveGraph(LEVELLED, Iris(), Decisions.of(said))
    for extraction in extractions:
        graph.put(extraction)
    graph.settle()
    return graph


FIRMS = (_firm("a1", CITY, "창원에 있는 삼현"), _firm("a2", COUNTY, "고성에 있는 삼현"))


def test_both_sides_are_told_with_their_articles_words_and_why_it_is_asked() -> None:
    (doubt,) = doubts(_graph(*FIRMS))
    assert {doubt.left.path, doubt.right.path} == {HERE, THERE}
    assert doubt.left.path < doubt.right.path
    assert (doubt.left.name, doubt.left.type) == ("삼현", EntityType.COMPANY)
    assert doubt.left.thing == doubt.left.path
    quotes = {quoted.quote for one in (doubt.left, doubt.right) for quoted in one.quotes}
    assert quotes == {"창원에 있는 삼현", "고성에 있는 삼현"}
    assert 0.5 <= doubt.score < 0.8
    assert "other places" in doubt.reason


def test_no_article_s_text_is_at_hand_and_no_more_than_three_are_quoted() -> None:
    graph = _graph(*(_firm(f"a{number}", CITY, f"삼현 {number}") for number in range(5)))
    found = side(graph, HERE)
    assert [quoted.quote for quoted in found.quotes] == ["삼현 0", "삼현 1", "삼현 2"]
    assert all(quoted.article.text is None for quoted in found.quotes)
    with pytest.raises(KeyError):
        side(graph, "company/없음")


def test_what_no_claim_speaks_of_is_quoted_by_its_name() -> None:
    graph = _graph(read("a", [entity("b", EntityType.COMPANY, "삼현")]))
    assert [quoted.quote for quoted in side(graph, "company/삼현").quotes] == ["삼현"]


@pytest.mark.parametrize("judgement", [Judgement.SAME, Judgement.DIFFERENT, Judgement.LATER])
def test_what_somebody_judged_is_not_asked_again_until_it_is_undone(judgement: Judgement) -> None:
    said = Decision(HERE, THERE, judgement)
    graph = _graph(*FIRMS, said=(said,))
    assert doubts(graph) == []
    asked_later = [doubt.left.path for doubt in doubts(graph, postponed=True)]
    assert asked_later == ([THERE] if judgement is Judgement.LATER else [])
    undone = Decision(HERE, THERE, Judgement.UNDO)
    assert len(doubts(_graph(*FIRMS, said=(said, undone)))) == 1


def test_what_is_postponed_is_not_what_nobody_has_judged() -> None:
    assert doubts(_graph(*FIRMS), postponed=True) == []


def test_of_several_pairs_between_two_things_the_surest_is_asked_once() -> None:
    other = _firm("a3", CITY, "창원 삼현", "주식회사 삼현")
    graph = _graph(*FIRMS, other)
    assert graph.resolver.thing("company/주식회사삼현-창원시") == HERE
    (doubt,) = doubts(graph)
    assert {doubt.left.thing, doubt.right.thing} == {HERE, THERE}


def test_what_was_told_apart_is_not_asked_through_another_of_its_names() -> None:
    other = _firm("a3", CITY, "창원 삼현", "주식회사 삼현")
    said = Decision(HERE, THERE, Judgement.DIFFERENT)
    assert doubts(_graph(*FIRMS, other, said=(said,))) == []


def _projects(article: str, *names: str) -> Extraction:
    claims: list[Claim] = [Located(name, "c", proof()) for name in names]
    return read(article, [*(project(name, name) for name in names), CITY], claims)


def test_what_one_article_tells_apart_is_not_asked() -> None:
    assert len(doubts(_graph(*(_projects(f"a{n}", name) for n, name in enumerate(NAMES))))) == 1
    assert doubts(_graph(_projects("both", *NAMES), _projects("a1", NAMES[0]))) == []


def test_the_surest_comes_first() -> None:
    lead = [Participates("c", "p", Part.LEAD, proof())]
    led = [
        read(f"b{n}", [project("p", name), CITY], [Located("p", "c", proof()), *lead])
        for n, name in enumerate(NAMES)
    ]
    scores = [doubt.score for doubt in doubts(_graph(*FIRMS, *led))]
    assert len(scores) == 2
    assert scores == sorted(scores, reverse=True)
