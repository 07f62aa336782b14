"""Causes and the arrows between them, read back from what was drawn."""

from itertools import combinations, permutations, product
from random import Random

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from matplotlib.text import Text
from text_boxes import off_the_page, on_each_other, smallest, text_boxes

from assesslib.charts._layers import layers_of, middles
from assesslib.charts.alt_text import cause_digraph_text
from assesslib.charts.cause_digraph import cause_digraph
from assesslib.tables.causes.graph import cause_graph

LONG = (
    "Nobody has the time, the mandate or the habit to look at what other organisations do before plans are fixed. " * 2
)


def table_of(*arrows, causes="", text="{} goes wrong"):
    """Causes of one letter with arrows such as ``"ab"``, from a to b; each is behind as many areas as its place."""
    ids = sorted(set("".join(arrows)) | set(causes))
    rows = [(id, text.format(id), n, tuple(b for a, b in arrows if a == id)) for n, id in enumerate(ids)]
    table = pd.DataFrame(rows, columns=["id", "text", "count", "leads_to"])
    return table.merge(cause_graph(table), on="id")


LETTERS = "abcdefghijkl"
PAIRS = list(map("".join, permutations(LETTERS, 2)))
CHAIN = [a + b for a, b in zip(LETTERS, LETTERS[1:], strict=False)]
GRAPHS = {
    "one": table_of(causes="a"),
    "one arrow": table_of("ab"),
    "two ways": table_of("ab", "ba"),
    "diamond": table_of("ab", "ac", "bd", "cd", "ad", causes="e"),
    "circle": table_of("ab", "bc", "ca", "cd"),
    "twelve alone": table_of(causes=LETTERS, text=LONG),
    "twelve in a line": table_of(*CHAIN, text=LONG),
    "twelve in a ring": table_of(*CHAIN, "la", text=LONG),
    "twelve on one": table_of(*(f"{a}l" for a in LETTERS[:-1]), text=LONG),
    "twelve, 14 arrows": table_of(*Random(1).sample(PAIRS, 14), causes=LETTERS, text=LONG),
    "twelve, 40 arrows": table_of(*Random(2).sample(PAIRS, 40), text="N" * 300),
    "every arrow among five": table_of(*map("".join, permutations("abcde", 2)), text="$x$ & {}"),
}
ANY = pytest.mark.parametrize("table", GRAPHS.values(), ids=GRAPHS)
THREE = [
    table_of(
        *(pair for pair, here in zip(("ab", "ba", "ac", "ca", "bc", "cb"), drawn, strict=True) if here), causes="abc"
    )
    for drawn in product([False, True], repeat=6)
]


def boxes(ax):
    """Each box in pixels."""
    return [patch.get_window_extent() for patch in ax.patches if isinstance(patch, FancyBboxPatch)]


def arrows(ax):
    """The way of each arrow in pixels."""
    found = [patch for patch in ax.patches if isinstance(patch, FancyArrowPatch)]
    return [patch.get_transform().transform_path(patch._path_original).cleaned(curves=False) for patch in found]


def points(path):
    bends = path.to_polygons(closed_only=False)[0]
    steps = np.linspace(0, 1, 12)[:, None]
    return np.concatenate([a + (b - a) * steps for a, b in zip(bends, bends[1:], strict=False)])


def named(ax, table):
    """The boxes by their causes: each holds its own words."""
    texts = text_boxes(ax)
    inside = [[text.get_text() for text, at in texts if _inside(at, box)] for box in boxes(ax)]
    ids = ["".join(words[0].split())[:1] for words in inside]
    assert sorted(ids) == sorted(table["id"])
    return dict(zip(ids, boxes(ax), strict=True))


def _inside(text, box):
    return box.x0 <= text.x0 and text.x1 <= box.x1 and box.y0 <= text.y0 and text.y1 <= box.y1


def touching(box, point):
    """Whether a point lies on a box or within two pixels of it."""
    return box.x0 - 2 <= point[0] <= box.x1 + 2 and box.y0 - 2 <= point[1] <= box.y1 + 2


def within(box, at):
    """Which points lie inside a box, its edge not counted."""
    return ((at > [box.x0 + 1, box.y0 + 1]) & (at < [box.x1 - 1, box.y1 - 1])).all(axis=1)


def ends_of(ax, table):
    places = named(ax, table)
    ends = [(points(way)[0], points(way)[-1]) for way in arrows(ax)]
    return sorted(
        "".join(next(id for id, box in places.items() if touching(box, end)) for end in both) for both in ends
    )


@pytest.mark.parametrize("name", ["one arrow", "two ways", "diamond", "circle"])
def test_an_arrow_leads_from_each_cause_to_each_it_stands_behind(name):
    table = GRAPHS[name]
    wanted = sorted(id + other for id, others in zip(table["id"], table["leads_to"], strict=True) for other in others)
    assert ends_of(cause_digraph(table), table) == wanted


@pytest.mark.parametrize("table", THREE)
def test_every_way_to_draw_arrows_between_three_causes_is_drawn_as_it_is(table):
    ax = cause_digraph(table)
    wanted = sorted(id + other for id, others in zip(table["id"], table["leads_to"], strict=True) for other in others)
    assert ends_of(ax, table) == wanted
    assert not [1 for way in arrows(ax) for box in boxes(ax) if within(box, points(way)).any()]


@ANY
def test_no_arrow_runs_through_a_box(table):
    ax = cause_digraph(table)
    assert len(arrows(ax)) == table["out"].sum()
    assert not [1 for way in arrows(ax) for box in boxes(ax) if within(box, points(way)).any()]


@ANY
def test_no_box_stands_on_another(table):
    found = boxes(cause_digraph(table))
    assert len(found) == len(table)
    assert not [1 for one, other in combinations(found, 2) if one.overlaps(other)]


@ANY
def test_every_box_holds_its_words_and_no_text_leaves_the_page_or_stands_on_another(table):
    ax = cause_digraph(table)
    assert off_the_page(ax) == []
    assert on_each_other(ax) == []
    texts = text_boxes(ax)
    assert [sum(_inside(at, box) for _, at in texts) for box in boxes(ax)] == [2] * len(table)
    assert not any(text.get_parse_math() for text in ax.findobj(Text))


@ANY
def test_no_arrow_leaves_the_page(table):
    ax = cause_digraph(table)
    page = ax.get_figure().bbox
    assert all(within(page, points(way)).all() for way in arrows(ax))


@pytest.mark.parametrize("name", [name for name in GRAPHS if name != "twelve, 40 arrows"])
def test_every_text_can_be_read_from_the_back_of_the_room(name):
    assert smallest(cause_digraph(GRAPHS[name])) >= 11


def test_what_drives_stands_at_the_left_and_what_comes_of_it_at_the_right():
    table = table_of("ab", "bc", "ad")
    place = {id: box.x0 for id, box in named(cause_digraph(table), table).items()}
    assert place["a"] < place["b"] < place["c"] == place["d"]


def test_many_layers_stand_from_the_top_down():
    table = table_of(*CHAIN)
    heights = [box.y0 for box in named(cause_digraph(table), table).values()]
    assert heights == sorted(heights, reverse=True)
    assert cause_digraph(table).get_figure().get_size_inches()[0] < 14


def test_a_box_says_its_role_its_areas_and_its_circle():
    ax = cause_digraph(table_of("ab", "bc", "cb", "cd", causes="e"))
    small = [" ".join(text.get_text().split()) for text in ax.texts if "behind" in text.get_text()]
    assert small == [
        "driver · behind no areas",
        "outcome · behind 1 area · circle 1",
        "driver · behind 2 areas · circle 1",
        "outcome · behind 3 areas",
        "behind 4 areas",
    ]


def test_only_an_arrow_back_is_dashed():
    found = [patch for patch in cause_digraph(GRAPHS["circle"]).patches if isinstance(patch, FancyArrowPatch)]
    ways = [patch._path_original.vertices for patch in found]
    backward = [way[0][0] > way[-1][0] for way in ways]
    assert sorted(backward) == [False, False, False, True]
    assert [patch.get_linestyle() != "-" for patch in found] == backward


def test_circles_are_named_in_words_below():
    def said(*arrows):
        texts = [text.get_text() for text in cause_digraph(table_of(*arrows)).texts]
        return [" ".join(line.split()) for line in texts if line.startswith("Circle")]

    assert said("ab", "bc", "ca", "cd") == [
        "Circle 1: “a goes wrong”, “b goes wrong” and “c goes wrong” lead to each other, so none of them comes first."
    ]
    assert said("ab", "ba", "bc", "cd", "dc") == [
        "Circle 1: “a goes wrong” and “b goes wrong” lead to each other, so none of them comes first. "
        "Circle 2: “c goes wrong” and “d goes wrong” lead to each other, so none of them comes first."
    ]
    assert said("ab") == []


def test_causes_without_an_arrow_stand_below_with_a_word_on_it():
    table = GRAPHS["diamond"]
    ax = cause_digraph(table)
    places = named(ax, table)
    [words] = [at for text, at in text_boxes(ax) if text.get_text() == "No arrow leads to or from:"]
    assert places["e"].y1 < words.y0
    assert all(words.y1 < box.y0 for id, box in places.items() if id != "e")


def test_the_key_explains_what_occurs():
    def said(*arrows, **causes):
        legend = cause_digraph(table_of(*arrows, **causes)).get_legend()
        return [text.get_text() for text in legend.get_texts()] if legend else []

    driver, outcome = "driver: more arrows leave it than reach it", "outcome: more arrows reach it than leave it"
    both = "both ways: as many arrows leave it as reach it"
    leads, back = "from a cause to what it stands behind", "the same, back against the direction of the rest"
    assert said(causes="ab") == []
    assert said("ab") == [driver, outcome, leads]
    assert said("ab", "ba") == [both, leads, back]


def test_an_arrow_to_a_cause_that_is_not_in_the_table_is_passed_over():
    ax = cause_digraph(table_of("ab", "bc").head(2))
    assert (len(boxes(ax)), len(arrows(ax))) == (2, 1)


def test_the_same_causes_are_always_drawn_the_same():
    one, other = (cause_digraph(GRAPHS["twelve, 14 arrows"]) for _ in range(2))
    assert [box.bounds for box in boxes(one)] == [box.bounds for box in boxes(other)]
    assert all((a.vertices == b.vertices).all() for a, b in zip(arrows(one), arrows(other), strict=True))


def test_lines_cross_only_where_they_must():
    layers = layers_of(["ad", "bc"], dict.fromkeys("abcd", 0))
    assert layers.places in [(("a", "b"), ("d", "c")), (("b", "a"), ("c", "d"))]
    assert layers.back == frozenset()


def test_a_ring_has_one_edge_back():
    edges = [*map(tuple, CHAIN), ("l", "a")]
    assert layers_of(edges, dict.fromkeys(LETTERS, 1)).back == {("l", "a")}


def test_places_of_a_layer_keep_their_distance():
    layers = layers_of([("a", "d"), ("b", "d"), ("c", "d")], dict.fromkeys("abcd", 0))
    at = middles(layers, {"a": 1, "b": 3, "c": 1, "d": 1}, gap=2)
    assert at == pytest.approx({"a": 0.5, "b": 4.5, "c": 8.5, "d": 4.5})


def test_it_draws_where_it_is_told_to_and_nowhere_else():
    ax = Figure().subplots()
    assert cause_digraph(GRAPHS["diamond"], ax=ax) is ax
    assert len(boxes(ax)) == 5
    assert len(cause_digraph(GRAPHS["diamond"]).get_figure().axes) == 1


def test_no_cause_is_said_in_words():
    ax = cause_digraph(GRAPHS["one"].head(0))
    assert [text.get_text() for text in ax.findobj(Text) if text.get_text()] == ["No cause has been noted yet."]


def test_the_arrows_in_sentences():
    assert cause_digraph_text(GRAPHS["one"].head(0)) == "No cause has been noted yet."
    assert cause_digraph_text(table_of("ac", "bc", "ad", "de", "ed", causes="f")) == (
        "6 causes. “a goes wrong” leads to “c goes wrong” and “d goes wrong”. “b goes wrong” leads to “c goes wrong”. "
        "“d goes wrong” leads to “e goes wrong”. “e goes wrong” leads to “d goes wrong”. "
        "Drivers: “a goes wrong” and “b goes wrong”. Outcomes: “c goes wrong” and “d goes wrong”. "
        "Circle 1: “d goes wrong” and “e goes wrong”. Without an arrow: “f goes wrong”."
    )
