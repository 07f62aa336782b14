"""Files as other tools leave them, written from literal text, and what comes of opening them."""

import zipfile
from pathlib import Path

from assesslib.faults import FaultsError
from assesslib.readers.opening import open_sheets

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def opened(path: Path, data: bytes | str):
    """The sheets and faults of a file that holds this."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return open_sheets(path, name=path.name)


def table(path: Path, data: bytes | str) -> dict[int, list[str]]:
    """The rows of the one sheet of a file that is read without a fault, by their numbers."""
    (sheet,), faults = opened(path, data)
    assert faults == ()
    return rows(sheet)


def rows(sheet) -> dict[int, list[str]]:
    return dict(zip(sheet.cells.index.tolist(), sheet.cells.values.tolist(), strict=True))


def told(path: Path, data: bytes | str) -> list[tuple[str, bool]]:
    """What is said of a file, and whether it was worked around."""
    return [(str(fault), fault.handled) for fault in opened(path, data)[1]]


def refused(path: Path, data: bytes | str | None = None) -> str:
    """Why a file is not read at all."""
    if data is not None:
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    try:
        read = open_sheets(path, name=path.name)
    except FaultsError as error:
        return str(error)
    raise AssertionError(f"It was read: {read}")


def book(path: Path, *sheets: str, strings: str = "", styles: str = "", more: dict[str, str] | None = None,
         states: tuple[str, ...] = (), settings: str = "", **how) -> Path:  # fmt: skip
    """A workbook from the XML of the rows of its sheets."""
    named = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}" {_state(states, n)}/>' for n in _count(sheets))
    places = "".join(_relation(f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in _count(sheets))
    beside = _relation("rs", "sharedStrings", "sharedStrings.xml") + _relation("rt", "styles", "styles.xml")
    parts = {
        "_rels/.rels": _relations(_relation("r", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{settings}<sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(places + beside),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    } | {f"xl/worksheets/sheet{n}.xml": sheet_xml(cells) for n, cells in enumerate(sheets, 1)}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in (parts | (more or {})).items():
            archive.writestr(part, text, **how)
    return path


def sheet_xml(cells: str) -> str:
    return f'<worksheet xmlns="{MAIN}"><dimension ref="A1"/><sheetData>{cells}</sheetData></worksheet>'


def _count(sheets) -> range:
    return range(1, len(sheets) + 1)


def _state(states: tuple[str, ...], number: int) -> str:
    return f'state="{states[number - 1]}"' if number <= len(states) else ""


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{LINKS}/{kind}" Target="{target}"/>'


def _relations(text: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}">{text}</Relationships>'
