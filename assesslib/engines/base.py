"""What an engine must be able to do, and what it must know of the files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Engine:
    """An engine as plain functions.

    Parameters
    ----------
    fetch : function of a query
        Its rows, as tuples.
    keep : function of a name and a query
        Keeps the result as a table of that name.
    name, text : function of str
        The name of a column, or a text, as it must stand in a query whatever letters it has.
    place : str
        The SQL, beside the columns of a `Source`, of what grows in the order of the files and of their rows.
    """

    fetch: Callable[[str], list[tuple]]
    keep: Callable[[str, str], None]
    name: Callable[[str], str]
    text: Callable[[str], str]
    place: str


@dataclass(frozen=True)
class Source:
    """Files of ratings as an engine sees them.

    Parameters
    ----------
    rows : function of a sequence of column names
        The query of these columns, one row a rating. Beside the columns of tidy ratings there is ``file``. What is
        missing is NULL or an empty text; a day and a moment are texts; an assessment without a name is called as its
        file.
    held : frozenset of str
        The columns that at least one of the files has.
    frameworks : tuple of pairs of str
        The files, each with the framework that its folder names ("" where none is).
    distinct : bool
        Whether it is known that no rating is there twice.
    """

    rows: Callable[[Sequence[str]], str]
    held: frozenset[str]
    frameworks: tuple[tuple[str, str], ...]
    distinct: bool = False
