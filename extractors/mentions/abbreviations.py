"""Names that an article introduces in brackets behind a name, also with `이하`, `옛`, `현`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from graph.model import EntityType

SPLIT = re.compile(r"\s*[·,;/]\s*")
LEAD = re.compile(r"^(?:이하|옛|구|현|前|舊|약칭|일명|영문명)\s*[,:]?\s*")
QUOTE = "‘’“”'\"「」『』 "
SHORT = re.compile(r"[A-Z][A-Za-z0-9&\-]{1,11}|[가-힣A-Z][가-힣A-Za-z0-9&\-]{1,14}")
NAMED = re.compile(r"[0-9A-Za-z가-힣][0-9A-Za-z가-힣&.\- ]{1,24}")
NEVER = re.compile(
    r"(?:왼쪽|오른쪽|가운데|사진|대표|원장|회장|시장|장관|국비|도비|시비|억|만|년|월|일|명|개|%"
    r"|더불어|국민의힘|무소속|포함|제외|등$|기자|세$|위$)"
)
PLACED = frozenset((EntityType.SITE, EntityType.PROJECT))
LETTERS = frozenset((EntityType.INDUSTRY, EntityType.PROJECT, EntityType.EVENT))


def find(ground: Ground, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The names in brackets right behind mentions; each points to the mention that it renames."""
    text = ground.text
    for mention in mentions:
        end = mention.end
        if end < len(text) and text[end] in "’”'\"」』":
            end += 1
        bracket = ground.bracket_at.get(end)
        if bracket is None or mention.type in (EntityType.PERSON, EntityType.REGION):
            continue
        inner = text[bracket.inner_start : bracket.inner_end]
        position = bracket.inner_start
        for part in SPLIT.split(inner):
            offset = text.index(part, position)
            position = offset + len(part)
            lead = LEAD.match(part)
            name = part[lead.end() if lead else 0 :].strip(QUOTE)
            if len(name) < 2 or NEVER.search(name):
                continue
            if not lead and not _abbreviates(name, mention):
                continue
            if lead and not NAMED.fullmatch(name):
                continue
            start = text.index(name, offset)
            yield Mention(
                start,
                start + len(name),
                mention.type,
                name,
                "abbreviation",
                0.9,
                mention.ref,
                mention.start,
            )


def _abbreviates(name: str, mention: Mention) -> bool:
    """Whether a bare name in brackets shortens the name: capitals, or letters of it in order."""
    if not SHORT.fullmatch(name):
        return False
    if re.fullmatch(r"[A-Z][A-Za-z0-9&\-]+", name):
        return sum(letter.isupper() for letter in name) >= 2
    if mention.type in PLACED and name[-2:] == mention.name[-2:] and len(name) > 3:
        return True
    if mention.type in LETTERS and len(name) < 3:
        return False
    letters = iter(mention.name)
    return len(name) < len(mention.name) and all(letter in letters for letter in name)
