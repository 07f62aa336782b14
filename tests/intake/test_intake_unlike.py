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
    "Most answers differ from those that an earlier file gave, so that they may be somebody else’s; none of them was "
    "taken: ann 4 of 5 (a.csv). If they are right, accept them, or write over what stands; if they are somebody "
    "else’s, put that person’s own name over them."
)


def test_most_answers_of_a_form_changed_are_asked_about_and_none_of_it_is_taken(taken):
    assert taken(form("GGGGG")) == ([], [], "GGGGG.")
    assert taken(form("GWSDWD")) == ([ASKED], [], "GGGGG.")


def test_the_cells_of_a_doubted_form_stand_among_the_rejects_with_its_comments(tmp_path):
    into = Into(team_in(tmp_path / "team").folder)
    heads = f"Name,{','.join(ITEMS)},1.1 comment,2.2 comment\n"
    for row in ("Ann Ash,G,G,G,G,G,,mine,", "Ann Ash,G,W,S,D,W,D,,other"):
        result, changes = import_into([written(tmp_path / "a.csv", f"{heads}{row}\n")], into)
        take_in(changes, into)
    why = "most answers differ from those of an earlier file"
    cells = [*zip("BCDEFG", ITEMS, "GWSDWD", strict=True), ("comment", "2.2", "other")]
    left = [("a.csv", 2, column, "ann", item, text, why) for column, item, text in cells]
    assert list(result.rejects.itertuples(index=False, name=None)) == left
    said = open_assessment(into.folder).ratings_of("ann").set_index("item").loc[list(ITEMS)]
    assert said["comment"].tolist() == ["mine", *[""] * 5]
    assert "".join(said["level"].astype("object").fillna(".")) == "GGGGG."


def test_several_doubted_forms_are_asked_about_together_with_the_file_of_each(tmp_path):
    into = Into(team_in(tmp_path / "team").folder)
    for levels in ("GGGGG", "WWWWW"):
        files = [written(tmp_path / f"{name}.csv", form(levels, name)) for name in ("Ann Ash", "Bob Birch")]
        result, changes = import_into(files, into)
        take_in(changes, into)
    told = ASKED.replace("ann 4 of 5 (a.csv)", "ann 5 of 5 (Ann Ash.csv), bob 5 of 5 (Bob Birch.csv)")
    assert [str(fault) for fault in result.wrong] == [told]
    assert not changes


def test_several_people_side_by_side_are_asked_about_each_and_those_who_said_the_same_are_taken(tmp_path):
    into = Into(team_in(tmp_path / "team").folder)
    for told in ("GGGGG", "WWWWW"):
        rows = "".join(f"{item},{level},S\n" for item, level in zip(ITEMS, told, strict=False))
        result, changes = import_into([written(tmp_path / "a.csv", f"Ref,Ann Ash,Bob Birch\n{rows}")], into)
        take_in(changes, into)
    assert [str(fault) for fault in result.wrong] == [ASKED.replace("4 of 5", "5 of 5")]
    assert set(result.rejects["column"]) == {"B"}


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
