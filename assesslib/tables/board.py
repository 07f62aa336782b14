"""Who has finished which section, and which sections are open: nothing about what anybody said."""

import pandas as pd

from assesslib.assessment import Assessment
from assesslib.framework import Framework
from assesslib.tables.anonymity import check_tier
from assesslib.tables.arguments import (
    check_assessment,
    check_framework,
    check_progress,
    check_rows,
    check_section,
    refuse,
)

ANSWERED = ("rated", "split", "not_applicable", "dont_know")
STATES = {"opened": "open", "reopened": "open", "closed": "closed"}
COLUMNS = [
    "section", "title", "state", "member", "name", "organisation", "asked", "answered", "done", "absent", "finished",
]  # fmt: skip


def board(assessment: Assessment, *, anonymity: str = "named") -> pd.DataFrame:
    """How far every member is with every section; no level, comment or kind of answer is in it.

    Parameters
    ----------
    assessment : Assessment
        The one whose folder is looked at.
    anonymity : str
        At any tier but ``"named"`` there is one row a section, of everybody together.

    Returns
    -------
    DataFrame
        One row a rated section and member, both in order: ``section, title, state`` (not opened, open, closed),
        ``member, name, organisation``, ``asked`` and ``answered`` (items, in round 1), ``done`` (the member said so),
        ``absent`` (recorded as such) and ``finished`` (done, or everything answered, or absent). Where names are
        hidden, ``member, name, organisation`` are "" and the rest tells how many: items of all members together, or
        members.

    Raises
    ------
    OSError
        The folder cannot be read.
    FaultsError
        An unknown tier, or anything but an assessment.
    """
    check_assessment(assessment, "framework", "members", "ratings", "progress")
    check_tier(anonymity)
    found = _of_members(assessment)
    return found if anonymity == "named" else _together(found)


_COUNTED = ["asked", "answered", "done", "absent", "finished"]


def _together(found: pd.DataFrame) -> pd.DataFrame:
    """The members' rows added up, one row a section."""
    counts = found.groupby(["section", "title", "state"], sort=False)[_COUNTED].sum().reset_index()
    return counts.assign(member="", name="", organisation="")[COLUMNS]


def _of_members(assessment: Assessment) -> pd.DataFrame:
    """One row a rated section and member."""
    people = assessment.members.rename(columns={"id": "member"})[["member", "name", "organisation"]]
    rows = _sections(assessment.framework).merge(people, how="cross")
    pairs = pd.MultiIndex.from_frame(rows[["section", "member"]])
    progress = assessment.progress
    states = section_states(progress, assessment.framework)
    found = rows.assign(
        state=rows["section"].map(states).astype("str"),
        answered=_answered(assessment.ratings).reindex(pairs, fill_value=0).to_numpy(),
        done=pairs.isin(_pairs(progress[progress["event"] == "done"])),
        absent=pairs.isin(_absent(progress)),
    )
    return found.assign(finished=found["done"] | found["absent"] | (found["answered"] >= found["asked"]))[COLUMNS]


def section_states(progress: pd.DataFrame, framework: Framework) -> dict[str, str]:
    """Whether each rated section is ``not opened``, ``open`` or ``closed``, by its last event."""
    check_progress(progress)
    check_framework(framework)
    turns = progress[progress["event"].isin(STATES)].drop_duplicates("section", keep="last")
    last = dict(zip(turns["section"], turns["event"].map(STATES), strict=True))
    return {part.id: last.get(part.id, "not opened") for part in framework.sections if part.rated}


def late(ratings: pd.DataFrame, progress: pd.DataFrame, *, anonymity: str = "named") -> pd.DataFrame:
    """The ratings, marked where they were given after the others' had been shown.

    Parameters
    ----------
    ratings : DataFrame
        Tidy ratings.
    progress : DataFrame
        The assessment's ``.progress``.
    anonymity : str
        Only ``"named"``: these rows say who rated what, and when.

    Returns
    -------
    DataFrame
        The same rows with ``late``: True for a rating of round 1 whose ``at`` is later than its section's first
        closing: that showed what the others said, and opening the section again does not take it back. A rating
        without a time, or in a section that was never closed, is not late.

    Raises
    ------
    FaultsError
        Another tier than ``"named"``.

    Examples
    --------
    >>> at = pd.to_datetime(["2026-03-03T09:00Z", "2026-03-03T11:00Z"], utc=True)
    >>> said = pd.DataFrame({"section": "x", "round": 1, "at": at})
    >>> closed = pd.DataFrame({"section": ["x"], "event": ["closed"], "at": pd.to_datetime(["2026-03-03T10:00Z"])})
    >>> late(said, closed)["late"].tolist()
    [False, True]
    """
    check_tier(anonymity)
    if anonymity != "named":
        refuse("hides who rated when", anonymity, "Choose “named”.")
    check_rows(ratings, "a frame of ratings", ("section", "round", "at"), "Take the ratings of an assessment.")
    check_progress(progress, "at")
    closings = progress[progress["event"] == "closed"].groupby("section")["at"].min().to_dict()
    closed = pd.to_datetime([closings.get(section) for section in ratings["section"]], utc=True)
    return ratings.assign(late=((ratings["at"] > closed) & (ratings["round"] == 1)).to_numpy(dtype=bool))


def absent_from(progress: pd.DataFrame, section: str) -> list[str]:
    """The ids of the members recorded as absent from a section."""
    check_progress(progress, "member")
    check_section(section)
    return [member for where, member in _absent(progress) if where == section]


def _sections(framework: Framework) -> pd.DataFrame:
    rows = [(part.id, f"{part.number} {part.title}".strip(), len(part.items)) for part in framework.sections]
    found = pd.DataFrame(rows, columns=["section", "title", "asked"])
    return found[found["asked"] > 0]


def _answered(ratings: pd.DataFrame) -> pd.Series:
    given = ratings[ratings["state"].isin(ANSWERED) & (ratings["round"] == 1)]
    return given.groupby(["section", "member"])["item"].nunique()


def _absent(progress: pd.DataFrame) -> pd.MultiIndex:
    said = progress[progress["event"].isin(["absent", "present"])].drop_duplicates(["section", "member"], keep="last")
    return _pairs(said[said["event"] == "absent"])


def _pairs(progress: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(progress[["section", "member"]])
