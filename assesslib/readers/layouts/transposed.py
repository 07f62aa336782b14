"""A table that somebody made with items in rows and people in columns: Ref, Key feature, Ann, Ben, Consensus."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from assesslib.faults import Fault
from assesslib.framework import Framework
from assesslib.readers.layouts import _table_words as words
from assesslib.readers.layouts._heads import Heads, heads_of
from assesslib.readers.layouts._item_rows import SHIFTED, UNKNOWN, item_headings, kinds_of, left_out
from assesslib.readers.layouts._levels_above import has_answers, is_scale
from assesslib.readers.layouts._turned import Turned, turned_of
from assesslib.readers.records import DROPPED, WHEN, WHO, Heading, RawSheet, Responses, letter
from assesslib.readers.who import field_of

NAME, TITLE = "transposed", "a table with a column for each member"
_TEXT = 25
"""Letters from which on a cell that is no answer is taken for a note."""


@dataclass(frozen=True)
class Columns:
    """What the columns beside the items hold: people, what was agreed, and the rest with the reason it is left out."""

    people: tuple[int, ...] = ()
    agreed: int | None = None
    others: tuple[tuple[int, str], ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def answers(self) -> tuple[int, ...]:
        """The columns that hold answers, in the order of the file."""
        return tuple(sorted((*self.people, *(() if self.agreed is None else (self.agreed,)))))


def recognises(sheet: RawSheet, framework: Framework) -> bool:
    """Whether a table has items in rows and people, or one nameless person, in columns."""
    table = turned_of(sheet.cells, framework)
    if table is None or is_scale(table) or any(field_of(table.heading(at)) for at in table.columns):
        return False
    return bool(_columns(table, sheet.place).answers)


def read(sheet: RawSheet, framework: Framework) -> Responses:
    """Read a table with items in rows: people from the headings of its columns, answers from the cells below."""
    table = turned_of(sheet.cells, framework)
    if table is None:
        return _unread(sheet, framework)
    columns = _columns(table, sheet.place)
    kinds = kinds_of(table, columns.answers)
    heads = heads_of(table, columns.people, sheet.place)
    headings = tuple(_placed(item_headings(table, kinds), kinds))
    answers = sheet.cells.loc[[one.at for one in headings if one.use != DROPPED], list(columns.answers)].T
    faults = (*heads.faults, *columns.faults, *_row_faults(table, headings, kinds, sheet.place))
    return Responses(NAME, headings, _people(heads, columns.people), answers, True, columns.agreed, faults=faults)


def _unread(sheet: RawSheet, framework: Framework) -> Responses:
    """Nothing, and why."""
    fault = Fault(f"No column names the {framework.term(2)} with a row above it that says whose answers stand below",
                  file=sheet.place, do="Head the columns with Ref and the members’ names.")  # fmt: skip
    people = pd.DataFrame("", index=[], columns=[*WHO, *WHEN, "mark"], dtype="str")
    return Responses(NAME, (), people, pd.DataFrame(index=[], dtype="str"), True, faults=(fault,))


def _columns(table: Turned, file: str) -> Columns:
    above = {at: table.above(at) for at in table.columns}
    drawn = words.figures(text for texts in above.values() for text in texts if text)
    why = {at: _why(table, at, texts, drawn) for at, texts in above.items()}
    agreed = [at for at, texts in above.items() if not why[at] and any(words.is_agreed(text) for text in texts)]
    second = {at: f"what was agreed stands in column {letter(agreed[0])}" for at in agreed[1:]}
    unclear = {} if agreed else _unclear(table, [at for at in above if not why[at]])
    why = {**why, **second, **unclear}
    people = tuple(at for at in above if not why[at] and at not in agreed)
    others = tuple((at, text) for at, text in why.items() if text)
    faults = (_fault(table, at, text, file, at in second or at in unclear) for at, text in others)
    return Columns(people, agreed[0] if agreed else None, others, tuple(faults))


def _why(table: Turned, at: int, texts: Sequence[str], drawn: set[str]) -> str:
    """Why a column holds nobody's answers, as a clause; "" where it does."""
    if not any(texts):
        return "no heading stands above it"
    if drawn & set(texts):
        return "it holds figures drawn from the answers"
    if any(words.is_earlier(text) for text in texts):
        return "it is of another time"
    if any(words.is_note(text) for text in texts):
        return "it holds notes"
    return "it holds texts and no levels" if _is_text(table, at) else ""


def _is_text(table: Turned, at: int) -> bool:
    texts = [text for text in table.cells[at].iloc[table.first :].unique() if text.strip()]
    long = sum(len(text) > _TEXT for text in texts)
    return 2 * long > len(texts) and not has_answers(texts, table.framework)


def _unclear(table: Turned, columns: Sequence[int]) -> dict[int, str]:
    """Columns such as “Team rating” beside those of people: what was agreed, or a figure."""
    some = [at for at in columns if words.is_unclear(table.heading(at))]
    why = "it may be what was agreed or a figure drawn from the answers"
    return dict.fromkeys(some, why) if len(some) < len(columns) else {}


def _fault(table: Turned, at: int, why: str, file: str, asked: bool) -> Fault:
    """What is told of a column that was left out: a note where it is plain why, else a fault."""
    text = table.heading(at)
    texts = table.cells[at].iloc[table.first :].unique()
    lost = not text and has_answers(texts, table.framework)
    do = "Head it with the member’s name, or with “Notes”." if lost else "Head it “Consensus”, or delete it."
    what = f"was left out: {why}" if text else f"A column was left out: {why}"
    return Fault(what, file=file, column=_column(at, text), value=text or None, do=do if lost or asked else "",
                 handled=not (lost or asked))  # fmt: skip


def _column(at: int, text: str) -> str:
    return f"{letter(at)} ({text})" if text else letter(at)


def _people(heads: Heads, columns: Sequence[int]) -> pd.DataFrame:
    texts = {field: [heads.said[at].get(field, "") for at in columns] for field in (*WHO, *WHEN)}
    return pd.DataFrame(texts, index=list(columns), dtype="str").assign(mark="")


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
