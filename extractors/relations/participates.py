"""Which bodies take part in a project or event, and as what.

Constructions: `BODY가 PROJECT를 주관한다` (subject, object and a verb of taking part), `BODY가 추진하는 PROJECT`,
`PROJECT를 추진하는 BODY`, `BODY가 주관하고 OTHER가 참여한다` about the project that the text is talking about,
`산업부의 ‘PROJECT’`, `주관기관인 BODY`. The verb, or the noun that it carries (`운영을 맡는다`, `공모에 뽑혔다`),
tells the part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.clauses import Clause, Form, clauses
from extractors.relations.phrases import OPENING, Phrase, outermost
from extractors.relations.themes import Themes
from graph.model import ORGANIZATIONS, UNDERTAKINGS, EntityType, Part, Participates

_VERBS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (
        Part.BUILDER,
        re.compile(r"시공|설계[·ㆍ]시공|(?:공사|시공|설계)[을를은는]? ?.{0,8}(?:맡|수주)"),
    ),
    (Part.TENANT, re.compile(r"입주|둥지|자리[를 ]{0,2}잡")),
    (
        Part.SELECTED,
        re.compile(
            r"선정[되돼됐]|뽑[혔히혀힌]|따[냈낸내]|거머쥐|낙점|(?:지정|당선)[되돼됐]|사업자로"
        ),
    ),
    (
        Part.FUNDER,
        re.compile(
            r"출자|출연|부담|지원[한하했해]|보태[^고]|(?:억|조|만) ?원[을를] ?(?:투입|들|투자|쏟|댄|대)"
        ),
    ),
    (
        Part.PARTNER,
        re.compile(r"참여|함께|힘을 보|동참|협력|손잡|공동|합류|이름을 올|컨소시엄에|가세|돕"),
    ),
    (
        Part.LEAD,
        re.compile(
            r"추진|주관|운영|맡[는은아았겼긴기]|조성|구축|건립|이끌|이끄|주도|꾸리|꾸린|벌[이인여]|총괄|시행|"
            r"주최|개최|연다|열었|열고|여는|지정|공모|마련|내놓|발표|수립|세우|세운|세워|유치|나선|나섰|"
            r"진행|제정|만들|만든|펼[치친]|펴|확보|설립|짓|지어|지을|추진|신설|도입|뛰어들|"
            r"시작|착수|전담|책임|발주|접고|접었|공들|맡기|건의|벌여|벌이|제안|밟|힘을 쏟|계획|편성|확정|착공|준공|확정|선정|선보|건의|관리|담당|개발|확대|신청|가졌|갖는|갖고|밀고|공들"
        ),
    ),
)
_ACTOR_TAIL = re.compile(r"(?:등|측|컨소시엄|본사|[0-9]+개(?:사|기관)?|등 [0-9가-힣 ]{1,8})?")
_PROJECT_TAIL = re.compile(
    r"(?:등|사업|조성|구축|건립|건설|지정|유치|공모|개발|운영|조성사업|구축사업|착공식|준공식|설립|추진|"
    r"부지|계획|기본구상 용역|예산|개소식|공사|프로젝트|과제|컨소시엄| )*"
)
_PLAIN = frozenset({"사업", "것", "프로젝트", "과제", "시설", "곳", "단지"})
_CALLER = re.compile(rf"(?:의|가 주관하는|가 추진하는)? ?[{re.escape(OPENING)}]*")
_LEADING_BODY = re.compile(
    r"(주관|운영|총괄|시행|전담)(기관|사|기업|사업자|자)(?:인|은|는|이자|으로는|로)? ?$"
)


def relate(reading: Reading) -> Iterator[Participates]:
    """The parts that bodies take."""
    themes = Themes(reading)
    for sentence in reading.document.sentences:
        yield from _callers(reading, sentence)
        yield from _leading(reading, sentence, themes)
        for clause in clauses(reading, sentence):
            yield from _acting(reading, clause, themes)


def _acting(reading: Reading, clause: Clause, themes: Themes) -> Iterator[Participates]:
    words = reading.document.text[clause.start : clause.end]
    verbal = words[-30:]
    part = part_of_words(verbal, clause)
    if part is None:
        return
    actors = _actors(reading, clause)
    if actors is None:
        return
    found = _project(reading, clause, themes, part)
    if found is None:
        return
    keys, start, end, confidence, how = found
    for helper in _helpers(reading, clause):
        for key in keys:
            if helper.key not in actors.keys:
                yield Participates(
                    helper.key,
                    key,
                    Part.PARTNER,
                    reading.evidence(
                        helper.start, clause.end, "participates/together", 0.65, helper.start
                    ),
                )
    for actor in actors.keys:
        for key in keys:
            yield Participates(
                actor,
                key,
                part,
                reading.evidence(
                    min(actors.start, start) if confidence > 0.6 else actors.start,
                    max(clause.end, end if confidence > 0.6 else 0),
                    f"participates/{how}",
                    confidence,
                    clause.predicate.start,
                ),
            )


def _helpers(reading: Reading, clause: Clause) -> Iterator[Occurrence]:
    """The bodies in `A와 함께`, `A와 손잡고`."""
    text = reading.document.text
    for phrase in clause.phrases:
        if (
            phrase.particle in {"와", "과"}
            and _is_body(reading, phrase)
            and _ACTOR_TAIL.fullmatch(phrase.tail)
            and re.match(r" ?(?:함께|공동|손잡|협력|힘을)", text[phrase.after : phrase.after + 6])
        ):
            yield from phrase.members


def part_of_words(words: str, clause: Clause) -> Part | None:
    """The part that a clause's closing words tell; the verb itself first."""
    stem = clause.predicate.stem
    for part, pattern in _VERBS:
        if pattern.search(words[-14:]) or pattern.search(stem):
            return part
    return None


def _actors(reading: Reading, clause: Clause) -> Phrase | None:
    """The bodies that act in a clause."""
    candidates = [*clause.subjects]
    if not candidates or clause.predicate.form is not Form.MODIFIER:
        candidates = [*clause.subjects, *clause.topics]
    for phrase in candidates:
        if _is_body(reading, phrase) and _ACTOR_TAIL.fullmatch(phrase.tail):
            return phrase
    head = clause.head
    if head is not None and _is_body(reading, head) and _ACTOR_TAIL.fullmatch(head.tail):
        if any(_is_project(reading, phrase) for phrase in clause.phrases):
            return head
        return None
    if not clause.subjects:
        for phrase in clause.topics:
            if _is_body(reading, phrase) and _ACTOR_TAIL.fullmatch(phrase.tail):
                return phrase
    return None


def _is_body(reading: Reading, phrase: Phrase) -> bool:
    return all(reading.by_key[key].type in ORGANIZATIONS for key in phrase.keys)


def _is_project(reading: Reading, phrase: Phrase) -> bool:
    return all(reading.by_key[key].type in UNDERTAKINGS for key in phrase.keys) and bool(
        _PROJECT_TAIL.fullmatch(phrase.tail)
    )


def _project(
    reading: Reading, clause: Clause, themes: Themes, part: Part
) -> tuple[tuple[str, ...], int, int, float, str] | None:
    """The project of a clause, where it stands, and how sure that is."""
    if clause.head is not None and _is_project(reading, clause.head):
        head = clause.head
        return head.keys, head.start, head.end, 0.8, "head"
    for phrase in reversed(clause.phrases):
        if phrase.particle[:1] in {"을", "를"} and _is_project(reading, phrase):
            return phrase.keys, phrase.start, phrase.end, 0.75, "object"
    for phrase in reversed(clause.phrases):
        if phrase.particle in {
            "에",
            "에는",
            "에도",
            "에서",
            "으로",
            "로",
            "도",
            "은",
            "는",
            "",
            "의",
        } and _is_project(reading, phrase):
            return phrase.keys, phrase.start, phrase.end, 0.65, "phrase"
    for phrase in clause.topics:
        if _is_project(reading, phrase):
            return phrase.keys, phrase.start, phrase.end, 0.65, "topic"
    if clause.predicate.form is Form.MODIFIER:
        if clause.head is not None or clause.head_noun not in _PLAIN:
            return None
        theme = themes.at(clause.start)
        return ((theme.key,), theme.start, theme.end, 0.6, "noun") if theme is not None else None
    if any(phrase.particle[:1] in {"을", "를"} for phrase in clause.phrases):
        return None
    if part is Part.PARTNER and not re.search(
        r"참여|힘을 보|컨소시엄|합류|공동|함께", reading.document.text[clause.start : clause.end]
    ):
        return None
    if part is Part.FUNDER and not re.search(
        r"여기|이 사업|국비|도비|시비|군비", reading.document.text[clause.start : clause.end]
    ):
        return None
    if part is not Part.LEAD or re.search(
        r"주관|운영|총괄|시행|맡", reading.document.text[clause.start : clause.end]
    ):
        theme = themes.at(clause.start)
        if theme is not None:
            return (theme.key,), theme.start, theme.end, 0.55, "theme"
    return None


def _leading(reading: Reading, sentence: Sentence, themes: Themes) -> Iterator[Participates]:
    """`주관기관인 BODY`, `시행사는 BODY`."""
    text = reading.document.text
    for body in outermost(reading.in_sentence(sentence)):
        if reading.by_key[body.key].type not in ORGANIZATIONS:
            continue
        low = max(sentence.start, body.start - 14)
        match = _LEADING_BODY.search(text[low : body.start])
        theme = themes.at(body.start)
        if match and theme is not None:
            yield Participates(
                body.key,
                theme.key,
                Part.LEAD,
                reading.evidence(low + match.start(), body.end, "participates/leading", 0.7),
            )


def _callers(reading: Reading, sentence: Sentence) -> Iterator[Participates]:
    """`산업부의 ‘PROJECT’`: a ministry or agency in front of what it issues."""
    text = reading.document.text
    found = outermost(reading.in_sentence(sentence))
    for one, other in zip(found, found[1:], strict=False):
        if (
            reading.by_key[one.key].type is EntityType.GOVERNMENT
            and reading.by_key[other.key].type is EntityType.PROJECT
            and other.start - one.end < 12
            and _CALLER.fullmatch(text[one.end : other.start].replace("(산업부)", ""))
        ):
            yield Participates(
                one.key,
                other.key,
                Part.LEAD,
                reading.evidence(one.start, other.end, "participates/caller", 0.8),
            )


__all__ = ["part_of_words", "relate"]
