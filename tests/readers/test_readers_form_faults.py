"""What is ambiguous on a form, or no form at all, is a fault with its line; nothing is guessed, nothing breaks."""

import random
import time
from pathlib import Path

import pytest
from zoo import CDRP, CSIT

from assesslib.readers.layouts.form_text import read_form, recognises

FILLED = (Path(__file__).parent / "files" / "form_cdrp_filled.txt").read_text(encoding="utf-8")
TEXT = {item.id: item.text for framework in (CSIT, CDRP) for item in framework.items}
HEADING = "| STANDARD | GAP IDENTIFIED | WORKING TOWARDS | SOME SUCCESS | DOING WELL | COMMENTS |"


def said(text, framework=CSIT):
    form = read_form(text, framework, "form.txt")
    faults = [str(fault) for fault in form.faults if not fault.handled]
    return [(one["item"], one["level"]) for one in form.agreed], faults


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            f"| 1.1 {TEXT['1.1']} | ✓ | ✓ | | | |",
            "Standard 1.1 has 2 ticks, at G (Gap identified) and W (Working towards): nothing tells them apart. "
            "Allowed: one tick, one tick a side. Keep one tick, or write Local or National beside each.",
        ),
        (
            f"| 1.1 {TEXT['1.1']} | ✓ Nat | ✓ Nat | | | |",
            "Standard 1.1 has 2 ticks, at G (Gap identified) and W (Working towards): nothing tells them apart. "
            "Allowed: one tick, one tick a side. Keep one tick, or write Local or National beside each.",
        ),
        (
            "| 1.7 | ✓ | | | | |",
            "“1.7” is none of this framework’s standards. Allowed: 1.1, 1.2, 1.3, 1.4, 1.5, 2.1, 2.2, 2.3, 2.4, 3.1, "
            "3.2, 3.3 and 8 more; nearest: 1.1. Correct the number, or take the row out.",
        ),
        (
            "| 1.1 The partnership owns a boat | ✓ | | | | |",
            "“1.1 The partnership owns a boat” is the number of a standard with other words. Correct the number or the "
            "words: 1.1 is “The partnership is effectively led and supported and leadership is responsive a…”.",
        ),
        (
            f"| 1.1 {TEXT['1.1']} ✓ | | | | | |",
            "“✓” is a tick beside the wording of standard 1.1, under none of the levels. Put it under one level.",
        ),
        (
            f"| 1.1 {TEXT['1.1']} | ✓ | | | | ok | more |",
            "The row of standard 1.1 has 7 cells, which do not fit the heading above it. Give the row as many cells as "
            "the heading, the empty ones too, or copy the table again.",
        ),
    ],
)
def test_a_row_that_does_not_say_its_level_is_told_with_its_line(row, fault):
    text = f"{HEADING}\n{row}\n| 1.2 {TEXT['1.2']} | ✓ | | | | |"
    assert said(text, CDRP) == ([("1.2", "G")], [f"form.txt, line 2: {fault}"])


def test_what_is_no_tick_is_told_with_its_column():
    text = f"{HEADING}\n| 1.1 {TEXT['1.1']} | maybe | | | | |\n| 1.2 {TEXT['1.2']} | ✓ | | | | x |"
    assert said(text, CDRP) == (
        [("1.2", "G")],
        [
            "form.txt, line 2, column GAP IDENTIFIED: “maybe” is not a tick. Allowed: ✓, x, ☑, an empty box, ✓ Local, "
            "✓ Nat. Tick the level, or leave the box empty.",
            "form.txt, line 3, column COMMENTS: “x” is a tick in a column for words. "
            "Put it under the level that it is for.",
        ],
    )


def test_a_tick_between_two_letters_or_columns_is_not_given_to_either():
    text = f"1 {TEXT['1']}\na b ✓ c d e\n2 {TEXT['2']}: f\n3 {TEXT['3']}\n[c]"
    assert said(text) == (
        [("3", "c")],
        [
            "form.txt, line 2: “✓” stands between b and c: nothing says which level key feature 1 is at. "
            "Allowed: b, c. Write the tick and the letter together, like ✓ a.",
            "form.txt, line 3: “f” is not a level of this scale. Allowed: a, b, c, d, e; nearest: e. "
            "Give one level, or nothing.",
        ],
    )
    spaced = "Ref  Key Feature                      a     b     c\n1    Leaders and other staff have        x\n"
    spaced = spaced.replace("c\n", "c     d     e\n", 1)
    assert said(spaced) == (
        [],
        [
            "form.txt, line 2: “x” stands between a and b: nothing says which of them key feature 1 is at. "
            "Allowed: a, b. Put it under one of them."
        ],
    )


def test_an_item_that_stands_there_twice_has_no_level():
    text = f"{HEADING}\n| 2.4 {TEXT['2.4']} | ✓ | | | | |\n| 2.4 {TEXT['2.4']} | | ✓ | | | |"
    fault = "form.txt, line 3: “2.4” is the standard that stands on line 2 already. Take one of the two out."
    assert said(text, CDRP) == ([], [fault])


def test_ticks_that_have_come_away_from_their_items_are_not_taken():
    text = f"1 {TEXT['1']}\n2 {TEXT['2']}\n✓ b\n✓ c\n3 {TEXT['3']}\n✓ d"
    agreed, faults = said(text)
    assert agreed == []
    assert faults[0] == (
        "form.txt, line 1: “key feature 1” has no tick, and others have more than they can: the lines are not in the "
        "order of the form, so that no levels of key features outside a table are taken, nor notes on them. "
        "Copy the form as a table, with all its columns."
    )


def test_what_is_not_on_the_form_is_told():
    form = read_form(f"{HEADING}\n| 5.5 {TEXT['5.5']} | ✓ | | | | |", CDRP, "form.txt")
    assert [(str(fault), fault.handled) for fault in form.faults] == [
        (
            "form.txt: Not on this form: standards 1.1, 1.2, 1.3, 1.4, 1.5, 2.1, 2.2, 2.3, 2.4, 3.1, 3.2, 3.3 and 7 "
            "more. Nothing is recorded for what is not there.",
            True,
        )
    ]


@pytest.mark.parametrize("text", ["", "\0" * 5000, "Dear all,\nsee you on Monday.", "|" * 5000, "\ud800\n\x1f\x1e"])
def test_a_text_that_is_no_form_says_so(text):
    assert not recognises(text, CDRP)
    assert said(text, CDRP) == (
        [],
        [
            "form.txt: The text holds none of the standards of CDRP / DAT partnership self-assessment. "
            "Give the text of its form, with the wording of the standards."
        ],
    )


def test_a_text_of_ten_million_characters_is_refused_at_once():
    began = time.perf_counter()
    assert said("x\n" * 5_000_000, CDRP) == (
        [],
        [
            "form.txt: The text has 10,000,000 characters in 5,000,001 lines, more than a filled form has. "
            "Allowed: at most 400,000 characters, at most 8,000 lines. Give the form alone."
        ],
    )
    assert not recognises("x\n" * 5_000_000, CDRP)
    assert time.perf_counter() - began < 2


ROW = f"1.1 {TEXT['1.1']}\t✓\t\t\t\tc\te\tg\n"


@pytest.mark.parametrize(
    "text",
    [ROW + "more text here\n" * 2000, ROW * 300, ROW + "a\t" * 20_000, ROW + " " * 100_000 + "x", "-" * 100_000 + "x",
     ROW + "✓ " * 50_000, f"1.1 {TEXT['1.1']}\n" + "a: b; " * 20_000, ROW + "<li><p>" * 10_000],
)  # fmt: skip
def test_hostile_text_is_read_in_bounded_time(text):
    began = time.perf_counter()
    assert read_form(text, CDRP, "form.txt").faults
    assert time.perf_counter() - began < 5


def test_a_form_with_slips_of_the_keyboard_never_breaks_and_never_changes_a_level_unsaid():
    chance, pieces = random.Random(7), ("", "\t", "|", "\n", "**", "\0", "<ul>", "x", "1.1 ", " | ")
    true = {(one["item"], one["facet"], one["level"]) for one in read_form(FILLED, CDRP, "form.txt").agreed}
    for _ in range(25):
        at = chance.randrange(len(FILLED))
        text = FILLED[:at] + chance.choice(pieces) + FILLED[at + chance.choice((0, 0, 1, 40)) :]
        form = read_form(text, CDRP, "form.txt")
        changed = {(one["item"], one["facet"], one["level"]) for one in form.agreed} - true
        assert not changed or any(not fault.handled for fault in form.faults), (at, changed)


def test_a_tick_in_the_middle_of_a_wording_is_told():
    words = TEXT["2"].split()
    text = f"2 {' '.join(words[:9])}\n{' '.join(words[9:18])}   ✓ c\n{' '.join(words[18:])}\n3 {TEXT['3']}\n[c]"
    fault = "form.txt, line 1: “✓” is a tick beside the wording of key feature 2, under none of the levels. "
    assert said(text) == ([("3", "c")], [f"{fault}Put it under one level."])
