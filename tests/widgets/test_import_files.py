"""Answers from files on a page: nothing is written before it was seen, and what is in doubt is asked in lists."""

import errno
import re
from datetime import UTC, datetime

import pytest

import assesslib as al
from assesslib import widgets
from assesslib.widgets import import_files
from assesslib.widgets.import_doubts import asked
from assesslib.widgets.import_files import FIRST

LIKE = "Partnership led and supported and responsive"
PLAIN = "Name,1.1,1.2\nAnn,G,W\nBob,D,\n"
DOUBTFUL = f"Name,1.2,1.3,{LIKE}\nAnn,G,?!,S\nCy,W,W,W\n"
TEAM = [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}]


@pytest.fixture
def data(tmp_path):
    made(tmp_path, "ours", "2026-03-01")
    return tmp_path


def made(data, name, date):
    return al.create_assessment(
        data / name, framework="cdrp-dat-partnership", partnership=name, date=date, members=TEAM
    )


@pytest.fixture
def screen(data):
    return widgets.ImportFiles(widgets.ChooseAssessment(data))


def upload(screen, *files):
    """Files as the browser hands them over: names with their texts or bytes."""
    day = datetime(2026, 3, 1, tzinfo=UTC)
    content = ((name, said if isinstance(said, bytes) else said.encode()) for name, said in files)
    screen._files.value = tuple(
        {"name": name, "type": "", "size": len(said), "content": memoryview(said), "last_modified": day}
        for name, said in content
    )


def text(html):
    return re.sub(r"<style>.*?</style>|<[^>]+>", " ", html.value, flags=re.DOTALL)


def doubts(screen):
    """What is asked, with what may be chosen at first and what is chosen."""
    return [
        (" ".join(text(words).split()), choice.options[1][0][:17], choice.value)
        for words, choice in (row.children for row in screen._doubts.children)
    ]


def settle(screen, *values):
    for row, value in zip(screen._doubts.children, values, strict=True):
        row.children[1].value = value
    screen._again.click()


def bytes_in(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ratings(folder):
    said = al.open_assessment(folder).ratings.astype("object").fillna("")
    rated = said[said["state"] != "blank"]
    return {(row.member, row.item): row.level or row.state for row in rated.itertuples()}


def test_before_a_file_is_chosen_it_says_what_to_do_and_nothing_can_be_taken_in(screen):
    assert text(screen._report).strip() == FIRST
    assert screen._take.disabled
    assert screen.table.empty
    assert {one.layout.display for one in (screen._lead, screen._doubts, screen._again)} == {"none"}


def test_a_file_is_read_and_shown_and_nothing_is_written_until_the_button_is_pressed(screen, data):
    before = bytes_in(data)
    upload(screen, ("a.csv", PLAIN))
    said = text(screen._report)
    assert "a.csv: read as a table with a row for each member." in said
    assert "2 responses of 2 members counted." in said
    assert "Nothing stands in the way." in said
    assert bytes_in(data) == before
    screen._take.click()
    assert text(screen._done).strip() == "Taken in: 3 ratings of 2 members. It stands in the folder ours now."
    assert "2 of 2 members rated" in text(screen._choice._about)
    assert ratings(data / "ours") == {("ann", "1.1"): "G", ("ann", "1.2"): "W", ("bob", "1.1"): "D"}
    assert screen._take.disabled


def test_the_same_file_again_has_nothing_to_take_in(screen):
    upload(screen, ("a.csv", PLAIN))
    screen._take.click()
    upload(screen, ("a copy.csv", PLAIN))
    assert "2 responses of 2 members counted." in text(screen._report)
    assert screen._take.disabled
    assert text(screen._done).strip() == ""


def test_each_doubt_is_a_list_with_what_is_likely_first(screen):
    upload(screen, ("q.csv", DOUBTFUL))
    assert doubts(screen) == [
        (f"The column “{LIKE}” is worded somewhat like 1.1.", "probably: 1.1 The", ""),
        ("The answer “?!”: not on the scale.", "G = Gap identifie", ""),
        ("The person “Cy”: not in the team.", "Ann", ""),
    ]
    assert screen._take.disabled
    assert {one.layout.display for one in (screen._lead, screen._doubts, screen._again)} == {None}


def test_a_heading_may_be_a_side_of_an_item_or_the_comments_on_it(screen, data):
    upload(screen, ("q.csv", DOUBTFUL))
    shown = [value for _, value in screen._doubts.children[0].children[1].options]
    begin = "1.4 ", "1.4 Local ", "1.4 National ", "1.4 comment ", "1.4 Local comment ", "1.4 National comment "
    mine = [value for value in shown if value.startswith("1.4 ")]
    assert [value.startswith(words) for value, words in zip(mine, begin, strict=True)] == [True] * 6
    assert shown[-1] == "(nothing)"
    settle(screen, mine[1], "G", "bob")
    screen._take.click()
    said = al.open_assessment(data / "ours").ratings_of("ann").astype("object").fillna("")
    assert ("1.4", "local", "S") in set(said[["item", "facet", "level"]].itertuples(index=False, name=None))


def test_a_heading_may_say_who_answered(screen, data):
    upload(screen, ("q.csv", "Team lead,1.1,1.2\nAnn,G,W\nBob,D,S\n"))
    assert doubts(screen)[0] == ("The column “Team lead” may say who answered.", "who answered: nam", "")
    shown = [value for _, value in screen._doubts.children[0].children[1].options]
    assert shown[1:6] == ["name", "email", "organisation", "role", "id"]
    settle(screen, "name")
    screen._take.click()
    assert {member for member, _ in ratings(data / "ours")} == {"ann", "bob"}


def test_any_heading_may_be_said_to_hold_names(screen):
    upload(screen, ("q.csv", DOUBTFUL))
    shown = [label for label, _ in screen._doubts.children[0].children[1].options]
    assert shown[-6:-1] == [f"who answered: {use}" for use in ("name", "email", "organisation", "role", "id")]


def test_a_text_above_the_answers_may_be_a_name_or_nothing(screen, data):
    upload(screen, ("q.csv", "Ann,,\nRef,Standard,Rating\n1.1,,G\n1.2,,W\n1.3,,S\n"))
    said = "The text “Ann” stands alone above the answers, and may be who gave them."
    assert doubts(screen)[0] == (said, "who answered: nam", "")
    assert len(screen._doubts.children[0].children[1].options) == 7
    settle(screen, "name")
    screen._take.click()
    assert ratings(data / "ours") == {("ann", "1.1"): "G", ("ann", "1.2"): "W", ("ann", "1.3"): "S"}


def test_what_somebody_changed_since_is_kept_unless_it_is_to_be_written_over(screen, data):
    upload(screen, ("a.csv", PLAIN))
    screen._take.click()
    al.open_assessment(data / "ours").rate("ann", "1.1", "D")
    upload(screen, ("a copy.csv", PLAIN))
    kept = "1 rating is not taken, since somebody gave another one in the folder: ann 1.1 (D, in the file G)."
    assert kept in text(screen._report)
    assert screen._take.disabled
    screen._over.value = True
    assert kept not in text(screen._report)
    screen._take.click()
    assert ratings(data / "ours")["ann", "1.1"] == "G"


def test_what_was_answered_is_used_kept_in_the_lists_and_written_into_the_mapping(screen, data):
    upload(screen, ("q.csv", DOUBTFUL))
    likely = screen._doubts.children[0].children[1].options[1][1]
    settle(screen, likely, "dont know", "bob")
    assert "Nothing stands in the way." in text(screen._report)
    assert [chosen for *_, chosen in doubts(screen)] == [likely, "dont know", "bob"]
    assert not (data / "ours" / "import-mapping.csv").exists()
    screen._take.click()
    assert ratings(data / "ours") == {
        ("ann", "1.1"): "S",
        ("ann", "1.2"): "G",
        ("ann", "1.3"): "dont_know",
        ("bob", "1.1"): "W",
        ("bob", "1.2"): "W",
        ("bob", "1.3"): "W",
    }
    assert (data / "ours" / "import-mapping.csv").read_text(encoding="utf-8-sig").split("\n")[2:4] == [
        'answer,?!,dont know,dont know,"not on the scale"',
        'member,Cy,bob,bob,"not in the team"',
    ]


def test_the_next_page_asks_no_more_and_an_answer_can_be_changed_on_this_one(screen, data):
    upload(screen, ("q.csv", DOUBTFUL))
    settle(screen, "(nothing)", "W", "bob")
    screen._take.click()
    again = widgets.ImportFiles(widgets.ChooseAssessment(data))
    upload(again, ("q.csv", DOUBTFUL))
    assert (doubts(again), again._take.disabled) == ([], True)
    settle(screen, "(nothing)", "S", "bob")
    screen._take.click()
    assert ratings(data / "ours")["ann", "1.3"] == "S"
    assert 'answer,?!,S,S,"not on the scale"' in (data / "ours" / "import-mapping.csv").read_text(encoding="utf-8-sig")


def test_new_people_are_taken_in_where_that_is_ticked(screen, data):
    upload(screen, ("q.csv", "Name,1.1,1.2\nCy,G,W\n"))
    assert screen._take.disabled
    screen._new.value = True
    assert not screen._take.disabled
    screen._take.click()
    assert al.open_assessment(data / "ours").members["id"].tolist() == ["ann", "bob", "cy"]


def test_the_rest_may_be_left_and_stands_in_a_file(screen, data):
    upload(screen, ("q.csv", DOUBTFUL))
    screen._rest.value = True
    screen._take.click()
    assert text(screen._done).strip() == (
        "Taken in: 1 rating of 1 member. It stands in the folder ours now. 5 cells not taken: they stand in "
        "import-rejects.csv there."
    )
    assert len((data / "ours" / "import-rejects.csv").read_text().splitlines()) == 6


def test_two_files_of_one_name_are_both_read(screen):
    upload(screen, ("a.csv", "Name,1.1,1.2\nAnn,G,W\n"), ("a.csv", "Name,1.1,1.2\nBob,D,S\n"))
    assert set(screen.table["member"]) == {"ann", "bob"}


def test_the_layout_may_be_chosen(screen):
    upload(screen, ("a.csv", PLAIN))
    screen._layout.value = "tally"
    assert "a.csv: read as a table of how often each level was given." in text(screen._report)
    assert screen._take.disabled


def test_answers_for_one_assessment_are_not_told_to_another(data):
    made(data, "theirs", "2025-03-01")
    choice = widgets.ChooseAssessment(data)
    screen = widgets.ImportFiles(choice)
    upload(screen, ("q.csv", DOUBTFUL))
    settle(screen, "(nothing)", "W", "bob")
    choice._list.value = str(data / "theirs")
    assert [chosen for *_, chosen in doubts(screen)] == ["", "", ""]


@pytest.mark.parametrize(
    "name", ["../../evil.csv", "C:\\Users\\me\\a.csv", "..", "", "a\0b.csv", "x" * 400 + ".csv", "\ud83d.csv", "."]
)
def test_whatever_a_file_is_called_it_is_read_and_nothing_is_written_elsewhere(screen, data, name):
    before = bytes_in(data)
    upload(screen, (name, PLAIN))
    assert "2 responses of 2 members counted." in text(screen._report)
    assert bytes_in(data) == before


@pytest.mark.parametrize("content", [b"", b"\0" * 99, b"PK\x03\x04junk", b"\xff\xfe\x00", b'"' * 9_000, b"<b>\n" * 9])
@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.txt", "a"])
def test_whatever_a_file_holds_it_is_told_in_words(screen, content, name):
    upload(screen, (name, content))
    assert "1 thing is to be settled first." in text(screen._report)
    assert screen._take.disabled


def test_what_a_file_holds_is_shown_and_never_run(screen):
    evil = "<img src=x onerror=alert(1)>"
    upload(screen, (f"{evil}.csv", f"Name,1.1,1.2,{evil}\nAnn,G,{evil},x\n{evil},G,W,x\n"))
    html = screen._report.value + "".join(row.children[0].value for row in screen._doubts.children)
    assert "<img" not in html
    assert html.count("&lt;img src=x") > 5


def test_a_disk_that_fails_is_told_and_the_button_stays(screen, monkeypatch):
    upload(screen, ("a.csv", PLAIN))
    monkeypatch.setattr(import_files, "take_in", _full)
    screen._take.click()
    assert text(screen._done).strip() == (
        "It could not be written to the end: No space left on device. What was written until then stands; press “Take "
        "it in” again for the rest."
    )
    assert not screen._take.disabled


def _full(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_folder_without_assessments_says_so_and_reads_nothing(tmp_path):
    screen = widgets.ImportFiles(widgets.ChooseAssessment(tmp_path))
    upload(screen, ("a.csv", PLAIN))
    assert text(screen._report).strip() == FIRST
    assert screen._take.disabled


def test_a_doubt_without_a_likely_answer_is_said_without_one():
    assert asked(import_files.Line("column", "Trust", "", "is worded as")) == "The column “Trust”."
    assert asked(import_files.Line("member", "Cy")) == "The person “Cy”."
