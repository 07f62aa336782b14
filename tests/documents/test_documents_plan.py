"""The improvement plan: what it says in every format, and the workbook to work in."""

import datetime
import io

import openpyxl
import pytest
from documents.plan_kit import CDRP, ITEM, begin
from documents.reading_back import docx_texts, html_texts, pdf_pages, squeezed

import assesslib as al
from assesslib.documents.model import Heading, Paragraph, Table
from assesslib.documents.plan_rows import planned
from assesslib.documents.plan_sheet import TITLES, plan_workbook
from assesslib.documents.planning import NOTHING, plan, plan_bytes
from assesslib.places import shipped


@pytest.fixture
def team(tmp_path):
    return begin(tmp_path / "riverside-2026")


def test_owners_come_by_name_their_plans_by_date_and_what_is_over_last(team):
    assert [one.id for one in planned(team)] == ["action-2", "action-4", "action-1", "goal-1", "action-3"]


def test_the_document_groups_by_owner_and_keeps_what_is_over_apart(team):
    lead, first, ahead, second, ended = plan(team).blocks
    assert lead == Paragraph(
        "4 actions and 1 goal: 4 open and 1 done. Of those ahead 1 has no owner and 2 have no date.", "lead"
    )
    assert (first, second) == (Heading("To be done"), Heading("Done and dropped"))
    assert [row[0] for row in ahead.rows] == [
        "Ann", "Find a room.", "Bob", "Buy a clock.", "Write the minutes.", "Nobody yet", "Agree terms of reference.",
    ]  # fmt: skip
    assert ahead.heading_rows == (0, 2, 5)
    assert ahead.rows[4] == (
        "Write the minutes.", "Underlying cause: “Nobody keeps the minutes”", "2026-09-30", "All on file.", "open",
    )  # fmt: skip
    assert ahead.rows[6] == ("Agree terms of reference.", f"Goal at standard {ITEM}", "", "", "open")
    assert ended.rows == (("bob", "", "", "", ""), ("Hire a clerk.", "", "2026-05-01", "", "done"))


def test_a_goal_that_points_elsewhere_says_what_it_stands_for():
    rows = {one.id: one.about for one in planned(al.open_assessment(shipped("data") / "cdrp-worked-example"))}
    assert rows["goal-1.4-1"] == "Goal at standard 1.4\nStands for 3 goals at standard 1.1"


def test_notes_have_a_column_where_there_are_any(team):
    team.add_note("answer", "Waiting.", id="answer-action-2", about="action-2")
    table = next(block for block in plan(team).blocks if isinstance(block, Table))
    assert (table.columns[-1].title, table.rows[1][-1]) == ("Notes", "Waiting.")


def test_where_nothing_is_planned_the_plan_says_so(tmp_path):
    empty = al.create_assessment(tmp_path / "new", framework=CDRP.id, partnership="Riverside")
    assert plan(empty).blocks == (Paragraph(NOTHING),)
    assert [cell.value for cell in openpyxl.load_workbook(io.BytesIO(plan_workbook(empty)))["Plan"][1]] == [*TITLES]


@pytest.mark.parametrize(("kind", "texts"), [("html", html_texts), ("docx", docx_texts), ("pdf", pdf_pages)])
def test_every_format_holds_every_plan(team, kind, texts):
    held = squeezed(" ".join(texts(plan_bytes(team, f"plan.{kind}"))))
    for one in planned(team):
        assert squeezed(one.text) in held


def test_equal_content_makes_equal_files(team):
    assert plan_workbook(team) == plan_workbook(al.open_assessment(team.folder))


@pytest.fixture
def sheet(team):
    return openpyxl.load_workbook(io.BytesIO(plan_workbook(team)))["Plan"]


def test_the_workbook_opens_on_one_real_table(team, sheet):
    book = sheet.parent
    assert (book.active.title, [one.title for one in book if one.sheet_state == "visible"]) == (
        "Plan", ["Plan", "How to use it"],
    )  # fmt: skip
    assert [table.ref for table in sheet.tables.values()] == ["A1:H6"]
    assert (sheet.freeze_panes, sheet.column_dimensions["A"].hidden) == ("C2", True)
    assert [cell.value for cell in sheet["A"]] == ["Id", *(one.id for one in planned(team))]


def test_a_day_is_a_date_and_a_status_is_picked_from_a_list(sheet):
    assert sheet["E4"].value == datetime.datetime(2026, 9, 30)
    assert sheet["E2"].number_format == sheet["E4"].number_format == "d mmm yyyy"
    rules = {rule.type: rule for rule in sheet.data_validations.dataValidation}
    assert {kind: str(rule.sqref) for kind, rule in rules.items()} == {"list": "G2:G206", "date": "E2:E206"}
    choices = sheet.parent["Choices"]
    assert [cell.value for cell in choices["A"]] == ["open", "under way", "done", "dropped"]
    assert rules["list"].formula1 == "Choices!$A$1:$A$4"


def test_one_action_is_told_as_one(tmp_path):
    team = al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One")
    team.add_note("action", "Meet every month.", item="1.1", owner="Chair")
    said = [block.text for block in plan(team).blocks if getattr(block, "kind", "") == "lead"]
    assert said == ["One action, open. It has no date."]
