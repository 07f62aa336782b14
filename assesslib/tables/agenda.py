"""What to talk about first, who might open the talk, and how long it may take."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd

from assesslib.framework import Framework
from assesslib.ratings import whole_answers
from assesslib.tables.anonymity import LEAST as FEW
from assesslib.tables.anonymity import NOT_SHOWN, check_tier, veiled, withheld
from assesslib.tables.arguments import (
    check_framework,
    check_ids,
    check_members,
    check_minutes,
    check_ratings,
    check_section,
    check_yes,
)
from assesslib.tables.disparity import disparity
from assesslib.tables.spread import STATES

NOTHING_TO_OPEN = ("", "one rating", "unanimous")


def agenda(ratings: pd.DataFrame, framework: Framework, members: pd.DataFrame, minutes: int | None = None, *,
           section: str = "", names: bool = False, settled: Collection[str] = (),
           anonymity: str = "") -> pd.DataFrame:  # fmt: skip
    """The items in the order in which to talk about them.

    Parameters
    ----------
    ratings : DataFrame
        Tidy ratings of one assessment; round 1 is used.
    framework : Framework
        What was asked.
    members : DataFrame
        The assessment's ``.members``.
    minutes : int, optional
        The time left, in whole minutes.
    section : str
        One section alone; "" for all of them.
    names : bool
        Whether the openers may be named.
    settled : collection of str
        Items that need no more time.
    anonymity : str
        A tier in the place of ``names``: at any but ``"named"`` there are no openers, since even a group, or that none
        is told, may say whose rating stands at an end. By default, for a talk in the room, those who are not named are
        known by what three or more raters share, organisation or else role.

    Returns
    -------
    DataFrame
        One row an item, widest differences first, items that nobody rated last: ``section, item, text``; one column a
        level code and ``split, blank, not_applicable, dont_know, n``, all 0 where a tier holds the item back;
        ``counts`` in words, which say so; ``iov``, ``shape``;
        ``opener_low, opener_high``, who might open the talk ("" where nobody's ratings differ): never an organisation
        or a role that fewer than three of those who rated the item have; ``minutes``, missing where no time was given,
        else more for wider differences, none where there are none, adding up to the time given.

    Raises
    ------
    FaultsError
        An unknown section or tier, a time that is no whole number of minutes from 0, one text in the place of several
        ids, or anything but the ratings of one assessment, its framework and its members.

    Examples
    --------
    >>> import assesslib as al
    >>> cdrp = al.load_framework("cdrp-dat-partnership")
    >>> said = [{"member": m, "item": item, "section": "leadership", "round": "1", "state": "rated", "level": level}
    ...         for item, levels in {"1.1": "WWW", "1.2": "GGD", "1.3": "GWW"}.items()
    ...         for m, level in zip("xyz", levels)]
    >>> team = pd.DataFrame({"id": list("xyz"), "name": "", "organisation": "The Council", "role": ""})
    >>> agenda(al.ratings.tidy(said, cdrp), cdrp, team, 20)[["item", "shape", "opener_low", "minutes"]].head(3)
      item       shape                                     opener_low  minutes
    0  1.2  lone voice  somebody from The Council who rated it low       15
    1  1.3    adjacent  somebody from The Council who rated it low        5
    2  1.1   unanimous                                                    0
    """
    check_ratings(ratings, "section")
    check_framework(framework)
    check_members(members)
    check_minutes(minutes)
    check_ids(settled, "items’")
    check_section(section)
    tier = _tier(anonymity, names)
    held = withheld(ratings, tier or "named")
    ratings = veiled(ratings, tier or "named")
    asked = framework.table()[["section", "item", "text"]]
    if section:
        asked = asked[asked["section"] == framework.section(section).id]
    said = ratings[ratings["item"].isin(asked["item"])]
    found = _ordered(said, asked, framework)
    shares = np.where(found["item"].isin(list(settled)), 0, found["iov"].fillna(0))
    return found.assign(
        counts=pd.array([_in_words(row, framework.codes, held) for row in found.to_dict("records")], dtype="str"),
        opener_low=pd.array(_openers(found, said, members, "low", tier), dtype="str"),
        opener_high=pd.array(_openers(found, said, members, "high", tier), dtype="str"),
        minutes=pd.array([None] * len(found) if minutes is None else shared_out(shares, minutes), dtype="Int64"),
    )


def _tier(anonymity: object, names: object) -> str:
    """The tier asked for; "" where people are described without one."""
    check_yes(names, "the openers may be named")
    if isinstance(anonymity, str) and not anonymity:
        return "named" if names else ""
    check_tier(anonymity)
    return anonymity


def _ordered(said: pd.DataFrame, asked: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """Disparity rows with wording, and the items that no row is about after them."""
    apart = disparity(said)
    order = pd.concat([apart["item"], asked["item"]]).drop_duplicates()
    numbers = [*framework.codes, "split", "blank", "not_applicable", "dont_know", "n"]
    found = order.to_frame().merge(asked, on="item").merge(apart[["item", *numbers, "iov", "shape"]], "left", "item")
    filled = found.fillna(dict.fromkeys(numbers, 0) | {"shape": ""}).astype(dict.fromkeys(numbers, "int64"))
    return filled[["section", "item", "text", *numbers, "iov", "shape"]]


def _in_words(row: Mapping[str, object], codes: Sequence[str], held: Collection[str]) -> str:
    return NOT_SHOWN if row["item"] in held else counts_in_words(row, codes)


def counts_in_words(row: Mapping[str, object], codes: Sequence[str]) -> str:
    """How many members said what, lowest level first.

    Examples
    --------
    >>> counts_in_words({"G": 1, "W": 0, "S": 4, "D": 0, "dont_know": 2}, "GWSD")
    '1 at G, 4 at S, 2 don’t know'
    >>> counts_in_words({}, "GWSD")
    'nobody rated this'
    """
    levels = [f"{row[code]} at {code}" for code in codes if row.get(code)]
    others = [f"{row[state]} {words}" for state, words in STATES.items() if row.get(state)]
    nobody = ["nobody rated this"] * (not row.get("split"))
    return ", ".join([*(levels or nobody), *others])


def _openers(found: pd.DataFrame, said: pd.DataFrame, members: pd.DataFrame, end: str, tier: str) -> list[str]:
    """Who might open the talk on each item; the turn goes round, so that it is not the same every time."""
    people = list(members.itertuples(index=False))
    answers = whole_answers(said[said["round"] == 1])
    given = answers[answers["state"] == "rated"]
    rated: dict[str, dict[str, int]] = {}
    ranks = given["level"].cat.codes.tolist()
    for item, member, rank in zip(given["item"].tolist(), given["member"].tolist(), ranks, strict=True):
        rated.setdefault(item, {})[member] = rank
    return [
        ""
        if row.shape in NOTHING_TO_OPEN or tier not in ("", "named")
        else f"{_who(rated[row.item], people, end, tier, turn)} rated it {end}"
        for turn, row in enumerate(found[["item", "shape"]].itertuples(index=False))
    ]


def _who(rated: Mapping[str, int], people: Sequence, end: str, tier: str, turn: int) -> str:
    wanted = min(rated.values()) if end == "low" else max(rated.values())
    raters = [one for one in people if one.id in rated]
    those = [one for one in raters if rated[one.id] == wanted]
    words = [f"{one.name or one.id}, who" for one in those] if tier else _described(those, raters)
    return words[turn % len(words)] if words else "somebody who"


def _described(those: Sequence, raters: Sequence) -> list[str]:
    """The organisations, else the roles, of members that enough of the raters share."""
    organisations, roles = (_shared(those, raters, column) for column in ("organisation", "role"))
    return [f"somebody from {name} who" for name in organisations] or [
        f"somebody with the role {name} who" for name in roles
    ]


def _shared(those: Sequence, raters: Sequence, column: str) -> list[str]:
    sizes = Counter(getattr(one, column) for one in raters)
    names = dict.fromkeys(getattr(one, column) for one in those)
    return [name for name in names if name and sizes[name] >= FEW]


def shared_out(shares: Sequence[float], whole: int) -> list[int]:
    """Whole numbers in proportion to the shares that add up to the whole; all 0 where there is nothing to share by.

    A larger share never gets less than a smaller one; of equal shares, the first get what is over.

    Examples
    --------
    >>> shared_out([0.5, 0.25, 0.25, 0.0], 10), shared_out([0, 0], 10)
    ([5, 3, 2, 0], [0, 0])
    """
    shares = np.asarray(shares, dtype=float)
    if not shares.sum():
        return [0] * len(shares)
    exact = shares / shares.sum() * whole
    # Rounded first: equal shares must leave equal rests, whatever the last digit of a division says.
    floors = np.floor(exact.round(9)).astype(int)
    order = np.argsort(-(exact - floors).round(9), kind="stable")
    extra = np.zeros(len(shares), dtype=int)
    extra[order[: whole - floors.sum()]] = 1
    return (floors + extra).tolist()
