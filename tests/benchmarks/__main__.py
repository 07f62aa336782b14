"""``python -m tests.benchmarks [--quick] [--json FILE] [NAME...]``: every benchmark, or those that are named."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from .registry import LATER, ROWS, chosen
from .row import Row, scale
from .timing import Line, measured
from .told import HEAD, as_json, cells, machine, machine_in_words, table, written

ABOUT = """\
Each figure is a ratio of runs side by side: both sides are run by turns in one go, each run is compared with the one
beside it, and the median of the ratios is shown with the middle half of them. "short" is what is not within its reach.
Files are written where temporary files go (TMPDIR)."""


def main(given: Sequence[str] | None = None) -> int:
    """Measure, print the table, and add the lines of JSON to a file."""
    asked = _asked(given)
    try:
        rows = [row for row in chosen(asked.names) if row.runs[asked.quick]]
    except ValueError as fault:
        print(fault, file=sys.stderr)
        return 2
    said, lines = machine(), []
    for row in rows:
        lines += _measured(row, asked.quick)
    print(f"\n{machine_in_words(said)}{', quick' if asked.quick else ''}\n")
    print(table([HEAD, *map(cells, lines)]))
    left = [row.name for row in chosen(asked.names) if row not in rows]
    print("\n" + "\n".join([*(f"Left out of a quick run: {name}" for name in left), *LATER]))
    if asked.json:
        with asked.json.open("a", encoding="utf-8") as file:
            file.write(written(as_json(line, said, asked.quick) for line in lines))
    return 0


def _asked(given: Sequence[str] | None) -> argparse.Namespace:
    listed = "\n".join(f"  {row.name:<16} against {row.against or 'the clock alone'}" for row in ROWS)
    parser = argparse.ArgumentParser(
        "python -m tests.benchmarks", description=ABOUT, epilog=f"names:\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("names", nargs="*", metavar="NAME", help="what to measure; everything where none is given")
    parser.add_argument("--quick", action="store_true", help="less of everything, in under a minute")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also add a line of JSON a figure to this file")
    return parser.parse_args(given)


def _measured(row: Row, quick: bool) -> list[Line]:
    """The lines of one benchmark; which it is stands on the screen meanwhile."""
    start = perf_counter()
    print(f"{row.name} ...", end=" ", file=sys.stderr, flush=True)
    with scale(quick) as given:
        lines = measured(row, given)
    print(f"{perf_counter() - start:.1f} s", file=sys.stderr, flush=True)
    return lines


if __name__ == "__main__":
    sys.exit(main())
