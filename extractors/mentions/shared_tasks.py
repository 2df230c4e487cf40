"""What signers of a pact will do together, told in a list: tasks of both, and no undertakings.

`양 기관은 △인력 교류 △공동연구 △장비 활용 등에 협력하기로 했다`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.document import Sentence
from extractors.points import NUMBERED, POINTS

_ITEM = re.compile(f"[{POINTS}{NUMBERED}]")
_WILL = (
    r"(?:[가-힣]{0,3}하기로|[가-힣]?키로|나?가기로|(?:할|나갈) (?:계획|예정|방침)|한다|하게 된다)"
)
_TOGETHER = re.compile(
    rf"(?:협력|협조|공조|교류|협업)(?:을|를|도|에)?\s?(?:[가-힣]{{1,6}}\s){{0,2}}?[가-힣]{{0,4}}?{_WILL}"
    r"|(?:힘|뜻|머리)을 (?:모으|합치|맞대|같이)|협약(?:서|식)?(?:에는|의)?\s(?:주요 )?(?:내용|골자)"
)
"""What closes such a list."""
_BOTH = re.compile(
    r"(?<![가-힣])(?:양|두|세|네|각|참여|협약) ?"
    r"(?:기관|대학|측|단체|기업|도시|지자체|회사)들?(?:은|는|이|가)\s"
)
"""Who will do it."""
_ONWARD = re.compile(
    r"(?:또|또한|아울러|이를 위해|이에 따라|주요 내용은|협약 내용은|주요 협약 내용은),?\s"
)
"""What opens a sentence that goes on about what was agreed."""
_PROMISED = re.compile(
    rf"등?(?:을|를|도)?\s(?:[가-힣]{{1,8}}\s){{0,2}}(?:추진|진행|실시)[가-힣 ]{{0,4}}?{_WILL}"
)


def shared_tasks(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Where such lists stand, in order of the text: from the first mark to the sentence's end."""
    found: list[tuple[int, int]] = []
    agreed = False
    for sentence in sentences:
        low, high = sentence.start, sentence.end
        first = _ITEM.search(text, low, high)
        both = _BOTH.search(text, low, high) is not None
        goes_on = agreed and _ONWARD.match(text, low, high) is not None
        listed = first is not None and _ITEM.search(text, first.end(), high) is not None
        if first is not None and listed:
            together = _TOGETHER.search(text, first.end(), high) is not None
            promised = (both or goes_on) and _PROMISED.search(text, first.end(), high) is not None
            if together or promised:
                found.append((first.start(), high))
        agreed = both or goes_on or (agreed and listed)
    return found
