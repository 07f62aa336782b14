"""The line of messages between a page and Python: nothing is told as saved, or forgotten, that was not answered."""

import pytest
from bare_pages import answer, bare, sent

from assesslib.widgets.board import ELEMENTS

LOST = (
    "NOT SAVED: the page has lost its connection. What was marked saved is safe. "
    "Run the page again (Run ▸ Run All Cells) and enter the rest."
)
AWAY = "NOT SAVED: the folder is not where it was."


@pytest.fixture
def line(page):
    """A page with one line, ``out``, and what was just entered, ``entered``."""
    bare(page, ELEMENTS + "export { line, justEntered };")
    page.evaluate(
        "() => { window.out = script.line(model, () => {}); window.entered = script.justEntered(out);"
        "model.on('msg:custom', (message) => out.heard(message)); }"
    )
    return page


def enter(line, place):
    line.evaluate("(place) => entered.send(place, { type: 'rate', item: place }, place)", place)


def status(line, place):
    return line.evaluate("(place) => entered.get(place).status", place)


def told(line):
    return line.evaluate("[out.text, out.status]")


def test_without_a_connection_it_is_said_at_once_and_the_entry_is_kept(line):
    line.evaluate("window.dead = true")
    enter(line, "5")
    assert told(line) == [LOST, "✗ not saved yet"]
    assert status(line, "5") == "waiting"
    assert line.evaluate("[...out.pending.values()].map((one) => one.entry.item)") == ["5"]


def test_while_one_waits_a_refusal_does_not_hide_it(line):
    for place in ("5", "6"):
        enter(line, place)
        answer(line, "waiting", int(place) - 5, AWAY)
    assert told(line) == [AWAY, "✗ not saved yet"]
    answer(line, "refused", 0, "Not allowed.")
    assert told(line) == [f"{AWAY} Not allowed.", "✗ not saved yet"]
    answer(line, "saved", 1)
    assert told(line) == ["", "✓ saved"]
    assert (status(line, "5"), status(line, "6")) == ("refused", "saved")


def test_an_answer_that_was_lost_is_asked_for(line):
    enter(line, "5")
    line.wait_for_function("window.sent.length === 2")
    number = sent(line)[0]["seq"]
    assert line.evaluate("window.sent[1]") == {"type": "again", "numbers": [number], "waiting": []}
    assert told(line) == ["", "saving …"]
    answer(line, "saved", 0)
    assert told(line) == ["", "✓ saved"]


def test_where_no_answer_comes_at_all_the_connection_is_lost(line):
    enter(line, "5")
    line.wait_for_function("out.text")
    assert told(line) == [LOST, "✗ not saved yet"]
    answer(line, "saved", 0)
    assert told(line) == ["", "✓ saved"]


def test_two_views_of_one_screen_do_not_take_each_others_answers(line):
    line.evaluate("() => { window.other = script.line(model, () => {}); model.on('msg:custom', other.heard); }")
    enter(line, "5")
    line.evaluate("other.send({ type: 'rate', item: '6' })")
    answer(line, "saved", 0)
    assert line.evaluate("[out.pending.size, other.pending.size]") == [0, 1]
    answer(line, "saved", 1)
    assert line.evaluate("other.pending.size") == 0
