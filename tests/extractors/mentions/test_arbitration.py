from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.mentions.arbitration import HELD, OWNERS, arbitrate
from extractors.mentions.mention import Mention
from graph.model import EntityType
from tests.extractors.shared_names import document_of, read

mentions = st.builds(
    lambda start, length, kind, confidence: Mention(
        start, start + length, kind, "가" * length, "test", confidence
    ),
    st.integers(0, 40),
    st.integers(1, 12),
    st.sampled_from(list(EntityType)),
    st.floats(0.5, 1),
)


@given(st.lists(mentions, max_size=12))
def test_what_stays_overlaps_only_as_a_whole_inside_another(found: list[Mention]) -> None:
    stay = arbitrate(found)
    assert stay == sorted(stay, key=lambda m: (m.start, -m.end))
    for one in stay:
        for other in stay:
            if one is not other and one.start < other.end and other.start < one.end:
                inner = min(one, other, key=lambda m: m.end - m.start)
                assert one.type is not other.type
                assert inner.type in HELD | OWNERS


def test_the_longer_name_wins() -> None:
    short = Mention(0, 2, EntityType.COMPANY, "가나", "test", 0.9)
    long = Mention(0, 6, EntityType.INSTITUTE, "가나연구원", "test", 0.8)
    assert arbitrate([short, long]) == [long]


def test_a_region_inside_a_projects_name_stays() -> None:
    place = Mention(0, 2, EntityType.REGION, "밀양", "test", 0.9)
    project = Mention(0, 8, EntityType.PROJECT, "밀양 나노센터", "test", 0.8)
    assert set(arbitrate([place, project])) == {place, project}


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet="밀양시가온 나노센터를()‘’, 1억원박도윤장은·", max_size=60))
def test_every_span_quotes_its_text(text: str) -> None:
    line = f"밀양시는 {text} 밝혔다."
    reading = read(line)
    for entity in reading.entities:
        for span in entity.spans:
            span.check(line)
    assert list(reading.occurrences) == sorted(reading.occurrences)


def test_an_empty_document_has_no_entities() -> None:
    assert document_of("").sentences == ()
    assert read("").entities == ()
