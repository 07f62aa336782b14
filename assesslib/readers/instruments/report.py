"""What became of everything in an instrument's file, for a person to check."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from assesslib.readers.instruments.records import LEFT_OUT, InstrumentRead
from assesslib.words import many

if TYPE_CHECKING:
    import pandas as pd

KINDS = {
    "spreadsheet": "a spreadsheet",
    "xlsform": "an XLSForm",
    "ciso-assistant": "a library of CISO Assistant",
}
COLUMNS = ("place", "found", "became", "why")


def report(read: InstrumentRead) -> pd.DataFrame:
    """One row for each row or node of the file that holds something: ``place, found, became, why``, all texts.

    ``place`` is the file (and sheet) with the row or line; ``became`` names the section, item or level, or says
    ``left out``, and then ``why`` says why.
    """
    import pandas as pd

    rows = [(trace.spot.fault("").place, trace.found, trace.became, trace.why) for trace in read.traces]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")


def report_text(read: InstrumentRead) -> str:
    """The same in short: what it was read as, what it holds, what was left out and every fault, a line each."""
    return "\n".join([*_summary(read), *map(str, read.standing), *(str(one) for one in read.faults if one.handled)])


def _summary(read: InstrumentRead) -> list[str]:
    if not read.kind:
        return []
    rated = sum(section.rated for section in read.sections)
    scale = f"levels {read.levels[0].code} to {read.levels[-1].code}" if read.levels else "no scale yet"
    holds = f"{many(len(read.items), 'item')} in {many(rated, 'section')}, {scale}"
    return [f"{read.file} was read as {KINDS[read.kind]}: {holds}.", *_left_out(read)]


def _left_out(read: InstrumentRead) -> list[str]:
    whys = Counter(trace.why for trace in read.traces if trace.became == LEFT_OUT)
    return [f"Left out: {n}, because {why}." for why, n in whys.most_common()]
