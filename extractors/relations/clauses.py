"""The predicates of a sentence, each with the phrases that belong to it.

A phrase in 이/가, 을/를, 에 or 에서 belongs to the nearest predicate behind it; a topic in 은/는
to the predicates that are not inside a modifier (`도가 추진하는 클러스터`), until another topic
comes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from extractors.document import Sentence, Token
from extractors.reading import Reading, once_a_sentence
from extractors.relations.phrases import CLOSING, Phrase, phrases

_POSTPOSITIONS = frozenset(
    {"따르", "위하", "통하", "대하", "관하", "의하", "비롯하", "더불", "인하", "말미암"}
)
_PREDICATES = frozenset({"VV", "VA", "XSV", "XSA", "VCP", "VCN"})
_MEANT = frozenset({"예정", "계획", "방침", "전망", "구상", "것", "거"})
"""Nouns that tell what is to come together with the verb before them: `지을 예정이다`."""
_OF_TIME = frozenset({"지나", "오"})
TOPIC = frozenset({"은", "는", "도", "만"})
SUBJECT = frozenset({"이", "가", "께서"})
OBJECT = frozenset({"을", "를"})
PLACE = frozenset({"에", "에는", "에도", "에서", "에서는", "에선", "엔"})


class Form(StrEnum):
    """How a predicate goes on."""

    MODIFIER = "modifier"
    LINKING = "linking"
    FINAL = "final"
    NOUN = "noun"


class Predicate(NamedTuple):
    """A verb, a copula or an action noun without a verb (`내년 착공,`)."""

    stem: str
    start: int
    end: int
    form: Form
    past: bool = False
    future: bool = False


class Clause(NamedTuple):
    """A predicate and its phrases.

    `start` is where its own words begin; `subjects` are its 이/가 phrases, carried over from the
    clause before where it has none. A modifier stands before `head`, the phrase that it modifies,
    or before a plain noun, `head_noun` (`추진하는 사업`).
    """

    predicate: Predicate
    start: int
    end: int
    phrases: tuple[Phrase, ...]
    subjects: tuple[Phrase, ...]
    topics: tuple[Phrase, ...]
    head: Phrase | None = None
    head_noun: str = ""

    def of(self, particles: frozenset[str]) -> tuple[Phrase, ...]:
        """Its own phrases with one of those particles."""
        return tuple(phrase for phrase in self.phrases if phrase.particle in particles)


def predicates(text: str, sentence: Sentence) -> Iterator[Predicate]:
    """The predicates of a sentence in order."""
    tokens = sentence.tokens
    position = 0
    while position < len(tokens):
        token = tokens[position]
        tag = token.tag
        if tag[0] in "VX" and (tag := tag.split("-")[0]) in _PREDICATES:
            stem, start = token.form, token.start
            if position and tag in {"XSV", "XSA", "VCP"} and tokens[position - 1].end == start:
                stem, start = tokens[position - 1].form + stem, tokens[position - 1].start
                if stem == "중이" and position >= 2:
                    stem, start = tokens[position - 2].form + stem, tokens[position - 2].start
            position, predicate = _inflected(tokens, position, stem, start)
            if not (predicate.stem in _OF_TIME and predicate.form is Form.MODIFIER):
                yield predicate
            continue
        if tag == "NNG" and _is_agreed(tokens, position):
            yield Predicate(f"{token.form}하", token.start, tokens[position + 2].end, Form.LINKING)
            position += 3
            continue
        if (
            tag == "NNG"
            and len(token.form) >= 2
            and _stands_alone(text, tokens, position, sentence.end)
        ):
            yield Predicate(token.form, token.start, token.end, Form.NOUN)
        position += 1


def _is_agreed(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a noun goes on in 키로, as papers shorten `투자하기로`."""
    forms = [token.form for token in tokens[position + 1 : position + 3]]
    return forms == ["키", "로"] and tokens[position].end == tokens[position + 1].start


def _stands_alone(text: str, tokens: tuple[Token, ...], position: int, end: int) -> bool:
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is None:
        return True
    if following.start >= end:
        return True
    return text[following.start] in ",…;" and tokens[position].form[-1] not in "군시도구"


def _inflected(
    tokens: tuple[Token, ...], position: int, stem: str, start: int
) -> tuple[int, Predicate]:
    past = future = False
    form, end = Form.LINKING, tokens[position].end
    position += 1
    while position < len(tokens):
        token = tokens[position]
        tag = token.tag.split("-")[0]
        if tag == "EP":
            past = past or token.form in {"었", "았", "였", "했"}
            future = future or token.form == "겠"
        elif tag == "ETM":
            form = Form.MODIFIER
            past = past or token.form in {"은", "ᆫ", "던"}
            future = future or token.form in {"ᆯ", "을"}
        elif tag in {"EC", "ETN"}:
            form = Form.LINKING
        elif tag == "EF":
            form = Form.FINAL
        elif tag not in {"VX", "XSV"} or token.start > end + 1:
            break
        end = max(end, token.end)
        position += 1
    return position, Predicate(stem, start, end, form, past, future)


def _meant(text: str, sentence: Sentence) -> Iterator[Predicate]:
    """The predicates, those of intent as one: `지을 예정이며` builds, as `지으며` does."""
    tokens = sentence.tokens
    found = list(predicates(text, sentence))
    for number, predicate in enumerate(found):
        noun = _intent(tokens, predicate)
        before = _intent(tokens, found[number - 1]) if number else None
        if before is not None and predicate.start == before.start:
            continue
        if noun is None:
            yield predicate
            continue
        copula = found[number + 1] if number + 1 < len(found) else None
        if copula is not None and copula.start == noun.start:
            yield predicate._replace(end=copula.end, form=copula.form)
        elif (
            text[noun.end : noun.end + 2] in {"으로", "로 "} or text[noun.end : noun.end + 1] == ","
        ):
            yield predicate._replace(end=noun.end, form=Form.LINKING)
        elif noun.end >= sentence.end - 1:
            yield predicate._replace(end=noun.end, form=Form.FINAL)
        else:
            yield predicate


def _intent(tokens: tuple[Token, ...], predicate: Predicate) -> Token | None:
    """The noun of intent right behind a verb in the future."""
    if predicate.form is not Form.MODIFIER or not predicate.future:
        return None
    place = bisect_left(tokens, predicate.end, key=_start)
    noun = tokens[place] if place < len(tokens) else None
    if noun is None or noun.form not in _MEANT or noun.start > predicate.end + 1:
        return None
    return noun


@once_a_sentence
def clauses(reading: Reading, sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence in order."""
    text = reading.document.text
    found: list[Clause] = []
    waiting = list(phrases(reading, sentence))
    index = 0
    begin = sentence.start
    topics: tuple[Phrase, ...] = ()
    carried: tuple[Phrase, ...] = ()
    own: list[Phrase] = []
    linked = False
    for predicate in _meant(text, sentence):
        while index < len(waiting) and waiting[index].end <= predicate.start:
            own.append(waiting[index])
            index += 1
        if index < len(waiting) and waiting[index].start <= predicate.start:
            continue
        if predicate.stem in _POSTPOSITIONS:
            if own and predicate.start - own[-1].after <= 1:
                own[-1] = own[-1]._replace(particle=f"{own[-1].particle} {predicate.stem}")
            continue
        new_topics = tuple(phrase for phrase in own if phrase.particle in TOPIC)
        subjects = tuple(phrase for phrase in own if phrase.particle in SUBJECT)
        modifier = predicate.form is Form.MODIFIER
        topics = new_topics or topics
        if not subjects and (not modifier or linked):
            subjects = carried
        head, noun = _head(text, sentence, waiting, predicate) if modifier else (None, "")
        found.append(
            Clause(predicate, begin, predicate.end, tuple(own), subjects, topics, head, noun)
        )
        if not modifier:
            carried = subjects
        linked = predicate.form is Form.LINKING
        begin = predicate.end
        own = []
    return tuple(found)


class Governed(NamedTuple):
    """The stem of the predicate that a name belongs to, and of the clause that modifies it."""

    by: str = ""
    modified: str = ""


@once_a_sentence
def governed(reading: Reading, sentence: Sentence) -> Mapping[int, Governed]:
    """How predicates govern the names of a sentence, by where these begin."""
    found: dict[int, Governed] = {}
    for clause in clauses(reading, sentence):
        stem = clause.predicate.stem
        for phrase in clause.phrases:
            for member in phrase.members:
                found[member.start] = Governed(stem, found.get(member.start, _FREE).modified)
        for member in clause.head.members if clause.head is not None else ():
            found[member.start] = Governed(found.get(member.start, _FREE).by, stem)
    return found


_FREE = Governed()
_start = attrgetter("start")


def _head(
    text: str, sentence: Sentence, waiting: list[Phrase], predicate: Predicate
) -> tuple[Phrase | None, str]:
    """What a modifier modifies: the noun before the next particle, and its phrase if it has one."""
    noun = ""
    stop = predicate.end
    first = bisect_left(sentence.tokens, predicate.end, key=_start)
    for token in islice(sentence.tokens, first, None):
        stop = token.start
        if token.tag.startswith("J") and token.tag != "JKG":
            break
        if token.tag.startswith(("VCP", "EF", "EC", "SF")) or text[token.start] == ",":
            break
        if token.tag.startswith("N"):
            noun = text[token.start : token.end]
        stop = token.end
    for phrase in waiting:
        if phrase.start >= predicate.end and phrase.start < stop <= max(phrase.after, phrase.end):
            return phrase, noun
        if phrase.start > stop:
            break
    return None, noun


__all__ = [
    "CLOSING",
    "OBJECT",
    "PLACE",
    "SUBJECT",
    "TOPIC",
    "Clause",
    "Form",
    "Governed",
    "Predicate",
    "clauses",
    "governed",
    "predicates",
]
