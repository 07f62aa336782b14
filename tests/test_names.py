"""The ids of members: what may name a file, and what a name becomes."""

import pytest

from assesslib.names import RESERVED, is_id, make_id, plain


@pytest.mark.parametrize("text", ["a", "0", "ann-2", "ann_b", "a" * 40])
def test_an_id_is_of_small_letters_digits_hyphens_and_low_lines(text):
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "Ann", "-a", "_a", "a" * 41, "a b", "a/b", "..", "é", "a\n", "a.csv", "１"])
def test_nothing_else_is_an_id(text):
    assert not is_id(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Zoë Ng", "zoe-ng"),
        ("Siân O’Brien-Łuk", "sian-obrien-luk"),
        ("Straße", "strasse"),
        ("Ærø Þór", "aero-thor"),
        ("  A.  B. ", "a-b"),
        ("İpek Işık", "ipek-isik"),
        ("王伟", ""),
        ("🙂", ""),
    ],
)
def test_a_plain_text_has_no_accents_and_single_hyphens(text, said):
    assert plain(text) == said


def test_an_id_is_unlike_those_that_are_taken_however_long_the_name():
    taken = []
    for name in ["Ann", "ANN", "Änn", "王伟", "李娜", "x" * 60, "x" * 60, "../..", ""]:
        taken.append(make_id(name, taken))
    assert taken == ["ann", "ann-2", "ann-3", "member", "member-2", "x" * 40, "x" * 38 + "-2", "member-3", "member-4"]
    assert all(map(is_id, taken))


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_no_id_is_a_name_that_windows_keeps_for_itself(name):
    assert make_id(name.upper(), []) == f"{name}-2"


def test_a_name_cut_at_a_space_does_not_end_in_a_hyphen():
    assert make_id("a" * 39 + " b", []) == "a" * 39
