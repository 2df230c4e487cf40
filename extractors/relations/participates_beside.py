"""Bodies that stand beside a project's name and whose part no verb of theirs tells.

- `▲다래캠프(환경부)`: the ministry that pays, in a bracket behind each of a list;
- `▶가나소프트 = X`, `◆ 전북 = X를 세운다`, `▲ 나래대 : X / Y`: the head of a line;
- `나래연구원 주관으로 X가`, `다래항공 주최로`;
- `환경부 공모로 따낸 X`, `X는 지난해 환경부 공모에 뽑혔다`: who issues the call;
- `나래원과 손잡고 X에 뽑혀`: who joins, in a clause of its own;
- `A시는 ‘X’를, B시는 ‘Y’를 맡는다`: each with its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.clauses import Clause, Form
from extractors.relations.participates_consortium import allied
from extractors.relations.phrases import CLOSING, OPENING, Phrase, outermost, phrases
from extractors.relations.themes import Themes
from graph.model import ORGANIZATIONS, UNDERTAKINGS, EntityType, Part, Participates

_PROJECT = frozenset({EntityType.PROJECT})
_BRACKET = re.compile(rf"[{re.escape(CLOSING)}]*\($")
_LABEL = re.compile(r"[◇◆■□▲△▶▷●○•·※-]\s?(?:㈜|\(주\))?$")
_HEADS = re.compile(r"(?:\([^()\n]{1,20}\))?\s?[=:：]\s")
_UNDER = re.compile(r"주관|주최|주도|시행|총괄")
_BY = frozenset({"으로", "로"})
_CALLED = re.compile(r"(?:의 )?(?:국가 |국책 )?공모(?:사업|과제)?")
_INTO = frozenset({"에", "에서", "로", "으로", "을", "를", "에도"})
_WON = re.compile(r"^(?:선정|뽑|따내|따$|거머쥐|낙점|통과|당선|확보|얻|도전|신청)")

_JOINS = re.compile(r"^(?:손잡|손을|맞잡|협력|뭉치|힘을|모으|꾸리|이루)")
_WITH = frozenset({"와", "과"})
_AS_ACTOR = frozenset({"은", "는", "이", "가", "에서는", "에선"})
_EACH = re.compile(rf" [{re.escape(OPENING)}]*")
_OBJECT_ENDS = re.compile(r"[을를](?:,| 각각| (?:맡|벌|추진|한다|짓|세))")
_OBJECT_LISTED = re.compile(rf"[{re.escape(CLOSING)}]*(?: [가-힣]{{2,4}})?{_OBJECT_ENDS.pattern}")


def beside(
    reading: Reading, sentence: Sentence, found: tuple[Clause, ...], themes: Themes
) -> Iterator[Participates]:
    """The bodies beside the names of projects in a sentence."""
    text = reading.document.text
    words = text[sentence.start : sentence.end]
    if "(" in words:
        yield from _bracketed(reading, sentence)
    if "=" in words or ":" in words or "：" in words:
        yield from _labelled(reading, sentence)
    if _UNDER.search(words):
        yield from _under(reading, sentence, themes)
    if "컨소시엄" in words or "연합체" in words:
        yield from allied(reading, sentence, themes)
    if _OBJECT_ENDS.search(words):
        yield from _each(reading, sentence)
    for number, clause in enumerate(found):
        if "공모" in words:
            yield from _won(reading, clause, themes)
        if clause.predicate.form is not Form.MODIFIER and _JOINS.search(clause.predicate.stem):
            yield from _along(reading, clause, found[number + 1 : number + 4])


def _bracketed(reading: Reading, sentence: Sentence) -> Iterator[Participates]:
    """`▲다래캠프(환경부)`."""
    text = reading.document.text
    names = outermost(reading.in_sentence(sentence))
    for project, body in pairwise(names):
        if reading.by_key[project.key].type is not EntityType.PROJECT or not body.named:
            continue
        kind = reading.by_key[body.key].type
        if kind not in ORGANIZATIONS or text[body.end : body.end + 1] not in {")", "·", ","}:
            continue
        if _BRACKET.fullmatch(text, project.end, body.start):
            part = Part.LEAD if kind is EntityType.GOVERNMENT else Part.SELECTED
            evidence = reading.evidence(
                project.start, body.end + 1, "participates/bracket", 0.6, project.start
            )
            yield Participates(body.key, project.key, part, evidence)


def _labelled(reading: Reading, sentence: Sentence) -> Iterator[Participates]:
    """`▶가나소프트 = X`, `▲ 나래대 : X / Y`."""
    text = reading.document.text
    names = outermost(reading.in_sentence(sentence))
    if len(names) < 2:
        return
    body = names[0]
    lead = text[max(0, body.start - 4) : body.start].rpartition("\n")[2]
    if (
        reading.by_key[body.key].type not in ORGANIZATIONS
        or not _LABEL.search(lead)
        or not _HEADS.match(text, body.end)
    ):
        return
    listed = " / " in text[body.end : sentence.end]
    projects = [name for name in names[1:] if reading.by_key[name.key].type in _PROJECT]
    for project in projects if listed else projects[:1]:
        evidence = reading.evidence(body.start, project.end, "participates/label", 0.6, body.start)
        yield Participates(body.key, project.key, Part.LEAD, evidence)


def _under(reading: Reading, sentence: Sentence, themes: Themes) -> Iterator[Participates]:
    """`나래연구원 주관으로 X가`."""
    named = phrases(reading, sentence, UNDERTAKINGS)
    for body in phrases(reading, sentence, ORGANIZATIONS):
        if body.particle not in _BY or not _UNDER.match(body.tail):
            continue
        behind = [phrase for phrase in named if phrase.start > body.end]
        before = [
            p for p in named if p.end < body.start and p.particle[:1] in {"은", "는", "이", "가"}
        ]
        found = next(iter((*before[-1:], *behind[:1])), None)
        yield from _led(reading, body, found or themes, body.after, "under 0.7")


def _won(reading: Reading, clause: Clause, themes: Themes) -> Iterator[Participates]:
    """`환경부 공모로 따낸 X`, `X는 지난해 환경부 공모에 뽑혔다`."""
    if not _WON.search(clause.predicate.stem):
        return
    for call in clause.phrases:
        kinds = {reading.by_key[key].type for key in call.keys}
        if kinds != {EntityType.GOVERNMENT} or call.particle not in _INTO:
            continue
        if not _CALLED.fullmatch(call.tail):
            continue
        won = _what_is_won(reading, clause, call)
        yield from _led(reading, call, won or themes, clause.end, "call 0.6")


def _led(
    reading: Reading, body: Phrase, project: Phrase | Themes, end: int, rule: str
) -> Iterator[Participates]:
    """The bodies of a phrase as leads of a project, or of what the text goes on about there."""
    start = body.start
    if isinstance(project, Phrase):
        keys = project.keys
        start, end = min(start, project.start), max(end, project.end)
    else:
        theme = project.at(start)
        keys = (theme.key,) if theme is not None else ()
    name, sure = rule.split(" ")
    for one in body.keys:
        for key in keys:
            evidence = reading.evidence(start, end, f"participates/{name}", float(sure), body.start)
            yield Participates(one, key, Part.LEAD, evidence)


def _what_is_won(reading: Reading, clause: Clause, call: Phrase) -> Phrase | None:
    """What a clause modifies, what follows the call, or what the clause is about."""

    def projects(phrase: Phrase) -> bool:
        return all(reading.by_key[key].type is EntityType.PROJECT for key in phrase.keys)

    behind = (phrase for phrase in clause.phrases if phrase.start > call.end)
    heads = (clause.head,) if clause.head is not None else ()
    about = (*clause.subjects, *clause.topics)
    return next((phrase for phrase in (*heads, *behind, *about) if projects(phrase)), None)


def _each(reading: Reading, sentence: Sentence) -> Iterator[Participates]:
    """`A시는 ‘X’를, B시는 ‘Y’를 맡는다`."""
    text = reading.document.text
    found = phrases(reading, sentence)
    pairs: list[tuple[Phrase, Phrase]] = []
    for body, project in pairwise(found):
        if (
            body.particle in _AS_ACTOR
            and all(reading.by_key[key].type in ORGANIZATIONS for key in body.keys)
            and reading.by_key[project.last.key].type is EntityType.PROJECT
            and _EACH.fullmatch(text, body.after, project.start)
            and _OBJECT_LISTED.match(text, project.end, sentence.end)
        ):
            pairs.append((body, project))
    for body, project in pairs if len(pairs) > 1 else ():
        for one in body.keys:
            for key in project.keys:
                evidence = reading.evidence(
                    body.start, project.after, "participates/each", 0.7, body.start
                )
                yield Participates(one, key, Part.LEAD, evidence)


def _along(
    reading: Reading, clause: Clause, following: tuple[Clause, ...]
) -> Iterator[Participates]:
    """`나래원과 손잡고 X에 뽑혀`."""
    helpers = [
        phrase
        for phrase in clause.phrases
        if phrase.particle in _WITH
        and all(reading.by_key[key].type in ORGANIZATIONS for key in phrase.keys)
    ]
    if not helpers:
        return
    for other in following:
        heads = (other.head,) if other.head is not None else ()
        for project in (*heads, *other.phrases):
            if reading.by_key[project.last.key].type is not EntityType.PROJECT:
                continue
            for phrase in helpers:
                for one in phrase.keys:
                    evidence = reading.evidence(
                        phrase.start, project.end, "participates/along", 0.6, phrase.start
                    )
                    yield Participates(one, project.last.key, Part.PARTNER, evidence)
            return
