"""A table that somebody made with items in rows and people in columns: Ref, Key feature, Ann, Ben, Consensus."""

from collections.abc import Iterable, Sequence

import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.layouts._alone import is_nameless_alone
from assesslib.readers.layouts._heads import Heads, heads_of
from assesslib.readers.layouts._item_rows import SHIFTED, UNKNOWN, item_headings, kinds_of, left_out
from assesslib.readers.layouts._levels_above import has_answers, is_scale
from assesslib.readers.layouts._moved_names import with_moved_names
from assesslib.readers.layouts._table_words import year_in
from assesslib.readers.layouts._ticks import is_ticked, read_ticks
from assesslib.readers.layouts._turned import Turned, turned_of
from assesslib.readers.layouts._whose import Columns, columns_of
from assesslib.readers.records import DROPPED, WHEN, WHO, Heading, RawSheet, Responses
from assesslib.readers.who import field_of

NAME, TITLE = "transposed", "a table with a column for each member"
_PERSON = ("name", "first", "last", "email", "id")
"""What a column beside the items says of a person where the table has a row for each answer."""


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether a table has items in rows and people, or one nameless person, in columns; or one person's ticks."""
    table = turned_of(sheet.cells, framework)
    if table is not None and is_ticked(table):
        return True
    if table is None or is_scale(table) or any(_says_who(table, at) for at in table.columns):
        return False
    columns = columns_of(with_moved_names(table), sheet.place)
    return bool(columns.answers) or columns.asked


def _says_who(table: Turned, at: int) -> bool:
    """Whether a column is headed Name or the like and holds names."""
    texts = table.cells[at].iloc[table.first :].unique()
    return field_of(table.heading(at)) in _PERSON and not has_answers(texts, table.framework)


def read(sheet: RawSheet, framework: Framework) -> Responses:
    """Read a table with items in rows: people from the headings of its columns, answers from the cells below."""
    table = turned_of(sheet.cells, framework)
    if table is None:
        return _unread(sheet, framework)
    if is_ticked(table):
        return read_ticks(table, sheet)
    table = with_moved_names(table)
    columns = columns_of(table, sheet.place)
    kinds = kinds_of(table, columns.answers)
    heads = heads_of(table, columns.people, sheet.place)
    headings = tuple(_placed(item_headings(table, kinds), kinds))
    answers = sheet.cells.loc[[one.at for one in headings if one.use != DROPPED], list(columns.answers)].T
    faults = (*heads.faults, *columns.faults, *_row_faults(table, headings, kinds, sheet.place))
    people = _people(heads, columns, framework)
    return Responses(NAME, headings, people, answers, True, columns.agreed, faults=faults)


def _unread(sheet: RawSheet, framework: Framework) -> Responses:
    """Nothing, and why."""
    fault = Fault(f"No column names the {framework.term(2)} with a row above it that says whose answers stand below",
                  file=sheet.place, do="Head the columns with Ref and the members’ names.")  # fmt: skip
    people = pd.DataFrame("", index=[], columns=[*WHO, *WHEN, "mark"], dtype="str")
    return Responses(NAME, (), people, pd.DataFrame(index=[], dtype="str"), True, faults=(fault,))


def _people(heads: Heads, columns: Columns, framework: Framework) -> pd.DataFrame:
    said = {field: [heads.said[at].get(field, "") for at in columns.people] for field in (*WHO, *WHEN)}
    names = [year_in(name)[0] if columns.year else name for name in said["name"]]
    alone = len(names) == 1 and any(is_nameless_alone(name, framework) for name in (names[0], said["name"][0]))
    people = pd.DataFrame({**said, "name": [""] if alone else names}, index=list(columns.people), dtype="str")
    return people.assign(mark="")


def _placed(headings: Iterable[Heading], kinds: pd.Series) -> Iterable[Heading]:
    """The headings of rows; those below names in another order, and those that name nothing, hold nobody's answers."""
    shifted = next((row for row, kind in kinds.items() if kind == SHIFTED), None)
    for one in headings:
        if shifted is not None and one.at > shifted:
            yield Heading(one.at, one.text, use=DROPPED, why=f"the names of row {shifted} stand above it, "
                          "in another order than at the top")  # fmt: skip
        elif not one.said and one.use != DROPPED:
            yield Heading(one.at, one.text, use=DROPPED, why="nothing says what was rated")
        else:
            yield one


def _row_faults(table: Turned, headings: Sequence[Heading], kinds: pd.Series, file: str) -> Iterable[Fault]:
    """What is told of rows that are no item's."""
    for row in kinds.index[kinds == SHIFTED]:
        yield Fault("The names stand in another order than at the top", file=file, row=row,
                    do="Give every member one column from top to bottom; the rows below were left out.")  # fmt: skip
    nothing = {one.at for one in headings if one.use == DROPPED and kinds[one.at] == UNKNOWN and not one.text}
    for row in sorted(nothing):
        yield Fault(f"The row holds answers and names no {table.framework.item_term}", file=file, row=row,
                    do="Write the ref before them, or empty the row.")  # fmt: skip
    yield from left_out(table, headings, kinds, file)
