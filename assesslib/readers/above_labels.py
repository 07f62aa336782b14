"""How surely a label above a table says who answered: “Name” does, “Completed by” may, “Reviewed by” is another."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assesslib.readers.who import column_of, is_weak, plain

LIKELY, OTHER = "likely", "other"
"""What stands beside “Completed by” or “Assessor”; and beside “Reviewed by” or “Lead officer”."""
_LIKELY = re.compile(r"\b(?:by|assessors?|evaluators?|scorers?|attendees?|interviewees?)\b")
_OTHER = re.compile(r"\b(?:lead|reviewed|reviewers?)\b")


def kind_of(label: str) -> str:
    """As `column_of`, with ``likely`` or ``other`` for a label that says of somebody, but not that they answered.

    Examples
    --------
    >>> [kind_of(text) for text in ("Your name", "Member", "Completed by", "Lead officer", "Initials", "Team")]
    ['name', 'name', 'likely', 'other', 'likely', 'organisation']
    """
    field, words = column_of(label), plain(label)
    if field != "name":
        return field
    if _OTHER.search(words):
        return OTHER
    return LIKELY if is_weak(label) or _LIKELY.search(words) else field


def named(found: Mapping[str, str]) -> dict[str, str]:
    """What labels say of one person, with the likeliest name as the name.

    Examples
    --------
    >>> named({"other": "Zoe Yu", "role": "Chair"}), named({"other": "Zoe Yu", "name": "Anna"})
    ({'role': 'Chair', 'name': 'Zoe Yu'}, {'name': 'Anna'})
    """
    name = found.get("name") or found.get(LIKELY) or found.get(OTHER)
    return without_name(found) | ({"name": name} if name else {})


def without_name(found: Mapping[str, str]) -> dict[str, str]:
    """What labels say of one person but for the name.

    Examples
    --------
    >>> without_name({"name": "Anna", "likely": "Zoe Yu", "role": "Chair"})
    {'role': 'Chair'}
    """
    return {field: text for field, text in found.items() if field not in ("name", LIKELY, OTHER)}


def is_weaker(found: Mapping[str, str]) -> bool:
    """Whether labels name somebody of whom they do not say that they answered.

    Examples
    --------
    >>> is_weaker({"likely": "Zoe Yu"}), is_weaker({"likely": "Zoe Yu", "name": "Anna"}), is_weaker({})
    (True, False, False)
    """
    return "name" not in found and bool(found.get(LIKELY) or found.get(OTHER))
