"""What is known of an article before a word in it is asked what milestone it tells."""

from __future__ import annotations

from collections import Counter, defaultdict

from extractors.document import Zone
from extractors.linking.buckets import bucket
from extractors.reading import Reading
from extractors.relations.themes import themes_of
from extractors.relations.timeline import timeline_of
from graph.model import UNDERTAKINGS, Milestone, Status


class Article:
    """What is known of an article before any candidate is looked at."""

    def __init__(self, reading: Reading, ruled: list[Status]) -> None:
        self.reading = reading
        self.text = reading.document.text
        self.themes = themes_of(reading)
        self.timeline = timeline_of(reading)
        self.published = reading.document.article.published
        self.count = Counter(
            o.key for o in reading.occurrences if o.named and self.is_undertaking(o.key)
        )
        self.rank = {key: n for n, (key, _) in enumerate(self.count.most_common())}
        self.rules: dict[tuple[str, Milestone], list[Status]] = defaultdict(list)
        self.of_project: Counter[str] = Counter()
        for claim in ruled:
            self.rules[claim.project, claim.status].append(claim)
            self.of_project[claim.project] += 1
        self._seen: dict[str, tuple[str, ...]] = {}
        self.sentences = reading.document.sentences
        self.in_title = {
            o.key
            for s in self.sentences
            if s.zone is Zone.TITLE
            for o in reading.in_sentence(s)
            if self.is_undertaking(o.key)
        }

    def seen(self, key: str) -> tuple[str, ...]:
        """What is seen of a project wherever it stands."""
        known = self._seen.get(key)
        if known is None:
            entity = self.reading.by_key[key]
            known = self._seen[key] = (
                f"k={entity.type.value[:2]}",
                f"tail={entity.name[-2:]}",
                f"~c={bucket(self.count[key], 0, 1, 2, 4, 8)}",
                f"~r={bucket(self.rank.get(key, 99), 0, 1, 3, 6)}",
                f"~ti={key in self.in_title}",
                f"~n={bucket(len(self.rank), 1, 2, 4, 8)}",
                f"~or={bucket(self.of_project[key], 0, 1, 3)}",
            )
        return known

    def is_undertaking(self, key: str) -> bool:
        """Whether an entity is a project or an event."""
        return self.reading.by_key[key].type in UNDERTAKINGS
