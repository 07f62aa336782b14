"""Notebooks as they are stored: pages that read well, stripped of whatever a run leaves behind."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import nbformat
import pytest

FOLDER = Path(__file__).parents[2] / "notebooks"
PATHS = sorted(FOLDER.glob("*.ipynb"))
pytestmark = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def cells(path, kind):
    return [cell for cell in nbformat.read(path, 4).cells if cell.cell_type == kind]


def test_it_is_valid_and_ends_in_a_line_end(path):
    nbformat.validate(nbformat.read(path, 4))
    assert path.read_text(encoding="utf-8").endswith("}\n")


def test_nothing_of_a_run_is_kept(path):
    book = nbformat.read(path, 4)
    assert [cell.id for cell in cells(path, "code") if cell.outputs or cell.execution_count] == []
    assert set(book.metadata) == {"kernelspec", "language_info"}
    assert book.metadata.kernelspec.name == "python3"


def test_code_is_short_folded_and_defines_nothing(path):
    for cell in cells(path, "code"):
        lines = [line for line in cell.source.splitlines() if line.strip()]
        assert 1 <= len(lines) <= 5
        assert not re.search(r"^\s*(def|class|for|while|try|with) ?", cell.source, re.M)
        assert cell.metadata == {"jupyter": {"source_hidden": True}}


def test_it_begins_with_a_title_and_what_it_is_for(path):
    first = nbformat.read(path, 4).cells[0]
    title, _, why = first.source.partition("\n\n")
    assert first.cell_type == "markdown"
    assert title.startswith("# ")
    assert len(why) > 100


def test_every_link_leads_to_a_file_or_a_heading(path):
    text = "\n".join(cell.source for cell in cells(path, "markdown"))
    headings = {title.replace(" ", "-") for title in re.findall(r"(?m)^#+ (.+)$", text)}
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    lost = [one for one in targets if not (leads_to_heading(one, headings) or (path.parent / unquote(one)).is_file())]
    assert lost == []


def leads_to_heading(target, headings):
    return target.startswith("#") and unquote(target[1:]) in headings


def test_it_names_no_place_on_this_machine(path):
    text = json.dumps(json.loads(path.read_text(encoding="utf-8")))
    assert not re.search(r"/(home|root|work|tmp|Users)/|[A-Z]:\\\\", text)
