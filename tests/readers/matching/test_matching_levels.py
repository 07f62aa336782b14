"""What texts stand for: codes, labels, both against each other; numbers only where the file says what they mean."""

import pytest

from assesslib.framework import load_framework
from assesslib.readers.matching.levels import Reading, anchored, read_levels, scale_of

CSIT, CDRP = load_framework("csit-collaborative-working"), load_framework("cdrp-dat-partnership")


def read(*texts, framework=CDRP, **kwargs):
    return list(read_levels(texts, scale_of(framework, **kwargs)).values())


def one(text, **kwargs):
    return read(text, **kwargs)[0]


@pytest.mark.parametrize("framework", [CSIT, CDRP])
@pytest.mark.parametrize(
    "said",
    [
        "{0.code}",
        "{0.label}",
        "{0.code} = {0.label}",
        "{0.code}. {0.label}",
        "[{0.code}] {0.label}",
        "{0.label} ({0.code})",
        " {0.label}; ",
    ],
)
def test_every_level_is_read_by_code_label_or_both(framework, said):
    for level in framework.levels:
        found = one(said.format(level), framework=framework)
        assert (found.state, found.level, found.taken) == ("rated", level.code, True), said.format(level)


@pytest.mark.parametrize(
    ("text", "level"),
    [("c. Partly", "c"), ("b. We are in th", "b"), ("We partly do th", "c"), ("we  PARTLY do this", "c")],
)
def test_enough_of_a_label_will_do(text, level):
    assert (one(text, framework=CSIT).level, one(text, framework=CSIT).taken) == (level, True)


@pytest.mark.parametrize("text", ["W = Doing well", "W = Doing wel", "[G] Some success", "Some success (D)"])
def test_a_code_against_its_label_is_never_read(text):
    assert (one(text).taken, one(text).how) == (False, "against")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("?", "dont_know"),
        ("Don’t know", "dont_know"),
        ("Weiß nicht", "dont_know"),
        ("n/a", "not_applicable"),
        ("No answer", "blank"),
        ("   ", "blank"),
        ("", "blank"),
    ],
)
def test_words_for_no_rating_are_states(text, state):
    assert (one(text).state, one(text).level) == (state, "")


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NV", "#WERT!"])
def test_an_error_of_a_spreadsheet_is_no_answer(text):
    assert (one(text).state, one(text).how, one(text).taken) == ("", "error", False)


@pytest.mark.parametrize("text", ["-", "–", " — "])
def test_a_lone_dash_is_a_question(text):
    assert (one(text).state, one(text).how, one(text).taken) == ("", "dash", False)


@pytest.mark.parametrize("texts", [("1", "4"), ("0", "3"), ("2",), ("5,0",)])
def test_numbers_alone_are_a_question(texts):
    assert all(not found.taken and found.how == "number?" for found in read(*texts))


def test_numbers_are_read_where_the_file_says_what_they_mean():
    assert [found.level for found in read("1 - Gap identified", "4 - Doing well", "2", "3")] == ["G", "D", "W", "S"]
    assert [found.level for found in read("4 = Gap identified", "1 = Doing well", "2")] == ["G", "D", "S"]


def test_one_number_with_its_label_does_not_tell_the_others():
    assert [found.taken for found in read("1 - Gap identified", "2")] == [True, False]


def test_numbers_that_contradict_their_labels_are_not_read():
    found = read("1 - Gap identified", "2 - Some success", "3 - Working towards")
    assert [(one.taken, one.how) for one in found] == [(False, "against")] * 3


def test_numbers_are_read_as_a_person_said():
    numbers = anchored({1: "D", 4: "G"}, CDRP)
    assert [found.level for found in read("1", "2", "3", "4", numbers=numbers)] == ["D", "S", "W", "G"]
    assert one("5", numbers=numbers).taken is False


def test_two_levels_are_none_and_one_twice_is_one():
    assert (one("G;D;").taken, one("G;D;").how) == (False, "two")
    assert one("Doing well;D;").level == "D"


EARLY, PARTLY = "We are in the early stages of developing this", "We partly do this"


@pytest.mark.parametrize("between", [", ", "; ", "/", " | ", " & ", "\n", " "])
def test_two_labels_are_two_levels_whatever_stands_between(between):
    found = one(f"Not yet{between}{EARLY}", framework=CSIT)
    assert (found.state, found.level, found.how) == ("", "", "two")


@pytest.mark.parametrize("text", ["a, b", "a/b", "a | b", "a & b", "a\nb", f"a, {PARTLY}", f"Not yet, {EARLY[:20]}"])
def test_two_codes_or_a_code_and_another_label_are_two_levels(text):
    assert (one(text, framework=CSIT).state, one(text, framework=CSIT).how) == ("", "two")


@pytest.mark.parametrize("text", ["We do all of this, most of th", "d. We do all of this, most"])
def test_a_comma_within_a_label_makes_no_two(text):
    assert (one(text, framework=CSIT).level, one(text, framework=CSIT).taken) == ("d", True)


def test_a_code_of_the_tool_is_asked_about_and_checked_against_words():
    places = {f"A{n}": n - 1 for n in range(1, 5)}
    assert (one("A2", places=places).level, one("A2", places=places).sure) == ("W", False)
    assert one("A4 Working towards", places=places).how == "against"
    assert one("A2 Working towards", places=places).level == "W"


@pytest.mark.parametrize(
    "text", ["yes", "A1", "see comment", "few", "c - see comment", "a few of us", "5 stars", "💥", "=1+1"]
)
def test_anything_else_is_not_read(text):
    assert one(text, framework=CSIT).taken is False


def test_a_label_with_a_word_that_turns_it_is_not_read_as_the_label():
    assert one("We do not partly do this", framework=CSIT).taken is False


@pytest.mark.parametrize("framework", [CSIT, CDRP])
@pytest.mark.parametrize(
    "said",
    ["A{0}. {1}", "A{0} {1}", "AO{0:02}. {1}", "Level {0}: {1}", "level {0} {1}", "{0}: {1}", "Option {0} - {1}"],
)
def test_a_number_before_a_label_is_only_checked(framework, said):
    texts = [said.format(number, level.label) for number, level in enumerate(framework.levels, 1)]
    found = read(*texts, framework=framework)
    assert [(one.level, one.taken) for one in found] == [(code, True) for code in framework.codes]
    labels = [level.label for level in framework.levels]
    shifted = [said.format(number, label) for number, label in enumerate([*labels[1:], labels[0]], 1)]
    assert {(one.taken, one.how) for one in read(*shifted, framework=framework)} == {(False, "against")}


@pytest.mark.parametrize("text", ["(a) Not yet", "a) Not yet", "Level a: Not yet", "Level a", "Not yet"])
def test_a_letter_before_a_label_is_the_code(text):
    assert (one(text, framework=CSIT).level, one(text, framework=CSIT).taken) == ("a", True)


def test_a_tools_own_code_says_nothing_of_bare_numbers():
    assert [one.how for one in read("A1. Not yet", "A3. We partly do this", "2", framework=CSIT)] == [
        "code and label",
        "code and label",
        "number?",
    ]
    assert [one.level for one in read("Level 1: Not yet", "Level 3: We partly do this", "Level 2", framework=CSIT)] == [
        "a",
        "c",
        "b",
    ]


@pytest.mark.parametrize("text", ["c?", "c+", "c-", "~c", "We partly do this?", "~ We partly do this"])
def test_a_level_with_a_mark_of_doubt_is_asked_about(text):
    assert one(text, framework=CSIT) == Reading("rated", "c", "marked", sure=False)


@pytest.mark.parametrize(
    "text", ["c", "(c)", "c.", "c)", "We partly do this.", "<p>We partly do this</p>", "3 (c)", "c (3)"]
)
def test_a_level_with_signs_that_say_nothing_is_sure(text):
    assert (one(text, framework=CSIT).level, one(text, framework=CSIT).taken) == ("c", True)


def test_a_code_in_brackets_behind_a_number_is_checked_against_the_others():
    assert [found.how for found in read("3 (c)", "4 (c)", framework=CSIT)] == ["against", "against"]


def test_an_article_that_looks_like_a_code_is_none_in_the_words_of_a_label():
    assert one("A few years", framework=CSIT) == Reading("rated", "e", "part", sure=False)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("I don’t know", "dont_know"),
        ("Don't know / not sure", "dont_know"),
        ("Weet niet", "dont_know"),
        ("N/A - not applicable", "not_applicable"),
        ("Not Applicable (N/A)", "not_applicable"),
        ("N.v.t.", "not_applicable"),
        ("Keine Angabe", "blank"),
        ("Don't know/NA", ""),
        ("not applicable to us", ""),
    ],
)
def test_a_state_in_the_words_of_other_tools(text, state):
    assert one(text, framework=CSIT).state == state
