"""Raw sheets from literal text, for the tests of layouts."""

import csv
import io

import pandas as pd

from assesslib.readers.records import RawSheet


def raw(text: str, delimiter: str = ",", file: str = "export.csv", name: str = "") -> RawSheet:
    """A sheet of a CSV text; wholly empty rows are left out, the others keep their number."""
    rows = dict(enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1))
    kept = {number: cells for number, cells in rows.items() if any(cells)}
    width = max(map(len, kept.values()), default=0)
    cells = [[*cells, *[""] * (width - len(cells))] for cells in kept.values()]
    return RawSheet(file, pd.DataFrame(cells, index=list(kept), columns=range(width), dtype="str"), name)
