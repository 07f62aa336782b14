"""Pages that show all of a document, tagged for who listens; nothing is cut off, torn apart or read as markup."""

import re
import unicodedata
from bisect import bisect_left
from pathlib import Path
from types import SimpleNamespace

import matplotlib
import pytest
from every_block import BLOCKS, EVERY, LONG, SHOWN, TRAPS, many_rows, png, said, trap
from reading_back import pdf_file, pdf_pages, squeezed

from assesslib.charts._style import width_of
from assesslib.documents._fit import points
from assesslib.documents._pdf_words import bundled, drawable, fitted_lines, other_fonts
from assesslib.documents.model import (
    Bullets,
    Column,
    Document,
    Fields,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Together,
)
from assesslib.documents.pdf import as_pdf
from assesslib.documents.reporting import footer

ONLY_IN_STIX = "\N{LATIN SMALL LETTER D WITH PALATAL HOOK}"
FONTS = Path(matplotlib.get_data_path(), "fonts", "ttf")


@pytest.fixture(scope="module")
def file():
    return pdf_file(as_pdf(EVERY))


def pages(*blocks, **about):
    return pdf_pages(as_pdf(Document("t", blocks, **about)))


def filled(lines):
    return tuple(Paragraph(f"line {number}") for number in range(lines))


def tags(node, found=()):
    """Every tag with what it carries, in reading order."""
    node = node.get_object()
    if isinstance(node, list):
        return [tag for kid in node for tag in tags(kid)]
    if not isinstance(node, dict):
        return []
    own = [(node["/S"], node)] if "/S" in node else []
    return own + (tags(node["/K"]) if "/K" in node else [])


def named(file, name):
    return [tag for kind, tag in tags(file.trailer["/Root"]["/StructTreeRoot"]) if kind == name]


def test_every_text_is_shown_once_in_order():
    text = squeezed("".join(pdf_pages(as_pdf(EVERY))))
    places = [0]
    for words in SHOWN:
        places.append(text.find(squeezed(words), places[-1]))
    assert -1 not in places


def test_it_is_tagged_and_says_what_it_is(file):
    root = file.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "en-GB")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert file.metadata.title == "Plan of the partnership"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in as_pdf(EVERY)


def test_its_dates_are_those_of_the_document(file):
    assert {str(file.metadata.creation_date.date()), str(file.metadata.modification_date.date())} == {"2026-03-03"}
    assert pdf_file(as_pdf(Document("t", ()))).metadata.creation_date is None


def test_its_tags_tell_headings_lists_tables_and_pictures(file):
    kinds = [kind for kind, _ in tags(file.trailer["/Root"]["/StructTreeRoot"])]
    assert [kind for kind in kinds if kind[1:] in ("Title", "H1", "H2", "H3", "L", "Figure", "Table")] == [
        *("/Title", "/H1", "/H2", "/L", "/H3", "/L", "/L", "/H2", "/Figure", "/Figure", "/H1", "/Table", "/H1")
    ]
    assert (kinds.count("/TH"), kinds.count("/TD"), kinds.count("/BlockQuote")) == (6, 12, 1)


def test_a_picture_has_words_and_fits_the_page(file):
    figures = named(file, "/Figure")
    assert [figure["/Alt"] for figure in figures] == ["A frame round a light ground", "A frame wider than the page"]
    left, _, right, _ = figures[1]["/A"][0]["/BBox"]
    assert (round(left), round(right)) == (54, 541)


@pytest.mark.parametrize(("landscape", "sides"), [(False, (595, 842)), (True, (842, 595))])
def test_the_paper_is_a4(landscape, sides):
    box = pdf_file(as_pdf(Document("t", (), landscape=landscape))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == sides


def test_each_page_has_its_number_and_the_foot():
    ends = [page.splitlines()[-1] for page in pdf_pages(as_pdf(EVERY))]
    assert ends == ["Plan 2026 & after Page 1 of 2", "Plan 2026 & after Page 2 of 2"]


def test_only_the_bundled_fonts_are_in_it(file):
    fonts = {font["/BaseFont"].partition("+")[2] for page in file.pages
             for font in (each.get_object() for each in page["/Resources"]["/Font"].values())}  # fmt: skip
    assert fonts <= {"DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSans-BoldOblique"}


@pytest.fixture(scope="module")
def full():
    """How many lines fill the first page."""
    return bisect_left(range(99), 2, key=lambda lines: len(pages(*filled(lines)))) - 1


@pytest.mark.parametrize("fewer", range(10))
def test_a_heading_is_never_the_last_on_its_page(full, fewer):
    after = (Heading("The heading"), Table((Column("Head"),), (("first row",), ("second row",)), "The caption"))
    found = pages(*filled(full - fewer), *after)
    (page,) = (page for page in found if "The heading" in page)
    assert "The caption\nHead\nfirst row" in page


@pytest.mark.parametrize("fewer", range(0, 24, 3))
def test_what_stays_together_stands_on_one_page(full, fewer):
    kept = Together((Heading("Begins"), Picture(png(300, 300), "A frame"), Paragraph("Ends")))
    (page,) = (page for page in pages(*filled(full - fewer), kept) if "Begins" in page or "Ends" in page)
    assert page.index("Begins") < page.index("Ends")


def test_what_cannot_stay_together_goes_on():
    found = pages(Together(filled(100)))
    assert len(found) > 1
    assert all(f"line {number}\n" in "\n".join(found) for number in range(100))


def test_a_header_is_repeated_and_no_row_is_torn_or_lost():
    found = pdf_pages(as_pdf(many_rows()))
    assert len(found) > 5
    assert all("Column 1 Column 2" in page for page in found)
    rows = re.findall(r"r(\d+) c1 r\1 c2 .* r\1 c12", "\n".join(found))
    assert rows == [str(number) for number in range(1, 301)]


def test_a_short_row_is_whole_and_a_long_cell_goes_on(full):
    table = Table((Column("Head"), Column("B")), (("a\nb\nc\nd\ne\nf", "x"), (LONG, "y")))
    for fewer in (1, 4, 7):
        found = pages(*filled(full - fewer), table)
        assert any("a\nb\nc\nd\ne\nf" in page for page in found)
        assert sum("word" in page for page in found) > 3
        words = re.findall(r"\bword\d+\b", " ".join(found))
        assert words == re.findall(r"\bword\d+\b", LONG)


def test_what_follows_a_page_break_begins_a_page():
    first, second = pages(Paragraph("one"), PageBreak(), Paragraph("two"))
    assert ("one" in first, "two" in first, "two" in second) == (True, False, True)


def test_a_page_break_at_the_beginning_makes_no_empty_page():
    assert len(pages(Paragraph("one"), PageBreak(), PageBreak(), Paragraph("two"))) == 2


@pytest.mark.parametrize("name", sorted({*TRAPS} - {"arabic", "emoji", "scripts"}))
def test_a_trap_is_shown_in_every_place_and_nothing_of_it_runs(name):
    text = squeezed("".join(pdf_pages(as_pdf(trap(TRAPS[name])))))
    for line in said(name):
        assert text.count(squeezed(line)) >= 9


@pytest.mark.parametrize("name", ["arabic", "emoji", "scripts"])
def test_every_letter_is_drawn_or_spelled_out(name):
    (text,) = pages(Paragraph(TRAPS[name]))
    for letter in TRAPS[name]:
        spelled = (letter, f"[{unicodedata.name(letter).lower()}]", f"[U+{ord(letter):04X}]")
        assert unicodedata.category(letter) == "Cf" or any(form in text.replace("\n", " ") for form in spelled)


def test_what_every_installation_can_draw_needs_no_other_font():
    assert other_fonts("Plan ✓ ☐ ☑ ☒ – ’ é Ж ω ש ع 😀\n\t") == ()
    assert drawable("Plan ✓ ☐ ☑ ☒ – ’ é Ж ω ש ع 😀", bundled()) == "Plan ✓ ☐ ☑ ☒ – ’ é Ж ω ש ع 😀"


def test_a_sign_no_font_has_is_spelled_by_its_name_and_a_letter_by_its_number():
    assert drawable("a ✓ Ж", [FONTS / "cmr10.ttf"]) == "a [check mark] [U+0416]"
    assert drawable("\ufeffa", bundled()) == "[U+FEFF]a"


def test_a_font_of_this_machine_is_taken_for_what_the_bundled_ones_lack(monkeypatch):
    from matplotlib import font_manager

    machine = [SimpleNamespace(fname=str(FONTS / name)) for name in ("LastResortHE-Regular.ttf", "STIXGeneral.ttf")]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", machine)
    assert other_fonts(f"a{ONLY_IN_STIX}中") == (FONTS / "STIXGeneral.ttf",)
    (page,) = pages(Paragraph(f"a{ONLY_IN_STIX}中"))
    assert f"a{ONLY_IN_STIX}[U+4E2D]" in page


@pytest.mark.parametrize(("text", "wide", "lines"), [
    ("short words stay", 0.5, ["short words stay"]),
    ("responsibility", 0.8, ["responsibility"]),
    ("responsibility", 0.5, ["\u200b".join("responsibility")]),
    ("RESPONSIBILITY", 0.8, ["\u200b".join("RESPONSIBILITY")]),
    ("xxxxxxxxxxxx", 0.8, ["\u200b".join("xxxxxxxxxxxx")]),
    ("a\tb\nc", 0.8, ["a   b", "c"]),
])  # fmt: skip
def test_only_a_word_that_hyphens_cannot_part_may_be_parted_anywhere(text, wide, lines):
    assert fitted_lines(text, wide, 9.0) == lines


@pytest.mark.parametrize(
    "word", ["x" * 500, "responsibilities", "Zusammenarbeit", "strengths", "A" * 12, "W" * 9, "1234567890" * 3]
)
@pytest.mark.parametrize("columns", [3, 8, 12])
def test_no_word_leaves_its_column(word, columns):
    table = Table(tuple(Column("§") for _ in range(columns)), ((word, *("|",) * (columns - 1)),))
    (page,) = pages(table)
    lines = [line.replace("|", "").strip() for line in page.splitlines()[1:-1] if "§" not in line]
    assert squeezed("".join(lines)) == word
    inner = 6.77 / columns - 8 / 72
    size = points(columns) - 0.5
    assert [line for line in lines if width_of(line.replace("\u200b", ""), size) > inner] == []


@pytest.mark.parametrize("word", ["x" * 300, "x" * 20_000, "minutes_of_the_board_" * 4 + ".docx", "W" * 75])
def test_a_long_word_stays_on_the_paper_wherever_it_stands(word):
    short = word[:250]
    table = Table((Column("A"), Column("B")), ((word, "|"),))
    blocks = (Heading(short), Paragraph(word), Paragraph(word, "lead"), Bullets((word,)), table)
    file = pdf_file(as_pdf(Document("t", blocks, subtitle=short, footer=short[:150])))
    assert squeezed("".join(one.extract_text() for one in file.pages)).count(squeezed(short)) >= 6
    ends = [end for one in file.pages for end in line_ends(one)]
    assert max(ends) <= 595 - 0.75 * 72 + 1


def line_ends(one):
    """Where each line of text on a page ends, in points from the left."""
    ends = []

    def place(text, _, matrix, font, size):
        plain = text.strip("\n").replace("\u200b", "")
        if plain.strip():
            ends.append(matrix[4] + 72 * width_of(plain, size * abs(matrix[0]) or size))

    one.extract_text(visitor_text=place)
    return ends


def test_a_name_that_turns_its_letters_round_leaves_the_day_at_the_foot_as_it_is():
    (found,) = pages(Paragraph("x"), footer=footer("\u202eabc", "2026-03-03"))
    assert re.sub("[\u2068\u2069]", "", found.splitlines()[-1]).startswith("cba, 3 March 2026")


def test_a_note_stands_between_the_caption_and_the_table(full):
    table = Table((Column("Head"),), tuple((f"row {number}",) for number in range(30)), "The caption", note="The note")
    for fewer in range(8):
        found = pages(*filled(full - fewer), table)
        (page,) = (page for page in found if "The note" in page)
        assert "The caption\nThe note\nHead\nrow 0\n" in page


def test_a_field_with_nothing_in_it_is_a_line():
    with_line, without = (as_pdf(Document("t", (Fields((("Signed", value),)),))) for value in ("", "x"))
    drawn = [pdf_file(data).pages[0].get_contents().get_data().count(b" l\n") for data in (with_line, without)]
    assert drawn[0] > drawn[1]


def test_empty_blocks_can_be_typeset():
    nothing = (Paragraph(""), Bullets(("",)), Fields(()), Table((Column("A"),), ()), Together(()))
    assert "A" in pages(*nothing)[0]


def test_equal_documents_give_equal_bytes():
    assert as_pdf(Document("t", BLOCKS)) == as_pdf(Document("t", tuple(BLOCKS)))
