"""Who is the same person: by id and name, by what a person said, and never by a guess."""

import re

import pytest
from change_years import year

import assesslib as al
from assesslib.faults import FaultsError
from assesslib.tables import change, panel

OLD, NEW = "2025-03-01", "2026-03-01"


def told(before, after, **said):
    found = panel(before, after, **said)
    return [" ".join(filter(None, row)) for row in found[["id_before", "id_after", "status", "perhaps"]].values]


def test_the_same_id_is_the_same_person_unless_the_names_contradict_each_other():
    before = year(OLD, "aaaa", people="mnop", names=["Ann Lee", "Bob", "", "Cy"])
    after = year(NEW, "aaaa", people="mnoq", names=["ann  lee", "Rob", "Dee", "Eve"])
    assert told(before, after) == [
        "m m in both", "n to be matched n", "o o in both", "p left", "n to be matched n", "q joined",
    ]  # fmt: skip


def test_a_name_under_another_id_is_proposed_and_not_matched():
    before = year(OLD, "aaa", people="mno", names=["Ann", "Bob", "Cy"])
    after = year(NEW, "bbb", people="xno", names=["ANN ", "Bob", "Cy"])
    assert told(before, after) == ["m to be matched x", "n n in both", "o o in both", "x to be matched m"]
    row = change(before, after).iloc[0]
    assert row[["n_both", "n_left", "n_joined"]].tolist() == [2, 1, 1]


def test_a_name_goes_before_an_id_and_nobody_is_proposed_twice():
    before = year(OLD, "aa", people="mn", names=["Ann", "Ann"])
    after = year(NEW, "bb", people="nx", names=["Bob", "Ann"])
    assert told(before, after) == ["m to be matched x", "n to be matched n", "n to be matched n", "x to be matched m"]


def test_a_person_may_say_who_is_whom():
    before = year(OLD, "aaa", people="mno", names=["Ann", "Bob", "Cy"])
    after = year(NEW, "bbb", people="xnz", names=["Ann May", "Rob", "Cy"])
    said = {"m": "x", "n": "n", "o": "z"}
    assert told(before, after, members=said) == ["m x in both", "n n in both", "o z in both"]
    assert change(before, after, members=said).iloc[0]["up"] == 3
    assert change(before, after).iloc[0]["n_both"] == 0


def test_a_person_may_say_that_somebody_is_not_there():
    before, after = year(OLD, "aa", people="mn"), year(NEW, "aa", people="mn")
    assert told(before, after, members={"m": ""}) == ["m to be matched m", "n n in both", "m to be matched m"]


def note(id, about, kind="match"):
    return {"id": f"match-{id}", "kind": kind, "item": "", "text": id, "about": about}


def test_a_note_of_the_later_assessment_says_who_is_whom():
    before = year(OLD, "aaa", people="mno", names=["Ann", "Bob", "Cy"])
    notes = [note("x", "y2025 m"), note("n", "y2024 n"), note("z", "y2025 gone"), note("z", "y2025 o", kind="tag")]
    after = year(NEW, "bbb", people="xnz", names=["May", "Rob", "Zoe"], notes=notes)
    assert told(before, after)[:3] == ["m x in both", "n to be matched n", "o left"]
    assert told(before, after, members={"m": "z"})[:1] == ["m z in both"]


def test_of_two_notes_on_one_person_the_last_counts():
    notes = [note("x", "y2025 m"), note("z", "y2025 m"), note("z", "y2025 n")]
    before, after = year(OLD, "aa", people="mn"), year(NEW, "aa", people="xz", notes=notes)
    assert told(before, after) == ["m left", "n z in both", "x joined"]


def test_everything_of_a_row():
    before = year(OLD, "aa", people="mn", names=["", "Bob"], groups="PP")
    after = year(NEW, "aa", people="mx", names=["Ann", "Eve"], groups="QR")
    found = panel(before, after)
    assert found.drop(columns=["role_before", "role_after", "status", "perhaps"]).values.tolist() == [
        ["m", "m", "Ann", "P", "Q"], ["n", "", "Bob", "P", ""], ["", "x", "Eve", "", "R"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("members", "message"),
    [
        (
            {"z": "m"},
            "“z” is not a member of “y2025”. Allowed: m, n; nearest: n. Match ids as they stand in the two teams.",
        ),
        (
            {"m": "z"},
            "“z” is not a member of “y2026”. Allowed: m, n; nearest: n. Match ids as they stand in the two teams.",
        ),
        ({"m": "n", "n": "n"}, "“n” is matched with more than one person. Match each member with one other."),
    ],
)  # fmt: skip
def test_refused(members, message):
    with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
        panel(year(OLD, "aa", people="mn"), year(NEW, "aa", people="mn"), members=members)


@pytest.mark.parametrize("members", [["m"], "m", 3])
def test_who_is_whom_must_be_a_mapping(members):
    message = f'“{members}” does not say who is whom. Match ids as in {{"id before": "id now"}}.'
    with pytest.raises(FaultsError, match=f"^{re.escape(message)}$"):
        panel(year(OLD, "aa", people="mn"), year(NEW, "ab", people="mn"), members=members)


def test_off_named_people_are_counted_and_small_groups_together():
    before = year(OLD, "a" * 9, people="ABCDEFGHI", groups="PPPQQQRRS")
    after = year(NEW, "a" * 9, people="ABXDEFGHI", groups="PPPQQQRRS")
    found = panel(before, after, anonymity="organisation")
    assert found.values.tolist() == [["P", 2, 1, 1, 0], ["Q", 3, 0, 0, 0], ["everybody else", 3, 0, 0, 0]]
    assert list(found) == ["group", "in_both", "left", "joined", "to_be_matched"]
    for tier in ("pooled", "role"):
        assert panel(before, after, anonymity=tier).values.tolist() == [["everybody else", 8, 1, 1, 0]]


def test_off_named_the_rest_is_never_so_small_that_it_could_be_told():
    before, after = (year(day, "a" * 8, people="ABCDEFGH", groups="PPPPQQQR") for day in (OLD, NEW))
    found = panel(before, after, anonymity="organisation")
    assert found.values.tolist() == [["P", 4, 0, 0, 0], ["everybody else", 4, 0, 0, 0]]


def test_a_match_is_kept_with_the_later_assessment(tmp_path):
    team = [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}]
    renamed = [{"id": "ann", "name": "Ann"}, {"id": "robert", "name": "Robert"}]
    years = [
        al.create_assessment(tmp_path / f"y{day[:4]}", framework="cdrp-dat-partnership", partnership="Small", date=day,
                             members=people) for day, people in ((OLD, team), (NEW, renamed))
    ]  # fmt: skip
    for one, level in zip(years, "GW", strict=True):
        for member in one.members["id"]:
            one.rate(member, "1.1", level)
    assert told(*years) == ["ann ann in both", "bob left", "robert joined"]
    years[1].add_note("match", "robert", about=["y2025", "bob"])
    assert told(*years) == ["ann ann in both", "bob robert in both"]
    assert change(*years).set_index("item").loc["1.1", "up"] == 2
