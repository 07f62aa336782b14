"""The facilitator's grid in JupyterLab: a sheet of answers by keys alone, a block from a spreadsheet, a second page."""

import statistics

import nbformat
import pytest
from grid_pages import CURSOR, MEMBERS, levels, message, open_grid, paste, saved, show, stand, write_notebook

import assesslib as al

TIMES = """
    window.times = []; window.pressed = new Map();
    const grid = document.querySelector('.assess-grid');
    addEventListener('keydown', () => {
        const cell = document.activeElement.closest('td');
        if (cell) window.pressed.set(cell.ariaLabel.split(':')[0], performance.now());
    }, true);
    new MutationObserver(changes => changes.forEach(({target}) => {
        const cell = target.ariaLabel?.split(':')[0];
        if (target.dataset.status !== 'saved' || !window.pressed.has(cell)) return;
        window.times.push(performance.now() - window.pressed.get(cell));
        window.pressed.delete(cell);
    })).observe(grid, {subtree: true, attributeFilter: ['aria-label']});
"""
SIZES = """() => {
    const grid = document.querySelector('.assess-grid'), frame = grid.querySelector('.frame');
    return [frame.scrollWidth - frame.clientWidth, grid.scrollWidth - grid.clientWidth, grid.offsetHeight];
}"""
DRAWN = """section => {
    const list = document.querySelector('.assess-grid .sections'), began = performance.now();
    list.value = section;
    list.dispatchEvent(new Event('change'));
    document.querySelector('.assess-grid').offsetHeight;
    return performance.now() - began;
}"""


@pytest.fixture
def opened(home, notebook):
    return lambda name, **options: open_grid(home, notebook, name, **options)


def test_444_keys_enter_444_answers(opened):
    assessment, page = opened("grid-444")
    cells_before = page.locator(".jp-Notebook .jp-Cell").count()
    page.locator(".assess-grid td").first.focus()
    page.evaluate(TIMES)
    wanted = [(member["id"], item.id) for section in assessment.framework.sections for member in MEMBERS
              for item in section.items]  # fmt: skip
    keys = ["abcde"[(place * 7 + place // 12) % 5] for place in range(len(wanted))]
    for key in keys:
        page.keyboard.press(key, delay=30)
    page.wait_for_function("document.querySelector('.assess-grid .message').textContent === "
                           "'That was the last cell: everything is entered.'")  # fmt: skip
    saved(page, 4 * 12)
    assert levels(assessment) == dict(zip(wanted, keys, strict=True))
    history = assessment.history
    assert len(history) == 444
    assert set(history["by"]) == {"facilitator"}
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells_before
    times = page.evaluate("window.times")
    print(f"\nkey to saved: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms of {len(times)}")
    assert len(times) > 400
    assert page.errors == []


def test_keys_move_clear_undo_and_mark_who_is_absent(opened):
    assessment, page = opened("grid-keys", section="review")
    press = page.keyboard.press
    page.locator(".assess-grid td").first.focus()
    moves = {"End": "0 11", "PageDown": "3 11", "ArrowUp": "2 11", "ArrowLeft": "2 10", "Home": "2 0", "PageUp": "0 0"}
    for key, place in moves.items():
        press(key)
        assert page.evaluate(CURSOR) == place
    for key in "2?-":
        press(key)
    saved(page, 3)
    press("Backspace")
    press("ArrowUp")
    press("Backspace")
    saved(page, 2)
    press("Control+z")
    saved(page, 3)
    page.wait_for_function(f"{CURSOR} === '2 0'")
    press("ArrowRight")
    press("x")
    page.wait_for_selector(".assess-grid th.current .absent:has-text('absent')")
    press("a")
    assert message(page).startswith("Olek is marked absent from this section.")
    press("ArrowLeft")
    press("PageDown")
    press("e")
    page.wait_for_function(f"{CURSOR} === '0 2'")
    page.get_by_role("button", name="→ across").press("Enter")
    press("b")
    page.wait_for_function(f"{CURSOR} === '0 3'")
    saved(page, 5)
    assert [row.state for row in assessment.ratings_of("m0").query("section == 'review'").itertuples()] == [
        "rated", "dont_know", "not_applicable", "rated",
    ]  # fmt: skip
    assert levels(assessment) == {("m0", "34"): "b", ("m0", "37"): "e", ("m2", "34"): "b"}
    assert assessment.progress[["section", "event", "member"]].values.tolist() == [["review", "absent", "m1"]]
    assert page.errors == []


def test_a_block_is_pasted_and_its_faults_are_listed(opened):
    assessment, page = opened("grid-paste", section="joined-up")
    assessment.rate("m1", "13", "e", by="m1")
    page.wait_for_selector(".assess-grid td.barred")
    stand(page, "0 0")
    paste(page, "A\tb\t3\r\nwe partly do this\t<img src=x onerror=alert(1)>\tn/a\r\n")
    report = page.locator(".assess-grid .report")
    report.wait_for()
    assert report.locator("p").text_content() == (
        "4 answers entered from the clipboard (key features 13 to 14). 2 cells could not be entered:"
    )
    do = "Use a, b, c, d, e, a number from 1 to 5, the words of a level, ? or n/a, or leave the cell empty."
    assert report.locator("li").all_text_contents() == [
        "row 1, column 2 (Olek, key feature 13): “b” was not entered: Olek has answered this alone: "
        "it stays hidden until the section is closed.",
        f"row 2, column 2 (Olek, key feature 14): “<img src=x onerror=alert(1)>” is not an answer. {do}",
    ]
    saved(page, 4)
    assert levels(assessment) == {("m0", "13"): "a", ("m0", "14"): "c", ("m1", "13"): "e", ("m2", "13"): "c"}
    page.keyboard.press("Escape")
    report.wait_for(state="hidden")
    page.keyboard.press("Control+z")
    saved(page, 0)
    assert levels(assessment) == {("m1", "13"): "e"}
    assert page.errors == []


def test_a_block_is_pasted_through_a_box_by_keys_alone(opened):
    assessment, page = opened("grid-box", section="review")
    press, box = page.keyboard.press, page.locator(".assess-grid .paste")
    stand(page, "1 2")
    page.get_by_role("button", name="Paste from Excel …").press("Enter")
    assert box.locator("p").text_content() == (
        "Copy the cells in Excel and paste them here. The first one goes to Callum, key feature 35; "
        "if names stand above them or numbers to their left, those are followed."
    )
    press("Tab")
    press("Enter")
    assert message(page) == (
        "There is nothing to enter yet: copy the cells in Excel and paste them into the box first."
    )
    page.keyboard.insert_text("A\tb\n?\tn/a")
    press("Tab")
    press("Enter")
    saved(page, 4)
    assert page.locator(".assess-grid .report p").text_content() == (
        "4 answers entered from the clipboard (key features 35 to 36)."
    )
    assert page.evaluate(CURSOR) == "1 2"
    assert levels(assessment) == {("m2", "35"): "a", ("m3", "35"): "b"}
    page.get_by_role("button", name="Paste from Excel …").press("Enter")
    page.keyboard.type("ab")
    press("Escape")
    assert not box.is_visible()
    assert page.evaluate(CURSOR) == "1 2"
    assert len(assessment.history) == 4
    assert page.errors == []


def test_what_a_member_answered_alone_is_nowhere_on_the_page_until_the_section_is_closed(opened, home):
    assessment, page = opened("grid-blind", section="delivery")
    assessment.rate("m3", "26", "e", by="m3", comment="ZEBRA")
    page.wait_for_selector(".assess-grid td.barred")
    stand(page, "1 3")
    page.keyboard.press("a")
    assert message(page) == "Dilys Pugh-Llewellyn has answered this alone: it stays hidden until the section is closed."
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!window.jupyterapp.shell.currentWidget.context.model.dirty")
    stored = nbformat.read(home / "notebooks" / "grid-blind.ipynb", 4)
    assert set(stored.metadata) == {"kernelspec", "language_info"}
    assert [one.data["text/plain"] for one in stored.cells[0].outputs] == ["RatingGrid"]
    assert "ZEBRA" not in str(stored)
    assert "ZEBRA" not in page.content()
    assert page.locator(".assess-grid td .level", has_text="e").count() == 0
    assessment.record("delivery", "closed")
    page.wait_for_function("document.querySelector('.assess-grid [data-place=\"1 3\"] .level').textContent === 'e'")
    assert page.locator(".assess-grid .late").count() == 1


def test_it_fits_a_laptop_and_keeps_the_wording_in_sight(opened):
    assessment, page = opened("grid-fits", section="review")
    print(f"\n12 x 12 cells drawn in {page.evaluate(DRAWN, 'joined-up'):.0f} ms")
    stand(page, "11 11")
    page.keyboard.press("c")
    saved(page, 1)
    page.locator(".assess-grid td").first.focus()
    beyond_frame, beyond_grid, height = page.evaluate(SIZES)
    assert beyond_frame <= 0
    assert beyond_grid <= 0
    assert height <= 590
    assert page.locator(".assess-grid .text").text_content().startswith("Key feature 13 ")
    assert page.locator(".assess-grid .scale li").all_text_contents() == [
        f"{code}\u00a0{label}" for code, label in assessment.framework.scale.items()
    ]


def test_twenty_members_leave_the_items_room_and_are_told_apart(home, notebook):
    names = [f"Community representative, {place} ward" for place in range(1, 20)]
    members = [{"id": f"m{place}", "name": name} for place, name in enumerate([*names, "Ann"])]
    al.create_assessment(home / "data" / "grid-twenty", framework="csit-collaborative-working",
                         partnership="Northvale Together", members=members)  # fmt: skip
    write_notebook(home, "grid-twenty", {"section": "joined-up"})
    page = show(notebook, "grid-twenty")
    first = page.locator(".assess-grid .corner")
    assert first.text_content() == "Key feature"
    assert first.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
    assert first.bounding_box()["width"] >= 130
    heads = page.locator(".assess-grid th[data-column]")
    assert heads.nth(18).text_content() == "19 Communit…9 ward"
    assert heads.nth(18).get_attribute("aria-label") == "Community representative, 19 ward"
    assert heads.nth(19).text_content() == "Ann"
    stand(page, "0 19")
    stand(page, "0 0")
    beside, cell = first.bounding_box(), page.locator('.assess-grid td[data-place="0 0"]').bounding_box()
    assert cell["x"] >= beside["x"] + beside["width"] - 2


def test_enlarged_to_twice_its_size_the_item_the_scale_and_the_cell_stay_in_sight(opened):
    _, page = opened("grid-zoomed", section="joined-up")
    page.set_viewport_size({"width": 640, "height": 360})
    page.evaluate("window.jupyterapp.commands.execute('application:toggle-left-area')")
    page.locator(".assess-grid td").first.focus()
    for _ in range(11):
        page.keyboard.press("c")
    saved(page, 11)
    for what in (".now .text", ".scale", 'td[data-place="11 0"]'):
        box = page.locator(f".assess-grid {what}").bounding_box()
        assert 80 < box["y"] < box["y"] + box["height"] < 340
