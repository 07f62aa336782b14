"""Every member a dot, read back from what was drawn."""

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text
from zoo import NAMES, ZOO, Animal

from assesslib.charts import disparity_spread
from assesslib.tables import disparity, spread

ANIMALS = [name for name in NAMES if name != "no ratings at all"]


def table_of(animal):
    return spread(disparity(animal.ratings), animal.framework.table())


@cache
def drawn(name):
    table = table_of(ZOO[name])
    return table, disparity_spread(table, scale=ZOO[name].framework.scale)


def lines_of(ax, label):
    """The lines of one kind as their two ends, from the top row to the bottom one."""
    found = [line for line in ax.get_lines() if line.get_label() == label]
    return [tuple(line.get_xdata()) for line in sorted(found, key=lambda line: line.get_ydata()[0])]


def positions(table, column):
    return [int(code) for code in table[column].cat.codes if code >= 0]


@pytest.mark.parametrize("name", ANIMALS)
def test_every_member_who_rated_is_a_dot_at_their_level(name):
    table, ax = drawn(name)
    codes = list(ZOO[name].framework.codes)
    assert len(ax.collections) == len(table)
    for dots, (_, row) in zip(ax.collections, table.iterrows(), strict=True):
        at = dots.get_offsets()
        levels = np.rint(at[:, 0]).astype(int)
        assert [int((levels == place).sum()) for place in range(len(codes))] == row[codes].tolist()
        assert len({(round(x, 6), round(y, 6)) for x, y in at}) == row["n"]


@pytest.mark.parametrize("name", ANIMALS)
def test_dots_stand_inside_their_row_and_rows_follow_the_table(name):
    table, ax = drawn(name)
    said = [" ".join(label.get_text().split()) for label in ax.get_yticklabels()]
    assert said == [" ".join(f"{row.item} {row.text}".split()) for row in table.itertuples()]
    across = [line for line in ax.get_lines() if tuple(line.get_xdata()) == (0, 1) and line.get_label() != "range"]
    edges = sorted({line.get_ydata()[0] for line in across})
    for dots, (top, bottom) in zip(ax.collections, pairwise(edges), strict=True):
        assert all(top < y < bottom for _, y in dots.get_offsets())
    assert ax.yaxis_inverted()


@pytest.mark.parametrize("name", ANIMALS)
def test_the_thin_line_runs_from_the_lowest_to_the_highest_rating(name):
    table, ax = drawn(name)
    ends = list(zip(positions(table, "lowest"), positions(table, "highest"), strict=True))
    assert lines_of(ax, "range") == ends


@pytest.mark.parametrize("name", ANIMALS)
def test_the_thick_line_runs_from_the_low_to_the_high_median(name):
    table, ax = drawn(name)
    middles = list(zip(positions(table, "low"), positions(table, "high"), strict=True))
    drawn_ends = lines_of(ax, "medians")
    assert [(round(left), round(right)) for left, right in drawn_ends] == middles
    assert all(left < low <= high < right for (left, right), (low, high) in zip(drawn_ends, middles, strict=True))


@pytest.mark.parametrize("name", ANIMALS)
def test_every_row_says_its_sentence(name):
    table, ax = drawn(name)
    texts = sorted(ax.texts, key=lambda text: text.xy[1])
    said = [f"{one.get_text()} {two.get_text()}" for one, two in zip(texts[::2], texts[1::2], strict=True)]
    assert [words_of(text) for text in said] == [words_of(text) for text in table["said"]]


def words_of(text):
    return [word.rstrip(".") for word in text.split()]


@pytest.mark.parametrize("name", ANIMALS)
def test_the_scale_stands_above_in_its_own_words_and_order(name):
    _, ax = drawn(name)
    above = [" ".join(label.get_text().split()) for label in ax.get_xticklabels()]
    assert above == [f"{code} {' '.join(words.split())}" for code, words in ZOO[name].framework.scale.items()]


@pytest.mark.parametrize("name", ANIMALS)
def test_the_key_explains_every_mark_and_no_text_is_a_formula(name):
    _, ax = drawn(name)
    assert [text.get_text() for text in ax.get_legend().get_texts()] == [
        "one member", "lowest to highest rating", "low to high median",
    ]  # fmt: skip
    assert not any(text.get_parse_math() for text in ax.findobj(Text))


def test_a_chart_in_full():
    ax = disparity_spread(table_of(Animal({"1": "cc", "2": "abbe", "3": "??"})))
    assert [label.get_text() for label in ax.get_xticklabels()] == ["a", "b", "c", "d", "e"]
    assert [label.get_text().split()[0] for label in ax.get_yticklabels()] == ["2", "1", "3"]
    assert lines_of(ax, "range") == [(0, 4), (2, 2)]
    assert [len(dots.get_offsets()) for dots in ax.collections] == [4, 2, 0]


def test_it_draws_where_it_is_told_to_and_nowhere_else():
    table, own = drawn("two camps")
    ax = Figure().subplots()
    assert disparity_spread(table, ax=ax) is ax
    assert lines_of(ax, "range") == lines_of(own, "range")
    assert len(own.get_figure().axes) == 1


def test_no_ratings_at_all_are_said_in_words():
    assert [text.get_text() for text in drawn("no ratings at all")[1].texts] == ["Nobody has rated this yet."]
