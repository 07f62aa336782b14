"""A number beside the wording of another item: one of the two is wrong, and it is asked which."""

import pytest
from readers.importing_kit import CDRP, CSIT, asked, rejects, said, wrong

TEXTS = [item.text for item in CDRP.items]
CROSSED = (
    "a.csv, row 2: 2 standards stand under the number of another: here 1.2 with the wording of 1.1. "
    "Correct the numbers or the wordings; if the wordings are right, accept them."
)


def turned(*refs):
    """A table of Ann's with these numbers beside the first wordings."""
    rows = zip(refs, TEXTS[:3], "GWS", strict=True)
    return "Ref,Standard,Ann\n" + "".join(f'{ref},"{text}",{level}\n' for ref, text, level in rows)


def test_a_wording_beside_the_number_of_another_is_asked_about_once(read):
    found = read(turned("1.2", "1.1", "1.3"))
    assert wrong(found) == [CROSSED]
    assert said(found) == [("ann", "1.3", "S")]
    assert [row[4:6] for row in rejects(found)] == [("1.1", "G"), ("1.2", "W")]
    assert [kind for kind, *_ in asked(found)] == ["column", "column"]


def test_if_that_is_accepted_the_wordings_count(read):
    found = read(turned("1.2", "1.1", "1.3"), accept=True)
    assert (wrong(found), said(found)) == ([], [("ann", "1.1", "G"), ("ann", "1.2", "W"), ("ann", "1.3", "S")])


@pytest.mark.parametrize("numbers", ["123412", "111111"])
def test_numbers_that_begin_again_in_each_section_are_no_ids(read, numbers):
    rows = [(number, item.text) for number, item in zip(numbers, CSIT.items[5:], strict=False)]
    text = "No,Key feature,Ann\n" + "".join(f'{number},"{words}",c\n' for number, words in rows)
    found = read(text, framework=CSIT)
    assert (wrong(found), [item for _, item, _ in said(found)]) == ([], [item.id for item in CSIT.items[5:11]])
