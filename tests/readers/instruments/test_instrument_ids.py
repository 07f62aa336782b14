"""Ids out of what people wrote: stable, in allowed letters, each once."""

import pytest

from assesslib.readers.instruments.ids import item_id, leading, numbered, slug, unique


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Audit and Strategies", "audit-and-strategies"),
        ("Gouvernance & équipes", "gouvernance-equipes"),
        ("Don’t panic", "dont-panic"),
        ("Работа", ""),
        ("one two " * 20, "-".join(["one", "two"] * 7 + ["one"])),
    ],
)
def test_a_title_becomes_small_letters_with_hyphens_cut_at_a_word(text, made):
    assert slug(text) == made


@pytest.mark.parametrize(
    ("ref", "made"),
    [("1.10", "1.10"), ("q1_1", "q1-1"), ("A(1)", "A-1"), ("1.1.", "1.1"), ("-3", "3"), ("ä1", "a1"), ("—", "")],
)
def test_a_number_keeps_what_an_id_may_hold(ref, made):
    assert item_id(ref) == made


def test_an_id_that_is_there_gets_a_number_that_no_other_has():
    assert unique(["a", "a", "a-2", "a"]) == ("a", "a-3", "a-2", "a-4")
    assert unique(["a"], taken=["a"]) == ("a-2",)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("1.1 Partners meet", ("1.1", "Partners meet")),
        ("[1.10] Partners meet", ("1.10", "Partners meet")),
        ("(3) Partners", ("3", "Partners")),
        ("Q12: Why", ("Q12", "Why")),
        ("2004", None),
        ("Partners 1", None),
    ],
)
def test_a_number_before_the_wording_is_told_from_the_wording(text, pair):
    assert leading(text) == pair


def test_numbers_are_only_taken_where_each_of_several_has_its_own():
    assert numbered(["1 One", "2 Two"]) == (("1", "One"), ("2", "Two"))
    assert numbered(["1 One"]) is None
    assert numbered(["1 One", "1 Two"]) is None
    assert numbered(["1 One", "Two"]) is None
