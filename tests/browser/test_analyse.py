"""The pages as an officer meets them: in JupyterLab, in a real browser, at the size of a laptop's screen."""

import re

from notebook_pages import choose

ASSESSMENTS = ("collaboration-2026", "collaboration-2025", "collaboration-2024", "cdrp-worked-example")
WRONG = '[data-mime-type="application/vnd.jupyter.error"], [data-mime-type="application/vnd.jupyter.stderr"]'


def nothing_is_wrong(page):
    assert page.locator(WRONG).count() == 0
    assert page.errors == []
    assert not re.search(r"Traceback|<[\w.]+ object at 0x", page.locator(".jp-Notebook").text_content())


def test_the_start_page_lists_what_there_is(notebook):
    page = notebook("00_start.ipynb")
    nothing_is_wrong(page)
    table = page.locator("table", has_text="Folder in data")
    assert all(table.locator("tr", has_text=name).count() == 1 for name in ASSESSMENTS)
    assert page.locator("table", has_text="37 key features, 5 levels").count() == 1


def test_its_links_open_the_pages(notebook):
    page = notebook("00_start.ipynb")
    page.get_by_role("link", name="Analyse an assessment").click()
    page.wait_for_selector("h1:visible:has-text(\"What did the team say\")", timeout=30_000)


def opened(notebook, name):
    """A page of the analysis, looking at the constructed year 2026."""
    page = notebook(name)
    choose(page, 0, "(collaboration-2026)")
    settled(page)
    return page


def settled(page):
    """Wait until the views have followed and every picture is drawn."""
    page.wait_for_function("window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'")
    page.wait_for_function("[...document.querySelectorAll('.assess img')].every(one => one.complete)")
    page.wait_for_timeout(500)


def test_every_sample_can_be_looked_at(notebook):
    page = notebook("04_analyse.ipynb")
    for name in ASSESSMENTS:
        choose(page, 0, f"({name})")
        settled(page)
        nothing_is_wrong(page)
        text = page.locator(".jp-Notebook").text_content()
        if name == "cdrp-worked-example":
            assert "Nobody’s own ratings are recorded in this assessment" in text
            assert "Local: W – Working towards; National: S – Some success" in text
            continue
        assert "Constructed: the organisations, the people and every answer are invented." in text
        assert "Northvale Health Trust rates key features 25, 26 and 27 lower than Northvale Council" in text
        assert_pictures_fit(page)


def assert_pictures_fit(page):
    """Every picture that is seen is drawn, and none is wider than the page."""
    sizes = page.evaluate(
        "[...document.querySelectorAll('.assess img')].filter(i => i.checkVisibility()).map(i => "
        "[i.naturalWidth, i.getBoundingClientRect().right - i.closest('.jp-Notebook').getBoundingClientRect().right])"
    )
    assert len(sizes) == 4
    assert all(natural > 500 and beyond <= 0 for natural, beyond in sizes)


def test_a_section_and_an_order_can_be_chosen(notebook):
    page = opened(notebook, "04_analyse.ipynb")
    choose(page, 1, "Collaborative service delivery")
    page.get_by_role("button", name="widest differences first").click()
    drawn = "[...document.querySelectorAll('.assess img')].some(one => one.alt.includes(' dot. 28: Two camps.'))"
    page.wait_for_function(drawn)
    nothing_is_wrong(page)
    assert page.locator("summary", has_text=re.compile(r"^Key feature \d+[: ]")).count() == 3
    assert page.locator("summary", has_text="key features 25, 26 and 27 lower").count() == 1
    assert page.locator("summary", has_text="Key feature 5 ").count() == 0


def test_an_order_of_talk_follows_the_minutes_at_hand(notebook):
    page = opened(notebook, "04_analyse.ipynb")
    caption = page.locator("caption", has_text="key features for 60 minutes, in this order")
    assert caption.locator("xpath=..").locator("tbody tr").first.text_content().startswith("28Technology is used")
    minutes = page.locator(".jupyter-widgets input[type=number]").first
    minutes.fill("45")
    minutes.press("Tab")
    page.wait_for_selector("caption:has-text('key features for 45 minutes, in this order')")
    nothing_is_wrong(page)


def test_a_sentence_opens_to_its_rows_by_keyboard(notebook):
    page = opened(notebook, "04_analyse.ipynb")
    line = page.locator("summary", has_text="Key feature 14: one of 12 stands alone at a (Marek)")
    line.focus()
    page.keyboard.press("Enter")
    rows = line.locator("xpath=..").locator("table", has_text="What members said alone").locator("tr")
    assert rows.count() == 13
    assert rows.last.text_content().startswith("14Marek")
    assert rows.last.is_visible()


def test_without_names_none_is_on_the_page(notebook):
    page = opened(notebook, "04_analyse.ipynb")
    choose(page, 2, "organisations, no names")
    page.wait_for_selector("text=No names of raters. An organisation is shown")
    settled(page)
    text = page.locator(".jp-Notebook").inner_text()
    assert "one of 12 stands alone at a; the others: 7 at c, 4 at d." in text
    assert [name for name in ("Callum", "Dilys", "Farid", "Keiko", "Marek") if name in text] == []
    nothing_is_wrong(page)


def test_threads_causes_and_a_tag_of_ones_own(notebook):
    page = opened(notebook, "05_threads_and_causes.ipynb")
    nothing_is_wrong(page)
    assert page.locator("summary", has_text="Golden thread, Relationships & trust").count() == 1
    assert page.locator(".assess img").count() == 3
    assert page.locator("button:visible", has_text="roles").count() == 0
    choose(page, 1, "Preparing the ground")
    page.wait_for_selector("text=A thread runs across sections, so all of them stand here")
    page.wait_for_selector("text=Of this section’s areas for improvement alone, with the causes")
    choose(page, 0, "(collaboration-2024)")
    fields = page.locator(".jupyter-widgets input[type=text]")
    fields.nth(0).fill("Rooms <i>")
    fields.nth(1).fill("14, 99")
    page.get_by_role("button", name="Add the tag").click()
    page.wait_for_selector("text=“99” is none of this framework’s key features.")
    fields.nth(1).fill("14, 21, 22")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Add the tag").click()
    page.wait_for_selector("th:has-text('Rooms <i>')")
    page.get_by_role("button", name="Take out").click()
    page.wait_for_selector("text=No tag of your own yet.")
    nothing_is_wrong(page)


def test_what_is_stored_after_a_run_holds_no_rating(notebook, home):
    page = opened(notebook, "04_analyse.ipynb")
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!window.jupyterapp.shell.currentWidget.context.model.dirty")
    stored = (home / "notebooks" / "04_analyse.ipynb").read_text(encoding="utf-8")
    assert re.search(r'"execution_count": \d', stored)
    assert "Two camps" not in stored
    assert "image/png" not in stored
