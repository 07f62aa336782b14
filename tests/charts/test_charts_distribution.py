"""Bars of counts, read back from what was drawn."""

from functools import cache

import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from zoo import CDRP, CSIT, NAMES, ZOO, Animal

from assesslib.charts._style import PAPER, ink_on, ramp
from assesslib.charts.level_distribution import level_distribution
from assesslib.faults import FaultsError
from assesslib.tables import disparity, spread

ANIMALS = [name for name in NAMES if name != "no ratings at all"]
STATES = ["split", "dont_know", "not_applicable", "blank"]
WORDS = ["split, a level for each side", "don’t know", "not applicable", "no answer"]
SMALL = Animal({"1": "aab-", "2": "e.?/", "3": "bccd"})


def table_of(animal):
    return spread(disparity(animal.ratings), animal.framework.table())


@cache
def drawn(name):
    table = table_of(ZOO[name])
    return table, level_distribution(table, scale=ZOO[name].framework.scale)


def rows_of(ax):
    """The parts of the bars as they stand: from the top line to the bottom one, from left to right."""
    lines = sorted({round(part.get_y(), 6) for part in ax.patches})
    parts = [[part for part in ax.patches if round(part.get_y(), 6) == line] for line in lines]
    return [sorted(row, key=lambda part: part.get_x()) for row in parts]


def places(ax):
    """Where the parts begin and end, line by line."""
    return [
        [(round(part.get_x(), 6), round(part.get_x() + part.get_width(), 6)) for part in row] for row in rows_of(ax)
    ]


def written_in(ax, part):
    """What stands in a part, from the top line to the bottom one."""
    (left, top), width, height = part.get_xy(), part.get_width(), part.get_height()
    inside = [text for text in ax.texts if left < text.get_position()[0] < left + width
              and top < text.get_position()[1] < top + height and text.get_ha() == "center"]  # fmt: skip
    return [text.get_text() for text in sorted(inside, key=lambda text: text.get_position()[1])]


def in_words(texts):
    return [text.get_text() for text in texts]


@pytest.mark.parametrize("name", ANIMALS)
def test_every_level_and_state_that_somebody_gave_is_as_wide_as_those_who_gave_it(name):
    table, ax = drawn(name)
    codes = list(ZOO[name].framework.codes)
    given = [[(code, row[code]) for code in [*codes, *STATES] if row[code]] for _, row in table.iterrows()]
    assert [[part.get_width() for part in row] for row in rows_of(ax)] == [[n for _, n in row] for row in given]
    texts = [[written_in(ax, part) for part in row] for row in rows_of(ax)]
    assert texts == [[[code, str(n)] if code in codes else [str(n)] for code, n in row] for row in given]
    assert ax.yaxis_inverted()


@pytest.mark.parametrize("name", ANIMALS)
def test_levels_have_the_colours_of_the_ramp_and_states_a_hatch_each_on_paper(name):
    table, ax = drawn(name)
    codes = list(ZOO[name].framework.codes)
    given = [[code for code in [*codes, *STATES] if row[code]] for _, row in table.iterrows()]
    hatches = {}
    for part, code in zip(sum(rows_of(ax), []), sum(given, []), strict=True):
        assert to_hex(part.get_facecolor()) == ramp(codes).get(code, PAPER)
        hatches.setdefault(code if code in STATES else "level", set()).add(part.get_hatch() or "")
    assert hatches.pop("level", {""}) == {""}
    assert all(len(found) == 1 for found in hatches.values())
    assert len({min(found) for found in hatches.values()}) == len(hatches)


@pytest.mark.parametrize("name", ANIMALS)
def test_every_line_says_what_was_asked_and_how_many_rated(name):
    table, ax = drawn(name)
    said = [" ".join(label.get_text().split()) for label in ax.get_yticklabels()]
    assert said == [" ".join(f"{row.item} {row.text}".split()) for row in table.itertuples()]
    counted = [text for text in ax.texts if text.get_text().endswith(" rated")]
    assert in_words(sorted(counted, key=lambda text: text.xy[1])) == [f"{n} rated" for n in table["n"]]


@pytest.mark.parametrize("name", ANIMALS)
def test_the_key_explains_the_whole_scale_in_words_and_the_states_that_occur(name):
    table, ax = drawn(name)
    levels = [f"{code} – {label}" for code, label in ZOO[name].framework.scale.items()]
    occur = [words for state, words in zip(STATES, WORDS, strict=True) if table[state].sum()]
    assert in_words(ax.get_legend().get_texts()) == [*levels, *occur]


def test_the_other_answers_stand_after_a_gap_from_the_same_place_on_every_line():
    assert places(level_distribution(table_of(SMALL))) == [
        [(0, 1), (1, 3), (3, 4)],
        [(0, 2), (2, 3), (4.6, 5.6)],
        [(0, 1), (4.6, 5.6), (5.6, 6.6), (6.6, 7.6)],
    ]


def test_from_a_cut_the_levels_below_it_go_to_the_left_and_the_others_to_the_right():
    ax = level_distribution(table_of(SMALL), cut="c")
    assert places(ax) == [
        [(-1, 0), (0, 2), (2, 3)],
        [(-3, -1), (-1, 0), (3.6, 4.6)],
        [(0, 1), (3.6, 4.6), (4.6, 5.6), (5.6, 6.6)],
    ]
    assert in_words(ax.texts)[-2:] == ["below c", "c or higher"]
    assert [line.get_xdata()[0] for line in ax.get_lines() if line.get_zorder() == 4] == [0]


def test_without_a_cut_there_is_no_line_to_start_from():
    ax = level_distribution(table_of(SMALL))
    assert [line for line in ax.get_lines() if line.get_zorder() == 4] == []


@pytest.mark.parametrize(("cut", "sides"), [("a", ["a or higher"]), ("e", ["below e", "e"])])
def test_at_the_ends_of_the_scale_a_side_is_named_only_where_it_is_one(cut, sides):
    ax = level_distribution(table_of(SMALL), cut=cut)
    beside = [text.get_text() for text in ax.texts if text.get_ha() != "center"]
    assert [words for words in beside if not words.endswith(" rated")] == sides


def test_a_text_can_be_read_on_its_colour():
    ax = level_distribution(table_of(Animal({"1": "abcde"})))
    inks = [text.get_color() for text in ax.texts if text.get_text() in "abcde"]
    assert inks == [ink_on(colour) for colour in ramp("abcde").values()]


REFUSED = [
    (
        CSIT,
        "f",
        "“f” is not a level of this scale. Allowed: a, b, c, d, e; nearest: e. Choose one of these as the cut.",
    ),
    (CDRP, "d", "“d” is not a level of this scale. Allowed: G, W, S, D; nearest: D. Choose one of these as the cut."),
]


@pytest.mark.parametrize(("framework", "cut", "words"), REFUSED)
def test_a_cut_that_is_no_level_is_refused(framework, cut, words):
    animal = Animal({framework.items[0].id: framework.codes[0] * 2}, framework)
    with pytest.raises(FaultsError) as error:
        level_distribution(table_of(animal), cut=cut)
    assert str(error.value) == words


def test_it_draws_where_it_is_told_to_and_nowhere_else():
    table, own = drawn("two camps")
    ax = Figure().subplots()
    assert level_distribution(table, ax=ax) is ax
    assert places(ax) == places(own)
    assert len(own.get_figure().axes) == 1


def test_no_ratings_at_all_are_said_in_words():
    assert in_words(drawn("no ratings at all")[1].texts) == ["Nobody has rated this yet."]
