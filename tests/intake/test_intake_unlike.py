"""A second form under the same name: most answers are others, so it may be somebody else's and is not written over."""

import pytest
from intake.intake_kit import team_in, written

from assesslib.assessment import open_assessment
from assesslib.intake import import_into, take_in
from assesslib.intake.take_in import Into

ITEMS = ("1.1", "1.2", "1.3", "1.4", "2.1", "2.2")


def form(levels, name="Ann Ash"):
    return f"Ref,{name}\n" + "".join(f"{item},{level}\n" for item, level in zip(ITEMS, levels, strict=False))


@pytest.fixture
def taken(tmp_path):
    """Takes a text in: what has to be settled, what is told of an earlier file, and what Ann's ratings are then."""
    folder = team_in(tmp_path / "team").folder

    def take(text, **options):
        result, changes = import_into([written(tmp_path / "a.csv", text)], Into(folder), **options)
        take_in(changes, Into(folder))
        said = open_assessment(folder).ratings_of("ann").set_index("item")["level"]
        earlier = [str(fault) for fault in result.faults if fault.handled and "earlier file" in str(fault)]
        return [str(fault) for fault in result.wrong], earlier, "".join(said[list(ITEMS)].astype("object").fillna("."))

    return take


ASKED = (
    "Of ann 4 of 5 answers are others than an earlier file gave: this may be somebody else’s file. If it is not, "
    "accept it, or write over what stands; if it is, put each person’s own name over their answers."
)


def test_most_answers_of_a_form_changed_are_asked_about_and_stay(taken):
    assert taken(form("GGGGG")) == ([], [], "GGGGG.")
    assert taken(form("GWSDWD")) == ([ASKED], [], "GGGGGD")


@pytest.mark.parametrize("how", [{"accept": True}, {"replacing": True}])
def test_said_to_be_right_they_are_written_over(taken, how):
    taken(form("GGGGG"))
    wrong, earlier, levels = taken(form("GWSDW"), **how)
    assert (wrong, levels) == ([], "GWSDW.")
    assert [words[:50] for words in earlier] == ["4 ratings change what an earlier file said: ann 1."]


@pytest.mark.parametrize("levels", ["GGGWW", "WWWGG", "WWW", "GGWWWW"])
def test_a_form_that_is_mostly_the_same_or_changes_little_is_a_correction(taken, levels):
    taken(form("GGGG" if levels == "GGWWWW" else "GGGGG"))
    wrong, earlier, found = taken(form(levels))
    assert wrong == []
    assert len(earlier) == 1
    assert found.startswith(levels)


def test_a_table_of_several_people_and_a_tools_export_are_taken_as_they_are(taken):
    several = "Name,1.1,1.2,1.3,1.4\nAnn Ash,{},{},{},{}\nBob Birch,G,G,G,G\n"
    taken(several.format(*"GGGG"))
    assert taken(several.format(*"WWWW"))[0] == []
    sent = "Timestamp,Name,1.1,1.2,1.3,1.4\n{} 09:00:00,Ann Ash,{},{},{},{}\n"
    assert taken(sent.format("2026/03/02", *"SSSS"))[0] == []
    assert taken(sent.format("2026/03/03", *"DDDD"))[::2] == ([], "DDDD..")
