"""What a name from somebody's own table may stand for: candidates with a score.

The whole name counts most, spelling and spaces aside; names that are nearly the same follow by
their similarity (normalised indel distance). A place that is given beside the name tells things of
one name apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from graph.folding import fold
from graph.kinds import EntityType
from graph.view import View

SURE = 95.0
"""The score from which a candidate is a match, where no other comes near it."""

MAX_NAME = 200
"""The letters of a name that are read."""

_APART = 5.0
_OTHER_NAME, _SIMILAR = 0.99, 0.98
_ELSEWHERE, _NOWHERE = 0.85, 0.95
_LEAST_SIMILAR = 55
_MOST_SIMILAR = 200


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that may be meant. `score` is 0 to 100; `match` says that it alone is to be taken.

    `matched` is the name that is alike, `likeness` how much, 0 to 1; `near` whether it lies in the
    place asked for, None where no place was asked for or none is known of it.
    """

    path: str
    score: float
    matched: str
    likeness: float
    near: bool | None
    match: bool = False


def candidates(
    view: View,
    name: str,
    types: Iterable[EntityType] = EntityType,
    near: str | None = None,
    limit: int = 10,
) -> list[Candidate]:
    """The things of some types that a name may stand for, the surest first.

    `near` is the path of a place. Nothing for a name without a letter or digit.
    """
    wanted = frozenset(types)
    found: dict[str, Candidate] = {}
    for folded, likeness in _alike(view, name[:MAX_NAME]):
        for path in view.names[folded]:
            if path in found or view.entities[path].type not in wanted:
                continue
            matched, share = _told(view, path, folded)
            close = _is_near(view, path, near)
            place = 1.0 if close or near is None else _NOWHERE if close is None else _ELSEWHERE
            share *= likeness
            score = round(100 * share * place, 2)
            found[path] = Candidate(path, score, matched, round(share, 4), close)
    ranked = sorted(
        found.values(),
        key=lambda one: (-one.score, -len(view.entities[one.path].members), one.path),
    )
    return _judged(ranked)[:limit]


def _alike(view: View, name: str) -> list[tuple[str, float]]:
    """Folded names of the view with their likeness, the likest first."""
    folded = fold(name)
    if not folded:
        return []
    rows = process.extract(
        folded, view.names.keys(), scorer=ratio, score_cutoff=_LEAST_SIMILAR, limit=_MOST_SIMILAR
    )
    return [(known, 1.0 if known == folded else _SIMILAR * score / 100) for known, score, _ in rows]


def _told(view: View, path: str, folded: str) -> tuple[str, float]:
    """The name of a thing that is folded so, and what it counts."""
    entity = view.entities[path]
    if fold(entity.name) == folded:
        return entity.name, 1.0
    others = (*entity.aliases, entity.name_en or "")
    return next((one for one in others if fold(one) == folded), entity.name), _OTHER_NAME


def _is_near(view: View, path: str, near: str | None) -> bool | None:
    if near is None:
        return None
    places = {path, *view.places_of(path)}
    return True if near in places else None if places == {path} else False


def _judged(ranked: list[Candidate]) -> list[Candidate]:
    """The first one marked where it is the match."""
    if not ranked or ranked[0].score < SURE:
        return ranked
    first, rest = ranked[0], ranked[1:]
    alone = not rest or rest[0].score <= first.score - _APART
    return [replace(first, match=alone), *rest]
