"""Every kind of faulty crosswalk, and the whole of what is said about it."""

import pytest
from crosswalk_by_hand import crosswalk, framework
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assesslib.framework import load_framework
from assesslib.framework.crosswalk_check import check_crosswalk, crosswalk_schema, is_crosswalk
from assesslib.framework.crosswalk_rows import SIZES
from assesslib.places import shipped

OLD = {"1": "We meet.", "2": "We plan and share.", "3": "We eat.", "4": "We drink."}
NEW = {"1": "We meet.", "2a": "We plan.", "2b": "We share.", "34": "We eat and drink.", "5": "We rest."}
ROWS = (("same", "1", "1"), ("split", "2", "2a 2b"), ("merged", "3 4", "34"), ("new", "", "5"))
TWO = {"1": "We meet.", "2": "We plan."}
ALSO = (("same", "1", "1"), ("same", "2", "2"))
SHIPPED = "cdrp-dat-partnership, csit-collaborative-working"


@pytest.fixture
def said(tmp_path, monkeypatch):
    """The messages about a crosswalk between two versions whose files stand beside it."""
    monkeypatch.chdir(tmp_path)

    def say(content, old=OLD, new=NEW, **levels):
        (tmp_path / "old.toml").write_text(framework("1", old), encoding="utf-8")
        (tmp_path / "new.toml").write_text(framework("2", new, **levels), encoding="utf-8")
        (tmp_path / "c.toml").write_text(content, encoding="utf-8")
        return [str(fault) for fault in check_crosswalk("c.toml")]

    return say


def test_nothing_is_said_of_a_good_one(said):
    assert said(crosswalk(*ROWS)) == []
    assert said(crosswalk(("retired", "1", ""), *ROWS[1:], ("new", "", "1"))) == []
    assert said(crosswalk(("reworded", "1", "1"), ("same", "2", "2")), TWO, TWO | {"1": "We do meet."}) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'before = "small"',
            'before = "smal"',
            "c.toml, line 1, before: “smal” is neither shipped nor in a file beside this one. "
            f"Allowed: {SHIPPED}, small; nearest: small. "
            "Correct it, or put the framework's file beside this one.",
        ),
        (
            'after_version = "2"',
            'after_version = "3"',
            "c.toml, line 4, after_version: “3” is no version of small that is shipped or in a file beside this one. "
            "Allowed: 1, 2; nearest: 2. Correct it, or put the file of that version beside this one.",
        ),
        (
            "confirmed = true",
            "confirmed = false",
            "c.toml, line 5, confirmed: nobody has confirmed this crosswalk, so it is not used. "
            "Read every row, put right what is wrong, and write confirmed = true.",
        ),
        (
            "confirmed = true\n",
            "",
            "c.toml, confirmed: nobody has confirmed this crosswalk, so it is not used. "
            "Read every row, put right what is wrong, and write confirmed = true.",
        ),
        (
            "confirmed = true",
            'confirmed = "true"',
            "c.toml, line 5, confirmed: “true” is neither true nor false. Write it without quotes.",
        ),
        (
            'before = "small"\n',
            "",
            'c.toml: “before” is missing from the crosswalk. Add before = "...".',
        ),
        (
            'before_version = "1"',
            "before_version = 1",
            "c.toml, line 2, before_version: a number stands where text belongs. Put quotes round it.",
        ),
        (
            'kind = "same"\n',
            'kind = "same"\nversion = "1"\n',
            "c.toml, line 8, items[1].version: “version” is not a key of a row of the crosswalk. "
            "Allowed: kind, before, after, note; nearest: kind. Correct the name, or take it out.",
        ),
        (
            'kind = "new"\n',
            "",
            'c.toml, line 18, items[4]: “kind” is missing from a row of the crosswalk. Add kind = "...".',
        ),
        (
            'kind = "new"\n',
            'kind = "nwe"\n',
            "c.toml, line 19, items[4].kind: “nwe” is not a kind of row. Allowed: same, reworded, split, merged, new, "
            "retired, scale_changed; nearest: new. Correct it.",
        ),
        (
            'after = ["5"]',
            'after = "5"',
            "c.toml, line 21, items[4].after: text stands where a list belongs. Put square brackets round it.",
        ),
    ],
)
def test_shape_and_top(said, old, new, message):
    good = crosswalk(*ROWS)
    assert good.count(old) == 1
    assert said(good.replace(old, new)) == [message]


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        (
            (("same", "1", "1"), ("split", "2", "2a"), *ROWS[2:], ("new", "", "2b")),
            ["c.toml, line 10, items[2]: “split” names 1 before and 2 or more after, and this row names 1 and 1. "
             "Correct the kind, or the items."],
        ),
        (
            (*ROWS[:2], ("same", "3", "34"), ("merged", "4", ""), ROWS[3]),
            ["c.toml, line 15, items[3].kind: “same” does not fit: 3 before and 34 after are worded differently, "
             'on the same scale. Write "reworded".',
             "c.toml, line 18, items[4]: “merged” names 2 or more before and 1 after, and this row names 1 and 0. "
             "Correct the kind, or the items."],
        ),
        (
            (*ROWS[1:3], ("new", "1", "5"), ("retired", "", "1")),
            ["c.toml, line 14, items[3]: “new” names 0 before and 1 after, and this row names 1 and 1. "
             "Correct the kind, or the items.",
             "c.toml, line 18, items[4]: “retired” names 1 before and 0 after, and this row names 0 and 1. "
             "Correct the kind, or the items."],
        ),
        (
            (("reworded", "1", "1"), *ROWS[1:]),
            ["c.toml, line 7, items[1].kind: “reworded” does not fit: 1 before and 1 after are worded the same, "
             'on the same scale. Write "same".'],
        ),
        (
            (("scale_changed", "1", "1"), *ROWS[1:]),
            ["c.toml, line 7, items[1].kind: “scale_changed” does not fit: 1 before and 1 after are worded the same, "
             'on the same scale. Write "same".'],
        ),
        (
            (*ROWS, ("retired", "9", "")),
            ["c.toml, line 24, items[5].before[1]: “9” is not a statement of small 1. Allowed: 1, 2, 3, 4; nearest: 4. "
             "Correct it."],
        ),
        (
            (*ROWS[:2], ("merged", "3 4 3", "34"), ROWS[3], ("new", "", "2b")),
            ["c.toml, line 16, items[3].before[3]: “3” is named already, at items[3].before[1]. "
             "Each item stands in one row: take one out.",
             "c.toml, line 25, items[5].after[1]: “2b” is named already, at items[2].after[2]. "
             "Each item stands in one row: take one out."],
        ),
        (
            ROWS[1:3],
            ["c.toml: “1” is a statement of small 1 that no row names. "
             'Name it where it belongs, or add a row of the kind "retired".',
             "c.toml: “1” is a statement of small 2 that no row names. "
             'Name it where it belongs, or add a row of the kind "new".',
             "c.toml: “5” is a statement of small 2 that no row names. "
             'Name it where it belongs, or add a row of the kind "new".'],
        ),
    ],
)  # fmt: skip
def test_rows(said, rows, messages):
    assert said(crosswalk(*rows)) == messages


@pytest.mark.parametrize(
    ("levels", "how"),
    [
        ({"a": "No", "b": "Partly", "c": "Yes"}, "a, b before and a, b, c after"),
        ({"b": "Yes", "a": "No"}, "a, b before and b, a after"),
        ({"a": "No", "b": "Nearly"}, "in the wording of b"),
    ],
)
def test_on_another_scale_nothing_is_the_same(said, levels, how):
    new = TWO | {"2": "We plan well."}
    rows = (("same", "1", "1"), ("reworded", "2", "2"))
    assert said(crosswalk(*rows), TWO, new, levels=levels) == [
        f'c.toml, line 7, items[1].kind: “same” does not fit: the scales differ, {how}. Write "scale_changed".',
        f'c.toml, line 11, items[2].kind: “reworded” does not fit: the scales differ, {how}. Write "scale_changed".',
    ]
    assert said(crosswalk(("scale_changed", "1", "1"), ("scale_changed", "2", "2")), TWO, new, levels=levels) == []


def test_many_faults_at_once_in_the_order_of_the_lines(said):
    content = crosswalk(("reworded", "1", "1"), ("same", "2", "3"), confirmed="", old="9") + 'nota = ""\n'
    assert said(content, TWO, TWO) == [
        "c.toml, confirmed: nobody has confirmed this crosswalk, so it is not used. "
        "Read every row, put right what is wrong, and write confirmed = true.",
        "c.toml: “2” is a statement of small 2 that no row names. "
        'Name it where it belongs, or add a row of the kind "new".',
        "c.toml, line 2, before_version: “9” is no version of small that is shipped or in a file beside this one. "
        "Allowed: 1, 2; nearest: 2. Correct it, or put the file of that version beside this one.",
        "c.toml, line 13, items[2].after[1]: “3” is not a statement of small 2. Allowed: 1, 2; nearest: 2. Correct it.",
        "c.toml, line 14, items[2].nota: “nota” is not a key of a row of the crosswalk. "
        "Allowed: kind, before, after, note; nearest: note. Correct the name, or take it out.",
    ]


def test_without_rows_one_thing_is_said(said):
    assert said(crosswalk()) == ["c.toml: “items” is missing from the crosswalk. Add [[items]]."]


def test_a_framework_is_not_joined_to_itself(said):
    assert said(crosswalk(*ALSO, new="1"), TWO, TWO) == [
        "c.toml, line 4, after_version: the crosswalk leads from a framework to itself. "
        "Correct the version; one version needs no crosswalk."
    ]


def test_a_framework_with_faults_of_its_own_is_named(said, tmp_path):
    (tmp_path / "sick.toml").write_text('id = "sick"\nversion = "1"\n', encoding="utf-8")
    assert said(crosswalk(*ALSO, before="sick"), TWO, TWO) == [
        "c.toml, line 1, before: “sick” is in the file sick.toml, which has faults itself. "
        "First try: assess check sick.toml"
    ]


def test_a_framework_that_is_given_counts_before_one_beside_the_file(said, tmp_path):
    other = tmp_path / "elsewhere.txt"
    other.write_text(framework("1", TWO, term="question"), encoding="utf-8")
    assert said(crosswalk(*ALSO), OLD, TWO)[0].endswith(
        'names. Name it where it belongs, or add a row of the kind "retired".'
    )
    assert check_crosswalk("c.toml", [load_framework(other)]) == ()


def test_what_cannot_be_read_is_the_only_thing_said(said):
    assert said("before =") == [
        "c.toml, line 1: this is not TOML: a value is missing or has no quotes round it. "
        "Look here and just above; quotes must be straight ones."
    ]
    assert [str(fault) for fault in check_crosswalk("gone.toml")] == [
        "gone.toml: there is no such file. Check the name and the folder."
    ]


def test_a_crosswalk_is_told_from_a_framework():
    assert not is_crosswalk({})
    assert not is_crosswalk({"id": "x", "levels": [], "before": "misplaced"})
    assert is_crosswalk({"after_version": "2"})


def test_the_kinds_are_those_of_the_schema_and_of_the_page_on_frameworks():
    kinds = crosswalk_schema()["$defs"]["row"]["properties"]["kind"]["enum"]
    page = (shipped("frameworks") / "README.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| `") and line.count(" | ") == 4]
    assert {cells[0].strip("| `"): (cells[1], cells[2]) for cells in rows} == SIZES
    assert list(SIZES) == kinds


GOOD = crosswalk(*ROWS)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, len(GOOD)), st.integers(0, 40), st.sampled_from(["", '"', "[", "]", "= 1\n", "[[x]]\n", "\x00", "é"])
)
def test_whatever_is_cut_out_or_put_in_there_is_no_traceback(said, start, length, put):
    spoilt = GOOD[:start] + put + GOOD[start + length :]
    assert all(message.startswith("c.toml") for message in said(spoilt))
