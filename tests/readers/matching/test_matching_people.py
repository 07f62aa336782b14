"""Whose each response is: nobody is lost, no two are one, and of one person’s the last finished one counts."""

import re

import pandas as pd
import pytest

from assesslib.readers.matching.people import match_people

COLUMNS = ("id", "name", "email", "organisation", "role", "started", "submitted", "mark")
TEAM = pd.DataFrame(
    [("ann", "Ann Ash", "Council", ""), ("bob", "Bob Birch", "", "chair")],
    columns=["id", "name", "organisation", "role"],
)
DIFFER = (
    "stands over several responses that differ, and nothing says which was sent last. Take away the ones that do not "
    "count; or give two people different names."
)


def matched(*rows, team=None, **kwargs):
    """Responses from row 2 on, each with answers of its own unless ``same`` says else."""
    nothing = dict.fromkeys(COLUMNS, "")
    each = [nothing | {"place": "a.csv", "row": n, "same": n} | row for n, row in enumerate(rows, 2)]
    return match_people(pd.DataFrame(each), team, **kwargs)


def fates(known):
    return list(zip(known.people["member"], known.people["fate"], strict=True))


def told(known):
    return [(str(fault), fault.handled) for fault in known.faults]


def test_without_a_team_everybody_is_new():
    known = matched({"name": "Zoë Ng", "organisation": "Council", "role": "chair"}, {"name": "王伟"}, {"id": "X-7"})
    assert fates(known) == [("zoe-ng", "counts"), ("member", "counts"), ("x-7", "counts")]
    assert known.team.values.tolist() == [
        ["zoe-ng", "Zoë Ng", "Council", "chair"],
        ["member", "王伟", "", ""],
        ["x-7", "", "", ""],
    ]
    assert told(known) == []


def test_anonymous_for_everybody_is_not_one_person():
    known = matched(*[{"name": "Anonymous", "email": "anonymous"}] * 2, {})
    ids = [member for member, _ in fates(known)]
    assert len(set(ids)) == 3
    assert all(re.fullmatch("response-[0-9a-f]{12}", id) for id in ids), ids
    assert set(known.team["name"]) == {""}


def test_anonymous_people_are_the_same_again_in_the_same_file():
    rows = [{"same": 7}, {"same": 8}, {"same": 7}]
    first = matched(*rows)
    assert len(set(first.people["member"])) == 3
    again = matched(*rows, team=first.team)
    assert fates(again) == [(member, "counts") for member in first.people["member"]]


def test_a_copy_of_a_file_in_which_nobody_is_named_is_asked_about():
    rows = [{"same": 7}, {"same": 8}]
    known = matched(*rows, *({**row, "place": "a (1).csv"} for row in rows))
    what = "holds the same responses as a.csv, and nobody is named in them. Take one of the two away."
    assert told(known) == [(f"“a (1).csv” {what}", False)]


def test_the_same_file_again_never_gives_one_of_two_people_of_one_name_the_answers_of_the_other():
    rows = [{"name": "Ann", "email": "a@x.org"}, {"name": "Ann", "email": "b@x.org"}]
    team = matched(*rows).team
    again = matched(*rows, team=team)
    assert fates(again) == [("", "stranger")] * 2
    assert told(again)[0][0] == (
        "a.csv, row 2: “a@x.org” fits several members (ann, ann-2). Say who it is, or correct the file."
    )
    settled = matched(*rows, team=team, said={"a@x.org": "ann", "b@x.org": "ann-2"})
    assert fates(settled) == [("ann", "counts"), ("ann-2", "counts")]


def test_two_addresses_that_lead_to_one_member_are_asked_about():
    known = matched({"email": "ann@council.org"}, {"email": "ann@police.org"}, team=TEAM)
    assert fates(known) == [("", "stranger")] * 2
    assert told(known)[1][0] == (
        "a.csv, row 3: “ann@police.org” may be ann as well as another (ann@council.org, ann@police.org). Say who it "
        "is, or correct the file."
    )


def test_two_names_under_one_address_are_asked_about_and_a_longer_form_of_a_name_is_not():
    known = matched({"name": "Ann", "email": "x@x.org"}, {"name": "Bob", "email": "x@x.org"})
    assert fates(known) == [("", "stranger")] * 2
    assert told(known)[0][0] == (
        "a.csv, row 2: “Ann” answered from one address together with others (Ann, Bob). Say who it is, or correct the "
        "file."
    )
    both = [{"name": "Ann", "email": "x@x.org", "submitted": "2026-03-01"},
            {"name": "Ann Ash", "email": "x@x.org", "submitted": "2026-03-02"}]  # fmt: skip
    assert fates(matched(*both)) == [("ann", "earlier"), ("ann", "counts")]


def test_one_name_with_two_organisations_is_asked_about():
    known = matched({"name": "Ann Lee", "organisation": "Council"}, {"name": "Ann Lee", "organisation": "Police"})
    assert told(known)[0][0] == (
        "a.csv, row 2: “Ann Lee (Council)” stands with several organisations (Council, Police). Say who it is, or "
        "correct the file."
    )
    said = {"Ann Lee (Council)": "ann-lee", "Ann Lee (Police)": "ann-lee-2"}
    settled = matched({"name": "Ann Lee", "organisation": "Council"}, {"name": "Ann Lee", "organisation": "Police"},
                      said=said)  # fmt: skip
    assert fates(settled) == [("ann-lee", "counts"), ("ann-lee-2", "counts")]


def test_spaces_do_not_make_another_person():
    known = matched({"name": "Anna Berg", "same": 1}, {"name": "anna\u00a0 BERG ", "same": 1})
    assert [member for member, _ in fates(known)] == ["anna-berg"] * 2


def test_a_name_alone_is_the_person_whose_address_stands_with_it_elsewhere():
    known = matched({"name": "Ann", "email": "a@x.org", "same": 1}, {"name": "ann", "same": 1})
    assert [member for member, _ in fates(known)] == ["ann", "ann"]


def test_answers_to_different_items_do_not_compete():
    parts = {0: frozenset({"1.1", "1.2"}), 1: frozenset({"2.1"}), 2: frozenset({"1.1"})}
    answered = lambda rows: [parts[row] for row in rows]  # noqa: E731
    known = matched({"name": "Ann"}, {"name": "Ann"}, answered=answered)
    assert fates(known) == [("ann", "counts")] * 2
    assert told(known) == [("a.csv, row 2: “Ann” answered in 2 parts, each on other items; all of them count.", True)]
    times = [{"name": "Ann", "submitted": f"2026-03-0{day}"} for day in (1, 2, 3)]
    assert [fate for _, fate in fates(matched(*times, answered=answered))] == ["earlier", "earlier", "counts"]


def test_two_people_of_one_name_are_told_apart_by_id_or_email():
    by_email = matched({"name": "Ann", "email": "a@x.org"}, {"name": "Ann", "email": "b@x.org"})
    by_id = matched({"name": "Ann", "id": "A1"}, {"name": "Ann", "id": "A2"})
    assert fates(by_email) == [("ann", "counts"), ("ann-2", "counts")]
    assert fates(by_id) == [("a1", "counts"), ("a2", "counts")]


def test_an_id_that_windows_allows_no_file_to_have_is_changed():
    assert fates(matched({"id": "NUL"}, {"name": "Con"})) == [("nul-2", "counts"), ("con-2", "counts")]


@pytest.mark.parametrize("row", [{"name": "ANN   ASH"}, {"name": "Änn Ash"}, {"id": "ann"}, {"email": "Ann@x.org"}])
def test_a_member_is_found_by_name_id_or_the_front_of_the_address(row):
    known = matched(row, team=TEAM)
    assert fates(known) == [("ann", "counts")]
    assert known.team.values.tolist() == [["ann", "Ann Ash", "Council", ""]]


def test_a_stranger_is_asked_about_with_the_likeliest_member():
    known = matched({"name": "Ann Asch"}, {"email": "x@y.org"}, {"id": "z9"}, {}, team=TEAM)
    new = "or take in everybody who is new."
    assert fates(known) == [("", "stranger")] * 4
    assert told(known) == [
        (f"a.csv, row 2: “Ann Asch” is not a member of this assessment. Say which of ann, bob it is (ann?), {new}",
         False),
        (f"a.csv, row 3: “x@y.org” is not a member of this assessment. Say which of ann, bob it is, {new}", False),
        (f"a.csv, row 4: “z9” is not a member of this assessment. Say which of ann, bob it is, {new}", False),
        (f"a.csv, row 5: The response names nobody. Write the name of a member into the file, {new}", False),
    ]  # fmt: skip


def test_strangers_are_taken_in_where_that_is_allowed():
    known = matched({"name": "Ann Asch"}, {"name": "Bob Birch"}, {}, team=TEAM, add=True)
    assert fates(known) == [("ann-asch", "counts"), ("bob", "counts"), (known.team["id"][2], "counts")]
    assert known.team["id"].tolist()[:2] == ["bob", "ann-asch"]


def test_a_name_that_two_members_bear_is_nobodys():
    twins = TEAM.assign(name="Ann Ash")
    assert fates(matched({"name": "Ann Ash"}, {"id": "bob"}, team=twins)) == [("", "stranger"), ("bob", "counts")]


@pytest.mark.parametrize("given", ["bob", "Bob Birch", "BOB"])
def test_a_person_may_say_by_id_or_name_who_it_is(given):
    assert fates(matched({"name": "Robert"}, team=TEAM, said={"Robert": given})) == [("bob", "counts")]


def test_who_is_said_to_be_somebody_unknown_stays_a_stranger_until_new_people_are_taken_in():
    said = {"Robert": "Roberto Rees"}
    assert fates(matched({"name": "Robert"}, team=TEAM, said=said)) == [("", "stranger")]
    assert fates(matched({"name": "Robert"}, team=TEAM, said=said, add=True)) == [("roberto-rees", "counts")]
    assert fates(matched({"name": "Robert"}, said={"Robert": "rob"})) == [("rob", "counts")]


def test_answers_that_were_only_counted_are_told_of_once():
    known = matched({"id": "counted-1f-001"}, {"id": "counted-1f-002"}, {"name": "Cy"}, team=TEAM)
    assert [said for said, _ in told(known)] == [
        "a.csv: The answers are counted, and nobody knows whose they are; this assessment lists its members. Take them "
        "into a folder of their own, or take in everybody who is new.",
        "a.csv, row 4: “Cy” is not a member of this assessment. Say which of ann, bob it is, or take in everybody who "
        "is new.",
    ]


@pytest.mark.parametrize(
    ("first", "second", "counts", "why"),
    [
        ({"submitted": "2026-03-02"}, {"submitted": "2026-03-01"}, 2, "was sent later"),
        ({"submitted": "3/1/26 9:00:00"}, {"submitted": "3/2/26 9:00:00"}, 3, "was sent later"),
        ({"mark": "unfinished", "submitted": "2026-03-02"}, {"submitted": "2026-03-01"}, 3,
         "is finished and this one is not"),
        ({"same": 1}, {"same": 1}, 3, "says the same"),
    ],
)  # fmt: skip
def test_of_two_responses_the_last_finished_one_counts(first, second, counts, why):
    known = matched({"name": "Ann"} | first, {"name": "ann "} | second)
    other, called = (5 - counts, "Ann" if counts == 3 else "ann ")
    assert dict(zip(known.people["row"], known.people["fate"], strict=True)) == {counts: "counts", other: "earlier"}
    assert told(known) == [(f"a.csv, row {other}: “{called.strip()}” answered again: row {counts} counts, which {why}.",
                            True)]  # fmt: skip


def test_the_one_that_counts_may_stand_in_another_file():
    known = matched({"name": "Ann", "submitted": "2026-03-01"},
                    {"name": "Ann", "submitted": "2026-03-02", "place": "b.csv"})  # fmt: skip
    assert told(known) == [("a.csv, row 2: “Ann” answered again: row 3 of b.csv counts, which was sent later.", True)]


@pytest.mark.parametrize(
    "rows",
    [
        [{}, {}],
        [{"submitted": "2026-03-01"}, {}],
        [{"submitted": "2026-03-01"}, {"submitted": "2026-03-01"}],
        [{"mark": "unfinished"}, {"mark": "unfinished"}],
        [{"mark": "unfinished"}, {}, {}],
    ],
)
def test_responses_that_nothing_tells_apart_are_a_question_and_none_of_them_counts(rows):
    known = matched(*({"name": "Ann"} | row for row in rows))
    assert {fate for _, fate in fates(known)} == {"unsure"}
    assert known.team.empty
    assert told(known) == [(f"a.csv, row {row}: “Ann” {DIFFER}", False) for row in known.people["row"]]


def test_the_same_response_in_two_exports_does_not_hide_which_was_last():
    first = {"name": "Ann", "submitted": "2026-03-01", "same": 1}
    known = matched(first, first, {"name": "Ann", "submitted": "2026-03-02"})
    assert [fate for _, fate in fates(known)] == ["earlier", "earlier", "counts"]


def test_an_unfinished_response_counts_where_there_is_no_other_and_a_test_never():
    known = matched({"name": "Ann", "mark": "unfinished"}, {"name": "Bob", "mark": "preview"})
    assert fates(known) == [("ann", "counts"), ("bob", "test")]
    assert known.team["id"].tolist() == ["ann"]
