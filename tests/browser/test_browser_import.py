"""Answers from a file, taken in on the page in a real browser: chosen, read, settled, written."""

import shutil

import pytest
from notebook_pages import IDLE, choose, until

import assesslib as al

LIKE = "Partnership led and supported and responsive"
EVIL = "<img src=x onerror=document.title='run'>"
FILE = f"Name,1.2,1.3,{LIKE}\nAnn,G,W,Some success\nBob,D,?!,{EVIL}\n"
WRONG = '[data-mime-type="application/vnd.jupyter.error"], [data-mime-type="application/vnd.jupyter.stderr"]'
TEAM = [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}]


@pytest.fixture
def team(home):
    """An assessment of our own in the data of the page."""
    folder = home / "data" / "import-2026"
    yield al.create_assessment(
        folder, framework="cdrp-dat-partnership", partnership="Import", date="2026-03-01", members=TEAM
    )
    shutil.rmtree(folder)


def upload(page, name, text):
    with page.expect_file_chooser() as chooser:
        page.locator("button", has_text="Choose files").click()
    chooser.value.set_files({"name": name, "mimeType": "text/csv", "buffer": text.encode()})


def settle(page, found, label):
    """Choose from the list beside a doubt."""
    row = page.locator(".widget-hbox", has_text=f"“{found}").last
    options = row.locator("select option", has_text=label)
    row.locator("select").select_option(label=options.first.text_content())
    page.wait_for_timeout(300)
    page.wait_for_function(IDLE)


def press(page, label):
    page.locator("button", has_text=label).click()
    page.wait_for_function(IDLE)


def test_answers_from_a_file_are_read_settled_and_taken_in(team, notebook, home):
    page, folder = notebook("01_set_up.ipynb"), home / "data" / "import-2026"
    choose(page, 0, "(import-2026)")
    take = page.locator("button", has_text="Take it in")
    assert take.is_disabled()
    upload(page, "export.csv", FILE)
    page.get_by_text("export.csv: read as a table with a row for each member.").wait_for()
    page.get_by_text("2 things are to be settled first.").wait_for()
    page.get_by_text(f"“{LIKE}” is worded somewhat like standard 1.1.").first.wait_for()
    assert take.is_disabled()
    settle(page, LIKE, "probably: 1.1 The")
    settle(page, "?!", "W = Working towards")
    press(page, "Read again with these answers")
    page.get_by_text("1 thing is to be settled first.").wait_for()
    settle(page, "<img", "don’t know")
    press(page, "Read again with these answers")
    page.get_by_text("Nothing stands in the way.").wait_for()
    assert al.open_assessment(folder).ratings["state"].eq("blank").all()
    press(page, "Take it in")
    page.get_by_text("Taken in: 6 ratings of 2 members.").wait_for()
    until(page, lambda: (folder / "import-mapping.csv").exists())
    said = al.open_assessment(folder).ratings.astype("object").fillna("")
    rated = said[said["state"] != "blank"]
    assert {(row.member, row.item): row.level or row.state for row in rated.itertuples()} == {
        ("ann", "1.1"): "S",
        ("ann", "1.2"): "G",
        ("ann", "1.3"): "W",
        ("bob", "1.1"): "dont_know",
        ("bob", "1.2"): "D",
        ("bob", "1.3"): "W",
    }
    assert page.title() != "run"
    assert page.locator(WRONG).count() == 0
    assert page.errors == []
