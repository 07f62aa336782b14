"""The page that compares years, as an officer meets it: at a glance, by steps, without names, files to take along."""

import csv
import io

import pytest
from test_analyse import nothing_is_wrong, opened, settled


@pytest.fixture
def page(notebook):
    return opened(notebook, "07_compare_years.ipynb")


def pick(page, label):
    page.locator("select", has_text=label).select_option(label=label)
    page.wait_for_timeout(1000)
    settled(page)


def glance(page):
    return page.locator(".assess .columns section")


def numbers(page, place):
    return [line.split(":")[0].strip() for line in glance(page).nth(place).locator("summary").all_inner_texts()]


def test_what_improved_declined_and_cannot_be_told_is_on_one_screen(page):
    nothing_is_wrong(page)
    assert glance(page).locator("h4").all_inner_texts() == ["▲ Improved (2)", "▼ Declined (2)", "? Cannot be told (0)"]
    assert [numbers(page, place) for place in range(2)] == [["13", "16"], ["3", "30"]]
    tops = {round(glance(page).nth(place).bounding_box()["y"]) for place in range(3)}
    assert len(tops) == 1, "the three columns stand side by side"
    whole = page.locator(".assess .columns").bounding_box()
    assert whole["height"] < 500


def test_a_line_opens_to_what_it_rests_on(page):
    glance(page).nth(1).locator("summary").first.click()
    opened = glance(page).nth(1).locator("details[open]").inner_text()
    assert "Of 11 members who rated in both years: 0 higher, 0 the same, 11 lower (p .001" in opened
    assert "Agreed: d, then c." in opened


def test_another_year_is_ticked_and_the_whole_way_compared(page):
    page.get_by_label("5 March 2024 (collaboration-2024)").check()
    page.wait_for_timeout(1000)
    settled(page)
    pick(page, "5 March 2024 with 3 March 2026")
    nothing_is_wrong(page)
    text = page.locator(".jp-Notebook").inner_text()
    assert "Views converged on key feature 11 and split on key feature 28." in text


def test_pictures_fit_and_have_words(page):
    pictures = page.locator(".assess img")
    assert pictures.count() >= 10
    for picture in pictures.all():
        assert len(picture.get_attribute("alt")) > 20
    wide = page.evaluate("[...document.querySelectorAll('.assess img')].filter(one => one.clientWidth > "
                         "one.closest('.assess').clientWidth + 1).length")  # fmt: skip
    assert wide == 0


def test_names_are_nowhere_where_they_are_hidden(page):
    pick(page, "organisations, no names")
    nothing_is_wrong(page)
    text = page.locator(".jp-Notebook").text_content()
    assert "Keiko" not in text
    assert "Jonas" not in text


def test_a_table_can_be_taken_along(page):
    with page.expect_download() as waited:
        page.get_by_role("link", name="what moved on each item").click()
    assert waited.value.suggested_filename == "collaboration-2025-collaboration-2026-change.csv"
    rows = csv.DictReader(io.StringIO(waited.value.path().read_text("utf-8-sig")))
    assert [row["item"] for row in rows if row["word"] == "declined"] == ["3", "30"]
