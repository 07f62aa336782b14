"""What a file is by what it holds, whatever it is called; and what to do about one that cannot be read."""

import re
import struct
from collections.abc import Iterable
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from assesslib.readers.opening.bounds import MEGABYTE, MOST_PARTS, MOST_ZIPPED
from assesslib.readers.opening.text import wide_encoding

TEXT, WORKBOOK = "text", "workbook"
OLD, LOCKED, OLD_WORD, OPEN_DOCUMENT, NUMBERS = "old workbook", "locked", "old Word", "OpenDocument", "Numbers"
WORD, SLIDES, BINARY, ZIPPED, PDF, PAGE, XML, RICH, OTHER = (
    "Word", "slides", "binary workbook", "zip", "PDF", "web page", "XML", "rich text", "other",
)  # fmt: skip
_SAVE = "Open it in Excel or LibreOffice and save it as .xlsx."
_EXPORT = "Export the answers as .csv or .xlsx."
ADVICE = {
    OLD: ("This is a workbook of an old kind (.xls)", _SAVE),
    LOCKED: ("The workbook is locked with a password", "Open it in Excel, remove the password (File, Info, Protect "
             "Workbook, Encrypt with Password) and save it."),
    OLD_WORD: ("This is a Word document of an old kind (.doc)", _EXPORT),
    OPEN_DOCUMENT: ("This is an OpenDocument file (.ods, .odt)", "Open it in LibreOffice and save it as .xlsx."),
    NUMBERS: ("This is a Numbers or Pages document", "Open it on the Mac and export it as .xlsx or .csv."),
    WORD: ("This is a Word document", "For answers, export a .csv or .xlsx; copy a filled form as text into a .txt "
           "file."),
    SLIDES: ("This is a PowerPoint file", _EXPORT),
    BINARY: ("This is a binary workbook (.xlsb)", _SAVE),
    ZIPPED: ("This is a zip folder", "Unpack it and give the file within that holds the answers."),
    PDF: ("This is a PDF", f"{_EXPORT} A PDF does not hold them as a table."),
    PAGE: ("This is a web page, whatever its name says", _SAVE),
    XML: ("This is an XML file", f"{_EXPORT} If it opens in Excel, save it from there as .xlsx."),
    RICH: ("This is a rich-text document", _EXPORT),
    OTHER: ("This is no table: the file holds neither text nor a workbook", _EXPORT),
}  # fmt: skip
"""By the kind of a file that is not read: what it is, and what to do."""
_STARTS = (
    (re.compile(rb"\s*%PDF"), PDF),
    (re.compile(rb"\s*\{\\rtf"), RICH),
    (re.compile(rb"\s*<(!doctype\s+html|html|head|body|table|meta|style|div)\b", re.IGNORECASE), PAGE),
    (re.compile(rb"\s*<\?xml"), XML),
)
_ENTRY = b"PK\x01\x02"
_BINARY = bytes(sorted({*range(1, 9), *range(14, 28), 127}))


def kind_of(path: Path) -> str:
    """What a file is: `TEXT`, `WORKBOOK`, or a kind in `ADVICE`.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "answers.csv")
    ...     _ = path.write_bytes(b"%PDF-1.7")
    ...     kind_of(path)
    'PDF'
    """
    with path.open("rb") as file:
        start = file.read(4096)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(path)
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(path)
    known = next((kind for sign, kind in _STARTS if sign.match(start.removeprefix(b"\xef\xbb\xbf"))), "")
    return known or (TEXT if wide_encoding(start) or _is_text(start) else OTHER)


def _is_text(start: bytes) -> bool:
    """Text may hold a null or another control character by mistake, but not many."""
    strange = len(start) - len(start.translate(None, _BINARY))
    return strange * 50 <= len(start) and start.count(0) * 4 <= len(start)


def _zipped(path: Path) -> str:
    """A zip file that is beyond the bounds or broken is left to the reader of workbooks, which says so."""
    if path.stat().st_size > MOST_ZIPPED or entries(path) > MOST_PARTS:
        return WORKBOOK
    try:
        with ZipFile(path) as archive:
            return _by_names([name.replace("\\", "/").lower() for name in archive.namelist()])
    except (BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        return WORKBOOK


def _by_names(names: Iterable[str]) -> str:
    names = set(names)
    signs = (
        ("xl/workbook.bin" in names, BINARY),
        (any(name.startswith("xl/") for name in names), WORKBOOK),
        (any(name.startswith("word/") for name in names), WORD),
        (any(name.startswith("ppt/") for name in names), SLIDES),
        (any(name.endswith(".iwa") or name == "index.zip" for name in names), NUMBERS),
        ("mimetype" in names, OPEN_DOCUMENT),
        ("[content_types].xml" in names, WORKBOOK),
    )
    return next((kind for holds, kind in signs if holds), ZIPPED)


def _compound(path: Path) -> str:
    """What stands in the container that Office used before 2007 and still uses for what is locked."""
    with path.open("rb") as file:
        data = file.read(64 * MEGABYTE)
    streams = (("EncryptedPackage", LOCKED), ("WordDocument", OLD_WORD), ("Workbook", OLD), ("Book", OLD))
    return next((kind for name, kind in streams if name.encode("utf-16-le") in data), OTHER)


def entries(path: Path) -> int:
    """How many files a zip file may say it holds, found without reading its directory, which may be huge."""
    found, tail = 0, b""
    with path.open("rb") as file:
        for chunk in iter(lambda: file.read(MEGABYTE), b""):
            found += (tail + chunk).count(_ENTRY)
            tail = chunk[1 - len(_ENTRY) :]
    return found
