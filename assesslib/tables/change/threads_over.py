"""Which golden threads and fault lines held over the years, appeared, healed or faded."""

from collections.abc import Iterator, Sequence

import pandas as pd

from assesslib.faults import FaultsError
from assesslib.tables.anonymity import check_tier
from assesslib.tables.arguments import number_faults
from assesslib.tables.change.history import stepped
from assesslib.tables.change.threads_alike import Key, Seen, latest_ids, seen_years, told_over
from assesslib.tables.change.year import in_time
from assesslib.tables.threads.themes import Rule

_TAKEN = ["near", "items", "notes", "asked", "levelled", "chance"]
COLUMNS = ["source", "theme", "title", "direction", "assessment", "date", "place", "found", "known", *_TAKEN, "latest",
           "word", "why"]  # fmt: skip
_NONE = {"near": "", "items": (), "notes": (), "asked": 0, "levelled": 0, "chance": None}
_TYPES = dict.fromkeys(["place", "asked", "levelled"], "int64") | dict.fromkeys(["found", "known"], "bool")


def threads_over(assessments: Sequence, *, basis: str = "consensus", items: int = 3, sections: int = 3,
                 shuffles: int = 2000, crosswalk=None, anonymity: str = "named") -> pd.DataFrame:  # fmt: skip
    """The golden threads and fault lines of several assessments, one beside the other.

    Parameters
    ----------
    assessments : sequence of Assessment
        Two or more; they are put in order of time.
    basis, items, sections, shuffles
        As for `assesslib.tables.threads`, the same for all of them.
    crosswalk
        As for `assesslib.tables.history`.
    anonymity : str
        A tier; at any but ``"named"``, medians of an item that fewer than three rated count as none.

    Returns
    -------
    DataFrame
        One row a theme, direction and assessment, for those that were found at least once, in the order in which they
        were first found: ``source, theme, title, direction``, the title as the latest assessment has it;
        ``assessment, date, place`` (0, 1, ... in time); ``found``; ``known``: False where so many items of the theme
        have no level that they decide whether it is found; ``near, items, notes, asked, levelled, chance`` as in
        `assesslib.tables.threads`, nothing where a framework does not declare the theme; ``latest``: the items by
        their ids in the latest assessment, without those that it no longer asks; and, the same for all assessments,
        ``word`` and ``why``, the reason for one of the last two words, or "". The word looks at the years in which it
        is known and counts only items that were asked in all years in a form that can be compared:

        - held: found in all of them; appeared: from some year on; came and went; went and came back;
        - healed: a fault line that was there at first and is not found any more; faded: a golden thread likewise;
        - cannot be told: known in fewer than two of them, or not known in the last;
        - cannot be compared: the scale is another in some year, a framework does not have the theme, too few of its
          items were asked alike for a thread, or others decide whether it is found.

    Raises
    ------
    FaultsError
        What keeps the assessments from being compared, as for `assesslib.tables.history`; and as
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
    check_tier(anonymity)
    if faults := number_faults(items=items, sections=sections, shuffles=shuffles):
        raise FaultsError(faults)
    ordered = in_time(assessments)
    steps, rule = stepped(ordered, crosswalk), Rule(items, sections)
    years = seen_years(ordered, steps, basis=basis, rule=rule, shuffles=shuffles, anonymity=anonymity)
    ever = dict.fromkeys(key for one in years for key in one.rows if one.found(key))
    rows = [row for key in ever for row in _rows(key, years)]
    return pd.DataFrame(rows, columns=COLUMNS).astype(_TYPES)


def _rows(key: Key, years: Sequence[Seen]) -> Iterator[dict]:
    """The rows of one theme and direction, one an assessment."""
    known, word, why = told_over(key, years)
    latest = [one.rows[key] for one in years if key in one.rows][-1]
    said = {name: latest[name] for name in ("source", "theme", "title", "direction")} | {"word": word, "why": why}
    for place, (one, told) in enumerate(zip(years, known, strict=True)):
        row = _NONE | one.rows.get(key, {})
        yield {name: row[name] for name in _TAKEN} | said | {
            "assessment": one.year.name, "date": one.year.date, "place": place, "found": one.found(key), "known": told,
            "latest": tuple(latest_ids(one, row["items"])),
        }  # fmt: skip
