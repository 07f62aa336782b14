"""The facilitator's grid when things go wrong or late: a dead kernel, a folder that goes away, HTML in a name."""

import pytest
from grid_pages import levels, message, open_grid, saved, show, stand

LOST = (
    "NOT SAVED: the page has lost its connection. What was marked saved is safe. "
    "Run the page again (Run ▸ Run All Cells) and enter the rest."
)
AWAY = "NOT SAVED: the folder is not where it was. What you entered is kept here and tried again every second."
TOLD = "words => document.querySelector('.assess-grid .message').textContent === words"
KILL = "window.jupyterapp.shell.currentWidget.sessionContext.shutdown()"


@pytest.fixture
def opened(home, notebook):
    return lambda name, **options: open_grid(home, notebook, name, **options)


def press(page, keys):
    for key in keys:
        page.keyboard.press(key)


def test_a_kernel_killed_between_two_keys_loses_nothing_that_was_marked_saved(opened, notebook):
    assessment, page = opened("grid-killed", section="review")
    stand(page, "0 0")
    press(page, "bc")
    saved(page, 2)
    page.evaluate(KILL)
    press(page, "d")
    page.wait_for_function(TOLD, arg=LOST)
    assert page.locator(".assess-grid td[data-status=waiting]").get_attribute("data-place") == "2 0"
    show(notebook, "grid-killed")
    saved(page, 2)
    assert page.locator('.assess-grid td[tabindex="0"]').get_attribute("data-place") == "2 0"
    stand(page, "2 0")
    press(page, "e")
    saved(page, 3)
    assert levels(assessment) == {("m0", "34"): "b", ("m0", "35"): "c", ("m0", "36"): "e"}


def test_a_folder_that_goes_away_is_said_at_once_and_all_is_written_when_it_is_back(opened):
    assessment, page = opened("grid-away", section="review")
    stand(page, "0 0")
    press(page, "a")
    saved(page, 1)
    moved = assessment.folder.with_name("grid-elsewhere")
    assessment.folder.rename(moved)
    try:
        press(page, "b")
        page.wait_for_function(TOLD, arg=AWAY, timeout=1000)
        press(page, "cd")
        page.wait_for_function("document.querySelectorAll('.assess-grid td[data-status=waiting]').length === 3")
        assert page.locator(".assess-grid td[data-status=waiting] .sign").all_text_contents() == ["✗"] * 3
        assert message(page) == AWAY
    finally:
        moved.rename(assessment.folder)
    saved(page, 4)
    page.wait_for_function(TOLD, arg="")
    assert levels(assessment) == {("m0", str(34 + place)): key for place, key in enumerate("abcd")}
    assert len(assessment.history) == 4
    assert page.errors == []


def test_html_in_a_name_is_text_wherever_it_stands(opened):
    _, page = opened("grid-names", section="review")
    stand(page, "0 7")
    name = "Imogen <b>Ash</b>"
    assert page.locator(".assess-grid th.current .name").text_content() == name
    assert page.locator(".assess-grid .who b").text_content() == name
    assert page.locator(".assess-grid .away").get_attribute("aria-label") == f"Mark absent: {name}"
    page.get_by_role("button", name="Paste from Excel …").press("Enter")
    assert f"goes to {name}, key feature 34" in page.locator(".assess-grid .paste").text_content()
    assert page.locator(".assess-grid b", has_text="Ash").all_text_contents() == [name]


def test_what_is_entered_after_a_section_was_closed_says_so_in_its_cell(opened):
    assessment, page = opened("grid-late", section="review")
    stand(page, "0 0")
    press(page, "a")
    saved(page, 1)
    assessment.record("review", "closed")
    page.wait_for_selector(".assess-grid .who .late")
    press(page, "b")
    page.wait_for_selector(".assess-grid td.after")
    late = page.locator(".assess-grid td.after")
    assert (late.get_attribute("data-place"), late.text_content()) == ("1 0", "blate")
    assert late.get_attribute("title") == "Given after the section was closed"
    assert late.get_attribute("aria-label") == (
        "Amara, key feature 35: b, We are in the early stages of developing this, saved, "
        "given after the section was closed"
    )
