"""The as-of answers of ../shared/gold/history.md, from the gold documents.

Once with the things joined as clusters.json does, which tests histories alone, and once as our own
resolution joins them, where a row is skipped whose names it keeps apart.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from graph.history import History, State, history_of
from graph.interchange import read_document
from graph.model import Budget, Extraction
from graph.reference import read_references
from graph.statements import statements_of
from graph.support import Told
from graph.values import PartialDate
from graph.view import View

ROOT = Path(__file__).resolve().parents[2]

COMPLEX = "첨단소재 실증연구단지@dev-14 첨단소재 실증 연구단지@dev-13"
PHASE_1 = (
    "1단계@dev-15 1단계@dev-13 1단계 사업@001_b931d85137ad4507 "
    "금속소재 실증연구 기반 조성사업@dev-14"
)
PHASE_2 = (
    "극한소재 실증연구 기반조성@dev-15 2단계@dev-13 극한소재 실증연구 기반 조성사업@dev-14 "
    "극한소재 실증연구센터@001_b931d85137ad4507"
)
CENTRE = "파워유닛 스마트제조센터@dev-14 파워유닛 스마트 제조센터@dev-15"
CITY = "창원시@dev-13 창원시@dev-14 창원특례시@dev-15"
KIMS = "한국재료연구원@dev-13 한국재료연구원@dev-14 한국재료연구원@dev-15"
AI_1 = "1단계@dev-16 1단계@dev-17 1단계@dev-18"
AI_2 = "2단계@dev-16 2단계@dev-17 AX(인공지능 전환) 실증밸리 조성사업@dev-18"
DATA_CENTRE = "국가AI데이터센터@dev-17 국가AI데이터센터@dev-18"
GWANGJU = "광주시@dev-16 광주시@dev-17 광주시@dev-18"
PLANT = "상주 제1공장@dev-19 상주 제1공장@dev-20"
PLANT_LATER = f"{PLANT} SK머티리얼즈그룹14 상주공장@dev-21"
ZONE = "차세대 배터리 리사이클 규제자유특구@dev-22"
ZONE_LATER = f"{ZONE} 차세대 배터리 리사이클링 규제자유특구@dev-23"
ZONE_LAST = f"{ZONE_LATER} 포항 차세대 배터리 리사이클링 규제자유특구@dev-24"

# what it is called where | as of | question | answer
ANSWERS = f"""
{COMPLEX}     | 2020-12-31 | total               | 3820
{COMPLEX}     | 2022-06-30 | total               | 3820
{COMPLEX}     | 2022-12-31 | total               | 3820
{COMPLEX}     | 2023-12-31 | total               | 4629.5
{COMPLEX}     | 2024-12-31 | total               | 4629.5
{COMPLEX}     | 2025-04-30 | total               | 4343
{COMPLEX}     | 2025-04-30 | superseded          | 3820 4629.5
{PHASE_1}     | 2020-12-31 | completed 2023      | ahead
{PHASE_1}     | 2022-06-30 | total               | 700
{PHASE_1}     | 2023-12-31 | started 2023-11-09  | reached
{PHASE_1}     | 2024-12-31 | completed 2023      | overdue
{PHASE_1}     | 2025-04-30 | completed 2025-03-18 | reached
{PHASE_1}     | 2025-04-30 | total               | 782
{CENTRE}      | 2022-06-30 | started 2022-03     | overdue
{CENTRE}      | 2023-12-31 | completed 2024-10   | ahead
{CENTRE}      | 2024-12-31 | completed 2024-10   | overdue
{CENTRE}      | 2025-04-30 | completed 2024-10   | confirmed
{CENTRE}      | 2025-04-30 | opened 2025-03-18   | reached
{PHASE_2}     | 2020-12-31 | applied 2021-02     | ahead
{PHASE_2}     | 2020-12-31 | completed 2027      | ahead
{PHASE_2}     | 2022-06-30 | applied 2021-12     | reached
{PHASE_2}     | 2022-12-31 | approved 2022-08    | unknown
{PHASE_2}     | 2023-12-31 | approved 2022-08    | reached
{PHASE_2}     | 2023-12-31 | total               | 3096.5
{PHASE_2}     | 2025-04-30 | total               | 2810
{PHASE_2}     | 2025-04-30 | started 2025-12     | ahead
{CITY}        | 2020-12-31 | 시장                | 허성무
{CITY}        | 2022-12-31 | 시장                | 허성무
{CITY}        | 2023-12-31 | 시장                | 홍남표
{CITY}        | 2025-04-30 | 시장                | 홍남표
{KIMS}        | 2020-12-31 | 원장                | 이정환
{KIMS}        | 2024-12-31 | 원장                | 이정환
{KIMS}        | 2025-04-30 | 원장                | 최철진
{AI_1}        | 2019-12-31 | total               | 4061
{AI_1}        | 2019-12-31 | conflicting         | 3500
{AI_1}        | 2023-12-31 | total               | 4119
{AI_1}        | 2023-12-31 | completed 2024      | ahead
{AI_1}        | 2025-10-31 | total               | 4300
{AI_2}        | 2019-12-31 | total               | 5939
{AI_2}        | 2023-12-31 | total               | 5939
{AI_2}        | 2023-12-31 | applied 2023-11     | overdue
{AI_2}        | 2024-12-31 | applied 2024-06     | unknown
{AI_2}        | 2025-10-31 | total               | 6000
{AI_2}        | 2025-10-31 | approved 2025-08-22 | reached
{AI_2}        | 2025-10-31 | started 2026        | ahead
{DATA_CENTRE} | 2023-12-31 | opened 2023-10      | overdue
{DATA_CENTRE} | 2025-10-31 | opened 2023-10      | overdue
{GWANGJU}     | 2019-12-31 | 시장                | 이용섭
{GWANGJU}     | 2023-12-31 | 시장                | 강기정
{GWANGJU}     | 2025-10-31 | 시장                | 강기정
{PLANT}       | 2022-03-30 | -                   | unknown
{PLANT}       | 2022-04-30 | started 2022-01     | reached
{PLANT}       | 2022-04-30 | started 2022-02     | conflicting
{PLANT}       | 2022-04-30 | completed 2022-09   | ahead
{PLANT}       | 2024-12-31 | completed 2022-09   | overdue
{PLANT}       | 2024-12-31 | opened 2023         | overdue
{PLANT_LATER} | 2025-08-31 | opened 2025         | reached
{PLANT_LATER} | 2025-08-31 | voices of started 2022-01 | 2
{ZONE}        | 2019-05-31 | selected 2019-04-17 | reached
{ZONE}        | 2019-05-31 | applied 2019-05     | ahead
{ZONE}        | 2019-05-31 | designated 2019-07  | ahead
{ZONE}        | 2019-07-24 | designated 2019-07  | ahead
{ZONE_LATER}  | 2019-12-31 | designated 2019-07-23 | reached
{ZONE_LATER}  | 2019-12-31 | total               | 245
{ZONE_LAST}   | 2023-08-31 | designated 2019-07-23 | reached
{ZONE_LAST}   | 2023-08-31 | completed 2023-08   | ahead
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in ANSWERS.strip().splitlines()]


@pytest.fixture(scope="module", params=["clusters", "resolved"])
def view(request: pytest.FixtureRequest, gold: list[Path], shared: Path) -> View:
    documents = [read_document(path.read_text(encoding="utf-8")) for path in gold]
    resolved = View.of(documents, read_references(ROOT / "seeds" / "gazetteer"))
    if request.param == "resolved":
        return resolved
    clusters = json.loads((shared / "gold" / "clusters.json").read_text(encoding="utf-8"))
    return _joined(resolved, documents, [row["members"] for row in clusters["clusters"]])


def _joined(view: View, documents: list[Extraction], clusters: list[list[list[str]]]) -> View:
    """The view as if those members had been judged the same and no others."""
    paths = {article: dict(by_key) for article, by_key in view.paths.items()}
    entities = dict(view.entities)
    for number, members in enumerate(clusters):
        (article, key), *_ = members
        first = view.entities[paths[article][key]]
        path = f"{first.type.value}/{number}"
        entities[path] = replace(
            first, path=path, members=tuple((article, key) for article, key in members)
        )
        for article, key in members:
            paths[article][key] = path
    by_id = {read.article.id: read for read in documents}
    tellings = {
        article: tuple(statements_of(by_id[article], paths[article])) for article in view.articles
    }
    return replace(view, entities=entities, paths=paths, tellings=tellings)


@pytest.fixture(scope="module")
def names(gold: list[Path]) -> dict[tuple[str, str], str]:
    """The key of each entity by article and name."""
    documents = [read_document(path.read_text(encoding="utf-8")) for path in gold]
    return {
        (read.article.id, name): entity.key
        for read in documents
        for entity in read.entities
        for name in entity.names
    }


@pytest.mark.parametrize(("called", "day", "question", "answer"), ROWS)
def test_history_gives_the_answer_of_that_day(  # noqa: PLR0917  a row of the table
    called: str,
    day: str,
    question: str,
    answer: str,
    view: View,
    names: dict[tuple[str, str], str],
    request: pytest.FixtureRequest,
) -> None:
    members = [named.strip().rsplit("@", 1) for named in _split(called)]
    paths = {view.paths[article][names[article, name]] for name, article in members}
    if len(paths) > 1:
        assert request.node.callspec.params["view"] == "resolved"
        pytest.skip(f"its names are not joined: {sorted(paths)}")
    (path,) = paths
    date = PartialDate.parse(day)
    known = view.as_of(date)
    if path not in known.entities:
        assert answer == "unknown"
        return
    assert _answer(history_of(known, path, date), question, known) == answer


def _split(called: str) -> list[str]:
    """`name@article name@article`, where a name may hold spaces."""
    parts: list[str] = []
    for word in called.split():
        if parts and "@" not in parts[-1]:
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return parts


def _answer(history: History, question: str, view: View) -> str:
    if question == "total":
        return _hundred_millions(history.accepted)
    if question in ("superseded", "conflicting"):
        found = [one.told for one in history.sums if one.standing == question]
        return " ".join(map(_hundred_millions, found))
    holders = [
        view.entities[office.person].name
        for office in history.offices
        if office.title == question and office.holds
    ]
    if holders:
        return " ".join(holders)
    milestone, day = question.removeprefix("voices of ").split()
    for step in history.steps:
        if step.status.status == milestone and str(step.status.date) == day:
            return str(step.told.support) if "voices" in question else step.state.value
    return "unknown"


def _hundred_millions(told: Told | None) -> str:
    assert told is not None
    assert isinstance(told.first.claim, Budget)
    return f"{told.first.claim.money.amount / 100_000_000:g}"


def test_every_state_and_milestone_of_the_table_is_a_known_one() -> None:
    assert {row[3] for row in ROWS} & set(State) >= {State.AHEAD, State.OVERDUE, State.REACHED}
    assert len(ROWS) > 60
