"""The lock on every chart: a table that shows more than its tier of anonymity lets is refused, not drawn."""

from collections.abc import Collection, Iterable, Sequence
from numbers import Integral

import pandas as pd

from assesslib.faults import Fault, FaultsError, listed
from assesslib.tables.anonymity import GROUPS, LEAST, check_grouping, check_tier
from assesslib.tables.grid import EVERYONE

NAMES = ("member", "label", "name", "alone", "absent")
"""The columns in which members may be named."""
DO = "Make the table at this tier, or draw it as “named”."
BY = "Say by=“organisation” or by=“role”, as the table was made."


def refuse_more(
    table: pd.DataFrame, anonymity: str, *, codes: Sequence[str] = (), grouped: Collection[str] = (), by: str = "",
    least: int = LEAST,
) -> None:  # fmt: skip
    """Refuse to draw a table that shows more than a tier lets, with a FaultsError.

    It sees one table, not who else rated: that no small group can be worked out from what is left is seen to where the
    table is made, which is why it must be made at the tier.

    Parameters
    ----------
    table : DataFrame
        One with a row an item, or an item and group.
    anonymity : str
        A tier; nothing is hidden where it is ``"named"``.
    codes : sequence of str
        The columns that count a level each.
    grouped : collection of str
        The columns that hold groups of members, where it cannot be told of which kind.
    by : str
        The kind of groups they are, ``"organisation"`` or ``"role"``; it must be said of any groups that are drawn
        where names are hidden.
    least : int
        How many must have rated what a row shows; never fewer than three.

    Raises
    ------
    FaultsError
        An unknown tier or grouping, a size that is none; groups whose kind is not said; or a name, a group or a count
        in the table that the tier hides. The message tells where it stands, never what it is.

    Examples
    --------
    >>> refuse_more(pd.DataFrame({"item": ["1", "2"], "n": [3, 2]}), "pooled")
    Traceback (most recent call last):
    ...
    assesslib.faults.FaultsError: “2” rests on fewer than 3 ratings, which the tier “pooled” hides. Make the table \
at this tier, or draw it as “named”.
    """
    check_tier(anonymity)
    if by != "":
        check_grouping(by)
    if not isinstance(least, Integral) or isinstance(least, bool) or least < 1:
        raise FaultsError([Fault("is not a number of members", value=str(least), do="Give a whole number from 1 on.")])
    if anonymity == "named":
        return
    faults = [*_names(table, anonymity, grouped), *_groups(table, anonymity, grouped),
              *_kind(table, anonymity, grouped, by), *_few(table, anonymity, codes, max(least, LEAST))]  # fmt: skip
    if faults:
        raise FaultsError(faults)


def _names(table: pd.DataFrame, tier: str, grouped: Collection[str]) -> Iterable[Fault]:
    for column in NAMES:
        if column not in grouped and _filled(table, column):
            yield Fault(f"is a column of members’ names, which the tier “{tier}” hides", value=column, do=DO)


def _groups(table: pd.DataFrame, tier: str, grouped: Collection[str]) -> Iterable[Fault]:
    hidden = [column for column in GROUPS if column != tier] + list(grouped) * (tier == "pooled")
    for column in hidden:
        if _filled(table, column):
            yield Fault(f"is a column of groups, which the tier “{tier}” hides", value=column, do=DO)


def _kind(table: pd.DataFrame, tier: str, grouped: Collection[str], by: str) -> Iterable[Fault]:
    """That the groups are of another kind than the tier shows, or of one that is not said."""
    filled = [column for column in grouped if _filled(table, column)][:1]
    if tier == "pooled" or by == tier:
        return
    for column in filled:
        if by:
            yield Fault(f"is a column of {by}s, which the tier “{tier}” hides", value=column, do=DO)
        else:
            yield Fault("is a column of groups whose kind is not said", value=column, do=BY)


def _filled(table: pd.DataFrame, column: str) -> bool:
    """Whether a column is there and tells anybody from everyone."""
    return column in table and not table[column].fillna("").isin(["", EVERYONE]).all()


def _few(table: pd.DataFrame, tier: str, codes: Sequence[str], least: int) -> Iterable[Fault]:
    """The items of which too few ratings are shown, be they counted in ``n`` or a level each."""
    told = pd.DataFrame({"n": table.get("n", 0), "said": table[list(codes)].sum(axis=1)}, index=table.index)
    few = told.fillna(0).astype("int64").isin(range(1, least)).any(axis=1)
    items = table.loc[few, "item"].drop_duplicates()
    if len(items):
        rest = "rests" if len(items) == 1 else "rest"
        yield Fault(f"{rest} on fewer than {least} ratings, which the tier “{tier}” hides", value=listed(items), do=DO)
