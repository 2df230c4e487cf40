"""What other names and lists of an article tell of a proposed name: its list, its owner, its kin.

Short words that the judge weighs, like those of `traits`, which sees what stands beside a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cached_property

from extractors.mentions.ground import Ground
from extractors.mentions.shape import kind_of
from extractors.points import NUMBERED, POINTS
from extractors.wordlists import either

SUM = re.compile(r"[0-9][0-9,.]*(?:조|억)")
MONEY = re.compile(r"[^.\n]{0,14}?" + SUM.pattern)
"""A sum close behind a name."""
NAMED = re.compile(f"(?:{either('project_tails', 'undertaking', 'doing')})(?=$|[\\s,.(]|[0-9])")
LISTED = re.compile(rf"[{POINTS}{NUMBERED}]|(?:^|(?<=\n))\s*[-·∙ㆍ*※]")
FAR = 160
"""Letters between two items of one list at the most."""
LEAD = re.compile(r"([가-힣]{2})(?:[은는이가을를의에]|으?로|에는|에서는|으?로는)?[\s:：=]*$")
"""The word that a list hangs on: `주요 사업은 △`."""
CLOSING = re.compile(
    r"\s등(?:이|을|의|에|은|\s(?:총|모두|전체)?\s?[0-9]*\s?(?:개|건|곳|대)?\s?([가-힣]{1,2}))"
)
"""What a list ends with: `등 4개 과제`."""
OWNER = re.compile(r"(의)?\s?[‘'“\"「『]?$")


class Fellows:
    """Sees how the proposals of one document stand to the rest of it."""

    def __init__(self, ground: Ground, names: Collection[str]) -> None:
        self.ground = ground
        self._names = names

    def list_of(self, start: int) -> Iterator[str]:
        """How long the list is that an item stands in, what its items are, what it hangs on."""
        at = bisect_left(self._items, start + 1, key=lambda item: item[0]) - 1
        if at >= 0:
            yield from self._items[at][1]

    def owner(self, start: int) -> Iterator[str]:
        """What listed thing or region stands right before a name."""
        before = self.ground.text[max(0, start - 3) : start]
        match = OWNER.search(before)
        end = start - len(before) + match.start() if match else start
        kind = self._owners.get(end)
        if kind is not None:
            yield f"owner={kind}"
            if match and match[1]:
                yield f"owner-of={kind}"

    def begun(self, name: str) -> Iterator[str]:
        """Whether a longer name begins with a folded one, or it with a shorter."""
        for kind in self._rests.get(name, ()):
            yield f"begins-longer:{kind}"
        if any(name[:at] in self._rests for at in range(3, len(name) - 1)):
            yield "has-beginning"

    @cached_property
    def _owners(self) -> dict[int, str]:
        found = dict.fromkeys(self.ground.region_ends, "region")
        for hit in self.ground.listed:
            found[hit.end] = str(hit.entries[0].type)
        return found

    @cached_property
    def _rests(self) -> dict[str, set[str]]:
        """What longer names add to those that they begin with."""
        found: dict[str, set[str]] = {}
        for name in self._names:
            for at in range(3, len(name) - 1):
                if name[:at] in self._names:
                    found.setdefault(name[:at], set()).add(kind_of(name[at:]))
        return found

    @cached_property
    def _items(self) -> list[tuple[int, tuple[str, ...]]]:
        """Where the items of lists begin, and what each tells of its list."""
        text = self.ground.text
        runs: list[list[int]] = []
        for match in LISTED.finditer(text):
            start = match.end()
            if runs and start - runs[-1][-1] < FAR and text[start - 1] == text[runs[-1][-1] - 1]:
                runs[-1].append(start)
            else:
                runs.append([start])
        found: list[tuple[int, tuple[str, ...]]] = []
        for run in runs:
            told = tuple(_told(text, run))
            found += ((start, told) for start in run)
        return found


def _told(text: str, run: list[int]) -> Iterator[str]:
    """What a list tells of each of its items, which begin at the offsets of `run`."""
    stops = [*run[1:], run[-1] + 40]
    items = [text[low : min(high, low + 60)] for low, high in zip(run, stops, strict=True)]
    items = [item.partition("\n")[0] for item in items]
    money = sum(SUM.search(item) is not None for item in items) / len(items)
    named = sum(NAMED.search(item) is not None for item in items) / len(items)
    yield f"list={min(5, len(run))}"
    yield f"list-money={round(money * 3)}"
    yield f"list-named={round(named * 3)}"
    lead = LEAD.search(text[max(0, run[0] - 24) : run[0] - 1].rstrip())
    yield f"list-lead={lead[1] if lead else ''}"
    closing = CLOSING.search(text[run[-1] : run[-1] + 90].partition("\n")[0])
    if closing is not None:
        yield f"list-closing={closing[1] or ''}"
