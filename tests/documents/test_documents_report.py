import struct

import pandas as pd
import pytest
from matplotlib.figure import Figure
from small_report import FORM, NAMES, team, texts, under

from assesslib.assessment import standing
from assesslib.documents._check import checked
from assesslib.documents._png import fitted
from assesslib.documents.html import as_html
from assesslib.documents.model import Bullets, Column, Fields, Heading, PageBreak, Paragraph, Picture, Table
from assesslib.documents.pictures import picture
from assesslib.documents.report_front import first_page
from assesslib.documents.report_people import grouped
from assesslib.documents.report_reading import NO_WARNING
from assesslib.documents.report_words import lean
from assesslib.documents.reporting import footer, report
from assesslib.faults import FaultsError

SAID = ("aaaaccc", "bbbbbbb", ".......")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("report")


@pytest.fixture(scope="module")
def told(folder):
    made = team(folder, "2026-03-03", *SAID, about="Made up.")
    made.agree("1", "c", note="After a long talk.")
    made.agree("2", state="unresolved", dissent="Some saw it otherwise.")
    made.add_note("strength", "We begin on time.", section="before", item="1")
    made.add_note("area", "Papers come late.", section="before", item="2", id="late")
    made.add_note("area", "Nobody keeps the list.", section="after", id="list")
    made.add_note("cause", "Nobody has the time.", id="time", about=["late"])
    made.add_note("answer", "The list.", about=["significant", "list"])
    made.add_note("action", "Talk about it.", id="talk")
    made.add_note("action", "Find the time.", owner="Petra", due="2026-06-30", measure="It is found.", status="open",
                  about=["time"])  # fmt: skip
    made.record("before", "opened")
    made.record("before", "absent", member="v")
    made.record("before", "closed", at="2026-03-03T10:00:00Z")
    return made


@pytest.fixture(scope="module")
def reports(told):
    return {tier: report(told, tier) for tier in ("named", "role", "organisation", "pooled")}


@pytest.fixture(scope="module")
def pooled(reports):
    return reports["pooled"]


@pytest.fixture(scope="module")
def blank(folder):
    form = FORM.replace('[health_warning]\nheading = "Take care!"\ntext = "This is a talk, not a test."\n', "")
    return report(team(folder, "2027-03-02", form=form))


def headings(document, level):
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == level]


def one(blocks, kind):
    [found] = [block for block in blocks if isinstance(block, kind)]
    return found


def test_the_first_page_says_who_when_and_how_much_is_shown(pooled):
    assert (pooled.title, pooled.day) == ("Report on the self-assessment: North and South", "2026-03-03")
    assert pooled.subtitle == "How well do our meetings work? – Our own"
    assert pooled.footer == "North and South, 3 March 2026"
    assert pooled.blocks[0] == Fields((
        ("Team", "7 members of 2 organisations; each of them rated alone before the talk"),
        ("Asked", "3 statements in 2 sections"),
        ("Levels", "a = Not yet; b = Partly; c = Mostly"),
        ("Agreed", "A level on 1 of 3 statements and 1 left without a consensus"),
        ("Shown", "Everybody is counted together: no names of those who rated, no organisations, no roles. Where "
         "everybody gave one level, that is known. What the team itself wrote, such as a dissent or the owner of an "
         "action, stands as it was written."),
        ("Note", "Made up."),
    ))  # fmt: skip


def test_the_findings_stand_on_the_first_page_under_what_they_are(pooled):
    first = one(pooled.blocks[: pooled.blocks.index(PageBreak())], Table)
    assert first.rows[0] == (
        "Where we differ",
        "Statement 1: two camps. 4 of 7 say a, 3 say c. (7 members)\n“All know what is to be decided.”",
    )
    assert [about for about, _ in first.rows][-1] == "What the evidence and the plans leave open"


def test_its_parts_stand_in_the_order_of_a_board(pooled):
    assert headings(pooled, 1) == [
        "What stands out", "Before the meeting", "After the meeting", "What the team answered at the end",
        "What runs through the results: golden threads and fault lines", "What stands behind it: underlying causes",
        "What we will do", "How it was done, and who took part", "How to read this", "Take care!",
    ]  # fmt: skip


def test_a_section_shows_what_was_said_then_what_was_agreed_and_written(pooled):
    part = under(pooled, "Before the meeting")
    assert [block.text for block in part if isinstance(block, Heading)] == [
        "What stands out here", "How often each level was given", "How far the members spread", "Strengths",
        "Areas for improvement",
    ]  # fmt: skip
    bars, dots = (block for block in part if isinstance(block, Picture))
    assert bars.alt == "Bars for 2 items. 1: 4 at a, 3 at c; 7 rated. 2: 7 at b; 7 rated."
    assert dots.caption == "The widest differences stand on top. a = Not yet; b = Partly; c = Mostly."
    assert Bullets(("We begin on time. (statement 1)",)) in part


def test_the_consensus_stands_beside_what_was_said_alone(pooled):
    table = one(under(pooled, "Before the meeting"), Table)
    assert table.caption == "Before the meeting: what was agreed"
    assert [column.title for column in table.columns] == ["No.", "Statement", "Agreed", "Said alone", "Note"]
    assert table.rows == (
        ("1", "All know what is to be decided.", "c – Mostly", "4 at a, 3 at c\nAgreed away from the middle of the "
         "ratings.", "After a long talk."),
        ("2", "Those who are needed come.", "no consensus, views recorded", "7 at b",
         "Dissent: Some saw it otherwise."),
    )  # fmt: skip


def test_of_what_is_not_there_one_plain_sentence_is_said(pooled):
    assert under(pooled, "After the meeting")[:2] == (
        Paragraph("Nobody’s own ratings are recorded in this section, so there is no spread to show."),
        Paragraph("Nothing has been agreed in this section yet."),
    )
    assert under(pooled, "What runs through the results: golden threads and fault lines") == (
        Paragraph("No theme is named in this framework, and nobody acts in its wording often enough to be one."),
    )


def test_actions_come_by_day_with_what_they_are_about(pooled):
    table = one(under(pooled, "What we will do"), Table)
    assert table.rows == (
        ("Find the time.", "“Nobody has the time”", "Petra", "2026-06-30", "It is found.", "open"),
        ("Talk about it.", "", "", "", "", "open"),
    )
    assert [column.kind for column in table.columns] == ["text", "text", "text", "date", "text", "text"]


def test_answers_come_with_the_areas_they_name(pooled):
    assert under(pooled, "What the team answered at the end") == (
        Heading("What matters most?", 2),
        Paragraph("The list."),
        Heading("The areas chosen as the most significant", 2),
        Bullets(("Nobody keeps the list.",)),
    )


def test_every_cause_stands_in_full_below_the_chart(folder):
    made = team(folder, "2031-03-03", *SAID)
    long = "Nobody has the time. " * 60
    made.add_note("area", "Papers come late.", section="before", id="late")
    made.add_note("area", "Nobody keeps the list.", section="after", id="list")
    made.add_note("cause", long.strip(), id="time", about=["late", "list"])
    made.add_note("cause", "No rule.", id="rule", about=["list"])
    (table,) = (block for block in under(report(made), "What stands behind it: underlying causes")
                if isinstance(block, Table))  # fmt: skip
    assert [column.title for column in table.columns] == ["Cause", "Stands behind"]
    assert table.rows == ((long.strip(), "2 areas"), ("No rule.", "1 area"))


def test_a_name_that_runs_from_right_to_left_leaves_the_day_at_the_foot_as_it_is():
    assert footer("\u202eshalom \u2066x", "2026-03-03") == "\u2068\u202eshalom x\u2069, 3 March 2026"
    assert footer("שלום", "2026-03-03") == "\u2068שלום\u2069, 3 March 2026"


def test_areas_without_a_cause_are_named(pooled):
    part = under(pooled, "What stands behind it: underlying causes")
    assert part[-2:] == (Heading("Areas for improvement without a cause", 2),
                         Bullets(("Nobody keeps the list. (After the meeting)",)))  # fmt: skip


def test_the_method_and_the_health_warning_are_the_frameworks_own(pooled):
    steps = under(pooled, "How we go about it")
    assert steps == (Bullets(("Rate alone:\na = Not yet; b = Partly; c = Mostly", "Talk."), numbered=True),)
    assert under(pooled, "Take care!") == (Paragraph("This is a talk, not a test.", "notice"),)


def test_without_a_health_warning_every_self_assessments_own_is_said(blank):
    assert under(blank, "A health warning") == (Paragraph(NO_WARNING, "notice"),)


def test_a_report_of_nothing_says_so_and_can_be_written(blank):
    assert under(blank, "What stands out")[0] == Paragraph("Nothing is recorded yet of which anything could be said.")
    assert ("Team", "7 members of 2 organisations; nobody’s own ratings are recorded") in blank.blocks[0].pairs
    assert checked(blank) == ()
    assert not [block for block in blank.blocks if isinstance(block, Picture)]


@pytest.mark.parametrize("tier", ["role", "organisation", "pooled"])
def test_no_rater_is_named_where_names_are_hidden(reports, tier):
    said = " ".join(texts(reports[tier].blocks)).replace("Petra", "", 1)  # she wrote herself down as an owner
    assert [name for name in NAMES.values() if name in said] == []


@pytest.mark.parametrize("tier", ["role", "pooled"])
def test_no_organisation_is_named_where_it_is_hidden(reports, tier):
    said = " ".join(texts(reports[tier].blocks))
    assert ("Council" in said, "Trust" in said) == (False, False)


def test_names_stand_where_they_are_shown(reports):
    grid = next(block for block in reports["named"].blocks if isinstance(block, Picture))
    assert "1: a: Petra, Quentin, Rosalind and Sigmund; c: Tabitha, Ursula and Vincent; 7 rated." in grid.alt
    assert ("Petra", "Council", "manager") in one(under(reports["named"], "Who took part"), Table).rows


def test_groups_stand_where_they_are_shown(reports):
    grid = next(block for block in reports["organisation"].blocks if isinstance(block, Picture))
    assert "1: Council: median a, 3 rated; Trust: median c, 4 rated." in grid.alt
    assert one(under(reports["organisation"], "Who took part"), Table).rows == (("Trust", "4"), ("Council", "3"))


def test_who_was_absent_is_named_or_counted(reports):
    tables = {tier: one(under(reports[tier], "The talk, section by section"), Table) for tier in ("named", "pooled")}
    assert tables["named"].rows[0] == ("Before the meeting", "2026-03-03", "7", "Vincent")
    assert tables["pooled"].rows == (("Before the meeting", "2026-03-03", "7", "1"),
                                     ("After the meeting", "not closed", "nobody", "nobody"))  # fmt: skip


def test_the_same_assessment_gives_the_same_report_down_to_the_last_byte(told, pooled):
    assert report(standing(told)) == pooled
    assert as_html(report(told)) == as_html(pooled)


def test_it_can_be_written_at_every_tier(reports):
    assert {tier: checked(made) for tier, made in reports.items()} == dict.fromkeys(reports, ())


def test_entries_that_could_not_be_used_are_counted_and_not_shown(folder):
    made = team(folder, "2028-03-07", "aaaaccc")
    with (made.folder / "ratings" / "p.csv").open("a", encoding="utf-8") as file:
        file.write('2028-03-07T09:00:00.000000Z,2,,1,rated,x,,"p"\n')
    part = under(report(made), "How it was done, and who took part")
    assert part[-1] == Paragraph(
        "One entry could not be used and is not in here. Checking the folder lists it."
    )  # fmt: skip


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"anonymity": "secret"}, "“secret” is no tier of anonymity. Allowed: named, role, organisation, pooled; "
         "nearest: organisation. Choose one of these."),
        ({"by": "role"}, "“role” is hidden where everybody is “pooled”. Choose “named” or “role”."),
        ({"since": "last year"}, "“last year” is not a date. Write the day of the last assessment like 2025-03-04, "
         "or leave it out."),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_refused(told, how, said):
    with pytest.raises(FaultsError) as error:
        report(told, **how)
    assert str(error.value) == said


def test_anything_but_an_assessment_is_refused():
    with pytest.raises(FaultsError) as error:
        report("data")
    assert str(error.value) == (
        "“data” is not an assessment. Open one with open_assessment, or read all of it with standing."
    )


def found(*kinds):
    return pd.DataFrame({"kind": kinds, "said": [f"{kind} {n}." for n, kind in enumerate(kinds)]})


def test_the_first_page_takes_every_kind_before_a_second_of_any():
    kinds, columns = {"x": "The x", "y": "The y"}, (Column("About", 1.1), Column("Finding", 5))
    assert first_page(found("y", "x", "x"), kinds, "All", room=4) == (
        Heading("All"), Table(columns, (("The x", "x 1."), ("The y", "y 0.")), row_headings=True),
        Paragraph("One more finding stands further on, where it belongs.", "small"),
    )  # fmt: skip
    assert first_page(found("y", "x", "x"), kinds, "All", room=5)[1:] == (
        Table(columns, (("The x", "x 1."), ("The x", "x 2."), ("The y", "y 0.")), row_headings=True),
    )
    assert first_page(found("y", "x", "x"), kinds, "All", room=1)[1:] == (
        Paragraph("Three more findings stand further on, where they belong.", "small"),
    )


def test_groups_too_small_to_be_told_are_counted_with_others_until_nobody_can_be_worked_out():
    assert grouped(pd.Series(["A"] * 5 + ["B"] * 3 + ["C"])) == [("A", 5), ("others", 4)]
    assert grouped(pd.Series(["A"] * 3 + ["B"] * 2 + [""])) == [("A", 3), ("others", 3)]
    assert grouped(pd.Series(["A", "B"])) == [("others", 2)]


def chunks(png):
    place = 8
    while place < len(png):
        size, kind = struct.unpack_from(">I4s", png, place)
        yield kind.decode()
        place += size + 12


def test_a_picture_is_as_wide_as_the_page_and_tells_nothing_of_when_or_how_it_was_made():
    figure = Figure(figsize=(13.54, 2))
    made = picture(figure.add_axes((0, 0, 1, 1)), "Nothing.")
    assert sorted(set(chunks(made.png))) == ["IDAT", "IEND", "IHDR", "pHYs"]
    assert struct.unpack_from(">I", made.png, 16)[0] == pytest.approx(200 * 6.77, abs=2)
    assert fitted(made.png, 6.77, 10) == pytest.approx((6.77, 1.0), abs=0.01)


def test_a_team_of_one_is_told_of_as_one(folder):
    alone = report(team(folder, "2029-03-06", "a", "b", people="p"), "named")
    assert dict(alone.blocks[0].pairs)["Team"] == "1 member of 1 organisation, who rated alone before the talk"


def test_a_caption_speaks_of_other_answers_only_where_there_are_any(folder):
    made = team(folder, "2030-03-05", "aaaaccc", "bbbbbbb", "ccccccc")
    made.rate("p", "2", state="dont_know")
    part = {title: [block.caption for block in under(report(made), title) if isinstance(block, Picture)][0]
            for title in ("Before the meeting", "After the meeting")}  # fmt: skip
    assert part == {
        "Before the meeting": "How many members gave each level; the boxes set apart on the right count answers that "
        "are no level.",
        "After the meeting": "How many members gave each level.",
    }


def test_what_is_said_of_several_sections_names_in_each_its_own_items(folder):
    made = team(folder, "2031-03-04", "aaaaccc", "bbbbbbb", "ccccccc")
    for item in "123":
        made.agree(item, "b")
    unrated = team(folder, "2032-03-02", ".......", "aaaaaaa")
    for item in "13":
        unrated.agree(item, "b")
    whole, silent = report(made), report(unrated)
    assert "All agree on statements 2 (b) and 3 (c). (7 members)" in rows_of(whole)
    assert [under(whole, title)[1].items[-2:] for title in ("Before the meeting", "After the meeting")] == [
        ("All agree on statement 2 (b). (7 members)",
         "Statement 1 was agreed at b, a level nobody had given it: 4 at a, 3 at c. (7 members)"),
        ("All agree on statement 3 (c). (7 members)",
         "Statement 3 was agreed at b, lower than anybody had rated it: 7 at c. (7 members)"),
    ]  # fmt: skip
    assert [under(silent, title)[1].items[-1] for title in ("Before the meeting", "After the meeting")] == [
        "Statement 1 was agreed although nobody had given it a level. (nobody’s rating)",
        "Statement 3 was agreed although nobody had given it a level. (nobody’s rating)",
    ]


def rows_of(document):
    """What the first page says."""
    first = document.blocks[: document.blocks.index(PageBreak())]
    return [said.partition("\n")[0] for _, said in one(first, Table).rows]


def test_a_column_in_which_nothing_stands_is_left_out_and_the_first_never():
    columns = (Column("Goal"), Column("Who"), Column("Due"), Column("How"))
    table = Table(columns, (("", "–", "June", ""), ("", "", "–", "")), "Plans", heading_rows=(1,), note="So far.")
    assert lean(table) == Table((columns[0], columns[2]), (("", "June"), ("", "–")), "Plans", (1,), note="So far.")
