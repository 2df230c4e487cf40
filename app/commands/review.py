"""`sanmaek review` and `sanmaek decide`: people's decisions on who is who."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from app.commands.terminal import Data, console, fail, live_graph_of, publish_graph, settings_with
from app.settings import Settings
from graph.archive import Archive
from graph.ledger import Decision, Judgement, Ledger
from graph.live import LiveGraph
from graph.review import Doubt, Side, doubts

_ANSWERS = {"s": Judgement.SAME, "d": Judgement.DIFFERENT, "l": Judgement.LATER}
_ASKED = "같은 것? [s]ame 같다  [d]ifferent 다르다  [l]ater 나중에  [q]uit 끝"

By = Annotated[
    str | None, typer.Option(help="Who decides; else who is logged in.", show_default=False)
]


def review(
    data: Data = None,
    by: By = None,
    *,
    show: Annotated[bool, typer.Option("--list", help="Show the pairs without asking.")] = False,
    later: Annotated[bool, typer.Option("--later", help="The pairs that were put off.")] = False,
) -> None:
    """Ask about pairs that may be one thing, with both quotes; every answer is kept."""
    settings = settings_with(data)
    graph = live_graph_of(settings)
    ledger = Ledger(settings.ledger_path)
    asked = doubts(graph, postponed=later)
    decided = 0
    for number, doubt in enumerate(asked, 1):
        typer.echo(_shown(doubt, f"{number}/{len(asked)}"))
        if show:
            continue
        answer = _answer()
        if answer is None:
            break
        ledger.add(Decision(doubt.left.path, doubt.right.path, answer, _who(by), doubt.reason))
        decided += 1
    console.print(f"{len(asked)} pairs, {decided} decided")
    if decided:
        _publish(settings)


def decide(
    judgement: Annotated[Judgement, typer.Argument(help="What the two are.")],
    left: Annotated[str, typer.Argument(help="Id of the one, such as company/삼현.")],
    right: Annotated[str, typer.Argument(help="Id of the other; ID~ARTICLE for one article's.")],
    data: Data = None,
    *,
    by: By = None,
    reason: Annotated[str, typer.Option(help="Why, for whoever reads the ledger.")] = "",
) -> None:
    """Say that two things are the same, are different, or (undo) what the rules say."""
    settings = settings_with(data)
    graph = live_graph_of(settings)
    for path in (left, right):
        _require(graph, path)
    try:
        Ledger(settings.ledger_path).add(Decision(left, right, judgement, _who(by), reason))
    except ValueError as error:
        fail(str(error))
    _publish(settings)


def _require(graph: LiveGraph, path: str) -> None:
    """Fail for an id that nothing goes by; one article's own is part of an identity."""
    try:
        graph.resolver.thing(path.partition("~")[0])
    except KeyError:
        fail(f"no article tells of {path!r}; `sanmaek entities` lists the ids")


def _publish(settings: Settings) -> None:
    with Archive(settings.archive_path) as archive:
        console.print(publish_graph(settings, archive))


def _who(by: str | None) -> str:
    return by or getpass.getuser()


def _answer() -> Judgement | None:
    while True:
        given = typer.prompt(_ASKED, default="q", show_default=False).strip().lower()[:1]
        if given == "q":
            return None
        if given in _ANSWERS:
            return _ANSWERS[given]


def _shown(doubt: Doubt, number: str) -> str:
    lines = [f"\n{number}  {doubt.score:.2f}  {doubt.reason}"]
    for one in (doubt.left, doubt.right):
        lines += [f"  {one.name}  {one.path}{_part_of(one)}", *(_quotes(one))]
    return "\n".join(lines)


def _part_of(one: Side) -> str:
    return "" if one.path == one.thing else f"  → {one.thing}"


def _quotes(one: Side) -> list[str]:
    shown = []
    for quoted in one.quotes:
        article = quoted.article
        source = " ".join(filter(None, (article.outlet, str(article.published or ""))))
        shown.append(f"    {source or article.id}: “{quoted.quote}”")
    return shown
