"""Files of ratings for engines: texts as CSV, tidy ratings as Parquet, and what must come of them."""

import pandas as pd
import pytest

from assesslib.engines.counting import in_order
from assesslib.ratings import COLUMNS, level_counts

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed; get it with pip install 'assesslib[scale]'")

HEAD = "member,item,level"


def written(path, text):
    """A file with this text in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def as_parquet(ratings, path):
    """Tidy ratings as Parquet, with days and moments that are no texts and levels that may be missing."""
    texts = ratings[list(COLUMNS)].assign(
        date=ratings["date"].dt.strftime("%Y-%m-%d").astype("object"), level=ratings["level"].astype("object"),
        at=ratings["at"].dt.strftime("%Y-%m-%d %H:%M:%S.%f").astype("object"))  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        connection.register("texts", texts)
        columns = (
            '* REPLACE (CAST(date AS DATE) AS date, CAST(level AS VARCHAR) AS level, CAST("at" AS TIMESTAMP) AS "at")'
        )
        to = str(path).replace("'", "''")
        connection.execute(f"COPY (SELECT {columns} FROM texts) TO '{to}' (FORMAT parquet)")
    return path


def same_counts(counts, ratings, framework, by, round=1):
    """Fail unless the counts are those of the ratings in memory, in the same columns, types and order."""
    expected = in_order(level_counts(ratings, by, round=round), by, framework)
    pd.testing.assert_frame_equal(counts, expected)
