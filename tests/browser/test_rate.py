"""A member rates in a real browser: fast keys, a dead kernel, a reload, and nothing of it in the notebook file."""

import random
import re

import pytest

import assesslib as al

KEYS = "abcde"
READY = ".assess-form .item"


@pytest.fixture
def assessment(home, request):
    name = f"rate-{request.node.name.replace('_', '-')}"
    members = [{"id": "ann", "name": f"Ann <b>& {name}", "organisation": "Council"}, {"id": "bob"}]
    return al.create_assessment(home / "data" / name, framework="csit-collaborative-working",
                                partnership=f"Raters of {name}", date="2031-01-01", members=members)  # fmt: skip


def begin(notebook, assessment, member="ann"):
    page = notebook("02_rate.ipynb")
    pick(page, assessment, member)
    return page


def pick(page, assessment, member):
    lists = page.locator(".jupyter-widgets select")
    label = lists.nth(0).locator("option", has_text=f"({assessment.name})").text_content()
    lists.nth(0).select_option(label=label)
    who = page.locator(".jupyter-widgets select", has=page.locator("option", has_text=f"Ann <b>& {assessment.name}"))
    who.wait_for()
    who.select_option(index=("", "ann", "bob").index(member))
    sure = page.get_by_role("button", name="Yes, I am ")
    sure.or_(page.locator(".assess-rating")).wait_for()
    if sure.count():
        sure.press("Enter")
    page.wait_for_selector(READY)
    page.wait_for_timeout(500)


def focus(page, place=0):
    page.locator(READY).nth(place).focus()


def all_saved(page, count):
    marks = "[...document.querySelectorAll('.assess-form .mark')]"
    page.wait_for_function(f"{marks}.filter(mark => mark.textContent.includes('✓ saved')).length === {count}")


def levels(assessment, member="ann"):
    table = assessment.ratings_of(member)
    return "".join(table["level"].astype("object").fillna("."))


def test_37_fast_keys_are_37_rows(notebook, assessment):
    page = begin(notebook, assessment)
    chance = random.Random(1)
    typed = [[chance.choice(KEYS) for _ in part.items] for part in assessment.framework.sections if part.rated]
    focus(page)
    for place, keys in enumerate(typed):
        for key in keys:
            page.keyboard.press(key)
        all_saved(page, len(keys))
        page.keyboard.press("PageDown")
        if place < len(typed) - 1:
            page.wait_for_function(f"document.querySelectorAll('{READY}').length === {len(typed[place + 1])}")
            page.wait_for_function("document.activeElement.dataset.place === '0'")
    assert levels(assessment) == "".join(key for keys in typed for key in keys)
    assert len(assessment.history) == 37
    assert page.errors == []


def test_the_next_keys_after_turning_are_for_the_section_that_is_shown(notebook, assessment):
    page = begin(notebook, assessment)
    focus(page)
    for key in (*"edcba", "PageDown", *"abcdeab"):
        page.keyboard.press(key)
    all_saved(page, 7)
    assert levels(assessment)[:12] == "edcbaabcdeab"
    page.keyboard.press("PageUp")
    all_saved(page, 5)
    assert page.errors == []


def test_turning_the_section_keeps_what_could_not_be_saved_yet(notebook, assessment):
    page = begin(notebook, assessment)
    focus(page)
    moved = assessment.folder.with_name(f"{assessment.name}-away")
    assessment.folder.rename(moved)
    try:
        for key in (*"edc", "PageDown", *"bbb"):
            page.keyboard.press(key)
        waiting = page.locator(".assess-form [data-status=waiting]")
        waiting.nth(2).wait_for()
        page.keyboard.press("PageUp")
        assert [one.get_attribute("data-item") for one in waiting.all()] == ["1", "2", "3"]
    finally:
        moved.rename(assessment.folder)
    all_saved(page, 3)
    page.keyboard.press("PageDown")
    all_saved(page, 3)
    assert levels(assessment)[:8] == "edc..bbb"


def test_a_comment_is_saved_when_its_writer_pauses_and_marked_until_then(notebook, assessment):
    page = begin(notebook, assessment)
    focus(page)
    page.keyboard.press("c")
    all_saved(page, 1)
    focus(page)
    page.keyboard.press('"')
    page.keyboard.type("half a thought")
    assert page.locator(".assess-form .mark").first.text_content() == "… not saved yet"
    all_saved(page, 1)
    assert assessment.ratings_of("ann")[["level", "comment"]].iloc[0].tolist() == ["c", "half a thought"]
    page.keyboard.type(", then turned away")
    page.locator(".assess-form .top select").select_option("joined-up")
    page.wait_for_function("document.querySelector('.assess-form .item').dataset.item !== '1'")
    page.keyboard.press("Home")
    page.locator(".assess-form .top select").select_option("preparing")
    all_saved(page, 1)
    assert assessment.ratings_of("ann")["comment"].iloc[0] == "half a thought, then turned away"
    assert page.errors == []


def test_a_finished_form_is_hidden_and_asks_whose_it_is(notebook, assessment):
    page = begin(notebook, assessment)
    focus(page)
    page.keyboard.press("e")
    all_saved(page, 1)
    page.get_by_role("button", name="Finish and hide my form").press("Enter")
    page.locator(".assess-form").wait_for(state="detached")
    who = page.locator(".jupyter-widgets select", has=page.locator("option", has_text=f"Ann <b>& {assessment.name}"))
    assert who.input_value() == "choose your name"
    who.select_option(index=1)
    name = f"Ann <b>& {assessment.name}"
    page.get_by_text(f"This form was begun already: it is {name}’s own. Are you {name}?", exact=True).wait_for()
    assert page.locator(".assess-form").count() == 0
    page.get_by_role("button", name=f"Yes, I am {name}").press("Enter")
    all_saved(page, 1)
    assert page.errors == []


def test_a_kernel_killed_between_two_keys_loses_nothing(notebook, assessment, page):
    begin(notebook, assessment)
    focus(page)
    page.keyboard.press("b")
    page.keyboard.press("c")
    all_saved(page, 2)
    page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
    page.wait_for_timeout(1000)
    begin(notebook, assessment)
    all_saved(page, 2)
    focus(page, 2)
    page.keyboard.press("d")
    all_saved(page, 3)
    assert levels(assessment)[:5] == "bcd.."


def test_clear_undo_states_and_a_comment_that_is_never_run(notebook, assessment):
    page = begin(notebook, assessment)
    assert page.locator(".assess-form .who b").text_content() == f"Ann <b>& {assessment.name}"
    focus(page)
    for key in ("b", "ArrowUp", "Backspace", "Control+z", "ArrowDown", "?", "-"):
        page.keyboard.press(key)
    page.keyboard.press('"')
    page.keyboard.type("<img src=x onerror=alert(1)> =1+1, ☕")
    page.keyboard.press("Escape")
    page.wait_for_function("document.querySelectorAll('.assess-form [data-status=saved]').length === 4")
    table = assessment.ratings_of("ann").head(4)
    assert table["state"].tolist() == ["rated", "dont_know", "not_applicable", "blank"]
    assert table["comment"].tolist() == ["", "", "", "<img src=x onerror=alert(1)> =1+1, ☕"]
    assert page.locator(".assess-form img").count() == 0
    assert page.errors == []


def test_a_split_rating_by_keys_alone(notebook, assessment):
    page = begin(notebook, assessment)
    focus(page)
    page.keyboard.press("/")
    page.keyboard.type("Leisure")
    page.keyboard.press("Tab")
    page.keyboard.press("d")
    page.keyboard.press("Tab")
    page.keyboard.type("Culture")
    page.keyboard.press("Tab")
    page.keyboard.press("b")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    all_saved(page, 1)
    assert page.locator(".assess-form .mark").first.text_content() == "Leisure: d, Culture: b  ✓ saved"
    rows = assessment.ratings_of("ann").query("item == '1'")
    assert list(zip(rows["facet"], rows["level"], strict=True)) == [("Leisure", "d"), ("Culture", "b")]


def test_a_folder_that_goes_away_is_said_at_once_and_the_rating_kept(notebook, assessment):
    page = begin(notebook, assessment)
    focus(page)
    moved = assessment.folder.with_name("away")
    assessment.folder.rename(moved)
    try:
        page.keyboard.press("e")
        page.wait_for_selector("text=NOT SAVED: the folder is not where it was.")
    finally:
        moved.rename(assessment.folder)
    all_saved(page, 1)
    page.wait_for_function("document.querySelector('.assess-form .message').textContent === ''")
    assert levels(assessment)[0] == "e"


def test_two_windows_on_one_member_see_each_other(notebook, assessment):
    page = begin(notebook, assessment)
    al.open_assessment(assessment.folder).rate("ann", "2", "d")
    page.wait_for_selector(f'{READY}[data-item="2"] [data-level="d"][aria-pressed="true"]', timeout=4000)


def test_the_notebook_file_holds_no_rating(notebook, assessment, home):
    page = begin(notebook, assessment)
    focus(page)
    page.keyboard.press("e")
    all_saved(page, 1)
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!window.jupyterapp.shell.currentWidget.context.model.dirty")
    stored = (home / "notebooks" / "02_rate.ipynb").read_text(encoding="utf-8")
    assert re.search(r'"execution_count": \d', stored)
    assert '"answers"' not in stored
    assert '"level"' not in stored


def test_a_key_that_misses_the_form_changes_nothing_and_the_form_says_so(notebook, assessment):
    page = begin(notebook, assessment)
    hint = page.locator(".assess-form .asleep-hint")
    assert hint.is_visible()
    cells = page.locator(".jp-Cell").count()
    page.locator(".jp-MarkdownCell").first.click()
    for key in "abxdd":
        page.keyboard.press(key)
    page.wait_for_timeout(500)
    assert page.locator(".jp-Cell").count() == cells
    focus(page)
    assert not hint.is_visible()
    assert levels(assessment) == "." * 37


def test_a_comment_half_written_stays_when_the_section_is_closed(notebook, assessment):
    page = begin(notebook, assessment)
    focus(page)
    page.keyboard.press('"')
    page.keyboard.type("half")
    assert not page.locator(".assess-form .late").is_visible()
    assessment.record("preparing", "closed")
    page.locator(".assess-form .late").wait_for()
    page.keyboard.type(" a thought")
    page.keyboard.press("Escape")
    page.wait_for_function("document.querySelector('.assess-form .item').dataset.status === 'saved'")
    assert assessment.ratings_of("ann")["comment"].iloc[0] == "half a thought"


def test_undo_brings_back_the_comment_that_stood(notebook, assessment):
    page = begin(notebook, assessment)
    focus(page)
    for words in ("first", "second"):
        page.keyboard.press('"')
        page.keyboard.press("Control+a")
        page.keyboard.type(words)
        page.keyboard.press("Escape")
    page.keyboard.press("Control+z")
    page.wait_for_function("document.querySelector('.assess-form textarea').value === 'first'")
    all_saved(page, 1)
    assert assessment.ratings_of("ann")["comment"].iloc[0] == "first"


def test_on_a_laptop_all_of_the_form_and_enlarged_the_scale_and_the_item_are_in_sight(notebook, assessment):
    page = begin(notebook, assessment)
    focus(page)
    page.keyboard.press("c")
    for what in (".top", ".levels", ".item.current", ".foot .keys"):
        assert within(page, what, 80, 695)
    page.set_viewport_size({"width": 640, "height": 360})
    page.evaluate("window.jupyterapp.commands.execute('application:toggle-left-area')")
    page.keyboard.press("c")
    all_saved(page, 2)
    for what in (".levels", ".item.current"):
        assert within(page, what, 80, 340)


def within(page, what, top, bottom):
    box = page.locator(f".assess-form {what}").bounding_box()
    return top < box["y"] < box["y"] + box["height"] < bottom
