import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names

PERSON = EntityType.PERSON


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("지역 대학(고창윤 가람대 총장, 이석훈 두루대 부총장) 등이 왔다.", {"고창윤", "이석훈"}),
        ("다온연합회(회장:민도윤)와 협약을 맺었다.", {"민도윤"}),
        ("박희도 가온운용(주) 대표는 답했다.", {"박희도"}),
        ("행사에는 손윤철 다온클라비스 회장, 박도윤 밀양시장이 왔다.", {"손윤철", "박도윤"}),
        ("장동영 현 원장이 물러난다.", {"장동영"}),
        ("한도훈 ㈜다온디펜스 대표이사와 만났다.", {"한도훈"}),
        ("거제시장 권한대행 정도규 부시장은 답했다.", {"정도규"}),
        ("Peter Kim 다온 사장은 답했다.", {"Peter Kim"}),
        ("다온코리아 James Lee 대표가 왔다.", {"James Lee"}),
        ("켄 라미레즈 재료·수소사업본부장 부사장이 왔다.", {"켄 라미레즈"}),
        ("머크 볼프 하인젤 대표는 답했다.", {"볼프 하인젤"}),
        ("임기근 2차관은 답했다.", {"임기근"}),
        ("시는 새 원장에 하동진(57·전 국장)씨를 앉혔다.", {"하동진"}),
        ("김나래 다온 아태 대표는 웃었다.", {"김나래"}),
    ],
)
def test_a_guest_is_told_by_the_office_behind_a_body(text: str, found: set[str]) -> None:
    assert names(text, PERSON) == found


@pytest.mark.parametrize(
    "text",
    [
        "㈜나래디지털 사천점 대표 번호다.",
        "시와 연구원이 함께했다.",
        "Open Innovation 센터장은 비어 있다.",
        "K Beauty 대표 상품이 나온다.",
        "제품은 이동식 나래로봇 대표 모델이다.",
        "센터(정보원 나래 시장 조사)는 열렸다.",
        "재원(국비 민자 회장 부담)은 정해졌다.",
    ],
)
def test_words_before_an_office_are_no_guests(text: str) -> None:
    assert not names(text, PERSON)
