"""What people decided is only ever added to, survives a crash, and is read as it was written."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ledger import Decision, Decisions, Judgement, Ledger, LedgerError

SAME, DIFFERENT, LATER, UNDO = Judgement
A, B, C = (f"company/{name}" for name in "가나다")
JUDGEMENTS = st.builds(
    Decision,
    st.sampled_from([A, B]),
    st.sampled_from([C, "company/라", f"{C}~a1"]),
    st.sampled_from(Judgement),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.just("2026-01-02T03:04:05+00:00"),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "data" / "decisions.jsonl")


def test_a_missing_file_is_an_empty_ledger(ledger: Ledger) -> None:
    assert list(ledger.lines()) == []
    assert ledger.decisions() == Decisions()
    assert ledger.version == (0, 0)


def test_every_decision_is_one_more_line_with_its_time_and_no_line_ever_changes(
    ledger: Ledger,
) -> None:
    written = b""
    said = [
        Decision(A, B, SAME, "허성무", "상호 변경"),
        Decision(B, A, UNDO),
        Decision(A, C, LATER),
    ]
    for number, decision in enumerate(said, 1):
        before = ledger.version
        kept = ledger.add(decision)
        assert kept.at
        content = ledger.path.read_bytes()
        assert content.startswith(written)
        assert content.count(b"\n") == number
        assert ledger.version != before
        written = content
        assert list(ledger.lines())[-1] == kept
    assert "허성무" in written.decode()


@given(st.lists(JUDGEMENTS, max_size=8))
def test_what_is_written_is_read_whatever_it_says(
    tmp_path_factory: pytest.TempPathFactory, said: list[Decision]
) -> None:
    ledger = Ledger(tmp_path_factory.mktemp("ledger") / "decisions.jsonl")
    for decision in said:
        assert ledger.add(decision) == decision
    assert list(ledger.lines()) == said
    assert ledger.decisions() == Decisions.of(said)


def test_the_last_line_on_a_pair_counts_and_undo_takes_it_back(ledger: Ledger) -> None:
    for judgement, counts in (
        (SAME, SAME),
        (DIFFERENT, DIFFERENT),
        (UNDO, None),
        (LATER, LATER),
        (SAME, SAME),
    ):
        ledger.add(Decision(B, A, judgement))
        assert ledger.decisions().judged(A, B) is counts
        assert ledger.decisions().judged(B, A) is counts
    assert len(list(ledger.lines())) == 5


def test_decisions_stand_in_the_order_in_which_they_were_last_said() -> None:
    said = [Decision(A, B, SAME), Decision(B, C, SAME), Decision(A, B, DIFFERENT)]
    found = Decisions.of(said)
    assert list(found.by_pair) == [(B, C), (A, B)]
    assert [one.judgement for one in found.by_path[B]] == [SAME, DIFFERENT]


def test_an_identity_s_part_in_one_article_is_taken_out_by_that_article() -> None:
    found = Decisions.of(
        [
            Decision(A, f"{A}~a1", DIFFERENT),
            Decision(B, f"{B}~a1", DIFFERENT),
            Decision(C, f"{C}~a2", SAME),
            Decision(C, f"{A}~a3", DIFFERENT),
        ]
    )
    assert found.apart == {"a1": {A, B}}


@pytest.mark.parametrize(
    ("left", "right"),
    [(A, A), (A, "person/가"), ("가", "나"), (A, ""), (A, "planet/가"), ("company/", A)],
)
def test_a_decision_is_about_two_things_of_one_type(left: str, right: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Decision(left, right, SAME)


def test_a_last_line_that_a_crash_cut_short_is_left_out_and_replaced(ledger: Ledger) -> None:
    kept = [ledger.add(Decision(A, B, SAME)), ledger.add(Decision(B, C, SAME))]
    whole = ledger.path.read_bytes()
    last = whole.splitlines(keepends=True)[-1]
    for cut in range(1, len(last)):
        ledger.path.write_bytes(whole[:-cut])
        expected = kept if cut == 1 else kept[:1]
        assert list(ledger.lines()) == expected
        added = ledger.add(Decision(A, C, LATER))
        assert list(ledger.lines()) == [*expected, added]


def test_a_line_that_an_editor_left_open_is_ended(ledger: Ledger) -> None:
    first = ledger.add(Decision(A, B, SAME))
    ledger.path.write_bytes(ledger.path.read_bytes().removesuffix(b"\n"))
    second = ledger.add(Decision(B, C, SAME))
    assert list(ledger.lines()) == [first, second]


def test_empty_lines_and_those_of_other_systems_are_read(ledger: Ledger) -> None:
    said = [ledger.add(Decision(A, B, SAME)), ledger.add(Decision(B, C, SAME))]
    content = ledger.path.read_bytes()
    ledger.path.write_bytes(b"\n" + content.replace(b"\n", b"\r\n\r\n"))
    assert list(ledger.lines()) == said


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "[]",
        "null",
        '{"left": 1, "right": "company/나", "judgement": "same"}',
        '{"left": "company/가", "judgement": "same"}',
        '{"left": "company/가", "right": "company/나", "judgement": "perhaps"}',
        '{"left": "company/가", "right": "person/나", "judgement": "same"}',
        '{"left": "company/가", "right": "company/나", "judgement": "same", "by": null}',
    ],
)
def test_a_line_in_the_middle_that_cannot_be_read_is_named(ledger: Ledger, line: str) -> None:
    ledger.add(Decision(A, B, SAME))
    with ledger.path.open("a", encoding="utf-8") as out:
        out.write(line + "\n")
    ledger.add(Decision(B, C, SAME))
    with pytest.raises(LedgerError, match=r"decisions\.jsonl, line 2: .*; mend the line"):
        ledger.decisions()


def test_a_line_may_say_no_more_than_which_two_are_what(ledger: Ledger) -> None:
    ledger.path.parent.mkdir()
    said = {"left": B, "right": A, "judgement": "same"}
    ledger.path.write_text(json.dumps(said) + "\n", encoding="utf-8")
    assert list(ledger.lines()) == [Decision(A, B, SAME)]


def test_two_people_s_files_merge_by_git(ledger: Ledger, tmp_path: Path) -> None:
    """With `merge=union`, as every line stands for itself."""
    common = ledger.add(Decision(A, B, SAME))
    base, mine, yours = (tmp_path / name for name in ("base", "mine", "yours"))
    for copy in (base, mine, yours):
        copy.write_bytes(ledger.path.read_bytes())
    left, right = (
        Ledger(mine).add(Decision(A, C, DIFFERENT)),
        Ledger(yours).add(Decision(B, C, LATER)),
    )
    subprocess.run(["git", "merge-file", "--union", mine, base, yours], check=True)
    assert list(Ledger(mine).lines()) == [common, left, right]
