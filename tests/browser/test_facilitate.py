"""The facilitator's day in a real browser: blind until closed, then talk, settle and note, by keys alone."""

import json
import re
import time

import pytest

import assesslib as al

NAMES = ("Ada", "Bo", "<img src=x onerror=alert(1)>")
SAID = {"1": "ccc", "2": "abe", "3": "bcc", "4": "ddd", "5": "cde"}
SECRET = "hush-hush-9431"
BOARD, TALK = ".assess-board", ".assess-talk:not(.assess-board)"
SECTION = "preparing"
WORDS = r"two camps|scattered|lone voice|all agree|neighbouring levels|who rated it"


@pytest.fixture
def one(home, request):
    """An assessment of this test's own; its date lets every sample come before it."""
    members = [{"id": f"m{n}", "name": name, "organisation": "Org"} for n, name in enumerate(NAMES)]
    made = al.create_assessment(home / "data" / request.node.name.replace("_", "-"), partnership="Facilitated",
                                framework="csit-collaborative-working", date="2001-01-01", members=members)  # fmt: skip
    for item, levels in SAID.items():
        for n, level in enumerate(levels):
            made.rate(f"m{n}", item, level, comment=SECRET if (item, n) == ("2", 0) else "")
    return made


@pytest.fixture
def facilitate(notebook, one):
    page = notebook("03_facilitate.ipynb")
    choice = page.locator(".jupyter-widgets select").first
    choice.select_option(label=choice.locator("option", has_text=f"({one.name})").text_content())
    page.wait_for_function(f"document.querySelector('{BOARD}')?.textContent.includes('Ada')")
    page.wait_for_function(f"document.querySelector('{TALK}')?.textContent.includes('not opened')")
    return page


def until(page, condition, seconds=10):
    """Wait for what is on the disk."""
    for _ in range(seconds * 10):
        if condition():
            return
        page.wait_for_timeout(100)
    raise AssertionError("It did not come about in time.")


def press(page, name, where=BOARD):
    page.locator(where).get_by_role("button", name=name, exact=False).first.press("Enter")


def reveal(page, one):
    press(page, "Open this section")
    page.wait_for_selector(f"{BOARD} >> text=Everybody has finished.")
    press(page, "Close and show the ratings")
    page.wait_for_selector(f"{TALK} .card")
    press(page, "Go to the talk")
    page.wait_for_function(f"document.activeElement === document.querySelector('{TALK} .card')")


def agreed(one, item):
    return one.consensus.query("item == @item")[["state", "level", "note"]].astype("object").fillna("").values.tolist()


def test_nothing_is_shown_or_stored_before_the_section_is_closed(facilitate, one, home):
    page = facilitate
    press(page, "Open this section")
    page.wait_for_selector(f"{BOARD} >> text=Everybody has finished.")
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_timeout(1500)
    stored = json.loads((home / "notebooks" / "03_facilitate.ipynb").read_text(encoding="utf-8"))
    assert "widgets" not in stored["metadata"]
    for text in (page.content(), json.dumps(stored)):
        assert SECRET not in text
        assert not re.search(WORDS, text.split("</head>")[-1])
    assert page.locator(f"{TALK} .card").count() == 0
    reveal_is_seen(page)
    assert page.errors == []


def reveal_is_seen(page):
    press(page, "Close and show the ratings")
    page.wait_for_selector(f"{TALK} .card")
    assert SECRET in page.locator(TALK).text_content()
    assert re.search(WORDS, page.locator(TALK).text_content())
    assert page.locator(f"{TALK} img").count() == 0
    assert NAMES[2] in page.locator(BOARD).text_content()


def test_what_another_program_writes_is_on_the_board_within_two_seconds(facilitate, one):
    page = facilitate
    one.record(SECTION, "absent", member="m1")
    began = time.monotonic()
    page.wait_for_selector(f"{BOARD} >> text=Bo absent", timeout=5000)
    assert time.monotonic() - began < 3


def test_somebody_unfinished_makes_it_ask_and_absent_answers_it(facilitate, one):
    page = facilitate
    one.rate("m1", "5", state="blank")
    press(page, "Open this section")
    page.wait_for_selector(f"{BOARD} >> text=2 of 3 finished")
    press(page, "Close and show the ratings")
    page.wait_for_selector(f"{BOARD} >> text=Not finished: Bo (4 of 5).")
    press(page, "No, wait")
    press(page, "Mark Bo as absent")
    page.wait_for_selector(f"{BOARD} >> text=Everybody has finished.")
    press(page, "Close and show the ratings")
    page.wait_for_selector(f"{TALK} >> text=Absent: Bo")
    assert one.progress["event"].tolist() == ["opened", "absent", "closed"]


def test_a_section_is_settled_by_keys_alone(facilitate, one):
    page, keys = facilitate, facilitate.keyboard
    reveal(page, one)
    strokes = ["=", "c", "ArrowRight", "u", "ArrowRight", "b"]
    for stroke in strokes:
        before = len(one.history)
        keys.press(stroke)
        if not stroke.startswith("Arrow"):
            until(page, lambda before=before: len(one.history) > before)
    until(page, lambda: "5 of 5 settled" in page.locator(TALK).text_content())
    assert [agreed(one, item)[0][:2] for item in "25314"] == [
        ["rated", "c"], ["unresolved", ""], ["rated", "b"], ["rated", "c"], ["rated", "d"],
    ]  # fmt: skip
    for stroke in ("Shift+Tab", "Enter", "Enter"):  # to the button before the talk, to the board, the next section
        keys.press(stroke)
    until(page, lambda: one.progress[["section", "event"]].values.tolist()[-1] == ["establishing", "opened"])
    page.locator(f"{TALK} .card").focus()
    keys.press('"')
    keys.type("Because <b>we</b> say so")
    keys.press("Tab")
    until(page, lambda: agreed(one, "3") == [["rated", "b", "Because <b>we</b> say so"]])
    assert page.locator(f"{TALK} b", has_text="say so").count() == 0
    assert page.errors == []


def test_what_is_typed_fast_is_kept_line_by_line(facilitate, one):
    page = facilitate
    reveal(page, one)
    page.locator(f"{TALK} [data-kind=strength] textarea").focus()
    for n in range(8):
        page.keyboard.type(f"Strength {n}")
        page.keyboard.press("Enter")
    page.keyboard.type("half a li")
    one.rate("m2", "1", "d")  # a change by another program comes in the middle of the line
    page.wait_for_timeout(2500)
    page.keyboard.type("ne")
    until(page, lambda: len(one.notes) == 8)
    page.keyboard.press("Enter")
    until(page, lambda: len(one.notes) == 9)
    assert one.notes["text"].tolist() == [*(f"Strength {n}" for n in range(8)), "half a line"]
    assert set(one.notes["section"]) == {SECTION}
    page.get_by_role("button", name="Withdraw: Strength 3").press("Enter")
    until(page, lambda: len(one.notes) == 8)
    assert page.errors == []


def test_a_note_typed_before_a_click_elsewhere_is_saved_and_the_click_counts(facilitate, one):
    page = facilitate
    reveal(page, one)
    page.locator(f"{TALK} [data-key='note 2']").click()
    page.keyboard.type("kept")
    page.locator(f"{TALK} button", has_text="Next").click(delay=120)
    until(page, lambda: agreed(one, "2") == [["blank", "", "kept"]])
    page.wait_for_selector(f"{TALK} .card[aria-label^='key feature 5']")


def test_when_the_time_is_up_it_says_so_in_words(facilitate, one):
    page = facilitate
    page.clock.install()
    reveal(page, one)
    page.locator(f"{TALK} [data-key=minutes]").fill("6")
    page.keyboard.press("Enter")
    page.clock.run_for(1500)
    page.wait_for_selector(f"{TALK} .clock:has-text('of 3:00 minutes')")
    assert page.locator(f"{TALK} .nag").text_content() == ""
    page.clock.run_for(181_000)
    page.wait_for_selector(f"{TALK} .nag:has-text('Its time is up: agree now, or record the views and move on.')")
