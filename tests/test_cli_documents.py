"""The commands that write documents and read a plan back: what they say, where they write, what they leave alone."""

import json

import openpyxl
import pytest
from cli_kit import ran

import assesslib as al
from assesslib.cli.command import ENDINGS
from assesslib.cli.paper import TIERS
from assesslib.documents.write import FORMATS
from assesslib.places import shipped
from assesslib.tables.anonymity import TIERS as ALL_TIERS

CDRP = "cdrp-dat-partnership"
TEAM = [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here, capsys):
    return lambda *arguments: ran(arguments, capsys)


@pytest.fixture
def team(here):
    made = al.create_assessment("ours", framework=CDRP, partnership="Riverside", date="2026-03-03", members=TEAM)
    for member in TEAM:
        made.rate(member["id"], "1.1", "W")
    made.add_note("action", "Write the minutes.", id="action-1", owner="Bob", due="2026-09-30")
    return made


@pytest.fixture
def earlier(here):
    made = al.create_assessment("theirs", framework=CDRP, partnership="Riverside", date="2025-03-03", members=TEAM)
    for member in TEAM:
        made.rate(member["id"], "1.1", "G")
    return made


def bytes_in(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_commands_know_every_tier_and_every_format():
    assert set(TIERS) == set(ALL_TIERS)
    assert {ending[1:] for ending in ENDINGS} == set(FORMATS)


def test_a_report_is_written_and_each_step_told(here, team, run):
    assert run("report", "ours", "--to", "r.html", "--anonymity", "named") == (
        0,
        "Wrote r.html.\n",
        "Reading ours\nMaking the report\nWriting r.html\n",
    )
    text = (here / "r.html").read_text(encoding="utf-8")
    assert "Names are shown" in text
    assert "Riverside" in text


def test_a_comparison_is_written_whatever_the_order_of_the_years(here, team, earlier, run):
    assert run("compare", "ours", "theirs", "--to", "c.html") == (
        0, "Wrote c.html.\n", "Reading ours\nReading theirs\nComparing\nWriting c.html\n",
    )  # fmt: skip
    assert "What changed from 2025 to 2026" in (here / "c.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("ending", "begins"), [("html", b"<!doctype"), ("docx", b"PK"), ("pdf", b"%PDF"), ("xlsx", b"PK")]
)
def test_the_end_of_the_name_chooses_the_format(here, team, run, ending, begins):
    for command in ("form", "plan"):
        assert run(command, "ours", "--to", f"{command}.{ending}")[:2] == (0, f"Wrote {command}.{ending}.\n")
        assert (here / f"{command}.{ending}").read_bytes().startswith(begins)


def test_equal_content_makes_equal_files(here, team, run):
    for name in ("a.html", "b.html"):
        run("form", "ours", "--to", name)
    assert (here / "a.html").read_bytes() == (here / "b.html").read_bytes()


def test_a_blank_questionnaire_needs_no_assessment(here, run):
    assert run("questionnaire", CDRP, "--to", "q.html") == (0, "Wrote q.html.\n", "Writing q.html\n")
    assert "☐" in (here / "q.html").read_text(encoding="utf-8")
    assert run("questionnaire", CDRP, "--to", "q.xlsx") == (0, "Wrote q.xlsx.\n", "")
    assert openpyxl.load_workbook(here / "q.xlsx").sheetnames[0] == "Questionnaire"


def test_a_blank_questionnaire_of_an_assessment_says_whose_it_is_and_of_which_day(here, team, run):
    assert run("questionnaire", "ours", "--to", "q.html")[:2] == (0, "Wrote q.html.\n")
    text = (here / "q.html").read_text(encoding="utf-8")
    assert ("Riverside" in text, "3 March 2026" in text) == (True, True)


def test_each_member_gets_a_workbook(here, team, run):
    assert run("questionnaire", "ours", "--to", "out") == (
        0,
        "Wrote out/ann.xlsx.\nWrote out/bob.xlsx.\n"
        "Next: send each member theirs; collect what comes back in a folder.\n",
        "Reading ours\n",
    )
    marks = json.loads(openpyxl.load_workbook(here / "out" / "bob.xlsx").worksheets[0]["A1"].value)
    assert (marks["member"], marks["assessment"]) == ("bob", "ours")


def test_workbooks_that_were_handed_out_are_left_alone(here, team, run):
    run("questionnaire", "ours", "--to", "out")
    (here / "out" / "ann.xlsx").write_bytes(b"filled in")
    assert run("questionnaire", "ours", "--to", "out") == (
        1,
        "",
        "Reading ours\n“out” holds some of them already: ann.xlsx, bob.xlsx. "
        "Choose another folder, or add --force to write over them.\n",
    )
    assert (here / "out" / "ann.xlsx").read_bytes() == b"filled in"
    assert run("questionnaire", "ours", "--to", "out", "--force")[0] == 0


ORDERS = {
    "report": ("report", "ours"),
    "compare": ("compare", "ours", "theirs"),
    "form": ("form", "ours"),
    "plan": ("plan", "ours"),
    "questionnaire": ("questionnaire", CDRP),
}


@pytest.mark.parametrize("command", ORDERS)
def test_a_file_that_is_there_is_written_over_only_where_that_is_asked_for(here, team, earlier, run, command):
    (here / "a.html").write_text("mine")
    assert run(*ORDERS[command], "--to", "a.html") == (
        1, "", "“a.html” is there already. Choose another name, or add --force to write over it.\n",
    )  # fmt: skip
    assert (here / "a.html").read_text() == "mine"
    assert run(*ORDERS[command], "--to", "a.html", "--force")[:2] == (0, "Wrote a.html.\n")
    assert (here / "a.html").read_bytes().startswith(b"<!doctype html>")


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("a.doc", "“a.doc” is not the name of a document. Allowed: .docx, .html, .pdf, .xlsx; nearest: .docx. "
                  "End it in one of these."),
        ("no/a.pdf", "“no” is not a folder. Make it first, or choose another."),
        ("folder.pdf", "“folder.pdf” is a folder. Choose another name."),
    ],
    ids=["ending", "no folder", "folder"],
)  # fmt: skip
@pytest.mark.parametrize("command", ORDERS)
def test_a_place_that_cannot_be_written_to_is_said_before_any_work_is_done(here, run, command, place, words):
    (here / "folder.pdf").mkdir()
    held = sorted(here.rglob("*"))
    code, out, err = run(*ORDERS[command], "--to", place)
    assert (code, out) == (1, "")
    assert err.startswith(words.partition("; nearest")[0])
    assert len(err.splitlines()) == 1
    assert sorted(here.rglob("*")) == held


@pytest.mark.parametrize("to", ["", ".", "~", "a" * 300 + ".pdf", "a.csv/x.pdf", "no\nname"])
@pytest.mark.parametrize("command", ORDERS)
def test_no_place_ends_in_a_traceback(here, run, command, to):
    (here / "a.csv").write_text("x")
    code, out, err = run(*ORDERS[command], "--to", to)
    assert (code, out) == (1, "")
    assert "Traceback" not in err
    assert [path.name for path in here.iterdir()] == ["a.csv"]


def test_a_name_with_odd_letters_is_a_name(here, run):
    assert run("questionnaire", CDRP, "--to", "\udcff🙂.html")[0] == 0
    assert [path.suffix for path in here.iterdir()] == [".html"]


def full(*_, **__):
    raise OSError(28, "No space left on device")


def test_a_file_that_cannot_be_written_is_said_plainly(here, run, monkeypatch):
    monkeypatch.setattr("assesslib.whole.write_whole", full)
    assert run("questionnaire", CDRP, "--to", "q.xlsx") == (
        1,
        "",
        "“q.xlsx” could not be written: No space left on device. "
        "Close it in other programs, or choose another place.\n",
    )


@pytest.mark.parametrize("folder", ["", "no", "a.csv", "a" * 300, "\udcff", "empty"])
@pytest.mark.parametrize("command", ["report", "form", "plan", "questionnaire"])
def test_no_folder_ends_in_a_traceback(here, run, command, folder):
    (here / "a.csv").write_text("x")
    (here / "empty").mkdir()
    held = sorted(here.rglob("*"))
    code, out, err = run(command, folder, "--to", "x.html")
    assert (code, out) == (1, "")
    assert "Traceback" not in err
    assert sorted(here.rglob("*")) == held


def test_a_folder_that_is_none_is_said_plainly(run):
    assert run("plan", "no", "--to", "a.html") == (
        1, "", "Reading no\n“no” is not a folder. Check the name and the place.\n",
    )  # fmt: skip


def test_every_fault_of_an_assessment_that_does_not_open_is_said_with_its_place(here, team, run):
    (here / "ours" / "assessment.toml").write_text('framework = "x"\n')
    code, out, err = run("form", "ours", "--to", "a.html")
    assert (code, out) == (1, "")
    assert err.count("\nours/assessment.toml") == len(err.splitlines()) - 1 == 2


def test_rows_that_cannot_be_used_are_told_and_left_out(here, team, run):
    with (here / "ours" / "notes.csv").open("ab") as file:
        file.write(b'2026-03-03T09:00:00Z,n1,wish,,,x,,,,,,kept,""\n')
    assert run("plan", "ours", "--to", "a.html") == (
        0,
        "Wrote a.html.\n",
        "Reading ours\nours: 1 fault, left out here. To see what: assess check ours\nWriting a.html\n",
    )


# The plan, there and back


@pytest.fixture
def worked_in(here, team, run):
    """Write the plan, put values into its cells."""

    def work(**cells):
        run("plan", "ours", "--to", "p.xlsx", "--force")
        book = openpyxl.load_workbook(here / "p.xlsx")
        for place, value in cells.items():
            book["Plan"][place] = value
        book.save(here / "p.xlsx")

    return work


READING = "Reading ours\nReading p.xlsx\n"
SAID = (
    "row 2, action-1: status “open” -> “done”\nrow 2, action-1: notes nothing -> “At last”\n"
    "row 4: a new action, “Plant a tree.”\n"
)


def test_a_plan_is_read_back_and_each_change_told(here, team, worked_in, run):
    worked_in(G2="done", H2="At last", B4="Plant a tree.")
    order = ("import-plan", "p.xlsx", "--into", "ours")
    before = bytes_in(here)
    assert run(*order, "--dry-run") == (
        0, f"{SAID}Nothing was written: without --dry-run this is written to ours.\n", READING,
    )  # fmt: skip
    assert bytes_in(here) == before
    assert run(*order) == (
        0,
        f"{SAID}2 goals or actions changed in ours. "
        "Write the plan anew with assess plan: new actions have an id in it.\n",
        READING,
    )
    notes = al.open_assessment("ours").notes
    assert list(notes["text"]) == ["Write the minutes.", "At last", "Plant a tree."]
    assert list(notes["status"]) == ["done", "", "open"]
    before = bytes_in(here)
    assert run(*order) == (0, "p.xlsx changes nothing in ours.\n", READING)
    assert bytes_in(here) == before


def test_a_plan_with_faults_changes_nothing_and_says_them_all(here, team, worked_in, run):
    worked_in(G2="doen", E2="soon", D2="Cy", I1="Budget", I2="£5")
    before = bytes_in(here)
    where = "p.xlsx, sheet Plan, row "
    assert run("import-plan", "p.xlsx", "--into", "ours") == (
        1,
        "",
        f"{READING}{where}1: “Budget” is a column that is not read. Write what is to be kept under Notes.\n"
        f"{where}2, column By when: “soon” is not a date. "
        "Write a day, like 30/09/2026 (day, month, year) or 2026-09-30, and see that the cell shows a date.\n"
        f"{where}2, column Status: “doen” is not a status. Allowed: open, under way, done, dropped; nearest: done. "
        "Pick one from the list.\n",
    )
    assert bytes_in(here) == before


@pytest.mark.parametrize("file", ["", ".", "no.xlsx", "a.csv", "\udcff.xlsx", "a" * 300 + ".xlsx", "broken.xlsx"])
def test_no_file_for_a_plan_ends_in_a_traceback(here, team, run, file):
    (here / "a.csv").write_text("x")
    (here / "broken.xlsx").write_bytes(b"PK\x03\x04 nothing")
    code, out, err = run("import-plan", file, "--into", "ours")
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 3


def test_a_disk_that_fails_while_a_plan_is_written_is_said_plainly(here, team, worked_in, run, monkeypatch):
    worked_in(G2="done")
    monkeypatch.setattr("assesslib.journal.append", full)
    assert run("import-plan", "p.xlsx", "--into", "ours") == (
        1,
        "row 2, action-1: status “open” -> “done”\n",
        f"{READING}“ours” could not be written to the end (No space left on device). "
        "What was written until then stands; give the same command again for the rest.\n",
    )


def test_the_shipped_plan_goes_out_and_comes_back_unchanged(here, run):
    data = shipped("data") / "collaboration-2026"
    assert run("plan", str(data), "--to", "p.xlsx")[0] == 0
    assert run("import-plan", "p.xlsx", "--into", str(data), "--dry-run")[:2] == (
        0, f"p.xlsx changes nothing in {data}.\n",
    )  # fmt: skip
