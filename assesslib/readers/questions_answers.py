"""What an import must ask of answers: those that cannot be read or are not sure, and cells that are empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from assesslib.faults import Fault, listed, shorten
from assesslib.framework import Framework
from assesslib.readers.mapping import EMPTY, LEVEL, Line, Told
from assesslib.readers.matching.scale import MISFIT, NUMBER, Reading
from assesslib.readers.questions import ACCEPT, ACCEPTED, SAY_WHAT, Asked
from assesslib.readers.told_numbers import with_numbers
from assesslib.words import many


def told_readings(readings: Mapping[str, Reading], told: Told, accept: bool, framework: Framework,
                  ) -> dict[str, Reading]:  # fmt: skip
    """The readings with those that a person gave, and, if that was allowed, with those that are likely."""
    numbered = with_numbers(readings, told.answers, framework)
    given = {text: _given(one, _said_of(text, told)) for text, one in numbered.items()}
    return {text: _agreed(one) if accept and one.state and not one.sure else one for text, one in given.items()}


def _said_of(text: str, told: Told) -> Reading | None:
    return told.answers.get(text) or told.answers.get(text.strip())


def _given(one: Reading, said: Reading | None) -> Reading:
    """What a person said, but of numbers: these are taken together, and what the file or the scale says goes before."""
    return one if said is None or (said.level and one.how in _BY_NUMBER) else said


def _agreed(reading: Reading) -> Reading:
    return replace(reading, sure=True, how=ACCEPTED)


def ask_answers(readings: Mapping[str, Reading], cells: pd.DataFrame, place: str, framework: Framework) -> Asked:
    """What to ask of the answers of a file.

    Parameters
    ----------
    readings : mapping
        What each text was read as.
    cells : DataFrame
        The answers as `long_cells` gives them.
    place : str
        The file and sheet, as faults name them.
    framework : Framework
        What was rated.
    """
    open_texts = [text for text, one in readings.items() if not one.taken]
    spots = _spots(cells[cells["state"] == ""], open_texts)
    stand = {text: readings[text] for text in open_texts if text in spots}
    numbers = {text: one for text, one in stand.items() if one.how in (NUMBER, MISFIT)}
    others = [_unread(text, one, spots[text], place, framework) for text, one in stand.items() if text not in numbers]
    number = [*_as_before(readings, place), *(_numbers(numbers, spots, place, framework) if numbers else [])]
    asked = stand | {text: one for text, one in readings.items() if one.how == ACCEPTED}
    lines = [Line(LEVEL, text, one.level, _WHY.get(one.how, "not on the scale")) for text, one in asked.items()]
    return Asked((*number, *others), tuple(lines))


_BY_NUMBER = (NUMBER, MISFIT, "number", "mapping")
_WHY = {ACCEPTED: "accepted as likely", NUMBER: "a number", MISFIT: "a number", "against": "code and words disagree",
        "two": "two levels", "error": "a spreadsheet’s error", "dash": "no answer, or not applicable?",
        "place": "a tool’s own code",
        "marked": "a level with a mark", "part": "part of a label", "small edit": "almost a label"}  # fmt: skip


def _spots(cells: pd.DataFrame, texts: Iterable[str]) -> dict[str, tuple[pd.Series, int]]:
    """By text its first place and how many cells hold it."""
    here = cells[cells["text"].isin(list(texts))]
    counts = here["text"].value_counts()
    return {row["text"]: (row, int(counts[row["text"]])) for _, row in here.drop_duplicates("text").iterrows()}


def _unread(text: str, reading: Reading, spot: tuple[pd.Series, int], place: str, framework: Framework) -> Fault:
    row, count = spot
    more = f" (in {count} cells, this is the first)" if count > 1 else ""
    labels = {level.code: level.label for level in framework.levels}
    said = {"file": place, "row": int(row["row"]), "column": row["column"], "value": text}
    if reading.state:
        return Fault(
            f"may stand for {reading.level} = {shorten(labels.get(reading.level, ''))}{more}", **said, do=ACCEPT
        )
    if reading.how == "against":
        return Fault(f"names one level by its code or number and another by its words{more}", **said, do=SAY_WHAT)
    if reading.how == "two":
        return Fault(f"gives more than one level{more}", **said, do="Ask which of them counts, and leave that one.")
    if reading.how == "error":
        what = f"is an error of the spreadsheet and no answer{more}"
        return Fault(what, **said, do="Correct the cell, or empty it.")
    if reading.how == "dash":
        return Fault(f"may be no answer, or not applicable{more}", **said, do="Say which of them it is.")
    allowed = (*framework.codes, *(shorten(label, 30) for label in labels.values()))
    return Fault(f"is not a level of this scale{more}", **said, allowed=allowed, do=SAY_WHAT)


def _as_before(readings: Mapping[str, Reading], place: str) -> list[Fault]:
    """What numbers were read as because a person said so, perhaps of another file."""
    said = sorted({(one.number, one.level) for one in readings.values() if one.number is not None and _by_person(one)})
    meant = listed([f"{number} = {level}" for number, level in said], 12)
    return [Fault(f"Numbers were read as the mapping says: {meant}", file=place, handled=True)] if said else []


def _by_person(one: Reading) -> bool:
    return one.how == "mapping" and bool(one.level)


def _numbers(numbers: Mapping[str, Reading], spots: Mapping[str, tuple[pd.Series, int]], place: str,
             framework: Framework) -> list[Fault]:  # fmt: skip
    row, _ = spots[next(iter(numbers))]
    first, last = framework.codes[0], framework.codes[-1]
    found = listed(sorted(numbers, key=lambda text: numbers[text].number or 0))
    k = len(framework.codes)
    are, they = ("are numbers", "they mean") if len(numbers) > 1 else ("is a number", "it means")
    what = f"{are}, and nothing in the file says what {they}: {first} may be 0, 1 or {k}"
    if any(one.how == MISFIT for one in numbers.values()):
        what = f"{are}, and what was said of numbers before does not fit them all"
    do = f"Say what they mean, e.g. {first} = 1 and {last} = {k}."
    return [Fault(what, file=place, row=int(row["row"]), column=row["column"], value=found, do=do)]


def ask_empty(cells: pd.DataFrame, place: str, framework: Framework, told: Told) -> Asked:
    """Whether empty cells may be an option without a label: nobody gave an inner level, the others came as labels."""
    rated = cells.loc[(cells["state"] == "rated").to_numpy(), ["level", "text"]]
    given = set(rated["level"].unique())
    missing = [code for code in framework.codes[1:-1] if code not in given]
    if not missing or "" in told.answers:
        return Asked()
    blank = [text for text in cells["text"].unique() if not text.strip()]
    empty = cells[cells["text"].isin(blank)]
    if not (len(empty) and _by_label(rated, framework)):
        return Asked()
    row = empty.iloc[0]
    held = many(len(empty), "cell is", "cells are")
    what = f"{held} empty and nobody gave {listed(missing)}: an option without a label comes out empty"
    fault = Fault(what, file=place, row=int(row["row"]), column=row["column"], do=_what_empty(missing))
    return Asked((fault,), (Line(LEVEL, EMPTY, "", "no answer, or an option without a label?"),))


def _by_label(rated: pd.DataFrame, framework: Framework) -> bool:
    """Whether any answer is a label: codes that an option bears come out whatever it is called."""
    codes = {code.casefold() for code in framework.codes}
    return any(text.strip().casefold() not in codes for text in rated["text"].unique())


def _what_empty(missing: Sequence[str]) -> str:
    if len(missing) == 1:
        return f"Say whether an empty cell is {missing[0]} or no answer."
    return ("Say that an empty cell is no answer, or which one of them it is; where several options have no label, "
            "export the answers as numbers.")  # fmt: skip
