"""What was agreed against what members had said, read back from what was drawn."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from zoo import CDRP, CSIT, Animal

from assesslib.charts._style import INK, PAPER
from assesslib.charts.consensus_against import consensus_against
from assesslib.tables import disparity
from assesslib.tables.consensus_gap import consensus_gap


def table_of(animal, agreed):
    """The table of a team that agreed these: a level, a state, or nothing for an item that is not settled."""
    framework = animal.framework
    scale = pd.CategoricalDtype(list(framework.codes), ordered=True)
    told = [agreed.get(item.id, "") for item in framework.items]
    rows = pd.DataFrame({
        "item": [item.id for item in framework.items], "facet": "",
        "level": pd.Series([word if word in framework.codes else None for word in told], dtype=scale),
        "state": ["rated" if word in framework.codes else word for word in told],
        "at": [pd.Timestamp("2026-03-03") if word else pd.NaT for word in told],
    })  # fmt: skip
    members = animal.members.assign(role=["chair", *["member"] * (len(animal.members) - 1)])
    said = SimpleNamespace(framework=framework, ratings=animal.ratings, members=members, consensus=rows)
    counts = disparity(animal.ratings)[["item", *framework.codes]]
    table = consensus_gap(said).merge(counts, on="item", how="left")
    return table[table["item"].isin([*animal.said, *agreed])].reset_index(drop=True)


ANIMAL = Animal({"1": "eccccc", "2": "abc", "3": "aae", "4": "ccc", "5": "bbb?", "6": "bb", "7": "/d"})
AGREED = {"1": "e", "2": "b", "3": "unresolved", "4": "d", "5": "not_applicable", "7": "blank", "8": "a"}
FOUR = Animal({"1.1": "GWSD", "1.2": "G" * 20}, CDRP)


def drawn(animal=ANIMAL, agreed=AGREED):
    table = table_of(animal, agreed)
    return table, consensus_against(table, scale=animal.framework.scale)


def marks(ax, label):
    """The diamonds of one kind, from the top one to the bottom one."""
    found = [line for line in ax.get_lines() if line.get_label() == label]
    return sorted(found, key=lambda line: line.get_ydata()[0])


def edges(ax):
    across = [line for line in ax.get_lines() if tuple(line.get_xdata()) == (0, 1)]
    return sorted(line.get_ydata()[0] for line in across)


def row_of(ax, y):
    return int(np.searchsorted(edges(ax), y)) - 1


def beside(ax):
    """The words beside each row, from the top one to the bottom one, and which of them stand out."""
    rows = {}
    for text in sorted(ax.texts, key=lambda text: text.xy[1]):
        rows.setdefault(row_of(ax, text.xy[1]), []).append((text.get_fontweight(), " ".join(text.get_text().split())))
    return rows


@pytest.mark.parametrize(("animal", "agreed"), [(ANIMAL, AGREED), (FOUR, {"1.1": "W", "1.2": "D"})])
def test_every_member_who_rated_is_a_light_dot_at_their_level_in_their_row(animal, agreed):
    table, ax = drawn(animal, agreed)
    codes = list(animal.framework.codes)
    assert len(ax.collections) == len(table)
    for place, (dots, (_, row)) in enumerate(zip(ax.collections, table.iterrows(), strict=True)):
        at = dots.get_offsets()
        levels = np.rint(at[:, 0]).astype(int)
        assert [int((levels == level).sum()) for level in range(len(codes))] == row[codes].fillna(0).tolist()
        assert {row_of(ax, y) for _, y in at} <= {place}
        assert len({(round(x, 6), round(y, 6)) for x, y in at}) == row["n"]


def test_a_full_diamond_stands_at_the_level_that_was_agreed_and_below_the_dots():
    table, ax = drawn()
    found = [(table["item"][row_of(ax, line.get_ydata()[0])], line.get_xdata()[0]) for line in marks(ax, "agreed")]
    assert found == [("1", 4), ("2", 1), ("4", 3), ("8", 0)]
    for line in marks(ax, "agreed")[:3]:
        dots = ax.collections[row_of(ax, line.get_ydata()[0])].get_offsets()
        assert dots[:, 1].max() < line.get_ydata()[0]
        assert (line.get_marker(), to_hex(line.get_markerfacecolor())) == ("D", INK)


def test_what_is_unresolved_has_an_open_diamond_off_the_scale():
    table, ax = drawn()
    [line] = marks(ax, "open")
    assert table["item"][row_of(ax, line.get_ydata()[0])] == "3"
    assert line.get_xdata()[0] > ax.get_xlim()[1]
    assert (line.get_marker(), to_hex(line.get_markerfacecolor())) == ("D", PAPER)


def test_the_words_beside_a_row_say_the_gap_or_that_nothing_was_agreed_and_who_rated():
    _, ax = drawn()
    assert list(beside(ax).values()) == [
        [("bold", "Away from both medians"), ("normal", "The level that only Member 0 gave. 6 rated.")],
        [("normal", "3 rated.")],
        [("bold", "Unresolved"), ("normal", "3 rated.")],
        [("bold", "Outside every rating"), ("normal", "3 rated.")],
        [("bold", "Not applicable"), ("normal", "3 rated.")],
        [("bold", "Not settled yet"), ("normal", "2 rated.")],
        [("bold", "Left blank"), ("normal", "1 rated.")],
        [("bold", "Agreed without any rating"), ("normal", "0 rated.")],
    ]


def test_a_level_for_each_side_is_said_in_words():
    table, _ = drawn()
    split = table.head(1).assign(state="split", agreed=table["agreed"].where(table["item"] == "none"), gap="", alone="")
    ax = consensus_against(split)
    assert beside(ax) == {0: [("bold", "Agreed for each side"), ("normal", "6 rated.")]}
    assert marks(ax, "agreed") == marks(ax, "open") == []


def test_every_line_says_what_was_asked_and_the_scale_stands_above():
    table, ax = drawn()
    said = [" ".join(label.get_text().split()) for label in ax.get_yticklabels()]
    assert said == [" ".join(f"{row.item} {row.text}".split()) for row in table.itertuples()]
    above = [" ".join(label.get_text().split()) for label in ax.get_xticklabels()]
    assert above == [f"{code} {words}" for code, words in CSIT.scale.items()]
    assert ax.yaxis_inverted()


def test_the_key_explains_the_open_mark_only_where_it_occurs():
    words = ["one member, rating alone", "what the team agreed", "no consensus, views recorded"]
    assert [text.get_text() for text in drawn()[1].get_legend().get_texts()] == words
    settled = drawn(FOUR, {"1.1": "W"})[1]
    assert [text.get_text() for text in settled.get_legend().get_texts()] == words[:2]


def test_it_draws_where_it_is_told_to_and_nowhere_else():
    table, own = drawn()
    ax = Figure().subplots()
    assert consensus_against(table, ax=ax) is ax
    assert [line.get_xdata()[0] for line in marks(ax, "agreed")] == [4, 1, 3, 0]
    assert len(own.get_figure().axes) == 1


def test_nothing_rated_and_nothing_agreed_is_said_in_words():
    ax = consensus_against(drawn()[0].head(0))
    assert [text.get_text() for text in ax.texts] == ["Nothing has been rated or agreed yet."]
