"""Exports of SurveyMonkey with a column a choice, where the cell repeats the choice that its heading names."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from assesslib.readers.layouts._exports import tidy
from assesslib.readers.layouts._surveymonkey_words import is_comment, is_response

BETWEEN = " - "
_SOME = 500
Statement = tuple[str, str]
"""A question and one of its statements, "" where it has none."""


@dataclass(frozen=True)
class Choices:
    """Which columns are the choices of one statement.

    Attributes
    ----------
    groups : mapping
        By the first column of a statement all of its columns.
    moved : mapping
        By each further column the first.
    statements : mapping
        By the first column the statement, "" where the question has no others.
    """

    groups: Mapping[int, Sequence[int]] = field(default_factory=dict)
    moved: Mapping[int, int] = field(default_factory=dict)
    statements: Mapping[int, str] = field(default_factory=dict)


def choices_of(cells: pd.DataFrame, questions: Sequence[str], below: Sequence[str]) -> Choices:
    """The choices among the columns of a file.

    Parameters
    ----------
    cells : DataFrame
        The rows below the headings.
    questions, below : sequence of str
        The question over each column, and the second row of headings.

    Examples
    --------
    >>> cells = pd.DataFrame([["Not yet", ""], ["", "Partly"]])
    >>> choices_of(cells, ("Trust", "Trust"), ("Not yet", "Partly")).groups
    {0: (0, 1)}
    """
    heads = {at: tidy(text) for at, text in enumerate(below) if questions[at] and is_choice(text)}
    texts = {at: _texts(cells[at]) for at in heads}
    chosen = {at: said for at, head in heads.items() if (said := _statement(texts[at], head)) is not None}
    said = {at: (questions[at], statement) for at, statement in chosen.items()}
    never = {at: _under(heads[at], questions[at], said.values()) for at in heads if not texts[at]} if said else {}
    return _grouped(said | {at: one for at, one in never.items() if one}, Counter(questions[at] for at in heads))


def _texts(column: pd.Series) -> set[str]:
    """The texts of a column; where its first rows hold several, only those."""
    some = {tidy(text) for text in column.head(_SOME).unique() if text.strip()}
    return some if len(some) > 1 else {tidy(text) for text in column.unique() if text.strip()}


def is_choice(head: str) -> bool:
    """Whether a heading of the second row may be a choice: no comment, and not only “Response”."""
    return bool(head.strip()) and not is_comment(head) and not is_response(head)


def _statement(texts: Collection[str], head: str) -> str | None:
    """The statement of a column whose cells all repeat its choice, "" where it has none; None for another column."""
    choice = next(iter(texts)) if len(texts) == 1 else ""
    if choice == head:
        return ""
    return head.removesuffix(BETWEEN + choice) if choice and head.endswith(BETWEEN + choice) else None


def _under(head: str, question: str, said: Iterable[Statement]) -> Statement | None:
    """The statement to which a choice belongs that nobody made."""
    here = {statement for over, statement in said if over == question}
    longest = sorted((one for one in here if head.startswith(one + BETWEEN) and one), key=len)
    return (question, longest[-1]) if longest else (question, "") if "" in here else None


def _grouped(said: Mapping[int, Statement], columns: Mapping[str, int]) -> Choices:
    """The groups of several columns; a question without statements is one only where it has no other columns."""
    found: dict[Statement, list[int]] = {}
    for at in sorted(said):
        found.setdefault(said[at], []).append(at)
    groups = {one: tuple(places) for one, places in found.items() if len(places) > 1}
    whole = {one: places for one, places in groups.items() if one[1] or len(places) == columns[one[0]]}
    return Choices(
        {places[0]: places for places in whole.values()},
        {later: places[0] for places in whole.values() for later in places[1:]},
        {places[0]: statement for (_, statement), places in whole.items()},
    )
