"""The English of every sentence: what the examples beside each function do not show."""

from datetime import date

import pytest

from assesslib import words

NOUNS = [(0, "0 people", "no people", "No people"), (1, "1 person", "1 person", "One person"),
         (2, "2 people", "2 people", "Two people"), (12, "12 people", "12 people", "Twelve people"),
         (13, "13 people", "13 people", "13 people"), (112, "112 people", "112 people", "112 people")]  # fmt: skip


@pytest.mark.parametrize(("n", "figure", "worded", "first"), NOUNS)
def test_a_number_takes_the_noun_that_fits_it(n, figure, worded, first):
    told = [tell(n, "person", "people") for tell in (words.many, words.count, words.begun)]
    assert told == [figure, worded, first]


@pytest.mark.parametrize(("given", "row"), [
    ("", ""), ("a", "a"), ("ab", "a or b"), ("abcd", "a, b, c or d"), (iter(["x", "y"]), "x or y"),
])  # fmt: skip
def test_words_in_a_row_have_commas_between_all_but_the_last_two(given, row):
    assert words.series(given, "or") == row


@pytest.mark.parametrize(("text", "found"), [("É", "É"), ("île", "Île"), ("äB c", "ÄB c"), ("1 a", "1 a")])
def test_a_capital_changes_the_first_letter_alone(text, found):
    assert words.capital(text) == found
    assert words.sentence(text) == f"{found}."


@pytest.mark.parametrize(("text", "found"), [
    ("one\n two.", "“one two”"), ("See what is left..", "“See what is left.”"), (" 1.5 ", "“1.5”"), ("", "“”"),
])  # fmt: skip
def test_a_quotation_stands_on_one_line_and_loses_one_full_stop(text, found):
    assert words.quoted(text) == found


def test_a_quotation_is_cut_after_its_full_stop_is_gone():
    assert words.quoted("abc.", lambda text: text if len(text) < 4 else "too long") == "“abc”"


def test_a_day_is_told_by_its_number_and_the_name_of_its_month():
    days = [words.spoken(date(2026, month, 30 if month > 2 else 1)) for month in range(1, 13)]
    assert days[::4] == ["1 January 2026", "30 May 2026", "30 September 2026"]
    assert len({day.split()[1] for day in days}) == 12


@pytest.mark.parametrize("text", ["2026-02-30", "2026-3-3", "03/03/2026", "2026-03-03T10", "spring"])
def test_what_is_no_day_stays_as_it_was_written(text):
    assert words.day_of(text) is None
    assert words.day_in_words(text) == text
    assert words.date_given(text) == text
