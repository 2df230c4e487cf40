"""Offices told by a verb: what somebody was before, is beside, and was made.

- `그는 A위원회 위원, B연구원 실장을 지냈다`, `… A 국장과 B 단장을 거쳐`, `A 실장 출신`: former
  offices, one for each title of the list; `국회의원 시절`;
- `A원장이 됐다`, `A원장을 맡고 있다`, `B학회 회장이다`: offices held;
- `X가 BODY 제10대 원장으로 취임했다`, `BODY 원장에 X를 임명했다`, `시는 경제국장에 X를`: offices
  taken up;
- `△나래대 졸업 △나래연구원 실장 △두루공사 이사`: a career in marks, of who was named last.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.offices import body_of, is_seat
from extractors.relations.posts import TITLE, Post, posts, told
from graph.model import ORGANIZATIONS, EntityType, Role

_HELD = re.compile(
    r"지냈|지내[며고다는]|지낸|역임|거쳐|거쳤|거친|거치[며고]|몸담|재직|근무했|활동했|봉직|출신"
    r"|일했|일하[며고다]|일한|일해"
)
_HOLDS = re.compile(
    r"(?:을|를) (?:겸(?:하|해|했|직|임)|맡(?:[고은아겼]|았(?!던)))|(?:이|가) (?:됐|되었|된)"
    r"|에 (?:올랐|오른|앉)"
)
_ACTS_FOR = re.compile(r" ?(?:권한|직무) ?대행(?:을|를|직을)? ?(?:맡|수행)")
"""Of whom it is told behind an office that he fills it for another."""
_IS = re.compile(rf"(?:{TITLE})(?P<is>(?:이다|다)\.?)$")
_ONCE = re.compile(
    r" ?(?:시절(?:인|이던|에|에는|에도|부터|의)?|재임(?:기|기인| 중이던)?|재직"
    r"|때(?:에|부터|는|인)?|(?:이던|일) 때|이던(?= [12][0-9]{3}년))(?![가-힣])"
    r"|(?:으로|로) (?:있던|있을|있으면서|일하던|일하면서|재임)|[을를] (?:끝으로|맡았던)"
)
_LIST_END = re.compile(
    r"(?: 등)?(?:으로도?|로도?|을|를|도|에서|에|이|가)?(?: 등(?:을|에서|의|으로)?)?"
    r"(?: (?:요직|주요 보직|보직|주요 직책|여러 자리)(?:을|를))?"
    r"(?: (?:두루|모두|차례로|잇따라|오래|주로|한때|연이어|[0-9]{1,2}년(?:간| 동안)?"
    r"|[두세네2-9] ?(?:번|차례)))* ?"
)
"""What stands between the last post of a list and the verb that governs it."""
_JOINED = re.compile(r"(?:에|으로) (?:입사|입직|입문|합류|들어[가와갔왔])|내부 (?:출신|승진)")
_MADE = re.compile(
    r"지명(?=[했한됐된])|취임|선임|임명|내정|선출|발탁|위촉|추대|부임|낙점|발령|기용|임용|승진|영입|앉[혔힌히]"
)
_NEW = r"(?:(?:신임|초대|차기|새|제?[0-9]{1,2}대) |(?:신임|초대)(?=[가-힣])){0,2}"
_TO = re.compile(
    rf"(?:^|[\s(]){_NEW}(?P<title>(?:[가-힣A-Za-z0-9·]{{1,12}}?)?(?:{TITLE}))"
    r"(?:에는|에|으로|로)(?= )"
)
_TO_PERSON = re.compile(
    r"(?:에는|에|으로|로) (?:(?![^ \n]*[다라]고 )[가-힣A-Za-z0-9·()]{2,15} ){0,4}"
)
_PUT = re.compile(r"(?:\([^()\n]{1,30}\))?[^,.\n]{0,30}(?:을|를)\s?")
"""What stands between somebody's name and the office that they are put into."""
_NEAR = 3
"""How many persons behind an office may be the one who is put into it."""
_TOPIC_REACH = 200
"""How many characters before an office its sentence's topic may stand."""
_start, _end = attrgetter("start"), attrgetter("end")
_HE = re.compile(r"[○△■◇\s]*그는 ")
_OTHER = re.compile(rf"(?:{TITLE})(?:은|는|이|가)(?![가-힣])")
"""An office as subject: its holder is another, or was not read."""
_ACTS = re.compile(
    r"(?:\([^()\n]{1,30}\))?(?: (?:전|현|신임|당시))?"
    rf"(?: ?(?:[가-힣A-Za-z0-9·]{{2,20}} )?[가-힣A-Za-z0-9·()]{{0,20}}?(?:{TITLE}| ?씨))?"
    r"(?:은|는|이|가)(?![가-힣])"
)
_MODIFYING = re.compile(
    r"[가-힣]{0,2}(?: [뒤후](?: [가-힣A-Za-z0-9()]{2,16}){1,3}|(?: [가-힣A-Za-z0-9()]{2,16}){0,2}) "
)
"""What stands between a verb and whom it modifies: `원장을 지낸 뒤 지사에 당선된 배나래`."""
_HOLDER = re.compile(r"[은는] $")
_NAMED = re.compile(r",|이다|다\.|이며|이고|이었|였")
_MARKS = re.compile(r"\s*[△▲▷▶◇◆○●■□▪·∙]\s*")
_LIFE = re.compile(r"출생|출신|졸업|학사|석사|박사|[0-9]{2}년생|수료")
_NOW = re.compile(r"^\(?(?:현|現)\)? ")


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
        elif who is None and before is not None and not people and not _OTHER.search(words):
            who = before
        yield from _told(reading, sentence, people, who)
        yield from _named(reading, sentence, people)
        if _MADE.search(words):
            yield from _made(reading, sentence, people, who)
        if _LIFE.search(words) and len(_MARKS.findall(words)) > 2:
            yield from _in_marks(reading, sentence, people[0] if people else last)
        last, before = who or (people[-1] if people else last), who


def _subject(reading: Reading, sentence: Sentence, people: list[Occurrence]) -> Occurrence | None:
    """The person of whom a sentence tells: the first that is its topic or subject."""
    text = reading.document.text
    for person in people:
        if _ACTS.match(text, person.end, sentence.end):
            return person
    return None


def _told(
    reading: Reading, sentence: Sentence, people: list[Occurrence], topic: Occurrence | None
) -> Iterator[Role]:
    """The posts before a verb of holding, of the person behind it or of the sentence's topic."""
    if topic is None and not people:
        return
    text = reading.document.text
    low = sentence.start
    verbs = [(*v.span(), True) for v in _HELD.finditer(text, low, sentence.end)]
    verbs += [(*v.span(), False) for v in _HOLDS.finditer(text, low, sentence.end)]
    verbs += [(*v.span(), True) for v in _ONCE.finditer(text, low, sentence.end)]
    ends = _IS.search(text, max(low, sentence.end - 20), sentence.end)
    if ends is not None:
        verbs.append((*ends.span("is"), False))
    acting = {m.start(): m.end() for m in _ACTS_FOR.finditer(text, low, sentence.end)}
    verbs += [(start, end, False) for start, end in acting.items()]
    if not verbs:
        return
    behind_topic = _opening(text, topic, sentence)
    found = list(posts(reading, behind_topic, sentence.end, _own_body(reading, sentence, topic)))
    opening: list[Post] | None = None
    for start, end, former in sorted(verbs):
        if start < behind_topic and opening is None:
            opening = list(posts(reading, low, behind_topic))
        chain = _chain(text, opening if start < behind_topic and opening else found, start)
        if not chain:
            continue
        behind = next(iter(_behind(people, end, 1)), None)
        modified = behind is not None and _modifies(text, end, behind)
        own = behind if modified else topic
        if start in acting:
            own = _subject(reading, sentence, _before(people, chain[0].start)[::-1])
        if own is None or (own.start >= chain[0].start and not modified):
            continue
        for post in chain:
            region = is_seat(post.title) and (start in acting or former)
            if not post.told and not region:
                continue
            evidence = reading.evidence(post.start, end, "roles/career", 0.8, post.start)
            role = Role(
                own.key,
                post.title,
                post.body,
                evidence,
                former=former or post.former,
                acting=start in acting,
            )
            yield role if post.told else replace(role, organization=body_of(reading, role))


def _named(reading: Reading, sentence: Sentence, people: list[Occurrence]) -> Iterator[Role]:
    """Who is said to hold an office: `나래원 초대 원장은 배나래, 2대 원장은 이다래다`."""
    text = reading.document.text
    body: str | None = None
    for person in people:
        low = max(sentence.start, person.start - 60)
        topic = _HOLDER.search(text, low, person.start)
        if topic is None or not _NAMED.match(text, person.end):
            continue
        post = next((p for p in posts(reading, low, person.start) if p.end == topic.start()), None)
        if post is None:
            continue
        body = post.body or body
        evidence = reading.evidence(post.start, person.end, "roles/named", 0.85, post.start)
        role = Role(person.key, post.title, body, evidence)
        yield role if body is not None else replace(role, organization=body_of(reading, role))


def _opening(text: str, topic: Occurrence | None, sentence: Sentence) -> int:
    """Where a career may begin: behind the topic and its own office."""
    if topic is None or topic.start < sentence.start:
        return sentence.start
    acts = _ACTS.match(text, topic.end, sentence.end)
    return acts.end() if acts is not None else topic.end


def _chain(text: str, found: list[Post], verb: int) -> list[Post]:
    """The list of posts that ends right before a verb."""
    chain: list[Post] = []
    edge = verb
    for post in reversed(found[: bisect_right(found, verb, key=_end)]):
        gap = text[post.end : edge]
        if not chain:
            if not _LIST_END.fullmatch(gap):
                break
        elif not re.fullmatch(
            r"(?:[을를]?,|·|ㆍ|과|와| 및| 겸|이자| 등)? ?(?:[^.,\n△▲▷▶◇◆○●■□▪]{0,20})?", gap
        ):
            break
        chain.append(post)
        edge = post.start
    return chain[::-1]


def _behind(people: list[Occurrence], offset: int, many: int) -> list[Occurrence]:
    """The first persons that stand behind an offset."""
    first = bisect_left(people, offset, key=_start)
    return people[first : first + many]


def _before(people: list[Occurrence], offset: int) -> list[Occurrence]:
    """The persons that stand before an offset."""
    return people[: bisect_right(people, offset, key=_end)]


def _modifies(text: str, start: int, person: Occurrence) -> bool:
    """Whether a verb that ends at `start` stands before a person as its modifier."""
    return _MODIFYING.fullmatch(text, start, person.start) is not None


def _own_body(reading: Reading, sentence: Sentence, who: Occurrence | None) -> str | None:
    """The body that somebody joined: that of posts told without one (`A에 입사해 실장, 본부장`)."""
    text = reading.document.text
    joined = _JOINED.search(text, sentence.start, sentence.end)
    if joined is None:
        return None
    before = reading.within(sentence.start, joined.start(), ORGANIZATIONS)
    if before and before[-1].end >= joined.start() - 1:
        return before[-1].key
    kinds = (EntityType.INSTITUTE, EntityType.COMPANY)
    bodies = {entity.key for entity in reading.entities if entity.type in kinds}
    start = who.start if who is not None else sentence.start
    places = [o for o in reading.occurrences if o.key in bodies and o.end <= start]
    return places[-1].key if places else None


def _made(
    reading: Reading, sentence: Sentence, people: list[Occurrence], who: Occurrence | None
) -> Iterator[Role]:
    """The offices that somebody is put into: `원장에 X를 임명`, `원장으로 취임`."""
    text = reading.document.text
    for post in _TO.finditer(text, sentence.start, sentence.end):
        verb = _MADE.search(text, post.end(), sentence.end)
        if verb is None:
            continue
        start, title = post.start("title"), post["title"]
        glued = [
            b
            for b in reading.within(max(sentence.start, start - 40), post.end(), ORGANIZATIONS)
            if b.end > start
        ]
        if glued:
            read = next(iter(posts(reading, glued[-1].start, post.end("title"))), None)
            if read is None:
                continue
            title, body = read.title, read.body
        else:
            body = _of_title(reading, sentence, start)
        named = _behind(people, post.end(), _NEAR)
        chosen = next(
            (p for p in named if _TO_PERSON.fullmatch(text, post.end("title"), p.start)), None
        )
        if chosen is None and verb.start() <= post.end() + 20:
            before = who if who is not None and who.start < verb.start() else None
            chosen = _object(text, people, post.start()) or before
        if chosen is None or body is None:
            continue
        low, high = min(start, chosen.start), max(post.end(), chosen.end)
        yield Role(
            chosen.key, title, body, reading.evidence(low, high, "roles/taken-up", 0.85, start)
        )


def _object(text: str, people: list[Occurrence], end: int) -> Occurrence | None:
    """Whom a sentence puts into an office: `나래원 배나래 원장을 새 회장으로 선출`."""
    before = _before(people, end)
    if before and _PUT.fullmatch(text, before[-1].end, end):
        return before[-1]
    return None


def _of_title(reading: Reading, sentence: Sentence, start: int) -> str | None:
    """The body of an office: right before it, else the one that the sentence is about."""
    text = reading.document.text
    bodies = reading.within(max(sentence.start, start - _TOPIC_REACH), start, ORGANIZATIONS)
    if not bodies:
        return None
    gap = text[bodies[-1].end : start]
    if re.fullmatch(rf"(?:의)? ?(?:\([^()\n]{{1,16}}\))? ?{_NEW}(?:신임|초대)?", gap):
        return bodies[-1].key
    topics = [
        b
        for b in bodies
        if re.match(r"(?:\([^()\n]{1,16}\))?(?:은|는)(?![가-힣])", text[b.end : b.end + 20])
    ]
    return topics[-1].key if topics else None


def _in_marks(reading: Reading, sentence: Sentence, who: Occurrence | None) -> Iterator[Role]:
    """The posts of a career whose steps are set off by marks."""
    if who is None:
        return
    text = reading.document.text
    edges = [m.end() for m in _MARKS.finditer(text, sentence.start, sentence.end)]
    for low, high in zip(edges, [*edges[1:], sentence.end], strict=True):
        now = _NOW.match(text[low:high]) is not None
        for post in told(reading, low, high):
            evidence = reading.evidence(post.start, post.end, "roles/career", 0.75)
            yield Role(who.key, post.title, post.body, evidence, former=not now)
