"""Tables of one person each under one and the same heading: a word of the form, or one person in several parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from assesslib.readers.matching.wording import bare
from assesslib.readers.records import ANSWER, Responses
from assesslib.readers.who import is_nobody


def heading_of(read: object) -> str:
    """The name above the only answers of a table with items in rows, or ""."""
    if not isinstance(read, Responses) or not read.turned or len(read.people) != 1:
        return ""
    name = read.people.iloc[0]["name"]
    return "" if is_nobody(name) else name


def same_headings(reads: Sequence[object]) -> list[tuple[int, ...]]:
    """By table the places of the others under the same heading in which some of the same rows are answered.

    One person's answers in several parts, each of other rows, are one person's.
    """
    places = defaultdict(list)
    for at, one in enumerate(reads):
        places[bare(heading_of(one))].append(at)
    rows = {at: _answered(reads[at]) for name, group in places.items() if name and len(group) > 1 for at in group}
    return [tuple(other for other in places[bare(heading_of(one))] if other != at and rows[at] & rows[other])
            if at in rows else () for at, one in enumerate(reads)]  # fmt: skip


def _answered(read: Responses) -> frozenset[str]:
    """The rows of a table with one person's answers in which that person wrote something."""
    index = read.people.index[0]
    return frozenset(one.text for one in read.headings
                     if one.use == ANSWER and str(read.answers.at[index, one.at]).strip())  # fmt: skip
