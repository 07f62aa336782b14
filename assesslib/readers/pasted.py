"""A block of cells copied from a spreadsheet: whose answer to what each cell is, and which cells cannot be read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assesslib.faults import Fault, listed
from assesslib.framework import Framework

# A spreadsheet puts a cell in quotes where it holds a line end; a lone quotation mark is a cell like any other.
_QUOTED = re.compile(r'(?<![^\t\n])"(?=\S)((?:[^"\t]|"")*\n(?:[^"\t]|"")*)(?<=\S)"(?![^\t\n])')
_UNKNOWN = {"?", "don t know", "dont know", "dk"}
_NOT_APPLICABLE = {"-", "–", "—", "n a", "na", "not applicable"}
Grid = Sequence[Sequence[str]]


@dataclass(frozen=True)
class PastedCell:
    """One cell: its text, where it stands in the block (from 1), whose answer to what it is, and what it says."""

    text: str
    row: int
    column: int
    item: str = ""
    member: str = ""
    where: str = ""
    state: str = ""
    level: str = ""

    def fault(self, what: str, do: str) -> Fault:
        """A fault of this cell."""
        place = f"{self.column} ({self.where})" if self.where else str(self.column)
        return Fault(what, row=self.row, column=place, value=self.text, do=do)


@dataclass(frozen=True)
class Pasted:
    """The cells of a block that hold an answer, the faults of those that cannot be read, and what was not answers.

    ``headed`` says that the first row named the members, ``numbered`` that the first column named the items.
    """

    cells: tuple[PastedCell, ...] = ()
    faults: tuple[Fault, ...] = ()
    headed: bool = False
    numbered: bool = False


def read_answer(text: str, framework: Framework) -> tuple[str, str] | None:
    """The state and level that a text stands for, or None.

    Levels may be written as their code, their place from 1, their words, or code and words; in either case.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp = load_framework("cdrp-dat-partnership")
    >>> [read_answer(text, cdrp) for text in ("g", "4", "Some  success", "D - doing well")]
    [('rated', 'G'), ('rated', 'D'), ('rated', 'S'), ('rated', 'D')]
    >>> [read_answer(text, cdrp) for text in ("?", "N/A", "5")]
    [('dont_know', ''), ('not_applicable', ''), None]
    """
    plain = _plain(text)
    if level := _levels(framework).get(plain):
        return "rated", level
    if plain in _UNKNOWN:
        return "dont_know", ""
    return ("not_applicable", "") if plain in _NOT_APPLICABLE else None


def _plain(text: str) -> str:
    """A text in small letters without its punctuation; one of punctuation alone as it is."""
    return " ".join(re.findall(r"\w+", text.casefold())) or text.strip()


def _levels(framework: Framework) -> dict[str, str]:
    words = {
        _plain(said): level.code
        for place, level in enumerate(framework.levels, 1)
        for said in (str(place), level.label, f"{level.code} {level.label}", f"{place} {level.label}")
    }
    return words | {_plain(code): code for code in framework.codes}


def read_pasted(
    text: str, framework: Framework, members: Mapping[str, str], *, item: str = "", member: str = ""
) -> Pasted:
    """Read a block of cells: one row an item, one column a member.

    Parameters
    ----------
    text : str
        The block as a spreadsheet copies it: tabs between cells, line ends between rows.
    framework : Framework
        What was rated.
    members : mapping of str to str
        The members' names by their ids, in the order of the columns.
    item, member : str
        The ids at which the block starts (default: the first). Where the block has a first row of members' names or a
        first column of items' numbers, those say where each answer belongs.

    Returns
    -------
    Pasted
        Empty cells are left out. A cell that cannot be read is a fault with its row and column, counted from 1.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> cdrp, names = load_framework("cdrp-dat-partnership"), {"ann": "Ann", "bob": "Bob"}
    >>> said = read_pasted("g\\tx\\n\\t?\\n", cdrp, names)
    >>> [(cell.item, cell.member, cell.state, cell.level) for cell in said.cells]
    [('1.1', 'ann', 'rated', 'G'), ('1.2', 'bob', 'dont_know', '')]
    >>> print(said.faults[0])
    row 1, column 2 (Bob, standard 1.1): “x” is not an answer. Use G, W, S, D, a number from 1 to 4, the words of a
    level, ? or n/a, or leave the cell empty.
    """
    rows = _rows(text)
    heads = _heads(rows[0], framework, members)
    numbers = _numbers(rows[bool(heads) :], heads, framework, item)
    columns = heads or [""] * bool(numbers) + _from(list(members), member)
    down = [""] * bool(heads) + (numbers or _from(_ids(framework), item))
    seen = [cell for cell in _cells(rows, columns, down) if cell.row > bool(heads) and cell.column > bool(numbers)]
    said = [_read(_placed(cell, framework, members), framework) for cell in seen if cell.text]
    return Pasted(
        tuple(one for one in said if isinstance(one, PastedCell)),
        tuple(one for one in said if isinstance(one, Fault)),
        bool(heads),
        bool(numbers),
    )


def _rows(text: str) -> list[list[str]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    flat = _QUOTED.sub(lambda found: " ".join(found[1].replace('""', '"').split()), lines)
    return [[cell.strip() for cell in line.split("\t")] for line in flat.split("\n")]


def _ids(framework: Framework) -> list[str]:
    return [item.id for item in framework.items]


def _from(ids: Sequence[str], first: str) -> list[str]:
    return list(ids[ids.index(first) if first in ids else 0 :])


def _heads(first: Sequence[str], framework: Framework, members: Mapping[str, str]) -> list[str]:
    """The members that a row names, "" where a cell names none; nothing where it is a row of answers."""
    names = [(_plain(said), id) for id, name in members.items() for said in {id, name} if said]
    known = {said: {id for other, id in names if other == said} for said, _ in names}
    heads = ["".join(ids) if len(ids := known.get(_plain(cell), ())) == 1 else "" for cell in first]
    return heads if any(heads) and not any(read_answer(cell, framework) for cell in first) else []


def _numbers(rows: Grid, heads: Sequence[str], framework: Framework, item: str) -> list[str]:
    """The items that the first column names, or nothing where it is a column of answers."""
    first = [row[0] for row in rows]
    named = [_named_item(cell, framework) for cell in first]
    if any(cell and not id for cell, id in zip(first, named, strict=True)) or not any(named) or any(heads[:1]):
        return []
    answers = all(read_answer(cell, framework) for cell in first if cell)
    # Levels may be given as 1, 2, 3 ...; only the very numbers of the rows that they stand in are taken for such.
    own = len(rows) > 3 and named == _from(_ids(framework), item)[: len(named)]
    return named if heads or (max(map(len, rows)) > 1 and (own or not answers)) else []


def _named_item(cell: str, framework: Framework) -> str:
    number = re.match(r"([\w.]*\w)[.:)]?(?:\s|$)", cell)
    return number[1] if number and number[1] in _ids(framework) else ""


def _cells(rows: Grid, members: Sequence[str], items: Sequence[str]) -> list[PastedCell]:
    """Every cell with the member of its column and the item of its row, "" where the block runs beyond them."""
    return [
        PastedCell(text, row + 1, column + 1, _at(items, row), _at(members, column))
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
    ]


def _at(ids: Sequence[str], place: int) -> str:
    return ids[place] if place < len(ids) else ""


def _placed(cell: PastedCell, framework: Framework, members: Mapping[str, str]) -> PastedCell:
    name = members.get(cell.member) or cell.member
    item = cell.item and f"{framework.item_term} {cell.item}"
    return replace(cell, where=", ".join(part for part in (name, item) if part))


def _read(cell: PastedCell, framework: Framework) -> PastedCell | Fault:
    if not cell.member:
        return cell.fault("stands in a column that is no member’s", "Begin further left, or name the member above it.")
    if not cell.item:
        return cell.fault(f"stands in a row that is none of the {framework.term(2)}", "Begin further up.")
    if said := read_answer(cell.text, framework):
        return replace(cell, state=said[0], level=said[1])
    return cell.fault("is not an answer", _allowed(framework))


def _allowed(framework: Framework) -> str:
    codes, k = listed(framework.codes), len(framework.levels)
    return f"Use {codes}, a number from 1 to {k}, the words of a level, ? or n/a, or leave the cell empty."
