"""The rows of an import by member: as many as they are counted, and none of what was passed over."""

import pandas as pd
import pytest

from assesslib.intake import rows
from assesslib.intake.rows import Ratings, by_member

CELLS = ["member", "item", "facet", "state", "level", "comment"]


@pytest.fixture
def said():
    cells = [
        ("bob", "1.1", "", "rated", "G", ""),
        ("ann", "2.1", "local", "split", "W", "Here."),
        ("bob", "1.2", "", "blank", "", ""),
        ("ann", "2.1", "national", "split", "S", ""),
        ("bob", "1.3", "", "blank", "", "Later."),
        ("ann", "1.1", "", "dont_know", "", ""),
    ]
    return by_member(pd.DataFrame(cells, columns=CELLS).astype({"state": "category", "facet": "category"}))


def lines(said):
    return [(row["item"], row["facet"], row["round"], row["state"], row["level"], row["comment"]) for row in said]


def test_each_member_has_theirs_in_the_order_of_the_file_and_a_split_answer_its_whole(said):
    assert list(said) == ["bob", "ann"]
    assert lines(said["bob"]) == [("1.1", "", "1", "rated", "G", ""), ("1.3", "", "1", "blank", "", "Later.")]
    assert lines(said["ann"]) == [
        ("2.1", "", "1", "blank", "", ""),
        ("2.1", "local", "1", "split", "W", "Here."),
        ("2.1", "national", "1", "split", "S", ""),
        ("1.1", "", "1", "dont_know", "", ""),
    ]


def test_they_are_counted_as_they_are_made(said):
    some = said.only({"ann"}, {"bob": said["bob"][:1], "cy": ()})
    assert (said.number, some.number, list(some)) == (6, 5, ["ann", "bob"])
    assert [sum(map(len, one.values())) for one in (said, some)] == [6, 5]
    assert lines(some["bob"]) == [("1.1", "", "1", "rated", "G", "")]


def test_of_nothing_there_is_nothing():
    assert (by_member(pd.DataFrame()).number, bool(Ratings())) == (0, False)


def test_a_round_that_only_some_answers_have_is_the_first_in_the_others():
    frame = pd.DataFrame([("ann", "1.1", "", "rated", "G", ""), ("ann", "1.2", "", "rated", "G", "")], columns=CELLS)
    made = by_member(frame.assign(round=[2, None]))["ann"]
    assert [row["round"] for row in made] == ["2", "1"]


def test_counting_makes_no_row(said, monkeypatch):
    monkeypatch.setattr(rows, "_with_wholes", None)
    assert (len(said), said.number) == (2, 6)
    with pytest.raises(TypeError):
        said["ann"]
