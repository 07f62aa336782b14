"""What DuckDB says of a file, in words."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from assesslib.faults import Fault, FaultsError

_LINE = re.compile(r"CSV Error on Line: (\d+)")
_FILE = re.compile(r"^\s*file = (.*)$", re.MULTILINE)
_LIST = "Read it with read_ratings, which says what is wrong with each row."


@contextmanager
def in_words(duckdb: ModuleType) -> Iterator[None]:
    """Raise a FaultsError where DuckDB raises an error of its own."""
    try:
        yield
    except duckdb.OutOfMemoryException:
        raise FaultsError([Fault("The memory allowed or the temporary folder's disk is too small for these counts",
                                 do="Give more memory, or count by fewer columns.")]) from None  # fmt: skip
    except duckdb.Error as error:
        raise FaultsError([fault_of(str(error))]) from None


def fault_of(said: str) -> Fault:
    """An error's text as a fault.

    Examples
    --------
    >>> print(fault_of("Invalid Input Error: CSV Error on Line: 2\\nOriginal Line: 1,a\\n\\n  file = a.csv\\n"))
    a.csv, line 2: The row cannot be read. Read it with read_ratings, which says what is wrong with each row.
    """
    line, file = _LINE.search(said), _FILE.search(said)
    if line:
        what = "The row is not UTF-8" if "utf-8" in said else "The row cannot be read"
        do = "Save the file as CSV UTF-8." if "utf-8" in said else _LIST
        return Fault(what, file=file[1] if file else "", line=int(line[1]), do=do)
    return Fault("DuckDB cannot do it", value=said.partition("\n")[0],
                 do="Check that every file is whole, memory is given like 2GB, and the disk has room.")  # fmt: skip
