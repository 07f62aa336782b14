"""The largest memory that this process has held."""

import re
import sys
from contextlib import suppress
from pathlib import Path

STATUS, FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")
MEGABYTE = 2**20


def peak_megabytes() -> float:
    """The most megabytes that this process has held at a time, of real memory."""
    if STATUS.exists():
        # Linux hands the largest figure of the parent on to getrusage; this one is the process' own.
        return int(re.search(r"^VmHWM:\s*(\d+)", STATUS.read_text(), re.MULTILINE)[1]) / 1024
    if sys.platform == "win32":
        import psutil

        return psutil.Process().memory_info().peak_wset / MEGABYTE
    from resource import RUSAGE_SELF, getrusage

    return getrusage(RUSAGE_SELF).ru_maxrss / MEGABYTE


def forget_peak() -> float:
    """Let the largest memory be that of now, where the system knows how (Linux); what it is then, in megabytes."""
    with suppress(OSError):
        FORGET.write_text("5")
    return peak_megabytes()
