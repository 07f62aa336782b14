"""Another tool's file -> its tables as texts, before anything is known of what they mean."""

from collections.abc import Callable
from pathlib import Path

from assesslib.faults import Fault
from assesslib.readers.opening.bounds import refuse
from assesslib.readers.opening.csv_table import read_text_table
from assesslib.readers.opening.kinds import ADVICE, WORKBOOK, kind_of
from assesslib.readers.opening.workbook import read_workbook
from assesslib.readers.records import RawSheet


def open_sheets(
    path: str | Path, *, told: Callable[[int], None] | None = None, name: str = ""
) -> tuple[tuple[RawSheet, ...], tuple[Fault, ...]]:
    """Every table of a file, as texts. What the file is, is seen from what it holds, not from its name.

    Parameters
    ----------
    path : str or Path
        A text table (.csv, .tsv, .txt) of any encoding and delimiter, or a workbook (.xlsx, .xlsm).
    told : callable, optional
        Called now and then, and at the end, with the number of rows read so far.
    name : str
        How to call the file in faults; by default as it was given.

    Returns
    -------
    tuple of RawSheet, tuple of Fault
        One sheet of a text; of a workbook each sheet that holds anything, hidden ones too. With them what was worked
        around (handled) and what could not be read.

    Raises
    ------
    FaultsError
        Nothing can be read: the file is not there, empty, locked, of another kind, damaged or beyond the bounds.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "answers.csv")
    ...     _ = path.write_text("Name;1\\nAnn;c\\n")
    ...     (sheet,), faults = open_sheets(path)
    >>> sheet.row(1), faults
    (('Ann', 'c'), ())
    """
    path, name = Path(path), name or str(path)
    try:
        if not path.is_file():
            refuse("", "is not a file", "Check the name and the folder.", value=name)
        kind = kind_of(path)
        if kind in ADVICE:
            what, do = ADVICE[kind]
            refuse(name, what, do)
        if kind == WORKBOOK:
            return read_workbook(path, name, told)
        sheet, faults = read_text_table(path, name, told)
    except OSError as fault:
        refuse(name, f"The file cannot be read ({fault.strerror})",
               "Close it in other programs, or copy it here again.")  # fmt: skip
    return (sheet,), faults
