"""The facilitator's day in a real browser: blind until closed, then talk, settle and note, by keys alone."""

import json
import re
import time

import pytest
from notebook_pages import kill_the_kernel, until

import assesslib as al

NAMES = ("Ada", "Bo", "<img src=x onerror=alert(1)>")
SAID = {"1": "ccc", "2": "abe", "3": "bcc", "4": "ddd", "5": "cde"}
TOKEN = "hush-hush-9431"
SECRET = f"<img src=y onerror=alert(2)>{TOKEN}"
BOARD, TALK = ".assess-board", ".assess-talk:not(.assess-board)"
SECTION = "preparing"
WORDS = r"two camps|scattered|lone voice|all agree|neighbouring levels|who rated it"
PARTS = r'"(shape|counts|comments|openers)":'


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
def heard(page):
    """Every message that the kernel sent to the page, as text."""
    messages = []

    def listen(socket):
        socket.on(
            "framereceived", lambda said: messages.append(said if isinstance(said, str) else said.decode("latin-1"))
        )

    page.on("websocket", listen)
    return messages


@pytest.fixture
def facilitate(notebook, one, heard):
    page = notebook("03_facilitate.ipynb")
    heard.clear()  # of the sample that is chosen at first, whose sections are closed
    return chosen(page, one)


def chosen(page, one):
    """The page, once it shows this test's assessment."""
    choice = page.locator(".jupyter-widgets select").first
    choice.select_option(label=choice.locator("option", has_text=f"({one.name})").text_content())
    page.wait_for_function(f"document.querySelector('{BOARD}')?.textContent.includes('Ada')")
    page.wait_for_selector(TALK)
    return page


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


def test_nothing_is_shown_sent_or_stored_before_the_section_is_closed(facilitate, one, home, heard):
    page = facilitate
    page.wait_for_function(f"document.querySelector('{TALK}').textContent.includes('not opened')")
    press(page, "Open this section")
    page.wait_for_selector(f"{BOARD} >> text=Everybody has finished.")
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_timeout(1500)
    stored = json.loads((home / "notebooks" / "03_facilitate.ipynb").read_text(encoding="utf-8"))
    assert "widgets" not in stored["metadata"]
    for text in (page.content(), json.dumps(stored)):
        assert TOKEN not in text
        assert not re.search(WORDS, text.split("</head>")[-1])
    assert any(NAMES[0] in message for message in heard)
    assert not any(TOKEN in message or re.search(PARTS, message) for message in heard)
    assert page.locator(f"{TALK} .card").count() == 0
    reveal_is_seen(page)
    assert any(TOKEN in message and re.search(PARTS, message) for message in heard)
    assert page.errors == []


def reveal_is_seen(page):
    press(page, "Close and show the ratings")
    page.wait_for_selector(f"{TALK} .card")
    assert SECRET in page.locator(TALK).text_content()
    assert re.search(WORDS, page.locator(TALK).text_content())


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
    for sign, text in (("+", "We talk"), ("-", "We forget")):  # the boxes beside the item
        keys.press(sign)
        keys.type(text)
        keys.press("Escape")
        page.wait_for_function(f"document.activeElement === document.querySelector('{TALK} .card')")
    until(page, lambda: one.notes[["kind", "text"]].values.tolist() == [["strength", "We talk"], ["area", "We forget"]])
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
    page.locator(f"{TALK} [data-kind=strength] .new").focus()
    page.keyboard.type("left by Tab")
    page.keyboard.press("Tab")
    until(page, lambda: "left by Tab" in one.notes["text"].tolist())
    assert page.evaluate("document.activeElement.ariaLabel") == "Areas for improvement: add one a line"
    assert page.errors == []


def test_a_note_typed_before_a_click_elsewhere_is_saved_and_the_click_counts(facilitate, one):
    page = facilitate
    reveal(page, one)
    page.locator(f"{TALK} [data-key='note 2']").click()
    page.keyboard.type("kept")
    page.locator(f"{TALK} button", has_text="Next").click(delay=120)
    until(page, lambda: agreed(one, "2") == [["blank", "", "kept"]])
    assert "0 of 5 settled" in page.locator(TALK).text_content()
    page.wait_for_selector(f"{TALK} .card[aria-label^='key feature 5']")


def test_when_the_time_is_up_it_says_so_in_words(facilitate, one):
    page = facilitate
    page.clock.install()
    reveal(page, one)
    page.locator(f"{TALK} [data-key=minutes]").fill("6")
    page.keyboard.press("Enter")
    page.clock.run_for(1500)
    page.wait_for_selector(f"{TALK} .clock:has-text('of 3 min')")
    assert page.locator(f"{TALK} .nag").text_content() == ""
    page.clock.run_for(181_000)
    page.wait_for_selector(f"{TALK} .nag:has-text('Its time is up: agree now, or record the views and move on.')")


def test_what_was_agreed_noted_and_planned_is_there_after_the_kernel_was_killed(facilitate, notebook, one):
    page, keys = facilitate, facilitate.keyboard
    reveal(page, one)
    page.locator(f"{TALK} [data-key=minutes]").fill("20")
    keys.press("Enter")
    page.locator(f"{TALK} .card").focus()
    for stroke in ("c", "ArrowRight", '"'):
        keys.press(stroke)
    keys.type("Ask first")
    keys.press("Escape")
    keys.press("+")
    keys.type("We talk")
    keys.press("Enter")
    until(page, lambda: [len(one.notes), *one.talk["event"]] == [1, "planned", "turned"], seconds=15)
    kill_the_kernel(page)
    page = chosen(notebook("03_facilitate.ipynb"), one)
    page.wait_for_selector(f"{TALK} .card[aria-label^='key feature 5']")
    for words in ("2 ✓", "1 of 5 settled", "Note only, not settled yet. Press a to e", "until "):
        assert words in page.locator(TALK).text_content()
    values = page.locator(f"{TALK} :is(input[type=text], textarea)").evaluate_all("all => all.map((one) => one.value)")
    assert [text for text in values if text] == ["20", "Ask first", "We talk"]
    seconds = page.locator(f"{TALK} .clock").text_content().split(" of ")[0].split(":")
    assert int(seconds[0]) * 60 + int(seconds[1]) >= 5
    assert (agreed(one, "2"), agreed(one, "5")) == ([["rated", "c", ""]], [["blank", "", "Ask first"]])
    page.locator(f"{TALK} .card").focus()
    page.keyboard.press("d")
    until(page, lambda: agreed(one, "5") == [["rated", "d", "Ask first"]])
    assert page.errors == []


def test_html_in_names_comments_and_notes_is_shown_as_text(facilitate, one):
    page = facilitate
    opened = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    one.record(SECTION, "absent", member="m2")
    one.agree("2", state="blank", note="<i>note</i>", dissent="<u>dissent</u>")
    one.add_note("area", "<s>area</s>", section=SECTION)
    reveal(page, one)
    page.locator(f"{TALK} [data-key=names]").check()
    page.wait_for_selector(f"{TALK} .voices b:has-text('Ada: ')")
    page.locator(f"{TALK} [data-key=again]").click()
    shown = page.locator(TALK).text_content()
    assert f"“{SECRET}”" in shown
    assert f"Absent: {NAMES[2]}" in shown
    assert NAMES[2] in page.locator(f"{TALK} .people").text_content()
    assert NAMES[2] in page.locator(BOARD).text_content()
    fields = page.locator(f"{TALK} :is(input[type=text], textarea)").evaluate_all("all => all.map((one) => one.value)")
    assert {"<i>note</i>", "<u>dissent</u>", "<s>area</s>"} <= set(fields)
    assert page.locator(":is(.assess-talk) :is(img, i, u, s)").count() == 0
    assert (opened, page.errors) == ([], [])


def test_rating_again_takes_a_level_don_t_know_or_nothing(facilitate, one):
    page = facilitate
    reveal(page, one)
    page.locator(f"{TALK} [data-key=again]").click()
    for chosen, said in (("d", "1 at d"), ("dont_know", "1 don’t know"), ("back", "")):
        page.locator(f"{TALK} [data-key='again m1']").select_option(chosen)
        title = f"Rated again after the talk: {said}" if said else "Rate again after the talk"
        page.wait_for_function(f"document.querySelector('{TALK} [data-key=again]').textContent === '{title}'")
    assert one.history.query("round == '2'")["new"].tolist() == ["d", "dont_know", "blank"]
    assert one.ratings.query("member == 'm1' and item == '2' and round == 1")["level"].tolist() == ["b"]
