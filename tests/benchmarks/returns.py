"""A nation's returns: 100 million constructed ratings in Parquet, counted by DuckDB alone and by the library.

Run by hand: ``python -m tests.benchmarks.returns [ROWS] [RUNS]``. The files are made in the folder for temporary files
(see the variable TMPDIR), about a hundred megabytes for 100 million rows, and removed afterwards.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import assesslib as al
from assesslib.engines.packed import KEY, note, part

from .figures import compared, figure
from .made import FRAMEWORK, ORGANISATIONS, ROLES, TEAM
from .row import Cost, afresh
from .timing import NotTheSame

HERE = "tests.benchmarks.returns"
MEMORY = "2GB"
YEARS = 10
_ITEMS = "SELECT unnest({ids}) AS item, unnest({sections}) AS section"
_MADE = """
COPY (
    SELECT 'partnership-' || team || '-' || year AS assessment, make_date(year, 1 + team % 12, 3) AS date,
           'm' || lpad(CAST(person AS VARCHAR), 4, '0') AS member,
           {organisations}[1 + person % {places}] AS organisation, {roles}[1 + person % {ranks}] AS role,
           section, item, '' AS facet, CAST(1 AS TINYINT) AS round,
           CASE WHEN drawn < 94 THEN 'rated' ELSE {states}[1 + drawn % 3] END AS state,
           CASE WHEN drawn < 94 THEN {codes}[1 + drawn % {levels}] ELSE '' END AS level,
           CASE WHEN n % 50 = 0 THEN 'We meet every month.' ELSE '' END AS comment,
           make_timestamp(year, 1 + team % 12, 3, 9, person, 0) AS "at", '{version}' AS version
    FROM (SELECT n, n // {answers} AS team, n // {asked} % {people} AS person, n % {asked} AS place,
                 CAST(hash(n * 31 + {year}) % 100 AS INTEGER) AS drawn, {year} AS year FROM range({rows}) AS made(n))
    JOIN (SELECT *, row_number() OVER () - 1 AS place FROM ({items})) USING (place)
) TO '{file}' (FORMAT parquet, COMPRESSION zstd{notes})"""
BARE = {
    "item and level": "SELECT item, level, count(*) FROM read_parquet('{files}') WHERE round = 1 GROUP BY ALL",
    "all that tells": "SELECT item, facet, round, state, level, count(*) FROM read_parquet('{files}') GROUP BY ALL",
}


def made(folder: Path, rows: int, noted: bool = True) -> Path:
    """Returns of ten years, a file a year, as `assess pack` writes them, or without its notes: the folder."""
    import duckdb

    notes = _notes(rows // YEARS) if noted else ""
    for year in range(2016, 2016 + YEARS):
        to = folder / part(FRAMEWORK, year)
        to.mkdir(parents=True)
        duckdb.execute(_made(to / "returns.parquet", rows // YEARS, year, notes))
    return folder


def _notes(rows: int) -> str:
    """What `assess pack` notes in its files: here true because every rating made is another's."""
    said = note("returns", {part(FRAMEWORK, year): rows for year in range(2016, 2016 + YEARS)})
    return f", KV_METADATA {{{KEY}: '{said}'}}"


def _made(file: Path, rows: int, year: int, notes: str) -> str:
    framework = al.load_framework(FRAMEWORK)
    ids = [item.id for item in framework.items]
    items = _ITEMS.format(ids=ids, sections=[item.section for item in framework.items])
    return _MADE.format(
        items=items, asked=len(ids), answers=len(ids) * TEAM, people=TEAM, codes=list(framework.codes),
        levels=len(framework.codes), organisations=list(ORGANISATIONS), places=len(ORGANISATIONS), roles=list(ROLES),
        ranks=len(ROLES), states=["blank", "dont_know", "not_applicable"], version=framework.version, rows=rows,
        year=year, file=file, notes=notes)  # fmt: skip


def bare(folder: str, which: str) -> int:
    """All ratings that DuckDB's own group-by counts, and nothing else, in as much memory."""
    import duckdb

    with duckdb.connect(config={"memory_limit": MEMORY, "threads": os.cpu_count()}) as connection:
        connection.execute("SET enable_progress_bar = false")
        groups = connection.execute(BARE[which].format(files=f"{folder}/*/*/*.parquet")).fetchall()
        return sum(count for *_, count in groups)


def ours(folder: str) -> int:
    """All ratings that were counted."""
    from assesslib.engines.duck import file_level_counts

    counts = file_level_counts(folder, FRAMEWORK, memory=MEMORY)
    return int(counts.drop(columns="item").drop(columns="n").to_numpy().sum())


def main(rows: int = 100_000_000, runs: int = 3) -> None:
    """Print what each way takes, medians of several runs, one after the other in turn."""
    with TemporaryDirectory(prefix="returns-") as folder:
        packed, plain = (str(made(Path(folder, name), rows, name == "packed")) for name in ("packed", "plain"))
        size = sum(file.stat().st_size for file in Path(packed).rglob("*.parquet"))
        print(f"{rows:,} rows in {size / 1e6:,.0f} MB of Parquet, {os.cpu_count()} cores, memory {MEMORY}", flush=True)
        ways = {f"DuckDB alone, {which}": afresh(HERE, "bare", packed, which) for which in BARE}
        ways |= {"al.level_counts of a packing": afresh(HERE, "ours", packed)}
        ways |= {"of other files": afresh(HERE, "ours", plain)}
        costs: dict[str, list[Cost]] = {way: [] for way in ways}
        for _ in range(runs):
            for way, run in ways.items():
                costs[way].append(run())
        _tell(costs)


def _tell(costs: dict[str, list[Cost]]) -> None:
    """A line a way: seconds with their spread, the ratio to each way of DuckDB alone, run by run, and the peak."""
    if len({cost.came for some in costs.values() for cost in some}) > 1:
        raise NotTheSame("not all ways counted as many ratings")
    alone = list(costs)[: len(BARE)]
    for way, some in costs.items():
        seconds = figure([cost.seconds for cost in some])
        ratios = ", ".join(f"{compared('time', some, costs[other]).middle:.2f} x" for other in alone)
        peak = max(cost.peak for cost in some)
        print(f"{way:30} {seconds.middle:6.2f} s ({seconds.low:.2f} to {seconds.high:.2f})  {ratios}  {peak:5.0f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
