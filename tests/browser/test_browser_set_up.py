"""Setting up in a real browser: by keyboard alone, from a spreadsheet, from last year, and with the kernel gone."""

import json
import re

import pytest

import assesslib as al
from assesslib.widgets.set_up_draft import FILE

WRONG = '[data-mime-type="application/vnd.jupyter.error"], [data-mime-type="application/vnd.jupyter.stderr"]'
SESSION = "window.jupyterapp.shell.currentWidget.sessionContext"
REFUSED = "“data/there-2027” is there already and is not overwritten. Give the folder another name."
KEPT = "Your unfinished set-up was kept: go on where you left off, or start again."
EVIL = "<img src=x onerror=document.title='run'>"
PASTE = """([selector, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(selector).dispatchEvent(paste);
}"""


@pytest.fixture
def screen(notebook, home):
    """The page with nothing entered, and nothing kept of it afterwards."""
    yield opened(notebook)
    (home / "data" / FILE).unlink(missing_ok=True)


def opened(notebook):
    page = notebook("01_set_up.ipynb")
    page.locator(".set-up .panel").wait_for()
    return page


def step(page, title):
    page.locator(".set-up .step", has_text=title).click()
    page.locator(f'.set-up .step[aria-current="step"]:has-text("{title}")').wait_for()


def cell(page, row, key):
    return page.locator(f'.set-up .row[data-place="{row}"] .{key}')


def said(page, text):
    page.locator(".set-up .message", has_text=text).wait_for()


def nothing_is_wrong(page):
    assert page.locator(WRONG).count() == 0
    assert page.errors == []
    assert not re.search(r"Traceback|<[\w.]+ object at 0x", page.locator(".jp-Notebook").text_content())


def cells_of(page):
    return page.evaluate("window.jupyterapp.shell.currentWidget.content.model.cells.length")


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_an_assessment_is_set_up_by_keyboard_alone(screen, home):
    page, before = screen, cells_of(screen)
    page.locator(".set-up input[type=radio]").first.focus()
    press(page, "ArrowDown", "a", "b", "d", "d", "Tab", "Enter")
    page.locator(".set-up input.partnership:focus").wait_for()
    page.keyboard.type("Keyboard Team")
    press(page, "Enter")
    page.locator('.set-up .row[data-place="0"] .name:focus').wait_for()
    for words in ("Ann Smith", "Council", "manager"):
        page.keyboard.type(words)
        press(page, "Tab")
    press(page, "Tab")
    page.keyboard.type(EVIL)
    press(page, "Enter", "Enter")
    page.locator('.set-up .row[data-place="3"] .name:focus').wait_for()
    page.keyboard.type("Ann Smith")
    page.locator(".set-up .remark", has_text="Row 1 has this name too").wait_for()
    page.locator(".set-up .next").focus()
    press(page, "Enter")
    page.locator(".set-up .summary", has_text="3 members from 1 organisation").wait_for()
    page.locator(".set-up .make").focus()
    press(page, "Enter")
    page.locator(".set-up .made:focus", has_text="✓ Made: data/keyboard-team-").wait_for()
    [made] = [al.open_assessment(path) for path in (home / "data").glob("keyboard-team-*")]
    assert made.framework.id == "csit-collaborative-working"
    assert made.members.values.tolist() == [
        ["ann-smith", "Ann Smith", "Council", "manager"],
        ["img-src-x-onerror-document-title-run", EVIL, "", ""],
        ["ann-smith-2", "Ann Smith", "", ""],
    ]
    assert cells_of(page) == before
    assert page.title() != "run"
    nothing_is_wrong(page)


def test_last_years_team_and_a_list_from_a_spreadsheet(screen, home):
    page = screen
    page.locator(".set-up .earlier").select_option("collaboration-2026")
    said(page, "12 members copied. You can change the team in step 3.")
    step(page, "Who and when")
    page.locator(".set-up input.folder").fill("collaboration-2026")
    said(page, "“data/collaboration-2026” is there already and is not overwritten. Give the folder another name.")
    page.locator(".set-up input.folder").fill("pasted-2027")
    page.locator(".set-up input.date").fill("2027-03-02")
    page.locator(".set-up .date-hint", has_text="2 March 2027").wait_for()
    step(page, "The team")
    cell(page, 3, "name").fill("Bethan Rees")
    page.locator(".set-up .remark", has_text="New, in the place of “Dilys”").wait_for()
    page.evaluate(PASTE, ['.set-up .row[data-place="12"] .name', f"Role\tName\n\t{EVIL}\nboss\t\nmanager\tAmara\n"])
    said(page, "2 members added.")
    said(page, "the pasted list, row 3: “boss” stands without a name. The row was left out: add this member by hand.")
    cell(page, 13, "remove").click()
    said(page, "Amara was removed.")
    step(page, "Check and make")
    page.locator(".set-up .make").click()
    page.locator(".set-up .made").wait_for()
    before, after = (al.open_assessment(home / "data" / name) for name in ("collaboration-2026", "pasted-2027"))
    kept = [id for id in before.members["id"] if id != "dilys"]
    assert [id for id in after.members["id"] if id in set(before.members["id"])] == kept
    assert set(after.members["id"]) - set(kept) == {"bethan-rees", "img-src-x-onerror-document-title-run"}
    assert (after.date, after.partnership) == ("2027-03-02", before.partnership)
    nothing_is_wrong(page)


def test_with_the_kernel_gone_it_says_so_and_keeps_what_was_typed(screen, home):
    page = screen
    step(page, "The team")
    cell(page, 0, "name").fill("Ann Gone")
    step(page, "Check and make")
    page.evaluate(f"{SESSION}.session.kernel.shutdown()")
    page.wait_for_function(f"!{SESSION}.session?.kernel || {SESSION}.session.kernel.isDisposed")
    page.locator(".set-up .make").click()
    said(page, "There is no answer. What you entered is still on this page.")
    step(page, "The team")
    assert cell(page, 0, "name").input_value() == "Ann Gone"


def test_an_unfinished_set_up_outlives_kernel_and_page_and_can_be_thrown_away(screen, notebook, home):
    page, draft = screen, home / "data" / FILE
    assert page.locator(".set-up .kept").text_content() == ""
    page.locator(".set-up .card", has_text="Collaborative Working").click()
    step(page, "The team")
    cell(page, 0, "name").fill(EVIL)
    page.locator(".set-up .count", has_text="1 member").wait_for()
    page.evaluate(f"{SESSION}.session.kernel.shutdown()")
    page.goto("about:blank")
    page = opened(notebook)
    kept = page.locator(".set-up .kept")
    assert kept.locator("span").text_content() == KEPT
    assert cell(page, 0, "name").input_value() == EVIL
    assert page.locator('.set-up .step[aria-current="step"]').text_content().startswith("3. The team")
    kept.locator("button", has_text="Start again").click()
    page.locator(".set-up .kept", has_text="The unfinished set-up was thrown away.").wait_for()
    assert page.locator(".set-up input:checked").count() == 0
    assert not draft.exists()
    kept.locator("button", has_text="Put it back").click()
    page.locator(".set-up .kept", has_text=KEPT).wait_for()
    assert cell(page, 0, "name").input_value() == EVIL
    assert page.title() != "run"
    nothing_is_wrong(page)


def test_what_is_stored_holds_no_name(screen, home):
    page = screen
    step(page, "The team")
    cell(page, 0, "name").fill("Ann Secretive")
    page.locator(".set-up .count", has_text="1 member").wait_for()
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!window.jupyterapp.shell.currentWidget.context.model.dirty")
    stored = (home / "notebooks" / "01_set_up.ipynb").read_text(encoding="utf-8")
    assert json.loads(stored)["cells"][1]["execution_count"] >= 1
    assert "Ann Secretive" not in stored


EXCEL = 'Name\tOrganisation\tRole\r\nAnn\tThe Council\tmanager\r\n"Bo ""Bob"" Rees"\tThe Trust\t\r\n'


@pytest.mark.parametrize("into", ["the first empty cell", "the box"])
def test_rows_pasted_from_excel_become_the_team(screen, into):
    page = screen
    step(page, "The team")
    if into == "the box":
        page.locator(".set-up .open").click()
        page.locator(".set-up .pasted:focus").fill(EXCEL)
        page.locator(".set-up .read").click()
    else:
        page.evaluate(PASTE, ['.set-up .row[data-place="0"] .name', EXCEL])
    said(page, "2 members added.")
    rows = [[cell(page, row, key).input_value() for key in ("name", "organisation", "role")] for row in (0, 1, 2)]
    assert rows == [["Ann", "The Council", "manager"], ['Bo "Bob" Rees', "The Trust", ""], ["", "", ""]]
    page.locator('.set-up .row[data-place="0"] .name:focus').wait_for()
    assert page.locator(".set-up .count").text_content() == "2 members"
    nothing_is_wrong(page)


def test_a_folder_that_is_there_already_is_refused_in_words_and_stays_as_it_is(screen, home):
    page, there = screen, home / "data" / "there-2027"
    there.mkdir()
    (there / "letter.txt").write_text("kept")
    page.locator(".set-up .card", has_text="Collaborative Working").click()
    step(page, "The team")
    cell(page, 0, "name").fill("Ann")
    step(page, "Who and when")
    page.locator(".set-up input.partnership").fill("There")
    page.locator(".set-up input.folder").fill("there-2027")
    said(page, REFUSED)
    step(page, "Check and make")
    page.locator(".set-up .missing", has_text=REFUSED).wait_for()
    page.locator(".set-up .make").click()
    said(page, REFUSED)
    assert [path.name for path in there.iterdir()] == ["letter.txt"]
    nothing_is_wrong(page)
