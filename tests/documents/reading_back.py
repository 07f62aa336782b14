"""What readers that know nothing of this library find in a written file."""

import io
from collections import Counter
from html.parser import HTMLParser
from itertools import chain

import openpyxl
import pypdf
from docx import Document as open_docx
from docx.table import Table as DocxTable

VOID = {"meta", "img", "col"}


class Page(HTMLParser):
    """An HTML page taken apart: its elements in order, its texts, and whether every element was closed."""

    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.elements, self.texts, self.open, self.torn = [], [], [], []
        self.feed(data.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.torn.append(tag)

    def handle_data(self, data):
        if "style" not in self.open and data.strip():
            self.texts.append(data.strip("\n"))

    @property
    def tags(self):
        return Counter(tag for tag, _ in self.elements)

    def all(self, tag):
        """The attributes of every element of a kind."""
        return [attrs for found, attrs in self.elements if found == tag]


def html_texts(data):
    return Page(data).texts


def docx_file(data):
    return open_docx(io.BytesIO(data))


def docx_texts(data):
    """Every paragraph in order, those in tables included."""
    parts = docx_file(data).iter_inner_content()
    return [text for part in parts for text in (_cells(part) if isinstance(part, DocxTable) else [part.text])]


def _cells(table):
    cells = chain.from_iterable(dict.fromkeys(row.cells) for row in table.rows)
    return [paragraph.text for cell in cells for paragraph in cell.paragraphs]


def xlsx_file(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def xlsx_texts(data):
    """Every cell that holds something, sheet by sheet, as text."""
    cells = (cell.value for sheet in xlsx_file(data) for row in sheet.iter_rows() for cell in row)
    return [str(value) for value in cells if value is not None]


def pdf_file(data):
    return pypdf.PdfReader(io.BytesIO(data))


def pdf_pages(data):
    return [page.extract_text() for page in pdf_file(data).pages]


def squeezed(text):
    """A text without what the end of a line may add or take: spaces, hyphens, chances to break."""
    return "".join(letter for letter in text if not letter.isspace() and letter not in "-\u200b\u00ad")
