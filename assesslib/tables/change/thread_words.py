"""Sentences on the golden threads and fault lines of two assessments."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from assesslib.tables.change.telling import Telling
from assesslib.tables.change.threads_alike import KEY, NOT_COMPARED, UNKNOWN
from assesslib.tables.findings.finding import Finding
from assesslib.tables.findings.patterns import TOLD
from assesslib.words import capital, count, noun, series

THREADS = {
    "held": "The {what} {title} held: {now} in the later assessment.",
    "appeared": "A {what} appeared, {title}: {now}.",
    "healed": "The {what} {title} healed: it ran through {then} and is not found any more.",
    "faded": "The {what} {title} faded: it ran through {then} and is not found any more.",
    UNKNOWN: "Whether the {what} {title} is there in both assessments cannot be told: {why}.",
}
FOUND = {
    (True, True): "found in both assessments",
    (True, False): "found only in the earlier assessment",
    (False, True): "found only in the later assessment",
}


def thread_findings(over: pd.DataFrame, telling: Telling) -> Iterator[Finding]:
    """What became of the golden threads and fault lines between two assessments.

    Parameters
    ----------
    over : DataFrame
        As `assesslib.tables.threads_over` gives it for the two.
    telling : Telling
        How it is told. Those that cannot be compared for one reason are told in one sentence.
    """
    told = [rows.sort_values("place").to_dict("records") for _, rows in over.groupby(list(KEY), sort=False)]
    yield from (_finding(*both, telling) for both in told if both[0]["word"] != NOT_COMPARED)
    apart = [both for both in told if both[0]["word"] == NOT_COMPARED]
    for group in dict.fromkeys(map(_group, apart)):
        yield _not_compared([both for both in apart if _group(both) == group])


def _finding(then: Mapping, now: Mapping, telling: Telling) -> Finding:
    items = now["latest"] if now["found"] else then["latest"]
    words = THREADS[now["word"]].format(
        what=now["direction"], title=_title(now), why=now["why"],
        now=telling.items(now["latest"]), then=telling.items(then["latest"]),
    )  # fmt: skip
    n = int(min(then["levelled"], now["levelled"]))
    return Finding("thread", words, items, now["notes"], n, f"{telling.counted(n)} with a level")


def _title(row: Mapping) -> str:
    return f"{row['title']} ({TOLD[row['source']]})"


def _group(both: Sequence[Mapping]) -> tuple:
    """What those that are told in one sentence share: the direction, where they were found, and the reason."""
    then, now = both
    return now["direction"], (then["found"], now["found"]), now["why"]


def _not_compared(group: Sequence[Sequence[Mapping]]) -> Finding:
    direction, found, why = _group(group[0])
    n, titles = len(group), series([_title(now) for _, now in group])
    what, was = noun(n, direction), "was" if n == 1 else "were"
    words = f"The {what} {titles} {was} {FOUND[found]}, and the two cannot be compared: {why}."
    items = dict.fromkeys(item for then, now in group for item in (*now["latest"], *then["latest"]))
    notes = dict.fromkeys(note for _, now in group for note in now["notes"])
    return Finding("thread", capital(words), tuple(items), tuple(notes), n, count(n, direction))
