"""What stands below the responses of an export, or below a long table, and is nobody's: a total, a note."""

import pytest
from readers.importing_kit import known, said, wrong

MICROSOFT = """\
Id,Start time,Completion time,Email,Name,1.1,1.2
1,2/13/26 10:00:00,2/13/26 10:09:00,anonymous,Ann,D,G
2,2/13/26 11:00:00,2/13/26 11:09:00,anonymous,Bob,,
"""
GOOGLE = """\
Timestamp,Name,Lead [1.1],Lead [1.2]
2026/02/13 10:00:00 AM GMT,Ann,D,G
2026/02/13 11:00:00 AM GMT+1,Bob,,
"""
LIME = """\
id,submitdate,lastpage,startlanguage,Name,1.1,1.2
1,2026-02-13 10:00:00,3,en,Ann,D,G
2,,1,en,Bob,,
"""
KOBO = """\
start,end,Name,1.1,1.2,_id,_uuid,_submission_time
2026-02-13T10:00:00Z,2026-02-13T10:09:00Z,Ann,D,G,11,a1,2026-02-13T10:09:01
2026-02-13T11:00:00Z,2026-02-13T11:09:00Z,Bob,,,12,b2,2026-02-13T11:09:01
"""
QUALTRICS = """\
StartDate,EndDate,Status,Progress,Finished,ResponseId,Name,1.1,1.2
2026-02-13 10:00:00,2026-02-13 10:09:00,IP Address,100,True,R_1,Ann,D,G
2026-02-13 11:00:00,2026-02-13 11:09:00,IP Address,100,True,R_2,Bob,,
"""
MONKEY = """\
Respondent ID,Collector ID,Start Date,End Date,Name,Lead,
,,,,Open-Ended Response,1.1,1.2
11,7,02/13/2026 10:00:00 AM,02/13/2026 10:09:00 AM,Ann,D,G
12,7,02/13/2026 11:00:00 AM,02/13/2026 11:09:00 AM,Bob,,
"""
EXPORTS = (MICROSOFT, GOOGLE, LIME, KOBO, QUALTRICS, MONKEY)
ANSWERS = [("ann", "1.1", "D"), ("ann", "1.2", "G"), ("bob", "1.1", "blank"), ("bob", "1.2", "blank")]
LONG = """\
Rater,Ref,Standard,Rating
Ann,1.1,The partnership is effectively led…,D
Bob,1.1,The partnership is effectively led…,G
Ann,1.2,Partners have established the purpose…,W
"""


def drawn(row, text="Total"):
    return f"a.csv, row {row}: “{text}” begins a row of figures drawn from the answers; it was left out."


def note(row, text="Printed 1 March 2026 by the office"):
    return f"a.csv, row {row}: “{text}” is a note and no response; the row was left out."


def members(result):
    return sorted(set(result.ratings["member"]))


@pytest.mark.parametrize("text", EXPORTS)
def test_a_total_and_a_note_below_an_export_are_nobody_s(read, text):
    width = text.split("\n")[0].count(",")
    last = text.count("\n")
    feet = f"Total{',' * width}2\n\nPrinted 1 March 2026 by the office{',' * width}\n"
    result = read(text + feet)
    assert (wrong(result), sorted(said(result))) == ([], ANSWERS)
    assert known(result)[:2] == [drawn(last + 1), note(last + 3)]


@pytest.mark.parametrize("text", EXPORTS)
def test_a_short_word_in_the_place_of_a_number_is_no_response(read, text):
    width = text.split("\n")[0].count(",")
    result = read(f"{text}The end{',' * width}\n")
    assert (wrong(result), sorted(said(result))) == ([], ANSWERS)
    assert note(text.count("\n") + 1, "The end") in known(result)


@pytest.mark.parametrize(("text", "cells"), [*zip(EXPORTS, (5, 2, 5, 3, 7, 5), strict=True)])
def test_a_row_with_answers_is_somebody_s_though_the_tool_gave_it_no_number(read, text, cells):
    row = ["paper", *[""] * (cells - 2), "Cy", "D", "W"]
    behind = text.split("\n")[0].count(",") + 1 - len(row)
    result = read(f"{text}{','.join([*row, *[''] * behind])}\n")
    assert (wrong(result), members(result)) == ([], ["ann", "bob", "cy"])


@pytest.mark.parametrize("place", [0, 4])
def test_a_consensus_below_an_export_is_nobody_s_and_asked_about(read, place):
    row = ["Consensus" if at == place else "" for at in range(5)]
    result = read(f"{MICROSOFT}{','.join(row)},D,W\n")
    assert members(result) == ["ann", "bob"]
    assert wrong(result) == [
        "a.csv, row 4: “Consensus” begins a row that the tool did not write, and holds what was agreed; it was left "
        "out. Move it to a file or sheet of its own, with Ref and Consensus above the columns; or delete it."
    ]


def test_somebody_called_like_a_figure_is_a_member_where_the_tool_numbered_the_response(read):
    result = read(MICROSOFT + "3,2/13/26 12:00:00,2/13/26 12:09:00,anonymous,Total,,\n")
    assert members(result) == ["ann", "bob", "total"]


def test_a_number_may_stand_for_a_response_without_anything_else(read):
    result = read(MICROSOFT + "3,2/13/26 12:00:00,2/13/26 12:09:00,anonymous,,,\n")
    assert len(members(result)) == 3


def test_a_total_and_a_note_below_a_long_table_are_no_ratings(read):
    result = read(LONG + "Total,,3,\nPrinted 1 March 2026 by the office,,,\n")
    assert (wrong(result), len(said(result))) == ([], 3)
    assert known(result)[:2] == [drawn(5), note(6)]


def test_a_rating_without_an_item_is_still_a_fault(read):
    result = read(LONG + "Cy,,,D\n")
    assert wrong(result) == ["a.csv, row 5, column Ref: The standard is missing. Say what was rated."]


def test_a_total_under_the_names_beside_a_number_and_no_time_is_nobody_s(read):
    result = read(f"{MICROSOFT}3,,,,Total,,\n")
    assert (members(result), wrong(result)) == (["ann", "bob"], [])
    assert drawn(4, "3") in known(result)
