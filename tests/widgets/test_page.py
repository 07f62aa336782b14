"""Pieces of a screen: what people wrote is shown, never run."""

import base64
import io
import re

import pandas as pd
from matplotlib import image
from matplotlib.figure import Figure

from assesslib.faults import Fault, FaultsError
from assesslib.widgets import page

EVIL = "<script>alert('x')</script> & \"quoted\""
SAFE = "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; &quot;quoted&quot;"


def test_text_is_shown_and_never_run():
    assert page.paragraph(EVIL, "notice") == f"<p class='notice'>{SAFE}</p>"
    assert page.listing([EVIL]) == f"<ul><li>{SAFE}</li></ul>"


def test_a_table_has_headings_that_a_screen_reader_announces():
    rows = pd.DataFrame({"item": ["1"], "text": [EVIL], "note": ["two\nlines"], "left": ["out"]})
    assert page.table(rows, {"item": "No.", "text": "T&C", "note": "Note"}, "A <caption>", wide=["text"]) == (
        "<table><caption>A &lt;caption&gt;</caption><thead><tr><th scope='col' class='narrow'>No.</th>"
        "<th scope='col' class='wide'>T&amp;C</th><th scope='col' class='narrow'>Note</th></tr></thead>"
        f"<tbody><tr><th scope='row'>1</th><td>{SAFE}</td><td>two<br>lines</td></tr></tbody></table>"
    )


def test_a_missing_value_is_an_empty_cell():
    assert "<td></td>" in page.table(pd.DataFrame({"a": ["x"], "b": [pd.NA]}), {"a": "A", "b": "B"}, "C")


def test_a_picture_carries_its_content_in_words():
    html = page.picture(Figure(figsize=(2, 1)).add_subplot(), "1: 'all' <agree>")
    [data] = re.findall(r"base64,([A-Za-z0-9+/=]+)'", html)
    assert image.imread(io.BytesIO(base64.b64decode(data))).shape[:2] == (page.SHARPNESS, 2 * page.SHARPNESS)
    assert "alt='1: &#x27;all&#x27; &lt;agree&gt;'" in html
    assert "width:192px" in html


def test_faults_are_listed_and_no_fault_says_nothing():
    assert page.faults_list([]) == ""
    assert page.faults_list([Fault("is no level", value="<f>")]) == (
        "<p class='notice'>Some of what stands in the folder could not be used:</p>"
        "<ul><li>“&lt;f&gt;” is no level.</li></ul>"
    )


def test_what_was_worked_around_is_not_called_useless():
    assert page.faults_list([Fault("Read together with ann.csv", handled=True)]) == (
        "<p class='notice'>Good to know:</p><ul><li>Read together with ann.csv.</li></ul>"
    )


def raising(error):
    def show():
        raise error

    return page.safely(show)


def test_what_a_user_can_cause_is_said_in_words():
    assert "This cannot be shown yet:" in raising(FaultsError([Fault("is no level", value="f")]))
    assert "<li>“f” is no level.</li>" in raising(FaultsError([Fault("is no level", value="f")]))
    assert "The folder cannot be read: Permission denied." in raising(PermissionError(13, "Permission denied"))
