"""Which bodies take part in a project or event, and as what.

Constructions: `BODY가 PROJECT를 주관한다` (subject, object and a verb of taking part), `BODY가
추진하는 PROJECT`, `PROJECT를 추진하는 BODY`, `BODY가 주관하고 OTHER가 참여한다` about the project
that the text is talking about, `산업부의 ‘PROJECT’`, `주관기관인 BODY`. The verb, or the noun
that it carries (`운영을 맡는다`, `공모에 뽑혔다`), tells the part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.clauses import OBJECT, Clause, Form, clauses
from extractors.relations.designations import chosen
from extractors.relations.funders import funders
from extractors.relations.participates_beside import beside
from extractors.relations.participates_lists import in_lists
from extractors.relations.parts import part_of_words
from extractors.relations.phrases import OPENING, Phrase, outermost, phrases
from extractors.relations.referents import Referent, is_undertaking
from extractors.relations.themes import Themes, themes_of
from graph.model import ORGANIZATIONS, EntityType, Part, Participates

_WATCHES = re.compile(
    r"^(?:방문|찾|둘러보|밝히|설명|말|평가|비판|지적|소개|보|알|기대|바라|요구|촉구|반대|따르|"
    r"듣|보도|전하|논의|점검|"
    r"이이|있|없|아니|되|높이|낮추|넓히|늘리|줄이|앞두|맞|넘|이용|활용|기념|축하)"
)
_ACTOR_TAIL = re.compile(
    r"(?:등|측|컨소시엄|본사|[0-9]+(?:곳|개(?:사|기관|대학|시군)?)|등 [0-9가-힣·ㆍ ]{1,10})?"
)
_PROJECT_TAIL = re.compile(
    r"(?:등|대상|대상지|대상자|분야|주관기관|후보|본사업|사업|조성|구축|건립|건설|지정|유치|"
    r"공모|개발|운영|조성사업|구축사업|착공식|준공식|"
    r"설립|추진|"
    r"부지|계획|회의|행사|세미나|포럼|공청회|유치전|건설사업|확장|설치|대상지|기본구상 용역|"
    r"예산|개소식|기공식|개관식|출범식|공사|프로젝트|과제|컨소시엄|공모사업|"
    r"(?:수행|참여|운영|전담)기관|사업자|시행자| )*"
)
_BESIDE = frozenset(
    {"에", "에는", "에도", "에서", "으로", "로", "으로도", "로도", "도", "은", "는", "", "의"}
)
_TELLS = {
    Part.LEAD: re.compile(r"주관|운영|총괄|시행|맡"),
    Part.PARTNER: re.compile(r"참여|힘을 보|손을 보|힘을 (?:모|합)|컨소시엄|합류|공동|함께|손잡"),
    Part.FUNDER: re.compile(r"여기|이 사업|사업비|국비|도비|시비|군비|출자|출연"),
}
"""What a clause must say for its part to be in the project that the text is talking about."""
_MEETING = re.compile(
    r"(?:협약|협약식|행사|간담회|기념식|착공식|준공식|개소식|회의|보고회|토론회|설명회)"
    r"에는?(?: |$)|이날 |자리에는?|검토를? |지분"
)
_OF_EVENT = re.compile(
    r"(?:이번 |올해 |이 )?"
    r"(?:행사|대회|박람회|전시회|축제|포럼|토론회|설명회|개막식|기념식)(?:은|는|에는|에|를|을)? "
)
"""How a sentence opens that goes on about an event and no project."""
_ISSUERS = frozenset({EntityType.GOVERNMENT, EntityType.INSTITUTE, EntityType.REGION})
_OWNER = re.compile(
    rf"의 ?(?:올해|내년|[0-9]{{4}}년도?)? ?(?:공모사업인|공모인)? ?[{re.escape(OPENING)}]+"
)
_TASK = re.compile(
    r"((?:[가-힣·]+(?:와|과|·) ?)?[가-힣]*(?:설계|시공|공사|운영|관리|개발|구축|지원|건축|전기|"
    r"통신|토목|감리|총괄|주관|"
    r"시행|교육|"
    r"(?:참여|협력|주관|전담|수행|운영|공동 ?연구|위탁) ?(?:사업자|기업|기관|업체)|"
    r"시공사|시행사|시행자|사업자)|(?:선정된|뽑힌|지정된|이름을 올린) "
    r"(?:곳|지역|시·?군|지자체|도시|기업|업체|대학|기관))"
    r"(?:은|는|으로는|에는|으로) ?(?:㈜|\(재\)|\(주\)|\(사\))?$"
)
_TASK_ENDS = frozenset("은는로㈜)")
_CALLER = re.compile(
    r"(?:의|(?:이|가) (?:주관|공모|추진|시행|주최|지원)(?:한|하는))?"
    r" ?(?:올해|내년|[0-9]{4}년도?)? ?"
    r"(?:(?:공모|소관|지원|주관|지정|국책|신규) ?사업|공모|소관|주관|지정|지원)?"
    rf"(?:인|으로 (?:따낸|뽑힌|선정된)|에 (?:뽑힌|선정된|당선된))? ?[{re.escape(OPENING)}]*"
)
_PASSIVE = re.compile(r"되$|들어서|생기|열리|있")
_CALL_TAIL = re.compile(
    r"(?:(?:공모|소관|지원|주관|지정|국책|신규) ?사업|공모|소관|주관|지정|지원)?"
)
_LEADING_BODY = re.compile(
    r"(주관|운영|총괄|시행|전담)(기관|사|기업|사업자|자)(?:인|은|는|이자|으로는|로)? ?$"
)


def relate(reading: Reading) -> Iterator[Participates]:
    """The parts that bodies take, the surest one for each body and project."""
    best: dict[tuple[str, str], Participates] = {}
    for claim in _read(reading):
        pair = (claim.organization, claim.project)
        known = best.get(pair)
        if known is None or claim.evidence.confidence > known.evidence.confidence:
            best[pair] = claim
    yield from best.values()


def _read(reading: Reading) -> Iterator[Participates]:
    themes = themes_of(reading)
    yield from funders(reading)
    yield from in_lists(reading, themes)
    topic: Phrase | None = None
    for sentence in reading.document.sentences:
        yield from _callers(reading, sentence)
        yield from _leading(reading, sentence, themes)
        yield from _roles(reading, sentence, themes)
        found = clauses(reading, sentence)
        yield from beside(reading, sentence, found, themes)
        for clause in found:
            yield from _acting(reading, clause, themes)
            yield from chosen(reading, clause, _is_project)
        if topic is not None and not _has_subject(sentence):
            yield from _still_acting(reading, found, topic, themes)
        topic = _acting_topic(reading, found, topic)


def _acting(reading: Reading, clause: Clause, themes: Themes) -> Iterator[Participates]:
    words = reading.document.text[clause.start : clause.end]
    verbal = words[-30:]
    actors = _actors(reading, clause)
    if not actors:
        return
    told = part_of_words(verbal, clause)
    part = told or Part.LEAD
    if told is None and not _does(clause):
        return
    if part is Part.TENANT:
        actors = [phrase for phrase in actors if not _is_region(reading, phrase)]
    found = _project(reading, clause, themes, part)
    if found is None or (told is None and found.how not in {"object", "head"}):
        return
    nearest = actors[-1:] if clause.predicate.form is Form.MODIFIER else actors[:1]
    for actor in actors if part is Part.FUNDER else nearest:
        yield from _claims(reading, clause, actor, part, found, told=told is not None)


def _still_acting(
    reading: Reading, found: tuple[Clause, ...], topic: Phrase, themes: Themes
) -> Iterator[Participates]:
    """A sentence without a subject goes on with the body that the one before was about."""
    for clause in found:
        part = part_of_words(reading.document.text[clause.start : clause.end][-30:], clause)
        if part is None or part is Part.TENANT:
            continue
        if clause.predicate.form in {Form.MODIFIER, Form.NOUN}:
            continue
        if part is not Part.SELECTED and _PASSIVE.search(clause.predicate.stem):
            continue
        referent = _project(reading, clause, themes, part)
        if referent is None or referent.how not in {"object", "phrase"}:
            continue
        for key in referent.keys:
            yield Participates(
                topic.last.key,
                key,
                part,
                reading.evidence(
                    referent.start, max(referent.end, clause.end), "participates/still", 0.6
                ),
            )


def _has_subject(sentence: Sentence) -> bool:
    """Whether a noun is the subject or topic of more than a modifier in a sentence."""
    waiting = False
    for before, token in pairwise(sentence.tokens):
        if token.tag == "JX" and token.form in {"은", "는", "ᆫ"} and before.tag[0] != "J":
            return True
        if token.tag == "JKS":
            waiting = True
        elif token.tag in {"EC", "EF"} and waiting:
            return True
        elif token.tag == "ETM":
            waiting = False
    return waiting


def _acting_topic(
    reading: Reading, found: tuple[Clause, ...], topic: Phrase | None
) -> Phrase | None:
    """The body that a sentence is about, or that the one before was where it has none."""
    told = [clause for clause in found if clause.predicate.form is not Form.MODIFIER]
    topics = (phrase for clause in told for phrase in clause.topics)
    subjects = (phrase for clause in told for phrase in clause.subjects)
    for phrase in chain(topics, subjects):
        if _is_body(reading, phrase) and _ACTOR_TAIL.fullmatch(phrase.tail):
            return phrase if len(phrase.keys) == 1 else None
    return topic


def _does(clause: Clause) -> bool:
    """Whether a verb that tells no part still has its subject do something."""
    return _WATCHES.search(clause.predicate.stem) is None


def _claims(
    reading: Reading,
    clause: Clause,
    actors: Phrase,
    part: Part,
    found: Referent,
    *,
    told: bool,
) -> Iterator[Participates]:
    keys, confidence, how = found.keys, found.confidence, found.how
    if not told:
        confidence, how = 0.7, f"{how}-any"
    for helper in _helpers(reading, clause):
        for key in keys:
            if helper.key not in actors.keys:
                yield Participates(
                    helper.key,
                    key,
                    Part.SELECTED if part is Part.SELECTED else Part.PARTNER,
                    reading.evidence(
                        helper.start, clause.end, "participates/together", 0.8, helper.start
                    ),
                )
    for actor in actors.keys:
        for key in keys:
            yield Participates(
                actor,
                key,
                part,
                reading.evidence(
                    actors.start if how == "theme" else min(actors.start, found.start),
                    max(clause.end, found.end if how != "theme" else 0),
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


def _actors(reading: Reading, clause: Clause) -> list[Phrase]:
    """The bodies that act in a clause: its subjects, its topic, or the noun that it modifies."""

    def acts(phrase: Phrase) -> bool:
        return _is_body(reading, phrase) and _ACTOR_TAIL.fullmatch(phrase.tail) is not None

    found = [phrase for phrase in clause.subjects if acts(phrase)]
    if not found and clause.predicate.form is not Form.MODIFIER:
        found = [phrase for phrase in clause.topics if acts(phrase)]
    if found:
        return found
    head = clause.head
    if head is not None and acts(head):
        return [head] if any(_is_project(reading, phrase) for phrase in clause.phrases) else []
    if clause.subjects:
        return []
    return [phrase for phrase in clause.topics if acts(phrase)]


def _is_body(reading: Reading, phrase: Phrase) -> bool:
    return all(reading.by_key[key].type in ORGANIZATIONS for key in phrase.keys)


def _is_region(reading: Reading, phrase: Phrase) -> bool:
    return all(reading.by_key[key].type is EntityType.REGION for key in phrase.keys)


def _is_project(reading: Reading, phrase: Phrase) -> bool:
    return is_undertaking(reading, phrase, _PROJECT_TAIL)


def _project(reading: Reading, clause: Clause, themes: Themes, part: Part) -> Referent | None:
    """The project of a clause: named in it, else the one that the text is talking about."""
    if clause.head is not None and _is_project(reading, clause.head):
        return Referent.of(clause.head, 0.72, "head")
    for particles, confidence, how in ((OBJECT, 0.82, "object"), (_BESIDE, 0.73, "phrase")):
        for phrase in reversed(clause.phrases):
            if phrase.particle in particles and _is_project(reading, phrase):
                return Referent.of(phrase, confidence, how)
    for phrase in clause.topics:
        if _is_project(reading, phrase):
            if clause.predicate.form is Form.MODIFIER:
                return None
            return Referent.of(phrase, 0.7, "topic")
    return _talked_about(reading, clause, themes, part)


def _is_foreign(reading: Reading, clause: Clause, theme: str) -> bool:
    """Whether a sentence goes on about an event, though a project is what was talked about."""
    document = reading.document
    if reading.by_key[theme].type is EntityType.EVENT:
        return False
    sentence = document.sentences[document.number_at(clause.start)]
    return _OF_EVENT.match(document.text, sentence.start, sentence.end) is not None


def _talked_about(reading: Reading, clause: Clause, themes: Themes, part: Part) -> Referent | None:
    theme = themes.at(clause.start)
    if theme is None or _is_foreign(reading, clause, theme.key):
        return None
    if clause.predicate.form is Form.MODIFIER:
        return None
    if any(phrase.particle in OBJECT and phrase.last.named for phrase in clause.phrases):
        return None
    if _MEETING.search(reading.document.text, max(0, clause.start - 40), clause.end):
        return None
    told = _TELLS.get(part)
    if told is not None and not told.search(reading.document.text[clause.start : clause.end]):
        return None
    return Referent((theme.key,), theme.start, theme.end, 0.7, "theme")


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
                reading.evidence(low + match.start(), body.end, "participates/leading", 0.9),
            )


def _callers(reading: Reading, sentence: Sentence) -> Iterator[Participates]:
    """`산업부의 ‘PROJECT’`: a ministry or agency in front of what it issues."""
    text = reading.document.text
    for one, other in pairwise(phrases(reading, sentence)):
        kinds = {reading.by_key[key].type for key in one.keys}
        kind = reading.by_key[other.members[0].key].type
        gap = text[one.end : other.start]
        if (
            kind is not EntityType.PROJECT
            or len(gap) > 20
            or _CALL_TAIL.fullmatch(one.tail) is None
        ):
            continue
        strict = kinds <= {EntityType.GOVERNMENT} and _CALLER.fullmatch(gap)
        if not (strict or (kinds <= _ISSUERS and _OWNER.fullmatch(gap))):
            continue
        for member in one.keys:
            yield Participates(
                member,
                other.members[0].key,
                Part.LEAD,
                reading.evidence(
                    one.start,
                    other.members[0].end,
                    "participates/caller" if strict else "participates/owner",
                    0.85 if strict else 0.9,
                ),
            )


def _roles(reading: Reading, sentence: Sentence, themes: Themes) -> Iterator[Participates]:
    """`시공은 BODY`, `참여 기업은 BODY와 BODY`."""
    text = reading.document.text
    for body in phrases(reading, sentence, ORGANIZATIONS):
        before = text[max(sentence.start, body.start - 24) : body.start]
        match = _TASK.search(before) if before.rstrip()[-1:] in _TASK_ENDS else None
        if match is None or (theme := themes.at(body.start)) is None:
            continue
        task = match[1]
        part = Part.PARTNER
        if re.search(r"시공|설계|공사|건축|전기|통신|토목", task):
            part = Part.BUILDER
        elif re.match(r"선정|뽑힌|지정|이름을", task):
            part = Part.SELECTED
        elif re.search(r"운영|총괄|주관|전담|시행|사업자$", task) and "참여" not in task:
            part = Part.LEAD
        for key in body.keys:
            yield Participates(
                key,
                theme.key,
                part,
                reading.evidence(
                    body.start - len(match[0]), body.end, "participates/task", 0.73, body.start
                ),
            )
