"""Long tables headed in other words: Rater, Ref, Rating; items by their wording; headings once more in the middle."""

import pytest
from readers.importing_kit import CSIT, asked, known, rejects, said, wrong

FIRST = "The partnership is effectively led and supported and leadership is responsive and proactive."


@pytest.mark.parametrize(
    "head", ["Rater,Ref,Rating", "Respondent,Question,Score", "Name,Standard,Level", "Person;Statement;Answer"]
)
def test_other_headings_are_known(read, head):
    separator = ";" if ";" in head else ","
    rows = ["Ann,1.1,G", "Ann,1.2,Working towards", "Bob,1.1,?", "Bob,1.2,n/a"]
    result = read("\n".join([head, *(row.replace(",", separator) for row in rows)]) + "\n")
    assert result.layouts == (("a.csv", "a long table, with a row for each rating"),)
    assert wrong(result) == []
    assert said(result) == [
        ("ann", "1.1", "G"), ("ann", "1.2", "W"), ("bob", "1.1", "dont_know"), ("bob", "1.2", "not_applicable"),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["member,item,level", "Rater,Standard,Rating"])
def test_items_may_be_given_by_their_wording(read, head):
    result = read(f"{head}\nann,{FIRST},G\nann,1.2 Partners have established the purpose…,W\nbob,{FIRST},D\n")
    assert (wrong(result), said(result)) == ([], [("ann", "1.1", "G"), ("ann", "1.2", "W"), ("bob", "1.1", "D")])


def test_comments_organisations_and_facets_are_taken(read):
    text = "Rater,Organisation,Ref,Side,Rating,Comment\nAnn,Police,5.1,Local,G,why\nAnn,Police,5.1,National,D,\n"
    result = read(text)
    assert (wrong(result), said(result)) == ([], [("ann", "5.1 local", "G"), ("ann", "5.1 national", "D")])
    assert result.ratings[["organisation", "comment"]].values.tolist() == [["Police", "why"], ["Police", ""]]


def test_what_is_not_sure_is_asked_once_and_its_rows_wait(read):
    text = "Rater,Standard,Rating\nAnn,The partnership is effectivly supported,G\nBob,The partnership is effectivly "
    text += "supported,D\nAnn,1.2,X\nBob,1.2,W\n"
    result = read(text)
    assert said(result) == [("bob", "1.2", "W")]
    assert wrong(result) == [
        "a.csv, row 2, column Standard: “The partnership is effectivly supported” may be standard 1.1 (in 2 rows, "
        "this is the first). If that is right, accept it; if not, say what it is.",
        "a.csv, row 4, column Rating: “X” is not a level of this scale. Allowed: G, W, S, D, Gap identified, Working "
        "towards, Some success, Doing well; nearest: W. Say what it is, or correct it in the file.",
    ]
    assert asked(result) == [
        ("column", "The partnership is effectivly supported", "1.1 The "),
        ("answer", "X", ""),
    ]
    assert [text for _, row in enumerate(rejects(result)) for text in row if text in ("G", "D", "X")] == ["G", "D", "X"]
    accepted = read(text, "answer,X,W\n", accept=True)
    assert (wrong(accepted), len(said(accepted))) == ([], 4)


def test_numbers_are_asked_about_and_read_by_a_scale(read):
    text = "Respondent,Question,Score\n11,1,3\n11,2,5\n12,1,2\n"
    result = read(text, framework=CSIT)
    assert wrong(result) == [
        "a.csv, row 2, column Score: “2, 3, 5” are numbers, and nothing in the file says what they mean: a may be 0, "
        "1 or 5. Say what they mean, e.g. a = 1 and e = 5."
    ]
    told = read(text, framework=CSIT, scale={1: "a", 5: "e"})
    assert said(told) == [("11", "1", "c"), ("11", "2", "e"), ("12", "1", "b")]


@pytest.mark.parametrize("head", ["member,item,level", "Rater,Ref,Rating"])
def test_headings_once_more_in_the_middle_are_left_out(read, head):
    result = read(f"{head}\nann,1.1,G\nann,1.2,W\n{head}\nbob,1.1,D\n")
    assert (wrong(result), len(said(result))) == ([], 3)
    assert known(result) == [
        f"a.csv, row 4: “{head.partition(',')[0]}” begins the row of headings once more; it was left out."
    ]


def test_a_table_of_one_persons_ratings_with_the_names_of_items_is_none(read):
    result = read("Ref,Name,Rating\n1.1,Leadership,G\n1.2,Purpose,D\n1.3,Accountability,D\n")
    assert ("a.csv", "a long table, with a row for each rating") not in result.layouts


@pytest.mark.parametrize("title", ["Partnership,Date,1 March", "For,all,members", "a,,\nb,,\nc,,\nd,,\ne,,\nf,,"])
def test_titles_of_several_cells_or_rows_above_a_long_table_are_passed_over(read, title):
    result = read(f"{title}\nRater,Ref,Rating\nAnn,1.1,G\nAnn,1.2,W\n")
    assert (wrong(result), said(result)) == ([], [("ann", "1.1", "G"), ("ann", "1.2", "W")])
