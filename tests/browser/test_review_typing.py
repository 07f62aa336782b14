"""What is typed on the review page one after another, and what is said while it cannot be written."""

import pytest
from bare_pages import answer, rendered, sent

import assesslib as al
from assesslib.widgets.review import ReviewBoard

GONE = (
    "NOT SAVED: the page has lost its connection. What was marked saved is safe, and what you typed is still on "
    "this page: copy it, then run the page again (Run ▸ Run All Cells)."
)
AWAY = "NOT SAVED: the folder is not where it was."
CAUSE = '[data-key="new:cause"]'


@pytest.fixture
def state(tmp_path):
    made = al.create_assessment(tmp_path / "one", framework="csit-collaborative-working", partnership="One")
    made.add_note("area", "Slow to act.", id="area-1", section="results")
    return ReviewBoard(made).state


@pytest.fixture
def review(page, state):
    """The review page at the part on causes."""
    rendered(page, ReviewBoard._esm, state)
    page.locator("nav button", has_text="Causes").click()
    return page


def enter(review, *texts):
    review.locator(CAUSE).focus()
    for text in texts:
        review.keyboard.type(text)
        review.keyboard.press("Enter")


def coming(review):
    return review.locator(".coming").all_text_contents()


def message(review):
    return review.locator(".message").text_content()


def test_causes_typed_one_after_another_are_causes_of_their_own(review):
    enter(review, "Cause A", "Cause B", "Cause C")
    assert [one["text"] for one in sent(review)] == ["Cause A", "Cause B", "Cause C"]
    assert len({one["id"] for one in sent(review)}) == 3
    assert review.locator(CAUSE).input_value() == ""
    assert coming(review) == ["Cause A saving …", "Cause B saving …", "Cause C saving …"]
    answer(review, "saved", 1)
    assert coming(review) == ["Cause A saving …", "Cause C saving …"]


def test_the_fields_of_an_action_are_empty_for_the_next(review):
    review.locator("nav button", has_text="Actions").click()
    for text in ("Ask", "Tell"):
        review.locator('[data-key="new:action:text"]').focus()
        for word in (text, f"{text} owner"):
            review.keyboard.type(word)
            review.keyboard.press("Tab")
        review.locator('[data-key="new:action:add"]').click()
    assert [(one["text"], one["owner"]) for one in sent(review)] == [("Ask", "Ask owner"), ("Tell", "Tell owner")]
    assert coming(review) == ["Ask saving …", "Tell saving …"]


def test_what_is_refused_goes_back_into_its_field(review):
    enter(review, "Cause A")
    answer(review, "refused", 0, "Not allowed.")
    assert (review.locator(CAUSE).input_value(), coming(review), message(review)) == ("Cause A", [], "Not allowed.")


def test_what_is_refused_while_the_next_is_typed_stays_in_sight_beside_it(review):
    enter(review, "Cause A")
    review.keyboard.type("Cause B")
    answer(review, "refused", 0, "Not allowed.")
    assert review.locator(CAUSE).input_value() == "Cause B"
    assert coming(review) == ["Cause A ✗ not saved"]


def test_without_a_connection_it_is_said_at_once_and_the_text_is_still_there(review):
    review.evaluate("window.dead = true")
    enter(review, "Cause A")
    assert (message(review), review.locator(CAUSE).input_value(), coming(review)) == (GONE, "Cause A", [])
    assert review.errors == []


def test_not_saved_is_said_first_and_for_as_long_as_something_waits(review, state):
    enter(review, "Cause A", "Cause B")
    for place in (0, 1):
        answer(review, "waiting", place, AWAY)
    trouble = "The folder cannot be read: the folder is not where it was."
    review.evaluate("(state) => window.changed(state)", state | {"trouble": trouble})
    assert message(review) == f"{AWAY} {trouble}"
    assert coming(review) == ["Cause A ✗ NOT SAVED YET", "Cause B ✗ NOT SAVED YET"]
    answer(review, "refused", 0, "Not allowed.")
    assert message(review) == f"{AWAY} Not allowed. {trouble}"
    answer(review, "saved", 1)
    review.evaluate("(state) => window.changed(state)", state)
    assert message(review) == ""


def test_an_answer_that_was_lost_is_asked_for_before_the_connection_is_called_lost(review):
    enter(review, "Cause A")
    review.wait_for_function("window.sent.length === 2")
    assert review.evaluate("window.sent[1]") == {"type": "again", "numbers": [sent(review)[0]["seq"]], "waiting": []}
    assert message(review) == ""
    review.wait_for_function(f"document.querySelector('.message').textContent === {GONE!r}")
    assert coming(review) == ["Cause A ✗ NOT SAVED YET"]
    answer(review, "saved", 0)
    assert (coming(review), message(review)) == ([], "")


def test_two_views_of_one_review_do_not_take_each_others_answers(review):
    review.evaluate(
        "() => { const el = document.createElement('div'); document.body.append(el);"
        "script.default.render({ model, el }); [...el.querySelectorAll('nav button')]"
        ".find((one) => /Causes/.test(one.textContent)).click(); }"
    )
    first, second = review.locator(CAUSE).all()
    first.fill("Cause A")
    first.press("Enter")
    second.fill("Cause B")
    second.press("Enter")
    answer(review, "saved", 0)
    assert coming(review) == ["Cause B saving …"]
