"""``python -m tests.benchmarks.growth [--all] [--json FILE] [AXIS...]``: what the tables cost as the work grows.

Each table is made at 1, 10 and 100 times the usual size (12 members, 37 items, 2 years, 1 assessment), and with
``--all`` at 1,000 times, in a process of its own that is stopped after so many seconds.
"""

import argparse
import json
import math
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from .figures import exponent, n_log_n
from .peak import forget_peak, peak_megabytes
from .row import ROOT
from .told import machine, machine_in_words, number, table, written

SIZES = (1, 10, 100, 1000)
LONG = 1.0
"""Seconds after which work is not repeated."""
REPEATS = 5
ROOM = 0.1
"""By how much the last step's exponent may be over that of n log n before it is said: times are never alike."""
HEAD = ("grows", "table", "times", "rows", "seconds", "MB more", "exponent", "last step", "")


def grown(axis: str, name: str, sizes: Sequence[int], folder: Path) -> Iterator[dict]:
    """One table at every size, the smallest first: rows, median seconds and megabytes above what was held before."""
    from .growth_cases import AXES

    make = AXES[axis][name]
    # What is loaded at first use is not the table's own cost.
    make(1, _made(folder / "first")).work()
    for times in sizes:
        case = make(times, folder)
        before = forget_peak()
        seconds = list(_repeated(case.work))
        peak = max(peak_megabytes() - before, 0)
        yield {"times": times, "rows": case.rows, "seconds": median(seconds), "megabytes": peak}


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _repeated(work: Callable[[], object]) -> Iterator[float]:
    begun = perf_counter()
    for _ in range(REPEATS):
        start = perf_counter()
        work()
        yield perf_counter() - start
        if perf_counter() - begun > LONG:
            return


def in_child(axis: str, name: str, sizes: Sequence[int], patience: float) -> list[dict]:
    """What `grown` finds in a process of its own; those sizes that it came to in so many seconds."""
    command = [sys.executable, "-m", f"{__package__}.growth", "--child", name, axis]
    # A process that is stopped leaves its files: they go with this one's folder.
    with TemporaryDirectory(prefix="growth-") as folder:
        command += ["--folder", folder, "--sizes", *map(str, sizes)]
        try:
            done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, timeout=patience).stdout
        except subprocess.TimeoutExpired as late:
            done = late.stdout or b""
    return [json.loads(line) for line in done.decode().splitlines()]


def judged(found: Sequence[dict]) -> dict[str, float | bool]:
    """The exponents of the time in rows, fitted to all sizes and of the last step, and whether that is within n log n.

    Examples
    --------
    >>> linear = [{"rows": 10, "seconds": 1}, {"rows": 100, "seconds": 10}]
    >>> judged(linear)["ok"], judged([linear[0], {"rows": 100, "seconds": 100}])["ok"]
    (True, False)
    """
    rows, seconds = [one["rows"] for one in found], [one["seconds"] for one in found]
    if len(found) < 2:
        return {"exponent": math.nan, "last": math.nan, "ok": True}
    last = exponent(rows[-2:], seconds[-2:])
    return {"exponent": exponent(rows, seconds), "last": last, "ok": last <= n_log_n(*rows[-2:]) + ROOM}


def lines(axis: str, name: str, found: Sequence[dict], asked: Sequence[int], patience: float) -> Iterator[list[str]]:
    """The lines of one table: a line a size, the exponents beside the last, and the size that took too long."""
    verdict = judged(found)
    for one in found:
        end = ["", "", ""]
        if one is found[-1] and len(found) > 1:
            end = [f"{verdict['exponent']:.2f}", f"{verdict['last']:.2f}", "ok" if verdict["ok"] else "over n log n"]
        size = [axis, name, f"{one['times']:,}", f"{one['rows']:,}"]
        yield [*size, number(one["seconds"]), number(one["megabytes"]), *end]
    if late := [times for times in asked if times not in [one["times"] for one in found]]:
        yield [axis, name, f"{late[0]:,}", "", f"not done in {patience:g}", "", "", "", "stopped"]


def main(given: Sequence[str] | None = None) -> int:
    """Print the table, and add the lines of JSON to a file."""
    asked = _asked(given)
    if asked.child:
        for one in grown(asked.axes[0], asked.child, asked.sizes, asked.folder):
            print(json.dumps(one), flush=True)
        return 0
    from .growth_cases import AXES

    sizes, said, shown = SIZES if asked.all else SIZES[:-1], machine(), [HEAD]
    for axis, name in [(grows, name) for grows in asked.axes or AXES for name in AXES[grows]]:
        print(f"{axis}: {name} ...", file=sys.stderr, flush=True)
        found = in_child(axis, name, sizes, asked.patience)
        shown += lines(axis, name, found, sizes, asked.patience)
        if asked.json:
            _keep(asked.json, said | {"axis": axis, "table": name, "sizes": found} | judged(found))
    print(f"\n{machine_in_words(said)}\n\n{table(shown)}")
    return 0


def _keep(path: Path, found: dict) -> None:
    """Add a line at once: a run of many minutes may be broken off."""
    with path.open("a", encoding="utf-8") as file:
        file.write(written([json.dumps(found)]))


def _asked(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.benchmarks.growth", description=__doc__.split("\n\n")[1])
    parser.add_argument("axes", nargs="*", metavar="AXIS", help="members, items, years or assessments; all without")
    parser.add_argument("--all", action="store_true", help="1,000 times the usual size as well")
    parser.add_argument("--patience", type=float, default=60, metavar="S", help="seconds a table may take (60)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also add a line of JSON a table to this file")
    parser.add_argument("--child", default="", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help=argparse.SUPPRESS)
    asked = parser.parse_args(given)
    if unknown := [axis for axis in asked.axes if axis not in ("members", "items", "years", "assessments")]:
        parser.error(f"“{unknown[0]}” does not grow. Allowed: members, items, years, assessments. Name some, or none.")
    return asked


if __name__ == "__main__":
    sys.exit(main())
