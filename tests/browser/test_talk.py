"""The discussion in an empty page, its Python side at hand: words keep what is agreed, no key hits the wrong."""

from datetime import datetime

import pytest
from bare_pages import answer, rendered, sent

import assesslib as al
from assesslib.widgets import Board, ChooseAssessment, Discussion

SECTION = "resources"
SAID = {"4.1": "GGD", "4.2": "WWW"}
MEMBERS = [{"id": id, "name": id.title()} for id in ("ann", "bob", "cas")]
AWAY = "NOT SAVED: the folder is not where it was."
UNREAD = "The folder cannot be read: the folder is not where it was."


@pytest.fixture
def one(tmp_path):
    made = al.create_assessment(tmp_path / "one", framework="cdrp-dat-partnership", partnership="One", members=MEMBERS)
    for item, levels in SAID.items():
        for member, level in zip(("ann", "bob", "cas"), levels, strict=True):
            made.rate(member, item, level)
    made.record(SECTION, "closed")
    return made


@pytest.fixture
def screen(one):
    return Discussion(ChooseAssessment(one.folder.parent)).screen


@pytest.fixture
def talk(page, screen):
    """The page of the section, the focus on the item with the widest difference."""
    rendered(page, screen._esm, screen.state).locator(".card").focus()
    return page


def change(page, state):
    page.evaluate("(state) => window.changed(state)", state)


def carry(page, screen, answered=0):
    """Bring to Python what the page sent after the first so many entries, and its answers and state back."""
    answers = []
    screen.send = answers.append
    for entry in sent(page)[answered:]:
        screen.receive(entry)
    for message in answers:
        page.evaluate("(message) => window.answer(message)", message)
    change(page, screen.state)


def agreed(one, item):
    rows = one.consensus.query("item == @item")[["facet", "state", "level", "note", "dissent"]]
    return rows.astype("object").fillna("").values.tolist()


def focused(page):
    return page.evaluate("document.activeElement.dataset.key ?? document.activeElement.className")


def hold_the_clock(page):
    page.clock.install(time=datetime(2026, 3, 3))
    page.clock.pause_at(datetime(2026, 3, 3, 1))


def words(page, place):
    return page.locator(place).text_content()


def test_a_note_written_before_the_level_came_back_leaves_the_level(talk, screen, one):
    talk.keyboard.press("s")
    talk.keyboard.press('"')
    talk.keyboard.type("ok")
    talk.keyboard.press("Enter")
    assert words(talk, ".agreed").startswith("… Agreed: S – ")
    carry(talk, screen)
    assert agreed(one, "4.1") == [["", "rated", "S", "ok", ""]]
    assert words(talk, ".agreed").startswith("✓ Agreed: S – ")
    assert (talk.locator("[data-key='note 4.1']").input_value(), focused(talk)) == ("ok", "note 4.1")


def test_what_waits_is_shown_at_the_item_and_before_any_other_trouble(talk, screen):
    talk.keyboard.press("s")
    answer(talk, "waiting", 0, AWAY)
    change(talk, screen.state | {"trouble": UNREAD})
    assert words(talk, ".message") == f"{AWAY} {UNREAD}"
    label = screen.state["levels"][2]["label"]
    assert words(talk, ".agreed") == f"✗ Agreed: S – {label} (not saved yet){AWAY}"
    assert words(talk, "[data-key='go 4.1']") == "4.1 …"
    assert "0 of 2 settled" in words(talk, ".agenda")


def test_what_is_refused_is_not_shown_as_agreed(talk):
    talk.keyboard.press("s")
    answer(talk, "refused", 0, "Not allowed.")
    assert words(talk, ".agreed") == "Not settled yet. Press G to D for what the team agrees."
    assert words(talk, ".message") == "Not allowed."


@pytest.mark.parametrize("name", ["note", "dissent"])
def test_words_are_saved_after_a_rest_while_their_field_has_the_focus(talk, screen, one, name):
    hold_the_clock(talk)
    talk.locator(f"[data-key='{name} 4.1']").focus()
    talk.keyboard.type("half")
    mark = talk.locator(".words", has=talk.locator(f"[data-key='{name} 4.1']")).locator(".mark")
    assert mark.text_content() == "not saved yet"
    talk.clock.run_for(2400)
    assert sent(talk) == []
    talk.clock.run_for(200)
    assert mark.text_content() == "saving …"
    carry(talk, screen)
    talk.keyboard.type(" a line")
    assert mark.text_content() == "not saved yet"
    talk.keyboard.press("Tab")
    carry(talk, screen, answered=1)
    assert mark.text_content() == ""
    stands = {"note": "", "dissent": ""} | {name: "half a line"}
    assert agreed(one, "4.1") == [["", "blank", "", stands["note"], stands["dissent"]]]
    assert len(sent(talk)) == 2


def test_words_typed_back_to_what_they_were_are_saved_as_well(talk, screen, one):
    hold_the_clock(talk)
    talk.locator("[data-key='note 4.1']").focus()
    talk.keyboard.type("a")
    talk.clock.run_for(2600)
    talk.keyboard.press("Backspace")
    talk.keyboard.press("Tab")
    carry(talk, screen)
    assert agreed(one, "4.1") == [["", "blank", "", "", ""]]
    assert [entry["note"] for entry in sent(talk)] == ["a", ""]


def test_a_letter_on_a_button_decides_nothing(talk):
    for key in ("go 4.2", "split", "next", "voices", "section"):
        place = talk.locator(f"[data-key='{key}']")
        if place.count():
            place.focus()
            talk.keyboard.press("d")
            talk.keyboard.press("Backspace")
    talk.locator("[data-key=split]").focus()
    assert sent(talk) == []
    talk.keyboard.press("Escape")
    talk.keyboard.press("d")
    assert [entry["level"] for entry in sent(talk)] == ["D"]


def test_a_section_closed_elsewhere_is_offered_to_somebody_at_work_here(talk, screen, one):
    talk.keyboard.press('"')
    talk.keyboard.type("bec")
    one.record("leadership", "closed")
    screen._look()
    change(talk, screen.state)
    talk.keyboard.type("ause")
    assert (sent(talk), focused(talk)) == ([], "note 4.1")
    assert talk.locator("[data-key='note 4.1']").input_value() == "because"
    talk.locator("[data-key=offer]").press("Enter")
    assert [entry["type"] for entry in sent(talk)] == ["words", "section"]
    carry(talk, screen)
    assert (screen.state["section"], talk.locator("[data-key=offer]").count()) == ("leadership", 0)
    assert agreed(one, "4.1") == [["", "blank", "", "because", ""]]


def test_a_section_closed_elsewhere_is_turned_to_once_where_nobody_is_at_work(talk, screen, one):
    talk.evaluate("document.activeElement.blur()")
    one.record("leadership", "closed")
    screen._look()
    for _ in range(2):
        change(talk, screen.state)
    assert [(entry["type"], entry["section"]) for entry in sent(talk)] == [("section", "leadership")]


@pytest.mark.parametrize("event", ["reopened", "turned"])
def test_letters_typed_into_a_field_that_is_gone_do_nothing(talk, screen, one, event):
    talk.keyboard.press('"')
    talk.keyboard.type("be")
    if event == "reopened":
        one.record(SECTION, "reopened")
        screen._look()
    else:
        one.record("leadership", "closed")
        screen.receive({"type": "section", "section": "leadership", "seq": 1})
    change(talk, screen.state)
    talk.keyboard.type("cause")
    assert (sent(talk), focused(talk)) == ([], "top")


def test_without_names_no_list_tells_who_rated_again_at_which_level(talk, screen, one):
    one.rate("cas", "4.1", "W", round=2)
    screen._look()
    change(talk, screen.state)
    chosen = "[...document.querySelectorAll('.people select')].map((one) => one.value)"
    assert words(talk, "[data-key=again]") == "Rated again after the talk: 1 at W"
    assert talk.evaluate(chosen) == ["", "", ""]
    talk.locator("[data-key=again]").press("Enter")
    talk.locator("[data-key='again ann']").select_option("S")
    talk.locator("[data-key='again cas']").select_option("back")
    carry(talk, screen)
    assert words(talk, "[data-key=again]") == "Rated again after the talk: 1 at S"
    assert talk.evaluate(chosen) == ["", "", ""]
    talk.locator("[data-key=names]").press("Space")
    carry(talk, screen, answered=2)
    assert talk.evaluate(chosen) == ["S", "", ""]


def test_the_board_says_first_what_is_not_saved(page, one):
    screen = Board(ChooseAssessment(one.folder.parent)).screen
    rendered(page, screen._esm, screen.state)
    page.locator("[data-key=turn]").press("Enter")
    answer(page, "waiting", 0, AWAY)
    change(page, screen.state | {"trouble": UNREAD})
    assert words(page, ".message") == f"{AWAY} {UNREAD}"
    assert words(page, ".next .mark") == "✗ not saved yet"


def test_the_board_without_members_says_in_plain_words_what_to_do(page, tmp_path):
    al.create_assessment(tmp_path / "x", framework="csit-collaborative-working", partnership="X")
    screen = Board(ChooseAssessment(tmp_path)).screen
    rendered(page, screen._esm, screen.state)
    assert words(page, ".detail > p") == (
        "This assessment has no members yet, so there is nobody to wait for. To add them, open the file "
        "assessment.toml in its folder with a double click. Every member is a few lines there: [[members]], "
        "and below it the lines "
        'id = "ada" and name = "Ada". Save it, then run this page again (Run ▸ Run All Cells).'
    )
