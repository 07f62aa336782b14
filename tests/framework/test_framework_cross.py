"""Duplicates, and references to what is not there."""

import pytest

from assesslib.framework.cross import crossed

SHARED = ("people", "delivery")


def said(data):
    return [(found.path, found.what, found.value, found.allowed) for found in crossed(data, SHARED)]


def items(*ids):
    return [{"id": id} for id in ids]


@pytest.mark.parametrize("data", [{}, {"sections": 3}, {"sections": [3, {"items": "x"}], "levels": {"code": 1}}])
def test_other_shapes_are_passed_over(data):
    assert [found.what for found in crossed(data, SHARED)] in (
        [],
        ["no section has items, so there is nothing to rate"],
    )


def test_item_ids_are_unique_over_all_sections():
    data = {"sections": [{"items": items("1", "2")}, {"items": items("2")}]}
    assert said(data) == [
        (("sections", 1, "items", 0, "id"), "is already the id of an item, at sections[1].items[2]", "2", ())
    ]


def test_level_codes_are_unique_whatever_their_case_and_item_ids_are_not_folded():
    data = {"levels": [{"code": "a"}, {"code": "A"}], "sections": [{"items": items("x", "X")}]}
    assert said(data) == [(("levels", 1, "code"), "is already the code of a level, at levels[1]", "A", ())]


def test_a_level_cannot_be_called_as_a_column_of_counts_is():
    data = {"levels": [{"code": "y"}, {"code": "n"}], "sections": [{"items": items("1")}]}
    [found] = crossed(data, SHARED)
    assert (found.path, found.what, found.value, found.do) == (
        ("levels", 1, "code"),
        "is the name of a column in every table of counts",
        "n",
        "Write N.",
    )
    assert crossed({"levels": [{"code": "Y"}, {"code": "N"}], "sections": data["sections"]}, SHARED) == ()


def test_question_ids_are_unique_over_sections_and_the_end():
    data = {"sections": [{"items": items("1"), "questions": items("why")}], "closing_questions": items("why")}
    assert said(data) == [
        (("closing_questions", 0, "id"), "is already the id of a question, at sections[1].questions[1]", "why", ())
    ]


@pytest.mark.parametrize(
    ("data", "path", "kind"),
    [
        ({"prompts": [{"kind": "area"}, {"kind": "area"}]}, ("prompts", 1, "kind"), "the kind of a prompt"),
        ({"facets": items("x", "x")}, ("facets", 1, "id"), "the id of a facet"),
        ({"themes": items("x", "x")}, ("themes", 1, "id"), "the id of a theme"),
        ({"process": {"rows": items("x", "x")}}, ("process", "rows", 1, "id"), "the id of a row of the process record"),
        ({"signatories": {"roles": items("x", "x")}}, ("signatories", "roles", 1, "id"), "the id of a signatory"),
    ],
)
def test_other_duplicates(data, path, kind):
    (found,) = crossed(data, SHARED)
    assert found.path == path
    assert found.what.startswith(f"is already {kind}, at ")


def test_duplicate_section_ids():
    data = {"sections": [{"id": "one", "items": items("1")}, {"id": "one", "items": items("2")}]}
    assert said(data) == [(("sections", 1, "id"), "is already the id of a section, at sections[1]", "one", ())]


def test_themes_are_shared_or_the_frameworks_own():
    data = {"sections": [{"items": [{"themes": ["people", "own", "peple"]}]}], "themes": items("own")}
    assert said(data) == [
        (("sections", 0, "items", 0, "themes", 2), "is not a theme", "peple", ("people", "delivery", "own"))
    ]


def test_an_own_theme_may_not_repeat_a_shared_one():
    assert said({"themes": items("people")}) == [(("themes", 0, "id"), "is a shared theme already", "people", ())]


def test_a_section_prompt_needs_an_entry_of_a_section():
    prompts = [{"kind": "area", "of": "section"}, {"kind": "goal", "of": "item"}]
    data = {"sections": [{"items": items("1"), "prompts": ["area", "goal"]}], "prompts": prompts}
    what = 'has no [[prompts]] entry with of = "section"'
    assert said(data) == [(("sections", 0, "prompts", 1), what, "goal", ("area",))]


def test_guidance_names_an_item_and_a_level():
    data = {
        "levels": [{"code": "G"}],
        "sections": [{"items": items("1.1")}],
        "guidance": {"examples": [{"item": "1.2", "level": "g"}]},
    }
    assert said(data) == [
        (("guidance", "examples", 0, "item"), "is not an item of this framework", "1.2", ("1.1",)),
        (("guidance", "examples", 0, "level"), "is not a level of this scale", "g", ("G",)),
    ]


def test_nothing_stands_twice_in_a_list():
    data = {"sections": [{"items": [{"themes": ["people", "delivery", "people"]}]}]}
    assert said(data) == [
        (("sections", 0, "items", 0, "themes", 2), "stands in this list already", "people", ()),
    ]


def test_steps_are_counted_from_1():
    method = {"steps": ["one", "two"], "levels_after_step": 0, "questions_after_step": 2}
    assert said({"method": method}) == [
        (("method", "levels_after_step"), "is not the number of a step, which are 1 to 2", "0", ())
    ]


def test_some_section_has_items():
    data = {"sections": [{"questions": items("why")}]}
    assert said(data) == [(("sections",), "no section has items, so there is nothing to rate", None, ())]
