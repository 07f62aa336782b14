"""What the report says of actions and goals: the same as the improvement plan."""

from small_report import team

from assesslib.documents.model import Table
from assesslib.documents.plan_rows import planned
from assesslib.documents.reporting import report


def plans(made):
    """The table of actions and goals of a report: its titles, and by the words of each its row."""
    (table,) = [one for one in report(made).blocks if isinstance(one, Table) and one.caption == "Actions and goals"]
    return [column.title for column in table.columns], {row[0]: row for row in table.rows}


def test_a_plan_without_a_status_is_open_as_in_the_plan(tmp_path):
    made = team(tmp_path, "2026-03-03")
    made.add_note("action", "Talk.", id="talk")
    made.add_note("goal", "Meet.", id="meet", owner="Ann")
    made.add_note("action", "Go.", id="go", status=" Under  Way", due="2026-05-01")
    titles, rows = plans(made)
    said = {words: row[titles.index("Status")] for words, row in rows.items()}
    assert said == {one.text: one.status for one in planned(made)}
    assert said == {"Talk.": "open", "Meet.": "open", "Go.": "under way"}


def test_notes_that_were_written_in_the_plan_stand_beside_what_they_are_about(tmp_path):
    made = team(tmp_path, "2026-03-03")
    made.add_note("action", "Talk.", id="talk")
    made.add_note("action", "Go.", id="go", due="2026-05-01")
    assert plans(made)[0][-1] == "Status"
    made.add_note("answer", "Half done.", id="answer-talk", about=["talk"])
    titles, rows = plans(made)
    assert (titles[-1], [row[-1] for row in rows.values()]) == ("Notes", ["", "Half done."])
