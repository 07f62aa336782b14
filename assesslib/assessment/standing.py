"""What an assessment's folder said at one moment: read once, for pages that look at it many times."""

from dataclasses import dataclass

import pandas as pd

from assesslib.assessment.record import Assessment
from assesslib.faults import Fault
from assesslib.framework import Framework


@dataclass(frozen=True)
class Standing:
    """An assessment as it stood when it was read; its frames have the names and columns of `Assessment`'s.

    Attributes
    ----------
    name, partnership, date, about : str
    framework : Framework
    members, ratings, consensus, notes, progress : DataFrame
    faults : tuple of Fault
    note_history : DataFrame or None
    """

    name: str
    partnership: str
    date: str
    about: str
    framework: Framework
    members: pd.DataFrame
    ratings: pd.DataFrame
    consensus: pd.DataFrame
    notes: pd.DataFrame
    progress: pd.DataFrame
    faults: tuple[Fault, ...]
    note_history: pd.DataFrame | None = None


def standing(assessment: Assessment) -> Standing:
    """Read all of an assessment once.

    Raises
    ------
    OSError
        The folder cannot be read.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> standing(al.open_assessment(shipped("data") / "collaboration-2026")).ratings.shape[1]
    13
    """
    return Standing(**{name: getattr(assessment, name) for name in Standing.__dataclass_fields__})
