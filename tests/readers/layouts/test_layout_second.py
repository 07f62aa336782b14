"""A second row of headings below the first table: one fault for all that stands under it, and nothing misread."""

import pytest
from readers.importing_kit import CSIT, said, wrong

WORDS = (
    "begins a second row of headings, which names other {} or stands in another order; this row and all below it "
    "were left out. Put each table into a sheet or file of its own, or its columns into the order of the first."
)


@pytest.mark.parametrize("second", ["Name,1.2,1.1,1.3", "Name,1.4,1.5,2.1", "Rater,1.2,1.1,1.3", ",2.1,2.2,"])
def test_other_headings_end_the_table(read, second):
    result = read(f"Name,1.1,1.2,1.3\nAnn,G,W,S\nBob,D,D,D\n\n{second}\nCy,G,G,W\nDi,W,G,D\n")
    assert {member for member, _, _ in said(result)} == {"ann", "bob"}
    first = second.strip(",").partition(",")[0]
    assert wrong(result) == [f"a.csv, row 5: “{first}” {WORDS.format('standards')}"]


def test_small_numbers_are_headings_only_beside_the_name_of_a_column(read):
    table = "Name,1,2,3\nAnn,a,b,c\n{},2,1,3\nCy,a,b,c\n"
    assert wrong(read(table.format("Name"), framework=CSIT)) == [f"a.csv, row 3: “Name” {WORDS.format('key features')}"]
    assert "are numbers" in wrong(read(table.format("Bob"), framework=CSIT))[0]


def test_the_same_headings_once_more_end_nothing(read):
    result = read("Name,1.1,1.2,1.3\nAnn,G,W,S\nName,1.1,1.2,1.3\nBob,D,D,D\n")
    assert (wrong(result), len(said(result))) == ([], 6)
