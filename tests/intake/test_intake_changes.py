"""What an import would change: only what is new, and never a rating into silence."""

import pytest
from intake.intake_kit import team_in

from assesslib.intake import news


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


def test_everything_is_new_to_a_member_who_said_nothing(team):
    assert list(news(SAID, team.ratings_of("ann"))) == SAID


def test_what_stands_already_is_no_news(team):
    team.rate_many("ann", SAID)
    assert list(news(SAID, team.ratings_of("ann"))) == []


def test_what_was_changed_since_is_news_as_a_whole_answer(team):
    team.rate_many("ann", SAID)
    again = [
        row("1.1", "W", comment="Now."),
        row("1.2", "G"),
        row("2.1"),
        row("2.1", "W", "local"),
        row("2.1", "D", "national"),
    ]
    assert list(news(again, team.ratings_of("ann"))) == again


def test_the_order_of_the_sides_is_no_news(team):
    team.rate_many("ann", SAID)
    turned = [row("2.1"), row("2.1", "S", "national"), row("2.1", "W", "local")]
    assert list(news(turned, team.ratings_of("ann"))) == []


def test_a_comment_alone_does_not_take_a_rating_away(team):
    team.rate_many("ann", SAID)
    assert list(news([row("1.1", comment="Well.")], team.ratings_of("ann"))) == []
    assert list(news([row("3.1", comment="Well.")], team.ratings_of("ann"))) == [row("3.1", comment="Well.")]
