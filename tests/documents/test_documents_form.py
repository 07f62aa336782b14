"""The completed form says what the team agreed and wrote, where its framework prints it; blank where it did not."""

import io

import openpyxl
import pytest
from docx import Document as open_docx
from samples import worked_example
from zoo import AWKWARD_TEXTS

import assesslib as al
from assesslib.assessment.fingerprint import fingerprint, grouped
from assesslib.documents._check import checked
from assesslib.documents.docx import as_docx
from assesslib.documents.form import completed_form
from assesslib.documents.form_said import Agreed, Noted, Said
from assesslib.documents.form_section import section_blocks
from assesslib.documents.form_table import item_table, layout_of, mark_of, room
from assesslib.documents.model import Bullets, Fields, Heading, Paragraph, Table, flat
from assesslib.documents.xlsx import as_xlsx
from assesslib.framework import (
    Facet,
    Framework,
    Item,
    Level,
    Process,
    ProcessRow,
    Prompt,
    Question,
    Questionnaire,
    Role,
    Section,
    Signatories,
)
from assesslib.places import shipped

CDRP = al.load_framework("cdrp-dat-partnership")
CSIT = al.load_framework("csit-collaborative-working")
SMALL = Framework(
    "small",
    "Meetings",
    "1",
    "statement",
    (Level("a", "Not yet"), Level("b", "Partly"), Level("c", "Mostly")),
    (Section("before", "Before", items=(Item("1", "It is clear.", section="before"),)),),
)
PRINTED = ("STANDARD", "GAP IDENTIFIED", "WORKING TOWARDS", "SOME SUCCESS", "DOING WELL", "COMMENTS",
           "SUPPORTING EVIDENCE", "IMPROVEMENT GOALS")  # fmt: skip


@pytest.fixture(scope="module")
def example():
    return completed_form(al.open_assessment(shipped("data") / "cdrp-worked-example"))


@pytest.fixture(scope="module")
def of_2026():
    return completed_form(al.open_assessment(shipped("data") / "collaboration-2026"))


@pytest.fixture
def cdrp(tmp_path):
    return al.create_assessment(tmp_path / "cdrp", framework=CDRP.id, partnership="Riverside", date="2026-03-03")


@pytest.fixture
def csit(tmp_path):
    return al.create_assessment(tmp_path / "csit", framework=CSIT.id, partnership="Riverside", date="2026-03-03")


def blocks(document, kind):
    return [block for block in flat(document.blocks) if isinstance(block, kind)]


def headings(document, level):
    return [block.text for block in blocks(document, Heading) if block.level == level]


def item_rows(document):
    """Every row of an item by its number."""
    tables = [table for table in blocks(document, Table) if len(table.columns) > 5]
    return {row[0].split()[0]: row for table in tables for row in table.rows}


def under(document, title):
    """What stands below a heading, up to the next."""
    found = list(flat(document.blocks))
    start = next(place for place, block in enumerate(found) if getattr(block, "text", "") == title) + 1
    end = next((place for place in range(start, len(found)) if isinstance(found[place], Heading)), len(found))
    return found[start:end]


def printed(item):
    """The row of a standard as the filled form prints it."""
    ticks = {level: ("✓ Nat" if facet == "national" else "✓") for facet, level in worked_example.LEVELS[item].items()}
    noted = (worked_example.COMMENTS, worked_example.EVIDENCE, worked_example.GOALS)
    cells = (said.get(item, ()) for said in noted)
    lines = ("\n".join(f"• {text}" for text in texts) if len(texts) > 1 else "".join(texts) for texts in cells)
    return (f"{item} {CDRP.item(item).text}", *(ticks.get(code, "") for code in "GWSD"), *lines)


def test_the_worked_example_is_printed_cell_by_cell_as_it_was_filled_in(example):
    assert list(item_rows(example)) == list(worked_example.LEVELS)
    assert item_rows(example) == {item: printed(item) for item in worked_example.LEVELS}


def test_a_split_tick_carries_its_mark_and_a_blank_stays_blank(example):
    assert item_rows(example)["2.1"][1:5] == ("", "✓", "✓ Nat", "")
    assert item_rows(example)["3.2"][1:] == (
        "", "", "", "", "",
        "• Performance assessment in place and beginning to work effectively\n"
        "• Personal development programmes not yet established\n"
        "• The core local authority community safety team have received appropriate training",
        "Establish personal development programme for all members",
    )  # fmt: skip


def test_its_tables_have_the_columns_that_the_form_prints(example):
    tables = [table for table in blocks(example, Table) if len(table.columns) > 5]
    assert [tuple(column.title for column in table.columns) for table in tables] == [PRINTED] * 5
    assert [len(table.rows) for table in tables] == [5, 4, 4, 2, 5]


def test_its_parts_stand_in_the_order_of_the_source(example):
    assert headings(example, 1) == ["The self-assessment form", "Process of Self-Assessment", "SIGNATORIES"]
    assert headings(example, 2) == [
        "1. Leadership",
        "2. Audit and Strategies",
        "3. People & Partners",
        "4. Resources",
        "5. Processes",
    ]
    intros = [table.caption for table in blocks(example, Table)][:2]
    assert intros == [
        f"Standards 1.1 to 1.5\n{CDRP.section('leadership').intro}",
        f"Standards 2.1 to 2.4\n{CDRP.section('audit-strategies').intro}",
    ]
    assert blocks(example, Fields)[0].pairs == (
        ("Name of partnership", "Worked example (no name on the form)"),
        ("Date of assessment", ""),
    )


def test_nobody_wrote_into_its_process_record_and_nobody_signed_it(example):
    process = blocks(example, Table)[-1]
    assert [row[0] for row in process.rows] == [row.text for row in CDRP.process.rows]
    assert {row[1] for row in process.rows} == {room(2)}
    signatures = blocks(example, Fields)[1:]
    assert len(signatures) == 8
    assert signatures[0].pairs == (("Form completed by", ""), ("Organisation/role", ""), ("* Signature", ""))
    assert signatures[-1].pairs == (("Name of Primary Care Trust¹ Representative", ""), ("* Signature", ""))
    assert Paragraph(CDRP.signatories.attestation) in example.blocks
    footnote = "¹ Included as forthcoming responsible authority under Police Reform Act 2002"
    assert example.blocks[-1] == Paragraph(footnote, "small")


def test_word_shows_the_same_cells(example):
    tables = open_docx(io.BytesIO(as_docx(example))).tables
    rows = [tuple(cell.text for cell in row.cells) for table in tables for row in table.rows if len(row.cells) == 8]
    assert [row for row in rows if row != PRINTED] == [printed(item) for item in worked_example.LEVELS]
    assert rows.count(PRINTED) == 5


def test_excel_shows_the_same_cells(example):
    sheets = openpyxl.load_workbook(io.BytesIO(as_xlsx(example))).worksheets
    rows = [tuple(cell or "" for cell in row) for sheet in sheets for row in sheet.values if len(row) == 8]
    assert [row for row in rows if row != PRINTED] == [printed(item) for item in worked_example.LEVELS]


def test_the_letter_that_was_agreed_is_marked_and_no_other_stands_beside_it(of_2026):
    rows = item_rows(of_2026)
    assert list(rows) == [item.id for item in CSIT.items]
    assert rows["1"][2:] == ("", "", "", "✓ d", "")
    marked = {item: "".join(row[2:]).removeprefix("✓ ") for item, row in rows.items()}
    consensus = al.open_assessment(shipped("data") / "collaboration-2026").consensus
    agreed = dict(zip(consensus["item"], consensus["level"].astype("object").fillna(""), strict=True))
    assert marked == agreed


def test_no_consensus_is_said_in_words_with_the_views(of_2026):
    text = item_rows(of_2026)["28"][1]
    assert text == (
        "Technology is used to support collaborative working\n"
        "No consensus, views recorded.\n"
        "Views: Six of us cannot reach the shared workspace from their own systems, or do not use it; six could not "
        "work without it. No level is true of both."
    )


def test_a_note_on_what_was_agreed_stands_with_its_key_feature(of_2026):
    assert item_rows(of_2026)["13"][1] == f"{CSIT.item('13').text}\nNote: The joint calendar did it."
    noted = [item for item, row in item_rows(of_2026).items() if row[1] not in (CSIT.item(item).text,)]
    assert noted == ["3", "5", "13", "16", "21", "25", "28"]
    assert [item for item in noted if "\nNote: " in item_rows(of_2026)[item][1]] == ["3", "5", "13", "16", "21"]


def test_the_form_of_the_key_features_stands_in_the_order_of_the_source(of_2026):
    assert headings(of_2026, 1) == [
        "Introduction",
        "What are you working towards by using this Collaboration Red Thread?",
        "Self-Assessment method",
        "Health Warning!",
        "Self-Assessment Questionnaire",
        "Underlying causes",
        "Actions",
    ]
    assert headings(of_2026, 2) == [
        "Preparing the ground",
        "Establishing partnerships",
        "Developing a joined-up approach which makes the best use of collective resources",
        "Collaborative service delivery",
        "Maintaining the partnerships",
        "Review & improvement",
        "Results",
        *(question.text for question in CSIT.closing_questions),
    ]
    assert of_2026.blocks[0] == Fields(
        (("Partnership", "Northvale Active & Creative Partnership"), ("Date", "3 March 2026"))
    )
    assert (of_2026.title, of_2026.subtitle, of_2026.day) == (CSIT.title, CSIT.subtitle, "2026-03-03")


def test_the_levels_are_printed_under_the_second_step_and_the_questions_under_the_fifth(of_2026):
    (steps,) = [block for block in blocks(of_2026, Bullets) if block.numbered]
    second = steps.items[1].split("\n")
    assert second[1:] == [
        "a = Not yet",
        "b = We are in the early stages of developing this",
        "c = We partly do this",
        "d = We do all of this, most of the time",
        "e = We have been doing all of this for a few years - we have assessed & refined our behaviour in this area",
        "Shade or tick the appropriate box.",
    ]
    assert steps.items[4].split("\n")[1:] == [
        "• What are the most significant areas for improvement?",
        "• What themes run through your Self-Assessment results (‘golden threads’ & ‘fault lines’)?",
        "• What are the few underlying causes of most of the areas for improvement?",
    ]


def test_strengths_and_areas_stand_under_their_section_with_their_key_feature(of_2026):
    at = list(flat(of_2026.blocks))
    start = at.index(Heading("Review & improvement", 2))
    assert at[start + 2 : start + 6] == [
        Heading("Strengths", 3),
        Bullets(
            (
                "We asked which joint schemes to keep before any was cut. (key feature 37)",
                "The calendar and the guide report their figures to everyone. (key feature 35)",
            )
        ),
        Heading("Areas for Improvement", 3),
        Bullets(
            (
                "We type each other's figures in by hand. (key feature 34)",
                "The plan slept all winter. (key feature 36)",
                "Apart from the calendar and the guide, figures do not reach partners. (key feature 35)",
            )
        ),
    ]


def test_what_the_form_does_not_ask_for_is_printed_all_the_same(of_2026):
    assert under(of_2026, "Evidence") == [
        Bullets(("Consultation calendar 2025-26: four seasons, no ward asked twice. (key feature 13)",))
    ]


def test_every_note_and_every_word_on_what_was_agreed_is_somewhere_on_the_form(of_2026):
    assessment = al.open_assessment(shipped("data") / "collaboration-2026")
    whole = "\n".join(map(repr, of_2026.blocks))
    texts = [*assessment.notes["text"], *assessment.consensus["note"], *assessment.consensus["dissent"]]
    said = [text for text in texts if text]
    assert len(said) == 57
    assert [text for text in said if repr(text)[1:-1] not in whole] == []


def test_nothing_that_only_members_wrote_while_rating_is_on_the_form(of_2026):
    assessment = al.open_assessment(shipped("data") / "collaboration-2026")
    whole = "\n".join(map(repr, of_2026.blocks))
    comments = {*assessment.ratings["comment"]} - {"", *assessment.notes["text"], *assessment.consensus["note"]}
    assert len(comments) > 30
    assert [text for text in comments if text in whole] == []


def test_causes_and_actions_come_after_the_form(of_2026):
    causes, actions = blocks(of_2026, Table)[-2:]
    assert causes.rows[3] == (
        "No agreement says what partners may use of each other's.",
        "• Offices stand half empty and are let to nobody.\n"
        "• No community group has a room in our buildings yet.\n"
        "• Half of us cannot reach the shared workspace, or do not use it.\n"
        "• Willing people are tired, and two link posts are vacant.",
    )
    assert actions.rows[-1] == (
        "Talk to each other before bidding to the same fund.",
        "Imogen",
        "2026-05-31",
        "No two partners bid alone to one fund.",
        "open",
    )


def test_a_form_without_anything_recorded_prints_letters_to_tick_and_room_to_write(csit):
    form = completed_form(csit)
    assert item_rows(form)["37"][2:] == ("a", "b", "c", "d", "e")
    boxes = [table for table in blocks(form, Table) if len(table.columns) == 1]
    titles = [table.columns[0].title for table in boxes]
    assert titles == ["Strengths", "Areas for Improvement"] * 7 + ["Answer"] * 3
    assert {table.rows for table in boxes} == {((room(8),),)}


def test_a_form_of_standards_without_anything_recorded_has_room_beside_each(cdrp):
    rows = item_rows(completed_form(cdrp))
    assert {row[1:] for row in rows.values()} == {("", "", "", "", room(6), "", "")}


def test_once_something_is_recorded_the_rest_stays_blank(cdrp):
    cdrp.agree("1.1", "W")
    rows = item_rows(completed_form(cdrp))
    assert rows["1.1"][1:] == ("", "✓", "", "", "", "", "")
    assert rows["1.2"][1:] == ("",) * 7


def test_the_process_record_and_a_signature_are_filled_in(cdrp):
    cdrp.agree("1.1", "W")
    cdrp.add_note("process", "Two evenings.", about="group-work")
    mark = fingerprint(cdrp.folder)
    signed = {"about": "chair", "owner": "The Council", "measure": mark, "at": "2099-03-03T16:45:00Z"}
    cdrp.add_note("signature", "Ann", **signed)
    form = completed_form(cdrp)
    process = blocks(form, Table)[-1]
    assert dict(process.rows)["Group Work / Seminar Format"] == "Two evenings."
    assert dict(process.rows)["Consultation – Postal"] == ""
    assert blocks(form, Fields)[2].pairs == (
        ("Name of partnership Chair", "Ann"),
        ("Organisation", "The Council"),
        ("* Signature", f"Signed on 3 March 2099 at 16:45 UTC; fingerprint of the record {grouped(mark)}"),
    )
    assert "The record was changed after this signature:" not in [block.text for block in blocks(form, Paragraph)]


def test_what_changed_after_a_signature_is_told_under_it(cdrp):
    cdrp.add_note("signature", "Ann", about="chair", measure=fingerprint(cdrp.folder), at="2026-03-03T16:45:00Z")
    cdrp.add_note("goal", "Meet more often", item="1.1", at="2026-03-04T10:00:00Z")
    found = list(flat(completed_form(cdrp).blocks))
    place = found.index(Paragraph("The record was changed after this signature:", "small"))
    assert found[place + 1] == Bullets(("a goal on 1.1 was added: “Meet more often”",))


def test_states_notes_and_dissent_of_a_standard_stand_among_its_comments(cdrp):
    cdrp.agree("1.1", state="unresolved", dissent="Ann: a gap. Bob: doing well.")
    cdrp.agree("1.2", state="not_applicable", note="No task groups.")
    cdrp.agree("1.3", "D", dissent="Cas sees less.")
    cdrp.add_note("comment", "See the minutes.", item="1.3")
    rows = item_rows(completed_form(cdrp))
    assert rows["1.1"][1:6] == (
        *("",) * 4,
        "• No consensus, views recorded.\n• Views: Ann: a gap. Bob: doing well.",
    )
    assert rows["1.2"][5] == "• Not applicable.\n• No task groups."
    assert rows["1.3"][4:6] == ("✓", "• See the minutes.\n• Dissent: Cas sees less.")


def test_a_key_feature_that_was_agreed_as_split_tells_which_side_is_which(csit):
    for facet, level in (("Leisure", "d"), ("Culture", "b")):
        csit.agree("6", level, state="split", facet=facet)
    row = item_rows(completed_form(csit))["6"]
    assert row[1] == f"{CSIT.item('6').text}\nLeisure: d; Culture: b"
    assert row[2:] == ("", "✓ b", "", "✓ d", "")


def test_both_sides_on_one_level_have_a_tick_each():
    said = Said(agreed={"1.1": (Agreed("local", "split", "W"), Agreed("national", "split", "W"))})
    (row,) = item_table(CDRP, [CDRP.item("1.1")], said).rows
    assert row[1:5] == ("", "✓\n✓ Nat", "", "")


def test_a_side_without_a_level_is_said_in_words():
    said = Said(agreed={"1.1": (Agreed("local", "split", "W"), Agreed("national", "dont_know"))})
    (row,) = item_table(CDRP, [CDRP.item("1.1")], said).rows
    assert row[1:6] == ("", "✓", "", "", "National: Don’t know.")


def test_sides_without_marks_are_named_beside_their_ticks():
    unmarked = Framework(
        "x", "X", "1", "item", SMALL.levels, SMALL.sections, facets=(Facet("in", "Inside"), Facet("out", "Outside"))
    )
    assert [mark_of(name, unmarked) for name in ("in", "out", "")] == ["Inside", "Outside", ""]


def test_a_framework_that_prints_no_columns_has_usual_ones():
    layout = layout_of(SMALL)
    assert [column.title for column in layout.columns] == [
        "Ref",
        "Statement\na = Not yet\nb = Partly\nc = Mostly",
        *"abc",
    ]
    assert (layout.lettered, layout.tick, layout.scale) == (True, "", "")


@pytest.mark.parametrize(
    ("columns", "titles", "tick"),
    [
        (("Ref", "Statement", "Tick one"), ["Ref", "Statement", "a", "b", "c"], "Tick one"),
        (("Statement", "Tick one"), ["Statement", "a", "b", "c"], "Tick one"),
        (("Statement", "No", "A bit", "Yes"), ["Statement", "No", "A bit", "Yes"], ""),
        (("Ref", "Statement", "No", "A bit", "Yes"), ["Ref", "Statement", "No", "A bit", "Yes"], ""),
        (("Only one",), ["Ref", "Statement", "a", "b", "c"], ""),
    ],
)
def test_columns_are_found_by_how_many_are_printed(columns, titles, tick):
    framework = Framework("x", "X", "1", "statement", SMALL.levels, SMALL.sections,
                          questionnaire=Questionnaire(columns=columns))  # fmt: skip
    layout = layout_of(framework)
    assert [column.title.partition("\n")[0] for column in layout.columns] == titles
    assert layout.tick == tick


def test_a_scale_too_long_for_the_head_of_a_column_stands_above_the_table():
    levels = (Level("a", "x" * 200), Level("b", "y" * 200))
    framework = Framework("x", "X", "1", "statement", levels, SMALL.sections)
    table = list(section_blocks(framework, framework.sections[0], Said()))[1]
    assert table.columns[1].title == "Statement"
    assert table.caption == f"Statement 1\na = {'x' * 200}\nb = {'y' * 200}"


def test_a_section_that_only_asks_has_room_for_the_answer_where_it_has_no_other():
    section = Section("end", "At the end", questions=(Question("why", "Why?"),))
    framework = Framework("x", "X", "1", "statement", SMALL.levels, (*SMALL.sections, section))
    heading, question, space = section_blocks(framework, section, Said())
    assert (heading, question) == (Heading("At the end", 2), Heading("Why?", 3))
    assert space.blocks[0].rows == ((room(8),),)


def test_notes_that_have_no_place_on_the_form_follow_their_section_or_all_sections(cdrp):
    cdrp.add_note("area", "Nobody chairs.", section="leadership")
    cdrp.add_note("goal", "A year without arrears.", section="leadership")
    cdrp.add_note("strength", "We are still here.")
    form = completed_form(cdrp)
    assert under(form, "Areas for improvement") == [Bullets(("Nobody chairs.",))]
    assert under(form, "IMPROVEMENT GOALS") == [Bullets(("A year without arrears.",))]
    assert under(form, "Noted for all sections together") == []
    assert under(form, "Strengths") == [Bullets(("We are still here.",))]


def test_a_section_with_nothing_of_its_own_noted_has_a_little_room(csit):
    csit.add_note("strength", "Trust.", section="preparing")
    form = completed_form(csit)
    assert under(form, "Strengths")[0] == Bullets(("Trust.",))
    assert [table for table in blocks(form, Table) if len(table.columns) == 1][0].rows == ((room(3),),)


def test_the_areas_that_an_answer_names_stand_under_it(csit):
    csit.add_note("area", "No shared measures.", id="area-1", section="review")
    csit.add_note("answer", "Measures first.", about=["significant", "area-1"])
    question = CSIT.closing_questions[0].text
    assert under(completed_form(csit), question) == [Paragraph("Measures first."), Bullets(("No shared measures.",))]


def test_a_role_that_is_not_asked_to_sign_still_shows_that_it_did():
    from assesslib.documents.form_end import process_blocks, signing_blocks
    from assesslib.documents.form_said import Signed

    framework = Framework("x", "X", "1", "statement", SMALL.levels, SMALL.sections,
                          process=Process(rows=(ProcessRow("talks", "Talks held"),)),
                          signatories=Signatories(roles=(Role("chair", "Chair", ("name",)),)))  # fmt: skip
    said = Said(signed={"chair": Signed("Ann", "", "Signed on 3 March 2026")}, process={"talks": "Two"})
    fields = list(signing_blocks(framework, said))[1].blocks[0]
    assert fields.pairs == (("Chair", "Ann"), ("Signature", "Signed on 3 March 2026"))
    assert [block.text for block in signing_blocks(framework, said) if isinstance(block, Heading)] == ["Signatories"]
    assert list(process_blocks(framework, said))[1].rows == (("Talks held", "Two"),)


def test_notes_on_items_stand_in_their_columns_in_the_order_of_writing():
    framework = Framework("x", "X", "1", "statement", SMALL.levels, SMALL.sections,
                          prompts=(Prompt("evidence", "Evidence", "item"),))  # fmt: skip
    said = Said(noted=(Noted("evidence", "before", "1", "first"), Noted("evidence", "before", "1", "second")))
    assert item_table(framework, framework.items, said).rows[0][-1] == "• first\n• second"


def test_awkward_texts_stand_on_the_form_as_they_were_written(tmp_path):
    team = al.create_assessment(tmp_path / "zoo", framework=CDRP.id, partnership="<b>$x$ & y</b>", date="2026-03-03")
    texts = [text for text in AWKWARD_TEXTS if text.strip()]
    for text in AWKWARD_TEXTS:
        team.add_note("evidence", text, item="1.1")
        team.agree("1.2", state="unresolved", dissent=text)
    form = completed_form(team)
    kept = [note for note in team.notes["text"] if note.strip()]
    assert len(kept) == len(texts)
    assert item_rows(form)["1.1"][6] == "\n".join(f"• {text}" for text in kept)
    assert checked(form) == ()
