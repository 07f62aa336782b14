"""One HTML file that shows all of a document, runs nothing, fetches nothing, and can be heard as well as seen."""

import base64
import re
from pathlib import Path

import pytest
from every_block import BLOCKS, EVERY, LONG, SHOWN, TRAPS, many_rows, png, said, trap
from reading_back import Page

from assesslib.documents import html
from assesslib.documents.html import as_html
from assesslib.documents.model import Column, Document, Heading, Paragraph, Table

ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "details", "summary"),
    *("a", "h1", "h2", "h3", "h4", "p", "time", "span", "ul", "ol", "li", "div", "blockquote", "dl", "dt", "dd"),
    *("figure", "img", "figcaption", "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    *("lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "datetime", "tabindex", "role"),
    *("aria-label", "style", "src", "alt", "scope", "colspan"),
}


@pytest.fixture(scope="module")
def page():
    return Page(as_html(EVERY))


def test_every_text_is_shown_once_in_order(page):
    body = page.texts[page.texts.index("Skip to the content") + 1 :]
    contents = ["Contents", "Findings", "Points", "Picture", "Plan", "Signing"]
    assert body == [*SHOWN[:3], *contents, *SHOWN[3:], EVERY.footer]


def test_every_element_is_closed_where_it_was_opened(page):
    assert page.torn == []
    assert page.open == []


def test_nothing_is_fetched_and_nothing_can_run(page):
    policy = {"http-equiv": "Content-Security-Policy",
              "content": "default-src 'none'; img-src data:; style-src 'unsafe-inline'"}  # fmt: skip
    assert policy in page.all("meta")
    assert all(link["href"].startswith("#") for link in page.all("a"))
    assert all(image["src"].startswith("data:image/png;base64,") for image in page.all("img"))
    assert re.findall(rb"url\(|@import|https?:", as_html(EVERY)) == []


def test_the_page_says_its_language_its_title_and_its_day(page):
    assert page.all("html") == [{"lang": "en-GB"}]
    assert page.texts[0] == "Plan of the partnership"
    assert page.all("time")[0] == {"datetime": "2026-03-03"}


def test_who_listens_finds_the_parts(page):
    assert (page.tags["main"], page.tags["header"], page.tags["nav"], page.tags["footer"]) == (1, 1, 1, 1)
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in page.all("a")} <= set(ids)


def test_headings_go_down_one_level_at_a_time(page):
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels == [1, 2, 3, 4, 3, 2, 2]


def test_a_picture_is_inside_with_words_for_it(page):
    first, second = page.all("img")
    assert base64.b64decode(first["src"].partition(",")[2]) == png()
    assert (first["alt"], second["alt"]) == ("A frame round a light ground", "A frame wider than the page")
    assert (first["style"], second["style"]) == ("width: 2.00in", "width: 20.00in")


def test_a_table_says_what_its_cells_belong_to(page):
    scopes = [heading["scope"] for heading in page.all("th")]
    assert scopes == ["col"] * 4 + ["rowgroup"] + ["row"] * 2 + ["rowgroup", "row"]
    assert page.all("col") == [{"style": f"width: {share}%"} for share in ("50.00", "20.00", "13.33", "16.67")]


def test_a_page_may_end_between_any_two_headed_parts_of_a_table(page):
    places = [tag for tag, _ in page.elements if tag in ("thead", "tbody", "tr")]
    assert places == ["thead", "tr", "tbody", "tr", "tr", "tr", "tbody", "tr", "tr"]
    style = (Path(html.__file__).parent / "html.css").read_text(encoding="utf-8")
    assert [line for line in style.splitlines() if "break-before: avoid" in line] == [
        "tbody:first-of-type tr:first-child { break-before: avoid; }"
    ]


@pytest.mark.parametrize(("title", "whole"), [("GAP IDENTIFIED", True), ("x" * 40, False)])
def test_heads_that_fit_beside_each_other_are_never_parted(title, whole):
    columns = (Column("STANDARD", 3), *(Column(title, 1, "mark"),) * 4, Column("COMMENTS", 3))
    (table,) = Page(as_html(Document("t", (Table(columns, ()),)))).all("table")
    assert table.get("class") == ("whole" if whole else None)


def test_a_narrow_column_can_be_read_on_a_screen_and_a_wide_table_on_paper(page):
    assert page.all("table")[0]["style"] == "--least: 56.2em; --size: 9.0pt"
    assert Page(as_html(many_rows())).all("table")[0]["style"] == "--least: 75.0em; --size: 7.0pt"


def test_only_a_row_too_long_for_a_page_may_run_on_to_the_next():
    columns = many_rows().blocks[1].columns[:2]
    rows = Page(as_html(Document("t", (Table(columns, ((LONG, "a"), ("b", "c"))),)))).all("tr")
    assert rows == [{}, {"class": "long"}, {}]


def test_marks_are_read_out_in_words(page):
    marks = [span["aria-label"] for span in page.all("span")]
    assert marks == ["ticked", "box to tick", "a line to write on"]


def test_a_date_is_one(page):
    assert page.all("time")[1:] == [{"datetime": "2026-06-30"}]


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_shown_in_every_place_and_nothing_of_it_runs(name):
    found = Page(as_html(trap(TRAPS[name])))
    assert set(found.tags) <= ELEMENTS
    assert {attribute for _, attrs in found.elements for attribute in attrs} <= ATTRIBUTES
    assert (found.torn, found.open) == ([], [])
    assert all(line in image["alt"] for line in said(name) for image in found.all("img"))
    for line in said(name):
        assert sum(line in text for text in found.texts) >= 12


def test_a_long_text_is_whole():
    assert Page(as_html(Document("t", (Paragraph(LONG),)))).texts[-1] == LONG


def test_a_table_without_rows_keeps_its_head():
    document = Document("t", (Table(many_rows().blocks[1].columns, ()),))
    assert Page(as_html(document)).texts[-1] == "Column 12"


@pytest.mark.parametrize(("landscape", "lies"), [(False, "portrait"), (True, "landscape")])
def test_the_page_is_a4(landscape, lies):
    data = as_html(Document("t", (), landscape=landscape))
    assert f"@page {{ size: A4 {lies}; }}".encode() in data


def test_few_headings_need_no_contents():
    few = (Heading("a"), Heading("b"))
    assert Page(as_html(Document("t", few))).tags["nav"] == 0
    assert Page(as_html(Document("t", (*few, Heading("c"))))).tags["nav"] == 1


def test_equal_documents_give_equal_bytes():
    assert as_html(Document("t", BLOCKS)) == as_html(Document("t", tuple(BLOCKS)))
