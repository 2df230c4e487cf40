"""What the resolver takes for one thing, what it is called, and what stays apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.ledger import Decision, Decisions, Judgement
from graph.model import Entity, EntityType, Extraction, Located, PartOf, Role
from graph.resolver import Resolver, identify, resolve
from tests.graph.examples import (
    CHANGWON,
    GOSEONG_EAST,
    GOSEONG_SOUTH,
    GUNWI,
    JINHAE,
    LEVELLED,
    MATERIALS,
    REFERENCES,
    decomposed,
    entity,
    project,
    proof,
    read,
    region,
)


def _person(key: str, name: str) -> Entity:
    return entity(key, EntityType.PERSON, name)


def test_all_names_of_one_code_are_one_region() -> None:
    resolution = resolve(
        [
            read("a", [region("e1", "창원시", CHANGWON)]),
            read("b", [region("e1", "창원특례시", CHANGWON)]),
            read("c", [region("e7", "창원", CHANGWON)]),
        ],
        REFERENCES,
    )
    changwon = resolution.entities["region/48120"]
    assert changwon.name == "창원시"
    assert changwon.aliases == ("창원", "창원특례시")
    assert changwon.members == (("a", "e1"), ("b", "e1"), ("c", "e7"))


def test_regions_of_one_name_and_two_codes_are_two() -> None:
    resolution = resolve(
        [read("a", [region("s", "고성군", GOSEONG_SOUTH), region("e", "고성군", GOSEONG_EAST)])],
        REFERENCES,
    )
    assert resolution.paths["a"] == {"s": "region/48820", "e": "region/51820"}
    assert resolution.entities["region/48820"].parents[0] == "region/48"
    assert resolution.entities["region/51820"].parents[0] == "region/51"


def test_a_code_of_another_type_or_of_nobody_does_not_count() -> None:
    resolution = resolve(
        [
            read(
                "a",
                [
                    entity("1", EntityType.SITE, "창원", ref=CHANGWON),
                    entity("2", EntityType.REGION, "어디", ref="region:0"),
                ],
            )
        ],
        REFERENCES,
    )
    assert resolution.paths["a"] == {"1": "site/창원", "2": "region/어디"}


def test_a_body_that_is_named_in_full_meets_itself_by_its_code() -> None:
    resolution = resolve(
        [
            read("a", [entity("k", EntityType.INSTITUTE, "KIMS", ref=MATERIALS)]),
            read("b", [entity("k", EntityType.INSTITUTE, "한국 재료연구원")]),
        ],
        REFERENCES,
    )
    assert set(resolution.entities) == {"institute/한국재료연구원"}


def test_spelling_and_unicode_form_make_no_other_thing() -> None:
    names = ("첨단소재 실증단지", "첨단소재실증단지", decomposed("첨단소재 ‘실증’단지"))
    resolution = resolve(
        [read(f"a{n}", [project("p", name)]) for n, name in enumerate(names)], REFERENCES
    )
    assert set(resolution.entities) == {"project/첨단소재실증단지"}


def test_persons_of_one_name_at_two_bodies_are_two() -> None:
    def held(article: str, body: str) -> Extraction:
        return read(
            article,
            [_person("p", "김철수"), entity("b", EntityType.COMPANY, body)],
            [Role("p", "대표", "b", proof())],
        )

    resolution = resolve([held("a", "삼현"), held("b", "코텍"), held("c", "삼현")], REFERENCES)
    people = [thing for thing in resolution.entities.values() if thing.type is EntityType.PERSON]
    assert [(thing.path, len(thing.members)) for thing in people] == [
        ("person/김철수-삼현", 2),
        ("person/김철수-코텍", 1),
    ]


def test_a_person_without_a_body_stays_the_article_s_own() -> None:
    resolution = resolve(
        [read(article, [_person("p", "김철수")]) for article in ("a", "b")], REFERENCES
    )
    assert set(resolution.entities) == {"person/김철수-a", "person/김철수-b"}


def test_the_present_office_tells_a_person_apart_before_a_former_one() -> None:
    people = [_person("p", "허성무"), entity("b", EntityType.COMPANY, "코텍")]
    said = read(
        "a",
        [*people, region("c", "창원특례시", CHANGWON)],
        [Role("p", "대표", "b", proof(), former=True), Role("p", "시장", "c", proof())],
    )
    assert identify(said, REFERENCES)["p"] == "person/허성무-창원시"


def test_phases_of_two_projects_are_two_and_of_one_project_one() -> None:
    def phase(article: str, whole: str) -> Extraction:
        return read(
            article,
            [project("1", "1단계"), project("w", whole)],
            [PartOf("1", "w", proof())],
        )

    resolution = resolve(
        [phase("a", "실증단지"), phase("b", "의료단지"), phase("c", "실증 단지")], REFERENCES
    )
    assert resolution.entities["project/실증단지-1단계"].members == (("a", "1"), ("c", "1"))
    assert resolution.entities["project/의료단지-1단계"].members == (("b", "1"),)


def test_a_phase_of_nothing_stays_the_article_s_own() -> None:
    resolution = resolve(
        [read(article, [project("1", "1단계 사업")]) for article in ("a", "b")], REFERENCES
    )
    assert len(resolution.entities) == 2


def test_long_names_that_differ_only_at_their_end_are_two() -> None:
    name = "가나다라마바사아자차" * 9
    said = read(
        "a",
        [project("one", name + " 동부"), project("two", name + " 서부"), project("1", "1단계")],
        [PartOf("1", "one", proof())],
    )
    paths = identify(said, REFERENCES)
    assert len(set(paths.values())) == 3
    assert all(len(path) <= 100 for path in paths.values())


def test_names_without_a_letter_are_told_apart() -> None:
    said = read("a", [entity("1", EntityType.SITE, "★"), entity("2", EntityType.SITE, "♥")])
    assert len(set(identify(said, REFERENCES).values())) == 2


def test_what_a_region_lies_in_and_lay_in_is_there_too() -> None:
    resolution = resolve(
        [read("a", [region("g", "군위군", GUNWI), region("j", "진해구", JINHAE)])], REFERENCES
    )
    assert resolution.entities["region/27720"].parents == ("region/27", "region/KR", "region/47")
    assert resolution.entities["region/48129"].parents == ("region/48120", "region/48", "region/KR")
    for thing in resolution.entities.values():
        assert set(thing.parents) <= set(resolution.entities)
    assert resolution.entities["region/47"].members == ()


def test_a_circle_in_reference_data_ends() -> None:
    circle = {
        "region:48120": replace(CHANGWON, parent="region:48129"),
        "region:48129": JINHAE,
    }
    resolution = resolve([read("a", [region("c", "창원시", CHANGWON)])], circle)
    assert resolution.entities["region/48120"].parents == ("region/48129",)


def test_the_most_told_name_is_shown_where_no_code_is_known() -> None:
    articles = [read(f"a{n}", [project("p", "실증단지")]) for n in range(2)]
    articles.append(read("b", [project("p", "실증 단지", "단지")]))
    thing = resolve(articles, REFERENCES).entities["project/실증단지"]
    assert (thing.name, thing.aliases) == ("실증단지", ("단지", "실증 단지"))


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("1단계", "project/a-1단계"),
        ("2단계 조성사업", "project/a-2단계조성사업"),
        ("제3지구", "project/a-제3지구"),
        ("상주 제1공장", "project/상주제1공장"),
        ("2024년 드론 실증도시 구축사업", "project/2024년드론실증도시구축사업"),
    ],
)
def test_only_what_is_little_more_than_a_number_stays_its_article_s_own(
    name: str, path: str
) -> None:
    assert identify(read("a", [project("p", name)]), {})["p"] == path


def _mayor(article: str, name: str, city: Entity) -> Extraction:
    return read(article, [_person("h", name), city], [Role("h", "시장", city.key, proof())])


def _things(*articles: Extraction, kind: EntityType) -> dict[str, tuple[str, ...]]:
    """The things of one type by path, with the articles that tell of each."""
    resolution = resolve(articles, LEVELLED)
    return {
        path: tuple(article for article, _ in thing.members)
        for path, thing in resolution.entities.items()
        if thing.type is kind
    }


def test_mayors_of_one_name_in_two_cities_are_two_and_of_one_city_one() -> None:
    here, there = region("c", "창원시", CHANGWON), region("c", "대구광역시")
    again = region("c", "창원특례시")
    assert _things(
        _mayor("a", "김철수", here),
        _mayor("b", "김철수", there),
        _mayor("d", "김철수", again),
        kind=EntityType.PERSON,
    ) == {"person/김철수-창원시": ("a", "d"), "person/김철수-대구광역시": ("b",)}


def test_projects_of_one_name_in_two_cities_are_two_with_their_phases() -> None:
    def built(article: str, city: Entity) -> Extraction:
        named = [project("p", "스마트시티"), project("1", "1단계"), city]
        return read(article, named, [Located("p", city.key, proof()), PartOf("1", "p", proof())])

    here, there = region("c", "창원시", CHANGWON), region("d", "대구광역시")
    articles = [built("a", here), built("b", there), built("e", here)]
    assert _things(*articles, kind=EntityType.PROJECT) == {
        "project/스마트시티-창원시": ("a", "e"),
        "project/스마트시티-창원시-1단계": ("a", "e"),
        "project/스마트시티-대구광역시": ("b",),
        "project/스마트시티-대구광역시-1단계": ("b",),
    }


def _phase(article: str, whole: str, phase: str = "1단계") -> Extraction:
    return read(article, [project("1", phase), project("w", whole)], [PartOf("1", "w", proof())])


def test_a_number_is_shown_with_the_name_of_its_whole() -> None:
    thing = resolve([_phase("a", "실증단지")], LEVELLED).entities["project/실증단지-1단계"]
    assert (thing.name, thing.aliases) == ("실증단지 1단계", ("1단계",))


def test_a_number_follows_its_whole_when_that_is_told_otherwise() -> None:
    resolver = Resolver(LEVELLED, Decisions())
    resolver.put(_phase("a", "실증단지"))
    resolver.settle()
    for article in ("b", "c"):
        resolver.put(read(article, [project("w", "실증 단지")]))
    change = resolver.settle()
    assert resolver.entities["project/실증단지-1단계"].name == "실증 단지 1단계"
    assert "project/실증단지-1단계" in change.entities


def test_phases_of_wholes_that_a_person_joined_are_one() -> None:
    articles = [_phase("a", "가나단지"), _phase("b", "다라단지"), _phase("c", "다라단지", "2단계")]
    one, other = "project/가나단지", "project/다라단지"
    resolution = resolve(articles, LEVELLED, Decisions.of([Decision(one, other, Judgement.SAME)]))
    assert resolution.paths["b"] == {"1": f"{one}-1단계", "w": one}
    assert resolution.paths["c"] == {"1": f"{other}-2단계", "w": one}
    assert resolution.entities[f"{one}-1단계"].identities == (f"{other}-1단계",)


def test_phases_follow_when_their_wholes_are_joined_later() -> None:
    one, other = "project/가나단지", "project/다라단지"
    resolver = Resolver(LEVELLED, Decisions())
    resolver.put(_phase("a", "가나단지"))
    resolver.put(_phase("b", "다라단지"))
    resolver.settle()
    assert resolver.thing(f"{other}-1단계") == f"{other}-1단계"
    resolver.decide(Decisions.of([Decision(one, other, Judgement.SAME)]))
    resolver.settle()
    assert resolver.thing(f"{other}-1단계") == f"{one}-1단계"
    resolver.decide(Decisions())
    resolver.settle()
    assert resolver.thing(f"{other}-1단계") == f"{other}-1단계"


def test_a_decision_that_is_said_again_word_for_word_counts_as_the_newest() -> None:
    one, two, three = (f"company/{name}" for name in ("가", "나", "다"))
    apart, first, second = (
        Decision(one, two, Judgement.DIFFERENT),
        Decision(one, three, Judgement.SAME),
        Decision(two, three, Judgement.SAME),
    )
    resolver = Resolver(LEVELLED, Decisions.of([apart, first, second]))
    for article, name in zip("abc", ("가", "나", "다"), strict=True):
        resolver.put(_firm(article, name))
    resolver.settle()
    assert resolver.thing(three) == two
    resolver.decide(Decisions.of([apart, first, second, first]))
    resolver.settle()
    assert resolver.thing(three) == one


def test_what_came_and_went_before_anybody_looked_is_joined_to_nothing() -> None:
    resolver = Resolver(LEVELLED, Decisions())
    resolver.put(_firm("a", "가"))
    resolver.put(_firm("b", "나"))
    resolver.drop("a")
    resolver.decide(Decisions.of([Decision("company/가", "company/나", Judgement.SAME)]))
    resolver.settle()
    assert set(resolver.entities) == {"company/나"}
    assert resolver.entities["company/나"].identities == ()


def _firm(article: str, name: str, *aliases: str, published: str = "") -> Extraction:
    return read(article, [entity("b", EntityType.COMPANY, name, *aliases)], published=published)


def test_a_thing_keeps_its_path_through_another_extraction_a_merge_and_a_split() -> None:
    old, new = "company/가나정밀", "company/주식회사가나정밀"
    resolver = Resolver(LEVELLED, Decisions())
    resolver.put(_firm("a", "가나정밀", published="2020"))
    resolver.settle()
    resolver.put(_firm("a", "가나정밀", "가나", published="2020"))
    assert resolver.settle().entities == {old}
    resolver.put(_firm("b", "주식회사 가나정밀", published="2021"))
    resolver.settle()
    assert resolver.paths == {"a": {"b": old}, "b": {"b": old}}
    assert resolver.entities[old].identities == (new,)
    resolver.decide(Decisions.of([Decision(old, new, Judgement.DIFFERENT)]))
    assert resolver.settle().entities == {old, new}
    assert resolver.paths == {"a": {"b": old}, "b": {"b": new}}
    resolver.decide(Decisions())
    resolver.settle()
    assert resolver.entities[old].identities == (new,)
    assert new not in resolver.entities


def test_a_listed_thing_s_path_goes_before_one_that_was_told_earlier() -> None:
    listed = read(
        "a", [entity("k", EntityType.INSTITUTE, "한국재료연구원", "가나연구소")], published="2024"
    )
    earlier = read("b", [entity("k", EntityType.INSTITUTE, "가나연구소")], published="2020")
    resolution = resolve([earlier, listed], LEVELLED)
    assert resolution.paths["b"] == {"k": "institute/한국재료연구원"}
    assert resolution.entities["institute/한국재료연구원"].identities == ("institute/가나연구소",)


def test_every_link_that_stands_says_what_spoke_for_it() -> None:
    resolver = Resolver(
        LEVELLED,
        Decisions.of([Decision("company/가", "company/나", Judgement.SAME, "허성무", "합병")]),
    )
    for article, name in zip("abcd", ("가", "나", "다라", "㈜다라"), strict=True):
        resolver.put(_firm(article, name))
    resolver.settle()
    told = {link.left: (link.right, link.reason, link.by) for link in resolver.links()}
    assert told["company/가"] == ("company/나", "합병", "허성무")


def test_what_nobody_tells_of_has_no_profile_and_is_no_thing() -> None:
    resolver = Resolver(LEVELLED, Decisions())
    for ask in (resolver.profile, resolver.thing):
        with pytest.raises(KeyError):
            ask("company/없음")
