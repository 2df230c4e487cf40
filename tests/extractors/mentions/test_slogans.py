import pytest

from extractors.gazetteer import FOLDER, Gazetteer
from extractors.mentions.slogans import is_vain
from extractors.mentions.survey import survey
from tests.extractors.shared_names import document_of

GAZETTEER = Gazetteer.load(FOLDER)


def vain(text: str, name: str) -> bool:
    start = text.index(name)
    return is_vain(survey(document_of(text), GAZETTEER).ground, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("시는 ‘갈대소재 중심도시 김해’를 알렸다.", "갈대소재 중심도시 김해"),
        ("총회는 ‘갈대 산업의 앞날과 대응 방안’을 주제로 열렸다.", "갈대 산업의 앞날과 대응 방안"),
        ("‘모두의 갈대’라는 시의 비전 아래 뛴다.", "모두의 갈대"),
        ("시는 갈대소재 선도도시의 입지를 다졌다.", "갈대소재 선도도시"),
        ("군은 갈대소재 창업 컨트롤타워를 맡는다.", "갈대소재 창업 컨트롤타워"),
        (
            "그는 “이번 사업은 나라의 핵심 기반 구축”이라고 했다.",
            "이번 사업은 나라의 핵심 기반 구축",
        ),
        ("이 특구는 32곳 가운데 으뜸이다.", "이 특구"),
        ("들꽃산단 산업용지 가운데 일부가 팔렸다.", "들꽃산단 산업용지 가운데"),
        ("김해시(시장 배나래)는 밝혔다.", "김해시(시장 배나래)"),
        ("시와 공단은 함께 나선다.", "시와 공단"),
        ("나래시는 김해시 현안사업을 건의했다.", "김해시 현안사업"),
        ("도는 2027년도 국비 공모사업을 찾는다.", "2027년도 국비 공모사업"),
        ("군은 역점사업을 점검했다.", "역점사업"),
        ("도는 갈대산업 거점도시 도약을 꾀한다.", "갈대산업 거점도시 도약"),
        ("“갈대산업이 가능성을 인정받은 것”이라고 했다.", "갈대산업이 가능성을 인정받은 것"),
        ("갈대단지가 예비타당성조사 대상사업에 올랐다.", "예비타당성조사 대상사업"),
        ("이는 공기업 주도로 갈대 거점사업을 잇는 방식이다.", "공기업 주도로 갈대 거점사업"),
        ("도는 500㎏급 갈대 관측 위성을 띄운다.", "급 갈대 관측 위성"),
        ("김해 들꽃연구원이 갈대 국가산단에 든다.", "들꽃연구원이 갈대 국가산단"),
        ("시는 항만 기능 제고와 갈대산업 주도권 선점에 힘쓴다.", "항만 기능 제고"),
        ("시는 갈대봉 일대의 숲마루권을 살린다.", "갈대봉 일대의 숲마루권"),
        ("시는 ‘갈대산업 판도바꾸개’로 불리는 장비를 샀다.", "갈대산업 판도바꾸개"),
        ("군은 ‘갈대산업 으뜸단지’를 군정 비전으로 삼았다.", "갈대산업 으뜸단지"),
        ("시는 ‘숨 쉬는 갈대공원 조성’을 새 슬로건으로 내걸었다.", "숨 쉬는 갈대공원 조성"),
    ],
)
def test_a_slogan_a_theme_or_a_piece_of_a_sentence_is_no_name(text: str, name: str) -> None:
    assert vain(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("국토부는 갈대 시범도시 공모를 냈다.", "갈대 시범도시"),
        ("시는 ‘들꽃 신경제중심지’ 조성에 나섰다.", "들꽃 신경제중심지"),
        ("도는 ‘갈대소재 허브단지 김해’를 짓는다.", "갈대소재 허브단지 김해"),
        ("이 사업은 이음센터 건립을 돕는다.", "이음센터 건립"),
        ("도는 ‘갈대골 생활 혁신’ 사업을 따냈다.", "갈대골 생활 혁신"),
        ("도는 갈대 현안사업 지원단을 꾸렸다.", "갈대 현안사업 지원단"),
        ("군은 갈대센터 건립을 목표로 뛴다.", "갈대센터 건립"),
    ],
)
def test_a_name_that_only_sounds_like_one_stays(text: str, name: str) -> None:
    assert not vain(text, name)
