"""Where the team looks back: a member and the facilitator give both answers in a real browser, and both are kept."""

import pytest
from grid_pages import message, show, stand, write_notebook
from notebook_pages import choose

import assesslib as al

ROW = '.assess-rating .item[data-item="{}"][data-round="{}"]'
BACK = "What you type now is for LAST YEAR, as the member sees it today."


@pytest.fixture
def assessment(home, request):
    name = request.node.name.removeprefix("test_").replace("_", "-")[:30]
    members = [{"id": "ann", "name": f"Ann of {name}"}, {"id": "bob", "name": "Bob"}]
    return al.create_assessment(home / "data" / name, framework="csit-collaborative-working", partnership=name,
                                date="2032-01-01", members=members, looking_back=True)  # fmt: skip


def begin(notebook, assessment):
    page = notebook("02_rate.ipynb")
    name = assessment.members["name"].iloc[0]
    choose(page, 0, f"({assessment.name})")
    page.locator(".jupyter-widgets select", has=page.locator("option", has_text=name)).select_option(label=name)
    sure = page.get_by_role("button", name=f"Yes, I am {name}")
    sure.or_(page.locator(".assess-rating")).wait_for()
    if sure.count():
        sure.press("Enter")
    page.locator(ROW.format(1, 0)).wait_for()
    page.wait_for_timeout(500)
    return page


def press(page, keys):
    for key in keys.split():
        page.keyboard.press(key)


def marked(page, item, round_):
    """What the line shows as chosen, and its mark."""
    row = page.locator(ROW.format(item, round_))
    chosen = row.locator('[aria-pressed="true"]').all_text_contents()
    return "".join(chosen), row.locator(".mark").text_content()


def saved(page, count):
    marks = "[...document.querySelectorAll('.assess-rating .mark')]"
    page.wait_for_function(f"{marks}.filter(mark => mark.textContent.includes('✓ saved')).length === {count}")


def stands(assessment, round_, member="ann"):
    rows = assessment.ratings_of(member).query("round == @round_ and state != 'blank'")
    return {row.item: row.level if row.state == "rated" else row.state for row in rows.itertuples()}


def test_a_member_gives_both_and_finds_both_again(notebook, assessment):
    page = begin(notebook, assessment)
    page.locator(ROW.format(1, 1)).focus()
    press(page, "c d ArrowUp ArrowRight e ?")
    saved(page, 4)
    assert page.evaluate("document.activeElement.dataset.round + document.activeElement.dataset.place") == "03"
    press(page, "ArrowLeft a")
    page.locator(ROW.format(5, 0)).get_by_role("button", name="b: ").click()
    saved(page, 6)
    said = {1: {"1": "c", "2": "d", "4": "a"}, 0: {"2": "e", "3": "dont_know", "5": "b"}}
    assert {turn: stands(assessment, turn) for turn in said} == said
    assert page.locator(".assess-rating .counted").text_content() == "3 of 5 answered"
    begin(notebook, assessment)
    saved(page, 6)
    assert [marked(page, *row)[0] for row in ((1, 1), (1, 0), (2, 1), (2, 0), (3, 0))] == [
        "c",
        "",
        "d",
        "e",
        "don’t know",
    ]
    assert page.errors == []


def test_undo_clear_and_a_comment_stay_in_their_line(notebook, assessment):
    page = begin(notebook, assessment)
    page.locator(ROW.format(1, 1)).focus()
    press(page, "c ArrowUp ArrowRight d ArrowUp")
    saved(page, 2)
    press(page, '"')
    assert message_of(page) == 'A comment goes with today’s answer: press ← to go there, then ".'
    press(page, "Backspace")
    page.wait_for_function(f"!document.querySelector('{ROW.format(1, 0)} .mark').textContent.includes('saving')")
    assert (stands(assessment, 1), stands(assessment, 0)) == ({"1": "c"}, {})
    press(page, "ArrowLeft Control+z")
    saved(page, 2)
    assert page.evaluate("document.activeElement.dataset.round") == "0"
    assert (stands(assessment, 1), stands(assessment, 0)) == ({"1": "c"}, {"1": "d"})
    press(page, "/")
    box = page.locator(f"{ROW.format(1, 0)} .split")
    for place, (name, level) in enumerate((("Leisure", "a"), ("Culture", "b"))):
        box.locator("input").nth(place).fill(name)
        box.locator("select").nth(place).select_option(level)
    box.get_by_role("button").click()
    saved(page, 2)
    assert marked(page, 1, 0) == ("", "Leisure: a, Culture: b  ✓ saved")
    assert stands(assessment, 1) == {"1": "c"}
    assert page.errors == []


def message_of(page):
    return page.locator(".assess-rating .message").text_content()


def cell(page, place):
    return page.locator(f'.assess-grid td[data-place="{place}"] .level').text_content()


def test_the_facilitator_types_in_either_and_sees_which(home, notebook, assessment):
    write_notebook(home, assessment.name, {})
    page = show(notebook, assessment.name)
    stand(page, "0 0")
    press(page, "c d")
    assert page.locator(".assess-grid .back").count() == 0
    page.get_by_role("button", name="Last year, seen from today").click()
    assert page.locator(".assess-grid .back").text_content().startswith(f"↩ {BACK}")
    assert page.locator(".assess-grid .filled").text_content() == "0 of 10 cells of this section filled"
    assert (cell(page, "0 0"), cell(page, "1 0")) == ("", "")
    stand(page, "0 0")
    press(page, "a ?")
    page.wait_for_function("document.querySelectorAll('.assess-grid td[data-status=saved]').length === 2")
    assert (stands(assessment, 1), stands(assessment, 0)) == ({"1": "c", "2": "d"}, {"1": "a", "2": "dont_know"})
    page.get_by_role("button", name="Today", exact=True).click()
    assert (cell(page, "0 0"), cell(page, "1 0")) == ("c", "d")
    press(page, "Control+z")
    page.locator(".assess-grid.last-year").wait_for()
    page.wait_for_function("document.querySelector('.assess-grid .message').textContent === 'Taken back: 1 answer.'")
    assert (cell(page, "0 0"), cell(page, "1 0")) == ("a", "")
    assert message(page) == "Taken back: 1 answer."
    assert (stands(assessment, 1), stands(assessment, 0)) == ({"1": "c", "2": "d"}, {"1": "a"})
    assert page.errors == []


def test_it_is_asked_for_where_the_assessment_is_set_up(notebook, home):
    page = notebook("01_set_up.ipynb")
    page.locator(".set-up .panel").wait_for()
    page.locator(".set-up .step", has_text="Who and when").click()
    page.get_by_label("Also ask: where were we last year, seen from today?").check()
    page.locator(".set-up .step", has_text="Check and make").click()
    page.locator(".set-up .summary", has_text="members may also say where the team was last year").wait_for()
    draft = home / "data" / ".set-up-draft.toml"
    assert "looking_back = true" in draft.read_text("utf-8")
    page.locator(".set-up .step", has_text="Who and when").click()
    assert page.get_by_label("Also ask: where were we last year, seen from today?").is_checked()
    draft.unlink()
    assert page.errors == []
