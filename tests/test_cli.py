"""The command: 0 done, 1 the data has faults, 2 wrong usage; nothing a user can cause ends in a traceback."""

import os
import subprocess
import sys
import tomllib

import pytest
from cli_kit import ran

import assesslib as al
from assesslib.places import shipped

CSIT = "csit-collaborative-working"
NEW = ("--framework", CSIT, "--partnership", "Our Team")


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here, capsys):
    """Run the command; gives its exit code and what it printed and complained of."""

    return lambda *arguments: ran(arguments, capsys)


def process(here, *arguments, **how):
    command = [sys.executable, "-m", "assesslib.cli", *arguments]
    return subprocess.run(command, cwd=here, capture_output=True, **how)


def test_the_frameworks_are_listed(run):
    assert run("frameworks") == (
        0,
        "cdrp-dat-partnership           CDRP / DAT partnership self-assessment: 20 standards\n"
        "csit-collaborative-working     Self-Assessment of ‘Collaborative Working’: 37 key features\n",
        "",
    )


def test_a_new_assessment_is_made_and_the_next_step_told(here, run):
    assert run("new", "data/team", *NEW, "--date", "2026-03-01") == (
        0,
        "Made data/team for Self-Assessment of ‘Collaborative Working’.\n"
        "Next: write the members into data/team/assessment.toml; an example stands there. Then try:\n"
        "assess check data/team\n",
        "",
    )
    made = tomllib.loads((here / "data" / "team" / "assessment.toml").read_text(encoding="utf-8"))
    assert made == {"framework": CSIT, "version": "3.7", "partnership": "Our Team", "date": "2026-03-01"}
    assert run("check", "data/team") == (0, "1 checked: no faults.\n", "")


def test_an_order_with_faults_makes_nothing_and_says_them_all(here, run):
    code, out, err = run("new", "team", "--framework", "csit", "--partnership", " ", "--date", "2026-13-01")
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "“partnership” is missing, empty or not a text. Write partnership = \"…\".",
        "date: “2026-13-01” is not a date. Write it like 2026-03-01.",
        "framework: “csit” is not a framework that comes with the toolkit. "
        "Allowed: cdrp-dat-partnership, csit-collaborative-working; nearest: csit-collaborative-working. "
        "Give one of these, or the name of a framework’s own .toml file.",
    ]  # fmt: skip
    assert list(here.iterdir()) == []


def test_a_folder_in_use_is_left_alone(here, run):
    run("new", "team", *NEW)
    before = (here / "team" / "assessment.toml").read_bytes()
    assert run("new", "team", *NEW) == (
        1, "", "“team” holds something already. Choose a folder that does not exist yet.\n",
    )  # fmt: skip
    assert (here / "team" / "assessment.toml").read_bytes() == before


def test_a_crosswalk_is_drafted_and_the_next_step_told(here, run):
    later = shipped("frameworks") / "crosswalks" / "example" / f"{CSIT}-3.8.toml"
    (here / "later.toml").write_bytes(later.read_bytes())
    assert run("crosswalk", CSIT, "later.toml", "--to", "c.toml") == (
        0,
        "Drafted c.toml by wording alone: 1 same, 1 reworded, 1 split, 1 merged, 1 new, 32 retired.\n"
        "Next: read every row, put right what is wrong, and write confirmed = true at its top. Then try:\n"
        "assess check c.toml\n",
        "",
    )
    assert run("check", "c.toml") == (
        1,
        "c.toml, line 14, confirmed: nobody has confirmed this crosswalk, so it is not used. "
        "Read every row, put right what is wrong, and write confirmed = true.\n1 checked: 1 fault.\n",
        "",
    )
    draft = (here / "c.toml").read_text(encoding="utf-8")
    (here / "c.toml").write_text(draft.replace("confirmed = false", "confirmed = true"), encoding="utf-8")
    assert run("check", "c.toml") == (0, "1 checked: no faults.\n", "")


def test_a_crosswalk_that_is_there_is_written_over_only_where_that_is_asked_for(here, run):
    (here / "c.toml").write_text('before = "x"\n')
    order = ("crosswalk", CSIT, "cdrp-dat-partnership", "--to", "c.toml")
    assert run(*order) == (
        1,
        "",
        "“c.toml” is there already. "
        "Choose another name, or add --force to write over it; what was put right in it is then lost.\n",
    )
    assert (here / "c.toml").read_text() == 'before = "x"\n'
    assert run(*order, "--force")[::2] == (0, "")
    assert tomllib.loads((here / "c.toml").read_text(encoding="utf-8"))["before"] == CSIT


@pytest.mark.parametrize("place", ["", ".", "no/c.toml", "a.csv", "a.csv/c.toml", "folder.toml", "a" * 300 + ".toml"])
def test_no_place_for_a_draft_ends_in_a_traceback(here, run, place):
    (here / "a.csv").write_text("x")
    (here / "folder.toml").mkdir()
    held = sorted(here.rglob("*"))
    code, out, err = run("crosswalk", CSIT, "cdrp-dat-partnership", "--to", place)
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert sorted(here.rglob("*")) == held


def test_every_fault_of_every_path_is_listed(here, run):
    (here / "a.csv").write_text("member,item,level\nann,1,f\nann,99,c\n")
    (here / "b.toml").write_text("x")
    code, out, err = run("check", "a.csv", "b.toml", "no.csv")
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "a.csv, row 2, column level: “f” is not a level of this scale. Allowed: a, b, c, d, e; nearest: e. "
        "Correct the cell.",
        "a.csv, row 3, column item: “99” is none of this framework’s key features. "
        "Allowed: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 25 more; nearest: 9. Correct the cell.",
        "b.toml, line 1: this is not TOML: an equals sign is missing. "
        "Look here and just above; quotes must be straight ones.",
        "no.csv: There is nothing of this name. Check the name and the folder.",
        "3 checked: 4 faults.",
    ]


def test_one_fault_is_one_fault(here, run):
    (here / "a.csv").write_text("member,item,level\nann,1,f\n")
    assert run("check", "a.csv", "--framework", CSIT)[:2] == (
        1,
        "a.csv, row 2, column level: “f” is not a level of this scale. Allowed: a, b, c, d, e; nearest: e. "
        "Correct the cell.\n1 checked: 1 fault.\n",
    )


def test_what_was_worked_around_is_told_and_is_no_fault(here, run):
    (here / "old.csv").write_bytes("member,item,level,comment\nann,1,c,café\n".encode("cp1252"))
    assert run("check", "old.csv") == (
        0,
        "old.csv, line 2: The text is not UTF-8; it was read as Windows text. "
        "Nothing is lost; save as “CSV UTF-8” another time.\n1 checked: no faults.\n",
        "",
    )


def test_checking_changes_nothing(here, run):
    made = al.create_assessment("team", framework=CSIT, partnership="T", members=[{"id": "bob"}])
    made.rate("bob", "1", "c")
    (here / "team" / "ratings" / "bob.csv").open("ab").write(b"2026-03-03T09:00:00Z,2,,1,ra")
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    assert run("check", "team")[0] == 0
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "assess: error: the following arguments are required: COMMAND"),
        (["check"], "assess check: error: the following arguments are required: PATH"),
        (["new"], "assess new: error: the following arguments are required: folder, --framework, --partnership"),
        (["new", "x", "--framework", CSIT], "assess new: error: the following arguments are required: --partnership"),
        (["check", "x", "--frame"], "assess check: error: argument --framework: expected one argument"),
        (["frameworks", "x"], "assess: error: unrecognized arguments: x"),
        (["crosswalk", CSIT], "assess crosswalk: error: the following arguments are required: AFTER, --to"),
        (["report", "x"], "assess report: error: the following arguments are required: --to"),
        (["compare", "x", "--to", "a.pdf"], "assess compare: error: the following arguments are required: FOLDER"),
        (["form", "x"], "assess form: error: the following arguments are required: --to"),
        (["questionnaire"], "assess questionnaire: error: the following arguments are required: ID, --to"),
        (["plan", "--to", "a.pdf"], "assess plan: error: the following arguments are required: FOLDER"),
        (["import-plan", "a.xlsx"], "assess import-plan: error: the following arguments are required: --into"),
        (["lab", "--port", "x"], "assess lab: error: argument --port: invalid int value: 'x'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_2_and_says_what_is_missing(here, run, arguments, complaint):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: assess")
    assert err.splitlines()[-1] == complaint
    assert list(here.iterdir()) == []


def test_an_unknown_command_is_wrong_usage(run):
    code, _, err = run("repot")
    assert code == 2
    assert err.startswith("usage: assess [-h] COMMAND ...\nassess: error: argument COMMAND: invalid choice: 'repot'")


def test_a_tier_that_is_none_is_wrong_usage(here, run):
    code, out, err = run("report", "x", "--to", "a.pdf", "--anonymity", "none")
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].startswith("assess report: error: argument --anonymity: invalid choice: 'none' (choose")


COMMANDS = ["lab", "frameworks", "check", "new", "crosswalk", "report", "compare", "form", "questionnaire", "plan",
            "import-plan"]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(run, command):
    code, out, err = run(command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"usage: assess {command} ")
    assert command in run("--help")[1]


NASTY = ["", ".", "/", "..", "~", "*", "no\nname", "a" * 300, "\udcff", "-x.csv", "nul", "https://x.org", "🙂"]


@pytest.mark.parametrize("path", NASTY, ids=range(len(NASTY)))
def test_no_path_ends_in_a_traceback(here, run, path):
    (here / "a.csv").write_text("member,item,level\n")
    for arguments in (("--", path), (f"--framework={path}", "a.csv")):
        code, out, err = run("check", *arguments)
        assert (code, err) in ((0, ""), (1, ""))
        assert out.splitlines()[-1].startswith("1 checked: ")


@pytest.mark.parametrize("folder", ["", ".", "a.csv/team", "a" * 300, "a.csv"])
def test_no_folder_for_a_new_assessment_ends_in_a_traceback(here, run, folder):
    (here / "a.csv").write_text("x")
    code, out, err = run("new", folder, *NEW)
    assert (code, out) == (1, "")
    assert len(err.splitlines()) == 1


def test_a_place_that_cannot_be_written_to_is_said_plainly(here, run):
    (here / "file").write_text("x")
    assert run("new", "file/team", *NEW) == (
        1,
        "",
        f"{here / 'file' / 'team'}: Not a directory. Nothing was changed.\n",
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_said_plainly(here, run):
    (here / "a.csv").write_text("x")
    (here / "a.csv").chmod(0)
    assert run("check", "a.csv")[:2] == (
        1,
        "a.csv: The file cannot be read (Permission denied). Close it in other programs, or copy it here again.\n"
        "1 checked: 1 fault.\n",
    )


def test_a_terminal_with_few_letters_shows_question_marks(here):
    (here / "a.csv").write_text("member,item,level\né,1,🙂\n", encoding="utf-8")
    done = process(here, "check", "a.csv", env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode("ascii").splitlines() == [
        "a.csv, row 2, column level: ??? is not a level of this scale. Allowed: a, b, c, d, e; nearest: e. "
        "Correct the cell.",
        "1 checked: 1 fault.",
    ]


@pytest.mark.skipif(os.name != "posix", reason="needs a shell with pipes")
def test_a_reader_that_leaves_early_is_no_fault_of_the_command(here):
    (here / "a.csv").write_text("member,item,level\n" + "ann,99,c\n" * 3000)
    line = f'"{sys.executable}" -m assesslib.cli check a.csv | head -n 1'
    done = subprocess.run(line, cwd=here, shell=True, capture_output=True, text=True)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_1_and_said_plainly(here):
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "assesslib.cli", "frameworks"], cwd=here, stdout=full,
                              stderr=subprocess.PIPE, text=True)  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "The disk: No space left on device. Nothing was changed.\n")
