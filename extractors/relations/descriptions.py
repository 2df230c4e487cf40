"""Nouns that tell which project a sum belongs to without being its name.

`테스트베드에는 292억원을 댄다`, `인력양성 사업은 17억원 규모다`, `2단계는 증설이다`: these mean the
project whose name holds all of them (`금속소재 실증 테스트베드`). Where no name of the article
does, they mean something that has no name here, and surely not the project talked about before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Sentence
from extractors.reading import Reading, once, once_a_sentence
from graph.model import EntityType

_THING = (
    r"사업|센터|단지|산단|특구|지구|플랫폼|클러스터|공장|연구소|테스트베드|프로젝트|과제|밸리|"
    r"캠퍼스|파크|타운|펀드|기지|[0-9]단계|용역|터미널|플랜트|발전소"
)
_HEAD = rf"{_THING}|시설|개발|구축|조성|인프라|거점|장비|도로|철도|공항|지원|양성|육성"
_PLACE_HEAD = re.compile(
    r"센터|단지|산단|특구|지구|플랫폼|클러스터|공장|연구소|밸리|캠퍼스|파크|타운|펀드|플랜트"
)
_IS_THING = re.compile(rf"(?:{_THING})$")
_PARTICLE = (
    r"[’'”\"」』]?"
    r"(?P<particle>(?:을|를) (?:새로 )?(?:짓|세우|만드|조성하|구축하|건립하)는 데(?:에는|에|는)?|"
    r"에서는|에는|에도|에만|에|은|는|이|가|의 경우|의(?= (?:총 ?)?(?:사업비|예산)[은는이가]))"
    r"(?=[ ,])"
)
_NOUN = re.compile(
    rf"(?P<words>(?:[가-힣A-Za-z0-9·ㆍ-]+ ){{0,4}}[가-힣A-Za-z0-9·ㆍ-]*?(?:{_HEAD})){_PARTICLE}"
)
_NOUN_ENDS = re.compile(rf"(?:{_HEAD}){_PARTICLE}")
"""What every such noun ends in: few sentences need a search for where one begins."""
_DEFINITE = frozenset({"이", "그", "해당", "이번", "같은", "동", "본", "전체", "총", "모든"})
_GENERIC = frozenset(
    {
        "사업",
        "조성",
        "구축",
        "건립",
        "개발",
        "지원",
        "공사",
        "시설",
        "과제",
        "프로젝트",
        "새",
        "신규",
    }
)
_BECOMES = re.compile(
    r"[’'”\"」』]?(?:\([^()\n]{1,20}\))?(?:으로|로) (?:[가-힣]{1,4} )?(?:지정|선정|확정)"
)
"""What follows the class that something is put in, which a noun further on seldom means."""
TOPICS = frozenset({"은", "는", "에는", "의"})


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that is no name; `key` is the project that it means, if one can be told.

    `vague` says that it may mean any project: `이 사업`, `사업은`; `thing` that it is one on its
    own: a centre or a programme, not `개발` or `구축`; `short` that it is one word, so that it
    must take up something said before.
    """

    start: int
    end: int
    particle: str
    key: str | None
    vague: bool
    thing: bool
    short: bool


def descriptions(reading: Reading, start: int, end: int) -> Iterator[Description]:
    """The descriptions in `text[start:end]` in order."""
    text = reading.document.text
    if not _NOUN_ENDS.search(text, start, end):
        return
    taken = [
        (occurrence.start, occurrence.end)
        for occurrence in reading.within(max(0, start - 40), end)
        if occurrence.named
        and reading.by_key[occurrence.key].type not in {EntityType.REGION, EntityType.INDUSTRY}
    ]
    tags = tags_at(reading, start)
    for match in _NOUN.finditer(text, start, end):
        head = match.end("words")
        if any(low < head <= high + 1 for low, high in taken):
            continue
        words: list[str] = []
        at = head
        for word in reversed(match["words"].split()):
            if words and word not in _DEFINITE and _is_clause(tags.get(at, ""), word):
                break
            if any(low < at - len(word) + 1 <= high for low, high in taken):
                break
            words.insert(0, word)
            at -= len(word) + 1
        own = [word for word in words if word not in _DEFINITE | _GENERIC]
        definite = len(words) != len([word for word in words if word not in _DEFINITE])
        head_noun = [words[-1]] if words and _PLACE_HEAD.fullmatch(words[-1]) else []
        key = _named(reading, own or head_noun, match.start()) if own or head_noun else None
        yield Description(
            at + 1,
            head,
            match["particle"],
            key,
            vague=(not own or definite) and key is None,
            thing=_IS_THING.search(text[at + 1 : head]) is not None,
            short=len(own) == 1 and " " not in text[at + 1 : head],
        )


def tags_at(reading: Reading, offset: int) -> dict[int, str]:
    """The tags of the morphemes of the sentence at `offset`, by where they end."""
    document = reading.document
    return _tags(reading, document.sentences[document.number_at(offset)])


@once_a_sentence
def _tags(_: Reading, sentence: Sentence) -> dict[int, str]:
    return {token.end: token.tag for token in sentence.tokens}


def _is_clause(tag: str, word: str) -> bool:
    """Whether a word that ends in such a morpheme is no part of a plain noun phrase."""
    return tag.startswith(("J", "E", "MA")) or re.search(r"[0-9][년월일원]?$|억$", word) is not None


def _named(reading: Reading, words: list[str], before: int) -> str | None:
    """The project whose name holds all the words, best at its end; of several the last named."""
    names = _names(reading)
    fitting = names.holding([_plain(word) for word in words])
    fitting = names.ending(fitting, _plain(words[-1])) or fitting
    if len(fitting) == 1:
        return fitting.pop()
    named = reversed(reading.within(max(0, before - 600), before, {EntityType.PROJECT}))
    found = [occurrence for occurrence in named if occurrence.key in fitting]
    text = reading.document.text
    meant = [one for one in found if not _BECOMES.match(text, one.end, before)] or found
    return meant[0].key if meant else None


class _Names:
    """The names of an article's projects, filed by the pairs of letters that they hold."""

    def __init__(self, reading: Reading) -> None:
        self._all: dict[str, list[str]] = {}
        self._of: dict[str, list[str]] = {}
        self._by_pair: dict[str, dict[str, list[str]]] = {}
        for entity in reading.entities:
            if entity.type is not EntityType.PROJECT:
                continue
            for name in map(_plain, entity.names):
                self._all.setdefault(name, []).append(entity.key)
                self._of.setdefault(entity.key, []).append(name)
                for at in range(len(name) - 1):
                    self._by_pair.setdefault(name[at : at + 2], {})[name] = self._all[name]

    def holding(self, words: list[str]) -> set[str]:
        """The keys of the projects with a name that holds all the words."""
        longest = max(words, key=len)
        filed = self._all
        if len(longest) > 1:
            pairs = (longest[at : at + 2] for at in range(len(longest) - 1))
            filed = min((self._by_pair.get(pair, {}) for pair in pairs), key=len)
        return {
            key
            for name, keys in filed.items()
            if all(word in name for word in words)
            for key in keys
        }

    def ending(self, keys: set[str], word: str) -> set[str]:
        """Those of the projects with a name that ends in the word."""
        return {key for key in keys if any(name.endswith(word) for name in self._of[key])}


_names = once(_Names)


def _plain(name: str) -> str:
    name = re.sub(r"국가산업단지|일반산업단지|산업단지|국가산단|일반산단", "산단", name)
    return re.sub(r"[^0-9A-Za-z가-힣]", "", name)
