"""Columns of levels that are called like notes or figures: the only answers of a table, or a member called so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assesslib.readers.layouts import _table_words as words
from assesslib.readers.layouts._naming import whole
from assesslib.readers.layouts._one_answer import is_nameless_alone
from assesslib.readers.layouts._turned import Turned
from assesslib.readers.pasted import read_answer

PERHAPS = "levels stand in it, and it is called like notes or figures; it may be a member’s"
_LONGEST, _MOST = 300, 400
"""Letters and cells that are read."""


@dataclass(frozen=True)
class Somebodies:
    """Columns of levels under words of notes or figures: the only answers of all, and those that may be somebody’s."""

    alone: tuple[int, ...] = ()
    asked: tuple[int, ...] = ()


def somebodies(table: Turned, above: Mapping[int, Sequence[str]], why: Mapping[int, str],
               drawn: set[str]) -> Somebodies:  # fmt: skip
    """Tell “Status” over the only answers, and “Page” over as many levels as others have.

    Parameters
    ----------
    table : Turned
        The table.
    above : mapping
        By column what stands above it.
    why : mapping
        By column why it is nobody's, as a clause, or "".
    drawn : set of str
        Those of the headings that are figures.
    """
    nobody = [at for at in above if why[at] and table.heading(at) and _only_called(above[at], drawn)]
    rated = {at: _rated(table, at) for at in nobody}
    most = max((_rated(table, at) for at in above if not why[at]), default=0)
    filled = [at for at, number in rated.items() if number and 2 * number >= most]
    codes = table.framework.codes
    if not most and len(filled) == 1 and is_nameless_alone(table.heading(filled[0]), codes):
        return Somebodies(alone=tuple(filled))
    return Somebodies(asked=tuple(at for at in filled if words.may_be_called(table.heading(at))))


def _only_called(texts: Sequence[str], drawn: set[str]) -> bool:
    """Whether nothing else above a column says that it is nobody’s than a word that may be a name."""
    said = [text for text in texts if text and words.why_nobody(text, drawn)]
    return bool(said) and all(map(words.may_be_called, said))


def _rated(table: Turned, at: int) -> int:
    """How many cells of a column hold levels written otherwise than as numbers; 0 where most of them do not."""
    given = [text.strip() for text in table.cells[at].iloc[table.first :] if text.strip()]
    levels = [text for text in given[:_MOST] if len(text) < _LONGEST and not whole(text).isdecimal()
              and read_answer(whole(text), table.framework)]  # fmt: skip
    return len(levels) if 2 * len(levels) > len(given[:_MOST]) else 0
