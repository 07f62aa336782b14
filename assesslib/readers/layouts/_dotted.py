"""Headings made of a question and a statement with a dot between them, where both may hold dots of their own."""

import re

_ABBREVIATED = re.compile(r"(?:^|\W)[^\W\d_]$")
"""A letter that stands alone before a dot, as in “e.g.”."""


def statements_of(text: str) -> list[str]:
    """All that may be the statement in ``question.statement``, the likeliest first, and the text as a whole.

    Examples
    --------
    >>> statements_of("Leadership.Partners trust each other. Mostly.")
    ['Partners trust each other. Mostly.', 'Leadership.Partners trust each other. Mostly.', 'Mostly.']
    >>> statements_of("1.1 The partnership is led"), statements_of("Leadership.1.1 The partnership is led")[0]
    (['1.1 The partnership is led'], '1.1 The partnership is led')
    """
    dots = [found.start() for found in re.finditer(r"\.", text)]
    likely = [at for at in dots if _joins(text, at)]
    perhaps = [at for at in dots if at not in set(likely) and not _in_number(text, at) and _worded(text[at:])]
    parts = [*(text[at + 1 :] for at in likely), text, *(text[at + 1 :] for at in perhaps)]
    return [part.strip() for part in parts if part.strip()]


def question_of(text: str) -> str:
    """What stands before the first dot that joins a question and a statement, or "".

    Examples
    --------
    >>> question_of("Leadership.Partners trust each other."), question_of("Partners trust each other. Mostly.")
    ('Leadership', '')
    """
    dots = (found.start() for found in re.finditer(r"\.", text))
    return next((text[:at].strip() for at in dots if _joins(text, at)), "")


def _joins(text: str, at: int) -> bool:
    """Whether a dot may join a question and a statement: no space behind it, and not one of “e.g.” or 1.1."""
    behind = text[at + 1 :]
    if not behind or behind[0] in " .)" or _ABBREVIATED.search(text[max(at - 2, 0) : at]):
        return False
    return not _in_number(text, at) or _ends_with_number(text[:at], behind)


def _in_number(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _ends_with_number(question: str, statement: str) -> bool:
    """Whether a question ends with a number of its own where a numbered statement follows: “Section 1.12 Leaders”."""
    number = re.search(r"[\d.]+$", question)
    return number.start() > 0 and "." not in number[0] and _worded(statement)


def _worded(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]", text))
