"""What words and morphemes a proposed name is made of, as short words that the judge weighs.

Names that are alike in how they begin and end are mostly of one kind, whichever lists have their
words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.document import Token
from extractors.mentions.shape import last_part

LAST = (2, 3, 4)
"""How many letters of a name's end are looked at, spaces aside."""


def wording(name: str, tokens: Sequence[Token]) -> Iterator[str]:
    """The traits of a name's own letters and morphemes, the tokens that it is made of."""
    tail = last_part(name)
    head = name[: len(name) - len(tail)].rstrip()
    yield f"head={head[-2:]}"
    yield f"first={name.partition(' ')[0][:4]}"
    yield f"begins={name[:2]}"
    solid = name.replace(" ", "")
    yield from (f"ends={solid[-length:]}" for length in LAST)
    yield f"morphemes={min(8, len(tokens))}"
    yield f"first-tags={'+'.join(token.tag for token in tokens[:2])}"
    yield f"last-tags={'+'.join(token.tag for token in tokens[-3:])}"
    if tokens:
        yield f"first-morpheme={tokens[0].form}/{tokens[0].tag}"
    if len(tokens) > 1:
        yield f"last-morpheme={tokens[-1].form}"
        yield f"last-but-one={tokens[-2].form}"
