import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "시는 3일 ‘조선업 재도약을 위한 토크 콘서트’를 열었다.",
            "조선업 재도약을 위한 토크 콘서트",
        ),
        ("두 나라는 ‘기술 투자 협력 세션’에서 만났다.", "기술 투자 협력 세션"),
        ("시는 지난달 독일 방산전에 참석했다.", "독일 방산전"),
        ("도는 기업 10곳과 CES 2024에 나갔다.", "CES 2024"),
        ("산단은 3월 민생토론회에서 약속됐다.", "민생토론회"),
    ],
)
def test_an_event_is_known_by_its_quotes_its_place_or_its_name(text: str, name: str) -> None:
    assert name in names(text, EntityType.EVENT)


@pytest.mark.parametrize(
    "text",
    [
        "그는 ‘모두를 놀라게 할 콘서트를 열겠다’고 했다.",
        "회사는 ICES와 계약했다.",
        "지역에는 작은 박람회가 많다.",
    ],
)
def test_what_only_holds_the_word_is_no_event(text: str) -> None:
    assert not names(text, EntityType.EVENT)


@pytest.mark.parametrize(
    "text",
    ["강원 ‘연료전지·발전’ 사업이 뽑혔다.", "시는 ‘전기차 급속 충전’ 사업과 ‘2030 비전’을 냈다."],
)
def test_a_word_that_only_ends_as_a_show_does_is_no_event(text: str) -> None:
    assert not names(text, EntityType.EVENT)
