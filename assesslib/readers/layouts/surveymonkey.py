"""The export of SurveyMonkey: two rows of headings, the question merged over the columns of its statements."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from assesslib.framework import Framework
from assesslib.readers.layouts._exports import asked, joined, key, respond, roles_in, tidy
from assesslib.readers.layouts._feet import without_feet
from assesslib.readers.layouts._marks import marks, told
from assesslib.readers.layouts._surveymonkey_choices import Choices, choices_of
from assesslib.readers.layouts._surveymonkey_numbers import as_choices
from assesslib.readers.layouts._surveymonkey_words import USES, is_comment, is_response, role_of
from assesslib.readers.records import DROPPED, Heading, RawSheet, Responses, letter

NAME, TITLE = "surveymonkey", "SurveyMonkey"
_ABOVE = 5
_PARTIAL = {"partial", "incomplete", "inprogress", "partially", "disqualified", "teilweise", "unvollstandig", "partiel"}


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether a sheet has the columns that SurveyMonkey adds, or its second row of headings."""
    return _top(sheet) is not None


def read(sheet: RawSheet, framework: Framework) -> Responses:
    """Who answered and under which statements, from an export of SurveyMonkey.

    Where every choice has a column of its own, the columns of a statement are put together in the first.
    """
    top = _top(sheet) or 0
    first, second = sheet.row(top), sheet.row(top + 1)
    roles = _roles(first, second)
    two = _is_second(second, roles)
    below = second if two else ("",) * len(first)
    questions = questions_of(first, below, roles)
    cells = as_choices(sheet.cells.iloc[top + 1 + two :], questions, below, framework)
    choices = choices_of(cells, questions, below)
    headings = _headings(first, below, roles, questions, choices)
    cells, feet = without_feet(cells, headings, sheet.place)
    mark = _mark(cells, roles)
    faults = (*feet, *told(sheet.place, mark))
    return respond(NAME, headings, joined(cells, choices.groups), roles, mark, faults)


def _top(sheet: RawSheet) -> int | None:
    """The place of the first row of headings; titles may stand above it."""
    places = range(min(_ABOVE, len(sheet.cells)))
    return next((at for at in places if _is_top(sheet.row(at), sheet.row(at + 1))), None)


def _is_top(first: Sequence[str], second: Sequence[str]) -> bool:
    roles = _roles(first, second)
    found = set(roles.values())
    answered = any(map(is_response, second)) and _is_second(second, roles)
    if found & {"number", "collector"}:
        return len(found) > 1 or answered
    return answered and bool(found & {"started", "submitted", "address"})


def _roles(first: Sequence[str], second: Sequence[str]) -> dict[int, str]:
    """What the tool's own columns hold: those with nothing below their heading, or the first row of responses."""
    own = roles_in(first, role_of)
    two = _is_second(second, {at: role for at, role in own.items() if role in ("number", "collector")})
    custom = {at: "custom" for at, text in enumerate(first) if role_of(text) == "custom"}
    return {at: role for at, role in (own | custom).items() if not two or role == "number" or not second[at].strip()}


def _is_second(second: Sequence[str], roles: dict[int, str]) -> bool:
    """Whether a row has headings of its own: nothing, or only “Response”, under the tool's columns."""
    own = [second[at] for at in roles if at < len(second)]
    return any(text.strip() for text in second) and all(not text.strip() or is_response(text) for text in own)


def questions_of(first: Sequence[str], second: Sequence[str], roles: dict[int, str]) -> tuple[str, ...]:
    """The question over each column, "" over the tool's own; one stands only over the first of its columns.

    Examples
    --------
    >>> questions_of(("Respondent ID", "Leadership", "", "Role"), ("", "Trust", "Vision", "Response"), {0: "number"})
    ('', 'Leadership', 'Leadership', 'Role')
    """
    found = [""]
    for at, text in enumerate(first):
        goes_on = not text.strip() and second[at].strip()
        found.append("" if at in roles else found[-1] if goes_on else tidy(text))
    return tuple(found[1:])


def _headings(
    first: Sequence[str], below: Sequence[str], roles: dict[int, str], questions: Sequence[str], choices: Choices
) -> list[Heading]:
    shared = Counter(question for at, question in enumerate(questions) if at not in choices.moved)
    return [
        _own(at, text, roles[at]) if at in roles
        else _moved(at, below[at], choices.moved[at]) if at in choices.moved
        else _asked(at, text, choices.statements.get(at, below[at]), questions[at], shared[questions[at]] == 1)
        for at, text in enumerate(first)
    ]  # fmt: skip


def _own(at: int, text: str, role: str) -> Heading:
    use, why = USES[role]
    return Heading(at, text, use=use, why=why)


def _moved(at: int, text: str, first: int) -> Heading:
    return Heading(at, text, use=DROPPED, why=f"one choice of what is read in column {letter(first)}")


def _asked(at: int, text: str, below: str, question: str, alone: bool) -> Heading:
    """The heading of an answer; a question that several statements share is none of the items."""
    statement = "" if is_response(below) else tidy(below)
    if not statement:
        return asked(at, text if text.strip() else question, (question,))
    if is_comment(statement):
        return Heading(at, below, (f"{question} comment",), section=question)
    return asked(at, below or question, (statement, question) if alone else (statement,), question)


def _mark(cells: pd.DataFrame, roles: dict[int, str]) -> pd.Series:
    """The mark of each row, where a column says whether the response was finished."""
    never = pd.Series(False, index=cells.index)
    status = [cells[at] for at, role in roles.items() if role == "status"]
    partial = [text for column in status for text in column.unique() if key(text) in _PARTIAL]
    return marks(status[0].isin(partial) if status else never, never)
