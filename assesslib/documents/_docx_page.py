"""A new Word file: its paper, its styles, its language, its foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from assesslib.documents._docx_words import element, field, paragraph, run
from assesslib.documents._fit import MARGIN, page
from assesslib.documents._text import isolated, shown
from assesslib.documents._zip import moment
from assesslib.documents.model import Document

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.styles.style import ParagraphStyle

FONT, INK, ACCENT = "Calibri", "1A1A1A", "1F3864"
_A4 = 8.27, 11.69


class Look(NamedTuple):
    """How a style looks: size and spaces in points, ink, weight, and what it is next to."""

    size: float = 10.5
    before: float = 0
    after: float = 6
    ink: str = INK
    bold: bool = False
    italic: bool = False
    keep_next: bool = False
    indent: float = 0
    centred: bool = False


LOOKS = {
    "Normal": Look(),
    "Title": Look(24, after=4, ink=ACCENT, bold=True, keep_next=True),
    "Subtitle": Look(13, after=4, keep_next=True),
    "Heading 1": Look(16, 18, 6, ACCENT, bold=True, keep_next=True),
    "Heading 2": Look(13, 14, 4, ACCENT, bold=True, keep_next=True),
    "Heading 3": Look(11, 10, 3, ACCENT, bold=True, keep_next=True),
    "Body Text": Look(),
    "Lead": Look(12),
    "Notice": Look(before=4),
    "Quote": Look(italic=True, indent=14),
    "Small": Look(9),
    "List Bullet": Look(after=3),
    "List Number": Look(after=3),
    "List Continue": Look(after=3, indent=18),
    "Caption": Look(9.5, 6, 3, bold=True, keep_next=True),
    "Picture": Look(after=2),
    "Picture Caption": Look(9, after=10),
    "Field": Look(after=3),
    "Field To Fill In": Look(before=8, after=4),
    "Table Text": Look(9, 1, 1),
    "Table Heading": Look(9, 1, 1, bold=True),
    "Table Mark": Look(9, 1, 1, centred=True),
    "Table Note": Look(8.5, after=3, keep_next=True),
    "Table End": Look(1, after=9),
    "Footer": Look(8.5, after=0),
}


def new_file(document: Document) -> File:
    """A file without words but for its foot, in the styles that this document is written in."""
    from docx import Document as empty

    file = empty()
    _set_paper(file, document.landscape)
    for name, look in LOOKS.items():
        _set_look(_style(file, name), look)
    _set_notice(file.styles["Notice"])
    _set_lines(file, page(document.landscape)[0])
    _set_language(file, document.language)
    _set_properties(file, document)
    _set_foot(file, document.footer)
    return file


def _set_paper(file: File, landscape: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Inches

    section = file.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Inches(side) for side in (_A4[::-1] if landscape else _A4))
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Inches(MARGIN))
    section.header_distance = section.footer_distance = Inches(0.4)


def _style(file: File, name: str) -> ParagraphStyle:
    from docx.enum.style import WD_STYLE_TYPE

    if name in file.styles:
        return file.styles[name]
    made = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style, made.quick_style = file.styles["Normal"], True
    return made


def _set_look(style: ParagraphStyle, look: Look) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    _set_font(style, look)
    style.font.color.rgb = RGBColor.from_string(look.ink)
    spaced = style.paragraph_format
    spaced.space_before, spaced.space_after, spaced.line_spacing = Pt(look.before), Pt(look.after), 1.1
    spaced.keep_with_next, spaced.widow_control = look.keep_next, True
    if look.indent:
        spaced.left_indent = Pt(look.indent)
    if look.centred:
        spaced.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _set_font(style: ParagraphStyle, look: Look) -> None:
    """Give a style its letters anew; those of the theme would win over them."""
    from docx.shared import Pt

    own = style.element.get_or_add_rPr()
    for old in list(own):
        own.remove(old)
    own.append(element("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, look.italic


def _set_notice(style: ParagraphStyle) -> None:
    """A bar at the left and a light ground."""
    bar = element("pBdr", element("left", val="single", sz=24, space=6, color="225EA8"))
    ground = element("shd", val="clear", color="auto", fill="EEF3F9")
    spacing = style.element.pPr.find(bar.tag.replace("pBdr", "spacing"))
    for added in (bar, ground):
        spacing.addprevious(added)


def _set_lines(file: File, wide: float) -> None:
    """The line of a field to fill in, and the page number, end at the right margin."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Inches

    place = file.styles["Field To Fill In"].paragraph_format.tab_stops
    place.add_tab_stop(Inches(wide), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    foot = file.styles["Footer"].element.pPr
    foot.remove(foot.find(element("tabs").tag))
    file.styles["Footer"].paragraph_format.tab_stops.add_tab_stop(Inches(wide), WD_TAB_ALIGNMENT.RIGHT)


def _set_language(file: File, language: str) -> None:
    for found in file.styles.element.iter(element("lang").tag):
        found.attrib.update({name: language for name in found.attrib if name.endswith("}val")})
    for setting in file.settings.element.iter(element("compatSetting").tag):
        if "compatibilityMode" in setting.values():
            setting.attrib.update({name: "15" for name in setting.attrib if name.endswith("}val")})


def _set_properties(file: File, document: Document) -> None:
    about = file.core_properties
    about.title, about.subject, about.language = (
        re.sub(r"\s+", " ", shown(text))[:255] for text in (document.title, document.subtitle, document.language)
    )
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.created = about.modified = moment(document.day)


def _set_foot(file: File, words: str) -> None:
    foot = file.sections[0].footer
    line = paragraph("Footer", run(f"{isolated(words)}\tPage "), *field("PAGE"), run(" of "), *field("NUMPAGES"))
    foot._element.replace(foot.paragraphs[0]._p, line)
