"""Numbers that a person explained once: used where they fit a file, and asked about anew where one does not."""

import pytest
from readers.importing_kit import CSIT, asked, known, said, wrong

AS_BEFORE = "a.csv: Numbers were read as the mapping says: 1 = a, 2 = b, 3 = c, 4 = d, 5 = e."


@pytest.fixture
def given(read):
    """A file of one person's numbers, read with what was said of numbers."""

    def imported(numbers, meant, **options):
        head = ",".join(item.id for item in CSIT.items[: len(numbers)])
        lines = "".join(f"answer,{number},{level}\n" for number, level in meant.items())
        return read(f"Name,{head}\nAnn,{','.join(map(str, numbers))}\n", lines, CSIT, **options)

    return imported


def levels(found):
    return [level for _, _, level in said(found)]


def test_numbers_of_the_scale_that_was_explained_are_read_and_that_is_told(given):
    found = given([1, 3, 5, 2, 4], {1: "a", 2: "b", 5: "e"})
    assert levels(found) == ["a", "c", "e", "b", "d"]
    assert (wrong(found), known(found)) == ([], [AS_BEFORE])


def test_where_one_number_does_not_fit_none_is_read(given):
    found = given([0, 1, 3, 4], {1: "a", 2: "b", 5: "e"})
    assert levels(found) == []
    assert wrong(found) == [
        "a.csv, row 2, column B: “0, 1, 3, 4” are numbers, and what was said of numbers before does not fit them all. "
        "Say what they mean, e.g. a = 1 and e = 5."
    ]
    assert [text for _, text, _ in asked(found)] == ["0", "1", "3", "4"]


def test_one_number_more_does_not_mend_a_scale_that_begins_elsewhere(given):
    assert levels(given([0, 1, 3, 4], {0: "a", 1: "a", 2: "b", 3: "c", 4: "d", 5: "e"})) == []


def test_a_longer_scale_may_be_put_together(given):
    meant = {1: "a", 2: "a", 3: "b", 4: "b", 5: "c", 6: "c", 7: "d", 8: "d", 9: "e", 10: "e"}
    assert levels(given([1, 2, 6, 10], meant)) == ["a", "a", "c", "e"]
    assert levels(given([1, 2, 6, 10], meant | {9: "a"})) == []


def test_what_a_number_means_that_is_no_level_stands_beside_the_scale(given):
    found = given([1, 99, 5], {1: "a", 5: "e", 99: "dont know"})
    assert levels(found) == ["a", "dont_know", "e"]


def test_a_scale_that_is_given_now_goes_before_what_was_said(given):
    assert levels(given([0, 1, 4], {1: "a", 5: "e"}, scale={0: "a", 4: "e"})) == ["a", "b", "e"]
