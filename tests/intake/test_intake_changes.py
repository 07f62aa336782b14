"""What an import would change: only what is new, never a rating into silence, and nothing that people did since."""

import pytest
from intake.intake_kit import team_in

from assesslib.intake.changes import news
from assesslib.intake.standing import BY, ratings_stand


def row(item, level="", facet="", state="", comment=""):
    state = state or ("split" if facet else "rated" if level else "blank")
    return {"item": item, "facet": facet, "round": "1", "state": state, "level": level, "comment": comment}


@pytest.fixture
def team(tmp_path):
    return team_in(tmp_path / "team")


SAID = [
    row("1.1", "W"),
    row("1.2", state="dont_know"),
    row("2.1"),
    row("2.1", "W", "local"),
    row("2.1", "S", "national"),
]


def found(rows, team, replacing=False):
    """The rows that are new, and what was given in the folder and is kept."""
    new, parted = news(rows, ratings_stand(team)["ann"], replacing)
    return new, list(parted.given)


def told(rows, team, replacing=False):
    """The items that are new, what a later import changed, and what is written over."""
    new, parted = news(rows, ratings_stand(team)["ann"], replacing)
    return [row["item"] for row in new], parted.older, parted.over


def test_everything_is_new_to_a_member_who_said_nothing(team):
    assert found(SAID, team) == (SAID, [])


@pytest.mark.parametrize("by", [BY, "", "screen"])
def test_what_stands_already_is_no_news(team, by):
    team.rate_many("ann", SAID, by=by)
    assert found(SAID, team) == ([], [])


AGAIN = [
    row("1.1", "W", comment="Now."),
    row("1.2", "G"),
    row("2.1"),
    row("2.1", "W", "local"),
    row("2.1", "D", "national"),
]


def test_what_the_file_says_otherwise_than_before_is_news_as_a_whole_answer(team):
    team.rate_many("ann", SAID, by=BY)
    assert found(AGAIN, team) == (AGAIN, [])


def test_what_was_given_in_the_folder_is_kept_and_told_unless_it_is_to_be_replaced(team):
    team.rate_many("ann", SAID)
    kept = [
        "1.1 (W, in the file W)",
        "1.2 (don’t know, in the file G)",
        "2.1 (local W and national S, in the file local W and national D)",
    ]
    assert found(AGAIN, team) == ([], kept)
    assert found(AGAIN, team, replacing=True) == (AGAIN, [])


@pytest.mark.parametrize(("since", "words"), [(row("1.1", "D"), "D"), (row("1.1"), "no answer")])
def test_what_was_changed_or_taken_back_after_an_import_is_not_changed_back(team, since, words):
    team.rate_many("ann", SAID, by=BY)
    team.rate("ann", **since)
    assert found(SAID, team) == ([], [f"1.1 ({words}, in the file W)"])
    assert found(SAID, team, replacing=True) == ([row("1.1", "W")], [])


def test_what_an_import_wrote_over_a_persons_is_the_imports(team):
    team.rate("ann", "1.1", "D")
    team.rate("ann", "1.1", "S", by=BY)
    assert found([row("1.1", "W")], team) == ([row("1.1", "W")], [])


def test_a_comment_that_was_added_in_the_folder_is_not_lost_to_a_file_without(team):
    team.rate("ann", "1.1", "W", by=BY)
    team.rate("ann", "1.1", "W", comment="Since May.")
    assert found([row("1.1", "W")], team, replacing=True) == ([], [])


def test_the_order_of_the_sides_is_no_news(team):
    team.rate_many("ann", SAID, by=BY)
    turned = [row("2.1"), row("2.1", "S", "national"), row("2.1", "W", "local")]
    assert found(turned, team) == ([], [])


def test_a_comment_alone_does_not_take_a_rating_away(team):
    team.rate_many("ann", SAID, by=BY)
    assert found([row("1.1", comment="Well.")], team) == ([], [])
    assert found([row("3.1", comment="Well.")], team) == ([row("3.1", comment="Well.")], [])


def test_a_file_of_before_does_not_undo_one_that_came_after_it(team):
    team.rate_many("ann", SAID, by=BY)
    team.rate_many("ann", AGAIN, by=BY)
    older = (
        "1.2 (G, in the file don’t know)",
        "2.1 (local W and national D, in the file local W and national S)",
    )
    assert told(SAID, team) == ([], older, ())
    assert told(SAID, team, replacing=True) == (["1.2", "2.1", "2.1", "2.1"], (), older)


def test_what_a_file_changes_of_the_file_before_is_told_and_what_it_fills_is_not(team):
    team.rate_many("ann", [row("1.1", "W"), row("1.2")], by=BY)
    assert told([row("1.1", "D"), row("1.2", "G")], team) == (["1.1", "1.2"], (), ("1.1 (W, in the file D)",))
