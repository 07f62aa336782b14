"""Headings and items: by id or wording, never by place; what is not sure is asked; no item is taken twice."""

import pytest

from assesslib.framework import load_framework
from assesslib.readers.matching.headings import COMMENT, LEVEL, match_headings
from assesslib.readers.matching.levels import read_levels, scale_of
from assesslib.readers.records import Heading

CSIT, CDRP = load_framework("csit-collaborative-working"), load_framework("cdrp-dat-partnership")


def match(*texts, framework=CDRP, section=""):
    return match_headings([Heading(at, text, (text,), section=section) for at, text in enumerate(texts)], framework)


def became(*texts, **kwargs):
    return [(one.item, one.facet, one.kind, one.how, one.sure) for one in match(*texts, **kwargs)]


@pytest.mark.parametrize("framework", [CSIT, CDRP])
@pytest.mark.parametrize(
    "changed",
    [
        lambda item: item.id,
        lambda item: item.text,
        lambda item: f"  {item.text.upper()} * ",
        lambda item: f"{item.id} {item.text}",
        lambda item: f"[{item.id}] {item.text}",
        lambda item: f"99. {item.text}",
        lambda item: f"How far are we? {item.text}",
        lambda item: f"<p>{item.text}</p>",
        lambda item: item.text.replace(" ", "\u00a0").replace("-", "–").replace("’", "'"),
        lambda item: item.text[:60],
        lambda item: item.text.replace("the ", "teh ", 1),
    ],
    ids=["id", "wording", "case", "both", "brackets", "numbering", "question", "markup", "signs", "cut", "slip"],
)
def test_every_item_is_found_whatever_a_tool_did_to_its_heading(framework, changed):
    for item in framework.items:
        (found,) = match(changed(item), framework=framework)
        assert (found.item, found.kind, found.sure) == (item.id, LEVEL, True), changed(item)


def test_the_order_of_the_headings_means_nothing():
    ids = [item.id for item in CDRP.items]
    assert [one.item for one in match(*reversed(ids))] == ids[::-1]


@pytest.mark.parametrize(
    ("text", "item"),
    [("Comments on 1.1", "1.1"), ("1.1 comment", "1.1"), ("Evidence for 5.5", "5.5"), ("2.1 - Notes", "2.1")],
)
def test_a_comment_on_an_item_is_no_rating_of_it(text, item):
    assert became(text) == [(item, "", COMMENT, "id", True)]


@pytest.mark.parametrize(
    ("text", "facet"), [("1.1 (National)", "national"), ("1.1 [Local]", "local"), ("1.1 - Nat", "national")]
)
def test_a_facet_behind_an_id_is_a_side_of_the_item(text, facet):
    assert became(text) == [("1.1", facet, LEVEL, "id", True)]


@pytest.mark.parametrize(
    "text",
    [
        "5.1 Local comment",
        "5.1 [Local] comments",
        "5.1 Comment Local",
        "5.1 - Local - comment",
        "Comment on 5.1 Local",
        "5.1 (Local): notes",
    ],
)
def test_a_facet_before_or_behind_the_word_comment_is_commented_on(text):
    assert became(text) == [("5.1", "local", COMMENT, "id", True)]


def test_a_wording_with_a_facet_and_the_word_comment_is_a_comment_on_that_side():
    text = next(item.text for item in CDRP.items if item.id == "5.1")
    assert became(f"{text} - Local comment", f"{text} [National] (comments)") == [
        ("5.1", "local", COMMENT, "wording", True),
        ("5.1", "national", COMMENT, "wording", True),
    ]


@pytest.mark.parametrize("framework", [CSIT, CDRP])
def test_a_title_that_is_the_wording_itself_asks_nothing_else(framework):
    for item in framework.items:
        (found,) = match(item.id, framework=framework, section=f"{item.id} {item.text}")
        assert (found.item, found.sure) == (item.id, True), item.id
        (turned,) = match(item.id, framework=framework, section=f"How important is it? {item.text}")
        assert (turned.item, turned.how, turned.sure) == (item.id, "titled", False), item.id


def test_two_headings_of_one_item_are_never_both_taken():
    assert became("1.1", "1.1 again") == [("1.1", "", LEVEL, "id", True), ("", "", LEVEL, "", False)]
    assert became("1.1", "1.1") == [("1.1", "", LEVEL, "id", False)] * 2


def test_a_number_with_the_wording_of_another_item_is_that_item():
    wording = CSIT.items[4].text
    (found,) = match(f"1. {wording}", framework=CSIT)
    assert (found.item, found.sure) == ("5", True)


def test_q1_is_an_item_only_where_every_item_has_its_number_and_nothing_goes_beyond():
    numbers = [f"Q{item.id}" for item in CSIT.items]
    assert all(one.sure for one in match(*numbers, framework=CSIT))
    assert not any(one.sure for one in match(*numbers, "Q38", framework=CSIT))
    assert not any(one.sure for one in match(*numbers[:20], framework=CSIT))


def test_a_wording_that_says_the_opposite_is_not_taken_for_a_small_edit():
    text = CDRP.items[0].text
    assert became(text.replace(" is ", " is not ", 1))[0][4] is (" is " not in text)
    (found,) = match("Partners do not " + text)
    assert not found.sure or found.how == "wording"


def test_a_day_is_an_id_that_a_spreadsheet_changed_and_is_asked_about():
    (found,) = match("2026-02-03")
    assert (found.item, found.how, found.sure, found.others) == ("2.3", "day", False, ("3.2",))


@pytest.mark.parametrize(
    "text", ["Total", "Any other comments?", "What is your name?", "1. What is your name and role?", "2026 review"]
)
def test_what_names_no_item_is_taken_for_none(text):
    assert [one.item for one in match(text, framework=CSIT)] == [""]


def test_items_worded_alike_are_told_apart_by_the_section_they_stand_under():
    first = CDRP.items[0]
    title = next(section.title for section in CDRP.sections if section.id == first.section)
    assert match(first.text, section=title)[0].item == first.id


TECHNOLOGY = "Technology is used to support collaborative working"


@pytest.mark.parametrize(
    "text",
    [
        f"It is not true that {TECHNOLOGY}",
        f"How important is this to you: {TECHNOLOGY}",
        f"28. How important is this: {TECHNOLOGY}",
        "28. Technology is not used to support collaborative working",
        "Technology is never used to support collaborative working",
    ],
)
def test_a_wording_beside_words_that_turn_it_is_asked_about(text):
    assert became(text, framework=CSIT) == [("28", "", LEVEL, "turned", False)]


def test_a_number_and_a_plain_question_beside_a_wording_turn_nothing():
    assert became(f"No. 99 {TECHNOLOGY}", framework=CSIT) == [("28", "", LEVEL, "wording", True)]
    assert became(f"28. How far are we? {TECHNOLOGY}", framework=CSIT) == [("28", "", LEVEL, "id with wording", True)]


CUT = "Strategic priorities and the options for responses are determined by evidence of"


@pytest.mark.parametrize(
    ("text", "how"), [(CUT, "cut"), (f"{CUT}…", "cut"), (f"2.1 {CUT}", "id with wording"), (f"6. {CUT}", "cut")]
)
def test_a_wording_cut_at_evidence_of_is_no_comment(text, how):
    assert became(text) == [("2.1", "", LEVEL, how, True)]
    assert became(f"Comments on {CUT}") == [("2.1", "", COMMENT, "cut", True)]


@pytest.mark.parametrize(("text", "item"), [("2. Leaders and other", "1"), ("5. Technology", "28")])
def test_the_beginning_of_one_wording_beats_a_number(text, item):
    assert became(text, framework=CSIT) == [(item, "", LEVEL, "cut", False)]


def test_a_number_decides_among_the_items_that_begin_so():
    text = "Organisations work together to"
    assert became(f"19 {text}", framework=CSIT) == [("19", "", LEVEL, "id with wording", True)]
    assert became(f"13. {text}", framework=CSIT) == [("13", "", LEVEL, "id with wording", True)]
    (found,) = match(f"20 {text}", framework=CSIT)
    assert (found.item, found.sure, found.others) == ("13", False, ("19",))
    (found,) = match("22. Organisations explore", framework=CSIT)
    assert (found.item, found.sure, found.others) == ("22", False, ("21",))


def over(texts, columns, framework=CSIT):
    """The matches of headings with what stands under them."""
    scale = scale_of(framework)
    headings = [Heading(at, text, (text,)) for at, text in enumerate(texts)]
    return match_headings(headings, framework, lambda at: list(read_levels(columns[at], scale).values()))


@pytest.mark.parametrize("first", [["Ann", "Bob"], ["34", "51"]], ids=["names", "ages"])
def test_q1_to_q37_are_not_counted_through_over_another_question(first):
    found = over([f"Q{item.id}" for item in CSIT.items], [first, *[["a", "b", "?"]] * 36])
    assert {one.item for one in found} == {""}
    assert [one.how for one in found] == ["", *["levels"] * 36]


@pytest.mark.parametrize("first", [["a", ""], [""], ["Don’t know"], ["n/a"]])
def test_q1_to_q37_are_counted_through_where_each_holds_levels_or_nothing(first):
    found = over([f"Q{item.id}" for item in CSIT.items], [first, *[["a", "b", "?"]] * 36])
    assert [(one.item, one.sure) for one in found] == [(item.id, True) for item in CSIT.items]


def test_a_column_of_levels_that_names_nothing_is_what_it_may_begin_or_a_question():
    found = over(["1", "People maintain comm", "Organisations work t", "Else", "Why?"],
                 [["a"], ["a", "b"], ["a", "b"], ["a", "so"], ["a", "so", "as"]])  # fmt: skip
    assert [(one.item, one.how, one.sure, one.others) for one in found] == [
        ("1", "id", True, ()),
        ("30", "cut", False, ()),
        ("13", "cut", False, ("19",)),
        ("", "", False, ()),
        ("", "", False, ()),
    ]
    assert over(["1", "Else"], [["a"], ["a", "b", "so"]])[1].how == "levels"


def test_a_comment_under_which_nothing_but_levels_stands_is_asked_about():
    (levels, words) = over(["1 comment", "2 comment"], [["Not yet", "b", ""], ["b", "as we said"]])
    assert (levels.item, levels.kind, levels.how, levels.sure) == ("1", COMMENT, "levels as comment", False)
    assert (words.item, words.kind, words.how, words.sure) == ("2", COMMENT, "id", True)


OWN = """
id = "own"
title = "Own"
version = "1"
source = "Constructed"
item_term = "statement"
levels = [{code = "a", label = "Not yet"}, {code = "b", label = "Done"}]
[[sections]]
id = "one"
title = "One"
items = [{id = "1.1", text = "Trust"}, {id = "1.2", text = "Data"}, {id = "1.10", text = "Review"}]
"""


def test_a_number_that_a_spreadsheet_may_have_shortened_is_asked_about(tmp_path):
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    own = load_framework(tmp_path / "own.toml")
    assert [(one.item, one.sure, one.others) for one in match("1.1", "1.2", framework=own)] == [
        ("1.1", False, ("1.10",)),
        ("1.2", True, ()),
    ]
    assert [one.sure for one in match("1.1", "1.2", "1.10", framework=own)] == [True] * 3
    assert [one.sure for one in match("1.1 Trust", framework=own)] == [True]
