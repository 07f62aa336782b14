"""Percentages in the place of counts: refused in words, since they do not tell how many answered."""

import pytest
from readers.importing_kit import CSIT, said, wrong

HEAD = "Ref,a,b,c,d,e\n"
PERCENT = "The cells are percentages, and numbers of answers are needed."
DO = "Write how often each level was given: shares do not tell how many answered."


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("1,20%,20%,60%,0%,0%\n2,10 %,90 %,,,\n", PERCENT),
        ('1,"33,3%","66,7%",,,\n2,50%,,,50%,\n', PERCENT),
        ("1,0.2,0.2,0.6,0,0\n2,0.1,0.9,,,\n",
         "The numbers of every row add up to 1: they are shares, and numbers of answers are needed."),
        ("1,33.3,66.7,,,\n2,50,,,50,\n",
         "The numbers of every row add up to 100: they are shares, and numbers of answers are needed."),
    ],
)  # fmt: skip
def test_shares_are_refused(read, rows, what):
    result = read(HEAD + rows, framework=CSIT)
    assert said(result) == []
    assert wrong(result) == [f"a.csv, row 2: {what} {DO}"]


def test_whole_numbers_that_add_up_to_100_are_asked_about(read):
    result = read(f"{HEAD}1,20,20,60,0,0\n2,10,90,,,\n3,33,33,33,,\n", framework=CSIT)
    assert said(result) == []
    assert wrong(result) == [
        "a.csv, row 2: The numbers of every row add up to 100, so that they may be percentages. Write how often each "
        "level was given; or if it is so and 100 answered, head a column with Responses and write 100 into each row."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ref,a,b,c,d,e,Responses\n1,20,20,60,0,0,100\n2,10,90,,,,100\n",
        f"{HEAD}1,20,20,60,0,0\n2,10,80,,,\n",
        f"{HEAD}1,2,2,6,0,0\n2,1,4,5,,\n",
    ],
)
def test_counts_stay_counts(read, text):
    result = read(text, framework=CSIT)
    assert wrong(result) == []
    assert set(result.ratings["item"]) == {"1", "2"}
