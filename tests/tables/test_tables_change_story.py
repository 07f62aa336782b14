"""Year on year finds what data/README.md says was put into the three constructed years, and nothing else."""

from fractions import Fraction
from pathlib import Path

import pytest

import assesslib as al
from assesslib.assessment import standing
from assesslib.tables import history, panel, points, section_change

DATA = Path(__file__).parents[2] / "data"
YEARS = ("2024", "2025", "2026")
PAIRS = (("2024", "2025"), ("2025", "2026"), ("2024", "2026"))
TOLD = (DATA / "README.md").read_text(encoding="utf-8").split("\n## ")


def rows(heading, start):
    """The rows of the table under a heading that begins with these columns, by column."""
    (part,) = (part for part in TOLD if part.startswith(heading))
    (table,) = (block for block in part.split("\n\n") if block.startswith(f"| {start} |"))
    columns, _, *lines = ([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines())
    return [dict(zip(columns, line, strict=True)) for line in lines]


UP, DOWN, NOISE = {"13", "16"}, {"3", "30"}, "22"


@pytest.fixture(scope="module")
def years():
    return {year: standing(al.open_assessment(DATA / f"collaboration-{year}")) for year in YEARS}


@pytest.fixture(scope="module")
def found(years):
    table = history(years.values())
    assert (table["span"] == "whole").tolist() == [False] * 74 + [True] * 37
    return {pair: table[place * 37 : place * 37 + 37].set_index("item") for place, pair in enumerate(PAIRS)}


def test_who_stayed(years):
    said = {pair: panel(years[pair[0]], years[pair[1]])["status"].value_counts().to_dict() for pair in PAIRS}
    assert said == {
        ("2024", "2025"): {"in both": 11, "left": 1, "joined": 1},
        ("2025", "2026"): {"in both": 11, "left": 1, "joined": 1},
        ("2024", "2026"): {"in both": 10, "left": 2, "joined": 2},
    }


@pytest.mark.parametrize("told", rows("Changes", "years | item"), ids=lambda row: f"{row['years']}, item {row['item']}")
def test_every_row_of_the_changes(found, told):
    row = found[tuple(told["years"].split(" to "))].loc[told["item"]]
    assert row[["up", "same", "down"]].tolist() == [int(told[name]) for name in ("up", "same", "down")]
    assert row["p"] == Fraction(told["p"])
    assert (row["level_word"] in ("improved", "declined")) == (told["found"] == "yes")


@pytest.mark.parametrize("pair", PAIRS)
def test_it_finds_the_changes_that_were_put_in_and_nothing_else(found, pair):
    words = found[pair]["level_word"]
    real = "2026" in pair
    assert set(words.index[words == "improved"]) == (UP if real else set())
    assert set(words.index[words == "declined"]) == (DOWN if real else set())
    assert set(words.index[words == "too few to tell"]) == (set() if real else UP)
    assert words[NOISE] == "no clear change"
    assert set(words) == {"no clear change", *(("improved", "declined") if real else ("too few to tell",))}


@pytest.mark.parametrize("pair", PAIRS)
def test_every_other_item_stays_within_the_noise_that_was_written(found, pair):
    others = found[pair].drop(index=[*UP, *DOWN])
    assert (others["up"] - others["down"]).abs().max() <= 2
    assert others["p"].min() >= 0.5
    assert set(found[pair]["basis"]) == {"same members"}


def test_the_consensus_of_what_changed(found):
    agreed = found["2024", "2025"][["agreed_before", "agreed_after"]].assign(last=found["2025", "2026"]["agreed_after"])
    assert {item: "".join(agreed.loc[item]) for item in ("13", "16", "3", "30", "22", "5")} == {
        "13": "bcd", "16": "bcd", "3": "ddc", "30": "ddb", "22": "ccc", "5": "cde",
    }  # fmt: skip
    both = found["2025", "2026"]
    assert both.loc[[*UP], "agreed_moved"].tolist() == ["up", "up"]
    assert both.loc[[*DOWN], "agreed_moved"].tolist() == ["down", "down"]
    assert both.loc[[*UP, *DOWN], "beside"].tolist() == [""] * 4
    assert both.loc["5", "beside"] == "consensus moved, members show no clear change"
    assert both.loc["11", ["agreed_moved", "beside"]].tolist() == ["", ""]


@pytest.mark.parametrize("told", rows("Changes", "years | preparing"), ids=lambda row: row["years"])
def test_every_figure_by_section(years, told):
    pair = told["years"].split(" to ")
    moved = section_change(*(years[year] for year in pair)).set_index("section")
    assert moved["p"].to_dict() == {name: Fraction(p) for name, p in told.items() if name != "years"}
    story = {"joined-up": "improved", "preparing": "declined", "maintaining": "declined"} if "2026" in pair else {}
    assert moved.loc[moved["word"].isin(["improved", "declined"]), "word"].to_dict() == story


@pytest.mark.parametrize("told", rows("Views that converge", "item"), ids=lambda row: f"item {row['item']}")
def test_every_gap(years, told):
    gaps = points(years.values()).query("item == @told['item']")["mean_gap"]
    assert [f"{gap:.2f}" for gap in gaps] == [told[year] for year in YEARS]


def test_views_converge_on_11_and_split_on_28_and_on_nothing_else(found):
    words = {pair: table.loc[table["view_word"] != "", "view_word"].to_dict() for pair, table in found.items()}
    assert words == {
        ("2024", "2025"): {},
        ("2025", "2026"): {},
        ("2024", "2026"): {"11": "views converged", "28": "views split"},
    }
    whole = found["2024", "2026"]
    moves = whole["gap_after"] - whole["gap_before"]
    assert (moves.idxmin(), moves.idxmax()) == ("11", "28")
    assert whole.loc[["11", "28"], "level_word"].tolist() == ["no clear change"] * 2
    assert whole.loc[["11", "28"], ["up", "down"]].values.tolist() == [[5, 5], [5, 5]]


@pytest.mark.parametrize("told", rows("Views that converge", "year"), ids=lambda row: row["year"])
def test_every_shape(years, told):
    shapes = points(years.values()).query("assessment == 'collaboration-' + @told['year']").set_index("item")["shape"]
    for word in ("unanimous", "lone voice", "two camps"):
        assert (", ".join(shapes.index[shapes == word]) or "none") == told[word]


def test_no_word_is_said_of_a_panel_that_did_not_move_alone(found):
    for table in found.values():
        assert not table["word"].str.contains("panel").any()
