"""What is wrong with something a person gave us, said so that they can put it right."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True)
class Fault:
    """One fault: what it is, where it stands, what is allowed there and what to do.

    Parameters
    ----------
    what : str
        The fault as a clause, e.g. ``"is not a level of this scale"``; the value goes before it.
    file : str
        The file as the user knows it.
    line, row : int, optional
        Line of a text file, or row of a table as a spreadsheet counts it (the header is row 1).
    key, column : str
        Key path of a TOML file, or column name of a table.
    value : str, optional
        What was found there.
    allowed : tuple of str
        What may stand there.
    do : str
        What to do about it, as a sentence.
    handled : bool
        True where nothing needs doing: the fault was worked around and is only reported.

    Examples
    --------
    >>> print(Fault("is not a level of this scale", file="ann.csv", row=4, column="level",
    ...             value="f", allowed=("a", "b", "c"), do="Correct the cell."))
    ann.csv, row 4, column level: “f” is not a level of this scale. Allowed: a, b, c; nearest: c. Correct the cell.
    """

    what: str
    file: str = ""
    line: int | None = None
    key: str = ""
    row: int | None = None
    column: str = ""
    value: str | None = None
    allowed: tuple[str, ...] = ()
    do: str = ""
    handled: bool = False

    @property
    def nearest(self) -> str:
        """The allowed value most like the one found, or nothing."""
        return nearest(self.value or "", self.allowed)

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        parts = (
            self.file,
            self.line is not None and f"line {self.line}",
            self.row is not None and f"row {self.row}",
            self.column and f"column {self.column}",
            self.key,
        )
        return ", ".join(part for part in parts if part)

    def __str__(self) -> str:
        found = "" if self.value is None else f"“{shorten(self.value)}” "
        said = [f"{found}{self.what}.", self._allowed(), self.do]
        return f"{self.place}: " * bool(self.place) + " ".join(part for part in said if part)

    def _allowed(self) -> str:
        if not self.allowed:
            return ""
        like = f"; nearest: {self.nearest}" if self.nearest else ""
        return f"Allowed: {listed(self.allowed)}{like}."


class FaultsError(ValueError):
    """Raised with every fault of a file or folder at once; ``.faults`` holds them."""

    def __init__(self, faults: Iterable[Fault]):
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def nearest(value: str, allowed: Iterable[str]) -> str:
    """The allowed text most like ``value`` ("" where either is empty).

    Examples
    --------
    >>> nearest("leadreship", ["leadership", "delivery"])
    'leadership'
    >>> nearest("f", "abcde")
    'e'
    """
    return min(allowed, key=lambda other: _distance(value.lower(), other.lower()), default="") if value else ""


def _distance(value: str, other: str) -> tuple[float, int]:
    alike = SequenceMatcher(None, value, other).ratio()
    return -alike, abs(ord(value[0]) - ord(other[0])) if value and other else 0


def shorten(text: str, width: int = 60) -> str:
    """A text on one line, cut to ``width`` characters with an ellipsis.

    Examples
    --------
    >>> shorten("one\\ntwo", 6)
    'one t…'
    """
    flat = " ".join(str(text).split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"


def listed(values: Iterable[str], most: int = 12) -> str:
    """Values with commas between them; beyond ``most`` only the first few and how many more.

    Examples
    --------
    >>> listed("abcde", most=3)
    'a, b, c and 2 more'
    """
    values = list(values)
    more = len(values) - most
    return ", ".join(values[:most]) + (f" and {more} more" if more > 0 else "")
