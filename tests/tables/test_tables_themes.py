"""Which themes are looked at."""

import pytest
from small_forms import NO_NOTES, form, tags

import assesslib as al
from assesslib.tables.threads.themes import Carried, Rule, can_meet, home_of, subject, themes_of

CSIT = al.load_framework("csit-collaborative-working")


def of(source, found):
    return [one for one in found if one.source == source]


def test_declared_themes_stand_in_the_framework_s_order_with_the_items_that_carry_them():
    found = themes_of(form("y x", "xy -", themes="xyz"), NO_NOTES)
    assert found == (
        Carried("declared", "x", "The xs", ("2", "3")),
        Carried("declared", "y", "The ys", ("1", "3")),
    )


def test_subjects_act_in_enough_items_of_enough_sections():
    assert [(one.title, len(one.items)) for one in of("subject", themes_of(CSIT, NO_NOTES))] == [
        ("Leaders", 10),
        ("Organisations", 14),
    ]
    two = of("subject", themes_of(CSIT, NO_NOTES, Rule(items=3, sections=2)))
    assert [one.title for one in two] == ["Leaders", "Organisations", "People"]
    assert of("subject", themes_of(CSIT, NO_NOTES, Rule(items=15, sections=2))) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Leaders ensure that", "Leaders"), ("The partnership has", "Partnership"), ("the Trust’s board", "Trust’s"),
        ("  All organisations, which", "Organisations"), ("An area", "Area"), ("Joint Self-Assessment is", "Joint"),
        ("Self-Assessment is", "Self-Assessment"), ("People", "People"), ("Theatre is", "Theatre"), ("The", "The"),
        ("37 people", ""), ("", ""), ("Élan is", "Élan"),
    ],
)  # fmt: skip
def test_the_acting_subject_is_the_first_word_but_no_article(text, who):
    assert subject(text) == who


def test_an_officer_s_tags_hold_the_items_they_name():
    found = of("tag", themes_of(CSIT, tags(("Money", "23 19"), ("Nothing", ""), ("Unknown", "99"))))
    assert found == [Carried("tag", "Money", "Money", ("19", "23"))]


def test_tags_of_one_name_are_one_theme_however_they_are_spelt():
    found = of("tag", themes_of(CSIT, tags(("Big  money", "23"), (" big Money", "19 23"), ("  ", "1"))))
    assert found == [Carried("tag", "Big money", "Big money", ("19", "23"))]


def test_other_notes_are_no_tags():
    notes = tags(("Money", "23 19")).assign(kind="cause")
    assert of("tag", themes_of(CSIT, notes)) == []


def test_a_theme_can_meet_the_rule_with_enough_items_in_enough_sections():
    home = home_of(form("x x", "x", "x"))
    assert home == {"1": "s0", "2": "s0", "3": "s1", "4": "s2"}
    for items, able in ((("1", "3", "4"), True), (("1", "2", "3"), False), (("1", "4"), False)):
        assert can_meet(Carried("tag", "x", "x", items), home, Rule()) is able
    assert can_meet(Carried("tag", "x", "x", ("1", "2")), home, Rule(items=2, sections=1))
