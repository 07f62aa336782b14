"""One year of a comparison: an assessment read once, with each member's own answers in an array."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework
from assesslib.ratings import UNRATED, whole_answers

_READ = ("name", "partnership", "date", "framework", "members", "ratings", "consensus", "notes", "progress")
_OPEN = "Open its folder with open_assessment and give what that returns."


@dataclass(frozen=True, eq=False)
class Year:
    """An assessment as it stood when it was read, for one comparison.

    Attributes
    ----------
    name, partnership, date : str
    framework : Framework
    members, ratings, consensus, notes, progress : DataFrame
        As those of `assesslib.assessment.Assessment`.
    source
        The assessment that was given.
    """

    name: str
    partnership: str
    date: str
    framework: Framework
    members: pd.DataFrame
    ratings: pd.DataFrame
    consensus: pd.DataFrame
    notes: pd.DataFrame
    progress: pd.DataFrame | None = None
    source: object = None

    @cached_property
    def people(self) -> pd.Index:
        """The ids of the team, in its order."""
        return pd.Index(self.members["id"])

    @cached_property
    def items(self) -> pd.Index:
        """The ids of the items, in the framework's order."""
        return pd.Index([item.id for item in self.framework.items])

    @cached_property
    def answers(self) -> np.ndarray:
        """What each member said alone of each item, shape (members, items): a place in `answer_names`, -1 for none."""
        alone = whole_answers(self.ratings[(self.ratings["round"] == 1).to_numpy()])
        given = alone["level"].astype("object").where(alone["state"] == "rated", alone["state"])
        places = self.people.get_indexer(alone["member"]), self.items.get_indexer(alone["item"])
        known = (places[0] >= 0) & (places[1] >= 0)
        said = np.full((len(self.people), len(self.items)), -1)
        said[places[0][known], places[1][known]] = pd.Index(self.answer_names).get_indexer(given)[known]
        return said

    @property
    def answer_names(self) -> tuple[str, ...]:
        """What an answer may be: the level codes, lowest first, then the states without a level."""
        return (*self.framework.codes, *UNRATED)

    @cached_property
    def places(self) -> np.ndarray:
        """Where each member stands on the scale, shape (members, items); -1 where they gave no level."""
        return np.where(self.answers < len(self.framework.codes), self.answers, -1)

    @cached_property
    def agreed(self) -> np.ndarray:
        """Where the team agreed to stand, shape (items,); -1 where there is no one level."""
        rows = self.consensus
        whole = rows[((rows["facet"] == "") & rows["level"].notna()).to_numpy()]
        found = np.full(len(self.items), -1)
        found[self.items.get_indexer(whole["item"])] = whole["level"].cat.codes
        return found


def year_of(assessment) -> Year:
    """An opened assessment, or one as it stood, as one year of a comparison; a year stays as it is.

    Raises
    ------
    FaultsError
        Something that is no assessment.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> year_of(al.open_assessment(shipped("data") / "collaboration-2026")).places.shape
    (12, 37)
    >>> year_of("collaboration-2026")
    Traceback (most recent call last):
    ...
    assesslib.faults.FaultsError: “collaboration-2026” is not an assessment. Open its folder with open_assessment and
    give what that returns.
    """
    if isinstance(assessment, Year):
        return assessment
    if not all(hasattr(type(assessment), name) or hasattr(assessment, name) for name in _READ[:-1]):
        shown = assessment if isinstance(assessment, str) else getattr(assessment, "name", type(assessment).__name__)
        raise FaultsError([Fault("is not an assessment", value=str(shown), do=_OPEN)])
    return Year(**{name: getattr(assessment, name, None) for name in _READ}, source=assessment)


def two_years(before, after) -> tuple[Year, Year]:
    """Two assessments as years in order of time, or every fault that keeps them from being compared."""
    years = year_of(before), year_of(after)
    if faults := [*_faults_of_each(years), *_order_faults(*years)]:
        raise FaultsError(faults)
    return years


def in_time(assessments: Iterable) -> tuple[Year, ...]:
    """Two or more assessments as years, put in order of time.

    Raises
    ------
    FaultsError
        Fewer than two, or what keeps any two of them from being compared.
    """
    years = sorted(map(year_of, _several(assessments)), key=lambda year: year.date)
    if len(years) < 2:
        raise FaultsError([Fault(f"A comparison takes two assessments or more, and this is {len(years) or 'none'}",
                                 do="Give the assessments of at least two years.")])  # fmt: skip
    later = zip(years, years[1:], strict=False)
    if faults := [*_faults_of_each(years), *(fault for two in later for fault in _order_faults(*two))]:
        raise FaultsError(faults)
    return tuple(years)


def _several(assessments: Iterable) -> Iterable:
    """What may be gone through; a single assessment is not."""
    many = isinstance(assessments, Iterable) and not isinstance(assessments, str | pd.DataFrame)
    return assessments if many else [assessments]


def _faults_of_each(years: Sequence[Year]) -> Iterable[Fault]:
    for year in dict.fromkeys(years):
        if not year.date:
            yield Fault("The date is missing, and without it nobody can tell which assessment came first",
                        file=f"{year.name}/assessment.toml", key="date",
                        do='Write the day of the assessment, like date = "2026-03-01".')  # fmt: skip
        if year.members.empty:
            yield Fault("lists no members, so no file of ratings belongs to anybody and nothing can be compared",
                        value=f"{year.name}/assessment.toml", do="Add a table [[members]] for each member, with the id "
                        "that their file in ratings/ is called by.")  # fmt: skip
        elif not (year.places >= 0).any():
            yield Fault("has no level that a member gave alone, so there is nothing to compare", value=year.name,
                        do="Choose an assessment in which members rated, or enter their ratings first.")  # fmt: skip


def _order_faults(before: Year, after: Year) -> Iterable[Fault]:
    if before is after or (before.name, before.date) == (after.name, after.date):
        yield Fault("is given twice, and nothing can have changed", value=before.name,
                    do="Give the assessments of two different years.")  # fmt: skip
    elif before.date and before.date == after.date and _says_the_same(before, after):
        yield Fault(f"and “{after.name}” have the same date, {after.date}, the same members and the same ratings: they "
                    "look like copies of one assessment", value=before.name,
                    do="Compare one of them with the assessment of another year.")  # fmt: skip
    elif before.date and before.date == after.date:
        yield Fault(f"and “{after.name}” have the same date, {after.date}, so nobody can tell which came first",
                    value=before.name, do="Correct the date in one of the two files assessment.toml, or choose "
                    "assessments of two different days.")  # fmt: skip
    elif before.date and after.date and before.date > after.date:
        yield Fault(f"of {before.date} is given as the earlier assessment, and “{after.name}” of {after.date} as the "
                    "later one", value=before.name, do="Turn the two round.")  # fmt: skip


def _says_the_same(before: Year, after: Year) -> bool:
    """Whether two years have the same people, items and answers."""
    alike = (before.people.equals(after.people), before.items.equals(after.items),
             before.answer_names == after.answer_names)  # fmt: skip
    return all(alike) and (before.answers >= 0).any() and np.array_equal(before.answers, after.answers)
