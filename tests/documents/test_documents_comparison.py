import pandas as pd
import pytest
from small_report import NAMES, team, texts, under

from assesslib.documents._check import checked
from assesslib.documents.comparing import comparison
from assesslib.documents.comparison_items import front_lists
from assesslib.documents.comparison_words import labels
from assesslib.documents.model import Bullets, Fields, Heading, PageBreak, Paragraph, Picture, Table
from assesslib.faults import FaultsError
from assesslib.framework import Framework, Item, Level, Section

NONE = Paragraph("Nothing of which it can be told from chance.")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("comparison")


@pytest.fixture(scope="module")
def years(folder):
    """Three years: all seven rate statement 1 higher in the last, nobody moves on 2, and only two rate 3."""
    first = team(folder, "2024-03-05", "aaaaaaa", "bbbbbbb", "ab.....")
    before = team(folder, "2025-03-04", "aaaaaaa", "bbbbbbb", "ab.....")
    before.add_note("action", "Send an agenda.", id="agenda", item="1", owner="Petra", due="2025-09-30", status="open",
                    at="2025-03-04T09:00:00Z")  # fmt: skip
    before.add_note("action", "Send an agenda.", id="agenda", item="1", owner="Petra", due="2025-09-30", status="done",
                    at="2025-09-16T09:00:00Z")  # fmt: skip
    before.agree("1", "a")
    after = team(folder, "2026-03-03", "bbbbbbb", "bbbbbbb", "ab.....", looking_back=True)
    after.agree("1", "b")
    for member in "pqrstuv":
        after.rate(member, "1", "a", round=0)
    return first, before, after


@pytest.fixture(scope="module")
def two(years):
    return comparison(years[1:])


@pytest.fixture(scope="module")
def named(years):
    return comparison(years[1:], "named")


def one(blocks, kind):
    [found] = [block for block in blocks if isinstance(block, kind)]
    return found


def test_the_first_page_says_who_which_years_and_how_much_is_shown(two):
    assert two.title == "What changed from 2025 to 2026: North and South"
    assert (two.day, two.footer) == ("2026-03-03", "North and South, 3 March 2026")
    fields = dict(one(two.blocks, Fields).pairs)
    assert list(fields) == ["Who", "Compared", "Asked", "Shown"]
    assert fields["Compared"] == "4 March 2025 with 3 March 2026"
    assert fields["Asked"] == "3 statements, rated both times by 2 to 7 members"
    assert fields["Shown"].startswith("Everybody is counted together: ")


def test_what_improved_declined_and_cannot_be_told_stands_on_the_first_page(two):
    assert under(two, "Improved (1)") == (Bullets(("Statement 1: All know what is to be decided.",)),)
    assert under(two, "Declined (0)") == (NONE,)
    assert under(two, "Cannot be told (1)") == (Bullets(("Statement 3.",)),)
    assert under(two, "Everything else") == (Bullets(("No clear change: statement 2.",)), PageBreak())


def test_what_can_be_said_follows_in_sentences(two):
    said = under(two, "What improved and what declined")
    assert said == (
        Bullets(("Statement 1 improved: of 7 who rated it in both years, all 7 rate it higher now; the consensus went "
                 "from a to b. (7 members in both years)",)),
    )  # fmt: skip


def test_every_item_stands_with_both_years_and_who_moved(two):
    table = one(under(two, "What was said then and now"), Table)
    assert table.heading_rows == (0, 3)
    assert table.rows == (
        ("Before the meeting", "", "", "", "", "", ""),
        ("1", "All know what is to be decided.", "7 at a", "7 at b", "7 higher, 0 the same, 0 lower", "a, then b",
         "improved"),
        ("2", "Those who are needed come.", "7 at b", "7 at b", "0 higher, 7 the same, 0 lower", "–",
         "no clear change"),
        ("After the meeting", "", "", "", "", "", ""),
        ("3", "What was decided is done.", "too few to be shown", "too few to be shown", "–", "–", "too few to tell"),
    )  # fmt: skip


def test_a_section_with_nothing_to_show_says_so(two):
    pictures = under(two, "Where each statement stood")
    assert one(pictures, Picture).alt.startswith("2 items over 2 years. 1: a in 2025, b in 2026, higher; improved.")
    assert pictures[-1] == Paragraph(
        "Nothing of this section can be shown: nobody rated it in these years, or too few."
    )  # fmt: skip


def test_actions_stand_beside_what_moved(two):
    table = one(under(two, "What was planned in 2025, and what came of it"), Table)
    assert table.rows == (
        ("Send an agenda.", "Petra", "2025-09-30", "done on 16 September 2025",
         "Statement 1: done before the movement"),
    )  # fmt: skip


def test_last_year_seen_from_today_stands_where_it_was_asked(two, years):
    table = one(under(two, "Where members put last year when they look back"), Table)
    assert table.rows == (
        ("1", "All know what is to be decided.", "0 lower than they said then, 7 the same, 0 higher\nNo clear change "
         "(7 members)", "7 higher, 0 the same, 0 lower\nFelt better (7 members)"),
    )  # fmt: skip
    earlier = comparison(years[:2])
    assert under(earlier, "Where members put last year when they look back") == (
        Paragraph("Nobody was asked where the team stood last year, seen from today."),
    )


def test_threads_that_no_year_has_are_said_to_be_none(two):
    assert under(two, "Golden threads and fault lines by year") == (
        Paragraph("No golden thread and no fault line was found in any of the years."),
    )


def test_nobody_is_named_where_names_are_hidden_and_everybody_where_they_are_shown(two, named):
    said = " ".join(texts(two.blocks)).replace("Petra", "")  # she wrote herself down as an owner
    assert [name for name in NAMES.values() if name in said] == []
    rows = one(under(named, "Who took part then and now"), Table).rows
    assert [row[0] for row in rows] == list(NAMES.values())
    assert one(under(two, "Who took part then and now"), Table).rows == (("everybody", "7", "0", "0", "0"),)


def test_of_three_years_the_first_and_the_last_are_compared_in_short(years):
    made = comparison(years)
    assert made.title == "What changed from 2024 to 2026: North and South"
    assert dict(one(made.blocks, Fields).pairs)["And in short"] == "5 March 2024 with 3 March 2026"
    whole = under(made, "Over the whole time, 2024 to 2026")
    assert whole[:2] == (Heading("Improved (1)", 2), Bullets(("Statement 1: All know what is to be decided.",)))
    drawn = one(under(made, "Where each statement stood"), Picture)
    assert drawn.alt.startswith("2 items over 3 years. ")


def test_it_is_the_same_whichever_way_the_years_are_given_and_can_be_written(two, named, years):
    assert comparison([years[2], years[1]]) == two
    assert (checked(two), checked(named)) == ((), ())


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([1], "A comparison takes two assessments or more, and this is 1. Give the assessments of at least two years."),
        ([1, 1], "“meetings-2025-03-04” is given twice, and nothing can have changed. Give the assessments of two "
         "different years."),
    ],
)  # fmt: skip
def test_what_is_no_comparison_is_refused(years, places, said):
    with pytest.raises(FaultsError) as error:
        comparison([years[place] for place in places])
    assert str(error.value) == said


def test_anything_but_assessments_is_refused():
    with pytest.raises(FaultsError) as error:
        comparison(["data"])
    assert str(error.value) == (
        "“data” is not an assessment. Open one with open_assessment, or read all of it with standing."
    )


def asked(n):
    """A framework of so many standards."""
    items = tuple(Item(str(number), "T", section="s") for number in range(1, n + 1))
    return Framework("small", "Small", "1", "standard", (Level("a", "a"),), (Section("s", "S", items=items),))


def test_very_many_are_told_by_number_those_no_longer_asked_by_the_number_they_had():
    before, after = asked(10), asked(8)
    ids = [str(n) for n in range(1, 9)]
    kept = pd.DataFrame({"item": ids, "item_before": ids, "text": "T", "word": "improved"})
    gone = pd.DataFrame({"item": "", "item_before": ["8", "9", "10"], "text": "T", "word": "retired"})
    few = pd.DataFrame({"item": ["1", "1"], "item_before": ["1", "2"], "text": "T", "word": "merged"})
    made = list(front_lists(pd.concat([kept, gone, few]), before, after))
    assert made[1] == Bullets((*(f"Standard {n}: T" for n in range(1, 7)), "And standards 7 and 8."))
    assert made[-1] == Bullets(("No longer asked: standards 8 to 10.", "Put together from several: standard 1."))


def test_days_are_called_by_what_tells_them_apart():
    assert labels(["2026-03-03", "2026-03-10"]) == ["3 March 2026", "10 March 2026"]
    assert labels(["2025-03-04", "2026-03-03", "2026-09-01"]) == ["March 2025", "March 2026", "September 2026"]


def columns(table):
    return [column.title for column in table.columns]


def test_a_plan_is_told_alike_in_the_sentence_and_in_the_table(folder):
    """Two plans touch what improved, one of them through a cause: neither place leaves one out."""
    home = folder / "ties"
    home.mkdir()
    before = team(home, "2025-03-04", "aaaaaaa", "bbbbbbb")
    before.add_note("area", "No agenda.", id="none", item="1")
    before.add_note("cause", "No time.", id="time", about=["none"])
    before.add_note("action", "Send an agenda.", id="near", item="1", status="done", at="2025-09-16T09:00:00Z")
    before.add_note("action", "Make time.", id="far", about=["time"])
    made = comparison([before, team(home, "2026-03-03", "bbbbbbb", "bbbbbbb")])
    assert under(made, "What was planned, and what came of it")[0].items[1] == (
        "Statement 1 improved. Planned for it: “Send an agenda”, done before the later assessment (16 September 2025). "
        "Planned for a cause behind it: “Make time”, not done. After is not because of. (2 actions)"
    )
    table = one(under(made, "What was planned in 2025, and what came of it"), Table)
    assert columns(table) == ["Goal or action", "What became of it", "Beside what it touches"]
    assert table.rows == (
        ("Send an agenda.", "done on 16 September 2025", "Statement 1: done before the movement"),
        ("Make time.", "open", "Statement 1: not done, yet it moved (planned for a cause behind it)"),
    )


def test_that_one_came_before_the_other_is_said_once_beside_the_picture(two):
    part = under(two, "What was planned in 2025, and what came of it")
    assert [block.caption for block in part if isinstance(block, Picture)] == [""]


def test_then_and_now_are_called_by_their_years_for_those_who_cannot_see_it(two):
    picture = one(under(two, "How far members stood apart"), Picture)
    assert picture.alt.startswith("Levels that two members differ by on average on 2 items, in 2025 and in 2026. ")


def test_a_column_of_which_nothing_may_be_shown_is_left_out_and_it_is_said_why(folder):
    """One left and one joined: who of the others went which way would give away what the two of them said."""
    home = folder / "hidden"
    home.mkdir()
    both = [team(home, "2025-03-04", "aaaaaa", people="pqrstu"), team(home, "2026-03-03", "bbbbbb", people="qrstuv")]
    part = {tier: one(under(comparison(both, tier), "What was said then and now"), Table)
            for tier in ("named", "pooled")}  # fmt: skip
    whole = ["No.", "Statement", "Said then", "Said now", "Both times", "In a word"]
    assert {tier: columns(table) for tier, table in part.items()} == {
        "named": whole, "pooled": [title for title in whole if title != "Both times"],
    }  # fmt: skip
    assert part["pooled"].note == (
        "How many of those who rated both times rate it higher, the same or lower now is not shown, as it could give "
        "away who said what."
    )
    assert part["named"].note.startswith("Both times: of those who rated both times, ")


def test_where_nobody_rated_both_times_it_is_said_in_the_place_of_the_column(folder):
    home = folder / "others"
    home.mkdir()
    both = [team(home, "2025-03-04", "aaa", people="pqr"), team(home, "2026-03-03", "bbbb", people="stuv")]
    table = one(under(comparison(both), "What was said then and now"), Table)
    assert "Both times" not in columns(table)
    assert table.note == "Nobody rated the same both times, so that nobody’s own movement can be followed."
