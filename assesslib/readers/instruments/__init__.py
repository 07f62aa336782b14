"""Other people's instruments -> framework files: spreadsheets, XLSForms, libraries of CISO Assistant."""

from assesslib.readers.instruments.read import read_instrument, read_sheets
from assesslib.readers.instruments.records import InstrumentRead, Wishes
from assesslib.readers.instruments.report import report, report_text
from assesslib.readers.instruments.scale import read_scale
from assesslib.readers.instruments.write import instrument_toml

__all__ = ["InstrumentRead", "Wishes", "instrument_toml", "read_instrument", "read_scale", "read_sheets", "report",
           "report_text"]  # fmt: skip
