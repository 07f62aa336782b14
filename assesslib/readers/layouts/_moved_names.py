"""Names over “Comment” and “Rating” side by side, or over “Last year” and “Now”, put over what is their rating."""

from dataclasses import replace

from assesslib.framework import Framework
from assesslib.readers.layouts._alone import is_nameless_alone
from assesslib.readers.layouts._over import Over, is_part, is_time, over_of, says_nobody
from assesslib.readers.layouts._turned import Turned


def with_moved_names(table: Turned) -> Turned:
    """The table, with a name that stands over several columns in the one of them that holds the ratings.

    As it is where the first of them does, as in “Rating” and “Comment”, and where none or several of them may.

    Parameters
    ----------
    table : Turned
        The table.
    """
    over = over_of(table)
    moves = {one: text for at, name in over.names.items() if name for one, text in _move(over, at).items()}
    if not moves:
        return table
    cells = table.cells.copy()
    cells.iloc[table.named[0]] = [moves.get(at, text) for at, text in cells.iloc[table.named[0]].items()]
    return replace(table, cells=cells)


def _move(over: Over, at: int) -> dict[int, str]:
    """What is to stand in two columns of the row of names, so that the name of one stands over its ratings."""
    framework = over.table.framework
    if not over.parts[at] or not all(says_nobody(text, framework) for text in over.parts[at]):
        return {}
    own, after = [], at + 1
    while after in over.names and is_part(over, after):
        own, after = [*own, after], after + 1
    rated = [one for one in own if any(_is_rated(text, framework) for text in over.parts[one])]
    return {at: "", rated[0]: over.names[at]} if len(rated) == 1 else {}


def _is_rated(text: str, framework: Framework) -> bool:
    return is_nameless_alone(text, framework) and not is_time(text)
