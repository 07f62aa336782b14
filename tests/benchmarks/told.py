"""What was measured, as a table to read and as lines of JSON to keep."""

import json
import os
import platform
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version

from .row import WORDS
from .timing import Line

HEAD = ("what", "against", "median", "middle half", "reach", "")


def machine() -> dict[str, str | int | float]:
    """When and where: the time, the cores, the memory in gigabytes, and the versions of what decides most."""
    return {
        "at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gb": _memory(),
        "system": platform.system(),
        "python": platform.python_version(),
        "pandas": version("pandas"),
    }


def _memory() -> float:
    import psutil

    return round(psutil.virtual_memory().total / 2**30, 1)


def machine_in_words(said: dict) -> str:
    """The machine as a line above a table."""
    return (f"{said['at'][:10]}, {said['cores']} cores, {said['memory_gb']:g} GB, {said['system']}, "
            f"Python {said['python']}, pandas {said['pandas']}")  # fmt: skip


def number(value: float) -> str:
    """A figure with three digits that count.

    Examples
    --------
    >>> number(0.012345), number(3.14159), number(271.8), number(12345.6)
    ('0.0123', '3.14', '272', '12,346')
    """
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def cells(line: Line) -> tuple[str, ...]:
    """A line of the table as texts."""
    unit = WORDS[line.reach.kind][1]
    spread = f"{number(line.found.low)} to {number(line.found.high)}" if line.runs > 1 else "one run"
    return (line.what, line.row.against or "-", f"{number(line.found.middle)} {unit}", spread, str(line.reach),
            "ok" if line.ok else "short")  # fmt: skip


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows of texts in columns, the first row being the head.

    Examples
    --------
    >>> print(table([("what", "median"), ("a", "2 x")]))
    what  median
    a     2 x
    """
    wide = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(size) for cell, size in zip(row, wide, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def as_json(line: Line, said: dict, quick: bool) -> str:
    """A line of the table as a line of JSON: seconds, megabytes, and the reach with whether it was reached."""
    return json.dumps({
        **said, "quick": quick, "name": line.row.name, "kind": line.reach.kind, "what": line.what,
        "against": line.row.against, "size": line.size, "runs": line.runs,
        "median": line.found.middle, "low": line.found.low, "high": line.found.high,
        "seconds": line.ours.middle, "other_seconds": line.other and line.other.middle,
        "peak_mb": line.peaks[0] or None, "other_peak_mb": line.peaks[1] or None,
        "reach": str(line.reach), "limit": line.reach.limit, "ok": line.ok,
    })  # fmt: skip


def written(lines: Iterable[str]) -> str:
    """Lines as the text of a file of JSON lines."""
    return "".join(f"{line}\n" for line in lines)
