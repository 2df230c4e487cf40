from __future__ import annotations

import pytest

from extractors.clutter import Line, article_lines
from extractors.document import Sentence, Zone
from extractors.korean import LONGEST_PIECE, Analyzer, pieces
from extractors.preparation import prepare
from extractors.readers import article_from_bytes, read_page
from graph.model import Article
from tests.extractors.shared_pages import NEEDS_SHARED, shared_pages

PAGE = """산맥시, 북부 산단에 소재 연구센터 짓는다
한빛일보 | 2030-01-02 07:30 | 나온누 기자
산맥시가 소재 연구센터를 짓는다. 시는 내년에 첫 삽을 뜬다고 밝혔다.
홍두루 시장은 “소재 산업을 키우겠다. 반드시 하겠다”고 말했다.
"""


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    """One Kiwi for all tests."""
    return Analyzer([("산맥시", "NNP")])


def check_offsets(text: str, sentences: tuple[Sentence, ...]) -> None:
    """Sentences in order and apart; tokens inside them, in order."""
    end = 0
    for sentence in sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        starts = [token.start for token in sentence.tokens]
        assert starts == sorted(starts)
        assert all(sentence.start <= t.start <= t.end <= sentence.end for t in sentence.tokens)
        end = sentence.end


def whole(text: str) -> tuple[Line, ...]:
    """All of a text as one line."""
    return (Line(0, len(text), Zone.BODY),)


def test_a_page_becomes_a_document(analyzer: Analyzer) -> None:
    document = prepare(article_from_bytes(PAGE.encode(), "a.txt"), analyzer)
    assert [document.surface(sentence) for sentence in document.sentences] == [
        "산맥시, 북부 산단에 소재 연구센터 짓는다",
        "산맥시가 소재 연구센터를 짓는다.",
        "시는 내년에 첫 삽을 뜬다고 밝혔다.",
        "홍두루 시장은 “소재 산업을 키우겠다. 반드시 하겠다”고 말했다.",
    ]
    assert [sentence.paragraph for sentence in document.sentences] == [0, 1, 1, 2]
    assert document.article.title == "산맥시, 북부 산단에 소재 연구센터 짓는다"
    assert (document.article.outlet, document.article.reporter) == ("한빛일보", "나온누")
    assert str(document.article.published) == "2030-01-02"
    check_offsets(PAGE, document.sentences)


def test_what_an_article_knows_is_kept(analyzer: Analyzer) -> None:
    article = Article(id="a1", text=PAGE, outlet="산맥일보")
    assert prepare(article, analyzer).article.outlet == "산맥일보"
    with pytest.raises(ValueError, match="without its text"):
        prepare(Article(id="a1"), analyzer)


def test_user_words_are_known(analyzer: Analyzer) -> None:
    (sentence,) = analyzer.sentences("산맥시가 연다.", whole("산맥시가 연다."))
    assert (sentence.tokens[0].form, sentence.tokens[0].tag) == ("산맥시", "NNP")


@pytest.mark.parametrize(
    "text",
    [
        "시가 😀 짓는다. 또 🏭 짓는다.",
        "市가 漢字를 쓴다.",
        "반쪽 \ud83d 글자다.",
        "ㅋㅋ\u200b 끝이다.",
    ],
)
def test_odd_characters_do_not_shift_offsets(analyzer: Analyzer, text: str) -> None:
    sentences = analyzer.sentences(text, whole(text))
    check_offsets(text, sentences)
    assert text[sentences[-1].start : sentences[-1].end].endswith(".")


def test_a_quoted_name_opens_its_own_sentence(analyzer: Analyzer) -> None:
    text = "‘구름 센터’는 위성을 만드는 곳이다. ‘바람 단지’는 약초와 두부 업종을 받는다."
    sentences = analyzer.sentences(text, whole(text))
    assert [text[one.start : one.end] for one in sentences] == [
        "‘구름 센터’는 위성을 만드는 곳이다.",
        "‘바람 단지’는 약초와 두부 업종을 받는다.",
    ]


@pytest.mark.parametrize("text", ["시가 센터를 짓는다. " * 3000, "가나다라 " * 9000, "가" * 30_000])
def test_long_lines_are_cut_into_whole_words(analyzer: Analyzer, text: str) -> None:
    cuts = list(pieces(text, 0, len(text)))
    assert [start for start, _ in cuts[1:]] == [end for _, end in cuts[:-1]]
    assert (cuts[0][0], cuts[-1][1]) == (0, len(text))
    assert max(end - start for start, end in cuts) <= LONGEST_PIECE
    if " " in text:
        assert all(text[end - 1] == " " for _, end in cuts[:-1])
    check_offsets(text, analyzer.sentences(text, whole(text)))


@NEEDS_SHARED
def test_the_same_page_gives_the_same_sentences(analyzer: Analyzer) -> None:
    for path in shared_pages()[:8]:
        article = read_page(path)
        document = prepare(article, analyzer)
        check_offsets(document.text, document.sentences)
        lines = article_lines(document.text)
        assert analyzer.sentences(document.text, lines) == document.sentences
        inside = [(line.start, line.end) for line in lines]
        for sentence in document.sentences:
            assert any(start <= sentence.start and sentence.end <= end for start, end in inside)
