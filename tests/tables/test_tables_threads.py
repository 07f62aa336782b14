"""Golden threads and fault lines: what is found, what is near, and how often noise makes one."""

from itertools import permutations, product
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from small_forms import form, tags, team

import assesslib as al
from assesslib import tables
from assesslib.faults import FaultsError
from assesslib.places import shipped
from assesslib.tables.threads import threads_grid
from assesslib.tables.threads.search import COLUMNS, threads

CSIT = al.load_framework("csit-collaborative-working")
FORM = form("x x -", "x x", "x y")
YEARS = ("2024", "2025", "2026")


def found(table):
    rows = table[table["found"]]
    return list(rows[["source", "theme", "direction", "items"]].itertuples(index=False, name=None))


def row(table, direction="golden thread", theme="x"):
    return table[(table["direction"] == direction) & (table["theme"] == theme)].iloc[0]


def near(agreed, direction="golden thread", framework=FORM, **rule):
    return row(threads(team(framework, agreed), **rule), direction)["near"]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("basis", ["consensus", "medians"])
def test_exactly_the_written_threads_are_found(year, basis):
    table = threads(al.open_assessment(shipped("data") / f"collaboration-{year}"), basis=basis)
    assert found(table) == [
        ("declared", "relationships", "golden thread", ("12", "20", "29", "33")),
        ("declared", "performance", "fault line", ("9", "17", "34", "36")),
    ]
    assert list(table.columns) == COLUMNS
    looked = table.groupby("source", sort=False)["looked"]
    assert looked.agg(["first", "size"]).to_numpy().tolist() == [[12, 24], [2, 4]]


def test_a_thread_names_the_notes_of_its_items():
    a = al.open_assessment(shipped("data") / "collaboration-2026")
    table = threads(a)
    for direction, theme, kind in (
        ("golden thread", "relationships", "strength"),
        ("fault line", "performance", "area"),
    ):
        carrying = [item.id for item in CSIT.items if theme in item.themes]
        wanted = [note.id for note in a.notes.itertuples() if note.kind == kind and note.item in carrying]
        assert wanted
        assert row(table, direction, theme)["notes"] == tuple(wanted)


def test_a_thread_says_where_it_runs():
    golden = row(threads(team(FORM, "d c a e b d !")))
    assert golden["found"]
    assert golden[["title", "items", "sections", "against", "near"]].tolist() == [
        "The xs", ("1", "4", "6"), ("s0", "s1", "s2"), (), "",
    ]  # fmt: skip
    assert golden[["asked", "levelled", "looked"]].tolist() == [5, 5, 1]


def test_a_fault_line_is_the_mirror():
    fault = row(threads(team(FORM, "b c e a d a !")), "fault line")
    assert fault["found"]
    assert fault["items"] == ("1", "4", "6")
    assert not row(threads(team(FORM, "b c e a e a !")), "fault line")["found"]


def test_one_theme_can_run_both_ways():
    wide = form("x x", "x x", "x x")
    assert [one[2] for one in found(threads(team(wide, "d b d b d b")))] == ["golden thread", "fault line"]


@pytest.mark.parametrize(
    ("agreed", "said"),
    [
        ("d d c d c c c", "one section short"),
        ("d c c d c c c", "one standard short"),
        ("d c c d c ! c", "one standard short"),
        ("d d c d d c c", "one section short"),
        ("d d c d a d c", "standard 5 at a"),
        ("d a c d a d c", ""),
        ("d d c d a c c", ""),
        ("d d c c c c c", ""),
        ("d c c c c c c", ""),
        ("d d c d d d c", ""),
        (". . . . . . .", ""),
    ],
)
def test_near_is_one_step_away(agreed, said):
    assert near(agreed) == said
    assert near(agreed.translate(str.maketrans("abde", "edba")), "fault line") == said.replace("at a", "at e")


def test_nothing_is_near_that_could_not_be_met():
    assert near("d d c c c c d", framework=form("x x -", "- -", "- -")) == ""
    assert near("d d d d d d d", items=6) == ""
    assert near("d d d d d c d", items=5) == "one standard short"


def test_a_theme_of_two_items_is_shown_but_not_looked_for():
    table = threads(team(form("x", "x", "y y", "y", "y"), "d d d d d d"))
    assert row(table)[["found", "near", "asked", "looked", "chance"]].tolist() == [False, "", 2, 1, 0.0]
    assert found(table) == [("declared", "y", "golden thread", ("3", "4", "5", "6"))]
    assert row(threads(team(form("x", "x"), "d d"), items=2, sections=2))["found"]


def test_the_nearest_stand_after_those_found():
    table = threads(team(form("x y z", "x y z", "x y z"), "d d d d d c d c c"))
    golden = table[table["direction"] == "golden thread"]
    assert golden[["theme", "near"]].to_numpy().tolist() == [["x", ""], ["y", "one standard short"], ["z", ""]]
    assert table["found"].tolist() == [True] + [False] * 5
    assert table["theme"].tolist() == ["x", "y", "x", "y", "z", "z"]


def test_a_split_consensus_needs_every_facet_at_that_end():
    assert row(threads(team(FORM, "de c c d c d c")))["items"] == ("1", "4", "6")
    assert row(threads(team(FORM, "cd c c d c d c")))["near"] == "one standard short"
    assert row(threads(team(FORM, "d? c c d c d c")))[["near", "levelled"]].tolist() == ["one standard short", 4]
    assert row(threads(team(FORM, "d ae c d c d c")))["near"] == "standard 2 at a"


def test_a_scale_of_four_levels():
    cdrp = form("x x", "x", "x", codes="GWSD")
    assert found(threads(team(cdrp, "S W D S"))) == [("declared", "x", "golden thread", ("1", "3", "4"))]
    assert found(threads(team(cdrp, "G S W G"))) == [("declared", "x", "fault line", ("1", "3", "4"))]
    assert near("S G D S", framework=cdrp) == "standard 2 at G"


def test_a_scale_of_three_levels_is_never_high_and_low_at_once():
    three = form("x", "x", "x", codes="abc")
    assert found(threads(team(three, "b b b"))) == []
    assert found(threads(team(three, "c c c"))) == [("declared", "x", "golden thread", ("1", "2", "3"))]


def test_by_medians_both_must_lie_there():
    framework = form("x", "x", "x", "x")
    table = threads(team(framework, rated=["de", "d", "ddda", "cd"]), basis="medians")
    assert found(table) == [("declared", "x", "golden thread", ("1", "2", "3"))]
    assert row(threads(team(framework, rated=["de", "d", "ddda", "ae"]), basis="medians"))["near"] == "standard 4 at a"


@pytest.mark.parametrize("basis", ["consensus", "medians"])
def test_without_a_level_there_is_no_chance(basis):
    table = threads(team(FORM), basis=basis)
    assert found(table) == []
    assert set(table["near"]) == {""}
    assert set(table["levelled"]) == {0}
    assert table["chance"].isna().all()
    assert table["any_chance"].isna().all()
    assert set(table.loc[table["theme"] == "x", "looked"]) == {1}


def test_one_section_has_no_threads_unless_asked():
    one = team(form("x x x x"), "d d d e")
    assert threads(one)[["found", "looked"]].drop_duplicates().to_numpy().tolist() == [[False, 0]]
    assert found(threads(one, sections=1)) == [("declared", "x", "golden thread", ("1", "2", "3", "4"))]


def test_no_themes_give_no_rows():
    table = threads(team(form("- -", "-", wording="37"), "d d d"))
    assert table.empty
    assert list(table.columns) == COLUMNS


def test_tags_and_subjects_are_themes_of_their_own():
    framework = form("- -", "-", "-", wording="Leaders do")
    table = threads(team(framework, "d b d d", notes=tags(("Money", "1 3 4"))))
    assert found(table) == [
        ("subject", "Leaders", "golden thread", ("1", "3", "4")),
        ("tag", "Money", "golden thread", ("1", "3", "4")),
    ]


def test_a_tag_leaves_the_chance_of_the_others_as_it_was():
    agreed = "d b c d b d c"
    without = threads(team(FORM, agreed))
    beside = threads(team(FORM, agreed, notes=tags(("Money", "1 4 6"))))
    among = beside[beside["source"] == "declared"].reset_index(drop=True)
    pd.testing.assert_frame_equal(among, without)


def test_the_same_question_has_the_same_answer():
    said = team(FORM, "d b c d b d c")
    pd.testing.assert_frame_equal(threads(said), threads(said))


def by_enumeration(framework, agreed, theme, meets):
    """The chance of a theme over every order of the levels in every section."""
    sections = [[agreed[int(item.id) - 1] for item in part.items] for part in framework.sections]
    carries = np.array([theme in item.themes for item in framework.items])
    deals = [sum(map(list, deal), []) for deal in product(*(permutations(own) for own in sections))]
    hits = [meets([level for level, own in zip(deal, carries, strict=True) if own]) for deal in deals]
    return sum(hits) / len(hits)


def test_the_chance_is_that_of_every_order():
    agreed = list("dbcadec")
    framework = form("x - -", "x -", "x -")
    exact = by_enumeration(framework, agreed, "x", lambda levels: set(levels) <= {"d", "e"})
    assert exact == 1 / 3 * 1 / 2 * 1 / 2
    found_here = row(threads(team(framework, " ".join(agreed)), shuffles=20_000))
    assert found_here["chance"] == pytest.approx(exact, abs=0.01)
    assert found_here["any_chance"] == found_here["chance"]


def test_the_chance_that_any_theme_does_is_at_least_that_of_each():
    table = threads(team(form("x y", "x y", "x y"), "d c d c d c"), shuffles=20_000)
    golden = table[table["direction"] == "golden thread"]
    assert golden["chance"].tolist() == pytest.approx([1 / 8, 1 / 8], abs=0.01)
    assert golden["any_chance"].tolist() == pytest.approx([1 / 4, 1 / 4], abs=0.01)


def test_what_is_found_has_a_chance_above_nothing():
    levels = " ".join("e" if "x" in item.themes else "a" for item in form(*["x - - - - -"] * 5).items)
    golden = row(threads(team(form(*["x - - - - -"] * 5), levels), items=5, sections=5, shuffles=100))
    assert golden["found"]
    assert golden["chance"] == 1 / 101


def noise(seed, high):
    """Levels that know nothing of themes; the higher, the more golden threads come about."""
    levels = np.random.default_rng(seed).choice(5, len(CSIT.items), p=[0.05, 0.3 - high, 0.25, 0.2 + high, 0.2])
    scale = pd.CategoricalDtype(list(CSIT.codes), ordered=True)
    consensus = pd.DataFrame({"item": [item.id for item in CSIT.items], "facet": "", "state": "rated"})
    consensus["level"] = pd.Categorical.from_codes(levels, dtype=scale)
    return SimpleNamespace(framework=CSIT, consensus=consensus, ratings=None, notes=tags())


@pytest.fixture(scope="module")
def noisy():
    tables = [threads(noise(seed, high), shuffles=400) for seed in range(15) for high in (0, 0.15)]
    rows = pd.concat(tables)
    return rows[(rows["source"] == "declared") & (rows["direction"] == "golden thread")]


def test_noise_makes_threads_but_seldom_unlikely_ones(noisy):
    unlikely = noisy["found"] & (noisy["chance"] <= 0.05)
    assert noisy["found"].sum() > 50
    assert unlikely.sum() <= 0.05 * len(noisy)


def test_noise_makes_threads_as_often_as_the_chance_says(noisy):
    assert noisy["found"].mean() == pytest.approx(noisy["chance"].mean(), abs=0.04)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"basis": "median"}, "“median” is not a basis for threads. Allowed: consensus, medians; nearest: medians. "
         "Choose one of these."),
        ({"items": 0}, "“0” is not a number of items. Give a whole number from 1 to 100000."),
        ({"sections": 2.5}, "“2.5” is not a number of sections. Give a whole number from 1 to 100000."),
        ({"shuffles": 10**6}, "“1000000” is not a number of shuffles. Give a whole number from 1 to 100000."),
        ({"items": True, "shuffles": "9"}, "“True” is not a number of items. Give a whole number from 1 to 100000.\n"
         "“9” is not a number of shuffles. Give a whole number from 1 to 100000."),
    ],
)  # fmt: skip
def test_what_cannot_be_asked(wrong, message):
    with pytest.raises(FaultsError) as caught:
        threads(team(FORM), **wrong)
    assert str(caught.value) == message


def test_medians_of_what_few_rated_are_none_where_names_are_hidden():
    one = team(form("x", "x", "x"), rated=("ee", "eee", "eee"))
    named, pooled = (threads(one, basis="medians", items=2, sections=2, anonymity=tier) for tier in ("named", "pooled"))
    assert [rows.loc[rows["found"], "items"].tolist() for rows in (named, pooled)] == [[("1", "2", "3")], [("2", "3")]]
    grid = threads_grid(one, pooled, basis="medians", anonymity="pooled").query("theme == 'x'")
    assert grid[["item", "end"]].to_numpy().tolist() == [["1", ""], ["2", "top"], ["3", "top"]]
    assert grid["low"].isna().tolist() == [True, False, False]


@pytest.mark.parametrize("tier", ["role", "organisation", "pooled"])
def test_what_was_agreed_and_written_is_the_same_at_every_tier(tier):
    one = al.open_assessment(shipped("data") / "collaboration-2026")
    for table in (tables.threads, tables.causes, tables.covers, tables.without_cause, tables.dangling,
                  tables.evidence_audit, tables.evidence_degrees, tables.goal_audit):  # fmt: skip
        pd.testing.assert_frame_equal(table(one, anonymity=tier), table(one))
