"""Opening the assessments of a whole nation's year, beside one file of the same rows."""

from pathlib import Path

import pandas as pd

import assesslib as al

from ..made import folders
from ..row import Reach, Row, Scale, Sides, timed
from .opening import ratings_of


def opened(paths: list[Path]) -> int:
    """The ratings of every assessment in one frame; how many there are."""
    return len(pd.concat([al.open_assessment(path).ratings for path in paths], ignore_index=True))


def prepare(scale: Scale, size: int) -> Sides:
    """Copies of one folder, and their ratings in one long CSV."""
    paths, one = folders(scale.folder / "nation", size), scale.folder / "all.csv"
    ratings = al.open_assessment(paths[0]).ratings
    al.write_ratings(pd.concat([ratings.assign(assessment=path.name) for path in paths]), one)
    rows = len(ratings) * size
    return Sides(timed(lambda: opened(paths)), timed(lambda: len(pd.read_csv(one))),
                 lambda mine, its: mine == its == rows)  # fmt: skip


def beside_each(scale: Scale, size: int) -> Sides:
    """Copies of one folder, opened and otherwise read."""
    paths = folders(scale.folder / "each", size)
    return Sides(timed(lambda: opened(paths)), timed(lambda: len(ratings_of(paths))), lambda mine, its: 0 < mine <= its)


_WHAT = "open {} assessments: the ratings in one frame"
ROWS = (
    Row("open-many", _WHAT, "one pandas.read_csv of the same rows", (Reach("time", 5),), prepare, size=(400, 20),
        runs=(3, 1), warm=False),
    Row("open-many-each", _WHAT, "a pandas.read_csv of each of 12 files, nothing checked", (Reach("time", 1),),
        beside_each, size=(400, 20), runs=(3, 1), warm=False),
)  # fmt: skip
