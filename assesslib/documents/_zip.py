"""Office files are zip archives; equal content makes equal bytes only where the clock is kept out of them."""

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from assesslib.words import day_of

_FIRST = date(2000, 1, 1)
"""What stands for a document's day where it has none."""


def moment(day: str) -> datetime:
    """The moment that the properties of a file name: the beginning of the document's day.

    Examples
    --------
    >>> moment("2026-03-03"), moment("")
    (datetime.datetime(2026, 3, 3, 0, 0), datetime.datetime(2000, 1, 1, 0, 0))
    """
    return datetime.combine(day_of(day) or _FIRST, datetime.min.time())


def settled(archive: bytes, instead: Mapping[str, bytes] | None = None) -> bytes:
    """An archive with the same files, every one dated alike; ``instead`` holds files to replace, by name."""
    held = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(held, "w") as new:
        for name in old.namelist():
            data = (instead or {}).get(name, old.read(name))
            new.writestr(ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), data, ZIP_DEFLATED, 6)
    return held.getvalue()
