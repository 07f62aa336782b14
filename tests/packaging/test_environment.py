"""The three lists of what the toolkit needs say the same, and none of them names a host."""

import re
import tomllib
from pathlib import Path

import pytest
import rattler
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text())
NEEDED = [Requirement(text) for text in PROJECT["dependencies"]]
EXTRAS = [Requirement(text) for extra in PROJECT["optional-dependencies"].values() for text in extra]
FOR_TESTS = [one for one in EXTRAS if one.name != PROJECT["name"]]
ONLY_BY_PIP = {"typst"}  # conda-forge has the program and not its Python package; pip adds it with the toolkit
ALSO_ON_CONDA = [one for one in FOR_TESTS if one.name == "nbval"]


def conda_specs():
    return [rattler.MatchSpec(text, strict=True) for text in CONDA["dependencies"] if isinstance(text, str)]


def test_conda_gets_what_pip_gets_within_the_same_bounds():
    python = Requirement(f"python{PROJECT['requires-python']}")
    by_conda = [one for one in NEEDED if one.name not in ONLY_BY_PIP]
    wanted = {one.name: bounds(str(one.specifier)) for one in (*by_conda, *ALSO_ON_CONDA, python)}
    assert {one.name.normalized: bounds(str(one.version or "")) for one in conda_specs()} == wanted | {"pip": set()}


def bounds(text):
    return set(filter(None, text.replace(" ", "").split(",")))


def test_conda_then_installs_the_package_itself():
    assert CONDA["channels"] == ["conda-forge"]
    assert [part for part in CONDA["dependencies"] if isinstance(part, dict)] == [{"pip": ["-e ."]}]


def locked():
    text = (ROOT / "requirements.lock").read_text()
    return {name: Version(version) for name, version in re.findall(r"(?m)^([\w.-]+)==([\w.!+-]+)", text)}


@pytest.mark.parametrize("wanted", NEEDED + FOR_TESTS, ids=lambda one: one.name)
def test_the_lock_holds_a_version_of_everything_that_fits(wanted):
    assert locked()[wanted.name] in wanted.specifier


def test_the_tests_have_every_extra():
    (own,) = [one for one in EXTRAS if one.name == PROJECT["name"]]
    assert own.extras == set(PROJECT["optional-dependencies"]) - {"test"}


def test_the_lock_has_hashes_and_no_address():
    text = (ROOT / "requirements.lock").read_text()
    entries = re.split(r"(?m)^(?=\S)", text)[1:]
    assert len(entries) == len(re.findall(r"(?m)^[\w.-]+==", text)) > 50
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text


def test_the_top_level_is_tidy():
    git = {".git", ".gitignore"}
    made = {".venv", ".pytest_cache", ".hypothesis", ".ruff_cache", ".ipynb_checkpoints"}
    known = {"notebooks", "assesslib", "frameworks", "data", "tests", "environment.yml", "README.md", "LICENSE",
             "Makefile", "pyproject.toml", "requirements.lock", ".ci"}  # fmt: skip
    assert known <= {path.name for path in ROOT.iterdir()} <= known | git | made
