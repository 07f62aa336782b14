"""The command that takes other tools' files in: what it writes, what it asks for, and that it leaves the rest alone."""

import csv

import pytest
from cli_kit import ran

import assesslib as al
from assesslib.cli import imports

CDRP = "cdrp-dat-partnership"
MADE = ("--into", "ours", "--framework", CDRP, "--partnership", "Riverside", "--date", "2026-03-01")
LIKE = "Partnership led and supported and responsive"
WIDE = "Name,Organisation,1.1,1.2,1.3\nAnn,Council,G,W,S\nBob,,D,,n/a\n"
DOUBTFUL = f"Name,1.3,1.2,{LIKE}\nAnn,G,W,S\nCy,G,?!,S\n"
MISSING = (
    "There is no column for standards 1.4, 1.5, 2.1, 2.2, 2.3, 2.4, 3.1, 3.2, 3.3, 3.4, 4.1, 4.2, 5.1, 5.2, "
    "5.3, 5.4, 5.5."
)
READ = f"""a.csv: read as a table with a row for each member.
2 responses of 2 members counted.
Members found: ann (Council), bob.
Columns: name from “Name”, organisation from “Organisation”; 3 standards by number.
5 answers to 3 of 20 standards could be read.
Nothing stands in the way.

For you to know:
  a.csv: {MISSING}
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.csv").write_text(WIDE)
    (tmp_path / "q.csv").write_text(DOUBTFUL)
    return tmp_path


@pytest.fixture
def run(here, capsys):
    """Imports; gives the exit code and what was printed and complained of."""
    return lambda *arguments: ran(("import", *arguments), capsys)


@pytest.fixture
def ours(here, run):
    """The folder as the first file made it."""
    assert run("a.csv", *MADE)[0] == 0
    return here / "ours"


def bytes_in(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ratings(folder="ours"):
    said = al.open_assessment(folder).ratings.astype("object").fillna("")
    rated = said[said["state"] != "blank"]
    return {(row.member, row.item): row.level or row.state for row in rated.itertuples()}


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


def test_a_folder_is_made_of_a_file_and_a_second_time_changes_nothing(here, run):
    wrote = "Written to ours: 5 ratings of 2 members, 2 new members.\n"
    assert run("a.csv", *MADE) == (0, READ + wrote, "Reading\n")
    assert (al.open_assessment("ours").partnership, al.open_assessment("ours").date) == ("Riverside", "2026-03-01")
    assert ratings() == {
        ("ann", "1.1"): "G",
        ("ann", "1.2"): "W",
        ("ann", "1.3"): "S",
        ("bob", "1.1"): "D",
        ("bob", "1.3"): "not_applicable",
    }
    before = bytes_in(here)
    again = "Everything in it stands in ours already: nothing was changed.\n"
    assert run("a.csv", "--into", "ours") == (0, READ + again, "Reading\n")
    assert bytes_in(here) == before


def test_a_dry_run_says_what_would_be_written_and_writes_nothing(here, run):
    would = "Nothing was written: without --dry-run this goes to ours: 5 ratings of 2 members, 2 new members.\n"
    before = bytes_in(here)
    assert run("a.csv", *MADE, "--dry-run") == (0, READ + would, "Reading\n")
    assert run("q.csv", *MADE, "--dry-run")[0] == 1
    assert run("q.csv", *MADE, "--dry-run")[1].endswith("\nNothing was written.\n")
    assert run("q.csv", *MADE, "--dry-run", "--keep-going")[1].endswith(
        "\nNothing was written: without --dry-run this goes to ours: 3 ratings of 2 members, 2 new members.\n"
    )
    assert bytes_in(here) == before


def test_a_folder_that_is_not_made_yet_needs_a_framework(here, run):
    assert run("a.csv", "--into", "ours") == (
        1,
        "",
        "“ours” holds no assessment yet. Say with --framework what was rated (cdrp-dat-partnership, "
        "csit-collaborative-working), and it is made.\n",
    )
    code, _, wrong = run("a.csv", "--into", "ours", "--framework", "cdrp")
    assert code == 1
    assert wrong == (
        "Reading\n“cdrp” is not a shipped framework and not a file. Allowed: cdrp-dat-partnership, "
        "csit-collaborative-working; nearest: cdrp-dat-partnership.\n"
    )


def test_what_is_in_doubt_is_asked_in_a_mapping_and_nothing_is_imported(here, run, ours):
    before = bytes_in(ours)
    code, said, wrong = run("q.csv", "--into", "ours")
    assert (code, wrong) == (1, "Reading\n")
    assert said.endswith(f"""
3 things are to be settled first.

To settle:
  q.csv, column D (Partnership led and supported and respo…): “{LIKE}” is worded somewhat like standard 1.1. If that is right, accept it; if not, say what it is.
  q.csv, row 3, column C: “?!” is not a level of this scale. Allowed: G, W, S, D, Gap identified, Working towards, Some success, Doing well; nearest: D. Say what it is, or correct it in the file.
  q.csv, row 3: “Cy” is not a member of this assessment. Say which of ann, bob it is, or take in everybody who is new.

For you to know:
  q.csv: {MISSING}
  1 rating changes what an earlier file said: ann 1.3 (S, in the file G).
Nothing was imported. To settle it, complete the column “becomes” of ours/import-mapping.csv in a spreadsheet, save it as CSV, and give the same command again. Or add:
  --accept-matches   takes what is likely
  --add-members      takes in everybody who is new
  --keep-going       takes the rest and leaves what is not settled
""")  # noqa: E501
    path = ours / "import-mapping.csv"
    assert [row[:3] for row in table(path)] == [("column", LIKE, ""), ("answer", "?!", ""), ("member", "Cy", "")]
    assert {place: data for place, data in bytes_in(ours).items() if place != path} == before


def test_the_mapping_that_was_completed_is_used_the_next_time(run, ours):
    run("q.csv", "--into", "ours")
    (ours / "import-mapping.csv").write_bytes(
        f"kind;found;becomes;perhaps;why\r\ncolumn;{LIKE};1.5;;\r\nanswer;?!;dont know;;\r\nmember;Cy;bob;;\r\n".encode(
            "cp1252"
        )
    )
    code, said, _ = run("q.csv", "--into", "ours")
    assert code == 0
    assert said.endswith("Written to ours: 5 ratings of 2 members.\n")
    assert ratings() == {
        ("ann", "1.1"): "G",
        ("ann", "1.2"): "W",
        ("ann", "1.3"): "G",
        ("ann", "1.5"): "S",
        ("bob", "1.1"): "D",
        ("bob", "1.2"): "dont_know",
        ("bob", "1.3"): "G",
        ("bob", "1.5"): "S",
    }


def test_before_a_folder_is_made_its_mapping_stands_where_it_can_be_found(here, run):
    code, said, _ = run("q.csv", *MADE)
    assert code == 1
    assert said.split("\n")[-4:] == [
        "Nothing was imported. To settle it, complete the column “becomes” of import-mapping.csv in a spreadsheet, "
        "save it as CSV, and give the same command again with --mapping import-mapping.csv. Or add:",
        "  --accept-matches   takes what is likely",
        "  --keep-going       takes the rest and leaves what is not settled",
        "",
    ]
    assert not (here / "ours").exists()
    (here / "import-mapping.csv").write_text(f"kind,found,becomes\ncolumn,{LIKE},(nothing)\nanswer,?!,W\n")
    assert run("q.csv", *MADE, "--mapping", "import-mapping.csv")[0] == 0
    assert ratings() == dict.fromkeys([("ann", "1.3"), ("cy", "1.3")], "G") | dict.fromkeys(
        [("ann", "1.2"), ("cy", "1.2")], "W"
    )


def test_what_is_likely_is_taken_on_demand_and_not_asked_again(run, ours):
    code, said, _ = run("q.csv", "--into", "ours", "--accept-matches", "--add-members", "--keep-going")
    assert code == 0
    assert said.endswith(
        "Written to ours: 4 ratings of 2 members, 1 new member. 1 cell not taken: see ours/import-rejects.csv.\n"
    )
    assert ratings()["cy", "1.1"] == "S"
    assert table(ours / "import-mapping.csv")[0][1:3] == (
        LIKE,
        "1.1 The partnership is effectively led and supported and leadership is responsive a…",
    )
    assert "is worded somewhat like" not in run("q.csv", "--into", "ours")[1]


def test_who_keeps_going_finds_what_was_not_taken_beside_the_data(run, ours):
    code, said, _ = run("q.csv", "--into", "ours", "--keep-going")
    assert code == 0
    assert said.endswith("Written to ours: 1 rating of 1 member. 4 cells not taken: see ours/import-rejects.csv.\n")
    assert table(ours / "import-rejects.csv") == [
        ("q.csv", "3", "C", "Cy", "1.2", "?!", "cannot be read"),
        ("q.csv", "2", "D", "Ann", "1.1", "S", "the heading is not sure"),
        ("q.csv", "3", "D", "Cy", "1.1", "S", "the heading is not sure"),
        ("q.csv", "3", "B", "Cy", "1.3", "G", "nobody knows whose it is"),
    ]


def test_cells_that_were_not_taken_are_forgotten_with_a_corrected_file_and_those_of_others_kept(here, run, ours):
    (here / "p.csv").write_text("Name,1.1,1.2\nAnn,x?,G\n")
    run("q.csv", "--into", "ours", "--keep-going")
    run("p.csv", "--into", "ours", "--keep-going")
    assert [row[0] for row in table(ours / "import-rejects.csv")] == ["q.csv"] * 4 + ["p.csv"]
    (here / "q.csv").write_text("Name,1.3,1.2\nAnn,G,W\n")
    run("q.csv", "--into", "ours")
    assert table(ours / "import-rejects.csv") == [("p.csv", "2", "B", "Ann", "1.1", "x?", "cannot be read")]
    (here / "p.csv").write_text("Name,1.1,1.2\nAnn,G,G\n")
    run("p.csv", "--into", "ours")
    assert not (ours / "import-rejects.csv").exists()


def test_numbers_are_read_by_a_scale_and_the_command_says_how(here, run):
    (here / "n.csv").write_text("Name,1.1,1.2\nAnn,1,4\n")
    code, said, _ = run("n.csv", *MADE)
    assert (code, said.split("\n")[-3]) == (1, "  --scale G=1,D=4    says what numbers mean")
    assert run("n.csv", *MADE, "--scale", "G=4,D=1")[0] == 0
    assert ratings() == {("ann", "1.1"): "D", ("ann", "1.2"): "G"}


@pytest.mark.parametrize("scale", ["a=1", "a=1,e", "a=x,b=y", "1=2=3"])
def test_a_scale_that_says_nothing_is_refused(run, scale):
    do = "Write --scale with two levels or more and their numbers, like a=1,e=5."
    assert run("a.csv", *MADE, "--scale", scale) == (
        1,
        "",
        f"Reading\n“{scale}” does not say what numbers mean. {do}\n",
    )


@pytest.mark.parametrize("scale", ["a=1,b=1", "a=1,a=2"])
def test_a_scale_that_contradicts_itself_is_refused(run, scale):
    do = "Give each number one level, and each level one number, like a=1,e=5."
    assert run("a.csv", *MADE, "--scale", scale) == (
        1,
        "",
        f"Reading\n“{scale}” says two things of one number or level. {do}\n",
    )


def test_the_report_is_written_as_a_table_too(here, run):
    code, said, _ = run("q.csv", *MADE, "--report", "report.csv", "--dry-run")
    assert code == 1
    assert "Wrote report.csv.\n" in said
    rows = table(here / "report.csv")
    assert [row[:5] for row in rows[:4]] == [
        ("read as", "q.csv", "", "", "a table with a row for each member"),
        ("to settle", "q.csv", "", "D (Partnership led and supported and respo…)", LIKE),
        ("to settle", "q.csv", "3", "C", "?!"),
        ("known", "q.csv", "", "", ""),
    ]
    assert [row for row in rows if row[0] == "member"] == [
        ("member", "", "", "", "Ann", "ann", "2 answers"),
        ("member", "", "", "", "Cy", "cy", "1 answer"),
    ]


def test_a_report_that_cannot_be_written_is_told_before_anything_is_read(here, run):
    before = bytes_in(here)
    (here / "folder").mkdir()
    assert run("a.csv", *MADE, "--report", "folder") == (
        1, "", "“folder” is a folder. Give the report the name of a file.\n")  # fmt: skip
    assert run("a.csv", *MADE, "--report", "none/r.csv") == (
        1, "", "“none” is not a folder. Make it first, or choose another.\n")  # fmt: skip
    assert bytes_in(here) == before


def test_a_folder_of_files_is_read_as_one_and_what_is_not_there_is_told(here, run):
    (here / "in").mkdir()
    (here / "in" / "one.csv").write_text("Name,1.1,1.2\nAnn,G,W\n")
    (here / "in" / "two.CSV").write_text("Name,1.1,1.2\nBob,D,S\n")
    (here / "in" / "picture.png").write_bytes(b"x")
    (here / "none").mkdir()
    assert run("in", *MADE)[0] == 0
    assert {member for member, _ in ratings()} == {"ann", "bob"}
    assert run("in", "none", "nowhere.csv", "--into", "ours") == (
        1,
        "",
        "Reading\n“nowhere.csv” is not there. Check the name and the folder.\n"
        "“none” is a folder without files to import. Put the .csv or .xlsx files there.\n",
    )


@pytest.mark.parametrize("data", [b"", b"\0\0\0", b"PK\x03\x04junk", b"\xff\xfe\x00", b'"' * 9_000, b"a\n" * 9])
@pytest.mark.parametrize("name", ["x.csv", "x.xlsx", "x.txt"])
def test_whatever_a_file_holds_it_is_told_and_nothing_is_written(here, run, data, name):
    (here / name).write_bytes(data)
    before = bytes_in(here)
    code, said, wrong = run(name, *MADE)
    assert (code, wrong) == (1, "Reading\n")
    assert f"\nTo settle:\n  {name}" in said or f"\nTo settle:\n  “{name}” " in said
    assert bytes_in(here) == before


def test_a_layout_may_be_given_and_must_be_one(run):
    code, said, _ = run("a.csv", *MADE, "--layout", "wide")
    assert (code, said.split("\n")[0]) == (0, "a.csv: read as a table with a row for each member.")
    assert run("a.csv", *MADE, "--layout", "tallies") == (
        1,
        "",
        "Reading\n“tallies” is not a layout. Allowed: microsoft-forms, limesurvey, google-forms, kobo, qualtrics, "
        "surveymonkey, long, tally, transposed, wide, form; nearest: tally. Choose one of these.\n",
    )


def test_wrong_usage_is_told_with_code_2(run):
    assert run("a.csv")[0] == 2
    assert run("--into", "ours")[0] == 2
    assert run("a.csv", "--into", "ours", "--guess")[0] == 2


def test_of_many_rows_it_is_told_how_far_the_reading_has_come(here, run, monkeypatch):
    monkeypatch.setattr(imports, "_EVERY", 1_000)
    (here / "many.csv").write_text("Name,1.1,1.2\n" + "".join(f"Member {n},G,W\n" for n in range(2_500)))
    code, _, wrong = run("many.csv", *MADE, "--dry-run")
    assert code == 0
    assert wrong == "Reading\n1,000 rows read\n2,000 rows read\n"


def test_what_somebody_changed_since_is_kept_and_told_unless_it_is_to_be_replaced(run, ours):
    al.open_assessment(ours).rate("ann", "1.1", "D")
    before = bytes_in(ours)
    kept = "1 rating is not taken, since somebody gave another one in the folder: ann 1.1 (D, in the file G).\n"
    code, said, _ = run("a.csv", "--into", "ours")
    assert code == 0
    assert said.endswith(
        f"  {kept}Nothing else in it is new to ours: nothing was changed. "
        "To write the file’s over what the folder keeps: --replace.\n"
    )
    assert bytes_in(ours) == before
    assert run("a.csv", "--into", "ours", "--dry-run")[1].endswith(
        "Nothing was written: without --dry-run this goes to ours: nothing. "
        "To write the file’s over what the folder keeps: --replace.\n"
    )
    assert run("a.csv", "--into", "ours", "--replace")[1].endswith("\nWritten to ours: 1 rating of 1 member.\n")
    assert ratings()["ann", "1.1"] == "G"


@pytest.mark.parametrize("text", ["Name,1.1,1.2\n", "member,item,level\n"])
def test_of_a_file_without_answers_it_is_not_said_that_they_stand_already(here, run, text):
    (here / "e.csv").write_text(text)
    code, said, _ = run("e.csv", *MADE, "--keep-going")
    assert (code, said.split("\n")[-2]) == (0, "There is nothing in it that could be taken into ours.")
    assert not (here / "ours").exists()


def test_a_folder_is_made_where_nothing_could_be_taken_but_cells_are_left_over(here, run):
    (here / "e.csv").write_text("member,item,facet,round,state,level\nann,9.9,,1,rated,G\n")
    code, said, _ = run("e.csv", *MADE, "--keep-going")
    assert code == 0
    assert said.endswith(
        "\nThere is nothing in it that could be taken into ours. 1 cell not taken: see ours/import-rejects.csv.\n"
    )
    assert len(table(here / "ours" / "import-rejects.csv")) == 1


def test_what_is_passed_over_in_a_folder_is_told(here, run):
    for place in ("in", "in/2025", "in/.hidden"):
        (here / place).mkdir()
        (here / place / "one.csv").write_text(f"Name,1.1,1.2\n{place},G,W\n")
    (here / "in" / "readme.txt").write_text("These are the answers of 2026.\nAsk Ann.\n")
    (here / "in" / "notes.md").write_text("# Notes\n\n- none\n")
    (here / "in" / "two.txt").write_text("Name\t1.1\t1.2\nBob\tD\tS\n")
    code, said, _ = run("in", *MADE)
    assert code == 0
    do = "Give it by its own name, if it is to be read."
    left = f"is neither a filled form nor a table of answers, and was left out. {do}"
    assert said.partition("For you to know:\n")[2].split("\n")[:3] == [
        "  “in/2025” is a folder within one that was given, and was passed over. Give it too, if its files are to be "
        "read.",
        f"  “in/notes.md” {left}",
        f"  “in/readme.txt” {left}",
    ]
    assert ratings() == {("in", "1.1"): "G", ("in", "1.2"): "W", ("bob", "1.1"): "D", ("bob", "1.2"): "S"}


def test_a_text_that_is_named_by_itself_and_holds_no_answers_is_a_fault(here, run):
    (here / "in").mkdir()
    (here / "in" / "one.csv").write_text("Name,1.1,1.2\nAnn,G,W\n")
    (here / "in" / "readme.txt").write_text("These are the answers of 2026.\nAsk Ann.\n")
    code, said, _ = run("in", "in/readme.txt", *MADE)
    assert code == 1
    assert "To settle:\n  readme.txt: " in said
    assert "left out" not in said


def test_where_not_even_the_folder_above_is_there_the_mapping_stands_here(here, run):
    code, said, err = run("q.csv", "--into", "no/such/ours", "--framework", "cdrp-dat-partnership")
    assert (code, "of import-mapping.csv in a spreadsheet" in said, err.splitlines()[-1]) == (1, True, "Reading")
    assert (here / "import-mapping.csv").is_file()
    assert not (here / "no").exists()


def test_of_a_response_that_names_nobody_the_command_says_how_to_take_it_in(here, run, ours):
    (here / "n.csv").write_text("Name,1.1,1.2\nAnonymous,G,W\n")
    code, said, _ = run("n.csv", "--into", "ours")
    assert code == 1
    assert said.split("\n")[-4:] == [
        "Nothing was written. Settle what is listed above, or add:",
        "  --add-members      takes in everybody who is new",
        "  --keep-going       takes the rest and leaves what is not settled",
        "",
    ]
