"""The elements of a Word file that hold words, built one from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assesslib.documents._text import paragraphs, shown

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element


def element(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of WordprocessingML, e.g. ``element("tbl", rows)`` or ``element("jc", val="center")``."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def run(text: str, bold: bool = False, size: float | None = None) -> Element:
    """Words in one look, of the style's size in points or their own; a tab in them stays a tab."""
    look = [element("b")] if bold else []
    look += [element(tag, val=round(2 * size)) for tag in ("sz", "szCs")] if size else []
    made = element("r", *([element("rPr", *look)] if look else []))
    for number, part in enumerate(shown(text).replace("\n", " ").split("\t")):
        made.extend([element("tab")] if number else [])
        made.append(_words(part))
    return made


def _words(text: str) -> Element:
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def field(code: str) -> list[Element]:
    """Runs that the word processor fills in, e.g. with the number of the page."""
    order = element("instrText")
    order.text = f" {code} "
    marks = [element("r", element("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end")]
    return [marks[0], element("r", order), marks[1], run("1"), marks[2]]


def paragraph(style: str, *runs: Element, look: tuple[Element, ...] = ()) -> Element:
    """A paragraph in a style, by the style's id; ``look`` follows the style in the order that the format asks for."""
    return element("p", element("pPr", element("pStyle", val=style), *look), *runs)


def texts(style: str, text: str) -> list[Element]:
    """A paragraph for each line of a text."""
    return [paragraph(style, run(line)) for line in paragraphs(text)]


def keep_with_next(block: Element) -> None:
    """Keep every paragraph of an element on the page of what follows it."""
    from docx.oxml.ns import qn

    for found in block.iter(qn("w:p")):
        found.get_or_add_pPr().get_or_add_keepNext()
