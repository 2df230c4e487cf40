import re

import pytest

from extractors.gazetteer import Gazetteer
from extractors.linking.logistic import Logistic
from extractors.mentions.ground import Ground
from extractors.mentions.judge import AGAIN, KINDS, Judged, Models, find, gathered, offer, settled
from extractors.mentions.mention import Mention
from extractors.mentions.shape import kind_of
from extractors.training.undertakings import Seen, labelled, train
from graph.model import EntityType
from tests.extractors.shared_names import document_of

TEXT = "시는 ‘가온 실증사업’과 나래센터를 추진한다. 가온 실증사업에는 30억원이 든다."


def test_a_name_is_judged_once_by_all_its_places() -> None:
    found = {judged.name: judged for judged in judged_in(TEXT)}
    own = found["가온실증사업"]
    assert len({proposal.start for proposal in own.proposals}) == 2
    assert {"quote=‘", "kind=undertaking", "money=after"} <= own.traits


@pytest.mark.parametrize(
    ("text", "name", "trait"),
    [
        (
            "군은 ▷갈대길 정비 21억원 ▷공원 확충 18억원 ▷도랑 보수 14억원을 쓴다.",
            "도랑보수",
            "list-money=3",
        ),
        ("시는 갈대 공모사업 3건을 따냈다.", "갈대공모사업", "number=after"),
        (
            "1층에는 갈대관과 어린이박물관이, 2층에는 수장고가 들어선다.",
            "어린이박물관",
            "other|storey",
        ),
        ("노선은 갈대오거리를 거쳐 들꽃공원에 닿는다.", "들꽃공원", "route=원"),
        (
            "사업 내용은 ▲갈대길 정비 ▲공원 확충 ▲도랑 보수 등 3개 과제다.",
            "도랑보수",
            "list-lead=내용",
        ),
        (
            "사업 내용은 ▲갈대길 정비 ▲공원 확충 ▲도랑 보수 등 3개 과제다.",
            "갈대길정비",
            "list-closing=과제",
        ),
        ("시는 국토교통부의 갈대 공모사업에 뽑혔다.", "갈대공모사업", "owner-of=government"),
        ("시는 갈대센터와 갈대센터 구축사업을 설명했다.", "갈대센터", "begins-longer:undertaking"),
        ("시는 갈대센터와 갈대센터 구축사업을 설명했다.", "갈대센터구축사업", "has-beginning"),
        ("시는 갈대 실증사업을 추진한다.", "갈대실증사업", "head=실증"),
        ("시는 갈대 실증사업을 추진한다.", "갈대실증사업", "first=갈대"),
        ("시는 2차 규제자유특구를 추진한다.", "2차규제자유특구", "round"),
        ("시는 지금 조성하는 갈대산업단지를 찾았다.", "갈대산단", "mod=조성"),
        ("시는 갈대산업단지에 새 온실을 짓는다.", "갈대산단", "hosting"),
        ("갈대센터(센터장 배나래)는 문을 열었다.", "갈대센터", "headed"),
        ("들꽃연구원과 갈대센터가 뜻을 모았다.", "갈대센터", "beside=institute"),
        (
            "시는 길을 낸다.\n\n◇ 갈대 실증사업이 연 길\n\n시는 땅을 판다.",
            "갈대실증사업",
            "bullet=head",
        ),
    ],
)
def test_what_is_seen_around_a_name(text: str, name: str, trait: str) -> None:
    traits = {judged.name: judged.traits for judged in judged_in("밀양시 소식\n\n" + text)}[name]
    assert trait in {re.sub(r"^[a-z]+\|", "other|", seen) for seen in traits} | traits


def test_the_likelier_of_two_that_overlap_stays() -> None:
    def mention(start: int, end: int, confidence: float) -> Mention:
        return Mention(start, end, EntityType.PROJECT, "x", "project.phrase", confidence)

    kept = settled([mention(0, 10, 0.5), mention(4, 10, 0.9), mention(12, 20, 0.5)])
    assert [m.start for m in kept] == [4, 12]


@pytest.mark.parametrize(("sure", "kept"), [(0.6, ["갈대산단 재생사업"]), (0.45, ["갈대산단"])])
def test_a_place_within_a_likely_undertaking_is_part_of_its_name(
    sure: float, kept: list[str]
) -> None:
    whole = Mention(3, 12, EntityType.PROJECT, "갈대산단 재생사업", "project.phrase", sure)
    place = Mention(3, 7, EntityType.SITE, "갈대산단", "site.phrase", 0.98)
    assert [m.name for m in settled([place, whole])] == kept


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("시는 ‘가온 실증연구단지’를 조성한다. 연구단지에는 30억원이 든다.", ["연구단지"]),
        ("연구단지에는 30억원이 든다. 시는 ‘가온 실증연구단지’를 조성한다.", []),
        ("시는 ‘가온 실증연구단지’와 ‘누리 소재연구단지’를 짓는다. 연구단지에 30억이 든다.", []),
    ],
    ids=["behind its name", "before it", "two end so"],
)
def test_the_end_of_one_name_is_its_short_form(told: str, found: list[str]) -> None:
    quoted = Logistic({"(bias)": -5.0, "quote=‘": 10.0})
    models = _twice(quoted, Logistic({"(bias)": -5.0}))
    ground = Ground(document_of(told), gazetteer())
    mentions = find(ground, offer(ground), models)
    assert [m.name for m in mentions if m.rule == "project.short"] == found


def test_a_last_part_tells_the_kind() -> None:
    assert [kind_of(name) for name in ("가온산단", "가온사업", "가온육성", "가온")] == [
        "place",
        "undertaking",
        "doing",
        "none",
    ]


def test_training_learns_what_the_annotation_names() -> None:
    names = [("project", "가온 실증사업"), ("site", "나래센터"), ("industry", "로봇 산업")]
    entities = [{"type": kind, "name": name, "aliases": []} for kind, name in names]
    document = document_of(TEXT + " 로봇 산업을 키운다.")
    seen = list(labelled(document, {"entities": entities}, gazetteer(), tuned=False))
    assert {"project", "site", "industry"} <= {name.kind for name in seen}
    praised = Seen("", frozenset({"praise"}), 1.0, (*KINDS, EntityType.INDUSTRY))
    models = train([[*seen, praised]] * 4)
    for kind in (EntityType.PROJECT, EntityType.INDUSTRY):
        traits = next(name.traits for name in seen if name.kind == kind.value)
        assert models[kind].probability(traits) > 0.5


def _twice(project: Logistic, site: Logistic) -> Models:
    """Models that judge a name the same with its kin and without."""
    found: dict[str, Logistic] = {}
    for kind, model in ((EntityType.PROJECT, project), (EntityType.SITE, site)):
        found |= {kind: model, AGAIN[kind]: model}
    return found


def test_a_name_is_judged_with_its_kin() -> None:
    ground = Ground(document_of("시는 ‘가온 실증사업’과 나래센터를 추진한다."), gazetteer())
    marked = Logistic({"(bias)": -5.0, "quote=‘": 10.0})
    models = dict(_twice(marked, Logistic({"(bias)": -5.0})))
    assert [m.name for m in find(ground, offer(ground), models)] == ["가온 실증사업"]
    kin = {"(bias)": -5.0, "quote=‘": 10.0, "behind:project-sure": 10.0}
    models[AGAIN[EntityType.PROJECT]] = Logistic(kin)
    assert [m.name for m in find(ground, offer(ground), models)] == ["가온 실증사업", "나래센터"]


def judged_in(text: str) -> list[Judged]:
    ground = Ground(document_of(text), gazetteer())
    return list(gathered(ground, offer(ground)))


def gazetteer() -> Gazetteer:
    return Gazetteer.load()
