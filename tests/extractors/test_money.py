from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.money import amount_of, find_money
from extractors.money_context import MoneyRole, money_role
from graph.values import Approximation

UNITS = ((10**12, "조"), (10**8, "억"), (10**4, "만"), (1, ""))


def _small(value: int, manner: str) -> str:
    """A number below 10,000: `4300`, `4,300`, `4천300` or `4천3백`."""
    if manner == "digits":
        return str(value)
    if manner == "commas":
        return f"{value:,}"
    thousands, rest = divmod(value, 1000)
    if manner == "thousands":
        return (f"{thousands}천" if thousands else "") + (str(rest) if rest else "")
    written = f"{thousands}천" if thousands else ""
    for size, unit in ((100, "백"), (10, "십")):
        count, rest = divmod(rest, size)
        written += f"{count}{unit}" if count else ""
    return written + (str(rest) if rest else "")


def written(amount: int, manner: str, gap: str) -> str:
    """An amount of won in one Korean manner."""
    parts = []
    for size, unit in UNITS:
        count, amount = divmod(amount, size)
        if count:
            parts.append(_small(count, manner) + unit)
    return gap.join(parts)


AMOUNTS = st.one_of(
    st.integers(1, 10**16 - 1),
    st.builds(lambda n, unit: n * unit, st.integers(1, 9999), st.sampled_from([10**4, 10**8])),
)
MANNERS = st.sampled_from(["digits", "commas", "thousands", "all"])


@given(AMOUNTS, MANNERS, st.sampled_from(["", " "]), st.sampled_from(["원", " 원"]))
def test_every_korean_manner_is_read_exactly(amount: int, manner: str, gap: str, won: str) -> None:
    text = f"사업비 {written(amount, manner, gap)}{won}을 들인다."
    (found,) = find_money(text)
    assert (found.money.amount, found.money.currency) == (amount, "KRW")
    assert text[found.start : found.end] == found.money.as_written == text[4:-6]


@given(st.integers(1, 10**15))
def test_plain_digits_with_commas_are_read_exactly(amount: int) -> None:
    (found,) = find_money(f"총 {amount:,}원")
    assert found.money.amount == amount


@given(st.integers(1, 9_999_999).filter(lambda tenths: tenths % 10))
def test_decimal_units_never_become_floats(tenths: int) -> None:
    (found,) = find_money(f"{tenths // 10}.{tenths % 10}억원")
    assert found.money.amount == tenths * 10**7


@given(st.text(alphabet="0123456789.,조억만천백십원달러~ 약여대개명-일"))
def test_spans_are_ordered_apart_and_quote_their_text(text: str) -> None:
    end = 0
    for found in find_money(text):
        assert end <= found.start < found.end <= len(text)
        assert found.money.as_written == text[found.start : found.end]
        assert found.upper is None or found.upper.amount > found.money.amount
        end = found.end


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("447억5천만원", 44_750_000_000, "KRW"),
        ("2016억여원", 201_600_000_000, "KRW"),
        ("1조2천억 투자", 1_200_000_000_000, "KRW"),
        ("1조 4,000억원", 1_400_000_000_000, "KRW"),
        ("4천300억", 430_000_000_000, "KRW"),
        ("2천700여만원", 27_000_000, "KRW"),
        ("20억여 원", 2_000_000_000, "KRW"),
        ("천만원", 10_000_000, "KRW"),
        ("5백만원", 5_000_000, "KRW"),
        ("일억원", 100_000_000, "KRW"),
        ("1.5조", 1_500_000_000_000, "KRW"),
        ("490,000천원", 490_000_000, "KRW"),
        ("1,200백만원", 1_200_000_000, "KRW"),
        ("１２억３천만 원", 1_230_000_000, "KRW"),
        ("1억6천만 달러", 160_000_000, "USD"),
        ("3억유로", 300_000_000, "EUR"),
        ("500억 엔", 50_000_000_000, "JPY"),
        ("20억 위안", 2_000_000_000, "CNY"),
        ("$3억", 300_000_000, "USD"),
        ("국비 15억 5개 사업", 1_500_000_000, "KRW"),
        ("798억원4,500만원의 사업비", 79_845_000_000, "KRW"),
        ("12억원3천만 원", 1_230_000_000, "KRW"),
        ("사업비-300억", 30_000_000_000, "KRW"),
    ],
)
def test_sums_are_read(text: str, amount: int, currency: str) -> None:
    assert [(f.money.amount, f.money.currency) for f in find_money(text)] == [(amount, currency)]


def test_two_sums_beside_each_other_stay_two() -> None:
    found = find_money("국비 12억원, 3천만 원과 5억원 3천만 원")
    assert [each.money.amount for each in found][:2] == [1_200_000_000, 30_000_000]


@pytest.mark.parametrize(
    "text",
    [
        "1000억 개",
        "5억 명",
        "3만t",
        "100만㎡",
        "1만 가구",
        "3억5천만 개",
        "5억t가량",
        "수백억",
        "수십억원",
        "몇천만 원",
        "제1조 2항",
        "국가재정법 38조에 따른",
        "「발명진흥법」 55조",
        "조례 3조 1항",
        "3원칙",
        "5원소",
        "0원",
        "4조 3교대",
        "10억 인구의",
    ],
)
def test_what_is_counted_or_unknown_is_no_sum(text: str) -> None:
    assert find_money(text) == []


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("50억~60억", 5_000_000_000, 6_000_000_000),
        ("50∼60억원", 5_000_000_000, 6_000_000_000),
        ("3~4천억원", 300_000_000_000, 400_000_000_000),
        ("2조~3조원", 2 * 10**12, 3 * 10**12),
        ("5000만~1억원", 50_000_000, 100_000_000),
    ],
)
def test_a_range_keeps_both_ends(text: str, lower: int, upper: int) -> None:
    (found,) = find_money(text)
    assert found.upper is not None
    assert (found.money.amount, found.upper.amount) == (lower, upper)
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("50억원", None),
        ("약 50억원", Approximation.ABOUT),
        ("50억여원", Approximation.ABOUT),
        ("50억원가량", Approximation.ABOUT),
        ("50억원 안팎", Approximation.ABOUT),
        ("50억원 규모", Approximation.ABOUT),
        ("50억원대", Approximation.AT_LEAST),
        ("4천억대로", Approximation.AT_LEAST),
        ("50억원 이상", Approximation.AT_LEAST),
        ("최소 50억원", Approximation.AT_LEAST),
        ("최대 50억원", Approximation.AT_MOST),
        ("50억원 이하", Approximation.AT_MOST),
        ("50억원이 넘는", Approximation.MORE_THAN),
        ("50억원을 웃도는", Approximation.MORE_THAN),
        ("50억원 미만", Approximation.LESS_THAN),
        ("약 50억원 이상", Approximation.AT_LEAST),
    ],
)
def test_hedges_are_kept_and_change_no_amount(text: str, hedge: Approximation | None) -> None:
    (found,) = find_money(text)
    assert found.money.approximation == hedge
    assert found.money.amount in (5_000_000_000, 400_000_000_000)


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "국비 292억·도비 50억, 총 342억"
    found = find_money(text, 3, 14)
    assert [text[f.start : f.end] for f in found] == ["292억", "50억"]
    assert amount_of("") is None


def test_five_thousand_sums_take_no_longer_than_their_length() -> None:
    begun = time.perf_counter()
    assert len(find_money("사업비 1조 4,000억원과 " * 5000)) == 5000
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("총사업비 300억원을 들여 짓는다.", MoneyRole.BUDGET),
        ("국비 20억 원을 확보했다.", MoneyRole.BUDGET),
        ("2조원대 생산유발효과가 기대된다.", MoneyRole.EFFECT),
        ("지난해 수출 173억 달러를 기록했다.", MoneyRole.SALES),
        ("기업가치 1조원이 넘는 회사다.", MoneyRole.VALUE),
        ("이자만 연 50억원에 이른다.", MoneyRole.DEBT),
        ("그는 30억원이라고 말했다.", MoneyRole.OTHER),
    ],
)
def test_the_nearest_word_says_what_a_sum_is(text: str, role: MoneyRole) -> None:
    (found,) = find_money(text)
    assert money_role(text, 0, len(text), found) is role
