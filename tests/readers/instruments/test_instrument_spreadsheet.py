"""A spreadsheet of wordings becomes a framework: headings in any order, sections as a column or as rows."""

import pytest
from readers.raw_kit import raw

from assesslib.readers.instruments import Wishes, instrument_toml, read_sheets, report
from assesslib.readers.records import DATE, NUMBER, RawSheet

SCALE = "a=Not yet;b=Yes"


def read(*sheets, **wishes):
    return read_sheets(sheets, Wishes(**{"id": "mine", "title": "Mine", "version": "1", "scale": SCALE} | wishes))


def parts(one):
    return [(section.number, section.title, [(item.id, item.text) for item in section.items])
            for section in one.sections]  # fmt: skip


def became(one):
    return [tuple(row)[1:] for row in report(one).itertuples(index=False)]


def standing(one):
    return [str(fault) for fault in one.standing]


def handled(one):
    return [str(fault) for fault in one.faults if fault.handled]


TWO = [("", "Leadership", [("1.1", "Trust, each other"), ("1.2", "Meet")]), ("", "People", [("2.1", "Trained")])]


def test_section_ref_and_text_in_any_order_and_case_with_the_section_in_its_first_row_only():
    one = read(raw("REF;key feature;Section\n1.1;Trust, each other;Leadership\n1.2;Meet;\n2.1;Trained;People\n", ";"))
    assert parts(one) == TWO
    assert one.item_term == "key feature"
    assert standing(one) == []
    assert handled(one) == [
        "export.csv, row 3: 1 row names no section and was taken to the one above. "
        "Write the section in every row if that is wrong."
    ]


def test_sections_as_rows_of_their_own_under_a_title():
    text = 'Our tool,,\n,,\nNo,Standard,Guidance\nLeadership,,\n1.1,"Trust, each other",see web\n1.2,Meet,\nPeople,,\n2.1,Trained,\n'  # noqa: E501
    one = read(raw(text), title="")
    assert (one.title, parts(one)) == ("Our tool", TWO)
    assert became(one) == [
        ("Our tool", "title", ""),
        ("No", "heading: number", ""),
        ("Standard", "heading: wording", ""),
        ("Guidance", "left out", "it is a column that is not read"),
        ("Leadership", "section leadership", "a row of its own"),
        ("Trust, each other", "item 1.1 of section leadership", ""),
        ("Meet", "item 1.2 of section leadership", ""),
        ("People", "section people", "a row of its own"),
        ("Trained", "item 2.1 of section people", ""),
    ]


def test_a_section_may_have_the_number_that_its_items_carry_on():
    one = read(raw("Ref,Statement\n1,Leadership\n1.1,Trust\n2,People\n2.1,Trained\n2.10,Paid\n"))
    assert parts(one) == [
        ("1", "Leadership", [("1.1", "Trust")]),
        ("2", "People", [("2.1", "Trained"), ("2.10", "Paid")]),
    ]


def test_numbers_may_stand_before_the_wordings():
    one = read(raw("Statement\nLeadership\n1.1 Trust\n1.2 Meet\n"))
    assert parts(one) == [("", "Leadership", [("1.1", "Trust"), ("1.2", "Meet")])]


def test_a_section_within_a_section_says_what_stands_above_it():
    one = read(raw("Domain,Subdomain,ID,Statement\nA,A one,1,x\n,,2,y\n,A two,3,z\nB,,4,w\n"))
    assert [(section.title, section.intro) for section in one.sections] == [("A one", "A"), ("A two", "A"), ("B", "")]


def test_items_without_numbers_and_sections_get_them_and_it_is_said():
    one = read(raw("Statement\nTrust\nMeet\n"))
    assert parts(one) == [("", "Mine", [("1.1", "Trust"), ("1.2", "Meet")])]
    assert handled(one) == [
        "export.csv, row 2: 2 items got an id that the file does not write so, the first of them 1.1. "
        "The report lists them; ids are kept for good once people rate.",
        "export.csv: 2 items stand under no heading; a section “Mine” was made. Give it the title that fits.",
    ]


def test_numbers_that_begin_anew_in_each_section_get_the_sections_place():
    one = read(raw("Section,No,Statement\nA,1,x\nA,2,y\nB,1,z\n"))
    assert [item.id for item in one.items] == ["1.1", "1.2", "2.1"]


def test_a_number_twice_in_a_section_is_a_fault():
    one = read(raw("Section,No,Statement\nA,1.1,x\nA,1.1,y\n"))
    assert standing(one) == [
        "export.csv, row 3: “1.1” is the number of another item of this section already, at row 2. "
        "Give each its own; where 1.10 became 1.1, format the column as text and type it again."
    ]


def test_numbers_that_a_spreadsheet_changed_are_faults():
    sheet = raw("Section,No,Statement\nA,1.8,x\nA,1.9,y\nA,1.1,z\nA,2026-01-02,w\n", file="f.xlsx", name="Q")
    odd = {(4, 1): NUMBER, (5, 1): DATE}
    one = read(RawSheet(sheet.file, sheet.cells, sheet.name, odd))
    assert standing(one) == [
        "f.xlsx, sheet Q, row 5, column B: “2026-01-02” is a date, which may be a number like 1.1 that the "
        "spreadsheet changed. Format the column as text and type it again.",
        "f.xlsx, sheet Q, row 4: “1.1” stands behind 1.9 and may be 1.10, which the spreadsheet took for a number. "
        "Format the column as text and type it again.",
    ]


def test_a_column_item_holds_the_numbers_or_the_wordings():
    assert [item.id for item in read(raw("Item,Description\n1.1,Trust\n1.2,Meet\n")).items] == ["1.1", "1.2"]
    one = read(raw("Item,Description\nPartners trust each other,see page 3\nPartners meet every month,see 4\n"))
    assert [item.text for item in one.items] == ["Partners trust each other", "Partners meet every month"]


def test_headings_again_and_rows_without_wording_are_left_out():
    one = read(raw("Ref,Statement,Owner\n1,Trust,Ann\nRef,Statement,Owner\n2,Meet,Bob\n,,Cas\nTotal,,2\n"))
    assert [item.id for item in one.items] == ["1", "2"]
    assert became(one)[4:] == [
        ("Ref | Statement | Owner", "left out", "it repeats the headings"),
        ("Meet", "item 2 of section mine", "it stands under no heading"),
        ("Cas", "left out", "nothing that is rated or asked stands under it"),
        ("Total | 2", "left out", "it holds no wording"),
    ]


def test_each_of_several_sheets_is_a_section_and_a_sheet_of_notes_is_left_out():
    sheets = [raw(f"Ref,Statement\n{n}.1,x\n", name=name) for n, name in ((1, "Leadership"), (2, "People"))]
    one = read(*sheets, raw("Read me first\n", name="Notes"))
    assert parts(one) == [("", "Leadership", [("1.1", "x")]), ("", "People", [("2.1", "x")])]
    assert became(one)[-1] == ("the whole sheet, 1 row", "left out", "no row of it names a column of wordings")


ITEMS = "Ref,Statement\n1,Trust\n2,Meet\n"


@pytest.mark.parametrize(
    "sheets",
    [
        [raw(ITEMS), raw("Code,Label\na,Not yet\nb,Partly\nc,Fully\n,Don't know\n", name="Scale")],
        [raw(ITEMS), raw("a = Not yet\nb = Partly\nc = Fully\n", name="Rating scale")],
        [raw(ITEMS), raw("0,Not yet\n1,Partly\n2,Fully\n", name="LEVELS")],
        [raw('Ref,Statement,Scale\n1,Trust,a = Not yet; b = Partly; c = Fully\n2,Meet,\n')],
        [raw('Ref,Statement,Scale\n1,Trust,"Not yet\nPartly\nFully"\n2,Meet,"Not yet\nPartly\nFully"\n')],
        [raw("Ref,Statement,Levels\n1,Trust,a) Not yet\n2,Meet,b) Partly\n3,Plan,c) Fully\n")],
    ],
)  # fmt: skip
def test_a_scale_stands_in_a_sheet_or_a_column_of_its_own(sheets):
    one = read(*sheets, scale="")
    assert [(level.code, level.label) for level in one.levels] == [("a", "Not yet"), ("b", "Partly"), ("c", "Fully")]
    assert standing(one) == []


def test_without_a_scale_there_is_a_question_and_nothing_is_written():
    one = read(raw(ITEMS), scale="")
    asks = (
        'export.csv: The file holds no scale. Give it, lowest first: --scale "a=Not at all;b=Partly;c=Fully"; '
        "or --like cdrp-dat-partnership."
    )
    assert standing(one) == [asks]
    with pytest.raises(ValueError, match="^export.csv: The file holds no scale"):
        instrument_toml(one)


def test_two_scales_in_one_column_are_a_question_that_a_given_scale_answers():
    sheet = raw("Ref,Statement,Scale\n1,Trust,No; Yes\n2,Meet,Never; Always\n")
    assert standing(read(sheet, scale="")) == [
        "export.csv, row 3: “Never; Always” is another scale than in the rows above; a framework has one for all its "
        'items. Make two files of it, or give one scale for all: --scale "a=Not at all;b=Partly".'
    ]
    assert standing(read(sheet)) == []


def test_a_given_scale_puts_the_files_own_aside_and_says_so():
    one = read(raw(ITEMS), raw("Yes\nNo\n", name="Scale"), like="cdrp-dat-partnership", scale="")
    assert [level.code for level in one.levels] == ["G", "W", "S", "D"]
    assert became(one)[-2:] == [
        ("Yes", "left out", "another scale was given"),
        ("No", "left out", "another scale was given"),
    ]


def test_a_sheet_without_headings_and_a_library_as_a_workbook_are_refused():
    assert standing(read(raw("1,Trust\n2,Meet\n"))) == [
        "export.csv: No row names a column of wordings. Write the headings Section, Ref and Statement over the columns."
    ]
    assert standing(read(raw("assessable,depth,ref_id,name,description\n,1,A,Identify,\nx,2,A.1,,All assets\n"))) == [
        "export.csv: This is a library of CISO Assistant as a workbook, before it is turned into YAML. "
        "Turn it into YAML with its own converter, and name that file."
    ]


def test_every_row_of_the_file_is_in_the_report():
    sheet = raw("Title,,\nRef,Statement,x\nA,,\n1,Trust,\n,,y\n,,z\n2,Meet,\n")
    places = report(read(sheet)).place
    assert set(places) == {f"export.csv, row {row}" for row in range(1, 8)}


def test_a_file_of_one_sheet_is_read_whatever_the_sheet_is_called():
    assert [item.text for item in read(raw(ITEMS, name="Rating")).items] == ["Trust", "Meet"]
