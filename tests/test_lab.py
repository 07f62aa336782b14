"""How JupyterLab is opened: on the right folder, and so that a stray key cannot change a page."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from assesslib import lab

SCHEMAS = Path(sys.prefix) / "share" / "jupyter" / "lab" / "schemas"
OVERRIDES = json.loads((Path(lab.__file__).parent / "lab_settings" / "overrides.json").read_text())


def shipped_shortcuts():
    names = ("notebook-extension/tracker.json", "mainmenu-extension/plugin.json")
    schemas = [json.loads((SCHEMAS / "@jupyterlab" / name).read_text()) for name in names]
    return [one for schema in schemas for one in schema.get("jupyter.lab.shortcuts", [])]


def triple(shortcut):
    return shortcut["command"], tuple(shortcut["keys"]), shortcut["selector"]


def test_no_bare_letter_or_digit_changes_a_notebook():
    bare = {triple(one) for one in shipped_shortcuts() if one["keys"] and all(len(key) == 1 for key in one["keys"])}
    said = OVERRIDES["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    off = {triple(one) for one in said if one["disabled"]}
    assert ("notebook:delete-cell", ("D", "D")) in {one[:2] for one in bare}
    assert bare == off


def test_the_options_name_the_folder_and_the_first_page(tmp_path):
    options = lab.lab_options(tmp_path, browser=False, port=9999)
    assert f"--ServerApp.root_dir={tmp_path}" in options
    assert "--LabApp.default_url=/lab/tree/notebooks/00_start.ipynb" in options
    assert {"--no-browser", "--port=9999"} <= set(options)
    assert not {"--no-browser", "--port=9999"} & set(lab.lab_options(tmp_path))


@pytest.fixture
def wheel(tmp_path, monkeypatch):
    """As installed from a wheel: the shipped pages lie beside the code and there is no checkout."""
    for name in ("notebooks", "data", "frameworks"):
        (tmp_path / "share" / name).mkdir(parents=True)
    (tmp_path / "share" / "frameworks" / "README.md").write_text("how to")
    (tmp_path / "share" / lab.START).write_text("{}")
    monkeypatch.setattr(lab, "shipped", lambda name: tmp_path / "share" / name)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path


def test_a_folder_with_the_pages_is_used_as_it_is(wheel):
    (wheel / "here" / "notebooks").mkdir()
    (wheel / "here" / lab.START).write_text("mine")
    assert lab.find_home() == wheel / "here"
    assert (wheel / "here" / lab.START).read_text() == "mine"


def test_elsewhere_the_pages_are_copied_once_and_never_over_anything(wheel):
    home = lab.find_home()
    assert home == wheel / "here" / "assesslib-notebooks"
    (home / lab.START).write_text("mine")
    assert (home / "frameworks" / "README.md").read_text() == "how to"
    assert lab.find_home() == home
    assert (home / lab.START).read_text() == "mine"


def test_a_named_folder_gets_what_it_lacks(wheel):
    (wheel / "named" / "data").mkdir(parents=True)
    assert lab.find_home(str(wheel / "named")) == wheel / "named"
    assert (wheel / "named" / lab.START).is_file()
    assert list((wheel / "named" / "data").iterdir()) == []


def test_a_checkout_is_found_from_anywhere(wheel):
    (wheel / "share" / "pyproject.toml").write_text("")
    assert lab.find_home() == wheel / "share"
    shutil.rmtree(wheel / "share")
