"""The pages as an officer meets them: in JupyterLab, in a real browser, at the size of a laptop's screen."""

import re

ASSESSMENTS = ("collaboration-2026", "collaboration-2025", "collaboration-2024", "cdrp-worked-example")
WRONG = '[data-mime-type="application/vnd.jupyter.error"], [data-mime-type="application/vnd.jupyter.stderr"]'


def lists(page):
    return page.locator(".jupyter-widgets select")


def choose(page, place, label):
    """Choose from a list by a part of its label; wait until the views have followed."""
    entry = lists(page).nth(place).locator("option", has_text=label).first
    lists(page).nth(place).select_option(label=entry.text_content())
    page.wait_for_timeout(500)
    page.wait_for_function("window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'")
    page.wait_for_timeout(300)


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


def test_every_sample_can_be_looked_at_section_by_section(notebook):
    page = notebook("04_analyse.ipynb")
    for name in ASSESSMENTS:
        choose(page, 0, f"({name})")
        nothing_is_wrong(page)
        text = page.locator(".jp-Notebook").text_content()
        if name == "cdrp-worked-example":
            assert "Nobody’s own ratings are recorded in this assessment" in text
            assert "Local: W – Working towards; National: S – Some success" in text
            continue
        assert "Constructed: the organisations, the people and every answer are invented." in text
        assert_pictures_fit(page)
        choose(page, 1, "Collaborative service delivery")
        assert "28: " in page.locator(".assess img").first.get_attribute("alt")
        assert_pictures_fit(page)
        nothing_is_wrong(page)


def assert_pictures_fit(page):
    """Two pictures, drawn, none wider than the page."""
    sizes = page.evaluate(
        "[...document.querySelectorAll('.assess img')].map(i => "
        "[i.naturalWidth, i.getBoundingClientRect().right - i.closest('.jp-Notebook').getBoundingClientRect().right])"
    )
    assert len(sizes) == 2
    assert all(natural > 500 and beyond <= 0 for natural, beyond in sizes)


def test_the_divide_is_there_to_see_and_the_order_can_be_changed(notebook):
    page = notebook("04_analyse.ipynb")
    choose(page, 1, "Collaborative service delivery")
    page.get_by_role("button", name="widest differences first").click()
    page.wait_for_timeout(4000)
    nothing_is_wrong(page)
    assert page.locator(".assess img").first.get_attribute("alt").startswith("28: Two camps.")


def test_what_is_stored_after_a_run_holds_no_rating(notebook, home):
    page = notebook("04_analyse.ipynb")
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_timeout(2000)
    stored = (home / "notebooks" / "04_analyse.ipynb").read_text(encoding="utf-8")
    assert '"execution_count": 1' in stored
    assert "Two camps" not in stored
    assert "image/png" not in stored
