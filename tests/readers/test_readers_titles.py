"""Titles above statements: one that denies them, or asks something else of them, makes its statements a question."""

import pytest
from readers.importing_kit import asked, said, wrong

STATEMENTS = (
    "The partnership is effectively led and supported and leadership is responsive and proactive.",
    "Partners have established the purpose, processes and structures for the delivery of the partnerships aims and its "
    "targets.",
)
GOOGLE = 'Timestamp,Your name,"{0} [{1}]","{0} [{2}]"\n13/03/2026 09:15:00,Ann,G,W\n'
MICROSOFT = (
    'ID,Start time,Completion time,Email,Name,"{0}.{1}","{0}.{2}"\n'
    "1,3/13/26 9:00:00,3/13/26 9:10:00,anonymous,Ann,G,W\n"
)
LIMESURVEY = 'id,submitdate,lastpage,name,"{0} [{1}]","{0} [{2}]"\n1,2026-03-13 09:00:00,3,Ann,G,W\n'
EXPORTS = pytest.mark.parametrize(
    ("text", "column"), [(GOOGLE, "C"), (MICROSOFT, "F"), (LIMESURVEY, "E")], ids=["google", "microsoft", "limesurvey"]
)


@EXPORTS
@pytest.mark.parametrize("title", ["How important is this to you?", "It is not true that", "Was nicht stimmt"])
def test_a_title_that_may_ask_something_else_is_one_question(read, text, column, title):
    result = read(text.format(title, *STATEMENTS), accept=True)
    assert said(result) == []
    heading = f"{title}.{STATEMENTS[0]}" if text is MICROSOFT else f"{title} [{STATEMENTS[0]}]"
    assert wrong(result) == [
        f"a.csv, column {column} ({heading[:39]}…): “{title}” stands over 2 standards and may ask something else "
        "than how far each is so. Say what they are: the standard, or (nothing)."
    ]
    assert asked(result)[0] == ("column", heading, "")


@EXPORTS
@pytest.mark.parametrize(
    "title", ["Please rate the following", "How far are these so? (If you do not know, leave it empty)"]
)
def test_a_plain_title_and_one_that_says_how_to_answer_are_sure(read, text, column, title):
    result = read(text.format(title, *STATEMENTS))
    assert (wrong(result), said(result)) == ([], [("ann", "1.1", "G"), ("ann", "1.2", "W")])


def test_a_grid_that_is_sure_counts_beside_one_of_importance(read):
    result = read(
        "Timestamp,Your name,How important is it? [1.1],How far is it so? [1.1]\n13/03/2026 09:15:00,Ann,D,G\n"
    )
    assert said(result) == [("ann", "1.1", "G")]


def test_a_mapping_settles_it(read):
    text = GOOGLE.format("How important is it?", "1.1", "1.2")
    result = read(text, "column,How important is it? [1.1],1.1\ncolumn,How important is it? [1.2],(nothing)\n")
    assert (wrong(result), said(result)) == ([], [("ann", "1.1", "G")])
