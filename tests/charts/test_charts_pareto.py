"""The causes in Pareto order, read back from what was drawn."""

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from text_boxes import off_the_page, on_each_other, smallest

from assesslib.charts.alt_text import cause_pareto_text
from assesslib.charts.cause_pareto import BEFORE, NEW, OPEN, cause_pareto

LONG = "Nobody has the time, the mandate or the habit to look at what other organisations do before plans are fixed. "


def table_of(*rows):
    """Causes from their text, how many areas each names, and how many are reached so far."""
    table = pd.DataFrame(rows, columns=["text", "count", "covered"])
    return table.assign(id=[f"c{n}" for n in range(1, len(rows) + 1)], of=table["covered"].max())


def covers_of(*choices, covered=(5,), of=5):
    reached = [covered[n % len(covered)] for n in range(len(choices))]
    rows = [
        (ids, tuple(f"Text {id}" for id in ids), len(ids), got, of) for ids, got in zip(choices, reached, strict=True)
    ]
    return pd.DataFrame(rows, columns=["causes", "texts", "size", "covered", "of"])


SMALL = table_of(("No time", 3, 3), ("No money", 2, 4), ("No trust", 1, 5), ("No maps", 0, 5))
COVERS = covers_of(("c1", "c2", "c3"))
TWELVE = table_of(*((LONG * 4, 40 - n, 40 + 5 * n) for n in range(12)))


def bars(ax):
    """The colours of every bar's squares from left to right, a line after the other: named areas, reached ones."""
    squares = [(patch.xy[1], patch.xy[0], to_hex(patch.get_facecolor())) for patch in ax.patches
               if isinstance(patch, Rectangle)]  # fmt: skip
    lines = sorted({y for y, _, _ in squares})
    return [[colour for y, _, colour in sorted(squares) if y == line] for line in lines]


def marks(ax):
    """The diamonds from the top line to the bottom one: full or open."""
    found = sorted(
        (line.get_ydata()[0], line.get_markerfacecolor()) for line in ax.get_lines() if line.get_marker() == "D"
    )
    return ["open" if colour == OPEN else "full" for _, colour in found]


def texts(ax, where=lambda x: True):
    found = [text for text in ax.texts if where(text.get_position()[0])]
    return [text.get_text() for text in sorted(found, key=lambda text: text.get_position()[1])]


def key(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def test_a_square_stands_for_every_area_and_shows_what_is_reached_here_and_above():
    assert bars(cause_pareto(SMALL)) == [
        [NEW] * 3 + [NEW] * 3 + [OPEN] * 2,
        [NEW] * 2 + [BEFORE] * 3 + [NEW] + [OPEN],
        [NEW] + [BEFORE] * 4 + [NEW],
        [BEFORE] * 5,
    ]


def test_causes_stand_in_the_order_of_the_table_with_their_counts():
    ax = cause_pareto(SMALL)
    assert texts(ax, lambda x: x < 0) == ["No time", "No money", "No trust", "No maps"]
    assert [text for text in texts(ax) if text.isdigit()] == ["3", "2", "1", "0"]
    assert [text for text in texts(ax) if " of 5" in text] == ["3 of 5", "4 of 5", "5 of 5", "5 of 5"]
    assert ax.yaxis_inverted()


def test_both_columns_of_bars_say_what_they_are():
    above = [" ".join(text.get_text().split()) for text in cause_pareto(SMALL).texts if text.get_position()[1] < 0]
    assert above == ["Areas for improvement it stands behind", "Different areas reached so far, from the top down"]


def test_the_causes_of_the_one_smallest_choice_are_marked():
    ax = cause_pareto(SMALL, covers=COVERS)
    assert marks(ax) == ["full"] * 3
    assert key(ax) == [
        "one area for improvement; at the right, one that this cause reaches first",
        "reached already by a cause above",
        "not reached so far",
        "the 3 causes that together reach all 5 areas; no fewer do",
    ]


def test_causes_of_every_and_of_some_smallest_choice_are_told_apart_and_choices_have_letters():
    ax = cause_pareto(SMALL, covers=covers_of(("c1", "c2"), ("c1", "c3")))
    assert marks(ax) == ["full", "open", "open"]
    assert [text for text in texts(ax) if set(text) <= set("AB")] == ["AB", "A", "B"]
    assert key(ax)[3:] == [
        "in every smallest choice of causes that reaches all 5 areas: 2 choices of 2 causes, a letter each: A, B",
        "in some of these choices, not in all",
    ]


def test_many_choices_have_no_letters():
    ax = cause_pareto(SMALL, covers=covers_of(*[("c1",)] * 7, covered=(4, 5)))
    assert marks(ax) == ["full"]
    assert not [text for text in texts(ax) if set(text) <= set("ABCDEFG")]
    assert key(ax)[3] == (
        "in every smallest choice of causes that reaches at least 4 of 5 areas: 7 choices of one cause"
    )


@pytest.mark.parametrize(
    ("covers", "words"),
    [
        (covers_of(("c1",)), "the one cause that reaches all 5 areas"),
        (covers_of(("c1",), covered=(1,), of=1), "the one cause that reaches the one area"),
        (covers_of(("c1", "c2"), covered=(4,)), "the 2 causes that together reach 4 of 5 areas; no fewer do"),
    ],
)
def test_a_smallest_choice_is_said_in_words(covers, words):
    assert key(cause_pareto(SMALL, covers=covers))[3:] == [words]


@pytest.mark.parametrize("covers", [None, covers_of()])
def test_without_choices_nothing_is_marked(covers):
    ax = cause_pareto(SMALL, covers=covers)
    assert marks(ax) == []
    assert len(key(ax)) == 3


@pytest.mark.filterwarnings("ignore:Glyph")
@pytest.mark.parametrize(
    ("table", "covers"),
    [
        (SMALL, None),
        (SMALL, covers_of(*[("c1", "c2")] * 6)),
        (TWELVE, covers_of(*[("c1",)] * 3, of=95)),
        (TWELVE.assign(text="N" * 400), None),
        (table_of(("$No$ time", 1, 1)), COVERS),
        (table_of(("", 0, 0)), None),
    ],
    ids=["small", "six choices", "twelve", "one long word", "one", "no area"],
)
def test_no_text_leaves_the_page_or_stands_on_another(table, covers):
    ax = cause_pareto(table, covers=covers)
    assert off_the_page(ax) == []
    assert on_each_other(ax) == []
    assert not any(text.get_parse_math() for text in ax.findobj(Text))


@pytest.mark.parametrize("table", [SMALL, TWELVE])
def test_every_text_can_be_read_from_the_back_of_the_room(table):
    assert smallest(cause_pareto(table, covers=COVERS)) >= 11


@pytest.mark.parametrize("table", [SMALL, TWELVE])
def test_no_square_stands_under_a_text_or_outside_the_chart(table):
    ax = cause_pareto(table, covers=COVERS)
    ends = [patch.xy[0] + patch.get_width() for patch in ax.patches]
    assert max(ends) < ax.get_xlim()[1]
    counts = [text.get_position()[0] for text in ax.texts if text.get_text().isdigit()]
    assert all(any(0 < x - end < 0.2 for end in [*ends, 0.95]) for x in counts)


def test_it_draws_where_it_is_told_to_and_nowhere_else():
    ax = Figure().subplots()
    assert cause_pareto(SMALL, ax=ax) is ax
    assert len(bars(ax)) == 4
    assert len(cause_pareto(SMALL).get_figure().axes) == 1


def test_no_cause_is_said_in_words():
    ax = cause_pareto(SMALL.head(0))
    assert [text.get_text() for text in ax.findobj(Text) if text.get_text()] == ["No cause has been noted yet."]


def test_the_causes_in_sentences():
    assert cause_pareto_text(SMALL.head(0)) == "No cause has been noted yet."
    assert cause_pareto_text(SMALL.tail(2), covers_of(("c1", "c2"))) == (
        "2 causes. “No trust” is behind 1 area for improvement: 5 of 5 reached. "
        "“No maps” is behind 0 areas for improvement: 5 of 5 reached. "
        "A smallest choice that reaches 5 of 5 areas: “Text c1” and “Text c2”."
    )
    further = cause_pareto_text(SMALL.head(1), covers_of(*[("c1",)] * 5))
    assert further.endswith("5 areas: “Text c1”. 1 further choice of 1 cause would do as well.")
