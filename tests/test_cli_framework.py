"""The command that makes a framework of somebody’s own questions: what it says, writes and leaves alone."""

import pytest
from cli_kit import ran

import assesslib as al

OWN = "Section,Ref,Text\nTrust,1.1,We trust each other.\nTrust,1.2,We say so.\nWork,1.10,We share work.\n"
SCALE = ("--scale", "a=Not at all;b=Partly;c=Fully")
SAID = ("--title", "Our own", "--version", "2026", "--term", "question")
NOT_SAID = """own.csv: The file says no title; “own” was written. Say another with --title TEXT.
own.csv: The file says no version; “1” was written. Say another with --version TEXT.
own.csv: The file says no item term; “statement” was written. Say another with --term TEXT.
"""


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.csv").write_text(OWN)
    return tmp_path


@pytest.fixture
def run(here, capsys):
    """Makes a framework; gives the exit code and what was printed and complained of."""
    return lambda *arguments: ran(("framework", "from", *arguments), capsys)


def test_a_spreadsheet_becomes_a_framework_that_can_be_checked_and_loaded(here, run, capsys):
    assert run("own.csv", "--to", "own.toml", *SCALE, *SAID) == (
        0,
        "own.csv was read as a spreadsheet: 3 items in 2 sections, levels a to c.\nWrote own.toml.\n"
        "Next: read it through, name the themes that run through it, and try: assess check own.toml\n",
        "Reading own.csv\n",
    )
    made = al.load_framework("own.toml")
    assert (made.id, made.title, made.version, made.item_term) == ("own", "Our own", "2026", "question")
    assert [(item.id, item.text, item.section) for item in made.items] == [
        ("1.1", "We trust each other.", "trust"),
        ("1.2", "We say so.", "trust"),
        ("1.10", "We share work.", "work"),
    ]
    assert [(level.code, level.label) for level in made.levels] == [
        ("a", "Not at all"),
        ("b", "Partly"),
        ("c", "Fully"),
    ]
    assert ran(("check", "own.toml"), capsys)[:2] == (0, "1 checked: no faults.\n")


def test_without_a_scale_nothing_is_written_and_it_says_what_to_give(here, run):
    assert run("own.csv", "--to", "own.toml") == (
        1,
        "own.csv was read as a spreadsheet: 3 items in 2 sections, no scale yet.\n"
        'own.csv: The file holds no scale. Give it, lowest first: --scale "a=Not at all;b=Partly;c=Fully"; or --like '
        f"cdrp-dat-partnership.\n{NOT_SAID}Nothing was written.\n",
        "Reading own.csv\n",
    )
    assert [path.name for path in here.iterdir()] == ["own.csv"]


def test_the_scale_of_another_framework_may_be_taken(run):
    assert run("own.csv", "--to", "own.toml", "--like", "cdrp-dat-partnership")[0] == 0
    assert al.load_framework("own.toml").codes == ("G", "W", "S", "D")


def test_a_file_that_is_there_is_written_over_only_on_demand(here, run):
    (here / "own.toml").write_text("kept")
    assert run("own.csv", "--to", "own.toml", *SCALE) == (
        1, "", "“own.toml” is there already. Choose another name. Or add --force to write over it.\n")  # fmt: skip
    assert (here / "own.toml").read_text() == "kept"
    assert run("own.csv", "--to", "own.toml", *SCALE, "--force")[0] == 0
    assert al.load_framework("own.toml").id == "own"


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("own.txt", "“own.txt” is not the name of a framework file. End it in .toml.\n"),
        ("none/own.toml", "“none” is not a folder. Make it first, or choose another.\n"),
        ("folder.toml", "“folder.toml” is there already. Choose another name.\n"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_told_before_anything_is_read(here, run, to, said):
    (here / "folder.toml").mkdir()
    assert run("own.csv", "--to", to, *SCALE) == (1, "", said)


def test_a_name_that_is_no_id_is_told(here, run):
    code, said, _ = run("own.csv", "--to", "Our Own.toml", *SCALE, *SAID)
    assert code == 1
    assert said.split("\n")[1:] == [
        "“Our Own” is not an id: those are lower-case letters, digits and hyphens. Write, say, --to our-own.toml.",
        "Nothing was written.",
        "",
    ]
    assert not (here / "Our Own.toml").exists()


def test_a_file_that_is_not_there_or_holds_something_else_is_told(here, run):
    (here / "bad.yaml").write_bytes(b"\0\0")
    assert run("nowhere.csv", "--to", "x.toml") == (
        1,
        "nowhere.csv: there is no such file. Check the name and the folder.\nNothing was written.\n",
        "Reading nowhere.csv\n",
    )
    assert run("bad.yaml", "--to", "x.toml") == (
        1,
        "bad.yaml: this is not YAML: a character that cannot stand in it. Look here and just above.\n"
        "Nothing was written.\n",
        "Reading bad.yaml\n",
    )
    assert not (here / "x.toml").exists()


@pytest.mark.parametrize("data", [b"", b"\0", b"PK\x03\x04junk", b"\xff\xfe\x00", b"&a [*a]", b"- " * 5_000])
@pytest.mark.parametrize("name", ["x.csv", "x.xlsx", "x.yaml", "x.png"])
def test_whatever_a_file_holds_it_is_told_and_nothing_is_written(here, run, data, name):
    (here / name).write_bytes(data)
    code, said, wrong = run(name, "--to", "x.toml", *SCALE)
    assert (code, wrong) == (1, f"Reading {name}\n")
    assert said.endswith("Nothing was written.\n")
    assert not (here / "x.toml").exists()


def test_wrong_usage_is_told_with_code_2(run, capsys):
    assert run("own.csv")[0] == 2
    assert run("own.csv", "--to", "own.toml", "--lowest", "middle")[0] == 2
    assert ran(("framework", "of", "own.csv", "--to", "own.toml"), capsys)[0] == 2
