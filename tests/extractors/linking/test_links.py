"""Links: which pairs are weighed, what is seen of them, what becomes of the rules' claims."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.linking import links
from extractors.linking.candidates import LEARNED, candidates
from extractors.linking.features import features
from extractors.linking.logistic import BIAS, Logistic
from extractors.linking.scene import Scene
from extractors.models import load
from extractors.reading import Reading
from extractors.relations import find_claims
from graph.model import Located, Part, Participates
from tests.extractors.relations.told import reading_of

TEXT = "나래군은 ‘갈대 실증센터’를 짓는다. 시공은 두루건설이 맡았다. 마루대학교는 축제를 열었다."
PARTICIPATES = LEARNED["participates"]


@pytest.fixture
def reading() -> Reading:
    return reading_of(
        TEXT,
        region="나래군",
        project="갈대 실증센터",
        company="두루건설",
        university="마루대학교",
    )


def _pairs(scene: Scene) -> set[tuple[str, str]]:
    return {(one.name, other.name) for one, other, _ in candidates(scene, PARTICIPATES)}


def _weighing(model: Logistic, monkeypatch: pytest.MonkeyPatch) -> None:
    models = {"participates": Logistic({links.THRESHOLD: 0.5, **model.weights})}
    nothing = Logistic({links.THRESHOLD: 1.0, BIAS: -9.0})
    monkeypatch.setattr(links, "load", lambda name: models.get(name, nothing))


def test_a_pair_is_weighed_that_a_sentence_or_its_theme_brings_together(reading: Reading) -> None:
    assert ("나래군", "갈대 실증센터") in _pairs(Scene(reading, ()))
    assert ("두루건설", "갈대 실증센터") in _pairs(Scene(reading, ()))


def test_how_two_names_stand_is_seen(reading: Reading) -> None:
    scene = Scene(reading, ())
    county, centre = reading.entities[0], reading.entities[1]
    if county.name != "나래군":
        county, centre = centre, county
    seen = features(scene, county, centre, ("participates/object",))
    assert {"r:participates/object", "r:", "pa 은", "pb 를", "AB p 은/를"} <= seen


def test_what_is_likely_is_claimed_with_its_probability(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    _weighing(Logistic({BIAS: 3.0}), monkeypatch)
    found = links.link(reading, [])
    assert found
    assert all(isinstance(claim, Participates) for claim in found)
    assert {claim.evidence.confidence for claim in found} == {0.95}
    assert {claim.evidence.extractor for claim in found} == {"participates/learned"}
    for claim in found:
        assert claim.evidence.quote in TEXT


def test_what_is_unlikely_is_not_claimed_even_where_a_rule_proposes_it(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = find_claims(reading)
    assert any(isinstance(claim, Participates) for claim in claims)
    _weighing(Logistic({BIAS: -3.0}), monkeypatch)
    assert not [c for c in links.link(reading, claims) if isinstance(c, Participates)]


def test_a_rules_claim_keeps_its_words_and_part(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = [claim for claim in find_claims(reading) if isinstance(claim, Participates)]
    _weighing(Logistic({BIAS: 3.0}), monkeypatch)
    found = {(c.evidence.quote, c.part) for c in links.link(reading, claims) if hasattr(c, "part")}
    assert {(claim.evidence.quote, claim.part) for claim in claims} <= found


def test_claims_that_are_not_learned_stay_as_the_rules_have_them(reading: Reading) -> None:
    claims = [claim for claim in find_claims(reading) if claim.TYPE not in LEARNED]
    assert [c for c in links.link(reading, claims) if c.TYPE not in LEARNED] == claims


def test_every_learned_relation_ships_its_model() -> None:
    for name in LEARNED:
        assert 0 < load(name).weights[links.THRESHOLD] < 1
    assert all(load(f"participates-{part.value}").weights for part in Part)


def test_a_place_is_claimed_of_what_may_lie_somewhere() -> None:
    text = "‘갈대 실증센터’는 나래군 두루산단에 들어선다."
    reading = reading_of(text, project="갈대 실증센터", region="나래군", site="두루산단")
    found = links.link(reading, find_claims(reading))
    assert any(isinstance(claim, Located) for claim in found)


def test_the_proof_of_a_link_holds_the_name_that_is_linked(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    _weighing(Logistic({BIAS: 3.0}), monkeypatch)
    for claim in links.link(reading, []):
        if isinstance(claim, Participates):
            assert reading.by_key[claim.organization].name in claim.evidence.quote


def test_where_else_a_thing_is_put_is_seen() -> None:
    reading = reading_of(
        "나래시 마루면에 ‘갈대 실증센터’를 짓는다.",
        region="나래시, 마루면",
        project="갈대 실증센터",
    )
    scene = Scene(reading, find_claims(reading))
    city, centre = reading.by_key["나래시"], reading.by_key["갈대 실증센터"]
    town = reading.by_key["마루면"]
    assert "else TrueFalse False" in features(scene, centre, city, ())
    assert "else False True" in features(scene, centre, town, ("located/verb",))


def test_how_sure_the_surest_rule_is_is_seen() -> None:
    reading = reading_of(
        "나래시 마루면에 ‘갈대 실증센터’를 짓는다.",
        region="나래시, 마루면",
        project="갈대 실증센터",
    )
    scene = Scene(reading, find_claims(reading))
    city, town = reading.by_key["나래시"], reading.by_key["마루면"]
    assert "sure 4" in features(scene, town, city, ("located/row",))
    assert "sure 2" in features(scene, reading.by_key["갈대 실증센터"], town, ("located/verb",))


def test_words_beside_a_place_and_what_it_is_larger_than_are_seen() -> None:
    reading = reading_of(
        "나래시는 마루면에 들어서는 갈대 실증센터를 내년에 연다.",
        region="나래시, 마루면",
        project="갈대 실증센터",
    )
    scene = Scene(reading, find_claims(reading))
    city, centre = reading.by_key["나래시"], reading.by_key["갈대 실증센터"]
    town = reading.by_key["마루면"]
    assert {"BA before 어서는", "BA after 를"} <= features(scene, centre, town, ())
    assert "smaller True" in features(scene, centre, city, ())
    assert "levels 4>2" in features(scene, town, city, ())


def test_what_kind_of_undertaking_is_placed_is_seen(reading: Reading) -> None:
    scene = Scene(reading, ())
    centre, county = reading.by_key["갈대 실증센터"], reading.by_key["나래군"]
    assert "k house>2" in features(scene, centre, county, ())


def test_what_is_named_most_may_take_part_in_what_no_sentence_joins_it_to() -> None:
    scene = _scene(
        "나래군은 축제를 연다. 날이 맑다. ‘물결 실증센터’에는 10억원이 든다.",
        region="나래군",
        project="물결 실증센터",
    )
    assert ("나래군", "물결 실증센터") in _pairs(scene)


def test_a_region_is_seen_beside_what_a_project_is_named_after() -> None:
    read = reading_of(
        "‘경남 갈대 실증센터’가 문을 연다. 전남도는 경남에 들렀다.",
        region="경남, 전남도",
        project="경남 갈대 실증센터",
    )
    refs = {"경남": "region:4800000000", "전남도": "region:4600000000"}
    entities = tuple(replace(entity, ref=refs.get(entity.name)) for entity in read.entities)
    scene = Scene(Reading(read.document, entities, read.occurrences), ())
    seen = {
        one.name: features(scene, one, other, ())
        for one, other, _ in candidates(scene, PARTICIPATES)
    }
    assert {"na 1", "n region>project 센터", "home 1>same"} <= seen["경남"]
    assert "home 1>elsewhere" in seen["전남도"]


def _scene(text: str, **named: str) -> Scene:
    read = reading_of(text, **named)
    return Scene(read, find_claims(read))


def test_the_ground_behind_a_place_is_seen() -> None:
    told = "시는 누리면 일원 12만㎡를 살폈다."
    scene = Scene(reading_of(told, region="누리면"), ())
    assert set(scene.told(0).ground.values()) == {"area"}


def test_how_two_names_stand_to_the_points_of_a_list_is_seen() -> None:
    text = "‘나래 물길’에는 △다래산업 △라온건설이 참여한다."
    scene = _scene(text, project="나래 물길", company="다래산업, 라온건설")
    water, mill, builder = (
        scene.reading.by_key[key] for key in ("나래 물길", "다래산업", "라온건설")
    )
    beside = features(scene, mill, builder, ())
    below = features(scene, builder, water, ())
    assert any("points 1 False 0" in sign for sign in beside)
    assert any("points 2 True 0" in sign for sign in below)


def test_a_public_call_lies_nowhere() -> None:
    reading = reading_of(
        "나래군은 ‘갈대 실증 공모’의 대상지로 뽑혔다.", region="나래군", project="갈대 실증 공모"
    )
    scene = Scene(reading, find_claims(reading))
    located = {one.key for one, _, _ in candidates(scene, LEARNED["located"])}
    assert "갈대 실증 공모" not in located


def test_no_ministry_wins_a_call_whatever_a_rule_says(monkeypatch: pytest.MonkeyPatch) -> None:
    told = reading_of(
        "나래부는 ‘갈대 실증사업’에 선정됐다.", government="나래부", project="갈대 실증사업"
    )
    keys = {entity.name: entity.key for entity in told.entities}
    evidence = told.evidence(0, 3, "participates/phrase", 0.9)
    rule = Participates(keys["나래부"], keys["갈대 실증사업"], Part.SELECTED, evidence)
    _weighing(Logistic({BIAS: 3.0}), monkeypatch)
    (claim,) = [c for c in links.link(told, [rule]) if isinstance(c, Participates)]
    assert claim.part is not Part.SELECTED
