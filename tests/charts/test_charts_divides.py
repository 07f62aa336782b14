"""Who stands where, read back from what was drawn; and the table and the words it is drawn from."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from zoo import CDRP, CSIT

from assesslib.charts._style import LABELS
from assesslib.charts.divides_dots import divides_dots
from assesslib.ratings import tidy
from assesslib.tables.anonymity import group_counts
from assesslib.tables.divide_words import delta_in_words, divide_groups
from assesslib.tables.divides import divides

SAID = {"Health": {"1": "aab", "2": "cccccccc"}, "Council": {"1": "dee", "2": "bcd"}, "Trust": {"1": "bcc", "2": "ee"}}


def ratings(said=SAID, framework=CSIT):
    """A letter a member: what each group's members said of each item."""
    rows = [
        {"member": f"{group}{place}", "organisation": group, "section": framework.item(item).section, "item": item,
         "round": "1", "state": "rated", "level": level}
        for group, lines in said.items() for item, line in lines.items() for place, level in enumerate(line)
    ]  # fmt: skip
    return tidy(rows, framework)


def table_of(said=SAID, framework=CSIT, take=slice(None), **how):
    frame = ratings(said, framework)
    found = divides(frame, shuffles=1, **how)
    return divide_groups(found[take], group_counts(frame, "organisation", **how), framework.table())


DELTAS = [
    (1, "all of Health above all of Council"),
    (-1, "all of Health below all of Council"),
    (17 / 18, "nearly all of Health above Council"),
    (-0.9, "nearly all of Health below Council"),
    (8 / 9, "Health mostly above Council"),
    (-0.5, "Health mostly below Council"),
    (4 / 9, "Health somewhat above Council"),
    (-1 / 9, "Health somewhat below Council"),
    (0, "neither Health nor Council above the other"),
]


@pytest.mark.parametrize(("delta", "words"), DELTAS)
def test_a_delta_is_said_in_words_and_all_only_where_it_is_all(delta, words):
    assert delta_in_words({"group": "Health", "other": "Council", "delta": delta}) == words


def test_a_table_in_full():
    table = table_of()
    assert table.columns.tolist() == [
        "section", "item", "text", "group", "a", "b", "c", "d", "e", "split", "blank", "not_applicable", "dont_know",
        "n", "words",
    ]  # fmt: skip
    assert table[["item", "group", "n"]].to_numpy().tolist() == [
        ["1", "Health", 3], ["1", "Council", 3], ["1", "Trust", 3], ["2", "Health", 8], ["2", "Council", 3],
    ]  # fmt: skip
    assert table[list("abcde")].to_numpy().tolist()[:2] == [[2, 1, 0, 0, 0], [0, 0, 0, 1, 2]]
    assert table["text"].unique().tolist() == [item.text for item in CSIT.items[:2]]


def test_an_item_says_its_widest_divide_and_every_other_that_is_as_wide():
    both = "all of Health below all of Council\nall of Council above all of Trust"
    words = dict(table_of()[["item", "words"]].to_numpy().tolist())
    assert words == {"1": both, "2": "neither Health nor Council above the other"}


def test_items_stand_in_the_order_of_the_divides_and_only_compared_groups_have_a_row():
    said = {"Health": {"1": "abc", "2": "aaa"}, "Council": {"1": "bcd", "2": "eee"}, "Trust": {"1": "ccc", "2": "ccc"}}
    assert table_of(said)["item"].tolist() == ["2", "2", "2", "1", "1", "1"]
    one = table_of(said, take=slice(0, 1))
    assert one[["item", "group"]].to_numpy().tolist() == [["2", "Health"], ["2", "Council"]]


def test_a_group_that_is_not_shown_has_no_row():
    assert "Trust" not in set(table_of().query("item == '2'")["group"])
    assert table_of(least=4).empty


def drawn(said=SAID, framework=CSIT, **how):
    table = table_of(said, framework, **how)
    return table, divides_dots(table, scale=framework.scale)


def texts_of(ax, indent):
    """The texts that stand so many points from the chart, from the top one to the bottom one."""
    found = [text for text in ax.texts if round(text.xyann[0], 1) == indent]
    return [" ".join(text.get_text().split()) for text in sorted(found, key=lambda text: text.xy[1])]


LABEL, NAME, BESIDE = round((0.12 - LABELS) * 72, 1), round((0.42 - LABELS) * 72, 1), 10


@pytest.mark.parametrize(("said", "framework"), [
    (SAID, CSIT),
    ({"A": {"1.1": "GGG", "1.2": "D" * 20}, "B": {"1.1": "SSS", "1.2": "WWWW"}}, CDRP),
])  # fmt: skip
def test_every_member_of_every_group_is_a_mark_at_their_level(said, framework):
    table, ax = drawn(said, framework)
    assert len(ax.collections) == len(table)
    for dots, (_, row) in zip(ax.collections, table.iterrows(), strict=True):
        at = dots.get_offsets()
        levels = np.rint(at[:, 0]).astype(int)
        codes = framework.codes
        assert [int((levels == place).sum()) for place in range(len(codes))] == row[list(codes)].tolist()
        assert len({(round(x, 6), round(y, 6)) for x, y in at}) == row["n"]


def test_marks_stand_at_the_height_of_their_group_s_name_and_below_their_item_s_text():
    _, ax = drawn()
    names = [text.xy[1] for text in ax.texts if round(text.xyann[0], 1) == NAME]
    middles = [(dots.get_offsets()[:, 1].min() + dots.get_offsets()[:, 1].max()) / 2 for dots in ax.collections]
    assert middles == pytest.approx(names)
    tops = [text.xy[1] for text in ax.texts if round(text.xyann[0], 1) == LABEL]
    assert tops[0] < names[0] < names[1] < names[2] < tops[1] < names[3] < names[4]
    assert ax.yaxis_inverted()


def test_items_groups_and_words_are_written():
    _, ax = drawn()
    assert texts_of(ax, LABEL) == [f"{item.id} {item.text}" for item in CSIT.items[:2]]
    assert texts_of(ax, NAME) == [
        "Health, 3 rated", "Council, 3 rated", "Trust, 3 rated", "Health, 8 rated", "Council, 3 rated",
    ]  # fmt: skip
    assert texts_of(ax, BESIDE) == [
        "All of Health below all of Council. All of Council above all of Trust.",
        "Neither Health nor Council above the other.",
    ]


def test_groups_differ_in_shape_and_colour_and_keep_them_on_every_item():
    table, ax = drawn()
    looks = {}
    for group, dots in zip(table["group"], ax.collections, strict=True):
        shape = dots.get_paths()[0].vertices.round(6).tobytes()
        looks.setdefault(group, set()).add((shape, to_hex(dots.get_facecolor()[0])))
    assert [len(look) for look in looks.values()] == [1, 1, 1]
    assert len({shape for look in looks.values() for shape, _ in look}) == 3
    assert len({colour for look in looks.values() for _, colour in look}) == 3


def test_many_groups_still_look_different():
    said = {f"Group {place}": {"1": "abc"} for place in range(12)}
    table, ax = drawn(said)
    looks = {(dots.get_paths()[0].vertices.round(6).tobytes(), to_hex(dots.get_facecolor()[0]))
             for dots in ax.collections}  # fmt: skip
    assert len(looks) == len(table) == 12


def test_the_scale_stands_above_and_the_key_below():
    _, ax = drawn()
    above = [" ".join(label.get_text().split()) for label in ax.get_xticklabels()]
    assert above == [f"{code} {words}" for code, words in CSIT.scale.items()]
    assert [text.get_text() for text in ax.get_legend().get_texts()] == [
        "one member; every group has a shape and a colour of its own"
    ]


def test_it_draws_where_it_is_told_to_and_nowhere_else():
    table, own = drawn()
    ax = Figure().subplots()
    assert divides_dots(table, ax=ax) is ax
    assert [len(dots.get_offsets()) for dots in ax.collections] == table["n"].tolist()
    assert len(own.get_figure().axes) == 1


def test_no_two_groups_that_may_be_shown_are_said_in_words():
    ax = divides_dots(table_of({"Health": {"1": "ab"}, "Council": {"1": "abc"}}))
    assert [text.get_text() for text in ax.texts] == ["No two groups are large enough to be shown."]
    assert isinstance(table_of({"Health": {"1": "ab"}}), pd.DataFrame)
