"""Lists over HTTP: one grammar of sort, page, cursor, select, group_by and format for all of them.

A `Listing` says what is listed, in which orders, by what it can be grouped and how a row looks;
`asking` gives the parameters that a request may send for it, and `answer` the response. Which items
are wanted is the router's to say, as the keys of `chosen`.
"""

from app.lists.answering import answer
from app.lists.asking import Asking, asking
from app.lists.envelope import Group, ListBody, Meta
from app.lists.listing import Column, Listing
from app.lists.shown import Shown, Viewed

__all__ = [
    "Asking",
    "Column",
    "Group",
    "ListBody",
    "Listing",
    "Meta",
    "Shown",
    "Viewed",
    "answer",
    "asking",
]
