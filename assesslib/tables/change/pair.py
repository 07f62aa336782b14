"""Which items of two years are asked alike: what may be compared, and what only stands side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.framework import Crosswalk, Framework, find_crosswalk, load_crosswalk
from assesslib.tables.change.year import Year, two_years

COMPARED = ("same", "reworded")
ONE_TO_ONE = (*COMPARED, "scale changed")
COLUMNS = ["section", "item", "item_before", "text", "kind"]
_FILES = "OLD.toml NEW.toml", ", with the files of both versions"


@dataclass(frozen=True, eq=False)
class Pair:
    """Two years and how their items correspond.

    Attributes
    ----------
    before, after : Year
    crosswalk : Crosswalk or None
        The one that was used; None where both asked the same, or several were followed one after the other.
    items : DataFrame
        One row a comparison in the order of the later framework, what was retired at the end of its section:
        ``section``; ``item`` (its id in the later framework, "" if retired); ``item_before`` ("" if new); ``text`` (the
        later wording, the earlier one if retired); ``kind``: ``same``, ``reworded``, ``split``, ``merged``, ``new``,
        ``retired`` or ``scale changed``. Only the first two can be compared. An item that was split has a row for each
        part, one that was merged a row for each it came from.
    """

    before: Year
    after: Year
    crosswalk: Crosswalk | None
    items: pd.DataFrame


def pair(before, after, *, crosswalk: Crosswalk | str | Path | None = None) -> Pair:
    """How the items of two assessments correspond.

    Parameters
    ----------
    before, after : Assessment
        Opened ones, or as they stood; the earlier one first.
    crosswalk : Crosswalk or path, optional
        How two different frameworks correspond. Without one it is looked for among those that come with the library;
        where both asked the same, none is needed.

    Raises
    ------
    FaultsError
        Two different frameworks and no confirmed crosswalk between them, or what keeps the two assessments from being
        compared.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> years = [al.open_assessment(shipped("data") / f"collaboration-{year}") for year in (2025, 2026)]
    >>> pair(*years).items["kind"].value_counts().to_dict()
    {'same': 37}
    """
    return paired(*two_years(before, after), crosswalk)


def paired(before: Year, after: Year, crosswalk: Crosswalk | str | Path | None = None) -> Pair:
    """`pair` for two years that were found to be in order."""
    if crosswalk is None and asks_the_same(before.framework, after.framework):
        return Pair(before, after, None, _all_the_same(after.framework))
    used = _crosswalk(before.framework, after.framework, crosswalk)
    return Pair(before, after, used, _by_crosswalk(before.framework, after.framework, used))


def asks_the_same(before: Framework, after: Framework) -> bool:
    """Whether two frameworks are one and the same, or have one id, the same items in the same words, and one scale."""
    return before == after or (before.id, before.levels, _wording(before)) == (after.id, after.levels, _wording(after))


def _wording(framework: Framework) -> list[tuple[str, str]]:
    return [(item.id, item.text) for item in framework.items]


def _all_the_same(framework: Framework) -> pd.DataFrame:
    rows = [(item.section, item.id, item.id, item.text, "same") for item in framework.items]
    return pd.DataFrame(rows, columns=COLUMNS, dtype="str")


def _crosswalk(before: Framework, after: Framework, given: Crosswalk | str | Path | None) -> Crosswalk:
    """The crosswalk to use, confirmed and between these two frameworks."""
    found = load_crosswalk(given, (before, after)) if isinstance(given, str | Path) else given
    found = found or find_crosswalk(before, after)
    if found is None:
        raise FaultsError([_none(before, after)])
    if faults := [*_crosswalk_faults(found, before, after)]:
        raise FaultsError(faults)
    return found


def _none(before: Framework, after: Framework) -> Fault:
    if (before.id, before.version) == (after.id, after.version):
        return _one_version(before)
    # One id is no name for two versions: their files are.
    ends, files = (f"{before.id} {after.id}", "") if before.id != after.id else _FILES
    return Fault(
        f"and {_named(after)} are different frameworks, and no crosswalk says which of their items belong together",
        value=_named(before),
        do=f"Draft one with: assess crosswalk {ends} --to FILE.toml{files}, read it line by line and confirm it.",
    )


def _one_version(framework: Framework) -> Fault:
    """Two wordings under one id and version, which no crosswalk can tell apart."""
    return Fault(
        "is what both assessments call their framework, and its items or its scale are not the same in the two",
        value=_named(framework),
        do="Raise the version in one of the two files first, then draft a crosswalk with: assess crosswalk "
        f"{_FILES[0]} --to FILE.toml{_FILES[1]}, read it line by line and confirm it.",
    )


def _named(framework: Framework) -> str:
    return f"{framework.id} {framework.version}".strip()


def _crosswalk_faults(found: Crosswalk, before: Framework, after: Framework) -> Iterable[Fault]:
    goes = f"{found.before} {found.before_version} to {found.after} {found.after_version}"
    wanted = f"{_named(before)} to {_named(after)}"
    if goes != wanted:
        yield Fault(f"is where this crosswalk goes, and these assessments go from {wanted}", value=f"from {goes}",
                    do="Give the crosswalk between their two frameworks.")  # fmt: skip
    if not found.confirmed:
        yield Fault("is a draft of a crosswalk that nobody has confirmed", value=goes,
                    do="Read it line by line, correct it and write confirmed = true.")  # fmt: skip


def _by_crosswalk(before: Framework, after: Framework, crosswalk: Crosswalk) -> pd.DataFrame:
    old, new = ({item.id: item for item in one.items} for one in (before, after))
    same_scale = before.levels == after.levels
    rows = [
        ((new.get(now) or old[was]).section, now, was, (new.get(now) or old[was]).text, _kind(row.kind, same_scale))
        for row in crosswalk.rows
        for was in row.before or ("",)
        for now in row.after or ("",)
    ]
    return _in_place(pd.DataFrame(rows, columns=COLUMNS, dtype="str"), before, after)


def _kind(kind: str, same_scale: bool) -> str:
    """What a row says, but never that levels of two scales may be compared."""
    return kind if same_scale or kind not in COMPARED else "scale changed"


def _in_place(rows: pd.DataFrame, before: Framework, after: Framework) -> pd.DataFrame:
    """Rows in the order of the later framework, what was retired at the end of its section."""
    sections = pd.Index([part.id for part in (*after.sections, *before.sections)]).unique()
    old, new = (pd.Index([item.id for item in one.items]) for one in (before, after))
    places = {
        "part": sections.get_indexer(rows["section"]),
        "gone": rows["item"] == "",
        "place": new.get_indexer(rows["item"]),
        "was": old.get_indexer(rows["item_before"]),
    }
    return rows.assign(**places).sort_values([*places], kind="stable")[COLUMNS].reset_index(drop=True)


def chained(steps: Sequence[Pair]) -> Pair:
    """The first year and the last, by way of those between them: what stayed one item at every step belongs together.

    What was split, merged or left out on the way is retired, and what came of it is new.
    """
    return reduce(_joined, steps)


def _joined(first: Pair, second: Pair) -> Pair:
    ends = first.before, second.after
    if _unchanged(first):
        return Pair(*ends, second.crosswalk, second.items)
    if _unchanged(second):
        return Pair(*ends, first.crosswalk, first.items)
    old, new = (year.framework for year in ends)
    told = _linked(*(step.items[step.items["kind"].isin(ONE_TO_ONE)] for step in (first, second)))
    lost = [(one.section, "", one.id, one.text, "retired") for one in old.items if one.id not in set(told.item_before)]
    fresh = [(one.section, one.id, "", one.text, "new") for one in new.items if one.id not in set(told["item"])]
    rows = pd.concat([told, pd.DataFrame([*fresh, *lost], columns=COLUMNS, dtype="str")])
    return Pair(*ends, None, _in_place(rows, old, new))


def _unchanged(step: Pair) -> bool:
    return asks_the_same(step.before.framework, step.after.framework)


def _linked(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """The rows of the second step with the items that their own earlier ones came from."""
    earlier = first[["item", "item_before", "kind"]].set_axis(["item_before", "first_before", "first_kind"], axis=1)
    both = second.merge(earlier, on="item_before")
    kinds = zip(both["kind"], both["first_kind"], strict=True)
    widest = [max(two, key=ONE_TO_ONE.index) for two in kinds]
    return both.assign(item_before=both["first_before"], kind=pd.array(widest, dtype="str"))[COLUMNS]
