"""Listed sites: quarters by their short names, where the text speaks of their city."""

import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names


@pytest.mark.parametrize(
    ("text", "quarter", "meant"),
    [
        ("인천시는 송도에 공장을 짓는다.", "송도", True),
        ("부산 서구는 부산 송도에 쉼터를 짓는다. 인천은 멀다.", "송도", False),
        ("밀양시는 판교를 본떠 단지를 꾸린다.", "판교", False),
    ],
)
def test_a_quarters_short_name_is_its_own_only_where_its_city_is_meant(
    text: str, quarter: str, *, meant: bool
) -> None:
    assert (quarter in names(text, EntityType.SITE)) is meant
