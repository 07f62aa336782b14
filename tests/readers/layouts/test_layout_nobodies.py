"""Rows of a table with a row for each member that are called like no person, and columns beside an item’s own."""

import pytest
from readers.raw_kit import raw
from zoo import CDRP

from assesslib.readers.layouts import wide


def told(said):
    return [(fault.handled, str(fault)) for fault in said.faults]


def read(*rows, head="Name,1.1,1.2"):
    return wide.read(raw("\n".join([head, *rows]) + "\n"), CDRP)


@pytest.mark.parametrize("name", ["Last year", "2025", "Target", "Summary", "Baseline 2024"])
def test_a_row_of_something_else_is_left_out_and_told(name):
    said = read("Anna,G,W", "Ben,S,D", f"{name},D,D")
    assert (said.people["name"].tolist(), said.agreed) == (["Anna", "Ben"], None)
    assert told(said) == [(True, f"export.csv, row 4: “{name}” begins a row that is no member’s; it was left out.")]


@pytest.mark.parametrize("name", ["Overall", "Group", "Whole team", "All", "Everyone", "Partnership", "Conclusion"])
def test_a_row_that_may_be_what_was_agreed_is_asked_about_where_nothing_else_is(name):
    said = read("Anna,G,W", f"{name},D,D")
    assert said.people["name"].tolist() == ["Anna"]
    what = f"export.csv, row 3: “{name}” begins a row that may be no member’s, but what was agreed or a figure; it was"
    do = "Call it “Consensus”, or by the name of the member, or delete the row."
    assert told(said) == [(False, f"{what} left out. {do}")]
    said = read("Anna,G,W", f"{name},D,D", "Consensus,S,S")
    assert (said.agreed, told(said)) == (4, [(True, f"{what} left out.")])


@pytest.mark.parametrize("name", ["Old", "Prior", "Next", "RAG", "SUM", "Rank", "Gap"])
def test_a_row_of_answers_under_a_word_that_may_be_a_name_is_asked_about(name):
    said = read("Anna,G,W", "Ben,S,D", f"{name},D,D")
    assert said.people["name"].tolist() == ["Anna", "Ben"]
    assert [handled for handled, _ in told(said)] == [False]


@pytest.mark.parametrize("name", ["RAG", "SUM", "Rank", "Gap"])
def test_a_row_of_answers_under_such_a_word_is_nobody_s_beside_whole_names(name):
    said = read("Anna Bell,G,W", "Ben Carr,S,D", f"{name},D,D")
    assert (said.people["name"].tolist(), [handled for handled, _ in told(said)]) == (["Anna Bell", "Ben Carr"], [True])


def test_a_row_of_numbers_under_a_word_for_figures_is_a_figure():
    said = read("Anna,G,W", "Ben,S,D", "Sum,12,7")
    assert told(said) == [
        (True, "export.csv, row 4: “Sum” begins a row of figures drawn from the answers; it was left out.")
    ]  # fmt: skip


def test_a_row_of_what_was_agreed_in_the_only_year_goes_to_the_consensus():
    said = read("Anna,G,W", "Consensus 2026,D,D")
    assert (said.people["name"].tolist(), said.agreed) == (["Anna"], 3)
    assert told(said) == [(True, "export.csv, row 3: “Consensus 2026” was taken for what was agreed.")]
    said = read("Anna,G,W", "Consensus,S,S", "Consensus 2025,D,D")
    assert (said.people["name"].tolist(), said.agreed) == (["Anna"], 3)
    assert told(said) == [(True, "export.csv, row 4: “Consensus 2025” was left out: it is of another time.")]


@pytest.mark.parametrize("name", ["Moderated", "Group view"])
def test_a_row_of_what_was_agreed_goes_to_the_consensus(name):
    said = read("Anna,G,W", f"{name},D,D")
    assert (said.people["name"].tolist(), said.agreed) == (["Anna"], 3)


def test_where_all_are_called_so_they_are_who_answered():
    assert read("Team,G,W").people["name"].tolist() == ["Team"]
    assert read("Team A,G,W", "Team B,G,D").people["name"].tolist() == ["Team A", "Team B"]


def test_a_surname_in_a_column_of_its_own_and_numbers_like_years_are_people_s():
    said = read("Ellen,Page,G,W", "Anna,Bell,S,D", head="First name,Last name,1.1,1.2")
    assert said.people["name"].tolist() == ["Ellen Page", "Anna Bell"]
    said = read("1999,G,W", "2000,S,D", "2001,S,D", head="Member ID,1.1,1.2")
    assert said.people["id"].tolist() == ["1999", "2000", "2001"]


def test_of_people_who_stand_there_in_two_years_it_is_asked_which_counts():
    said = read("Anna 2025,G,W", "Anna 2026,S,D", "Ben,S,D")
    assert said.people["name"].tolist() == ["Ben"]
    assert told(said) == [
        (False, f"export.csv, row {row}: “Anna {year}” begins a row of one of several years (2025, 2026), and nothing "
                "says which counts; it was left out. Keep the rows of the year that is to be read.")
        for row, year in ((2, 2025), (3, 2026))
    ]  # fmt: skip


def test_not_applicable_of_one_side_is_not_written_under_the_other():
    said = read("Anna,,G,,x", head="Name,5.1 Local,5.1 Local [N/A],5.1 National,5.1 National [N/A]")
    assert said.answers.values.tolist() == [["", "n/a"]]


def uses(said):
    return [(one.text, one.use, one.why) for one in said.headings[1:]]


@pytest.mark.parametrize(
    ("beside", "why"),
    [
        ("last year", "it is of another time"),
        ("previously", "it is of another time"),
        ("before", "it is of another time"),
        ("target", "it holds what is aimed at"),
        ("[Target]", "it holds what is aimed at"),
        ("future", "it holds what is aimed at"),
        ("Goal", "it holds notes"),
    ],
)
def test_a_column_of_another_time_or_of_an_aim_beside_each_item_is_left_out_and_told(beside, why):
    text = f"Name,1.1,1.1 {beside},1.2,1.2 {beside}\nAnna,G,W,S,D\n"
    assert wide.recognises(raw(text), CDRP)
    said = wide.read(raw(text), CDRP)
    assert uses(said) == [("1.1", "answer", ""), (f"1.1 {beside}", "dropped", why), ("1.2", "answer", ""),
                          (f"1.2 {beside}", "dropped", why)]  # fmt: skip
    assert told(said) == [(True, f"export.csv, column C, E: “1.1 {beside}” and 1 more like it were left out: {why}.")]


def test_a_tick_under_not_applicable_beside_an_item_says_so_where_the_item_is_empty():
    said = read("Anna,,x,S,", "Ben,G,x,,", head="Name,1.1,1.1 N/A,1.2,1.2 N/A")
    assert said.answers.values.tolist() == [["n/a", "S"], ["G", ""]]
    assert told(said) == [
        (True, "export.csv, column C, E: “1.1 N/A” and 1 more like it were left out: a tick in it says that the item "
               "is not applicable.")
    ]  # fmt: skip
