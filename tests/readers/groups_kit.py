"""Tables with two rows of headings above two items, and what the transposed layout makes of them."""

import pytest
from readers.raw_kit import raw
from zoo import CDRP

from assesslib.readers.layouts import transposed

ROWS = (("1.1", "G", "W", "S", "D", "G", "W"), ("1.2", "W", "W", "D", "G", "S", "S"))
LABELS = ("Ref,Standard", ",")


def sheet(upper, lower, labels=LABELS):
    """Two rows of headings with the labels of the items in the upper or the lower one, and two items below."""
    wide = upper.count(",") + 1
    rows = (f"{row[0]},Led,{','.join(row[1 : 1 + wide])}" for row in ROWS)
    return raw("\n".join([f"{labels[0]},{upper}", f"{labels[1]},{lower}", *rows]) + "\n")


def read(upper, lower, labels=LABELS):
    assert transposed.recognises(sheet(upper, lower, labels), CDRP)
    return transposed.read(sheet(upper, lower, labels), CDRP)


def of(*columns):
    """What stands in some columns, counted from the first beside the items."""
    return [[row[1 + at] for row in ROWS] for at in columns]


def people(said):
    """By name the answers of each person; of what was agreed in the last place."""
    named = dict(zip(said.people["name"], said.answers.loc[said.people.index].to_numpy().tolist(), strict=True))
    return named, None if said.agreed is None else said.answers.loc[said.agreed].tolist()


def told(said):
    return [(fault.handled, str(fault).removeprefix("export.csv, ")) for fault in said.faults]


def below(text):
    return (True, f"row 2: “{text}” stands below the names and was not read.")


def above(text):
    return (True, f"row 1: “{text}” stands above the names and was not read.")


def left(column, text, why):
    return (True, f"column {column} ({text}): “{text}” was left out: {why}.")


AIMED, EARLIER, NOTES = "it holds what is aimed at", "it is of another time", "it holds notes"
BOTH = pytest.mark.parametrize("labels", [LABELS, LABELS[::-1]])
"""Ref and Standard in the upper row, as over cells merged downwards, or in the lower one."""
