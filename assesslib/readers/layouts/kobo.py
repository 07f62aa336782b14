"""KoboToolbox, ODK Central and their relatives: a row a response, groups before the names or labels of questions."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.layouts._exports import header_place
from assesslib.readers.layouts._feet import without_feet
from assesslib.readers.layouts._kobo_headings import Sheet, account_of, headings_of, none_of, with_account
from assesslib.readers.layouts._kobo_own import is_own, kind_of, response_ids
from assesslib.readers.layouts._partners import named_partners
from assesslib.readers.layouts._tool_codes import places
from assesslib.readers.records import RawSheet, Responses, answers_of, letter, people_of
from assesslib.words import many

NAME, TITLE = "kobo", "KoboToolbox or ODK"
_FILL = "n/a"
"""What some servers write where there is nothing."""
_REFUSED = ("not approved", "validation_status_not_approved", "rejected")
_REPEATED = ("_parent_index", "parent_key")


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether the headings are those of an export of KoboToolbox, ODK or a relative: by the columns these add."""
    return header_place(sheet, is_own) is not None


def read(sheet: RawSheet, framework: Framework) -> Responses:
    """What an export of KoboToolbox, ODK Central or a relative says, with names or labels.

    A row of hashtags or of labels below the headings is no response, and the rows of a repeated group are none either.
    The account that sent a response is the ``id`` where nothing else says who answered and each sent one only.
    """
    sheet = replace(sheet, cells=sheet.cells.iloc[header_place(sheet, is_own) or 0 :])
    opened, below = _opened(sheet)
    cells, feet = without_feet(opened.cells, headings_of(opened), sheet.place)
    given = replace(opened, cells=cells)
    read_as, filler = _without_fill(given, sheet)
    headings = tuple(named_partners(headings_of(read_as), read_as.cells))
    if any(text.strip().casefold() in _REPEATED for text in read_as.texts):
        return Responses(NAME, none_of(headings), people_of(given.cells[:0], ()), given.cells.loc[[], []],
                         faults=(_repeated(sheet),))  # fmt: skip
    at, apart = account_of(read_as, headings)
    shared = () if at is None or apart else (_shared(sheet, at),)
    headings = with_account(headings, at) if at is not None and apart else headings
    answers = answers_of(read_as.cells, headings)
    faults = (*below, *feet, *filler, *shared, *_refused(sheet, read_as))
    own = response_ids(read_as.texts)
    return Responses(NAME, headings, people_of(read_as.cells, headings), answers, codes=places(answers), faults=faults,
                     ids=None if own is None else read_as.cells[own], changed=_ended(read_as))  # fmt: skip


def _ended(given: Sheet) -> pd.Series | None:
    """When each response was last worked on, beside the time at which it was first sent."""
    return next((given.cells[at] for at, text in enumerate(given.texts) if kind_of(text) == "ended"), None)


def _opened(sheet: RawSheet) -> tuple[Sheet, tuple[Fault, ...]]:
    """The headings, labels and responses; with what is said of a row below the headings that is no response."""
    texts, second = sheet.row(0), sheet.row(1)
    labels = second if _are_labels(texts, second) else ("",) * len(texts)
    tags = any(second) and all(text.strip().startswith("#") for text in second if text.strip())
    other = tags or any(labels)
    said = Fault(f"The row holds {'hashtags' if tags else 'labels'}, no response", sheet.place,
                 row=int(sheet.cells.index[1]) if other else None, handled=True)  # fmt: skip
    return Sheet(texts, labels, sheet.cells.iloc[2 if other else 1 :]), (said,) if other else ()


def _are_labels(texts: Iterable[str], second: Iterable[str]) -> bool:
    """Whether the second row repeats the tool's own headings."""
    same = [text for text, below in zip(texts, second, strict=False) if text.strip() and text == below]
    return any(kind_of(text) for text in same)


def _without_fill(given: Sheet, sheet: RawSheet) -> tuple[Sheet, tuple[Fault, ...]]:
    """The cells with nothing where the server wrote “n/a”, which is known by its own columns that nobody answers."""
    own = [at for at, text in enumerate(given.texts) if kind_of(text)]
    at = next((at for at in own if (given.cells[at] == _FILL).any()), None)
    if at is None:
        return given, ()
    fault = Fault("stands in a column of the tool's own, so it is written where there is no answer", sheet.place,
                  column=_column(sheet, at), value=_FILL, do="Such cells are read as empty.", handled=True)  # fmt: skip
    return Sheet(given.texts, given.labels, given.cells.mask(given.cells == _FILL, "")), (fault,)


def _refused(sheet: RawSheet, given: Sheet) -> list[Fault]:
    columns = [at for at, text in enumerate(given.texts) if kind_of(text) == "state"]
    return [_refused_in(sheet, at, rows) for at in columns if (rows := _where(given.cells[at]))]


def _where(column: pd.Series) -> list[int]:
    return list(column.index[column.str.strip().str.casefold().isin(_REFUSED)])


def _refused_in(sheet: RawSheet, at: int, rows: list[int]) -> Fault:
    more = f", here and in {many(len(rows) - 1, 'row')} more" if len(rows) > 1 else ""
    return Fault(f"marks a response that was refused{more}", sheet.place, row=rows[0], column=_column(sheet, at),
                 value=sheet.cells.at[rows[0], at], handled=True,
                 do="It is read like the others: delete the row from a copy of the file to leave it out.")  # fmt: skip


def _shared(sheet: RawSheet, at: int) -> Fault:
    return Fault("does not say who answered: one account sent several responses", sheet.place, handled=True,
                 column=_column(sheet, at), do="Each response is read as one member of its own.")  # fmt: skip


def _repeated(sheet: RawSheet) -> Fault:
    return Fault("The rows are those of a repeated group, which belong to the responses of another sheet", sheet.place,
                 do="Import the sheet or file with one row a response; a repeated group cannot be read.")  # fmt: skip


def _column(sheet: RawSheet, at: int) -> str:
    return f"{letter(at)} ({sheet.cells.iat[0, at]})"
