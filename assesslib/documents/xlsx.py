"""A document as a workbook: its text on the first sheet, each table on one of its own."""

from __future__ import annotations

from assesslib.documents._check import sound
from assesslib.documents._xlsx_file import saved
from assesslib.documents._xlsx_names import sheet_names
from assesslib.documents._xlsx_table import add_table, choices_last
from assesslib.documents._xlsx_text import write_text
from assesslib.documents.model import Document, Picture, Table, flat


def as_xlsx(document: Document) -> bytes:
    """A document as xlsx; equal documents give equal bytes.

    A text that looks like a formula is stored and shown as text. One that is too long for a cell goes on in the next
    row.

    Raises
    ------
    FaultsError
        It holds what no writer could carry.

    Examples
    --------
    >>> from assesslib.documents.model import Document, Heading
    >>> as_xlsx(Document("Plan", (Heading("Goals"),)))[:2]
    b'PK'
    """
    from openpyxl import Workbook

    blocks = list(flat(sound(document).blocks))
    tables = [block for block in blocks if isinstance(block, Table)]
    names = sheet_names(table.caption for table in tables)
    workbook = Workbook()
    workbook.active.title = "Text"
    for table, name in zip(tables, names, strict=True):
        add_table(workbook, table, name, document.footer or document.title)
    choices_last(workbook)
    write_text(workbook.active, document, blocks, iter(names))
    alts = [block.alt for block in blocks if isinstance(block, Picture)]
    return saved(workbook, document.title, document.day, document.language, alts)
