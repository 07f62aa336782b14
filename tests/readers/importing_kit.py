"""What an import found, in short, for its tests."""

import pandas as pd
from openpyxl import Workbook

from assesslib.framework import load_framework

CDRP, CSIT = load_framework("cdrp-dat-partnership"), load_framework("csit-collaborative-working")
TEAM = pd.DataFrame({"id": ["ann", "bob"], "name": ["Ann Ash", "Bob Birch"], "organisation": "", "role": ""})


def book(path, sheets):
    """A workbook with a sheet a title."""
    made = Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def said(result):
    """The ratings in short: member, item with its facet, and the level or state."""
    texts = result.ratings.astype("object").fillna("")
    return [(row.member, f"{row.item} {row.facet}".strip(), row.level or row.state) for row in texts.itertuples()]


def wrong(result):
    """The faults that stand."""
    return [str(fault) for fault in result.wrong]


def known(result):
    """What was dealt with, but for the items that have no column."""
    texts = [str(fault) for fault in result.faults if fault.handled]
    return [text for text in texts if "There is no column for" not in text]


def rejects(result):
    """The cells that were not taken."""
    return [tuple(row) for row in result.rejects.astype("object").itertuples(index=False)]


def asked(result):
    """What is asked, with the beginning of what is likely."""
    return [(line.kind, line.found, line.perhaps[:8]) for line in result.questions]
