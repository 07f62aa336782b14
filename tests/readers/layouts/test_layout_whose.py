"""Whose the columns of a table with items in rows are: rows beside the names, and headings that name nobody."""

import pytest
from readers.raw_kit import raw
from zoo import CDRP

from assesslib.readers.layouts import transposed

CELLS = "G,W,S,D"


def table(head, *above_items, columns=4):
    rows = [f"1.1,Led,{CELLS}", f"1.2,Purpose,{CELLS[::-1]}"]
    return "\n".join([head, *above_items, *(",".join(row.split(",")[: 2 + columns]) for row in rows)]) + "\n"


def names(said):
    return said.people["name"].tolist()


def told(said):
    return [(fault.handled, str(fault)) for fault in said.faults]


NAMED = "Ref,Standard,Anna,Ben,Chloe,Dan"


@pytest.mark.parametrize(
    ("label", "cells"),
    [
        ("Date completed", "1/2/26,2/2/26,3/2/26,4/2/26"),
        ("Initials", "AB,BC,CD,DE"),
        ("Phone", "01,02,03,04"),
        ("Years in post", "1,2,3,4"),
        ("Received?", "Yes,Yes,No,Yes"),
        ("Weighting", "1,1,2,1"),
    ],
)
def test_a_row_of_something_else_below_or_above_the_names_is_told_and_names_nobody(label, cells):
    row = f",{label},{cells}"
    for text, number, side in ((table(NAMED, row), 2, "below"), (table(row, NAMED), 1, "above")):
        said = transposed.read(raw(text), CDRP)
        assert (names(said), said.people["organisation"].tolist()) == (["Anna", "Ben", "Chloe", "Dan"], [""] * 4)
        value = f"{label}: {cells.split(',')[0]}"
        assert told(said) == [
            (True, f"export.csv, row {number}: “{value}” stands {side} the names and was not read.")
        ]  # fmt: skip


def test_a_row_that_its_own_head_calls_organisation_is_one_below_the_names_too():
    said = transposed.read(raw(table(NAMED, ",Organisation,Police,NHS,Police,Fire")), CDRP)
    assert said.people["organisation"].tolist() == ["Police", "NHS", "Police", "Fire"]
    assert (names(said), told(said)) == (["Anna", "Ben", "Chloe", "Dan"], [])


def test_a_row_without_a_head_that_may_hold_the_names_is_asked_about():
    said = transposed.read(raw(table(NAMED, ",,Chair,Clerk,Nurse,Warden")), CDRP)
    assert names(said) == ["Anna", "Ben", "Chloe", "Dan"]
    assert told(said) == [
        (False, "export.csv, row 2: “Chair” may begin the names, as row 1 may; those of row 1 were taken. "
                "Write Name before the row of names, and Organisation or Role before the other.")
    ]  # fmt: skip


def test_names_below_a_merged_heading_of_the_refs_are_the_names():
    said = transposed.read(raw(table("Ref,Standard,Council,,Trust,", ",,Anna,Ben,Chloe,Dan")), CDRP)
    assert names(said) == ["Anna", "Ben", "Chloe", "Dan"]


@pytest.mark.parametrize(
    ("heading", "why"),
    [
        ("2024", "it is of a year and names nobody"),
        ("Target 2027", "it holds what is aimed at"),
        ("Where we want to be", "it holds what is aimed at"),
        ("Baseline", "it is of another time"),
        ("Mode", "it holds figures drawn from the answers"),
        ("n", "it holds figures drawn from the answers"),
        ("Peer review", "it is called like something else than a person"),
        ("Importance", "it is called like something else than a person"),
        ("Ziel", "it holds what is aimed at"),
    ],
)
def test_a_column_of_something_else_is_left_out_and_told(heading, why):
    said = transposed.read(raw(table(f"Ref,Standard,Anna,Ben,Chloe,{heading}")), CDRP)
    assert (names(said), said.agreed) == (["Anna", "Ben", "Chloe"], None)
    assert told(said) == [(True, f"export.csv, column F ({heading}): “{heading}” was left out: {why}.")]


@pytest.mark.parametrize("heading", ["Mode Smith", "Ellen Page", "Max", "Team A", "Police view", "Hope"])
def test_people_and_groups_who_are_called_somewhat_so_are_people(heading):
    said = transposed.read(raw(table(f"Ref,Standard,Anna,Ben,Chloe,{heading}")), CDRP)
    assert (names(said)[3], told(said)) == (heading, [])


@pytest.mark.parametrize("heading", ["Moderated", "Group view", "Overall view", "Final level"])
def test_a_column_of_what_was_agreed_goes_to_the_consensus(heading):
    said = transposed.read(raw(table(f"Ref,Standard,Anna,Ben,Chloe,{heading}")), CDRP)
    assert (names(said), said.agreed, told(said)) == (["Anna", "Ben", "Chloe"], 5, [])


def test_what_is_called_agreed_goes_before_a_view_and_an_overall_column_beside_it_is_no_question():
    said = transposed.read(raw(table("Ref,Standard,Anna,Group view,Consensus,Overall")), CDRP)
    assert (names(said), said.agreed) == (["Anna"], 4)
    assert told(said) == [
        (False, "export.csv, column D (Group view): “Group view” was left out: what was agreed stands in column E. "
                "Head it “Consensus”, or delete it."),
        (True, "export.csv, column F (Overall): “Overall” was left out: what was agreed stands in column E."),
    ]  # fmt: skip


def test_a_facilitator_s_column_is_asked_about():
    said = transposed.read(raw(table("Ref,Standard,Anna,Ben,Chloe,Facilitator")), CDRP)
    assert told(said) == [
        (False, "export.csv, column F (Facilitator): “Facilitator” was left out: it may be a member’s ratings or what "
                "was noted of the discussion. Head it with the member’s name if it is theirs, or delete it.")
    ]  # fmt: skip


YEARS = (
    "export.csv, column C, D, E, F: The headings name 2025, 2026, and nothing says which year counts; the columns were "
    "left out. Keep those of the year that is to be read, and take the year out of their headings."
)


@pytest.mark.parametrize(
    "text",
    [
        table("Ref,Standard,Anna 2025,Anna 2026,Ben 2025,Ben 2026"),
        table(",,2025,,2026,", "Ref,Standard,Anna,Ben,Anna,Ben"),
    ],
)
def test_of_people_who_stand_there_in_two_years_it_is_asked_which_counts(text):
    assert transposed.recognises(raw(text), CDRP)
    said = transposed.read(raw(text), CDRP)
    assert (names(said), told(said)) == ([], [(False, YEARS)])


def test_one_year_behind_every_name_is_no_part_of_it():
    said = transposed.read(raw(table("Ref,Standard,Anna 2026,Ben 2026,Chloe (2026),Consensus")), CDRP)
    assert names(said) == ["Anna", "Ben", "Chloe"]
    assert told(said) == [(True, "export.csv: “2026” stands behind every name; it was left out.")]


def test_of_two_columns_of_one_name_it_is_asked_which_counts():
    said = transposed.read(raw(table("Ref,Standard,Anna,Ben,anna,Dan")), CDRP)
    assert names(said) == ["Ben", "Dan"]
    assert told(said) == [
        (False, "export.csv, column C, E: “Anna” heads several columns, and nothing says which of them counts. "
                "Keep one of them, or give two people different names.")
    ]  # fmt: skip
    said = transposed.read(raw(table("Ref,Standard,Anna,Ben,Anna,Dan", ",Organisation,Police,NHS,Fire,Fire")), CDRP)
    assert names(said) == ["Anna", "Ben", "Anna", "Dan"]


def test_a_column_in_which_no_level_stands_is_left_out_beside_others_in_which_some_do():
    text = "Ref,Standard,Anna,Lead,By when,Dan\n1.1,Led,G,Anna,June 2026,\n1.2,Purpose,W,Ben,May 2026,\n"
    said = transposed.read(raw(text), CDRP)
    assert names(said) == ["Anna", "Dan"]
    assert told(said) == [
        (True, "export.csv, column D (Lead): “Lead” was left out: no level stands in it."),
        (True, "export.csv, column E (By when): “By when” was left out: no level stands in it."),
    ]  # fmt: skip
    alone = transposed.read(raw("Ref,Standard,Anna,Ben\n1.1,Led,x1,x2\n1.2,Purpose,x2,x3\n"), CDRP)
    assert (names(alone), told(alone)) == (["Anna", "Ben"], [])


MAYBE = "levels stand in it, and it is called like notes or figures; it may be a member’s"


@pytest.mark.parametrize("heading", ["Page", "NO", "Old", "Prior", "Last", "Next", "Spread", "Gap", "Status"])
def test_a_column_of_levels_under_a_word_that_may_be_a_name_is_asked_about(heading):
    said = transposed.read(raw(table(f"Ref,Standard,Anna,Ben,Chloe,{heading}")), CDRP)
    assert names(said) == ["Anna", "Ben", "Chloe"]
    assert told(said) == [
        (False, f"export.csv, column F ({heading}): “{heading}” was left out: {MAYBE}. Head it with the member’s full "
                "name if it is theirs, or delete it.")
    ]  # fmt: skip


@pytest.mark.parametrize("heading", ["Page", "Status", "Gap"])
def test_such_a_column_that_holds_no_levels_is_left_out_and_told(heading):
    said = transposed.read(raw(f"Ref,Anna,Ben,{heading}\n1.1,G,W,12\n1.2,W,S,13\n"), CDRP)
    assert (names(said), [handled for handled, _ in told(said)]) == (["Anna", "Ben"], [True])


def test_a_column_of_levels_called_discussion_is_no_member_s():
    said = transposed.read(raw(table("Ref,Standard,Anna,Ben,Chloe,Discussion")), CDRP)
    assert names(said) == ["Anna", "Ben", "Chloe"]
    assert told(said) == [
        (False, "export.csv, column F (Discussion): “Discussion” was left out: it may be what was agreed or a figure "
                "drawn from the answers. Head it “Consensus”, or delete it.")
    ]  # fmt: skip
    for note in ("", "talk"):
        other = transposed.read(raw(f"Ref,Anna,Ben,Discussion\n1.1,G,W,{note}\n1.2,W,S,\n"), CDRP)
        assert (names(other), [handled for handled, _ in told(other)]) == (["Anna", "Ben"], [True])


NAMELESS = ["Your rating (G, W, S or D)", "Rating 1", "G/W/S/D", "Our view", "Where are we?", "Status", "RAG",
            "Position", "Rating (please enter a letter)", "Your rating 2026", "Tick one"]  # fmt: skip


@pytest.mark.parametrize("heading", NAMELESS)
def test_the_heading_of_the_only_answers_that_names_nobody_is_no_name(heading):
    text = table(f'Ref,Standard,"{heading}"', columns=1)
    assert transposed.recognises(raw(text), CDRP)
    assert names(transposed.read(raw(text), CDRP)) == [""]


@pytest.mark.parametrize("heading", ["Amara Okafor", "Mark", "Anna (Chair)", "AB", "Police", "Member 1"])
def test_the_heading_of_the_only_answers_that_may_be_a_name_is_one(heading):
    assert names(transposed.read(raw(table(f"Ref,Standard,{heading}", columns=1)), CDRP)) == [heading]


def agreed(head):
    said = transposed.read(raw(table(f"Ref,Standard,{head}")), CDRP)
    return said.agreed, told(said)


@pytest.mark.parametrize("heading", ["Consensus 2026", "Agreed 01/03/2026", "Consensus (March 2026)", "Agreed 2025/26"])
def test_what_was_agreed_in_the_only_year_of_a_table_goes_to_the_consensus(heading):
    taken = (True, f"export.csv, column F: “{heading}” was taken for what was agreed.")
    assert agreed(f"Anna,Ben,Chloe,{heading}") == (5, [taken])


def test_what_was_agreed_in_the_year_of_the_names_goes_before_another_year():
    assert agreed("Anna 2025,Ben 2025,Consensus 2025,Consensus 2026") == (
        4,
        [
            (True, "export.csv, column F (Consensus 2026): “Consensus 2026” was left out: it is of another time."),
            (True, "export.csv: “2025” stands behind every name; it was left out."),
        ],
    )


def test_of_two_years_of_what_was_agreed_it_is_asked_which_counts():
    assert agreed("Anna,Ben,Consensus 2025,Consensus 2026") == (
        5,
        [
            (False, "export.csv, column F: “Consensus 2026” was left out: what was agreed stands there of several "
                    "years. Keep the one that counts, or take the year out of its name."),
            (True, "export.csv, column E (Consensus 2025): “Consensus 2025” was left out: it is of another time."),
        ],
    )  # fmt: skip


@pytest.mark.parametrize("form", ["Rating ({})", "Your rating - {}", "Your rating: {}", "Level ({})", "Your Choice {}"])
def test_a_name_beside_a_word_for_answers_stays_the_name(form):
    heads = [form.format(name) for name in ("Anna", "AB")]
    said = transposed.read(raw(table(f"Ref,Standard,{','.join(heads)}", columns=2)), CDRP)
    assert (names(said), told(said)) == (heads, [])
    assert names(transposed.read(raw(table(f"Ref,Standard,{heads[0]}", columns=1)), CDRP)) == heads[:1]


@pytest.mark.parametrize(
    "heading",
    ["Level achieved", "Member rating", "Officer rating", "Rating given", "First rating", "Actual level", "Scoring",
     "Assessment outcome", "Marking", "Code", "Points", "Rating scale", "March 2026", "Q1 2026", "(a-e)", "GWSD",
     "G W S D", "Gap / Working / Some / Doing", "Column1", "Name", "Rater", "Wertung", "Votre note", "Baseline",
     "RAG rating", "RAG status", "Rating/comments", "Rating & evidence", "Agreement", "Standard met", "Ranking",
     "Your rating (G to D)", "Rating (please tick)", "Your rating so far"],
)  # fmt: skip
def test_the_heading_of_the_only_answers_names_nobody(heading):
    said = transposed.read(raw(table(f"Ref,Standard,{heading}", columns=1)), CDRP)
    assert (names(said), all(handled for handled, _ in told(said))) == ([""], True)


@pytest.mark.parametrize("heading", ["RAG", "Status", "Rank", "Due", "Owner", "Range", "Spread"])
def test_levels_under_a_word_of_notes_are_asked_about_beside_first_names_alone(heading):
    first = transposed.read(raw(table(f"Ref,Standard,Anna,Ben,Chloe,{heading}")), CDRP)
    assert [handled for handled, _ in told(first)] == [False]
    whole = transposed.read(raw(table(f"Ref,Standard,Ann Bell,Bo Carr,Cy Dean,{heading}")), CDRP)
    assert (names(whole), [handled for handled, _ in told(whole)]) == (["Ann Bell", "Bo Carr", "Cy Dean"], [True])
    alone = transposed.read(raw(table(f"Ref,Standard,Rating,{heading}", columns=2)), CDRP)
    assert (names(alone), [handled for handled, _ in told(alone)]) == ([""], [True])


@pytest.mark.parametrize(
    "heads",
    [("Consensus Jan 2026", "Consensus Mar 2026"), ("Consensus 1", "Consensus 2"),
     ("Consensus March", "Consensus October")],
)  # fmt: skip
def test_of_several_consensuses_told_apart_by_number_or_month_none_is_taken(heads):
    said = transposed.read(raw(table(f"Ref,Standard,Anna,Ben,{','.join(heads)}")), CDRP)
    assert (names(said), said.agreed) == (["Anna", "Ben"], None)
    assert told(said) == [
        (False, f"export.csv, column {at} ({head}): “{head}” was left out: what was agreed stands in several columns, "
                "and nothing says which of them counts. Head it “Consensus”, or delete it.")
        for at, head in zip("EF", heads, strict=True)
    ]  # fmt: skip


def test_a_number_that_may_be_no_year_is_none():
    said = transposed.read(raw(table("Ref,Standard,Anna,Ben,Chloe,Consensus 12")), CDRP)
    assert (said.agreed, told(said)) == (5, [])
