"""One sheet of a workbook -> a table of texts, and which cells hold something else than typed text."""

from collections.abc import Sequence
from dataclasses import dataclass

from assesslib.readers.opening.bounds import MOST_CELL, MOST_COLUMNS, MOST_ROWS, refuse
from assesslib.readers.opening.colours import Colours
from assesslib.readers.opening.table import Odd, Progress, Shared, Table
from assesslib.readers.opening.values import PLAIN, Value, date_text, iso_text, number_text, unescaped
from assesslib.readers.opening.xml_events import Attributes, Part
from assesslib.readers.records import ERROR, FORMULA

_DIGITS = "0123456789"
_DAMAGED = "Open it in a spreadsheet, look whether all is there, and save it as a new .xlsx file."


@dataclass(frozen=True)
class Kept:
    """What a workbook keeps apart from its sheets: shared texts, how styles show numbers, colours, the first day."""

    strings: Sequence[str] = ()
    shown: Sequence[str] = ()
    from_1904: bool = False
    filled: Sequence[str] = ()


class Cells(Part):
    """The cells of a sheet as they are stored: no formula is reckoned, a merged cell stands at its first place.

    Parameters
    ----------
    place : str
        The file and the sheet, as faults name them.
    kept : Kept
        What cells refer to.
    table : Table
        Takes the rows.
    progress : Progress
        Is told of every row.

    Attributes
    ----------
    odd : Odd
        By row and column what is no typed text.
    hidden : list of int
        The rows that hold something and are not shown.
    coloured : Colours
        The cells that hold a colour and no text.
    """

    def __init__(self, place: str, kept: Kept, table: Table, progress: Progress):
        super().__init__()
        self._place, self._kept, self._table, self._progress = place, kept, table, progress
        self._columns, self._texts, self._numbers = Shared(self._column), Shared(unescaped), Shared(self._number)
        self.odd, self.hidden, self.coloured = Odd(), [], Colours()
        self._side = ""
        self._row: list[str] = []
        self._at, self._row_number, self._row_hidden = -1, 0, False
        self._kind = self._style = self._formula = ""
        self._parts: list[str] = []
        self._size, self._spoken = 0, 0
        self.begins |= {"row": self._begin_row, "c": self._begin_cell, "f": self._begin_text, "v": self._begin_text,
                        "t": self._begin_text, "rPh": self._speak}  # fmt: skip
        self.ends |= {"row": self._end_row, "c": self._end_cell, "f": self._end_formula, "v": self._end_text,
                      "t": self._end_text, "rPh": self._spoke}  # fmt: skip

    def _begin_row(self, attributes: Attributes) -> None:
        said = attributes.get("r", str(self._row_number + 1))
        number = int(said) if said.isdecimal() and len(said) < 9 else 0
        if not self._row_number < number <= MOST_ROWS:
            refuse(self._place, f"Row {number} stands behind row {self._row_number}: the sheet is damaged", _DAMAGED)
        self._row_number, self._row, self._at = number, [], -1
        self._row_hidden = attributes.get("hidden") in ("1", "true")

    def _end_row(self) -> None:
        if self._row:
            self._table.add(self._row_number, self._row)
            self._hide()
        self._progress.row()

    def _hide(self) -> None:
        if self._row_hidden:
            self.hidden.append(self._row_number)

    def _begin_cell(self, attributes: Attributes) -> None:
        where = attributes.get("r")
        self._at = self._columns[where.rstrip(_DIGITS)] if where else self._at + 1
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        if self._at < 1 or not self._row:
            self._side = self._style
        self._formula, self._parts, self._size = "", [], 0

    def _begin_text(self, _: Attributes) -> None:
        self.taking = not self._spoken

    def _end_text(self) -> None:
        self.taking = False

    def _end_formula(self) -> None:
        self.taking = False
        self._formula, self._parts = "=" + "".join(self._parts), []

    def _speak(self, _: Attributes) -> None:
        self._spoken += 1

    def _spoke(self) -> None:
        self._spoken -= 1

    def text(self, text: str) -> None:
        """Some of the text of a cell."""
        self._parts.append(text)
        self._size += len(text)
        if self._size > MOST_CELL:
            refuse(self._place, f"A cell has more than the {MOST_CELL:,} characters that are read", "Shorten it.",
                   row=self._row_number)  # fmt: skip

    def _end_cell(self) -> None:
        text = "".join(self._parts)
        if not text and (not self._formula or self._kind == "str"):
            if self._style != self._side and self._row:
                self.coloured.add(self._row_number, self._at, self._colour(self._style), self._colour(self._side))
            return
        value, odd = self._value(text) if text else (self._formula, FORMULA)
        self._put(value)
        if odd:
            self.odd.add(self._row_number, self._at, odd)

    def _colour(self, style: str) -> str:
        place = int(style) if style.isdecimal() and len(style) < 9 else 0
        return self._kept.filled[place] if place < len(self._kept.filled) else ""

    def _put(self, value: str) -> None:
        missing = self._at - len(self._row)
        if missing < 0 or self._at >= MOST_COLUMNS:
            refuse(self._place, "The cells of a row do not stand in their order: the sheet is damaged", _DAMAGED,
                   row=self._row_number)  # fmt: skip
        if missing:
            self._row.extend([""] * missing)
        self._row.append(value)

    def _value(self, text: str) -> Value:
        if self._kind == "s":
            place = int(text) if text.isdecimal() and len(text) < 9 else MOST_ROWS**2
            return (self._kept.strings[place], "") if place < len(self._kept.strings) else (text, ERROR)
        if self._kind in ("inlineStr", "str"):
            return self._texts[text], ""
        return self._numbers[text, self._kind, self._style]

    def _number(self, key: tuple[str, str, str]) -> Value:
        text, kind, style = key
        if kind == "b":
            return {"1": "TRUE", "true": "TRUE", "0": "FALSE", "false": "FALSE"}.get(text, text), ""
        if kind in ("d", "e"):
            return iso_text(text) if kind == "d" else (text, ERROR)
        place = int(style) if style.isdecimal() and len(style) < 9 else 0
        shown = self._kept.shown[place] if place < len(self._kept.shown) else PLAIN
        return date_text(text, shown, self._kept.from_1904) if shown else number_text(text)

    def _column(self, letters: str) -> int:
        if not (letters.isascii() and letters.isalpha() and len(letters) < 4):
            refuse(self._place, "is not a column of a spreadsheet", _DAMAGED, row=self._row_number, value=letters)
        number = 0
        for one in letters.upper():
            number = number * 26 + ord(one) - 64
        return number - 1
