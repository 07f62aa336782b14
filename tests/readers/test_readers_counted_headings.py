"""Headings cut short and counted by the tool: the words say what they are, the number is the tool's own."""

import pytest
from readers.importing_kit import CDRP, CSIT, wrong


def table(framework, width, heading="{number}. {text}…", start=4):
    """A row for Ann with the levels in turn, below the wordings cut to so many letters and counted from a number."""
    heads = [
        heading.format(number=number, text=item.text[:width]) for number, item in enumerate(framework.items, start)
    ]
    levels = [framework.codes[place % len(framework.codes)] for place in range(len(framework.items))]
    quoted = ",".join(f'"{head}"' for head in heads)
    return f"Name,{quoted}\nAnn,{','.join(levels)}\n"


def misread(result, framework):
    """The ratings that are not those of the table."""
    right = {item.id: framework.codes[place % len(framework.codes)] for place, item in enumerate(framework.items)}
    return [(row.item, row.level) for row in result.ratings.itertuples() if row.level != right[row.item]]


@pytest.mark.parametrize("framework", [CDRP, CSIT], ids=["cdrp", "csit"])
@pytest.mark.parametrize("heading", ["{number}. {text}…", "Q{number} {text}…", "Q{number}_{text}..."])
def test_the_words_decide_and_the_numbers_tell_apart_what_begins_alike(read, framework, heading):
    result = read(table(framework, 22, heading), framework=framework)
    assert (wrong(result), len(result.ratings)) == ([], len(framework.items))
    assert misread(result, framework) == []


def test_few_words_behind_a_number_are_headings_too(read):
    result = read(table(CDRP, 18, "{number}. {text}"))
    assert result.layouts == (("a.csv", "a table with a row for each member"),)
    assert wrong(result)[0] == (
        "a.csv, column B (4. The partnership is): “4. The partnership is” begins like standard 1.1. If that is right, "
        "accept it; if not, say what it is."
    )


def test_without_numbers_what_begins_alike_is_asked(read):
    result = read(table(CSIT, 22, "{text}…"), framework=CSIT)
    assert (len(wrong(result)), len(result.ratings), misread(result, CSIT)) == (6, 31, [])


def test_numbers_that_do_not_follow_the_words_tell_nothing(read):
    heads = ["4. Leaders and other staff…", "7. Partnership decisions shape…", "6. Leaders ensure that…",
             "9. Organisations develop…"]  # fmt: skip
    result = read(f"Name,{','.join(heads)}\nAnn,a,b,c,d\n", framework=CSIT)
    assert wrong(result) == [
        "a.csv, column E (9. Organisations develop…): “9. Organisations develop…” begins like key feature 6, 23. Say "
        "which of them it is."
    ]
