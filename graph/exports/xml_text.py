"""Text that is safe to stand in an XML file."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
_SPECIAL = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml(value: object) -> str:
    """A value as XML character data or a double-quoted attribute; what XML forbids is dropped.

    >>> xml('AT&T "x"' + chr(1))
    'AT&amp;T &quot;x&quot;'
    """
    text = str(value)
    if _SPECIAL.search(text) is None:
        return text
    return escape(_NOT_XML.sub("", text), _REFERENCES)
