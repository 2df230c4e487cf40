"""One press release in five papers is one voice; two writers on one topic are two."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.copies import MIN_SHINGLES, RESEMBLANCE, Copies, resemblance, sketch_of, voices_of
from graph.interchange import read_document
from graph.model import Article, Extraction
from tests.graph.examples import budget, project, read

PAGES = Path(__file__).resolve().parents[2] / "seeds" / "articles"


def page(name: str) -> str:
    return (PAGES / f"{name}.txt").read_text(encoding="utf-8-sig")


AGREEMENT = page("changwon-agreement-2020")
ZONES = page("busan-zones-2024")


def article(article_id: str, text: str) -> Extraction:
    return Extraction(Article(article_id, text), (), (), "test")


def alike(one: str, other: str) -> float:
    return resemblance(*(sketch_of(article("a", text)) for text in (one, other)))


def test_a_copy_with_another_headline_menu_and_footer_is_found() -> None:
    menu = "정치  경제  사회  문화\n많이 본 뉴스\n1 벚꽃 축제 막 올라\n로그인  회원가입\n"
    copy = menu + "다른 제목\n" + AGREEMENT.replace("창원시", "경남 창원시") + "\n© 다른신문"
    assert alike(AGREEMENT, copy) > RESEMBLANCE


def test_a_copy_without_its_last_third_is_found() -> None:
    lines = [line for line in AGREEMENT.splitlines() if line.endswith(".")]
    kept = lines[: -(len(lines) // 3)]
    assert alike(AGREEMENT, "\n".join(kept)) > RESEMBLANCE


def test_spaces_and_punctuation_make_no_other_text() -> None:
    assert alike(AGREEMENT, AGREEMENT.replace(" ", "  ").replace(",", "·")) == 1


def test_our_own_articles_on_one_topic_are_no_copies() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8-sig") for path in PAGES.glob("*.txt")}
    for one, other in combinations(sorted(texts), 2):
        assert alike(texts[one], texts[other]) < RESEMBLANCE / 2, (one, other)


def test_one_paper_s_menus_make_no_copies() -> None:
    menu = "\n".join(f"{n}번째 차림표 항목  바로 가기  전체 보기" for n in range(60)) + "\n"
    assert alike(menu + AGREEMENT, menu + ZONES) < RESEMBLANCE / 2


def test_a_text_that_is_too_short_is_a_copy_of_nothing() -> None:
    short = "창원시가 공장을 짓는다."
    assert len(short) < MIN_SHINGLES
    assert alike(short, short) == 0
    assert voices_of([article("a", short), article("b", short)]) == {"a": "a", "b": "b"}


def test_without_texts_the_quotes_tell() -> None:
    def quoting(article_id: str, *quotes: str) -> Extraction:
        claims = [budget("p", won) for won in range(1, len(quotes) + 1)]
        proven = [
            type(claim)(claim.project, claim.money, claim.kind, type(claim.evidence)(quote, "test"))
            for claim, quote in zip(claims, quotes, strict=True)
        ]
        return read(article_id, [project("p", "실증단지")], proven)

    sentences = [line[:100] for line in AGREEMENT.splitlines() if line.endswith(".")]
    others = [line[:100] for line in ZONES.splitlines() if line.endswith(".")]
    found = voices_of(
        [quoting("b", *sentences), quoting("a", *sentences[1:]), quoting("c", *others)]
    )
    assert found == {"a": "a", "b": "a", "c": "c"}


def _versions() -> list[Extraction]:
    """Three groups: five of one text, each cut elsewhere, two of another, one alone."""
    lines = AGREEMENT.splitlines()
    cut = ["\n".join([*lines[:n], *lines[n + 1 :]]) for n in range(2, 7)]
    return [
        *(article(f"a{n}", text) for n, text in enumerate(cut)),
        article("z1", ZONES),
        article("z0", ZONES + "\n끝."),
        article("m", page("busan-manufacturing-2024")),
    ]


@settings(max_examples=20)
@given(st.permutations(_versions()))
def test_the_voices_are_the_same_whatever_order_the_articles_come_in(
    shuffled: list[Extraction],
) -> None:
    assert voices_of(shuffled) == voices_of(_versions())
    assert set(voices_of(shuffled).values()) == {"a0", "z0", "m"}


@settings(max_examples=20)
@given(st.permutations(_versions()), st.sets(st.integers(0, 7)))
def test_taking_articles_out_leaves_what_the_others_alone_would_give(
    shuffled: list[Extraction], gone: set[int]
) -> None:
    copies = Copies()
    for extraction in [*shuffled, shuffled[0]]:
        copies.add(extraction.article.id, sketch_of(extraction))
    for place in gone:
        copies.remove(shuffled[place].article.id)
    rest = [one for place, one in enumerate(shuffled) if place not in gone]
    assert copies.voices() == voices_of(rest)
    for extraction in rest:
        assert extraction.article.id in copies.group(extraction.article.id)


def test_a_copy_of_a_copy_is_one_voice_until_the_one_between_them_goes() -> None:
    letters = " ".join(line for line in (AGREEMENT + ZONES).splitlines() if line.endswith("."))
    at = [len(letters) * part // 20 for part in range(21)]
    chain = {
        name: sketch_of(article(name, letters[at[start] : at[start + 12]]))
        for name, start in {"a": 0, "b": 4, "c": 8}.items()
    }
    assert resemblance(chain["a"], chain["c"]) < RESEMBLANCE
    assert resemblance(chain["a"], chain["b"]) >= RESEMBLANCE
    assert resemblance(chain["b"], chain["c"]) >= RESEMBLANCE
    copies = Copies()
    for name in "acb":
        copies.add(name, chain[name])
    assert copies.group("c") == ("a", "b", "c")
    copies.remove("b")
    assert (copies.voice("a"), copies.voice("c")) == ("a", "c")


def test_of_the_gold_articles_only_the_one_copy_is_found(gold: list[Path], shared: Path) -> None:
    pages = {path.stem: path for name in ("dev", "seeds") for path in (shared / name).glob("*.txt")}
    documents = [read_document(path.read_text(encoding="utf-8")) for path in gold]
    texts = [article(path.stem, pages[path.stem].read_text(encoding="utf-8-sig")) for path in gold]
    for voices in (voices_of(documents), voices_of(texts)):
        assert {one: voice for one, voice in voices.items() if one != voice} == {"dev-20": "dev-19"}
