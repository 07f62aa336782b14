"""Opening one assessment's folder, beside reading its bytes."""

import io
from collections.abc import Iterable
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


def prepare(scale: Scale, size: int) -> Sides:
    """A copy of the constructed partnership's last year."""
    (folder,) = folders(scale.folder, 1)
    # What was changed later is a row more in the file, and none more in the ratings that stand.
    return Sides(timed(lambda: opened(folder)), timed(lambda: read_bytes(folder)), lambda mine, its: 0 < mine <= its)


ROWS = (
    Row("open", "open an assessment: 12 members, 37 items, ratings, consensus, notes, progress",
        "its bytes and one pandas.read_csv of the ratings", (Reach("time", 3), Reach("seconds", 0.05)), prepare,
        runs=(51, 21)),
)  # fmt: skip
