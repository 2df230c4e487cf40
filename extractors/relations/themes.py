"""What project the text is talking about at any point.

News names a project once and then says `사업비는 400억원이 투입된다`. Rules say what a sentence
takes over from those before it (`theme_rules`); a regression weighs that against all else that is
seen of the projects named so far (`theme_features`) and picks the likeliest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extractors.document import Sentence
from extractors.linking.buckets import bucket
from extractors.models import load
from extractors.reading import Occurrence, Reading, once
from extractors.relations.phrases import Phrase, phrases
from extractors.relations.theme_features import Candidate, candidates
from extractors.relations.theme_rules import SUBJECTS, Carried, carried
from graph.model import EntityType

MODEL = "themes"
NEAR = 12
"""How many sentences of a paragraph are looked back over."""
_RANGES = 0.05, 0.15, 0.3, 0.5, 0.7
"""Where the ranges of chances end that are seen as features."""
_LIKELY = 0.15
"""How likely a sentence goes on about a project for its words to be told of it."""
_PROJECTS = frozenset({EntityType.PROJECT})


class Themes:
    """The project that each sentence takes over from those before it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._document = reading.document
        self._sentences = reading.document.sentences
        self._carried = carried(reading)
        self._chances: dict[int, Mapping[str, float]] = {}
        self._taken = list(self._carried)
        model = load(MODEL)
        for number, found in candidates(reading, self._carried):
            weighed = {one.key: model.probability(one.signs) for one in found}
            self._chances[number] = weighed
            if not self._carried[number].heading:
                self._taken[number] = self._likeliest(number, found, weighed)

    def _likeliest(
        self, number: int, found: list[Candidate], weighed: Mapping[str, float]
    ) -> Carried:
        """What a sentence goes on about: one that it does not name itself, if there is any."""
        by_key = self._reading.by_key
        own = [one for one in found if by_key[one.key].type is EntityType.PROJECT and one.phrase]
        likeliest = max(
            [one for one in own if not one.here] or own,
            key=lambda one: weighed[one.key],
            default=None,
        )
        if likeliest is None or likeliest.phrase is None:
            return self._carried[number]
        key = likeliest.key
        member = next(m for m in reversed(likeliest.phrase.members) if m.key == key)
        single = likeliest.phrase._replace(members=(member,))
        ruled = self._carried[number].phrase
        several = ruled is not None and len(ruled.keys) > 1 and key in ruled.keys
        return Carried(ruled if several else single, single)

    def phrase_before(self, offset: int) -> Phrase | None:
        """The theme that the sentence at `offset` takes over, with whatever it is coordinated."""
        return self._taken[self._document.number_at(offset)].phrase if self._taken else None

    def before(self, offset: int) -> Occurrence | None:
        """The theme that the sentence at `offset` takes over."""
        return self._taken[self._document.number_at(offset)].last if self._taken else None

    def ruled(self, offset: int) -> Carried:
        """What the sentence at `offset` takes over by rule alone."""
        return self._carried[self._document.number_at(offset)]

    def chances(self, offset: int) -> Mapping[str, float]:
        """How likely the sentence at `offset` goes on about each project named before it."""
        return self._chances.get(self._document.number_at(offset), {})

    def likely(self, offset: int) -> Iterator[str]:
        """The projects that the sentence at `offset` may well go on about."""
        return (key for key, chance in self.chances(offset).items() if chance >= _LIKELY)

    def chance_range(self, offset: int, key: str) -> int:
        """In which of a few ranges the chance lies that the sentence there goes on about `key`."""
        return bucket(self.chances(offset).get(key, 0.0), *_RANGES)

    def paragraph_before(self, offset: int) -> list[Sentence]:
        """The sentences before the one at `offset` in its paragraph, the nearest first."""
        index = self._document.number_at(offset)
        found: list[Sentence] = []
        for sentence in reversed(self._sentences[max(0, index - NEAR) : index]):
            if sentence.paragraph != self._sentences[index].paragraph:
                break
            found.append(sentence)
        return found

    def topic(self, offset: int) -> Phrase | None:
        """The last project phrase before `offset`, in its sentence, that is a topic or subject."""
        if not self._sentences:
            return None
        sentence = self._sentences[self._document.number_at(offset)]
        for phrase in reversed(phrases(self._reading, sentence, _PROJECTS)):
            if phrase.end <= offset and phrase.particle[:1] in SUBJECTS:
                return phrase
        return None

    def at(self, offset: int) -> Occurrence | None:
        """The project talked about at `offset`: the sentence's own topic, else the theme before."""
        topic = self.topic(offset)
        return topic.last if topic else self.before(offset)


@once
def themes_of(reading: Reading) -> Themes:
    """The themes of an article."""
    return Themes(reading)
