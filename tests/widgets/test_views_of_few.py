"""The analysis views of teams made up for it: what little they may say, and the minutes that they hand out."""

import re

import pytest

import assesslib as al
from assesslib.widgets import AgendaView, ChooseAssessment, ConsensusView, Filters, FindingsView

ITEMS = [item.id for item in al.load_framework("csit-collaborative-working").items]


@pytest.fixture
def team(tmp_path):
    """A team of so many members, in organisations, who said these levels, a letter a member: the filters over it."""

    def made(said, organisations=("Org",), agreed=None):
        people = enumerate(next(iter(said.values())))
        members = [{"id": f"m{n}", "name": f"Name{n}", "organisation": organisations[n % len(organisations)]}
                   for n, _ in people]  # fmt: skip
        one = al.create_assessment(tmp_path / "one", framework="csit-collaborative-working", partnership="One",
                                   date="2026-03-03", members=members)  # fmt: skip
        for place, member in enumerate(members):
            answers = {item: letters[place] for item, letters in said.items()}
            rows = [{"item": item, "state": "dont_know"} if given == "?" else {"item": item, "level": given}
                    for item, given in answers.items()]  # fmt: skip
            one.rate_many(member["id"], rows)
        for item, level in (agreed or {}).items():
            one.agree(item, **({"state": "unresolved"} if level == "unresolved" else {"level": level}))
        return Filters(ChooseAssessment(tmp_path))

    return made


def text(view):
    return re.sub(r"\s+", " ", re.sub(r"<style>.*?</style>|<[^>]*>", " ", view.children[-1].value, flags=re.S)).strip()


def order(view):
    return view.table[["item", "minutes", "reasons"]].values.tolist()


def test_of_one_members_ratings_nothing_is_listed_but_what_was_left_open(team):
    filters = team(dict.fromkeys(ITEMS, "a"), agreed={"1": "e", "2": "c", "9": "unresolved", "4": "unresolved"})
    view = AgendaView(filters)
    reason = "Left without a consensus."
    assert order(view) == [["4", 30, reason], ["9", 30, reason]]
    assert view.table[["opener_low", "opener_high"]].values.ravel().tolist() == [""] * 4
    assert "2 key features for 60 minutes, in this order" in text(view)


def test_of_two_members_who_differ_nothing_is_listed(team):
    view = AgendaView(team(dict.fromkeys(ITEMS, "ae"), agreed={"1": "c"}))
    assert view.table.empty
    assert text(view) == (
        "Fewer than three rated any key feature here, and nothing was left without a consensus: take the form’s order."
    )


def test_what_was_agreed_away_from_one_mind_gets_minutes(team):
    filters = team(dict.fromkeys(ITEMS, "cccccc"), agreed={"3": "e", "4": "unresolved", "5": "c"})
    assert order(AgendaView(filters)) == [
        ["3", 30, "Unanimous: 6 at c; agreed at e, outside every rating."],
        ["4", 30, "Unanimous: 6 at c; left without a consensus."],
    ]


def test_wider_differences_get_more_minutes_and_none_at_all_as_many_as_the_narrowest(team):
    said = {"1": "aaaeee", "2": "cccddd", "3": "cccccc", "4": "ae????"}
    view = AgendaView(team(said, agreed={"3": "e", "4": "unresolved"}))
    assert view.table[["item", "minutes"]].values.tolist() == [["1", 34], ["2", 9], ["3", 9], ["4", 8]]
    assert view.table["reasons"].tolist()[-1] == "Left without a consensus."


def test_where_the_minutes_do_not_go_round_that_is_said(team):
    view = AgendaView(team(dict.fromkeys(ITEMS, "aacee")))
    minutes, _ = view.children[0].children
    assert "fewer minutes" not in text(view)
    minutes.value = 3
    assert view.table["minutes"].tolist() == [1, 1, 1, 0, 0, 0, 0, 0]
    assert (
        "There are fewer minutes than key features to talk about: some have none. Give more minutes, or take fewer of "
        "these." in text(view)
    )


def test_where_all_agree_and_nothing_was_agreed_away_there_is_no_order(team):
    view = AgendaView(team(dict.fromkeys(ITEMS, "ccc"), agreed={"1": "c"}))
    assert text(view) == (
        "Members differ on no key feature here, and nothing was agreed away from what they had said: take the form’s "
        "order."
    )


def opened(view, words):
    """What a sentence that holds these words opens to, as HTML; none where it does not open."""
    return [part for part in view.children[-1].value.split("<details>")[1:] if words in part.split("</summary>")[0]]


TWO = ("Council", "Health")


@pytest.mark.parametrize("tier", ["named", "organisation"])
def test_what_chance_says_opens_to_everything_that_was_compared(team, tier):
    filters = team({"1": "abcabc", "2": "ccbbdd"}, TWO)
    filters._shown.value = tier
    [part] = opened(FindingsView(filters, ["divide"]), "than chance would have it")
    assert "<caption>The comparisons that are shown. Delta: +1.00 where all of the first group stand above" in part
    rows = re.findall(r"<tr><th scope='row'>(\d+)</th>(.*?)</tr>", part.split("</table>")[0])
    assert sorted(item for item, _ in rows) == ["1", "2"]
    assert all(re.match(r"<td>Council</td><td>3</td><td>[^<]+</td><td>Health</td><td>3</td><td>[^<]+</td>", cells)
               for _, cells in rows)  # fmt: skip
    assert "Name" not in part


def test_comparisons_that_are_held_back_open_to_those_that_are_not(team):
    filters = team({"1": "abcabc", "2": "cc?b?d"}, TWO)
    [part] = opened(FindingsView(filters, ["divide"]), "not shown")
    assert re.findall(r"<th scope='row'>(\d+)</th>", part.split("</table>")[0]) == ["1"]


def test_where_all_comparisons_are_held_back_the_rows_behind_are_those_that_may_be_shown(team):
    filters = team({"1": "abc", "2": "cbb"}, TWO)
    [part] = opened(FindingsView(filters, ["divide"]), "None of the 2 comparisons")
    assert "<caption>What members said alone</caption>" in part


def test_that_there_is_no_thread_opens_to_the_themes_looked_at(team):
    view = FindingsView(team(dict.fromkeys(ITEMS, "ccc"), agreed=dict.fromkeys(ITEMS, "c")), ["thread"])
    [part] = opened(view, "No golden thread and no fault line")
    assert "<caption>Every theme that was looked at, in both directions</caption>" in part
    looked = re.findall(r"<th scope='row'>([^<]*)</th><td>([^<]*)</td>", part)
    assert len(looked) == 2 * len({title for title, _ in looked}) > 20
    assert {way for _, way in looked} == {"golden thread", "fault line"}


def test_what_was_agreed_without_any_rating_is_named(team):
    said = dict.fromkeys(ITEMS, "ccc") | {"7": "???", "8": "???", "9": "???"}
    view = ConsensusView(team(said, agreed={"1": "c", "7": "e", "8": "e", "9": "unresolved"}))
    assert "Agreed without any rating: key features 7 and 8." in text(view)
    assert "Left without a consensus, with no ratings to show beside: key feature 9." in text(view)
