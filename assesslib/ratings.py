"""The tidy ratings frame and its one reduction: how often each level was given."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import numpy as np
import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework
from assesslib.typed import days, levels, moments, rounds, texts

COLUMNS = (
    "assessment", "date", "member", "organisation", "role", "section", "item",
    "facet", "round", "state", "level", "comment", "at",
)  # fmt: skip
KEY = ("assessment", "member", "item", "facet", "round")
UNRATED = ("split", "blank", "not_applicable", "dont_know")


def tidy(rows: Iterable[Mapping[str, str]], framework: Framework) -> pd.DataFrame:
    """Rows of texts as the tidy ratings frame.

    Returns
    -------
    DataFrame
        One row per assessment x member x item x facet x round, columns `COLUMNS`. ``level`` is an ordered categorical
        of the framework's codes, missing unless the state is rated or split; ``date`` a day, ``at`` a moment in UTC,
        either missing where unknown; ``round`` a whole number: 0 is where a member says today that the team was last
        year, 1 what they rated alone, 2 after the discussion; the rest texts.
    """
    said = list(rows)
    return tidy_columns({column: told_apart([row.get(column) for row in said]) for column in COLUMNS}, framework)


def told_apart(cells: Sequence[object]) -> tuple[np.ndarray, list[str]]:
    """The place of every cell in a list of texts, and the list; what is missing is an empty text.

    Examples
    --------
    >>> places, found = told_apart(["a", "b", None, "a"])
    >>> places.tolist(), found
    ([0, 1, 2, 0], ['a', 'b', ''])
    """
    once = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}
    places = np.fromiter(map(once.__getitem__, cells), "int64", len(cells))
    return places, [cell if type(cell) is str else "" if pd.isna(cell) else str(cell) for cell in once]


def tidy_columns(columns: Mapping[str, tuple[np.ndarray, Sequence[str]]], framework: Framework) -> pd.DataFrame:
    """Columns of texts as the tidy ratings frame: `tidy` for very many rows.

    Parameters
    ----------
    columns : mapping
        By each of `COLUMNS` the place of every row's text in a list, and the list.
    framework : Framework
        What was rated.

    Examples
    --------
    >>> import assesslib as al
    >>> said = dict.fromkeys(COLUMNS, (np.array([0, 0]), [""])) | {"round": (np.array([1, 0]), ["1", "2"])}
    >>> tidy_columns(said, al.load_framework("cdrp-dat-partnership"))["round"].tolist()
    [2, 1]
    """
    as_they_are = {"date": days, "round": rounds, "at": moments, "level": partial(levels, framework.codes)}
    parts = {name: as_they_are.get(name, texts)(columns[name][1])[columns[name][0]] for name in COLUMNS}
    return pd.DataFrame(parts, copy=False)


def of_today(ratings: pd.DataFrame) -> pd.DataFrame:
    """The rows without those in which members look back at last year (round 0).

    Examples
    --------
    >>> import assesslib as al
    >>> said = [{"member": "x", "item": "1.1", "round": turn, "state": "rated", "level": "W"} for turn in "01"]
    >>> of_today(tidy(said, al.load_framework("cdrp-dat-partnership")))["round"].tolist()
    [1]
    """
    return ratings[ratings["round"] != 0]


def whole_answers(ratings: pd.DataFrame) -> pd.DataFrame:
    """One row an answer instead of one a facet; an answer is split where one of its facets has a level.

    Examples
    --------
    >>> import assesslib as al
    >>> said = [{"member": "x", "item": "1.1", "round": "1", "facet": "local", "state": "dont_know"},
    ...         {"member": "x", "item": "1.1", "round": "1", "facet": "national", "state": "split", "level": "W"}]
    >>> list(whole_answers(tidy(said, al.load_framework("cdrp-dat-partnership")))["state"])
    ['split']
    """
    key = [column for column in KEY if column != "facet"]
    facets = ratings[(ratings["facet"] != "").to_numpy()]
    split = pd.MultiIndex.from_frame(facets.loc[facets["state"] == "split", key])
    answers = ratings.drop_duplicates(key)
    if split.empty:
        return answers
    among = pd.MultiIndex.from_frame(answers[key]).isin(split)
    return answers.assign(state=answers["state"].mask(among, "split"))


def level_counts(ratings: pd.DataFrame, by: str | Sequence[str] = ("item",), *, round: int | None = 1) -> pd.DataFrame:
    """Count how often each level was given.

    Parameters
    ----------
    ratings : DataFrame
        Tidy ratings.
    by : str or sequence of str
        The columns whose every combination gets a row. A split rating counts once under ``split``, and under its
        levels only where ``by`` names ``facet``.
    round : int, optional
        1 for what members rated alone (the default), 2 for after the discussion, 0 for last year, seen from today;
        None for every row.

    Raises
    ------
    FaultsError
        ``by`` names no column, one twice, or one that is not there; or the frame is not one of tidy ratings.

    Returns
    -------
    DataFrame
        The ``by`` columns; one column a level code in scale order; ``split, blank, not_applicable, dont_know``; and
        ``n``, the number of rated answers, which the level columns add up to. Rows in order of first appearance; what
        is missing in a ``by`` column, such as a date, has a row of its own.

    Examples
    --------
    >>> import assesslib as al
    >>> cdrp = al.load_framework("cdrp-dat-partnership")
    >>> said = [{"member": m, "item": "1.1", "round": "1", "state": "rated", "level": level}
    ...         for m, level in zip("xyz", "GSS")]
    >>> level_counts(tidy(said, cdrp)).drop(columns=["split", "not_applicable"])
      item  G  W  S  D  blank  dont_know  n
    0  1.1  1  0  2  0      0          0  3
    """
    by = [by] if isinstance(by, str) else list(by)
    _refuse_untidy(ratings)
    _refuse_unknown(by, ratings.columns)
    answers = _answers(ratings if round is None else ratings[ratings["round"] == round], by)
    codes = list(ratings["level"].cat.categories)
    columns = pd.CategoricalDtype([*codes, *UNRATED])
    wide = pd.get_dummies(answers["answer"].astype(columns), dtype="int64")
    groups = wide.groupby([answers[column] for column in by], sort=False, observed=True, dropna=False)
    counts = groups.sum().reset_index()
    return counts.assign(n=counts[codes].sum(axis=1))


def _refuse_unknown(by: Sequence[str], columns: Iterable[str]) -> None:
    allowed, do = tuple(columns), "Name columns of the ratings."
    unknown = [name for name in by if name not in allowed]
    if unknown or not by:
        none = Fault("The columns to count by are missing", allowed=allowed, do=do)
        wrong = (Fault("is not a column to count by", value=str(name), allowed=allowed, do=do) for name in unknown)
        raise FaultsError(wrong if unknown else [none])
    if twice := [name for name in dict.fromkeys(by) if by.count(name) > 1]:
        raise FaultsError(Fault("is twice among the columns to count by", value=name, do="Name it once.")
                          for name in twice)  # fmt: skip


def _refuse_untidy(ratings: pd.DataFrame) -> None:
    """Raise a FaultsError in words where a frame cannot be counted because it is not one of tidy ratings."""
    do = "Take the ratings of an assessment, or read them with read_ratings."
    needed = (*KEY, "state", "level")
    if missing := [name for name in needed if name not in ratings.columns]:
        raise FaultsError(Fault("is a column that tidy ratings have and these do not", value=name, do=do)
                          for name in missing)  # fmt: skip
    if not getattr(ratings["level"].dtype, "ordered", False):
        raise FaultsError([Fault("The levels of these ratings are not in the order of a scale", column="level", do=do)])


def _answers(ratings: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """One row an answer, with the level given or else the state."""
    if "facet" not in by:
        ratings = whole_answers(ratings)
    counted = ratings["state"].isin(("rated", "split") if "facet" in by else ("rated",))
    return ratings.assign(answer=ratings["level"].astype("object").where(counted, ratings["state"]))
