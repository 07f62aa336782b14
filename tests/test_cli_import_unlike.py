"""A second form under one name on the command line: what is asked, what keeps going leaves, and how it is settled."""

import csv

import pytest
from cli_kit import ran

import assesslib as al

MADE = ("--framework", "cdrp-dat-partnership", "--partnership", "Riverside", "--date", "2026-03-01")
NAME = "Anna Bell.csv"


def form(levels):
    items = ("1.1", "1.2", "1.3", "1.4", "1.5", "2.1")
    return "Ref,Rating\n" + "".join(f"{item},{level}\n" for item, level in zip(items, levels, strict=False))


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Imports a form with these levels; gives the exit code and the last lines that were printed."""
    monkeypatch.chdir(tmp_path)

    def take(levels, *options, last):
        (tmp_path / NAME).write_text(form(levels))
        code, said, _ = ran(("import", NAME, "--into", "ours", *options), capsys)
        return code, said.splitlines()[-last:]

    assert take("GGGGG", *MADE, last=1) == (0, ["Written to ours: 5 ratings of 1 member, 1 new member."])
    return take


def levels_in(folder):
    said = al.open_assessment(folder).ratings
    return "".join(said["level"].astype("object").fillna("."))[:6]


def test_the_ways_to_settle_it_are_listed(run):
    assert run("WSDWWD", last=4) == (1, [
        "Nothing was written. Settle what is listed above, or add:",
        "  --accept-matches   takes what is likely",
        "  --replace          writes over what stands in the folder",
        "  --keep-going       takes the rest and leaves what is not settled",
    ])  # fmt: skip
    assert levels_in("ours") == "GGGGG."


def test_who_keeps_going_mixes_nothing_and_finds_the_cells_among_the_rejects(run, tmp_path):
    left = "6 cells not taken: see ours/import-rejects.csv."
    said = f"Nothing that is sure in it is new to ours: nothing was changed. {left}"
    assert run("WSDWWD", "--keep-going", last=1) == (0, [said])
    assert levels_in("ours") == "GGGGG."
    with (tmp_path / "ours" / "import-rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "".join(row["text"] for row in csv.DictReader(file)) == "WSDWWD"


@pytest.mark.parametrize("option", ["--accept-matches", "--replace"])
def test_said_to_be_right_it_is_written_over_and_no_reject_is_left(run, tmp_path, option):
    run("WSDWWD", "--keep-going", last=1)
    assert run("WSDWWD", option, last=1) == (0, ["Written to ours: 6 ratings of 1 member."])
    assert levels_in("ours") == "WSDWWD"
    assert not (tmp_path / "ours" / "import-rejects.csv").exists()
