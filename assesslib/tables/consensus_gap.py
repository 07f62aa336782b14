"""What the team agreed beside what its members had said alone: where the two do not lie together."""

import re
from collections.abc import Collection, Mapping

import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.ratings import whole_answers
from assesslib.tables.agenda import counts_in_words
from assesslib.tables.anonymity import LEAST, NOT_SHOWN, enough, veiled, withheld
from assesslib.tables.arguments import check_assessment, check_ids
from assesslib.tables.disparity import disparity
from assesslib.words import series

SENIOR = ("chair", "chief", "director", "leader", "head")
"""Words by which the most senior role of a team is known, the first that occurs; else name the members."""
AWAY = "away from both medians"
SENIOR_ALONE = "given by the most senior alone"
UNRATED = "agreed without any rating"
SPLIT = {"agreed": "not compared: agreed for each side apart", "rated": "not compared: rated for each side apart"}
"""What is added to what was said where levels of several sides stand in the place of one."""
COLUMNS = [
    "section", "item", "text", "agreed", "state", "n", "said", "low", "high", "lowest", "highest", "gap", "alone",
]  # fmt: skip


def consensus_gap(assessment, *, anonymity: str = "named", senior: Collection[str] = ()) -> pd.DataFrame:
    """The agreed level of each item beside the individual ratings of round 1.

    Parameters
    ----------
    assessment : Assessment
        An opened assessment.
    anonymity : str
        At any tier but ``"named"`` it is not said whose view an agreed level was, and of an item that fewer than three
        rated only that it is not shown.
    senior : collection of str
        Ids of the chair or the most senior members. By default those whose role holds the first of the words
        “chair”, “chief”, “director”, “leader”, “head” that occurs in the team.

    Returns
    -------
    DataFrame
        One row an item in the framework's order: ``section, item, text``; ``agreed``, the level, missing where there is
        none or one a facet; the ``state`` of the consensus (``not settled`` before the team has decided); ``n`` and
        what was ``said`` in words, 0 and that it is not shown where the tier holds the item back; ``low, high``, the
        medians, and ``lowest, highest``; ``gap`` in words: ``outside every rating`` (nobody rated it that high, or that
        low), ``given by nobody``, ``away from both medians``, ``unresolved``, or "" where it lies at or between the
        medians, the item is held back, or one level a side was agreed or rated (``said`` tells that it is not
        compared); but ``given by the most senior alone`` where it lies between them and ``alone`` names somebody, and
        ``agreed without any rating`` where nobody gave a level, unless nobody answered anything; ``alone``, the names
        of senior members at whose level it was agreed although others rated it and nobody else gave it, "" otherwise.

    Raises
    ------
    FaultsError
        An unknown tier, a senior member who is not in the team, or anything but an assessment.
    """
    check_assessment(assessment, "framework", "members", "ratings", "consensus")
    check_ids(senior, "members’")
    framework, said = assessment.framework, assessment.ratings
    ratings, held = veiled(said, anonymity), withheld(said, anonymity)
    apart = disparity(ratings).drop(columns=["section", "assessment"])
    found = framework.table()[["section", "item", "text"]].merge(_agreed(assessment), on="item", how="left")
    found = found.merge(apart, on="item", how="left").fillna({"n": 0}).astype({"n": "int64"})
    views = _senior_views(assessment, senior) if anonymity == "named" else {}
    answered = bool(((said["round"] == 1) & (said["state"] != "blank")).any())
    rows = [row | {"alone": _alone(row, views.get(row["item"], {}))} for row in found.to_dict("records")]
    told = pd.DataFrame([_in_words(row, framework.codes, row["item"] in held, answered) for row in rows],
                        columns=["said", "gap", "alone"], dtype="str")  # fmt: skip
    return found.join(told)[COLUMNS]


def _agreed(assessment) -> pd.DataFrame:
    rows = assessment.consensus
    one = rows.drop_duplicates("item").set_index("item")
    whole = one["facet"] == ""
    state = one["state"].where(one["at"].notna(), "not settled")
    return pd.DataFrame({"agreed": one["level"].where(whole), "state": state}).reset_index()


def _in_words(row: Mapping[str, object], codes: Collection[str], held: bool, answered: bool) -> dict[str, str]:
    """What was said, how what was agreed lies to it, and whose it was alone."""
    if held:
        return {"said": NOT_SHOWN, "gap": "", "alone": ""}
    counts = _counted(row, codes)
    lacking = row["agreed"] in codes and not row["n"]
    split = "agreed" if row["state"] == "split" else "rated" if lacking and counts.get("split") else ""
    said = counts_in_words(counts, codes) + (f"; {SPLIT[split]}" if split else "")
    unrated = UNRATED if lacking and answered and not split else ""
    gap = gap_in_words(row, codes) or unrated or (SENIOR_ALONE if row["alone"] else "")
    return {"said": said, "gap": gap, "alone": row["alone"]}


def _counted(row: Mapping[str, object], codes: Collection[str]) -> dict[str, int]:
    counts = [*codes, "split", "not_applicable", "dont_know"]
    return {name: int(row[name]) for name in counts if row.get(name) == row.get(name)}


def gap_in_words(row: Mapping[str, object], codes: Collection[str]) -> str:
    """How an agreed level lies to the ratings, by its ``agreed, state, n``, counts and ends.

    Examples
    --------
    >>> ends = {"low": "b", "high": "b", "lowest": "a", "highest": "b"}
    >>> gap_in_words({"agreed": "c", "state": "rated", "n": 3, "a": 1, "b": 2, "c": 0} | ends, "abc")
    'outside every rating'
    """
    if row["state"] == "unresolved":
        return "unresolved"
    place = {code: n for n, code in enumerate(codes)}
    if row["agreed"] not in place or not row["n"]:
        return ""
    at = place[row["agreed"]]
    low, high, lowest, highest = (place[row[name]] for name in ("low", "high", "lowest", "highest"))
    if low <= at <= high:
        return ""
    if not lowest <= at <= highest:
        return "outside every rating"
    return AWAY if row[row["agreed"]] else "given by nobody"


def _senior_views(assessment, senior: Collection[str]) -> dict[str, dict[str, str]]:
    """The levels of the senior members: item, name, level."""
    members = assessment.members
    if unknown := [id for id in senior if id not in set(members["id"])]:
        raise FaultsError(Fault("is not a member’s id", value=id, allowed=tuple(members["id"]),
                                do="Give ids as they stand in the team.") for id in unknown)  # fmt: skip
    ids = set(senior) or _by_role(members)
    names = dict(zip(members["id"], members["name"].where(members["name"] != "", members["id"]), strict=True))
    rated = whole_answers(assessment.ratings.query("round == 1")).query("state == 'rated'")
    views: dict[str, dict[str, str]] = {}
    for row in rated[rated["member"].isin(ids)].itertuples():
        views.setdefault(row.item, {})[names[row.member]] = row.level
    return views


def _by_role(members: pd.DataFrame) -> set[str]:
    words = [set(re.findall(r"\w+", role.casefold())) for role in members["role"]]
    held = next((word for word in SENIOR if any(word in role for role in words)), "")
    return {id for id, role in zip(members["id"], words, strict=True) if held in role}


def _alone(row: Mapping[str, object], views: Mapping[str, str]) -> str:
    """The senior members at whose level it was agreed, where others rated it and nobody else gave it."""
    those = [name for name, level in views.items() if level == row["agreed"]]
    return series(those) if those and row[row["agreed"]] == len(those) < row["n"] else ""


def drift(assessment, *, anonymity: str = "named", least: int = LEAST) -> pd.DataFrame:
    """How ratings moved from the first round to the second, towards what was agreed or away from it.

    Parameters
    ----------
    assessment : Assessment
        An opened assessment.
    anonymity : str
        ``"named"`` gives a row a member; any other tier one row for everybody, of the items that all who had rated
        them, three or more, rated again.
    least : int
        From how many second ratings on it is said that a member always moved towards the consensus.

    Returns
    -------
    DataFrame
        ``member, name, again`` (items rated again whose consensus is one level), ``towards, away, unmoved``, the
        ``items`` (a tuple) and ``always``: rated again on at least ``least`` items and moved towards the consensus on
        every one. Members who rated nothing again have no row; and at other tiers no item counts that fewer than
        ``least`` rated again, or only some of those who had rated it: with the groups' counts they could be told apart.

    Raises
    ------
    FaultsError
        An unknown tier, a number that is none, or anything but an assessment.
    """
    check_assessment(assessment, "members", "ratings", "consensus")
    few = enough(anonymity, least)
    moves = _moves(assessment)
    if anonymity != "named":
        again = moves.groupby("item")["member"].transform("nunique")
        moves = moves[(again >= few) & (again == moves["item"].map(_raters(assessment.ratings)))]
    who = moves["member"] if anonymity == "named" else pd.Series("", index=moves.index, name="member")
    steps = pd.DataFrame({name: moves["step"].map(test) for name, test in _STEPS.items()})
    table = steps.groupby(who, sort=False).sum()
    names = dict(zip(assessment.members["id"], assessment.members["name"], strict=True))
    items = moves.groupby(who, sort=False)["item"].agg(lambda ids: tuple(dict.fromkeys(ids)))
    found = table.assign(again=table.sum(axis=1), items=items).reset_index()
    return found.assign(
        name=[names.get(id) or id or "everybody" for id in found["member"]],
        always=(found["again"] >= least) & (found["towards"] == found["again"]) & (found["member"] != ""),
    )[["member", "name", "again", *_STEPS, "items", "always"]]


_STEPS = {"towards": lambda step: step < 0, "away": lambda step: step > 0, "unmoved": lambda step: step == 0}


def _raters(ratings: pd.DataFrame) -> pd.Series:
    """How many rated each item alone."""
    rated = whole_answers(ratings[ratings["round"] == 1]).query("state == 'rated'")
    return rated.groupby("item")["member"].nunique()


def _moves(assessment) -> pd.DataFrame:
    """One row a member and item rated in both rounds: by how many levels the distance to the consensus changed."""
    rated = whole_answers(assessment.ratings).query("state == 'rated'")
    both = rated.pivot(index=["member", "item"], columns="round", values="level").reset_index()
    agreed = _agreed(assessment).dropna(subset="agreed").set_index("item")["agreed"]
    moved = both[both["item"].isin(agreed.index)]
    if 2 not in moved:
        return pd.DataFrame({"member": pd.Series(dtype="str"), "item": pd.Series(dtype="str"), "step": []})
    moved = moved.dropna(subset=[1, 2])
    goal = moved["item"].map(agreed.cat.codes)
    scale = assessment.ratings["level"].dtype
    places = {turn: pd.Series(pd.Categorical(moved[turn], dtype=scale).codes, moved.index) for turn in (1, 2)}
    return moved[["member", "item"]].assign(step=(places[2] - goal).abs() - (places[1] - goal).abs())
