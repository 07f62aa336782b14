"""The page that makes documents, as an officer meets it: look at the form, save it, read it."""

import io

from pypdf import PdfReader
from test_analyse import nothing_is_wrong, opened, settled


def test_the_form_is_looked_at_and_saved(notebook):
    page = opened(notebook, "08_report.ipynb")
    page.locator("select", has_text="the completed form").select_option(label="the completed form")
    page.wait_for_timeout(500)
    page.get_by_role("button", name="Look at it").click()
    frame = page.frame_locator("iframe.document")
    frame.get_by_role("heading", level=1).first.wait_for(timeout=60_000)
    assert "Northvale Active & Creative Partnership" in frame.locator("body").inner_text()
    page.get_by_role("button", name="Make the file").click()
    link = page.get_by_role("link", name="Save collaboration-2026-form.pdf")
    link.wait_for(timeout=60_000)
    settled(page)
    nothing_is_wrong(page)
    with page.expect_download() as waited:
        link.click()
    text = PdfReader(io.BytesIO(waited.value.path().read_bytes())).pages[0].extract_text()
    assert "Collaborative Working" in text
