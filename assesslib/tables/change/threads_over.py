"""Which golden threads and fault lines held over the years, appeared, healed or faded."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.tables.change.year import in_time
from assesslib.tables.threads.ends import FAULT
from assesslib.tables.threads.search import threads

_KEY = ["source", "theme", "direction"]
_TAKEN = ["near", "items", "notes", "asked", "levelled", "chance"]
COLUMNS = ["source", "theme", "title", "direction", "assessment", "date", "place", "found", "known", *_TAKEN, "word"]
UNKNOWN = "cannot be told"
_TYPES = dict.fromkeys(["place", "asked", "levelled"], "int64") | dict.fromkeys(["found", "known"], "bool")


def threads_over(assessments: Sequence, *, basis: str = "consensus", items: int = 3, sections: int = 3,
                 shuffles: int = 2000) -> pd.DataFrame:  # fmt: skip
    """The golden threads and fault lines of several assessments, one beside the other.

    Parameters
    ----------
    assessments : sequence of Assessment
        Two or more of one framework; they are put in order of time.
    basis, items, sections, shuffles
        As for `assesslib.tables.threads`, the same for all of them.

    Returns
    -------
    DataFrame
        One row a theme, direction and assessment, for those that were found at least once, in the order in which they
        were first found: ``source, theme, title, direction``, the title as the latest assessment has it;
        ``assessment, date, place`` (0, 1, ... in time); ``found``; ``known``: False where so many items of the theme
        have no level that they decide whether it is found; ``near, items, notes, asked, levelled, chance`` as in
        `assesslib.tables.threads`, nothing where a framework does not declare the theme; and ``word``, the same for
        all assessments, which looks at those where it is known:

        - held: found in all of them; appeared: from some year on; came and went; went and came back;
        - healed: a fault line that was there at first and is not found any more; faded: a golden thread likewise;
        - cannot be told: known in fewer than two of them, or not known in the last.

    Raises
    ------
    FaultsError
        Fewer than two assessments, different frameworks, or what else keeps them from being compared; and as
        `assesslib.tables.threads`.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> years = [al.open_assessment(shipped("data") / f"collaboration-{year}") for year in (2024, 2025, 2026)]
    >>> threads_over(years, shuffles=1)[["title", "direction", "place", "found", "word"]]
                        title      direction  place  found  word
    0   Relationships & trust  golden thread      0   True  held
    1   Relationships & trust  golden thread      1   True  held
    2   Relationships & trust  golden thread      2   True  held
    3  Performance & evidence     fault line      0   True  held
    4  Performance & evidence     fault line      1   True  held
    5  Performance & evidence     fault line      2   True  held
    """
    ordered = in_time(assessments)
    _check_frameworks(ordered)
    years = [threads(one, basis=basis, items=items, sections=sections, shuffles=shuffles) for one in ordered]
    by_year = [{_key(row): row for row in year.to_dict("records")} for year in years]
    ever = dict.fromkeys(_key(row) for year in years for row in year[year["found"]].to_dict("records"))
    rows = [row for key in ever for row in _rows(key, by_year, ordered, items)]
    return pd.DataFrame(rows, columns=COLUMNS).astype(_TYPES)


def _check_frameworks(years: Sequence) -> None:
    ids = dict.fromkeys(year.framework.id for year in years)
    if len(ids) > 1:
        raise FaultsError([Fault("are different frameworks, and each has themes of its own", value=" and ".join(ids),
                                 do="Choose assessments of one framework.")])  # fmt: skip


def _key(row: Mapping) -> tuple[str, ...]:
    source, theme, direction = (row[name] for name in _KEY)
    return source, theme.casefold(), direction


def _rows(key: tuple[str, ...], by_year: Sequence[Mapping], assessments: Sequence, items: int) -> Iterator[dict]:
    """The rows of one theme and direction, one an assessment."""
    there = [year.get(key, {}) for year in by_year]
    latest = [row for row in there if row][-1]
    seen = [bool(row) and bool(row["found"]) for row in there]
    known = [_known(row, items) for row in there]
    said = {name: latest[name] for name in ("source", "theme", "title", "direction")}
    for place, (one, row) in enumerate(zip(assessments, there, strict=True)):
        taken = {"near": "", "items": (), "notes": (), "asked": 0, "levelled": 0, "chance": None} | row
        yield {name: taken[name] for name in _TAKEN} | said | {
            "assessment": one.name, "date": one.date, "place": place, "found": seen[place], "known": known[place],
            "word": over_years(seen, known, key[-1]),
        }  # fmt: skip


def _known(row: Mapping, items: int) -> bool:
    """Whether a theme that is not found would not be found either if its items without a level had one."""
    if not row:
        return False
    unknown = row["asked"] - row["levelled"]
    return row["found"] or bool(row["against"]) or not unknown or len(row["items"]) + unknown < items


def over_years(found: Sequence[bool], known: Sequence[bool], direction: str) -> str:
    """What became of a thread, in a word.

    Parameters
    ----------
    found, known : sequence of bool
        Whether it was found in each year, and whether that can be told.
    direction : str
        Golden thread or fault line.

    Examples
    --------
    >>> over_years([True, False], [True, True], "fault line"), over_years([True, False], [True, False], "fault line")
    ('healed', 'cannot be told')
    """
    seen = [year for year, told in zip(found, known, strict=True) if told]
    turns = sum(one != other for one, other in zip(seen, seen[1:], strict=False))
    if len(seen) < 2 or not known[-1]:
        return UNKNOWN
    if turns > 1:
        return "went and came back" if seen[-1] else "came and went"
    gone = "healed" if direction == FAULT else "faded"
    return "held" if not turns else "appeared" if seen[-1] else gone
