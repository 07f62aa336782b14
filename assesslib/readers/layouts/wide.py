"""A table that somebody made with a row for each member and a column for each item: rater, organisation, 1, 2, 3 ..."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.layouts._across import Across, across_of
from assesslib.readers.layouts._asides import asides
from assesslib.readers.layouts._below import rows_of
from assesslib.readers.layouts._dated import ANOTHER, Dated, told_of_year
from assesslib.readers.layouts._levels_above import has_answers, is_count
from assesslib.readers.layouts._naming import facet_last, whole
from assesslib.readers.layouts._nobodies import agreed_rows
from assesslib.readers.layouts._second import second_fault, second_headings
from assesslib.readers.layouts._wide_headings import NO_HEADING, wide_headings
from assesslib.readers.mapping import flat
from assesslib.readers.pasted import read_answer
from assesslib.readers.records import ANSWER, Heading, RawSheet, Responses, answers_of, letter, people_of
from assesslib.readers.who import field_of, is_nobody

NAME, TITLE = "wide", "a table with a row for each member"
_HEADS, _LEVELS = 30, 40
"""Rows in which headings are looked for, and that are looked at to tell whether they are called like levels."""


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether a row names items and stands above others, which are not those of levels with their counts."""
    table = across_of(sheet.cells, framework)
    return table is not None and not _is_turned_tally(table, framework)


def is_turned_tally(sheet: RawSheet, framework: Framework) -> bool:
    """Whether a row names items and the rows below are called like levels: that is no table of people's answers."""
    table = across_of(sheet.cells, framework)
    return table is not None and _is_turned_tally(table, framework)


def _is_turned_tally(table: Across, framework: Framework) -> bool:
    """Whether the rows are called like levels and hold counts, or numbers that may be.

    People may be called A, B and C: then their heading says so, or levels stand beside them and no numbers.
    """
    first = next((at for at in table.body if at not in table.items), None)
    texts = [] if first is None else [text for text in table.body[first].iloc[:_LEVELS] if text.strip()]
    answers = {text: answer for text in texts if (answer := read_answer(text, framework)) and answer[1]}
    own = [text for text in texts if text in answers and not text.strip().isdecimal()]
    found = {answers[text][1] for text in own}
    if len(found) < 2 or 2 * len(own) <= len(texts) or len(found) != len(own):
        return False
    codes = {code.casefold() for code in framework.codes}
    worded = any(text.strip().casefold() not in codes for text in own)
    return worded or (not field_of(table.heads[first][0]) and _are_counts(table))


def _are_counts(table: Across) -> bool:
    """Whether the cells under the items are mostly whole numbers."""
    texts = [text.strip() for at in table.items for text in table.body[at].iloc[:_LEVELS] if text.strip()]
    return not texts or 2 * sum(is_count(whole(text)) for text in texts) > len(texts)


def read(sheet: RawSheet, framework: Framework) -> Responses:
    """Read a table with a row for each member: who they are from columns of their own, answers from the others."""
    return _read(across_of(sheet.cells, framework) or Across.first_row(sheet.cells, framework), sheet, framework)


def read_told(sheet: RawSheet, framework: Framework, named: Collection[str]) -> Responses | None:
    """Read a table of which a person said what its headings are; None where no row of it holds two of them.

    Parameters
    ----------
    sheet : RawSheet
        The table.
    framework : Framework
        What was rated.
    named : collection of str
        The headings, on one line, that were said to be items.
    """
    rows = sheet.cells.iloc[:_HEADS].itertuples(index=False, name=None)
    items = [tuple(at for at, text in enumerate(row) if flat(text) in named) for row in rows]
    place = max(range(len(items)), key=lambda at: len(items[at]), default=0)
    if not items or len(items[place]) < min(2, len(named)):
        return None
    heads = tuple((text.strip(),) for text in sheet.cells.iloc[place])
    return _read(Across(heads, ("",) * len(heads), items[place], sheet.cells.iloc[place + 1 :]), sheet, framework)


def _read(table: Across, sheet: RawSheet, framework: Framework) -> Responses:
    headings = tuple(_facet_last(one, framework) for one in wide_headings(table))
    place = second_headings(table.body, table.heads, table.items, framework)
    below = () if place is None else (second_fault(table.body, place, framework, sheet.place),)
    table = table if place is None else replace(table, body=table.body.iloc[:place])
    beside = asides(headings, table.body, framework, sheet.place)
    headings, table = beside.headings, replace(table, body=beside.body)
    called, by_year = agreed_rows(table.body, headings)
    table = replace(table, body=table.body.drop(index=list(by_year.earlier)))
    rows = rows_of(table.body, headings, framework, sheet.place)
    kept = table.body.loc[rows.kept]
    faults = (*_unnamed(table, sheet, framework), *_unheaded(table, headings, framework, sheet.place),
              *_beside(headings, sheet.place), *below, *beside.faults,
              *_of_year(called, by_year, rows.agreed, sheet.place), *rows.faults)  # fmt: skip
    said = table.body.loc[rows.kept | (table.body.index == rows.agreed)]
    people, answers = _people(kept, headings), answers_of(said, headings)
    return Responses(NAME, headings, people, answers, agreed=rows.agreed, faults=faults)


def _of_year(called: Mapping[int, str], by_year: Dated, agreed: int | None, file: str) -> Iterable[Fault]:
    """Rows of what was agreed another time, and the one that was taken by its year."""
    for row in by_year.earlier:
        yield Fault(ANOTHER, file=file, row=row, value=called[row], handled=True)
    if agreed in by_year.counts:
        yield from told_of_year(by_year.told, called[agreed], file=file, row=agreed)


def _facet_last(one: Heading, framework: Framework) -> Heading:
    """A heading that begins with a facet (“Local: Leaders lead”) says it at the end, as the others do."""
    said = tuple(facet_last(text, framework) for text in one.said)
    return one if said == one.said else replace(one, said=(*said, *one.said))


def _people(cells: pd.DataFrame, headings: tuple[Heading, ...]) -> pd.DataFrame:
    people = people_of(cells, headings)
    parts = [cells[one.at].str.strip() for one in headings if one.use == "name"]
    return people.assign(
        name=_somebody(_joined(parts, _in_order(headings)) if len(parts) > 1 else people["name"]),
        email=_somebody(people["email"]),
    )


def _in_order(headings: Sequence[Heading]) -> bool:
    """Whether the first name stands before the last."""
    return next(field_of(one.text) for one in headings if one.use == "name") != "last"


def _joined(parts: Sequence[pd.Series], in_order: bool) -> pd.Series:
    first, last = (parts[0], parts[1]) if in_order else (parts[1], parts[0])
    return first.str.cat(last, sep=" ").str.strip()


def _somebody(names: pd.Series) -> pd.Series:
    """Names as they are, "" for those that say nobody: Anonymous in every row is not one person."""
    return names.mask(names.isin([name for name in names.unique() if is_nobody(name)]), "")


def _unnamed(table: Across, sheet: RawSheet, framework: Framework) -> Iterable[Fault]:
    if not table.items:
        yield Fault(f"No row names the {framework.term(2)}; the first one was taken for the headings",
                    file=sheet.place, do="Head the columns with the refs or the wording.")  # fmt: skip


def _unheaded(table: Across, headings: Sequence[Heading], framework: Framework, file: str) -> Iterable[Fault]:
    """Columns without a heading: names are taken, and answers are not to be lost."""
    for one in headings:
        if not one.text and one.use == "name":
            yield Fault("The column has no heading and was taken for the names", file=file, column=letter(one.at),
                        handled=True)  # fmt: skip
        elif one.why == NO_HEADING:
            lost = has_answers(table.body[one.at].unique(), framework)
            yield Fault("A column without a heading was left out", file=file, column=letter(one.at), handled=not lost,
                        do="Head it with the ref of what was rated, or with “Notes”." if lost else "")  # fmt: skip


def _beside(headings: Sequence[Heading], file: str) -> Iterable[Fault]:
    """Columns such as “Comment” that were taken for what is said of the item to their left."""
    taken = [one for one in headings if one.use == ANSWER and len(one.said) > 1 and one.said[0].endswith(" comment")
             and one.text == one.said[-1]]  # fmt: skip
    if taken:
        places = ", ".join(letter(one.at) for one in taken[:12])
        yield Fault("was taken for the comment on what stands to its left, in every such column", file=file,
                    column=places, value=taken[0].text, handled=True)  # fmt: skip
