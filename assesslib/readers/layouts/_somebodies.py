"""Columns of levels that are called like notes or figures: the only answers of a table, or a member called so."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assesslib.framework import Framework
from assesslib.readers.layouts import _table_words as words
from assesslib.readers.layouts._alone import is_nameless_alone
from assesslib.readers.layouts._naming import whole
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
    levels = {at: _rated(table, at) for at in above if table.heading(at)}
    most = max((levels.get(at, 0) for at in above if not why[at]), default=0)
    filled = [at for at, number in levels.items() if why[at] and number and 2 * number >= most]
    lone = [at for at in filled
            if _only_called(above[at], drawn, lambda text: is_nameless_alone(text, table.framework))]  # fmt: skip
    if not most and len(filled) == len(lone) == 1:
        return Somebodies(alone=tuple(lone))
    if not are_short([table.heading(at) for at in above if not why[at]]):
        return Somebodies()
    return Somebodies(asked=tuple(at for at in filled if words.may_be_called(table.heading(at))
                                  and _only_called(above[at], drawn, words.may_be_called)))  # fmt: skip


def are_short(names: Sequence[str]) -> bool:
    """Whether at least half of some names are a first name alone or initials: a word above notes may be one as well.

    Examples
    --------
    >>> are_short(["Ann", "Bo", "Cy Dean"]), are_short(["Ann Bell", "Bo Carr"]), are_short(["Rating"]), are_short([])
    (True, False, False, False)
    """
    people = [name for name in names if not (words.is_nameless(name) or words.is_agreed(name))]
    short = [name for name in people if len(name.split()) == 1 and name[:1].isupper()]
    return bool(people) and 2 * len(short) >= len(people)


def _only_called(texts: Sequence[str], drawn: set[str], is_fine: Callable[[str], bool]) -> bool:
    """Whether nothing else above a column says that it is nobody’s than what may be fine."""
    said = [text for text in texts if text and words.why_nobody(text, drawn)]
    return bool(said) and all(map(is_fine, said))


def _rated(table: Turned, at: int) -> int:
    return rated(table.cells[at].iloc[table.first :], table.framework)


def rated(texts: Iterable[str], framework: Framework) -> int:
    """How many of some cells hold levels written otherwise than as numbers; 0 where most of them do not."""
    given = [text.strip() for text in texts if text.strip()]
    levels = [text for text in given[:_MOST] if len(text) < _LONGEST and not whole(text).isdecimal()
              and read_answer(whole(text), framework)]  # fmt: skip
    return len(levels) if 2 * len(levels) > len(given[:_MOST]) else 0
