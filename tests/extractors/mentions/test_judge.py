import pytest

from extractors.gazetteer import Gazetteer
from extractors.linking.logistic import Logistic
from extractors.mentions.ground import Ground
from extractors.mentions.judge import find, gathered, settled
from extractors.mentions.mention import Mention
from extractors.mentions.shape import kind_of
from extractors.training.undertakings import labelled, train
from graph.model import EntityType
from tests.extractors.shared_names import document_of

TEXT = "시는 ‘가온 실증사업’과 나래센터를 추진한다. 가온 실증사업에는 30억원이 든다."


def test_a_name_is_judged_once_by_all_its_places() -> None:
    found = {judged.name: judged for judged in gathered(Ground(document_of(TEXT), gazetteer()))}
    own = found["가온실증사업"]
    assert len({proposal.start for proposal in own.proposals}) == 2
    assert {"quote=‘", "kind=undertaking", "money=after"} <= own.traits


def test_the_likelier_of_two_that_overlap_stays() -> None:
    def mention(start: int, end: int, confidence: float) -> Mention:
        return Mention(start, end, EntityType.PROJECT, "x", "project.phrase", confidence)

    kept = settled([mention(0, 10, 0.5), mention(4, 10, 0.9), mention(12, 20, 0.5)])
    assert [m.start for m in kept] == [4, 12]


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
    models = {EntityType.PROJECT: quoted, EntityType.SITE: Logistic({"(bias)": -5.0})}
    mentions = find(Ground(document_of(told), gazetteer()), models)
    assert [m.name for m in mentions if m.rule == "project.short"] == found


def test_a_last_part_tells_the_kind() -> None:
    assert [kind_of(name) for name in ("가온산단", "가온사업", "가온육성", "가온")] == [
        "place",
        "undertaking",
        "doing",
        "none",
    ]


def test_training_learns_what_the_annotation_names() -> None:
    names = [("project", "가온 실증사업"), ("site", "나래센터")]
    entities = [{"type": kind, "name": name, "aliases": []} for kind, name in names]
    seen = list(labelled(document_of(TEXT), {"entities": entities}, gazetteer(), tuned=False))
    assert {"project", "site"} <= {kind for kind, _, _ in seen}
    models = train([*seen, ("", frozenset({"praise"}), 1.0)] * 4)
    traits = next(traits for kind, traits, _ in seen if kind == "project")
    assert models[EntityType.PROJECT].probability(traits) > 0.5


def gazetteer() -> Gazetteer:
    return Gazetteer.load()
