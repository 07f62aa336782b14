"""The facilitator's grid in JupyterLab: a sheet of answers by keys alone, a block from a spreadsheet, a second page."""

import statistics

import nbformat
import pytest

import assesslib as al

NAMES = ("Amara", "Olek", "Callum", "Dilys Pugh-Llewellyn", "Farid", "Grace", "Hamish", "Imogen <b>Ash</b>", "Nadia",
         "Keiko", "Leona", "Marek Wiśniewski")  # fmt: skip
MEMBERS = [{"id": f"m{place}", "name": name, "role": "manager", "organisation": "Northvale Council"}
           for place, name in enumerate(NAMES)]  # fmt: skip
CURSOR = "document.activeElement.dataset.place"
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
PASTE = """text => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true}));
}"""
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
    """A grid over an assessment of twelve members: the assessment and the page."""

    def open_one(name, **options):
        made = al.create_assessment(home / "data" / name, framework="csit-collaborative-working",
                                    partnership="Northvale Together", members=MEMBERS)  # fmt: skip
        return made, shown(home, notebook, name, options)

    return open_one


def shown(home, notebook, name, options):
    said = "".join(f", {key}={value!r}" for key, value in options.items())
    code = f"import assesslib as al\nfrom assesslib import widgets\na = al.open_assessment('../data/{name}')\n"
    cell = nbformat.v4.new_code_cell(f"{code}widgets.RatingGrid(a{said})")
    cell.metadata = {"jupyter": {"source_hidden": True}}
    book = nbformat.v4.new_notebook(cells=[cell])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(book, home / "notebooks" / f"{name}.ipynb")
    page = notebook(f"{name}.ipynb")
    page.wait_for_selector(".assess-grid td")
    return page


def saved(page, many):
    """Wait until so many cells of the section are marked saved and none is on its way."""
    page.wait_for_function(f"document.querySelectorAll('.assess-grid td[data-status=saved]').length === {many} && "
                           "!document.querySelector('.assess-grid td[data-status=saving]')")  # fmt: skip


def levels(assessment):
    rated = assessment.ratings.query("state == 'rated'")
    return {(row.member, row.item): row.level for row in rated.itertuples()}


def paste(page, text):
    """What the browser does when a block copied from a spreadsheet is pasted."""
    page.evaluate(PASTE, text)


def message(page):
    return page.locator(".assess-grid .message").text_content()


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
    page.locator('.assess-grid td[data-place="0 0"]').focus()
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


def test_what_a_member_answered_alone_is_nowhere_on_the_page_until_the_section_is_closed(opened, home):
    assessment, page = opened("grid-blind", section="delivery")
    assessment.rate("m3", "26", "e", by="m3", comment="ZEBRA")
    page.wait_for_selector(".assess-grid td.barred")
    page.locator('.assess-grid td[data-place="1 3"]').focus()
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
    page.locator('.assess-grid td[data-place="11 11"]').focus()
    page.keyboard.press("c")
    saved(page, 1)
    page.locator(".assess-grid td").first.focus()
    beyond_frame, beyond_grid, height = page.evaluate(SIZES)
    assert beyond_frame <= 0
    assert beyond_grid <= 0
    assert height <= 590
    assert page.locator(".assess-grid .text").text_content().startswith("Key feature 13 ")
    assert page.locator(".assess-grid .scale li").all_text_contents() == [
        f"{code} {label}" for code, label in assessment.framework.scale.items()
    ]


def test_enlarged_to_twice_its_size_the_item_and_the_cell_stay_in_sight(opened):
    _, page = opened("grid-zoomed", section="joined-up")
    page.set_viewport_size({"width": 640, "height": 360})
    page.evaluate("window.jupyterapp.commands.execute('application:toggle-left-area')")
    page.locator(".assess-grid td").first.focus()
    for _ in range(11):
        page.keyboard.press("c")
    saved(page, 11)
    for what in (".now .text", 'td[data-place="11 0"]'):
        box = page.locator(f".assess-grid {what}").bounding_box()
        assert 80 < box["y"] < box["y"] + box["height"] < 340
