"""The command that packs assessments: what it writes, says and leaves alone."""

import shutil

import pytest
from cli_kit import ran

import assesslib as al
from assesslib.places import shipped

pytest.importorskip("duckdb", reason="DuckDB is not installed; get it with pip install 'assesslib[scale]'")
CSIT = "csit-collaborative-working"
YEARS = ("collaboration-2025", "collaboration-2026")
SAID = f"""Packed 2 assessments in packed:
framework={CSIT}/year=2025
framework={CSIT}/year=2026
Next: count them with assesslib.level_counts('packed', framework=...).
"""


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Pack folders that stand here; gives the exit code and what was printed and complained of."""
    monkeypatch.chdir(tmp_path)
    for year in YEARS:
        shutil.copytree(shipped("data") / year, tmp_path / year)
    return lambda *arguments: ran(("pack", *arguments), capsys)


def test_assessments_are_packed_and_can_be_counted(run):
    assert run(*YEARS, "--to", "packed") == (0, SAID, "Reading 2 assessments\n")
    counts = al.level_counts("packed", "assessment", framework=CSIT).set_index("assessment")
    for year in YEARS:
        [alone] = al.level_counts(al.open_assessment(year).ratings, "assessment").to_dict("records")
        assert counts.loc[year].to_dict() == {name: n for name, n in alone.items() if name != "assessment"}


def test_what_is_there_is_replaced_only_where_that_is_asked(run, tmp_path):
    run(*YEARS, "--to", "packed")
    assert run(YEARS[0], "--to", "packed") == (
        1,
        "",
        "“packed” is there already. Choose another name, or add --force to replace what was packed there.\n",
    )
    assert len(list(tmp_path.glob("packed/*/*"))) == 2
    code, out, _ = run(YEARS[0], "--to", "packed", "--force")
    assert (code, out.splitlines()[:2]) == (0, ["Packed 1 assessment in packed:", f"framework={CSIT}/year=2025"])
    assert [path.name for path in tmp_path.glob("packed/*/*")] == ["year=2025"]


def test_a_folder_of_something_else_is_never_replaced(run, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    assert run(*YEARS, "--to", "mine", "--force")[::2] == (
        1,
        "Reading 2 assessments\nmine: The folder holds something else than packed ratings. Name another folder.\n",
    )
    assert (tmp_path / "mine" / "notes.txt").read_text() == "mine"


def test_a_folder_without_an_assessment_packs_nothing(run, tmp_path):
    said = f"{tmp_path / 'nowhere'}: “nowhere” is not a folder. Check the name and the place.\n"
    assert run(YEARS[0], "nowhere", "--to", "packed") == (1, "", f"Reading 2 assessments\n{said}")
    assert not (tmp_path / "packed").exists()


@pytest.mark.parametrize(("arguments", "missing"), [
    (("--to", "packed"), "FOLDER"),
    (YEARS, "--to"),
])  # fmt: skip
def test_folders_and_where_to_must_be_said(arguments, missing, run):
    code, _, complained = run(*arguments)
    assert (code, complained.splitlines()[-1]) == (
        2, f"assess pack: error: the following arguments are required: {missing}")  # fmt: skip
