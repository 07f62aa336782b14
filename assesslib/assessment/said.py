"""What a journal says: its usable rows, and what stands of them after every change of mind."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from assesslib.assessment.layout import COLUMNS
from assesslib.faults import Fault
from assesslib.journal import Entry

_TURN = itemgetter(*(COLUMNS["ratings"].index(column) for column in ("item", "round")))
_FACET, _TIME = (itemgetter(COLUMNS["ratings"].index(column)) for column in ("facet", "at"))
"""Parts of a row of ratings by their places."""
Answers = Mapping[tuple[str, str], Sequence[Sequence[str]]]
"""By item and round the rows that stand, in the columns of the ratings: one, or one a facet."""


@dataclass(frozen=True)
class Said:
    """The usable rows of a journal, oldest first, and the faults of the rest."""

    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def answers(self) -> Answers:
        """What stands of a member's ratings."""
        answers: dict[tuple[str, str], list[Sequence[str]]] = {}
        for entry in standing(self.entries, lambda cells: (cells["item"], cells["round"])):
            cells = entry.cells
            answers.setdefault((cells["item"], cells["round"]), []).append([cells[name] for name in COLUMNS["ratings"]])
        return answers


@dataclass(frozen=True)
class PlainRatings:
    """A member's ratings without a fault, each written as the framework writes it: what `Said` has, made sooner."""

    file: str
    rows: Sequence[Sequence[str]]
    faults: tuple[Fault, ...] = ()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The rows as `Said` has them."""
        return entries_of(self.file, COLUMNS["ratings"], self.rows)

    @property
    def answers(self) -> Answers:
        """What stands: the last row an item and round, where none of them is of a facet."""
        if any(map(_FACET, self.rows)):
            return Said(self.entries).answers
        stands = sorted(self.rows, key=_TIME)
        return dict(zip(map(_TURN, stands), zip(stands, strict=True), strict=True))


def standing(entries: Iterable[Entry], key: Callable[[Mapping[str, str]], tuple]) -> list[Entry]:
    """What stands after every change of mind: the last row a key, and for a split answer the last row a facet.

    A row without a facet replaces the facets before it; a row with one replaces the whole answer before it.
    """
    answers: dict[tuple, dict[str, Entry]] = {}
    for entry in entries:
        facet = entry.cells["facet"]
        earlier = answers.get(key(entry.cells), {}) if facet else {}
        answers[key(entry.cells)] = {name: said for name, said in earlier.items() if name} | {facet: entry}
    return [entry for facets in answers.values() for entry in facets.values()]


def entries_of(file: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> tuple[Entry, ...]:
    """The rows below a header, oldest first, each with its number in the file."""
    numbered = sorted(enumerate(rows, 2), key=lambda row: row[1][0])
    return tuple(Entry(file, number, dict(zip(columns, cells, strict=True))) for number, cells in numbered)
