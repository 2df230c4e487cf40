"""What the rest of an article tells of a part and its whole.

A list shares its whole: what a construction says of one member speaks for the others. What a
construction puts elsewhere, or the other way round, speaks against the pair, and so does a whole
that is itself named in a list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from extractors.relations.wholes_sites import Site

Pair = tuple[str, str]
"""The keys of a part and its whole."""


class Fellows:
    """An article's projects by the lists that name them, and what constructions say of pairs."""

    def __init__(
        self,
        sites: Mapping[str, Sequence[Site]],
        said: Collection[Pair],
        rows: Collection[Collection[str]] = (),
    ) -> None:
        self._sites = sites
        self._rows = rows
        self._said = frozenset(said)
        self._wholes: dict[str, set[str]] = defaultdict(set)
        for part, whole in said:
            self._wholes[part].add(whole)

    @cached_property
    def _lists(self) -> dict[str, set[str]]:
        """The projects that each is listed with: coordinated, or behind bullets one by one."""
        found: dict[str, set[str]] = defaultdict(set)
        bulleted = sorted(
            (site.number, site.spot.start, key)
            for key, sites in self._sites.items()
            for site in sites
            if site.bullet
        )
        block: set[str] = set()
        last = -2
        for number, _, key in bulleted:
            if number - last > 1:
                block = set()
            block.add(key)
            found[key] = block
            last = number
        joined: dict[str, set[str]] = defaultdict(set)
        for row in self._rows:
            for key in row:
                joined[key].update(row)
        for key, sites in self._sites.items():
            joined[key] |= found.get(key, set())
            for site in sites:
                if len(site.phrase.keys) > 1:
                    joined[key].update(site.phrase.keys)
        return joined

    def signs(self, part: str, whole: str) -> Iterator[str]:
        """What is seen of a pair beside its own constructions."""
        mine = self._lists[part] - {part}
        if (whole, part) in self._said:
            yield "r reverse"
        if self._wholes[part] - {whole}:
            yield "r elsewhere"
        if any((step, whole) in self._said for step in self._wholes[part]):
            yield "r step over"
        if whole in mine:
            yield "fellows"
        elif any((fellow, whole) in self._said for fellow in mine):
            yield "r fellow"
        if any((whole, fellow) in self._said for fellow in mine):
            yield "r fellow reverse"
        yield f"lists {bool(mine)}{bool(self._lists[whole] - {whole})}"
        listed = sum(site.bullet or len(site.phrase.keys) > 1 for site in self._sites[whole])
        alone = len(self._sites[whole]) - listed
        yield f"whole listed {min(listed, 2)} alone {min(alone, 2)}"
