"""What a chart of members' answers shows, in sentences from its table: for those who cannot see it."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from assesslib.charts.consensus_against import NOTHING, WORDS
from assesslib.charts.divides_dots import NOBODY as TOO_FEW
from assesslib.charts.section_heatmap import SAID
from assesslib.tables.agenda import counts_in_words
from assesslib.words import many, sentence, series

NOBODY = "Nobody has rated this yet."


def section_heatmap_text(table: pd.DataFrame) -> str:
    """The grid of a section in sentences, one an item: who said what, the lowest level first, and how many rated.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.section_grid` or `assesslib.tables.group_grid` gives it.

    Examples
    --------
    >>> level = pd.Categorical(["b", "b"], categories=["a", "b"])
    >>> cells = pd.DataFrame({"item": "1", "member": ["m1", "m2"], "label": ["Ann", "Bo"], "state": "rated"})
    >>> section_heatmap_text(cells.assign(level=level, mark="b"))
    'A grid of 1 item and 2 members. 1: b: Ann and Bo; 2 rated.'
    """
    if table.empty:
        return NOBODY
    grouped = "high" in table
    size = f"{many(table['item'].nunique(), 'item')} and {many(table['member'].nunique(), _column(table))}"
    tell = _groups if grouped else _members
    rows = [f"{item}: {'; '.join(tell(cells))}." for item, cells in table.groupby("item", sort=False)]
    return " ".join([f"A grid of {size}.", *rows])


def _column(table: pd.DataFrame) -> str:
    return "group" if "high" in table else "member"


def _members(cells: pd.DataFrame) -> Iterable[str]:
    """Who said what: the levels in the scale's order, then the other answers."""
    rated = cells["state"] == "rated"
    for code in cells["level"].cat.categories:
        if names := cells.loc[rated & (cells["level"] == code), "label"].tolist():
            yield f"{code}: {series(names)}"
    for state, words in SAID.items():
        if names := cells.loc[cells["state"] == state, "label"].tolist():
            yield f"{words}: {series(names)}"
    yield f"{rated.sum()} rated"


def _groups(cells: pd.DataFrame) -> Iterable[str]:
    for cell in cells.itertuples():
        middles = f"medians {cell.level} and {cell.high}" if cell.level != cell.high else f"median {cell.level}"
        said = f"{middles}, {cell.n} rated" if cell.state == "rated" else SAID[cell.state]
        yield f"{cell.label}: {said}"


def level_distribution_text(table: pd.DataFrame) -> str:
    """The bars in sentences, one an item: how many gave each level and each other answer, and how many rated.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.spread` gives it.

    Examples
    --------
    >>> low = pd.Categorical(["a"], categories=["a", "b"])
    >>> level_distribution_text(pd.DataFrame({"item": ["1"], "low": low, "a": [2], "b": [1], "dont_know": [1], "n": 3}))
    'Bars for 1 item. 1: 2 at a, 1 at b, 1 don’t know; 3 rated.'
    """
    if table.empty:
        return NOBODY
    codes = list(table["low"].cat.categories)
    rows = [f"{row['item']}: {_counts(row, codes)}." for row in table.to_dict("records")]
    return " ".join([f"Bars for {many(len(table), 'item')}.", *rows])


def _counts(row: Mapping[str, object], codes: Sequence[str]) -> str:
    rated = f"; {row['n']} rated" if row["n"] else ""
    return f"{counts_in_words(row, codes)}{rated}"


def disparity_spread_text(table: pd.DataFrame) -> str:
    """The dots in sentences, an item after the other from the top down: its ends, its medians and what is said of it.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.spread` gives it.

    Examples
    --------
    >>> ends = {"lowest": "a", "highest": "c", "low": "b", "high": "b"}
    >>> row = {"item": "1", "n": 3, "said": "Scattered. 3 rated."}
    >>> disparity_spread_text(pd.DataFrame([row | ends]))
    'Every member’s rating of 1 item as a dot. 1: Scattered. 3 rated. From a to c, median b.'
    """
    if table.empty:
        return NOBODY
    rows = [f"{row['item']}: {row['said']}{_ends(row)}" for row in table.to_dict("records")]
    return " ".join([f"Every member’s rating of {many(len(table), 'item')} as a dot.", *rows])


def _ends(row: Mapping[str, object]) -> str:
    if not row["n"]:
        return ""
    low, high, lowest, highest = (row[name] for name in ("low", "high", "lowest", "highest"))
    if lowest == highest:
        return f" {'All at' if row['n'] > 1 else 'At'} {low}."
    middle = f"median {low}" if low == high else f"medians {low} and {high}"
    return f" From {lowest} to {highest}, {middle}."


def divides_dots_text(table: pd.DataFrame) -> str:
    """The groups in sentences, one an item: how they stand to each other, and what each of them said.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.divide_groups` gives it.

    Examples
    --------
    >>> said = {"item": ["1", "1"], "group": ["P", "Q"], "a": [3, 0], "b": [0, 3], "split": 0, "n": 3}
    >>> divides_dots_text(pd.DataFrame(said | {"words": "all of P below all of Q"}))
    '2 groups on 1 item. 1: All of P below all of Q. P: 3 at a; 3 rated. Q: 3 at b; 3 rated.'
    """
    if table.empty:
        return TOO_FEW
    codes = list(table.loc[:, "group":"split"].columns[1:-1])
    size = f"{many(table['group'].nunique(), 'group')} on {many(table['item'].nunique(), 'item')}."
    rows = [f"{item}: {_divide(rows, codes)}" for item, rows in table.groupby("item", sort=False)]
    return " ".join([size, *rows])


def _divide(rows: pd.DataFrame, codes: Sequence[str]) -> str:
    words = map(sentence, rows["words"].iloc[0].split("\n"))
    said = [f"{row['group']}: {_counts(row, codes)}." for row in rows.to_dict("records")]
    return " ".join([*words, *said])


def consensus_against_text(table: pd.DataFrame) -> str:
    """What was agreed in sentences, one an item: how it lies to the ratings, and what members had said alone.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.charts.consensus_against` takes it.

    Examples
    --------
    >>> agreed = pd.Categorical(["b"], categories=["a", "b"])
    >>> row = {"item": ["1"], "agreed": agreed, "state": "rated", "gap": "outside every rating", "alone": ""}
    >>> consensus_against_text(pd.DataFrame(row | {"n": 2, "a": 2, "b": 0}))
    'What was agreed on 1 item. 1: b was agreed, outside every rating; said alone: 2 at a; 2 rated.'
    """
    if table.empty:
        return NOTHING
    codes = list(table["agreed"].cat.categories)
    counted = table.assign(**table[codes].fillna(0).astype("int64").to_dict("series"))
    rows = [f"{row['item']}: {_agreed(row)}; said alone: {_counts(row, codes)}." for row in counted.to_dict("records")]
    return " ".join([f"What was agreed on {many(len(table), 'item')}.", *rows])


def _agreed(row: Mapping[str, object]) -> str:
    """What was agreed and how it lies to the ratings; or in words why there is not one level."""
    if row["agreed"] != row["agreed"]:
        return WORDS.get(row["state"], "no level")
    alone = f"the level that only {row['alone']} gave" * bool(row["alone"])
    return ", ".join(filter(None, [f"{row['agreed']} was agreed", row["gap"], alone]))
