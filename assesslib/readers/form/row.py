"""An item's row on a form: its wording, its boxes, its notes, whether it stands in a table or on lines of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from assesslib.framework import Framework
from assesslib.readers.form.blocks import SPACED, Block, Row
from assesslib.readers.form.clean import FLOW
from assesslib.readers.form.columns import LEVEL, MARK, NOTE, OTHER, Columns, Role, usual_columns

Cell = tuple[int, str]
_MOST_CELLS = 100
"""Cells that a row may have: a form has a dozen."""


@dataclass(frozen=True)
class Shaped:
    """What stands where on an item's row; each text has the number of its line.

    Attributes
    ----------
    wording : Cell
        The item as it is printed, with what is written below it.
    boxes : tuple of (Role, Cell)
        One a level, where the levels have columns.
    letters : tuple of Cell
        The cells or lines that may hold letters, where they have none.
    notes, others : tuple of (Role, Cell)
        The columns to write in, and those that are not this form's.
    loose : tuple of Cell
        The lines below the wording where there is no table.
    stray : tuple of Cell
        What stands behind a row that is complete.
    width : int
        0, or how many cells the row has where they do not fit the heading.
    tabled : bool
        Whether it is a row of a table.
    """

    wording: Cell
    boxes: tuple[tuple[Role, Cell], ...] = ()
    letters: tuple[Cell, ...] = ()
    notes: tuple[tuple[Role, Cell], ...] = ()
    others: tuple[tuple[Role, Cell], ...] = ()
    loose: tuple[Cell, ...] = ()
    stray: tuple[Cell, ...] = ()
    width: int = 0
    tabled: bool = True


@dataclass
class _Run:
    """A row that is being put together from lines."""

    cells: list[str]
    lines: list[int]
    stray: list[Cell] = field(default_factory=list)

    def add(self, cell: str, line: int) -> None:
        self.cells.append(cell)
        self.lines.append(line)

    @property
    def placed(self) -> list[Cell]:
        return list(zip(self.lines, self.cells, strict=True))


def shaped(block: Block, framework: Framework) -> Shaped:
    """What stands where on the row of an item."""
    first = block.rows[0]
    columns = first.columns if first.columns and not first.columns.table else None
    if first.made == FLOW and not _tabbed(block):
        return _in_lines(block)
    if first.made == SPACED and columns:
        run = _across(block.rows, SPACED)
        return _placed(run, block.place, columns.roles[columns.heads :], run.placed[columns.heads :])
    run = _on_and_on(block, columns) if first.made == FLOW else _across(block.rows, first.made)
    skip = next((at for at, cell in enumerate(run.cells) if cell), 0)
    run.cells, run.lines = run.cells[skip:], run.lines[skip:]
    return _aligned(run, block.place - skip, columns, framework)


def _tabbed(block: Block) -> bool:
    first, *rest = block.rows
    return len(first.cells) > block.place + 1 or any(len(row.cells) > 2 or row.made != FLOW for row in rest)


def _in_lines(block: Block) -> Shaped:
    """An item whose parts stand on lines of their own; what follows the wording may be an answer or a note."""
    first, *rest = block.rows
    below = tuple((row.number, cell) for row in rest for cell in row.cells if cell)
    return Shaped((first.number, first.cells[block.place]), loose=below, tabled=False)


def _across(rows: Sequence[Row], made: str) -> _Run:
    """Rows of a grid as one: what stands in a column belongs together."""
    run = _Run(list(rows[0].cells), [rows[0].number] * len(rows[0].cells))
    for row in rows[1:]:
        if row.blank:
            run.cells = [f"{cell}\n" if row.made != SPACED and cell else cell for cell in run.cells]
        elif row.made != made or len(row.cells) > len(run.cells) + 1:
            run.stray.append((row.number, row.text))
        else:
            for at, cell in enumerate(row.cells):
                _below(run, at, cell, row.number)
    return run


def _below(run: _Run, at: int, cell: str, line: int) -> None:
    if at >= len(run.cells):
        run.add(cell, line)
    elif cell:
        run.lines[at] = run.lines[at] if run.cells[at].strip() else line
        run.cells[at] = f"{run.cells[at]}\n{cell}" if run.cells[at] else cell


def _on_and_on(block: Block, columns: Columns | None) -> _Run:
    """Lines of which each goes on where the last one ended: a line end within a cell parts two lines of it."""
    first, *rest = block.rows
    run, ended = _Run(list(first.cells), [first.number] * len(first.cells)), False
    width = len(columns.roles) + block.place + 1 - columns.heads if columns else 0
    for row in rest:
        if row.blank and len(row.cells) == 1:
            ended = True
            run.cells[-1] += "\n"
        elif row.made != FLOW or (ended and width and len(run.cells) >= width):
            run.stray.append((row.number, row.text))
        else:
            begun, *more = row.cells
            _below(run, len(run.cells) - 1, begun, row.number)
            for cell in more:
                run.add(cell, row.number)
    return run


def _aligned(run: _Run, place: int, columns: Columns | None, framework: Framework) -> Shaped:
    """The cells behind the wording under the columns of the heading, or under the usual ones."""
    if len(run.cells) > _MOST_CELLS:
        return Shaped(run.placed[place], width=len(run.cells))
    here = place + 1
    roles = columns.roles[columns.heads :] if columns else ()
    heads = columns.heads if columns else here
    if columns and here < heads and len(run.cells) >= len(columns.roles) and not any(run.cells[here:heads]):
        here = heads
    elif columns and here < heads and len(run.cells) != len(columns.roles) + here - heads:
        return Shaped(run.placed[place], width=len(run.cells))
    tail = run.placed[here:]
    if not columns:
        usual = usual_columns(framework, len(tail))
        roles = usual.roles[1:] if usual else ()
    if columns and any(cell for _, cell in tail[len(roles) :]):
        return Shaped(run.placed[place], width=len(run.cells))
    return _placed(run, place, roles, tail)


def _placed(run: _Run, place: int, roles: Sequence[Role], tail: Sequence[Cell]) -> Shaped:
    wording = run.placed[place]
    if not any(role.kind in (LEVEL, MARK) for role in roles) and not any(role.kind == NOTE for role in roles):
        return Shaped(wording, letters=tuple(cell for cell in tail if cell[1]), stray=tuple(run.stray))
    pairs = list(zip(roles, tail, strict=False))
    marks = any(role.kind == MARK for role in roles)

    def of(kind: str) -> tuple[tuple[Role, Cell], ...]:
        return tuple((role, cell) for role, cell in pairs if role.kind == kind and cell[1].strip())

    letters = [cell for role, cell in pairs if marks and role.kind in (MARK, OTHER) and cell[1].strip()]
    return Shaped(wording, of(LEVEL), tuple(letters), of(NOTE), () if marks else of(OTHER), tuple(run.stray))
