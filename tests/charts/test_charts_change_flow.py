"""Who moved from where to where, read back from what was drawn."""

from itertools import pairwise

import pandas as pd
import pytest
from change_frames import LONG, ORDERED, SCALE, flows_of
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.text import Text
from text_boxes import off_the_page, on_each_other

from assesslib.charts import level_flow
from assesslib.charts._style import LINE
from assesslib.charts.alt_text_change import level_flow_text
from assesslib.faults import FaultsError

SMALL = flows_of("b>d 3 Ann, Bo, Cy; c>c 2 Di, Ed; d>a 1 Flo")
CROWD = flows_of("; ".join(f"{one}>{other} 8 {', '.join(f'Member {n} of the Trust' for n in range(8))}"
                           for one in "abcde" for other in "abcde"))  # fmt: skip
EIGHT = pd.concat([flows_of("a>b 2; b>a 3; c>e 6; e>e 1", step=step) for step in range(7)])


def bands(ax):
    """Way, where it begins and ends across, and how thick it is in inches, in the order of the page."""
    found = [patch for patch in ax.patches if isinstance(patch, PathPatch)]
    return [(band.get_label(), band.get_path().vertices) for band in found]


def thickness(vertices):
    ends = vertices[vertices[:, 0] == vertices[0, 0]]
    return round((ends[:, 1].max() - ends[:, 1].min()) * LINE, 6)


def texts(ax):
    return [text.get_text() for text in ax.texts if text.get_text()]


def beside(ax):
    right = [text for text in ax.texts if text.get_position()[0] > ax.get_xlim()[1]]
    return [text.get_text() for text in sorted(right, key=lambda text: text.get_position()[1])]


def test_a_band_a_move_as_thick_as_its_members_and_its_way_by_its_look():
    found = {way: thickness(vertices) for way, vertices in bands(level_flow(SMALL))}
    assert set(found) == {"up", "same", "down"}
    assert round(found["up"] / found["down"], 6) == 3
    assert round(found["same"] / found["down"], 6) == 2
    patches = {patch.get_label(): patch for patch in level_flow(SMALL).patches if isinstance(patch, PathPatch)}
    assert (patches["down"].get_hatch(), patches["up"].get_hatch()) == ("////", None)


def test_bands_rise_for_up_and_fall_for_down():
    for way, vertices in bands(level_flow(SMALL)):
        start, end = vertices[0][1], vertices[3][1]
        assert (end < start) == (way == "up")
        assert (end > start) == (way == "down")


def test_every_band_has_its_number_and_every_year_its_levels():
    ax = level_flow(SMALL, labels=("2024", "2026"), scale=SCALE)
    said = texts(ax)
    assert {"3 ▲", "2 =", "1 ▼", "2024", "2026", *SCALE.values()} <= set(said)
    assert [said.count(code) for code in SCALE] == [2] * 5
    heights = [next(text.get_position()[1] for text in ax.texts if text.get_text() == code) for code in "edcba"]
    assert all(upper < lower for upper, lower in pairwise(heights))


def test_who_moved_stands_beside_the_end_of_the_band():
    assert beside(level_flow(SMALL)) == ["▲ Ann, Bo, Cy", "= Di, Ed", "▼ Flo"]
    assert beside(level_flow(SMALL.assign(who=""))) == []


def test_the_item_and_how_many_went_each_way_stand_above():
    said = texts(level_flow(SMALL.assign(text="Leaders lead")))
    assert said[:2] == ["1 Leaders lead", "6 rated it in both years: 3 up, 2 the same, 1 down."]


def test_several_items_stand_below_each_other():
    ax = level_flow(pd.concat([SMALL, flows_of("a>e 4", item="2")]))
    assert [word for word in texts(ax) if "both years" in word] == [
        "6 rated it in both years: 3 up, 2 the same, 1 down.", "4 rated it in both years: 4 up, 0 the same, 0 down.",
    ]  # fmt: skip


def test_several_steps_stand_side_by_side_with_their_sums_and_without_names():
    ax = level_flow(EIGHT.assign(who="Ann"), labels=[str(year) for year in range(2018, 2026)])
    assert len(bands(ax)) == 28
    assert texts(ax).count("8 ▲  1 =  3 ▼") == 7
    assert beside(ax) == []
    assert "12 members at every step." in texts(ax)


def test_steps_of_different_members_say_how_many_each_has():
    ax = level_flow(pd.concat([flows_of("a>b 2", step=0), flows_of("b>c 3", step=1)]), labels=["1", "2", "3"])
    assert "Members who rated it in both of two years running: 2, 3." in texts(ax)


def test_no_move_is_said_within_the_page():
    ax = level_flow(SMALL.head(0))
    assert [" ".join(said.split()) for said in texts(ax)] == ["Nobody gave a level to the same item in both years."]
    assert off_the_page(ax) == []


@pytest.mark.filterwarnings("ignore:Glyph")
@pytest.mark.parametrize(
    "table",
    [SMALL.assign(text=LONG), CROWD, EIGHT, flows_of("a>e 1 " + "N" * 200).assign(text="$x$ 王"),
     pd.concat([flows_of("c>d 20", item=str(n), text=LONG) for n in range(4)])],
    ids=["small", "two hundred", "eight years", "awkward", "four items"],
)  # fmt: skip
def test_no_text_leaves_the_page_or_stands_on_another(table):
    ax = level_flow(table, scale=SCALE | {"e": LONG})
    assert off_the_page(ax) == []
    assert on_each_other(ax) == []
    assert not any(text.get_parse_math() for text in ax.findobj(Text))
    assert min(text.get_fontsize() for text in ax.findobj(Text) if text.get_text()) >= 11


def test_it_draws_where_it_is_told_to():
    ax = Figure().subplots()
    assert level_flow(SMALL, ax=ax) is ax


def refused(*args, **more):
    with pytest.raises(FaultsError) as caught:
        level_flow(*args, **more)
    return str(caught.value)


def test_names_few_members_and_wrong_labels_are_refused():
    assert refused(SMALL, anonymity="pooled") == (
        "“who” is a column of members’ names, which the tier “pooled” hides. Make the table at this tier, or draw it "
        "as “named”."
    )
    assert refused(flows_of("a>b 2"), anonymity="role") == (
        "“1” rests on fewer than 3 ratings, which the tier “role” hides. Make the table at this tier, or draw it as "
        "“named”."
    )
    assert level_flow(SMALL.assign(who=""), anonymity="pooled").patches
    assert refused(SMALL, labels=("2024",)) == (
        "“2024” are the labels of 1 years, and the table has 2. Give one a year."
    )


def test_nobody_in_both_years_is_said_in_words():
    empty = pd.DataFrame(columns=SMALL.columns).astype({"before": ORDERED, "after": ORDERED, "n": "int64"})
    sentence = "Nobody gave a level to the same item in both years."
    assert [" ".join(text.get_text().split()) for text in level_flow(empty).texts] == [sentence]
    assert level_flow_text(empty) == sentence


def test_the_chart_in_sentences():
    assert level_flow_text(SMALL) == (
        "1: 6 rated it in both years: 3 up, 2 the same, 1 down. 3 up from b to d (Ann, Bo, Cy), 2 stayed at c (Di, "
        "Ed), 1 down from d to a (Flo)."
    )
