"""A member's workbook goes out, is filled in and comes back: whose it is and what was said is known for certain."""

import io
import json
from zipfile import ZipFile

import openpyxl
import pytest

import assesslib as al
from assesslib.documents.workbook import member_workbook
from assesslib.documents.workbook_read import read_workbooks
from assesslib.documents.workbook_sheet import ANSWER, COMMENT, LAST_YEAR
from assesslib.faults import FaultsError
from assesslib.places import shipped

CDRP = al.load_framework("cdrp-dat-partnership")
CSIT = al.load_framework("csit-collaborative-working")
AT = "a.xlsx, sheet Questionnaire"
TEAM = [{"id": "ann", "name": "Ann", "organisation": "The Council"}, {"id": "bob", "name": "Bob O’Neill"}]


@pytest.fixture
def team(tmp_path):
    made = {"framework": CDRP.id, "partnership": "Riverside", "date": "2026-03-03", "members": TEAM}
    return al.create_assessment(tmp_path / "riverside-2026", **made)


@pytest.fixture
def returns(tmp_path):
    folder = tmp_path / "returns"
    folder.mkdir()
    return folder


def place(sheet, item, title=ANSWER):
    """The cell of an item under the title of a column."""
    (header,) = [row for row in sheet.iter_rows(max_row=10) if title in [cell.value for cell in row]]
    (column,) = [cell.column for cell in header if cell.value == title]
    (row,) = [row[0].row for row in sheet.iter_rows() if row[0].value == item]
    return sheet.cell(row, column)


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def send_back(path, source, member="", said=None, comments=None, change=None):
    """Save a workbook as a member would: answers and comments typed in, then whatever else was done to it."""
    workbook = opened(member_workbook(source, member))
    for item, text in (said or {}).items():
        place(workbook.active, item).value = text
    for item, text in (comments or {}).items():
        place(workbook.active, item, COMMENT).value = text
    if change:
        change(workbook.active)
    workbook.save(path)


def answers(returned, member="ann"):
    """The state or level of each row of a member, by item and facet."""
    rows = returned.rows.get(member, ())
    return {(row["item"], row["facet"]): row["level"] or row["state"] for row in rows}


def told(returned):
    return [str(fault) for fault in returned.faults]


def typed_in(cell, text):
    """Type a text into a cell that is there for text: a spreadsheet stores no formula there."""
    cell.value = text.replace("_x0041_", "_x005F_x0041_") or None
    cell.data_type = "s" if text else "n"


def as_picked(row, framework):
    words = {"dont_know": "Don’t know", "not_applicable": "Not applicable", "blank": None}
    return words[row.state] if row.state in words else f"{row.level}: {framework.scale[row.level]}"


def filled_in(sheet, ratings, framework):
    """Type one member's ratings into a sheet: picked from the list, a split one side by side."""
    for item, rows in ratings.groupby("item", sort=False):
        sides = [f"{row.facet}: {row.level}" for row in rows.itertuples() if row.facet]
        place(sheet, item).value = "; ".join(sides) or as_picked(next(rows.itertuples()), framework)
        typed_in(place(sheet, item, COMMENT), rows["comment"].iloc[0])


def test_all_members_of_a_year_come_back_as_they_went_out(tmp_path, returns):
    before = al.open_assessment(shipped("data") / "collaboration-2026")
    alone = before.ratings.query("round == 1")
    for member in before.settings.members:
        workbook = opened(member_workbook(before, member.id))
        filled_in(workbook.active, alone.query("member == @member.id"), CSIT)
        workbook.save(returns / f"{member.id}.xlsx")
    returned = read_workbooks(returns, before)
    assert returned.faults == ()
    assert list(returned.rows) == [member.id for member in before.settings.members]
    after = al.create_assessment(tmp_path / "again", framework=CSIT.id, partnership="x", date="2026-03-03",
                                 members=before.settings.members)  # fmt: skip
    for member, rows in returned.rows.items():
        after.rate_many(member, rows)
    same = ["member", "item", "facet", "round", "state", "level", "comment"]
    assert after.ratings[same].to_dict("list") == alone[same].to_dict("list")
    assert len(alone.query("state == 'split'")) == 2


def test_a_workbook_is_the_same_whenever_it_is_made(team):
    assert member_workbook(team, "ann") == member_workbook(team, "ann")
    assert member_workbook(team, "ann") != member_workbook(team, "bob")


def test_a_stranger_gets_no_workbook(team):
    with pytest.raises(FaultsError) as caught:
        member_workbook(team, "cas")
    assert str(caught.value) == (
        "“cas” is not a member of this assessment. Allowed: ann, bob; nearest: ann. Add the member to assessment.toml "
        "first."
    )


def test_every_item_stands_there_in_full_with_the_scale_in_words_to_pick_from(team):
    workbook = opened(member_workbook(team, "ann"))
    sheet = workbook.active
    assert [place(sheet, item.id, "Standard").value for item in CDRP.items] == [item.text for item in CDRP.items]
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", "Choices!$A$1:$A$6", "warning")
    assert {cell.coord for cell in rule.sqref.ranges} == {place(sheet, item.id).coordinate for item in CDRP.items}
    assert [row[0] for row in workbook["Choices"].values] == [
        "G: Gap identified",
        "W: Working towards",
        "S: Some success",
        "D: Doing well",
        "Don’t know",
        "Not applicable",
    ]


def test_only_answers_and_comments_can_be_changed_and_no_password_keeps_the_rest(team):
    sheet = opened(member_workbook(team, "ann")).active
    own = {place(sheet, item.id, title).coordinate for item in CDRP.items for title in (ANSWER, COMMENT)}
    unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert unlocked == own
    assert (sheet.protection.sheet, sheet.protection.password) == (True, None)


def test_it_opens_on_the_first_answer_with_the_titles_in_sight(team):
    workbook = opened(member_workbook(team, "ann"))
    sheet = workbook.active
    assert (sheet.title, workbook.sheetnames, workbook["Choices"].sheet_state) == (
        "Questionnaire",
        ["Questionnaire", "About", "Choices"],
        "hidden",
    )
    (cursor,) = sheet.sheet_view.selection
    assert (cursor.activeCell, cursor.pane) == (place(sheet, "1.1").coordinate, "bottomLeft")
    assert sheet.freeze_panes == "A5"
    assert [cell.value for cell in sheet[4]] == [None, "Ref", "Standard", ANSWER, COMMENT]
    assert sheet.column_dimensions["A"].hidden


def test_it_prints_on_a4_as_wide_as_the_page_with_the_titles_on_each(team):
    sheet = opened(member_workbook(team, "ann")).active
    assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.print_title_rows == "$4:$4"


def test_it_says_whose_it_is_and_of_what(team):
    sheet = opened(member_workbook(team, "ann")).active
    assert [cell.value for cell in sheet[2]] == [None, "Name", "Ann", "Riverside, 3 March 2026", None]
    assert json.loads(sheet["A1"].value) == {
        "is": "assess questionnaire",
        "framework": CDRP.id,
        "version": "1",
        "assessment": "riverside-2026",
        "partnership": "Riverside",
        "date": "2026-03-03",
        "member": "ann",
    }


def test_what_the_framework_says_first_is_on_a_sheet_of_its_own():
    sheet = opened(member_workbook(CSIT))["About"]
    texts = [row[0] for row in sheet.values]
    assert texts[:3] == [CSIT.title, "a = Not yet", "b = We are in the early stages of developing this"]
    assert texts[-2:] == ["Health Warning!", CSIT.health_warning.text[0]]
    assert sheet.protection.sheet


def test_a_workbook_fetches_nothing_and_runs_nothing(team):
    archive = ZipFile(io.BytesIO(member_workbook(team, "ann")))
    assert [name for name in archive.namelist() if "external" in name.lower() or "vba" in name.lower()] == []
    assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_names_and_wordings_that_look_like_formulas_are_shown(tmp_path):
    evil = [{"id": "eve", "name": "=cmd|' /C calc'!A0"}]
    made = al.create_assessment(tmp_path / "x", framework=CDRP.id, partnership="=1+1", members=evil)
    sheet = opened(member_workbook(made, "eve")).active
    assert (sheet["C2"].value, sheet["C2"].data_type, sheet["C2"].quotePrefix) == ("=cmd|' /C calc'!A0", "s", True)
    assert (sheet["D2"].value, sheet["D2"].data_type) == ("=1+1", "s")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("S: Some success", "S"),
        ("s", "S"),
        ("S ", "S"),
        ("some  success", "S"),
        ("S - Some success", "S"),
        (3, "S"),
        (3.0, "S"),
        ("Don’t know", "dont_know"),
        ("don't know", "dont_know"),
        ("?", "dont_know"),
        ("Not applicable", "not_applicable"),
        ("n/a", "not_applicable"),
    ],
)
def test_answers_may_be_picked_or_typed(team, returns, typed, expected):
    send_back(returns / "a.xlsx", team, "ann", {"1.1": typed})
    returned = read_workbooks(returns, team)
    assert answers(returned) == {("1.1", ""): expected}
    assert returned.faults == ()


@pytest.mark.parametrize("typed", ["Local: W; National: S", "local = w\nNat: Some success"])
def test_a_split_answer_is_typed_side_by_side(team, returns, typed):
    send_back(returns / "a.xlsx", team, "ann", {"2.1": typed}, {"2.1": "It depends."})
    rows = read_workbooks(returns, team).rows["ann"]
    team.rate_many("ann", rows)
    ratings = team.ratings_of("ann").query("item == '2.1'")
    assert ratings[["facet", "state", "level", "comment"]].values.tolist() == [
        ["local", "split", "W", "It depends."],
        ["national", "split", "S", "It depends."],
    ]


def test_a_comment_without_an_answer_is_kept_and_what_was_passed_over_has_no_row(team, returns):
    send_back(returns / "a.xlsx", team, "ann", comments={"1.2": "  Ask me.\r\nPlease. "})
    assert read_workbooks(returns, team).rows == {
        "ann": (
            {"item": "1.2", "facet": "", "round": "1", "state": "blank", "level": "", "comment": "Ask me.\nPlease."},
        )
    }


@pytest.mark.parametrize("comment", ["=not a formula", "+1", "-2", "@home", "_x0041_", "😀 שלום", "x" * 20_000])
def test_comments_come_back_as_they_were_typed(team, returns, comment):
    send_back(
        returns / "a.xlsx",
        team,
        "ann",
        {"1.1": "G"},
        change=lambda sheet: typed_in(place(sheet, "1.1", COMMENT), comment),
    )
    (row,) = read_workbooks(returns, team).rows["ann"]
    assert row["comment"] == comment


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("X", "“X” is not an answer. Pick an answer from the list (G, W, S, D, Don’t know, Not applicable), or empty "
         "the cell."),
        ("9", "“9” is not an answer. Pick an answer from the list (G, W, S, D, Don’t know, Not applicable), or empty "
         "the cell."),
        ("Local: W", "“Local: W” is not an answer. Pick an answer from the list (G, W, S, D, Don’t know, Not "
         "applicable), or empty the cell."),
        ("Here: W; There: S", "“Here: W; There: S” names a side that is none. Name these: Local, National."),
        ('=IF(1,"G","W")', "“=IF(1,\"G\",\"W\")” is a formula. Write as text what it is to say."),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_told_with_its_cell(team, returns, typed, fault):
    send_back(returns / "a.xlsx", team, "ann", {"1.1": typed, "1.2": "G"})
    returned = read_workbooks(returns, team)
    assert told(returned) == [f"{AT}, row 7, column D (Your answer): {fault}"]
    assert answers(returned) == {("1.2", ""): "G"}


def test_a_formula_among_the_comments_is_kept_as_text_and_told(team, returns):
    send_back(returns / "a.xlsx", team, "ann", {"1.1": "G"}, {"1.1": "=A1"})
    returned = read_workbooks(returns, team)
    assert told(returned) == [f"{AT}, row 7, column E (Comment): “=A1” is a formula, kept as this text."]
    assert returned.faults[0].handled
    assert [(row["level"], row["comment"]) for row in returned.rows["ann"]] == [("G", "=A1")]


def test_rows_may_be_deleted_or_stand_in_another_order(team, returns):
    def shuffle(sheet):
        cells = {cell.coordinate: cell.value for row in sheet["A7:E9"] for cell in row}
        for old, new in ((7, 9), (8, 7), (9, 8)):
            for letter in "ABCDE":
                sheet[f"{letter}{new}"].value = cells[f"{letter}{old}"]
        sheet.delete_rows(11)

    send_back(returns / "a.xlsx", team, "ann", {"1.1": "G", "1.2": "W", "1.3": "S", "5.5": "D"}, change=shuffle)
    returned = read_workbooks(returns, team)
    assert list(answers(returned).items()) == [(("1.1", ""), "G"), (("1.2", ""), "W"), (("1.3", ""), "S"),
                                               (("5.5", ""), "D")]  # fmt: skip
    assert told(returned) == [f"“{AT}” has no row any more for standard 1.5: taken as passed over."]
    assert returned.faults[0].handled


def test_a_changed_wording_is_told_where_it_was_answered(team, returns):
    def reword(sheet):
        place(sheet, "1.1", "Standard").value = "We are well led."
        place(sheet, "1.2", "Standard").value = CDRP.item("1.3").text
        place(sheet, "1.4", "Standard").value = "Never answered."
        place(sheet, "1.5", "Standard").value = f"  {CDRP.item('1.5').text.replace(' ', '  ')}"

    send_back(returns / "a.xlsx", team, "ann", {"1.1": "G", "1.2": "W", "1.5": "D"}, change=reword)
    returned = read_workbooks(returns, team)
    do = "Ask what the answer was given to, and put the wording right."
    assert told(returned) == [
        f"{AT}, row 7, column C (standard): “We are well led.” is not how standard 1.1 is worded. {do}",
        f"{AT}, row 8, column C (standard): “Partnership members accept full accountability for "
        f"their ro…” is the wording of standard 1.3, and stands in the row of standard 1.2. {do}",
    ]
    assert answers(returned) == {("1.5", ""): "D"}


def test_an_answer_beside_no_item_or_twice_is_told(team, returns):
    def astray(sheet):
        sheet["E41"].value = "Nobody asked me"
        sheet["A40"].value = "1.1"
        sheet["D40"].value = "W"

    send_back(returns / "a.xlsx", team, "ann", {"1.1": "G"}, change=astray)
    returned = read_workbooks(returns, team)
    assert told(returned) == [
        f"{AT}, row 7, column D (Your answer): Standard 1.1 is answered in more than one row. Keep one of them.",
        f"{AT}, row 40, column D (Your answer): Standard 1.1 is answered in more than one row. Keep one of them.",
        f"{AT}, row 41, column E (Comment): “Nobody asked me” stands in a row that is none of the "
        "standards. Move it to the row of its standard.",
    ]
    assert returned.rows == {}


def test_columns_may_have_been_moved(team, returns):
    def insert(sheet):
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.insert_cols(4)
        sheet.insert_rows(1)
        sheet["A1"].value, sheet["A2"].value = sheet["A2"].value, None

    send_back(returns / "a.xlsx", team, "ann", {"1.1": "G"}, {"1.1": "Why not"}, change=insert)
    (row,) = read_workbooks(returns, team).rows["ann"]
    assert (row["item"], row["level"], row["comment"]) == ("1.1", "G", "Why not")


def test_lost_titles_are_told(team, returns):
    send_back(returns / "a.xlsx", team, "ann", {"1.1": "G"}, change=lambda sheet: sheet.delete_rows(4))
    returned = read_workbooks(returns, team)
    assert told(returned) == [
        f"“{AT}” has lost the titles of its columns. Ask for the file again as it was handed out."
    ]
    assert returned.rows == {}


def test_two_files_of_one_member_that_differ_are_told_and_neither_counts(team, returns):
    send_back(returns / "ann (1).xlsx", team, "ann", {"1.1": "W"})
    send_back(returns / "ann.xlsx", team, "ann", {"1.1": "G"})
    send_back(returns / "bob.xlsx", team, "bob", {"1.1": "D"})
    returned = read_workbooks(returns, team)
    assert told(returned) == [
        "“ann.xlsx, sheet Questionnaire” and ann (1).xlsx, sheet Questionnaire hold different answers of ann. "
        "Ask which "
        "of them counts, and take the other away."
    ]
    assert list(returned.rows) == ["bob"]


def test_two_files_of_one_member_that_say_the_same_count_once(team, returns):
    for name in ("ann", "ann (1)"):
        send_back(returns / f"{name}.xlsx", team, "ann", {"1.1": "W"})
    returned = read_workbooks(returns, team)
    assert told(returned) == [
        "“ann.xlsx, sheet Questionnaire” holds the same answers of ann as ann (1).xlsx, sheet Questionnaire; "
        "they count "
        "once."
    ]
    assert (returned.faults[0].handled, answers(returned)) == (True, {("1.1", ""): "W"})


def test_an_empty_copy_beside_a_filled_one_is_only_mentioned(team, returns):
    send_back(returns / "ann (1).xlsx", team, "ann")
    send_back(returns / "ann.xlsx", team, "ann", {"1.1": "W"})
    returned = read_workbooks(returns, team)
    assert told(returned) == ["“ann (1).xlsx, sheet Questionnaire” holds no answers yet."]
    assert (returned.faults[0].handled, answers(returned)) == (True, {("1.1", ""): "W"})


def test_another_assessments_workbook_is_refused(team, returns, tmp_path):
    made = {"framework": CDRP.id, "partnership": "Riverside", "date": "2025-03-03", "members": TEAM}
    send_back(returns / "a.xlsx", al.create_assessment(tmp_path / "riverside-2025", **made), "ann", {"1.1": "G"})
    returned = read_workbooks(returns, team)
    assert told(returned) == [
        f"{AT}: “riverside-2025” is the assessment that this workbook was made for. Allowed: "
        "riverside-2026; nearest: riverside-2026. Read it into that assessment."
    ]
    assert returned.rows == {}


def test_a_folder_that_was_renamed_meanwhile_still_takes_its_workbooks(team, returns, tmp_path):
    send_back(returns / "a.xlsx", team, "ann", {"1.1": "G"})
    renamed = al.open_assessment(team.folder.rename(tmp_path / "final"))
    assert answers(read_workbooks(returns, renamed)) == {("1.1", ""): "G"}


def test_another_frameworks_workbook_is_refused(team, returns):
    send_back(returns / "a.xlsx", CSIT)
    assert told(read_workbooks(returns, team)) == [
        f"{AT}: “csit-collaborative-working 3.7” is the questionnaire of another framework. "
        "Allowed: cdrp-dat-partnership 1; nearest: cdrp-dat-partnership 1. Read it into an assessment on that "
        "framework."
    ]


@pytest.mark.parametrize("name", ["ann", "ANN ", "Ann"])
def test_a_workbook_without_a_member_is_known_by_the_name_filled_in(team, returns, name):
    def sign(sheet):
        sheet["C2"].value = name

    send_back(returns / "a.xlsx", CDRP, said={"1.1": "G"}, change=sign)
    assert answers(read_workbooks(returns, team)) == {("1.1", ""): "G"}


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        (None, ", column C (Name): The name is missing. Ask whose it is, and write the name there."),
        ("Cas", ": “Cas” is not a member of this assessment. Allowed: ann, bob; nearest: ann. Write the id of "
        "the member "
         "as the name."),
    ],
)  # fmt: skip
def test_a_name_that_is_nobodys_is_told(team, returns, name, fault):
    def sign(sheet):
        sheet["C2"].value = name

    send_back(returns / "a.xlsx", CDRP, said={"1.1": "G"}, change=sign)
    returned = read_workbooks(returns, team)
    assert told(returned) == [f"{AT}{fault}"]
    assert returned.rows == {}


def test_two_people_of_one_name_are_told_apart_by_id(tmp_path, returns):
    twins = [{"id": "jo-1", "name": "Jo"}, {"id": "jo-2", "name": "Jo"}]
    team = al.create_assessment(tmp_path / "x", framework=CDRP.id, partnership="Riverside", members=twins)

    def sign(sheet):
        sheet["C2"].value = "Jo"

    send_back(returns / "a.xlsx", CDRP, said={"1.1": "G"}, change=sign)
    assert told(read_workbooks(returns, team)) == [
        f"{AT}: “Jo” fits several members of this assessment. Allowed: jo-1, jo-2; nearest: jo-1. "
        "Write the id of the member as the name."
    ]


def test_several_files_may_be_named_and_one_may_hold_several_sheets(team, returns):
    both = opened(member_workbook(team, "ann"))
    place(both.active, "1.1").value = "G"
    copy = both.copy_worksheet(both.active)
    copy["A1"].value = copy["A1"].value.replace('"ann"', '"bob"')
    both.save(returns / "both.xlsx")
    returned = read_workbooks([returns / "both.xlsx", str(returns / "both.xlsx")], team)
    assert (answers(returned), answers(returned, "bob")) == ({("1.1", ""): "G"},) * 2
    assert returned.faults == ()


def test_files_that_are_no_workbooks_are_told_each(team, returns):
    (returns / "a.xls").write_bytes(b"old")
    (returns / "b.xlsx").write_bytes(b"torn")
    (returns / "c.csv").write_text("1,2", encoding="utf-8")
    openpyxl.Workbook().save(returns / "d.xlsx")
    (returns / "~$b.xlsx").write_bytes(b"held open")
    assert told(read_workbooks(returns, team)) == [
        "“a.xls” is not an .xlsx workbook. Open it in a spreadsheet, save it as .xlsx, and take this file away.",
        "“c.csv” is not an .xlsx workbook. Open it in a spreadsheet, save it as .xlsx, and take this file away.",
        "“b.xlsx” is not a workbook that can be read, or one under a password. Open it in a spreadsheet, and "
        "save it as "
        ".xlsx without a password.",
        "“d.xlsx” holds no questionnaire that was handed out. Ask for the file again as it was handed out.",
    ]


def test_a_workbook_cut_short_is_told(team, returns):
    data = member_workbook(team, "ann")
    for size in (10, 1000, len(data) // 2, len(data) - 30):
        (returns / "a.xlsx").write_bytes(data[:size])
        (fault,) = read_workbooks(returns, team).faults
        assert fault.what == "is not a workbook that can be read, or one under a password"


def test_what_is_not_there_is_told(team, returns):
    assert told(read_workbooks(returns, team)) == [
        "“returns” is a folder without a workbook. Put the .xlsx files there that members sent back."
    ]
    assert told(read_workbooks(returns / "a.xlsx", team)) == [
        "“a.xlsx” could not be read: No such file or directory. Check the name; close it in other programs."
    ]


def test_where_the_team_looks_back_there_is_a_column_for_last_year(tmp_path, returns):
    made = {"framework": CDRP.id, "partnership": "Riverside", "date": "2026-03-03", "members": TEAM}
    team = al.create_assessment(tmp_path / "looks-back", **made, looking_back=True)

    def last_year(sheet):
        place(sheet, "1.1", LAST_YEAR).value = "G: Gap identified"

    send_back(returns / "a.xlsx", team, "ann", {"1.1": "W"}, {"1.1": "Better."}, change=last_year)
    team.rate_many("ann", read_workbooks(returns, team).rows["ann"])
    said = team.ratings_of("ann").query("item == '1.1'")
    assert said[["round", "level", "comment"]].values.tolist() == [[1, "W", "Better."], [0, "G", ""]]


def test_last_year_is_left_out_in_words_where_nobody_asks_any_more(tmp_path, returns):
    made = {"framework": CDRP.id, "partnership": "Riverside", "date": "2026-03-03", "members": TEAM}
    asked = al.create_assessment(tmp_path / "asked", **made, looking_back=True)
    not_asked = al.create_assessment(tmp_path / "not-asked", **made)

    def last_year(sheet):
        place(sheet, "1.1", LAST_YEAR).value = "G"

    send_back(returns / "a.xlsx", asked, "ann", {"1.1": "W"}, change=last_year)
    returned = read_workbooks(returns, not_asked)
    assert told(returned) == [
        f"“{AT}” looks back at last year, which this assessment does not ask for: those answers were left out."
    ]
    assert answers(returned) == {("1.1", ""): "W"}


def test_reading_writes_nothing(team, returns):
    send_back(returns / "a.xlsx", team, "ann", {"1.1": "W"})
    read_workbooks(returns, team)
    assert team.ratings.empty
