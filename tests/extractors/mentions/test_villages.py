import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names

REGION = EntityType.REGION


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("경북 영덕군이 나섰다. 군은 흥전리 일원 12만㎡에 센터를 짓는다.", {"흥전리"}),
        ("경북 영덕군이 나섰다. 단지는 자등리에서 추진돼 왔다.", {"자등리"}),
        ("충남 홍성군이 나섰다. 문덕리와 신정리에 걸친 단지다.", {"문덕리"}),
        ("충남 홍성군이 나섰다. 집현리의 옛 창고를 사들인다.", {"집현리"}),
    ],
)
def test_a_village_stands_alone_where_its_county_is_named_before(
    text: str, found: set[str]
) -> None:
    assert found <= names(text, REGION)


@pytest.mark.parametrize(
    "text",
    [
        "충남 홍성군은 배터리의 값과 갤러리에 걸린 그림, 스마트 팩토리와 로봇을 말했다.",
        "충남 홍성군은 혁신밸리에 온실을 짓고 박경리의 자취를 따라 길을 낸다.",
        "흥전리에 들어선다고 했다.",
    ],
)
def test_what_only_ends_like_a_village_or_stands_in_no_region_is_none(text: str) -> None:
    assert not {name for name in names(text, REGION) if name.endswith("리")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "경남 밀양시 부북면 감천·제대·오례·운전리 일원에 짓는다.",
            {"감천", "제대", "오례", "운전리"},
        ),
        ("전주시 팔복·여의·고랑동 일원 65만㎡를 골랐다.", {"팔복", "여의", "고랑동"}),
    ],
)
def test_villages_share_what_the_last_of_a_list_ends_in(text: str, found: set[str]) -> None:
    assert found <= names(text, REGION)


def test_a_town_that_is_a_word_too_is_one_before_its_village() -> None:
    found = names("강원 철원군이 나섰다. 서면 자등리에는 연구동을 갖췄다.", REGION)
    assert {"서면", "자등리"} <= found
    assert "서면" not in names("강원 철원군은 서면 통보 뒤에 서면 정리에 들어갔다.", REGION)
