"""The screen that makes documents: a look at each, a file of each kind, and words where one cannot be made."""

import base64
import html
import re
import shutil
from pathlib import Path

import pytest

from assesslib import widgets
from assesslib.widgets.documents import NAMES, Documents

DATA = Path(__file__).parents[2] / "data"
BEGINS = {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK", "html": b"<!doctype html>"}


@pytest.fixture
def folder(tmp_path):
    for name in ("cdrp-worked-example", "collaboration-2026"):
        shutil.copytree(DATA / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def screen(folder):
    return Documents(widgets.ChooseAssessment(folder))


def controls(screen):
    which, tier = screen.children[0].children
    kind, make, look = screen.children[2].children
    return {"which": which, "tier": tier, "kind": kind, "make": make, "look": look}


def link(screen):
    return screen.children[3].value


def preview(screen):
    return html.unescape(re.search(r"srcdoc='(.*?)'></iframe>", screen.children[4].value, re.DOTALL)[1])


@pytest.mark.parametrize("which", ["form", "plan", "questionnaire"])
@pytest.mark.parametrize("kind", list(BEGINS))
def test_each_document_is_made_in_each_format(screen, which, kind):
    parts = controls(screen)
    parts["which"].value, parts["kind"].value = which, kind
    parts["make"].click()
    found = re.search(r"<a download='([^']*)' href='data:[^;]*;base64,([^']*)'>", link(screen))
    assert found[1] == f"collaboration-2026-{which}.{kind}"
    assert base64.b64decode(found[2]).lower().startswith(BEGINS[kind].lower())


def test_the_form_can_be_looked_at_before_it_is_saved(screen):
    parts = controls(screen)
    parts["which"].value = "form"
    parts["look"].click()
    assert "Northvale Active & Creative Partnership" in html.unescape(preview(screen))
    assert "<iframe class='document' sandbox=''" in screen.children[4].value


def test_nothing_that_was_written_can_run_in_the_preview(screen, folder):
    written = "</iframe><script>alert(1)</script>'>"
    screen._choice.assessment.add_note("strength", written, item="5", section="preparing")
    parts = controls(screen)
    parts["which"].value = "form"
    parts["look"].click()
    assert "<script" not in screen.children[4].value
    assert "<script" not in preview(screen)
    assert "alert(1)" in preview(screen)


def test_the_tier_is_asked_only_where_it_changes_something(screen):
    parts, shown = controls(screen), {}
    for which in NAMES.values():
        parts["which"].value = which
        shown[which] = parts["tier"].layout.display != "none"
    assert shown == {"report": True, "form": False, "plan": False, "comparison": True, "questionnaire": False}


def test_another_choice_takes_the_last_file_away(screen):
    parts = controls(screen)
    parts["which"].value = "plan"
    parts["make"].click()
    assert "Save collaboration-2026-plan.pdf" in link(screen)
    parts["kind"].value = "docx"
    assert link(screen) == ""


def test_without_a_year_before_there_is_no_comparison_and_it_says_why(screen):
    parts = controls(screen)
    parts["which"].value = "comparison"
    parts["make"].click()
    assert "There is no earlier assessment of this partnership here to compare it with." in link(screen)
