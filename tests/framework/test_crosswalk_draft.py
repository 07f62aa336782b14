"""A draft proposes what the wording shows, says how alike it is, and decides nothing."""

import tomllib

import pytest
from crosswalk_by_hand import LEVELS, framework
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assesslib.faults import FaultsError
from assesslib.framework import draft_crosswalk, find_crosswalk, load_crosswalk, load_framework
from assesslib.framework.crosswalk_check import check_crosswalk
from assesslib.framework.crosswalk_text import draft_text
from assesslib.framework.crosswalk_write import next_steps, write_draft
from assesslib.framework.records import Item, Level, Section
from assesslib.places import shipped

CSIT, CDRP = "csit-collaborative-working", "cdrp-dat-partnership"
EXAMPLE = shipped("frameworks") / "crosswalks" / "example"


def asked(version, items, levels=LEVELS):
    """A framework of one section, without a file."""
    from assesslib.framework import Framework

    section = Section("one", "One", items=tuple(Item(id, text, section="one") for id, text in items.items()))
    scale = tuple(Level(*level) for level in levels.items())
    return Framework("small", "Small", version, "statement", scale, (section,))


def drafted(before, after, **levels):
    rows = draft_crosswalk(asked("1", before), asked("2", after, **levels)).rows
    return [(row.kind, row.before, row.after) for row in rows]


def test_the_example_is_drafted_as_a_person_confirmed_it():
    before, after = load_framework(CSIT), load_framework(EXAMPLE / f"{CSIT}-3.8.toml")
    confirmed, draft = find_crosswalk(before, after), draft_crosswalk(before, after)
    assert [row[:3] for row in map(parts, draft.rows)] == [row[:3] for row in map(parts, confirmed.rows)]
    assert not draft.confirmed


def parts(row):
    return row.kind, row.before, row.after


def test_the_other_way_round_a_split_is_merged():
    before, after = load_framework(CSIT), load_framework(EXAMPLE / f"{CSIT}-3.8.toml")
    found = {parts(row) for row in draft_crosswalk(after, before).rows}
    assert found > {("merged", ("2a", "2b"), ("2",)), ("split", ("4a",), ("3", "4")), ("retired", ("5a",), ())}


def test_two_instruments_have_nothing_in_common():
    rows = draft_crosswalk(load_framework(CSIT), load_framework(CDRP)).rows
    assert [row.kind for row in rows] == ["new"] * 20 + ["retired"] * 37


def test_ids_decide_nothing_where_the_wording_tells():
    before = {"1": "Budgets are pooled", "2": "Leaders meet monthly"}
    after = {"1": "Leaders meet monthly", "2": "Budgets are pooled"}
    assert drafted(before, after) == [("same", ("2",), ("1",)), ("same", ("1",), ("2",))]


def test_of_items_worded_alike_those_with_one_id_belong_together():
    twice = {"1": "Leaders meet", "2": "Leaders meet"}
    assert drafted(twice, twice) == [("same", ("1",), ("1",)), ("same", ("2",), ("2",))]


@pytest.mark.parametrize("now", ["leaders meet", "Leaders meet.", "Leaders do meet", "The leaders meet"])
def test_the_smallest_difference_in_wording_is_never_the_same(now):
    assert drafted({"1": "Leaders meet"}, {"1": now}) == [("reworded", ("1",), ("1",))]


def test_half_of_the_words_are_enough_for_a_proposal_and_less_is_not():
    assert drafted({"1": "red green blue pink"}, {"1": "red green gold grey"}) == [("reworded", ("1",), ("1",))]
    assert drafted({"1": "red green blue pink"}, {"1": "red tan gold grey"}) == [
        ("new", (), ("1",)), ("retired", ("1",), ()),
    ]  # fmt: skip


def test_the_best_match_is_taken_first():
    before = {"1": "red green blue pink", "2": "red green blue gold"}
    assert drafted(before, {"9": "red green blue gold grey"}) == [
        ("reworded", ("2",), ("9",)), ("retired", ("1",), ()),
    ]  # fmt: skip


def test_what_adds_nothing_to_a_pair_does_not_join_it():
    before = {"1": "red green blue pink"}
    assert drafted(before, {"1": "red green blue pink gold", "2": "red green grey"}) == [
        ("reworded", ("1",), ("1",)), ("new", (), ("2",)),
    ]  # fmt: skip


def test_on_another_scale_what_was_the_same_is_not():
    assert drafted({"1": "Leaders meet"}, {"1": "Leaders meet"}, levels={"a": "No"}) == [
        ("scale changed", ("1",), ("1",))
    ]


def test_what_a_person_reads_over_each_row():
    before = asked("1", {"1": "We meet", "2": "We plan and share", "3": "Leaders eat", "4": "Stop sharing plan"})
    after = asked("2", {"1": "We meet", "2": "We often plan and share", "5": "Rest", "6": "Leaders, drink"})
    text = draft_text(draft_crosswalk(before, after), before, after)
    assert [line for line in text.splitlines()[9:] if line.startswith(("#", "kind"))] == [
        "# Row 1 of 5: worded the same to the letter.",
        "#   before 1: We meet",
        "#   after 1: We meet",
        'kind = "same"',
        "# Row 2 of 5: 3 words stand in both, of 3 before and 4 after.",
        "#   before 2: We plan and share",
        "#   after 2: We often plan and share",
        'kind = "reworded"',
        "# Row 3 of 5: nothing before seems to be this one; none there has a word of it.",
        "#   after 5: Rest",
        'kind = "new"',
        "# Row 4 of 5: 1 word stands in both, of 2 before and 2 after.",
        "#   before 3: Leaders eat",
        "#   after 6: Leaders, drink",
        'kind = "reworded"',
        "# Row 5 of 5: nothing after seems to be this one; "
        "the nearest is 2: 1 word stands in both, of 3 here and 4 there.",
        "#   before 4: Stop sharing plan",
        'kind = "retired"',
    ]


WORDS = st.lists(st.sampled_from(["red", "Red", "green", "blue", "and", "“", '"', "\\", "\x7f", "é", "\u2028", "#"]),
                 min_size=1, max_size=6).map(" ".join)  # fmt: skip
ITEMS = st.dictionaries(st.sampled_from(["1", "2", "2a", "3.1"]), WORDS, min_size=1)


@settings(max_examples=60, deadline=None)
@given(ITEMS, ITEMS, st.sampled_from([LEVELS, {"a": "No", "b": "Nearly"}]))
def test_every_item_stands_once_in_a_draft_that_needs_nothing_but_a_person(before, after, levels):
    ends = asked("1", before), asked("2", after, levels)
    draft = draft_crosswalk(*ends)
    data = tomllib.loads(draft_text(draft, *ends))
    assert sorted(id for row in data["items"] for id in row["before"]) == sorted(before)
    assert sorted(id for row in data["items"] for id in row["after"]) == sorted(after)
    assert data["confirmed"] is False
    assert all(before[row.before[0]] == after[row.after[0]] for row in draft.rows if row.kind == "same")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ITEMS, ITEMS, st.sampled_from([LEVELS, {"a": "No", "b": "Nearly"}]))
def test_the_only_fault_of_a_draft_is_that_nobody_confirmed_it(tmp_path, before, after, levels):
    ends = asked("1", before), asked("2", after, levels)
    path = tmp_path / "c.toml"
    path.write_text(draft_text(draft_crosswalk(*ends), *ends), encoding="utf-8")
    assert [fault.key for fault in check_crosswalk(path, ends)] == ["confirmed"]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, version, items in (("old", "1", {"1": "We meet"}), ("new", "2", {"1": "We meet", "2": "We eat"})):
        (tmp_path / f"{name}.toml").write_text(framework(version, items), encoding="utf-8")
    return tmp_path


def test_a_draft_is_used_once_a_person_has_confirmed_it(here):
    draft = write_draft("old.toml", "new.toml", "c.toml")
    text = (here / "c.toml").read_text(encoding="utf-8")
    (here / "c.toml").write_text(text.replace("confirmed = false", "confirmed = true"), encoding="utf-8")
    assert load_crosswalk("c.toml").rows == draft.rows
    assert draft.about == "From Small 1 to Small 2"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("old.toml", "old.toml", "c.toml"),
            "“small” is 1 before and after, and one version needs no crosswalk. "
            "Name two versions; a framework whose wording changed needs a version of its own.",
        ),
        (
            ("old.toml", "new.toml", "c.txt"),
            "“c.txt” is not the name of a .toml file. Write, say, --to crosswalk.toml.",
        ),
        (("old.toml", "new.toml", "no/c.toml"), "“no” is not a folder. Make it first, or choose another."),
        (("old.toml", "new.toml", "new.toml"), "“new.toml” is there already and is no crosswalk. Choose another name."),
        (
            ("old.toml", "new.toml", "there.toml"),
            "“there.toml” is there already. "
            "Choose another name, or add --force to write over it; what was put right in it is then lost.",
        ),
    ],
)
def test_where_no_draft_is_written(here, arguments, message):
    (here / "there.toml").write_text('before = "x"', encoding="utf-8")
    held = {path: path.read_bytes() for path in here.iterdir()}
    with pytest.raises(FaultsError) as error:
        write_draft(*arguments)
    assert str(error.value) == message
    assert {path: path.read_bytes() for path in here.iterdir()} == held


def test_only_a_crosswalk_is_ever_written_over(here):
    (here / "c.toml").write_text('before = "x"', encoding="utf-8")
    write_draft("old.toml", "new.toml", "c.toml", force=True)
    assert tomllib.loads((here / "c.toml").read_text(encoding="utf-8"))["before"] == "small"
    with pytest.raises(FaultsError, match="is no crosswalk"):
        write_draft("old.toml", "new.toml", "old.toml", force=True)


def test_what_to_do_next(here):
    ends = [load_framework(path) for path in ("old.toml", "new.toml")]
    (here / "walks").mkdir()
    (here / "walks" / "old.toml").write_bytes((here / "old.toml").read_bytes())
    assert next_steps(draft_crosswalk(*ends), "walks/c.toml") == [
        "Drafted walks/c.toml by wording alone: 1 same, 1 new.",
        "Put the file of small 2 beside it: without that it can be neither checked nor used.",
        "Next: read every row, put right what is wrong, and write confirmed = true at its top. Then try:",
        "assess check walks/c.toml",
    ]


def test_instruments_that_share_nothing_are_said_to():
    draft = draft_crosswalk(load_framework(CSIT), load_framework(CDRP))
    assert next_steps(draft, "c.toml")[:2] == [
        "Drafted c.toml by wording alone: 20 new, 37 retired.",
        "No item is worded like another: two instruments as different as that cannot be compared.",
    ]
