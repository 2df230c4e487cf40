"""Who signed what with whom, and when.

Construction: a stretch of a sentence that signs (`협약을 맺었다`, `MOU를 체결했다`, `양해각서에
서명했다`); its parties are the bodies that are its subject or topic or stand in 와/과 before it,
persons standing for the body of their office. A stretch with one party takes the body that the
sentence before was about for the other. The subject is the project that stands before the
agreement's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from extractors.dates import DateKind
from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.clauses import Form, clauses
from extractors.relations.pact_counts import BODIES, MANY, SIGNER, WITH, all_of, counted, these
from extractors.relations.pact_lists import parties_listed
from extractors.relations.phrases import Phrase, outermost, phrases
from extractors.relations.timeline import Timeline, timeline_of
from graph.model import ORGANIZATIONS, Agreement, EntityType
from graph.values import PartialDate

_PACT = (
    r"(?:협약서?|양해각서|합의각서|확약서|MOU|MOA|합의서|협정서?|의향서|계약서?)"
    r"(?:\([^()]{1,20}\))?[’'”\"」』]*"
)
_NAMES_A_PACT = re.compile("협약|양해각서|합의각서|확약서|MOU|MOA|합의서|협정|의향서|계약")
"""What every pact holds: few sentences need a search for more."""
_SIGNED = re.compile(
    rf"{_PACT}(?:을|를|에|도|으로)? ?(?:[가-힣 ]{{0,8}})"
    r"(?:맺|체결|교환|주고받|서명|나눠|나눴|쓰고|썼)|"
    rf"{_PACT}(?:을|를|도) ?(?:했|하고|하며|한(?= ))|"
    rf"{_PACT}(?:을|를) (?:가졌|갖고|갖는|한다|합니다|진행했|진행한|하기로)|"
    rf"{_PACT}식[을를에]? ?(?:[가-힣 ]{{0,6}})(?:열|가졌|갖|개최|했)|협약[했한하](?!는)|"
    rf"(?:협약|MOU) 체결|{_PACT}(?:을|를)(?=, [^.\n]*{_PACT}(?:을|를) (?:맺|체결|교환))"
)
_APART = re.compile(
    rf"{_PACT}(?:을|를|은|는|에는|에|도) [^.\n]{{4,90}}?"
    r"(?:맺[었은어고]|체결[했한해하]|서명[했한해하])|"
    rf"(?:과|와) (?:맺은|체결한|주고받은|나눈) [^.,\n]{{0,20}}?{_PACT}|"
    rf"[이가] (?:[^.,\n]{{0,30}} )?(?:맺은|체결한) [^.,\n]{{0,20}}?{_PACT}|"
    rf"(?:과|와)의 (?:업무|투자|상생|공동|양해)?[가-힣]{{0,2}} ?{_PACT}(?=[\s(에을를])"
)
"""A pact whose parties stand behind it, or that they stand before as a modifier."""
_HANDS = re.compile(r"손을 ?(?:맞)?잡(?:았|은 데)")
"""What tells of a pact in a sentence that tells of another one behind: `A와 손을 맞잡았고`."""
_SIGNED_BY = re.compile(
    rf"(?:{_PACT}(?:을|를|에|도)? ?(?:맺은|체결한|서명한|주고받은|한)|협약한)"
    r"(?: (?:곳|데|기업|업체|회사|상대)[은는이가])? [‘'“\"㈜]*(?:\(주\))?$"
)
"""A pact that modifies one who signed it: `다래시와 투자협약을 맺은 나래산업`."""
_COUNTED_BY = re.compile(r"(?:곳|데|기업|업체|회사|상대)[은는] [‘'“\"㈜]*(?:\(주\))?$")
"""What leads to those who signed with whom the article is about: `협약을 맺은 기업은 나래사다`."""
_JOINING = re.compile(
    rf"{_PACT}식?(?:에는?|은) (?P<who>[^.\n]{{4,200}}?)(?:이|가|도) "
    r"(?:함께 )?(?:이름을 올|참여했|참여한|동참했|함께했|함께한|힘을 모[았은])|"
    rf"{_PACT}(?:식| 체결식?)?에 (?:참가|참여|참석|함께|동참)한 "
    r"(?:기업|업체|기관|회사|대학|곳)들?[은는] (?P<list>[^\n]{4,200}?)(?:이다|입니다|다)[.\n]"
)
_UNNAMED = re.compile(
    r"(?:\([^()\n]{1,16}\))?,? (?:그리고 )?(?:[가-힣]+ ){0,3}"
    r"(?:[0-9]+(?:곳|개(?:사| ?기업| ?기관)?)|기업|업체|회사|기관)(?:들)?(?: [0-9]+곳)?(?:과|와) "
)
_GAP = re.compile(r" (?P<and>및 )?(?:[시도군구] )?")
_TAIL = re.compile(
    r"(?:등|측|컨소시엄|등 [0-9가-힣· ]{1,14}|[0-9]+개 ?[가-힣]{1,3}|"
    r"(?:등 )?(?:두|세|네|다섯|여섯|양) ?(?:곳|기관|회사|기업|업체|지자체|시군|측)|3자|"
    r"[가-힣]{0,6}(?:대표|이사|장|지사|군수|대행|CEO)(?: ?(?:직무|권한)대행)?(?: 등.{0,14})?)?"
)
_OFFICE = re.compile(
    r"[가-힣]{0,6}(?:대표|이사|장|지사|군수|CEO)(?: ?(?:직무|권한)대행)?(?: [가-힣]{2,4})?"
)
"""Behind a body, who signs for it, in a list: `나래원 원장 직무대행, …`."""
_IS_ONE = re.compile(r"(?:기업|업체|회사|기관|제조사|자회사|전문|대학)인$")
"""A modifier that tells what the next party is: the one before it does nothing to it."""
_HALL = re.compile(r"청(?:과|와|은|는|이|가|도)(?![가-힣])")
"""A government by the name of its house: `나래시청과`."""
_AMONG = re.compile(
    r"[을를] (?:비롯한|비롯해|포함한|포함해) [^.,\n]{0,24}?"
    r"(?:업체|기업|기관|회사|대학|단체|[0-9](?:곳|개사?|개))(?:들)?(?:과|와|이|가|은|는)(?![가-힣])"
)
"""What follows one named of several parties: `나래사를 비롯한 5개 기업과`."""
_JOINED_VERBS = 3
"""How many verbs one subject may have before the name that they modify."""
_BETWEEN = re.compile(r"간(?: |$)")


def relate(reading: Reading) -> Iterator[Agreement]:
    """The agreements that an article reports, once each.

    One that a headline tells without its project and date is told by what tells them further down.
    """
    timeline = timeline_of(reading)
    done: list[Agreement] = []
    topic: str | None = None
    host: str | None = None
    last: Sentence | None = None
    for sentence in reading.document.sentences:
        bodies = phrases(reading, sentence, ORGANIZATIONS)
        told: Iterable[Agreement] = ()
        if _NAMES_A_PACT.search(reading.document.text, sentence.start, sentence.end + 1):
            told = chain(
                _signed(reading, timeline, sentence, bodies, topic),
                _joined(reading, timeline, sentence, topic or host),
            )
        for claim in chain(told, _listed(reading, sentence, last)):
            place = _told_before(claim, done)
            if place is None:
                done.append(claim)
            elif _is_bare(done[place]) and not _is_bare(claim):
                done[place] = replace(claim, parties=done[place].parties)
        last = sentence
        for phrase in bodies:
            if phrase.particle in {"은", "는"} and phrase.tail == "":
                topic = phrase.last.key
                break
        host = (
            topic or host or next((p.last.key for p in bodies if p.particle in {"이", "가"}), None)
        )
    yield from done


def _told_before(claim: Agreement, done: list[Agreement]) -> int | None:
    """Which of those told before is the same, if any."""
    parties = set(claim.parties)
    for place, other in enumerate(done):
        if _repeats(parties, set(other.parties)) and not _another_month(claim.date, other.date):
            return place
    return None


def _is_bare(claim: Agreement) -> bool:
    return claim.subject is None and claim.date is None


def _repeats(parties: set[str], other: set[str]) -> bool:
    return parties <= other or len(parties & other) * 3 >= 2 * max(len(parties), len(other))


def _another_month(date: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two pacts of the same parties are two: of different months, both told."""
    if date is None or other is None:
        return False
    return (date.year, date.month) != (other.year, other.month)


def _signed(
    reading: Reading,
    timeline: Timeline,
    sentence: Sentence,
    bodies: tuple[Phrase, ...],
    topic: str | None,
) -> Iterator[Agreement]:
    text = reading.document.text
    begin = sentence.start
    for match in _pacts(text, sentence):
        apart = match.re is _APART
        stop = match.end() if apart else match.start()
        signers = [
            phrase
            for phrase in bodies
            if begin <= phrase.start < stop
            and (_signs(phrase) or _heads_list(text, phrase, stop) or _is_told(text, phrase))
            and not _in_bracket(reading, phrase)
            and not _does_another(reading, sentence, phrase, bodies)
        ]
        parties = list(
            dict.fromkeys(
                key
                for phrase in signers
                for key in (*_loose(reading, sentence, phrase), *_acting(reading, phrase))
            )
        )
        many = MANY.search(text, begin, match.start())
        told = counted(reading, sentence, many) if many else []
        parties += [key for key in told if key not in parties]
        if not parties:
            parties = all_of(reading, sentence, begin, match.end())
        alone = all(phrase.particle in WITH for phrase in signers)
        who = _modified(text, match, bodies) if alone else None
        if who is not None:
            parties += [key for key in who.keys if key not in parties]
            alone = not signers and _COUNTED_BY.search(text, match.start(), who.start) is not None
        if (others := these(reading, sentence, begin, match.end())) is not None:
            parties += [key for key in others if key not in parties]
            alone = False
        if len(parties) >= 1 and alone and topic is not None and topic not in parties:
            parties.insert(0, topic)
        if len(parties) < 2:
            continue
        yield Agreement(
            tuple(parties),
            reading.evidence(
                min([phrase.start for phrase in signers], default=many.start() if many else begin),
                match.end(),
                "agreements/alone" if alone else "agreements/signed",
                0.85 if alone else 0.9,
                match.start(),
            ),
            subject=_subject(reading, begin, match.start()),
            date=_date(timeline, begin, match.start()),
        )
        begin = match.end()
        topic = next((p.last.key for p in signers if p.particle in {"은", "는"}), topic)


def _modified(text: str, match: re.Match[str], bodies: tuple[Phrase, ...]) -> Phrase | None:
    """Who stands right behind a pact that modifies its signer."""
    for phrase in bodies:
        if phrase.start >= match.end() - 1:
            return phrase if _SIGNED_BY.search(text, match.start(), phrase.start) else None
    return None


def _pacts(text: str, sentence: Sentence) -> list[re.Match[str]]:
    """Where a sentence signs, in order."""
    found = list(_SIGNED.finditer(text, sentence.start, sentence.end))
    if found:
        found += _HANDS.finditer(text, sentence.start, found[-1].start())
    for match in _APART.finditer(text, sentence.start, sentence.end):
        if all(match.end() <= m.start() or m.end() <= match.start() for m in found):
            found.append(match)
    return sorted(found, key=lambda match: match.start())


def _joined(
    reading: Reading, timeline: Timeline, sentence: Sentence, topic: str | None
) -> Iterator[Agreement]:
    """`협약에는 나래대, 다래연구원이 참여했다`: who joined the pact of the article's topic."""
    text = reading.document.text
    for match in _JOINING.finditer(text, sentence.start, min(sentence.end + 1, len(text))):
        start, end = match.span("who" if match["who"] else "list")
        found = _innermost(text, reading.within(start, end, ORGANIZATIONS))
        parties = [key for key in dict.fromkeys(o.key for o in found) if key != topic]
        if topic is not None and len(parties) > 1:
            yield Agreement(
                (topic, *parties),
                reading.evidence(match.start(), end, "agreements/joined", 0.75, start),
                date=_date(timeline, sentence.start, match.start()),
            )


def _listed(reading: Reading, sentence: Sentence, before: Sentence | None) -> Iterator[Agreement]:
    """The pact of the sentence before, whose parties this one lists."""
    found = parties_listed(reading, sentence, before) if before is not None else ()
    if found:
        evidence = reading.evidence(sentence.start, sentence.end, "agreements/joined", 0.75)
        yield Agreement(found, evidence)


def _innermost(text: str, bodies: list[Occurrence]) -> list[Occurrence]:
    """The bodies without those that only tell where the next one lies: `경기 나래시`."""
    starts = {body.start for body in bodies}
    return [b for b in bodies if text[b.end : b.end + 1] != " " or b.end + 1 not in starts]


def _signs(phrase: Phrase) -> bool:
    if _BETWEEN.match(phrase.tail):
        return True
    if phrase.particle == "":
        listed = len(phrase.keys) > 1 or phrase.tail == "등"
        return listed or _OFFICE.fullmatch(phrase.tail) is not None
    return phrase.particle in WITH | SIGNER and _TAIL.fullmatch(phrase.tail) is not None


def _acting(reading: Reading, phrase: Phrase) -> list[str]:
    """The members of a phrase without the countries whose firm comes next: `독일 나래사와`."""
    text = reading.document.text
    return [
        member.key
        for member in phrase.members
        if text[member.end : member.end + 1] != " "
        or not (reading.by_key[member.key].ref or "").startswith("country:")
    ]


def _is_told(text: str, phrase: Phrase) -> bool:
    """Whether the words behind a body say that it is a party: `나래시청과`, `나래사를 비롯한`."""
    return _HALL.match(text, phrase.end) is not None or _AMONG.match(text, phrase.end) is not None


def _in_bracket(reading: Reading, phrase: Phrase) -> bool:
    """Whether a place only stands in the bracket behind a party: `다온(대표 배나래, 나래)과`."""
    text = reading.document.text
    if text[phrase.end : phrase.end + 1] != ")":
        return False
    if any(reading.by_key[key].type is not EntityType.REGION for key in phrase.keys):
        return False
    opened = text.rfind("(", max(0, phrase.start - 40), phrase.start)
    return opened >= 0 and text.find(")", opened, phrase.start) < 0


def _loose(reading: Reading, sentence: Sentence, phrase: Phrase) -> list[str]:
    """The bodies of a list before a signer that only spaces join: `나래사 다래대 두루협회와`."""
    text = reading.document.text
    found: list[str] = []
    start, joined = phrase.start, False
    for body in reversed(outermost(reading.within(sentence.start, phrase.start, BODIES))):
        gap = _GAP.fullmatch(text, body.end, start)
        if gap is None:
            break
        joined = joined or gap["and"] is not None
        found.insert(0, body.key)
        start = body.start
    return found if joined or len(found) > 1 else []


def _heads_list(text: str, phrase: Phrase, stop: int) -> bool:
    """Whether a body alone begins a list that names no other: `나래도, 반도체 기업 7곳과`."""
    return phrase.particle == "" and _UNNAMED.match(text, phrase.end, stop) is not None


def _does_another(
    reading: Reading, sentence: Sentence, phrase: Phrase, bodies: tuple[Phrase, ...]
) -> bool:
    """Whether a body acts in a clause on something named.

    `나래부가 고른 ‘갈대단지’를 위해`, `나래부가 선정, 발표한 ‘갈대단지’를 위해`.
    """
    if phrase.particle not in {"이", "가"}:
        return False
    text = reading.document.text
    found = clauses(reading, sentence)
    own = next((n for n, c in enumerate(found) if c.start <= phrase.start < c.end), len(found))
    for clause in found[own : own + _JOINED_VERBS]:
        form = clause.predicate.form
        if form is Form.MODIFIER and _IS_ONE.search(text, clause.start, clause.predicate.end):
            continue  # `소재 생산업체인 나래사와`
        if form is Form.MODIFIER:
            head = clause.head
            if head is None:
                return False
            opens = all(p.particle not in {"은", "는"} or p.start >= phrase.start for p in bodies)
            return not (opens and reading.by_key[head.last.key].type in BODIES)
        if form is not Form.NOUN:
            break
    return False


def _subject(reading: Reading, begin: int, at: int) -> str | None:
    projects = reading.within(max(begin, at - 60), at, {EntityType.PROJECT})
    return projects[-1].key if projects else None


def _date(timeline: Timeline, begin: int, at: int) -> PartialDate | None:
    dates = [
        span.date
        for span in timeline.within(begin, at)
        if span.date is not None and span.kind is not DateKind.PERIOD
    ]
    return dates[-1] if dates else None
