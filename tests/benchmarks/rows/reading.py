"""Reading and checking long rows, beside pandas reading the same file into categories and times."""

from ..row import Reach, Row, Scale, Sides, afresh

CATEGORIES = ("assessment", "member", "organisation", "role", "section", "item", "facet", "state", "level")


def read_ours(path: str) -> int:
    """Read and check the file; how many rows it has."""
    import assesslib as al

    return len(al.read_ratings(path, "csit-collaborative-working"))


def read_pandas(path: str) -> int:
    """Read the file into as narrow columns as the tidy frame's, unchecked; how many rows it has."""
    import pandas as pd

    kinds = dict.fromkeys(CATEGORIES, "category") | {"comment": "str"}
    return len(pd.read_csv(path, dtype=kinds, parse_dates=["date", "at"]))


def prepare(scale: Scale, size: int) -> Sides:
    """A long file, read by either side in a process of its own: the peak is that of the process, its libraries too."""
    from ..made import long_file

    path = str(long_file(scale.folder / "long.csv", size))
    runs = afresh(__name__, "read_ours", path), afresh(__name__, "read_pandas", path)
    return Sides(*runs, lambda mine, its: mine == its == size)


ROWS = (
    Row("read", "read and check {} long rows", "pandas.read_csv with categories",
        (Reach("time", 2), Reach("memory", 1.5)), prepare, size=(1_000_000, 100_000), runs=(3, 1), warm=False),
)  # fmt: skip
