"""What a cell of a workbook holds -> its text, and what is odd about it."""

import math
import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from functools import lru_cache

from assesslib.readers.records import DATE, ERROR, NUMBER

Value = tuple[str, str]
"""The text, and "" or one of the words of `RawSheet.odd`."""
PLAIN, DAY, SPAN = "", "day", "span"
"""How a number is shown: as it is, as a date or time, as a time span."""
_WHOLE = 1e15
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z?)?")


def number_text(text: str) -> Value:
    """A stored number as text: 5.0 as 5, without the digits that only a computer needs.

    Examples
    --------
    >>> number_text("5.0"), number_text("1.1000000000000001"), number_text("nan")
    (('5', ''), ('1.1', 'number'), ('nan', 'error'))
    """
    try:
        number = float(text)
    except ValueError:
        return text, ERROR
    if not math.isfinite(number):
        return text, ERROR
    whole = number.is_integer() and abs(number) < _WHOLE
    return (str(int(number)), "") if whole else (repr(number), "" if number.is_integer() else NUMBER)


def date_text(text: str, shown: str, from_1904: bool) -> Value:
    """A stored number that is shown as a date, time or time span: as ISO text.

    Parameters
    ----------
    text : str
        Days since the workbook's beginning of time.
    shown : str
        `DAY` or `SPAN`.
    from_1904 : bool
        Whether that is 1904, as on old Macintoshes, and not 1900.

    Examples
    --------
    >>> date_text("46082.385416666664", DAY, False), date_text("46082", DAY, False), date_text("0.25", DAY, False)
    (('2026-03-01 09:15:00', 'date'), ('2026-03-01', 'date'), ('06:00:00', 'date'))
    >>> date_text("1.5", SPAN, False), date_text("-3", DAY, False)
    (('36:00:00', 'date'), ('-3', 'error'))
    """
    from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

    plain, odd = number_text(text)
    try:
        number = float(text)
        if odd == ERROR or number < 0:
            return plain, ERROR
        if shown == SPAN:
            return _span(timedelta(days=number)), DATE
        return _moment(from_excel(number, MAC_EPOCH if from_1904 else WINDOWS_EPOCH)), DATE
    except (ValueError, OverflowError):
        return plain, ERROR


def _span(span: timedelta) -> str:
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _moment(moment: datetime | time) -> str:
    if isinstance(moment, time):
        return moment.isoformat("seconds")
    rounded = (moment + timedelta(seconds=0.5)).replace(microsecond=0)
    return rounded.date().isoformat() if rounded.time() == time() else rounded.isoformat(" ")


def iso_text(text: str) -> Value:
    """A date that is stored as ISO text.

    Examples
    --------
    >>> iso_text("2026-03-01T09:15:00Z"), iso_text("2026-03-01"), iso_text("soon")
    (('2026-03-01 09:15:00', 'date'), ('2026-03-01', 'date'), ('soon', 'error'))
    """
    found = _ISO_DAY.fullmatch(text)
    return (" ".join(filter(None, found.groups())), DATE) if found else (text, ERROR)


def unescaped(text: str) -> str:
    """A text with the control characters that a workbook writes as ``_x000D_``.

    Examples
    --------
    >>> unescaped("a_x000D_b"), unescaped("_x005F_x000D_"), unescaped("x_y")
    ('a\\rb', '_x000D_', 'x_y')
    """
    if "_x" not in text:
        return text
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).replace("\0", "")
    return text.encode("utf-8", "replace").decode("utf-8")


@lru_cache(maxsize=1024)
def shown_as(code: str) -> str:
    """How a number format shows numbers: `PLAIN`, `DAY` or `SPAN`.

    Examples
    --------
    >>> shown_as("0.00"), shown_as("yyyy-mm-dd"), shown_as("[h]:mm"), shown_as('0 "days"')
    ('', 'day', 'span', '')
    """
    from openpyxl.styles.numbers import is_date_format, is_timedelta_format

    code = code[:255]
    return SPAN if is_timedelta_format(code) else DAY if is_date_format(code) else PLAIN


def shown_by_style(formats: Sequence[int], codes: dict[int, str]) -> tuple[str, ...]:
    """How each style of a workbook shows numbers, by the numbers of the formats and the codes the workbook declares."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS

    return tuple(shown_as(codes.get(number) or BUILTIN_FORMATS.get(number, "General")) for number in formats)
