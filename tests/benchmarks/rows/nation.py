"""Opening the assessments of a whole nation's year, beside one file of the same rows."""

from pathlib import Path

import pandas as pd

import assesslib as al

from ..made import folders
from ..row import Reach, Row, Scale, Sides, timed


def opened(paths: list[Path]) -> int:
    """The ratings of every assessment in one frame; how many there are."""
    return len(pd.concat([al.open_assessment(path).ratings for path in paths], ignore_index=True))


def prepare(scale: Scale, size: int) -> Sides:
    """Copies of one folder, and their ratings in one long CSV."""
    paths, one = folders(scale.folder, size), scale.folder / "all.csv"
    ratings = al.open_assessment(paths[0]).ratings
    al.write_ratings(pd.concat([ratings.assign(assessment=path.name) for path in paths]), one)
    rows = len(ratings) * size
    return Sides(timed(lambda: opened(paths)), timed(lambda: len(pd.read_csv(one))),
                 lambda mine, its: mine == its == rows)  # fmt: skip


ROWS = (
    Row("open-many", "open {} assessments: the ratings in one frame", "one pandas.read_csv of the same rows",
        (Reach("time", 5),), prepare, size=(400, 20), runs=(3, 1), warm=False),
)  # fmt: skip
