"""Notes that point to another item's: “As 1.1” says which and what stands there."""

import pandas as pd
import pytest

import assesslib as al
from assesslib.tables import points_to, resolved

CDRP = al.load_framework("cdrp-dat-partnership")


def notes(*rows):
    return pd.DataFrame(rows, columns=["kind", "item", "text"])


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("As 1.1.", "1.1"), ("as 1.1", "1.1"), (" See 2.4 ", "2.4"), ("As for 1.2.", "1.2"), ("As 9.9", ""),
        ("As 1.1 and more", ""), ("1.1", ""), ("", ""), ("As agreed.", ""),
    ],
)  # fmt: skip
def test_what_is_a_pointer(text, item):
    assert points_to(text, CDRP) == item


def test_a_pointer_stands_for_the_notes_of_its_kind_there():
    found = resolved(notes(("goal", "1.1", "One"), ("goal", "1.1", "Two"), ("comment", "1.1", "Not this"),
                           ("goal", "1.4", "As 1.1."), ("goal", "1.5", "Own")), CDRP)  # fmt: skip
    assert found["points_to"].tolist() == ["", "", "", "1.1", ""]
    assert found["stands_for"].tolist() == [(), (), (), ("One", "Two"), ()]


def test_pointers_are_followed_on_but_never_round_in_circles():
    found = resolved(notes(("goal", "1.1", "As 1.2"), ("goal", "1.2", "Last"), ("goal", "1.3", "As 1.1"),
                           ("goal", "1.4", "As 1.5"), ("goal", "1.5", "As 1.4"), ("goal", "2.1", "As 2.1"),
                           ("goal", "2.2", "As 2.3")), CDRP)  # fmt: skip
    assert found["stands_for"].tolist() == [("Last",), (), ("Last",), (), (), (), ()]


def test_no_notes_give_no_rows():
    assert list(resolved(notes(), CDRP).columns) == ["kind", "item", "text", "points_to", "stands_for"]
