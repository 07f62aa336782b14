"""Exports of SurveyMonkey with a column a choice that hold numbers: each is the choice that its heading names."""

from collections.abc import Mapping, Sequence

import pandas as pd

from assesslib.framework import Framework
from assesslib.readers.layouts._surveymonkey_choices import BETWEEN, is_choice
from assesslib.readers.matching.levels import read_levels, scale_of

Place = tuple[str, int]
"""A question, or a statement of one, and which of its columns."""


def as_choices(cells: pd.DataFrame, questions: Sequence[str], below: Sequence[str],
               framework: Framework) -> pd.DataFrame:  # fmt: skip
    """The cells with the choice of the heading for each number, where a number is the place of a choice throughout.

    The choices must be levels: the statements of a question have a column each too, and numbers under them.

    Parameters
    ----------
    cells : DataFrame
        The rows below the headings.
    questions, below : sequence of str
        The question over each column, and the second row of headings.
    framework : Framework
        What was rated.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cells, cdrp = pd.DataFrame([["1", ""], ["", "4"]]), load_framework("cdrp-dat-partnership")
    >>> as_choices(cells, ("Trust", "Trust"), ("Gap identified", "Doing well"), cdrp).values.tolist()
    [['Gap identified', ''], ['', 'Doing well']]
    """
    places = _places(questions, below)
    numbers = {at: number for at in places if (number := _number(cells[at])) is not None}
    choices = {at: below[at].rpartition(BETWEEN)[2].strip() for at in numbers}
    ordered = _in_order([(places[at][1], number) for at, number in numbers.items()])
    if not ordered or not all(one.taken for one in read_levels(choices.values(), scale_of(framework)).values()):
        return cells
    said = {at: cells[at].where(cells[at].str.strip() == "", choice) for at, choice in choices.items()}
    return pd.DataFrame({at: said.get(at, cells[at]) for at in cells.columns}, index=cells.index)


def _places(questions: Sequence[str], below: Sequence[str]) -> Mapping[int, Place]:
    """By column of a choice its question or statement, and its place among the choices of that."""
    seen: dict[str, int] = {}
    found: dict[int, Place] = {}
    for at, (question, head) in enumerate(zip(questions, below, strict=True)):
        if question and is_choice(head):
            over = f"{question}\n{head.rpartition(BETWEEN)[0]}"
            found[at] = (over, seen.setdefault(over, 0))
            seen[over] += 1
    return {at: place for at, place in found.items() if seen[place[0]] > 1}


def _number(column: pd.Series) -> int | None:
    """The one number that a column holds; None where it holds nothing or anything else."""
    said = {text.strip() for text in column.unique() if text.strip()}
    text = said.pop() if len(said) == 1 else ""
    return int(text) if text.isdecimal() else None


def _in_order(pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether each place has one number throughout, and the numbers rise or fall with the places."""
    by_place = sorted(set(pairs))
    numbers = [number for _, number in by_place]
    once = len({place for place, _ in by_place}) == len(numbers) == len(set(numbers)) > 1
    return once and numbers in (sorted(numbers), sorted(numbers, reverse=True))
