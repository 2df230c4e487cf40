"""How a project and a word that may tell its milestone stand to each other."""

from __future__ import annotations

from functools import lru_cache

from extractors.document import Sentence
from extractors.linking.buckets import bucket
from extractors.reading import Occurrence, Reading
from extractors.relations.clauses import Clause, clauses
from extractors.relations.phrases import Phrase, phrases
from extractors.relations.status_words import Told


@lru_cache(maxsize=1024)
def from_afar(where: str, own: int, subject: str) -> tuple[str, ...]:
    """How a sentence that names `own` projects goes on about one that it does not name."""
    return (
        f"at={where}",
        f"at={where}/own{bucket(own, 0, 1)}",
        f"far/own{bucket(own, 0, 1, 2)}",
        f"far/subj={subject}",
        f"at={where}/subj={subject}/own{bucket(own, 0)}",
    )


class Standing:
    """How the projects of one sentence stand in it; `named` are their places."""

    def __init__(self, reading: Reading, sentence: Sentence, named: list[Occurrence]) -> None:
        self._reading, self._sentence, self._named = reading, sentence, named
        self._text = reading.document.text
        self._parts = clauses(reading, sentence)
        self._stands: dict[int, tuple[Phrase | None, str, str, str]] = {}

    def cues(self, word: Told, clause: Clause | None, key: str, spot: Occurrence) -> list[str]:
        """How a project and a word stand to each other."""
        phrase, particle, tail, governor = self._stand(spot)
        if spot.start <= word.start < spot.end:
            side, gap, low, high = "in", 0, 0, 0
        elif spot.end <= word.start:
            side, gap, low, high = "before", word.start - spot.end, spot.end, word.start
        else:
            side, gap, low, high = "after", spot.start - word.end, word.end, spot.start
        joined = phrase is not None and phrase.start <= spot.start and len(phrase.members) > 1
        between = 0
        for o in self._named:
            if low <= o.start < high and (
                o not in phrase.members if joined and phrase is not None else o.key != key
            ):
                between += 1
        preds = 0
        for part in self._parts:
            if low <= part.predicate.start and part.predicate.end <= high:
                preds += 1
        same = clause is not None and phrase is not None and phrase in clause.phrases
        head = (
            clause is not None
            and clause.head is not None
            and any(m.start == spot.start for m in clause.head.members)
        )
        cues = [
            f"at={side}{bucket(gap, 1, 4, 10, 20, 40)}",
            f"at={side}/btw{min(between, 2)}",
            f"at={side}/pred{min(preds, 3)}",
            f"at={side}/btw{min(between, 2)}/pred{min(preds, 2)}/p={particle}",
            f"p={side}/{particle}",
            f"pw={side}/{particle}/{word.word}",
            f"pc={side}/{particle}/{word.kin}",
            f"pt={side}/{tail}",
            f"same{same}/{side}/{particle}",
            f"head{head}",
            f"head{head}/{side}/{bucket(gap, 1, 4)}",
            f"own{bucket(len(self._named), 1, 2, 4)}/{side}",
            f"named{spot.named}",
        ]
        if joined:
            cues.append("~joined")
        if gap <= 6 and side != "in":
            cues.append(f"gap={side}/{self._text[low:high]}")
        if governor:
            cues.append(f"gov={particle}/{governor}")
        return cues

    def _stand(self, spot: Occurrence) -> tuple[Phrase | None, str, str, str]:
        """A project's phrase, its particle, the word before that, and what governs it."""
        found = self._stands.get(spot.start)
        if found is None:
            phrase = self._phrase(spot)
            if phrase is None:
                found = None, "?", "", ""
            else:
                tail = phrase.tail.split(" ")[-1]
                found = phrase, phrase.particle, tail, self._governor(phrase)
            self._stands[spot.start] = found
        return found

    def _phrase(self, spot: Occurrence) -> Phrase | None:
        for phrase in phrases(self._reading, self._sentence):
            if any(m.start == spot.start for m in phrase.members):
                return phrase
        return None

    def _governor(self, phrase: Phrase) -> str:
        for clause in self._parts:
            if phrase in clause.phrases:
                return clause.predicate.stem
        return ""
