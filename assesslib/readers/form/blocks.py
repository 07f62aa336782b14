"""The lines of a form in blocks: each item with what stands beside and below it, each heading with what follows it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assesslib.faults import shorten
from assesslib.readers.form.clean import FLOW, GRID, Line
from assesslib.readers.form.columns import NOTE, Columns, Role, columns_of, cut, spaced_columns
from assesslib.readers.form.names import (
    EXAMPLES,
    ITEM,
    LEGEND,
    PROCESS,
    PROMPT,
    SCALE,
    SECTION,
    STRANGER,
    Found,
    Names,
    item_in,
    named,
)

SPACED = "spaced"
HEADING, NOTES, FRONT, TABLE = "heading", "notes", "front", "table"
_FOOT = re.compile(r"\bPage \d+ of \d+$")
_TICK = re.compile(r"[✓✔√☑☒■✅]")
_AHEAD = 4


@dataclass(frozen=True)
class Row:
    """A line of a block: its cells, how they were parted, under which columns, and a tick that stands between two."""

    number: int
    cells: tuple[str, ...]
    made: str = FLOW
    text: str = ""
    columns: Columns | None = None
    between: tuple[str, str, str] | None = None

    @property
    def blank(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True)
class Block:
    """Something named on a form, with its rows.

    Attributes
    ----------
    found : Found
        What its first row names.
    place : int
        The cell of the first row that the name ends in.
    rows : tuple of Row
        From the line that names it to the next that names something.
    section, item : str
        Where it stands: the section, and the item above it where there is one.
    examples : bool
        Whether it belongs to the examples that a form prints.
    """

    found: Found
    rows: tuple[Row, ...] = ()
    place: int = 0
    section: str = ""
    item: str = ""
    examples: bool = False

    @property
    def line(self) -> int:
        return self.rows[0].number


@dataclass(frozen=True)
class State:
    """Where in a form a line stands."""

    section: str = ""
    item: str = ""
    columns: Columns | None = None
    begun: bool = False
    examples: bool = False
    headed: bool = False

    @property
    def spaced(self) -> bool:
        return bool(self.columns and self.columns.spaced)


@dataclass(frozen=True)
class _Step:
    """A line read: its row, what it opens, and where that leaves the form."""

    row: Row
    state: State
    opens: Found | None = None
    place: int = 0
    taken: int = 1


def blocks_of(lines: Sequence[Line], names: Names) -> list[Block]:
    """The blocks of a form, in its order; the first holds what stands before anything that is named.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> from assesslib.readers.form.clean import lines_of
    >>> from assesslib.readers.form.names import names_of
    >>> csit = names_of(load_framework("csit-collaborative-working"))
    >>> lines = lines_of("28\\nTechnology is used to support collaborative working\\na ✓\\nStrengths\\nOne list.")
    >>> [(block.found.kind, block.found.key, len(block.rows)) for block in blocks_of(lines, csit)]
    [('front', '', 0), ('item', '28', 2), ('prompt', 'strength', 2)]
    """
    groups: list[tuple[_Step | None, list[Row]]] = [(None, [])]
    for step in _steps(lines, names):
        if step.opens:
            groups.append((step, []))
        groups[-1][1].append(step.row)
    return [_block(step, tuple(rows)) for step, rows in groups]


def _block(step: _Step | None, rows: tuple[Row, ...]) -> Block:
    if not step or not step.opens:
        return Block(Found(FRONT, ""), rows)
    printed = any(role.title.casefold() == "example" for role in step.state.columns.roles) if step.state.columns else 0
    examples = step.state.examples or bool(printed and step.opens.kind in (ITEM, STRANGER))
    return Block(step.opens, rows, step.place, step.state.section, step.state.item, examples)


def _steps(lines: Sequence[Line], names: Names) -> Iterator[_Step]:
    state, at = State(), 0
    while at < len(lines):
        step = _step(lines, at, names, state)
        yield step
        state, at = step.state, at + step.taken


def _step(lines: Sequence[Line], at: int, names: Names, state: State) -> _Step:
    line = lines[at]
    if not any(line.cells) or (line.made == FLOW and _is_foot(line.text, names)):
        return _Step(_empty(line, state), state)
    return _titles(lines, at, names, state) or _item(lines, at, names, state) or _heading(line, names, state)


def _is_foot(text: str, names: Names) -> bool:
    """Whether a line is what our own pages print at their foot."""
    return bool(_FOOT.search(text)) or text.strip().startswith(f"{shorten(names.framework.title)} – ")


def _empty(line: Line, state: State) -> Row:
    return Row(line.number, ("",), line.made, "", state.columns)


def _row(line: Line, state: State) -> Row:
    """A line under the columns that stand."""
    if state.spaced and state.columns and _unparted(line):
        cells = cut(line.text, state.columns)
        return Row(line.number, cells.cells, SPACED, line.text.strip(), state.columns, cells.between)
    return Row(line.number, line.cells, line.made, line.text.strip(), state.columns)


def _unparted(line: Line) -> bool:
    return line.made == FLOW and len(line.cells) == 1


def _titles(lines: Sequence[Line], at: int, names: Names, state: State) -> _Step | None:
    """The titles of columns: a table begins, or goes on upon the next page."""
    line, taken = lines[at], 1
    if _unparted(line):
        found = spaced_columns([one.text for one in lines[at : at + _AHEAD]], names.framework)
        columns, taken = found or (None, 1)
    else:
        columns = columns_of(line.cells, names.framework)
    if not columns:
        return None
    same = bool(state.columns and state.columns.spaced and columns.spaced and state.columns.table == columns.table)
    goes_on = same and bool(state.item or columns.table)
    then = replace(state, columns=columns, begun=True, headed=True, item=state.item if goes_on else "")
    opens = None if goes_on else Found(TABLE if columns.table else HEADING, columns.table)
    return _Step(_empty(line, then), then, opens, taken=taken)


def _item(lines: Sequence[Line], at: int, names: Names, state: State) -> _Step | None:
    row = _row(lines[at], state)
    found = item_in(row.cells, names)
    if not found:
        return None
    one, place = found
    then = replace(state, item=one.key if one.kind == ITEM else "", begun=True, headed=False)
    if one.kind == STRANGER:
        return _Step(row, then, one, place) if _is_stranger(one, row, names, state) else None
    filled = [cell for cell in row.cells if cell]
    if not names.number.fullmatch(filled[0]) or len(filled) > 1 or (row.made == GRID and state.columns):
        return _Step(row, then, one, place)
    below = next((place for place in range(at + 1, min(at + _AHEAD, len(lines))) if any(lines[place].cells)), at)
    cells = (filled[0], *(cell for cell in lines[below].cells if cell or below == at))
    worded = item_in(cells, names) if below > at else None
    if not worded or worded[0].kind != ITEM or worded[1] != 1:
        return None
    return _Step(replace(row, cells=cells, made=FLOW), then, worded[0], 1, below - at + 1)


def _is_stranger(found: Found, row: Row, names: Names, state: State) -> bool:
    """Whether a number with other words stands where an item would: with a tick, or in a row under the columns."""
    shapes = {(id.count("."), len(id) + more) for id in names.items for more in range(-len(id), 2)}
    if (found.key.count("."), len(found.key)) not in shapes or not state.begun and not _TICK.search(row.text):
        return False
    tabled = bool(state.columns and not state.columns.table and row.made != SPACED and len(row.cells) > 2)
    return tabled or bool(_TICK.search(row.text))


def _heading(line: Line, names: Names, state: State) -> _Step:
    """A line that names something else than an item, or only goes on with what stands above."""
    row = _row(line, state)
    tabled = row.made == SPACED and bool(state.columns and state.columns.table)
    filled = [cell for cell in (row.cells if tabled else line.cells) if cell]
    found = named(filled[0], names) if len(filled) < 4 else None
    several = [one for one in (named(cell, names) for cell in filled) if one] if 1 < len(filled) < 4 else []
    if state.begun and len(several) == len(filled) > 1 and all(one.kind == PROMPT for one in several):
        roles = Columns(tuple(Role(NOTE, _kind(cell, names), cell) for cell in line.cells), NOTES)
        then = replace(state, columns=roles, item="")
        return _Step(_empty(line, then), then, Found(NOTES, ""))
    if not found or (found.kind == SECTION and len(filled) > 1) or not (state.begun or found.kind == SECTION):
        return _Step(row, state)
    if found.kind == SCALE:
        return _Step(_empty(line, state) if state.headed or not state.item else row, state)
    whole = row if tabled else replace(row, cells=line.cells, made=line.made)
    return _Step(whole, _beyond(found, state), found, whole.cells.index(filled[0]))


def _kind(cell: str, names: Names) -> str:
    found = named(cell, names)
    return found.key if found else ""


def _beyond(found: Found, state: State) -> State:
    """Where a heading leaves the form."""
    if found.kind == PROMPT:
        return state
    columns = None if state.spaced or found.kind != LEGEND else state.columns
    if found.kind == SECTION:
        kept = state.columns if state.columns and not state.spaced and not state.columns.table else None
        return replace(state, section=found.key, item="", columns=kept, examples=False)
    if found.kind == PROCESS and state.columns and state.columns.table:
        columns = state.columns
    return replace(state, item="", columns=columns, examples=state.examples or found.kind == EXAMPLES)
