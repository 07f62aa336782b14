"""Opening one assessment's folder, beside reading its bytes."""

import io
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd

import assesslib as al

from ..made import folders
from ..row import Reach, Row, Scale, Sides, timed


def opened(folder: Path) -> int:
    """All that a page shows of an assessment, each file read once; how many ratings there are."""
    assessment = al.open_assessment(folder)
    shown = assessment.ratings, assessment.consensus, assessment.notes, assessment.progress
    return len(shown[0])


def joined(files: Iterable[bytes]) -> bytes:
    """The bytes of several CSV files of one header, with that of the first alone."""
    first, *others = files
    return b"".join([first, *(data.partition(b"\n")[2] for data in others)])


def read_bytes(folder: Path) -> int:
    """Every file's bytes, and those of the ratings read as one CSV; how many rows these have."""
    ratings = sorted((folder / "ratings").glob("*.csv"))
    others = [path.read_bytes() for path in folder.iterdir() if path.is_file()]
    return len(pd.read_csv(io.BytesIO(joined(path.read_bytes() for path in ratings)))) if others else 0


def read_each(folder: Path) -> int:
    """Every CSV as it is usually read, with nothing checked; how many rows of ratings there are."""
    for path in folder.glob("*.csv"):
        pd.read_csv(path)
    return len(ratings_of([folder]))


def ratings_of(folders: Iterable[Path]) -> pd.DataFrame:
    """The rows of ratings in several folders as they are usually joined, with nothing checked."""
    return pd.concat(pd.read_csv(path) for folder in folders for path in (folder / "ratings").glob("*.csv"))


def _beside(other: Callable[[Path], int]) -> Callable[[Scale, int], Sides]:
    """A copy of the constructed partnership's last year, opened and otherwise read."""

    def prepare(scale: Scale, size: int) -> Sides:
        (folder,) = folders(scale.folder, 1)
        # What was changed later is a row more in the file, and none more in the ratings that stand.
        return Sides(timed(lambda: opened(folder)), timed(lambda: other(folder)), lambda mine, its: 0 < mine <= its)

    return prepare


_WHAT = "open an assessment: 12 members, 37 items, ratings, consensus, notes, progress"
ROWS = (
    Row("open", _WHAT, "its bytes and one pandas.read_csv of the ratings", (Reach("time", 3), Reach("seconds", 0.05)),
        _beside(read_bytes), runs=(51, 21)),
    Row("open-each", _WHAT, "a pandas.read_csv of each of its 15 CSV files, nothing checked", (Reach("time", 1),),
        _beside(read_each), runs=(51, 21)),
)  # fmt: skip
