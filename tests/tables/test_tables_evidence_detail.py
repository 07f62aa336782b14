"""How much detail evidence gives, what it says is missing, and which source it is."""

import pytest

import assesslib as al
from assesslib.tables.audits.detail import DEGREES, degree, negatives, same


def test_negative_words_are_whole_words():
    assert negatives("Vacantly; slack of rope; no formalities; no lack of ideas") == ()
    assert negatives("POSTS VACANT, not\nyet filled") == ("vacant", "not yet")


def test_sources_are_told_by_their_words_alone():
    assert same(" The Board’s   minutes & papers. ") == same("the board's minutes and papers")
    assert same("Minutes 2003") != same("Minutes 2004")


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("Minutes", 0), ("Pooled budget for 12 posts", 0), ("Minutes of the meetings of the board", 0),
        ("Minutes of the meetings of the whole board", 1), ("Crime fell", 1), ("Crime fell 12%", 2),
        ("Crime fell by half a dozen", 2), ("Leaflets: four thousand", 2), ("Minutes, 3 May 2004", 0),
        ("Section 17 is known", 1), ("It is in the Police Reform Act 2002", 1), ("The May 2004 survey is out", 2),
    ],
)  # fmt: skip
def test_how_much_detail_a_text_gives(text, which):
    assert degree(text) == DEGREES[which]


def test_the_degrees_are_those_of_the_framework_s_own_examples():
    examples = al.load_framework("cdrp-dat-partnership").guidance.examples
    assert [{degree(text) for text in one.evidence} for one in examples] == [{which} for which in DEGREES]
