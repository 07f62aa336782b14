"""Nothing typed in the review is lost or run: others write, the disk fails, the kernel is killed, texts are HTML."""

import pytest
from notebook_pages import kill_the_kernel
from review_pages import BOARD, draft, field, opened, tick, turn, write

import assesslib as al

NASTY = "<img src=x onerror=\"document.title='run'\"><b>{}</b>"


@pytest.fixture
def team(home):
    """Makes an assessment with one area for improvement."""

    def make(name):
        made = al.create_assessment(home / "data" / name, framework="csit-collaborative-working", partnership=name,
                                    date="2026-11-03")  # fmt: skip
        made.add_note("area", "Slow to act.", id="area-1", section="results")
        return made

    return make


def texts(one, kind):
    return one.notes.query("kind == @kind")["text"].tolist()


def test_with_the_kernel_killed_in_the_middle_of_a_cause_nothing_saved_is_lost_and_the_rest_is_kept(notebook, team):
    one = team("review-killed")
    page = opened(notebook, "review-killed")
    turn(page, "Causes")
    draft(page, "new:cause", "Each cut for itself.")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{BOARD} .title:has-text('Each cut for itself.')")
    draft(page, "new:cause", "Nobody looks")
    kill_the_kernel(page)
    page.locator(".jp-Dialog button").last.click()  # JupyterLab says that the kernel died
    field(page, "new:cause").focus()
    page.keyboard.press("End")
    page.keyboard.type(" ahead.")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{BOARD} .message:has-text('NOT SAVED: the page has lost its connection.')")
    assert page.locator(f"{BOARD} .message").text_content() == (
        "NOT SAVED: the page has lost its connection. What was marked saved is safe, and what you typed is still on "
        "this page: copy it, then run the page again (Run ▸ Run All Cells)."
    )
    assert field(page, "new:cause").input_value() == "Nobody looks ahead."
    assert texts(one, "cause") == ["Each cut for itself."]
    page = opened(notebook, "review-killed")
    turn(page, "Causes")
    assert page.locator(f"{BOARD} .title").all_text_contents() == ["▸ Each cut for itself."]
    draft(page, "new:cause", "Nobody looks ahead.")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{BOARD} .title:has-text('Nobody looks ahead.')")
    page.locator(f"{BOARD} .title").first.focus()
    page.keyboard.press("Enter")
    first = one.notes.set_index("text").loc["Each cut for itself.", "id"]
    tick(page, f"link:{first}:area-1")
    assert texts(one, "cause") == ["Each cut for itself.", "Nobody looks ahead."]
    page.locator(f"{BOARD} .without", has_text="Every area for improvement has a cause behind it.").wait_for()
    assert page.locator(f"{BOARD} .without").evaluate("node => node.nextSibling") is None
    assert set(page.errors) <= {"Cannot send"}  # what was entered while there was no kernel


def test_html_in_an_answer_a_cause_and_an_action_is_text(notebook, team):
    one = team("review-html")
    said = {kind: NASTY.format(kind) for kind in ("area", "answer", "cause", "action")}
    one.add_note("area", said["area"], id="area-2", section="results")
    page = opened(notebook, "review-html")
    turn(page, "Closing questions")
    write(page, "answer:themes", said["answer"])
    assert said["area"] in page.locator(f"{BOARD} fieldset").first.text_content()
    for part, key, kind in (("Causes", "new:cause", "cause"), ("Actions", "new:action:text", "action")):
        turn(page, part)
        draft(page, key, said[kind])
        page.keyboard.press("Enter")
        page.wait_for_selector(f"{BOARD} .title:has-text('{kind}')")
        assert said[kind] in page.locator(f"{BOARD} .title").first.text_content()
    page.locator(f"{BOARD} main", has_text=said["cause"]).wait_for()
    page.locator(f'{BOARD} [data-key^="out:"]').click()
    page.locator(f"{BOARD} .taken", has_text=f"Taken out: “{said['action']}” ").wait_for()
    page.locator(f'{BOARD} [data-key="put-back"]').click()
    page.locator(f"{BOARD} .taken").wait_for(state="hidden")
    assert {kind: texts(one, kind)[-1] for kind in said} == said
    assert page.locator(f"{BOARD} :is(img, main b)").count() == 0
    assert page.title() != "run"
    assert page.errors == []


def test_what_another_writes_comes_up_and_what_is_typed_meanwhile_stays(notebook, home):
    one = al.create_assessment(home / "data" / "review-two", framework="csit-collaborative-working",
                               partnership="Two", date="2026-11-03")  # fmt: skip
    page = opened(notebook, "review-two")
    turn(page, "Closing questions")
    field(page, "answer:themes").focus()
    page.keyboard.type("Trust ")
    one.add_note("area", "Written elsewhere.", id="area-1", section="results")
    page.wait_for_selector(f"{BOARD} aside:has-text('Written elsewhere.')", timeout=5000)
    page.keyboard.type("in every part")
    page.keyboard.press("Tab")
    page.wait_for_selector(f'{BOARD} [data-mark="answer:themes"][data-status="saved"]')
    assert one.notes.set_index("kind").loc["answer", "text"] == "Trust in every part"
    assert page.errors == []


def test_what_cannot_be_saved_is_said_kept_and_saved_later(notebook, home):
    one = al.create_assessment(home / "data" / "review-stuck", framework="csit-collaborative-working",
                               partnership="Stuck", date="2026-11-04")  # fmt: skip
    page = opened(notebook, "review-stuck")
    turn(page, "Closing questions")
    blocked = one.folder / "notes.csv"
    blocked.mkdir()
    field(page, "answer:themes").focus()
    page.keyboard.type("Trust")
    page.keyboard.press("Tab")
    page.wait_for_selector(f'{BOARD} [data-mark="answer:themes"][data-status="waiting"]')
    assert page.locator(f"{BOARD} .message").text_content().startswith("NOT SAVED: ")
    assert field(page, "answer:themes").input_value() == "Trust"
    blocked.rmdir()
    page.wait_for_selector(f'{BOARD} [data-mark="answer:themes"][data-status="saved"]', timeout=10_000)
    assert one.notes["text"].tolist() == ["Trust"]
    page.wait_for_function(f"document.querySelector('{BOARD} .message').textContent === ''")
