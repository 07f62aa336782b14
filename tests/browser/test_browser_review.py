"""The review in JupyterLab, by keyboard: what is typed is in the folder, what others write is on the screen."""

import re

import pytest
from review_pages import BOARD, draft, field, opened, tick, turn, write

import assesslib as al

TITLE = "h3"
NASTY = "<img src=x onerror=\"document.title='run'\"> no rooms"


@pytest.fixture
def day(home):
    """A team that has written a few things down, with markup among them."""
    one = al.create_assessment(home / "data" / "review-csit", framework="csit-collaborative-working",
                               partnership="<b>Reviewers</b>", date="2026-11-01", members=[{"id": "ann"}])  # fmt: skip
    one.add_note("area", NASTY, id="area-1", section="preparing", item="5")
    one.add_note("area", "Slow to act.", id="area-2", section="results")
    one.agree("3", state="unresolved", note="Two views.")
    return one


@pytest.fixture
def form(home):
    return al.create_assessment(home / "data" / "review-cdrp", framework="cdrp-dat-partnership", partnership="Signers",
                                date="2026-11-02", members=[{"id": "ann"}])  # fmt: skip


def notes(one):
    return [tuple(row) for row in one.notes[["kind", "section", "text"]].to_numpy()]


def test_a_review_by_keyboard_is_in_the_folder_word_for_word(notebook, day, home):
    page = opened(notebook, "review-csit")
    page.wait_for_selector(f"{BOARD} aside, {BOARD} main:has-text('Slow to act.')")
    assert "Two views." in page.locator(BOARD).text_content()
    turn(page, "Results")
    write(page, "answer:partners-think", "They find us open.")
    draft(page, "new:strength:results", "Nine of twelve call us reliable.")
    page.keyboard.press("Enter")
    page.locator(f'{BOARD} [aria-label^="Take out: Nine of twelve"]').focus()
    page.keyboard.press("Enter")
    field(page, "put-back").focus()
    assert day.notes.query("kind == 'strength'").empty
    page.keyboard.press("Space")
    page.wait_for_selector(f'{BOARD} [aria-label^="Take out: Nine of twelve"]')
    turn(page, "Closing questions")
    write(page, "answer:significant", "Room for joint work, ab & ba.")
    tick(page, "tick:area-2")
    turn(page, "Causes")
    assert "No area for improvement has a cause behind it yet." in page.locator(BOARD).text_content()
    draft(page, "new:cause", "Each cut for itself.")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{BOARD} .title:has-text('Each cut for itself.')")
    page.locator(f"{BOARD} .title").focus()
    page.keyboard.press("Enter")
    cause = day.notes.query("kind == 'cause'")["id"].item()
    tick(page, f"link:{cause}:area-1")
    page.wait_for_selector(f"{BOARD} .without:has-text('One area for improvement has no cause behind it yet:')")
    turn(page, "Actions")
    draft(page, "new:action:text", "Share a room.")
    draft(page, "new:action:owner", "Ann")
    field(page, "new:action:due").fill("2027-01-31")
    draft(page, "new:action:measure", "Six groups meet.")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{BOARD} .word:has-text('Ann, by 31 January 2027, open')")
    action = day.notes.query("kind == 'action'").iloc[0]
    tick(page, f"link:{action['id']}:{cause}")
    assert notes(day)[2:] == [
        ("answer", "results", "They find us open."),
        ("strength", "results", "Nine of twelve call us reliable."),
        ("answer", "", "Room for joint work, ab & ba."),
        ("cause", "", "Each cut for itself."),
        ("action", "", "Share a room."),
    ]
    kept = day.notes.set_index("kind")
    assert kept.loc["answer", "about"].tolist() == ["partners-think", "significant area-2"]
    assert kept.loc["cause", "about"] == "area-1"
    assert kept.loc["action", ["owner", "due", "measure", "status", "about"]].tolist() == [
        "Ann", "2027-01-31", "Six groups meet.", "open", cause
    ]  # fmt: skip
    assert page.errors == []
    assert page.title() != "run"
    assert page.locator(f"{BOARD} img").count() == 0

    cells = "window.jupyterapp.shell.currentWidget.content.model.cells.length"
    assert page.evaluate(cells) == 5
    page = opened(notebook, "review-csit")
    turn(page, "Closing questions")
    assert field(page, "answer:significant").input_value() == "Room for joint work, ab & ba."
    assert field(page, "tick:area-2").is_checked()
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!window.jupyterapp.shell.currentWidget.context.model.dirty")
    stored = (home / "notebooks" / "06_review.ipynb").read_text(encoding="utf-8")
    assert re.search(r'"execution_count": \d', stored)
    assert not re.search("Room for joint|Slow to act|Two views", stored)


def test_a_form_is_signed_and_a_later_change_shows(notebook, form):
    page = opened(notebook, "review-cdrp")
    page.wait_for_selector(f"{BOARD} nav button:has-text('Sign')")
    turn(page, "Process")
    write(page, "process:group-work", "Two half days.")
    turn(page, "Sign")
    chair = page.locator(f'{BOARD} [data-role="chair"]')
    draft(page, "sign:chair:name", "Cas <i>Chair</i>")
    field(page, "sign:chair:do").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{BOARD} .message:has-text('has not agreed to the statement yet')")
    field(page, "sign:chair:organisation").focus()
    page.keyboard.type("The Council")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{BOARD} [data-role='chair']:has-text('The record is still as it was signed.')")
    assert "✓ Signed by Cas <i>Chair</i>, The Council on " in chair.text_content()
    kept = form.notes.set_index("kind").loc["signature"]
    assert kept[["text", "owner", "about"]].tolist() == ["Cas <i>Chair</i>", "The Council", "chair"]
    assert kept["measure"][:4] in chair.text_content()
    form.agree("1.1", "D")
    page.wait_for_selector(f"{BOARD} .changed", timeout=5000)
    assert chair.locator(".changes li").all_text_contents() == ["what was agreed on item 1.1 was added"]
    assert page.errors == []


def test_nothing_is_wider_than_the_page_even_when_it_is_doubled(notebook):
    page = opened(notebook, "collaboration-2026")
    page.wait_for_selector(f"{BOARD} nav button:has-text('Causes')")
    for size in ({"width": 1280, "height": 720}, {"width": 640, "height": 360}):
        page.set_viewport_size(size)
        for title in ("What we wrote", "Results", "Closing questions", "Causes", "Actions"):
            turn(page, title)
            assert page.evaluate(
                f"[...document.querySelectorAll('{BOARD} *')].filter(node => node.getBoundingClientRect().right > "
                f"document.querySelector('{BOARD}').getBoundingClientRect().right + 6).map(node => node.className)"
            ) == []  # fmt: skip
            assert page.evaluate("document.activeElement.tagName") == TITLE.upper()
