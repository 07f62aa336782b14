"""Sentences on the golden threads and fault lines of two assessments."""

from collections.abc import Iterator

import pandas as pd

from assesslib.tables.change.telling import Telling
from assesslib.tables.findings.finding import Finding
from assesslib.tables.findings.patterns import TOLD

THREADS = {
    "held": "The {what} {title} held: {now} in the later assessment.",
    "appeared": "A {what} appeared, {title}: {now}.",
    "healed": "The {what} {title} healed: it ran through {then} and is not found any more.",
    "faded": "The {what} {title} faded: it ran through {then} and is not found any more.",
    "cannot be told": "Whether the {what} {title} is there in both assessments cannot be told: too many of its "
    "{items} have no level in one of them.",
}


def thread_findings(over: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """What became of the golden threads and fault lines between two assessments.

    Parameters
    ----------
    over : DataFrame
        As `assesslib.tables.threads_over` gives it for the two.
    telling : Telling
        How it is told.
    """
    for _, rows in over.groupby(["source", "theme", "direction"], sort=False):
        then, now = rows.to_dict("records")
        items = now["items"] if now["found"] else then["items"]
        words = THREADS[now["word"]].format(
            what=now["direction"], title=f"{now['title']} ({TOLD[now['source']]})", items=telling.framework.term(2),
            now=telling.items(now["items"]), then=telling.items(then["items"]),
        )  # fmt: skip
        n = int(min(then["levelled"], now["levelled"]))
        yield Finding("thread", words, items, now["notes"], n, f"{telling.counted(n)} with a level")
