"""Offices told by a verb: what somebody was before, and what somebody was made.

- `그는 A위원회 위원, B연구원 실장을 지냈다`, `… A 국장과 B 단장을 거쳐`: former offices, one for
  each title of the list;
- `X가 BODY 제10대 원장으로 취임했다`, `BODY 원장에 X를 임명했다`: the office that is taken up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.mentions.titles import TITLES_WORDS
from extractors.reading import Occurrence, Reading
from graph.model import ORGANIZATIONS, EntityType, Role

_WAS = re.compile(
    r"지냈|지내[며고다는]|역임|거쳐|거쳤|거친|몸담|일했|일하[며고다]|재직했|근무했|활동했|두루"
)
_JOINED = re.compile(r"입사|내부 (?:출신|승진)")
_BECAME = re.compile(
    r"(?:으?로|에) (?:[^.\n]{0,40}?)(?:취임|선임|임명|내정|선출|발탁|위촉|추대|부임|낙점)"
)
_GRADE = "(?:수석|책임|선임|전임|연구|겸임|초빙|석좌|명예|특임|산학협력) "
"""What stands apart before a title and belongs to it: `수석 연구원`."""
_UNIT = "[가-힣·]{2,14}(?:학과|학부|전공|대학|대학원|실|부문|본부) "
"""Where in a body the post is: `나래대 전자물리학과 교수`."""
_TITLE = "|".join(sorted(TITLES_WORDS.split(), key=len, reverse=True))
_POST = re.compile(
    rf"(?P<title>(?:{_GRADE})?(?:[가-힣]{{2,8}})?(?:{_TITLE})|[가-힣]{{2,6}}관)"
    r"(?=[,·ㆍ]|(?:과|와|을|를|이|으로|로| 등(?:을|에서|의)?|으로도|로도| 및)(?![가-힣])|$)"
)
_GAP = re.compile(
    r"(?:의(?= ))? ?(?:\([^()\n]{1,16}\))? ?(?:제?[0-9]{1,2}대|신임|초대|차기|전|당시)? ?"
    rf"(?:{_UNIT})?"
)
_NEW = re.compile(
    rf" ?(?:\([^()\n]{{1,16}}\))? ?(?:신임 |초대 |차기 |새 |제?[0-9]{{1,2}}대 )?(?P<title>"
    rf"(?:[가-힣]{{2,6}})?(?:{_TITLE}))(?=(?:으로|로|에)(?![가-힣]))"
)
_HE = re.compile(r"[○△■◇\s]*그는 ")
_HELD = re.compile(rf"(?:{_TITLE})(?:은|는|이|가)(?![가-힣])")
"""An office as subject: its holder is another, or was not read."""
_ACTS = re.compile(
    rf"(?:\([^()\n]{{1,30}}\))?(?: ?[가-힣A-Za-z0-9·()]{{0,20}}?(?:{_TITLE}| ?씨))?"
    r"(?:은|는|이|가)(?![가-힣])"
)
_AFTER_TO = re.compile(r"(?:에|으로|로) (?:[가-힣A-Za-z0-9]{2,15} ){0,4}$")


def careers(reading: Reading) -> Iterator[Role]:
    """The offices that verbs tell of."""
    last: Occurrence | None = None
    before: Occurrence | None = None
    for sentence in reading.document.sentences:
        people = reading.in_sentence(sentence, {EntityType.PERSON})
        words = reading.document.surface(sentence)
        who = _subject(reading, sentence, people)
        if who is None and _HE.match(words):
            who = last
        elif who is None and not people and not _HELD.search(words):
            who = before
        if who is not None and _WAS.search(words):
            yield from _past(reading, sentence, who)
        if _BECAME.search(words):
            yield from _taken_up(reading, sentence, people, who)
        last, before = who or (people[-1] if people else last), who


def _subject(reading: Reading, sentence: Sentence, people: list[Occurrence]) -> Occurrence | None:
    """The person of whom a sentence tells: the first that is its topic or subject."""
    text = reading.document.text
    for person in people:
        if _ACTS.match(text, person.end, sentence.end):
            return person
    return None


def _past(reading: Reading, sentence: Sentence, who: Occurrence) -> Iterator[Role]:
    """The posts before the verb, each behind its body."""
    text = reading.document.text
    low = max(who.end, sentence.start)
    verbs = list(_WAS.finditer(text, low, sentence.end))
    if not verbs:
        return
    inside = _JOINED.search(text, sentence.start, sentence.end) is not None
    for post in _POST.finditer(text, low, verbs[-1].start()):
        verb = next(verb for verb in verbs if verb.start() >= post.end())
        body = _body_of(reading, post.start("title"), low)
        if body is None and not inside:
            continue
        key = body.key if body is not None else _own_body(reading, who)
        if key is None:
            continue
        start = body.start if body is not None else post.start()
        yield Role(
            who.key,
            post["title"],
            key,
            reading.evidence(start, verb.end(), "roles/career", 0.8, post.start()),
            former=True,
        )


def _body_of(reading: Reading, start: int, low: int) -> Occurrence | None:
    """The body that stands right before a title."""
    text = reading.document.text
    for body in reversed(reading.within(max(low, start - 40), start, ORGANIZATIONS)):
        return body if _GAP.fullmatch(text, body.end, start) else None
    return None


def _own_body(reading: Reading, who: Occurrence) -> str | None:
    """The body that a person's name stands beside elsewhere: `A진흥원 이 원장은 입사해 …`."""
    bodies = [
        entity.key
        for entity in reading.entities
        if entity.type is EntityType.INSTITUTE or entity.type is EntityType.COMPANY
    ]
    places = [o for o in reading.occurrences if o.key in bodies and o.end <= who.start]
    return places[-1].key if places else None


def _taken_up(
    reading: Reading, sentence: Sentence, people: list[Occurrence], who: Occurrence | None
) -> Iterator[Role]:
    text = reading.document.text
    for body in reading.in_sentence(sentence, ORGANIZATIONS):
        post = _NEW.match(text, body.end, sentence.end)
        if post is None or not _BECAME.match(text, post.end(), sentence.end):
            continue
        named = [p for p in people if p.start >= post.end()]
        chosen = next((p for p in named if _AFTER_TO.search(text[post.end() : p.start])), who)
        if chosen is None:
            continue
        start, end = min(body.start, chosen.start), max(post.end(), chosen.end)
        yield Role(
            chosen.key,
            post["title"],
            body.key,
            reading.evidence(start, end, "roles/taken-up", 0.85, post.start()),
        )
