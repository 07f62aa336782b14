"""A wheel, installed outside the checkout, gives a working toolkit."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command, cwd, **env):
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd=cwd, env=clean | env, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    assert built.returncode == 0, built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def outside(wheel, tmp_path_factory):
    """An environment of its own with the wheel in it; what the wheel needs is borrowed from this one."""
    folder = tmp_path_factory.mktemp("outside")
    made = run(sys.executable, "-m", "venv", "env", cwd=folder)
    assert made.returncode == 0, made.stderr
    python = folder / "env" / "bin" / "python"
    installed = run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=folder)
    assert installed.returncode == 0, installed.stderr
    borrowed = next(path for path in sys.path if path.endswith("site-packages"))
    own = run(python, "-c", "import site; print(site.getsitepackages()[0])", cwd=folder).stdout.strip()
    (Path(own) / "zz_borrowed.pth").write_text(borrowed + "\n")
    return folder


def assess(outside, *words):
    return run(outside / "env" / "bin" / "assess", *words, cwd=outside)


def test_the_wheel_carries_frameworks_notebooks_and_samples(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("frameworks", "notebooks", "data"):
        shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        shipped = {name for name in shipped if ".ipynb_checkpoints" not in name}
        assert {f"assesslib/_share/{name}" for name in shipped} <= names
    assert {"assesslib/widgets/page.css", "assesslib/lab_settings/page_config.json"} <= names
    assert not [name for name in names if name.startswith("tests")]


def test_it_is_the_wheel_that_runs(outside):
    shown = run(outside / "env" / "bin" / "python", "-c", "import assesslib; print(assesslib.__file__)", cwd=outside)
    assert Path(shown.stdout.strip()).is_relative_to(outside)


def test_frameworks_are_there(outside):
    shown = assess(outside, "frameworks")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "csit-collaborative-working" in shown.stdout
    assert "cdrp-dat-partnership" in shown.stdout


def test_an_assessment_can_be_made_and_checked(outside):
    made = assess(outside, "new", "ours", "--framework", "cdrp-dat-partnership", "--partnership", "Ours")
    assert made.returncode == 0, made.stderr
    checked = assess(outside, "check", "ours")
    assert (checked.returncode, checked.stdout) == (0, "1 checked: no faults.\n")


def test_the_notebooks_are_put_where_one_works(outside):
    code = "from assesslib.lab import find_home; print(find_home())"
    shown = run(outside / "env" / "bin" / "python", "-c", code, cwd=outside)
    home = Path(shown.stdout.splitlines()[-1])
    assert home == outside / "assesslib-notebooks"
    assert (home / "notebooks" / "00_start.ipynb").is_file()
    assert (home / "data" / "collaboration-2026" / "assessment.toml").is_file()
