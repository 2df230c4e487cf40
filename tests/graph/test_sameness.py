"""What speaks for two being one: by type, with a reason, and never a name alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from graph.homes import Homes
from graph.model import Claim, Entity, EntityType, Located, Part, Participates, PartOf, Role
from graph.referral import Directory
from graph.sameness import (
    DOUBTFUL,
    SURE,
    Comparison,
    Profile,
    Told,
    compare,
    homes_conflict,
    keys_of,
    phase_keys,
)
from graph.sightings import Observer
from tests.graph.examples import (
    LEVELLED,
    budget,
    entity,
    project,
    proof,
    read,
    region,
)

HOMES = Homes(Directory(LEVELLED))
COMPANY, INSTITUTE, PERSON, SITE = (
    EntityType.COMPANY,
    EntityType.INSTITUTE,
    EntityType.PERSON,
    EntityType.SITE,
)
CITY, COUNTY = region("city", "창원시"), region("county", "군위군")


def _profile(said: Sequence[tuple[Sequence[Entity], Sequence[Claim]]]) -> Profile:
    """What some articles tell of the first entity of each."""
    found: Profile | None = None
    for number, (entities, claims) in enumerate(said):
        sighting = Observer(LEVELLED).sightings(read(f"a{number}", entities, claims))[0]
        if found is None:
            found = Profile(sighting.path, sighting.entity.type, None)
        found.add(sighting)
    assert found is not None
    return found


def _told(*entities: Entity, claims: Sequence[Claim] = (), times: int = 1) -> Profile:
    return _profile([(entities, claims)] * times)


def _compared(one: Profile, other: Profile) -> Comparison:
    mine, yours = keys_of(one, HOMES), keys_of(other, HOMES)
    shared = [(mine[key], yours[key]) for key in sorted(mine.keys() & yours.keys())]
    found = compare(one, other, shared, HOMES)
    back = compare(other, one, [pair[::-1] for pair in shared], HOMES)
    assert (found.score, found.equated) == (back.score, back.equated)
    return found


def _is_sure(one: Profile, other: Profile) -> bool:
    return _compared(one, other).score >= SURE


def _is_doubtful(one: Profile, other: Profile) -> bool:
    return DOUBTFUL <= _compared(one, other).score < SURE


def _is_different(one: Profile, other: Profile) -> bool:
    return _compared(one, other).score < DOUBTFUL


def _of_company(name: str, *aliases: str, place: Entity | None = None, times: int = 1) -> Profile:
    firm = entity("b", COMPANY, name, *aliases)
    if place is None:
        return _told(firm, times=times)
    return _told(firm, place, claims=[Located("b", place.key, proof())], times=times)


def test_a_firm_is_one_with_and_without_its_legal_form_or_brackets() -> None:
    for other in ("주식회사 삼현", "삼현 주식회사", "삼현(SAMHYUN)"):
        assert _is_sure(_of_company("삼현"), _of_company(other)), other
    assert _is_different(_of_company("삼현"), _of_company("삼현정밀"))


def test_firms_of_one_name_in_two_cities_are_a_question_for_people() -> None:
    one, other = _of_company("삼현", place=CITY), _of_company("삼현", place=COUNTY)
    assert _is_doubtful(one, other)
    assert "other places" in _compared(one, other).reason
    assert _is_sure(one, _of_company("주식회사 삼현", place=CITY))


def _of_institute(name: str, *aliases: str, times: int = 1) -> Profile:
    return _told(entity("k", INSTITUTE, name, *aliases), times=times)


def test_a_body_is_what_an_article_also_calls_it() -> None:
    former = _of_institute("가나소재센터", "가나연구원", times=2)
    found = _compared(former, _of_institute("가나연구원"))
    assert found.score >= SURE
    assert "가나연구원" in found.reason
    assert found.equated == 2
    assert _is_doubtful(former, _of_institute("다라센터", "가나연구원"))


def test_a_short_form_of_the_name_itself_is_understood_in_its_article_alone() -> None:
    assert _is_different(_of_institute("가나재료연구원", "재료연구원"), _of_institute("재료연구원"))
    assert _is_different(_of_institute("한국과학원", "가나원"), _of_institute("가나원"))
    assert _is_sure(_of_institute("한국과학원", "KST"), _of_institute("KST"))


def _of_person(
    name: str, title: str = "", body: Entity | None = None, place: Entity | None = None
) -> Profile:
    people = [entity("h", PERSON, name), *filter(None, [body]), *filter(None, [place])]
    claims: list[Claim] = []
    if title:
        claims.append(Role("h", title, body.key if body else None, proof()))
    return _told(*people, claims=claims)


def test_a_name_alone_is_nobody() -> None:
    assert keys_of(_of_person("허성무"), HOMES) == {}
    assert _is_different(_of_person("허성무"), _of_person("허성무", "시장", CITY))


def test_a_person_is_the_name_with_the_body_under_any_of_its_names() -> None:
    samhyun = entity("b", COMPANY, "삼현정밀공업", "삼현정밀")
    assert _is_sure(
        _of_person("김철수", "대표", samhyun),
        _of_person("김철수", "이사", entity("b", COMPANY, "삼현정밀")),
    )
    assert _is_different(_of_person("김철수", "대표", samhyun), _of_person("김철수", "대표", CITY))
    assert _is_different(
        _of_person("김철수", "대표", samhyun), _of_person("김영희", "대표", samhyun)
    )


def test_an_office_that_one_alone_holds_tells_who_it_is_and_others_do_with_a_place() -> None:
    assert _is_sure(_of_person("이순신", "대통령"), _of_person("이순신", "대통령", place=COUNTY))
    assert _is_sure(
        _of_person("이순신", "도의원", place=CITY), _of_person("이순신", "도의원", place=CITY)
    )
    assert _is_different(
        _of_person("이순신", "도의원", place=CITY), _of_person("이순신", "도의원", place=COUNTY)
    )
    assert _is_different(_of_person("이순신", "도의원"), _of_person("이순신", "도의원"))


def _of_project(
    name: str,
    *aliases: str,
    place: Entity | None = CITY,
    kind: EntityType = EntityType.PROJECT,
    claims: Sequence[Claim] = (),
    others: Sequence[Entity] = (),
    times: int = 1,
) -> Profile:
    told = [entity("p", kind, name, *aliases), *others]
    if place is None:
        return _told(*told, claims=claims, times=times)
    return _told(*told, place, claims=[Located("p", place.key, proof()), *claims], times=times)


@pytest.mark.parametrize(
    "other",
    [
        "첨단소재 실증단지 조성사업",
        "창원 첨단소재 실증단지",
        "창원특례시 첨단소재실증단지 구축사업",
        "실증단지 첨단소재",
    ],
)
def test_a_project_is_one_with_and_without_place_tail_and_order_of_words(other: str) -> None:
    assert _is_sure(_of_project("첨단소재 실증단지"), _of_project(other))


def test_projects_of_one_name_in_two_places_are_two() -> None:
    one, other = (_of_project("첨단소재 실증단지", place=place) for place in (CITY, COUNTY))
    assert homes_conflict(one, other, HOMES)
    assert _compared(one, other) == Comparison(0.0, "")


def test_a_supposed_place_makes_a_telling_name_a_question() -> None:
    one = _of_project("첨단소재 실증단지", place=None, others=[CITY])
    other = _of_project("첨단소재 실증단지", place=None, others=[COUNTY])
    assert not homes_conflict(one, other, HOMES)
    assert _is_doubtful(one, other)
    assert _is_sure(one, _of_project("첨단소재 실증단지", place=CITY))


def test_a_name_without_a_place_tells_where_it_is_long_or_nobody_knows_a_place() -> None:
    assert _is_sure(_of_project("첨단소재 실증단지", place=None), _of_project("첨단소재 실증단지"))
    assert _is_sure(_of_project("소재단지", place=None), _of_project("소재단지", place=None))
    assert _is_different(_of_project("소재단지", place=None), _of_project("소재단지"))


def test_other_numbers_name_other_things() -> None:
    assert _is_different(_of_project("소재산업 3단지 도로"), _of_project("소재산업 4단지 도로"))
    assert _is_different(_of_project("1단계"), _of_project("1단계"))


@pytest.mark.parametrize(
    ("one", "other", "sure"),
    [
        ("소재국가산단", "소재산단", True),
        ("소재일반산단", "소재산단", True),
        ("첨단소재실증단지", "첨단소재실증연단지", True),
        ("첨단소재 실증단지", "첨단소재 융합 실증단지", False),
    ],
)
def test_letters_put_into_a_name_of_one_place_make_it_sure_or_a_question(
    one: str,
    other: str,
    sure: bool,  # noqa: FBT001
) -> None:
    found = _compared(_of_project(one, kind=SITE), _of_project(other, kind=SITE))
    assert found.score >= (SURE if sure else DOUBTFUL)
    assert (found.score >= SURE) is sure
    assert "spelled alike" in found.reason


def test_a_tie_that_few_have_makes_alike_spellings_sure_and_city_and_lead_do_not() -> None:
    def compared(*claims: Claim) -> Comparison:
        others = [CITY, project("w", "가나단지")]
        return _compared(
            *(
                _of_project(name, place=None, others=others, claims=claims)
                for name in ("첨단소재 실증단지", "첨단소재 융합 실증단지")
            )
        )

    lead, city = Participates("city", "p", Part.LEAD, proof()), Located("p", "city", proof())
    assert DOUBTFUL <= compared().score < compared(lead).score < SURE
    assert compared(lead, city).score == compared(lead).score
    for tie in (budget("p", 382 * 10**9), PartOf("p", "w", proof())):
        assert compared(tie).score >= SURE
        assert "same ties" in compared(tie).reason


def test_a_project_is_what_an_article_also_calls_it_unless_that_is_part_of_its_name() -> None:
    assert _is_sure(_of_project("첨단소재 실증단지", "미래소재 거점"), _of_project("미래소재 거점"))
    assert (
        _compared(_of_project("첨단소재 실증단지", "실증단지"), _of_project("실증단지")).equated
        == 0
    )


def test_regions_and_industries_are_joined_by_their_lists_alone() -> None:
    for kind in (EntityType.REGION, EntityType.INDUSTRY):
        assert keys_of(_told(entity("e", kind, "어디")), HOMES) == {}


def test_phases_share_a_key_where_their_wholes_are_one() -> None:
    def keys(name: str, whole: str, *known: str) -> set[str]:
        return {*phase_keys(_of_project(name), {whole: [*known]})}

    assert keys("1단계", "w", "실증단지") == keys("실증단지 1단계", "w", "실증단지") != set()
    assert keys("1단계", "w", "실증단지") != keys("1단계", "v", "실증단지")
    assert keys("1단계", "w", "실증단지") != keys("2단계", "w", "실증단지")
    assert keys("다른단지 1단계", "w", "실증단지") == set()
    assert phase_keys(_of_company("1단계"), {"w": ["실증단지"]}) == {}


def test_a_profile_forgets_what_it_counted_out() -> None:
    said = [
        Observer(LEVELLED).sightings(
            read(
                f"a{number}",
                [project("p", "실증단지", alias), project("w", "가나단지"), CITY],
                [Located("p", "city", proof()), PartOf("p", "w", proof()), budget("p", number + 1)],
                published,
            )
        )[0]
        for number, (published, alias) in enumerate(
            [("2024-01", "단지"), ("2021", "실증"), ("", "단지")]
        )
    ]
    found = Profile(said[0].path, EntityType.PROJECT, None)
    for sighting in said[::-1]:
        found.add(sighting)
    assert found.order == [("a0", "p"), ("a1", "p"), ("a2", "p")]
    assert found.first_told == "2021"
    assert found.all(Told.STATED_HOME) == ["region:48120"]
    assert found.all(Told.ALIAS) == ["단지", "실증"]
    one = Profile(said[0].path, EntityType.PROJECT, None)
    one.add(said[0])
    for sighting in said[1:]:
        found.remove(sighting)
    assert found == one
    assert found.order == one.order == [("a0", "p")]
    assert set(found.names) == {"실증단지", "단지"}
    assert found.first_told == "2024-01"
    for kind in Told:
        assert found.all(kind) == one.all(kind)
