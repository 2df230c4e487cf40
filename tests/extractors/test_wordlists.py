import unicodedata
from pathlib import Path

import pytest

from extractors.wordlists import FOLDER, either, words
from graph.model import Milestone

LISTS = sorted(FOLDER.glob("*.tsv"))
KINDS = {
    "company_tails": {"tail", "strong"},
    "event_tails": {"event", "named", "quoted"},
    "function_words": {"apart", "vague"},
    "given_names": {"second", "last"},
    "milestones": {milestone.value for milestone in Milestone},
    "place_words": {"everyday", "foreign", "noun", "town"},
    "plain_names": {"class", "undertaking", "facility"},
    "policy_verbs": {
        "build",
        "field",
        "fund",
        "join",
        "lead",
        "open",
        "part",
        "place",
        "plan",
        "say",
        "sign",
        "win",
    },
    "project_tails": {"undertaking", "facility", "place", "doing", "named"},
    "titles": {"title", "other", "held", "doubtful"},
}


def test_every_list_is_known() -> None:
    assert {path.stem for path in LISTS} == set(KINDS)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_keeps_its_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    head, *rows = text.removesuffix("\n").split("\n")
    assert head == "word\tgloss_en\tkind\tsource"
    assert text.endswith("\n")
    assert "\r" not in text
    assert unicodedata.is_normalized("NFC", text)
    cells = [row.split("\t") for row in rows]
    assert all(
        len(row) == 4 and all(cell and cell == cell.strip() for cell in row) for row in cells
    )
    found = [row[0] for row in cells]
    assert found == sorted(set(found))
    assert {kind for row in cells for kind in row[2].split("|")} <= KINDS[path.stem]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_words(name: str) -> None:
    assert all(words(name, kind) for kind in KINDS[name])
    assert words(name) == frozenset().union(*(words(name, kind) for kind in KINDS[name]))


def test_the_longest_word_comes_first() -> None:
    alternatives = either("project_tails", "facility").split("|")
    assert alternatives.index("산업단지") < alternatives.index("단지")
