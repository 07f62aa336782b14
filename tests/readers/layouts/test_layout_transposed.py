"""Items in rows and people in columns: whose answers stand where, and what is left out and told."""

import pytest
from readers.raw_kit import raw
from zoo import CDRP, CSIT

from assesslib.readers.layouts import tally, transposed, wide

CLEAN = """Ref,Key Feature,Anna,Ben,Chloe,Consensus
1,Leaders and other staff have a full understanding of what partnerships,a,b,c,b
2,"Partnership decisions shape & focus strategy, policies & services",c,,?,c
"""
FULL = """Collaborative working 2026,,,,,,,,
,,,Council,,Trust,,,
,,Ref.,Anna,Ben,Chloe,Team consensus,Notes,Median
,,Preparing the ground,,,,,,
,,1,a,b,c,b,we differ,b
,,2,c,,c,c,,c
,,Establishing partnerships,,,,,,
,,7.0,d,d,e,,,d
,,,,,,,,
,,Average,c,c,d,,,
,,,,,,,,
,,Key: a = Not yet,,,,,,
,,,,,,,,
"""


def told(responses):
    return [(fault.handled, str(fault)) for fault in responses.faults]


def rows(responses):
    return [(one.at, one.said, one.use, one.section) for one in responses.headings]


def people(responses):
    return responses.people.reset_index()[["index", "name", "organisation", "role"]].values.tolist()


def test_people_stand_in_columns_and_the_consensus_beside_them():
    said = transposed.read(raw(CLEAN), CSIT)
    assert transposed.recognises(raw(CLEAN), CSIT)
    assert (said.layout, said.turned, said.agreed, said.faults) == ("transposed", True, 5, ())
    assert rows(said) == [
        (2, ("1", "Leaders and other staff have a full understanding of what partnerships"), "answer", ""),
        (3, ("2", "Partnership decisions shape & focus strategy, policies & services"), "answer", ""),
    ]
    assert people(said) == [[2, "Anna", "", ""], [3, "Ben", "", ""], [4, "Chloe", "", ""]]
    assert said.answers.to_dict("index") == {
        2: {2: "a", 3: "c"}, 3: {2: "b", 3: ""}, 4: {2: "c", 3: "?"}, 5: {2: "b", 3: "c"},
    }  # fmt: skip


def test_titles_figures_notes_and_rows_above_the_names_are_told_from_answers():
    said = transposed.read(raw(FULL), CSIT)
    assert transposed.recognises(raw(FULL), CSIT)
    assert rows(said) == [
        (5, ("1",), "answer", "Preparing the ground"),
        (6, ("2",), "answer", "Preparing the ground"),
        (8, ("7.0", "7"), "answer", "Establishing partnerships"),
        (10, (), "dropped", ""),
    ]
    assert people(said) == [[3, "Anna", "Council", ""], [4, "Ben", "Council", ""], [5, "Chloe", "Trust", ""]]
    assert said.answers.T.values.tolist() == [["a", "b", "c", "b"], ["c", "", "c", "c"], ["d", "d", "e", ""]]
    assert told(said) == [
        (True, "export.csv, row 2, column E: An empty cell was read as the organisation to its left, "
               "as in merged cells."),
        (True, "export.csv, column H (Notes): “Notes” was left out: it holds notes."),
        (True, "export.csv, column I (Median): “Median” was left out: it holds figures drawn from the answers."),
        (True, "export.csv, row 10: “Average” is a row of figures drawn from the answers; it was left out."),
        (True, "export.csv, row 12: “Key: a = Not yet” is a note below the table; it was left out."),
    ]  # fmt: skip


def test_the_wording_alone_is_enough_with_semicolons_and_labels():
    text = (
        "Standard;A. Green;B. Low;Agreed level (G/W/S/D)\n"
        "1. LEADERSHIP;;;\n"
        "The partnership is effectively led and supported;Gap identified;Doing well;Working towards\n"
        "Partners have established the purpose, processes;Some success;;\n"
    )
    said = transposed.read(raw(text, ";"), CDRP)
    assert transposed.recognises(raw(text, ";"), CDRP)
    assert rows(said) == [
        (3, ("The partnership is effectively led and supported",), "answer", "1. LEADERSHIP"),
        (4, ("Partners have established the purpose, processes",), "answer", "1. LEADERSHIP"),
    ]
    assert (said.agreed, people(said)) == (3, [[1, "A. Green", "", ""], [2, "B. Low", "", ""]])
    assert said.answers.values.tolist() == [
        ["Gap identified", "Some success"], ["Doing well", ""], ["Working towards", ""],
    ]  # fmt: skip


@pytest.mark.parametrize("ids", [("1.1", "1.10"), ("01-Jan", "01-Feb"), ("2026-01-01 00:00:00", "2026-02-01 00:00:00")])
def test_ids_that_a_spreadsheet_made_something_else_of_are_passed_on_as_they_stand(ids):
    said = transposed.read(raw(f"Ref,Ann,Bo\n{ids[0]},G,W\n{ids[1]},S,D\n2.2,S,D\n2.3,S,D\n"), CDRP)
    assert [one.said for one in said.headings] == [(ids[0],), (ids[1],), ("2.2",), ("2.3",)]


def test_rows_with_a_label_say_organisation_role_and_name():
    for text in (
        "Role,,chair,officer\nName,,Ann,Bo\nOrganisation,,X,X\n1.1,,G,W\n1.2,,S,\n",
        "Role,,chair,officer\nRef,Name,Ann,Bo\n,Organisation,X,X\n1.1,,G,W\n1.2,,S,\n",
    ):
        said = transposed.read(raw(text), CDRP)
        assert (people(said), said.faults) == ([[2, "Ann", "X", "chair"], [3, "Bo", "X", "officer"]], ())


def test_a_title_over_the_people_is_no_organisation():
    said = transposed.read(raw(",Individual scores,\nRef,Ann,Bo\n1.1,G,W\n1.2,S,D\n"), CDRP)
    assert people(said) == [[1, "Ann", "", ""], [2, "Bo", "", ""]]


def test_one_person_s_answers_without_a_name_and_anonymous_ones_are_nobody_s():
    said = transposed.read(raw("Ref,Standard,Your rating\n1.1,x,G\n1.2,y,W\n"), CDRP)
    assert (people(said), told(said)) == ([[2, "", "", ""]], [])
    assert people(transposed.read(raw("Ref,Anonymous,Anonymous\n1.1,G,W\n1.2,W,W\n"), CDRP)) == [
        [1, "", "", ""], [2, "", "", ""],
    ]  # fmt: skip


def test_max_is_a_member_unless_figures_stand_beside_it():
    assert people(transposed.read(raw("Ref,Ann,Max\n1.1,G,W\n1.2,W,W\n"), CDRP))[1] == [2, "Max", "", ""]
    said = transposed.read(raw("Ref,Ann,Min,Max\n1.1,G,W,W\n1.2,W,W,W\n"), CDRP)
    assert (people(said), len(said.faults)) == ([[1, "Ann", "", ""]], 2)


def test_columns_that_may_be_answers_are_never_dropped_in_silence():
    text = "Ref,Ann,Team rating,,Why so\n1.1,G,W,S,because we said so a year ago\n1.2,W,W,,\n"
    said = transposed.read(raw(text), CDRP)
    assert told(said) == [
        (False, "export.csv, column C (Team rating): “Team rating” was left out: it may be what was agreed or a figure "
                "drawn from the answers. Head it “Consensus”, or delete it."),
        (False, "export.csv, column D: A column was left out: no heading stands above it. "
                "Head it with the member’s name, or with “Notes”."),
        (True, "export.csv, column E (Why so): “Why so” was left out: it holds texts and no levels."),
    ]  # fmt: skip
    said = transposed.read(raw("Ref,Ann,Consensus,Agreed,Consensus 2025\n1.1,G,W,S,S\n1.2,W,W,,S\n"), CDRP)
    assert said.agreed == 2
    assert told(said) == [
        (False, "export.csv, column D (Agreed): “Agreed” was left out: what was agreed stands in column C. "
                "Head it “Consensus”, or delete it."),
        (True, "export.csv, column E (Consensus 2025): “Consensus 2025” was left out: it is of another time."),
    ]  # fmt: skip


def test_headings_that_are_repeated_are_passed_over_and_in_another_order_refused():
    again = "Ref,Ann,Bo\n1.1,G,W\nRef,Ann,Bo\n2.1,S,D\n"
    assert [one.at for one in transposed.read(raw(again), CDRP).headings] == [2, 4]
    said = transposed.read(raw("Ref,Ann,Bo\n1.1,G,W\n1.2,G,W\nRef,Bo,Ann\n2.1,S,D\n"), CDRP)
    assert said.answers.columns.tolist() == [2, 3]
    assert (said.headings[2].use, said.headings[2].why) == (
        "dropped", "the names of row 4 stand above it, in another order than at the top",
    )  # fmt: skip
    assert told(said) == [
        (False, "export.csv, row 4: The names stand in another order than at the top. "
                "Give every member one column from top to bottom; the rows below were left out.")
    ]  # fmt: skip


def test_answers_in_a_row_that_names_nothing_are_a_fault():
    said = transposed.read(raw("Ref,Ann,Bo\n1.1,G,W\n,G,G\n1.2,G,W\nour own,S,S\n"), CDRP)
    assert rows(said) == [
        (2, ("1.1",), "answer", ""), (3, (), "dropped", ""), (4, ("1.2",), "answer", ""),
        (5, ("our own",), "answer", ""),
    ]  # fmt: skip
    assert told(said) == [
        (False, "export.csv, row 3: The row holds answers and names no standard. "
                "Write the ref before them, or empty the row.")
    ]  # fmt: skip


def test_sides_of_a_split_rating_stand_in_rows_of_their_own():
    said = transposed.read(raw("Ref,Side,Ann,Bo\n1.1,Local,G,W\n,National,S,D\n1.2,,W,W\n"), CDRP)
    assert [one.said for one in said.headings] == [("1.1 [Local]",), ("1.1 [National]",), ("1.2",)]
    assert said.answers.values.tolist() == [["G", "S", "W"], ["W", "D", "W"]]


def test_items_that_are_called_standard_are_no_standard_deviations():
    said = transposed.read(raw("Item,Ann,Bo\nStandard 1.1,G,W\nStandard 1.2,S,D\nStd dev,1,1\n"), CDRP)
    assert rows(said) == [
        (2, ("Standard 1.1",), "answer", ""), (3, ("Standard 1.2",), "answer", ""), (4, (), "dropped", ""),
    ]  # fmt: skip


def test_a_column_of_sections_is_kept_with_each_item():
    said = transposed.read(raw("Section,Ref,Ann\nLeadership,1.1,G\n,1.2,W\nResources,4.1,S\n"), CDRP)
    assert [one.section for one in said.headings] == ["Leadership", "Leadership", "Resources"]


def test_numbers_as_answers_do_not_hide_which_way_the_table_lies():
    text = "Ref,P1,P2,P3,P4\n" + "\n".join(f"{n},{n % 5 + 1},{n % 3 + 1},{n % 4 + 1},1" for n in range(1, 38))
    assert [one.recognises(raw(text), CSIT) for one in (transposed, tally, wide)] == [True, False, False]
    assert [one.said for one in transposed.read(raw(text), CSIT).headings] == [(str(n),) for n in range(1, 38)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ref\n1.1\n1.2\n",
        "rater,1.1,1.2,1.3\nAnn,G,W,S\n",
        "Ref,G,W,S,D\n1.1,1,0,2,1\n1.2,3,0,0,1\n",
        "Ref,Gap identified,Working towards,Some success,Doing well\n1.1,1,,,\n1.2,,1,,\n",
        "Ref,G,W,S,D\n1.1,10%,40%,50%,0%\n1.2,10%,40%,50%,0%\n",
        "member,item,level\nann,1.1,G\nann,1.2,W\nann,1.3,S\n",
        "Start time,Email,Name,1.1 Led,1.2 Purpose\n1,a@b,Ann,G,W\n",
    ],
)
def test_other_tables_are_not_taken_for_it(text):
    assert not transposed.recognises(raw(text), CDRP)


@pytest.mark.parametrize("heading", ["_id", "Response ID", "Total points", "member no"])
def test_numbers_below_a_heading_of_something_else_are_no_items(heading):
    text = f"{heading},q1,q2\n" + "".join(f"{n},c,d\n" for n in range(1, 38))
    assert not transposed.recognises(raw(text), CSIT)
    assert transposed.recognises(raw(text.replace(heading, "")), CSIT)


def test_days_alone_are_no_items():
    assert not transposed.recognises(raw("today,q1,q2\n2026-03-01,G,W\n2026-03-02,G,W\n"), CDRP)


def test_a_table_without_items_is_told_and_nothing_is_read():
    said = transposed.read(raw("a,b\n1,2\n"), CDRP)
    assert (said.headings, said.people.empty, said.answers.empty) == ((), True, True)
    assert told(said) == [
        (False, "export.csv: No column names the standards with a row above it that says whose answers stand below. "
                "Head the columns with Ref and the members’ names.")
    ]  # fmt: skip
