"""Names for the sheets of a workbook: legal, short enough, each once."""

import re
from collections.abc import Iterable

from assesslib.documents._text import shown

_ILLEGAL = re.compile(r"[\[\]:*?/\\\s]+")
_LONGEST = 31
_TAKEN = ("history", "choices", "text")
"""Names that a spreadsheet keeps for itself, and those of the sheets that hold the text and the choices."""


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """A sheet's name for each wanted one, in order.

    Examples
    --------
    >>> sheet_names(["Goals: 2026/27", "goals 2026 27", "", "x" * 40])
    ['Goals 2026 27', 'goals 2026 27 (2)', 'Table 3', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx']
    """
    names: list[str] = []
    for number, text in enumerate(wanted, 1):
        plain = _ILLEGAL.sub(" ", shown(text)).strip("' ") or f"Table {number}"
        names.append(_free(plain, {name.casefold() for name in names}.union(_TAKEN)))
    return names


def _free(plain: str, taken: set[str]) -> str:
    ends = ("", *(f" ({number})" for number in range(2, len(taken) + 3)))
    tried = (_cut(plain, _LONGEST - len(end)) + end for end in ends)
    return next(name for name in tried if name.casefold() not in taken)


def _cut(text: str, most: int) -> str:
    """The beginning of a text; a character beyond the 65,536th of Unicode counts twice, as the spreadsheet counts."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore").strip("' ")
